"""A player of a reel: the screen's rows at any moment of it, forward and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from commandcenter.domain.person import Team
from commandcenter.services.feed import line_of
from commandcenter.services.replay_views import Beat, Reel
from commandcenter.services.replaying import Rows, turn
from commandcenter.services.views import CaseLine
from commandcenter.storage.codec import decode

ENDED = frozenset({"closed", "merged", "rejected", "void"})


class Player:
    """Stands at one beat of its reel (0: before the first); jumps to any other.

    Each entry says old and new, so a jump turns only the beats between; `touched` names the
    (table, key) pairs that the last jump changed.
    """

    def __init__(self, reel: Reel) -> None:
        self.reel = reel
        self.rows: Rows = {(table, key): dict(row) for table, key, row in reel.rows}
        self.place = 0
        self.touched: set[tuple[str, str]] = set(self.rows)
        self._times = [one.at for one in reel.beats]

    def at(self, moment: datetime) -> None:
        """Jump to a moment (UTC): every beat until then has happened."""
        self.to(bisect_right(self._times, moment))

    def to(self, place: int) -> None:
        """Jump to a beat's number in the reel, 0 to len(beats)."""
        place = max(0, min(place, len(self.reel.beats)))
        self.touched = set()
        if place >= self.place:
            for beat in self.reel.beats[self.place : place]:
                self._turn(beat, back=False)
        else:
            for beat in reversed(self.reel.beats[place : self.place]):
                self._turn(beat, back=True)
        self.place = place

    def _turn(self, beat: Beat, back: bool) -> None:
        rows = reversed(beat.rows) if back else beat.rows
        for table, key, delta in rows:
            turn(self.rows, table, key, delta, back)
            self.touched.add((table, key))

    @property
    def moment(self) -> datetime:
        """The time (UTC) of the beat it stands at."""
        return self._times[self.place - 1] if self.place else self.reel.since

    def cases(self) -> list[CaseLine]:
        """The queue's lines as they stood, ended cases left out."""
        return [
            line
            for (table, _), row in self.rows.items()
            if table == "cases" and row["state"] not in ENDED
            for line in (case_line(row),)
        ]

    def teams(self) -> list[Team]:
        """The teams as they stood."""
        return [decode(Team, row) for (table, _), row in self.rows.items() if table == "teams"]

    def values(self, table: str) -> Iterable[dict[str, Any]]:
        """Rows of a table in stored form."""
        return [row for (name, _), row in self.rows.items() if name == table]


def case_line(row: dict[str, Any]) -> CaseLine:
    """A queue line from a row in stored form."""
    found: Any = SimpleNamespace(**_EMPTY | row)
    return line_of(found)


_EMPTY: dict[str, Any] = dict.fromkeys(
    (
        *("number", "community", "grid", "lon", "lat", "lead_unit", "owner", "filed_at"),
        *("closed_at", "clock_start", "due", "yellow", "stage", "stage_due", "stage_yellow"),
        *("supervise_due", "merged_into", "hold"),
    )
)
