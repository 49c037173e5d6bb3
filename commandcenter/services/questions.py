"""The questions of Desk.ask; their answers stand in services.views."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBoard:
    """-> Board."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReference:
    """-> Reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRules:
    """-> RulesView: what a seat computes due times and working time with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCase:
    """-> CaseView; Refusal('no_such_case')."""

    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPicture:
    """-> bytes of a kept picture; Refusal('no_such_picture')."""

    case: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBeside:
    """-> Beside: likely duplicates and earlier cases for a report that is being typed.

    A drill's report is held against drill cases only, a real one against real ones.
    """

    item: str | None
    lon: float | None
    lat: float | None
    words: str
    phone: str | None
    not_case: str | None = None
    drill: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskPlace:
    """-> PlaceFacts for a click (lon, lat) or a grid code, and the item's due from now."""

    lon: float | None
    lat: float | None
    grid: str | None
    item: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCandidates:
    """-> CandidatesView; unit, kind, team and officers as chosen so far (None = proposed)."""

    case: str
    unit: str | None = None
    kind: TaskKind | None = None
    team: str | None = None
    officers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFind:
    """-> Found: number, last digits, telephone, place, words; over open and closed."""

    text: str
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTables:
    """-> domain.tables.Tables, for an administrator: all that the administration window keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReveals:
    """-> Reveals of the last N days, for an auditor."""

    days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAccounts:
    """-> Accounts: everybody's for an administrator, one's own for anybody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTableHistory:
    """-> TableHistory: so many entries older than `before` (a journal number; 0 for the newest)."""

    limit: int = 200
    before: int = 0
