"""The plan for several cases on the real Desk: ticked, sent, refused, grown old; by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import CorrectCase, DispatchCase, FileCase, SetOfficerShift
from commandcenter.domain.limits import Level
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard
from tests.fakes import Room, local, open_room, writing
from tests.ui.deskseat import DeskSeat, seat_at
from tests.ui.test_app import opened
from ui.panels.assign import AssignPanel

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STALL, SMOKE, PETROL, RUBBISH = "05-01", "05-10", "21-903", "01-02"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path, "2019-07-11 10:04", local("2019-07-11 00:00").date())
    yield made
    made.center.close()


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "dispatch-1", AssignPanel, (460, 640)) as made:
        yield made


def filed(room: Room, item: str) -> str:
    case = room.report(item=item, words="风雨中的上报")
    room.do(FileCase, "lead-1", case=case)
    return case


def plan(seat: DeskSeat, *items: str) -> list[str]:
    """File these and look at the plan for them."""
    cases = [filed(seat.room, one) for one in items]
    seat.until(lambda: set(cases) <= seat.panel._filed.keys())
    seat.panel.look(True)
    seat.until(lambda: rows(seat).keys() == set(cases))
    seat.panel.list.setFocus()
    return cases


def rows(seat: DeskSeat) -> dict[str, Any]:
    return {one.key: one for one in seat.panel.rows.choices()}


def mark(seat: DeskSeat, case: str) -> None:
    keys = list(rows(seat))
    seat.press(K.Key_Home)
    for _ in range(keys.index(case)):
        seat.press(K.Key_Down)
    assert seat.panel._row.case == case


def state(seat: DeskSeat, case: str) -> CaseState:
    return seat.room.case(case).state


def text(seat: DeskSeat, name: str) -> str:
    found: str = seat.panel.findChild(QLabel, name).text()
    return found


def test_a_plan_says_who_goes_where_and_what_cannot_be_sent(seat: DeskSeat) -> None:
    first, second, third = plan(seat, STALL, PETROL, PETROL)
    shown = rows(seat)
    assert next(iter(shown)) == second  # the urgent first
    assert "→ 安监组 4 分" in shown[second].text and "‼急" in shown[second].text
    assert "沿路" in shown[first].note and "有效证件" in shown[first].note
    assert shown[third].mark == "" and "派不出" in shown[third].note
    assert "更急" in shown[third].note
    assert [shown[one].mark for one in (first, second)] == ["on", "on"]
    head = text(seat, "assign.head")
    assert "待派 3 件 · 可派 2 · 派不出 1 · 已勾 2" in head and "10:04 编排" in head
    assert state(seat, first) is CaseState.FILED  # nothing is applied unasked


def test_a_plan_is_accepted_in_part_by_keys(seat: DeskSeat) -> None:
    stall, petrol, smoke = plan(seat, STALL, PETROL, SMOKE)
    lines: list[Any] = []
    seat.panel.plan_shown.connect(lines.append)
    mark(seat, smoke)
    seat.press(K.Key_Space)
    assert rows(seat)[smoke].mark == "off"
    drawn = {one["case_id"]: (one["ticked"], one["marked"]) for one in lines[-1]}
    assert drawn == {stall: (True, False), petrol: (True, False), smoke: (False, True)}
    seat.press(K.Key_Return, CTRL)
    for case in (stall, petrol):
        seat.until(lambda case=case: state(seat, case) is CaseState.DISPATCHED)
    seat.until(lambda: rows(seat).keys() == {smoke})
    assert state(seat, smoke) is CaseState.FILED and rows(seat)[smoke].mark == "off"
    assert "本次已派 2 件" in text(seat, "assign.head")
    lead = next(one for one in seat.room.view(petrol).tasks if one.role.value == "lead")
    assert (lead.team, len(lead.officers)) == ("team-safety", 2)


def test_all_that_can_go_is_sent_by_one_key(seat: DeskSeat) -> None:
    cases = plan(seat, STALL, PETROL, PETROL)
    seat.press(K.Key_A, CTRL)
    assert [one.mark for one in rows(seat).values()] == ["off", "", "off"]
    seat.press(K.Key_Return, CTRL)
    assert "没有勾选" in seat.panel._note.text()
    seat.press(K.Key_Return, CTRL | SHIFT)
    seat.until(lambda: rows(seat).keys() == {cases[2]})
    assert [state(seat, one) is CaseState.DISPATCHED for one in cases] == [True, True, False]


def test_a_refused_row_says_why_and_can_be_sent_again(seat: DeskSeat) -> None:
    stall, petrol = plan(seat, STALL, PETROL)
    other = CorrectCase(case=stall, seen=seat.room.case(stall).version, level=Level.COMPLEX)
    with writing(seat.room.desk):  # the lead's correction is in the line before the plan's
        seat.context.worker.do(other, "lead-1")
        seat.press(K.Key_Return, CTRL)
        assert "正在派遣" in rows(seat)[petrol].note
    seat.until(lambda: state(seat, petrol) is CaseState.DISPATCHED)
    seat.until(lambda: rows(seat).keys() == {stall} and "未派" in rows(seat)[stall].note)
    version = seat.room.case(stall).version
    seat.until(lambda: seat.panel._plan_rows[0].seen == version)
    assert "未派" in rows(seat)[stall].note and rows(seat)[stall].mark == "off"
    assert state(seat, stall) is CaseState.FILED
    seat.press(K.Key_Space)
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: state(seat, stall) is CaseState.DISPATCHED)


def test_a_row_whose_team_has_gone_asks_to_be_looked_at_again(seat: DeskSeat) -> None:
    stall, petrol = plan(seat, STALL, PETROL)
    elsewhere = filed(seat.room, SMOKE)
    seen = seat.room.case(elsewhere).version
    gone = DispatchCase(
        case=elsewhere,
        seen=seen,
        lead_unit="enforcement",
        kind=TaskKind.HANDLE,
        team="team-surface",
        officers=("officer-surface-1", "officer-surface-2"),
    )
    seat.room.desk.do(gone, "dispatch-2")
    seat.until(lambda: "原为" in rows(seat)[stall].note)
    assert rows(seat)[stall].mark == "off" and rows(seat)[petrol].mark == "on"
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: rows(seat).keys() == {stall})
    assert state(seat, stall) is CaseState.FILED  # the new team was not agreed to
    mark(seat, stall)
    seat.press(K.Key_Space)
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: state(seat, stall) is CaseState.DISPATCHED)


def test_a_case_that_another_desk_took_leaves_the_plan(seat: DeskSeat) -> None:
    stall, petrol = plan(seat, STALL, PETROL)
    seen = seat.room.case(stall).version
    unit = {"lead_unit": "enforcement", "kind": TaskKind.HANDLE}
    other = DispatchCase(case=stall, seen=seen, **unit)
    seat.room.desk.do(other, "dispatch-2")
    seat.until(lambda: rows(seat).keys() == {petrol})
    assert "本次已派" not in text(seat, "assign.head")


def test_what_the_law_blocks_is_never_sent(seat: DeskSeat) -> None:
    for officer in ("officer-safety-1", "officer-safety-2", "officer-safety-3"):
        seat.room.do(SetOfficerShift, "dispatch-1", officer=officer, on_shift=False)
    (petrol,) = plan(seat, PETROL)
    assert "派不出" in rows(seat)[petrol].note
    seat.press(K.Key_Space)
    assert "不能一起派" in seat.panel._note.text()
    seat.press(K.Key_Return, CTRL | SHIFT)
    assert "没有勾选可派" in seat.panel._note.text()
    assert state(seat, petrol) is CaseState.FILED


def test_only_a_dispatcher_sends_a_plan(seat: DeskSeat) -> None:
    (stall,) = plan(seat, STALL)
    seat.context.roles = frozenset({Role.INTAKE_OFFICER})
    seat.panel.sits()
    assert not seat.panel._buttons["send"].isEnabled()
    seat.press(K.Key_Return, CTRL)
    assert "调度员" in seat.panel._note.text()
    assert state(seat, stall) is CaseState.FILED


def test_overrules_are_counted_by_reason_with_the_share_followed(seat: DeskSeat) -> None:
    sent = (("team-surface", None), ("team-enterprise", "on_the_way"))
    for team, why in sent:
        case = filed(seat.room, STALL)
        seat.room.do(
            DispatchCase,
            "dispatch-1",
            case=case,
            lead_unit="enforcement",
            kind=TaskKind.HANDLE,
            team=team,
            officers=(),
            first="team-surface",
            overruled=why,
        )
    plan(seat, RUBBISH)
    seat.press(K.Key_O)
    seat.until(lambda: "照推荐 50 %" in text(seat, "assign.counted"))
    counted = [(one.text, one.note) for one in seat.panel.counts.choices.choices()]
    assert counted == [("顺路", "▬▬▬▬▬▬▬▬ 1  50 %")]
    seat.press(K.Key_Escape)
    assert seat.panel.findChild(QLabel, "assign.counted").isHidden()
    with seat.bot.waitSignal(seat.panel.left):
        seat.press(K.Key_Escape)


def test_an_empty_plan_says_what_to_do(seat: DeskSeat) -> None:
    seat.panel.look(True)
    assert "没有待派遣的案卷" in text(seat, "assign.head")


def test_cases_picked_in_the_queue_are_planned_and_sent_from_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    day = local("2019-07-11 00:00").date()
    room = open_room(tmp_path / "data", "2019-07-11 10:04", day)
    cases = [filed(room, one) for one in (STALL, PETROL, SMOKE)]
    with opened(qtbot, room, tmp_path / "data", person="dispatch-1") as found:
        desk = found.desk
        qtbot.waitActive(desk.window)
        view = desk.queue.view
        view.setFocus()
        for case in cases[:2]:
            view.show_row(desk.queue.model.row_of(case), scroll=True)
            qtbot.keyClick(view, K.Key_Space)
        assert desk.selection.picked == set(cases[:2])
        qtbot.keyClick(view, K.Key_F4, CTRL)
        panel = desk.panels["assign"]
        qtbot.waitUntil(lambda: {one.key for one in panel.rows.choices()} == set(cases[:2]))
        qtbot.waitUntil(panel.list.hasFocus)
        view.show_row(desk.queue.model.row_of(cases[2]), scroll=True)
        qtbot.keyClick(view, K.Key_Space)  # one more, and the plan is made anew
        qtbot.waitUntil(lambda: {one.key for one in panel.rows.choices()} == set(cases))
        qtbot.keyClick(view, K.Key_Space)
        assert desk.selection.picked == set(cases[:2])
        qtbot.keyClick(panel.list, K.Key_R)
        qtbot.waitUntil(lambda: {one.key for one in panel.rows.choices()} == set(cases[:2]))
        qtbot.keyClick(panel.list, K.Key_Return, CTRL)
        for case in cases[:2]:
            qtbot.waitUntil(lambda case=case: room.case(case).state is CaseState.DISPATCHED)
        assert room.case(cases[2]).state is CaseState.FILED
        qtbot.waitUntil(lambda: desk.selection.picked == frozenset())
        qtbot.keyClick(panel.list, K.Key_Escape)
        qtbot.waitUntil(view.hasFocus)


def test_who_has_an_expired_certificate_is_not_proposed(seat: DeskSeat) -> None:
    plan(seat, STALL, SMOKE, "05-04")
    going = {one.team: one.officers for one in seat.panel._plan_rows}
    expired = seat.room.desk.ask(AskBoard(), "dispatch-1").officers
    day = seat.room.clock().date()
    lapsed = {one.id for one in expired if one.certificate and one.valid_until < day}
    assert "team-mobile" in going and any(one.startswith("officer-mobile") for one in lapsed)
    assert not lapsed & {one for officers in going.values() for one in officers}


def test_a_plan_that_does_not_come_says_how_to_ask_for_it_again(seat: DeskSeat) -> None:
    stall = filed(seat.room, STALL)
    seat.until(lambda: stall in seat.panel._filed)
    seat.context.who = "nobody"  # who may ask nothing
    seat.panel.look(True)
    seat.panel.list.setFocus()
    seat.until(lambda: "没有编排成：按 R" in text(seat, "assign.head"))
    seat.press(K.Key_O)
    seat.until(lambda: "没有统计成：按 O" in text(seat, "assign.counted"))
    seat.context.who = "dispatch-1"
    seat.press(K.Key_R)
    seat.until(lambda: rows(seat).keys() == {stall})
    assert "没有编排成" not in text(seat, "assign.head")
    seat.press(K.Key_O)
    seat.until(lambda: "近 30 天" in text(seat, "assign.counted"))
    seat.context.who = "nobody"
    seat.press(K.Key_R)
    seat.until(lambda: "没有编排成：按 R" in text(seat, "assign.head"))


def test_counts_that_were_put_away_do_not_come_back(seat: DeskSeat) -> None:
    plan(seat, STALL)
    answered: list[int] = []
    seat.press(K.Key_O)
    seat.press(K.Key_O)
    seat.context.worker.run(lambda: 1, answered.append)
    seat.until(lambda: answered)
    assert text(seat, "assign.counted") == "正在统计…"
    assert seat.panel.counts.choices.rowCount() == 0
