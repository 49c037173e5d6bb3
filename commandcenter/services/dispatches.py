"""What was sent in the last days, as the journal tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from commandcenter.services.past import seq_at
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant
from commandcenter.storage.tx import Tx

SENT = ("case_dispatched", "joint_dispatched")


@dataclass(frozen=True, slots=True)
class Sent:
    """A dispatch of a case at an instant (UTC); facts as its handler wrote them."""

    case: str
    at: datetime
    facts: dict[str, Any]


def dispatches(tx: Tx, since: datetime, most: int) -> Iterator[Sent]:
    """The newest dispatches since an instant (UTC), newest first, at most so many; no drill's."""
    c, j = t.cases.c, t.journal.c
    drills = select(c.id).where(c.street == tx.street, c.drill == 1)
    rows = tx.connection.execute(
        select(j.subject, j.happened_at, j.data)
        .where(j.street == tx.street, j.seq > seq_at(tx, since), j.kind.in_(SENT))
        .where(j.subject.not_in(drills))
        .order_by(j.seq.desc())
        .limit(most)
    )
    for row in rows:
        yield Sent(row.subject, instant(row.happened_at), json.loads(row.data)["facts"])
