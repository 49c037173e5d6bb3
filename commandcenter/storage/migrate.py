"""Bringing a file to the present schema with Alembic; nothing is imported when it already is."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from commandcenter.domain.refusal import Refusal
from commandcenter.storage.database import Database

HEAD = "0006"
ONE_AT_A_TIME = 4401
NOT_ALLOWED = "42501"
SCRIPTS = Path(__file__).parent / "migrations"


def revision(database: Database) -> str | None:
    """The schema's revision, None for an empty file."""
    with database.read.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


def migrate(database: Database, to: str = HEAD) -> None:
    """Upgrade to `to`, all or nothing.

    Refusal('schema_newer') for a file of a later program, Refusal('schema_old') where this role
    of PostgreSQL may not change the schema: its owner may.
    """
    now = revision(database)
    if now == to:
        return
    if now is not None and now > HEAD:
        raise Refusal("schema_newer", file=now, program=HEAD)
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    try:
        with database.write.begin() as connection:
            if database.shared:  # several servers may start at once
                one = {"one": ONE_AT_A_TIME}
                connection.execute(text("SELECT pg_advisory_xact_lock(:one)"), one)
            config.attributes["connection"] = connection
            command.upgrade(config, to)
    except DBAPIError as fault:
        if getattr(fault.orig, "sqlstate", None) == NOT_ALLOWED:
            raise Refusal("schema_old", file=now or "0", program=to) from fault
        raise
