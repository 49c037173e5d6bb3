"""Day A, petrol, 2019-07-11 (domain.md section 11), played by hand."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from commandcenter.app import Center
from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import SendToCheck
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind, TaskState
from commandcenter.services.views import AskBoard, AskCase, CaseView
from ui.tour.clock import TourClock
from ui.tour.hands import TourFault
from ui.tour.scene import Scene, own_desk
from ui.tour.stage import Stage

DAY = "2019-07-11"
START = "09:58"
FIRST = "intake-1"
COLLECTOR = "member-070"
CHECKER = "member-069"
LOCAL = ZoneInfo("Asia/Shanghai")
WORDS = "祠堂东街一间仓库门口有很重的汽油味，卷帘门半开，里面停着两辆改装面包车"
GOODS = "汽油约1500升；改装面包车2辆"


def opened(folder: Path, clock: TourClock, theme: str) -> AbstractContextManager[Scene]:
    """The demo street as it was founded."""
    return own_desk(folder, clock, theme, FIRST, date.fromisoformat(DAY))


def play(stage: Stage) -> None:
    """Every step of the day; TourFault at the first that does not come true."""
    names = stage.desk.context.reference.names
    _report(stage, names)
    _file(stage)
    _send(stage)
    _work(stage)
    _end(stage)


def _report(stage: Stage, names: dict[str, str]) -> None:
    with stage.step("开席：受理员就座，队列与地图就绪", "09:59"):
        stage.painted()
    with stage.step("网格员来电，键盘受理，填写中", "10:00"):
        stage.way.report(names[COLLECTOR], "21-903", "祠堂东街", WORDS)
    with stage.step("上报受理：危化品，紧急", "10:02"):
        before = {line.id for line in _board(stage).cases}
        stage.done(lambda: {line.id for line in _board(stage).cases} - before)
        stage.case = ({line.id for line in _board(stage).cases} - before).pop()
        stage.way.pick(stage.case)


def _file(stage: Stage) -> None:
    with stage.step("值班长就座，立案发号", "10:03"):
        stage.sit("lead-1")
        stage.way.begin("F3", "case.file")
        stage.way.give(lambda: stage.state(CaseState.FILED))


def _send(stage: Stage) -> None:
    with stage.step("调度员就座，派遣面板：候选与理由", "10:04"):
        stage.sit("dispatch-1")
        stage.way.dispatch("safety", ("police", "fire"))
    with stage.step("派遣安监中队，知会派出所、消防", "10:05"):
        stage.way.give(lambda: stage.state(CaseState.DISPATCHED))
    with stage.step("安监中队电话签收，代录", "10:06"):
        stage.way.begin("F5", "task.sign")
        stage.way.choose("task", _lead(stage).id)
        stage.way.give(lambda: stage.state(CaseState.IN_PROGRESS))


def _work(stage: Stage) -> None:
    with stage.step("出发：亮证准备、记录仪编号", "10:08"):
        stage.way.begin("F6", "task.depart")
        stage.way.check("certificates_ready")
        if stage.way.blank("recorder"):
            stage.way.write("recorder", "AJ-0711")
        version = stage.view().case.version
        stage.way.give(lambda: stage.grown(version))
    with stage.step("到达现场", "10:28"):
        stage.way.begin("F7", "task.arrive")
        stage.way.give(lambda: stage.hands.wait("on scene", lambda: _lead(stage).on_scene_at))
    with stage.step("查获约1500升，扣押两车：立子卷，填写", "10:35"):
        stage.way.begin("F", "docket.open")
        stage.way.choose("kind", DocketKind.SEIZURE)
        stage.way.write("decision", "番安监扣〔2019〕11号")
        stage.way.write("goods", GOODS)
    with stage.step("扣押决定与清单入卷，时限起算", "10:35"):
        stage.way.give(lambda: stage.hands.wait("the docket", lambda: stage.view().dockets))
    with stage.step("现场反馈，附处置后照片", "11:00"):
        stage.way.begin("F8", "case.feedback")
        stage.way.paste()
        stage.way.write("words", "汽油已由有资质单位转运，现场清理完毕，扣押两车已入库")
        stage.way.give(lambda: stage.state(CaseState.FEEDBACK))


def _end(stage: Stage) -> None:
    with stage.step("采办分离：采集人不得核查，被拒", "11:08"):
        stage.sit("intake-1")
        _collector_refused(stage)
        stage.way.begin("F9", "case.check")
    with stage.step("送另一名网格员核查", "11:10"):
        if COLLECTOR in stage.way.offered("checker"):
            raise TourFault("the collector is offered as checker")
        stage.way.choose("checker", CHECKER)
        stage.way.give(lambda: stage.state(CaseState.CHECKING))
    with stage.step("核查通过，代录", "11:18"):
        stage.way.begin("Shift+F9", "check.pass")
        stage.way.give(lambda: stage.hands.wait("a verdict", lambda: stage.view().case.verdict))
    with stage.step("值班长结案；子卷仍在列", "11:20"):
        stage.sit("lead-1")
        stage.way.begin("F10", "case.close")
        stage.way.give(lambda: stage.state(CaseState.CLOSED))
    with stage.step("查找：结案后按尾号仍能找到", "11:21"):
        stage.way.find("000001")


def _collector_refused(stage: Stage) -> None:
    """The Desk refuses the collector as checker, and the form does not offer him."""
    desk = stage.street.desk
    command = SendToCheck(case=stage.case, seen=stage.view().case.version, checker=COLLECTOR)
    try:
        desk.do(command, FIRST)
    except Refusal as refused:
        if refused.code == "collector_checks":
            return
        raise TourFault(f"refused, but for {refused.code}") from refused
    raise TourFault("the collector was let check")


def _board(stage: Stage):
    return stage.street.desk.ask(AskBoard(), "lead-1")


def _lead(stage: Stage):
    return next(one for one in stage.view().tasks if one.role.value == "lead")


def prove(center: Center, case: str) -> list[str]:
    """What must be true in the file after the window has gone, read through a second Desk."""
    if not case:
        return ["no case was made"]
    view: CaseView = center.desk.ask(AskCase(case=case), "lead-1")
    local = {one.kind: one.happened_at.astimezone(LOCAL) for one in _entries(center, case)}
    docket = next((one for one in view.dockets if one.kind is DocketKind.SEIZURE), None)
    lead = next((one for one in view.tasks if one.role.value == "lead"), None)
    told = {one.unit for one in view.tasks if one.role.value == "notify"}
    kinds = [entry.kind for entry in _entries(center, case)]
    due = datetime(2019, 7, 12, 10, 35, tzinfo=LOCAL).astimezone(UTC)
    facts = {
        "closed": view.case.state is CaseState.CLOSED,
        "urgent item 21-903": (view.case.item, view.case.level.value) == ("21-903", "urgent"),
        "lamps green: no stage was late": view.case.late_stages == (),
        "closed before its due": bool(view.case.due and view.case.closed_at)
        and view.case.closed_at <= view.case.due,
        "lead is 安监中队, inspect": lead is not None
        and (lead.unit, lead.kind) == ("safety", TaskKind.INSPECT),
        "two officers with certificates": lead is not None and len(lead.officers) >= 2,
        "recorder number": lead is not None and bool(lead.recorder),
        "police and fire notified": told == {"police", "fire"},
        "on scene by 10:30": local["task_arrived"].strftime("%H:%M") <= "10:30",
        "task done": lead is not None and lead.state is TaskState.DONE,
        "collector is not the checker": view.case.reporter == COLLECTOR
        and view.case.checker == CHECKER,
        "seizure docket open": docket is not None and docket.open,
        "report due 07-12 10:35": docket is not None
        and docket.report_due is not None
        and abs((docket.report_due - due).total_seconds()) < 60,
        "limit 08-10, a Saturday": docket is not None and docket.limit_on == date(2019, 8, 10),
        "crime-transfer reminder": "crime_transfer" in view.reminders,
        "no step skipped": kinds == KINDS,
        "journal verifies": center.verify().good,
        "replay gives the rows": center.differences() == [],
    }
    return [f"not true: {what}" for what, holds in facts.items() if not holds]


KINDS = [
    "case_reported",
    "case_filed",
    "case_dispatched",
    "task_signed",
    "task_departed",
    "task_arrived",
    "docket_opened",
    "feedback_given",
    "check_asked",
    "check_recorded",
    "case_closed",
]


def _entries(center: Center, case: str):
    return [one for one in center.desk.changes(0).entries if one.subject == case]
