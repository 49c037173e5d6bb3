"""Tables as .csv: no cell is a formula to the program that opens it; UTF-8 or GB 18030 is read."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from commandcenter.domain.refusal import Refusal, require
from commandcenter.services.whole import Tick, unwatched

MOST_BYTES = 8_000_000
_FORMULA = ("=", "+", "-", "@", "\t", "'")


def write_csv(path: Path, rows: Sequence[Sequence[str]], step: Tick = unwatched) -> None:
    """Write rows with a byte order mark, so that spreadsheets read UTF-8; OSError."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        for at, row in enumerate(rows):
            step(at, len(rows))
            writer.writerow([_safe(one) for one in row])


def read_csv(path: Path) -> list[list[str]]:
    """The cells as text; Refusal('sheet_unreadable'|'sheet_too_large')."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
        require(len(raw) <= MOST_BYTES, "sheet_too_large", most=f"{MOST_BYTES // 1_000_000} MB")
        text = _text(raw)
        return [[_plain(one) for one in row] for row in csv.reader(io.StringIO(text, newline=""))]
    except (OSError, csv.Error, UnicodeDecodeError):
        raise Refusal("sheet_unreadable") from None


def _safe(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would reckon."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    """Without the apostrophe that _safe put there."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")
