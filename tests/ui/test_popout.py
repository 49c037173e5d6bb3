"""A panel in a window of its own: its keys, its name, its place, and screens that go away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import open_room
from tests.ui.test_layouts import ALT, CTRL, settle, shown
from ui.desk import OpenDesk
from ui.screens import amid, within

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DESK, WALL = QRect(0, 0, 1920, 1080), QRect(1920, 0, 3840, 2160)


@pytest.mark.parametrize(
    ("place", "there", "wanted"),
    (
        (QRect(100, 100, 800, 600), [DESK, WALL], QRect(100, 100, 800, 600)),
        (QRect(2500, 300, 3000, 1500), [DESK, WALL], QRect(2500, 300, 3000, 1500)),
        (QRect(2500, 300, 3000, 1500), [DESK], QRect(0, 0, 1920, 1080)),
        (QRect(2500, 300, 800, 600), [DESK], QRect(1120, 300, 800, 600)),
        (QRect(-700, -500, 800, 600), [DESK, WALL], QRect(0, 0, 800, 600)),
        (QRect(100, -10, 800, 600), [DESK], QRect(100, 0, 800, 600)),
        (QRect(1900, 100, 800, 600), [DESK], QRect(1120, 100, 800, 600)),
        (QRect(1900, 100, 800, 600), [DESK, WALL], QRect(1900, 100, 800, 600)),
        (QRect(5, 6, 7, 8), [], QRect(5, 6, 7, 8)),
    ),
)
def test_a_window_that_no_hand_can_reach_comes_to_the_nearest_screen(
    place: QRect, there: list[QRect], wanted: QRect
) -> None:
    assert within(place, there) == wanted
    assert within(wanted, there) == wanted


def test_a_new_window_is_never_larger_than_its_screen() -> None:
    small = QRect(0, 0, 1366, 768)
    for step in (0, 36, 360, 3600):
        for wish in (QSize(640, 480), QSize(4000, 3000)):
            assert small.contains(amid(small, wish, step))


def press_out(qtbot: QtBot, desk: OpenDesk) -> None:
    """Ctrl+Alt+O where the keyboard is."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_O, CTRL | ALT)


def test_a_popped_out_panel_keeps_every_key_and_goes_home_by_the_same(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_room(tmp_path / "data")
    with shown(qtbot, room, tmp_path) as desk:
        window, dock = desk.window, desk.window.panel("roster")
        window.go("roster")
        focus = QApplication.focusWidget()
        press_out(qtbot, desk)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dock)
        assert dock.isFloating() and dock.windowFlags() & Qt.WindowType.Window
        assert dock.windowType() is Qt.WindowType.Window, "a real one: it can be maximised"
        assert QApplication.focusWidget() is focus
        started: list[str] = []
        for name in ("sound", "report.new"):
            action = window.findChild(QAction, name)
            action.triggered.connect(lambda *_, name=name: started.append(name))
        qtbot.keyClick(focus, Qt.Key.Key_U, CTRL | Qt.KeyboardModifier.ShiftModifier)
        assert started == ["sound"]
        qtbot.keyClick(focus, Qt.Key.Key_F2)
        assert started == ["sound", "report.new"]
        qtbot.waitUntil(lambda: desk.intake.isAncestorOf(QApplication.focusWidget()))
        window.go("roster")
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dock)
        press_out(qtbot, desk)
        assert not dock.isFloating() and desk.fittings["popouts"].places() == {}
        qtbot.waitUntil(lambda: dock.isAncestorOf(QApplication.focusWidget()))
        assert not set(window.actions()) & set(dock.actions())


def test_it_is_there_again_after_a_restart_and_names_the_drill(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with shown(qtbot, open_room(tmp_path / "data"), tmp_path) as desk:
        for name in ("case", "intake"):
            desk.window.go(name)
            desk.fittings["popouts"].send_out(name)
        desk.window.panel("case").setGeometry(40, 60, 700, 500)
        qtbot.waitUntil(lambda: desk.fittings["popouts"].places()["case"][:4] == [40, 60, 700, 500])
        settle(qtbot, desk)
    with shown(qtbot, open_room(tmp_path / "data"), tmp_path) as desk:
        window, dock = desk.window, desk.window.panel("case")
        assert dock.isFloating() and dock.isVisible()
        assert dock.geometry() == QRect(40, 60, 700, 500)
        assert not window.panel("intake").isHidden(), "a form in a window of its own was put there"
        assert QApplication.activeWindow() is window, "it does not take the keyboard"
        assert dock.windowTitle() == "街道指挥中心 · 案卷"
        window.setWindowTitle("【演练】街道指挥中心")
        assert dock.windowTitle() == "【演练】街道指挥中心 · 案卷"
        assert dock.toggleViewAction().text() == "案卷"
        window.restore_layout()
        assert not dock.isFloating() and dock.windowTitle() == "案卷"


def test_what_stands_where_no_screen_is_moves_and_goes_back_by_itself(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with shown(qtbot, open_room(tmp_path / "data"), tmp_path) as desk:
        pops, window, dock = desk.fittings["popouts"], desk.window, desk.window.panel("case")
        pops.send_out("case")
        far, seen = QRect(2500, 300, 800, 600), [DESK, WALL]
        dock.setGeometry(far)
        window.setGeometry(QRect(2600, 100, 1366, 768))
        qtbot.waitUntil(lambda: pops.places()["case"][:4] == [2500, 300, 800, 600])
        for _ in range(2):
            pops.bring_in([DESK])
            assert DESK.contains(dock.geometry()) and DESK.contains(window.geometry())
            assert pops.places()["case"][:4] == [2500, 300, 800, 600]
        pops.bring_in(seen)
        assert dock.geometry() == far and window.geometry().x() == 2600
        pops.bring_in([DESK])
        window.setGeometry(QRect(10, 10, 1366, 768))
        pops.bring_in(seen)
        assert window.geometry().x() == 10, "a hand has put it there since"


TWO = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from commandcenter.services.views import AskBoard
from tests.fakes import open_room
from ui.app import make_application
from ui.desk import open_desk
app = make_application("zh")
folder = Path(sys.argv[1])
room = open_room(folder)
desk = open_desk(room.center, settings_folder=folder, person="lead-1")
desk.window.show()
app.processEvents()
pops, dock = desk.fittings["popouts"], desk.window.panel("case")
if sys.argv[2] == "two":
    pops.send_out("case")
place = [dock.isFloating(), *dock.geometry().getRect()]
pops.changed.emit()
desk.fittings["layouts"].keep()
desk.panels.tell("load", room.desk.ask(AskBoard(), "lead-1"))
desk.window.go("queue")
wall = desk.fittings["wall"]
wall.toggle()
app.processEvents()
beside = not wall.window.over and wall.window.x() == 1920
print(place, pops.places()["case"], beside, QApplication.focusWidget() is desk.queue.view)
desk.close()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


def test_what_stood_on_a_screen_that_is_gone_is_in_sight_at_the_next_start(
    tmp_path: Path,
) -> None:
    """Two screens, then one: a process each, for Qt reads them once offscreen."""

    def started(screens: int) -> str:
        width = (1920, 2560)
        told = [
            {
                "name": str(n),
                "x": 1920 * n,
                "y": 0,
                "width": width[n],
                "height": 1080,
                "logicalDpi": 96,
                "logicalBaseDpi": 96,
                "dpr": 1,
            }
            for n in range(screens)
        ]
        path = tmp_path / "screens.json"
        path.write_text(json.dumps({"screens": told}), "utf-8")
        platform = f"offscreen:configfile={path}"
        args = [sys.executable, "-c", TWO, str(tmp_path / "data")]
        args.append("two" if not (tmp_path / "data").exists() else "again")
        env = {**os.environ, "QT_QPA_PLATFORM": platform}
        done = subprocess.run(args, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    assert started(2) == "[True, 2347, 180, 1706, 720] [2347, 180, 1706, 720, 0] True True"
    assert started(1) == "[True, 214, 180, 1706, 720] [2347, 180, 1706, 720, 0] False False"
