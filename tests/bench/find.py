"""Find over a million cases: number, last digits, telephone, words, place."""

from __future__ import annotations

import random
import time

from commandcenter.app import open_center
from commandcenter.geo.demo import load_demo
from commandcenter.services.views import AskFind
from tests.bench.million import START, TOTAL, million
from tests.bench.report import figure, quantile
from tests.fakes import SetClock

ROUNDS = 240


def main(total: int = TOTAL, rounds: int = ROUNDS) -> None:
    """p50 and p95 of mixed questions, each asked once; the reference is a key look-up."""
    center = open_center(million(total), now=SetClock(START), program="bench")
    try:
        dice = random.Random(3)
        texts = [report.text for report in load_demo().reports]
        spent, bare = [], []
        with center.database.read.connect() as connection:
            ids = [r[0] for r in connection.exec_driver_sql("SELECT id FROM cases LIMIT 300")]
        for _ in range(rounds):
            began = time.perf_counter()
            center.desk.ask(AskFind(text=_question(dice, texts, total)), "lead-1")
            spent.append((time.perf_counter() - began) * 1000)
            began = time.perf_counter()
            with center.database.read.begin() as connection:
                connection.exec_driver_sql(
                    "SELECT * FROM cases WHERE street=? AND id=?",
                    (center.desk.street, dice.choice(ids)),
                ).all()
            bare.append((time.perf_counter() - began) * 1000)
        figure("find_p50", quantile(spent, 0.5), "ms")
        figure("find_p95", quantile(spent, 0.95), "ms")
        figure("find_key_p95_bare", quantile(bare, 0.95), "ms")
        figure("find_p95_ratio", quantile(spent, 0.95) / quantile(bare, 0.95), "x")
    finally:
        center.close()


def _question(dice: random.Random, texts: list[str], total: int) -> str:
    number = dice.randrange(total)
    text = dice.choice(texts)
    at = dice.randrange(max(1, len(text) - 6))
    return dice.choice(
        [
            f"2026-{number:06d}",
            f"{number:06d}"[-4:],
            f"{number:06d}"[-3:],
            f"1990{number:07d}",
            text[at : at + 4],
            text[at : at + 2] + text[-2:],
            dice.choice(["祠堂东街", "路口垃圾", "店外经营 噪音", "井盖"]),
        ]
    )
