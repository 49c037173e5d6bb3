"""Walking the chain of a journal of a million entries, and replaying its rows."""

from __future__ import annotations

import time
from contextlib import closing
from resource import RUSAGE_SELF, getrusage

from sqlalchemy import select

from commandcenter.storage import tables as t
from commandcenter.storage.database import FILE, open_database
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests.bench.million import TOTAL, million
from tests.bench.report import figure


def main(total: int = TOTAL) -> None:
    """The whole walk, as `python -m commandcenter verify --rows` does it, and its memory."""
    place = million(total)
    with closing(open_database(place / FILE)) as database, database.read.begin() as connection:
        street = str(connection.execute(select(t.chain_head.c.street)).scalar_one())
        began = time.perf_counter()
        verdict = verify(connection, street)
        spent = time.perf_counter() - began
        began = time.perf_counter()
        assert differences(connection, street) == []
        replayed = time.perf_counter() - began
    assert verdict.good, verdict
    figure("verify_entries", verdict.entries, "entries")
    figure("verify", spent, "s")
    figure("verify_rows", replayed, "s")
    figure("verify_memory", getrusage(RUSAGE_SELF).ru_maxrss / 1024, "MB")


if __name__ == "__main__":
    main()
