"""The demo street as founding rows; its calendar is prefilled by a library and marked so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from commandcenter.domain.item import CATALOGUE
from commandcenter.geo.demo import load_demo
from commandcenter.geo.demo_values import DemoStreet
from commandcenter.services.calendars import prefilled
from commandcenter.services.founding import Founding
from commandcenter.services.rules import item_row
from commandcenter.storage.reference import CommunityRow, GridRow, RoadRow, SettingRow

LOCAL = ZoneInfo("Asia/Shanghai")


def demo_founding(at: datetime, day: date | None = None) -> Founding:
    """Everything 石碁镇 starts with; certificates count from `day` (default: the day of `at`)."""
    demo = load_demo()
    day0 = day or at.astimezone(LOCAL).date()
    code = demo.code
    rows: list[Any] = [*_ground(demo), *(item_row(code, item) for item in CATALOGUE)]
    rows += demo.units
    rows += demo.spots
    rows += demo.powers
    rows += demo.cards
    rows += [team.value(code, at) for team in demo.teams]
    rows += [officer.value(code, day0) for officer in demo.officers]
    rows += [person.value(code) for person in demo.people]
    rows += prefilled(code, range(2019, day0.year + 2))
    return Founding(
        street=code,
        rows=tuple(rows),
        names=tuple(_names(demo)),
        positions=tuple((team.id, team.lon, team.lat) for team in demo.teams),
        facts={"demo": True},
    )


def _ground(demo: DemoStreet) -> Iterable[Any]:
    code = demo.code
    settings = {
        "name": demo.name,
        "demo": "1",
        "sketch": "1",
        "outline": json.dumps([demo.outline]),
    }
    yield from (SettingRow(street=code, id=key, value=value) for key, value in settings.items())
    for one in demo.communities:
        yield CommunityRow(street=code, id=one.code, name=one.name, spoken=one.spoken)
    for place in demo.grids:
        grid = place.grid
        yield GridRow(
            street=code,
            id=grid.code,
            name=grid.name,
            kind=grid.kind.value,
            community=grid.community,
            lon=grid.lon,
            lat=grid.lat,
            ring=json.dumps(place.ring),
        )
    for number, road in enumerate(demo.roads, 1):
        line = json.dumps(road.line)
        yield RoadRow(street=code, id=f"road-{number:03d}", name=road.name, line=line)


def _names(demo: DemoStreet) -> Iterable[tuple[str, str, str | None]]:
    known: dict[str, tuple[str, str, str | None]] = {}
    for officer in demo.officers:
        known[officer.id] = (officer.id, officer.name, officer.phone)
    for person in demo.people:
        known.setdefault(person.id, (person.id, person.name, None))
    return known.values()
