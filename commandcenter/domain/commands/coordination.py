"""Commands of levels, joint tasks, timers and admission (issue 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.commands.base import CaseCommand, Command, Reason
from commandcenter.domain.commands.handling import TaskCommand
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseCase(CaseCommand):
    """上报: the case goes one level up, with a coded reason and what was tried."""

    reason: str
    tried: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LowerCase(CaseCommand):
    """The case goes back one level, with an answer."""

    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchJoint(CaseCommand):
    """联合执法: one joint task; the first part leads. Reasons answer the law's warnings."""

    joint_kind: JointKind
    kind: TaskKind
    parts: tuple[JointPart, ...]
    notify: tuple[str, ...] = ()
    place: str
    meets_at: datetime | None = None
    words: str
    reasons: tuple[Reason, ...] = ()
    approved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIn(TaskCommand):
    """A word from the crew: all is well; the timers start anew."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWatch(TaskCommand):
    """A check-in timer for lone or risky work: every so many minutes; None ends it."""

    minutes: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMissed(Command):
    """The desk itself notes which timers of a case ran out; within a minute."""

    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoTask(TaskCommand):
    """Take back one's own step of a task within 10 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAdmission(CaseCommand):
    """准入: an item off the duty list is put before a leader, with why the street should do it."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideAdmission(CaseCommand):
    """A leader admits the case or refuses it."""

    approve: bool
    words: str = ""
