"""The charts: the Desk's answer on a million cases, and a chart drawn and painted."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from commandcenter.app import open_center
from commandcenter.domain.limits import Level, Limit, Stage
from commandcenter.services.chart_views import Ages, AskCharts, Charts, Load, Pace, Step
from commandcenter.storage.database import FILE, driver
from tests.bench.million import START, TOTAL, million
from tests.bench.report import figure, folder, quantile
from tests.bench.room import application, note
from tests.bench.screen import bench_on_screen
from tests.fakes import LOCAL, SetClock
from ui.pace import settle

ROUNDS = 120
PAINTS = 200
TASKS = 100_000
MOST_MS = 100.0
SIZE = (400, 210)
MINUTE = 60_000_000


def main() -> None:
    """The answer, then the drawing on a screen."""
    answers()
    bench_on_screen("tests.bench.charts")


def answers(total: int = TOTAL, rounds: int = ROUNDS) -> None:
    """p50 and p95 of the answer for 24 hours and 7 days."""
    with _with_tasks(million(total)) as place:
        center = open_center(place, now=SetClock(START), program="bench")
        settle()  # as desk and server do when they stand
        try:
            for days, name in ((1, "24h"), (7, "7d")):
                spent = []
                for _ in range(rounds):
                    began = time.perf_counter()
                    center.desk.ask(AskCharts(days=days), "lead-1")
                    spent.append((time.perf_counter() - began) * 1000)
                figure(f"charts_answer_{name}_p50", quantile(spent, 0.5), "ms")
                figure(f"charts_answer_{name}_p95", quantile(spent, 0.95), "ms")
            figure("charts_answer_limit", MOST_MS, "ms")
        finally:
            center.close()


@contextmanager
def _with_tasks(built: Path) -> Iterator[Path]:
    """A copy of the street in which the newest cases have a signed task each."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        for one in built.iterdir():
            if one.name in (FILE, "street.key"):
                shutil.copy(one, place / one.name)
        center = open_center(place, now=SetClock(START), program="bench")
        street = center.desk.street
        center.close()
        _add_tasks(place / FILE, street)
        yield place
    finally:
        shutil.rmtree(place)


def _add_tasks(file: Path, street: str) -> None:
    raw, dice = driver().connect(str(file), isolation_level=None), random.Random(3)
    newest = raw.execute(
        "SELECT id, filed_at FROM cases ORDER BY filed_at DESC LIMIT ?", (TASKS,)
    ).fetchall()
    rows = []
    for number, (case, filed) in enumerate(newest):
        sent = filed + dice.randrange(1, 60) * MINUTE
        signed = sent + dice.randrange(1, 120) * MINUTE
        arrived = signed + dice.randrange(1, 120) * MINUTE if number % 2 else None
        rows.append((street, f"task-{number:07d}", case, sent, signed, arrived))
    raw.execute("BEGIN")
    raw.executemany(
        'INSERT INTO tasks(street, id, "case", assigned_at, signed_at, on_scene_at, unit, role,'
        " kind, state, officers, designated, certificates_shown)"
        " VALUES (?,?,?,?,?,?,'sanitation','lead','handle','signed','[]',0,0)",
        rows,
    )
    raw.execute("COMMIT")
    raw.close()


def measure(rounds: int = PAINTS) -> None:
    """Each chart takes other figures, draws and paints them at its size beside the case."""
    app = application()
    from ui.models.chart_rows import KINDS, tables
    from ui.panels.chart_kinds import make_chart

    note(f"{rounds} paints of each chart at {SIZE[0]}x{SIZE[1]}")
    whole: list[float] = []
    shown = [tables(_figures(seed), {}, LOCAL) for seed in range(8)]
    for kind in KINDS:
        chart = make_chart(kind)
        chart.resize(*SIZE)
        chart.show()
        spent = []
        for number in range(rounds + 10):
            began = time.perf_counter()
            chart.show_table(shown[number % len(shown)][kind])
            chart.repaint()
            chart.plot.viewport().repaint()
            spent.append((time.perf_counter() - began) * 1000)
        whole += spent[10:]
        figure(f"charts_paint_{kind}_p95", quantile(spent[10:], 0.95), "ms")
        chart.close()
    figure("charts_paint_p95", quantile(whole, 0.95), "ms")
    del app


def _figures(seed: int) -> Charts:
    """A full street: 24 hours, 4 levels, 20 units, 25 communities, 12 paces."""
    dice, at = random.Random(seed), datetime(2026, 11, 20, 1, tzinfo=UTC)
    hours = [at + timedelta(hours=n) for n in range(-24, 1)]
    return Charts(
        at=at,
        days=1,
        steps=tuple(
            Step(
                start=one, end=two, filed=dice.randrange(20, 60), open=9, closed=dice.randrange(60)
            )
            for one, two in pairwise(hours)
        ),
        ages=tuple(
            Ages(
                level=level,
                counts=tuple(dice.randrange(1, 400) for _ in range(6)),
                since=tuple(at - timedelta(days=n) for n in range(5)),
            )
            for level in Level
        ),
        units=_loads(dice, 20),
        communities=_loads(dice, 25),
        paces=tuple(
            Pace(
                stage=stage,
                level=level,
                count=99,
                late=dice.randrange(20),
                minutes=(12.0, 30.0, 70.0),
                shares=(0.3, 0.7, dice.random() * 2),
                limit=Limit.parse("1wh"),
                working=True,
                waiting=3,
            )
            for stage in (Stage.SIGN, Stage.ON_SCENE, Stage.FINISH)
            for level in Level
        ),
    )


def _loads(dice: random.Random, many: int) -> tuple[Load, ...]:
    return tuple(
        Load(
            key=f"unit-{n}",
            overdue=dice.randrange(1, 90),
            near=dice.randrange(1, 90),
            rest=dice.randrange(1, 200),
        )
        for n in range(many)
    )


if __name__ == "__main__":
    measure()
