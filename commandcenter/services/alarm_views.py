"""The question which alarms were acknowledged, and its answer; times UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.services.views import CaseLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAcks:
    """-> Acks of the last hours; Refusal('hours_range')."""

    hours: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Ack:
    """Who acknowledged which alarm of a case (as it is now), and when."""

    line: CaseLine
    alarm: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Acks:
    """The newest first, at most MOST_ACKS; `more` when there were others."""

    acks: tuple[Ack, ...]
    more: bool = False
