"""Choosing within a dispatch: lead unit, team and kind, and what follows from each choice."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.case import Case
from commandcenter.domain.commands import DispatchCase
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import Candidate, CandidatesView
from ui.models.items import Choice
from ui.panels.dispatch_draft import DispatchDrafts
from ui.panels.dispatch_rows import card_ticks, first_of, officers_of, proposed_officers
from ui.panels.dispatch_staff import Staff


class DispatchChoice(DispatchDrafts):
    """Knows which unit and team were proposed and which are chosen; every choice asks anew."""

    def __init__(self, staff: Staff, *more: Any) -> None:
        """Nothing chosen."""
        super().__init__(staff, *more)
        self._case: Case | None = None
        self._view: CandidatesView | None = None
        self._unit: str | None = None
        self._team: str | None = None
        self._first: str | None = None

    def _ask(self) -> None:
        """Ask for candidates and the law's answer to what is chosen so far."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Whether it may be sent now."""
        raise NotImplementedError

    def _begin(self, view: CandidatesView) -> None:
        """Begin with what the run card or the item says, and the unit's first team."""
        self._set_lead(view.proposed_unit)
        if view.card is not None:
            offered = self._staff.others(self._case, view.proposed_unit)
            self.form.others.offer(offered, card_ticks(view.card, offered))
        self.form.set_kind(view.proposed_kind)
        self._set_team(self._best())

    def _best(self) -> str | None:
        """The team that is recommended: the first of the proposed unit's that may go."""
        return first_of(self._view, self._unit)

    @property
    def _followed(self) -> str | None:
        """The team that stood first when this one was chosen; by now it may be this one itself."""
        if self._team is None:
            return None
        return self._team if self._team == self._best() else self._first

    def _command(self, case: Case, view: CandidatesView) -> DispatchCase:
        """What is chosen, as the command."""
        others = self.form.others.ticks()
        approver = self.form.approver.choice
        lead = self.form.unit
        assert lead is not None
        return DispatchCase(
            case=case.id,
            seen=case.version,
            lead_unit=lead,
            kind=TaskKind(self.form.kind.key),
            team=self._team,
            officers=tuple(self.form.officers.ticks()),
            co_units=tuple(unit for unit, part in others.items() if part == "co"),
            notify=tuple(unit for unit, part in others.items() if part == "notify"),
            reasons=(*self.form.law.reasons(), *self._why.reasons()),
            approved_by=approver.key if approver and view.kind is TaskKind.COERCE else None,
            first=self._followed,
            overruled=self._why.code,
        )

    def _ask_why(self) -> None:
        first = self._followed or ""
        other = first not in ("", self._team)
        self._why.ask(self._staff.names.get(first, first) if other else "")
        self._refresh()

    def _choose(self, team: str, unit: str) -> None:
        """A team by hand; the lead unit is the team's own."""
        if unit != self.form.unit:
            self._set_lead(unit)
        self._set_team(team)
        self._ask()

    def _set_lead(self, unit: str | None) -> None:
        self.form.set_lead(self._staff.unit(unit))
        ticks = {key: part for key, part in self.form.others.ticks().items() if key != unit}
        self.form.others.offer(self._staff.others(self._case, unit), ticks)

    def _set_team(self, team: str | None) -> None:
        """Choose the team and show its people, the first two who may go ticked."""
        self._team, self._first = team, self._best()
        rows = self._staff.crew(self._case, team, self.form.unit)
        barred = {one.key for one in rows if one.tone == "danger"}
        named = [one for one in officers_of(self._view, team) if one not in barred]
        ticked = (named or proposed_officers(rows)) if team else ()
        self.form.officers.offer(rows, dict.fromkeys(ticked, "on"))
        self._mark_team()
        self._ask_why()

    def _mark_team(self) -> None:
        keys = [one.key for one in self.form.teams.choices.choices()]
        if self._team in keys:
            self.form.teams.mark(keys.index(self._team))
        else:
            self.form.teams.clearSelection()

    def _lead_chosen(self, choice: Choice) -> None:
        self._set_lead(choice.key)
        self._set_team(first_of(self._view, choice.key))
        self._ask()

    def _kind_picked(self, kind: str) -> None:
        self.form.set_kind(TaskKind(kind))
        self._ask()

    def _team_marked(self, choice: Choice | None) -> None:
        candidate = choice.value if choice else None
        if isinstance(candidate, Candidate) and candidate.rank is not None:
            self._choose(candidate.team, candidate.unit)
