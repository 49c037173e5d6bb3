"""Actions on a case that a shift hands on: promises, and what an emergency holds back."""

from __future__ import annotations

from datetime import datetime, timedelta

from commandcenter.domain import commands as c
from commandcenter.domain.handover import Party
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.views import CaseView
from ui import words as w
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import Field, FieldKind, Room, choice, words
from ui.actions.options import Option
from ui.words.times import stamp

GROUP = "steering"
PROMISING = DESK_ROLES | {
    Role.DUTY_LEADER,
    Role.HOTLINE_SEAT,
    Role.UNIT,
    Role.TEAM_LEADER,
}
PROMISE_HOURS = 2


def _parties(view: CaseView, room: Room) -> list[Option]:
    return [(one.value, w.word(one)) for one in Party if one is not Party.UNIT]


def _promises(view: CaseView, room: Room) -> list[Option]:
    open_ones = [one for one in view.promises if one.kept_at is None]
    return [(one.id, f"{w.word(one.party)} · {stamp(one.by_when)}") for one in open_ones]


def _soon(view: CaseView, room: Room) -> datetime:
    return room.now + timedelta(hours=PROMISE_HOURS)


SHIFTS: tuple[Action, ...] = (
    row(
        "promise.make",
        "承诺",
        "Shift+P",
        "clock",
        "记下答应了谁、什么时候办到；交接班时未兑现的逐件交清。",
        c.MakePromise,
        group=GROUP,
        by=PROMISING,
        behalf=behalf.unit_first,
        fields=(
            choice("party", "答应", _parties),
            Field(name="by_when", kind=FieldKind.MOMENT, text="期限", initial=_soon),
            words(text="内容"),
        ),
    ),
    row(
        "promise.keep",
        "兑现承诺",
        "Shift+C",
        "check",
        "答应的事已经办到。",
        c.KeepPromise,
        group=GROUP,
        by=PROMISING,
        behalf=behalf.unit_first,
        fits=lambda view: any(one.kept_at is None for one in view.promises),
        fields=(choice("promise", "承诺", _promises, lone=True),),
    ),
    row(
        "case.exempt",
        "解除暂缓",
        "Shift+L",
        "resume",
        "应急期间被暂缓的案卷照常办理，时限从现在接着走。",
        c.ExemptCase,
        group=GROUP,
        by=frozenset({Role.SHIFT_LEAD, Role.DUTY_LEADER}),
        fields=(choice("reason", "理由", options.reasons("ExemptCase")),),
    ),
)
