"""Day B (domain.md section 11) through the real window by keys: three departments are called."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import (
    CheckInWhistle,
    ContactWhistle,
    DeliverWhistle,
    FinishConsultTask,
    RateWhistle,
)
from commandcenter.domain.whistle import WhistleState
from tests.e2e.test_day_b import CALLED, close, part, the_one, wall
from tests.e2e.test_window_keys import Seat
from tests.fakes import Room, local, open_room
from tests.ui.test_day_e import form, give, sit, sitting, write
from ui.models.whistles import WhistleRow
from ui.panels.step_choose import TickList
from ui.panels.whistles import WhistlesPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def panel(seat: Seat) -> WhistlesPanel:
    """The list of whistles, opened by its key, with the keyboard in it."""
    seat.keys("Ctrl+B")
    found: WhistlesPanel = seat.desk.panels["whistles"]
    seat.bot.waitUntil(found.called.list.hasFocus)
    return found


def go_to(seat: Seat, unit: str) -> None:
    """The mark stands on this department's row."""
    page = panel(seat).called
    seat.bot.waitUntil(lambda: any(f"/{unit}" in one.key for one in page.rows.choices()))
    for _ in page.rows.choices():
        one = page.current()
        if one is not None and one.part is not None and one.part.part.unit == unit:
            return
        seat.keys("Down")
    raise AssertionError(unit)


def step(seat: Seat, key: str, action: str, words: str = "") -> None:
    """A key on the marked row opens the action's form, which is given."""
    page = seat.desk.panels["whistles"].called
    if key == "Return":
        seat.bot.waitUntil(lambda: (page.current() or WhistleRow).action == action)
    seat.keys(key)
    form(seat, action)
    if words:
        write(seat, words)
    give(seat)


def chosen(seat: Seat, wanted: str) -> None:
    """Go down in the choice that has the keyboard until it says this."""
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox), box
    for _ in range(box.count()):
        if box.currentData() == wanted:
            return
        seat.keys("Down")
    raise AssertionError(wanted)


def ticked(seat: Seat, wanted: set[str]) -> None:
    """Go on with Tab to the list and tick these."""
    for _ in range(6):
        if isinstance(QApplication.focusWidget(), TickList):
            break
        seat.keys("Tab")
    units = QApplication.focusWidget()
    assert isinstance(units, TickList), units
    for row in range(units.count()):
        units.setCurrentRow(row)
        seat.keys("Space")
        if not set(units.ticked()) <= wanted:
            seat.keys("Space")
    assert set(units.ticked()) == wanted


def draft(seat: Seat, case: str) -> None:
    """Shift+W on the case: housing leads, water and enforcement come too."""
    seat.pick(case)
    seat.keys("Shift+W")
    form(seat, "whistle.draft")
    seat.keys("Tab")
    chosen(seat, "housing")
    seat.keys("Tab")
    ticked(seat, {"water", "enforcement"})
    write(seat, "请三部门到场会同处置倾斜围墙")
    give(seat)
    seat.bot.waitUntil(lambda: seat.room.case(case).whistle == "draft")


def approved(seat: Seat, case: str) -> None:
    """10:05: the deputy director approves by telephone; the dispatcher enters it."""
    room = seat.room
    sit(seat, "dispatch-1", "2025-10-14 10:05")
    page = panel(seat).called
    seat.bot.waitUntil(lambda: page.rows.rowCount() == 4)
    step(seat, "Return", "whistle.approve")
    seat.bot.waitUntil(lambda: room.case(case).whistle == "blown")
    seat.bot.waitUntil(lambda: "已吹哨" in page.rows.choice(0).text)
    assert the_one(room).whistle.decided_by in ("duty-1", "leader-1", "director-1", "secretary-1")
    assert part(room, "water").part.sign_due == local("2025-10-14 11:05")


def signed_and_returned(seat: Seat, case: str) -> None:
    """10:20 and 10:50 two sign; water wants to return, is late, is designated and signs."""
    room = seat.room
    for at, unit in (("10:20", "housing"), ("10:50", "enforcement")):
        room.clock.set(at)
        go_to(seat, unit)
        step(seat, "Return", "whistle.sign")
        seat.bot.waitUntil(lambda unit=unit: part(room, unit).part.state == "signed")
    room.clock.set("11:00")
    go_to(seat, "water")
    step(seat, "T", "whistle.return", "墙不是水利设施")
    seat.bot.waitUntil(lambda: part(room, "water").part.asked_at is not None)
    room.clock.set("11:06")
    room.desk.tick()
    page = panel(seat).called
    seat.bot.waitUntil(lambda: page.rows.choice(0).text.endswith("▲ 超时 1 次"))
    seat.keys("2")
    assert page.rows.rowCount() == 4
    go_to(seat, "water")
    seat.keys("U")
    seat.bot.waitUntil(lambda: part(room, "water").part.urged == 1)
    room.clock.set("14:20")
    step(seat, "R", "whistle.return_refuse", "河岸基础由水务负责")
    seat.bot.waitUntil(lambda: part(room, "water").part.designated)
    room.clock.set("14:25")
    go_to(seat, "water")
    seat.keys("1")
    go_to(seat, "water")
    step(seat, "Return", "whistle.sign")
    seat.bot.waitUntil(lambda: part(room, "water").part.state == "signed")


def met(seat: Seat, case: str) -> None:
    """10-16 09:30: the consultation, called and recorded by keys, with three tasks."""
    room = seat.room
    sit(seat, "lead-1", "2025-10-15 16:00")
    seat.pick(case)
    seat.keys("Shift+Q")
    form(seat, "consult.call")
    seat.keys("Tab")
    ticked(seat, set(CALLED))
    write(seat, "围墙加固方案")
    give(seat)
    seat.bot.waitUntil(lambda: len(room.view(case).consultations) == 1)
    assert room.view(case).consultations[0].consultation.meets_at == local("2025-10-16 09:30")
    room.clock.set("2025-10-16 09:30")
    seat.keys("Ctrl+Shift+B")
    page = seat.desk.panels["whistles"].meetings
    seat.bot.waitUntil(page.list.hasFocus)
    seat.bot.waitUntil(lambda: page.rows.rowCount() == 1)
    seat.keys("Return")
    seat.bot.waitUntil(page.form.came.hasFocus)
    seat.keys("Tab")
    seat.hands.type("先围蔽，再加固")
    seat.keys("Tab")
    for line in ("住建 设计加固 10-21", "水务 排查基础 10-21", "综合执法 清理占压 10-21"):
        seat.hands.type(line)
        seat.keys("Return")
    assert page.form.read.text().count("✓") == 3, page.form.read.text()
    seat.keys("Ctrl+Return")
    seat.bot.waitUntil(lambda: len(room.view(case).consultations[0].tasks) == 3)
    seat.bot.waitUntil(page.list.hasFocus)
    tasks = room.view(case).consultations[0].tasks
    assert {one.task.due for one in tasks} == {local("2025-10-21 17:30")}


def there(room: Room, case: str) -> None:
    """10-15: the departments' own people, elsewhere, make contact and check in by the code."""
    whistle = the_one(room).whistle
    room.clock.set("2025-10-15 09:00")
    for unit in CALLED:
        said = {"case": case, "whistle": whistle.id, "unit": unit}
        room.do(ContactWhistle, f"unit-{unit}", **said)
        room.do(CheckInWhistle, f"unit-{unit}", code=whistle.code, **said)


def delivered(room: Room, case: str) -> None:
    """10-21: their tasks of the consultation are done, then their parts."""
    whistle = the_one(room).whistle.id
    room.clock.set("2025-10-21 15:00")
    for one in room.view(case).consultations[0].tasks:
        room.do(FinishConsultTask, f"unit-{one.task.unit}", case=case, task=one.task.id)
    for unit in CALLED:
        room.do(DeliverWhistle, f"unit-{unit}", case=case, whistle=whistle, unit=unit,
                words="已按会商完成")  # fmt: skip


def rated(seat: Seat, case: str) -> None:
    """10-23: the street rates each by keys, each the street; then it leaves the list."""
    room = seat.room
    sit(seat, "lead-1", "2025-10-23 10:00")
    page = panel(seat).called
    for left in (2, 1, 0):
        seat.bot.waitUntil(lambda: "待互评" in page.rows.choice(0).text)
        seat.keys("Home")
        step(seat, "Return", "whistle.rate")
        seat.bot.waitUntil(lambda left=left: sum(side for _, side in the_one(room).waiting) == left)
        panel(seat)
    whistle = the_one(room).whistle.id
    for unit in CALLED:
        room.do(RateWhistle, f"unit-{unit}", case=case, whistle=whistle, unit=unit, score=95)
    seat.bot.waitUntil(lambda: page.rows.rowCount() == 0)
    assert "没有在办的吹哨" in page.total.text()


def test_day_b_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "street", "2025-10-14 09:10")
    case = wall(room)
    with sitting(qtbot, room, tmp_path, "dispatch-1") as seat:
        sit(seat, "dispatch-1", "2025-10-14 09:40")
        draft(seat, case)
        approved(seat, case)
        signed_and_returned(seat, case)
        there(room, case)
        met(seat, case)
        delivered(room, case)
        close(room, case)
        assert the_one(room).whistle.state is WhistleState.CLOSED
        assert the_one(room).late == 1
        assert room.case(case).lead_unit == "sanitation"
        rated(seat, case)
