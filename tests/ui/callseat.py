"""A seat at the intake form: an open panel on a hand-written desk, fingers on the keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.domain.case import CaseState
from commandcenter.services.views import Beside, EarlierCase, SimilarCase
from tests.ui.callfakes import NOW, CallDesk, a_case, board, desk_context, line_of
from ui.panels.intake import IntakePanel

K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
OLD = a_case(id="old-1", state=CaseState.IN_PROGRESS)
ENDED = a_case(id="old-2", state=CaseState.CLOSED, closed_at=NOW - timedelta(hours=3))


@dataclass
class Seat:
    """An open panel, its desk, and fingers on the keys."""

    panel: IntakePanel
    desk: CallDesk
    context: Any
    bot: Any

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text: str) -> None:
        """Type as an input method does: the text is committed where the focus is."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    def at(self, name: str) -> bool:
        return QApplication.focusWidget().objectName() == f"intake.{name}"

    def idle(self) -> None:
        """Everything asked has been answered and shown."""
        self.bot.waitUntil(lambda: not self.panel._asking.settle.isActive())
        done: list[int] = []
        self.context.worker.run(lambda: 1, done.append)
        self.bot.waitUntil(lambda: done == [1])

    def fill(self) -> None:
        """The petrol of day A up to the place."""
        self.press(K.Key_1)
        for text in ("19900005001", "李女士", "", ""):
            self.type(text)
            self.press(K.Key_Return)
        self.type("祠堂东街门口有很浓的汽油味，有人往外搬铁桶")
        self.press(K.Key_Return)
        self.type("903")
        self.press(K.Key_Return)
        self.type("小龙新村路12号")
        self.bot.waitUntil(lambda: not self.panel.form.place.list.isHidden())
        self.press(K.Key_Return)
        self.idle()


@contextmanager
def intake_seat(qtbot: Any, desk: CallDesk, roles: frozenset[str]) -> Iterator[Seat]:
    """An empty form under the keyboard."""
    with desk_context(desk, roles) as context:
        panel = IntakePanel(context)
        qtbot.addWidget(panel)
        panel.resize(420, 700)
        panel.load(board())
        panel.show()
        panel.activateWindow()
        qtbot.waitActive(panel)
        panel.setFocus()
        seat = Seat(panel, desk, context, qtbot)
        seat.idle()
        yield seat


def beside(*_: Any) -> Beside:
    """One likely duplicate and one earlier case of the telephone."""
    similar = SimilarCase(
        line=line_of(OLD), metres=35.0, hours=0.4, likeness=82.0, words="闻到汽油味，很呛"
    )
    earlier = EarlierCase(line=line_of(ENDED), why="phone", metres=None)
    return Beside(similar=(similar,), earlier=(earlier,))
