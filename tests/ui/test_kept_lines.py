"""What is kept of lines that have not changed is what is worked out anew, whatever the time."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from commandcenter.domain.clock import Lamp
from commandcenter.domain.limits import Watch
from commandcenter.services.views import CaseLine
from tests.ui.queuefakes import NOW, many
from ui.alarms import OUR_RULES, alarms, alarms_until, gravest
from ui.models.lines import Kept, lamp_counts, worst_lamp


def busy_lines() -> list[CaseLine]:
    """Cases with every clock there is, near their ends."""
    dice = random.Random(3)

    def soon() -> object:
        return NOW + timedelta(minutes=dice.uniform(-20, 40)) if dice.random() < 0.3 else None

    clocks = ("consult_due", "rate_due", "supervise_due", "docket_due", "watch_due")
    return [
        replace(
            one,
            docket_yellow=NOW - timedelta(hours=1),
            watch=Watch.CHECK_IN,
            **{name: soon() for name in clocks},
        )
        for one in many(200)
    ]


def test_kept_lamps_and_alarms_are_those_of_every_moment_also_when_the_clock_goes_back() -> None:
    lines, dice = busy_lines(), random.Random(8)
    lamps = Kept(worst_lamp)
    rings = Kept(lambda line, now: alarms_until(line, now, OUR_RULES))
    counts = set()
    for minutes in (0, 0.3, 1, 1.5, 5, 9, 10, 10.5, 30, 200, 20, 0):
        now = NOW + timedelta(minutes=minutes)
        at = dice.randrange(len(lines))
        lines[at] = replace(lines[at], urged=9, level=dice.choice(lines).level)
        del lines[dice.randrange(len(lines))]
        red = lamp_counts(lines, now, lamps)
        assert red == lamp_counts(lines, now)
        found = gravest(chain.from_iterable(rings.of(lines, now)))
        assert found == alarms(lines, now)
        counts.add((red[Lamp.RED], len(found)))
    assert len(counts) > 6


def test_a_line_is_worked_out_once_until_its_time_is_over() -> None:
    worked = []

    def work(line: CaseLine, now: object) -> tuple[str, object]:
        worked.append(line.id)
        return line.id, NOW + timedelta(seconds=10)

    lines, kept = list(many(3)), Kept(work)
    for seconds in (0, 5, 9):
        assert kept.of(lines, NOW + timedelta(seconds=seconds)) == [one.id for one in lines]
    assert len(worked) == 3
    lines[0] = replace(lines[0], version=2)
    kept.of(lines, NOW + timedelta(seconds=9))
    assert len(worked) == 4
    kept.of(lines, NOW + timedelta(seconds=10))
    assert len(worked) == 7
