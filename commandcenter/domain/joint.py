"""联合执法: one joint task with several teams, one lead and a plan sheet (domain.md section 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commandcenter.domain.task import TaskKind


class JointKind(StrEnum):
    """企业商铺类 and 社会面类 [S4]."""

    ENTERPRISE = "enterprise"
    STREET_SURFACE = "street_surface"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A joint task of a case: its teams are tasks that name it; the plan's words are kept apart.

    `meets_at` UTC is when the teams meet, `place` where.
    """

    street: str
    id: str
    case: str
    kind: JointKind
    task_kind: TaskKind
    lead: str
    units: tuple[str, ...]
    place: str
    meets_at: datetime | None = None
    planned_by: str
    planned_at: datetime
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JointPart:
    """A unit's part: its team and officers, the first of them leads it."""

    unit: str
    team: str | None = None
    officers: tuple[str, ...] = ()
    kind: TaskKind | None = None
