"""A plan for many cases through Desk.ask, against the bare assignment of a matrix of that size."""

from __future__ import annotations

import time

import numpy as np
from scipy.optimize import linear_sum_assignment

from commandcenter.services.sending_views import AskAssignment
from tests.bench.crowd import crowd
from tests.bench.report import figure, quantile

TEAMS, OFFICERS, CASES, ROUNDS = 200, 2_000, 300, 10


def main(
    teams: int = TEAMS, officers: int = OFFICERS, cases: int = CASES, rounds: int = ROUNDS
) -> None:
    """The first plan also reads the roads and searches them from every case's crossing."""
    with crowd(teams, officers, cases) as (room, keys):
        ask = AskAssignment(cases=tuple(keys))
        spent, own, bare = [], [], []
        for _ in range(rounds + 1):
            began, ran = time.perf_counter(), time.thread_time()
            plan = room.desk.ask(ask, "dispatch-1")
            spent.append((time.perf_counter() - began) * 1000)
            own.append((time.thread_time() - ran) * 1000)
            bare.append(_bare(cases, teams))
    figure("plan_sent", sum(one.team is not None for one in plan.rows), "cases")
    figure("plan_first", spent[0], "ms")
    figure("plan_p50", quantile(spent[1:], 0.5), "ms")
    figure("plan_p95", quantile(spent[1:], 0.95), "ms")
    figure("plan_cpu_p95", quantile(own[1:], 0.95), "ms")
    figure("plan_bare_p95", quantile(bare[1:], 0.95), "ms")
    figure("plan_ratio", quantile(spent[1:], 0.95) / quantile(bare[1:], 0.95), "x")


def _bare(cases: int, teams: int) -> float:
    """Milliseconds of the assignment alone, of numbers at random."""
    cost = np.random.default_rng(5).uniform(1, 240, (cases, teams + cases))
    began = time.perf_counter()
    linear_sum_assignment(cost)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
