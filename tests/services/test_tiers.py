"""Levels: who has a case, how it goes up and back, its clock, what each level solved."""

from __future__ import annotations

import random
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.commands import (
    CloseCase,
    CorrectCase,
    EscalateCase,
    FileCase,
    HandBackCase,
    LowerCase,
    RaiseCase,
    RecordCheck,
    ReportCase,
    SelfHandleCase,
    SendToCheck,
)
from commandcenter.domain.commands.tables import SetTiers
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tables_coordination import TierLine
from commandcenter.domain.tier import Tier
from commandcenter.services.rules import load_rules
from commandcenter.services.tier_views import AskTiers, TierFigures
from commandcenter.services.views import AskBoard, AskReference, CaseLine
from commandcenter.storage.replay import differences
from tests.fakes import Room, local, open_room, writing
from tests.walks import UNIT, closed, drilling, feed, refused, send, sign

MEMBER, CHECKER = "member-070", "member-071"
SEAT, ELSEWHERE, DISTRICT = "community-213", "community-001", "district-1"
GRID = "440113120213002"
TRIED = "上门三次没有人应"


def reported(room: Room, who: str = MEMBER, **fields: object) -> str:
    """A report by somebody of the field, of a place in 小龙村's second grid."""
    given = {"item": "01-02", "source": Source.GRID, "words": "垃圾堆在路口", "grid": GRID}
    return room.do(ReportCase, who, **{**given, "place": "祠堂东街", **fields}).subject


def up(room: Room, case: str, who: str = MEMBER) -> None:
    room.do(RaiseCase, who, case=case, reason="few_hands", tried=TRIED)


def down(room: Room, case: str, who: str = "lead-1") -> None:
    room.do(LowerCase, who, case=case, answer="请先与业主约时间")


def solved(room: Room, case: str, who: str = MEMBER) -> None:
    """Self-handled, checked and closed."""
    room.do(SelfHandleCase, who, case=case, words="清走了", pictures=(room.picture(),))
    room.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
    room.do(RecordCheck, CHECKER, case=case, passed=True)
    room.do(CloseCase, "lead-1", case=case)


def line(room: Room, case: str, who: str) -> CaseLine | None:
    """The case on somebody's board."""
    return next((one for one in room.desk.ask(AskBoard(), who).cases if one.id == case), None)


def figures(room: Room, who: str = "lead-1") -> dict[Tier, TierFigures]:
    return {one.tier: one for one in room.desk.ask(AskTiers(days=30), who).tiers}


def test_a_case_goes_up_for_those_only_whose_it_is_also_by_the_hand_of_the_desk(room: Room) -> None:
    case = reported(room)
    words = {"case": case, "reason": "few_hands", "tried": TRIED}
    refused(room, "no_such_case", RaiseCase, "dispatch-1", behalf="member-001", **words)
    room.do(RaiseCase, "dispatch-1", behalf=MEMBER, **words)
    assert room.case(case).tier is Tier.COMMUNITY


def test_a_report_starts_at_the_level_of_who_reports(room: Room) -> None:
    by_member, by_seat, by_desk = reported(room), reported(room, SEAT), room.report()
    found = [room.case(one) for one in (by_member, by_seat, by_desk)]
    assert [one.tier for one in found] == [Tier.GRID, Tier.COMMUNITY, Tier.STREET]
    # four working hours; two working days (10-01 to 10-08 are off); the street has the case's own
    assert found[0].tier_due == local("2025-09-29 15:00")
    assert found[1].tier_due == local("2025-10-09 17:30")
    assert found[2].tier_due is None
    typed = room.do(
        ReportCase, "dispatch-1", behalf=MEMBER, item="01-02", source=Source.GRID,
        words="电话里说的", grid=GRID, place="",
    ).subject  # fmt: skip
    assert room.case(typed).tier is Tier.GRID


def test_up_and_back_with_what_was_tried_and_an_answer(room: Room) -> None:
    case = reported(room)
    refused(room, "tried_missing", RaiseCase, MEMBER, case=case, reason="few_hands", tried="没用")
    refused(room, "other_tier", RaiseCase, SEAT, case=case, reason="few_hands", tried=TRIED)
    room.clock.pass_(hours=1)
    up(room, case)
    refused(room, "other_tier", RaiseCase, MEMBER, case=case, reason="few_hands", tried=TRIED)
    room.clock.pass_(days=20)
    up(room, case, SEAT)
    room.clock.pass_(minutes=5)
    refused(room, "answer_missing", LowerCase, "lead-1", case=case, answer="退")
    refused(room, "no_right", LowerCase, SEAT, case=case, answer="请先与业主约时间")
    down(room, case)
    found = room.case(case)
    assert found.tier is Tier.COMMUNITY and found.tier_since == room.clock.at
    assert [one.split()[0] for one in found.tier_log] == ["grid", "community", "street"]
    assert [one.split()[2:] for one in found.tier_log] == [
        ["3600"], ["1728000", "late"], ["300"],
    ]  # fmt: skip
    down(room, case, "dispatch-1")
    assert room.case(case).tier is Tier.GRID
    refused(room, "tier_move", LowerCase, "lead-1", case=case, answer="请先与业主约时间")
    story = [(one.entry.kind, one.words) for one in room.view(case).story]
    assert ("case_raised", TRIED) in story and ("case_lowered", "请先与业主约时间") in story


def test_what_the_street_files_is_the_street_s_and_the_district_gets_what_is_escalated(
    room: Room,
) -> None:
    case = reported(room)
    room.do(FileCase, "lead-1", case=case)
    assert room.case(case).tier is Tier.STREET
    refused(room, "tier_move", LowerCase, "lead-1", case=case, answer="请先与业主约时间")
    send(room, case)
    sign(room, case)
    room.do(EscalateCase, "lead-1", case=case, reason="beyond_means")
    found = room.case(case)
    assert found.tier is Tier.DISTRICT and found.tier_due == local("2025-10-27 17:30")
    room.clock.pass_(days=60)
    assert room.case(case).tier_late(room.clock.at)
    room.do(HandBackCase, DISTRICT, case=case, words="区住建局已立项，请街道跟进")
    found = room.case(case)
    assert (found.tier, found.state) == (Tier.STREET, CaseState.IN_PROGRESS)
    assert found.tier_log[-1].startswith("district ") and found.tier_log[-1].endswith(" late")
    assert room.view(case).story[-1].words == "区住建局已立项，请街道跟进"


def test_a_self_handled_case_keeps_its_level_until_a_check_fails(room: Room) -> None:
    one, two = reported(room), reported(room, SEAT)
    shot = (room.picture(),)
    refused(room, "other_tier", SelfHandleCase, MEMBER, case=two, words="清了", pictures=shot)
    for case, who in ((one, MEMBER), (two, SEAT)):
        room.do(SelfHandleCase, who, case=case, words="清走了", pictures=(room.picture(),))
    assert [room.case(case).tier for case in (one, two)] == [Tier.GRID, Tier.COMMUNITY]
    room.do(SendToCheck, "intake-1", case=one, checker=CHECKER)
    room.do(RecordCheck, CHECKER, case=one, passed=False)
    assert room.case(one).tier is Tier.STREET


def test_where_no_community_has_a_seat_the_grid_raises_to_the_street(room: Room) -> None:
    with writing(room.desk) as tx:
        tx.connection.exec_driver_sql(f"DELETE FROM people WHERE id = '{SEAT}'")
    case = reported(room)
    up(room, case)
    assert room.case(case).tier is Tier.STREET
    refused(room, "nobody_there", LowerCase, "lead-1", case=case, answer="请先与业主约时间")


def test_a_table_says_how_long_a_level_may_keep_a_case(room: Room) -> None:
    seen = (TierLine(tier="grid", limit="4wh"), TierLine(tier="community", limit="2wd"))
    now = (TierLine(tier="grid", limit="30min"), TierLine(tier="community"))
    room.do(SetTiers, "admin-1", rows=now, seen=seen)
    case, other = reported(room), reported(room, SEAT)
    assert room.case(case).tier_due == local("2025-09-29 09:30")
    assert room.case(other).tier_due is None
    shown = line(room, case, "lead-1")
    assert shown is not None
    assert (shown.tier, shown.tier_due) == (Tier.GRID, local("2025-09-29 09:30"))


def test_a_community_sees_its_own_and_the_district_what_was_raised(room: Room) -> None:
    mine, hotline = reported(room), room.report(source=Source.HOTLINE, caller_phone="13800005678")
    far = reported(room, "member-001", grid="440113120001001")
    assert line(room, mine, SEAT) and line(room, hotline, SEAT) and not line(room, far, SEAT)
    assert line(room, far, ELSEWHERE) and not line(room, mine, ELSEWHERE)
    assert [line(room, one, DISTRICT) for one in (mine, hotline, far)] == [None] * 3
    refused(room, "no_such_case", RaiseCase, ELSEWHERE, case=mine, reason="few_hands", tried=TRIED)
    refused(room, "not_your_community", ReportCase, ELSEWHERE, item="01-02", words="在别处",
            source=Source.GRID, grid=GRID, place="")  # fmt: skip
    view = room.view(hotline, SEAT)
    assert view.words and view.complainant is None
    room.do(FileCase, "lead-1", case=hotline)
    send(room, hotline)
    sign(room, hotline)
    room.do(EscalateCase, "lead-1", case=hotline, reason="beyond_means")
    assert line(room, hotline, DISTRICT) and room.view(hotline, DISTRICT).words
    moves = {one.command for one in room.view(hotline, DISTRICT).moves if one.allowed}
    assert {"HandBackCase", "AddNote"} <= moves and "RaiseCase" not in moves
    before = room.desk.ask(AskBoard(), DISTRICT).seq
    room.do(HandBackCase, DISTRICT, case=hotline)
    assert room.desk.changes(before, who=DISTRICT).gone == (hotline,)
    with pytest.raises(Refusal, match="no_such_case"):
        room.view(hotline, DISTRICT)


def test_a_seat_of_a_level_reads_who_acted_and_calls_its_own_people_only(room: Room) -> None:
    known = {who: room.desk.ask(AskReference(), who) for who in (SEAT, DISTRICT, UNIT)}
    assert known[SEAT].names[UNIT] and known[DISTRICT].names[MEMBER]
    assert MEMBER not in known[UNIT].names
    assert set(known[SEAT].phones) | set(known[DISTRICT].phones) <= set(known[UNIT].phones)
    people = {one.id for one in room.desk.ask(AskBoard(), SEAT).people}
    assert {MEMBER, CHECKER, SEAT, "lead-1"} <= people
    assert people.isdisjoint({"member-001", ELSEWHERE, UNIT})


def test_a_case_that_turns_out_to_lie_elsewhere_leaves_the_community(room: Room) -> None:
    case = reported(room)
    before = room.desk.ask(AskBoard(), SEAT).seq
    room.do(CorrectCase, "lead-1", case=case, grid="440113120001001")
    assert room.desk.changes(before, who=SEAT).gone == (case,)
    assert line(room, case, ELSEWHERE)


def test_the_share_that_each_level_solved(room: Room) -> None:
    grid, community = reported(room), reported(room, SEAT)
    room.clock.pass_(hours=3)
    solved(room, grid)
    solved(room, community, SEAT)
    street, district = closed(room), reported(room)
    up(room, district)
    up(room, district, SEAT)
    down(room, district)
    room.do(FileCase, "lead-1", case=district)
    send(room, district)
    sign(room, district)
    room.do(EscalateCase, "lead-1", case=district, reason="beyond_means")
    room.clock.pass_(hours=1)
    room.do(HandBackCase, DISTRICT, case=district)
    feed(room, district, UNIT)
    room.do(SendToCheck, "intake-1", case=district, checker=CHECKER)
    room.do(RecordCheck, CHECKER, case=district, passed=True)
    room.do(CloseCase, "lead-1", case=district)
    waiting = reported(room)
    drilling(room)
    reported(room, drill=True)
    room.clock.pass_(hours=24)  # past the grid's four working hours
    found = figures(room)
    assert {tier: one.closed for tier, one in found.items()} == dict.fromkeys(Tier, 1)
    assert all(one.share == 0.25 for one in found.values())
    assert found[Tier.GRID].median_hours == 3.0
    assert [one.raised for one in found.values()] == [1, 2, 1, 0]
    assert [one.lowered for one in found.values()] == [0, 0, 1, 1]
    assert [(one.open, one.overdue) for one in found.values()] == [(1, 1), (0, 0), (0, 0), (0, 0)]
    mine = room.desk.ask(AskTiers(days=30), ELSEWHERE)
    assert mine.closed == 0 and all(one.share is None for one in mine.tiers)
    assert street and room.case(waiting).tier_late(room.clock.at)


class Walk:
    """Grid, community, street and district take a case to and fro in any order."""

    def __init__(self, template: Path, seed: int) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="tiers-"))
        shutil.copytree(template, self.home / "street")
        self.room, self.pick = open_room(self.home / "street"), random.Random(seed)
        self.case = reported(self.room, self.pick.choice((MEMBER, SEAT)))
        self.began = self.room.clock.at

    def step(self) -> None:
        """One try by somebody, allowed or not, after some time."""
        room, case = self.room, self.case
        room.clock.pass_(seconds=self.pick.randint(1, 100_000))
        before = room.case(case)
        ways = (
            *(lambda: up(room, case, self.pick.choice((MEMBER, SEAT))),) * 8,
            *(lambda: down(room, case, self.pick.choice(("lead-1", "dispatch-1"))),) * 5,
            lambda: room.do(FileCase, "lead-1", case=case),
            lambda: send(room, case),
            lambda: sign(room, case),
            lambda: room.do(EscalateCase, "lead-1", case=case, reason="beyond_means"),
            lambda: room.do(HandBackCase, DISTRICT, case=case),
        )
        try:
            self.pick.choice(ways)()
        except (Refusal, ValueError):
            assert room.case(case) == before
        self.holds(before, room.case(case))

    def holds(self, before: Case, now: Case) -> None:
        """One step at most, or the street's filing; the log and the present level fill the time."""
        order = tuple(Tier)
        step = abs(order.index(now.tier) - order.index(before.tier))
        assert step <= 1 or (before.state, now.state) == (CaseState.REPORTED, CaseState.FILED)
        since = self.began
        for entry in now.tier_log:
            _, begun, spent, *_ = entry.split()
            assert datetime.fromisoformat(begun) == since
            since = datetime.fromtimestamp(since.timestamp() + int(spent), since.tzinfo)
        assert (now.tier_since or now.reported_at) == since
        assert (now.tier is Tier.DISTRICT) == (now.state is CaseState.ESCALATED)
        if now.tier in (Tier.GRID, Tier.COMMUNITY):
            assert now.state is CaseState.REPORTED and now.tier_due is not None

    def end(self) -> None:
        """The journal says the same."""
        with self.room.center.database.read.begin() as connection:
            assert differences(connection, self.room.desk.street) == []
        self.room.center.close()
        shutil.rmtree(self.home)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_any_way_up_and_back_keeps_one_level_at_a_time(founded: Path, seed: int) -> None:
    walk = Walk(founded, seed)
    for _ in range(40):
        walk.step()
    walk.end()


def test_the_rules_read_the_defaults(room: Room) -> None:
    with room.center.database.read.begin() as connection:
        rules = load_rules(connection, room.desk.street)
    assert {tier.value: str(limit) for tier, limit in rules.tiers.items() if limit} == {
        "grid": "4wh", "community": "2wd", "district": "15wd",
    }  # fmt: skip
