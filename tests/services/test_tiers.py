"""Levels: who has a case, how it goes up and back, its clock, what each level solved."""

from __future__ import annotations

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    CloseCase,
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
from commandcenter.domain.case import Source
from commandcenter.domain.tier import Tier
from tests.fakes import Room, local
from tests.walks import refused

MEMBER, OTHER = "member-070", "member-071"
SEAT, ELSEWHERE = "community-213", "community-001"
DISTRICT = "district-1"
WHERE = {"grid": "440113120213002", "place": "祠堂东街"}


def reported(room: Room, who: str = MEMBER, item: str = "01-02") -> str:
    """A report by somebody of the field, of a place in 小龙村's second grid."""
    given = {"item": item, "source": Source.GRID, "words": "垃圾堆在路口", **WHERE}
    return room.do(ReportCase, who, **given).subject


def up(room: Room, case: str, who: str = MEMBER) -> None:
    room.do(RaiseCase, who, case=case, reason="beyond_means", tried="上门三次没有人应")


def down(room: Room, case: str, who: str = "lead-1") -> None:
    room.do(LowerCase, who, case=case, answer="请先与业主约时间")


def test_a_report_starts_at_the_level_of_who_reports(room: Room) -> None:
    by_member, by_seat, by_desk = reported(room), reported(room, SEAT), room.report()
    found = [room.case(one) for one in (by_member, by_seat, by_desk)]
    assert [one.tier for one in found] == [Tier.GRID, Tier.COMMUNITY, Tier.STREET]
    # four working hours, two working days (10-01 to 10-08 are off), at the street the case's own
    assert found[0].tier_due == local("2025-09-29 15:00")
    assert found[1].tier_due == local("2025-10-09 17:30")
    assert found[2].tier_due is None


def test_up_and_back(room: Room) -> None:
    case = reported(room)
    room.clock.pass_(hours=1)
    up(room, case)
    room.clock.pass_(hours=2)
    up(room, case, SEAT)
    room.clock.pass_(minutes=5)
    down(room, case)
    found = room.case(case)
    assert found.tier is Tier.COMMUNITY and found.tier_since == room.clock.at
    spent = [one.split()[::2] for one in found.tier_log]
    assert spent == [["grid", "3600"], ["community", "7200"], ["street", "300"]]
