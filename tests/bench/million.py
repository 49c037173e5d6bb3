"""A street with a million cases, 5,000 of them open: valid chain, real text lengths, built once."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.ids import new_id
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.journal import canonical
from commandcenter.geo.demo import load_demo
from commandcenter.storage.bigrams import document
from commandcenter.storage.codec import encode, micros
from commandcenter.storage.database import FILE, driver
from commandcenter.storage.keys import phone_hash, salted, street_key
from commandcenter.storage.tx import entry_hash
from tests.bench.report import folder
from tests.fakes import local, open_room

TOTAL = 1_000_000
OPEN = 5_000
BATCH = 5_000
START = "2026-11-20 09:00"
SECONDS_APART = 95
LENGTHS = (36, 58, 80, 110, 160, 240, 420)
"""Quantiles of the characters of real messages (data/complaints-zh: p5 .. p95)."""

STATES = (CaseState.FILED, CaseState.DISPATCHED, CaseState.IN_PROGRESS, CaseState.CHECKING)


def million(total: int = TOTAL) -> Path:
    """The folder of the built street; building takes some minutes and is said on stderr."""
    place = folder() / f"street-{total}-v1"
    if (place / "done").exists():
        return place
    room = open_room(place, START)
    street = room.desk.street
    with room.center.database.read.connect() as connection:
        head = connection.exec_driver_sql("SELECT seq, hash FROM chain_head").one()
    room.center.close()
    began = time.monotonic()
    raw = driver().connect(str(place / FILE), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=OFF", "cache_size=-400000"):
        raw.execute(f"PRAGMA {pragma}")
    writer = _Writer(raw, street, head[0], head[1], street_key(place))
    for done, batch in enumerate(_batches(street, total), 1):
        writer.write(batch)
        if done % 20 == 0:
            spent = time.monotonic() - began
            print(f"  {done * BATCH:,} of {total:,} cases, {spent:.0f} s", file=sys.stderr)
    writer.finish(total)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    (place / "done").touch()
    return place


def _batches(street: str, total: int) -> Iterator[list[tuple[Case, str]]]:
    dice = random.Random(7)
    demo = load_demo()
    end = local(START)
    batch: list[tuple[Case, str]] = []
    texts = [report.text for report in demo.reports]
    for number in range(total):
        at = end - timedelta(seconds=SECONDS_APART * (total - number))
        item = dice.choice(CATALOGUE)
        report = dice.choice(demo.reports)
        live = number >= total - OPEN
        state = dice.choice(STATES) if live else CaseState.CLOSED
        due = at + timedelta(hours=dice.choice((4, 8, 24, 72, 120)))
        case = Case(
            street=street,
            id=new_id(milliseconds=int(at.timestamp() * 1000), random=dice.randbytes(10)),
            version=5,
            number=f"{at.year}-{number % 1_000_000:06d}",
            state=state,
            state_since=at,
            item=item.code,
            level=item.level,
            source=report.source if report.source is not Source.IMPORT else Source.GRID,
            place=f"{report.address}{number % 997}号",
            lon=report.lon + dice.uniform(-0.004, 0.004),
            lat=report.lat + dice.uniform(-0.004, 0.004),
            grid=report.grid,
            community=report.grid[:12],
            reported_at=at,
            complainant=number % 3 == 0,
            filed_at=at + timedelta(minutes=2),
            clock_start=at + timedelta(minutes=2),
            due=due,
            yellow=at + (due - at) * 0.8,
            lead_unit="sanitation",
            owner="dispatch-1",
            rounds=1,
            closed_at=None if live else at + timedelta(hours=3),
            close_kind=None if live else "checked",
            verdict=None if live else True,
        )
        batch.append((case, _text(dice, texts)))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _text(dice: random.Random, texts: list[str]) -> str:
    wanted = dice.choice(LENGTHS)
    words = dice.choice(texts)
    while len(words) < wanted:
        words += "，" + dice.choice(texts)
    return words[:wanted]


class _Writer:
    """Rows, entries, words and index of a batch, in one transaction."""

    def __init__(self, raw: Any, street: str, seq: int, head: str, key: bytes) -> None:
        self.raw, self.street, self.seq, self.head, self.key = raw, street, seq, head, key
        self.number = 0

    def write(self, batch: list[tuple[Case, str]]) -> None:
        """Write one batch."""
        cases, entries, texts, ids, grams, callers = [], [], [], [], [], []
        for case, words in batch:
            row = encode(case)
            text, salt = new_id(), b"0" * 16
            fact = {"item": case.item, "text": text, "hash": salted(salt, words), "of": "words"}
            entries.append(self._entry(case, row, fact))
            cases.append(tuple(row.values()))
            texts.append((self.street, text, case.id, "words", words, salt, None))
            self.number += 1
            ids.append((self.number, self.street, case.id))
            grams.append((self.number, document(words, case.place)))
            if case.complainant:
                phone = f"1990{self.number % 9_999_991:07d}"
                callers.append((self.street, phone_hash(self.key, phone), case.id))
        columns = ",".join(f'"{one}"' for one in row)
        marks = ",".join("?" * len(row))
        run = self.raw.executemany
        self.raw.execute("BEGIN")
        run(f"INSERT INTO cases({columns}) VALUES ({marks})", cases)
        run(
            "INSERT INTO journal(street,seq,command,at,who,behalf,channel,happened_at,subject,"
            "kind,data,hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            entries,
        )
        run("INSERT INTO private VALUES (?,?,?,?,?,?,?)", texts)
        run("INSERT INTO search_ids VALUES (?,?,?)", ids)
        run("INSERT INTO search(rowid, grams) VALUES (?,?)", grams)
        run("INSERT INTO callers VALUES (?,?,?)", callers)
        self.raw.execute("UPDATE chain_head SET seq=?, hash=?", (self.seq, self.head))
        self.raw.execute("COMMIT")

    def _entry(self, case: Case, row: dict[str, Any], fact: dict[str, Any]) -> tuple[Any, ...]:
        self.seq += 1
        delta = {name: [None, value] for name, value in row.items() if value is not None}
        at = micros(case.reported_at)
        entry = {
            "street": self.street,
            "seq": self.seq,
            "command": f"built-{self.seq}",
            "at": at,
            "who": "intake-1",
            "behalf": None,
            "channel": None,
            "happened_at": at,
            "subject": case.id,
            "kind": "case_imported",
            "data": canonical(fact, [["cases", case.id, delta]]),
        }
        self.head = entry_hash(self.head, entry)
        return (*entry.values(), self.head)

    def finish(self, total: int) -> None:
        """One entry with the figures as they are now."""
        closed = total - OPEN
        row = self.raw.execute("SELECT * FROM figures").description
        names = [one[0] for one in row]
        old = dict(zip(names, self.raw.execute("SELECT * FROM figures").fetchone(), strict=True))
        new = old | {
            "filed": total,
            "closed": closed,
            "open": OPEN,
            "last_number": total,
            "number_year": 2026,
        }
        delta = {name: [old[name], new[name]] for name in new if new[name] != old[name]}
        self.seq += 1
        entry = {
            "street": self.street,
            "seq": self.seq,
            "command": "built-figures",
            "at": micros(local(START)),
            "who": "system",
            "behalf": None,
            "channel": None,
            "happened_at": micros(local(START)),
            "subject": self.street,
            "kind": "figures_set",
            "data": canonical({}, [["figures", "all", delta]]),
        }
        self.head = entry_hash(self.head, entry)
        marks = ",".join("?" * 12)
        self.raw.execute("BEGIN")
        self.raw.execute(f"INSERT INTO journal VALUES ({marks})", (*entry.values(), self.head))
        sets = ",".join(f"{name}={json.dumps(pair[1])}" for name, pair in delta.items())
        self.raw.execute(f"UPDATE figures SET {sets}")
        self.raw.execute("UPDATE chain_head SET seq=?, hash=?", (self.seq, self.head))
        self.raw.execute("COMMIT")
