"""What every command has: an id that makes a repeat harmless, and the version it saw."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from commandcenter.domain.ids import new_id
from commandcenter.domain.roles import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Behalf:
    """For whom a step is entered, by which channel, and when it happened (UTC)."""

    person: str
    channel: Channel
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What every command has."""

    id: str = field(default_factory=new_id)
    behalf: Behalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command):
    """A command on a case that carries the version its giver saw."""

    case: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture already kept by Desk.keep_picture: its sha256 and kind (before, after, scene)."""

    sha256: str
    kind: str = "scene"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The answer to a warning of the law: the warning's code and the words of the person."""

    code: str
    words: str
