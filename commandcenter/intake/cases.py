"""Import of another city's table of cases: one journal entry per case, with its final state.

A closed row becomes a closed case. An open one becomes FILED with its recorded due time and no
unit: nobody has been sent by this desk, so a dispatcher can send it like any other. Imported
cases stay out of the figures (Case.imported).
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.person import Unit
from commandcenter.intake.aside import Aside, UnreadableFile, batch_of, set_aside
from commandcenter.intake.mapping import BadMapping, CaseMapping, read_mapping
from commandcenter.intake.reading import BadHeader, Incoming, RowReader, Unfit
from commandcenter.intake.rows import Record, Records, raw_text
from commandcenter.services.desk import SYSTEM, Desk
from commandcenter.services.doing import KEEP_TEXT
from commandcenter.storage import tables as t
from commandcenter.storage.search import Search
from commandcenter.storage.tx import Tx

BATCH = 500
NEAR = timedelta(minutes=5)
YELLOW = 0.8
_SPACE = uuid.UUID("6f1d6f0a-7c2e-5b0a-9a52-3d1f1f0c9b11")


@dataclass(slots=True)
class CaseImport:
    """What an import did: rows = cases + known + quarantined, always.

    `clock` counts rows whose due time the mapping's clock gives within 5 minutes (True) or not;
    `flags` rows whose recorded flag agrees with recorded due and close (True) or not.
    """

    rows: int = 0
    cases: int = 0
    known: int = 0
    quarantined: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    clock: Counter[bool] = field(default_factory=Counter)
    flags: Counter[bool] = field(default_factory=Counter)
    batch: str = ""


def import_cases(
    desk: Desk,
    file: Path,
    mapping_file: Path,
    told: Callable[[CaseImport], None] = lambda _: None,
) -> CaseImport:
    """Import a table through a mapping file; `told` hears of each batch.

    Raises BadMapping (also for items and units that the street lacks) and UnreadableFile
    (missing, empty, utf16, header). What was done before a stop stays; doing it again goes on.
    """
    mapping = read_mapping(mapping_file)
    _check_codes(desk, mapping)
    done = CaseImport(batch=batch_of(file, mapping_file))
    with file.open("rb") as raw:
        if raw.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            raise UnreadableFile("utf16")
        raw.seek(0)
        rows = iter(Records(raw, mapping.delimiter))
        reader = _reader(mapping, next(rows, None), desk.now())
        taking = _Taking(desk, mapping, reader, done)
        for batch in _batches(rows):
            taking.batch(batch)
            told(done)
    return done


def case_id(street: str, prefix: str, own: str) -> str:
    """The id of an imported case: the same row gives the same id, so that it is known again."""
    return str(uuid.uuid5(_SPACE, f"{street}/{prefix}{own}"))


def _reader(mapping: CaseMapping, header: Record | None, now: datetime) -> RowReader:
    if header is None:
        raise UnreadableFile("empty")
    try:
        return RowReader(mapping, header.raw.decode(mapping.encoding), now)
    except UnicodeDecodeError as error:
        raise UnreadableFile("header", str(error.start)) from error
    except BadHeader as error:
        raise UnreadableFile("header", error.column) from error


def _check_codes(desk: Desk, mapping: CaseMapping) -> None:
    with desk.database.read.connect() as connection:
        units = frozenset(one.id for one in Tx(connection, desk.street).find(Unit))
    for name, codes, known in (
        ("items", mapping.items.codes, desk.rules.items.keys()),
        ("units", mapping.units.codes, units),
    ):
        if strange := codes - set(known):
            raise BadMapping(name, f"the street has no {min(strange)}")


def _batches(rows: Iterator[Record]) -> Iterable[list[Record]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


class _Taking:
    """An import under way."""

    def __init__(
        self, desk: Desk, mapping: CaseMapping, reader: RowReader, done: CaseImport
    ) -> None:
        self._desk, self._map, self._reader, self._done = desk, mapping, reader, done
        self._search = Search()
        self._seen: set[str] = set()

    def batch(self, records: list[Record]) -> None:
        """Take some rows in one transaction; the counts move only when it is committed."""
        good, bad = self._sorted(records)
        written: set[str] = set()  # by any try: the first one's commit may stand unanswered

        def taken(tx: Tx) -> None:
            known = _known(tx, [key for key, _, _ in good])
            for key, row, incoming in good:
                if key not in known:
                    self._write(tx, key, row, incoming)
                    written.add(key)
            set_aside(tx, self._done.batch, bad, self._desk.now())

        self._desk.write(taken)
        new, done = len(written), self._done
        done.rows += len(records)
        done.cases += new
        done.known += len(good) - new
        done.quarantined += len(bad)
        done.reasons.update(one.reason for one in bad)
        for _, _, incoming in good:
            self._compare(incoming)

    def _sorted(self, records: list[Record]) -> tuple[list[tuple[str, int, Incoming]], list[Aside]]:
        good: list[tuple[str, int, Incoming]] = []
        bad: list[Aside] = []
        for record in records:
            try:
                incoming = self._reader.read(record)
                if incoming.id in self._seen:
                    raise Unfit("doubled_id")
            except Unfit as unfit:
                raw = raw_text(record, self._map.encoding)
                bad.append(Aside(record.number, unfit.reason, raw))
            else:
                self._seen.add(incoming.id)
                key = case_id(self._desk.street, self._map.prefix, incoming.id)
                good.append((key, record.number, incoming))
        return good, bad

    def _compare(self, one: Incoming) -> None:
        days = self._map.days.get(one.item_text)
        if days is not None and one.due is not None:
            self._done.clock[abs(self._map.clock.due(one.opened, days) - one.due) <= NEAR] += 1
        if one.in_time is not None and one.due is not None and one.closed is not None:
            self._done.flags[(one.closed <= one.due) == one.in_time] += 1

    def _write(self, tx: Tx, key: str, row: int, one: Incoming) -> None:
        now = self._desk.now()
        case = self._case(key, one)
        tx.put(case)
        words = {}
        if one.words:
            words = tx.keep_text(key, "words", one.words, now + KEEP_TEXT)
        name = self._desk.rules.item(one.item).name
        self._search.add(tx.connection, tx.street, key, one.words or None, one.place, name)
        tx.seal(
            command=f"import-{key}",
            at=now,
            who=SYSTEM,
            behalf=None,
            channel=None,
            happened_at=one.opened,
            subject=key,
            kind="case_imported",
            facts={
                "batch": self._done.batch,
                "row": row,
                "number": case.number,
                "unit": one.unit,
                "came_by": one.came_by,
                "in_time": one.in_time,
                **{f"words_{name}": value for name, value in words.items()},
            },
        )

    def _case(self, key: str, one: Incoming) -> Case:
        state = CaseState.FILED if one.closed is None else CaseState.CLOSED
        grid, community = None, None
        if one.lon is not None and one.lat is not None:
            grid = self._desk.ground.at(one.lon, one.lat)
            community = grid[:12] if grid else None
        span = one.due - one.opened if one.due is not None else timedelta(0)
        return Case(
            street=self._desk.street,
            id=key,
            version=1,
            number=f"{self._map.prefix}{one.id}",
            state=state,
            state_since=one.closed or one.opened,
            item=one.item,
            level=self._desk.rules.item(one.item).level,
            source=Source.IMPORT,
            source_number=one.id,
            place=one.place,
            lon=one.lon,
            lat=one.lat,
            grid=grid,
            community=community,
            imported=True,
            reported_at=one.opened,
            filed_at=one.opened,
            clock_start=one.opened,
            due=one.due,
            yellow=one.due and one.opened + max(span, timedelta(0)) * YELLOW,
            rounds=1,
            lead_unit=one.unit if one.closed is not None else None,
            closed_at=one.closed,
            close_kind="imported" if one.closed is not None else None,
        )


def _known(tx: Tx, keys: list[str]) -> set[str]:
    c = t.cases.c
    rows = tx.connection.execute(select(c.id).where(c.street == tx.street, c.id.in_(keys)))
    return {str(row.id) for row in rows}
