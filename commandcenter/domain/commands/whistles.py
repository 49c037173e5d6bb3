"""Commands of a whistle and of a consultation; rights and guards stand in services.whistles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.commands.base import CaseCommand, Command, Picture
from commandcenter.domain.whistle import WhistleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWhistle(CaseCommand):
    """Write down a whistle: lead department, others, what is asked; the command's id is its id."""

    kind: WhistleKind
    lead: str
    units: tuple[str, ...] = ()
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleCommand(CaseCommand):
    """A command on one whistle of the case."""

    whistle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideWhistle(WhistleCommand):
    """A leader approves or refuses; `blow` lets it go out in the same commit."""

    approve: bool
    blow: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlowWhistle(WhistleCommand):
    """吹哨: the departments are called, their four clocks start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWhistle(WhistleCommand):
    """Take the whistle back, with a coded reason; never once a department has delivered."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseWhistle(WhistleCommand):
    """Every department has delivered or was released; a closed case closes it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCommand(WhistleCommand):
    """A command on one department of a whistle."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWhistle(PartCommand):
    """The department signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWhistle(PartCommand):
    """The department got in touch with who blew."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInWhistle(PartCommand):
    """报到 at the place: a position (lon, lat) near the case, or the whistle's code."""

    lon: float | None = None
    lat: float | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverWhistle(PartCommand):
    """The department's part is done."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnWhistle(PartCommand):
    """A department asks to be let go, until contact is due."""

    reason: str
    words: str = ""
    proposed_unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideReturn(PartCommand):
    """Let it go (the proposed unit is called instead), or refuse, which designates it at once."""

    approve: bool
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeWhistle(PartCommand):
    """A department denies its competence (行政处罚法 25)."""

    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NegotiateWhistle(PartCommand):
    """The parties negotiated: what came of it."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignateWhistle(PartCommand):
    """The common superior designates: `designated` is the department itself or another."""

    designated: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgeWhistle(PartCommand):
    """催办 of one department."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateWhistle(PartCommand):
    """双向考核: 0 to 100; the unit's own people rate the street, everybody else the unit."""

    score: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLate(Command):
    """The desk itself notes which departments' steps are late; within a minute."""

    whistle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultLine:
    """A task out of a consultation: unit, what, until when (UTC)."""

    unit: str
    words: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CallConsultation(CaseCommand):
    """会商 is called: when (UTC), who is asked, about what; the command's id is its id."""

    meets_at: datetime
    units: tuple[str, ...]
    words: str
    whistle: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldConsultation(CaseCommand):
    """It was held: who came, what was decided, the tasks out of it."""

    consultation: str
    attended: tuple[str, ...]
    words: str
    tasks: tuple[ConsultLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffConsultation(CaseCommand):
    """It will not be held; coded reason."""

    consultation: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishConsultTask(CaseCommand):
    """A task out of a consultation is done."""

    task: str
    words: str = ""
