"""Opening the data folder on a thread of its own, while the window's modules are loaded."""

from __future__ import annotations

import re
import shutil
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from commandcenter.app import Center
    from commandcenter.services.views import Reference

STREET_TIME = ZoneInfo("Asia/Shanghai")
DATABASE = "street.db"


class Opening:
    """Begins at once; wait() gives the open centre and what seldom changes."""

    def __init__(self, folder: Path, demo: bool = False, seed: int = 1) -> None:
        """A new demo folder gets a morning that happened; `seed` decides what."""
        self._folder, self._demo, self._seed = folder, demo, seed
        self._found: tuple[Center, Reference] | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._open, name="opening", daemon=True)
        self._thread.start()

    def wait(self) -> tuple[Center, Reference]:
        """The open centre and its reference; raises what the opening raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._found is not None
        return self._found

    def _open(self) -> None:
        try:
            self._found = self._opened()
        except BaseException as error:
            self._error = error

    def _opened(self) -> tuple[Center, Reference]:
        from commandcenter.app import open_center
        from commandcenter.services.views import AskReference

        if self._demo and not (self._folder / DATABASE).exists():
            center = with_morning(self._folder, self._seed)
        else:
            center = open_center(self._folder)
        return center, center.desk.ask(AskReference(), "system")


def with_morning(folder: Path, seed: int) -> Center:
    """Found the demo street some hours ago and play its morning up to now."""
    from commandcenter.app import open_center, utc_now
    from commandcenter.geo.demo import load_demo
    from commandcenter.intake.prologue import MORNING, prologue
    from commandcenter.intake.walking import WalkingClock

    now = utc_now()
    clock = WalkingClock(now - MORNING, utc_now)
    center = open_center(folder, now=clock)
    try:
        prologue(center.desk, clock, load_demo(), now, seed)
    except BaseException:
        center.close()
        raise
    clock.let_go()
    return center


def demo_folder(base: Path) -> Path:
    """One folder for each local day: yesterday's demo would be all overdue today."""
    return base / f"{datetime.now(STREET_TIME):%Y-%m-%d}"


DAY = re.compile(r"\d{4}-\d\d-\d\d")
KEPT = ("ui.ini", "window.ini", "habits")


def inherit(folder: Path) -> None:
    """Give a new day's demo what people are used to from the last one; never what was typed."""
    if folder.exists() or not folder.parent.is_dir() or not DAY.fullmatch(folder.name):
        return
    others = (one for one in folder.parent.iterdir() if DAY.fullmatch(one.name))
    days = sorted(one for one in others if (one / KEPT[0]).is_file())
    if not days:
        return
    with suppress(OSError):  # then it is as delivered
        folder.mkdir()
        for name in KEPT:
            old = days[-1] / name
            if old.is_dir():
                shutil.copytree(old, folder / name)
            elif old.is_file():
                shutil.copy2(old, folder / name)
