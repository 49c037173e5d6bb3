"""Commands on the duty roster."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from commandcenter.domain.commands.base import Command
from commandcenter.domain.duty import DutyAsk, Post


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPattern(Command):
    """A shift pattern is made or changed; without shifts it goes."""

    pattern: str
    name: str = ""
    shifts: tuple[str, ...] = ()
    cycle: tuple[str, ...] = ()
    teams: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """One line of a roster: the local day, a shift of the pattern, the post and the person."""

    day: date
    shift: str
    post: Post
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDuties(Command):
    """Draft duties in place of the drafts of those days (a sheet, or what a rotation gives)."""

    pattern: str
    first: date
    last: date
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishDuties(Command):
    """The drafts of these days bind from now on; `reason` answers gaps and short rests."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDutyChange(Command):
    """换班 with another duty, or 请假 with somebody who stands in."""

    kind: DutyAsk
    duty: str
    other: str | None = None
    stand_in: str | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideDutyChange(Command):
    """Approve or refuse a swap or a leave."""

    request: str
    approve: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowRoster(Command):
    """By the system: whose duty began comes on shift, whose duty is over goes off."""
