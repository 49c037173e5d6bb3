"""A player of a reel: the board as it was at any moment of it, forward and back."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from commandcenter.domain.case import ENDED
from commandcenter.domain.docket import Docket
from commandcenter.domain.emergency import AtRisk, CallUp, Emergency, Moved, Phase, Spot
from commandcenter.domain.holding import Hold
from commandcenter.domain.person import Officer, Person, Position, Team
from commandcenter.services.emergency_views import Mode
from commandcenter.services.evacuating import buildings
from commandcenter.services.feed import line_of
from commandcenter.services.past import OF_EMERGENCY, SHOWN, Rows, turn
from commandcenter.services.relief_views import ReliefMap, SpotView
from commandcenter.services.replay_views import AskBeats, AskReel, Beats, Reel
from commandcenter.services.views import Board, CaseLine, Changes, Figures
from commandcenter.storage.codec import decode

_STANDING = frozenset({Hold.DEFERRED.value, Hold.SUSPENDED.value})
_KINDS: dict[str, Any] = {
    "teams": Team,
    "officers": Officer,
    "people": Person,
    "dockets": Docket,
    "emergencies": Emergency,
    "at_risk": AtRisk,
    "spots": Spot,
    "call_ups": CallUp,
}
KEPT = 1_000
_PLACED = frozenset({"signed", "en_route", "on_scene"})


@dataclass(frozen=True, slots=True)
class Area:
    """How many people at risk a community has, and how many of them were moved or refused."""

    community: str
    listed: int
    moved: int
    refused: int


def read_reel(
    ask: Callable[[Any], Any],
    since: datetime,
    until: datetime,
    told: Callable[[int, int], bool] = lambda done, total: True,
) -> Reel | None:
    """The whole reel, page by page; `told` hears (beats, of how many) and stops it by False.

    `ask` puts a question to the Desk; raises its Refusal.
    """
    reel: Reel = ask(AskReel(since=since, until=until))
    beats, at = list(reel.beats), reel.told
    total = reel.last - reel.seq
    while told(len(beats), total):
        if at >= reel.last:
            return replace(reel, beats=tuple(beats))
        page: Beats = ask(AskBeats(after=at, last=reel.last))
        if not page.beats:
            return replace(reel, beats=tuple(beats))
        beats.extend(page.beats)
        at = beats[-1].seq
    return None


class Player:
    """Stands at one beat of its reel (0: before the first); jumps to any other.

    Each entry says old and new, so a jump turns only the beats between, from where it stands or
    from the nearest of the rows that were kept every KEPT beats; rows that no beat touched are
    the same ones there. `touched` names the (table, key) pairs that the last jump changed; values
    are made anew for these only.
    """

    def __init__(self, reel: Reel) -> None:
        """Plays the reel once, which takes its time: off the screen's thread."""
        self.reel = reel
        self.rows: Rows = {(table, key): row for table, key, row in reel.rows}
        self.place = 0
        self.touched: set[tuple[str, str]] = set(self.rows)
        self._times = [one.at for one in reel.beats]
        self._kept = self._keep()
        self._made: dict[str, dict[str, Any]] = {name: {} for name in SHOWN}
        self._remake()

    def _keep(self) -> list[Rows]:
        rows, kept = dict(self.rows), []
        for place, beat in enumerate(self.reel.beats):
            if place % KEPT == 0:
                kept.append(dict(rows))
            for table, key, delta in beat.rows:
                turn(rows, table, key, delta)
        return [*kept, rows] if len(self.reel.beats) % KEPT == 0 else kept

    def at(self, moment: datetime) -> None:
        """Jump to a moment (UTC): every beat until then has happened."""
        self.to(bisect_right(self._times, moment))

    def to(self, place: int) -> None:
        """Jump to a beat's number in the reel, 0 to len(beats)."""
        place = max(0, min(place, len(self.reel.beats)))
        before = self.rows
        nearest = min(round(place / KEPT), len(self._kept) - 1)
        if abs(place - nearest * KEPT) < abs(place - self.place):
            self.rows, self.place = dict(self._kept[nearest]), nearest * KEPT
            self._turn_to(place)
            self.touched = {
                one
                for one in before.keys() | self.rows.keys()
                if before.get(one) is not self.rows.get(one)
            }
        else:
            self.touched = self._turn_to(place)
        self._remake()

    def _turn_to(self, place: int) -> set[tuple[str, str]]:
        """Turn the beats between; what they touched."""
        back, beats = place < self.place, self.reel.beats
        part = reversed(beats[place : self.place]) if back else beats[self.place : place]
        touched = set()
        for beat in part:
            for table, key, delta in reversed(beat.rows) if back else beat.rows:
                turn(self.rows, table, key, delta, back)
                touched.add((table, key))
        self.place = place
        return touched

    def _remake(self) -> None:
        for table, key in self.touched:
            row = self.rows.get((table, key))
            if row is None:
                self._made[table].pop(key, None)
            elif table == "cases":
                self._made[table][key] = case_line(row)
            else:
                self._made[table][key] = decode(_KINDS[table], row)

    @property
    def moment(self) -> datetime:
        """The time (UTC) of the beat it stands at."""
        return self._times[self.place - 1] if self.place else self.reel.since

    # ---- what stood then --------------------------------------------------------------------

    def cases(self) -> list[CaseLine]:
        """The queue's lines as they stood; of the ended those with an open sub-docket."""
        clocks = self._clocks()
        return [
            self._clocked(line, clocks)
            for line in self._made["cases"].values()
            if line.state not in ENDED or line.id in clocks
        ]

    def teams(self) -> list[Team]:
        """The teams as they stood."""
        return list(self._made["teams"].values())

    def officers(self) -> list[Officer]:
        """The officers as they stood."""
        return list(self._made["officers"].values())

    def line(self, case: str) -> CaseLine | None:
        """A case's line as it stood, ended or not; None before it came."""
        found: CaseLine | None = self._made["cases"].get(case)
        return found

    def emergency(self) -> Emergency | None:
        """The emergency under way then; a drill only where there was no real one."""
        active = [one for one in self._made["emergencies"].values() if one.phase is Phase.ACTIVE]
        return min((one for one in active if one.level), key=_real_first, default=None)

    def mode(self, now: datetime) -> Mode:
        """Level and counts at that moment (UTC); reports owed are not played."""
        found = self.emergency()
        calls = self._of("call_ups", found)
        people = Counter(one.state for one in self._of("at_risk", found))
        lines = self._made["cases"].values()
        return Mode(
            emergency=found,
            plan=None,
            proposed=None,
            owed=None,
            late=0,
            held=sum(one.hold in _STANDING for one in lines) if found else 0,
            called=len(calls),
            silent=sum(one.red(now) for one in calls),
            listed=sum(people.values()),
            moved=people[Moved.MOVED],
            refused=people[Moved.REFUSED],
        )

    def areas(self) -> list[Area]:
        """People at risk by community, most still to be moved first."""
        found: dict[str, Counter[Moved]] = {}
        for one in self._of("at_risk", self.emergency()):
            found.setdefault(one.community or "", Counter())[one.state] += 1
        areas = [
            Area(name, sum(n.values()), n[Moved.MOVED], n[Moved.REFUSED])
            for name, n in found.items()
        ]
        return sorted(areas, key=lambda one: (one.moved - one.listed, one.community))

    def relief(self, middle: Mapping[str, tuple[float, float]]) -> ReliefMap:
        """Places and buildings as the map showed them; `middle` is a grid's centre by its code."""
        found = self.emergency()
        people: list[AtRisk] = self._of("at_risk", found)
        used = Counter(one.spot for one in people if one.spot)
        spots: list[Spot] = list(self._made["spots"].values()) if found else []
        return ReliefMap(
            emergency=found.id if found else None,
            spots=tuple(SpotView(spot=one, used=used[one.id]) for one in spots),
            addresses=buildings(people, middle),
        )

    def positions(self, now: datetime) -> list[Position]:
        """Teams with a case where that case is: where they were is not kept in the journal."""
        found = []
        for team in self.teams():
            line = self.line(team.case) if team.case and team.status in _PLACED else None
            if line is not None and line.lon is not None and line.lat is not None:
                found.append(Position(team=team.id, lon=line.lon, lat=line.lat, at=now))
        return found

    def board(self, now: datetime) -> Board:
        """What a desk opened at that moment (UTC) would have shown."""
        return Board(
            seq=self.reel.seq,
            at=now,
            cases=tuple(self.cases()),
            figures=_NO_FIGURES,
            teams=tuple(self.teams()),
            officers=tuple(self.officers()),
            positions=tuple(self.positions(now)),
            people=tuple(self._made["people"].values()),
            mode=self.mode(now),
        )

    def changes(self, now: datetime) -> Changes:
        """What the last jump forward changed, as a feed would have told it."""
        keys = {name: {key for table, key in self.touched if table == name} for name in SHOWN}
        clocks = self._clocks()
        docketed = {one.case for one in self._made["dockets"].values()}
        cases = keys["cases"] | (docketed if keys["dockets"] else set())
        return Changes(
            seq=self.reel.seq,
            at=now,
            entries=(),
            cases=tuple(self._clocked(one, clocks) for one in self._known("cases", cases)),
            figures=None,
            teams=tuple(self._known("teams", keys["teams"])),
            officers=tuple(self._known("officers", keys["officers"])),
            people=tuple(self._known("people", keys["people"])),
            positions=tuple(self.positions(now)),
            more=False,
        )

    def _known(self, table: str, keys: Iterable[str]) -> Iterator[Any]:
        made = self._made[table]
        return (made[key] for key in sorted(keys) if key in made)

    def _of(self, table: str, emergency: Emergency | None) -> list[Any]:
        assert table in OF_EMERGENCY
        if emergency is None:
            return []
        return [one for one in self._made[table].values() if one.emergency == emergency.id]

    def _clocks(self) -> dict[str, Any]:
        """The nearest clock of open sub-dockets by case."""
        clocks: dict[str, Any] = {}
        for docket in self._made["dockets"].values():
            if docket.open:
                due = docket.next_due()
                known = clocks.get(docket.case)
                clocks[docket.case] = due if known is None or due.at < known.at else known
        return clocks

    def _clocked(self, line: CaseLine, clocks: dict[str, Any]) -> CaseLine:
        due = clocks.get(line.id)
        return line if due is None else replace(line, docket_due=due.at, docket_yellow=due.yellow)


_NO_FIGURES = Figures(filed=0, closed=0, void=0, open=0, inbox=0)
"""Figures are not played: what a past screen counts it counts from its lines."""


def _real_first(one: Emergency) -> tuple[bool, datetime]:
    return one.drill, one.began_at


def case_line(row: dict[str, Any]) -> CaseLine:
    """A queue line from a row in stored form."""
    found: Any = SimpleNamespace(**row)
    return line_of(found)
