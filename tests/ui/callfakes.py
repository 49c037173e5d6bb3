"""A hand-written Desk on the real demo street: reports are taken in, merged, filed, sent, found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import ReportCase
from commandcenter.domain.item import CATALOGUE, CATALOGUE_BY_CODE
from commandcenter.domain.person import Officer, Person, Team
from commandcenter.domain.refusal import Refusal
from commandcenter.geo.demo import load_demo
from commandcenter.services.views import (
    AskBeside,
    AskPlace,
    Beside,
    Board,
    CaseLine,
    Changes,
    Figures,
    GridShape,
    PlaceFacts,
    Reference,
    Road,
)
from ui.mode import NORMAL

NOW = datetime(2019, 7, 11, 2, 2, tzinfo=UTC)
DEMO = load_demo()
STREET = DEMO.code
PEOPLE = tuple(
    Person(
        street=STREET,
        id=one.id,
        roles=one.roles,
        unit=one.unit,
        grids=one.grids,
        on_shift=one.on_shift,
    )
    for one in DEMO.people
)
OFFICERS = tuple(
    Officer(
        street=STREET,
        id=one.id,
        unit=one.unit,
        team=one.team,
        auxiliary=one.auxiliary,
        certificate=one.certificate,
        valid_until=NOW.date() + timedelta(days=one.valid_days),
        recorder=one.recorder,
        on_shift=one.on_shift,
    )
    for one in DEMO.officers
)
TEAMS = tuple(
    Team(
        street=STREET,
        id=one.id,
        unit=one.unit,
        name=one.name,
        short=one.short,
        kind=one.kind,
        vehicle=one.vehicle,
        since=NOW,
    )
    for one in DEMO.teams
)
REFERENCE = Reference(
    street=STREET,
    street_name=DEMO.name,
    demo=True,
    sketch=True,
    communities={one.code: one.spoken for one in DEMO.communities},
    grids=tuple(GridShape(grid=one.grid, ring=tuple(one.ring)) for one in DEMO.grids),
    roads=tuple(Road(name=one.name, line=one.line) for one in DEMO.roads),
    outline=(tuple(DEMO.outline),),
    items=CATALOGUE,
    units=DEMO.units,
    powers=DEMO.powers,
    names={one.id: one.name for one in (*DEMO.people, *DEMO.officers)},
    phones={},
)


def line_of(case: Case) -> CaseLine:
    known = {name: getattr(case, name) for name in CaseLine.__slots__ if hasattr(case, name)}
    return CaseLine(**({"pending": ()} | known))


def a_case(**changes: Any) -> Case:
    base = Case(
        street=STREET,
        id="0197f000-0000-7000-8000-000000000001",
        version=2,
        number="4401131202019071100231",
        state=CaseState.FILED,
        state_since=NOW,
        item="21-903",
        level=CATALOGUE_BY_CODE["21-903"].level,
        source=DEMO.day_a.source,
        place=DEMO.day_a.address,
        lon=DEMO.day_a.lon,
        lat=DEMO.day_a.lat,
        grid=DEMO.day_a.grid,
        community=DEMO.day_a.grid[:12],
        reported_at=NOW - timedelta(minutes=30),
        filed_at=NOW,
        clock_start=NOW,
        due=NOW + timedelta(hours=2),
    )
    return replace(base, **changes)


def board() -> Board:
    return Board(
        seq=1,
        at=NOW,
        cases=(),
        figures=Figures(filed=0, closed=0, void=0, open=0, inbox=0),
        teams=TEAMS,
        officers=OFFICERS,
        positions=(),
        people=PEOPLE,
        mode=NORMAL,
    )


def changes(*cases: Case, teams: tuple[Team, ...] = ()) -> Changes:
    return Changes(
        seq=2,
        at=NOW,
        entries=(),
        cases=tuple(line_of(case) for case in cases),
        figures=None,
        teams=teams,
        officers=(),
        people=(),
        positions=(),
        more=False,
    )


@dataclass
class CallDesk:
    """Answers by a table of question types; keeps the commands; refuses or breaks when told."""

    answers: dict[type, Callable[[Any], Any]] = field(default_factory=dict)
    done: list[Any] = field(default_factory=list)
    asked: list[Any] = field(default_factory=list)
    no: Exception | None = None
    receipt: Callable[[str], Any] = str

    def do(self, command: Any, who: str) -> Any:
        if self.no is not None:
            error, self.no = self.no, None
            raise error
        self.done.append(command)
        return self.receipt(command.id)

    def ask(self, query: Any, who: str) -> Any:
        self.asked.append(query)
        if type(query) in self.answers:
            return self.answers[type(query)](query)
        if isinstance(query, AskPlace):
            return place_facts(query)
        if isinstance(query, AskBeside):
            return Beside(similar=(), earlier=())
        raise Refusal("no_such_case")

    def reported(self) -> ReportCase:
        """The one report that was taken in."""
        (report,) = (one for one in self.done if isinstance(one, ReportCase))
        return report


def place_facts(query: AskPlace) -> PlaceFacts:
    """The grid asked for, or the one nearest by its centre."""

    def far(shape: GridShape) -> float:
        if query.grid is not None:
            return 0.0 if shape.grid.code == query.grid else 1.0
        assert query.lon is not None and query.lat is not None
        return (shape.grid.lon - query.lon) ** 2 + (shape.grid.lat - query.lat) ** 2

    grid = min(REFERENCE.grids, key=far).grid
    item = CATALOGUE_BY_CODE[query.item or "01-02"]
    return PlaceFacts(
        lon=query.lon if query.lon is not None else grid.lon,
        lat=query.lat if query.lat is not None else grid.lat,
        grid=grid.code,
        community=grid.community,
        members=tuple(one.id for one in PEOPLE if grid.code in one.grids and one.on_shift),
        due=NOW + timedelta(hours=2),
        provisional=False,
        level=item.level,
    )


@contextmanager
def desk_context(desk: Any, roles: frozenset[str], who: str = "intake-1") -> Iterator[Any]:
    """A DeskContext on this desk, with a worker that is stopped at the end."""
    from commandcenter.domain.calendar import WorkCalendar
    from commandcenter.domain.clock import WorkClock
    from ui.context import DeskContext
    from ui.selection import Selection
    from ui.worker import Worker

    keeper = QObject()
    worker = Worker(desk, keeper)
    said: list[tuple[str, str]] = []
    context = DeskContext(
        worker=worker,
        selection=Selection(keeper),
        reference=REFERENCE,
        clock=WorkClock(WorkCalendar.from_rows(())),
        now=lambda: NOW,
        who=who,
        roles=roles,
        say=lambda kind, text: said.append((kind, text)),
    )
    try:
        yield context
    finally:
        assert worker.stop() == ()
