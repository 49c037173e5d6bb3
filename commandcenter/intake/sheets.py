"""Tables as .xlsx sheets: written so that no cell is a formula, read back row by row."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.table_checks import check
from commandcenter.domain.tables import (
    Fault,
    Known,
    Table,
    columns,
    difference,
    key_columns,
    key_of,
    read,
    replaced_by_sheet,
    texts,
    turned,
)

MOST_BYTES = 8_000_000
MOST_UNPACKED = 120_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 64
WIDEST = 48
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How codes are written in a sheet: titles by column, and for each column words by code.

    Empty mappings leave the codes as they are; reading takes words and codes alike.
    """

    title: str
    titles: Words
    words: Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadCell:
    """What is wrong in a sheet: its row as the program that shows sheets counts them."""

    row: int
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do; nothing may be taken while `bad` is not empty.

    `rows` and `seen` are what the table's command takes, gone ones only in seen.
    """

    table: Table
    rows: tuple[Any, ...] = ()
    seen: tuple[Any, ...] = ()
    added: int = 0
    changed: int = 0
    removed: int = 0
    bad: tuple[BadCell, ...] = ()


def export(path: Path, table: Table, lines: Iterable[Any], wording: Wording) -> int:
    """Write a sheet with a header; how many rows. Refusal('sheet_unwritable')."""
    import xlsxwriter  # a desk that exports nothing starts without it

    names = columns(table)
    turns = {name: _forth(table, name, wording) for name in names}
    rows = [[turns[name](cell) for name, cell in texts(table, one).items()] for one in lines]
    head = [wording.titles.get(name, name) for name in names]
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    try:
        with xlsxwriter.Workbook(str(path), options) as book:
            _fill(book, wording.title, head, rows)
    except (OSError, xlsxwriter.exceptions.XlsxWriterException):
        raise Refusal("sheet_unwritable", file=path.name) from None
    return len(rows)


def _fill(book: Any, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    sheet = book.add_worksheet(title[:31])
    plain = book.add_format({"num_format": "@"})
    strong = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    for at, name in enumerate(head):
        widest = max((_width(row[at]) for row in rows), default=0)
        sheet.set_column(at, at, min(WIDEST, max(widest, _width(name)) + 2), plain)
        sheet.write_string(0, at, name, strong)
    for number, row in enumerate(rows, 1):
        for at, cell in enumerate(row):
            sheet.write_string(number, at, cell, plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(head) - 1)


def _width(text: str) -> int:
    """Columns that a text takes: a Chinese letter takes two."""
    return sum(1 if ord(letter) < 0x2E80 else 2 for letter in text)


def preview(
    path: Path, table: Table, lines: Sequence[Any], known: Known, wording: Wording
) -> Preview:
    """Read a sheet against the present lines; every bad cell is told, nothing is taken.

    Refusal('sheet_unreadable' | 'sheet_too_large' | 'sheet_headers' | 'sheet_empty').
    """
    found: list[Any] = []
    bad: list[BadCell] = []
    rows_of: dict[str, int] = {}
    for row, cells in _rows(path, table, wording):
        line, faults = read(table, cells)
        wrong = [*faults, *(one for one in check(table, line, known) if not _told(faults, one))]
        key = key_of(table, line)
        if not wrong and rows_of.setdefault(key, row) != row:
            wrong = [Fault(key_columns(table)[0], "line_doubled", {"key": key})]
        bad += [BadCell(row=row, fault=one) for one in wrong]
        found.append(line)
    require(found, "sheet_empty")
    if bad:
        return Preview(table=table, bad=tuple(bad))
    seen = replaced_by_sheet(table, lines, found)
    added, changed, gone = difference(table, seen, found)
    touched = {key_of(table, one) for one in (*changed, *gone)}
    return Preview(
        table=table,
        rows=(*added, *changed),
        seen=tuple(one for one in seen if key_of(table, one) in touched),
        added=len(added),
        changed=len(changed),
        removed=len(gone),
    )


def _told(faults: Iterable[Fault], other: Fault) -> bool:
    return any(one.column == other.column for one in faults)


def _rows(path: Path, table: Table, wording: Wording) -> Iterable[tuple[int, dict[str, str]]]:
    sheet = sheet_cells(path)
    start = next((at for at, row in enumerate(sheet) if any(row)), None)
    require(start is not None, "sheet_empty")
    assert start is not None
    places = _places(table, wording, sheet[start])
    back = {name: _back(table, name, wording) for name in places}
    for at, row in enumerate(sheet[start + 1 :], start + 2):
        if any(row):
            yield at, {name: back[name](row[place]) for name, place in places.items()}


def _places(table: Table, wording: Wording, head: Sequence[str]) -> dict[str, int]:
    """Where each column stands by title or code; Refusal('sheet_headers') when one is missing.

    A column that has a default may be missing only where the sheet is no export (origin).
    """
    found = {}
    for name in columns(table):
        title = wording.titles.get(name, name)
        place = next((at for at, text in enumerate(head) if text in (title, name)), None)
        if place is not None:
            found[name] = place
        elif name != "origin":
            raise Refusal("sheet_headers", missing=title)
    return found


def sheet_cells(path: Path) -> list[list[str]]:
    """The first sheet's cells as text; Refusal('sheet_unreadable'|'sheet_too_large')."""
    return [[_cell(one) for one in row] for row in _open(path)]


def _open(path: Path) -> list[list[Any]]:
    """The first sheet's cells; a file that would unpack to more than 120 MB is not opened."""
    import python_calamine

    try:
        size = path.stat().st_size
        require(size <= MOST_BYTES, "sheet_too_large", most=f"{MOST_BYTES // 1_000_000} MB")
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
        most = f"{MOST_UNPACKED // 1_000_000} MB"
        require(unpacked <= MOST_UNPACKED, "sheet_too_large", most=most)
        sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        high, wide = sheet.total_height, sheet.total_width
        require(high <= MOST_ROWS, "sheet_too_large", most=MOST_ROWS)
        require(wide <= MOST_COLUMNS, "sheet_too_large", most=MOST_COLUMNS)
        return sheet.to_python(skip_empty_area=False)
    except (OSError, zipfile.BadZipFile, python_calamine.CalamineError, IndexError):
        raise Refusal("sheet_unreadable") from None


def _cell(value: Any) -> str:
    """A cell's text: a whole number without point, a day as ISO text, yes as 1."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def _forth(table: Table, name: str, wording: Wording) -> Callable[[str], str]:
    """From codes to words."""
    return partial(turned, table, name, known=wording.words.get(name, {}))


def _back(table: Table, name: str, wording: Wording) -> Callable[[str], str]:
    """From words to codes; what is no word stays as it is, and a word of two codes too."""
    words = wording.words.get(name, {})
    said = list(words.values())
    codes = {word: code for code, word in words.items() if said.count(word) == 1}
    return partial(turned, table, name, known=codes)
