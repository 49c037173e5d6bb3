"""Founding an own street in a folder or on a server, with its ground from a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from commandcenter.app import Center, open_center, utc_now
from commandcenter.geo.boundaries import read_boundaries
from commandcenter.intake.aside import UnreadableFile
from commandcenter.intake.boundaries import import_boundaries
from commandcenter.intake.ground_sheet import import_ground, read_ground
from commandcenter.services.own_street import OwnStreet

MOST_SHOWN = 60
SHEETS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Refused:
    """What was set aside: its place in the file from 1, its name or code, the reason's code."""

    place: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a file of communities and grids gave."""

    accepted: int = 0
    refused: tuple[Refused, ...] = ()


def found_own(
    folder: Path,
    own: OwnStreet,
    ground: Path | None = None,
    *,
    database: str | None = None,
    now: Callable[[], datetime] = utc_now,
) -> tuple[Center, Ground]:
    """The open centre of the new street, and what its ground gave (.xlsx, .csv or GeoJSON).

    A file that cannot be read as a whole, or of which nothing can be taken, founds nothing:
    UnreadableFile, UnreadableBoundaries. Refusal as app.open_center.
    """
    own = own.checked()
    if ground is not None:
        _look(ground, own.code)
    center = open_center(folder, now=now, program="found", own=own, database=database)
    try:
        return center, _take(center, ground) if ground is not None else Ground()
    except BaseException:
        center.close()
        raise


def _look(file: Path, street: str) -> None:
    if file.suffix.lower() not in SHEETS:
        areas = read_boundaries(file)
        if not areas.accepted:
            raise UnreadableFile(areas.refused[0].reason if areas.refused else "empty", file.name)
        return
    sheet = read_ground(file, street)
    if not sheet.accepted:
        raise UnreadableFile(sheet.refused[0].reason if sheet.refused else "empty", file.name)


def _take(center: Center, file: Path) -> Ground:
    if file.suffix.lower() in SHEETS:
        sheet, _ = import_ground(center.desk, file)
        aside = tuple(Refused(one.row, _plain(one.raw), one.reason) for one in sheet.refused)
        return Ground(len(sheet.accepted), aside)
    done = import_boundaries(center.desk, file)
    found = tuple(Refused(one.index + 1, one.name, one.reason) for one in done.refused)
    return Ground(len(done.accepted), found)


def _plain(raw: str) -> str:
    """A raw row's cells, short enough for a line."""
    cells: list[str] = json.loads(raw)
    return " ".join(one for one in cells if one)[:MOST_SHOWN]
