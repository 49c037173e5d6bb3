"""The charts' figures: counted by hand on a small street, and against a plain recount."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert

from commandcenter.domain.case import OPEN, Case, CaseState, Source
from commandcenter.domain.commands import ArriveTask, RecordCheck
from commandcenter.domain.limits import Level, Limit, Stage
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import Task, TaskKind, TaskRole, TaskState
from commandcenter.services.chart_views import AGES, PARTS, AskCharts, Charts, Pace
from commandcenter.services.pacing import quantiles
from commandcenter.services.views import AskBoard
from commandcenter.storage import tables as t
from commandcenter.storage.codec import encode
from tests.fakes import LOCAL, Room, local, open_room, writing
from tests.walks import CHECKER, UNIT, checking, dispatched, drilling, filed, send, sign, signed
from ui.models.chart_rows import tables

NOW = "2025-09-25 10:17:13"


def charts(room: Room, days: int = 1, who: str = "lead-1") -> Charts:
    found: Charts = room.desk.ask(AskCharts(days=days), who)
    return found


def pace(answer: Charts, stage: Stage, level: Level) -> Pace:
    return next(one for one in answer.paces if (one.stage, one.level) == (stage, level))


def test_a_small_street_counted_by_hand(room: Room) -> None:
    """Monday 09:00 one general case; 09:40 one urgent; looked at 10:20."""
    general = filed(room, item="01-02")
    room.clock.set("09:10")
    send(room, general)
    room.clock.set("09:40")
    urgent = filed(room, item="04-06")
    send(room, urgent)
    room.clock.set("09:46")
    sign(room, urgent)
    room.clock.set("10:20")
    room.do(ArriveTask, UNIT, case=urgent, task=room.lead_task(urgent))
    answer = charts(room)
    assert [(one.filed, one.open, one.closed) for one in answer.steps[-2:]] == [
        (2, 2, 0),
        (0, 0, 0),
    ]
    assert answer.steps[-1].start == local("2025-09-29 10:00")
    ages = {one.level: one.counts for one in answer.ages}
    assert ages[Level.URGENT] == ages[Level.GENERAL] == (1, 0, 0, 0, 0, 0)
    assert sum(ages[Level.SIMPLE]) == 0
    (load,) = answer.units
    assert (load.key, load.overdue, load.near, load.rest) == ("sanitation", 1, 0, 1)
    wait = pace(answer, Stage.SIGN, Level.GENERAL)
    assert (wait.count, wait.minutes, wait.shares, wait.waiting) == (0, (), (), 1)
    signs = pace(answer, Stage.SIGN, Level.URGENT)
    assert (signs.count, signs.late, signs.minutes, signs.shares) == (1, 0, (6, 6, 6), (0.6,) * 3)
    there = pace(answer, Stage.ON_SCENE, Level.URGENT)
    assert (there.minutes[0], there.late, there.limit) == (34, 1, Limit.parse("30min"))
    assert pace(answer, Stage.FINISH, Level.URGENT).waiting == 1


def test_days_are_local_and_begin_at_midnight(room: Room) -> None:
    filed(room)
    answer = charts(room, days=7)
    assert [one.start for one in answer.steps][::6] == [
        local("2025-09-23 00:00"),
        local("2025-09-29 00:00"),
    ]
    assert [one.filed for one in answer.steps] == [0] * 6 + [1]
    for wrong in (0, 32):
        with pytest.raises(Refusal, match="days_range"):
            charts(room, days=wrong)


def test_working_time_is_the_limits_own_clock(room: Room) -> None:
    """Sent Monday 17:20, signed Tuesday 08:40: 20 minutes of an hour; finished in working days."""
    room.clock.set("17:20")
    case = dispatched(room, item="01-02")
    room.clock.set("2025-09-30 08:40")
    sign(room, case)
    found = pace(charts(room, days=7), Stage.SIGN, Level.GENERAL)
    assert (found.minutes[0], found.working, found.late) == (20, True, 0)
    assert found.shares[0] == pytest.approx(1 / 3)


def test_what_was_redone_is_left_out_of_the_signatures(room: Room) -> None:
    case = checking(room)
    assert pace(charts(room), Stage.SIGN, Level.GENERAL).count == 1
    room.clock.pass_(hours=3)
    room.do(RecordCheck, CHECKER, case=case, passed=False, words="没有清干净")
    answer = charts(room)
    assert not [one for one in answer.paces if one.stage is Stage.SIGN and one.count]


def test_a_drill_is_in_no_figure_and_a_unit_sees_its_own(room: Room) -> None:
    signed(room)
    other = filed(room)
    send(room, other, unit="housing")
    drilling(room)
    filed(room, drill=True)
    assert sum(one.open for one in charts(room).units) == 2
    mine = charts(room, who=UNIT)
    assert [(one.key, one.open) for one in mine.units] == [("sanitation", 1)]
    assert sum(one.filed for one in mine.steps) == 1
    with pytest.raises(Refusal, match="no_right"):
        charts(room, who="operator-1")


# ---- against a plain recount ----------------------------------------------------------------

MINUTES = st.integers(0, 25 * 24 * 60).map(lambda n: timedelta(minutes=n))
AHEAD = st.integers(-3000, 3000).map(lambda n: timedelta(minutes=n))
STATES = sorted(OPEN | {CaseState.CLOSED, CaseState.VOID, CaseState.REPORTED})


@st.composite
def case(draw: st.DrawFn) -> Case:
    """Any case as the tables may hold it, filed within the last 25 days."""
    now = local(NOW)
    state = draw(st.sampled_from(STATES))
    at = now.replace(second=0) - draw(MINUTES)
    stage = draw(st.sampled_from([None, Stage.SIGN, Stage.ON_SCENE, Stage.CHECK]))
    due, clock = draw(AHEAD), draw(AHEAD)
    inbox = state is CaseState.REPORTED
    return Case(
        street="",
        id="",
        state=state,
        state_since=at,
        item="01-02",
        level=draw(st.sampled_from(Level)),
        source=Source.WINDOW,
        place="祠堂东街",
        community=draw(st.sampled_from([None, "440113120213", "440113120001"])),
        lead_unit=draw(st.sampled_from([None, "sanitation", "housing"])),
        reported_at=at,
        filed_at=None if inbox else at,
        clock_start=None if inbox else at,
        due=now + due,
        yellow=now + due - timedelta(minutes=draw(st.integers(0, 300))),
        stage=stage,
        stage_due=now + clock if stage else None,
        stage_yellow=now + clock - timedelta(minutes=9) if stage else None,
        tier_due=draw(st.none() | AHEAD.map(lambda n: now + n)),
        tier_yellow=now + draw(AHEAD),
        hold=draw(st.sampled_from([None, None, "deferred", "exempt"])),
        closed_at=min(now, at + draw(MINUTES)) if state is CaseState.CLOSED else None,
        drill=draw(st.integers(0, 9)) == 0,
        imported=draw(st.integers(0, 9)) == 0,
        rework=draw(st.integers(0, 4)) // 4,
    )


@pytest.fixture(scope="module")
def empty(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A street whose rows of cases are put there as they are drawn."""
    folder = tmp_path_factory.mktemp("charts") / "street"
    shutil.copytree(founded, folder)
    made = open_room(folder)
    made.clock.at = local(NOW)
    yield made
    made.center.close()


def put(
    room: Room, cases: list[Case], spans: list[tuple[int, int]]
) -> tuple[list[Case], list[Task]]:
    """These cases and a lead's task for each, assigned at filing, in the place of all others."""
    street, tasks = room.desk.street, []
    cases = [replace(one, street=street, id=f"case-{n:03d}") for n, one in enumerate(cases)]
    for one, (to_sign, to_arrive) in zip(cases, spans, strict=True):
        at = one.filed_at or one.reported_at
        sign_at = at + timedelta(minutes=to_sign)
        tasks.append(
            Task(
                street=street,
                id=f"task-{one.id}",
                case=one.id,
                unit="sanitation",
                role=TaskRole.LEAD,
                kind=TaskKind.HANDLE,
                state=TaskState.ON_SCENE,
                assigned_at=at,
                signed_at=sign_at,
                on_scene_at=sign_at + timedelta(minutes=to_arrive),
            )
        )
    with writing(room.desk) as tx:
        for name, rows in (("cases", cases), ("tasks", tasks)):
            tx.connection.execute(delete(t.TABLES[name]))
            tx.connection.execute(insert(t.TABLES[name]), [encode(one) for one in rows])
    return cases, tasks


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    drawn=st.lists(
        st.tuples(case(), st.integers(0, 900), st.integers(0, 300)), min_size=1, max_size=9
    ),
    days=st.sampled_from([1, 7]),
)
def test_every_figure_is_what_a_plain_recount_gives(
    empty: Room, drawn: list[tuple[Case, int, int]], days: int
) -> None:
    cases, tasks = put(empty, [one for one, _, _ in drawn], [(a, b) for _, a, b in drawn])
    answer, now = charts(empty, days), local(NOW)
    shown = [one for one in cases if not one.drill and not one.imported]
    for step in answer.steps:
        there = [one for one in shown if one.filed_at and step.start <= one.filed_at < step.end]
        gone = [one for one in shown if one.closed_at and step.start <= one.closed_at < step.end]
        assert (step.filed, step.closed) == (len(there), len(gone))
        assert step.open == sum(one.is_open for one in there)
    for ages in answer.ages:
        of = [one for one in shown if one.is_open and one.level is ages.level]
        assert list(ages.counts) == [sum(age(empty, one) == n for one in of) for n in range(6)]
    lines = empty.desk.ask(AskBoard(), "lead-1").cases
    for table in tables(answer, {}, LOCAL).values():
        for spot in (spot for row in table.rows for spot in row.spots if spot.part):
            listed = [one for one in lines if spot.part.takes(one, now)]
            assert len(listed) == spot.shown, spot
    recount_paces(empty, answer, shown, tasks)


def age(room: Room, one: Case) -> int:
    """The age of a case by its clock, reckoned forwards from its filing."""
    assert one.filed_at is not None
    now, clock = local(NOW), room.desk.rules.clock
    always = one.level in (Level.URGENT, Level.SIMPLE)
    old = now - one.filed_at if always else clock.worked(one.filed_at, now)
    day = timedelta(hours=24 if always else 7)
    edges = [many * (day if unit == "d" else timedelta(hours=1)) for many, unit in AGES]
    return next((n for n, edge in enumerate(edges) if old <= edge), len(edges))


def recount_paces(room: Room, answer: Charts, shown: list[Case], tasks: list[Task]) -> None:
    by_case = {one.id: one for one in shown}
    since = answer.steps[0].start
    for stage, began, ended in (
        (Stage.SIGN, "assigned_at", "signed_at"),
        (Stage.ON_SCENE, "signed_at", "on_scene_at"),
    ):
        for level in Level:
            of = [
                (getattr(one, began), getattr(one, ended))
                for one in tasks
                if (it := by_case.get(one.case)) and it.level is level and not it.rework
            ]
            spans = [(start, end) for start, end in of if end >= since]
            told = [one for one in answer.paces if (one.stage, one.level) == (stage, level)]
            assert sum(one.count for one in told) == len(spans)
            for one in told:
                assert one.minutes == pytest.approx(plain([minutes(room, one, *s) for s in spans]))
                assert one.late == sum(late(room, one.limit, *s) for s in spans)
    for level in Level:
        closed = [one for one in shown if one.state is CaseState.CLOSED and one.level is level]
        ended = [one for one in closed if one.closed_at and one.closed_at >= since]
        told = [one for one in answer.paces if (one.stage, one.level) == (Stage.FINISH, level)]
        assert sum(one.count for one in told) == len(ended)
        assert sum(one.late for one in told) == sum(one.closed_at > one.due for one in ended)


def minutes(room: Room, one: Pace, start: datetime, end: datetime) -> float:
    span = room.desk.rules.clock.worked(start, end) if one.working else end - start
    return span.total_seconds() / 60


def late(room: Room, limit: Limit | None, start: datetime, end: datetime) -> bool:
    return limit is not None and end > room.desk.rules.clock.due(start, limit).at


def plain(values: list[float]) -> tuple[float, ...]:
    """Each quantile by its definition: the least value that so many do not exceed."""
    return tuple(
        min(one for one in values if sum(v <= one for v in values) >= part * len(values))
        for part in PARTS
        if values
    )


def test_quantiles_are_by_nearest_rank() -> None:
    assert quantiles([]) == ()
    assert quantiles(range(1, 101)) == (50, 80, 95)
    assert quantiles([3]) == (3, 3, 3)
    assert quantiles([1, 2]) == (1, 2, 2)
