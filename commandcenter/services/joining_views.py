"""The question of a joint task before it is sent, and what a case shows of one."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.joint import Joint, JointPart
from commandcenter.domain.law import Finding
from commandcenter.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AskJoint:
    """What the law would say to these parts of a joint task; answered by JointCheck."""

    case: str
    kind: TaskKind
    parts: tuple[JointPart, ...]
    approved_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCheck:
    """One part: its valid certificates, and the findings of its unit."""

    unit: str
    team: str | None
    kind: TaskKind
    certified: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JointCheck:
    """The parts in their order."""

    case: str
    parts: tuple[PartCheck, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JointView:
    """A joint task of a case with the words of its plan sheet, None where they may not be read.

    `checks` are its running parts as their officers stand now, with what blocks them by law.
    """

    joint: Joint
    words: str | None
    checks: tuple[PartCheck, ...] = ()
