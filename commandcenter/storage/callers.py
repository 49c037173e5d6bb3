"""Earlier callers are found by a keyed hash of their number: does the key fit, and a new one."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select

from commandcenter.storage import tables as t
from commandcenter.storage.keys import phone_hash
from commandcenter.storage.replay import AT_ONCE

LOOKED_AT = 20


def fits(connection: Connection, street: str, key: bytes) -> bool:
    """Whether the key is the one by which a few of the street's callers were hashed."""
    c, p = t.callers.c, t.private.c
    some = select(c.hash, c.case).where(c.street == street).limit(LOOKED_AT).subquery()
    wanted = select(some.c.hash, p.body).where(
        p.street == street, p.subject == some.c.case, p.kind == "phone", p.body.is_not(None)
    )
    pairs = connection.execute(wanted).all()
    return not pairs or any(phone_hash(key, body) == sealed for sealed, body in pairs)


def hash_anew(connection: Connection, street: str, key: bytes) -> int:
    """Hash every caller's number that is still kept by a new key; how many.

    A number that was purged has no hash before and gets none.
    """
    connection.execute(delete(t.callers).where(t.callers.c.street == street))
    done = 0
    for some in _numbers(connection, street):
        rows = [
            {"street": street, "hash": phone_hash(key, body), "case": case} for case, body in some
        ]
        connection.execute(insert(t.callers), rows)
        done += len(rows)
    return done


def _numbers(connection: Connection, street: str) -> Iterator[list[tuple[str, str]]]:
    """Case and number of every caller whose number is kept, some at a time, by their ids."""
    p, last = t.private.c, ""
    while True:
        wanted = (
            select(p.id, p.subject, p.body)
            .where(p.street == street, p.id > last, p.kind == "phone", p.body.is_not(None))
            .order_by(p.id)
            .limit(AT_ONCE)
        )
        found = connection.execute(wanted).all()
        if not found:
            return
        yield [(case, body) for _, case, body in found]
        last = found[-1].id
