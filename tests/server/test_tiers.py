"""Three services on one server: community, street and district work the same case."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AddNote,
    EscalateCase,
    FileCase,
    HandBackCase,
    LowerCase,
    RaiseCase,
    ReportCase,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tier import Tier
from commandcenter.server.client import RemoteDesk
from commandcenter.services.tier_views import AskTiers
from commandcenter.services.views import AskBoard, AskCase, CaseLine, CaseView
from tests.fakes import Room
from tests.server.rooms import give_password, seat, serving, until
from tests.walks import send, sign

MEMBER, COMMUNITY, OTHER = "member-070", "community-213", "community-001"
STREET, DISTRICT = "lead-1", "district-1"
GRID, FAR = "440113120213002", "440113120001001"


class Seat:
    """One person at a seat of its own, who hears the feed."""

    def __init__(self, desk: RemoteDesk, who: str) -> None:
        self.desk, self.who = desk, who
        self.heard: set[str] = set()
        self.gone: set[str] = set()
        self._after = desk.ask(AskBoard(), who).seq

    def sees(self, case: str) -> CaseLine | None:
        """The case in this seat's queue."""
        lines = self.desk.ask(AskBoard(), self.who).cases
        return next((one for one in lines if one.id == case), None)

    def view(self, case: str) -> CaseView:
        found: CaseView = self.desk.ask(AskCase(case=case), self.who)
        return found

    def may(self, case: str) -> set[str]:
        return {one.command for one in self.view(case).moves if one.allowed}

    def do(self, kind: Any, case: str, **fields: Any) -> None:
        self.desk.do(kind(case=case, seen=self.view(case).case.version, **fields), self.who)

    def hear(self) -> None:
        """Take in what the server tells this seat after what it knew."""
        found = self.desk.changes(self._after, who=self.who)
        self._after = found.seq
        self.heard |= {one.id for one in found.cases} | {one.subject for one in found.entries}
        self.gone |= set(found.gone)


@pytest.fixture
def url(room: Room):
    give_password(room.desk, MEMBER, COMMUNITY, OTHER, DISTRICT)
    with serving(room.desk) as stood:
        yield stood.url


def report(desk: RemoteDesk, who: str, grid: str) -> str:
    given = {"item": "01-02", "source": Source.GRID, "place": "祠堂东街"}
    return desk.do(ReportCase(words="墙体开裂", grid=grid, **given), who).subject


def test_three_seats_work_one_case_each_with_its_view(room: Room, url: str) -> None:
    with (
        seat(url, COMMUNITY) as below,
        seat(url, OTHER) as beside,
        seat(url, STREET) as here,
        seat(url, DISTRICT) as above,
        seat(url, MEMBER) as field,
    ):
        community, other = Seat(below, COMMUNITY), Seat(beside, OTHER)
        street, district = Seat(here, STREET), Seat(above, DISTRICT)
        every = (community, other, street, district)
        case, far = report(field, MEMBER, GRID), report(beside, OTHER, FAR)
        assert [bool(one.sees(case)) for one in every] == [True, False, True, False]
        assert [bool(one.sees(far)) for one in every] == [False, True, True, False]

        assert "RaiseCase" not in community.may(case) and "FileCase" in street.may(case)
        grid = Seat(field, MEMBER)
        grid.do(RaiseCase, case, reason="over_power", tried="劝导两次没有用")
        assert "RaiseCase" in community.may(case)
        with pytest.raises(Refusal, match="no_such_case"):
            other.view(case)
        community.do(RaiseCase, case, reason="hazard", tried="已拉警戒线并看守")
        street.do(LowerCase, case, answer="请先查清产权人")
        community.do(AddNote, case, words="产权人是村集体")
        community.do(RaiseCase, case, reason="hazard", tried="查清产权，无力修")
        street.do(FileCase, case)
        assert {"RaiseCase", "LowerCase"}.isdisjoint(street.may(case))
        send(room, case)
        sign(room, case)
        assert district.sees(case) is None
        street.do(EscalateCase, case, reason="beyond_power")

        line = district.sees(case)
        assert line is not None and line.tier is Tier.DISTRICT and line.tier_due is not None
        assert [one.id for one in above.ask(AskBoard(), DISTRICT).cases] == [case]
        assert district.may(case) >= {"HandBackCase", "AddNote"}
        assert district.may(case).isdisjoint({"EscalateCase", "RaiseCase", "VoidCase"})
        told = {one.entry.kind: one.words for one in district.view(case).story}
        assert told["case_raised"] == "查清产权，无力修"
        for one in every:
            one.hear()
        district.do(HandBackCase, case, words="区里已安排鉴定，街道先加固")
        until(lambda: room.case(case).state is CaseState.IN_PROGRESS)
        for one in every:
            one.hear()
        assert district.gone == {case} and district.sees(case) is None
        assert community.view(case).story[-1].words == "区里已安排鉴定，街道先加固"
        assert case not in other.heard and far not in community.heard | district.heard
        log = [entry.split()[0] for entry in street.view(case).case.tier_log]
        assert log == ["grid", "community", "street", "community", "street", "district"]
        mine, whole = below.ask(AskTiers(days=7), COMMUNITY), here.ask(AskTiers(days=7), STREET)
        assert [sum(one.open for one in seen.tiers) for seen in (mine, whole)] == [1, 2]
        with pytest.raises(Refusal, match="no_right"):
            above.ask(AskTiers(days=7), DISTRICT)
