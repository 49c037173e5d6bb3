"""How the street works, in the band: level, next report, silent teams, people moved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent

from commandcenter.services.emergency_views import Mode
from ui.band_parts import Part, Press
from ui.keyring import keyed
from ui.mode_alarms import SOON, late, silent
from ui.palette import LEVELS
from ui.words import say
from ui.words.mode_texts import mode_text, owed_text

STRIPE = 3


class ModeBadge(Part):
    """The level on a ground of its colour; normal working is a plain word."""

    clicked = Signal()

    def __init__(self) -> None:
        """Empty until show_mode()."""
        self._level = ""
        super().__init__("band_mode", 97)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def rekeyed(self) -> None:
        """Name the key of the switch that is in force."""
        self.setToolTip(keyed(say("Ctrl+Alt+E 平急转换"), "mode.switch"))

    def show_mode(self, mode: Mode) -> None:
        """Say the level, with 演练 when it is a drill."""
        now = mode.emergency
        level = "" if now is None or now.level is None else now.level.value
        changed, self._level = level != self._level, level
        self.layout().setContentsMargins(*((6, 2, 6, 2) if level else (0, 0, 0, 0)))
        self.say(mode_text(mode), "" if level else "mode", bold=bool(level))
        if changed:
            self.dress()
            self.update()

    def dress(self) -> None:
        """Take the colours in force; those of a level are the same in every theme."""
        super().dress()
        if self._level:
            self._text.setStyleSheet(f"color: {LEVELS[self._level][1]}")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._level:
            QPainter(self).fillRect(self.rect(), QColor(LEVELS[self._level][0]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class ModeParts(QObject):
    """The parts of the band that an emergency fills; `wanted` carries the page they lead to."""

    wanted = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Normal working until show()."""
        super().__init__(parent)
        self.badge = ModeBadge()
        self.owed = Press("band_owed", 96, "Ctrl+Shift+E", "mode.reports")
        self.silent = Press("band_silent", 95, "Ctrl+Shift+C", "mode.calls")
        self.moved = Part("band_moved", 91)
        self.held = Part("band_held", 75)
        self.owed.full = self.silent.full = False
        self._level, self._drill = "", False
        self.badge.clicked.connect(lambda: self.wanted.emit("switch"))
        self.owed.clicked.connect(lambda: self.wanted.emit("reports"))
        self.silent.clicked.connect(lambda: self.wanted.emit("calls"))

    @property
    def all(self) -> tuple[Part | Press, ...]:
        """In the order in which they stand."""
        return (self.badge, self.owed, self.silent, self.moved, self.held)

    def rekeyed(self) -> None:
        """Keys were changed: name those in force."""
        self.badge.rekeyed()
        self.owed.rekey()
        self.silent.rekey()

    def show(self, mode: Mode, now: datetime) -> None:
        """Say how it stands at `now` (UTC)."""
        self.badge.show_mode(mode)
        there = mode.emergency
        self._level = there.level.value if there and there.level else ""
        self._drill = bool(there and there.drill)
        self._show_owed(mode, now)
        quiet = len(silent(mode, now))
        self.silent.full = quiet > 0
        self.silent.say(say("未答复 {n}").format(n=quiet), "lamp.red", "lamp_red")
        moved = say("已转移 {moved}/{listed}").format(moved=mode.moved, listed=mode.listed)
        self.moved.say(moved if mode.listed else "", "place")
        self.held.say(say("暂缓 {n}").format(n=mode.held) if mode.held else "", "suspend", "dim")

    def paint(self, painter: QPainter, ground: QRect) -> None:
        """A line of the level's colour along the foot of the band; hatched in a drill."""
        if self._level:
            line = ground.adjusted(0, ground.height() - STRIPE, 0, 0)
            style = Qt.BrushStyle.Dense4Pattern if self._drill else Qt.BrushStyle.SolidPattern
            painter.fillRect(line, QBrush(QColor(LEVELS[self._level][0]), style))

    def _show_owed(self, mode: Mode, now: datetime) -> None:
        self.owed.full = mode.owed is not None
        if mode.owed is None:
            return
        text, count = owed_text(mode.owed, now), late(mode, now)
        if count > 1:
            text += say(" 迟报 {n}").format(n=count)
        near = now > mode.owed.due - SOON
        tone = "lamp_red" if count else "warning" if near else "text"
        self.owed.say(text, "lamp.red" if count else "time.left", tone)
