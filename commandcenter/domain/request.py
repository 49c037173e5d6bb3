"""A request of a unit (return, extension, suspension, void): it changes nothing until decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from commandcenter.domain.refusal import require


class RequestKind(StrEnum):
    """What is asked for."""

    RETURN = "return"
    EXTENSION = "extension"
    SUSPENSION = "suspension"
    VOID = "void"


LEAD_ONLY = frozenset({RequestKind.SUSPENSION, RequestKind.VOID})
"""What the shift lead decides; the rest falls to the dispatcher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A unit's wish, pending until somebody else decides; times are UTC."""

    street: str
    id: str
    case: str
    kind: RequestKind
    reason: str
    asked_by: str
    asked_at: datetime
    unit: str | None = None
    proposed_unit: str | None = None
    limit: str | None = None
    review_on: date | None = None
    text: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    approved: bool | None = None

    @property
    def pending(self) -> bool:
        """Whether nobody has decided yet."""
        return self.decided_at is None

    def decide(self, by: str, at: datetime, approved: bool) -> Request:
        """The decided request; a second decision and one's own request are refused."""
        require(self.pending, "request_decided", request=self.id)
        require(by != self.asked_by, "own_request", request=self.id)
        return replace(self, decided_by=by, decided_at=at, approved=approved)
