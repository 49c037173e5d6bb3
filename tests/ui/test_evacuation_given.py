"""What was given at the evacuation panel: its answer touches nothing else that stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import RevealAtRisk
from commandcenter.intake.risk_sheet import read_people
from tests.fakes import Room, open_room
from tests.ui.deskroom import at_work, board
from tests.ui.deskseat import Link
from tests.ui.evacfakes import Shown, found, typhoon
from tests.walks import drilling
from ui.context import DeskContext

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street")
    yield made
    made.center.close()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def shown(qtbot: QtBot, room: Room, said: list[str]) -> Iterator[Shown]:
    drilling(room)
    with at_work(room) as desk:
        desk.mode.load(board(room))
        desk.say = lambda kind, text: said.append(text)
        made = Shown(qtbot, room, desk)
        qtbot.waitUntil(lambda: made.panel.found.emergency is not None)
        yield made
        made.panel.hide()


@pytest.fixture
def elsewhere(qtbot: QtBot) -> QLineEdit:
    """A field of another panel, as the command line is."""
    line = QLineEdit()
    qtbot.addWidget(line)
    return line


def look(shown: Shown, file: Path, *names: str) -> None:
    """A sheet of these people is looked at; no answer comes in meanwhile."""
    file.write_text("姓名,住址\n" + "".join(f"{one},南街1号\n" for one in names), "utf-8")
    shown.panel.sheet._show(read_people(file, {}, []))


def to(shown: Shown, field: QLineEdit) -> None:
    """The keyboard goes to a field outside."""
    field.show()
    field.activateWindow()
    shown.bot.waitActive(field)
    field.setFocus()


def idle(shown: Shown) -> None:
    """All that was asked is answered."""
    done: list[int] = []
    shown.desk.worker.run(lambda: 1, done.append)
    shown.bot.waitUntil(lambda: done == [1])


def texts(shown: Shown) -> str:
    return " ".join(one.text for one in shown.panel.rows.choices())


def answered(desk: DeskContext, qtbot: QtBot) -> object:
    return qtbot.waitSignal(desk.worker.over)


def test_who_is_typed_while_the_answer_is_out_stays(shown: Shown, elsewhere: QLineEdit) -> None:
    shown.panel._open_person()
    form = shown.panel.person
    form.place.line.setText("海傍路9号")
    form.name.setText("王九")
    form.phone.setText("13900001234")
    with answered(shown.desk, shown.bot):
        form.give()
        form.name.setText("李十")
        form.needs.setText("需搀扶")
    assert (form.name.text(), form.needs.text()) == ("李十", "需搀扶")
    assert form.phone.text() == ""  # it was the last person's
    to(shown, elsewhere)
    with answered(shown.desk, shown.bot):
        form.give()
    assert form.name.text() == "" and QApplication.focusWidget() is elsewhere
    shown.states(listed=2)


def test_what_is_done_with_a_spot_leaves_another_in_the_form(
    shown: Shown, elsewhere: QLineEdit
) -> None:
    page = shown.panel.spots
    first, second = (one.spot for one in shown.panel.found.spots[:2])
    shown.panel.show_spot(first.id)
    page.name.setText("改到一半")
    keys = [one.key for one in page.rows.choices()]
    page.list.setCurrentIndex(page.rows.index(keys.index(second.id)))
    with answered(shown.desk, shown.bot):
        shown.bot.keyClick(page.list, K.Key_Delete)
    assert second.id not in {one.spot.id for one in found(shown.room).spots}
    assert page.name.text() == "改到一半"
    with answered(shown.desk, shown.bot):
        page.save()
        page.name.setText("又改了")
    assert page.name.text() == "又改了"
    to(shown, elsewhere)
    with answered(shown.desk, shown.bot):
        page.save()
    assert page.name.text() == "" and QApplication.focusWidget() is elsewhere
    assert [one.spot.name for one in found(shown.room).spots if one.spot.id == first.id] == [
        "又改了"
    ]


def test_a_sheet_that_met_no_emergency_is_said_and_can_be_given_again(
    shown: Shown, said: list[str], tmp_path: Path
) -> None:
    link = Link(shown.desk.worker)
    look(shown, tmp_path / "a.csv", "甲")
    link.down, shown.desk.who = True, "dispatch-1"
    shown.panel.sits()  # in an outage nothing is told to who sits down
    shown.panel.sheet.take()
    assert said == ["名单还没有读到，没有列入；读到后再列入一次"]
    link.down = False
    shown.panel.ask()
    shown.bot.waitUntil(lambda: shown.panel.found.emergency is not None)
    shown.panel.sheet.take()
    shown.states(listed=1)


def test_the_answer_to_a_dropped_sheet_empties_no_other(shown: Shown, tmp_path: Path) -> None:
    look(shown, tmp_path / "a.csv", "甲")
    sheet = shown.panel.sheet
    with answered(shown.desk, shown.bot):
        sheet.take()
        sheet.drop()
        look(shown, tmp_path / "b.csv", "乙", "丙")
        shown.desk.who = "nobody"
        sheet.take()
    assert sheet._rows.count() == 2 and sheet.isVisible()
    shown.bot.waitUntil(lambda: sheet._given is None)  # refused: free again
    shown.desk.who = "lead-1"
    sheet.take()
    shown.states(listed=3)
    shown.bot.waitUntil(shown.panel.list.isVisible)


def test_a_person_refused_frees_no_sheet_under_way(shown: Shown, tmp_path: Path) -> None:
    form, sheet = shown.panel.person, shown.panel.sheet
    form.place.line.setText("海傍路9号")
    form.name.setText("王九")
    look(shown, tmp_path / "a.csv", "甲")
    given: list[object] = []
    sheet.given.connect(given.append)
    with shown.bot.waitSignal(shown.desk.worker.refused):
        shown.desk.who = "nobody"
        form.give()
        shown.desk.who = "lead-1"
        shown.desk.worker.refused.connect(lambda *_: sheet.take())
        sheet.take()
    assert len(given) == 1
    shown.states(listed=1)


def test_what_was_revealed_is_masked_in_time_though_nobody_can_be_asked(
    qtbot: QtBot, shown: Shown
) -> None:
    typhoon(shown.room, people=1, drill=True)
    shown.panel.ask()
    shown.wait(1)
    first = shown.panel.found.people[0].at_risk.id
    shown.desk.do(RevealAtRisk(person=first, reason="scene"))

    def revealed() -> bool:
        shown.feed()
        return shown.panel.found.people[0].revealed

    qtbot.waitUntil(revealed)
    idle(shown)
    assert "王000  13800000000" in texts(shown)
    Link(shown.desk.worker).down = True
    with qtbot.waitSignal(shown.desk.worker.refused):
        shown.room.clock.pass_(minutes=10)
    assert "王***  138****0000" in texts(shown) and "王000" not in texts(shown)
    with qtbot.assertNotEmitted(shown.desk.worker.missed):  # asked once, not each second
        shown.panel._tick()
        idle(shown)
