"""5,000 open of 1,000,000 cases to a filled queue model, against the bare SELECT."""

from __future__ import annotations

import os
import time

from commandcenter.app import Center, open_center
from commandcenter.services.views import AskBoard, AskReference, Board, Reference
from tests.bench.million import START, TOTAL, million
from tests.bench.report import figure, quantile
from tests.fakes import SetClock

ROUNDS = 5


def main(total: int = TOTAL, rounds: int = ROUNDS) -> None:
    """Median of five: Desk.ask(AskBoard) and QueueModel.load, the file opened anew each time."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    reads, fills, totals, bares = [], [], [], []
    for _ in range(rounds):
        center = open_center(million(total), now=SetClock(START), program="bench")
        reference = center.desk.ask(AskReference(), "lead-1")
        began = time.perf_counter()
        board = center.desk.ask(AskBoard(), "lead-1")
        middle = time.perf_counter()
        rows = _fill(center, reference, board)
        end = time.perf_counter()
        assert rows == len(board.cases) >= 5_000, rows
        reads.append(middle - began)
        fills.append(end - middle)
        totals.append(end - began)
        bares.append(_bare(center))
        center.close()
    figure("board_total", quantile(totals, 0.5), "s")
    figure("board_read", quantile(reads, 0.5), "s")
    figure("board_fill", quantile(fills, 0.5), "s")
    figure("board_select_bare", quantile(bares, 0.5), "s")
    figure("board_ratio", quantile(totals, 0.5) / quantile(bares, 0.5), "x")
    del app


def _fill(center: Center, reference: Reference, board: Board) -> int:
    """Load the queue's model; its rows."""
    from ui.models.queue import QueueModel
    from ui.words import names_of

    model = QueueModel(names_of(reference), center.desk.now)
    model.load(board)
    return model.rowCount()


def _bare(center: Center) -> float:
    began = time.perf_counter()
    with center.database.read.begin() as connection:
        connection.exec_driver_sql(
            "SELECT * FROM cases WHERE street=? "
            "AND state NOT IN ('closed', 'merged', 'rejected', 'void') ORDER BY state",
            (center.desk.street,),
        ).all()
    return time.perf_counter() - began
