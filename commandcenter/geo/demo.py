"""Reads the demo street from resources/demo and checks that nothing in it points at nothing."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Container, Iterable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from commandcenter.domain.case import Source
from commandcenter.domain.emergency import Spot, SpotKind
from commandcenter.domain.grid import Grid, GridKind, parse_code
from commandcenter.domain.item import CATALOGUE_BY_CODE
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Power, Unit
from commandcenter.domain.roles import Role
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import TaskKind
from commandcenter.geo.demo_values import (
    DemoCommunity,
    DemoGrid,
    DemoOfficer,
    DemoPerson,
    DemoReport,
    DemoRoad,
    DemoStreet,
    DemoTeam,
)
from commandcenter.geo.ground import LonLat

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
_ENDS = (("社区居民委员会", "社区"), ("村民委员会", "村"))

T = TypeVar("T")


class BadDemo(Exception):
    """A file of the demo street is missing or wrong: file, row and what is wrong with it."""

    def __init__(self, file: str, row: str, fault: str) -> None:
        super().__init__(f"{file}: {row}: {fault}")


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
        teams=rows("teams.json", lambda r: DemoTeam(**_several(r))),
        officers=rows("officers.json", lambda r: DemoOfficer(**r)),
        people=rows("people.json", _person),
        powers=rows("powers.csv", partial(_power, code)),
        reports=rows("reports.json", _report),
        day_a=_made("day_a.json", _report, _json(folder, "day_a.json")),
        spots=rows("spots.json", partial(_spot, code)),
        cards=rows("run_cards.json", partial(_card, code)),
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
    import shapely  # takes long to load, and a start that founds nothing reads no demo

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
    default = row["default"] == "1"
    return Power(street=street, item=row["item"], unit=row["unit"], kind=kind, default=default)


def _spot(street: str, row: dict[str, Any]) -> Spot:
    return Spot(street=street, **{**row, "kind": SpotKind(row["kind"])})


def _card(street: str, row: dict[str, Any]) -> RunCard:
    level = Level(row["level"]) if "level" in row else None
    plain = {**_several(row), "kind": TaskKind(row["kind"]), "level": level}
    return RunCard(street=street, **plain)


def _several(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose lists are tuples."""
    return {name: tuple(one) if isinstance(one, list) else one for name, one in row.items()}


def _report(row: dict[str, Any]) -> DemoReport:
    return DemoReport(**{**row, "source": Source(row["source"])})


def _faults(demo: DemoStreet) -> Iterable[tuple[str, str, str]]:
    """What points at nothing: units, teams, officers, grids, communities, items, repeats."""
    import shapely

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
    for card in demo.cards:
        wanted = (card.lead, *card.co_units, *card.notify)
        yield from _missing("run_cards.json", card.id, units, *wanted)
        yield from _missing("run_cards.json", card.id, CATALOGUE_BY_CODE, card.item)
    for spot in demo.spots:
        yield from _missing("spots.json", spot.id, communities, spot.community)
    for report in (*demo.reports, demo.day_a):
        yield from _missing("reports.json", report.id, CATALOGUE_BY_CODE, report.item)
        yield from _missing("reports.json", report.id, reports, report.repeats)
        yield from _missing("reports.json", report.id, grids, report.grid)
        if not shapely.Polygon(grids[report.grid]).covers(shapely.Point(report.lon, report.lat)):
            yield "reports.json", report.id, "point outside its grid"


def _missing(
    file: str, row: str, known: Container[str], *wanted: str | None
) -> Iterable[tuple[str, str, str]]:
    return ((file, row, f"unknown {w}") for w in wanted if w is not None and w not in known)
