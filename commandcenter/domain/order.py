"""督办: a supervision order with its own due time and the reply to it (domain.md section 1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from commandcenter.domain.refusal import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order on a case to a unit; times UTC; order and reply are words kept apart."""

    street: str
    id: str
    case: str
    unit: str | None
    by: str
    at: datetime
    due: datetime
    text: str | None = None
    answered_at: datetime | None = None
    answered_by: str | None = None
    answer: str | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has replied yet."""
        return self.answered_at is None

    def answered(self, by: str, at: datetime, text: str | None) -> Order:
        """The order with its reply; Refusal('not_supervised') when it has one."""
        require(self.open, "not_supervised")
        return replace(self, answered_by=by, answered_at=at, answer=text)

    @property
    def late(self) -> bool:
        """Whether the reply came after its due."""
        return self.answered_at is not None and self.answered_at > self.due
