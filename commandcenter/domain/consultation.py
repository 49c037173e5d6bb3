"""会商 of a case: called, held, its tasks with limits (domain.md sections 1 and 2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from commandcenter.domain.refusal import require


class ConsultationState(StrEnum):
    """会商: called, held, or called off."""

    CALLED = "called"
    HELD = "held"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """会商 of a case: called for when (UTC), who came; words are rows kept apart."""

    street: str
    id: str
    case: str
    whistle: str | None = None
    state: ConsultationState = ConsultationState.CALLED
    called_by: str
    called_at: datetime
    meets_at: datetime
    units: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    held_at: datetime | None = None
    held_by: str | None = None
    agenda: str | None = None
    decision: str | None = None

    def held(self, attended: tuple[str, ...], by: str, at: datetime) -> Consultation:
        """It was held; Refusal('consultation_over'|'units_missing')."""
        require(self.state is ConsultationState.CALLED, "consultation_over", state=self.state)
        require(attended, "units_missing")
        return replace(
            self, state=ConsultationState.HELD, attended=attended, held_at=at, held_by=by
        )

    def off(self) -> Consultation:
        """It was called off; Refusal('consultation_over')."""
        require(self.state is ConsultationState.CALLED, "consultation_over", state=self.state)
        return replace(self, state=ConsultationState.OFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultTask:
    """A task out of a consultation: unit, due (UTC), when it was done."""

    street: str
    id: str
    consultation: str
    case: str
    unit: str
    due: datetime
    done_at: datetime | None = None
    done_by: str | None = None
    text: str | None = None

    def done(self, by: str, at: datetime) -> ConsultTask:
        """Done; Refusal('task_done_before')."""
        require(self.done_at is None, "task_done_before")
        return replace(self, done_at=at, done_by=by)
