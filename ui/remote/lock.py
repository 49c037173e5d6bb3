"""The screen is covered when nobody has touched the seat for a while; alarms sound all the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QDockWidget, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.palette import colours
from ui.window import DeskWindow
from ui.worker import Worker

IDLE_SECONDS = 600.0
LOOK_MS = 2000
MOST_TRIES, PAUSE_MS = 5, 30_000
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
    """Covers the window after `idle` seconds without a key or a mouse; the password uncovers it."""

    def __init__(
        self,
        window: DeskWindow,
        worker: Worker,
        check: Callable[[str], bool],
        name: Callable[[], str],
        idle: float = IDLE_SECONDS,
    ) -> None:
        """`check` says, on the worker, whether a password is that of the person here."""
        super().__init__(window)
        self._window, self._worker, self._check, self._name = window, worker, check, name
        self._idle, self._touched, self._tries = idle, monotonic(), 0
        self._off: list[Callable[[], object]] = []
        self._pointer = QCursor.pos()
        self.cover = Cover(window)
        self.cover.password.returnPressed.connect(self._try)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(partial(self.cover.password.setEnabled, True))
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._native = window.windowHandle()  # keys and mouse of the whole window come through it
        for one in (self._native, window):
            if one is not None:
                one.installEventFilter(self)

    @property
    def locked(self) -> bool:
        """Whether the text is hidden."""
        return bool(self._off)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._pause.stop()
        for one in (self._native, self._window):
            if one is not None and isValid(one):
                one.removeEventFilter(self)

    def look(self) -> None:
        """Lock when nobody was here for long enough; a pointer that moved was somebody."""
        before, self._pointer = self._pointer, QCursor.pos()
        if self._pointer != before:
            self._touched = monotonic()
        if not self.locked and monotonic() - self._touched >= self._idle:
            self.lock()

    def lock(self) -> None:
        """Cover the text and take every key; panels, feed and alarms go on."""
        window = self._window
        for action in [one for one in window.actions() if one.isEnabled()]:
            action.setEnabled(False)
            self._off.append(partial(action.setEnabled, True))
        for child in window.children():
            if isinstance(child, QDockWidget) and child.isFloating() and child.isVisible():
                child.hide()
                self._off.append(child.show)
            elif isinstance(child, QWidget) and child is not self.cover and child.isEnabled():
                child.setEnabled(False)
                self._off.append(partial(child.setEnabled, True))
        self.cover.lie_over(self._name())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = monotonic()
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self.cover.setGeometry(self._window.rect())
        return False

    def _try(self) -> None:
        password = self.cover.password.text()
        self.cover.password.clear()
        if password:
            self._worker.run(partial(self._check, password), self._tried, owner=self)

    def _tried(self, right: bool) -> None:
        if right:
            self._unlock()
            return
        self._tries += 1
        self.cover.say(self.tr("密码不对，请再试"), "danger")
        if self._tries >= MOST_TRIES:
            self._tries = 0
            self.cover.password.setEnabled(False)
            self.cover.say(self.tr("连错五次，请等半分钟再试"), "danger")
            self._pause.start()

    def _unlock(self) -> None:
        self._tries, self._touched = 0, monotonic()
        for undo in self._off:
            undo()
        self._off = []
        self.cover.hide()
        self._window.go("queue")
