"""The best plan for several cases: never a forbidden pair, never a team twice, never worse."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.commands import (
    CorrectCase,
    DispatchCase,
    Reason,
    RecuseOfficer,
    SetTeamStatus,
)
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Officer, Team, TeamStatus
from commandcenter.domain.ranking import Ranking
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import CERTIFIED, TaskKind
from commandcenter.services.crews import crews
from commandcenter.services.distances import Distances
from commandcenter.services.matching import Board, match, weight
from commandcenter.services.recommend import Demand, fit
from commandcenter.services.sending_views import EXCLUSIONS, SHORTFALLS, AskAssignment, Assignment
from tests import walks
from tests.fakes import Room
from tests.services.ground import at, card, roads, stands

NOW = datetime(2025, 9, 29, 1, 0, tzinfo=UTC)
UNITS = ("enforcement", "police")
LATE = st.integers(-1, 1)
OURS = Ranking()


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Up to three teams and four cases: any kind, any status, any shift, near and far."""
    teams, officers = [], []
    for n in range(draw(st.integers(0, 3))):
        unit = draw(st.sampled_from(UNITS))
        status = draw(st.sampled_from([TeamStatus.FREE, TeamStatus.ON_SCENE, TeamStatus.OFF]))
        busy = "task" if status is TeamStatus.ON_SCENE else None
        teams.append(
            Team(street="s", id=f"t{n}", unit=unit, name="队", short="队", kind="mobile",
                 vehicle="粤", status=status, since=NOW, task=busy)
        )  # fmt: skip
        officers += [
            Officer(street="s", id=f"t{n}-{m}", unit=unit, team=f"t{n}", auxiliary=False,
                    certificate="证", valid_until=NOW.date() - timedelta(days=draw(LATE)),
                    on_shift=True)
            for m in range(draw(st.integers(0, 3)))
        ]  # fmt: skip
    cases = [_case(draw, n) for n in range(draw(st.integers(0, 4)))]
    clock = WorkClock(WorkCalendar.from_rows(()))
    found = crews(teams, officers, (), frozenset(), OURS, NOW, clock)
    asked = [
        Demand(
            kind=draw(st.sampled_from([TaskKind.HANDLE, TaskKind.ENFORCE])),
            unit="enforcement",
            powers=frozenset({("enforcement", "enforce"), ("enforcement", "handle")}),
            recused=frozenset(draw(st.sets(st.sampled_from(["t0-0", "t0-1", "t1-2"])))),
            units=frozenset({"enforcement"}),
        )
        for _ in cases
    ]
    ways = np.array(
        [[draw(st.floats(0, 90_000)) for _ in found] for _ in cases], dtype=float
    ).reshape(len(cases), len(found))
    return Board(
        cases=cases,
        crews=found,
        asked=asked,
        fits={one: [fit(one, crew, OURS) for crew in found] for one in asked},
        ways=Distances(ways, np.ones(ways.shape, dtype=bool), True),
        values=OURS,
    )


def _case(draw: st.DrawFn, number: int) -> Case:
    due = NOW + timedelta(hours=draw(st.integers(-5, 5)))
    return Case(street="s", id=f"c{number}", state=CaseState.FILED, state_since=NOW, item="05-01",
                level=draw(st.sampled_from([Level.URGENT, Level.GENERAL])), source=Source.WINDOW,
                place="路口", reported_at=NOW, due=due)  # fmt: skip


def price(board: Board, chosen: list[int | None]) -> float:
    """Weighted minutes of a choice; endless if a pair may not be."""
    total = 0.0
    for n, crew in enumerate(chosen):
        if crew is None:
            minutes = OURS.alone
        elif board.fit(n, crew).excluded:
            return float("inf")
        else:
            found = board.fit(n, crew)
            way = float(board.ways.metres[n, crew]) * 60 / (board.crews[crew].speed * 1_000)
            minutes = way + found.wait + found.penalty
        total += minutes * weight(board.cases[n], NOW, OURS)
    return total


@given(boards(), st.sets(st.tuples(st.integers(0, 3), st.integers(0, 2))))
@settings(max_examples=60)
def test_no_forbidden_pair_is_ever_proposed_and_no_choice_is_better(
    board: Board, blocked: set[tuple[int, int]]
) -> None:
    found = match(board, NOW, lambda case, crew: (case, crew) not in blocked)
    chosen = [one.crew for one in found]
    sent = [one for one in chosen if one is not None]
    assert len(sent) == len(set(sent)) and len(found) == len(board.cases)
    for n, crew in enumerate(chosen):
        if crew is not None:
            assert (n, crew) not in blocked
            able = board.fit(n, crew)
            assert not able.excluded
            if board.asked[n].kind in CERTIFIED:
                assert len(able.officers) >= 2
            assert not set(able.officers) & board.asked[n].recused
    if not blocked:
        crews_or_none = [*range(len(board.crews)), *[None] * len(board.cases)]
        best = min(price(board, list(one)) for one in permutations(crews_or_none, len(board.cases)))
        assert price(board, chosen) == pytest.approx(best)


def plan(room: Room, *cases: str, who: str = "dispatch-1") -> Assignment:
    found: Assignment = room.desk.ask(AskAssignment(cases=cases), who)
    assert {code for one in found.rows for code, _ in one.shortfalls} <= SHORTFALLS
    return found


def three_cases(room: Room) -> list[str]:
    """Handlings of the enforcement unit at 0, 1 and 2 km east on one straight road."""
    roads(room, [(-9_000, 0), (9_000, 0)])
    card(room, item="05-01", lead="enforcement", kind=TaskKind.HANDLE, co_units=("police",))
    places = [at(east, 0) for east in (0, 1_000, 2_000)]
    return [walks.filed(room, item="05-01", lon=lon, lat=lat) for lon, lat in places]


def teams(plan: Assignment) -> dict[str, str | None]:
    return {one.case: one.team for one in plan.rows}


def test_the_plan_is_better_than_each_case_taking_its_nearest(room: Room) -> None:
    near, middle, far = three_cases(room)
    stands(room, "team-surface", 900, 0)
    stands(room, "team-mobile", -500, 0)
    stands(room, "team-enterprise", 8_000, 0)
    room.do(SetTeamStatus, "dispatch-1", team="team-enterprise", status=TeamStatus.OFF)
    found = plan(room, near, far)
    assert teams(found) == {near: "team-mobile", far: "team-surface"}
    row = next(one for one in found.rows if one.case == near)
    assert (row.first, row.second) == ("team-mobile", "team-surface")
    assert row.lead_unit == "enforcement" and row.co_units == ("police",)
    assert row.minutes == pytest.approx(1.25, rel=0.02) and row.second_minutes is not None
    assert found.left_out == () and "team-surface" not in found.spare
    for one in found.rows:
        room.do(DispatchCase, "dispatch-1", case=one.case, seen=one.seen, lead_unit=one.lead_unit,
                kind=one.kind, team=one.team, officers=one.officers, co_units=one.co_units,
                notify=one.notify, first=one.first,
                overruled=None if one.first == one.team else "other",
                reasons=(Reason(code="overruled", words="按编排方案"),))  # fmt: skip
    after = plan(room, near, middle, "nobody")
    assert after.left_out == ((near, "not_filed"), ("nobody", "no_such_case"))
    assert [one.case for one in after.rows] == [middle]


def test_nothing_is_applied_by_asking_and_the_one_team_goes_to_the_urgent_case(room: Room) -> None:
    near, middle, far = three_cases(room)
    for team in ("team-mobile", "team-enterprise"):
        room.do(SetTeamStatus, "dispatch-1", team=team, status=TeamStatus.OFF)
    stands(room, "team-surface", 0, 0)
    before = walks.head(room)
    assert teams(plan(room, near, middle, far))[near] == "team-surface"
    room.do(CorrectCase, "lead-1", case=far, level=Level.URGENT)
    found = plan(room, near, middle, far)
    assert walks.head(room) == before + 1
    assert (found.rows[0].case, found.rows[0].team) == (far, "team-surface")
    for row in found.rows[1:]:
        assert row.team is None and row.officers == () and row.lead_unit == "enforcement"
        assert ("all_taken", "1") in row.shortfalls and row.second == "team-surface"


def test_a_team_that_the_law_blocks_is_not_offered(room: Room) -> None:
    (case, *_) = three_cases(room)
    card(room, item="05-01", lead="enforcement", kind=TaskKind.ENFORCE)
    stands(room, "team-mobile", 0, 0)  # one certificate only
    row = plan(room, case).rows[0]
    assert row.team not in (None, "team-mobile") and len(row.officers) == 2
    assert all(one.severity != "block" for one in row.findings)
    for one in ("team-surface", "team-enterprise"):
        room.do(SetTeamStatus, "dispatch-1", team=one, status=TeamStatus.REST)
    row = plan(room, case).rows[0]
    assert row.team is None and row.shortfalls == (("too_few_certified", "1"),)
    assert dict(row.shortfalls).keys() <= SHORTFALLS and "other_matter" in EXCLUSIONS


def test_a_recused_officer_is_left_out_of_the_plan_too(room: Room) -> None:
    (case, *_) = three_cases(room)
    stands(room, "team-surface", 0, 0)
    first = plan(room, case).rows[0]
    room.do(RecuseOfficer, "dispatch-1", case=case, officer=first.officers[0], relation="kin")
    row = plan(room, case).rows[0]
    assert row.team == "team-surface" and first.officers[0] not in row.officers


def test_too_many_cases_are_refused_and_none_are_an_empty_plan(room: Room) -> None:
    assert plan(room).rows == ()
    with pytest.raises(Refusal) as said:
        plan(room, *(str(n) for n in range(501)))
    assert said.value.code == "too_many_cases"
    with pytest.raises(Refusal) as said:
        plan(room, "nobody", who="unit-enforcement")
    assert said.value.code == "no_right"
