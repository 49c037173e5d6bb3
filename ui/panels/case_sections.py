"""The parts of the case panel laid out for the room there is: side by side, stacked, or one."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTabBar, QVBoxLayout, QWidget

WIDE, NARROW, TALL = 980, 640, 560
"""Widths from which the pictures and the columns have room; height for all of them stacked."""
STORY, FACTS, MOVES, PICTURES = "story", "facts", "moves", "pictures"


class Room(Enum):
    """How much room there is."""

    WIDE = auto()
    COLUMNS = auto()
    STACKED = auto()
    ONE = auto()


SHARES = {
    Room.WIDE: (30, 30, 22, 18),
    Room.COLUMNS: (34, 33, 33, 0),
    Room.STACKED: (34, 30, 18, 18),
}
"""Parts of the room in hundredths, for the story, the facts, the moves and the pictures."""


def room_of(width: int, height: int) -> Room:
    """The arrangement that suits a panel of this size in pixels."""
    if width >= WIDE:
        return Room.WIDE
    if width >= NARROW:
        return Room.COLUMNS
    return Room.STACKED if height >= TALL else Room.ONE


class Sections(QWidget):
    """Story, facts, moves and pictures; Ctrl+Tab and the arrows go from one to the next.

    `changed` tells that other parts are to be seen than before.
    """

    changed = Signal()

    def __init__(self, parts: Mapping[str, tuple[str, QWidget]]) -> None:
        """`parts` in order, each with its title."""
        super().__init__()
        self._parts = {name: widget for name, (_, widget) in parts.items()}
        self._room: Room | None = None
        self._filled = False
        self._names = list(self._parts)
        self.tabs = QTabBar(objectName="case.sections", drawBase=False, expanding=False)
        self.tabs.setAccessibleName(self.tr("案卷各栏"))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for title, _ in parts.values():
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self._turned)
        self._hint = QLabel(self.tr("←→ 换栏"))
        self._hint.setEnabled(False)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 8, 0)
        bar.addWidget(self.tabs, 1)
        bar.addWidget(self._hint)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._side = QSplitter(Qt.Orientation.Vertical)
        for one in (self._split, self._side):
            one.setChildrenCollapsible(False)
            one.setHandleWidth(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._split, 1)
        for widget in self._parts.values():
            self._split.addWidget(widget)

    @property
    def room(self) -> Room:
        """How the parts stand now."""
        return self._room or Room.ONE

    @property
    def current(self) -> str:
        """The part that is chosen where there is room for one only."""
        return self._names[self.tabs.currentIndex()]

    def shows(self, name: str) -> bool:
        """Whether a part is to be seen."""
        return not self._parts[name].isHidden()

    def say_pictures(self, count: int) -> None:
        """How many pictures there are, on their tab; without any they take no room."""
        title = self.tr("图片") + (f" {count}" if count else "")
        self.tabs.setTabText(self._names.index(PICTURES), title)
        if bool(count) != self._filled:
            self._filled = bool(count)
            self._show()

    def arrange(self, width: int, height: int) -> None:
        """Lay the parts out for a panel of this size."""
        room = room_of(width, height)
        if room is not self._room:
            self._room = room
            self._place(room)
            self._show()
            self._share(width, height)

    def go(self, by: int) -> None:
        """The next (1) or previous (-1) part gets the keyboard, and the room if it has none."""
        seen = [name for name in self._names if self._room is Room.ONE or self.shows(name)]
        focus = self.focusWidget()
        here = next((one for one in seen if self._holds(one, focus)), self.current)
        at = seen.index(here) if here in seen else 0
        name = seen[(at + by) % len(seen)]
        self.tabs.setCurrentIndex(self._names.index(name))
        self._parts[name].setFocus(Qt.FocusReason.TabFocusReason)

    def taker(self) -> QWidget:
        """The part that gets the keyboard when the panel does."""
        return self._parts[self.current if self._room is Room.ONE else STORY]

    def _holds(self, name: str, focus: QWidget | None) -> bool:
        part = self._parts[name]
        return focus is not None and (focus is part or part.isAncestorOf(focus))

    def _turned(self) -> None:
        if self._room is Room.ONE:
            self._show()

    def _place(self, room: Room) -> None:
        moves, pictures = self._parts[MOVES], self._parts[PICTURES]
        stacked = room is Room.STACKED
        turned = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        self._split.setOrientation(turned)
        if room is Room.COLUMNS:
            self._side.addWidget(moves)
            self._side.addWidget(pictures)
            self._split.addWidget(self._side)
        else:
            self._split.addWidget(moves)
            self._split.addWidget(pictures)
            self._side.setParent(None)

    def _show(self) -> None:
        before = [self.shows(name) for name in self._names]
        one = self._room is Room.ONE
        self._bar.setVisible(one)
        for name, part in self._parts.items():
            seen = name == self.current if one else name != PICTURES or self._filled
            wide = name == PICTURES and self._room is Room.WIDE
            part.setVisible(seen or wide)
        if before != [self.shows(name) for name in self._names]:
            self.changed.emit()

    def _share(self, width: int, height: int) -> None:
        if self._room is not Room.ONE:
            whole = height if self._room is Room.STACKED else width
            self._split.setSizes([whole * one // 100 for one in SHARES[self.room]])
            self._side.setSizes([height * 3 // 5, height * 2 // 5])
