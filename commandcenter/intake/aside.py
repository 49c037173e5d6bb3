"""The quarantine: rows that could not be taken, with the reason and the raw row."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from commandcenter.intake.rows import MOST_RAW
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.dialect import upsert
from commandcenter.storage.tx import Tx


class UnreadableFile(Exception):
    """The file as a whole cannot be taken; `reason` is a code."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Aside:
    """One row set aside: its number in the file from 1, the reason's code, the raw text."""

    row: int
    reason: str
    raw: str


def batch_of(*paths: Path) -> str:
    """A name of the files' contents: the same files again are the same batch."""
    digest = hashlib.sha256()
    for path in paths:
        for part in _parts(path):
            digest.update(part)
        digest.update(b"\x00")
    return digest.hexdigest()[:32]


def _parts(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while part := file.read(1024 * 1024):
                yield part
    except OSError as error:
        raise UnreadableFile("missing", error.strerror or "") from error


def set_aside(tx: Tx, batch: str, found: Iterable[Aside], at: datetime) -> None:
    """Keep the rows; one that lies there already from the same batch stays as it is."""
    rows = [
        {
            "street": tx.street,
            "batch": batch,
            "row": one.row,
            "reason": one.reason,
            "raw": one.raw[: MOST_RAW + 64],
            "at": micros(at),
        }
        for one in found
    ]
    if rows:
        tx.connection.execute(upsert(tx.connection, t.quarantine).on_conflict_do_nothing(), rows)


def kept_aside(tx: Tx, batch: str) -> list[Aside]:
    """What lies in the quarantine from one batch, by row."""
    q = t.quarantine.c
    rows = tx.connection.execute(
        select(q.row, q.reason, q.raw)
        .where(q.street == tx.street, q.batch == batch)
        .order_by(q.row)
    )
    return [Aside(row.row, row.reason, row.raw) for row in rows]


def reasons(found: Iterable[Aside]) -> dict[str, int]:
    """How many rows were set aside for each reason."""
    return dict(Counter(one.reason for one in found))
