"""The demo street as typed values, read from resources/demo and checked; all of it invented."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import shapely

from commandcenter.domain.case import Source
from commandcenter.domain.grid import Grid, GridKind, parse_code
from commandcenter.domain.item import CATALOGUE_BY_CODE
from commandcenter.domain.person import Officer, Person, Power, Team, Unit
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.geo.ground import LonLat, Ring

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
_ENDS = (("社区居民委员会", "社区"), ("村民委员会", "村"))

T = TypeVar("T")


class BadDemo(Exception):
    """A file of the demo street is missing or wrong: file, row and what is wrong with it."""

    def __init__(self, file: str, row: str, fault: str) -> None:
        super().__init__(f"{file}: {row}: {fault}")


@dataclass(frozen=True, slots=True)
class DemoCommunity:
    """A community: 12-digit code, official name, and the name people say (小龙村)."""

    code: str
    name: str
    spoken: str


@dataclass(frozen=True, slots=True)
class DemoGrid:
    """A grid and its ring of (lon, lat), first = last; the grid's own point lies inside."""

    grid: Grid
    ring: Ring


@dataclass(frozen=True, slots=True)
class DemoRoad:
    """A road: name, community of a village street, line of (lon, lat)."""

    name: str
    community: str | None
    line: tuple[LonLat, ...]


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """A team with its vehicle and the (lon, lat) of its home."""

    id: str
    unit: str
    name: str
    short: str
    kind: str
    vehicle: str
    lon: float
    lat: float

    def value(self, street: str, at: datetime) -> Team:
        """The team as the desk keeps it, free since the given UTC time."""
        return Team(
            street=street,
            id=self.id,
            unit=self.unit,
            name=self.name,
            short=self.short,
            kind=self.kind,
            vehicle=self.vehicle,
            since=at,
        )


@dataclass(frozen=True, slots=True)
class DemoOfficer:
    """An officer with name and telephone; valid_days counts from the demo's day 0."""

    id: str
    name: str
    unit: str
    team: str | None
    auxiliary: bool
    certificate: str
    valid_days: int
    recorder: str | None
    on_shift: bool
    phone: str

    def value(self, street: str, day0: date) -> Officer:
        """The officer as the desk keeps him; day0 is the demo's first local day."""
        return Officer(
            street=street,
            id=self.id,
            unit=self.unit,
            team=self.team,
            auxiliary=self.auxiliary,
            certificate=self.certificate,
            valid_until=day0 + timedelta(days=self.valid_days),
            recorder=self.recorder,
            on_shift=self.on_shift,
        )


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person who may act; a team's leader is also one of its officers."""

    id: str
    name: str
    roles: tuple[Role, ...]
    unit: str | None
    team: str | None
    officer: str | None
    grids: tuple[str, ...]
    on_shift: bool

    def value(self, street: str) -> Person:
        """The person as the desk keeps him, without the name."""
        return Person(
            street=street,
            id=self.id,
            roles=self.roles,
            unit=self.unit,
            grids=self.grids,
            on_shift=self.on_shift,
        )


@dataclass(frozen=True, slots=True)
class DemoReport:
    """A report of the day: minute after local midnight, item, door, words, place, caller.

    `near` is the road or place it was drawn at; `repeats` names the report it repeats.
    """

    id: str
    minute: int
    item: str
    source: Source
    text: str
    near: str
    address: str
    repeats: str | None
    grid: str
    lon: float
    lat: float
    caller: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class DemoStreet:
    """Everything the demo street starts with; `code` has 9 digits, `outline` is a sketch."""

    code: str
    name: str
    note: str
    outline: Ring
    communities: tuple[DemoCommunity, ...]
    grids: tuple[DemoGrid, ...]
    roads: tuple[DemoRoad, ...]
    units: tuple[Unit, ...]
    teams: tuple[DemoTeam, ...]
    officers: tuple[DemoOfficer, ...]
    people: tuple[DemoPerson, ...]
    powers: tuple[Power, ...]
    reports: tuple[DemoReport, ...]
    day_a: DemoReport

    @property
    def street(self) -> str:
        """The street's 12-digit division code."""
        return self.code.ljust(12, "0")


def load_demo(folder: Path = DEMO) -> DemoStreet:
    """Read and check the demo street; raises BadDemo with file, row and fault."""
    head = _json(folder, "street.json")
    try:
        code, name, note, outline = head["code"], head["name"], head["note"], head["outline"]
    except (KeyError, TypeError) as error:
        raise BadDemo("street.json", "-", repr(error)) from error
    rows = partial(_rows, folder)
    demo = DemoStreet(
        code=code,
        name=name,
        note=note,
        outline=_line(outline),
        communities=rows("divisions.csv", _community),
        grids=rows("grids.json", partial(_grid, code)),
        roads=rows("roads.json", lambda r: DemoRoad(**{**r, "line": _line(r["line"])})),
        units=rows("units.json", lambda r: Unit(street=code, id=r.pop("key"), **r)),
        teams=rows("teams.json", lambda r: DemoTeam(**r)),
        officers=rows("officers.json", lambda r: DemoOfficer(**r)),
        people=rows("people.json", _person),
        powers=rows("powers.csv", partial(_power, code)),
        reports=rows("reports.json", _report),
        day_a=_made("day_a.json", _report, _json(folder, "day_a.json")),
    )
    for file, row, fault in _faults(demo):
        raise BadDemo(file, row, fault)
    return demo


def _json(folder: Path, file: str) -> Any:
    try:
        return json.loads((folder / file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadDemo(file, "-", str(error)) from error


def _rows(folder: Path, file: str, make: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    """Every row of a JSON or CSV file, made into a value."""
    if file.endswith(".csv"):
        try:
            with (folder / file).open(encoding="utf-8", newline="") as lines:
                rows: list[Any] = list(csv.DictReader(lines))
        except (OSError, ValueError) as error:
            raise BadDemo(file, "-", str(error)) from error
    else:
        rows = _json(folder, file)
    return tuple(_made(file, make, row) for row in rows)


def _made(file: str, make: Callable[[dict[str, Any]], T], row: dict[str, Any]) -> T:
    try:
        return make(dict(row))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadDemo(file, str(row)[:80], repr(error)) from error


def _line(points: Iterable[Iterable[float]]) -> tuple[LonLat, ...]:
    return tuple((float(lon), float(lat)) for lon, lat in points)


def _community(row: dict[str, Any]) -> DemoCommunity:
    name = row["name"]
    spoken = next((name.removesuffix(e) + s for e, s in _ENDS if name.endswith(e)), name)
    return DemoCommunity(row["code"], name, spoken)


def _grid(street: str, row: dict[str, Any]) -> DemoGrid:
    ring = _line(row.pop("ring"))
    if not shapely.Polygon(ring).is_valid:
        raise ValueError("ring")
    parse_code(row["code"])
    row["kind"] = GridKind(row["kind"])
    return DemoGrid(Grid(street=street, **row), ring)


def _person(row: dict[str, Any]) -> DemoPerson:
    roles = tuple(Role(role) for role in row["roles"])
    return DemoPerson(**{**row, "roles": roles, "grids": tuple(row["grids"])})


def _power(street: str, row: dict[str, Any]) -> Power:
    kind = TaskKind(row["kind"])
    return Power(street, row["item"], row["unit"], kind, row["default"] == "1")


def _report(row: dict[str, Any]) -> DemoReport:
    return DemoReport(**{**row, "source": Source(row["source"])})


def _faults(demo: DemoStreet) -> Iterable[tuple[str, str, str]]:
    """What points at nothing: units, teams, officers, grids, communities, items, repeats."""
    communities = {c.code for c in demo.communities}
    grids = {g.grid.code: g.ring for g in demo.grids}
    units = {u.id for u in demo.units}
    teams = {t.id for t in demo.teams}
    officers = {o.id for o in demo.officers}
    reports = {r.id for r in demo.reports}
    for grid in demo.grids:
        yield from _missing("grids.json", grid.grid.code, communities, grid.grid.community)
    for team in demo.teams:
        yield from _missing("teams.json", team.id, units, team.unit)
    for officer in demo.officers:
        yield from _missing("officers.json", officer.id, units, officer.unit)
        yield from _missing("officers.json", officer.id, teams, officer.team)
    for person in demo.people:
        yield from _missing("people.json", person.id, units, person.unit)
        yield from _missing("people.json", person.id, teams, person.team)
        yield from _missing("people.json", person.id, officers, person.officer)
        yield from _missing("people.json", person.id, grids, *person.grids)
    for power in demo.powers:
        yield from _missing("powers.csv", power.id, units, power.unit)
        yield from _missing("powers.csv", power.id, CATALOGUE_BY_CODE, power.item)
    for report in (*demo.reports, demo.day_a):
        yield from _missing("reports.json", report.id, CATALOGUE_BY_CODE, report.item)
        yield from _missing("reports.json", report.id, reports, report.repeats)
        yield from _missing("reports.json", report.id, grids, report.grid)
        if not shapely.Polygon(grids[report.grid]).covers(shapely.Point(report.lon, report.lat)):
            yield "reports.json", report.id, "point outside its grid"


def _missing(
    file: str, row: str, known: Iterable[str], *wanted: str | None
) -> Iterable[tuple[str, str, str]]:
    names = frozenset(known)
    return ((file, row, f"unknown {w}") for w in wanted if w is not None and w not in names)
