"""Commands of 平急转换: plans, switches, calls, reports up, the evacuation list, review, purge."""

from __future__ import annotations

from dataclasses import dataclass, field

from commandcenter.domain.commands.base import CaseCommand, Command
from commandcenter.domain.duty import Post
from commandcenter.domain.emergency import Answer, Moved, Reach, SpotKind
from commandcenter.domain.plan import EventKind, LevelPlan, Response


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlan(Command):
    """A new version of the plan for a kind of event; `seen` is the version it was made from."""

    kind: EventKind
    seen: int
    name: str
    levels: tuple[LevelPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeSwitch(Command):
    """Up, down or (level None) out, by a superior's order; the first one names kind and drill."""

    kind: EventKind
    level: Response | None
    order_no: str
    drill: bool = False
    reach: Reach = Reach.STREET
    places: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSwitch(Command):
    """The second person's word; whoever proposed may only withdraw (approve False)."""

    switch: str
    approve: bool
    order_no: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldCases(Command):
    """By the system: what came up since the switch and falls under the level's rule."""

    emergency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptCase(CaseCommand):
    """One held case goes on all the same, with a coded reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTeams(Command):
    """Call a wave of teams; the answer is due in the level's minutes."""

    emergency: str
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCall(Command):
    """What a called team said; minutes until it is there."""

    call: str
    answer: Answer
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendReport(Command):
    """A report up for the oldest slot owed; nil when nothing happened."""

    emergency: str
    slot: str
    words: str
    nil: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TickLine(Command):
    """Check or uncheck a line of a post's checklist."""

    emergency: str
    level: Response
    post: Post
    number: int
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSpot(Command):
    """A shelter or danger point; without a name it goes."""

    spot: str
    kind: SpotKind
    name: str
    lon: float
    lat: float
    community: str | None = None
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """One person at risk as listed; lon, lat WGS 84 degrees."""

    place: str
    name: str = field(repr=False)
    phone: str = field(default="", repr=False)
    needs: str = field(default="", repr=False)
    community: str | None = None
    grid: str | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAtRisk(Command):
    """People to be evacuated, by hand or from a sheet."""

    emergency: str
    lines: tuple[RiskLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAtRisk(Command):
    """How it went with some of them; `spot` is the shelter."""

    people: tuple[str, ...]
    state: Moved
    spot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealAtRisk(Command):
    """Name and telephone of one person at risk, with a coded reason, for ten minutes."""

    person: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReview(Command):
    """The review report of a released emergency."""

    emergency: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposePurge(Command):
    """Ask that the personal data gathered for a released emergency goes."""

    emergency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePurge(Command):
    """A leader approves the list: the data is gone with this commit."""

    emergency: str
