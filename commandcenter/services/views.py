"""The frozen answers of Desk.ask, and its questions by name; times UTC, lon/lat WGS 84 degrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from commandcenter.domain.alarm import DEFAULT_ALARMS, AlarmRule
from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.course import Course
from commandcenter.domain.docket import Docket
from commandcenter.domain.grid import Grid
from commandcenter.domain.handover import Promise
from commandcenter.domain.item import Item
from commandcenter.domain.journal import Entry
from commandcenter.domain.law import Finding
from commandcenter.domain.limits import Level, Limit, Stage
from commandcenter.domain.person import Officer, Person, Position, Power, Team, Unit
from commandcenter.domain.request import Request
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task
from commandcenter.domain.tier import Tier
from commandcenter.domain.upcoming import Upcoming
from commandcenter.services import questions, sending_views
from commandcenter.services.emergency_views import Mode
from commandcenter.services.joining_views import JointView
from commandcenter.services.order_views import OrderView
from commandcenter.services.whistle_views import ConsultationView, WhistleView

# ---- questions ----------------------------------------------------------------------------

AskBeside = questions.AskBeside
AskBoard = questions.AskBoard
AskCandidates = questions.AskCandidates
AskCase = questions.AskCase
AskFind = questions.AskFind
AskPicture = questions.AskPicture
AskPlace = questions.AskPlace
AskReference = questions.AskReference
AskReveals = questions.AskReveals
AskRules = questions.AskRules
AskTables = questions.AskTables
AskAccounts = questions.AskAccounts
AskTableHistory = questions.AskTableHistory

Candidate = sending_views.Candidate
CandidatesView = sending_views.CandidatesView

# ---- answers ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One line of the queue; `pending` names the kinds of undecided requests.

    docket_due and docket_yellow are the nearest clock of its open sub-dockets, which keep a
    closed case on the list; supervise_due is when an unanswered supervision order is due;
    tier_due and tier_yellow are the clock of the level that has it (it runs in case.TIER_CLOCK);
    whistle is its whistle's state, whistle_due when the next of its departments is due, rate_due
    when both sides should have rated it; consult_due is the nearest open task of a 会商.
    """

    id: str
    version: int
    number: str | None
    state: CaseState
    state_since: datetime
    item: str
    level: Level
    source: Source
    place: str
    community: str | None
    grid: str | None
    lon: float | None
    lat: float | None
    lead_unit: str | None
    owner: str | None
    reported_at: datetime
    filed_at: datetime | None
    closed_at: datetime | None
    clock_start: datetime | None
    due: datetime | None
    yellow: datetime | None
    provisional: bool
    stage: Stage | None
    stage_due: datetime | None
    stage_yellow: datetime | None
    pending: tuple[str, ...]
    urged: int
    supervised: bool
    rounds: int
    rework: int
    drill: bool
    imported: bool
    acks: tuple[str, ...]
    merged_into: str | None
    docket_due: datetime | None = None
    docket_yellow: datetime | None = None
    supervise_due: datetime | None = None
    hold: str | None = None
    held_at: datetime | None = None
    watch: str | None = None
    watch_due: datetime | None = None
    admission: str | None = None
    tier: Tier = Tier.STREET
    tier_due: datetime | None = None
    tier_yellow: datetime | None = None
    whistle: str | None = None
    whistle_due: datetime | None = None
    whistle_yellow: datetime | None = None
    consult_due: datetime | None = None
    rate_due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts by present state: open = filed - closed - void; inbox is not open."""

    filed: int
    closed: int
    void: int
    open: int
    inbox: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All that a newly opened desk shows, as of journal number `seq`, read in one snapshot."""

    seq: int
    at: datetime
    cases: tuple[CaseLine, ...]
    figures: Figures
    teams: tuple[Team, ...]
    officers: tuple[Officer, ...]
    positions: tuple[Position, ...]
    people: tuple[Person, ...]
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What happened after a journal number; `cases` holds each touched case as it is now.

    `more` says that the answer was cut at its limit; figures are as of `seq`. Ended cases come
    too (their state tells); a panel that shows only open ones removes them. `gone` names cases
    that the asker saw before and may not see any more. `mode` is told when it may have changed.
    """

    seq: int
    at: datetime
    entries: tuple[Entry, ...]
    cases: tuple[CaseLine, ...]
    figures: Figures | None
    teams: tuple[Team, ...]
    officers: tuple[Officer, ...]
    people: tuple[Person, ...]
    positions: tuple[Position, ...]
    more: bool
    gone: tuple[str, ...] = ()
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridShape:
    """A grid and its ring of (lon, lat) pairs, first = last."""

    grid: Grid
    ring: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A road of the map: a name and a line of (lon, lat) pairs."""

    name: str
    line: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What seldom changes: street, grids, items, units, powers, names of staff, what rings."""

    street: str
    street_name: str
    demo: bool
    sketch: bool
    communities: dict[str, str]
    grids: tuple[GridShape, ...]
    roads: tuple[Road, ...]
    outline: tuple[tuple[tuple[float, float], ...], ...]
    items: tuple[Item, ...]
    units: tuple[Unit, ...]
    powers: tuple[Power, ...]
    names: dict[str, str]
    phones: dict[str, str]
    alarms: tuple[AlarmRule, ...] = DEFAULT_ALARMS


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One entry of a case's story; `words` is private text if it still exists."""

    entry: Entry
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRef:
    """A picture of a case: sha256, kind, who kept it; `gone` after a purge."""

    id: str
    sha256: str
    kind: str
    at: datetime
    by: str
    mime: str
    size: int
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainant:
    """The caller with the telephone masked (138****5678); `open_until` while revealed (UTC)."""

    name: str | None
    phone: str | None
    revealed: bool
    open_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What may be done next: the command's class name, allowed or the refusal's code."""

    command: str
    allowed: bool
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """Everything the case panel shows; complainant is None for who has no need to know.

    `course` is how long each step took; None where only a seat's memory of the case answers.
    """

    case: Case
    words: str | None
    complainant: Complainant | None
    story: tuple[StoryLine, ...]
    tasks: tuple[Task, ...]
    requests: tuple[Request, ...]
    dockets: tuple[Docket, ...]
    pictures: tuple[PictureRef, ...]
    findings: tuple[Finding, ...]
    moves: tuple[Move, ...]
    reminders: tuple[str, ...]
    undo_until: datetime | None
    promises: tuple[Promise, ...] = ()
    joints: tuple[JointView, ...] = ()
    orders: tuple[OrderView, ...] = ()
    whistles: tuple[WhistleView, ...] = ()
    consultations: tuple[ConsultationView, ...] = ()
    course: Course | None = None
    upcoming: tuple[Upcoming, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarCase:
    """A likely duplicate: metres, hours apart, likeness of words 0..100."""

    line: CaseLine
    metres: float
    hours: float
    likeness: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCase:
    """An earlier case of the same telephone or of the same 100 m; open or ended."""

    line: CaseLine
    why: str
    metres: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the intake form shows beside itself."""

    similar: tuple[SimilarCase, ...]
    earlier: tuple[EarlierCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """What a place tells: grid, community, members on shift, limits of the item from now."""

    lon: float | None
    lat: float | None
    grid: str | None
    community: str | None
    members: tuple[str, ...]
    due: datetime | None
    provisional: bool
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The find panel's answer: at most `limit` lines, newest first; `total_known` if counted."""

    lines: tuple[CaseLine, ...]
    why: tuple[str, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealCount:
    """How often a person revealed telephones for a reason; `outside` = not of own cases."""

    person: str
    reason: str
    count: int
    outside: int
    last: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveals:
    """Reveals since an instant (UTC), by person and reason, the most first (section 10)."""

    since: datetime
    lines: tuple[RevealCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesView:
    """The street's tables: limits by level and stage, days with kind, sessions as local HH:MM."""

    items: tuple[Item, ...]
    limits: tuple[tuple[Level, Stage, Limit | None], ...]
    days: tuple[tuple[date, str], ...]
    sessions: tuple[tuple[str, str], ...]
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How somebody stands at the door: none, open, once, used, locked (until, UTC), barred.

    once is a code that was not used yet, used one within which no password was set; `seats` is
    how many sessions are open.
    """

    person: str
    roles: tuple[Role, ...]
    state: str
    until: datetime | None = None
    seats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """How people stand at the door."""

    people: tuple[Account, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHistory:
    """Entries of changed tables and accounts, the newest first; `more` where there are older."""

    entries: tuple[Entry, ...]
    more: bool
