"""Board and changes: the queue's lines straight from rows, as of one journal number."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.clock import Due
from commandcenter.domain.docket import Docket
from commandcenter.domain.journal import Entry
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.person import Officer, Person, Position, Team
from commandcenter.domain.tier import Tier
from commandcenter.domain.whistle import WhistleState
from commandcenter.services.modes import MODE_KINDS, mode
from commandcenter.services.views import Board, CaseLine, Changes, Figures
from commandcenter.storage import tables as t
from commandcenter.storage.codec import decode, instant
from commandcenter.storage.tx import Tx

CHUNK = 400
_LINE = (
    "id",
    "version",
    "number",
    "state",
    "state_since",
    "item",
    "level",
    "source",
    "place",
    "community",
    "grid",
    "lon",
    "lat",
    "lead_unit",
    "owner",
    "reported_at",
    "filed_at",
    "closed_at",
    "clock_start",
    "due",
    "yellow",
    "provisional",
    "stage",
    "stage_due",
    "stage_yellow",
    "pending",
    "urged",
    "supervised",
    "supervise_due",
    "rounds",
    "rework",
    "drill",
    "imported",
    "acks",
    "merged_into",
    "hold",
    "held_at",
    "watch",
    "watch_due",
    "admission",
    "tier",
    "tier_due",
    "tier_yellow",
    "whistle",
    "whistle_due",
    "whistle_yellow",
)
LINE_COLUMNS = [t.cases.c[name] for name in _LINE]
_STATES = {one.value: one for one in CaseState}
_LEVELS = {one.value: one for one in Level}
_SOURCES = {one.value: one for one in Source}
_STAGES = {one.value: one for one in Stage}
_TIERS = {one.value: one for one in Tier}
_NONE: tuple[str, ...] = ()


def _list(text: str) -> tuple[str, ...]:
    return _NONE if text == "[]" else tuple(json.loads(text))


def _at(value: int | None) -> datetime | None:
    return None if value is None else instant(value)


def line_of(row: Row[Any]) -> CaseLine:
    """A queue line from a row of LINE_COLUMNS."""
    return CaseLine(
        id=row.id,
        version=row.version,
        number=row.number,
        state=_STATES[row.state],
        state_since=instant(row.state_since),
        item=row.item,
        level=_LEVELS[row.level],
        source=_SOURCES[row.source],
        place=row.place,
        community=row.community,
        grid=row.grid,
        lon=row.lon,
        lat=row.lat,
        lead_unit=row.lead_unit,
        owner=row.owner,
        reported_at=instant(row.reported_at),
        filed_at=_at(row.filed_at),
        closed_at=_at(row.closed_at),
        clock_start=_at(row.clock_start),
        due=_at(row.due),
        yellow=_at(row.yellow),
        provisional=bool(row.provisional),
        stage=_STAGES[row.stage] if row.stage else None,
        stage_due=_at(row.stage_due),
        stage_yellow=_at(row.stage_yellow),
        pending=_list(row.pending),
        urged=row.urged,
        supervised=bool(row.supervised),
        supervise_due=_at(row.supervise_due),
        rounds=row.rounds,
        rework=row.rework,
        drill=bool(row.drill),
        imported=bool(row.imported),
        acks=_list(row.acks),
        merged_into=row.merged_into,
        hold=row.hold,
        held_at=_at(row.held_at),
        watch=row.watch,
        watch_due=_at(row.watch_due),
        admission=row.admission,
        tier=_TIERS[row.tier] if row.tier else Tier.STREET,
        tier_due=_at(row.tier_due),
        tier_yellow=_at(row.tier_yellow),
        whistle=row.whistle,
        whistle_due=_at(row.whistle_due),
        whistle_yellow=_at(row.whistle_yellow),
    )


def lines(tx: Tx, ids: Iterable[str]) -> list[CaseLine]:
    """Queue lines of these cases, in the given order, missing ones left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, CaseLine] = {}
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        rows = tx.connection.execute(_BY_IDS, {"s": tx.street, "ids": part})
        found.update((row.id, line_of(row)) for row in rows)
    return _with_clocks(tx, [found[one] for one in wanted if one in found])


def _with_clocks(tx: Tx, found: list[CaseLine]) -> list[CaseLine]:
    """The lines with the nearest clocks of their sub-dockets, tasks of a 会商 and ratings."""
    ids = [one.id for one in found]
    clocks, owed = _docket_clocks(tx, ids), _owed_clocks(tx, ids)
    return [_clocked(one, clocks.get(one.id), owed.get(one.id)) for one in found]


def _clocked(line: CaseLine, due: Due | None, owed: Owing | None) -> CaseLine:
    if due is not None:
        line = replace(line, docket_due=due.at, docket_yellow=due.yellow)
    return line if owed is None else replace(line, **owed)


def _owed_clocks(tx: Tx, ids: list[str] | None = None) -> dict[str, Owing]:
    """By case when the nearest open task of a 会商 and the nearest missing rating are due."""
    parts = [None] if ids is None else [ids[i : i + CHUNK] for i in range(0, len(ids), CHUNK)]
    found: dict[str, Owing] = {}
    for part in parts:
        for name, asked, of in ((*_CONSULT, _TASKS.case), (*_RATING, _WHISTLES.case)):
            wanted = asked.where(of.in_(part)) if part is not None else asked
            for row in tx.connection.execute(wanted, {"s": tx.street}):
                found.setdefault(row.case, {})[name] = instant(row.due)
    return found


def _docket_clocks(tx: Tx, ids: list[str] | None = None) -> dict[str, Due]:
    """The nearest clock of open sub-dockets by case; of every case when no ids are given."""
    d = t.TABLES["dockets"]
    wanted = select(d).where(d.c.street == tx.street, d.c.closed_at.is_(None))
    parts = [None] if ids is None else [ids[i : i + CHUNK] for i in range(0, len(ids), CHUNK)]
    clocks: dict[str, Due] = {}
    for part in parts:
        asked = wanted if part is None else wanted.where(d.c.case.in_(part))
        for row in tx.connection.execute(asked).mappings():
            due = decode(Docket, row).next_due()
            known = clocks.get(row["case"])
            clocks[row["case"]] = due if known is None or due.at < known.at else known
    return clocks


Owing = dict[str, Any]
"""Fields of a queue line that have to do with what is owed to others."""
_TASKS, _WHISTLES = t.TABLES["consult_tasks"].c, t.TABLES["whistles"].c
_CONSULT = (
    "consult_due",
    select(_TASKS.case, func.min(_TASKS.due).label("due"))
    .where(_TASKS.street == bindparam("s"), _TASKS.done_at.is_(None))
    .group_by(_TASKS.case),
)
_RATING = (
    "rate_due",
    select(_WHISTLES.case, func.min(_WHISTLES.rate_due).label("due"))
    .where(
        _WHISTLES.street == bindparam("s"),
        _WHISTLES.state == WhistleState.CLOSED.value,
        _WHISTLES.rate_due.is_not(None),
    )
    .group_by(_WHISTLES.case),
)
_BY_IDS = select(*LINE_COLUMNS).where(
    t.cases.c.street == bindparam("s"), t.cases.c.id.in_(bindparam("ids", expanding=True))
)
_HEAD = select(t.chain_head.c.seq).where(t.chain_head.c.street == bindparam("s"))


def head(tx: Tx) -> int:
    """The newest journal number."""
    return int(tx.connection.execute(_HEAD, {"s": tx.street}).scalar() or 0)


def figures(tx: Tx) -> Figures:
    """The counts kept with every case."""
    row = tx.figures()
    return Figures(
        filed=row.filed, closed=row.closed, void=row.void, open=row.open, inbox=row.inbox
    )


def positions(tx: Tx) -> tuple[Position, ...]:
    """Where every team was last seen."""
    p = t.positions.c
    rows = tx.connection.execute(select(p.team, p.lon, p.lat, p.at).where(p.street == tx.street))
    return tuple(Position(team=r.team, lon=r.lon, lat=r.lat, at=instant(r.at)) for r in rows)


def read_board(tx: Tx, now: datetime) -> Board:
    """The whole board from one snapshot."""
    live = (
        select(*LINE_COLUMNS)
        .where(t.cases.c.street == tx.street, t.LIVE)
        .order_by(t.cases.c.state)  # so SQLite takes the index of live cases, not every case
    )
    clocks = _docket_clocks(tx)
    found = [line_of(row) for row in tx.connection.execute(live)]
    owed = _owed_clocks(tx)
    rating = {case for case, one in owed.items() if "rate_due" in one}
    ended = (clocks.keys() | rating) - {one.id for one in found}
    found = [_clocked(one, clocks.get(one.id), owed.get(one.id)) for one in found]
    return Board(
        seq=head(tx),
        at=now,
        cases=(*found, *lines(tx, sorted(ended))),
        figures=figures(tx),
        teams=tuple(tx.find(Team)),
        officers=tuple(tx.find(Officer)),
        positions=positions(tx),
        people=tuple(tx.find(Person)),
        mode=mode(tx, now),
    )


def entry_of(row: Row[Any]) -> Entry:
    """A journal entry from its row."""
    data = json.loads(row.data)
    return Entry(
        street=row.street,
        seq=row.seq,
        at=instant(row.at),
        who=row.who,
        behalf=row.behalf,
        channel=row.channel,
        happened_at=instant(row.happened_at),
        subject=row.subject,
        kind=row.kind,
        facts=data["facts"],
        rows=tuple(data["rows"]),
        hash=row.hash,
    )


def read_changes(tx: Tx, after: int, limit: int, now: datetime) -> Changes:
    """Entries after a number and the touched rows as they are now, in one snapshot."""
    j = t.journal
    rows = tx.connection.execute(
        select(j).where(j.c.street == tx.street, j.c.seq > after).order_by(j.c.seq).limit(limit + 1)
    ).all()
    more = len(rows) > limit
    entries = tuple(entry_of(row) for row in rows[:limit])
    touched: dict[str, dict[str, None]] = {}
    for entry in entries:
        for name, key, _delta in entry.rows:
            touched.setdefault(name, {})[key] = None
    return Changes(
        seq=entries[-1].seq if entries else after,
        at=now,
        entries=entries,
        cases=tuple(lines(tx, touched.get("cases", {}))),
        figures=figures(tx) if entries else None,
        teams=_now(tx, Team, touched.get("teams", {})),
        officers=_now(tx, Officer, touched.get("officers", {})),
        people=_now(tx, Person, touched.get("people", {})),
        positions=positions(tx),
        more=more,
        mode=mode(tx, now) if any(one.kind in MODE_KINDS for one in entries) else None,
    )


def _now(tx: Tx, kind: Any, keys: Iterable[str]) -> tuple[Any, ...]:
    found = (tx.get(kind, key) for key in keys)
    return tuple(one for one in found if one is not None)


__all__ = ["entry_of", "figures", "head", "line_of", "lines", "read_board", "read_changes"]
