"""A seat joins a board of 5,000 open cases: password, board and number, decoded, at a real server.

The bare reference is the same board asked of a Desk on the same file, with no server between.
"""

from __future__ import annotations

import time

from commandcenter.app import open_center
from commandcenter.server.client import RemoteDesk
from commandcenter.services.views import AskBoard
from tests.bench.million import million
from tests.bench.report import figure, quantile
from tests.bench.stand import WORD, standing

TOTAL, ROUNDS = 20_000, 7


def main(total: int = TOTAL, rounds: int = ROUNDS) -> None:
    """Median of the rounds, each a seat of its own; the first one finds the server cold."""
    logins, boards, bares, firsts = [], [], [], []
    with standing(lambda desk: None, street=million(total)) as stand:
        for number in range(rounds + 1):
            seat = RemoteDesk(stand.url, stand.pin)
            began = time.perf_counter()
            seat.login("lead-1", WORD)
            middle = time.perf_counter()
            board = seat.ask(AskBoard(), "lead-1")
            end = time.perf_counter()
            assert len(board.cases) >= 5_000, len(board.cases)
            seat.logout("lead-1")
            seat.close()
            if number:
                logins.append(middle - began)
                boards.append(end - middle)
            else:
                firsts.append(end - began)
    center = open_center(million(total), program="bench")
    for _ in range(rounds):
        began = time.perf_counter()
        center.desk.ask(AskBoard(), "lead-1")
        bares.append(time.perf_counter() - began)
    center.close()
    totals = [one + other for one, other in zip(logins, boards, strict=True)]
    figure("join", quantile(totals, 0.5), "s")
    figure("join_max", max(totals), "s")
    figure("join_first", firsts[0], "s")
    figure("join_login", quantile(logins, 0.5), "s")
    figure("join_board", quantile(boards, 0.5), "s")
    figure("join_board_bare", quantile(bares, 0.5), "s")
    figure("join_ratio", quantile(totals, 0.5) / quantile(bares, 0.5), "x")


if __name__ == "__main__":
    main()
