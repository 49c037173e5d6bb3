"""What an emergency's papers are made from, and its steps in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from commandcenter.domain.emergency import CallUp, UpReport
from commandcenter.domain.plan import Response
from commandcenter.services.emergency_views import EmergencyView
from commandcenter.services.review_views import Review
from ui.words import duration, say, span_text, word


@dataclass(frozen=True, slots=True)
class Told:
    """What a document is made from: an emergency whole, its figures, names, time and zone."""

    view: EmergencyView
    review: Review
    names: Mapping[str, str]
    now: datetime
    zone: tzinfo
    street: str

    def at(self, moment: datetime | None) -> str:
        """09-22 08:30, local; — for none."""
        return "—" if moment is None else moment.astimezone(self.zone).strftime("%m-%d %H:%M")

    def name(self, key: str | None) -> str:
        """The name behind an id; — for none."""
        return "—" if key is None else self.names.get(key, key)


def level_text(level: Response | None) -> str:
    """The level's word, or that the street works normally."""
    return say("平时") if level is None else word(level)


def took_text(call: CallUp) -> str:
    """How long the team took to answer; — for none."""
    if call.answered_at is None:
        return "—"
    late = say("（超时）") if call.answered_at > call.answer_by else ""
    return f"{duration(call.answered_at - call.called_at)}{late}"


def late_text(sent: UpReport) -> str:
    """按时, or by how much it was late."""
    if sent.sent_at <= sent.due:
        return say("按时")
    return say("迟 {span}").format(span=span_text(int((sent.sent_at - sent.due).total_seconds())))
