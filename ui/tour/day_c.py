"""Day C, a typhoon from its first order to the purge (domain.md section 11), played by hand."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from commandcenter.app import Center
from commandcenter.domain.plan import Response
from commandcenter.services.views import AskCase
from ui.tour import flight, levels, outage, storm
from ui.tour.clock import TourClock
from ui.tour.day_c_proof import proven
from ui.tour.hands import TourFault
from ui.tour.scene import Scene, seat_at_server
from ui.tour.stage import Stage

DAY = "2025-09-22"
DAY1, DAY2, DAY3 = "2025-09-23", "2025-09-24", "2025-09-25"
START = f"{DAY} 08:00"
FIRST = "lead-1"
LESSON = "社会面组未应答：值班电话每月核对一次，由值班长负责，十月底前办好"
ORDER = "防指〔2025〕{}号"


def opened(folder: Path, clock: TourClock, theme: str) -> AbstractContextManager[Scene]:
    """A seat at the street's server, on the morning before the typhoon."""

    def prepare(street: Center) -> None:
        storm.before(street.desk)

    return seat_at_server(folder, clock, theme, FIRST, date.fromisoformat(DAY), prepare)


def play(stage: Stage) -> None:
    """Every step of four days; TourFault at the first that does not come true."""
    _warned(stage)
    routine = _deferred(stage)
    _called(stage)
    _evacuated(stage)
    outage.played(stage, DAY1)
    _resumed(stage, routine)
    _afterwards(stage)


def prove(street: Center, case: str) -> list[str]:
    """What must be true in the file after the window has gone."""
    return proven(street)


def _warned(stage: Stage) -> None:
    with stage.step("席位已登录服务器：平时，41 件日常任务", f"{DAY} 08:25"):
        stage.painted()
    with stage.step("Ⅳ级：本席提出，带班领导在另一席确认", "08:30"):
        levels.switch(stage, Response.IV, ORDER.format(1), "duty-1", first=True)
        if storm.mode(stage.street.desk).held:
            raise TourFault("Ⅳ holds something")
    with stage.step("首报：电话、书面", "08:50"):
        levels.report(stage, 2)


def _deferred(stage: Stage) -> dict[str, object]:
    desk = stage.street.desk
    before = {line.id: desk.ask(AskCase(case=line.id), FIRST).case for line in stage.board().cases}
    with stage.step("Ⅲ级：41 件顺延，全台换布局", f"{DAY} 14:40"):
        levels.switch(stage, Response.III, ORDER.format(2), "director-1")
        if storm.mode(desk).held != storm.ROUTINE:
            raise TourFault(f"{storm.mode(desk).held} are deferred")
    return before


def _called(stage: Stage) -> None:
    with stage.step("召集九支队伍", "14:42"):
        levels.call(stage, storm.TEAMS)
    with stage.step("八队答复，一队未答复", "15:05"):
        levels.answers(stage, storm.TEAMS - 1)
    with stage.step("超时未答复的一队转红", "15:14"):
        stage.hands.wait("a red team", lambda: storm.mode(stage.street.desk).silent == 1)
        tabs = stage.desk.panels["mode"].tabs
        stage.told("the tab", lambda: tabs.tabText(1), "■")
    with stage.step("六小时一报：20:40", "20:35"):
        levels.report(stage)


def _evacuated(stage: Stage) -> None:
    desk = stage.street.desk
    storm.reports(desk, stage.clock, f"{DAY1} 05:59")
    with stage.step("Ⅱ级：每两小时一报", f"{DAY1} 06:00"):
        levels.switch(stage, Response.II, ORDER.format(3), "secretary-1")
    with stage.step("续报 08:00", f"{DAY1} 07:55"):
        levels.report(stage)
    with stage.step("社区送来表格：126 人须转移", f"{DAY1} 08:10"):
        file = storm.sheet(stage.street.folder.parent)
        flight.take_in(stage, file, storm.PEOPLE)
    with stage.step("118 人去三处安置点，8 人仍红", f"{DAY1} 08:20"):
        flight.send(stage)
        stage.hands.wait("8 red on the map", lambda: flight.on_map(stage) == 8)
    with stage.step("续报 10:00", f"{DAY1} 09:55"):
        levels.report(stage)
    storm.reports(desk, stage.clock, f"{DAY1} 12:00")


def _resumed(stage: Stage, routine: dict[str, object]) -> None:
    desk = stage.street.desk
    storm.reports(desk, stage.clock, f"{DAY2} 08:59")
    with stage.step("Ⅳ级：41 件恢复，剩余时限分毫不差", f"{DAY2} 09:00"):
        levels.switch(stage, Response.IV, ORDER.format(4), "duty-1")
        _exact(stage, routine)
    storm.reports(desk, stage.clock, f"{DAY2} 17:59")
    with stage.step("解除应急，终报", f"{DAY2} 18:00"):
        levels.switch(stage, None, ORDER.format(5), "duty-1")
        levels.report(stage)


def _exact(stage: Stage, routine: dict[str, object]) -> None:
    """Each has at the second switch what it had left at the first, to the second."""
    desk = stage.street.desk
    steps = {one.order_no: one.decided_at for one in storm.whole(desk).switches}
    held, resumed = steps[ORDER.format(2)], steps[ORDER.format(4)]
    for key, was in routine.items():
        case = desk.ask(AskCase(case=key), FIRST).case
        if case.hold or storm.left(desk, case, resumed) != storm.left(desk, was, held):
            raise TourFault(f"{key} does not go on with what it had left")


def _afterwards(stage: Stage) -> None:
    hands, panel = stage.hands, stage.desk.panels["plans"]
    records = panel.records
    with stage.step("复盘报告由日志起草，记入", f"{DAY3} 09:30"):
        stage.desk.window.go("queue")
        stage.way.page("Ctrl+Shift+Y", "plans")
        hands.press("Ctrl+2")
        hands.wait("the review's draft", lambda: records.words.toPlainText())
        hands.wait("it may be recorded", records.buttons["save"].isEnabled)
        records.tabs.setCurrentIndex(1)
        records.words.setFocus()
        for keys in ("Ctrl+End", "Shift+Home"):
            hands.press(keys)
        hands.type(LESSON)
        hands.press("Ctrl+S")
        hands.wait("the review", records.words.isReadOnly)
    with stage.step("清除名单：提出，领导电话批准，126 人资料清除", f"{DAY3} 10:00"):
        purge = records.purge
        records.tabs.setCurrentWidget(purge)
        hands.wait("the list", lambda: purge.table.rows.rowCount() > 0)
        purge.table.setFocus()
        hands.press("Ctrl+Return")
        hands.wait("who approves", purge.leader.isVisible)
        hands.press("Ctrl+Return")
        stage.told("the purge", purge.said.text, f"已清除 {storm.PEOPLE} 人")
