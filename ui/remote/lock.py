"""The screen is covered when nobody has touched the seat for a while; alarms sound all the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from commandcenter.domain.refusal import Refusal
from ui.palette import colours
from ui.window import DeskWindow
from ui.words import refusal
from ui.worker import Worker

IDLE_SECONDS = 600.0
LOOK_MS, LOCKED_MS = 2000, 250
OVER = (QEvent.Type.Show, QEvent.Type.ZOrderChange)
WATCHED, OF_NOBODY = "lock_watched", "of_nobody"
PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Windows that a lock ends: nobody wants a menu back."""
TOUCHES = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel)
)


class Cover(QWidget):
    """Lies over the whole window: a name, a line for the password, a note."""

    def __init__(self, window: DeskWindow) -> None:
        """Hidden until it is wanted."""
        super().__init__(window)
        self.setObjectName("lock_cover")
        self.setAutoFillBackground(True)
        self.name, self.note, self.password = QLabel(self), QLabel(self), QLineEdit(self)
        self.password.setObjectName("lock_password")
        self.password.setAccessibleName(self.tr("密码"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaximumWidth(320)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self.name, self.password, self.note):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()

    def lie_over(self, name: str) -> None:
        """Cover everything, and take the keys."""
        self.password.clear()
        self.name.setText(self.tr("已锁屏 · %1").replace("%1", name))
        self.say(self.tr("输入密码解锁"))
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str, token: str = "dim") -> None:
        """Say it under the line."""
        self.note.setText(text)
        self.note.setStyleSheet(f"color: {colours().colour(token).name()}")


class ScreenLock(QObject):
    """Covers the window after `idle` seconds without a key or a mouse; the password uncovers it.

    Every other window of the desk, such as a dock on a second screen, is hidden meanwhile; not
    the wall, which shows nothing of any person.
    """

    def __init__(
        self,
        window: DeskWindow,
        worker: Worker,
        unlock: Callable[[str], None],
        name: Callable[[], str],
        idle: float = IDLE_SECONDS,
    ) -> None:
        """`unlock` raises Refusal, on the worker, unless it gets the password of who is here."""
        super().__init__(window)
        self._window, self._worker, self._let_in, self._name = window, worker, unlock, name
        self._idle, self._touched = idle, monotonic()
        self._off: list[Callable[[], object]] = []
        self._focus: QWidget | None = None
        self._trying = False
        self._pointer = QCursor.pos()
        self.cover = Cover(window)
        self.cover.password.returnPressed.connect(self._try)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.installEventFilter(self)
        self._watch_windows()

    @property
    def locked(self) -> bool:
        """Whether the text is hidden."""
        return bool(self._off)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        for one in QGuiApplication.topLevelWindows():
            one.removeEventFilter(self)
            one.setProperty(WATCHED, None)

    def look(self) -> None:
        """Lock when nobody was here for long enough; a pointer that moved was somebody."""
        self._watch_windows()
        before, self._pointer = self._pointer, QCursor.pos()
        if self._pointer != before:
            self._touched = monotonic()
        if self.locked:
            self._hide_others()
        elif monotonic() - self._touched >= self._idle:
            self.lock()

    def lock(self) -> None:
        """Cover the text and take every key; panels, feed and alarms go on."""
        window, self._focus = self._window, QApplication.focusWidget()
        for action in [one for one in window.actions() if one.isEnabled()]:
            action.setEnabled(False)
            self._off.append(partial(action.setEnabled, True))
        for child in window.children():
            inside = isinstance(child, QWidget) and not child.isWindow()
            if inside and child is not self.cover and child.isEnabled():
                child.setEnabled(False)
                self._off.append(partial(child.setEnabled, True))
            if inside and child is not self.cover:
                child.installEventFilter(self)
                self._off.append(partial(child.removeEventFilter, self))
        self._hide_others()
        self.cover.lie_over(self._name())
        self._timer.setInterval(LOCKED_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in TOUCHES:
            self._touched = monotonic()
        elif kind == QEvent.Type.Resize and watched is self._window:
            self.cover.setGeometry(self._window.rect())
        elif kind in OVER and self.locked and watched.parent() is self._window:
            self.cover.raise_()  # a panel that comes to the front stays under it
        return False

    def _watch_windows(self) -> None:
        """Keys and mouse of a whole window come through its native one; docks may get their own."""
        for one in QGuiApplication.topLevelWindows():
            if not one.property(WATCHED):
                one.setProperty(WATCHED, True)
                one.installEventFilter(self)

    def _hide_others(self) -> None:
        """Every other window of the desk, also one that comes up by itself meanwhile."""
        for other in QApplication.topLevelWidgets():
            self._hide(other)

    def _hide(self, other: QWidget) -> None:
        if not isValid(other) or other is self._window or not other.isVisible():
            return
        if other.property(OF_NOBODY):
            return
        other.hide()
        if other.windowType() not in PASSING:
            self._off.append(partial(_show, other))

    def _try(self) -> None:
        """One at a time: each that is wrong counts."""
        password = self.cover.password.text()
        if not password or self._trying:
            return
        self.cover.password.clear()
        self._trying = True
        self.cover.say(self.tr("正在核对密码…"))
        call = partial(self._let_in, password)
        self._worker.run(call, self._unlock, self._broken, self, self._not_yet)

    def _not_yet(self, said: Refusal) -> None:
        self._trying = False
        self.cover.say(refusal(said.code, said.values), "danger")

    def _broken(self, error: Exception) -> None:
        self._trying = False
        self.cover.say(self.tr("程序出错，没有办成；可再试一次"), "danger")

    def _unlock(self, answer: object) -> None:
        self._trying = False
        self._touched = monotonic()
        self._timer.setInterval(LOOK_MS)
        undone, self._off = self._off, []
        for undo in undone:
            undo()
        self.cover.hide()
        focus, self._focus = self._focus, None
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.go("queue")


def _show(other: QWidget) -> None:
    if isValid(other):
        other.show()
