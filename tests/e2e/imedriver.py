"""The real desk under a real input method, typed at by xdotool, in a process of its own.

Run by test_real_ime.py in a session with Xvfb, D-Bus and ibus-daemon. Each line of stdout is one
thing that was looked at: `ok NAME`, or `NOT NAME` and what was there instead.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from commandcenter.app import open_center
from tests.english import CHINESE
from ui.app import make_application
from ui.desk import OpenDesk, open_desk

PATIENCE = 20.0


class Hand(QObject):
    """xdotool at the keyboard, and an eye for what is composed where the focus is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app, self.composed, self.answers = app, "", 0
        self._beat = QTimer(self, interval=20)
        self._beat.start()
        app.focusChanged.connect(self._watch)  # a filter of the whole application ends in a crash

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self.composed = event.preeditString()
            self.answers += 1
        return False

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            now.installEventFilter(self)

    def until(self, holds: Callable[[], object], patience: float = PATIENCE) -> bool:
        end = time.monotonic() + patience
        while not holds() and time.monotonic() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return bool(holds())

    def key(self, name: str) -> None:
        """One key, and the input method's answer to it."""
        before = self.answers
        subprocess.run(["xdotool", "key", name], check=True)
        self.until(lambda: self.answers > before, 8.0)

    def compose(self, letters: str) -> bool:
        """Letters that are not text yet; whether something stands there, unfinished."""
        for letter in letters:
            self.key(letter)
        return self.until(lambda: self.composed, 8.0)

    def bare(self, name: str) -> None:
        """One key that the input method has nothing to say about."""
        subprocess.run(["xdotool", "key", name], check=True)


class Look:
    """Looks at one field through a whole composition of each kind."""

    def __init__(self, hand: Hand, name: str, text: Callable[[], str]) -> None:
        self._hand, self._name, self._text = hand, name, text
        self._field = QApplication.focusWidget()

    def all(self) -> None:
        """Esc drops, Enter takes the letters, space the first word, a digit another."""
        hand = self._hand
        for key, holds in (
            ("Escape", lambda before, now: now == before),
            ("Return", lambda before, now: now == before + "shi"),
            ("space", lambda before, now: chinese(now.removeprefix(before))),
            ("3", lambda before, now: chinese(now.removeprefix(before))),
        ):
            before = self._text()
            begun = hand.compose("shi")
            if not begun:
                say(False, f"{self._name} {key}", f"nothing is composed, {self._text()!r}")
                return
            hand.key(key)
            ended = hand.until(lambda: not hand.composed, 8.0)
            hand.until(lambda before=before, holds=holds: holds(before, self._text()), 8.0)
            stays = QApplication.focusWidget() is self._field
            right = ended and stays and holds(before, self._text())
            say(right, f"{self._name} {key}", f"{ended=} {stays=} {self._text()!r}")


def chinese(text: str) -> bool:
    return bool(text) and all(CHINESE.match(letter) for letter in text)


def say(right: object, name: str, instead: str = "") -> None:
    print(f"ok {name}" if right else f"NOT {name}: {instead}", flush=True)


def look_at(hand: Hand, desk: OpenDesk) -> None:
    """Filter, intake, note and find, then letters that are keys and no text."""
    begun: list[object] = []
    desk.worker.begun.connect(begun.append)
    queue = desk.queue
    desk.window.go("queue")
    hand.bare("slash")
    say(hand.until(lambda: queue.bar.text.hasFocus()), "letters of the queue are keys: /")
    Look(hand, "filter", queue.bar.text.text).all()
    queue.bar.clear()
    desk.window.go("queue")
    hand.bare("F2")
    say(hand.until(desk.window.panel("intake").isVisible), "F2 opens the intake")
    desk.intake.form.focus_field("words")
    hand.until(lambda: desk.intake.form.words.hasFocus())
    Look(hand, "intake", desk.intake.form.words.toPlainText).all()
    desk.window.go("queue")
    desk.selection.set_case(queue.model.index(0, 0).data(CASE) or desk.selection.current_case)
    hand.bare("n")
    note = desk.step
    opened = hand.until(lambda: note.isVisible() and writing(note) is not None)
    say(opened, "letters of the queue are keys: N")
    field = writing(note)
    if field is not None:
        field.setFocus()
        Look(hand, "note", field.toPlainText).all()
    desk.window.go("find")
    Look(hand, "find", QApplication.focusWidget().text).all()
    say(not begun, "no command was given", str(begun))


def writing(panel: QWidget) -> QPlainTextEdit | None:
    return panel.findChild(QPlainTextEdit)


CASE = 0x0100


def main() -> None:
    folder = Path(sys.argv[1])
    app = make_application("zh")
    context = app.platformName()
    desk = open_desk(open_center(folder), settings_folder=folder, person="lead-1")
    hand = Hand(app)
    desk.window.resize(1366, 768)
    desk.window.show()
    drawn: list[bool] = []
    desk.map_ready.connect(lambda: drawn.append(True))
    desk.start()
    hand.until(lambda: drawn and desk.drafts is not None and desk.queue.model.rowCount())
    desk.window.activateWindow()
    say(hand.until(desk.window.isActiveWindow), f"the window is active on {context}")
    look_at(hand, desk)
    desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main()
