"""One bar for all that the desk has to say; it covers nothing and takes no focus."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from math import ceil
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QWidget

from ui.icons import IconBox, icon
from ui.scale import LINE, VAST

KEPT = 50
INFO_MS = 6000
COUNT_MS = 250
STREET_TIME = ZoneInfo("Asia/Shanghai")
Clock = Callable[[], datetime]
"""Gives this moment, aware UTC."""


def wall_now() -> datetime:
    """The computer's own clock, aware UTC: of a window without a desk."""
    return datetime.now(UTC)


class Kind(Enum):
    """What sort of message it is; the order is the order in which they are shown."""

    BUG = "bug"
    WARNING = "warning"
    REFUSAL = "refusal"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence to the seat and when it was said (aware UTC)."""

    kind: Kind
    text: str
    at: datetime


def word(kind: Kind) -> str:
    """The word that doubles the icon of a kind."""
    return {
        Kind.BUG: QCoreApplication.translate("Message", "故障"),
        Kind.WARNING: QCoreApplication.translate("Message", "注意"),
        Kind.REFUSAL: QCoreApplication.translate("Message", "未执行"),
        Kind.INFO: QCoreApplication.translate("Message", "提示"),
    }[kind]


class Elided(QLabel):
    """A line of text that ends in … where it has no room; the tool tip has all of it."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_all()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._shown())

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _tell_all(self) -> None:
        self.setToolTip("" if self._shown() == self.text() else self.text())


class MessageBar(QFrame):
    """Shows the gravest message not yet acknowledged; keeps the last 50.

    Information goes by itself after 6 s, a refusal at the next command, the rest when
    it is acknowledged. `said` carries each new Message. Beside it stands what may still be taken
    back, for as long as it may.
    """

    said = Signal(object)

    def __init__(self, parent: QWidget | None = None, now: Clock = wall_now) -> None:
        """An empty bar; `now` gives aware UTC."""
        super().__init__(parent)
        self._now = now
        self._kept: deque[Message] = deque(maxlen=KEPT)
        self._waiting: list[Message] = []
        self._icon, self._word = IconBox("message.info"), QLabel(objectName="word")
        self._text, self._more = Elided(), QLabel()
        self._timer = QTimer(self, singleShot=True, interval=INFO_MS)
        self._timer.timeout.connect(lambda: self.drop(Kind.INFO))
        self._offer: tuple[str, Callable[[], float]] | None = None
        self._count = QTimer(self, interval=COUNT_MS)
        self._count.timeout.connect(self._show_offer)
        self._offered = QLabel(objectName="offer")
        self._lay_out()
        self._show_next()

    @property
    def history(self) -> tuple[Message, ...]:
        """The last 50 messages, oldest first."""
        return tuple(self._kept)

    @property
    def current(self) -> Message | None:
        """The message that is shown."""
        return self._waiting[0] if self._waiting else None

    def info(self, text: str) -> None:
        """Say what was done; it goes by itself."""
        self.say(Kind.INFO, text)

    def refusal(self, text: str) -> None:
        """Say why a command was not done; it stays until the next command."""
        self.say(Kind.REFUSAL, text)

    def warning(self, text: str) -> None:
        """Say what a person should look at; it stays until acknowledged."""
        self.say(Kind.WARNING, text)

    def bug(self, text: str) -> None:
        """Say that the program failed; it stays until acknowledged."""
        self.say(Kind.BUG, text)

    def say(self, kind: Kind | str, text: str) -> None:
        """Add a message of any kind; one that already waits is not said twice."""
        kind = Kind(kind)
        if any(message.kind is kind and message.text == text for message in self._waiting):
            return
        message = Message(kind, text, self._now())
        if kind in (Kind.INFO, Kind.REFUSAL):
            self._waiting = [other for other in self._waiting if other.kind is not kind]
        self._kept.append(message)
        self._waiting.insert(0, message)
        self._waiting.sort(key=lambda each: list(Kind).index(each.kind))
        if kind is Kind.INFO:
            self._timer.start()
        self._show_next()
        self.said.emit(message)

    def acknowledge(self) -> None:
        """Take the shown message away and show the next one."""
        del self._waiting[:1]
        self._show_next()

    def offer(self, text: str, left: Callable[[], float]) -> None:
        """Count down beside the message: %1 in the text is the seconds that `left` says."""
        self._offer = (text, left)
        self._count.start()
        self._show_offer()

    def withdraw(self) -> None:
        """There is nothing to take back any more."""
        self._offer = None
        self._count.stop()
        self._offered.hide()

    @property
    def offered(self) -> str:
        """What is offered now, "" for nothing."""
        return "" if self._offer is None else self._offered.text()

    def _show_offer(self) -> None:
        text, left = self._offer or ("", lambda: 0.0)
        seconds = ceil(left())
        if seconds <= 0:
            self.withdraw()
            return
        self._offered.setText(text.replace("%1", str(seconds)))
        self._offered.show()

    def command_begun(self) -> None:
        """A new command was given: refusals of earlier ones go."""
        self.drop(Kind.REFUSAL)

    def set_key(self, key: str) -> None:
        """The key that acknowledges, as the bar names it."""
        self._key = key
        self._show_next()

    def drop(self, kind: Kind) -> None:
        """Take all messages of a kind away."""
        self._waiting = [message for message in self._waiting if message.kind is not kind]
        self._show_next()

    def _lay_out(self) -> None:
        self._key = ""
        self.setAccessibleName(self.tr("消息栏"))
        self.setFixedHeight(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(*LINE)
        row.setSpacing(6)
        font = self._offered.font()
        font.setBold(True)
        self._offered.setFont(font)
        self._offered.hide()
        for part in (self._icon, self._word, self._text, self._offered, self._more):
            row.addWidget(part, 1 if part is self._text else 0)
        self._more.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        font = self._word.font()
        font.setBold(True)
        self._word.setFont(font)

    def _show_next(self) -> None:
        message = self.current
        for part in (self._icon, self._word):
            part.setVisible(message is not None)
        self._text.setText("" if message is None else message.text)
        self._more.setText("" if message is None else self._rest())
        if message is not None:
            self._icon.set_meaning(f"message.{message.kind.value}")
            self._word.setText(word(message.kind))
        self._colour("" if message is None else message.kind.value)

    def _colour(self, kind: str) -> None:
        self.setProperty("kind", kind)
        for part in (self, self._word):
            self.style().unpolish(part)
            self.style().polish(part)

    def _rest(self) -> str:
        others = len(self._waiting) - 1
        key = self.tr("%1 知道了").replace("%1", self._key) if self._key else ""
        more = self.tr("另有 %n 条", "", others) if others else ""
        return "  ".join(part for part in (more, key) if part)


class MessageList(QListWidget):
    """The last 50 messages with their times (Asia/Shanghai), newest first."""

    def __init__(self, bar: MessageBar, parent: QWidget | None = None) -> None:
        """Follow this bar."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("最近的消息"))
        self.setWordWrap(True)
        for message in bar.history:
            self._add(message)
        bar.said.connect(self._add)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            room = self.viewport().rect().adjusted(VAST, 0, -VAST, 0)
            painter.drawText(room, middle, self.tr("还没有消息：做成的和没有做成的都会留在这里"))

    def _add(self, message: Message) -> None:
        at = message.at.astimezone(STREET_TIME).strftime("%H:%M:%S")
        text = f"{at}  {word(message.kind)}  {message.text}"
        self.insertItem(0, QListWidgetItem(icon(f"message.{message.kind.value}"), text))
        if self.count() > KEPT:
            self.takeItem(KEPT)
