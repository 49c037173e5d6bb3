"""A unit's task within a case: ASSIGNED, SIGNED, EN_ROUTE, ON_SCENE, DONE (domain.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from commandcenter.domain.later import LATER
from commandcenter.domain.refusal import Refusal, require


class TaskState(StrEnum):
    """Where a task stands."""

    ASSIGNED = "assigned"
    SIGNED = "signed"
    EN_ROUTE = "en_route"
    ON_SCENE = "on_scene"
    DONE = "done"
    DECLINED = "declined"
    RECALLED = "recalled"
    WAIVED = "waived"


class TaskRole(StrEnum):
    """The unit's part: lead (主办), co (协办), notify (知会)."""

    LEAD = "lead"
    CO = "co"
    NOTIFY = "notify"


class TaskKind(StrEnum):
    """What the law sees in a task (domain.md section 5)."""

    PATROL = "patrol"
    HANDLE = "handle"
    INSPECT = "inspect"
    ENFORCE = "enforce"
    COERCE = "coerce"


CERTIFIED = frozenset({TaskKind.INSPECT, TaskKind.ENFORCE, TaskKind.COERCE})
"""Kinds that need two officers with valid certificates."""

NEXT: dict[TaskState, frozenset[TaskState]] = {
    TaskState.ASSIGNED: frozenset(
        {TaskState.SIGNED, TaskState.DECLINED, TaskState.RECALLED, TaskState.WAIVED}
    ),
    TaskState.SIGNED: frozenset(
        {
            TaskState.EN_ROUTE,
            TaskState.ON_SCENE,
            TaskState.DONE,
            TaskState.RECALLED,
            TaskState.WAIVED,
        }
    ),
    TaskState.EN_ROUTE: frozenset(
        {TaskState.ON_SCENE, TaskState.DONE, TaskState.RECALLED, TaskState.WAIVED}
    ),
    TaskState.ON_SCENE: frozenset({TaskState.DONE, TaskState.RECALLED, TaskState.WAIVED}),
    TaskState.DONE: frozenset({TaskState.SIGNED}),
    TaskState.DECLINED: frozenset({TaskState.WAIVED}),
    TaskState.RECALLED: frozenset(),
    TaskState.WAIVED: frozenset(),
}
"""The moves of a task; DONE goes back to SIGNED only when a check or a call-back failed.

What a co-unit declined is still to be done until the dispatcher waives it.
"""

RUNNING = frozenset({TaskState.ASSIGNED, TaskState.SIGNED, TaskState.EN_ROUTE, TaskState.ON_SCENE})

_STAMP = {
    TaskState.SIGNED: "signed_at",
    TaskState.EN_ROUTE: "left_at",
    TaskState.ON_SCENE: "on_scene_at",
    TaskState.DONE: "ended_at",
    TaskState.DECLINED: "ended_at",
    TaskState.RECALLED: "ended_at",
    TaskState.WAIVED: "ended_at",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One unit's part of a case; times are UTC, lon/lat WGS 84 degrees.

    `watch_minutes` is its check-in timer, `heard_at` the last word, `missed` how many timers ran
    out, `noted` until when those of its present status are on record (domain.watch).
    """

    street: str
    id: str
    case: str
    unit: str
    role: TaskRole
    kind: TaskKind
    state: TaskState = TaskState.ASSIGNED
    team: str | None = None
    officers: tuple[str, ...] = ()
    designated: bool = False
    assigned_at: datetime
    signed_at: datetime | None = None
    left_at: datetime | None = None
    on_scene_at: datetime | None = None
    ended_at: datetime | None = None
    certificates_shown: bool = False
    recorder: str | None = None
    video: str | None = None
    lon: float | None = None
    lat: float | None = None
    joint: str | None = None
    watch_minutes: int | None = None
    heard_at: datetime | None = None
    missed: int = field(default=0, metadata=LATER)
    noted: datetime | None = None

    @property
    def running(self) -> bool:
        """Whether the task still has work in it."""
        return self.state in RUNNING

    def to(self, state: TaskState, at: datetime) -> Task:
        """The task in its next state; Refusal('task_move') when the table has no such move."""
        if state not in NEXT[self.state]:
            raise Refusal("task_move", task=self.id, state=self.state, to=state)
        if state is TaskState.SIGNED:
            return replace(
                self, state=state, signed_at=at, ended_at=None, heard_at=None, noted=None
            )
        stamp: dict[str, Any] = {_STAMP[state]: at}
        return replace(self, state=state, noted=None, **stamp)

    def heard(self, at: datetime) -> Task:
        """A word from the crew: the timers of its status start anew."""
        return replace(self, heard_at=max(at, self.heard_at or at), noted=None)

    def watched(self, minutes: int | None, at: datetime) -> Task:
        """To be heard of every so many minutes from now on; None ends it."""
        return replace(self.heard(at), watch_minutes=minutes)

    def overdue(self, due: datetime) -> Task:
        """One timer more was missed; what was due until then is on record."""
        return replace(self, missed=self.missed + 1, noted=due)

    def depart(self, at: datetime, recorder: str | None, certificates_ready: bool) -> Task:
        """Leave for the scene; certified kinds want the certificate tick and a recorder number.

        Law: 行政处罚法 47 (whole process recorded), 55 (certificates shown).
        """
        if self.kind in CERTIFIED:
            require(certificates_ready, "certificates_not_ready", article="行政处罚法55")
            require(recorder, "recorder_missing", article="行政处罚法47")
        moved = self.to(TaskState.EN_ROUTE, at)
        return replace(moved, recorder=recorder, certificates_shown=certificates_ready)

    def arrive(self, at: datetime, lon: float | None, lat: float | None) -> Task:
        """On scene, with the position (lon, lat) if one is known."""
        if self.kind in CERTIFIED:
            require(self.recorder, "recorder_missing", article="行政处罚法47")
        return replace(self.to(TaskState.ON_SCENE, at), lon=lon, lat=lat)
