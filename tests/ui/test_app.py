"""The desk put together: it opens, fills, follows, keeps what was chosen and ends cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase, SetPersonShift
from commandcenter.domain.refusal import Refusal
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY, GRID, PETROL, RUBBISH, board, line, put_away
from ui import kept
from ui.actions import ACTIONS
from ui.app import trouble_text
from ui.arguments import parse
from ui.desk import OpenDesk, open_desk
from ui.kept import Kept
from ui.message import Kind, Message
from ui.palette import DARK
from ui.panels.map import MapPanel
from ui.theme import apply

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(slots=True)
class Opened:
    """A desk on the screen and the street behind it."""

    desk: OpenDesk
    room: Room
    bugs: list[object] = field(default_factory=list)


@contextmanager
def opened(
    qtbot: QtBot, room: Room, folder: Path, *, map_too: bool = False, **more: str
) -> Iterator[Opened]:
    """The desk of this street with its queue filled; no bug may come.

    The map holds what it is told; only with `map_too` a web engine draws it (0.5 s a window).
    """
    desk = open_desk(room.center, settings_folder=folder, now=room.clock, **more)
    if not map_too:
        desk.map.view.start = desk.map.view.ready.emit  # type: ignore[method-assign]
    found = Opened(desk, room)
    desk.window.bugs.caught.connect(found.bugs.append)
    desk.window.resize(1366, 768)
    with qtbot.waitSignals([desk.loaded, desk.map_ready], timeout=30_000):
        desk.window.show()
        desk.start()
    qtbot.waitUntil(lambda: bool(desk.charts.charts))
    try:
        yield found
    finally:
        put_away(desk)
        apply(QApplication.instance(), DARK)
    assert found.bugs == []


@pytest.fixture
def street(tmp_path: Path) -> Room:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


@pytest.fixture
def at_desk(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        yield found


@pytest.fixture
def at_map(qtbot: QtBot, street: Room, tmp_path: Path) -> Iterator[Opened]:
    """A desk whose map is drawn."""
    with opened(qtbot, street, tmp_path / "data", map_too=True, person="lead-1") as found:
        yield found


def shown(desk: OpenDesk, name: str) -> bool:
    """Whether a panel's tab is in front."""
    return desk.window.panel(name).isVisible() and not desk.panels[name].visibleRegion().isEmpty()


def test_what_another_does_appears_in_queue_band_and_map(qtbot: QtBot, at_map: Opened):
    desk, room = at_map.desk, at_map.room
    case = room.report(PETROL)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    qtbot.waitUntil(lambda: [alarm.case for alarm in desk.band.alarms] == [case])
    got: list[float | None] = []
    desk.map.view.pixel_of(case, lambda x, y: got.append(x))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] is not None


def test_every_action_has_its_menu_entry_and_no_key_means_two_things(at_desk: Opened):
    actions = at_desk.desk.window.all_actions()
    names = {action.objectName() for action in actions}
    assert {row.name for row in ACTIONS} <= names
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


def test_what_the_seat_may_do_follows_who_is_on_shift(qtbot: QtBot, at_desk: Opened):
    desk, room = at_desk.desk, at_desk.room
    assert desk.context.roles == {"shift_lead"}
    intake = [one.id for one in board(room).people if "intake_officer" in one.roles]
    for person in ("intake-1", "intake-2"):
        room.do(SetPersonShift, "dispatch-1", person=person, on_shift=False)
    assert intake == ["intake-1", "intake-2", "intake-3"]  # of whom the third was off anyway
    qtbot.waitUntil(lambda: desk.context.roles == {"shift_lead", "intake_officer"})
    room.do(SetPersonShift, "dispatch-1", person="intake-1", on_shift=True)
    qtbot.waitUntil(lambda: desk.context.roles == {"shift_lead"})


def test_forms_open_beside_the_queue_and_never_over_it(qtbot: QtBot, at_desk: Opened):
    desk = at_desk.desk
    qtbot.waitActive(desk.window)
    before = desk.window.panel("queue").geometry()
    for name, panel in (("report.new", "intake"), ("case.dispatch", "dispatch")):
        desk.start_action(name)
        qtbot.waitUntil(lambda panel=panel: shown(desk, panel))
        assert desk.window.panel("queue").geometry() == before
        assert shown(desk, "queue")


def test_a_form_that_is_left_gives_its_place_back_and_keeps_what_was_typed(
    qtbot: QtBot, at_desk: Opened
):
    desk = at_desk.desk
    qtbot.waitActive(desk.window)
    desk.start_action("report.new")
    qtbot.waitUntil(lambda: shown(desk, "intake"))
    desk.intake.form.focus_field("words")
    desk.window.focusWidget().insertPlainText("汽油味")
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(desk, "roster"))
    assert desk.queue.isAncestorOf(QApplication.focusWidget())
    desk.start_action("report.new")
    assert desk.intake.form.draft().words == "汽油味"


def test_a_case_is_filed_by_key_from_the_queue(qtbot: QtBot, at_desk: Opened):
    desk, room = at_desk.desk, at_desk.room
    case = room.report(RUBBISH)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    qtbot.waitActive(desk.window)
    desk.selection.set_case(case)
    desk.window.go("queue")
    qtbot.keyClick(desk.queue.view, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: shown(desk, "step"))
    desk.step.give()
    qtbot.waitUntil(lambda: line(room, case).number is not None)
    qtbot.waitUntil(lambda: not desk.window.panel("step").isVisible())


def test_a_refusal_is_said_in_words(qtbot: QtBot, at_desk: Opened):
    desk, room = at_desk.desk, at_desk.room
    case = room.report(RUBBISH)
    room.do(FileCase, "lead-1", case=case)
    said: list[Message] = []
    desk.window.messages.said.connect(said.append)
    desk.context.do(FileCase(case=case, seen=line(room, case).version))
    qtbot.waitUntil(lambda: any(one.kind is Kind.REFUSAL for one in said))
    assert all("代码" not in one.text for one in said)


def test_a_right_click_on_the_map_opens_a_report_at_that_place(qtbot: QtBot, at_desk: Opened):
    desk = at_desk.desk
    desk.map.view.place_asked.emit(113.4325, 22.95086, GRID)
    qtbot.waitUntil(lambda: desk.intake.form.grid == GRID)
    assert shown(desk, "intake")


def test_a_change_of_seat_changes_who_acts_everywhere_and_is_kept(
    qtbot: QtBot, at_desk: Opened, tmp_path: Path
):
    desk, room = at_desk.desk, at_desk.room
    qtbot.waitActive(desk.window)
    press(desk, "seat")
    qtbot.waitUntil(lambda: shown(desk, "seat"))
    desk.seat.text.insert("丁娟")
    qtbot.keyClick(desk.seat.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.context.who == "dispatch-1")
    assert desk.context.roles == {"dispatcher"}
    assert "丁娟" in desk.band.findChild(object, "band_seat").text()
    assert kept.load(tmp_path / "data").person == "dispatch-1"
    assert room.desk.changes(0).entries[-1].kind == "seat_taken"
    qtbot.waitUntil(lambda: not desk.window.panel("seat").isVisible())


def press(desk: OpenDesk, name: str) -> None:
    action = desk.window.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


def test_theme_and_seat_come_back(qtbot: QtBot, street: Room, tmp_path: Path):
    folder = tmp_path / "data"
    with opened(qtbot, street, folder, person="intake-1") as found:
        found.desk.window.toggle_theme()
        found.desk.seat.taken.emit(next(p for p in board(street).people if p.id == "lead-2"))
    assert kept.load(folder) == Kept(theme="light", person="lead-2")
    again = open_room(folder, "2019-07-11 10:30", DAY)
    with opened(qtbot, again, folder) as found:
        assert found.desk.context.who == "lead-2"
        assert found.desk.context.roles == {"shift_lead"}
        assert QApplication.palette().window().color().lightness() > 128


def test_closing_frees_the_folder_at_once(qtbot: QtBot, street: Room, tmp_path: Path):
    with pytest.raises(Refusal, match="data_held") as held:
        open_room(tmp_path / "data")
    text = trouble_text(held.value)
    assert f"进程 {os.getpid()}" in text and "%" not in text
    with opened(qtbot, street, tmp_path / "data", map_too=True):
        pass
    open_room(tmp_path / "data").center.close()


def test_a_disk_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    running = started(tmp_path / "file" / "data")
    out, err = running.communicate(timeout=60)
    assert running.returncode == 3
    assert err.splitlines()[-1].startswith("打不开数据文件夹")
    assert "Traceback" not in err and out == ""


def test_the_map_panel_follows_the_selection_of_the_queue(qtbot: QtBot, at_desk: Opened):
    desk, room = at_desk.desk, at_desk.room
    case = room.report(PETROL)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    desk.queue.view.selectRow(desk.queue.model.row_of(case))
    assert desk.selection.current_case == case
    assert desk.selection.current_grid == line(room, case).grid
    assert isinstance(desk.panels["map"], MapPanel)


def test_a_broken_or_foreign_ini_is_the_default(tmp_path: Path):
    (tmp_path / "ui.ini").write_bytes(b"[desk\n\xff")
    assert kept.load(tmp_path) == Kept()
    (tmp_path / "ui.ini").write_text("[desk]\ntheme = pink\nwing = 2\nperson = lead-1\n", "utf-8")
    assert kept.load(tmp_path) == Kept(person="lead-1")


def test_arguments_name_folder_size_and_theme(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    given = parse(["--data", str(tmp_path), "--size", "1366x768", "--theme", "light"])
    assert (given.folder, given.size, given.theme) == (tmp_path, (1366, 768), "light")
    assert parse(["--demo"]).folder != parse([]).folder
    with pytest.raises(SystemExit) as ended:
        parse(["--size", "wide"])
    assert ended.value.code == 2
    assert "1366x768" in capsys.readouterr().err


def started(folder: Path) -> subprocess.Popen[str]:
    here = {**os.environ, "PYTHONPATH": str(ROOT), "CC_STAMPS": "1", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "ui", "--data", str(folder)],
        env=here,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def until(running: subprocess.Popen[str], wanted: str) -> None:
    """Read what it says on stderr up to a line that begins so; ends with the process."""
    assert running.stderr is not None
    assert any(text.startswith(wanted) for text in iter(running.stderr.readline, ""))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_program_ends_cleanly_on_a_signal(tmp_path: Path, number: signal.Signals):
    running = started(tmp_path)
    until(running, "stamp queue")
    second = started(tmp_path)
    said = second.communicate(timeout=60)
    assert second.returncode == 3
    assert f"进程 {running.pid}" in said[1]
    assert said[0] == ""
    running.send_signal(number)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert out == ""
    assert "Traceback" not in err
    assert "Error: " not in err
    assert "Release of profile" not in err
    open_room(tmp_path, "2026-11-22 10:00").center.close()
