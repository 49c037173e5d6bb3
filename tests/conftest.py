"""What every test stands on: the Qt environment, the shared data, the look for things left over."""

import gc
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

# Read by Qt when it is first imported or when QApplication is made, so set before both.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
if os.geteuid() == 0:
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # any value switches it off: only for root

import hypothesis
import pytest
import shiboken6
from argon2 import PasswordHasher
from PySide6 import QtWebEngineWidgets  # noqa: F401  (Qt wants it loaded before QApplication)
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from commandcenter import vault
from commandcenter.services import passwords, signing

try:
    from ui.map import scheme
except ModuleNotFoundError as missing:
    if missing.name not in ("ui", "ui.map", "ui.map.scheme"):
        raise
else:
    scheme.register()  # Qt takes no scheme once QApplication stands

if TYPE_CHECKING:
    from tests.fakes import Room
    from tests.storage.postgres import Cluster

DEAR = {
    (passwords, "HASHER"): passwords.HASHER,
    (signing, "COST"): signing.COST,
    (vault, "COST"): vault.COST,
}
"""What a password costs in the program, as it was imported."""
SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
NO_DATA = "no shared data"

hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the repository; the test is skipped where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"{NO_DATA}: ../shared/data is not beside the repository")
    return SHARED_DATA


@pytest.fixture(scope="session")
def postgres() -> "Iterator[Cluster]":
    """A PostgreSQL server of the tests' own; skipped where none is installed, never in CI."""
    from tests.storage.postgres import binaries, cluster

    if binaries() is None and "CI" not in os.environ:
        pytest.skip("PostgreSQL 15 or newer is not installed (.ci/packages.txt)")
    with cluster("fsync=off") as made:  # what a power cut does is asked elsewhere
        yield made


PATIENCE_MS = 20_000
"""How long a test waits for what must come: under load it comes late and is not wrong."""


class PatientBot(QtBot):
    """pytest-qt's hand, which gives up after 5 seconds where a test does not say how long."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The hand at the widgets, as pytest-qt's own but patient."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """Passwords cost next to nothing in this process; processes of their own and `dear` have all.

    A login costs 33 ms of processor in the program and a signature or a seat's vault 40 to 100.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "HASHER", PasswordHasher(1, 8, 1))
        patch.setattr(signing, "COST", 2)
        patch.setattr(vault, "COST", 2)
        yield


@pytest.fixture
def dear(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a password costs in the program."""
    for (module, name), value in DEAR.items():
        monkeypatch.setattr(module, name, value)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo street founded on 2025-09-29; copied, it opens at once."""
    from tests.fakes import open_room

    folder = tmp_path_factory.mktemp("founded") / "street"
    open_room(folder).center.close()
    return folder


@pytest.fixture
def room(founded: Path, tmp_path: Path) -> "Iterator[Room]":
    """A demo street's desk of its own, on Monday 2025-09-29 09:00."""
    from tests.fakes import open_room

    folder = tmp_path / "street"
    shutil.copytree(founded, folder)
    made = open_room(folder)
    yield made
    made.center.close()


MADE: "WeakSet[QObject]" = WeakSet()
"""Every timer, thread and pool that Python has made and that is still there."""


def _note(kind: type[QObject]) -> None:
    """Note each new one: to look for them among all objects took 0.1 s of every test."""
    plain = kind.__init__

    def made(self: QObject, *given: Any, **more: Any) -> None:
        plain(self, *given, **more)
        MADE.add(self)

    kind.__init__ = made  # type: ignore[method-assign]


for _kind in (QTimer, QThread, QThreadPool):
    _note(_kind)


def pytest_collection_finish() -> None:
    """Take what the imports made out of the collector's sight: it is never garbage."""
    gc.collect()
    gc.freeze()


def _at_work() -> dict[int, object]:
    """Every timer, thread and pool made by Python that is running now, by its id."""
    found: dict[int, object] = {}
    for thing in [*MADE, QThreadPool.globalInstance()]:
        if not shiboken6.isValid(thing):
            continue
        if (
            (isinstance(thing, QTimer) and thing.isActive())
            or (isinstance(thing, QThread) and thing.isRunning())
            or (isinstance(thing, QThreadPool) and thing.activeThreadCount())
        ):
            found[id(thing)] = thing
    for thread in threading.enumerate():
        if not isinstance(thread, threading._DummyThread):  # a QThread seen from Python
            found[id(thread)] = thread
    return found


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that used qtbot leaves no timer, thread or busy pool behind it, nor a clipboard.

    What it left over is collected here and nowhere else, as the desk does it (ui/pace.py): amid a
    call of Qt, or on a worker, a collection that destroys widgets has crashed the tests.
    """
    if "qtbot" not in request.fixturenames:
        gc.enable()
        yield
        return
    gc.disable()
    before = set(_at_work())
    yield
    # Offscreen the clipboard outlives Python, and what a test had put there crashed at the exit.
    QGuiApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = set(_at_work()) - before
    if left:  # perhaps only garbage, or a pool's last job on its way out
        gc.collect()
        QThreadPool.globalInstance().waitForDone(2000)
        now = _at_work()
        names = sorted(repr(now[key]) for key in left & set(now))
        assert not names, f"left over by the test: {names}"
    gc.collect()


def _missed(config: pytest.Config) -> int:
    """How many tests were skipped for want of the shared data, of all workers."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    return sum(NO_DATA in str(report.longrepr) for report in skipped)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where the folder of shared data is there, no test may have missed it."""
    if SHARED_DATA.is_dir() and _missed(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests missed the shared data."""
    missed = _missed(terminalreporter.config)
    terminalreporter.write_line(f"skipped for want of ../shared/data: {missed}")
    if missed and SHARED_DATA.is_dir():
        terminalreporter.write_line("the folder is there, so none may be: failed", red=True)
