"""Carrying a street's rows from one database to another as they are stored, seals and all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from commandcenter.storage import tables as t
from commandcenter.storage.bigrams import document
from commandcenter.storage.dialect import on_postgres
from commandcenter.storage.progress import Told
from commandcenter.storage.replay import AT_ONCE
from commandcenter.storage.search import LONGEST

LEFT = frozenset({"sessions", "search_ids"})
"""Not carried: everybody signs in again, and the index over words is made anew."""

CARRIED: tuple[Table, ...] = tuple(
    table for name, table in sorted(t.METADATA.tables.items()) if name not in LEFT
)


def carry(source: Connection, target: Connection, street: str, told: Told) -> None:
    """Put every row of the street into the target, within its transaction; bounded memory.

    On PostgreSQL an entry of the journal that comes with its number is not sealed again, and only
    the owner of the schema may bring one.
    """
    for table in CARRIED:
        wanted = select(table).where(table.c.street == street)
        if table is t.journal:
            wanted = wanted.order_by(table.c.seq)
        names = [column.name for column in table.columns]
        with source.execute(wanted, execution_options={"yield_per": AT_ONCE}) as rows:
            _put(target, table.name, names, _told(rows, table.name, told))
    _index(source, target, street, told)


def held(connection: Connection, street: str) -> dict[str, int]:
    """How many rows of the street each carried table has, and how many cases the index."""
    return {
        table.name: int(
            connection.execute(
                select(func.count()).select_from(table).where(table.c.street == street)
            ).scalar_one()
        )
        for table in (*CARRIED, t.search_ids)
    }


def _put(
    target: Connection, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    if on_postgres(target):
        from psycopg import sql

        raw: Any = target.connection.driver_connection
        columns = sql.SQL(", ").join(map(sql.Identifier, names))
        copy = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
        with raw.cursor() as cursor, cursor.copy(copy) as sink:
            for row in rows:
                sink.write_row(row)
        return
    into = t.METADATA.tables[table]
    for some in _batches(rows):
        target.execute(insert(into), [dict(zip(names, row, strict=True)) for row in some])


def _index(source: Connection, target: Connection, street: str, told: Told) -> None:
    """Make the index over words anew, in the old order: the newest case stays the newest."""
    rows = _told(_indexed(source, street), "search", told)
    if on_postgres(target):
        _put(target, "search_ids", ("street", "case", "grams"), (_vector(street, *r) for r in rows))
        return
    grams = text("INSERT INTO search(rowid, grams) VALUES (:n, :grams)")
    number = 0
    for some in _batches(rows):
        known = list(enumerate(some, number + 1))
        number += len(known)
        ids = [{"n": n, "street": street, "case": case} for n, (case, _) in known]
        target.execute(insert(t.search_ids), ids)
        target.execute(grams, [{"n": n, "grams": words} for n, (_, words) in known])


def _indexed(source: Connection, street: str) -> Iterator[tuple[str, str]]:
    """Each indexed case with its grams, oldest first: page by page, so that nothing is sorted."""
    n, case = t.search_ids.c.n, t.search_ids.c.case
    page = select(n, case).order_by(n).limit(AT_ONCE)
    if on_postgres(source):  # a file has one street only, and would take another index for it
        page = page.where(t.search_ids.c.street == street)
    last = 0
    while found := source.execute(page.where(n > last)).all():
        texts = _texts(source, street, [row.case for row in found])
        yield from ((row.case, document(*texts[row.case])) for row in found if row.case in texts)
        last = found[-1].n


def _texts(source: Connection, street: str, wanted: list[str]) -> dict[str, Sequence[str | None]]:
    """What is indexed of each of these cases: the caller's words, the place, the item's name."""
    cases, items, private = t.cases, t.TABLES["items"], t.private
    mine = (private.c.street == street) & (private.c.subject == cases.c.id)
    words = select(private.c.body).where(mine, private.c.kind == "words").limit(1)
    rows = source.execute(
        select(cases.c.id, words.scalar_subquery(), cases.c.place, items.c.name)
        .outerjoin(items, (items.c.street == street) & (items.c.id == cases.c["item"]))
        .where(cases.c.street == street, cases.c.id.in_(wanted))
    )
    return {case: texts for case, *texts in rows}


def _vector(street: str, case: str, grams: str) -> tuple[str, str, str]:
    """A row of PostgreSQL's index; grams have letters, digits and characters only."""
    return street, case, " ".join(f"'{gram[:LONGEST]}'" for gram in grams.split())


def _told(rows: Iterable[Any], name: str, told: Told) -> Iterator[Any]:
    told(name, 0, 0)
    for done, row in enumerate(rows, 1):
        if done % AT_ONCE == 0:
            told(name, done, 0)
        yield row


def _batches(rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    left = iter(rows)
    while some := tuple(islice(left, AT_ONCE)):
        yield some
