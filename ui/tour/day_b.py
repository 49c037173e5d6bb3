"""Day B, a leaning wall and a whistle to three departments (domain.md section 11), by hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from pathlib import Path

from commandcenter.app import Center
from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    CheckInWhistle,
    ContactWhistle,
    DecideWhistle,
    DeliverWhistle,
    FinishConsultTask,
    RaiseCase,
    RateWhistle,
    ReportCase,
    ReturnWhistle,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.whistle import PartState, WhistleState
from ui.tour import meeting, whistle
from ui.tour.clock import TourClock
from ui.tour.day_b_proof import proven
from ui.tour.deeds import Deeds
from ui.tour.hands import TourFault
from ui.tour.scene import Scene, own_desk
from ui.tour.stage import Stage
from ui.tour.whistle import CALLED, part, the_one

DAY = "2025-10-14"
START = "2025-10-14 09:05"
FIRST, COMMUNITY, MEMBER = "dispatch-1", "community-213", "member-070"
WORDS = "小龙村市莲路12号院墙向路边倾斜，砖缝开裂，墙下每天有学生经过"
PLACE, GRID = "小龙村市莲路12号", "440113120213002"
AT = {"lon": 113.4325, "lat": 22.95086}
TRIED = "已拉警戒带、劝离行人，村里没有加固的能力"


def opened(folder: Path, clock: TourClock, theme: str) -> AbstractContextManager[Scene]:
    """The demo street as it was founded."""
    return own_desk(folder, clock, theme, FIRST, date.fromisoformat(DAY))


def play(stage: Stage) -> None:
    """Every step of ten days; TourFault at the first that does not come true."""
    _reported(stage)
    _sent(stage)
    _blown(stage)
    _signed(stage)
    _disputed(stage)
    _there(stage)
    meeting.played(stage)
    _delivered(stage)
    _closed(stage)
    _rated(stage)


def prove(street: Center, case: str) -> list[str]:
    """What must be true in the file after the window has gone."""
    return proven(street, case)


def _reported(stage: Stage) -> None:
    deeds = Deeds(stage.street.desk)
    with stage.step("社区席在另一处上报倾斜的围墙：本席来报", "09:10"):
        stage.painted()
        given = {"item": "01-99", "source": Source.GRID, "grid": GRID}
        stage.case = deeds.do(ReportCase, COMMUNITY, words=WORDS, place=PLACE, **AT, **given)
        stage.painted()
        stage.look_at(stage.case)
    with stage.step("大事不出镇街：社区写明试过什么，上交街道", "09:12"):
        deeds.do(RaiseCase, COMMUNITY, case=stage.case, reason="no_means", tried=TRIED)
        stage.painted()
        stage.look_at(stage.case)


def _sent(stage: Stage) -> None:
    with stage.step("值班长立案：定为疑难", "09:20"):
        stage.sit("lead-1")
        stage.way.begin("F3", "case.file")
        stage.way.choose("level", "complex")
        stage.way.give(lambda: stage.state(CaseState.FILED))
    with stage.step("调度员派给环卫所看守现场", "09:30"):
        stage.sit("dispatch-1")
        stage.way.dispatch("sanitation")
        stage.way.give(lambda: stage.state(CaseState.DISPATCHED))
    with stage.step("电话签收，代录", "09:35"):
        stage.way.begin("F5", "task.sign")
        stage.way.give(lambda: stage.state(CaseState.IN_PROGRESS))


def _blown(stage: Stage) -> None:
    with stage.step("提出吹哨：住建牵头，水务、综合执法同来", "09:40"):
        stage.way.begin("Shift+W", "whistle.draft")
        stage.way.choose("lead", "housing")
        stage.way.tick("units", {"water", "enforcement"})
        stage.way.write("words", "请三部门到场会同处置倾斜围墙")
    with stage.step("待批的吹哨：网格员批不了", "09:42"):
        stage.done(lambda: stage.view().case.whistle == "draft")
        _no_right(stage)
        whistle.open_list(stage)
    with stage.step("副镇长电话批准，随即吹响：11:05 前签收", "10:05"):
        stage.way.lead(lambda: None, "Return", "whistle.approve")
        stage.done(lambda: the_one(stage).whistle.state is WhistleState.BLOWN)
        whistle.open_list(stage)
        whistle.told(stage, "已吹哨", "11:05")


def _no_right(stage: Stage) -> None:
    """A grid member cannot approve a whistle."""
    given = {"case": stage.case, "whistle": the_one(stage).whistle.id, "approve": True}
    try:
        Deeds(stage.street.desk).do(DecideWhistle, MEMBER, **given)
    except Refusal as refused:
        if refused.code == "no_right":
            return
        raise TourFault(f"refused, but for {refused.code}") from refused
    raise TourFault("a grid member approved a whistle")


def _signed(stage: Stage) -> None:
    for at, unit, name in (("10:20", "housing", "住建"), ("10:50", "enforcement", "综合执法")):
        with stage.step(f"{name}电话签收，代录", at):
            whistle.step(stage, unit, "Return", "whistle.sign", _at(stage, unit, "signed"))
            whistle.open_list(stage)


def _at(stage: Stage, unit: str, state: str) -> Callable[[], bool]:
    return lambda: part(stage, unit).part.state == PartState(state)


def _waiting(stage: Stage, left: int) -> Callable[[], bool]:
    """So many ratings of the street's side are still to come."""
    return lambda: sum(by_street for _, by_street in the_one(stage).waiting) == left


def _disputed(stage: Stage) -> None:
    with stage.step("水务不签收，请求退单", "11:00"):
        whistle.step(stage, "water", "T", "whistle.return",
                     lambda: part(stage, "water").part.asked_at,
                     "墙不是水利设施", reason="not_our_duty")  # fmt: skip
        whistle.open_list(stage)
        whistle.told(stage, "请求退单")
    with stage.step("11:05 已过：水务转红，超时记一次，U 催一次", "11:06"):
        stage.street.desk.tick()
        stage.painted()
        whistle.told(stage, "超时 1 次", "■")
        _filter(stage, "2")
        stage.way.instant(partial(whistle.to_unit, stage, "water"), "U", "whistle.urge",
                          lambda: part(stage, "water").part.urged == 1, unit="water")  # fmt: skip
        whistle.told(stage, "催 1 次")
    with stage.step("不准退单，随即指定水务办理", "14:20"):
        whistle.step(stage, "water", "R", "whistle.return_refuse",
                     lambda: part(stage, "water").part.designated,
                     "河岸基础由水务负责")  # fmt: skip
        _no_return(stage)
    with stage.step("指定后不能再退，水务签收", "14:25"):
        _filter(stage, "1")
        whistle.step(stage, "water", "Return", "whistle.sign", _at(stage, "water", "signed"))
        whistle.open_list(stage)


def _filter(stage: Stage, digit: str) -> None:
    """The list's own filter, for hands that walk in it."""
    if not stage.way.by_line:
        stage.hands.press(digit)


def _no_return(stage: Stage) -> None:
    """Who was designated cannot return it."""
    try:
        whistle.elsewhere(stage, ReturnWhistle, "water", reason="not_our_duty")
    except Refusal as refused:
        if refused.code == "designated_unit":
            return
        raise TourFault(f"refused, but for {refused.code}") from refused
    raise TourFault("a designated department returned a whistle")


def _there(stage: Stage) -> None:
    code = the_one(stage).whistle.code
    with stage.step("三部门联系社区；住建由调度员代录", f"{DAY[:-2]}15 09:00"):
        whistle.elsewhere(stage, ContactWhistle, "water", words="已与社区联系")
        whistle.elsewhere(stage, ContactWhistle, "enforcement", words="已与社区联系")
        whistle.step(stage, "housing", "Return", "whistle.contact",
                     _at(stage, "housing", "contacted"), "已与社区联系")  # fmt: skip
    with stage.step("到场报到：凭现场的四位报到码", "10:30"):
        to_housing = partial(whistle.to_unit, stage, "housing")
        stage.way.lead(to_housing, "Return", "whistle.check_in", unit="housing")
        stage.way.write("code", code)
        stage.done(_at(stage, "housing", "checked_in"))
        place = {"lon": stage.view().case.lon, "lat": stage.view().case.lat}
        whistle.elsewhere(stage, CheckInWhistle, "water", **place)
        whistle.elsewhere(stage, CheckInWhistle, "enforcement", **place)
        stage.painted()
        whistle.open_list(stage)


def _delivered(stage: Stage) -> None:
    desk = stage.street.desk
    with stage.step("三项会商任务完成，水务的由调度员代录", f"{DAY[:-2]}21 15:00"):
        stage.sit("dispatch-1")
        meeting.finished(stage, "water")
        for one in stage.view().consultations[0].tasks:
            if one.task.done_at is None:
                given = {"case": stage.case, "task": one.task.id}
                Deeds(desk).do(FinishConsultTask, f"unit-{one.task.unit}", **given)
        stage.painted()
    with stage.step("各部门办结", "15:10"):
        for unit in CALLED[1:]:
            whistle.elsewhere(stage, DeliverWhistle, unit, words="已按会商完成")
        whistle.step(stage, "housing", "Return", "whistle.deliver",
                     _at(stage, "housing", "delivered"), "围墙加固完成，已验收")  # fmt: skip
        whistle.open_list(stage)


def _closed(stage: Stage) -> None:
    with stage.step("主办单位反馈，附处置后照片", "15:30"):
        stage.way.begin("F8", "case.feedback")
        stage.way.paste()
        stage.way.write("words", "围墙已加固，警戒带撤除")
        stage.way.give(lambda: stage.state(CaseState.FEEDBACK))
    with stage.step("送核查", "15:40"):
        stage.sit("intake-1")
        stage.way.begin("F9", "case.check")
        stage.way.give(lambda: stage.state(CaseState.CHECKING))
    with stage.step("核查通过，代录", f"{DAY[:-2]}22 10:00"):
        stage.way.begin("Shift+F9", "check.pass")
        stage.way.give(lambda: stage.hands.wait("a verdict", lambda: stage.view().case.verdict))
    with stage.step("值班长结案：吹哨随之办结，等双方互评", "10:20"):
        stage.sit("lead-1")
        stage.way.begin("F10", "case.close")
        stage.way.give(lambda: stage.state(CaseState.CLOSED))
        whistle.open_list(stage)
        whistle.told(stage, "待互评")


def _to_first(stage: Stage) -> None:
    whistle.open_list(stage)
    stage.hands.press("Home")


def _rated(stage: Stage) -> None:
    with stage.step("街道评三个部门", f"{DAY[:-2]}23 10:00"):
        for left in (2, 1, 0):
            unit = next(unit for unit, by_street in the_one(stage).waiting if by_street)
            stage.way.lead(partial(_to_first, stage), "Return", "whistle.rate", unit=unit)
            stage.way.choose("score", "100")
            stage.done(_waiting(stage, left))
        whistle.open_list(stage)
    with stage.step("三个部门评街道：评完才下单", "10:10"):
        for unit in CALLED:
            whistle.elsewhere(stage, RateWhistle, unit, score=95)
        page = whistle.panel(stage).called
        stage.hands.wait("an empty list", lambda: page.rows.rowCount() == 0)
        stage.told("the page", page.total.text, "没有在办的吹哨")
