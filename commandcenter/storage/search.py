"""The full-text index over cases: bigrams of words, place and item; purged with its case."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from commandcenter.storage import tables as t
from commandcenter.storage.bigrams import document
from commandcenter.storage.dialect import on_postgres

NEWEST = 5_000
LONGEST = 400
_ID = select(t.search_ids.c.n).where(
    t.search_ids.c.street == bindparam("s"), t.search_ids.c.case == bindparam("c")
)
_ADD = text("INSERT INTO search(rowid, grams) VALUES (:n, :grams)")
_DROP = text("INSERT INTO search(search, rowid, grams) VALUES ('delete', :n, :grams)")
_MATCH = text(
    'SELECT i."case" FROM search JOIN search_ids i ON i.n = search.rowid '
    "WHERE search MATCH :wanted AND i.street = :street ORDER BY search.rowid DESC LIMIT :most"
)
_SET = text(
    "UPDATE search_ids SET grams = array_to_tsvector(CAST(:grams AS text[])) WHERE n = :n"
    " AND street = :street"
)
_NEWEST = text(
    'SELECT "case" FROM (SELECT n, "case", grams FROM search_ids WHERE street = :street '
    "ORDER BY n DESC LIMIT :newest) late WHERE grams @@ CAST(:wanted AS tsquery) "
    "ORDER BY n DESC LIMIT :most"
)
_ALL = text(
    'WITH hit AS MATERIALIZED (SELECT n, "case" FROM search_ids '
    "WHERE street = :street AND grams @@ CAST(:wanted AS tsquery)) "
    'SELECT "case" FROM hit ORDER BY n DESC LIMIT :most'
)


class Search:
    """Writes the index within a command's transaction."""

    def add(
        self, connection: Connection, street: str, case: str, words: str | None, *public: str
    ) -> None:
        """Index a case for the first time."""
        done = connection.execute(
            insert(t.search_ids).returning(t.search_ids.c.n), {"street": street, "case": case}
        )
        _put(connection, street, done.scalar_one(), document(words, *public))

    def replace(
        self,
        connection: Connection,
        street: str,
        case: str,
        old: tuple[str | None, ...],
        new: tuple[str | None, ...],
    ) -> None:
        """Index other texts for a case; `old` must be exactly what was indexed."""
        found = connection.execute(_ID, {"s": street, "c": case}).scalar()
        if found is None:
            return
        if not on_postgres(connection):
            connection.execute(_DROP, {"n": found, "grams": document(*old)})
        _put(connection, street, found, document(*new))

    def drop(self, connection: Connection, street: str, case: str, *old: str | None) -> None:
        """Take a case out of the index; `old` must be exactly what was indexed."""
        found = connection.execute(_ID, {"s": street, "c": case}).scalar()
        if found is None:
            return
        if not on_postgres(connection):
            connection.execute(_DROP, {"n": found, "grams": document(*old)})
        mine = (t.search_ids.c.street == street, t.search_ids.c.n == found)
        connection.execute(delete(t.search_ids).where(*mine))


def matching(connection: Connection, street: str, grams: list[str], most: int) -> list[str]:
    """Cases that have all the grams, newest first, at most so many."""
    given = {"street": street, "most": most}
    if not on_postgres(connection):
        match = " AND ".join(f'"{gram}"' for gram in grams)
        return [row[0] for row in connection.execute(_MATCH, {**given, "wanted": match})]
    query = " & ".join(f"'{gram[:LONGEST]}'" for gram in grams)
    given["wanted"] = query
    late = connection.execute(_NEWEST, {**given, "newest": NEWEST}).scalars().all()
    if len(late) == most:
        return [str(one) for one in late]
    return [str(one) for one in connection.execute(_ALL, given).scalars()]


def _put(connection: Connection, street: str, n: int, grams: str) -> None:
    if on_postgres(connection):  # a lexeme has a longest length there
        words = sorted({gram[:LONGEST] for gram in grams.split()})
        connection.execute(_SET, {"street": street, "n": n, "grams": words})
    else:
        connection.execute(_ADD, {"n": n, "grams": grams})
