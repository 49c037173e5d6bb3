"""联合执法: one joint task with several teams, one lead and a plan sheet (domain.md section 1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commandcenter.domain import law
from commandcenter.domain.case import Case
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.person import Officer, Power
from commandcenter.domain.refusal import require
from commandcenter.domain.task import TaskKind

LEAST_PARTS, MOST_PARTS = 2, 20


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """A part with its officers as they stand, its leader first, and its own kind of task."""

    part: JointPart
    kind: TaskKind
    officers: tuple[Officer, ...]


def whole(parts: Sequence[JointPart]) -> None:
    """Two teams or more, each team and officer once; Refusal('joint_parts'|'*_named_twice').

    A unit may send several teams, but then each is named.
    """
    require(LEAST_PARTS <= len(parts) <= MOST_PARTS, "joint_parts", least=LEAST_PARTS,
            most=MOST_PARTS)  # fmt: skip
    teams = [one.team for one in parts if one.team]
    require(len(set(teams)) == len(teams), "team_named_twice")
    officers = [key for one in parts for key in one.officers]
    require(len(set(officers)) == len(officers), "officer_named_twice")
    crews = [(one.unit, one.team) for one in parts]
    require(len(set(crews)) == len(crews), "unit_named_twice")


def units_of(parts: Iterable[JointPart]) -> tuple[str, ...]:
    """The units that take part, each once, the lead first."""
    return tuple(dict.fromkeys(one.unit for one in parts))


def findings(
    case: Case,
    crews: Sequence[Crew],
    powers: Iterable[Power],
    clock: WorkClock,
    at: datetime,
    approved_by: str | None,
) -> list[tuple[str, law.Finding]]:
    """What the law says to each unit's part, blocks first; certificates count per unit.

    Law: 行政处罚法 42: who enforces needs two officers of the same unit, 24 and 38: and its power.
    """
    known = list(powers)
    found: dict[tuple[str, law.Finding], None] = {}
    for one in crews:
        mates = [o for other in crews if other.part.unit == one.part.unit for o in other.officers]
        officers = tuple(dict.fromkeys((*one.officers, *mates)))
        sending = law.Sending(unit=one.part.unit, kind=one.kind, officers=officers, at=at,
                              approved_by=approved_by)  # fmt: skip
        for said in law.findings(case, sending, known, clock):
            found[one.part.unit, said] = None
    return sorted(found, key=lambda pair: (pair[1].severity, pair[0], pair[1].code))
