"""The rows of a month of duties: a shift of a day each, what stands there and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from commandcenter.domain.duty import Duty, DutyState, Finding, Pattern, Post
from commandcenter.domain.rota import pattern_of
from commandcenter.services.duty_views import DutyMonth

Cells = dict[Post, tuple[Duty, ...]]


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One shift of a local day: its hours (UTC), who is shown, who was published beneath."""

    day: date
    shift: str
    starts: datetime
    ends: datetime
    state: DutyState | None = None
    off: str = ""
    shown: Cells = field(default_factory=dict)
    old: Cells = field(default_factory=dict)
    faults: dict[Post, tuple[Finding, ...]] = field(default_factory=dict)

    def people(self, post: Post) -> tuple[str, ...]:
        """Who is shown on a post."""
        return tuple(one.person for one in self.shown.get(post, ()))


def shown_on(month: DutyMonth, day: date) -> list[Duty]:
    """The drafts of a day, or what is published where there is no draft."""
    here = [one for one in month.duties if one.day == day]
    drafts = [one for one in here if one.state is DutyState.DRAFT]
    return drafts or here


def rows_of(month: DutyMonth, wished: Pattern, zone: tzinfo) -> list[DutyRow]:
    """Every shift of every day; a day without duties has the shifts of the wished pattern."""
    off = dict(month.off)
    found: list[DutyRow] = []
    for number in range((month.last - month.first).days + 1):
        day = month.first + timedelta(days=number)
        here = [one for one in month.duties if one.day == day]
        shown = shown_on(month, day)
        pattern = pattern_of(month.patterns, shown, zone, wished)
        spans = {(one.starts, one.ends): one.shift for one in shown}
        if pattern is not None:
            spans |= {one.on(day, zone): one.name for one in pattern.parsed()}
        beneath = [one for one in here if one.state is DutyState.PUBLISHED and one not in shown]
        for (starts, ends), shift in sorted(spans.items()):
            mine = [one for one in shown if (one.starts, one.ends) == (starts, ends)]
            found.append(
                DutyRow(
                    day=day,
                    shift=shift,
                    starts=starts,
                    ends=ends,
                    state=shown[0].state if shown else None,
                    off=off.get(day, ""),
                    shown=_cells(mine),
                    old=_cells(one for one in beneath if one.starts == starts),
                    faults=_faults(month.findings, starts, mine),
                )
            )
    return found


def _cells(duties: Iterable[Duty]) -> Cells:
    cells: dict[Post, list[Duty]] = {}
    for one in duties:
        cells.setdefault(one.post, []).append(one)
    return {post: tuple(many) for post, many in cells.items()}


def _faults(
    findings: Iterable[Finding], starts: datetime, mine: list[Duty]
) -> dict[Post, tuple[Finding, ...]]:
    """The faults of each cell: of a pair of duties the later one is marked."""
    keys = {one.id: one.post for one in mine}
    found: dict[Post, list[Finding]] = {}
    for one in findings:
        if one.at != starts:
            continue
        post = keys.get(one.duties[-1]) if one.duties else one.post
        if post is not None:
            found.setdefault(post, []).append(one)
    return {post: tuple(many) for post, many in found.items()}


def month_of(day: date) -> tuple[date, date]:
    """First and last day of a day's month."""
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return first, after - timedelta(days=1)
