"""The window of a seat whose link is down: what it shows, marks, keeps and lets a hand decide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import AddNote, FileCase
from commandcenter.seat import open_seat
from commandcenter.services.views import AskCase, AskReference
from tests.fakes import PNG, open_room
from tests.server.processes import Process, free_port
from tests.server.rooms import WORD, give_password, seat, until
from tests.ui.deskroom import put_away
from tests.ui.test_remote_seat import data_text, report, window_at
from ui.desk import open_desk
from ui.models.queue_cells import Column
from ui.palette import DARK
from ui.panels.pictures_source import of_bytes
from ui.remote.desk import RemoteOpenDesk
from ui.theme import apply
from ui.tour.relay import Relay

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def server(founded: Path, tmp_path: Path) -> Iterator[Process]:
    folder = tmp_path / "street"
    shutil.copytree(founded, folder)
    room = open_room(folder)
    give_password(room.desk, "intake-1", "dispatch-1", "lead-1")
    room.center.close()
    with Process(folder, free_port()) as process:
        yield process


@pytest.fixture
def proxy(server: Process) -> Iterator[Relay]:
    with Relay(int(server.url.rsplit(":", 1)[1])) as made:
        yield made


@pytest.fixture
def case(server: Process) -> str:
    """A filed case which nobody has opened."""
    with seat(server.url, "intake-1", "lead-1") as desk:
        made = desk.do(report("路灯不亮"), "intake-1").subject
        desk.do(FileCase(case=made, seen=version(desk, made)), "lead-1")
        return made


def version(desk: object, case: str, who: str = "lead-1") -> int:
    return desk.ask(AskCase(case=case), who).case.version


def cut(qtbot: QtBot, desk: RemoteOpenDesk, proxy: Relay) -> None:
    with qtbot.waitSignal(desk.linked):
        proxy.closed.set()
        proxy.cut()


def mend(qtbot: QtBot, desk: RemoteOpenDesk, proxy: Relay) -> None:
    with qtbot.waitSignal(desk.linked):
        proxy.closed.clear()


def state_text(desk: RemoteOpenDesk, case: str) -> str:
    model = desk.queue.model
    return model.data(model.index(model.row_of(case), Column.STATE))


def write_note(qtbot: QtBot, desk: RemoteOpenDesk, case: str, text: str, picture: bytes) -> None:
    desk.selection.set_case(case)
    qtbot.waitUntil(lambda: desk.case.view is not None and desk.case.view.case.id == case)
    desk.start_action("case.note")
    qtbot.waitUntil(lambda: desk.step.action is not None)
    desk.step.findChild(QPlainTextEdit).insertPlainText(text)
    desk.step.give()
    qtbot.waitUntil(lambda: desk.step.action is None)
    desk.case._pictures.added.emit(of_bytes(picture))
    qtbot.waitUntil(lambda: len(desk.remote.unsent) == 2)


def test_a_case_nobody_opened_can_be_read_and_worked_on_and_is_marked_until_it_is_sent(
    qtbot: QtBot, server: Process, proxy: Relay, case: str, tmp_path: Path
) -> None:
    folder = tmp_path / "seat"
    with window_at(qtbot, proxy.url, folder, "dispatch-1") as desk:
        cut(qtbot, desk, proxy)
        assert "数据截至" in data_text(desk)
        strip = desk.case._strip
        write_note(qtbot, desk, case, "灯杆已倒", PNG)
        qtbot.waitUntil(lambda: "未发" in state_text(desk, case))
        assert "未发送 · 备注" in strip.text() and "只有看板上的内容" in strip.text()
        assert "灯杆已倒" in desk.unsent.given.text() and "没有办" in desk.unsent.given.text()
        assert not any("已办" in one.text for one in desk.window.messages.history)
        kept = [path.read_bytes() for path in folder.rglob("*.bin")]
        assert kept and not any(PNG[:20] in data for data in kept)
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: "未发" not in state_text(desk, case))
        qtbot.waitUntil(lambda: bool(desk.case.view.pictures))
        assert strip.text() == ""
        assert "灯杆已倒" in [one.words for one in desk.case.view.story]


def test_a_panel_opened_without_a_link_is_filled_once_it_is_back(
    qtbot: QtBot, proxy: Relay, case: str, tmp_path: Path
) -> None:
    with window_at(qtbot, proxy.url, tmp_path / "seat") as desk:
        cut(qtbot, desk, proxy)
        with qtbot.waitSignal(desk.worker.refused):
            desk.window.go("plans")
        versions = desk.panels["plans"].plan.versions
        assert versions.current() is None
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: versions.current() is not None)


class Probe:
    """Somebody in the window who counts how often the link came back."""

    told = 0

    def relinked(self) -> None:
        self.told += 1


def test_a_stutter_that_nobody_saw_leaves_nothing_from_memory_on_the_screen(
    qtbot: QtBot, proxy: Relay, case: str, tmp_path: Path
) -> None:
    with window_at(qtbot, proxy.url, tmp_path / "seat") as desk:
        probe = Probe()
        desk.panels.join({"probe": probe})
        proxy.pull()
        until(lambda: desk.remote.lost)  # the window's own loop stands still meanwhile
        assert desk.remote.ask(AskReference(), "lead-1") is not None
        proxy.mend()
        until(lambda: desk.remote.connected)
        qtbot.waitUntil(lambda: probe.told > 0)
        assert not any("连接" in one.text for one in desk.window.messages.history)


def test_a_dispatch_without_a_link_is_shown_as_a_wish(
    qtbot: QtBot, proxy: Relay, case: str, tmp_path: Path
) -> None:
    with window_at(qtbot, proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        cut(qtbot, desk, proxy)
        desk.selection.set_case(case)
        desk.start_action("case.dispatch")
        qtbot.waitUntil(desk.dispatch._send.isEnabled)
        assert "愿望" in desk.dispatch._wish.text()
        desk.dispatch.send()
        qtbot.waitUntil(lambda: len(desk.remote.unsent) == 1)
        qtbot.waitUntil(lambda: "愿望，待服务器核法" in desk.unsent.given.text())
        assert "待派遣" in state_text(desk, case) and "未发" in state_text(desk, case)
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: "待派遣" not in state_text(desk, case))
        assert desk.dispatch._wish.text() == ""


def test_a_plan_sent_without_a_link_says_so_beside_its_row(
    qtbot: QtBot, server: Process, proxy: Relay, tmp_path: Path
) -> None:
    with seat(server.url, "intake-1", "lead-1") as at:
        stall = at.do(replace(report("占道摊贩"), item="05-01"), "intake-1").subject
        at.do(FileCase(case=stall, seen=version(at, stall)), "lead-1")
    with window_at(qtbot, proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        desk.doors.assign.open()
        panel = desk.panels["assign"]
        qtbot.waitUntil(lambda: [one.mark for one in panel.rows.choices()] == ["on"])
        cut(qtbot, desk, proxy)
        panel.send()
        qtbot.waitUntil(lambda: "愿望" in panel.rows.choice(0).note)
        assert "本次已派" not in panel._head.text() and len(desk.remote.unsent) == 1
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: panel.rows.rowCount() == 0)
        assert "待派遣" not in state_text(desk, stall)


def test_a_conflict_stands_side_by_side_and_is_given_up_with_a_reason_by_keys(
    qtbot: QtBot, server: Process, proxy: Relay, case: str, tmp_path: Path
) -> None:
    with window_at(qtbot, proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        seen = version(desk.remote, case, "dispatch-1")
        cut(qtbot, desk, proxy)
        for words in ("断线时写的", "断线时又写的"):
            desk.context.do(AddNote(case=case, seen=seen, words=words))
        with seat(server.url, "lead-1") as other:
            other.do(AddNote(case=case, seen=seen, words="值班长已核实"), "lead-1")
        mend(qtbot, desk, proxy)
        panel = desk.unsent
        qtbot.waitUntil(lambda: "被拒" in panel.given.text())
        qtbot.waitUntil(lambda: "值班长已核实" in panel.present.text())
        assert "断线时写的" in panel.given.text()
        assert f"第 {seen} 版" in panel.given.text() and f"第 {seen + 1} 版" in panel.present.text()
        qtbot.waitActive(desk.window)
        desk.window.go("unsent")
        QTest.keyClick(panel.list, Qt.Key.Key_Delete)
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)  # no reason: nothing is given up
        assert panel.reason.isVisible() and len(desk.remote.unsent) == 2
        QTest.keyClicks(panel.reason, "done by the lead")
        QTest.keyClick(panel.reason, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(desk.remote.unsent) == 1)
        assert [one.dropped for one in desk.remote.dropped] == ["done by the lead"]
        qtbot.waitUntil(lambda: version(desk.remote, case, "dispatch-1") == seen + 2)
        qtbot.waitUntil(lambda: desk.unsent._lines[case].version == seen + 2)
        QTest.keyClick(panel.list, Qt.Key.Key_Return)  # the other one again, on the new state
        qtbot.waitUntil(lambda: desk.remote.unsent == ())
        story = desk.remote.ask(AskCase(case=case), "dispatch-1").story
        told = [one.words for one in story if one.entry.kind == "note_added"]
        assert told[0] == "值班长已核实" and "done by the lead" in told[1]
        assert told[2] == "断线时又写的"


def test_somebody_else_is_told_whose_unsent_things_lie_here(
    qtbot: QtBot, server: Process, proxy: Relay, case: str, tmp_path: Path
) -> None:
    folder = tmp_path / "seat"
    with window_at(qtbot, proxy.url, folder, "dispatch-1") as desk:
        cut(qtbot, desk, proxy)
        desk.context.do(AddNote(case=case, seen=2, words="交班前"))
        qtbot.waitUntil(lambda: len(desk.remote.unsent) == 1)
    proxy.closed.clear()
    with window_at(qtbot, proxy.url, folder, "lead-1") as desk:
        name = desk.context.reference.names["dispatch-1"]
        assert name in desk.unsent.others.text() and desk.remote.unsent == ()
        assert desk.unsent.model.rowCount() == 0


def test_a_desk_opened_while_the_link_is_lost_is_filled_once_it_is_back(
    qtbot: QtBot, proxy: Relay, case: str, tmp_path: Path
) -> None:
    folder = tmp_path / "seat"
    center = open_seat(proxy.url, None, folder)
    center.desk.login("lead-1", WORD)
    assert center.desk.rules is not None  # as the login window does
    reference = center.desk.ask(AskReference(), "lead-1")
    qtbot.waitUntil(lambda: center.desk.connected)
    proxy.pull()
    qtbot.waitUntil(lambda: center.desk.lost)
    desk = open_desk(
        center, settings_folder=folder, person="lead-1", reference=reference, kind=RemoteOpenDesk
    )
    with qtbot.waitSignal(desk.worker.missed):
        desk.window.show()
        desk.start()
    assert desk.queue.model.row_of(case) < 0
    with qtbot.waitSignal(desk.map_ready, timeout=30_000):
        proxy.mend()
    assert desk.queue.model.row_of(case) >= 0
    qtbot.waitUntil(lambda: "连接中断" not in data_text(desk))
    put_away(desk)
    apply(QApplication.instance(), DARK)
