"""The queue fed by the real Desk: a case from report to close as the dispatcher sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DispatchCase, FileCase, RefuseCase
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskBoard, AskReference, Board
from tests.fakes import Room, open_room
from ui import theme
from ui.context import DeskContext
from ui.live import LiveFeed
from ui.models.queue_cells import Column
from ui.panels.queue import QueuePanel
from ui.selection import Selection
from ui.worker import Worker

TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", "2019-07-11 10:00", date(2019, 7, 11))
    yield made
    made.center.close()


@pytest.fixture
def panel(qtbot: QtBot, room: Room) -> Iterator[QueuePanel]:
    theme.apply(QApplication.instance(), theme.DARK)  # type: ignore[arg-type]
    worker = Worker(room.desk)
    desk = DeskContext(
        worker=worker,
        selection=Selection(),
        reference=room.desk.ask(AskReference(), "dispatch-1"),
        clock=room.desk.rules.clock,
        now=room.clock,
        who="dispatch-1",
    )
    made = QueuePanel(desk)
    qtbot.addWidget(made)
    now: Board = room.desk.ask(AskBoard(), "dispatch-1")
    made.load(now)
    feed = LiveFeed(room.desk, worker)
    feed.changed.connect(made.apply)
    feed.start(now.seq)
    yield made
    feed.stop()
    assert worker.stop() == ()


def row(panel: QueuePanel, case: str) -> dict[Column, str]:
    """What the queue says of a case, by column; empty when it is not there."""
    at = panel.model.row_of(case)
    return {one: panel.model.index(at, one).data() for one in Column} if at >= 0 else {}


def test_a_case_is_seen_from_report_to_refusal_and_dispatch(
    qtbot: QtBot, room: Room, panel: QueuePanel
) -> None:
    case = room.report(item="21-903")
    qtbot.waitUntil(lambda: bool(row(panel, case)))
    room.clock.pass_(minutes=2)
    seen = row(panel, case)
    assert (seen[Column.STATE], seen[Column.LEFT]) == ("待立案", "等 0:02")
    assert (seen[Column.ITEM], seen[Column.LEVEL]) == ("危化品非法储运", "紧急")
    room.do(FileCase, "lead-1", case=case)
    qtbot.waitUntil(lambda: row(panel, case)[Column.STATE] == "待派遣")
    seen = row(panel, case)
    assert (seen[Column.NUMBER], seen[Column.LEFT]) == ("000001", "剩 5分00秒")
    index = panel.model.index(panel.model.row_of(case), Column.NUMBER)
    assert index.data(TIP) == "2019-000001"
    version = room.case(case).version
    sent = DispatchCase(
        case=case,
        seen=version,
        lead_unit="safety",
        kind=TaskKind.INSPECT,
        team="team-safety",
        officers=("officer-safety-1", "officer-safety-2"),
    )
    room.desk.do(sent, "dispatch-1")
    qtbot.waitUntil(lambda: row(panel, case)[Column.STATE] == "待签收")
    assert row(panel, case)[Column.UNIT] == "安监中队"
    room.clock.pass_(minutes=11)
    assert row(panel, case)[Column.LEFT] == "超 0:01"
    assert row(panel, case)[Column.LAMP] == "环节超时，全案正常"
    other = room.report()
    qtbot.waitUntil(lambda: panel.model.row_of(other) == 1)
    room.do(RefuseCase, "intake-1", case=other, reason="repeated")
    qtbot.waitUntil(lambda: not row(panel, other))
    assert panel.bar.count.text() == "显示 1 / 共 1"
