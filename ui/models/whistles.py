"""Rows of the whistle page and of the consultation page: pure functions over answers and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from commandcenter.domain.clock import Lamp, lamp
from commandcenter.domain.consultation import ConsultationState
from commandcenter.domain.whistle import DONE, PartState, WhistleState
from commandcenter.services.whistle_views import (
    ConsultationView,
    ConsultTaskView,
    PartView,
    Whistles,
    WhistleView,
)
from ui import words
from ui.models.items import Choice
from ui.words import say
from ui.words.whistle_texts import STEP_NAMES

Names = Mapping[str, str]
W = WhistleState
SHAPES = {Lamp.GREEN: "●", Lamp.YELLOW: "▲", Lamp.RED: "■"}
TONES = {Lamp.GREEN: "text", Lamp.YELLOW: "lamp_yellow", Lamp.RED: "lamp_red"}


class Shown(StrEnum):
    """What part of the list is looked at."""

    ALL = "all"
    LATE = "late"
    APPROVE = "approve"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class WhistleRow:
    """A row's whistle, and its department where the row is one's."""

    view: WhistleView
    part: PartView | None = None

    @property
    def action(self) -> str:
        """The action that comes next; "" when there is none."""
        if self.part is not None and self.view.whistle.state is W.BLOWN:
            return _next_of(self.part)
        return {
            W.DRAFT: "whistle.approve",
            W.APPROVED: "whistle.blow",
            W.CLOSED: "whistle.rate",
            W.BLOWN: "whistle.close" if _all_done(self.view) else "",
        }.get(self.view.whistle.state, "")


def _all_done(view: WhistleView) -> bool:
    return all(one.part.state in DONE for one in view.parts)


def _next_of(view: PartView) -> str:
    part = view.part
    if part.asked_at is not None:
        return "whistle.return_refuse"
    if part.state is PartState.DISPUTED:
        return "whistle.designate" if part.negotiated else "whistle.negotiate"
    steps = {
        PartState.SIGNED: "whistle.sign",
        PartState.CONTACTED: "whistle.contact",
        PartState.CHECKED_IN: "whistle.check_in",
        PartState.DELIVERED: "whistle.deliver",
    }
    return steps.get(part.next_step, "") if part.next_step is not None else ""


def step_name(step: PartState) -> str:
    """签收, 联系, 报到, 办结: what a department does next, or did late."""
    return say(STEP_NAMES[step])


def is_late(view: WhistleView) -> bool:
    """Whether a department is late now or was: what supervision looks at."""
    return view.late > 0 or any(one.lamp is Lamp.RED for one in view.parts)


def wanted(view: WhistleView, shown: Shown) -> bool:
    """Whether the whistle belongs to the part of the list that is looked at."""
    return {
        Shown.ALL: True,
        Shown.LATE: is_late(view),
        Shown.APPROVE: view.whistle.state is W.DRAFT,
        Shown.RATE: view.whistle.state is W.CLOSED,
    }[shown]


def rows(found: Whistles, shown: Shown, names: Names, now: datetime, zone: tzinfo) -> list[Choice]:
    """Each whistle and below it its departments; what is red now comes first."""
    views = [one for one in found.whistles if wanted(one, shown)]
    views.sort(key=lambda one: not any(part.lamp is Lamp.RED for part in one.parts))
    return [row for one in views for row in _rows(one, names, now, zone)]


def _rows(view: WhistleView, names: Names, now: datetime, zone: tzinfo) -> Iterator[Choice]:
    whistle = view.whistle
    head = (
        words.short_number(view.number),
        words.word(whistle.kind),
        words.word(whistle.state),
        say("▲ 超时 {n} 次").format(n=view.late) if view.late else "",
    )
    told = (names.get(view.item, view.item), view.place, _flat(view.words))
    tone = "warning" if whistle.state is W.DRAFT else "accent"
    yield Choice(whistle.id, _joined(head), _joined(told), WhistleRow(view), tone)
    for part in view.parts:
        yield _department(view, part, names, now, zone)


def _department(
    view: WhistleView, one: PartView, names: Names, now: datetime, zone: tzinfo
) -> Choice:
    part = one.part
    name = names.get(part.unit, part.unit)
    unit = say("{unit}（牵头）").format(unit=name) if part.lead else name
    due = part.due if view.whistle.state is W.BLOWN else None
    left = f"{SHAPES[one.lamp]} {words.time_left(now, due)}" if due is not None else "✓"
    if view.whistle.state in (W.DRAFT, W.APPROVED):
        left = "○"
    head = f"　{left}  {unit} · {words.word(part.state)}"
    note = _joined(_marks(view, one, now, zone))
    tone = TONES[one.lamp] if due is not None else "dim"
    return Choice(part.id, head, f"　　{note}" if note else "", WhistleRow(view, one), tone)


def _marks(view: WhistleView, one: PartView, now: datetime, zone: tzinfo) -> Iterator[str]:
    part = one.part
    if view.whistle.state is W.CLOSED:
        yield _ratings(view, part.unit)
        return
    if part.asked_at is not None:
        yield say("▲ 请求退单")
    if part.state is PartState.DISPUTED:
        yield say("▲ 职责争议，已协商 {n} 次").format(n=part.negotiated)
    if part.due is not None and part.next_step is not None and view.whistle.state is W.BLOWN:
        due = words.clock_text(part.due, now, zone)
        yield say("{step}限 {due}").format(step=step_name(part.next_step), due=due)
    if part.designated:
        yield say("已指定")
    if part.late:
        steps = words.listed(step_name(PartState(step)) for step in part.late)
        yield say("超时：{steps}").format(steps=steps)
    if part.urged:
        yield say("催 {n} 次").format(n=part.urged)


def _ratings(view: WhistleView, unit: str) -> str:
    """街道评 90 · 部门待评."""
    known = {(one.unit, one.by_street): one.score for one in view.ratings}

    def told(side: bool, name: str) -> str:
        score = known.get((unit, side))
        return say("{side}待评").format(side=name) if score is None else f"{name} {score}"

    return _joined((told(True, say("街道评")), told(False, say("部门评"))))


def counts(found: Whistles) -> dict[Shown, int]:
    """How many whistles each part of the list has."""
    return {shown: sum(wanted(one, shown) for one in found.whistles) for shown in Shown}


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row's consultation, and its task where the row is one's."""

    view: ConsultationView
    task: ConsultTaskView | None = None


def meeting_rows(found: Whistles, names: Names, now: datetime, zone: tzinfo) -> list[Choice]:
    """Consultations by time, each with its tasks."""
    return [row for one in found.consultations for row in _meeting(one, names, now, zone)]


def _meeting(view: ConsultationView, names: Names, now: datetime, zone: tzinfo) -> Iterator[Choice]:
    meeting = view.consultation
    at = words.clock_text(meeting.held_at or meeting.meets_at, now, zone)
    called = meeting.state is ConsultationState.CALLED
    late = called and meeting.meets_at < now
    head = (
        words.short_number(view.number),
        at,
        words.word(meeting.state),
        say("▲ 已到时间，请记录") if late else "",
    )
    units = words.listed(names.get(one, one) for one in meeting.attended or meeting.units)
    told = _joined((units, _flat(view.agenda), view.place))
    tone = "warning" if late else "accent" if called else "text"
    yield Choice(meeting.id, _joined(head), told, MeetingRow(view), tone)
    for one in view.tasks:
        yield _task(view, one, names, now, zone)


def _task(
    view: ConsultationView, one: ConsultTaskView, names: Names, now: datetime, zone: tzinfo
) -> Choice:
    task = one.task
    burning = lamp(now, task.due, task.due) if task.done_at is None else Lamp.GREEN
    left = "✓" if task.done_at else f"{SHAPES[burning]} {words.time_left(now, task.due)}"
    unit = names.get(task.unit, task.unit)
    due = words.clock_text(task.due, now, zone)
    tone = "dim" if task.done_at else TONES[burning]
    head, note = f"　{left}  {unit} · {_flat(one.words)}", say("{due} 到期").format(due=due)
    return Choice(task.id, head, "　　" + note, MeetingRow(view, one), tone)


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())
