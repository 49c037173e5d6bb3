"""The line itself: a field in the window's last row, its completion above it beside the queue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.icons import IconBox
from ui.line.engine import Engine
from ui.line.history import History
from ui.line.offers import MOST, Offer
from ui.message import Elided
from ui.palette import colours
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceList
from ui.scale import HAIR, TIGHT
from ui.window import DeskWindow

LONGEST = 1000
LEAST_ROOM = 260
"""Pixels that the message bar keeps beside the line."""
MARKS = {"done": "✓", "text": "↵", "warning": "▲", "danger": "■", "dim": "…"}
"""A sign for each tone, so that no colour speaks alone."""
TONES = {"done": "ok", "text": "text", "warning": "warning", "danger": "danger", "dim": "dim"}


class Sentence(Elided):
    """One line in the colour of its tone, with the tone's sign before it."""

    def __init__(self) -> None:
        """Nothing said."""
        super().__init__()
        self._tone = "dim"

    def tell(self, tone: str, text: str) -> None:
        """Say it."""
        self._tone = tone
        self.setText(f"{MARKS[tone]} {text}" if text else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(colours().colour(TONES[self._tone]))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())


class Told(QFrame):
    """Above the line: what may be meant, and under it what Enter will do or has done."""

    def __init__(self, window: DeskWindow) -> None:
        """Hidden; it takes no keyboard and covers neither queue nor band."""
        super().__init__(window)
        self.setObjectName("line.told")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = ChoiceList(self, MOST)
        self.list.setObjectName("line.list")
        self.list.setAccessibleName(self.tr("可以补全为"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.said = Sentence()
        self.said.setObjectName("line.said")
        self.said.setAccessibleName(self.tr("命令行的回答"))
        self.said.setMinimumHeight(22)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 2, 6, 2)
        column.setSpacing(HAIR)
        column.addWidget(self.list)
        column.addWidget(self.said)
        self.hide()

    def tell(self, tone: str, text: str) -> None:
        """Say one line."""
        self.said.tell(tone, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 2), colours().colour("accent"))


class LineBar(QWidget):
    """A field with its keys; Esc gives the keyboard back to exactly where it was.

    `left` comes when the line was put away, `opened` when it was called.
    """

    opened = Signal()
    left = Signal()

    def __init__(self, window: DeskWindow, engine: Engine) -> None:
        """In the status bar's row, hidden."""
        super().__init__(window)
        self._window, self._engine = window, engine
        self._back: QWidget | None = None
        self._chosen: tuple[int, int, int] | None = None
        self._hand, self._answered = "", False
        self.field = QLineEdit(self)
        self.field.setObjectName("line.field")
        self.told = Told(window)
        self._lay_out()
        self._bind()
        self._connect()
        window.statusBar().addPermanentWidget(self)
        window.resized.connect(self._follow_size)
        self.hide()

    def open(self) -> None:
        """Take the keyboard; what was left unfinished is there, ready to be typed over."""
        focus = QApplication.focusWidget()
        if focus is not self.field:
            self._remember(focus)
        self._engine.begin()
        self.show()
        self.told.show()
        self._settle()
        self.field.activateWindow()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        self._text_changed()
        self.opened.emit()

    def leave(self, back: bool = True) -> bool:
        """Put the line away; `back` gives the keyboard to who had it."""
        before, self._back = self._back, None
        had = self.field.hasFocus()
        self.told.hide()
        self.hide()
        self._engine.history.rest()
        if back and had:
            self._give_back(before)
        self.left.emit()
        return True

    def set_text(self, text: str) -> None:
        """Put a text into the line, as if it had been typed."""
        self.field.setText(text)
        self._text_changed()

    # ---- keys -----------------------------------------------------------------------------------

    def _bind(self) -> None:
        keys = FormKeys(self)
        bound: dict[str, Callable[[], bool | None]] = {
            "Return": self._enter,
            "Ctrl+Return": self._form,
            "Tab": self._complete,
            "Backtab": self._stay,
            "Shift+Tab": self._stay,
            "Up": lambda: self._up(-1),
            "Down": lambda: self._up(1),
            "Ctrl+Up": lambda: self._recall(-1),
            "Ctrl+Down": lambda: self._recall(1),
            "Escape": self.leave,
        }
        for name, call in bound.items():
            keys.bind(name, call)
        keys.watch(self.field)

    def _enter(self) -> bool:
        """Take the row that a hand has marked, else do what the line says.

        Where that row is not there any more nothing is done: the next Enter is the line's.
        """
        hand, self._hand = self._hand, ""
        if not hand:
            self._engine.enter()
        elif self._marked() == hand:
            self._complete()
        else:
            self._show()
        return True

    def _marked(self) -> str:
        choice = self.told.list.current()
        return choice.key if choice is not None and not self.told.list.isHidden() else ""

    def _complete(self) -> bool:
        """Put the marked row in place of the word; nothing to complete opens the form."""
        choice = self.told.list.current() if not self.told.list.isHidden() else None
        if choice is None or not isinstance(choice.value, Offer):
            return self._form()
        text, cursor = self.field.text(), self.field.cursorPosition()
        start, end = self._engine.span(cursor)
        glue = " " if start == end and text[:start] and not text[:start].endswith(" ") else ""
        insert = glue + choice.value.insert
        room = "" if insert.endswith(("：", "=")) or text[end:].startswith(" ") else " "
        self.field.setText(text[:start] + insert + room + text[end:])
        self.field.setCursorPosition(start + len(insert + room))
        self._text_changed()
        return True

    def _form(self) -> bool:
        self._engine.open_form()
        return True

    def _stay(self) -> bool:
        return True

    def _up(self, by: int) -> bool:
        """Move the mark; in an empty line recall what was given before."""
        blank = not self.field.text().strip()
        if self.told.list.isHidden() or (blank and not self._hand and by < 0):
            return self._recall(by)
        if self._hand:
            self.told.list.step(by)
        else:
            self.told.list.mark(0 if by > 0 else self.told.list.choices.rowCount() - 1)
        self._hand = self._marked()
        self.told.list.setProperty("quiet", False)
        self.told.list.viewport().update()
        return True

    def _recall(self, by: int) -> bool:
        found = self.history.step(by, self.field.text())
        if found is not None:
            self.field.setText(found)
            self._text_changed()
        return True

    @property
    def history(self) -> History:
        """What was given before."""
        return self._engine.history

    # ---- what is shown --------------------------------------------------------------------------

    def _text_changed(self) -> None:
        self._hand, self._answered = "", False
        self._engine.set_text(self.field.text(), self.field.cursorPosition())

    def _moved(self) -> None:
        if not self.isHidden():
            self._hand = ""
            self._engine.set_cursor(self.field.cursorPosition())

    def _show(self) -> None:
        """The completion of what stands there now."""
        if self.isHidden():
            return
        self.told.list.load([one.choice for one in self._engine.offers()])
        self._mark_again()
        if not self._answered or self.field.text().strip():
            meaning = self._engine.meaning
            self.told.tell(meaning.tone, meaning.said or self._hint())
        self._settle()

    def _mark_again(self) -> None:
        """The row that a hand marked stays marked while the street goes on under it."""
        keys = [one.key for one in self.told.list.choices.choices()]
        if self._hand in keys:
            self.told.list.mark(keys.index(self._hand))
        self.told.list.setProperty("quiet", self._hand not in keys)

    def _hint(self) -> str:
        if self.field.text().strip():
            return self.tr("正在查…")
        return self.tr("动作 案号 单位或人 · Tab 补全 · Enter 办 · Ctrl+Enter 表单 · Esc 离开")

    def _tell(self, tone: str, text: str) -> None:
        self._answered = True
        self.told.tell(tone, text)

    def _done(self) -> None:
        self._hand = ""
        self.field.clear()
        self._engine.set_text("", 0)

    def _settle(self) -> None:
        """The line beside the message bar, the list right above it and beside the queue."""
        window = self._window
        strip = beside_queue(window)
        self.setFixedWidth(min(strip.width(), window.width() - LEAST_ROOM))
        high = self.told.sizeHint().height()
        at = QPoint(strip.left(), window.statusBar().geometry().top() - high)
        self.told.setGeometry(QRect(at.x(), at.y(), strip.width(), high))
        self.told.raise_()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._text_changed)
        self.field.cursorPositionChanged.connect(self._moved)
        self.told.list.clicked.connect(self._complete)
        self._engine.changed.connect(self._show)
        self._engine.answered.connect(self._tell)
        self._engine.done.connect(self._done)
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def _lay_out(self) -> None:
        self.setObjectName("line")
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(self.tr("命令行"))
        self.field.setPlaceholderText(self.tr("派 0231 三中队"))
        self.field.setFrame(False)
        self.field.setMinimumHeight(22)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(TIGHT)
        row.addWidget(IconBox("keys"))
        row.addWidget(QLabel(self.tr("命令"), self))
        row.addWidget(self.field, 1)

    # ---- the keyboard's place -------------------------------------------------------------------

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """A panel that has the keyboard is not covered: the line waits for its own to come back."""
        if self.isHidden() or now is None or now.window() is not self._window:
            return
        self.told.setVisible(now is self.field)
        if now is self.field:
            self._settle()

    def _remember(self, focus: QWidget | None) -> None:
        self._back, self._chosen = focus, None
        if isinstance(focus, QLineEdit):
            start, length = focus.selectionStart(), focus.selectionLength()
            self._chosen = (start, length, focus.cursorPosition())

    def _give_back(self, before: QWidget | None) -> None:
        """To the very widget, its selected text as it was; to the queue where that is gone."""
        if before is None or not isValid(before) or not before.isVisible():
            self._window.go("queue")
            return
        before.activateWindow()
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(before, QLineEdit) and self._chosen is not None:
            start, length, cursor = self._chosen
            before.setCursorPosition(cursor)
            if start >= 0:
                before.setSelection(start, length)

    def _follow_size(self) -> None:
        if not self.isHidden():
            self._settle()


def beside_queue(window: DeskWindow) -> QRect:
    """The part of the window's width that the queue leaves free, in the window's own pixels."""
    queue = window.panel("queue")
    whole = QRect(0, 0, window.width(), window.height())
    if queue.isFloating() or not queue.isVisible():
        return whole
    taken = queue.geometry()
    left, right = taken.left(), whole.width() - taken.right() - 1
    if right >= left:
        return QRect(taken.right() + 1, 0, right, whole.height())
    return QRect(0, 0, left, whole.height())
