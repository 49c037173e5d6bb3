"""How loud this seat is, and its quiet hours: below the list of alarms."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.panels.keys import FormKeys
from ui.ringing import Quiet
from ui.scale import GAP, NONE, TIGHT

LOW, SILENT = 30, 0
Tone = QPalette.ColorRole
_TIME = r"(\d{1,2})[:\uff1a](\d{2})"
_SPAN = re.compile(rf"{_TIME}\s*[-–—~\uff5e\u81f3\u5230]\s*{_TIME}")


class QuietHours(QWidget):
    """`given` carries a Quiet, or None when there shall be none; `left` asks for the list."""

    given = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without quiet hours."""
        super().__init__(parent)
        self.volume = QLabel(objectName="alarms.volume", wordWrap=True)
        self.hours = QLineEdit(objectName="alarms.quiet", maxLength=20)
        self.low = QComboBox(objectName="alarms.low")
        self.said = QLabel(objectName="alarms.said", wordWrap=True)
        self.low.addItem(self.tr("小声"), LOW)
        self.low.addItem(self.tr("不响"), SILENT)
        self.hours.setPlaceholderText(self.tr("如 22:00-06:00，空着不设"))
        self.hours.setAccessibleName(self.tr("静音时段"))
        self.low.setAccessibleName(self.tr("静音时段里"))
        self._lay_out()
        keys = FormKeys(self)
        keys.bind("Return", self.give)
        keys.bind("Escape", self._leave)
        keys.watch(self.hours, self.low)
        self.low.activated.connect(self.give)

    def show_volume(self, text: str) -> None:
        """How loud the seat is, in words."""
        self.volume.setText(text)

    def show_quiet(self, quiet: Quiet | None) -> None:
        """The hours in force; what is being typed stays."""
        if not self.hours.hasFocus():
            self.hours.setText(f"{quiet.begin:%H:%M}-{quiet.end:%H:%M}" if quiet else "")
        if quiet is not None:
            self.low.setCurrentIndex(self.low.findData(SILENT if not quiet.volume else LOW))
        self._tell(self.tr("静音时段只压低次要的报警；紧急的照响。"), Tone.PlaceholderText)

    def give(self) -> None:
        """Take the hours as typed, or say what is wrong with them."""
        text = self.hours.text().strip()
        quiet = read(text, int(self.low.currentData())) if text else None
        if text and quiet is None:
            self._tell(self.tr("时段读不懂；请写成 22:00-06:00，首尾不能相同。"), Tone.BrightText)
            return
        self.given.emit(quiet)
        done = self.tr("静音时段已存在本席。") if quiet else self.tr("本席不设静音时段。")
        self._tell(done, Tone.Accent)

    def _tell(self, text: str, tone: Tone) -> None:
        """Say it in a colour of the palette, which changes with the theme."""
        self.said.setText(text)
        self.said.setForegroundRole(tone)

    def _leave(self) -> None:
        self.left.emit()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("静音时段"))
        label.setBuddy(self.hours)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(self.hours, 1)
        row.addWidget(self.low)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(TIGHT)
        column.addWidget(self.volume)
        column.addLayout(row)
        column.addWidget(self.said)


def read(text: str, volume: int) -> Quiet | None:
    """Quiet hours as typed, 22:00-06:00; None for what is none."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    first, second, third, fourth = map(int, found.groups())
    try:
        begin, end = time(first, second), time(third, fourth)
    except ValueError:
        return None
    return Quiet(begin, end, volume) if begin != end else None
