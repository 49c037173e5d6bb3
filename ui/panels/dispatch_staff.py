"""Who can be sent: teams, officers, units and leaders as the feed has them."""

from __future__ import annotations

from datetime import datetime

from commandcenter.domain.case import Case
from commandcenter.domain.person import Officer, Person, Team
from commandcenter.services.views import Board, Changes
from ui.context import DeskContext
from ui.models.items import Choice
from ui.panels.dispatch_rows import find_approvers, find_units, officer_rows, unit_rows
from ui.words import names_of, say, short_number, time_left, word


class Staff:
    """Knows staff by id and makes the rows of the panel's lists."""

    def __init__(self, desk: DeskContext) -> None:
        """Nobody until load."""
        self._desk = desk
        self.teams: dict[str, Team] = {}
        self.officers: dict[str, Officer] = {}
        self._people: dict[str, Person] = {}
        self.names = names_of(desk.reference)

    def learn(self, told: Board | Changes) -> None:
        """Take in what a board or the feed says of teams, officers and people."""
        self.teams.update({one.id: one for one in told.teams})
        self.officers.update({one.id: one for one in told.officers})
        self._people.update({one.id: one for one in told.people})
        if told.teams:
            self.rename()

    def rename(self) -> None:
        """Names by the reference as it is now."""
        self.names = names_of(self._desk.reference, self.teams.values())

    def find_units(self, typed: str) -> list[Choice]:
        """Units for what was typed."""
        return find_units(self._desk.reference.units, typed)

    def find_approvers(self, typed: str) -> list[Choice]:
        """Leaders who may approve a coercion, for what was typed."""
        return find_approvers(self._people.values(), self.names, typed)

    def unit(self, unit: str | None) -> Choice | None:
        """A unit as a choice."""
        units = (one for one in self._desk.reference.units if one.id == unit)
        return next((Choice(one.id, one.short, one.name, one) for one in units), None)

    def others(self, case: Case | None, lead: str | None) -> list[Choice]:
        """The units that may help, those of the item first."""
        items = self._desk.reference.items
        item = next((one for one in items if case and one.code == case.item), None)
        return unit_rows(self._desk.reference.units, item, lead)

    def crew(self, case: Case | None, team: str | None, lead: str | None) -> list[Choice]:
        """The officers of the team, or the unit's own officers without a team."""
        crew = [
            one
            for one in self.officers.values()
            if (one.team == team if team else one.unit == lead and one.team is None)
        ]
        day = self._desk.now().astimezone(self._desk.clock.zone).date()
        return officer_rows(crew, case, day, self.names)


def head_text(case: Case | None, names: dict[str, str], now: datetime, sendable: bool) -> str:
    """Number, item, level, place and time left; or why nothing can be sent."""
    if case is None:
        return say("请先在队列中选一件待派遣的案卷")
    parts = [short_number(case.number), names.get(case.item, case.item)]
    parts += [word(case.level), case.place]
    if not sendable:
        text = say("现为“{state}”，不在待派遣；请在队列中另选一件")
        parts.append(text.format(state=word(case.state)))
    elif case.due is not None:
        parts.append(f"{say('全案')} {time_left(now, case.due)}")
    return " · ".join(part for part in parts if part)
