"""Questions about whistles and consultations, and their answers; times UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.clock import Lamp
from commandcenter.domain.consultation import Consultation, ConsultTask
from commandcenter.domain.whistle import Rating, Whistle, WhistlePart, WhistleRule


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A department with the lamp of its next step and when that turns yellow (UTC)."""

    part: WhistlePart
    lamp: Lamp
    yellow: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultTaskView:
    """A task out of a consultation with its words."""

    task: ConsultTask
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationView:
    """A consultation with its case's number and place, agenda, decision and tasks."""

    consultation: Consultation
    number: str | None
    place: str
    case_version: int
    agenda: str | None
    decision: str | None
    tasks: tuple[ConsultTaskView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleView:
    """A whistle with its case, departments and ratings.

    `waiting` are the (unit, by_street) ratings still to come; `code` is empty for a department.
    """

    whistle: Whistle
    number: str | None
    place: str
    item: str
    case_version: int
    words: str | None
    parts: tuple[PartView, ...]
    ratings: tuple[Rating, ...]
    waiting: tuple[tuple[str, bool], ...]
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhistles:
    """-> Whistles: what is on the list; of one case all that there ever were."""

    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whistles:
    """The list, the nearest due first; the street's rules; consultations of the same reach."""

    whistles: tuple[WhistleView, ...]
    rules: tuple[WhistleRule, ...]
    consultations: tuple[ConsultationView, ...]
