"""A level is confirmed: how long until the last of 30 seats has it, with 400 cases deferred.

Counted from the entry's own time, which the server takes as it begins the command, to the feed's
message at the last seat. The bare reference is the same commit without the Desk: as many versioned
updates and one journal row, by the driver.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from commandcenter.domain.case import Source
from commandcenter.domain.commands import FileCase, ReportCase
from commandcenter.domain.ids import new_id
from commandcenter.services.desk import Desk
from tests.bench.feed30 import GRACE, hearing
from tests.bench.report import figure, folder, quantile
from tests.bench.stand import DATABASES, standing
from tests.bench.wires import Wire

HELD, SEATS, ROUNDS = 400, 30, 20
CONFIRMS = {"iii": "director-1", "iv": "duty-1"}


def main(
    held: int = HELD,
    seats: int = SEATS,
    rounds: int = ROUNDS,
    databases: tuple[str, ...] = DATABASES,
) -> None:
    """Up to Ⅲ and down to Ⅳ again, so many times, on each database."""
    for name in databases:
        with standing(lambda desk: patrols(desk, held), name) as stand:
            with hearing(stand, seats) as ears:
                wire = Wire(stand.place)
                tokens = {who: stand.token(who) for who in ("lead-2", "dispatch-3")}
                for number in range(rounds):
                    switch(wire, tokens, "iv" if number % 2 else "iii")
                wire.close()
                time.sleep(GRACE)
            heard = [one for part in ears for one in part.heard]
        _print(f"switch_{name}", heard, seats, rounds)
    figure("switch_bare_p95", quantile([_bare(held) for _ in range(rounds)], 0.95) * 1000, "ms")


def patrols(desk: Desk, count: int) -> None:
    """So many routine cases found on patrol, filed."""
    for number in range(count):
        report = ReportCase(
            item="01-10", source=Source.PATROL, words="巡查发现路面破损", place=f"巡查点{number}号",
            lon=113.4325, lat=22.95086,
        )  # fmt: skip
        case = desk.do(report, "intake-1").subject
        desk.do(FileCase(case=case, seen=1), "lead-1")


def switch(wire: Wire, tokens: dict[str, str], level: str) -> None:
    """The lead proposes, a leader confirms by telephone."""
    order, key = new_id(), new_id()
    proposal = {"id": key, "kind": "typhoon", "level": level, "order_no": order}
    wire.post("/do", _body("ProposeSwitch", proposal), tokens["lead-2"])
    said = {"person": CONFIRMS[level], "channel": "telephone", "happened_at": _now()}
    answer = {"id": new_id(), "behalf": said, "switch": key, "approve": True, "order_no": order}
    wire.post("/do", _body("DecideSwitch", answer), tokens["dispatch-3"])


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _body(kind: str, value: dict[str, Any]) -> bytes:
    return json.dumps({"type": kind, "value": value}, ensure_ascii=False).encode()


def _print(name: str, heard: list[tuple[int, int, float]], seats: int, rounds: int) -> None:
    """Every second entry since the beginning is a confirmation."""
    by_number: dict[int, list[float]] = defaultdict(list)
    for _, number, spent in heard:
        by_number[number].append(spent)
    confirmed = sorted(by_number)[1::2][:rounds]
    last = [max(by_number[number]) * 1000 for number in confirmed]
    missed = sum(seats - len(by_number[number]) for number in confirmed)
    figure(f"{name}_missed", missed + rounds - len(confirmed), "messages")
    figure(f"{name}_last_seat_p50", quantile(last, 0.5), "ms")
    figure(f"{name}_last_seat_p95", quantile(last, 0.95), "ms")


def _bare(rows: int) -> float:
    """Seconds of one commit that updates so many rows of a file and adds an entry."""
    with tempfile.TemporaryDirectory(dir=folder()) as place:
        raw = sqlite3.connect(Path(place) / "bare.db", isolation_level=None)
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, version INTEGER, hold TEXT)")
        raw.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY, data TEXT)")
        raw.executemany("INSERT INTO cases VALUES (?, 1, NULL)", ((n,) for n in range(rows)))
        began = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        for number in range(rows):
            raw.execute(
                "UPDATE cases SET version = 2, hold = 'x' WHERE id = ? AND version = 1", (number,)
            )
        raw.execute("INSERT INTO journal VALUES (1, ?)", ("x" * 300 * rows,))
        raw.execute("COMMIT")
        spent = time.perf_counter() - began
        raw.close()
        return spent


if __name__ == "__main__":
    main()
