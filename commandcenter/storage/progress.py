"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str, int, int], None]
"""What is at work (a code), how much of it is done, and of how much (0: not known)."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Tell nobody."""
