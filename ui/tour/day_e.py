"""Day E, noise reported to 12345: three rounds, one case (domain.md section 11), by hand."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from commandcenter.app import Center
from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    FinishTask,
    GiveFeedback,
    Picture,
    RecordCheck,
    ReportCase,
    SendToCheck,
    SignTask,
)
from ui.tour import callback
from ui.tour.clock import LOCAL, TourClock
from ui.tour.day_e_proof import NAME, PHONE, masked_for_others, proven
from ui.tour.deeds import CHECKER, Deeds
from ui.tour.hands import TourFault
from ui.tour.props import photo_bytes
from ui.tour.scene import Scene, own_desk
from ui.tour.stage import Stage

DAY = "2025-10-13"
START = f"{DAY} 09:15"
FIRST, UNIT = "lead-1", "unit-police"
CALL = {
    "item": "21-909",
    "source": Source.HOTLINE,
    "source_number": "12345-1",
    "words": f"我是三楼的{NAME}，楼下商铺夜里十二点还在放音响",
    "place": "祠堂东街18号一楼商铺",
    "caller_name": NAME,
    "caller_phone": PHONE,
    "lon": 113.4325,
    "lat": 22.95086,
}


def opened(folder: Path, clock: TourClock, theme: str) -> AbstractContextManager[Scene]:
    """The demo street as it was founded."""
    return own_desk(folder, clock, theme, FIRST, date.fromisoformat(DAY))


def play(stage: Stage) -> None:
    """Every step of a month; TourFault at the first that does not come true."""
    stage.secrets = (PHONE,)
    _came(stage)
    _sent(stage)
    _first_round(stage)
    _called(stage, "2025-10-20 10:00", "unsatisfied", "不满意：夜里十二点还在放")
    _redone(stage)
    _again(stage, 2, "2025-10-27 10:00", "2025-10-28 10:00")
    _called(stage, "2025-10-29 09:30", "unsatisfied", "又不满意：换了曲子接着放")
    _owed(stage)
    _three_units(stage)
    _answered(stage)
    _helped(stage)
    _again(stage, 3, "2025-11-10 10:00", "2025-11-10 16:00")
    _called(stage, "2025-11-11 10:00", "basically", "")


def prove(street: Center, case: str) -> list[str]:
    """What must be true in the file after the window has gone."""
    return proven(street, case)


def _due(stage: Stage, wanted: str) -> None:
    due = stage.view().case.due
    told = f"{due.astimezone(LOCAL):%Y-%m-%d %H:%M}" if due is not None else "never"
    if told != wanted:
        raise TourFault(f"due {told}, not {wanted}")


def _came(stage: Stage) -> None:
    desk = stage.street.desk
    with stage.step("12345 转来一件：深夜音响扰民", f"{DAY} 09:20"):
        stage.painted()
        stage.case = Deeds(desk).do(ReportCase, "gateway-1", hotline_at=desk.now(), **CALL)
        stage.painted()
        stage.look_at(stage.case)
    with stage.step("值班长立案：五个工作日，10-20 17:30 到期", "09:30"):
        stage.way.begin("F3", "case.file")
        stage.way.give(lambda: stage.state(CaseState.FILED))
        _due(stage, "2025-10-20 17:30")


def _sent(stage: Stage) -> None:
    with stage.step("派遣面板：主办派出所与理由", "09:31"):
        stage.sit("dispatch-1")
        stage.way.dispatch("police")
    with stage.step("派遣派出所", "09:32"):
        stage.way.give(lambda: stage.state(CaseState.DISPATCHED))
    with stage.step("派出所电话签收，代录", "09:50"):
        stage.way.begin("F5", "task.sign")
        stage.way.give(lambda: stage.state(CaseState.IN_PROGRESS))
    with stage.step("联系诉求人：电话打码，联系时限停止", "10:30"):
        stage.way.begin("C", "case.contact")
        stage.way.write("words", "已电话联系，今晚到场")
        stage.done(lambda: stage.view().case.contacted_at)
        _others_see_nothing(stage)


def _others_see_nothing(stage: Stage) -> None:
    said = masked_for_others(stage.street.desk, stage.case)
    if said:
        raise TourFault("; ".join(said))


def _first_round(stage: Stage) -> None:
    with stage.step("派出所反馈，附处置后照片", "2025-10-17 10:00"):
        stage.way.begin("F8", "case.feedback")
        stage.way.paste()
        stage.way.write("words", "已约谈，音响已关")
        stage.way.give(lambda: stage.state(CaseState.FEEDBACK))
    with stage.step("送核查；核查通过，转回访", "15:00"):
        stage.sit("intake-1")
        stage.way.begin("F9", "case.check")
        stage.way.choose("checker", CHECKER)
        stage.way.give(lambda: stage.state(CaseState.CHECKING))
        stage.way.begin("Shift+F9", "check.pass")
        stage.way.give(lambda: stage.state(CaseState.CALLBACK))


def _again(stage: Stage, number: int, fed: str, checked: str) -> None:
    """A round worked elsewhere: fed back by the unit, checked by a grid member."""
    deeds, desk = Deeds(stage.street.desk), stage.street.desk
    with stage.step(f"第 {number} 轮办理：别处反馈，核查通过", fed):
        shot = (Picture(sha256=desk.keep_picture(photo_bytes()), kind="after"),)
        deeds.do(GiveFeedback, UNIT, case=stage.case, words="已约谈，音响已关", pictures=shot)
        deeds.do(SendToCheck, "intake-1", case=stage.case, checker=CHECKER)
        stage.clock.set(checked)
        deeds.do(RecordCheck, CHECKER, case=stage.case, passed=True)
        stage.state(CaseState.CALLBACK)
        _others_see_nothing(stage)


def _called(stage: Stage, at: str, outcome: str, words: str) -> None:
    result = words.split("：")[0] if words else "基本满意，结案"
    with stage.step("热线席回访：看电话留痕，问完即收", at):
        stage.sit("hotline-1")
        stage.secrets = ()
        callback.begun(stage, PHONE)
    with stage.step(f"回访结果：{result}", f"{at[:-1]}2"):
        stage.secrets = (PHONE,)
        callback.given(stage, outcome, words)
        _others_see_nothing(stage)
    wanted = CaseState.IN_PROGRESS if words else CaseState.CLOSED
    stage.state(wanted)


def _redone(stage: Stage) -> None:
    with stage.step("调度员从回访队列重办：新时限 10-28 17:30", "2025-10-21 10:00"):
        stage.sit("dispatch-1")
        callback.queue(stage, "可以重办")
        stage.way.lead(lambda: None, "Return", "case.redo")
        stage.done(lambda: not stage.view().case.redo_wanted)
        _due(stage, "2025-10-28 17:30")


def _owed(stage: Stage) -> None:
    with stage.step("两轮不满意：欠督办、会商，先发督办单", "09:40"):
        stage.sit("lead-1")
        callback.queue(stage, "欠督办、会商")
        stage.way.lead(lambda: None, "Return", "case.supervise")
        stage.way.write("words", "限期解决扰民")
        stage.done(lambda: stage.view().case.owed == ("consultation",))
        callback.queue(stage, "欠会商")
    with stage.step("再会商：三部门联合", "09:50"):
        stage.way.lead(lambda: None, "Return", "case.consult")
        stage.way.tick("units", {"police", "market", "housing"})
        stage.way.write("words", "三部门联合整治，逐户约谈")
        stage.done(lambda: stage.view().case.owed == ())
        callback.queue(stage, "可以重办")


def _three_units(stage: Stage) -> None:
    with stage.step("重办定为疑难：10 个工作日，三部门", "10:00"):
        stage.way.lead(lambda: None, "Return", "case.redo")
        stage.way.choose("level", "complex")
        stage.way.limit("limit", 10)
        stage.way.tick("co_units", {"market", "housing"})
    with stage.step("新时限 11-12 17:30", "10:01"):
        stage.done(lambda: not stage.view().case.redo_wanted)
        _due(stage, "2025-11-12 17:30")


def _answered(stage: Stage) -> None:
    with stage.step("督办单按期答复", "11:00"):
        stage.sit("dispatch-1")
        callback.orders(stage)
        stage.way.lead(lambda: None, "Return", "case.answer")
        stage.way.write("words", "已约谈商户，夜间安排巡查")
        stage.done(lambda: stage.view().case.supervise_due is None)


def _helped(stage: Stage) -> None:
    """The two departments sign and finish their tasks at their own places."""
    deeds = Deeds(stage.street.desk)
    for one in stage.view().tasks:
        if one.role.value == "co":
            for kind in (SignTask, FinishTask):
                deeds.do(kind, f"unit-{one.unit}", case=stage.case, task=one.id)
