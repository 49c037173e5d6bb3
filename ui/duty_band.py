"""The band's part about the shift: who is on now by the roster, until when, and who comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.duty import ROLE_OF, Duty
from commandcenter.domain.person import Person
from commandcenter.domain.roles import Role
from commandcenter.services.duty_views import AskOnDuty, OnDuty
from commandcenter.services.views import Changes
from ui.band_parts import Part
from ui.context import DeskContext
from ui.words import listed, say, word
from ui.words.rosters import shift_name

DAY_SHIFT = range(8, 20)
"""Hours of the day shift without a roster (domain.md section 7: usual changes at 08:00, 20:00)."""
ON_DUTY = (Role.SHIFT_LEAD, Role.DISPATCHER, Role.INTAKE_OFFICER, Role.DUTY_LEADER)
KINDS = frozenset({"duties_published", "duty_change_decided", "roster_followed"})
AGAIN = timedelta(seconds=30)
"""How long to wait with the next question after the end of a shift was asked for."""


class DutyParts(QObject):
    """The shift and one part for each role; without a roster the people on shift.

    `changed` comes when the parts say something else.
    """

    changed = Signal()

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Empty until load()."""
        super().__init__(parent)
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._on: OnDuty | None = None
        self._next: datetime | None = None
        self.shift = Part("band_shift", 60)
        self.roles = [Part(f"band_{role.value}", 50 - n) for n, role in enumerate(ON_DUTY)]

    @property
    def all(self) -> tuple[Part, ...]:
        """The parts from left to right."""
        return (self.shift, *self.roles)

    def load(self, people: Iterable[Person]) -> None:
        """Know these people, and ask who is on."""
        self._people = {one.id: one for one in people}
        self._ask()
        self.show()

    def apply(self, changes: Changes) -> None:
        """Hear who came or went, and of the roster."""
        self._people.update({one.id: one for one in changes.people})
        if any(one.kind in KINDS for one in changes.entries):
            self._ask()
        if changes.people:
            self.show()

    def tick(self, cut: bool) -> None:
        """Each second: name the shift; when it is over ask who is on, unless the link is cut."""
        now = self._desk.now()
        if self._next is not None and now >= self._next and not cut:
            self._next = now + AGAIN
            self._ask()
        self._say_shift(now)

    def show(self) -> None:
        """Name who is on, role by role."""
        rostered = self._rostered()
        for role, part in zip(ON_DUTY, self.roles, strict=True):
            here = rostered[role] if rostered is not None else self._standing(role)
            names = listed(self._name(one) for one in here)
            part.say(f"{word(role)} {names}" if names else "", "", "dim")
        self.shift.setToolTip(self._tip(rostered))
        self._say_shift(self._desk.now())
        self.changed.emit()

    def _ask(self) -> None:
        self._desk.ask("band.on_duty", AskOnDuty(), self._take)

    def _take(self, answer: object) -> None:
        assert isinstance(answer, OnDuty)
        self._on = answer
        self._next = answer.ends
        if answer.ends is not None and answer.ends <= self._desk.now():
            self._next = self._desk.now() + AGAIN
        self.show()

    def _rostered(self) -> dict[Role, list[str]] | None:
        """People by role as the roster has them; None while no roster stands for this hour."""
        if self._on is None or not self._on.now:
            return None
        found: dict[Role, list[str]] = {role: [] for role in ON_DUTY}
        for one in self._on.now:
            if one.post in ROLE_OF:
                found[ROLE_OF[one.post]].append(one.person)
        return found

    def _standing(self, role: Role) -> list[str]:
        people = (one for one in self._people.values() if role in one.roles and one.on_shift)
        return sorted(one.id for one in people)

    def _say_shift(self, now: datetime) -> None:
        zone = self._desk.clock.zone
        if self._on is not None and self._on.now and self._on.shift and self._on.ends:
            text = say("{shift} 至 {end}").format(
                shift=shift_name(self._on.shift), end=f"{self._on.ends.astimezone(zone):%H:%M}"
            )
        else:
            text = shift_name("day" if now.astimezone(zone).hour in DAY_SHIFT else "night")
        self.shift.say(text, "shift")

    def _tip(self, rostered: dict[Role, list[str]] | None) -> str:
        lines = [part.text for part in self.roles if part.full]
        if rostered is None or self._on is None:
            return "\n".join(lines)
        listed_ones = {one for many in rostered.values() for one in many}
        called = dict.fromkeys(one for role in ON_DUTY for one in self._standing(role))
        more = [self._name(one) for one in called if one not in listed_ones]
        if more:
            lines.append(say("另在岗：{who}").format(who=listed(more)))
        if self._on.following:
            first = self._on.following[0]
            begin = first.starts.astimezone(self._desk.clock.zone)
            next_ = say("接班：{shift} {begin} 起").format(
                shift=shift_name(first.shift), begin=f"{begin:%m-%d %H:%M}"
            )
            lines += ["", next_, *(self._line(one) for one in self._on.following)]
        return "\n".join(lines)

    def _line(self, duty: Duty) -> str:
        return f"{word(duty.post)} {self._name(duty.person)}"

    def _name(self, person: str) -> str:
        return self._desk.reference.names.get(person, person)
