"""A day of the trade played through the visible window, with pictures and proofs."""

from __future__ import annotations

from ui.arguments import Arguments

__all__ = ["play"]


def play(given: Arguments) -> int:
    """Play the day that the arguments name; 0 when nothing was found wrong."""
    from ui.tour.play import run

    return run(given)
