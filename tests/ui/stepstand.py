"""A step panel on a real Desk, with a line beside it that plays the queue."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from commandcenter.services.views import AskBoard, AskReference
from tests.fakes import Room
from ui.context import DeskContext
from ui.live import LiveFeed
from ui.panels.step import StepPanel
from ui.selection import Selection
from ui.worker import Worker

LEAD = "lead-1"


class Stand:
    """A step panel beside a line that plays the queue, on a real Desk."""

    def __init__(self, room: Room, qtbot) -> None:
        self.room, self.qtbot, self.said = room, qtbot, []
        desk = room.desk
        self.worker = Worker(desk)
        self.selection = Selection()
        board = desk.ask(AskBoard(), LEAD)
        self.context = DeskContext(
            worker=self.worker,
            selection=self.selection,
            reference=desk.ask(AskReference(), LEAD),
            clock=desk.rules.clock,
            now=room.clock,
            who=LEAD,
            say=lambda kind, text: self.said.append((kind, text)),
            keep_picture=desk.keep_picture,
        )
        self.sit(LEAD)
        self.window, self.queue = QWidget(), QLineEdit()
        qtbot.addWidget(self.window)
        self.panel = StepPanel(self.context)
        self.panel.load(board)
        column = QVBoxLayout(self.window)
        column.addWidget(self.queue)
        column.addWidget(self.panel)
        self.window.resize(380, 560)
        self.window.show()
        qtbot.waitActive(self.window)
        self.queue.setFocus()
        self.feed = LiveFeed(desk, self.worker)
        self.feed.changed.connect(self.panel.apply)
        self.feed.start(board.seq)

    def sit(self, person: str) -> None:
        people = {one.id: one for one in self.room.desk.ask(AskBoard(), LEAD).people}
        self.context.who = person
        self.context.roles = frozenset(people[person].roles)

    def open(self, name: str) -> None:
        self.panel.start(name)
        self.qtbot.waitUntil(lambda: self.panel.action is not None)

    def field(self, kind: type, name: str) -> QWidget:
        found = self.panel.findChild(kind, f"step.{name}")
        assert found is not None, name
        return found

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def give(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def closed(self) -> None:
        self.qtbot.waitUntil(lambda: self.panel.action is None)

    def stop(self) -> None:
        self.feed.stop()
        self.worker.stop()
