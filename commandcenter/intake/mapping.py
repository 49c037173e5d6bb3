"""A mapping file: how another city's table of cases is read, as TOML, so that no city is code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commandcenter.domain.case import Source
from commandcenter.domain.clock import ClockProfile
from commandcenter.intake.rows import DELIMITERS

ENCODINGS = ("utf-8", "gb18030", "big5", "cp1252", "latin-1")
MOST_BYTES = 1024 * 1024
_ONE = ("id", "opened", "due", "closed", "status", "item", "unit", "lon", "lat", "place")
COLUMNS = frozenset({*_ONE, "source", "in_time", "words"})
NEEDED = ("id", "opened", "item")
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,7}-")


class BadMapping(Exception):
    """The mapping file cannot be used: the key at fault and what is wrong with it."""

    def __init__(self, key: str, fault: str) -> None:
        super().__init__(f"{key}: {fault}")
        self.key = key
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Names:
    """A table from the file's words to our codes: whole words first, then how they start."""

    whole: Mapping[str, str]
    starts: tuple[tuple[str, str], ...]
    default: str | None

    def of(self, text: str) -> str | None:
        """Our code for the words, or the default."""
        found = self.whole.get(text)
        if found is not None:
            return found
        return next((code for start, code in self.starts if text.startswith(start)), self.default)

    @property
    def codes(self) -> frozenset[str]:
        """Every code the table may answer."""
        every = {*self.whole.values(), *(code for _, code in self.starts)}
        return frozenset(every | {self.default} if self.default is not None else every)


@dataclass(frozen=True, slots=True)
class CaseMapping:
    """What a mapping file says.

    `columns` name the file's columns; `words` the columns of free text. Times are read with
    `time_format` (strptime, or "iso") in the zone of `clock`. `days` is the clock's limit in
    workdays by the text of the item column.
    """

    name: str
    prefix: str
    encoding: str
    delimiter: str
    columns: Mapping[str, str]
    words: tuple[str, ...]
    time_format: str
    clock: ClockProfile
    days: Mapping[str, int]
    open_texts: frozenset[str]
    closed_texts: frozenset[str]
    in_time: Mapping[str, bool]
    items: Names
    units: Names
    sources: Names


def read_mapping(path: Path) -> CaseMapping:
    """Read and check a mapping file; raises BadMapping. An unknown key is refused by its name."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise BadMapping(path.name, "too large")
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise BadMapping(path.name, str(error)) from error
    return _Table(table, "").mapping()


class _Table:
    """One table of the file, every key of which must be asked for."""

    def __init__(self, values: Mapping[str, Any], name: str) -> None:
        self._values, self._name = dict(values), name

    def mapping(self) -> CaseMapping:
        columns, words = self.table("columns").columns()
        times, status = self.table("times"), self.table("status", {})
        clock, days = self.table("clock", {}).clock(zone := times.text("zone"))
        time_format = times.text("format")
        times.end()
        flags = self.table("in_time", {})
        made = CaseMapping(
            name=self.text("name"),
            prefix=self.text("prefix"),
            encoding=self.text("encoding", "utf-8"),
            delimiter=self.text("delimiter", ","),
            columns=columns,
            words=words,
            time_format=time_format,
            clock=clock or ClockProfile.from_mapping({"name": "calendar", "zone": zone}),
            days=days,
            open_texts=frozenset(status.texts("open")),
            closed_texts=frozenset(status.texts("closed")),
            in_time={
                **dict.fromkeys(flags.texts("yes"), True),
                **dict.fromkeys(flags.texts("no"), False),
            },
            items=self.table("items").names(),
            units=self.table("units", {}).names(),
            sources=self.table("sources", {}).names(),
        )
        for part in (status, flags, self):
            part.end()
        return _checked(made)

    def columns(self) -> tuple[dict[str, str], tuple[str, ...]]:
        words = self.texts("words")
        found = {key: self.text(key) for key in sorted(COLUMNS) if key in self._values}
        self.end()
        for key in NEEDED:
            if key not in found:
                raise BadMapping(f"columns.{key}", "missing")
        if ("lon" in found) != ("lat" in found):
            raise BadMapping("columns.lon", "lon and lat belong together")
        return found, words

    def clock(self, zone: str) -> tuple[ClockProfile | None, dict[str, int]]:
        days = self._values.pop("days", {})
        if not isinstance(days, dict) or not all(type(n) is int and n >= 0 for n in days.values()):
            raise BadMapping("clock.days", "not whole numbers of workdays")
        try:
            return ClockProfile.from_mapping({"name": "clock", "zone": zone, **self._values}), days
        except ValueError as error:
            raise BadMapping("clock", str(error)) from error

    def names(self) -> Names:
        whole, starts = self.table("names", {}), self.table("starts", {})
        default = self.text("default") if "default" in self._values else None
        self.end()
        order = sorted(starts.every().items(), key=lambda pair: -len(pair[0]))
        return Names(whole.every(), tuple(order), default)

    def table(self, key: str, default: dict[str, Any] | None = None) -> _Table:
        value = self._values.pop(key, default)
        if not isinstance(value, dict):
            raise BadMapping(f"{self._name}{key}", "table missing")
        return _Table(value, f"{self._name}{key}.")

    def every(self) -> dict[str, str]:
        return {key: self.text(key) for key in list(self._values)}

    def text(self, key: str, default: str | None = None) -> str:
        value = self._values.pop(key, default)
        if not isinstance(value, str) or not value:
            raise BadMapping(f"{self._name}{key}", "text missing")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._values.pop(key, [])
        many = [value] if isinstance(value, str) else value
        if not isinstance(many, list) or not all(isinstance(one, str) for one in many):
            raise BadMapping(f"{self._name}{key}", "not a list of texts")
        return tuple(many)

    def end(self) -> None:
        if self._values:
            raise BadMapping(f"{self._name}{min(self._values)}", "unknown key")


def _checked(made: CaseMapping) -> CaseMapping:
    if not _PREFIX.fullmatch(made.prefix):
        raise BadMapping("prefix", "wants capitals, digits and a hyphen at the end, such as B-")
    if made.encoding not in ENCODINGS:
        raise BadMapping("encoding", f"one of {', '.join(ENCODINGS)}")
    if made.delimiter not in DELIMITERS:
        raise BadMapping("delimiter", "one of comma, semicolon, tab, bar")
    if made.delimiter == "|" and made.encoding in ("gb18030", "big5"):
        raise BadMapping("delimiter", f"a bar is half a character in {made.encoding}")
    if made.items.default is None:
        raise BadMapping("items.default", "text missing")
    unknown = made.sources.codes - {source.value for source in Source}
    if unknown:
        raise BadMapping("sources", f"unknown source {min(unknown)}")
    if made.open_texts & made.closed_texts:
        raise BadMapping("status", "a text is both open and closed")
    return made
