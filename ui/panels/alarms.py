"""The list of alarms: the gravest first, why, for whom; acknowledged by one key, also several."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from commandcenter.services.alarm_views import Ack, Acks, AskAcks
from commandcenter.services.rights import ASKING
from commandcenter.services.views import Changes
from ui.alarms import Alarm
from ui.band import Band
from ui.context import DeskContext
from ui.models import alarm_rows as model
from ui.models.items import Choice
from ui.panels.list_page import ListPage
from ui.panels.quiet_hours import QuietHours

TICK_MS = 5000
KIND = "alarm_acknowledged"
NOTHING = Acks(acks=())


class AlarmsPanel(ListPage):
    """What rings, what rings elsewhere, and what was acknowledged in the last 12 hours.

    `sound_wanted` asks for the next volume of the seat.
    """

    sound_wanted = Signal()

    def __init__(self, desk: DeskContext, band: Band, parent: QWidget | None = None) -> None:
        """As the band knows the alarms; who acknowledged is asked while it is shown."""
        super().__init__(desk, "alarms", parent)
        self._band, self._watch = band, band.watch
        self._acks, self._ticked = NOTHING, set[str]()
        self.detail = QLabel(objectName="alarms.detail", wordWrap=True)
        self.quiet = QuietHours(self)
        self.rows.setProperty("boxes", True)
        self.setLayout(self.lay_list(self.tr("报警"), self.detail, self.quiet))
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.draw)
        self._wire()
        self.draw()

    def apply(self, changes: Changes) -> None:
        """Somebody acknowledged, here or at another seat."""
        if any(one.kind == KIND for one in changes.entries):
            self._ask()

    def sits(self) -> None:
        """Somebody else sits here, or may do something else."""
        self._ticked.clear()
        self._ask()

    def stop(self) -> None:
        """The window goes."""
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._ask()
        self.draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def draw(self) -> None:
        """Show what is known as it stands now."""
        now, zone, rules = self._desk.now(), self._desk.clock.zone, self._watch.rules
        here = self._watch.now
        self._ticked &= {model.key_of(one) for one in here}
        line = self._watch.line
        made = [
            model.ringing_row(one, line(one.case), rules, self._names, now, zone, self._ticked)
            for one in here
        ]
        made += [
            model.elsewhere_row(one, line(one.case), rules, self._names, now, zone)
            for one in self._watch.elsewhere
        ]
        made += [model.acked_row(one, self._names, zone) for one in self._acks.acks]
        self.show_rows(made)
        self.list.setVisible(True)  # its keys also say how loud the seat is
        self.hint.setVisible(True)
        self.total.setText(model.total(here, rules) if here else self._none(made))
        self._tell()

    def case_of(self, value: Alarm | Ack) -> str:
        """The alarm's case; "" where an emergency rings."""
        return value.case if isinstance(value, Alarm) else value.line.id

    def acknowledge(self) -> bool:
        """Each ticked alarm by a command of its own, else the marked one."""
        ticked = [one for one in self._watch.now if model.key_of(one) in self._ticked]
        marked = self.value()
        chosen = ticked or [one for one in self._watch.now if one == marked]
        for one in chosen:
            self._watch.acknowledge(one)
        self._ticked.clear()
        self.draw()
        return True

    def go_to(self) -> bool:
        """Go to the marked alarm's case, or where the emergency wants somebody."""
        value = self.value()
        if isinstance(value, Alarm):
            self._band.go_to(value)
        elif value is not None:
            self.open_case()
        return True

    # ---- parts ------------------------------------------------------------------------------

    def _none(self, made: list[Choice]) -> str:
        text = self.tr("没有要知悉的报警。\n有报警时这里按轻重排列，写明为什么响、响给谁。")
        return text + ("\n" + self.tr("下面是近 12 小时知悉的。") if made else "")

    def _ask(self) -> None:
        if not self._desk.roles & ASKING[AskAcks]:
            self._show(NOTHING)
        elif self.isVisible():
            self._desk.ask("alarms.acks", AskAcks(), self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, Acks)
        self._acks = found
        self.draw()

    def _tell(self) -> None:
        """How the marked one rings, and what the keys do."""
        value = self.value()
        ringing = isinstance(value, Alarm)
        text = model.how(value, self._watch.rules[value.kind]) if ringing else ""
        self.detail.setText(text)
        self.detail.setVisible(bool(text))
        keys = self.tr("Enter 去案卷 · W 知悉 · 空格 勾选 · Ctrl+A 全勾 · V 音量 · M 静音时段")
        many = len(self._ticked)
        chosen = self.tr("已勾 %1，W 一起知悉").replace("%1", str(many)) + " · " if many else ""
        self.hint.setText(chosen + keys)

    def _tick_one(self) -> bool:
        value = self.value()
        if isinstance(value, Alarm) and value in self._watch.now:
            self._ticked ^= {model.key_of(value)}
            self.draw()
        return True

    def _tick_all(self) -> bool:
        every = {model.key_of(one) for one in self._watch.now}
        self._ticked = set() if self._ticked == every else every
        self.draw()
        return True

    def _to_quiet(self) -> bool:
        self.quiet.hours.setFocus()
        self.quiet.hours.selectAll()
        return True

    def _wire(self) -> None:
        for keys, call in (
            ("Return", self.go_to),
            ("W", self.acknowledge),
            ("Space", self._tick_one),
            ("Ctrl+A", self._tick_all),
            ("V", self.sound_wanted.emit),
            ("M", self._to_quiet),
        ):
            self.keys.bind(keys, call)
        self.quiet.left.connect(self.list.setFocus)
        self.list.doubleClicked.connect(self.go_to)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._watch.changed.connect(self.draw)
