"""The dispatch panel on the real Desk and the demo street, by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import AddNote, DispatchCase, FileCase, SetOfficerShift
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from tests.fakes import Room, local, open_room, writing
from tests.ui.deskseat import DeskSeat, seat_at
from ui.panels.dispatch import DispatchPanel

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PETROL = {
    "item": "21-903",
    "source": Source.HOTLINE,
    "words": "祠堂东街有很浓的汽油味",
}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    day = local("2019-07-11 00:00").date()
    made = open_room(tmp_path, "2019-07-11 10:04", day)
    yield made
    made.center.close()


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "dispatch-1", DispatchPanel) as made:
        yield made


def filed(room: Room, **fields: Any) -> str:
    case = room.report(**(PETROL | fields))
    room.do(FileCase, "lead-1", case=case)
    return case


def open_case(seat: DeskSeat, **fields: Any) -> str:
    case = filed(seat.room, **fields)
    seat.context.selection.set_case(case)
    seat.until(lambda: seat.panel.form.isVisible() and seat.panel._team is not None)
    seat.until(lambda: not seat.panel._fresh)
    settle(seat)
    return case


def settle(seat: DeskSeat) -> None:
    """Every question asked so far has been answered and shown, twice over."""
    for _ in range(2):
        done: list[int] = []
        seat.context.worker.run(lambda: 1, done.append)
        seat.until(lambda done=done: done == [1])


def texts(seat: DeskSeat) -> list[str]:
    return [one.text + " " + one.note for one in seat.panel.form.teams.choices.choices()]


def head(seat: DeskSeat) -> str:
    return seat.panel.findChild(QLabel, "dispatch.head").text()


def status(seat: DeskSeat) -> str:
    return seat.panel.findChild(QLabel, "dispatch.status").text()


def sender(seat: DeskSeat) -> QPushButton:
    return seat.panel.findChild(QPushButton, "dispatch.send")


def test_petrol_is_sent_by_three_keys(seat: DeskSeat) -> None:
    case = open_case(seat)
    assert seat.panel.form.unit == "safety"
    assert "危化品非法储运" in head(seat) and "紧急" in head(seat)
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_1)
    seat.until(lambda: sender(seat).isEnabled())
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: seat.room.case(case).state is CaseState.DISPATCHED)
    tasks = {one.unit: one for one in seat.room.view(case).tasks}
    parts = {unit: one.role.value for unit, one in tasks.items()}
    assert parts == {"safety": "lead", "police": "notify", "fire": "notify"}
    assert tasks["safety"].team == "team-safety"
    assert len(tasks["safety"].officers) == 2
    seat.until(lambda: not sender(seat).isVisible())
    assert "待签收" in head(seat)


def test_other_units_help_or_are_told(seat: DeskSeat) -> None:
    case = open_case(seat)
    others = seat.panel.form.others
    listed = [one.text for one in others.choices.choices()]
    assert "派出所" in listed[0] + listed[1] + listed[2]
    assert not any("安监中队" in text for text in listed)
    assert others.ticks() == {"police": "notify", "fire": "notify"}  # as the run card says
    others.setFocus()
    keys = [one.key for one in others.choices.choices()]
    others.mark(keys.index("fire"))
    seat.press(K.Key_Space)
    seat.press(K.Key_Space)
    assert others.ticks() == {"police": "notify", "fire": "co"}
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: seat.room.case(case).state is CaseState.DISPATCHED)
    parts = {one.unit: one.role.value for one in seat.room.view(case).tasks}
    assert parts == {"safety": "lead", "police": "notify", "fire": "co"}


def test_every_team_has_a_reason_for_its_place_or_its_exclusion(seat: DeskSeat) -> None:
    open_case(seat, item="05-01", words="流动摊贩占道")
    rows = texts(seat)
    assert len(rows) == 4
    ranked = [row for row in rows if row[0].isdigit()]
    assert all("分" in row and "沿路" in row and "有效证件" in row for row in ranked)
    assert [row[0] for row in ranked] == [str(n) for n in range(1, len(ranked) + 1)]
    assert sum("★" in row for row in rows) == 1
    seat.panel.form.kind.setFocus()
    for _ in range(4):
        seat.press(K.Key_Right)
    seat.until(lambda: seat.panel._view.kind is TaskKind.COERCE)
    out = [row for row in texts(seat) if row.startswith("×")]
    assert any("不可派" in row and "证件" in row for row in out)


def test_a_block_cannot_be_clicked_away(seat: DeskSeat) -> None:
    case = open_case(seat)
    officers = seat.panel.form.officers
    seat.panel.form.kind.setFocus()
    while seat.panel.form.kind.key != "inspect":
        seat.press(K.Key_Right if seat.panel.form.kind.key in ("patrol", "handle") else K.Key_Left)
    officers.setFocus()
    for row, key in enumerate(officers.ticks()):
        officers.mark([one.key for one in officers.choices.choices()].index(key))
        if row == 0:
            seat.press(K.Key_Space)
    seat.until(lambda: seat.panel.form.law.blocked)
    label = seat.panel.findChild(QLabel, "law.two_certificates")
    assert "禁止" in label.text() and "行政处罚法42" in label.text()
    assert not sender(seat).isEnabled()
    seat.press(K.Key_Return, CTRL)
    assert "法律不允许" in status(seat)
    settle(seat)
    assert seat.room.case(case).state is CaseState.FILED


def test_an_expired_officer_is_named_and_blocks(seat: DeskSeat) -> None:
    open_case(seat)
    rows = seat.panel.form.officers.choices.choices()
    expired = next(one for one in rows if "已过期" in one.note)
    assert expired.tone == "danger"
    assert all(expired.key != key for key in seat.panel.form.officers.ticks())
    seat.panel.form.set_kind(TaskKind.ENFORCE)
    seat.panel.form.officers.setFocus()
    seat.panel.form.officers.mark([one.key for one in rows].index(expired.key))
    seat.press(K.Key_Space)
    seat.until(lambda: seat.panel.findChild(QLabel, "law.certificate_expired"))
    assert not sender(seat).isEnabled()


def test_a_warning_wants_a_reason_of_four_characters(seat: DeskSeat) -> None:
    case = open_case(seat)
    seat.panel.form.lead.setFocus()
    seat.panel.form.lead.line.selectAll()
    QTest.keyClick(seat.panel.form.lead.line, K.Key_Backspace)
    seat.type("住建")
    seat.press(K.Key_Return)
    seat.until(lambda: seat.panel.form.unit == "housing")
    seat.panel.form.set_kind(TaskKind.HANDLE)
    seat.panel._ask()
    seat.until(lambda: seat.panel.findChild(QLineEdit, "reason.no_power"))
    settle(seat)
    seat.panel.form.others.setFocus()
    seat.press(K.Key_Return)
    assert seat.panel.findChild(QLineEdit, "reason.no_power").hasFocus()
    seat.panel.form.others.setFocus()
    seat.press(K.Key_Return, CTRL)
    line = seat.panel.findChild(QLineEdit, "reason.no_power")
    assert line.hasFocus()
    seat.type("急")
    seat.press(K.Key_Return, CTRL)
    assert "理由" in status(seat)
    seat.type("需住建先行加固")
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: seat.room.case(case).state is CaseState.DISPATCHED)
    assert seat.room.case(case).lead_unit == "housing"


def test_a_digit_in_a_reason_is_a_digit(seat: DeskSeat) -> None:
    open_case(seat)
    seat.panel.form.lead.line.setFocus()
    seat.panel.form.lead.line.clear()
    QTest.keyClicks(seat.panel.form.lead.line, "12")
    assert seat.panel.form.lead.line.text() == "12"


def test_a_change_by_somebody_else_is_said(seat: DeskSeat) -> None:
    case = open_case(seat)
    seat.room.do(AddNote, "lead-1", case=case, words="来电补充：还有一辆车")
    version = seat.room.case(case).version
    if version != seat.panel._case.version:
        seat.until(lambda: seat.panel._case.version == version)
        assert "变动" in status(seat)
    other = DispatchCase(case=case, seen=version, lead_unit="police", kind=TaskKind.HANDLE)
    seat.room.desk.do(other, "dispatch-2")
    seat.until(lambda: not seat.panel.form.isVisible())
    assert "待签收" in head(seat)


def test_an_officer_who_goes_off_shift_is_seen(seat: DeskSeat) -> None:
    open_case(seat)
    ticked = next(iter(seat.panel.form.officers.ticks()))
    seat.room.do(SetOfficerShift, "dispatch-2", officer=ticked, on_shift=False)
    seat.until(
        lambda: (
            "不在岗"
            in next(
                one.note for one in seat.panel.form.officers.choices.choices() if one.key == ticked
            )
        )
    )


def test_a_case_that_is_not_filed_offers_nothing(seat: DeskSeat) -> None:
    seat.context.selection.set_case(seat.room.report(**PETROL))
    seat.until(lambda: "待立案" in head(seat))
    assert not seat.panel.form.isVisible() and not sender(seat).isVisible()
    seat.context.selection.set_case("")
    assert "请先" in head(seat)


def test_only_a_dispatcher_sends(seat: DeskSeat) -> None:
    seat.context.roles = frozenset({Role.INTAKE_OFFICER})
    open_case(seat)
    assert not sender(seat).isEnabled()
    assert "调度员" in sender(seat).toolTip()


def test_the_map_hears_who_may_go(seat: DeskSeat) -> None:
    heard: list[Any] = []
    seat.panel.candidates_shown.connect(heard.append)
    open_case(seat)
    seat.until(lambda: heard and heard[-1])
    assert heard[-1][0]["rank"] == 1
    seat.context.selection.set_case("")
    assert heard[-1] == []


def test_escape_goes_back_to_the_queue(seat: DeskSeat) -> None:
    open_case(seat)
    seat.panel.form.teams.setFocus()
    with seat.bot.waitSignal(seat.panel.left):
        seat.press(K.Key_Escape)


def test_enter_goes_on_and_ends_at_the_button(seat: DeskSeat) -> None:
    open_case(seat)
    seat.panel.form.lead.line.setFocus()
    names = []
    for _ in range(5):
        names.append(QApplication.focusWidget().objectName().removeprefix("dispatch."))
        seat.press(K.Key_Return)
    assert names == ["lead", "kind", "teams", "officers", "others"]
    assert QApplication.focusWidget() is sender(seat)


def test_a_late_answer_does_not_call_a_hand_back(seat: DeskSeat) -> None:
    case = open_case(seat)
    left: list[int] = []
    seat.panel.left.connect(lambda: left.append(1))
    elsewhere = QLineEdit()
    seat.bot.addWidget(elsewhere)
    seat.panel.form.teams.setFocus()
    with writing(seat.room.desk):  # the command waits behind another writer
        seat.press(K.Key_Return, CTRL)
        elsewhere.show()
        elsewhere.activateWindow()
        seat.bot.waitActive(elsewhere)
        elsewhere.setFocus()
    seat.until(lambda: not seat.panel.form.isVisible())
    assert seat.room.case(case).state is CaseState.DISPATCHED
    settle(seat)
    assert left == []


def test_sending_goes_back_to_the_queue(seat: DeskSeat) -> None:
    open_case(seat)
    seat.panel.form.teams.setFocus()
    with seat.bot.waitSignal(seat.panel.left):
        seat.press(K.Key_Return, CTRL)
