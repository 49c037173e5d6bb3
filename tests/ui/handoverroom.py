"""Handovers that were signed in a room of their own, for the tests of what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    FreezeHandover,
    MakePromise,
    RecordNotice,
    SetKit,
    SignHandover,
)
from commandcenter.domain.handover import KitKind, KitState, NoticeKind, Party
from commandcenter.services.handover_views import AskHandover, HandoverView, Sent
from commandcenter.services.views import AskReference, Reference
from tests.fakes import Room, local, open_room
from tests.ui.deskroom import board
from tests.walks import callback, filed, suspended
from ui.words import names_of

DAY = "2025-10-16"
WORDS = {"lead-1": "outgoing-pass-1", "lead-2": "incoming-pass-2"}
PROMISED = "给13812345678回电，说明{{ 7*7 }}与<b>结果</b>"


@dataclass(frozen=True, slots=True)
class Told:
    """One view, what its ids are called, and the street it is of."""

    view: HandoverView
    names: Mapping[str, str]
    reference: Reference
    at: datetime


def many(folder: Path, cases: int = 60) -> Told:
    """A signed record with so many cases and something in each of its eleven parts."""
    room = open_room(folder, f"{DAY} 06:00")
    try:
        known = _work(room, cases)
        record = _freeze(room)
        for case in known:
            _take(room, record, case)
        late = room.report(place="新报路口", lon=None, lat=None)
        room.clock.set("08:18")
        _promise(room, known[3], Party.SUPERIOR, "九点报告", "09:00")
        for case in (late, known[3]):
            _take(room, record, case)
        _sign(room, record)
        room.do(AddAddendum, "lead-1", handover=record, words="更正：第3件承诺为14时")
        told = _told(room, record)
    finally:
        room.center.close()
    due, sent = local(f"{DAY} 08:00"), local(f"{DAY} 07:55")
    reports = (
        Sent(slot="a", kind="first", due=due, sent_at=sent),
        Sent(slot="b", kind="follow", due=local(f"{DAY} 10:00"), sent_at=None),
    )
    parts = replace(told.view.parts, reports=reports, mode="typhoon", level="iii")
    return replace(told, view=replace(told.view, parts=parts))


def nothing(folder: Path) -> Told:
    """A signed record of a shift in which nothing happened."""
    room = open_room(folder, f"{DAY} 07:50")
    try:
        record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
        _sign(room, record)
        return _told(room, record)
    finally:
        room.center.close()


def draft(folder: Path) -> Told:
    """What is not frozen yet, with one case."""
    room = open_room(folder, f"{DAY} 07:50")
    try:
        filed(room)
        return _told(room, None)
    finally:
        room.center.close()


def _work(room: Room, cases: int) -> list[str]:
    known = [suspended(room), callback(room)]
    for n in range(cases - len(known)):
        place = {"place": f"祠堂东街{n}号", "lon": 113.43 + n % 10 / 500, "lat": 22.95}
        known.append(filed(room, item="04-06" if n == 0 else "01-10", **place))
    for party, hour in ((Party.COMPLAINANT, "10:00"), (Party.UNIT, "11:00")):
        _promise(room, known[2], party, PROMISED, hour)
    notices = (
        (NoticeKind.INSTRUCTION, "加强夜间巡查", "区"),
        (NoticeKind.WEATHER, "夜间有大风", "气象台"),
        (NoticeKind.FAULT, "东门视频掉线", None),
    )
    for kind, words, origin in notices:
        room.do(RecordNotice, "lead-1", kind=kind, words=words, origin=origin)
    kit = "00000000-0000-4000-8000-000000000001"
    room.do(SetKit, "lead-1", kit=kit, kind=KitKind.RADIO, name="电台 01", state=KitState.OUT,
            holder="dispatch-1")  # fmt: skip
    return known


def _promise(room: Room, case: str, party: Party, words: str, hour: str) -> None:
    unit = "sanitation" if party is Party.UNIT else None
    by_when = local(f"{DAY} {hour}")
    room.do(MakePromise, "dispatch-1", case=case, party=party, unit=unit, words=words,
            by_when=by_when)  # fmt: skip


def _freeze(room: Room) -> str:
    room.clock.set("08:00")
    return room.do(FreezeHandover, "lead-1", incoming="lead-2", leader="duty-1",
                   remarks="夜间平稳", queued=3).subject  # fmt: skip


def _take(room: Room, record: str, case: str) -> None:
    room.do(AcknowledgeItem, "lead-2", handover=record, case=case)


def _sign(room: Room, record: str) -> None:
    for who in ("lead-1", "lead-2"):
        room.clock.pass_(minutes=1)
        room.do(SignHandover, who, handover=record, password=WORDS[who])


def _told(room: Room, record: str | None) -> Told:
    view = room.desk.ask(AskHandover(handover=record), "lead-1")
    reference = room.desk.ask(AskReference(), "lead-1")
    return Told(view, names_of(reference, board(room).teams), reference, room.clock.at)
