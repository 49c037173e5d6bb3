"""The draft of a handover with 500 open cases, against reading the same rows with the driver."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from commandcenter.app import open_center
from commandcenter.services.handover_views import AskHandover, HandoverView
from tests.bench.report import figure, folder, quantile
from tests.bench.room import fill

CASES, ROUNDS = 500, 30


def main(cases: int = CASES, rounds: int = ROUNDS) -> None:
    """Draft again and again on a file with so many open cases."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        center = open_center(place, program="bench")
        fill(center.desk, cases, 0)

        def draft() -> None:
            view: HandoverView = center.desk.ask(AskHandover(), "lead-1")
            assert len(view.parts.items) >= cases

        spent = [_timed(draft) for _ in range(rounds)]
        raw = sqlite3.connect(f"file:{place / 'street.db'}?mode=ro", uri=True)
        bare = [_timed(lambda: raw.execute("SELECT * FROM cases").fetchall()) for _ in spent]
        raw.close()
        center.close()
    finally:
        shutil.rmtree(place)
    figure("handover_draft_p50", quantile(spent, 0.5), "ms")
    figure("handover_draft_p95", quantile(spent, 0.95), "ms")
    figure("handover_rows_bare_p95", quantile(bare, 0.95), "ms")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
