"""A demo street with many teams, officers, roads and cases, for the benches of the ranking."""

from __future__ import annotations

import gc
import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from commandcenter.domain.case import Source
from commandcenter.domain.commands import FileCase, ReportCase
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.person import Officer, Power, Team
from commandcenter.storage import tables as t
from commandcenter.storage.codec import encode, micros
from commandcenter.storage.reference import RoadRow
from tests.bench.report import folder
from tests.fakes import Room, open_room

WEST, SOUTH, WIDE, HIGH = 113.41, 22.93, 0.06, 0.05
"""About 6 km by 5.5 km: a street's ground."""
LINES, BENDS = 40, 5
"""So many roads each way, 1,600 crossings, so many vertices from one to the next."""


@contextmanager
def crowd(teams: int, officers: int, cases: int) -> Iterator[tuple[Room, list[str]]]:
    """The room and its filed cases, each somewhere else, of every item in turn.

    What is loaded is out of the collector's sight, as at a seat (ui.pace) and at a server.
    """
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        room = open_room(place / "desk")
        try:
            _fill(room, teams, officers)
            keys = [_case(room, number) for number in range(cases)]
            gc.collect()
            gc.freeze()
            yield room, keys
        finally:
            gc.unfreeze()
            room.center.close()
    finally:
        shutil.rmtree(place)


def _case(room: Room, number: int) -> str:
    dice = random.Random(number)
    lon, lat = _somewhere(dice)
    item = CATALOGUE[number % len(CATALOGUE)].code
    report = ReportCase(
        item=item, source=Source.WINDOW, words="堆放", place=f"{number}号", lon=lon, lat=lat
    )
    case = room.desk.do(report, "intake-1").subject
    room.desk.do(FileCase(case=case, seen=1), "lead-1")
    return case


def _somewhere(dice: random.Random) -> tuple[float, float]:
    return WEST + dice.random() * WIDE, SOUTH + dice.random() * HIGH


def _fill(room: Room, teams: int, officers: int) -> None:
    """Teams of the units that have powers, their officers on shift, a lattice of roads."""
    street, now, dice = room.desk.street, room.clock(), random.Random(7)
    units = sorted({one.unit for one in room.desk.read(lambda tx: tx.find(Power))})
    made = [
        Team(
            street=street, id=f"crowd-{n:03d}", unit=units[n % len(units)], name=f"巡查{n}组",
            short=f"{n}组", kind="mobile", vehicle="粤A" if n % 3 else None, since=now,
        )
        for n in range(teams)
    ]  # fmt: skip
    until = date(2030, 1, 1)
    crew = [
        Officer(
            street=street, id=f"crowd-{n:04d}", unit=made[n % teams].unit,
            team=made[n % teams].id, auxiliary=n % 5 == 4, certificate=f"粤{n}", valid_until=until,
            recorder=f"R{n}", on_shift=True,
        )
        for n in range(officers)
    ]  # fmt: skip
    seen = [
        dict(zip(("lon", "lat"), _somewhere(dice), strict=True))
        | {"street": street, "team": one.id, "at": micros(now - timedelta(minutes=n % 20))}
        for n, one in enumerate(made)
    ]
    roads = [
        RoadRow(street=street, id=f"lattice-{n:03d}", name=f"{n}路", line=json.dumps(line))
        for n, line in enumerate(lattice())
    ]
    with room.center.database.write.begin() as connection:
        for name, rows in (("teams", made), ("officers", crew), ("roads", roads)):
            connection.execute(insert(t.TABLES[name]), [encode(one) for one in rows])
        connection.execute(insert(t.positions), seen)
    room.desk.reload()


def lattice() -> Iterator[list[tuple[float, float]]]:
    """Roads from edge to edge that meet at every crossing and bend a little between."""
    count = (LINES - 1) * BENDS
    for n in range(LINES):
        across, up = [], []
        for m in range(count + 1):
            off = 0.0 if m % BENDS == 0 else 0.0001 * (m % 2)
            along, beside = m / count, n / (LINES - 1)
            across.append((WEST + along * WIDE, SOUTH + beside * HIGH + off))
            up.append((WEST + beside * WIDE + off, SOUTH + along * HIGH))
        yield [_round(*one) for one in across]
        yield [_round(*one) for one in up]


def _round(lon: float, lat: float) -> tuple[float, float]:
    return round(lon, 7), round(lat, 7)


def rows_of(room: Room) -> list[list[Any]]:
    """What the ranking must read, by the bare driver."""
    with room.center.database.read.connect() as connection:
        raw = connection.connection.driver_connection
        names = ("teams", "officers", "positions")
        return [raw.execute(f"SELECT * FROM {name}").fetchall() for name in names]
