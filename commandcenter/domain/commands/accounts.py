"""Commands on accounts: passwords, one-time codes and locks of people who log in."""

from __future__ import annotations

from dataclasses import dataclass, field

from commandcenter.domain.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPassword(Command):
    """One's own password with the old one, or anybody's by an administrator; ends sessions.

    With `once` it is a code that opens one login: within it the person sets a password.
    """

    person: str
    password: str = field(repr=False)
    old: str = field(default="", repr=False)
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockPerson(Command):
    """Let somebody log in again who was locked after five failures, or barred."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPerson(Command):
    """Let somebody log in no more until an administrator unlocks them; ends sessions."""

    person: str
