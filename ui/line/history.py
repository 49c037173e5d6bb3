"""What was given before: recalled with the arrows, kept through a restart with the drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

MOST = 100


class History:
    """Lines as they were given by who sits here, the newest last, and the one being typed.

    They may hold personal data: they go where drafts go, encrypted, and nowhere else.
    """

    def __init__(self) -> None:
        """Nothing was given yet, nobody sits here."""
        self._of: dict[str, list[str]] = {}
        self._who = ""
        self._at = 0
        self._begun = ""

    def sit(self, who: str) -> None:
        """Who sits here has their own: what another typed may hold what is not for them."""
        if who != self._who:
            self._who = who
            self.rest()

    @property
    def _lines(self) -> list[str]:
        return self._of.get(self._who, [])

    @property
    def lines(self) -> tuple[str, ...]:
        """What was given, oldest first."""
        return tuple(self._lines)

    def add(self, text: str) -> None:
        """A line was done; one that was given before moves to the end."""
        line = text.strip()
        if line:
            others = [one for one in self._lines if one != line]
            self._of[self._who] = [*others[-MOST + 1 :], line]
        self.rest()

    def rest(self) -> None:
        """Stand behind the newest again."""
        self._at, self._begun = len(self._lines), ""

    def step(self, by: int, now: str) -> str | None:
        """An older (-1) or newer (1) line instead of what stands there now; None at the end."""
        to = self._at + by
        if not 0 <= to <= len(self._lines):
            return None
        if self._at == len(self._lines):
            self._begun = now
        self._at = to
        return self._begun if to == len(self._lines) else self._lines[to]

    def kept(self) -> dict[str, Any]:
        """As a disk keeps it; {} for nothing."""
        return {"lines": self._of} if self._of else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """What was kept, before what was given since; {} forgets everybody's."""
        found = kept.get("lines", {})
        older = found if isinstance(found, dict) else {}  # once they were nobody's in particular
        since = self._of if kept else {}
        self._of = {
            who: _joined(map(str, older.get(who, ())), since.get(who, ()))
            for who in {**older, **since}
        }
        self.rest()


def _joined(older: Iterable[str], since: Sequence[str]) -> list[str]:
    return [*(one for one in older if one not in since), *since][-MOST:]
