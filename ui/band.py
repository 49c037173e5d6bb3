"""The band above everything: street, mode, people on duty, seat, figures, alarms, clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.domain.case import INBOX
from commandcenter.domain.clock import Lamp
from commandcenter.domain.roles import Role
from commandcenter.services.views import Board, Changes, Figures, Reference
from ui.alarm_watch import AlarmWatch
from ui.alarms import INCOMING_ABSENT, Alarm
from ui.band_parts import Part, Press
from ui.context import DeskContext
from ui.duty_band import DutyParts
from ui.keyring import keyed
from ui.mode_alarms import PAGE
from ui.mode_band import ModeParts
from ui.models.lines import Kept, Lines, lamp_counts, worst_lamp
from ui.pace import Calm
from ui.scale import LINE, WIDE
from ui.words import code, listed, names_of, short_number, span_text, word

TICK_MS = 1000
LAMPS_EVERY = 5
LOOK_MS = 250
FRESH, OLD = 5.0, 15.0
SHORT = 940
"""Below this width in pixels lamps say their numbers only, and no part names its key."""


class Band(QWidget):
    """One line that never cuts a word: what is worth least goes first when it is narrow.

    `seat_wanted` asks for the list of people, `page_wanted` for a page of the emergency panel.
    `watch` knows what rings.
    """

    seat_wanted = Signal()
    page_wanted = Signal(str)
    unsent_wanted = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty figures until load(board)."""
        super().__init__(parent)
        self.setObjectName("band_panel")
        self._desk, self._lines = desk, Lines()
        self._figures = Figures(filed=0, closed=0, void=0, open=0, inbox=0)
        self._lamps = Kept(worst_lamp)
        self.watch = AlarmWatch(desk, self._lines, self)
        self._items = names_of(desk.reference)
        self._ticks, self._loaded = 0, False
        self._age_of: Callable[[], float] | None = None
        self._cut: datetime | None = None
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._looking = Calm(self._look, LOOK_MS, self)
        self._make_parts()
        self.watch.changed.connect(self._tell_alarms)
        self._lay_out()
        self.rekeyed()

    def load(self, board: Board) -> None:
        """Show a board; what rings already rings once."""
        self._lines.load(board.cases)
        self._figures, self._loaded = board.figures, True
        self._duty.load(board.people)
        self._look()

    def apply(self, changes: Changes) -> None:
        """Take in what changed."""
        self._lines.apply(changes.cases, changes.gone)
        self._figures = changes.figures or self._figures
        self._duty.apply(changes)
        if changes.entries or changes.gone:
            self._looking.want()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: street, people and what rings by their present names."""
        self._items = names_of(reference)
        self.watch.refer(reference)
        self._street.say(reference.street_name, "app", "text", bold=True)
        self.show_seat()
        self._duty.show()
        self._look()

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """What rings at this seat now, the gravest first."""
        return self.watch.now

    def sits(self) -> None:
        """Somebody may do something else: what needs nobody of these roles is silent."""
        if self._loaded:
            self._look()

    def rekeyed(self) -> None:
        """Keys were changed: the parts that name one name that in force."""
        for part in (self._alarm, self._seat, self._unsent):
            part.rekey()
        self._mode.rekeyed()
        tip = self.tr("Ctrl+J 转到最要紧的报警，再按一次即知悉")
        self._alarm.setToolTip(keyed(tip, "alarm"))
        self.show_seat()

    def show_seat(self) -> None:
        """Say who sits here, after somebody else has sat down."""
        name = self._desk.reference.names.get(self._desk.who, self._desk.who)
        roles = listed(word(role) for role in map(Role, sorted(self._desk.roles)))
        self._seat.say(self.tr("坐席 %1").replace("%1", name), "person.switch")
        tip = self.tr("%1：%2（Ctrl+U 换人）").replace("%1", name).replace("%2", roles)
        self._seat.setToolTip(keyed(tip, "seat"))
        self._role.say(roles)
        self._fit()

    def watch_age(self, age: Callable[[], float]) -> None:
        """Tell each second how old the data is; `age` gives seconds."""
        self._age_of = age

    def set_theme(self, chosen: object) -> None:
        """Take the colours in force."""
        for part in self._parts:
            part.dress()

    def show_cut(self, as_of: datetime | None) -> None:
        """Say that the link is lost and as of when (UTC) the data is; None when it is back."""
        self._cut = as_of
        self._data.worth = 90 if as_of is None else 97
        self.show_age(0.0)

    def show_unsent(self, count: int) -> None:
        """Say how many commands wait on this seat's disk."""
        self._unsent.full = count > 0
        self._unsent.say(self.tr("未发送 %1").replace("%1", str(count)), "stale", "urgent")
        self._fit()

    def show_age(self, seconds: float) -> None:
        """Say how old the data is, in seconds since the Desk last answered."""
        if self._cut is not None:
            at = self._cut.astimezone(self._desk.clock.zone)
            text = self.tr("数据截至 %1 · 连接中断").replace("%1", f"{at:%H:%M:%S}")
            self._data.say(text, "stale", "danger", bold=True)
            self._fit()
            return
        if seconds < FRESH:
            self._data.say(self.tr("数据 刚刚"), "", "dim")
            return
        text = self.tr("数据 %1 秒前").replace("%1", str(int(seconds)))
        self._data.say(text, "stale", "warning" if seconds < OLD else "danger")
        self._fit()

    def see_alarm(self) -> None:
        """Go to the case of the first alarm; when it is there already, acknowledge the alarm."""
        if not self.alarms:
            self._desk.say("info", self.tr("没有待知悉的报警"))
            return
        alarm = self.alarms[0]
        if alarm.case and self._desk.selection.current_case != alarm.case:
            self._desk.selection.set_case(alarm.case)
        elif alarm.case:
            self.watch.acknowledge(alarm)
        else:
            self.watch.acknowledge(alarm)
            self.go_to(alarm)

    def go_to(self, alarm: Alarm) -> None:
        """Go to its case, or where the emergency wants somebody."""
        if alarm.case:
            self._desk.selection.set_case(alarm.case)
            self._desk.start("case.open")
        elif alarm.kind == INCOMING_ABSENT:
            self._desk.go("handover")
        else:
            self.page_wanted.emit(PAGE[alarm.kind])

    def flash(self) -> None:
        """Light up the alarms for those who hear none: thrice, a second each."""
        self._alarm.flash()

    def ring_absent(self, alarm: Alarm | None) -> None:
        """Somebody waits for who should have come to take over; None when nobody does."""
        self.watch.absent = alarm
        self._look()

    def sizeHint(self) -> QSize:
        return QSize(1000, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._mode.paint(QPainter(self), self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._looking.stop()

    def _tick(self) -> None:
        now = self._desk.now().astimezone(self._desk.clock.zone)
        days = self.tr("周一,周二,周三,周四,周五,周六,周日").split(",")
        self._date.say(f"{now:%Y-%m-%d} {days[now.weekday()]}")
        self._clock.say(f"{now:%H:%M:%S}", "", "text", bold=True)
        self._duty.tick(self._cut is not None)
        self._ticks += 1
        if self._ticks % LAMPS_EVERY == 0 and self._loaded:
            self._look()
        if self._age_of is not None:
            self.show_age(self._age_of())
        self._mode.show(self._desk.mode.now, self._desk.now())
        self._fit()

    def _look(self) -> None:
        """Count and ring anew."""
        now = self._desk.now()
        lamps = lamp_counts(self._lines.all, now, self._lamps)
        waiting = sum(line.state in INBOX and not line.drill for line in self._lines.all)
        self._inbox.say(self.tr("待立案 %1").replace("%1", str(waiting)), "", "accent", waiting > 0)
        self._open.say(self.tr("在办 %1").replace("%1", str(self._figures.open)))
        red, yellow = lamps[Lamp.RED], lamps[Lamp.YELLOW]
        self._red.brief, self._yellow.brief = str(red), str(yellow)
        self._red.say(self.tr("超时 %1").replace("%1", str(red)), "lamp.red", "lamp_red", red > 0)
        text = self.tr("将到期 %1").replace("%1", str(yellow))
        self._yellow.say(text, "lamp.yellow", "lamp_yellow", yellow > 0)
        self._mode.show(self._desk.mode.now, now)
        self.watch.look(now)
        self._tell_alarms()
        self._fit()

    def _tell_alarms(self) -> None:
        found = self.alarms
        text = self.tr("报警 %1").replace("%1", str(len(found)))
        self._alarm.say(text, "alarm" if found else "alarm.off", "urgent" if found else "dim")
        self._oldest.say(self._alarm_text(found[0]) if found else "", "", "urgent")

    def _alarm_text(self, alarm: Alarm) -> str:
        line = self._lines.find(alarm.case)
        what = self._items.get(line.item, line.item) if line else ""
        number = short_number(line.number) if line else ""
        seconds = max(0, int((self._desk.now() - alarm.since).total_seconds()))
        return " ".join(filter(None, (code("alarm", alarm.code), number, what, span_text(seconds))))

    def _make_parts(self) -> None:
        reference = self._desk.reference
        self._street = Part("band_street", 100)
        self._street.say(reference.street_name, "app", "text", bold=True)
        self._demo = Part("band_demo", 95)
        marks = [self.tr("演示")] if reference.demo else []
        marks += [self.tr("示意图")] if reference.sketch else []
        self._demo.say("·".join(marks), "drill" if marks else "", "warning")
        self._mode, self._duty = ModeParts(self), DutyParts(self._desk, self)
        self._mode.wanted.connect(self.page_wanted)
        self._desk.mode.changed.connect(self._look)
        self._duty.changed.connect(self._fit)
        self._inbox, self._open = Part("band_inbox", 92), Part("band_open", 80)
        self._red, self._yellow = Part("band_red", 93), Part("band_yellow", 81)
        self._alarm = Press("band_alarm", 99, "Ctrl+J", "alarm")
        self._oldest = Part("band_oldest", 85)
        self._seat, self._role = Press("band_seat", 94, "Ctrl+U", "seat"), Part("band_role", 45)
        self._data, self._date = Part("band_data", 90), Part("band_date", 55)
        self._clock = Part("band_clock", 98)
        self._unsent = Press("band_unsent", 96, "Ctrl+Shift+N", "unsent")
        self._unsent.full = False
        self._unsent.clicked.connect(self.unsent_wanted)
        self._seat.clicked.connect(self.seat_wanted)
        self._alarm.clicked.connect(self.see_alarm)
        self._data.say(self.tr("数据 —"), "", "dim")

    def _lay_out(self) -> None:
        left = (self._street, self._demo, *self._mode.all, *self._duty.all)
        middle = (self._inbox, self._open, self._red, self._yellow, self._alarm, self._oldest)
        right = (self._unsent, self._seat, self._role, self._data, self._date, self._clock)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(*LINE)
        row.setSpacing(WIDE)
        for group in (left, middle, right):
            for part in group:
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            if group is not right:
                row.addStretch(1)
        self._parts: list[Part | Press] = [*left, *middle, *right]

    def _fit(self) -> None:
        """Hide the parts of least worth until the rest has room; a short band keeps its counts."""
        row, short = self._row, self.width() < SHORT
        counts = (self._red, self._yellow, self._inbox, self._open) if short else ()
        for part in self._parts:
            part.shorten(short)
        margins, gap = row.contentsMargins(), row.spacing()
        room = self.width() - margins.left() - margins.right() - 2 * gap
        for part in sorted(self._parts, key=lambda one: (one not in counts, -one.worth)):
            need = part.sizeHint().width() + gap
            shown = part.full and need <= room
            room -= need if shown else 0
            part.setVisible(shown)
