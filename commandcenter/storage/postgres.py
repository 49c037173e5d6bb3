"""PostgreSQL 15 or newer behind the same Desk: engines, and work that is done again after a cut."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from commandcenter.domain.refusal import Refusal
from commandcenter.storage.database import Away, Overtaken

LEAST = 150_000
TRIES = 12
FIRST_PAUSE, LONGEST_PAUSE = 0.01, 1.0
AWAY = 1.5
"""Seconds for which work waits for a database that is gone, before it is refused in words."""
SEATS = 8
_KEPT_ALIVE: dict[str, str | int | None] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
    "target_session_attrs": "primary",
    "application_name": "commandcenter",
}
_AGAIN = frozenset({"40001", "40P01", "23505"})
"""Serialization, deadlock, a key that another command made in between."""

T = TypeVar("T")


def address(url: str) -> str:
    """Libpq's form of a URL, several hosts allowed: a primary is wanted, a dead link is noticed."""
    given: dict[str, Any] = dict(conninfo_to_dict(url))
    return make_conninfo("", **{**_KEPT_ALIVE, **given})


def engines(url: str) -> tuple[Engine, Engine]:
    """The engine that writes (read committed, rows locked) and the one that reads snapshots."""
    write = _engine(url, "").execution_options(locks=True)
    # A plan made for every search's words made one of them a thousand times slower.
    read = _engine(url, "-c plan_cache_mode=force_custom_plan").execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )
    return write, read


def _engine(url: str, options: str) -> Engine:
    given = address(url)
    options = f"{conninfo_to_dict(given).get('options') or ''} {options}".strip()

    def connect() -> psycopg.Connection[Any]:
        made = psycopg.connect(given, options=options)
        if (
            made.info.server_version < LEAST
            or made.info.parameter_status("server_encoding") != "UTF8"
        ):
            version = made.info.server_version
            made.close()
            raise Refusal("database_unfit", version=version, least=LEAST, encoding="UTF8")
        return made

    return create_engine(
        "postgresql+psycopg://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=SEATS,
        max_overflow=SEATS,
        hide_parameters=True,  # as on SQLite: a caller's words never go into a log
    )


def kept_trying(work: Callable[[], T], away: Away) -> T:
    """The work's result; whole again after a deadlock or a cut, with growing pauses.

    Only for work that is done once however often it is begun (a command by its id, a question).
    Refusal('disk_full') where the server's disk is. Refusal('database_away') where the database
    stays away, ('busy') where others are always first: the work may then have been done. While it
    is known to be away nobody waits a second time.
    """
    begun = time.monotonic()
    until = begun if begun - away.found < AWAY else begun + AWAY
    for tried in range(TRIES):
        try:
            return work()
        except (DBAPIError, psycopg.Error, Overtaken) as error:
            if _full(error):
                raise Refusal("disk_full") from error
            gone = _gone(error)
            if not gone and not _passes(error):
                raise
            if tried == TRIES - 1 or (gone and time.monotonic() > until):
                away.found = time.monotonic() if gone else away.found
                raise Refusal("database_away" if gone else "busy") from error
        time.sleep(random.uniform(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2**tried)))
    raise AssertionError("unreachable")


def _full(error: DBAPIError | psycopg.Error | Overtaken) -> bool:
    """Whether the server's disk is full: a statement failed, so its transaction is undone."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlstate", None) == "53100"


def _passes(error: DBAPIError | psycopg.Error | Overtaken) -> bool:
    """Whether others were in the way only, so that the same work may well succeed later."""
    if isinstance(error, Overtaken):
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    return getattr(cause, "sqlstate", None) in _AGAIN


def _gone(error: DBAPIError | psycopg.Error | Overtaken) -> bool:
    """Whether the link to the database went, or was never there."""
    if isinstance(error, Overtaken):
        return False
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlstate", None)
    if code is not None:
        return code[:2] in ("08", "57")
    cut = isinstance(error, DBAPIError) and error.connection_invalidated
    return cut or isinstance(cause, psycopg.OperationalError)
