"""Every panel looked at in every size, scale, theme and density: python -m tests.looks.

Each look is a process of its own, because Qt takes its scale once. What is found is one line
each; --pictures keeps a picture of every view for eyes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

SIZES = ((1366, 768), (1920, 1080))
SCALES = (1.0, 1.25, 1.5, 2.0)
PATIENCE = 240
"""Seconds for one look."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the desk is looked at: pixels of the screen, its scale, theme, density and language."""

    width: int = 1366
    height: int = 768
    scale: float = 1.0
    theme: str = "dark"
    density: str = "normal"
    language: str = "zh"
    forms: bool = True
    pictures: str = ""

    @property
    def name(self) -> str:
        """What its pictures are called."""
        shown = f"{self.width}x{self.height}-{self.scale:g}-{self.theme}"
        return f"{shown}-{self.density}-{self.language}"


def look(wanted: Look) -> dict[str, list[str]]:
    """What a process of its own finds at this scale: cut, outside, unnamed, backwards, unmarked."""
    how = json.dumps(asdict(wanted))
    told = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.looks", "--one", how],
        env=os.environ | {"QT_SCALE_FACTOR": f"{wanted.scale:g}"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if told.returncode:
        raise RuntimeError(told.stderr[-9000:])
    found: dict[str, list[str]] = json.loads(told.stdout.splitlines()[-1])
    return found


def _see(wanted: Look) -> dict[str, list[str]]:
    """What is found in this process, whose scale stands."""
    from tests.ui import eyes
    from tests.ui.lookroom import desk_of, street, views
    from ui import scale
    from ui.app import make_application
    from ui.theme import colours

    app = make_application(wanted.language)
    found: dict[str, list[str]] = {}
    marked: set[type] = set()
    with tempfile.TemporaryDirectory() as folder:
        room = street(Path(folder) / "street")
        size = round(wanted.width / wanted.scale), round(wanted.height / wanted.scale)
        with desk_of(room, Path(folder) / "seat", size, wanted.theme) as desk:
            while scale.density().name != wanted.density:
                desk.fittings["looks"].next_density()
            assert colours().name == wanted.theme
            for name, inner in views(desk, wanted.forms):
                for widget in eyes.focusable(inner):
                    if type(widget) not in marked:
                        marked.add(type(widget))
                        if where := eyes.unmarked(widget):
                            found.setdefault("unmarked", []).append(f"{name} | {where}")
                checks = (eyes.cut, eyes.outside, eyes.unnamed, eyes.backwards)
                for what in checks[: 3 if name == "window" else 4]:
                    for line in what(inner):
                        found.setdefault(what.__name__, []).append(f"{name} | {line}")
                _grown(found, name, desk.window.size().toTuple(), size)
                if wanted.pictures:
                    picture = f"{wanted.name}-{name.replace(':', '-')}.png"
                    desk.window.grab().save(str(Path(wanted.pictures) / picture))
    app.processEvents()
    return {what: list(dict.fromkeys(lines)) for what, lines in found.items()}


def _grown(
    found: dict[str, list[str]], name: str, now: tuple[int, int], size: tuple[int, int]
) -> None:
    """A window that a panel makes larger than the screen hides its own edge."""
    if now[0] > size[0] or now[1] > size[1]:
        found.setdefault("grown", []).append(f"{name} | the window is {now} for {size}")


def _wanted(given: argparse.Namespace) -> Iterator[Look]:
    for width, height in SIZES:
        for scale in given.scales or SCALES:
            for theme in given.themes:
                for density in given.densities:
                    for language in given.languages:
                        more = (theme, density, language, not given.no_forms, given.pictures)
                        yield Look(width, height, scale, *more)


def main() -> int:
    """Look in every way asked for and tell what is found; 1 when there was something."""
    parser = argparse.ArgumentParser(prog="python -m tests.looks", description=__doc__)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--scales", type=float, nargs="*")
    parser.add_argument("--themes", nargs="*", default=["dark"])
    parser.add_argument("--densities", nargs="*", default=["normal"])
    parser.add_argument("--languages", nargs="*", default=["zh", "en"])
    parser.add_argument("--pictures", default="")
    parser.add_argument("--no-forms", action="store_true")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(_see(Look(**json.loads(given.one))), ensure_ascii=False), flush=True)
        os._exit(0)  # the web engine's threads are not what is looked at
    bad = 0
    for wanted in _wanted(given):
        found = look(wanted)
        bad += sum(map(len, found.values()))
        print(f"== {wanted.name}: {sum(map(len, found.values()))}", flush=True)
        for what, lines in sorted(found.items()):
            for line in lines:
                print(f"   {what}: {line}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
