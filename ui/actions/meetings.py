"""Actions of 会商: call one, call it off, a task out of it that is done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from commandcenter.domain import commands as c
from commandcenter.domain.consultation import ConsultationState
from commandcenter.domain.roles import Role
from commandcenter.services.views import CaseView
from commandcenter.services.whistle_views import ConsultationView, ConsultTaskView
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import Field, FieldKind, Option, Room, choice, words
from ui.actions.whistling import GROUP, SUPERIOR, UNIT
from ui.words.times import stamp

CALLING = SUPERIOR | {Role.SHIFT_LEAD}


def _called(view: CaseView) -> list[ConsultationView]:
    known = view.consultations
    return [one for one in known if one.consultation.state is ConsultationState.CALLED]


def _meetings(view: CaseView, room: Room) -> list[Option]:
    return [(one.consultation.id, stamp(one.consultation.meets_at)) for one in _called(view)]


def _undone(view: CaseView) -> list[ConsultTaskView]:
    return [task for one in view.consultations for task in one.tasks if task.task.done_at is None]


def _tasks(view: CaseView, room: Room) -> list[Option]:
    """Tasks of the own unit only for who belongs to one."""
    me = room.people.get(room.who)
    mine = me.unit if me is not None else None
    fit = [one for one in _undone(view) if mine in (None, one.task.unit)]
    return [(one.task.id, f"{room.unit(one.task.unit)} · {one.words or ''}") for one in fit]


def _tomorrow(view: CaseView, room: Room) -> datetime:
    """The next morning at half past nine, local."""
    day = room.now.astimezone(room.zone) + timedelta(days=1)
    return day.replace(hour=9, minute=30, second=0, microsecond=0).astimezone(UTC)


def _invited(view: CaseView, room: Room) -> list[Option]:
    """Every unit, those at work on the case first."""
    case = view.case
    here = {case.lead_unit, *case.co_units, *case.whistled}
    return sorted(options.units(view, room), key=lambda one: one[0] not in here)


MEETINGS: tuple[Action, ...] = (
    row(
        "consult.call",
        "召集会商",
        "Shift+Q",
        "team",
        "定下会商的时间、单位和议题；开完后在吹哨页记录决定和任务。",
        c.CallConsultation,
        group=GROUP,
        by=CALLING,
        behalf=behalf.holding(*SUPERIOR),
        fields=(
            Field(name="meets_at", kind=FieldKind.MOMENT, text="时间", initial=_tomorrow),
            Field(name="units", kind=FieldKind.MANY, text="单位", options=_invited),
            words(text="议题", needed=True),
        ),
    ),
    row(
        "consult.hold",
        "记录会商",
        "Ctrl+Alt+Q",
        "team",
        "记下谁到了会、定了什么，任务一行一项：单位、内容、期限。",
        c.HoldConsultation,
        group=GROUP,
        by=CALLING,
        fits=lambda view: bool(_called(view)),
        panel="meeting",
    ),
    row(
        "consult.off",
        "取消会商",
        "Ctrl+Shift+Q",
        "team",
        "已召集的会商不开了，写明理由。",
        c.CallOffConsultation,
        group=GROUP,
        by=CALLING,
        behalf=behalf.holding(*SUPERIOR),
        fits=lambda view: bool(_called(view)),
        fields=(
            choice("consultation", "会商", _meetings, lone=True),
            choice("reason", "理由", options.reasons("CallOffConsultation"), asks=True),
        ),
    ),
    row(
        "consult.task",
        "会商任务完成",
        "Shift+I",
        "check",
        "会商交给单位的任务完成了。",
        c.FinishConsultTask,
        group=GROUP,
        by=UNIT | {Role.DISPATCHER},
        fits=lambda view: bool(_undone(view)),
        fields=(choice("task", "任务", _tasks, lone=True), words()),
    ),
)
