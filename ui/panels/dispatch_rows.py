"""Rows of the dispatch panel: teams, officers and units with their reasons (pure functions)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from commandcenter.domain.case import Case
from commandcenter.domain.item import Item
from commandcenter.domain.person import Officer, Person, Team, Unit
from commandcenter.domain.roles import Role
from commandcenter.services.classify import initials
from commandcenter.services.views import Candidate
from ui.models.items import Choice
from ui.words import bracketed, candidate_excluded, candidate_reason, listed, say, word

APPROVERS = frozenset({Role.DUTY_LEADER, Role.DIRECTOR, Role.SECRETARY, Role.STREET_LEADER})
SOON = 30
Names = Mapping[str, str]


def team_rows(
    candidates: Iterable[Candidate], teams: Mapping[str, Team], names: Names
) -> list[Choice]:
    """Candidates in their order with the reasons; then the excluded ones with theirs."""
    return [_team(one, teams.get(one.team), names) for one in candidates]


def _team(one: Candidate, team: Team | None, names: Names) -> Choice:
    called = (team.name if team else one.team) + bracketed(names.get(one.unit, one.unit))
    if one.rank is None:
        why = " · ".join(candidate_excluded(*pair, names) for pair in one.excluded)
        return Choice(one.team, f"×  {called}", say("不可派：") + why, one, "dim")
    why = " · ".join(candidate_reason(*pair, names) for pair in one.reasons)
    return Choice(one.team, f"{one.rank}  {called}", why, one, "text")


def officer_rows(
    officers: Iterable[Officer], case: Case | None, day: date, names: Names
) -> list[Choice]:
    """Who may lead first, then auxiliaries, then those who may not go; each with why."""
    rows = [_officer(one, case, day, names) for one in officers]
    order = {"text": 0, "warning": 1, "dim": 2, "danger": 3}
    return sorted(rows, key=lambda one: (order[one.tone], one.key))


def _officer(one: Officer, case: Case | None, day: date, names: Names) -> Choice:
    note, tone = _certificate(one, day)
    if case is not None and one.id in case.recused:
        note, tone = say("应当回避"), "danger"
    elif not one.on_shift:
        note, tone = say("不在岗") + " · " + note, "danger"
    return Choice(one.id, names.get(one.id, one.id), note, one, tone)


def _certificate(one: Officer, day: date) -> tuple[str, str]:
    if one.auxiliary:
        return say("辅助人员，不计入、不带队"), "dim"
    if one.valid_until is None:
        return say("无执法证"), "danger"
    days = (one.valid_until - day).days
    if days < 0:
        return say("执法证已过期 {n} 天").format(n=-days), "danger"
    return say("执法证余 {n} 天").format(n=days), "warning" if days <= SOON else "text"


def proposed_officers(rows: Iterable[Choice]) -> tuple[str, ...]:
    """The first two who may go with a valid certificate."""
    return tuple(one.key for one in rows if one.tone in ("text", "warning"))[:2]


def unit_rows(units: Iterable[Unit], item: Item | None, lead: str | None) -> list[Choice]:
    """Every unit but the lead, those of the item first."""
    listed = item.units if item else ()
    rows = [
        Choice(one.id, one.short, say("事项列为协办") if one.id in listed else "", one)
        for one in units
        if one.id != lead
    ]
    return sorted(rows, key=lambda one: (not one.note, _place(one.key, listed), one.text))


def _place(key: str, listed: tuple[str, ...]) -> int:
    return listed.index(key) if key in listed else len(listed)


def find_units(units: Iterable[Unit], typed: str) -> list[Choice]:
    """Units by short name, name or pinyin initials; all of them for nothing."""
    text = typed.lower()
    found = [one for one in units if _meant(text, one.short, one.name)]
    return [Choice(one.id, one.short, one.name, one) for one in found]


def find_approvers(people: Iterable[Person], names: Names, typed: str) -> list[Choice]:
    """Leaders who may approve a coercion (行政强制法 18), by name or initials."""
    text = typed.lower()
    leaders = [one for one in people if one.holds(APPROVERS) and one.id in names]
    return [
        Choice(one.id, names[one.id], listed(word(role) for role in one.roles), one)
        for one in leaders
        if _meant(text, names[one.id])
    ]


def _meant(text: str, *names: str) -> bool:
    if not text:
        return True
    if text.isascii():
        return any(initials(name).startswith(text) for name in names)
    return any(text in name for name in names)
