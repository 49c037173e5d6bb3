"""Small things tests share: a clock one can set, a demo street's desk, steps in few words."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from commandcenter.app import Center, open_center
from commandcenter.domain.case import Case, Source
from commandcenter.domain.commands import Behalf, Command, Picture, ReportCase
from commandcenter.domain.roles import Channel
from commandcenter.services.desk import Desk, Receipt
from commandcenter.services.views import AskCase, CaseView
from commandcenter.storage.tx import Tx

LOCAL = ZoneInfo("Asia/Shanghai")
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00"
    b"\x00IEND\xaeB`\x82"
)


def local(text: str) -> datetime:
    """The UTC time of "2019-07-11 10:00" in Asia/Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL).astimezone(UTC)


class SetClock:
    """A clock that stands where it was set."""

    def __init__(self, text: str) -> None:
        self.at = local(text)

    def __call__(self) -> datetime:
        return self.at

    def set(self, text: str) -> None:
        """Set the local date and time, or the time alone on the same day."""
        if len(text) == 5:
            text = f"{self.at.astimezone(LOCAL):%Y-%m-%d} {text}"
        self.at = local(text)

    def pass_(self, **span: float) -> None:
        """Let time pass."""
        self.at += timedelta(**span)


@dataclass
class Room:
    """A demo street's desk with a clock; `do` gives a command at the present version."""

    center: Center
    clock: SetClock
    last: Receipt | None = field(default=None)

    @property
    def desk(self) -> Desk:
        """The Desk."""
        return self.center.desk

    def view(self, case: str, who: str = "lead-1") -> CaseView:
        """The case as the person sees it."""
        found: CaseView = self.desk.ask(AskCase(case=case), who)
        return found

    def case(self, case: str) -> Case:
        """The case itself."""
        return self.view(case).case

    def do(
        self, kind: Callable[..., Command], who: str, /, behalf: str | None = None, **f
    ) -> Receipt:
        """Give a command; `seen` is the present version unless told, behalf by telephone, now."""
        if "case" in f and kind is not ReportCase:
            f.setdefault("seen", self.case(f["case"]).version)
        said = None
        if behalf is not None:
            said = Behalf(person=behalf, channel=Channel.TELEPHONE, happened_at=self.clock.at)
        return self.desk.do(kind(behalf=said, **f), who)

    def report(self, item: str = "01-02", source: Source = Source.WINDOW, **fields) -> str:
        """A report taken in by intake-1; the case's id."""
        given = {"words": "垃圾堆在路口", "place": "祠堂东街", "lon": 113.4325, "lat": 22.95086}
        return self.do(ReportCase, "intake-1", item=item, source=source, **given | fields).subject

    def picture(self, kind: str = "after") -> Picture:
        """A kept picture."""
        return Picture(sha256=self.desk.keep_picture(PNG), kind=kind)

    def lead_task(self, case: str) -> str:
        """The lead unit's newest task."""
        found = [one for one in self.view(case).tasks if one.role == "lead"]
        return max(found, key=lambda one: one.assigned_at).id


@contextmanager
def writing(desk: Desk) -> Iterator[Tx]:
    """The desk's one writing turn and its transaction, for what no command does."""
    with desk._lock, desk.database.write.begin() as connection:
        yield Tx(connection, desk.street)


@cache
def founded(start: str, day: date | None) -> Path:
    """A folder with the demo street founded then, for copies: 0.1 s once, a copy 1 ms."""
    place = Path(tempfile.mkdtemp(prefix="cc-founded-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    open_center(place / "street", now=SetClock(start), demo_day=day).close()
    return place / "street"


def open_room(folder: Path, start: str = "2025-09-29 09:00", day: date | None = None) -> Room:
    """A demo street in a folder with its clock at `start` (local); a new folder gets a copy."""
    if not folder.exists():
        shutil.copytree(founded(start, day), folder)
    clock = SetClock(start)
    return Room(open_center(folder, now=clock, demo_day=day), clock)
