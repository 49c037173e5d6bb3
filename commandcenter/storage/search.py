"""The full-text index over cases: bigrams of words, place and item; purged with its case."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from commandcenter.storage import tables as t
from commandcenter.storage.bigrams import document

_ID = select(t.search_ids.c.n).where(
    t.search_ids.c.street == bindparam("s"), t.search_ids.c.case == bindparam("c")
)
_ADD = text("INSERT INTO search(rowid, grams) VALUES (:n, :grams)")
_DROP = text("INSERT INTO search(search, rowid, grams) VALUES ('delete', :n, :grams)")


class Search:
    """Writes the index within a command's transaction."""

    def add(
        self, connection: Connection, street: str, case: str, words: str | None, *public: str
    ) -> None:
        """Index a case for the first time."""
        done = connection.execute(
            insert(t.search_ids).returning(t.search_ids.c.n), {"street": street, "case": case}
        )
        grams = document(words, *public)
        connection.execute(_ADD, {"n": done.scalar_one(), "grams": grams})

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
        connection.execute(_DROP, {"n": found, "grams": document(*old)})
        connection.execute(_ADD, {"n": found, "grams": document(*new)})

    def drop(self, connection: Connection, street: str, case: str, *old: str | None) -> None:
        """Take a case out of the index; `old` must be exactly what was indexed."""
        found = connection.execute(_ID, {"s": street, "c": case}).scalar()
        if found is None:
            return
        connection.execute(_DROP, {"n": found, "grams": document(*old)})
        connection.execute(delete(t.search_ids).where(t.search_ids.c.n == found))
