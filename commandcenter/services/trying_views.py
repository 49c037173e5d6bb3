"""Questions and answers of what would be refused: several commands tried before they are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.refusal import Refusal

MOST_TRIES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A command by the name of its class, with its fields as they travel."""

    command: str
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhether:
    """-> Whether: would these commands be done if the asker gave them now, each by itself?

    At most MOST_TRIES of the commands of services.trying.TRIED.
    """

    tries: tuple[Try, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whether:
    """For each try what it would be refused with, None for what would be done."""

    said: tuple[Refusal | None, ...]
