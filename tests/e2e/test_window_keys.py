"""A newcomer with only a keyboard: the desk's window worked by key presses, judged by the Desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import FileCase
from commandcenter.services.views import AskCandidates
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY, PETROL, RUBBISH, line
from tests.ui.test_app import opened, shown
from ui.desk import OpenDesk
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PHONE = "13800138000"


@dataclass(slots=True)
class Seat:
    """The window under a hand."""

    desk: OpenDesk
    room: Room
    hands: Hands
    bot: QtBot

    def pick(self, case: str) -> None:
        """Select a case as it stands now with the keyboard in the queue."""
        queue, shown, version = self.desk.queue, self.desk.case, self.room.case(case).version
        self.bot.waitUntil(lambda: queue.model.row_of(case) >= 0)
        self.bot.waitUntil(lambda: queue.model.line(queue.model.row_of(case)).version >= version)
        self.desk.window.go("queue")
        queue.view.setCurrentIndex(queue.model.index(queue.model.row_of(case), 0))
        self.bot.waitUntil(lambda: shown.view is not None and shown.view.case.id == case)
        self.bot.waitUntil(lambda: shown.view.case.version >= version)

    def keys(self, *keys: str) -> None:
        """Press these, one after another."""
        for one in keys:
            self.hands.press(one)

    def begin(self, key: str, panel: str) -> None:
        """Start an action and wait for its panel."""
        self.hands.press(key)
        self.bot.waitUntil(lambda: shown(self.desk, panel))
        inside = self.desk.panels[panel].isAncestorOf
        self.bot.waitUntil(lambda: inside(QApplication.focusWidget()))

    def begin_help(self) -> None:
        """Open the list of keys."""
        self.hands.press("Shift+F1")
        search = self.desk.window.help.search
        self.bot.waitUntil(search.hasFocus)

    def send_dispatch(self, case: str, write: Callable[[], None] | None = None) -> None:
        """Send what the form proposes; a reason that the law's answer wants is written first."""
        panel = self.desk.dispatch

        def gone() -> bool:
            for reason in panel.form.law.lines.values():
                if not reason.text():
                    reason.setFocus()
                    write() if write else self.hands.type("现场情况紧急")
            focus = QApplication.focusWidget()
            if self.state(case) is CaseState.FILED and panel.isAncestorOf(focus):
                self.keys("Ctrl+Return")
            return self.state(case) is CaseState.DISPATCHED

        self.bot.waitUntil(panel.findChild(object, "dispatch.send").isEnabled)
        self.bot.waitUntil(gone)

    def state(self, case: str) -> CaseState:
        """Where the case is."""
        return self.room.case(case).state


def seated(bot: QtBot, folder: Path, person: str) -> Iterator[Seat]:
    room = open_room(folder, "2019-07-11 10:02", DAY)
    with opened(bot, room, folder, person=person, map_too=True) as found:
        bot.waitActive(found.desk.window)
        yield Seat(found.desk, room, Hands(found.desk.window), bot)


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "lead-1")


@pytest.fixture
def dispatcher(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "dispatch-1")


@pytest.fixture
def intake(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "intake-1")


def filed(seat: Seat, item: str = RUBBISH, **more: str) -> str:
    """A case that waits for its dispatch."""
    case = seat.room.report(item, **more)
    seat.room.do(FileCase, "lead-1", case=case)
    return case


def told(room: Room, kind: str) -> bool:
    """Whether the journal has an entry of that kind."""
    return any(one.kind == kind for one in room.desk.changes(0).entries)


def test_a_call_about_a_known_heap_is_merged_into_its_case(intake: Seat) -> None:
    case = filed(intake)
    intake.begin("F2", "intake")
    form, hands = intake.desk.intake.form, intake.hands
    form.focus_field("source")
    intake.keys("1")
    form.focus_field("phone")
    hands.type(PHONE)
    form.focus_field("words")
    hands.type("祠堂东街路口垃圾堆没人清")
    form.focus_field("item")
    hands.type(RUBBISH)
    intake.keys("Return")
    form.focus_field("place")
    hands.type("祠堂东街")
    intake.keys("Return")
    beside = intake.desk.intake.beside
    intake.bot.waitUntil(lambda: beside.line() is not None and beside.line().id == case)
    intake.keys("Ctrl+M")
    intake.bot.waitUntil(lambda: told(intake.room, "case_merged"))
    intake.bot.waitUntil(lambda: intake.desk.selection.current_case == case)


def test_a_digit_right_after_f4_chooses_that_team(dispatcher: Seat) -> None:
    case = filed(dispatcher)
    dispatcher.pick(case)
    offered = dispatcher.room.desk.ask(AskCandidates(case=case), "dispatch-1").candidates
    second = next(one.team for one in offered if one.rank == 2)
    dispatcher.keys("F4", "2")
    form = dispatcher.desk.dispatch.form
    dispatcher.bot.waitUntil(
        lambda: form.teams.current() is not None and form.teams.current().key == second
    )
    assert not dispatcher.desk.queue.isAncestorOf(QApplication.focusWidget())


def test_a_dispatch_is_undone_within_ten_seconds(dispatcher: Seat) -> None:
    case = filed(dispatcher)
    dispatcher.pick(case)
    dispatcher.begin("F4", "dispatch")
    dispatcher.keys("1")
    dispatcher.send_dispatch(case)
    dispatcher.bot.waitUntil(lambda: dispatcher.desk.queue.isAncestorOf(QApplication.focusWidget()))
    dispatcher.keys("Ctrl+Z")
    dispatcher.bot.waitUntil(lambda: dispatcher.state(case) is CaseState.FILED)


def test_letters_in_a_form_start_no_action(dispatcher: Seat) -> None:
    case = filed(dispatcher)
    dispatcher.pick(case)
    dispatcher.begin("F4", "dispatch")
    dispatcher.desk.dispatch.form.kind.setFocus()
    dispatcher.keys("X", "B", "N")
    assert not dispatcher.desk.window.panel("step").isVisible()


def test_a_case_is_found_by_telephone(intake: Seat) -> None:
    case = intake.room.report(RUBBISH, caller_name="罗先生", caller_phone=PHONE)
    intake.begin("Ctrl+F", "find")
    intake.hands.type(PHONE)
    found = intake.desk.find
    intake.bot.waitUntil(lambda: found.rows.rowCount() == 1)
    intake.keys("Return")
    intake.bot.waitUntil(lambda: intake.desk.selection.current_case == case)


def test_a_note_is_written_by_key(lead: Seat) -> None:
    case = filed(lead)
    lead.pick(case)
    lead.begin("N", "step")
    lead.hands.type("已电话告知社区")
    lead.keys("Ctrl+Return")
    lead.bot.waitUntil(
        lambda: "已电话告知社区" in [one.words for one in lead.room.view(case).story]
    )
    lead.bot.waitUntil(lambda: not lead.desk.window.panel("step").isVisible())


def test_a_seat_is_swapped_by_initials(lead: Seat) -> None:
    lead.begin("Ctrl+U", "seat")
    lead.hands.type("丁娟")
    lead.keys("Return")
    lead.bot.waitUntil(lambda: lead.desk.context.who == "dispatch-1")


def test_a_case_is_void_by_key_with_its_reason(lead: Seat) -> None:
    case = filed(lead)
    lead.pick(case)
    lead.begin("X", "step")
    lead.keys("Ctrl+Return")
    assert lead.state(case) is CaseState.FILED, "nothing goes without what is wanted"
    lead.keys("Escape")
    lead.bot.waitUntil(lambda: not lead.desk.window.panel("step").isVisible())
    assert lead.desk.queue.isAncestorOf(QApplication.focusWidget())


def test_the_keys_that_panels_listen_to_are_found_under_the_question_mark(lead: Seat) -> None:
    lead.desk.window.go("queue")
    lead.begin_help()
    lead.hands.type("受理：选来源")
    model = lead.desk.window.help.found
    assert model.rowCount() == 1
    assert model.index(0, 1).data() == "1–7"
    lead.keys("Return")
    lead.bot.waitUntil(lambda: shown(lead.desk, "intake"))


def test_an_alarm_is_gone_to_and_acknowledged_by_one_key(lead: Seat) -> None:
    case = lead.room.report(PETROL)
    lead.bot.waitUntil(lambda: [one.case for one in lead.desk.band.alarms] == [case])
    lead.desk.window.go("queue")
    lead.keys("Ctrl+J")
    lead.bot.waitUntil(lambda: lead.desk.selection.current_case == case)
    lead.bot.waitUntil(lambda: "case.acknowledge" in lead.desk.case._moves.names())
    lead.keys("Ctrl+J")
    lead.bot.waitUntil(lambda: len(line(lead.room, case).acks) == 1)
    lead.bot.waitUntil(lambda: "case.acknowledge" not in lead.desk.case._moves.names())
