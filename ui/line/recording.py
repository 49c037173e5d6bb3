"""A called consultation recorded by the line: who came, what was decided, a task for each 任务=."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.domain.commands import HoldConsultation
from commandcenter.domain.consultation import Consultation, ConsultationState
from commandcenter.services.views import CaseView
from ui import words as w
from ui.actions import Action, FieldKind, Room
from ui.actions.fields import Field, Option, choice, words
from ui.line.grammar import Reading
from ui.line.spoken import TASK
from ui.models.minutes import TypedTask, typed
from ui.words.whistle_texts import TASK_FAULTS


def is_record(reading: Reading) -> bool:
    """Whether more than the case was typed; else its form is opened."""
    return bool(reading.rest or reading.typed.tail)


def recorded(action: Action) -> Action:
    """The action with the fields of its form; tasks are words of their own."""
    came = Field(
        name="attended",
        kind=FieldKind.MANY,
        text="到会",
        options=_units,
        initial=lambda view, room: _invited(view),
    )
    fields = (
        choice("consultation", "会商", _called, lone=True),
        came,
        words(text="决定", needed=True),
    )
    return replace(action, fields=fields)


def tasks(reading: Reading, room: Room) -> tuple[Reading, tuple[TypedTask, ...]]:
    """The line without its 任务=“水务 排查基础 10-21”, and how each of them is read."""
    said = [one for one in reading.rest if one.name.lower() in TASK]
    rest = tuple(one for one in reading.rest if one not in said)
    text = "\n".join(one.text for one in said)
    return replace(reading, rest=rest), typed(text, room.reference.units, room.now, room.zone)


def fault(found: tuple[TypedTask, ...]) -> str:
    """Why a task was not understood; "" when all were."""
    bad = next((one for one in found if one.fault), None)
    return w.say(TASK_FAULTS[bad.fault]).format(line=bad.text) if bad else ""


def with_tasks(command: HoldConsultation, found: tuple[TypedTask, ...]) -> HoldConsultation:
    """The record with its tasks."""
    return replace(command, tasks=tuple(one.task for one in found if one.task is not None))


def told(found: tuple[TypedTask, ...], room: Room) -> str:
    """任务 水务 排查基础 10-21 17:30."""
    said = [
        f"{room.unit(one.task.unit)} {one.task.words} {w.stamp(one.task.due, room.zone)}"
        for one in found
        if one.task is not None
    ]
    return f"{w.say('任务')} {w.listed(said)}" if said else ""


def _meetings(view: CaseView) -> list[Consultation]:
    found = [one.consultation for one in view.consultations]
    return [one for one in found if one.state is ConsultationState.CALLED]


def _called(view: CaseView, room: Room) -> list[Option]:
    return [(one.id, w.stamp(one.meets_at)) for one in _meetings(view)]


def _invited(view: CaseView) -> tuple[str, ...]:
    """Who was invited, where one consultation alone may be meant."""
    found = _meetings(view)
    return found[0].units if len(found) == 1 else ()


def _units(view: CaseView, room: Room) -> list[Option]:
    """Every unit, those that were invited first."""
    invited = _invited(view)
    known = sorted(room.reference.units, key=lambda one: one.id not in invited)
    return [(one.id, one.short) for one in known]
