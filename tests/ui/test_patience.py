"""What takes long is said and a question can be given up; what a crash left is told once."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from commandcenter.intake.sheets import write_sheet
from commandcenter.services.whole import Tick, whole
from tests.fakes import open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import Opened, opened
from ui.crash import CrashWatch, left
from ui.message import Kind, MessageBar
from ui.worker import Worker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CRASHES = """
import faulthandler, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.crash import CrashWatch
app = QCoreApplication([])
CrashWatch(Path(sys.argv[1]), None).begin()
faulthandler._sigsegv()
"""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    street = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        yield found


def test_a_long_question_is_told_and_given_up(qtbot: QtBot, desk: Opened) -> None:
    worker, patience = desk.desk.worker, desk.desk.fittings["patience"]
    free, shown = threading.Event(), []
    worker._desk = Slowly(free)
    worker.ask("find", object(), "lead-1", shown.append)
    qtbot.waitUntil(patience.label.isVisible)
    assert "正在读取" in patience.label.text() and "Ctrl+." in patience.label.text()
    desk.desk.window.go("queue")
    QTest.keyClick(desk.desk.queue.view, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert "已放弃" in desk.desk.window.messages.current.text
    free.set()
    qtbot.waitUntil(patience.label.isHidden)
    later: list[object] = []
    worker.ask("other", object(), "lead-1", later.append)
    qtbot.waitUntil(lambda: later == ["answer"])
    assert shown == []


def test_a_command_under_way_is_told_and_never_given_up(qtbot: QtBot, desk: Opened) -> None:
    worker, patience = desk.desk.worker, desk.desk.fittings["patience"]
    free, done = threading.Event(), []
    worker._desk = Slowly(free)
    worker.do(object(), "lead-1", done.append)
    qtbot.waitUntil(patience.label.isVisible)
    assert "正在办理" in patience.label.text() and "Ctrl+." not in patience.label.text()
    patience.give_up()
    free.set()
    qtbot.waitUntil(lambda: done == ["answer"])


def test_an_export_tells_how_far_it_is_and_is_given_up_without_a_trace(
    qtbot: QtBot, desk: Opened, tmp_path: Path
) -> None:
    worker, patience = desk.desk.worker, desk.desk.fittings["patience"]
    free, done = threading.Event(), []
    path = tmp_path / "out" / "rows.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"old")

    def work(step: Tick) -> int:
        def slowly(row: int, of: int) -> None:
            step(row, of)
            if row == 500:
                assert free.wait(30)

        return write_sheet(path, "t", ["a"], [["1"]] * 1000, slowly)

    worker.export(work, done.append)
    qtbot.waitUntil(lambda: "500/1000" in patience.label.text())
    assert "正在导出" in patience.label.text() and patience.label.isVisible()
    desk.desk.window.go("queue")
    QTest.keyClick(desk.desk.queue.view, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert "正在停止" in patience.label.text()
    free.set()
    said = desk.desk.window.messages
    qtbot.waitUntil(lambda: any("已放弃导出" in one.text for one in said.history))
    qtbot.waitUntil(patience.label.isHidden)
    assert path.read_bytes() == b"old" and list(path.parent.iterdir()) == [path]
    worker.export(lambda step: write_sheet(path, "t", ["a"], [["1"]], step), done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert path.read_bytes() != b"old"


def test_a_window_that_closes_gives_its_exports_up(qtbot: QtBot, tmp_path: Path) -> None:
    worker, begun = Worker(Slowly(threading.Event())), threading.Event()

    def work(step: Tick) -> None:
        with whole(tmp_path / "a.pdf") as fresh:
            fresh.write_bytes(b"half")
            begun.set()
            while True:
                step(0, 1)

    worker.export(work)
    assert begun.wait(30)
    worker.stop(30)
    assert list(tmp_path.iterdir()) == []


class Slowly:
    """A Desk that answers when it is told to."""

    def __init__(self, free: threading.Event) -> None:
        self.free = free

    def ask(self, query: object, who: str) -> str:
        assert self.free.wait(30)
        return "answer"

    do = ask


def test_a_crash_leaves_its_stack_and_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    subprocess.run([sys.executable, "-c", CRASHES, str(reports)], capture_output=True, check=False)
    (trace,) = reports.glob("crash-*.new")
    assert "Segmentation fault" in trace.read_text() or "most recent call" in trace.read_text()
    bar = MessageBar()
    qtbot.addWidget(bar)
    (kept,) = left(reports)
    assert kept.suffix == ".txt" and kept.exists() and left(reports) == []
    others = reports / f"crash-{os.getppid()}.new"
    others.touch()
    assert left(reports) == [] and others.exists()  # another window is at work
    others.unlink()
    (tmp_path / "reports" / "crash-7.new").write_text("stack")
    watch = CrashWatch(reports, bar)
    watch.begin()
    assert bar.current is not None and bar.current.kind is Kind.WARNING
    watch.stop()
    assert not list(reports.glob("*.new")) and len(list(reports.glob("*.txt"))) == 2


def test_a_folder_that_cannot_be_written_stops_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file stands here")
    bar = MessageBar()
    qtbot.addWidget(bar)
    watch = CrashWatch(tmp_path / "reports", bar)
    watch.begin()
    watch.stop()
    assert bar.current is None
