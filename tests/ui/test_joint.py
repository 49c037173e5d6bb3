"""The joint panel on a real Desk: put together by keys, the law told per part, sent, seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import DispatchJoint
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard, AskReference
from tests import walks
from tests.fakes import LOCAL, Room
from tests.ui.deskseat import DeskSeat, seat_at
from ui import words
from ui.documents.html import write_html
from ui.documents.joint import joint_document
from ui.documents.pdf import write_pdf
from ui.panels.joint import JointPanel
from ui.panels.joint_draft import meeting, with_one_lead
from ui.panels.joint_paper import JointPaper

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "dispatch-1", JointPanel, (460, 760)) as found:
        case = walks.filed(room, item="21-903", place="祠堂东街 12 号")
        found.context.selection.set_case(case)
        found.until(lambda: found.panel.form.forces.choices.rowCount() > 3)
        yield found


def go_to(seat: DeskSeat, key: str) -> None:
    """Mark the row of that force by the arrow keys."""
    forces = seat.panel.form.forces
    forces.setFocus()
    keys = [one.key for one in forces.choices.choices()]
    for _ in keys:
        if forces.current() is not None and forces.current().key == key:
            return
        at = keys.index(forces.current().key) if forces.current() else -1
        seat.press(Key.Key_Down if at < keys.index(key) else Key.Key_Up)
    assert forces.current().key == key


def choose(seat: DeskSeat, key: str, times: int = 1) -> None:
    go_to(seat, key)
    for _ in range(times):
        seat.press(Key.Key_Space)


def law(seat: DeskSeat) -> list[str]:
    return [one.text() for one in seat.panel.form.law.findChildren(QLabel) if one.isVisible()]


def test_a_joint_task_is_put_together_and_sent_by_keys(seat: DeskSeat) -> None:
    form, room = seat.panel.form, seat.room
    assert form.kind.key == "enforce"
    choose(seat, "team-safety")
    choose(seat, "unit:police")
    choose(seat, "team-enterprise")
    choose(seat, "unit:fire", 3)
    seat.until(lambda: any("综合执法" in text for text in law(seat)))
    assert [text for text in law(seat) if "▲" in text], law(seat)
    assert form.place.text() == "祠堂东街 12 号"
    form.time.setFocus()
    seat.type("14:30")
    form.words.setFocus()
    seat.type("安监主检，派出所维持秩序")
    seat.press(Key.Key_Return, CTRL)
    assert form.law.unanswered is not None and form.law.unanswered.hasFocus()
    seat.type("只协助维持秩序")
    seat.press(Key.Key_Return, CTRL)
    case = seat.context.selection.current_case
    seat.until(lambda: room.case(case).state is CaseState.DISPATCHED)
    view = room.view(case)
    tasks = {one.unit: one for one in view.tasks}
    assert {unit: (one.role.value, one.kind.value) for unit, one in tasks.items()} == {
        "safety": ("lead", "enforce"),
        "police": ("co", "enforce"),
        "enforcement": ("co", "handle"),
        "fire": ("notify", "handle"),
    }
    assert tasks["safety"].officers == ("officer-safety-1", "officer-safety-2")
    assert view.joints[0].words == "安监主检，派出所维持秩序"


def test_a_block_is_told_and_nothing_goes(seat: DeskSeat) -> None:
    form = seat.panel.form
    choose(seat, "team-safety")
    choose(seat, "team-enterprise")
    form.own.setFocus()
    assert form.own.key == "handle"  # no power to enforce over this item
    for _ in range(4):
        seat.press(Key.Key_Right)
    assert form.own.key == "coerce"
    assert form.approver.isVisible()
    seat.until(lambda: form.law.blocked)
    seat.press(Key.Key_Return, CTRL)
    assert "法律不允许" in seat.panel._status.text()
    assert seat.room.case(seat.context.selection.current_case).state is CaseState.FILED


def test_what_is_missing_is_said_and_gets_the_focus(seat: DeskSeat) -> None:
    form, status = seat.panel.form, seat.panel._status
    seat.press(Key.Key_Return, CTRL)
    assert "至少要有两支力量" in status.text()
    choose(seat, "unit:police")
    choose(seat, "unit:fire")
    form.time.setFocus()
    seat.type("25点")
    seat.press(Key.Key_Return, CTRL)
    assert form.time.hasFocus() and "14:30" in status.text()
    form.time.clear()
    seat.press(Key.Key_Return, CTRL)
    assert form.words.hasFocus()


def test_officers_of_the_marked_part_are_chosen_by_hand(seat: DeskSeat) -> None:
    form = seat.panel.form
    choose(seat, "team-safety")
    seat.until(lambda: form.officers.isVisible())
    form.officers.setFocus()
    seat.press(Key.Key_Space)
    assert len(seat.panel._forces["team-safety"].officers) == 1
    choose(seat, "team-enterprise", 2)
    assert seat.panel._marks == {"team-safety": "co", "team-enterprise": "lead"}
    go_to(seat, "team-safety")
    assert len(form.officers.ticks()) == 1


def test_what_was_put_together_waits_for_its_case(seat: DeskSeat) -> None:
    form, first = seat.panel.form, seat.context.selection.current_case
    choose(seat, "team-safety")
    choose(seat, "team-enterprise")
    form.words.setFocus()
    seat.type("先断电")
    kept = seat.panel.kept()
    assert list(kept) == [first] and json.loads(json.dumps(kept)) == kept
    other = walks.filed(seat.room, place="石碁大道")
    seat.context.selection.set_case(other)
    seat.until(lambda: form.place.text() == "石碁大道" and not form.words.toPlainText())
    assert list(seat.panel.kept()) == [first]
    seat.context.selection.set_case(first)
    seat.until(lambda: form.words.toPlainText() == "先断电")
    assert seat.panel._marks == {"team-safety": "lead", "team-enterprise": "co"}
    seat.panel.restore({})
    assert seat.panel.kept() == {}


def test_another_case_begins_anew(seat: DeskSeat) -> None:
    choose(seat, "unit:police")
    other = walks.filed(seat.room, place="石碁大道")
    seat.context.selection.set_case(other)
    seat.until(lambda: seat.panel.form.place.text() == "石碁大道")
    assert seat.panel._marks == {}


def test_exactly_one_leads() -> None:
    assert with_one_lead({"a": "co"}, {}) == {"a": "lead"}
    assert with_one_lead({"a": "lead", "b": "lead"}, {"a": "lead", "b": "co"}) == {
        "a": "co",
        "b": "lead",
    }
    assert with_one_lead({"a": "notify", "b": "co"}, {}) == {"a": "notify", "b": "lead"}
    assert with_one_lead({}, {"a": "lead"}) == {}


def test_a_time_that_has_passed_is_tomorrows() -> None:
    now = datetime(2025, 10, 14, 15, 0, tzinfo=LOCAL)
    assert meeting("1530", now, LOCAL) == now.replace(minute=30)
    assert meeting("9:05", now, LOCAL) == datetime(2025, 10, 15, 9, 5, tzinfo=LOCAL)
    assert meeting(" ", now, LOCAL) is None
    for wrong in ("25:00", "heute", "12"):
        with pytest.raises(ValueError):
            meeting(wrong, now, LOCAL)


def test_the_plan_sheet_is_a_paper_to_take_along(room: Room, tmp_path: Path, qapp: Any) -> None:
    case = walks.filed(room, item="21-903")
    parts = (
        JointPart(unit="safety", team="team-safety", officers=("officer-safety-1",)),
        JointPart(unit="police"),
    )
    given = {"joint_kind": JointKind.ENTERPRISE, "kind": TaskKind.HANDLE, "parts": parts}
    room.do(
        DispatchJoint, "dispatch-1", case=case, **given, place="祠堂东街", words="先断电，再查仓"
    )
    view = room.view(case, "dispatch-1")
    board = room.desk.ask(AskBoard(), "lead-1")
    names = words.names_of(room.desk.ask(AskReference(), "lead-1"), board.teams)
    document = joint_document(view, view.joints[0], names, "石碁镇")
    told = list(document.texts())
    assert {"先断电，再查仓", "祠堂东街", names["officer-safety-1"], "立即"} <= set(told)
    assert view.case.number in told
    assert write_pdf(document, tmp_path / "plan.pdf") == 1
    assert "先断电" in write_html(document)


def test_the_plan_sheet_is_saved_where_the_hand_says(seat: DeskSeat, tmp_path: Path) -> None:
    case = seat.context.selection.current_case
    parts = (JointPart(unit="safety", team="team-safety"), JointPart(unit="police"))
    given = {"joint_kind": JointKind.ENTERPRISE, "kind": TaskKind.HANDLE, "parts": parts}
    seat.room.do(DispatchJoint, "dispatch-1", case=case, **given, place="祠堂东街", words="先断电")
    paper = JointPaper(seat.panel, seat.context)
    for name, begins in (("plan.pdf", b"%PDF"), ("plan.html", b"<!DOCTYPE")):
        paper.save()
        seat.until(lambda: paper.files.open is not None)
        chooser, file = paper.files.open, tmp_path / name
        chooser.fileSelected.emit(str(file))
        chooser.reject()
        seat.until(file.exists)
        seat.until(lambda file=file, begins=begins: file.read_bytes()[:9].startswith(begins))
