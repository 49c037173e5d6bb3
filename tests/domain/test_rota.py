"""A rotation made into lines, and crews read off a roster."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from commandcenter.domain.commands.duty import DutyLine
from commandcenter.domain.duty import Duty, Pattern, Post, Wrong, default_patterns, faults
from commandcenter.domain.rota import (
    Crew,
    crews_of,
    lines_of,
    moved,
    next_team,
    pattern_of,
    rotate,
)
from tests.fakes import LOCAL

PATTERNS = {one.id: one for one in default_patterns("990101001")}
FIRST, LAST = date(2025, 10, 1), date(2025, 10, 31)
CREWS = (
    Crew(post=Post.LEADER, teams=(("boss-a",), ("boss-b",), ("boss-c",)), daily=True),
    Crew(post=Post.LEAD, teams=(("l1",), ("l2",), ("l3",), ("l4",))),
    Crew(post=Post.DISPATCH, teams=(("d1", "e1"), ("d2",), ("d3",), ("d4",))),
)


def duties(pattern: Pattern, lines: tuple[DutyLine, ...]) -> list[Duty]:
    """The lines with their hours."""
    shifts = {one.name: one for one in pattern.parsed()}
    made = []
    for number, one in enumerate(lines):
        starts, ends = shifts[one.shift].on(one.day, LOCAL)
        made.append(Duty(street="s", id=str(number), day=one.day, shift=one.shift, post=one.post,
                         starts=starts, ends=ends, person=one.person))  # fmt: skip
    return made


@pytest.mark.parametrize("key", ["day_night", "four_teams"])
def test_a_month_of_four_teams_has_no_gap_and_everybody_rests(key: str) -> None:
    pattern = PATTERNS[key]
    lines = rotate(pattern, CREWS, FIRST, LAST)
    assert len(lines) == 31 * 2 * 3 + sum(one.person == "e1" for one in lines)
    leaders = {(one.day, one.person) for one in lines if one.post is Post.LEADER}
    assert len(leaders) == 31, "one leader for the whole day"
    assert [one for one in faults(duties(pattern, lines)) if one.wrong is not Wrong.REST] == []
    assert faults(duties(pattern, [one for one in lines if one.post is not Post.LEADER])) == [
        one
        for one in faults(duties(pattern, lines), {Post.LEADER: 2})
        if one.wrong is Wrong.GAP and one.post is Post.LEADER
    ]


def test_the_next_month_goes_on_where_this_one_ends() -> None:
    for pattern in PATTERNS.values():
        whole = rotate(pattern, CREWS, FIRST, LAST + timedelta(days=30))
        parts = rotate(pattern, CREWS, FIRST, LAST)
        after = rotate(pattern, CREWS, LAST + timedelta(days=1), LAST + timedelta(days=30))
        assert whole == (*parts, *after)


def test_another_team_may_begin() -> None:
    pattern = PATTERNS["day_night"]
    for lead in range(pattern.teams):
        begun = rotate(pattern, CREWS[1:2], FIRST, FIRST, lead)
        assert begun[0].person == f"l{lead + 1}"
    assert rotate(pattern, CREWS, FIRST, LAST, next_team(pattern, FIRST)) == rotate(
        pattern, CREWS, FIRST, LAST
    )


@pytest.mark.parametrize("key", sorted(PATTERNS))
def test_crews_are_read_off_a_roster_and_give_it_again(key: str) -> None:
    pattern = PATTERNS[key]
    lines = rotate(pattern, CREWS, FIRST, LAST)
    read = crews_of(pattern, duties(pattern, lines), LOCAL)
    assert rotate(pattern, read, FIRST, LAST) == lines
    assert [len(one.teams) for one in read if one.post is Post.LEADER] == [3]
    assert crews_of(pattern, [], LOCAL)[0] == Crew(post=Post.LEADER, teams=(), daily=True)


def test_a_team_without_people_leaves_its_shifts_open() -> None:
    pattern = PATTERNS["whole_day"]
    lines = rotate(pattern, [Crew(post=Post.LEAD, teams=(("l1",), ("l2",)))], FIRST, LAST)
    assert len({one.day for one in lines}) == 21
    assert rotate(pattern, [Crew(post=Post.LEADER, teams=((), ()), daily=True)], FIRST, LAST) == ()


def test_lines_move_by_a_week_and_the_pattern_is_known_by_its_hours() -> None:
    pattern = PATTERNS["day_night"]
    lines = rotate(pattern, CREWS, FIRST, FIRST + timedelta(days=6))
    later = moved(lines, 7)
    assert [one.day - timedelta(days=7) for one in later] == [one.day for one in lines]
    given = duties(pattern, lines)
    assert lines_of(given) == lines
    known = list(PATTERNS.values())
    assert pattern_of(known, given, LOCAL, PATTERNS["four_teams"]) == pattern
    assert pattern_of(known, [], LOCAL, PATTERNS["four_teams"]) == PATTERNS["four_teams"]
    mixed = [*given, *duties(PATTERNS["whole_day"], rotate(PATTERNS["whole_day"], CREWS, FIRST,
                                                          FIRST))]  # fmt: skip
    assert pattern_of(known, mixed, LOCAL, pattern) is None
