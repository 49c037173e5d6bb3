"""What rings at this seat now: alarms of the cases and of the emergency, by the street's rules."""

from __future__ import annotations

from datetime import datetime
from itertools import chain

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.alarm import rules_by_kind
from commandcenter.domain.commands import AcknowledgeAlarm
from commandcenter.domain.roles import DESK_ROLES
from commandcenter.services.views import CaseLine, Reference
from ui.alarms import Alarm, alarms_until, begun, gravest
from ui.context import DeskContext
from ui.mode_alarms import mode_alarms
from ui.models.lines import Kept, Lines


class AlarmWatch(QObject):
    """`now` is what rings here, `elsewhere` what by its rule rings at other seats only.

    `changed` comes when either is not the same any more (ui/ears.py makes it heard).
    """

    changed = Signal()

    def __init__(self, desk: DeskContext, lines: Lines, parent: QObject) -> None:
        """Nothing rings before look(); `lines` are kept up by whoever gives them."""
        super().__init__(parent)
        self._desk, self._lines = desk, lines
        self.now: tuple[Alarm, ...] = ()
        self.elsewhere: tuple[Alarm, ...] = ()
        self.absent: Alarm | None = None
        self._who = desk.who
        self._seen: set[tuple[str, str]] = set()
        self._given: dict[str, int] = {}
        self._next: list[Alarm] = []
        self.rules = rules_by_kind(desk.reference.alarms)
        self._rings = Kept(lambda line, now: alarms_until(line, now, self.rules))

    def refer(self, reference: Reference) -> None:
        """Tables were changed: what rings goes by the new rules."""
        self.rules = rules_by_kind(reference.alarms)
        self._rings.forget()

    def line(self, case: str) -> CaseLine | None:
        """The case of an alarm."""
        return self._lines.find(case)

    def look(self, now: datetime) -> None:
        """Find what rings at `now` (UTC)."""
        if self._desk.who != self._who:
            self._begin_anew()
        self._go_on()
        every = [one for one in self._found(now) if (one.case, one.code) not in self._seen]
        roles = self._desk.roles
        needed = {kind: rule.needs(roles) for kind, rule in self.rules.items()}
        here = tuple(one for one in every if needed[one.kind])
        away = tuple(one for one in every if not needed[one.kind])
        if (here, away) != (self.now, self.elsewhere):
            self.now, self.elsewhere = here, away
            self.changed.emit()

    def acknowledge(self, alarm: Alarm) -> None:
        """Say that it was seen: to everybody by a command, else at this seat only.

        What has no case, and what a seat may not acknowledge for the street, is silent here. The
        second of a case goes when the first has come back: each changes the case's version.
        """
        line = self._lines.find(alarm.case)
        if line is None or self._desk.roles.isdisjoint(DESK_ROLES):
            self._seen.add((alarm.case, alarm.code))
            self.look(self._desk.now())
        elif self._given.get(line.id) == line.version:
            self._next.append(alarm)
        else:
            self._given[line.id] = line.version
            self._give(AcknowledgeAlarm(case=line.id, seen=line.version, alarm=alarm.code))

    def _give(self, command: AcknowledgeAlarm) -> None:
        """Give it; where it was not done it may be given again."""

        def again(error: Exception) -> None:
            self._given.pop(command.case, None)
            self._next = [one for one in self._next if one.case != command.case]

        self._desk.worker.do(command, self._desk.who, None, again, again, self)

    def _begin_anew(self) -> None:
        """Somebody else sits here: what the one before silenced or still wanted is not theirs."""
        self._who = self._desk.who
        self._seen.clear()
        self._given.clear()
        self._next.clear()

    def _go_on(self) -> None:
        """What waited for another acknowledgement of its case, as far as that is done."""
        waiting, self._next = self._next, []
        for one in waiting:
            line = self._lines.find(one.case)
            if line is not None and one.code not in line.acks:
                self.acknowledge(one)

    def _found(self, now: datetime) -> list[Alarm]:
        told = mode_alarms(self._desk.mode.now, now) + ([self.absent] if self.absent else [])
        told = [one for one in told if begun(one, now, self.rules)]
        found = self._rings.of(self._lines.listed, now)
        return gravest((*chain.from_iterable(found), *told), self.rules)
