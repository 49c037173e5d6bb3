"""The manual's pictures, from the running desk: python resources/help/make_pictures.py [NAME ...].

The demo street of one fixed morning in a window of its own, once in each language; wants a display
(Xvfb will do). Each picture is what its panel shows, not a drawing of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
START = "2025-09-22 08:30"
SIZE = (1600, 900)
WIDE = 900
"""Pixels of a picture's longer side at most."""
QUALITY = 55
FIRST = ("start", "queue", "map", "roster", "case", "charts")
"""As the desk stands before other panels were opened."""


def main(wanted: list[str]) -> int:
    """All pictures of both languages, or those named."""
    for tongue in ("zh", "en"):
        words = [sys.executable, __file__, f"--tongue={tongue}", *wanted]
        subprocess.run(words, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    return 0


def shoot(tongue: str, wanted: list[str]) -> None:
    """The pictures of one language, in a process of its own."""
    from ui.app import make_application

    app = make_application(tongue)
    _shoot(tongue, wanted)  # nothing of the window may outlive it
    del app


def _shoot(tongue: str, wanted: list[str]) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    from tests.bench.room import live, show
    from tests.fakes import open_room
    from ui.desk import open_desk
    from ui.manual.pages import pages

    with tempfile.TemporaryDirectory() as place:
        room = open_room(Path(place) / "street", START)
        cases = _street(room)
        desk = open_desk(room.center, settings_folder=Path(place), person="lead-1", now=room.clock)
        show(desk)
        desk.window.resize(*SIZE)
        for name in wanted or sorted(pages(tongue), key=lambda one: (one not in FIRST, one)):
            desk.selection.set_case(cases.get(name, cases["case"]))
            live(0.7)
            found = _widget(desk, name)
            if found is not None:
                live(1.0)
                _keep(found.grab(), name, tongue)
        desk.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _keep(shot: Any, name: str, tongue: str) -> None:
    """The picture in its place, no larger than it need be."""
    from PySide6.QtCore import Qt

    from ui.manual.pages import picture

    if max(shot.width(), shot.height()) > WIDE:
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shot = shot.scaled(WIDE, WIDE, keep, smooth)
    path = picture(name, tongue)
    path.parent.mkdir(parents=True, exist_ok=True)
    shot.save(str(path), "webp", QUALITY)
    print(path.relative_to(ROOT), path.stat().st_size)


def _street(room: Any) -> dict[str, str]:
    """A morning with something of everything; the case to look at, by the page's name."""
    from commandcenter.domain.case import Source
    from tests import walks
    from tests.services.test_whistles import blown, draft

    walks.dispatched(room)
    walks.suspended(room)
    walks.callback(room)
    called = walks.signed(room, item="01-08")
    blown(room, called)
    draft(room, walks.signed(room, item="01-10"))
    wet = walks.filed(room, item="04-06")
    heap = walks.filed(room, item="01-10", source=Source.PATROL)
    return {"case": called, "dispatch": wet, "joint": wet, "step": heap}


def _widget(desk: Any, name: str) -> Any:
    """What to take a picture of; None where a page has none of its own."""
    window = desk.window
    if name == "start":
        window.go("queue")
        return window
    if name == "map":
        return window.centralWidget()
    if name == "manual" or name not in {*desk.panels, "help", "messages"}:
        return None
    if name == "step":
        desk.start_action("case.file")
    window.go(name)
    return window.panel(name)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1].startswith("--tongue="):
        shoot(sys.argv[1].removeprefix("--tongue="), sys.argv[2:])
    else:
        sys.exit(main(sys.argv[1:]))
