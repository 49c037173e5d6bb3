"""The events of a reel as sentences, and as a list that is filtered by kind, number and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from commandcenter.services.replay_views import Reel
from ui.theme import colours
from ui.words import STREET_ZONE, sentence, short_number

Index = QModelIndex | QPersistentModelIndex
_TITLES = ("时间", "编号", "事件")


@dataclass(frozen=True, slots=True)
class Event:
    """One beat for the list: its place in the reel from 1, time (UTC), case number, sentence."""

    place: int
    at: datetime
    kind: str
    subject: str
    number: str
    text: str


class Part(IntEnum):
    """The columns."""

    TIME = 0
    NUMBER = 1
    TEXT = 2


def numbers_of(reel: Reel) -> dict[str, str]:
    """The number of every case of the reel that has one by its end."""
    found = {
        key: str(row["number"])
        for table, key, row in reel.rows
        if table == "cases" and row["number"]
    }
    for beat in reel.beats:
        for table, key, delta in beat.rows:
            if table == "cases" and delta.get("number", (None, None))[1]:
                found[key] = str(delta["number"][1])
    return found


def events_of(reel: Reel, names: Mapping[str, str]) -> Iterator[Event]:
    """Every beat with its sentence; `names` gives names by id."""
    numbers = numbers_of(reel)
    for place, beat in enumerate(reel.beats, 1):
        facts = {"subject": beat.subject, **beat.facts}
        yield Event(
            place=place,
            at=beat.at,
            kind=beat.kind,
            subject=beat.subject,
            number=numbers.get(beat.subject, ""),
            text=sentence(beat.kind, facts, names),
        )


class EventModel(QAbstractTableModel):
    """Events up to the end of the reel; what has happened by now is bright, the rest dim."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until load()."""
        super().__init__(parent)
        self._all: tuple[Event, ...] = ()
        self._shown: list[Event] = []
        self._places: list[int] = []
        self._at = 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, Part(index.column()))
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(colours().colour("text" if one.place <= self._at else "dim"))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{one.at.astimezone(STREET_ZONE):%Y-%m-%d %H:%M:%S}\n{one.number}\n{one.text}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("EventModel", _TITLES[section])
        return None

    def load(self, events: tuple[Event, ...]) -> None:
        """Take a reel's events, all shown."""
        self._all, self._at = events, 0
        self._take(list(events))

    def filter(self, kind: str, text: str) -> None:
        """Show those of a kind ("" for all) whose number or sentence has every word of the text."""
        terms = text.lower().split()
        self._take(
            [
                one
                for one in self._all
                if (not kind or one.kind == kind)
                and all(term in one.number or term in one.text.lower() for term in terms)
            ]
        )

    def stand(self, place: int) -> None:
        """The player stands at this place: rows between the old one and it are painted anew."""
        low, high = sorted((self._row(self._at), self._row(place)))
        self._at = place
        if self._shown and low != high:
            last = min(high, len(self._shown) - 1)
            self.dataChanged.emit(self.index(low, 0), self.index(last, len(Part) - 1))

    def event_at(self, row: int) -> Event:
        """The event in a row."""
        return self._shown[row]

    def row_at(self, place: int) -> int:
        """The row of the newest shown event that has happened, -1 before the first."""
        return bisect_right(self._places, place) - 1

    def next(self, place: int) -> Event | None:
        """The first shown event after a place."""
        row = bisect_right(self._places, place)
        return self._shown[row] if row < len(self._shown) else None

    def before(self, place: int) -> Event | None:
        """The last shown event before a place."""
        row = bisect_left(self._places, place) - 1
        return self._shown[row] if row >= 0 else None

    def kinds(self) -> list[str]:
        """The kinds there are, the most frequent first."""
        count: dict[str, int] = {}
        for one in self._all:
            count[one.kind] = count.get(one.kind, 0) + 1
        return sorted(count, key=lambda kind: (-count[kind], kind))

    @property
    def total(self) -> int:
        """How many events there are, shown or not."""
        return len(self._all)

    def _row(self, place: int) -> int:
        return max(0, bisect_right(self._places, place) - 1)

    def _take(self, shown: list[Event]) -> None:
        self.beginResetModel()
        self._shown, self._places = shown, [one.place for one in shown]
        self.endResetModel()

    def _text(self, one: Event, part: Part) -> str:
        if part is Part.TIME:
            return f"{one.at.astimezone(STREET_ZONE):%m-%d %H:%M:%S}"
        return short_number(one.number or None) if part is Part.NUMBER else one.text
