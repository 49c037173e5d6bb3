"""The controls of the tape: the moment, the slider, play, steps, speeds."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.emergency_views import Mode
from commandcenter.services.replay_views import Reel
from ui.replay.tape import SPEEDS
from ui.scale import GAP, NONE, TIGHT
from ui.theme import colours, icon, numbers
from ui.words import STREET_ZONE, say, word

WEEK = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
FRAME = 3


class Mark(QWidget):
    """回放 in a filled plate, the moment in street time, and how the street worked then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No moment yet."""
        super().__init__(parent)
        self.plate = QLabel(self.tr("回放"), objectName="replay.plate")
        self.time = QLabel(objectName="replay.time")
        self.mode = QLabel(objectName="replay.mode")
        self.plate.setFont(numbers(13, bold=True))
        self.time.setFont(numbers(13, bold=True))
        self.back = QToolButton(objectName="replay.back", text=self.tr("回到现在 Esc"))
        self.back.setIcon(icon("cancel"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(*NONE)
        row.setSpacing(GAP)
        for one in (self.plate, self.time, self.mode):
            row.addWidget(one)
        row.addStretch()
        row.addWidget(self.back)
        self.dress()

    def dress(self) -> None:
        """The colours in force."""
        now = colours()
        self.plate.setStyleSheet(
            f"background: {now.warning}; color: {now.background}; padding: 1px 10px;"
        )

    def show_at(self, moment: datetime | None, mode: Mode | None) -> None:
        """The moment (UTC) and the mode of then; None where nothing is played."""
        self.time.setText("" if moment is None else moment_text(moment))
        self.mode.setText("" if mode is None else mode_text(mode))
        level = mode.emergency.level if mode and mode.emergency else None
        self.mode.setStyleSheet(f"color: {colours().urgent};" if level else "")


class Bar(QWidget):
    """Slider over the span in seconds, and the buttons; signals say what a hand wants.

    `sought` carries a moment (UTC), `stepped` -1 or 1, `sped` a speed.
    """

    sought = Signal(object)
    stepped = Signal(int)
    toggled = Signal()
    sped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Disabled until a reel is there."""
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="replay.slider")
        self.slider.setAccessibleName(self.tr("回放的时刻"))
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._since: datetime | None = None
        self.ends = [QLabel(), QLabel()]
        self.play = _button("replay.play", "resume", self.tr("播放 空格"))
        self.back = _button("replay.previous", "step.back", self.tr("上一条 ←"))
        self.next = _button("replay.next", "step.next", self.tr("下一条 →"))
        self.count = QLabel(objectName="replay.count")
        self.count.setFont(numbers())
        self.speeds = QButtonGroup(self)
        self._buttons = [self._speed(one) for one in SPEEDS]
        self._lay_out()
        self.slider.valueChanged.connect(self._sought)
        self.play.clicked.connect(self.toggled)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.speeds.idClicked.connect(self.sped)
        self.setEnabled(False)

    def load(self, reel: Reel | None) -> None:
        """The span of a reel."""
        self.setEnabled(reel is not None)
        self._since = reel.since if reel else None
        if reel is None:
            return
        self._quietly(0, int((reel.until - reel.since).total_seconds()))
        for label, at in zip(self.ends, (reel.since, reel.until), strict=True):
            label.setText(f"{at.astimezone(STREET_ZONE):%m-%d %H:%M}")

    def stand(self, moment: datetime, place: int, total: int) -> None:
        """Show a moment (UTC) and how many events of how many have happened."""
        if self._since is not None:
            self._quietly(int((moment - self._since).total_seconds()))
        self.count.setText(f"{place:,} / {total:,}")

    def show_playing(self, on: bool) -> None:
        """Whether it runs."""
        self.play.setText(self.tr("暂停 空格") if on else self.tr("播放 空格"))
        self.play.setIcon(icon("suspend" if on else "resume"))

    def show_speed(self, speed: int) -> None:
        """Which speed is chosen."""
        self.speeds.button(speed).setChecked(True)

    def _quietly(self, value: int, most: int | None = None) -> None:
        self.slider.blockSignals(True)
        if most is not None:
            self.slider.setRange(0, most)
            self.slider.setPageStep(max(1, most // 20))
            self.slider.setSingleStep(60)
        self.slider.setValue(value)
        self.slider.blockSignals(False)

    def _sought(self, value: int) -> None:
        if self._since is not None:
            self.sought.emit(self._since + timedelta(seconds=value))

    def _speed(self, speed: int) -> QToolButton:
        button = QToolButton(text=f"{speed}×", checkable=True, objectName=f"replay.speed{speed}")
        button.setToolTip(self.tr("播放速度，按 1 到 4"))
        self.speeds.addButton(button, speed)
        return button

    def _lay_out(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.ends[0])
        above.addWidget(self.slider, 1)
        above.addWidget(self.ends[1])
        below.setSpacing(TIGHT)
        for one in (self.back, self.play, self.next, *self._buttons):
            below.addWidget(one)
        below.addWidget(self.count)
        below.addStretch()
        self.row = below
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(TIGHT)
        column.addLayout(above)
        column.addLayout(below)


class Framed(QWidget):
    """A widget with the frame of the past around it: wide, in the colour of a warning, dashed."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        pen = QPen(QColor(colours().warning), FRAME)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def sizeHint(self) -> QSize:
        return QSize(840, 620)


def moment_text(moment: datetime) -> str:
    """2025-09-22 14:40:05 周一, in street time."""
    wall = moment.astimezone(STREET_ZONE)
    day = say(WEEK[wall.weekday()])
    return f"{wall:%Y-%m-%d %H:%M:%S} {day}"


def mode_text(mode: Mode) -> str:
    """How the street worked then: level, calls, people, cases whose clocks stood."""
    one = mode.emergency
    if one is None or one.level is None:
        return say("平时")
    parts = [f"{word(one.kind)} {word(one.level)}"]
    if one.drill:
        parts.insert(0, say("演练"))
    if mode.called:
        parts.append(say("召集 {n} 队，{m} 队超时未答").format(n=mode.called, m=mode.silent))
    if mode.listed:
        told = say("转移 {moved}/{listed}，拒绝 {refused}")
        parts.append(told.format(moved=mode.moved, listed=mode.listed, refused=mode.refused))
    if mode.held:
        parts.append(say("暂缓 {n} 件").format(n=mode.held))
    return " · ".join(parts)


def _button(name: str, meaning: str, text: str) -> QToolButton:
    button = QToolButton(text=text, icon=icon(meaning), objectName=name)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
