"""The program: opens the centre while Qt wakes up, shows the window, ends cleanly."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from ui.arguments import Arguments
from ui.first.choice import chosen, config_folder, load, to_ask
from ui.opening import Opening, inherit

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from commandcenter.intake.simulator import Simulator
    from ui.desk import OpenDesk

NOT_OPENED = 3
SIMULATE_AFTER = 3.0
"""Seconds from the filled queue to the street's first deed: the map and the charts come first."""


@dataclass(slots=True)
class Stamps:
    """Seconds since the process began, told on stderr where the bench asks for them."""

    begun: float
    wanted: bool

    def tell(self, name: str) -> None:
        """Write `stamp NAME SECONDS`."""
        if self.wanted:
            print(f"stamp {name} {time.time() - self.begun:.3f}", file=sys.stderr, flush=True)


def run(given: Arguments) -> int:
    """Open the desk of these arguments; 0 after a clean end, 3 when the folder cannot be opened.

    Where they do not say what to open it is what was chosen, and what was not chosen is asked.
    """
    choice = load(config_folder())
    if not to_ask(given, choice):
        return run_chosen(chosen(given, choice))
    app = make_application(language_of(given))
    from ui.first.ask import ask_first

    waker = quit_on_signals(app)
    answered = ask_first(app, given, choice, config_folder())
    waker.deleteLater()
    return 0 if answered is None else run_chosen(answered, app)


def run_chosen(given: Arguments, app: QApplication | None = None) -> int:
    """Open it; the folder is opened while Qt wakes up, unless something was asked before."""
    if given.server:
        return run_remote(given, speaking(app, language_of(given)))
    if given.demo:
        inherit(given.folder)
    gc.disable()  # what the start loads stays; settle() ends it
    opening = Opening(given.folder, given.demo, given.seed)
    stamps = Stamps(process_start(), bool(os.environ.get("CC_STAMPS")))
    app = speaking(app, language_of(given))
    from commandcenter.domain.refusal import Refusal
    from ui.desk import open_desk

    try:
        center, reference = opening.wait()
    except (Refusal, OSError) as trouble:
        return tell_trouble(trouble)
    desk = open_desk(
        center,
        settings_folder=given.folder,
        person=given.person,
        theme=given.theme,
        reference=reference,
    )
    return _live(app, desk, given, stamps)


def run_remote(given: Arguments, app: QApplication) -> int:
    """A seat at a server: login first; 0 after a clean end, 3 when the address is no good."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from commandcenter.domain.refusal import Refusal
    from ui.remote.start import RemoteStart

    def opened(desk: OpenDesk) -> None:
        desk.window.begin_watch()
        _show(app, desk, given)
        desk.start()

    try:
        start = RemoteStart(given, app, opened, app.quit)
    except (Refusal, OSError) as trouble:
        return tell_trouble(trouble)
    waker = quit_on_signals(app)
    try:
        return app.exec()
    finally:
        if start.desk is not None:
            start.desk.window.end_watch()
        start.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        waker.deleteLater()


def _live(app: QApplication, desk: OpenDesk, given: Arguments, stamps: Stamps) -> int:
    from PySide6.QtCore import QCoreApplication, QEvent

    from ui.pace import settle

    desk.seen.connect(lambda: stamps.tell("queue"))
    desk.map_ready.connect(lambda: stamps.tell("map"))
    for moment in (desk.loaded, desk.map_ready):
        moment.connect(settle)
    desk.window.begin_watch()
    simulation = Simulation(desk, given) if given.demo else None
    if given.demo:
        desk.loaded.connect(desk.fittings["guide"].offer)
    desk.start()  # before the window is seen, which then is painted once, with its queue
    _show(app, desk, given)
    stamps.tell("window")
    waker = quit_on_signals(app)
    try:
        return app.exec()
    finally:
        if simulation is not None:
            simulation.stop()
        desk.window.end_watch()
        desk.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        waker.deleteLater()


def _show(app: QApplication, desk: OpenDesk, given: Arguments) -> None:
    """Show the window as it was left, in the size asked for, or as large as the screen."""
    from PySide6.QtCore import QSize

    size, room = given.size, app.primaryScreen().availableGeometry().size()
    if size is None and not desk.window.has_layout:
        size = room.width(), room.height()
    desk.window.show()
    desk.fittings["cramped"].suit(room if given.size is None else QSize(*given.size))
    if size is not None:
        desk.window.resize(*size)


class Simulation:
    """The street's people act through the same Desk, from a while after the queue is there."""

    def __init__(self, desk: OpenDesk, given: Arguments) -> None:
        """Prepared and played on threads of its own."""
        self._desk, self._given = desk, given
        self._simulator: Simulator | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._begin, name="simulation", daemon=True)
        desk.loaded.connect(self._thread.start)

    def stop(self) -> None:
        """End it and wait for the step under way."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._simulator is not None:
            self._simulator.stop()

    def _begin(self) -> None:
        if self._ended.wait(SIMULATE_AFTER):
            return
        try:
            from commandcenter.geo.demo import load_demo
            from commandcenter.intake.simulator import Simulator

            demo, given = load_demo(), self._given
            self._simulator = Simulator(self._desk.center.desk, demo, given.seed, given.speed)
        except Exception as error:
            self._desk.window.bugs.report(error)
        else:
            self._simulator.start(self._desk.window.bugs.report)


def make_application(language: str) -> QApplication:
    """The application: map scheme first, then Qt, then the words of the language."""
    from ui.map.scheme import register
    from ui.pace import share_time

    register()
    share_time()
    from PySide6.QtWidgets import QApplication

    app = QApplication([sys.argv[0]])
    app.setApplicationName("commandcenter")
    app.setStyle("Fusion")
    speak(app, language)
    return app


def language_of(given: Arguments) -> str:
    """The language asked for, else the one kept at this seat; "" is that of the system."""
    from ui import kept

    return given.language or kept.load(given.folder).language


def speaking(app: QApplication | None, language: str) -> QApplication:
    """The application in that language; one that asked something before may have had another."""
    if app is None:
        return make_application(language)
    speak(app, language)
    return app


def speak(app: QApplication, language: str) -> None:
    """Put the words of that language in place of those in force; windows made later have them."""
    from PySide6.QtCore import QLocale, QTranslator

    from ui import tongue

    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    words = tongue.load(language, QLocale.system(), app)
    app.installTranslator(words or tongue.chinese_of_qt(app))


def tell_trouble(trouble: Exception) -> int:
    """Say why the folder cannot be opened: on stderr, and in a window where there is a screen."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    text = trouble_text(trouble)
    print(text, file=sys.stderr)
    if QGuiApplication.platformName() not in ("offscreen", "minimal"):
        title = QCoreApplication.translate("App", "街道指挥中心")
        QMessageBox.warning(None, title, text)
    return NOT_OPENED


def trouble_text(trouble: Exception) -> str:
    """The sentence of what stands in the way of opening: a Refusal, or an OSError of the disk."""
    from PySide6.QtCore import QCoreApplication

    from commandcenter.domain.refusal import Refusal
    from ui.words import refusal

    if not isinstance(trouble, Refusal):
        text = QCoreApplication.translate("App", "打不开数据文件夹：%1")
        return text.replace("%1", str(trouble))
    if trouble.code != "data_held":
        return refusal(trouble.code, trouble.values)
    return held_text(trouble.values)


def held_text(values: Mapping[str, object]) -> str:
    """Who holds the folder, and since when (Asia/Shanghai)."""
    from PySide6.QtCore import QCoreApplication

    from ui.words import stamp

    text = QCoreApplication.translate(
        "App", "数据文件夹 %1 正由另一个程序使用：%2（进程 %3，主机 %4，自 %5 起）。请先关闭它。"
    )
    since = str(values.get("since", "?"))
    with suppress(ValueError):
        since = stamp(datetime.fromisoformat(since))
    for n, name in enumerate(("folder", "program", "pid", "host"), 1):
        text = text.replace(f"%{n}", str(values.get(name, "?")))
    return text.replace("%5", since)


def quit_on_signals(app: QApplication) -> QObject:
    """Let SIGINT and SIGTERM end the event loop: a byte on a socket wakes Qt up."""
    from PySide6.QtCore import QSocketNotifier, QTimer

    ours, theirs = socket.socketpair()
    for end in (ours, theirs):
        end.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())

    def ended(number: int, frame: FrameType | None) -> None:
        # By a timer, which a loop that has not begun yet hears too; quit() would ask the window
        # first, which holds back what is unsaved.
        QTimer.singleShot(0, app, lambda: app.exit(0))

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ended)
    waker = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)
    waker.activated.connect(partial(_drain, ours, theirs))
    return waker


def _drain(ours: socket.socket, theirs: socket.socket, *told: object) -> None:
    """Read what woke us; both ends live as long as they are bound here."""
    ours.recv(64)


def process_start() -> float:
    """When this process began, in seconds since 1970; CC_T0 says otherwise."""
    if "CC_T0" in os.environ:
        return float(os.environ["CC_T0"])
    try:
        ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
        up = float(Path("/proc/uptime").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return time.time()
    return time.time() - up + ticks / os.sysconf("SC_CLK_TCK")
