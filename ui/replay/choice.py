"""What to play back: the last hours, a day, any span of one's own, or an emergency."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from commandcenter.domain.emergency import Emergency
from ui.scale import NONE
from ui.theme import icon
from ui.words import STREET_ZONE, say, word

LONGEST, MARGIN = timedelta(days=31), timedelta(minutes=30)
Span = tuple[datetime, datetime]


class Choice(QWidget):
    """A line: what, from when, until when, read; while it reads, how far it is and a way to stop.

    `wanted` carries the span (UTC), `unwanted` comes when reading is to stop.
    """

    wanted = Signal(object, object)
    unwanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """`now` gives UTC; the first of what offer() names is chosen."""
        super().__init__(parent)
        self._now = now
        self.what = QComboBox(objectName="replay.what")
        self.what.setAccessibleName(self.tr("回放什么"))
        self.what.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.what.setMinimumContentsLength(14)
        self.since, self.until = _moment(self.tr("从")), _moment(self.tr("到"))
        self.begin = QPushButton(icon("refresh"), self.tr("读取"), objectName="replay.read")
        self.progress = QProgressBar(objectName="replay.progress", textVisible=True)
        self.cancel = QPushButton(icon("cancel"), self.tr("停止"), objectName="replay.cancel")
        self._spans: list[Callable[[datetime], Span] | None] = []
        self._lay_out()
        self.what.currentIndexChanged.connect(self._chosen)
        self.begin.clicked.connect(self.want)
        self.cancel.clicked.connect(self.unwanted)
        for edit in (self.since, self.until):
            edit.dateTimeChanged.connect(self._edited)
        self.still()

    def offer(self, emergencies: Iterable[Emergency]) -> None:
        """What can be chosen; a choice that is still there stays."""
        kept = self.what.currentText()
        rows: list[tuple[str, Callable[[datetime], Span] | None]] = [
            (self.tr("最近 1 小时"), partial(_last, 1)),
            (self.tr("最近 4 小时"), partial(_last, 4)),
            (self.tr("今天"), _today),
            (self.tr("昨天"), _yesterday),
            (self.tr("自选时段"), None),
            *((emergency_text(one), partial(span_of, one)) for one in emergencies),
        ]
        self._spans = [span for _, span in rows]
        self.what.blockSignals(True)
        self.what.clear()
        for text, _ in rows:
            self.what.addItem(text)
        self.what.setCurrentIndex(max(0, self.what.findText(kept)))
        self.what.blockSignals(False)
        self._show_span()

    def span(self) -> Span:
        """From when until when, in UTC; what was chosen by name is reckoned from now."""
        named = self._named()
        return named or (_utc(self.since), _utc(self.until))

    def want(self) -> None:
        """Ask for what is chosen."""
        self.wanted.emit(*self.span())

    def busy(self, done: int, total: int) -> None:
        """Show how far the reading is."""
        self.progress.setRange(0, max(total, 1) if done else 0)
        self.progress.setValue(done)
        self.progress.setFormat(f"{done:,} / {total:,}")
        self._show(True)

    def still(self) -> None:
        """Nothing is being read."""
        self._show(False)

    def _show(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.begin.setVisible(not busy)

    def _named(self) -> Span | None:
        index = self.what.currentIndex()
        span = self._spans[index] if 0 <= index < len(self._spans) else None
        return None if span is None else span(self._now())

    def _chosen(self, index: int) -> None:
        self._show_span()
        if self._named() is None:
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_span(self) -> None:
        span = self._named()
        if span is not None:
            for edit, at in zip((self.since, self.until), span, strict=True):
                edit.blockSignals(True)
                edit.setDateTime(_local(at))
                edit.blockSignals(False)

    def _edited(self) -> None:
        """Changed by hand: it is a span of one's own from now on."""
        if self._named() is not None:
            self.what.blockSignals(True)
            self.what.setCurrentIndex(self._spans.index(None))
            self.what.blockSignals(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*NONE)
        row.setSpacing(6)
        row.addWidget(self.what, 1)
        for text, edit in ((self.tr("从"), self.since), (self.tr("到"), self.until)):
            row.addWidget(QLabel(text))
            row.addWidget(edit)
        self.progress.setMaximumWidth(140)
        for one in (self.begin, self.progress, self.cancel):
            row.addWidget(one)


def emergency_text(one: Emergency) -> str:
    """演练 台风 09-22 08:30 起: its kind and when it began."""
    drill = say("演练") + " " if one.drill else ""
    began = one.began_at.astimezone(STREET_ZONE)
    return say("{drill}{kind} {at} 起").format(
        drill=drill, kind=word(one.kind), at=f"{began:%Y-%m-%d %H:%M}"
    )


def _last(hours: int, now: datetime) -> Span:
    return now - timedelta(hours=hours), now


def _midnight(now: datetime) -> datetime:
    day = now.astimezone(STREET_ZONE).date()
    return datetime.combine(day, time.min, STREET_ZONE).astimezone(UTC)


def _today(now: datetime) -> Span:
    return min(_midnight(now), now - timedelta(minutes=1)), now


def _yesterday(now: datetime) -> Span:
    return _midnight(now) - timedelta(days=1), _midnight(now)


def span_of(one: Emergency, now: datetime) -> Span:
    """From half an hour before its first order to half an hour after its end, 31 days at most."""
    since = one.began_at - MARGIN
    until = min(now, one.released_at + MARGIN) if one.released_at else now
    return since, min(until, since + LONGEST)


def _moment(name: str) -> QDateTimeEdit:
    edit = QDateTimeEdit(displayFormat="yyyy-MM-dd HH:mm", calendarPopup=True)
    edit.setTimeZone(QTimeZone(b"UTC"))  # a wall without summer time, whatever this machine has
    edit.setAccessibleName(name)
    return edit


def _local(at: datetime) -> QDateTime:
    wall = at.astimezone(STREET_ZONE)
    made = QDateTime(wall.date(), wall.time().replace(second=0, microsecond=0))
    made.setTimeZone(QTimeZone(b"UTC"))
    return made


def _utc(edit: QDateTimeEdit) -> datetime:
    day, clock = edit.date().toPython(), edit.time().toPython()
    return datetime.combine(day, clock, STREET_ZONE).astimezone(UTC)
