"""Plans' versions and the figures of an emergency, asked of the real Desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    AnswerCall,
    ApprovePurge,
    CallTeams,
    ExemptCase,
    ListAtRisk,
    MoveAtRisk,
    ProposePurge,
    RecordReview,
    RiskLine,
    SetPlan,
)
from commandcenter.domain.duty import Post
from commandcenter.domain.emergency import Answer, Moved, Phase
from commandcenter.domain.person import Team
from commandcenter.domain.plan import EventKind, Plan, Response, body_of
from commandcenter.services.review_views import AskPlan, AskReview, PlanVersions, PurgeDone, Review
from commandcenter.storage.tx import Tx
from tests.e2e.test_day_c import report, switch, whole
from tests.fakes import Room
from tests.storage.postgres import OWNER, Cluster
from tests.stores import Town, found_town
from tests.walks import filed, refused

T = EventKind.TYPHOON
MINUTE = timedelta(minutes=1)


def versions(room: Room, kind: EventKind = T) -> PlanVersions:
    found: PlanVersions = room.desk.ask(AskPlan(kind=kind), "lead-1")
    return found


def review(room: Room, emergency: str) -> Review:
    found: Review = room.desk.ask(AskReview(emergency=emergency), "lead-1")
    return found


@pytest.mark.parametrize("kind", EventKind)
def test_every_plan_begins_with_checklists_that_grow_with_the_level(
    room: Room, kind: EventKind
) -> None:
    (first,) = versions(room, kind).versions
    levels = first.levels()
    assert [one.level for one in levels] == list(Response)
    for post in Post:
        lines = [one.lines_of(post) for one in levels]
        assert lines[0] and all(set(a) <= set(b) for a, b in pairwise(lines))
        assert len(lines[-1]) > len(lines[0])
    assert body_of(levels) == first.body


def test_a_saved_plan_is_a_new_version_and_the_old_ones_stay(room: Room) -> None:
    (first,) = versions(room).versions
    iv, *rest = first.levels()
    changed = (replace(iv, report_minutes=240), *rest)
    room.do(SetPlan, "duty-1", kind=T, seen=0, name="防台预案", levels=changed)
    refused(room, "plan_stale", SetPlan, "director-1", kind=T, seen=0, name="旧", levels=changed)
    again = (replace(iv, report_minutes=180), *rest)
    room.do(SetPlan, "director-1", kind=T, seen=1, name="防台预案", levels=again)
    newest, older, default = versions(room).versions
    assert (newest.version, older.version, default) == (2, 1, first)
    assert (newest.current, older.current) == (True, False)
    assert newest.level(Response.IV).report_minutes == 180 and older.made_by == "duty-1"
    assert versions(room).teams and versions(room).patterns
    assert room.center.verify().good and not room.center.differences()


def storm(room: Room) -> tuple[str, list[str]]:
    """Ⅲ at 9:00 with calls, reports and people; released at 12:00; the emergency, its cases."""
    held = [filed(room, item="01-10", source=Source.PATROL) for _ in range(3)]
    emergency = switch(room, "09:30", Response.III, "1号", "director-1")
    with room.center.database.read.begin() as connection:
        teams = tuple(one.id for one in Tx(connection, room.desk.street).find(Team))[:4]
    room.do(CallTeams, "dispatch-1", emergency=emergency, teams=teams)
    calls = whole(room, emergency).calls
    for at, call, said in (
        ("09:34", calls[0], Answer.COMING),
        ("09:42", calls[1], Answer.CANNOT),
        ("10:05", calls[2], Answer.COMING),
    ):
        room.clock.set(at)
        room.do(AnswerCall, "dispatch-1", call=call.id, answer=said, minutes=20)
    report(room, emergency, "2025-09-29 10:00")
    report(room, emergency, "2025-09-29 10:45")
    people(room, emergency)
    room.clock.set("11:20")
    room.do(ExemptCase, "lead-1", case=held[0], reason="danger")
    filed(room, item="04-06")
    switch(room, "12:00", None, "2号", "director-1")
    return emergency, held


def people(room: Room, emergency: str) -> None:
    lines = tuple(
        RiskLine(place=f"海傍路{n // 2 + 1}号", name=f"欧阳{n}", phone=f"1872341{n:04d}",
                 lon=113.4325, lat=22.95086)
        for n in range(4)
    )  # fmt: skip
    room.do(ListAtRisk, "dispatch-1", emergency=emergency, lines=lines)
    ids = tuple(one.at_risk.id for one in whole(room, emergency).people)
    room.do(MoveAtRisk, "dispatch-1", people=ids[:1], state=Moved.MOVED)
    room.clock.set("11:05")
    room.do(MoveAtRisk, "dispatch-1", people=ids[1:3], state=Moved.MOVED)
    room.do(MoveAtRisk, "dispatch-1", people=ids[3:], state=Moved.REFUSED)


def test_the_figures_say_what_happened(room: Room) -> None:
    emergency, _ = storm(room)
    room.clock.set("14:00")
    found = review(room, emergency)
    (span,) = found.levels
    assert (span.level, span.until - span.since) == (Response.III, 150 * MINUTE)
    assert (span.order_no, span.proposed_by, span.confirmed_by) == ("1号", "lead-1", "director-1")
    calls = found.calls
    assert (calls.called, calls.coming, calls.cannot) == (4, 2, 1)
    assert len(calls.late) == 1 and len(calls.silent) == 1
    assert (calls.median, calls.longest) == (12 * MINUTE, 35 * MINUTE)
    reports = found.reports
    assert (reports.owed, reports.on_time, reports.late, reports.unsent) == (3, 1, 1, 1)
    assert reports.worst == 15 * MINUTE
    ((community, *_),) = {(one.community,) for one in found.people}
    assert community is not None
    points = [(one.listed, one.moved, one.refused) for one in found.people]
    assert points == [(4, 1, 0), (4, 3, 1)]
    assert (found.cases.received, found.cases.urgent, found.cases.open) == (1, 1, 1)
    held = found.held
    assert (held.deferred, held.suspended, held.resumed, held.exempted) == (3, 0, 2, 1)
    assert (held.standing, held.longest) == (0, 150 * MINUTE)


def test_a_review_is_longer_than_a_note_and_comes_back(room: Room) -> None:
    emergency, _ = storm(room)
    words = "复盘报告\n" + "一队应答超时。" * 900
    refused(room, "text_too_long", RecordReview, "lead-1", emergency=emergency, words="长" * 20_001)
    room.do(RecordReview, "lead-1", emergency=emergency, words=words)
    found = review(room, emergency)
    assert (found.words, found.reviewed_by) == (words, "lead-1")
    assert room.center.verify().good and not room.center.differences()


def test_the_purge_names_its_list_takes_two_people_and_leaves_no_byte(room: Room) -> None:
    emergency, _ = storm(room)
    assert [(one.place, one.people, one.texts) for one in review(room, emergency).private] == [
        ("海傍路1号", 2, 4),
        ("海傍路2号", 2, 4),
    ]
    folder = room.center.folder
    assert _traces(folder)
    room.do(ProposePurge, "lead-1", emergency=emergency)
    refused(room, "no_right", ApprovePurge, "lead-1", emergency=emergency)
    room.do(ApprovePurge, "dispatch-1", "director-1", emergency=emergency)
    found = review(room, emergency)
    assert found.private == () and found.emergency.purge_at == room.clock.at
    assert found.purged == PurgeDone(at=room.clock.at, by="director-1", people=4, texts=8)
    assert _traces(folder) == []
    room.do(RecordReview, "lead-1", emergency=emergency, words="复盘")
    assert review(room, emergency).emergency.phase is Phase.PURGED
    assert room.center.verify().good and not room.center.differences()


def _traces(folder: Path) -> list[str]:
    """Files of the street, the write-ahead log among them, in which a name or number stands."""
    secrets = [f"欧阳{n}".encode() for n in range(4)] + [
        f"1872341{n:04d}".encode() for n in range(4)
    ]
    files = [one for one in folder.rglob("*") if one.is_file()]
    return sorted(
        f"{one.name}: {secret.decode()}"
        for one in files
        for secret in secrets
        if secret in one.read_bytes()
    )


def test_a_plan_that_cannot_be_read_is_refused(room: Room) -> None:
    (first,) = versions(room).versions
    assert isinstance(first, Plan)
    iv, *rest = first.levels()
    broken = (replace(iv, confirm=()), *rest)
    given = {"kind": T, "seen": 0, "name": "x"}
    refused(room, "plan_confirm_missing", SetPlan, "duty-1", levels=broken, **given)
    strange = (replace(iv, waves=(("nobody",),)), *rest)
    refused(room, "no_such_team", SetPlan, "duty-1", levels=strange, **given)


def test_the_purge_leaves_no_row_of_them_on_postgresql(postgres: Cluster, tmp_path: Path) -> None:
    town = found_town(postgres, tmp_path / "town")
    try:
        room = town.open()
        emergency, _ = storm(room)
        assert _rows(town) and review(room, emergency).calls.median == 12 * MINUTE
        room.do(ProposePurge, "lead-1", emergency=emergency)
        room.do(ApprovePurge, "dispatch-1", "director-1", emergency=emergency)
        assert _rows(town) == [] and review(room, emergency).private == ()
    finally:
        town.close()


def _rows(town: Town) -> list[str]:
    """Tables of the database that say one of the names or telephones."""
    with psycopg.connect(town.url(OWNER)) as connection:
        named = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        tables = [row[0] for row in connection.execute(named)]
        find = "SELECT 1 FROM {} AS held WHERE held::text ~ '欧阳[0-3]|1872341000[0-3]' LIMIT 1"
        return [one for one in tables if connection.execute(_plain(find, one)).fetchone()]


def _plain(text: str, table: str) -> sql.Composed:
    return sql.SQL(text).format(sql.Identifier(table))
