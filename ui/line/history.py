"""What was given before: recalled with the arrows, kept through a restart with the drafts."""

from __future__ import annotations

from typing import Any

MOST = 100


class History:
    """Lines as they were given, the newest last, and the one that is being typed.

    They may hold personal data: they go where drafts go, encrypted, and nowhere else.
    """

    def __init__(self) -> None:
        """Nothing was given yet."""
        self._lines: list[str] = []
        self._at = 0
        self._begun = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What was given, oldest first."""
        return tuple(self._lines)

    def add(self, text: str) -> None:
        """A line was done; one that was given before moves to the end."""
        line = text.strip()
        if line:
            others = [one for one in self._lines if one != line]
            self._lines = [*others[-MOST + 1 :], line]
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
        return {"lines": self._lines} if self._lines else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """What was kept, before what was given since."""
        older = [str(one) for one in kept.get("lines", ())]
        since = self._lines if kept else []
        self._lines = [*(one for one in older if one not in since), *since][-MOST:]
        self.rest()
