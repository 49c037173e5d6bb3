"""The demo street's people: whoever does something gives one command through the Desk."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from commandcenter.domain import commands as c
from commandcenter.domain.case import Case, Source
from commandcenter.domain.commands import Command, Picture
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.geo.demo import DEMO
from commandcenter.geo.demo_values import DemoReport, DemoStreet
from commandcenter.intake.failures import FailurePlan, nonsense
from commandcenter.intake.pictures import scene
from commandcenter.services.desk import Desk, Receipt
from commandcenter.services.views import (
    AskBoard,
    AskCase,
    Board,
    CaseView,
)

WATCHER = "lead-1"


@cache
def replies(folder: Path = DEMO) -> dict[str, list[str]]:
    """What people say in the demo, by occasion."""
    found: dict[str, list[str]] = json.loads((folder / "replies.json").read_text("utf-8"))
    return found


class Players:
    """Gives commands for the street's people; what the Desk refuses is counted by code.

    The same seed at the same times gives the same commands with the same ids.
    """

    def __init__(
        self, desk: Desk, demo: DemoStreet, seed: int, failures: FailurePlan | None = None
    ) -> None:
        self.desk, self.demo, self.seed = desk, demo, seed
        self.failures = failures or FailurePlan()
        self.refused: Counter[str] = Counter()
        self.done = self.doubled = 0
        self._chance = Random(f"{seed}/failures")
        self._ids = self._made_ids(Random(f"{seed}/ids"))
        self.officers = {one.id: one for one in demo.officers}

    def _made_ids(self, chance: Random) -> Iterator[str]:
        while True:
            stamp = int(self.desk.now().timestamp() * 1000)
            yield new_id(stamp, chance.randbytes(10))

    def new_id(self) -> str:
        """The next id of this seed."""
        return next(self._ids)

    def dice(self, *key: object) -> Random:
        """Chance of its own for a matter, so that one matter never moves another."""
        return Random("/".join(map(str, (self.seed, *key))))

    def say(self, occasion: str, dice: Random) -> str:
        """Words for an occasion."""
        return dice.choice(replies()[occasion])

    # ---- the desk -----------------------------------------------------------------------

    def board(self) -> Board:
        """The board as the shift lead sees it."""
        found: Board = self.desk.ask(AskBoard(), WATCHER)
        return found

    def view(self, case: str) -> CaseView:
        """A case as the shift lead sees it."""
        found: CaseView = self.desk.ask(AskCase(case=case), WATCHER)
        return found

    def give(self, kind: Any, who: str, /, **fields: Any) -> Receipt | None:
        """Give a command; None if the Desk refused it. On demand it comes twice, or nonsense."""
        receipt = self._sent(kind(id=self.new_id(), **fields), who)
        if self._chance.random() < self.failures.nonsense:
            self._sent(*nonsense(self._chance, self._ids, self.demo.teams[0].id))
        return receipt

    def _sent(self, command: Command, who: str) -> Receipt | None:
        try:
            receipt = self.desk.do(command, who)
            if self._chance.random() < self.failures.duplicates:
                self.doubled += self.desk.do(command, who).again
        except Refusal as refusal:
            self.refused[refusal.code] += 1
            return None
        self.done += receipt.seq > 0
        return receipt

    def at_case(self, kind: Any, who: str, case: Case, /, **fields: Any) -> Receipt | None:
        """Give a command on a case as it was seen."""
        return self.give(kind, who, **{**fields, "case": case.id, "seen": case.version})

    def person(self, role: Role) -> str:
        """Somebody on shift with a role, the first by the list."""
        return next(p.id for p in self.demo.people if role in p.roles and p.on_shift)

    def picture(self, dice: Random, kind: str) -> Picture:
        """A picture made by code and kept."""
        data = scene(dice, littered=kind == "before")
        return Picture(sha256=self.desk.keep_picture(data), kind=kind)

    # ---- reports ------------------------------------------------------------------------

    def report(self, report: DemoReport, case: str) -> Receipt | None:
        """A report comes in by its door: grid members by their own hand, the rest by a gateway."""
        dice, source = self.dice("report", case), report.source
        who = {Source.WINDOW: self.person(Role.INTAKE_OFFICER)}.get(source, "gateway-1")
        if source in (Source.GRID, Source.PATROL):
            who = self.member(report.grid, ()) or who
        pictured = source in (Source.GRID, Source.PATROL, Source.APP, Source.VIDEO)
        return self.give(
            c.ReportCase,
            who,
            case=case,
            item=report.item,
            source=source,
            words=report.text,
            place=report.address,
            lon=report.lon,
            lat=report.lat,
            source_number=case[-8:].upper() if source is Source.HOTLINE else None,
            caller_name=report.caller,
            caller_phone=report.phone,
            hotline_at=self.desk.now() if source is Source.HOTLINE else None,
            pictures=(self.picture(dice, "before"),) if pictured else (),
        )

    def member(self, grid: str | None, but: tuple[str | None, ...]) -> str | None:
        """A grid member on shift: of the grid, else of its community, else any."""
        free = [
            p
            for p in self.demo.people
            if Role.GRID_MEMBER in p.roles and p.on_shift and p.id not in but
        ]
        near = [p for p in free if grid in p.grids]
        near += [p for p in free if grid and any(g[:12] == grid[:12] for g in p.grids)]
        return next((p.id for p in (*near, *free)), None)
