"""Who is on post when: shift patterns, duties, and what is wrong with a roster."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise

from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role

REST = timedelta(hours=11)
"""The least rest between two duties of a person (issue 4)."""
MOST_TEAMS = 12
_SHIFT = re.compile(r"([a-z][a-z0-9_]{0,15}) ([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])(\+1)?")


class Post(StrEnum):
    """A post of the command room: 带班领导, 值班长, 调度, 受理, 备勤."""

    LEADER = "leader"
    LEAD = "lead"
    DISPATCH = "dispatch"
    INTAKE = "intake"
    ON_CALL = "on_call"


ROLE_OF: dict[Post, Role] = {
    Post.LEADER: Role.DUTY_LEADER,
    Post.LEAD: Role.SHIFT_LEAD,
    Post.DISPATCH: Role.DISPATCHER,
    Post.INTAKE: Role.INTAKE_OFFICER,
}
"""The role whose rights a post carries; being on call carries none."""

NEEDED: dict[Post, int] = {Post.LEADER: 1, Post.LEAD: 1, Post.DISPATCH: 1}
"""Who must be there in every shift: one who leads, two on post [D]."""


class DutyState(StrEnum):
    """A duty binds nobody before it is published."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift of a day, local time; `over` says that it ends on the next day."""

    name: str
    begin: time
    end: time
    over: bool

    @classmethod
    def parse(cls, text: str) -> Shift:
        """Read "day 08:00-17:00" or "night 17:00-08:00+1"; Refusal('shift_unreadable')."""
        match = _SHIFT.fullmatch(text)
        require(match, "shift_unreadable", text=text[:40])
        assert match is not None
        try:
            begin, end = time.fromisoformat(match[2]), time.fromisoformat(match[3])
        except ValueError:
            raise Refusal("shift_unreadable", text=text[:40]) from None
        over = match[4] is not None
        require(over or end > begin, "shift_unreadable", text=text[:40])
        require(not over or end <= begin, "shift_unreadable", text=text[:40])
        return cls(match[1], begin, end, over)

    def on(self, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
        """Begin and end (UTC) of the shift that begins on a local day."""
        last = day + timedelta(days=1) if self.over else day
        begin = datetime.combine(day, self.begin, zone).astimezone(UTC)
        return begin, datetime.combine(last, self.end, zone).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A shift pattern as data: its shifts, and the rotation of its teams.

    `cycle` names, day by day, the shift of the first team ("off" for none); the next team is one
    step behind. Empty: every team works every shift in turn.
    """

    street: str
    id: str
    name: str
    shifts: tuple[str, ...]
    cycle: tuple[str, ...] = ()
    teams: int = 1

    def parsed(self) -> tuple[Shift, ...]:
        """The shifts; Refusal('shift_unreadable'|'shift_twice'|'cycle_unknown')."""
        found = tuple(Shift.parse(one) for one in self.shifts)
        names = {one.name for one in found}
        require(found, "shift_unreadable", text="")
        require(len(names) == len(found), "shift_twice")
        require(1 <= self.teams <= MOST_TEAMS, "teams_range", most=MOST_TEAMS)
        unknown = [one for one in self.cycle if one != "off" and one not in names]
        require(not unknown, "cycle_unknown", text=unknown[0] if unknown else "")
        return found

    def team_on(self, shift: str, number: int) -> int | None:
        """Which team (0 …) works a shift on the number-th day; None when none does."""
        if not self.cycle:
            order = [Shift.parse(one).name for one in self.shifts].index(shift)
            return (number * len(self.shifts) + order) % self.teams
        for team in range(self.teams):
            if self.cycle[(number - team) % len(self.cycle)] == shift:
                return team
        return None


def default_patterns(street: str) -> tuple[Pattern, ...]:
    """The patterns that domain.md names: 08–17–next 08, 24 h, 887, four teams in two shifts."""
    day_night = ("day 08:00-17:00", "night 17:00-08:00+1")
    twelve = ("day 08:00-20:00", "night 20:00-08:00+1")
    four = ("day", "night", "off", "off")
    rows = (
        ("day_night", "08–17–次日08", day_night, four, 4),
        ("whole_day", "24小时", ("whole 08:00-08:00+1",), (), 3),
        ("eight_eight_seven", "887", ("day 08:00-20:00",), (), 2),
        ("four_teams", "四班两运转", twelve, four, 4),
    )
    return tuple(
        Pattern(street=street, id=key, name=name, shifts=shifts, cycle=cycle, teams=teams)
        for key, name, shifts, cycle, teams in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One person on one post for one shift; starts and ends are UTC, `day` is local."""

    street: str
    id: str
    day: date
    shift: str
    starts: datetime
    ends: datetime
    post: Post
    person: str
    state: DutyState = DutyState.DRAFT

    def covers(self, at: datetime) -> bool:
        """Whether the instant lies in the duty, its end excluded."""
        return self.starts <= at < self.ends

    def given(self, person: str) -> Duty:
        """The duty with another person on it."""
        return replace(self, person=person)

    def published(self) -> Duty:
        """The duty as it binds."""
        return replace(self, state=DutyState.PUBLISHED)


class DutyAsk(StrEnum):
    """What may be asked of a published duty: 换班 and 请假."""

    SWAP = "swap"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRequest:
    """A swap (with another duty) or a leave (with somebody who stands in), until it is decided.

    `reason` names the private row of the words; an answer has the words themselves there.
    """

    street: str
    id: str
    kind: DutyAsk
    duty: str
    other: str | None
    stand_in: str | None
    asked_by: str
    asked_at: datetime
    reason: str
    decided_by: str | None = None
    approved: bool | None = None


class Wrong(StrEnum):
    """What a roster may lack; a double booking is never published, the rest wants a reason."""

    GAP = "gap"
    DOUBLE = "double"
    REST = "rest"
    NO_ROLE = "no_role"


NEVER = frozenset({Wrong.DOUBLE, Wrong.NO_ROLE})
"""What no reason makes good."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a roster: which, when (UTC), at which post, whose."""

    wrong: Wrong
    at: datetime
    post: Post | None = None
    person: str | None = None
    duties: tuple[str, ...] = ()


def faults(
    duties: Iterable[Duty],
    needed: dict[Post, int] | None = None,
    spans: Iterable[tuple[datetime, datetime]] = (),
) -> list[Finding]:
    """Gaps, double bookings and less than 11 h of rest, in the order of time.

    A shift of the roster, or one of the `spans` (begin and end, UTC) that should be manned, lacks
    a post when fewer than `needed` persons hold it there. Two duties
    of a person that overlap are a double booking; two that touch (a 24 h duty made of a day and
    a night) are one long duty; less than REST between two is too little.
    """
    given = sorted(duties, key=lambda one: (one.starts, one.ends, one.post.value, one.id))
    wanted = {*spans, *((one.starts, one.ends) for one in given)}
    found = [*_gaps(given, NEEDED if needed is None else needed, wanted)]
    people: dict[str, list[Duty]] = {}
    for one in given:
        people.setdefault(one.person, []).append(one)
    for mine in people.values():
        found.extend(_tired(mine))
    return sorted(found, key=lambda one: (one.at, one.wrong.value, one.person or ""))


def _gaps(
    given: list[Duty], needed: dict[Post, int], spans: set[tuple[datetime, datetime]]
) -> Iterable[Finding]:
    there: dict[tuple[datetime, datetime, Post], set[str]] = {}
    for one in given:
        there.setdefault((one.starts, one.ends, one.post), set()).add(one.person)
    for starts, ends in sorted(spans):
        for post, wanted in needed.items():
            if len(there.get((starts, ends, post), ())) < wanted:
                yield Finding(Wrong.GAP, starts, post)


def _tired(mine: list[Duty]) -> Iterable[Finding]:
    for one, two in pairwise(mine):
        pair = (one.id, two.id)
        if two.starts < one.ends:
            yield Finding(Wrong.DOUBLE, two.starts, two.post, two.person, pair)
        elif timedelta(0) < two.starts - one.ends < REST:
            yield Finding(Wrong.REST, two.starts, two.post, two.person, pair)
