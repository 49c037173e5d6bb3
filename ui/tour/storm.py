"""Day C's street before and beside the seat: 41 routine tasks, nine teams, what floods bring."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta
from pathlib import Path

from commandcenter.domain.case import Case, Source
from commandcenter.domain.commands import SendReport, SetTeams
from commandcenter.domain.table_lines import TeamLine
from commandcenter.services.desk import Desk
from commandcenter.services.emergency_views import (
    AskEmergencies,
    AskEmergency,
    AskMode,
    EmergencyView,
    Mode,
)
from commandcenter.services.views import AskBoard
from ui.tour.clock import LOCAL, TourClock
from ui.tour.deeds import Deeds

ROUTINE, TEAMS, FLOODS = 41, 9, 7
PEOPLE, A_HOUSE = 126, 4
EARLY = timedelta(minutes=5)
"""Reports go out so long before their time."""
GOLDEN = (0.7549, 0.5698)
"""Multiples of these, without their whole parts, lie evenly scattered."""
PATROLS = (("01-08", "巡查：废弃家具"), ("01-10", "巡查：路面破损"))
PLACES = ("市莲路", "海傍路", "沿江路", "永安街", "金桥路", "石碁大道", "文化路")


def before(desk: Desk) -> None:
    """At 08:00 of D0: the teams there are, and the routine tasks of patrols."""
    deeds = Deeds(desk)
    more = TEAMS - len(desk.ask(AskBoard(), "lead-1").teams)
    lines = tuple(
        TeamLine(id=f"team-relief-{n}", unit="enforcement", name=f"应急抢险{n}队",
                 short=f"抢险{n}队", kind="street_surface")
        for n in range(1, more + 1)
    )  # fmt: skip
    deeds.do(SetTeams, "admin-1", rows=lines)
    for n in range(ROUTINE):
        item, words = PATROLS[n % len(PATROLS)]
        place = f"{PLACES[n % len(PLACES)]}{n + 1}号"
        deeds.signed(item, words, place, *_point(n), source=Source.PATROL)


def floods(desk: Desk) -> list[str]:
    """What the typhoon brings on D1: water on seven roads."""
    deeds = Deeds(desk)
    return [
        deeds.filed("04-06", f"{place}积水没过路沿", place, *_point(n * 6 + 3))
        for n, place in enumerate(PLACES[:FLOODS])
    ]


def sheet(folder: Path) -> Path:
    """The sheet of people at risk that a community sent: 126 in houses of four."""
    file = folder / "转移名单.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("姓名", "住址", "电话", "需要", "经度", "纬度"))
        for n in range(PEOPLE):
            house = n // A_HOUSE
            lon, lat = 113.4325 + house / 4000, 22.95086
            needs = "需轮椅" if n == A_HOUSE else ""
            rows.writerow(
                (f"王{n:03d}", f"海傍路{house + 101}号", f"1380000{n:04d}", needs, lon, lat)
            )
    return file


def reports(desk: Desk, clock: TourClock, until: str) -> None:
    """The reports of the slots up to a local time, sent in time from another seat."""
    while f"{clock().astimezone(LOCAL):%Y-%m-%d %H:%M}" <= until:
        now = mode(desk)
        if now.owed is None or now.emergency is None:
            clock.set(f"{clock().astimezone(LOCAL) + EARLY:%Y-%m-%d %H:%M}")
            continue
        due = now.owed.due.astimezone(LOCAL)
        if f"{due:%Y-%m-%d %H:%M}" > until:
            return
        clock.set(f"{due - EARLY:%Y-%m-%d %H:%M}")
        given = {"emergency": now.emergency.id, "slot": now.owed.id, "words": "平稳，无伤亡"}
        Deeds(desk).do(SendReport, "dispatch-1", **given)


def mode(desk: Desk) -> Mode:
    """How the street works now."""
    found: Mode = desk.ask(AskMode(), "lead-1")
    return found


def whole(desk: Desk) -> EmergencyView:
    """The newest emergency, under way or over."""
    newest = desk.ask(AskEmergencies(), "lead-1").emergencies[0]
    found: EmergencyView = desk.ask(AskEmergency(emergency=newest.id), "lead-1")
    return found


def left(desk: Desk, case: Case, at: datetime) -> timedelta:
    """Working time that a case had left at a moment (UTC)."""
    kind = desk.rules.whole(case)
    assert kind is not None and case.due is not None
    found: timedelta = desk.rules.clock.left(at, case.due, kind.kind)
    return found


def _point(n: int) -> tuple[float, float]:
    """A place on the streets of the demo: longitude, latitude, WGS 84."""
    across, up = n * GOLDEN[0] % 1, n * GOLDEN[1] % 1
    return 113.4285 + across * 0.027, 22.9450 + up * 0.035
