"""A second, real clock: the due times of Boston 311, from a table and not from code."""

from __future__ import annotations

import csv
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commandcenter.domain.clock import ClockProfile

BOSTON = tomllib.loads("""
name = "boston-311"
zone = "America/New_York"
workdays = ["mon", "tue", "wed", "thu", "fri"]
holidays = []
cutoff = 17:00:00
reopen = "08:30"
""")
# The ten types and their days, from the data's own README.
DAYS = {
    "Schedule a Bulk Item Pickup": 2,
    "Missed Trash/Recycling/Yard Waste/Bulk Item": 2,
    "Request for Pothole Repair": 2,
    "Sidewalk Repair (Make Safe)": 2,
    "Sticker Request": 2,
    "Requests for Street Cleaning": 2,
    "Pick up Dead Animal": 1,
    "Traffic Signal Repair": 1,
    "Tree Emergencies": 1,
    "Building Inspection Request": 3,
}
PROFILE = ClockProfile.from_mapping(BOSTON)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York"))


def test_boston_due_times_are_reproduced(shared_data: Path) -> None:
    source = shared_data / "cases-boston" / "boston311_2011q3.csv"
    total = hits = 0
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["type"] in DAYS and row["target_dt"].strip():
                due = PROFILE.due(local(row["open_dt"]), DAYS[row["type"]])
                total += 1
                hits += abs(due - local(row["target_dt"])) <= timedelta(minutes=5)
    assert total == 13_287
    assert hits / total >= 0.995


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2011-07-01 02:18:31", 2, "2011-07-05 02:18:31"),
        ("2011-07-05 16:59:59", 1, "2011-07-06 16:59:59"),
        ("2011-07-05 17:00", 1, "2011-07-07 08:30"),
        ("2011-07-02 11:00", 1, "2011-07-05 11:00"),
        ("2011-07-02 18:00", 1, "2011-07-06 08:30"),
        ("2011-07-01 18:00", 0, "2011-07-04 08:30"),
        ("2011-11-04 10:00", 1, "2011-11-07 10:00"),
    ],
)
def test_the_rule(start: str, days: int, due: str) -> None:
    assert PROFILE.due(local(start), days) == local(due)


def test_holidays_are_skipped_where_the_table_names_them() -> None:
    profile = ClockProfile.from_mapping({**BOSTON, "holidays": ["2011-07-04"]})
    assert profile.due(local("2011-07-01 10:00"), 1) == local("2011-07-05 10:00")


def test_without_a_cutoff_the_evening_counts() -> None:
    profile = ClockProfile.from_mapping({"name": "plain", "zone": "America/New_York"})
    assert profile.due(local("2011-07-05 23:00"), 1) == local("2011-07-06 23:00")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("zone", "Mars/Base"),
        ("zone", "../etc"),
        ("zone", 8),
        ("name", ""),
        ("workdays", ["monday"]),
        ("workdays", []),
        ("workdays", "mon"),
        ("holidays", [20110704]),
        ("holidays", ["4 July"]),
        ("cutoff", 17),
        ("cutoff", "25:00"),
        ("reopen", "08:30+01:00"),
        ("colour", "red"),
    ],
)
def test_a_wrong_table_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValueError):
        ClockProfile.from_mapping({**BOSTON, key: value})


def test_wrong_calls_are_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        PROFILE.due(datetime(2011, 7, 1), 1)
    with pytest.raises(ValueError, match="days"):
        PROFILE.due(local("2011-07-01"), -1)
