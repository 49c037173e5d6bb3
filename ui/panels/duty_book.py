"""What the pages of the roster share: the month as the Desk tells it, and what is given to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.commands import DutyLine, PlanDuties
from commandcenter.domain.duty import DutyState, Pattern, Post
from commandcenter.domain.rota import WEEK, lines_of, moved, pattern_of
from commandcenter.services.duty_views import AskDutyMonth, DutyMonth
from ui.context import DeskContext
from ui.models.duty_rows import DutyRow, month_of, rows_of, shown_on
from ui.panels.duty_people import Roll
from ui.words import STREET_ZONE

MAKERS = frozenset({"shift_lead", "duty_leader", "administrator"})
PUBLISHERS = frozenset({"shift_lead", "duty_leader"})


class DutyBook(QObject):
    """The month in view; `changed` comes with every answer.

    A day is given whole: what was typed before and has not come back yet is given along.
    """

    changed = Signal()

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """The present month, not asked for yet."""
        super().__init__(parent)
        self.desk = desk
        self.roll = Roll(desk, self)
        self.month: DutyMonth | None = None
        self.wished = ""
        self.first = month_of(desk.now().astimezone(STREET_ZONE).date())[0]
        self._given: dict[date, tuple[DutyLine, ...]] = {}
        self._out, self._ended, self._asked = 0, 0, 0

    # ---- what the Desk tells ----------------------------------------------------------------

    @property
    def last(self) -> date:
        """The last day of the month in view."""
        return month_of(self.first)[1]

    @property
    def names(self) -> dict[str, str]:
        """Names by id."""
        return self.roll.names

    @property
    def may_make(self) -> bool:
        """Whether who sits here may draft."""
        return bool(MAKERS & self.desk.roles)

    @property
    def may_publish(self) -> bool:
        """Whether who sits here may publish and approve."""
        return bool(PUBLISHERS & self.desk.roles)

    @property
    def pattern(self) -> Pattern | None:
        """The pattern for days that have none yet: the chosen one, or the street's first."""
        known = self.month.patterns if self.month else ()
        return next((one for one in known if one.id == self.wished), known[0] if known else None)

    def rows(self) -> list[DutyRow]:
        """The month row by row."""
        pattern = self.pattern
        if self.month is None or pattern is None:
            return []
        return rows_of(self.month, pattern, STREET_ZONE)

    def drafted(self) -> tuple[date, date] | None:
        """The first and the last day that has a draft."""
        duties = self.month.duties if self.month else ()
        days = [one.day for one in duties if one.state is DutyState.DRAFT]
        return (min(days), max(days)) if days else None

    def turn(self, months: int) -> None:
        """Go some months on or back."""
        day = self.first + timedelta(days=32) if months > 0 else self.first - timedelta(days=1)
        self.show(day)

    def show(self, day: date) -> None:
        """Show the month of a day."""
        self.first = month_of(day)[0]
        self._given.clear()
        self.refresh()

    def choose(self, pattern: str) -> None:
        """The pattern for days without duties."""
        if pattern != self.wished:
            self.wished = pattern
            self.changed.emit()

    def refresh(self) -> None:
        """Ask for the month."""
        self._asked = self._ended
        self.desk.ask("duty.month", AskDutyMonth(first=self.first, last=self.last), self._take)

    def _take(self, month: object) -> None:
        assert isinstance(month, DutyMonth)
        if month.first != self.first:
            return
        self.month = month
        if not self._out and self._asked == self._ended:
            self._given.clear()  # asked after the last command was done: all of it is in there
        self.changed.emit()

    # ---- what is given to it ----------------------------------------------------------------

    def lines(self, day: date) -> tuple[DutyLine, ...]:
        """What stands on a day, with what was given for it a moment ago."""
        if day in self._given:
            return self._given[day]
        return lines_of(shown_on(self.month, day)) if self.month else ()

    def put(self, row: DutyRow, post: Post, people: Iterable[str]) -> None:
        """These people on a post, in place of who stood there."""
        kept = [one for one in self.lines(row.day) if (one.shift, one.post) != (row.shift, post)]
        kept += [DutyLine(day=row.day, shift=row.shift, post=post, person=one) for one in people]
        pattern = self._pattern_on(row.day)
        if pattern is None:
            text = self.tr("这一天混有两种班制，单格改不了；请在“排班”页重排这一天")
            self.desk.say("refusal", text)
            return
        self._given[row.day] = tuple(kept)
        self.plan(pattern, row.day, row.day, tuple(kept))

    def copy_week(self, day: date) -> date | None:
        """The week of a day drafted for the week after it as well; the same day of that week.

        Nothing when the two weeks do not lie in the month in view or the week is empty.
        """
        monday = day - timedelta(days=day.weekday())
        week = [monday + timedelta(days=n) for n in range(WEEK)]
        inside = [one for one in week if self.first <= one <= self.last]
        lines = moved([line for one in inside for line in self.lines(one)], WEEK)
        pattern = self._pattern_on(*inside)
        if not lines or pattern is None:
            return None
        first, last = (one + timedelta(days=WEEK) for one in (inside[0], inside[-1]))
        self.plan(pattern, first, last, lines)
        return day + timedelta(days=WEEK)

    def drop(self, first: date, last: date) -> None:
        """Let the drafts of these days go; what is published stays."""
        pattern = self.pattern
        if pattern is not None:
            self.plan(pattern, first, last, ())

    def plan(
        self,
        pattern: Pattern,
        first: date,
        last: date,
        lines: tuple[DutyLine, ...],
        heard: Callable[[bool], None] | None = None,
    ) -> None:
        """Give the drafts of these days; `heard` is told whether they were taken."""
        command = PlanDuties(pattern=pattern.id, first=first, last=last, lines=lines)
        self._out += 1
        done, failed = partial(self._end, heard, True), partial(self._failed, command, heard)
        self.desk.worker.do(command, self.desk.who, done, failed, failed, owner=self)

    def _pattern_on(self, *days: date) -> Pattern | None:
        pattern = self.pattern
        if self.month is None or pattern is None:
            return None
        shown = [one for day in days for one in shown_on(self.month, day)]
        return pattern_of(self.month.patterns, shown, STREET_ZONE, pattern)

    def _end(self, heard: Callable[[bool], None] | None, taken: bool, answer: object) -> None:
        if heard is not None:
            heard(taken)
        self._out -= 1
        self._ended += 1
        if not self._out:
            self.refresh()

    def _failed(
        self, command: PlanDuties, heard: Callable[[bool], None] | None, why: Exception
    ) -> None:
        """Refused or broken: its days show what the Desk holds, and no other takes it along."""
        first, last = command.first, command.last
        kept = {day: lines for day, lines in self._given.items() if not first <= day <= last}
        self._given = kept
        self._end(heard, False, why)
