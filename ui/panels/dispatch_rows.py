"""Rows of the dispatch panel: teams, officers and units with their reasons (pure functions)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from commandcenter.domain.case import Case
from commandcenter.domain.item import Item
from commandcenter.domain.person import Officer, Person, Team, Unit
from commandcenter.domain.roles import Role
from commandcenter.services.sending_views import (
    Candidate,
    CandidatesView,
    CardOffer,
    CrewOffer,
)
from ui.line.match import meant
from ui.models.items import Choice
from ui.words import (
    bracketed,
    candidate_excluded,
    listed,
    minutes_text,
    say,
    shortfall,
    team_kind,
    why_text,
    word,
)

APPROVERS = frozenset({Role.DUTY_LEADER, Role.DIRECTOR, Role.SECRETARY, Role.STREET_LEADER})
SOON = 30
Names = Mapping[str, str]


def team_rows(
    candidates: Iterable[Candidate], teams: Mapping[str, Team], names: Names, best: str | None
) -> list[Choice]:
    """Candidates in their order with the reasons; then the excluded ones with theirs.

    `best` is the recommended team, which gets a star.
    """
    return [_team(one, teams.get(one.team), names, one.team == best) for one in candidates]


def _team(one: Candidate, team: Team | None, names: Names, best: bool) -> Choice:
    called = (team.name if team else one.team) + bracketed(names.get(one.unit, one.unit))
    if one.rank is None:
        why = " · ".join(candidate_excluded(*pair, names) for pair in one.excluded)
        return Choice(one.team, f"×  {called}", say("不可派：") + why, one, "dim")
    text = f"{one.rank} {'★' if best else ' '} {minutes_text(one.minutes)}  {called}"
    return Choice(one.team, text, why_text(one.reasons, names), one, "text")


def first_of(view: CandidatesView | None, unit: str | None) -> str | None:
    """The first of this unit's teams that may go."""
    candidates = view.candidates if view else ()
    return next((one.team for one in candidates if one.rank and one.unit == unit), None)


def officers_of(view: CandidatesView | None, team: str | None) -> tuple[str, ...]:
    """Who is proposed of this team, the leader first."""
    candidates = view.candidates if view else ()
    return next((one.officers for one in candidates if one.team == team), ())


def shortfall_text(view: CandidatesView | None, names: Names) -> str:
    """What is missing in the whole room for this case, in one line."""
    found = view.shortfalls if view else ()
    return " · ".join(shortfall(code, value, names) for code, value in found)


def card_ticks(card: CardOffer, offered: Iterable[Choice]) -> dict[str, str]:
    """The marks of the units that the card names, among those that are offered."""
    marks = dict.fromkeys(card.notify, "notify") | dict.fromkeys(card.co_units, "co")
    return {one.key: marks[one.key] for one in offered if one.key in marks}


def card_text(card: CardOffer, names: Names) -> str:
    """The run card by its name and what it proposes, with what is missing of it."""
    parts = [say("主办 {units}").format(units=names.get(card.lead, card.lead)), word(card.kind)]
    for text, units in ((say("协办 {units}"), card.co_units), (say("知会 {units}"), card.notify)):
        if units:
            parts.append(text.format(units=listed(names.get(one, one) for one in units)))
    if card.officers:
        parts.append(say("持证 {n} 名").format(n=card.officers))
    parts += [_crew(one, names) for one in card.crews]
    if card.equipment:
        parts.append(say("带 {things}").format(things=listed(card.equipment)))
    return say("处置卡“{name}”：").format(name=card.name) + " · ".join(parts)


def _crew(one: CrewOffer, names: Names) -> str:
    text = say("{kind} {n} 队").format(kind=team_kind(one.kind), n=one.wanted)
    if one.teams:
        text += bracketed(listed(names.get(team, team) for team in one.teams))
    return text + (say("，▲ 缺 {n} 队").format(n=one.short) if one.short else "")


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
    found = [one for one in units if meant(typed, one.short, one.name, one.id)]
    return [Choice(one.id, one.short, one.name, one) for one in found]


def find_approvers(people: Iterable[Person], names: Names, typed: str) -> list[Choice]:
    """Leaders who may approve a coercion (行政强制法 18), by name or initials."""
    leaders = [one for one in people if one.holds(APPROVERS) and one.id in names]
    return [
        Choice(one.id, names[one.id], listed(word(role) for role in one.roles), one)
        for one in leaders
        if meant(typed, names[one.id])
    ]
