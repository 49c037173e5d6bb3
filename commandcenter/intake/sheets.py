"""Tables as .xlsx or .csv sheets: no cell is written as a formula, read back row by row."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.table_checks import check
from commandcenter.domain.table_checks_coordination import doubts
from commandcenter.domain.tables import (
    LATER,
    Fault,
    Known,
    Table,
    columns,
    completed,
    difference,
    key_columns,
    key_of,
    read,
    replaced_by_sheet,
    texts,
    turned,
)
from commandcenter.intake.csv_cells import MOST_BYTES, read_csv, write_csv
from commandcenter.services.whole import Tick, unwatched, whole

MOST_UNPACKED = 120_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 64
WIDEST = 48
CSV = ".csv"
Words = Mapping[str, str]
_SHEETS = re.compile(rb"<sheet\b[^>]*?\br:id=\"([^\"]+)\"")
_FORMULAS = re.compile(rb"<c r=\"([A-Z]{1,3})([0-9]+)\"[^>]*><f[ >/]")


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
class Step:
    """One line that an import would add, change or remove; `cells` are (old, new) by column.

    `row` counts as in the sheet, 0 for a line that the sheet lacks.
    """

    row: int
    what: str
    key: str
    cells: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do, step by step, without the rows that are `bad`.

    `rows` and `seen` are what the table's command takes, gone ones only in seen. While a row is
    bad nothing is removed, for a line that is missing may be the one that could not be read.
    `odd` are good run cards that one should look at twice.
    """

    table: Table
    rows: tuple[Any, ...] = ()
    seen: tuple[Any, ...] = ()
    added: int = 0
    changed: int = 0
    removed: int = 0
    steps: tuple[Step, ...] = ()
    bad: tuple[BadCell, ...] = ()
    odd: tuple[BadCell, ...] = ()


def export(
    path: Path, table: Table, lines: Iterable[Any], wording: Wording, step: Tick = unwatched
) -> int:
    """Write a sheet with a header, .csv or .xlsx by its name; how many rows.

    Refusal('sheet_unwritable' | 'given_up').
    """
    names = columns(table)
    turns = {name: _forth(table, name, wording) for name in names}
    rows = [[turns[name](cell) for name, cell in texts(table, one).items()] for one in lines]
    head = [wording.titles.get(name, name) for name in names]
    return write_sheet(path, wording.title, head, rows, step)


def write_sheet(
    path: Path,
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    step: Tick = unwatched,
) -> int:
    """Write rows of text below a header, .csv or .xlsx by its name; how many rows.

    The file is whole or as it was before. Refusal('sheet_unwritable' | 'given_up').
    """
    import xlsxwriter  # a desk that exports nothing starts without it

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with whole(path) as fresh:
        if path.suffix.lower() == CSV:
            write_csv(fresh, [head, *rows], step)
            return len(rows)
        book = xlsxwriter.Workbook(str(fresh), options)
        _fill(book, title, head, rows, step)
        try:
            book.close()  # where the file is written; not when it was given up
        except xlsxwriter.exceptions.XlsxWriterException as fault:
            raise OSError(str(fault)) from fault
    return len(rows)


def _fill(
    book: Any, title: str, head: Sequence[str], rows: Sequence[Sequence[str]], step: Tick
) -> None:
    sheet = book.add_worksheet(title[:31])
    plain = book.add_format({"num_format": "@"})
    strong = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    for at, name in enumerate(head):
        widest = max((_width(row[at]) for row in rows), default=0)
        sheet.set_column(at, at, min(WIDEST, max(widest, _width(name)) + 2), plain)
        sheet.write_string(0, at, name, strong)
    for number, row in enumerate(rows, 1):
        step(number - 1, len(rows))
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

    A cell that is reckoned by a formula is bad: what it would say tomorrow nobody has looked at.
    Refusal('sheet_unreadable' | 'sheet_too_large' | 'sheet_headers' | 'sheet_empty').
    """
    found: dict[int, Any] = {}
    bad: list[BadCell] = []
    rows_of: dict[str, int] = {}
    before = {key_of(table, one): one for one in lines}
    for row, cells in _rows(path, table, wording):
        line, faults = read(table, cells)
        line = completed(table, line, cells, before.get(key_of(table, line)))
        faults = (*_reckoned(cells), *faults)
        wrong = [*faults, *(one for one in check(table, line, known) if not _told(faults, one))]
        key = key_of(table, line)
        if not wrong and rows_of.setdefault(key, row) != row:
            wrong = [Fault(key_columns(table)[0], "line_doubled", {"key": key})]
        bad += [BadCell(row=row, fault=one) for one in wrong]
        if not wrong:
            found[row] = line
    require(found or bad, "sheet_empty")
    seen = _compared(table, lines, found, tuple(bad))
    if table is not Table.RUN_CARDS:
        return seen
    cards = {**before, **{one.id: one for one in found.values()}}.values()
    odd = [BadCell(row=n, fault=f) for n, one in found.items() for f in doubts(one, cards, known)]
    return replace(seen, odd=tuple(odd))


def _compared(
    table: Table, lines: Sequence[Any], found: Mapping[int, Any], bad: tuple[BadCell, ...]
) -> Preview:
    """What the good rows would do to the present lines."""
    good = tuple(found.values())
    before = {key_of(table, one): one for one in lines}
    seen = replaced_by_sheet(table, lines, good)
    added, changed, gone = difference(table, seen, good)
    if bad:
        gone = []
    touched = {key_of(table, one) for one in (*changed, *gone)}
    new = {id(one) for one in (*added, *changed)}
    steps = [
        _step(table, row, before.get(key_of(table, one)), one)
        for row, one in found.items()
        if id(one) in new
    ]
    steps += [Step(row=0, what="removed", key=key_of(table, one)) for one in gone]
    return Preview(
        table=table,
        rows=(*added, *changed),
        seen=tuple(one for one in seen if key_of(table, one) in touched),
        added=len(added),
        changed=len(changed),
        removed=len(gone),
        steps=tuple(steps),
        bad=bad,
    )


def _step(table: Table, row: int, old: Any, new: Any) -> Step:
    key, after = key_of(table, new), texts(table, new)
    if old is None:
        return Step(row=row, what="added", key=key, cells={n: ("", c) for n, c in after.items()})
    was = texts(table, old)
    cells = {name: (was[name], cell) for name, cell in after.items() if was[name] != cell}
    return Step(row=row, what="changed", key=key, cells=cells)


def _reckoned(cells: Mapping[str, str]) -> list[Fault]:
    return [Fault(name, "cell_formula") for name, cell in cells.items() if cell is FORMULA]


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
            cells = {name: row[at] if at < len(row) else "" for name, at in places.items()}
            yield (
                at,
                {
                    name: cell if cell is FORMULA else back[name](cell)
                    for name, cell in cells.items()
                },
            )


def _places(table: Table, wording: Wording, head: Sequence[str]) -> dict[str, int]:
    """Where each column stands by title or code; Refusal('sheet_headers') when one is missing.

    A column that has a default may be missing only where the sheet is no export (origin), and
    one that came later where the export is an older one.
    """
    found = {}
    for name in columns(table):
        title = wording.titles.get(name, name)
        place = next((at for at, text in enumerate(head) if text in (title, name)), None)
        if place is not None:
            found[name] = place
        elif name != "origin" and name not in LATER.get(table, ()):
            raise Refusal("sheet_headers", missing=title)
    return found


def sheet_cells(path: Path) -> list[list[str]]:
    """The first sheet's cells as text, FORMULA where one is reckoned; a .csv by its name.

    Refusal('sheet_unreadable'|'sheet_too_large').
    """
    if path.suffix.lower() == CSV:
        rows = read_csv(path)
        require(len(rows) <= MOST_ROWS, "sheet_too_large", most=MOST_ROWS)
        return rows
    return [[_cell(one) for one in row] for row in _open(path)]


class _Formula(str):
    """The mark of a cell that is reckoned."""

    __slots__ = ()


FORMULA: str = _Formula("=")


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
            reckoned = _formulas(packed)
        sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        high, wide = sheet.total_height, sheet.total_width
        require(high <= MOST_ROWS, "sheet_too_large", most=MOST_ROWS)
        require(wide <= MOST_COLUMNS, "sheet_too_large", most=MOST_COLUMNS)
        rows = sheet.to_python(skip_empty_area=False)
        for row, column in reckoned:
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = FORMULA
        return rows
    except (OSError, zipfile.BadZipFile, python_calamine.CalamineError, IndexError):
        raise Refusal("sheet_unreadable") from None


def _formulas(packed: zipfile.ZipFile) -> list[tuple[int, int]]:
    """Row and column, from 0, of each cell of the first sheet that a formula reckons."""
    names = set(packed.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return []
    first = _SHEETS.search(packed.read("xl/workbook.xml"))
    if first is None:
        return []
    ways = packed.read("xl/_rels/workbook.xml.rels")
    tags = re.findall(rb"<Relationship\b[^>]*>", ways)
    wanted = b'Id="' + first.group(1) + b'"'
    told = [re.search(rb'Target="/?(?:xl/)?([^"]+)"', tag) for tag in tags if wanted in tag]
    path = f"xl/{told[0].group(1).decode('ascii', 'replace')}" if told and told[0] else ""
    if path not in names:
        return []
    found = _FORMULAS.findall(packed.read(path))
    return [(int(row) - 1, _column(letters)) for letters, row in found]


def _column(letters: bytes) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for one in letters:
        number = number * 26 + one - 64
    return number - 1


def _cell(value: Any) -> str:
    """A cell's text: a whole number without point, a day as ISO text, yes as 1."""
    if isinstance(value, _Formula):
        return value
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
