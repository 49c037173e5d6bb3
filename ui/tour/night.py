"""The night before day D (domain.md section 11): what twelve cases are open at 07:45."""

from __future__ import annotations

from datetime import date

from commandcenter.domain.commands import (
    AskRequest,
    DecideRequest,
    MakePromise,
    RecordNotice,
)
from commandcenter.domain.handover import NoticeKind, Party
from commandcenter.domain.request import RequestKind
from commandcenter.services.desk import Desk
from ui.tour.clock import LOCAL, TourClock
from ui.tour.deeds import UNIT, Deeds

TODAY = date(2025, 10, 16)
PLACES = (
    ("祠堂东街12号门前", 113.4325, 22.95086),
    ("海傍路3号", 113.4361, 22.9489),
    ("市莲路口", 113.4402, 22.9532),
    ("小龙村牌坊", 113.4291, 22.9547),
)
ORDINARY = (
    ("01-02", "垃圾堆满路边，气味很重"),
    ("01-02", "菜市场后门垃圾溢出"),
    ("01-08", "旧沙发丢在人行道上"),
    ("01-08", "两只旧床垫堵住楼道口"),
    ("01-08", "废弃柜子占了盲道"),
    ("01-10", "路面破一个坑，电动车绕行"),
    ("01-10", "人行道砖碎裂"),
)


def passed(desk: Desk, clock: TourClock) -> None:
    """All that happened since 16:00, through the Desk; the clock ends at 07:30."""
    deeds = Deeds(desk)
    _suspended(deeds)
    deeds.callback("01-02", "垃圾桶满溢三天", *PLACES[1], caller_phone="13800005678",
                   caller_name="钱晓芸")  # fmt: skip
    cases = [
        deeds.signed(item, words, *PLACES[n % len(PLACES)])
        for n, (item, words) in enumerate(ORDINARY)
    ]
    _requests(deeds)
    noon = clock().astimezone(LOCAL).replace(month=TODAY.month, day=TODAY.day, hour=12, minute=0)
    deeds.do(MakePromise, "dispatch-1", case=cases[2], party=Party.COMPLAINANT,
             words="中午前回电", by_when=noon.replace(second=0, microsecond=0))  # fmt: skip
    deeds.do(RecordNotice, "lead-1", kind=NoticeKind.INSTRUCTION, words="加强夜间巡查", origin="区")
    clock.set(f"{TODAY} 07:30")
    deeds.filed("04-06", "路口积水没过路沿，车辆绕行", *PLACES[2])


def _suspended(deeds: Deeds) -> None:
    """Suspended, with its review today."""
    case = deeds.signed("01-08", "大件家具堆在桥下，等清运车", *PLACES[3])
    deeds.do(AskRequest, UNIT, case=case, kind=RequestKind.SUSPENSION, reason="owner",
             review_on=TODAY)  # fmt: skip
    (asked,) = [one for one in deeds.view(case).requests if one.pending]
    deeds.do(DecideRequest, "lead-1", case=case, request=asked.id, approve=True)


def _requests(deeds: Deeds) -> None:
    """One unit wants to return its case, one asks for more time."""
    returned = deeds.dispatched("01-10", "小区内路面破损，疑属物业", *PLACES[0])
    deeds.do(AskRequest, UNIT, case=returned, kind=RequestKind.RETURN, reason="not_ours",
             proposed_unit="housing")  # fmt: skip
    extended = deeds.signed("01-10", "盖板破损，缺配件", *PLACES[1])
    deeds.do(AskRequest, UNIT, case=extended, kind=RequestKind.EXTENSION, reason="material",
             limit="2wd")  # fmt: skip
