"""Actions of 吹哨: draft and approve, what a department does, return, dispute, rating."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commandcenter.domain import commands as c
from commandcenter.domain.person import Person
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.domain.whistle import DONE, PartState, WhistleKind, WhistlePart, WhistleState
from commandcenter.services.views import CaseView
from commandcenter.services.whistle_views import WhistleView
from ui import words as w
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import (
    Field,
    FieldKind,
    Option,
    Options,
    Room,
    Values,
    choice,
    line,
    words,
)
from ui.actions.options import labelled

GROUP = "whistle"
W, P = WhistleState, PartState
LEADERS = frozenset({Role.DUTY_LEADER, Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY})
DRAFTING = DESK_ROLES | LEADERS | {Role.COMMUNITY_SEAT}
DECIDING = frozenset({Role.DISPATCHER, Role.SHIFT_LEAD}) | LEADERS
URGING = frozenset({Role.DISPATCHER, Role.SHIFT_LEAD, Role.SUPERVISOR, Role.DUTY_LEADER})
SUPERIOR = frozenset({Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY})
TAKING_BACK = LEADERS | {Role.SHIFT_LEAD}
UNIT = frozenset({Role.UNIT, Role.TEAM_LEADER})
RATING = DECIDING | UNIT | {Role.COMMUNITY_SEAT}
SCORES = (100, 90, 80, 70, 60, 40, 20, 0)
Fits = Callable[[WhistlePart], bool]


def _in(*states: WhistleState) -> Options:
    """The whistles of the case in one of these states."""
    wanted = frozenset(states)

    def offer(view: CaseView, room: Room) -> list[Option]:
        found = [one for one in view.whistles if one.whistle.state in wanted]
        return [(one.whistle.id, _label(one, room)) for one in found]

    return offer


def _label(view: WhistleView, room: Room) -> str:
    units = "、".join(room.unit(one.part.unit) for one in view.parts)
    return f"{w.word(view.whistle.kind)} · {units}"


def _has(*states: WhistleState) -> Callable[[CaseView], bool]:
    wanted = frozenset(states)
    return lambda view: any(one.whistle.state in wanted for one in view.whistles)


def _parts(fits: Fits) -> Options:
    """Departments of the whistle at work that fit, one's own only for who belongs to one."""

    def offer(view: CaseView, room: Room) -> list[Option]:
        me = room.people.get(room.who)
        mine = me.unit if me is not None else None
        found = [one for one in _at_work(view) if fits(one) and mine in (None, one.unit)]
        return [(one.unit, f"{room.unit(one.unit)} · {w.word(one.state)}") for one in found]

    return offer


def _any(fits: Fits) -> Callable[[CaseView], bool]:
    return lambda view: any(fits(one) for one in _at_work(view))


def _at_work(view: CaseView) -> list[WhistlePart]:
    blown = [one for one in view.whistles if one.whistle.state is W.BLOWN]
    return [one.part for view_ in blown for one in view_.parts]


def _next(step: PartState) -> Fits:
    return lambda part: part.next_step is step and part.state is not P.DISPUTED


def _asking(part: WhistlePart) -> bool:
    return part.asked_at is not None


def _disputed(part: WhistlePart) -> bool:
    return part.state is P.DISPUTED


def _free(part: WhistlePart) -> bool:
    done = part.state in DONE or part.state is P.DISPUTED
    return not done and not part.designated


def _open(part: WhistlePart) -> bool:
    return part.state not in DONE


def of_department(view: CaseView, room: Room, values: Values) -> list[Option]:
    """The people of the chosen department, its duty desk first."""
    wanted = values.get("unit")
    people = [one for one in room.people.values() if one.unit == wanted and one.holds(UNIT)]
    return labelled(sorted(people, key=_duty_desk_first), room)


def _duty_desk_first(one: Person) -> tuple[bool, str]:
    return (Role.UNIT not in one.roles, one.id)


def _kinds(view: CaseView, room: Room) -> list[Option]:
    return [(one.value, w.word(one)) for one in WhistleKind]


def _callable(view: CaseView, room: Room) -> list[Option]:
    return options.other_units(view, room)


def _rated(view: CaseView, room: Room) -> list[Option]:
    """Whom this person's side has still to rate."""
    me = room.people.get(room.who)
    mine = me.unit if me is not None else None
    closed = [one for one in view.whistles if one.whistle.state is W.CLOSED]
    waiting = [unit for one in closed for unit, street in one.waiting if street == (mine is None)]
    return [(unit, room.unit(unit)) for unit in waiting if mine in (None, unit)]


def _scores(view: CaseView, room: Room) -> list[Option]:
    return [(str(one), str(one)) for one in SCORES]


WHISTLE_AT_WORK = choice("whistle", "吹哨", _in(W.BLOWN), lone=True)


def _of_part(
    name: str, text: str, keys: str, tells: str, command: type[c.PartCommand], fits: Fits,
    *fields: Field, **more: Any,
) -> Action:  # fmt: skip
    """A row on one department of the whistle at work."""
    return row(
        name,
        text,
        keys,
        more.pop("icon", "whistle"),
        tells,
        command,
        group=GROUP,
        fits=_any(fits),
        fields=(WHISTLE_AT_WORK, choice("unit", "部门", _parts(fits), lone=True), *fields),
        **more,
    )


BY_UNIT: dict[str, Any] = {"by": UNIT, "behalf": of_department}
BY_LEADER: dict[str, Any] = {"by": LEADERS, "behalf": behalf.holding(*LEADERS)}

DRAFTS: tuple[Action, ...] = (
    row(
        "whistle.draft",
        "提出吹哨",
        "Shift+W",
        "whistle",
        "写明要哪些部门来、做什么，提请领导批准；主办单位不变。",
        c.DraftWhistle,
        group=GROUP,
        by=DRAFTING,
        fields=(
            choice("kind", "类型", _kinds, advised=True),
            choice("lead", "牵头", _callable),
            Field(
                name="units",
                kind=FieldKind.MANY,
                text="其他部门",
                needed=False,
                options=_callable,
            ),
            words(text="事由", needed=True, hint="要部门做什么"),
        ),
    ),
    row(
        "whistle.approve",
        "批准吹哨",
        "Ctrl+Shift+W",
        "request.approve",
        "领导批准吹哨，随即吹响，各部门的时限从这时起算。",
        c.DecideWhistle,
        group=GROUP,
        fits=_has(W.DRAFT),
        extra={"approve": True, "blow": True},
        fields=(choice("whistle", "吹哨", _in(W.DRAFT), lone=True), words(text="批语")),
        **BY_LEADER,
    ),
    row(
        "whistle.refuse",
        "不批准吹哨",
        "Ctrl+Shift+J",
        "request.refuse",
        "领导不批准吹哨，写明理由。",
        c.DecideWhistle,
        group=GROUP,
        fits=_has(W.DRAFT),
        extra={"approve": False},
        fields=(
            choice("whistle", "吹哨", _in(W.DRAFT), lone=True),
            words(text="理由", needed=True),
        ),
        **BY_LEADER,
    ),
    row(
        "whistle.blow",
        "吹哨",
        "Shift+B",
        "whistle",
        "把批准了的吹哨吹响：各部门签收、联系、报到、办结的时限起算。",
        c.BlowWhistle,
        group=GROUP,
        by=DECIDING,
        fits=_has(W.APPROVED),
        fields=(choice("whistle", "吹哨", _in(W.APPROVED), lone=True),),
    ),
    row(
        "whistle.withdraw",
        "撤回吹哨",
        "Ctrl+Shift+X",
        "return",
        "撤回吹哨，各部门退出；有部门办结以后不能撤回。",
        c.WithdrawWhistle,
        group=GROUP,
        by=TAKING_BACK,
        behalf=behalf.holding(*LEADERS),
        fits=_has(W.DRAFT, W.APPROVED, W.BLOWN),
        fields=(
            choice("whistle", "吹哨", _in(W.DRAFT, W.APPROVED, W.BLOWN), lone=True),
            choice("reason", "理由", options.reasons("WithdrawWhistle"), asks=True),
        ),
    ),
    row(
        "whistle.close",
        "吹哨办结",
        "Ctrl+Shift+V",
        "check",
        "各部门都办结了：吹哨办结，等双方互评；案卷结案时也会随之办结。",
        c.CloseWhistle,
        group=GROUP,
        by=DECIDING,
        fits=lambda view: _has(W.BLOWN)(view) and not _any(_open)(view),
        fields=(WHISTLE_AT_WORK,),
    ),
)

STEPS: tuple[Action, ...] = (
    _of_part("whistle.sign", "部门签收", "Ctrl+F5", "部门签收吹哨。", c.SignWhistle,
             _next(P.SIGNED), icon="sign", **BY_UNIT),
    _of_part("whistle.contact", "部门联系", "Ctrl+F6", "部门已与吹哨方联系。", c.ContactWhistle,
             _next(P.CONTACTED), words(), **BY_UNIT),
    _of_part("whistle.check_in", "部门报到", "Ctrl+F8",
             "部门到场报到：填现场人员给的四位报到码。", c.CheckInWhistle,
             _next(P.CHECKED_IN), line("code", "报到码"), icon="arrive", **BY_UNIT),
    _of_part("whistle.deliver", "部门办结", "Ctrl+F10", "部门办结自己的部分。", c.DeliverWhistle,
             _next(P.DELIVERED),
             words(text="办理情况", needed=True), Field(
                 name="pictures", kind=FieldKind.PICTURES, text="图片", needed=False),
             icon="check", **BY_UNIT),
    _of_part("whistle.return", "部门退单", "Shift+T",
             "部门请求退出并提出应办单位，联系到期之前可提；不准即指定。", c.ReturnWhistle, _free,
             choice("reason", "理由", options.reasons("ReturnWhistle")),
             choice("proposed_unit", "应办单位", _callable, needed=False), words(),
             icon="return", **BY_UNIT),
    _of_part("whistle.return_grant", "准予部门退单", "Ctrl+Shift+F4",
             "准予退出，改由它提出的单位来办。", c.DecideReturn, _asking, words(text="批语"),
             by=DECIDING, extra={"approve": True}, icon="request.approve"),
    _of_part("whistle.return_refuse", "不准部门退单", "Ctrl+Shift+F5",
             "不准退出，随即指定由它办理，不能再退。", c.DecideReturn, _asking,
             words(text="理由"), by=DECIDING, extra={"approve": False}, icon="request.refuse"),
    _of_part("whistle.dispute", "职责争议", "Shift+Z",
             "部门认为不归自己管：先协商，协商不成由共同上级指定。", c.DisputeWhistle, _free,
             choice("reason", "理由", options.reasons("DisputeWhistle")), words(),
             icon="law", **BY_UNIT),
    _of_part("whistle.negotiate", "记录协商", "Shift+N", "记下与部门协商的结果。",
             c.NegotiateWhistle, _disputed, words(text="协商结果", needed=True), by=DECIDING),
    _of_part("whistle.designate", "争议指定", "Ctrl+Shift+Z",
             "共同上级指定由谁办理，从此不能再退。", c.DesignateWhistle, _disputed,
             choice("designated", "指定", _callable, asks=True), words(text="依据", needed=True),
             by=SUPERIOR, behalf=behalf.holding(*SUPERIOR)),
    _of_part("whistle.urge", "催部门", "Ctrl+Shift+S", "催办一个部门，记一次。", c.UrgeWhistle,
             _open, by=URGING, icon="urge"),
    row("whistle.rate", "吹哨互评", "Shift+M", "check",
        "吹哨办结后双方互评：街道评每个部门，每个部门评街道。", c.RateWhistle, group=GROUP,
        by=RATING, behalf=of_department, fits=_has(W.CLOSED),
        fields=(choice("whistle", "吹哨", _in(W.CLOSED), lone=True),
                choice("unit", "部门", _rated), choice("score", "评分", _scores), words())),
)  # fmt: skip

WHISTLING: tuple[Action, ...] = (*DRAFTS, *STEPS)
