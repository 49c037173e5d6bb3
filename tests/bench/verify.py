"""Walking the chain of a journal of a million entries."""

from __future__ import annotations

import time
from contextlib import closing

from sqlalchemy import select

from commandcenter.storage import tables as t
from commandcenter.storage.database import FILE, open_database
from commandcenter.storage.verify import verify
from tests.bench.million import TOTAL, million
from tests.bench.report import figure


def main(total: int = TOTAL) -> None:
    """The whole walk, as `python -m commandcenter verify` does it."""
    place = million(total)
    with closing(open_database(place / FILE)) as database, database.read.begin() as connection:
        street = str(connection.execute(select(t.chain_head.c.street)).scalar_one())
        began = time.perf_counter()
        verdict = verify(connection, street)
        spent = time.perf_counter() - began
    assert verdict.good, verdict
    figure("verify_entries", verdict.entries, "entries")
    figure("verify", spent, "s")


if __name__ == "__main__":
    main()
