"""The duty roster as a sheet: a row for each shift of a day, a column for each post."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from commandcenter.domain.commands.duty import DutyLine
from commandcenter.domain.duty import Post
from commandcenter.domain.refusal import Refusal, require
from commandcenter.intake.sheets import FORMULA, sheet_cells, write_sheet
from commandcenter.services.whole import Tick, unwatched

MOST_SPAN = 62
_PARTS = re.compile(r"[、,，;；/\n]+")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: .*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterWords:
    """How a roster is written: titles of day, shift and posts, words of shifts, names by id."""

    title: str
    day: str
    shift: str
    posts: Mapping[Post, str]
    shifts: Mapping[str, str]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """What a sheet says that cannot be taken: its row as programs count them, code and text."""

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSheet:
    """What a sheet gives: lines from the first day to the last, and what is bad."""

    first: date
    last: date
    lines: tuple[DutyLine, ...]
    bad: tuple[BadLine, ...]


def write_roster(
    path: Path, lines: Iterable[DutyLine], words: RosterWords, step: Tick = unwatched
) -> int:
    """Write these lines, .xlsx or .csv by the name; how many rows.

    Refusal('sheet_unwritable' | 'given_up').
    """
    cells: dict[tuple[date, str], dict[Post, list[str]]] = {}
    for one in lines:
        row = cells.setdefault((one.day, one.shift), {})
        row.setdefault(one.post, []).append(words.names.get(one.person, one.person))
    rows = [
        [day.isoformat(), words.shifts.get(shift, shift)]
        + ["、".join(row.get(post, ())) for post in words.posts]
        for (day, shift), row in cells.items()
    ]
    head = [words.day, words.shift, *words.posts.values()]
    return write_sheet(path, words.title, head, rows, step)


def read_roster(path: Path, words: RosterWords, known: Sequence[str]) -> RosterSheet:
    """Read a sheet; `known` are the shifts of the pattern. Nothing is stored.

    Refusal('sheet_unreadable'|'sheet_too_large'|'sheet_empty'|'sheet_headers'|'days_range').
    """
    sheet = sheet_cells(path)
    start = next((at for at, row in enumerate(sheet) if any(row)), None)
    if start is None:
        raise Refusal("sheet_empty")
    places = _places(sheet[start], words)
    reader = _Reader(words, known)
    for at, row in enumerate(sheet[start + 1 :], start + 2):
        if any(row):
            reader.take(at, {key: row[n] if n < len(row) else "" for key, n in places.items()})
    require(reader.days, "sheet_empty")
    first, last = min(reader.days), max(reader.days)
    require(last - first < timedelta(days=MOST_SPAN), "days_range", most=MOST_SPAN)
    lines = tuple(dict.fromkeys(reader.lines))
    return RosterSheet(first=first, last=last, lines=lines, bad=tuple(reader.bad))


def _places(head: Sequence[str], words: RosterWords) -> dict[str, int]:
    """Where day, shift and posts stand; a post that the sheet lacks is manned by nobody."""
    wanted = {"day": words.day, "shift": words.shift}
    wanted |= {post.value: title for post, title in words.posts.items()}
    found = {}
    for key, title in wanted.items():
        place = next((at for at, text in enumerate(head) if text in (title, key)), None)
        if place is not None:
            found[key] = place
        elif key in ("day", "shift"):
            raise Refusal("sheet_headers", missing=title)
    return found


class _Reader:
    """Takes row after row, and keeps what cannot be taken apart."""

    def __init__(self, words: RosterWords, known: Sequence[str]) -> None:
        self._shifts = {words.shifts.get(one, one): one for one in known}
        self._shifts |= {one: one for one in known}
        self._people: dict[str, list[str]] = {}
        for key, name in words.names.items():
            self._people.setdefault(name, []).append(key)
            self._people.setdefault(key, []).append(key)
        self.days: set[date] = set()
        self.lines: list[DutyLine] = []
        self.bad: list[BadLine] = []

    def take(self, row: int, cells: Mapping[str, str]) -> None:
        """One row of the sheet."""
        if any(cell is FORMULA for cell in cells.values()):
            self._refuse(row, "cell_formula", "")
            return
        day, shift = _day(cells["day"]), self._shifts.get(cells["shift"].strip())
        if day is None:
            self._refuse(row, "roster_day", cells["day"])
            return
        self.days.add(day)
        if shift is None:
            self._refuse(row, "roster_shift", cells["shift"])
            return
        for post in Post:
            for name in filter(None, map(str.strip, _PARTS.split(cells.get(post.value, "")))):
                self._person(row, day, shift, post, name)

    def _person(self, row: int, day: date, shift: str, post: Post, name: str) -> None:
        found = list(dict.fromkeys(self._people.get(name, ())))
        if len(found) == 1:
            self.lines.append(DutyLine(day=day, shift=shift, post=post, person=found[0]))
        else:
            self._refuse(row, "roster_two_names" if found else "roster_nobody", name)

    def _refuse(self, row: int, code: str, text: str) -> None:
        self.bad.append(BadLine(row=row, code=code, text=text[:40]))


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*(int(one) for one in found.groups())) if found else None
    except ValueError:
        return None
