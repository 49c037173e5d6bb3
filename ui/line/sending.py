"""A dispatch by words: the recommendation, changed where a word says so; then the law's answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from commandcenter.domain.case import Case
from commandcenter.domain.commands import DispatchCase, Reason
from commandcenter.domain.law import BLOCK, WARNING, Finding
from commandcenter.domain.overrule import Overrule
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import AskCandidates, Candidate, CandidatesView
from ui import words as w
from ui.actions.fields import Option
from ui.line.behalf import Fault
from ui.line.match import Lexicon, Rank, best
from ui.line.spoken import SENDING
from ui.line.telling import say
from ui.line.words import Typed, Word, several
from ui.panels.dispatch_law import LEAST_REASON
from ui.panels.dispatch_overrule import OVERRULED
from ui.panels.dispatch_rows import card_ticks, first_of, officers_of, proposed_officers
from ui.panels.dispatch_staff import Staff

ANSWERED_BY_APPROVER = "coercion_unapproved"
LABELS = {
    "unit": "主办单位",
    "team": "队伍",
    "kind": "任务",
    "officer": "人员",
    "co": "协办单位",
    "notify": "知会单位",
    "approver": "批准人",
    "overrule": "不派推荐队伍的理由",
}


@dataclass(slots=True)
class Sending:
    """Who is sent as far as the words and the recommendation say; `faults` are in the way."""

    unit: str | None
    kind: TaskKind
    team: str | None = None
    officers: tuple[str, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)
    approver: str | None = None
    overruled: str | None = None
    reason: str = ""
    first: str | None = None
    faults: list[Fault] = field(default_factory=list)

    @property
    def wants_why(self) -> bool:
        """Whether another team goes than the recommended one and nobody has said why."""
        other = self.first is not None and self.first != self.team
        short = self.overruled == Overrule.OTHER and len(self.reason) < LEAST_REASON
        return other and (self.overruled is None or short)

    def question(self, case: str) -> AskCandidates:
        """What the law is asked."""
        return AskCandidates(
            case=case, unit=self.unit, kind=self.kind, team=self.team, officers=self.officers
        )

    def blocks(self, view: CandidatesView) -> list[Finding]:
        """What forbids it."""
        return [one for one in self._found(view) if one.severity == BLOCK]

    def unanswered(self, view: CandidatesView) -> list[Finding]:
        """Warnings whose reason is still to be said."""
        warned = [one for one in self._found(view) if one.severity == WARNING]
        return warned if len(self.reason) < LEAST_REASON else []

    def command(self, case: Case, view: CandidatesView) -> DispatchCase:
        """The command; the reason answers every warning."""
        assert self.unit is not None
        warned = [one.code for one in self._found(view) if one.severity == WARNING]
        other = [OVERRULED] if self.overruled == Overrule.OTHER else []
        codes = dict.fromkeys((*warned, *other))
        return DispatchCase(
            case=case.id,
            seen=case.version,
            lead_unit=self.unit,
            kind=self.kind,
            team=self.team,
            officers=self.officers,
            co_units=tuple(one for one, mark in self.marks.items() if mark == "co"),
            notify=tuple(one for one, mark in self.marks.items() if mark == "notify"),
            reasons=tuple(Reason(code=one, words=self.reason) for one in codes),
            approved_by=self.approver if self.kind is TaskKind.COERCE else None,
            first=self.first,
            overruled=self.overruled,
        )

    def _found(self, view: CandidatesView) -> list[Finding]:
        answered = {ANSWERED_BY_APPROVER} if self.approver else set()
        return [one for one in view.findings if one.code not in answered]


class Dispatching:
    """Reads the words of one dispatch against the candidates of its case."""

    def __init__(self, case: Case, view: CandidatesView, staff: Staff, lexicon: Lexicon) -> None:
        """`view` is the fresh answer, before anything was chosen."""
        self._case, self._view, self._staff, self._lexicon = case, view, staff, lexicon
        self._unit: str | None = None
        self._team: str | None = None
        self._kind: TaskKind | None = None
        self._officers: list[str] = []
        self._said: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._faults: list[Fault] = []

    def plan(self, rest: Sequence[Word], typed: Typed) -> Sending:
        """Who goes by these words."""
        for word in rest:
            if word.name:
                self._by_name(word)
            elif word.quoted:
                self._said["reason"] = word.text
            else:
                self._place(word.text)
        if typed.tail:
            self._said["reason"] = typed.tail
        return self._sending()

    def candidates(self) -> tuple[Candidate, ...]:
        """Every team, those that may go first."""
        return self._view.candidates

    def options(self, what: str) -> list[Option]:
        """Everything that may be said of the unit, kind, why another team goes, and who may."""
        if what == "kind":
            return [(one.value, w.word(one)) for one in TaskKind]
        if what == "overrule":
            return list(w.reasons("DispatchCase").items())
        if what == "team":
            teams = self._staff.teams
            known = [one.team for one in self._view.candidates]
            return [(one, teams[one].name if one in teams else one) for one in known]
        if what == "officer":
            names = self._staff.names
            return [(one, names.get(one, one)) for one in self._staff.officers]
        if what == "approver":
            return [(one.key, one.text) for one in self._staff.find_approvers("")]
        return [(one.key, one.text) for one in self._staff.find_units("")]

    # ---- words --------------------------------------------------------------------------------

    def _by_name(self, word: Word) -> None:
        what = next((one for one, names in SENDING.items() if word.name.lower() in names), "")
        if not what:
            self._faults.append(Fault("no_field", word.name))
        elif what == "reason":
            self._said["reason"] = word.text
        else:
            for part in several(word.text):
                self._take(what, part)

    def _place(self, text: str) -> None:
        ways = ("team", "unit", "kind", "overrule")
        ranked = [(self._best(what, text)[0], what) for what in ways]
        top, found = best(ranked)
        if top < Rank.LETTERS:  # there are many officers: only where the word is nothing else
            ranked.append((self._best("officer", text)[0], "officer"))
            found = best(ranked)[1]
        if not found:
            self._faults.append(Fault("no_teams" if self._unheard(text) else "unknown", text))
        elif len(found) == 1:
            self._take(found[0], text)
        elif set(found) == {"team", "unit"}:
            self._unit_or_team(text)
        else:
            among = tuple((one, say(LABELS[one])) for one in found)
            self._faults.append(Fault("which_field", text, among=among))

    def _unit_or_team(self, text: str) -> None:
        """A unit and its own teams by one word: the unit, and its first team goes."""
        units, teams = self._best("unit", text)[1], self._best("team", text)[1]
        of = {self._team_unit(one) for one in teams}
        if len(units) == 1 and of == set(units):
            self._take("unit", text)
            return
        offered = [*self.options("unit"), *self.options("team")]
        among = tuple(one for one in offered if one[0] in {*units, *teams})
        self._faults.append(Fault("ambiguous", text, among=among))

    def _best(self, what: str, text: str) -> tuple[Rank, list[str]]:
        ranked = ((self._lexicon.rank(text, key, label), key) for key, label in self.options(what))
        top, found = best(ranked)
        if what in ("overrule", "kind") and top is Rank.WITHIN and text.isascii():
            return Rank.NONE, []
        return top, found

    def _unheard(self, text: str) -> bool:
        """Whether it names a team while nothing is known of any, as without a link."""
        teams = () if self._view.candidates else self._staff.teams.values()
        return any(self._lexicon.rank(text, one.id, one.name) for one in teams)

    def _take(self, what: str, text: str) -> None:
        found = self._best(what, text)[1]
        if len(found) != 1:
            among = tuple(one for one in self.options(what) if one[0] in found)
            none = "no_teams" if self._unheard(text) else "value"
            code = "ambiguous" if found else none
            self._faults.append(Fault(code, text, say(LABELS[what]), among))
        elif what in ("co", "notify"):
            self._marks[found[0]] = what
        elif what == "officer":
            self._officers.append(found[0])
        else:
            self._set(what, found[0], text)

    def _set(self, what: str, key: str, text: str) -> None:
        if self._said.setdefault(what, key) != key:
            self._faults.append(Fault("twice", text, say(LABELS[what])))

    # ---- what has come of it ------------------------------------------------------------------

    def _sending(self) -> Sending:
        view, said = self._view, self._said
        unit, team = self._who_goes()
        kind = TaskKind(said["kind"]) if "kind" in said else view.proposed_kind
        officers = tuple(self._officers) or self._crew(team, unit)
        best_ = first_of(view, view.proposed_unit)
        overruled = said.get("overrule") if best_ not in (None, team) and team else None
        return Sending(
            unit=unit,
            kind=kind,
            team=team,
            officers=officers,
            marks=self._others(unit),
            approver=said.get("approver"),
            overruled=overruled,
            reason=said.get("reason", "").strip(),
            first=best_ if team is not None else None,
            faults=self._faults,
        )

    def _who_goes(self) -> tuple[str | None, str | None]:
        """Unit and team; the team's own unit leads, a unit alone sends its first team."""
        said, view = self._said, self._view
        team, unit = said.get("team"), said.get("unit")
        if team is None:
            unit = unit or view.proposed_unit
            return unit, first_of(view, unit)
        owner = self._team_unit(team)
        if unit is not None and unit != owner:
            names = self._staff.names
            self._faults.append(Fault("other_unit", names.get(unit, unit), names.get(team, team)))
        candidate = next((one for one in view.candidates if one.team == team), None)
        if candidate is not None and candidate.rank is None:
            why = " · ".join(
                w.candidate_excluded(*pair, self._staff.names) for pair in candidate.excluded
            )
            self._faults.append(Fault("excluded", self._staff.names.get(team, team), why))
        return owner, team

    def _team_unit(self, team: str) -> str | None:
        return next((one.unit for one in self._view.candidates if one.team == team), None)

    def _crew(self, team: str | None, unit: str | None) -> tuple[str, ...]:
        """Who is proposed of the team, the leader first; none without a team."""
        if team is None:
            return ()
        rows = self._staff.crew(self._case, team, unit)
        barred = {one.key for one in rows if one.tone == "danger"}
        named = [one for one in officers_of(self._view, team) if one not in barred]
        return tuple(named) or proposed_officers(rows)

    def _others(self, unit: str | None) -> dict[str, str]:
        """Who helps or is told: the run card's, and those that were named."""
        card = self._view.card
        offered = self._staff.others(self._case, self._view.proposed_unit)
        marks = {**(card_ticks(card, offered) if card else {}), **self._marks}
        return {one: mark for one, mark in marks.items() if one != unit}
