"""The few words that SQLite and PostgreSQL say differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, Text, func, select
from sqlalchemy.ext.compiler import compiles


def on_postgres(connection: Connection) -> bool:
    """Whether this connection leads to PostgreSQL."""
    return connection.dialect.name == "postgresql"


def upsert(connection: Connection, table: Table) -> Any:
    """An INSERT that knows on_conflict_do_update and on_conflict_do_nothing, in both alike."""
    if on_postgres(connection):
        from sqlalchemy.dialects.postgresql import insert  # a desk on a file starts without it

        return insert(table)
    from sqlalchemy.dialects.sqlite import insert as on_file

    return on_file(table)


def channel(street: str) -> str:
    """The name under which PostgreSQL tells of the street's commits."""
    return f"journal_{street}"


def tell(connection: Connection, street: str) -> None:
    """Ring other processes' doorbells at commit for what has no journal entry."""
    if on_postgres(connection):
        connection.execute(select(func.pg_notify(channel(street), "")))


class NumberTail(ColumnElement[str]):
    """The last four digits of a case's number, word for word as the index cases_tail has it."""

    inherit_cache = True
    type = Text()


@compiles(NumberTail)
def _on_sqlite(_element: Any, _compiler: Any, **_: Any) -> str:
    return "substr(number, -4)"


@compiles(NumberTail, "postgresql")
def _on_postgres(_element: Any, _compiler: Any, **_: Any) -> str:
    return 'right("number", 4)'
