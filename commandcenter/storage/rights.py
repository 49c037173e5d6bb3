"""The second wall: what the server's role may do in the database, whatever the program says."""

from __future__ import annotations

from psycopg import sql
from sqlalchemy import inspect

from commandcenter.storage import tables as t
from commandcenter.storage.database import Database

SEALED = frozenset({"journal", "chain_head", "alembic_version"})
"""What the server's role may not change: the seal alone does, as the owner."""


def grant(database: Database, role: str) -> None:
    """Give an existing role what a server needs, told by the owner after each migration.

    It reads everything, writes rows, and adds entries to the journal; numbers and hashes come
    from the seal. It can neither change nor remove an entry, nor the head of a chain.
    """
    given = [c.name for c in t.journal.columns if c.name not in ("seq", "hash")]
    with database.write.begin() as connection:
        schema = inspect(connection).default_schema_name or "public"
        names = sorted(set(inspect(connection).get_table_names()) - SEALED)
        raw = connection.connection.driver_connection
        assert raw is not None
        who, where = sql.Identifier(role), sql.Identifier(schema)
        columns = sql.SQL(", ").join(sql.Identifier(one) for one in given)
        rows = sql.SQL(", ").join(sql.Identifier(schema, one) for one in names)
        for text in (
            "REVOKE ALL ON ALL TABLES IN SCHEMA {where} FROM {who}",
            "GRANT USAGE ON SCHEMA {where} TO {who}",
            "GRANT SELECT ON ALL TABLES IN SCHEMA {where} TO {who}",
            "GRANT INSERT, UPDATE, DELETE ON {rows} TO {who}",
            "GRANT INSERT ({columns}) ON {where}.journal TO {who}",
            "GRANT USAGE ON ALL SEQUENCES IN SCHEMA {where} TO {who}",
        ):
            raw.execute(sql.SQL(text).format(who=who, where=where, rows=rows, columns=columns))
