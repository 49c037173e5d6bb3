"""One row of a mapped table to the values of a case, or the code of why it cannot be taken."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from commandcenter.intake.mapping import CaseMapping
from commandcenter.intake.rows import Fields, Record
from commandcenter.services.doing import MOST_LINE, MOST_WORDS

EARLIEST, LATEST = 1970, 2200
MOST_ID = 40
FORMULA = ("=", "+", "-", "@")
_NUMBER = re.compile(r"[+-]?[0-9]{1,10}(\.[0-9]{0,18})?")
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/#-]*")


class Unfit(Exception):
    """A row cannot be taken; `reason` is a code.

    columns, encoding, control, formula, too_long, quote, no_id, bad_id, doubled_id, time, future,
    closed_before_opened, status, flag, item, number, place_half, place_off_world.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BadHeader(Exception):
    """The file's first row lacks a column that the mapping names, or has it twice."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A case as the table tells it; times UTC, lon/lat WGS 84 degrees."""

    id: str
    opened: datetime
    due: datetime | None
    closed: datetime | None
    item: str
    item_text: str
    unit: str | None
    lon: float | None
    lat: float | None
    place: str
    words: str
    came_by: str | None
    in_time: bool | None


class RowReader:
    """Reads the rows of one file after its header; `now` (UTC) is the latest a case may begin."""

    def __init__(self, mapping: CaseMapping, header: str, now: datetime) -> None:
        self._map, self._now = mapping, now
        self._split = Fields(mapping.delimiter)
        names = [name.strip() for name in self._split(header)]
        self._width = len(names)
        self._at = {key: _index(names, column) for key, column in mapping.columns.items()}
        self._words = [_index(names, column) for column in mapping.words]

    def read(self, record: Record) -> Incoming:
        """The values of a row; raises Unfit."""
        if record.fault is not None:
            raise Unfit(record.fault)
        try:
            text = record.raw.decode(self._map.encoding)
        except UnicodeDecodeError:
            raise Unfit("encoding") from None
        if any(one < " " and one not in "\t\r\n" for one in text):
            raise Unfit("control")
        row = self._split(text)
        if len(row) != self._width:
            raise Unfit("columns")
        return self._values(row)

    def _values(self, row: Sequence[str]) -> Incoming:
        opened = self._time(row, "opened")
        if opened is None:
            raise Unfit("time")
        due, closed = self._time(row, "due"), self._time(row, "closed")
        self._check_times(opened, closed)
        self._check_status(self._text(row, "status"), closed)
        item_text = self._text(row, "item")
        item = self._map.items.of(item_text)
        if item is None:
            raise Unfit("item")
        lon, lat = self._point(row)
        return Incoming(
            id=self._id(row),
            opened=opened,
            due=due,
            closed=closed,
            item=item,
            item_text=item_text,
            unit=self._map.units.of(self._text(row, "unit")),
            lon=lon,
            lat=lat,
            place=self._text(row, "place"),
            words=self._free(row),
            came_by=self._map.sources.of(self._text(row, "source")),
            in_time=self._flag(row),
        )

    def _cell(self, row: Sequence[str], key: str) -> str:
        at = self._at.get(key)
        return "" if at is None else row[at].strip()

    def _text(self, row: Sequence[str], key: str) -> str:
        """One line of text, spaces folded; a cell that a sheet would run as a formula is unfit."""
        cell = " ".join(self._cell(row, key).split())
        _no_formula(cell)
        if len(cell) > MOST_LINE:
            raise Unfit("too_long")
        return cell

    def _free(self, row: Sequence[str]) -> str:
        """The columns of free text, one below the other, the same text only once."""
        cells = [row[at].strip() for at in self._words]
        for cell in cells:
            _no_formula(cell)
        words = "\n".join(dict.fromkeys(cell for cell in cells if cell))
        if len(words) > MOST_WORDS:
            raise Unfit("too_long")
        return words.replace("\r\n", "\n").replace("\r", "\n")

    def _id(self, row: Sequence[str]) -> str:
        found = self._text(row, "id")
        if not found:
            raise Unfit("no_id")
        if len(found) > MOST_ID or not _ID.fullmatch(found):
            raise Unfit("bad_id")
        return found

    def _time(self, row: Sequence[str], key: str) -> datetime | None:
        """A local time as UTC; one that a change of clocks skips is unfit."""
        cell = self._cell(row, key)
        if not cell:
            return None
        if cell.startswith(FORMULA):
            raise Unfit("formula")
        zone = self._map.clock.zone
        try:
            if self._map.time_format == "iso":
                found = datetime.fromisoformat(cell)
            else:
                found = datetime.strptime(cell, self._map.time_format)
            local = found if found.tzinfo else found.replace(tzinfo=zone)
            at = local.astimezone(UTC)
        except (ValueError, OverflowError):
            raise Unfit("time") from None
        if not EARLIEST <= at.year <= LATEST:
            raise Unfit("time")
        if found.tzinfo is None and at.astimezone(zone).replace(tzinfo=None) != found:
            raise Unfit("time")
        return at

    def _check_times(self, opened: datetime, closed: datetime | None) -> None:
        if opened > self._now or (closed is not None and closed > self._now):
            raise Unfit("future")
        if closed is not None and closed < opened:
            raise Unfit("closed_before_opened")

    def _check_status(self, status: str, closed: datetime | None) -> None:
        if "status" not in self._at:
            return
        ended = status in self._map.closed_texts
        if not ended and status not in self._map.open_texts:
            raise Unfit("status")
        if ended != (closed is not None):
            raise Unfit("status")

    def _flag(self, row: Sequence[str]) -> bool | None:
        cell = self._text(row, "in_time")
        if cell and cell not in self._map.in_time:
            raise Unfit("flag")
        return self._map.in_time.get(cell)

    def _point(self, row: Sequence[str]) -> tuple[float | None, float | None]:
        cells = self._cell(row, "lon"), self._cell(row, "lat")
        if not any(cells):
            return None, None
        if not all(cells):
            raise Unfit("place_half")
        lon, lat = (_number(cell) for cell in cells)
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise Unfit("place_off_world")
        return lon, lat


def _index(names: list[str], column: str) -> int:
    if names.count(column) != 1:
        raise BadHeader(column)
    return names.index(column)


def _number(cell: str) -> float:
    if cell.lower().lstrip("+-") in ("nan", "inf", "infinity"):
        raise Unfit("place_off_world")
    if not _NUMBER.fullmatch(cell):
        raise Unfit("formula" if cell.startswith(FORMULA) and cell[1:2].isalpha() else "number")
    found = float(cell)
    assert math.isfinite(found)
    return found


def _no_formula(cell: str) -> None:
    """A sheet runs a cell that begins so (OWASP, CSV injection); a lone hyphen means empty."""
    if cell.startswith(FORMULA) and len(cell) > 1:
        raise Unfit("formula")
