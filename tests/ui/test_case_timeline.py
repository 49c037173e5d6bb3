"""The case's timeline in the real window: what each step took, what is next, what was promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AddNote,
    DispatchCase,
    FileCase,
    KeepPromise,
    MakePromise,
    MergeCase,
    RecordCallback,
    RedoCase,
    ReopenCase,
)
from commandcenter.domain.handover import Party
from commandcenter.domain.plan import Response
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskReference
from tests import walks
from tests.e2e.test_window_keys import Seat
from tests.fakes import Room, open_room
from tests.ui.test_app import opened
from ui import words
from ui.panels.case_next import next_line, promise_line
from ui.panels.case_sections import FACTS, MOVES, PICTURES, STORY
from ui.panels.case_sections import Room as Arranged
from ui.panels.case_story import story_page
from ui.panels.case_strip import StageStrip, cells_of
from ui.panels.glance import Glance
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEAD = frozenset({"shift_lead"})


@pytest.fixture
def street(tmp_path: Path) -> Room:
    """Monday 2025-09-22; a noisy shop told by 12345, sent to the enforcement team, signed late."""
    return open_room(tmp_path / "data", "2025-09-22 08:55")


def noise(room: Room) -> str:
    """Filed after 12 min, sent after 40 more, signed 95 min later (one working hour allowed)."""
    case = room.report(item="05-08", source=Source.HOTLINE, caller_name="李女士",
                       caller_phone="13800005678", words="商铺音响很吵")  # fmt: skip
    room.clock.pass_(minutes=12)
    room.do(FileCase, "lead-1", case=case)
    room.clock.pass_(minutes=40)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="enforcement", kind=TaskKind.HANDLE,
            team="team-surface", officers=("officer-surface-1", "officer-surface-2"))  # fmt: skip
    promised(room, case, Party.COMPLAINANT, "中午前回电", minutes=120)
    room.clock.pass_(minutes=95)
    walks.sign(room, case, "unit-enforcement")
    return case


def promised(room: Room, case: str, party: Party, words: str, **ahead: float) -> None:
    by_when = room.clock.at + timedelta(**ahead)
    room.do(MakePromise, "dispatch-1", case=case, party=party, words=words, by_when=by_when)


def label(seat: Seat, name: str) -> QLabel:
    found: QLabel = seat.desk.case.findChild(QLabel, name)
    return found


def strip(seat: Seat) -> str:
    return " | ".join(seat.desk.case.findChild(StageStrip).told())


@pytest.fixture
def seat(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Seat]:
    case = noise(street)
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        qtbot.waitActive(found.desk.window)
        made = Seat(found.desk, street, Hands(found.desk.window), qtbot)
        made.pick(case)
        qtbot.waitUntil(lambda: "签收" in strip(made))
        yield made


def test_one_glance_tells_where_it_is_what_was_late_and_what_is_next(seat: Seat) -> None:
    assert "受理 ✓ 12分" in strip(seat) and "派遣 ✓ 40分" in strip(seat)
    assert "签收 ■ 超 35分工时" in strip(seat) and "处置 ➤ 已 0分" in strip(seat)
    shown = label(seat, "case.next").text()
    assert "下一步：" in shown and "综合执法队" in shown and "反馈" in shown
    assert "do:case.urge:" in shown and "do:case.feedback:" in shown
    told = label(seat, "case.promises").text()
    assert "诉求人" in told and "中午前回电" in told and "剩" in told
    assert "李女士" not in told and "5678" not in told


def test_nothing_over_the_story_is_clipped_at_1366(seat: Seat) -> None:
    panel = seat.desk.case
    assert seat.desk.window.width() == 1366
    for name in ("case.title", "case.next", "case.promises"):
        one = label(seat, name)
        assert one.isVisible() and one.height() >= one.heightForWidth(one.width())
        assert panel.rect().contains(one.mapTo(panel, one.rect().bottomRight()))


def test_what_runs_counts_down_and_turns_red_with_a_sign(seat: Seat) -> None:
    shown = label(seat, "case.promises")
    seat.room.clock.pass_(minutes=30)
    seat.bot.waitUntil(lambda: "■" in shown.text() and "超" in shown.text())
    seat.bot.waitUntil(lambda: "处置 ➤ 已 30分" in strip(seat))


def test_parts_facts_and_a_copy_by_keys_alone(seat: Seat) -> None:
    sections = seat.desk.case.parts
    assert sections.room is Arranged.ONE and sections.current == STORY
    seat.keys("Alt+3")
    seen = []
    for _ in (FACTS, MOVES, PICTURES):
        seat.keys("Ctrl+Tab")
        seen.append(sections.current)
        assert [one for one in (STORY, *seen) if sections.shows(one)] == [sections.current]
    assert seen == [FACTS, MOVES, PICTURES]
    seat.keys("Ctrl+Tab", "Down", "Down", "Ctrl+C")
    assert sections.current == STORY
    assert "签收" in QApplication.clipboard().text()
    assert "超 35分工时" in QApplication.clipboard().text()
    seat.keys("Right")
    assert sections.current == FACTS


def test_a_step_that_others_end_appears_by_the_feed_and_is_the_same_after_a_restart(
    qtbot: QtBot, seat: Seat, tmp_path: Path
) -> None:
    case = seat.desk.selection.current_case
    walks.feed(seat.room, case, "unit-enforcement")
    seat.bot.waitUntil(lambda: "待送核查" in strip(seat))
    assert "签收 ■ 超 35分工时" in strip(seat)
    before, course = strip(seat), seat.room.view(case).course
    seat.room.center.close()
    again = open_room(tmp_path / "data")
    again.clock.at = seat.room.clock.at
    assert again.view(case).course == course
    again.center.close()
    assert "待送核查" in before


def test_a_long_story_begins_with_the_newest_and_a_link_by_keys_tells_the_rest(seat: Seat) -> None:
    case = seat.desk.selection.current_case
    for number in range(70):
        seat.room.do(AddNote, "lead-1", case=case, words=f"note {number}.")
    story = seat.desk.case.findChild(QTextBrowser, "case.story")
    seat.bot.waitUntil(lambda: "note 69." in story.toPlainText())
    assert "note 1." not in story.toPlainText()
    seat.keys("Alt+3", "Tab", "Return")
    assert "note 1." in story.toPlainText() and "上报" in story.toPlainText()


def test_a_link_over_the_story_is_followed_by_keys(seat: Seat) -> None:
    promise = seat.room.view(seat.desk.selection.current_case).promises[0].id
    seat.keys("Alt+3", "Shift+Tab", "Shift+Tab", "Return")  # to the line, to its link
    seat.bot.waitUntil(lambda: seat.desk.step.action is not None)
    assert seat.desk.step.action.name == "promise.keep"
    assert seat.desk.selection.current_part == promise


# ---- the page alone, of cases in every state ---------------------------------------------------


def glance(room: Room) -> Glance:
    reference = room.desk.ask(AskReference(), "lead-1")
    return Glance(room.clock.at, words.STREET_ZONE, words.names_of(reference), "", {"lead-1": "值"})


def pages(room: Room, case: str) -> str:
    view = room.view(case)
    return story_page(view, glance(room)) + next_line(view, glance(room), view.course, LEAD)


@pytest.mark.parametrize("make", [walks.merged, walks.rejected, walks.voided, walks.escalated,
                                  walks.suspended, walks.callback, walks.closed])  # fmt: skip
def test_a_case_in_any_state_has_its_story_by_day_and_its_steps(room: Room, qapp, make) -> None:
    case = make(room)
    room.clock.pass_(hours=30)
    view = room.view(case)
    text = pages(room, case)
    assert "2025-09-29 昨天" in text and "受理 用" in text
    assert ("下一步：" in text) == bool(view.upcoming)
    assert cells_of(view.course)
    assert ("‖" in text) == (view.case.state in (CaseState.SUSPENDED, CaseState.ESCALATED))


def test_several_rounds_and_a_reopening_stand_one_after_the_other(room: Room, qapp) -> None:
    case = walks.callback(room, item="21-909")
    room.do(RecordCallback, "hotline-1", case=case, outcome="unsatisfied", words="还响")
    assert "重办" in pages(room, case)
    room.do(RedoCase, "dispatch-1", case=case)
    assert "全案·第 2 轮" in pages(room, case)
    other = walks.closed(room)
    room.clock.pass_(hours=2)
    room.do(ReopenCase, "lead-1", case=other, words="又来了")
    assert "➤ 处置" in pages(room, other)


def test_what_an_emergency_holds_is_said_and_kept_apart(room: Room, qapp) -> None:
    case = walks.filed(room, item="01-02")
    walks.drilling(room, Response.II, drill=False)
    room.clock.pass_(minutes=30)
    text = pages(room, case)
    assert "停走" in text and "另停走 30分不计" in text
    walks.drilling(room, None, drill=False)
    into = walks.filed(room, item="01-02")
    room.do(MergeCase, "lead-1", case=case, into=into)
    assert "另停走 30分不计" in pages(room, case)


def test_open_promises_come_first_and_a_kept_one_says_how(room: Room, qapp) -> None:
    case = walks.dispatched(room)
    promised(room, case, Party.LEADER, "三点前报", hours=6)
    promised(room, case, Party.COMPLAINANT, "先回电", minutes=20)
    text = promise_line(room.view(case), glance(room))
    assert text.index("诉求人") < text.index("领导") and "▲" in text and "●" in text
    first = next(one for one in room.view(case).promises if one.party is Party.COMPLAINANT)
    room.clock.pass_(minutes=30)
    room.do(KeepPromise, "dispatch-1", case=case, promise=first.id)
    text = promise_line(room.view(case), glance(room))
    assert "先回电" not in text and "✓ 已兑现 1 项" in text


def test_what_people_write_is_no_markup_in_any_line(room: Room, qapp) -> None:
    case = walks.dispatched(room)
    promised(room, case, Party.LEADER, "<b>x</b>", hours=1)
    room.do(AddNote, "lead-1", case=case, words="<img src=y>")
    text = pages(room, case) + promise_line(room.view(case), glance(room))
    assert "<img" not in text and "&lt;img" in text and "&lt;b&gt;x" in text


def test_a_narrow_strip_folds_what_was_in_time_and_keeps_what_matters(room: Room, qtbot) -> None:
    case = walks.callback(room)
    made = StageStrip()
    qtbot.addWidget(made)
    made.show_course(room.view(case).course)
    made.resize(1200, 40)
    assert len(made.told()) == len(cells_of(room.view(case).course))
    made.resize(240, 40)
    shown = made.told()
    assert shown[0].startswith("+") and any("回访" in one for one in shown)
    assert "全案" in shown[-1]
    assert "受理" in made.accessibleDescription()
