"""Candidates for a case through Desk.ask, against reading the same rows by the bare driver.

cpu is the processor's time of the same calls: on a busy machine the other one also waits its turn.
"""

from __future__ import annotations

import time

from commandcenter.services.views import AskCandidates
from tests.bench.crowd import crowd, rows_of
from tests.bench.report import figure, quantile

TEAMS, OFFICERS, CASES = 200, 2_000, 200


def main(teams: int = TEAMS, officers: int = OFFICERS, cases: int = CASES) -> None:
    """Each case once, at a place of its own; the first one also reads the roads."""
    with crowd(teams, officers, cases + 1) as (room, keys):
        first, *others = keys
        began = time.perf_counter()
        room.desk.ask(AskCandidates(case=first), "dispatch-1")
        figure("candidates_first", (time.perf_counter() - began) * 1000, "ms")
        spent, own, bare, seen = [], [], [], 0
        for case in others:
            began, ran = time.perf_counter(), time.thread_time()
            view = room.desk.ask(AskCandidates(case=case), "dispatch-1")
            spent.append((time.perf_counter() - began) * 1000)
            own.append((time.thread_time() - ran) * 1000)
            seen += len(view.candidates)
            began = time.perf_counter()
            rows_of(room)
            bare.append((time.perf_counter() - began) * 1000)
    figure("candidates_teams", seen / len(others), "teams")
    figure("candidates_p50", quantile(spent, 0.5), "ms")
    figure("candidates_p95", quantile(spent, 0.95), "ms")
    figure("candidates_cpu_p95", quantile(own, 0.95), "ms")
    figure("candidates_rows_bare_p95", quantile(bare, 0.95), "ms")
    figure("candidates_ratio", quantile(spent, 0.95) / quantile(bare, 0.95), "x")


if __name__ == "__main__":
    main()
