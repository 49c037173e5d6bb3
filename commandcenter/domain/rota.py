"""A span of a roster from a pattern and its crews, day by day; and crews read off a roster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from commandcenter.domain.commands.duty import DutyLine
from commandcenter.domain.duty import MOST_TEAMS, Duty, Pattern, Post

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who forms team 1, 2 … of a post.

    `daily`: a team stays for every shift of its day, as leaders do, and as many teams take turns
    as there are; otherwise the pattern says which of its teams works which shift.
    """

    post: Post
    teams: tuple[tuple[str, ...], ...]
    daily: bool = False


def next_team(pattern: Pattern, day: date) -> int:
    """Which team (0 …) the rotation brings to the first shift of a local day, month after month."""
    return pattern.team_on(pattern.parsed()[0].name, day.toordinal()) or 0


def rotate(
    pattern: Pattern, crews: Iterable[Crew], first: date, last: date, lead: int | None = None
) -> tuple[DutyLine, ...]:
    """The lines of the days `first` … `last` (local), by day, shift and post.

    Days are numbered through all months, so that the next span goes on where this one ends;
    `lead` (0 …) names the team that begins instead.
    """
    given = tuple(crews)
    shifts = [one.name for one in pattern.parsed()]
    by = 0 if lead is None else lead - next_team(pattern, first)
    found: list[DutyLine] = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        for shift in shifts:
            team = pattern.team_on(shift, day.toordinal())
            turn = None if team is None else (team + by) % pattern.teams
            for crew in given:
                found += [
                    DutyLine(day=day, shift=shift, post=crew.post, person=person)
                    for person in _people(crew, day, turn)
                ]
    return tuple(found)


def _people(crew: Crew, day: date, turn: int | None) -> tuple[str, ...]:
    if crew.daily:
        manned = [team for team in crew.teams if team]
        return manned[day.toordinal() % len(manned)] if manned else ()
    return () if turn is None or turn >= len(crew.teams) else crew.teams[turn]


def crews_of(
    pattern: Pattern,
    duties: Iterable[Duty],
    zone: tzinfo,
    daily: frozenset[Post] = frozenset({Post.LEADER}),
) -> tuple[Crew, ...]:
    """The crews that a roster was made of, one for each post; of a team its newest duty counts.

    Duties with other hours than the pattern's are none of its. A daily post has as many teams as
    its people need to come again in the same order.
    """
    mine = [one for one in duties if _fits(pattern, one, zone)]
    found = []
    for post in Post:
        here = [one for one in mine if one.post is post]
        teams = _by_day(here) if post in daily else _by_team(pattern, here)
        found.append(Crew(post=post, teams=teams, daily=post in daily))
    return tuple(found)


def _by_team(pattern: Pattern, duties: Iterable[Duty]) -> tuple[tuple[str, ...], ...]:
    newest: dict[int, tuple[date, str, list[str]]] = {}
    for one in sorted(duties, key=lambda one: (one.day, one.starts, one.person)):
        team = pattern.team_on(one.shift, one.day.toordinal())
        if team is None:
            continue
        known = newest.get(team)
        if known is None or known[:2] != (one.day, one.shift):
            known = newest[team] = (one.day, one.shift, [])
        known[2].append(one.person)
    return tuple(tuple(newest[team][2]) if team in newest else () for team in range(pattern.teams))


def _by_day(duties: Iterable[Duty]) -> tuple[tuple[str, ...], ...]:
    days: dict[int, set[str]] = {}
    for one in duties:
        days.setdefault(one.day.toordinal(), set()).add(one.person)
    if not days:
        return ()
    for count in range(1, MOST_TEAMS + 1):
        if all(days.get(day - count, people) == people for day, people in days.items()):
            turns = {day % count: tuple(sorted(people)) for day, people in sorted(days.items())}
            return tuple(turns.get(turn, ()) for turn in range(count))
    return ()


def moved(lines: Iterable[DutyLine], by: int) -> tuple[DutyLine, ...]:
    """The same lines so many days later."""
    return tuple(replace(one, day=one.day + timedelta(days=by)) for one in lines)


def lines_of(duties: Iterable[Duty]) -> tuple[DutyLine, ...]:
    """What a command says of these duties."""
    return tuple(
        DutyLine(day=one.day, shift=one.shift, post=one.post, person=one.person) for one in duties
    )


def pattern_of(
    patterns: Sequence[Pattern], duties: Iterable[Duty], zone: tzinfo, wished: Pattern
) -> Pattern | None:
    """The pattern whose shifts have the hours of these duties, `wished` before others."""
    given = list(duties)
    for pattern in (wished, *patterns):
        if all(_fits(pattern, one, zone) for one in given):
            return pattern
    return None


def _fits(pattern: Pattern, duty: Duty, zone: tzinfo) -> bool:
    """Whether a duty has the name and the hours of one of the pattern's shifts."""
    return any(
        one.name == duty.shift and one.on(duty.day, zone) == (duty.starts, duty.ends)
        for one in pattern.parsed()
    )


def spans_of(
    patterns: Sequence[Pattern], duties: Iterable[Duty], zone: tzinfo
) -> set[tuple[datetime, datetime]]:
    """Begin and end (UTC) of every shift that should be manned from the first day to the last.

    A day has the shifts of the pattern that its duties are of, an empty one those of the day
    before it; a day of two patterns is left to its own duties.
    """
    given = sorted(duties, key=lambda one: one.starts)
    if not given:
        return set()
    by_day: dict[date, list[Duty]] = {}
    for one in given:
        by_day.setdefault(one.day, []).append(one)
    usual = pattern_of(patterns, given, zone, patterns[0]) or patterns[0]
    day, last, found = min(by_day), max(by_day), set[tuple[datetime, datetime]]()
    while day <= last:
        pattern = pattern_of(patterns, by_day.get(day, ()), zone, usual)
        if pattern is not None:
            usual = pattern
            found |= {one.on(day, zone) for one in pattern.parsed()}
        day += timedelta(days=1)
    return found
