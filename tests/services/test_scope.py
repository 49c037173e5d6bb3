"""A narrow role acts on its own cases only, and what it asks counts its own cases only."""

from __future__ import annotations

import pytest

from commandcenter.domain.commands import (
    AddNote,
    CaseCommand,
    CloseDocket,
    DispatchCase,
    OpenDocket,
    RecallCase,
    ReportPosition,
    SignTask,
)
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.services import views as v
from commandcenter.services.chart_views import AskCharts
from commandcenter.services.doing import HANDLERS
from commandcenter.services.rights import WHOLE_STREET
from tests import walks
from tests.contract.who import made
from tests.fakes import Room, writing
from tests.walks import head, refused

NARROW = (
    *(Role.UNIT, Role.TEAM_LEADER, Role.GRID_MEMBER, Role.CHECKER, Role.GATEWAY),
    *(Role.COMMUNITY_SEAT, Role.DISTRICT_SEAT),
)


@pytest.fixture
def strangers(room: Room) -> Room:
    """A room with one person for each narrow role, of another unit and another grid."""
    with writing(room.desk) as tx:
        for role in NARROW:
            tx.put(Person(street=room.desk.street, id=f"other-{role}", roles=(role,),
                          unit="water", grids=("440113120213009",)))  # fmt: skip
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="people", kind="imported", facts={})  # fmt: skip
    return room


def test_narrow_roles_are_all_that_do_not_see_the_whole_street() -> None:
    keeping = {Role.OPERATOR}  # the machine's: sees no case at all
    assert set(NARROW) | keeping == set(Role) - WHOLE_STREET


@pytest.mark.parametrize("state", ["reported", "in_progress", "checking", "closed"])
def test_a_case_of_others_does_not_exist_for_who_would_act_on_it(
    strangers: Room, state: str
) -> None:
    case = walks.IN_STATE[walks.CaseState(state)](strangers)
    seen, before, tried = strangers.case(case).version, head(strangers), 0
    for kind, handler in HANDLERS.items():
        if not issubclass(kind, CaseCommand):
            continue
        for role in handler.roles.intersection(NARROW):
            with pytest.raises(Refusal, match="no_such_case"):
                strangers.desk.do(made(kind, case=case, seen=seen), f"other-{role}")
            tried += 1
    assert tried > 35 and head(strangers) == before


def test_a_case_of_the_district_is_the_gateways(strangers: Room) -> None:
    case = walks.escalated(strangers)
    strangers.do(AddNote, "gateway-1", case=case, words="区里已收")
    refused(strangers, "no_such_case", AddNote, "other-unit", case=case, words="看看")


def test_a_team_is_placed_by_its_own_unit_the_gateway_or_the_desk(strangers: Room) -> None:
    at = {"team": "team-safety", "lon": 113.44, "lat": 22.95}
    for who, code in (("unit-water", "not_your_unit"), ("member-070", "no_right"),
                      ("auditor-1", "no_right"), ("duty-1", "no_right")):  # fmt: skip
        refused(strangers, code, ReportPosition, who, **at)
    for who in ("leader-team-safety", "gateway-1", "dispatch-1"):
        strangers.do(ReportPosition, who, **at)


def test_a_unit_goes_on_with_the_docket_it_opened_when_the_case_went_to_another(
    room: Room,
) -> None:
    case, who = walks.filed(room), "leader-team-surface"
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="enforcement",
            kind=TaskKind.ENFORCE, team="team-surface",
            officers=("officer-surface-1", "officer-surface-2"))  # fmt: skip
    room.do(SignTask, who, case=case, task=room.lead_task(case))
    room.do(OpenDocket, who, case=case, kind=DocketKind.CRIME, decision="")
    room.do(RecallCase, "dispatch-1", case=case, reason="wrong_unit")
    walks.send(room, case)
    docket = room.view(case, "unit-enforcement").dockets[0].id
    refused(room, "no_such_case", CloseDocket, "unit-water", case=case, docket=docket,
            outcome="done")  # fmt: skip
    room.do(CloseDocket, who, case=case, docket=docket, outcome="done")
    with pytest.raises(Refusal, match="no_such_case"):
        room.view(case, "unit-enforcement")


def test_a_unit_finds_full_pages_of_its_own_and_has_its_own_flow(room: Room) -> None:
    mine = [walks.dispatched(room) for _ in range(7)]
    for _ in range(12):  # newer than the unit's, and more than a page
        room.clock.pass_(minutes=1)
        walks.filed(room)
    grid = str(room.case(mine[0]).grid)
    found = room.desk.ask(v.AskFind(text=grid, limit=5), walks.UNIT)
    assert len(found.lines) == 5 and found.more and {one.id for one in found.lines} < set(mine)
    rest = room.desk.ask(v.AskFind(text=grid, limit=7), walks.UNIT)
    assert {one.id for one in rest.lines} == set(mine) and not rest.more
    tail = room.desk.ask(v.AskFind(text="0019"), walks.UNIT)
    assert tail.lines == () and len(room.desk.ask(v.AskFind(text="0019"), "lead-1").lines) == 1
    flow = {who: sum(one.filed for one in room.desk.ask(AskCharts(), who).steps)
            for who in (walks.UNIT, "lead-1")}  # fmt: skip
    assert flow == {walks.UNIT: 7, "lead-1": 19}
