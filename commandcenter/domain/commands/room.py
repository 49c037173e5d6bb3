"""Commands on the seat, teams, officers and personal data."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.commands.base import CaseCommand, Command
from commandcenter.domain.person import TeamStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSeat(Command):
    """Somebody sits down at this seat."""

    seat: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTeamStatus(Command):
    """A team's status, entered by hand (not while a task of its own says another)."""

    team: str
    status: TeamStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoTeamStatus(Command):
    """Take back one's own status change within 10 s."""

    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfficerShift(Command):
    """An officer comes on or goes off shift."""

    officer: str
    on_shift: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPersonShift(Command):
    """A person of the desk or grid comes on or goes off shift."""

    person: str
    on_shift: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPosition(Command):
    """A team's position (lon, lat WGS 84); kept outside the journal, only on shift."""

    team: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealPhone(CaseCommand):
    """Show the caller's telephone: reason call_back, verify, scene; words outside own cases."""

    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeComplainant(CaseCommand):
    """Remove the complainant's personal data of this case everywhere but its hash."""

    basis: str
