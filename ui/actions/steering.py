"""Actions of steering: requests and their decision, clocks, urging, supervision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from commandcenter.domain import commands as c
from commandcenter.domain.case import CaseState
from commandcenter.domain.handling import MOST_EXTENSIONS
from commandcenter.domain.limits import Level
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Role
from commandcenter.services.views import CaseView
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import Field, FieldKind, Room, choice, line, words
from ui.actions.sending import DISPATCHER, LEAD, UNIT

GROUP = "steering"
ORDERS = LEAD | {Role.SUPERVISOR, Role.DUTY_LEADER, Role.DIRECTOR}
MEETING = LEAD | {Role.STREET_LEADER, Role.DIRECTOR}
DISTRICT = frozenset({Role.DISTRICT_SEAT, Role.GATEWAY})
REVIEW_DAYS, ORDER_HOURS = 7, 4


def _in(*states: CaseState) -> Callable[[CaseView], bool]:
    return lambda view: view.case.state in states


def _extendable(view: CaseView) -> bool:
    """In work, not urgent, and not twice extended (domain.md section 2)."""
    case = view.case
    urgent = case.level is Level.URGENT
    return case.state is CaseState.IN_PROGRESS and not urgent and case.extensions < MOST_EXTENSIONS


def _returnable(view: CaseView) -> bool:
    """Dispatched, and not to a unit that was designated."""
    return view.case.state is CaseState.DISPATCHED and not view.case.designated


def _review(view: CaseView, room: Room) -> date:
    return room.now.astimezone(room.zone).date() + timedelta(days=REVIEW_DAYS)


def _order_due(view: CaseView, room: Room) -> datetime:
    return room.now + timedelta(hours=ORDER_HOURS)


def _asked(kind: RequestKind, *more: Field) -> tuple[Field, ...]:
    reason = choice("reason", "理由", options.reasons("AskRequest", kind.value))
    return (reason, *more, words())


def _decided(text: str) -> tuple[Field, ...]:
    return (choice("request", "申请", options.requests(), lone=True), words(text=text))


LIMIT = Field(name="limit", kind=FieldKind.LIMIT, text="延长")

STEERING: tuple[Action, ...] = (
    row(
        "request.return",
        "退单",
        "T",
        "return",
        "单位请求退单并提出应办单位；批准前案卷不变。",
        c.AskRequest,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        fits=_returnable,
        extra={"kind": RequestKind.RETURN},
        fields=_asked(RequestKind.RETURN, choice("proposed_unit", "应办单位", options.other_units)),
    ),
    row(
        "request.extension",
        "延期",
        "Y",
        "extend",
        "单位在到期前请求延期，至多两次，每次不超过原时限。",
        c.AskRequest,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        fits=_extendable,
        extra={"kind": RequestKind.EXTENSION},
        fields=_asked(RequestKind.EXTENSION, LIMIT),
    ),
    row(
        "request.suspension",
        "挂账",
        "S",
        "suspend",
        "单位请求挂账，写明 30 天内的复查日；批准后时钟停走。",
        c.AskRequest,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        fits=_in(CaseState.IN_PROGRESS),
        extra={"kind": RequestKind.SUSPENSION},
        fields=_asked(
            RequestKind.SUSPENSION,
            Field(name="review_on", kind=FieldKind.DATE, text="复查日", initial=_review),
        ),
    ),
    row(
        "request.void",
        "请求作废",
        "Shift+X",
        "void",
        "单位请求作废本案卷。",
        c.AskRequest,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        extra={"kind": RequestKind.VOID},
        fits=lambda view: view.case.is_open and view.case.lead_unit is not None,
        fields=_asked(RequestKind.VOID),
    ),
    row(
        "request.approve",
        "同意申请",
        "A",
        "request.approve",
        "同意单位的申请，即时生效。",
        c.DecideRequest,
        group=GROUP,
        by=DISPATCHER | LEAD,
        fits=options.has_request,
        extra={"approve": True},
        fields=_decided("批语"),
    ),
    row(
        "request.refuse",
        "不同意申请",
        "Shift+A",
        "request.refuse",
        "不同意单位的申请，案卷照旧。",
        c.DecideRequest,
        group=GROUP,
        by=DISPATCHER | LEAD,
        fits=options.has_request,
        extra={"approve": False},
        fields=_decided("理由"),
    ),
    row(
        "case.resume",
        "恢复办理",
        "Shift+S",
        "resume",
        "结束挂账，剩余时限分毫不差地接着走。",
        c.ResumeCase,
        group=GROUP,
        by=DISPATCHER,
    ),
    row(
        "case.escalate",
        "上报区级",
        "E",
        "escalate",
        "超出街道能力的上报区级，其间时限另计。",
        c.EscalateCase,
        group=GROUP,
        by=LEAD,
        fields=(choice("reason", "理由", options.reasons("EscalateCase")),),
    ),
    row(
        "case.hand_back",
        "区级交回",
        "Shift+E",
        "recall",
        "区级交回，附上答复；本街道的时限接着走。",
        c.HandBackCase,
        group=GROUP,
        by=DISTRICT,
        behalf=behalf.holding(*DISTRICT),
        fields=(words(text="答复"),),
    ),
    row(
        "case.urge",
        "催办",
        "B",
        "urge",
        "催主办单位抓紧，记入案卷。",
        c.UrgeCase,
        group=GROUP,
        by=DISPATCHER | LEAD | {Role.DUTY_LEADER, Role.SUPERVISOR},
        fields=(words(),),
    ),
    row(
        "case.supervise",
        "督办",
        "O",
        "supervise",
        "发出督办单，另定答复期限。",
        c.SuperviseCase,
        group=GROUP,
        by=ORDERS,
        behalf=behalf.holding(*ORDERS),
        fields=(
            Field(name="due", kind=FieldKind.MOMENT, text="答复期限", initial=_order_due),
            choice("unit", "督办单位", options.case_units, needed=False),
            words(text="督办要求", needed=True),
        ),
    ),
    row(
        "case.answer",
        "答复督办",
        "Shift+O",
        "supervise",
        "单位答复督办单；有几张的选一张，不选即最早的一张。",
        c.AnswerSupervision,
        group=GROUP,
        by=UNIT | DISPATCHER,
        behalf=behalf.unit_first,
        fits=lambda view: view.case.supervised,
        fields=(
            choice("order", "督办单", options.orders, needed=False, lone=True),
            words(text="答复", needed=True),
        ),
    ),
    row(
        "case.consult",
        "会商",
        "Q",
        "team",
        "记下会商到场的单位和议定的事。",
        c.RecordConsultation,
        group=GROUP,
        by=MEETING,
        behalf=behalf.holding(*MEETING),
        fields=(
            Field(name="units", kind=FieldKind.MANY, text="到场单位", options=options.units),
            words(text="议定事项", needed=True),
        ),
    ),
    row(
        "case.redo",
        "重办",
        "Shift+R",
        "reopen",
        "回访不满意后重办，新时限从此起算；另定等级或时限须值班长。",
        c.RedoCase,
        group=GROUP,
        by=DISPATCHER | LEAD,
        fits=lambda view: view.case.redo_wanted,
        fields=(
            choice("level", "等级", options.levels, needed=False, initial=lambda view, room: ""),
            Field(name="limit", kind=FieldKind.LIMIT, text="时限", needed=False),
            Field(
                name="co_units",
                kind=FieldKind.MANY,
                text="协办单位",
                options=options.other_units,
                needed=False,
            ),
        ),
    ),
    row(
        "case.correct",
        "更正",
        "G",
        "correct",
        "更正事项、地点或等级；时限从原起点重算，原到期时间留档。",
        c.CorrectCase,
        group=GROUP,
        by=LEAD,
        only_changed=True,
        fields=(
            choice("item", "事项", options.items, initial=lambda view, room: view.case.item),
            choice("level", "等级", options.levels, initial=lambda v, room: v.case.level.value),
            line("place", "地点", initial=lambda view, room: view.case.place),
            line("grid", "网格", needed=False, initial=lambda view, room: view.case.grid or ""),
        ),
    ),
)
