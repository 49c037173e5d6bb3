"""./start --demo, set up and founded before, to a painted queue and to a live map."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.report import figure, folder, quantile
from tests.bench.screen import ROOT, bench_on_screen

ROUNDS = 5
PATIENCE = 60.0
LIMITS = {"queue": 1.2, "map": 2.5}
START = str(ROOT / "start")
BARE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.start")


def measure(rounds: int = ROUNDS) -> None:
    """Medians over some starts on a folder that the first one founded."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    try:
        opened(place)
        runs = [opened(place) for _ in range(rounds)]
    finally:
        shutil.rmtree(place)
    for name in ("window", "queue", "map"):
        figure(f"start_{name}", _median([run[name] for run in runs]), "s")
        figure(f"start_{name}_max", max(run[name] for run in runs), "s")
    for name, most in LIMITS.items():
        figure(f"start_{name}_limit", most, "s")
    whole = _times(rounds, START, "--help")
    bare = _times(rounds, sys.executable, "-P", "-m", "ui", "--help")
    figure("start_script_overhead", whole - bare, "s")
    figure("start_bare_qapplication", _times(rounds, sys.executable, "-c", BARE), "s")


def opened(place: Path) -> dict[str, float]:
    """Start the demo on a folder, end it when its map lives; its stamps in seconds."""
    with subprocess.Popen(
        [START, "--demo", "--data", str(place)],
        env=os.environ | {"CC_STAMPS": "1"},
        stderr=subprocess.PIPE,
        text=True,
    ) as desk:
        try:
            return _stamps(desk, lambda seen: LIMITS.keys() <= seen.keys())
        finally:
            desk.send_signal(signal.SIGTERM)
            desk.wait(PATIENCE)


def _stamps(
    desk: subprocess.Popen[str], whole: Callable[[dict[str, float]], bool]
) -> dict[str, float]:
    assert desk.stderr is not None
    seen: dict[str, float] = {}
    for line in desk.stderr:
        if line.startswith("stamp "):
            _, name, seconds = line.split()
            seen[name] = float(seconds)
        if whole(seen):
            return seen
    raise ChildProcessError(f"the desk ended with {desk.wait()} after {seen}")


def _times(rounds: int, *words: str) -> float:
    spent = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        spent.append(time.perf_counter() - began)
    return _median(spent)


def _median(values: list[float]) -> float:
    return quantile(values, 0.5)


if __name__ == "__main__":
    measure()
