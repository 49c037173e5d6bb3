"""The simulator: the same for a seed, all through the Desk, and harmless when it fails."""

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from commandcenter.app import Center, open_center
from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import DepartTask, DispatchCase, FileCase, SignTask
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.geo.demo import load_demo
from commandcenter.geo.ground import distance_m
from commandcenter.geo.roads import RoadGraph
from commandcenter.intake.driving import METRES_A_SECOND
from commandcenter.intake.failures import FailurePlan, nonsense
from commandcenter.intake.headless import Played, play
from commandcenter.intake.pictures import scene
from commandcenter.intake.prologue import MORNING, prologue
from commandcenter.intake.simulator import Simulator
from commandcenter.intake.walking import WalkingClock
from commandcenter.services.views import AskBoard, Board
from commandcenter.storage import tables as t
from commandcenter.storage.pictures import mime_of
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests.fakes import Room, local

START = datetime(2019, 7, 11, 0, 30, tzinfo=UTC)
DEMO = load_demo()
EVENTS = 250
CASE = "00000000-0000-7000-8000-000000000001"
"""One id, as what people do with a case hangs on its id and the seed."""


def board(center: Center) -> Board:
    found: Board = center.desk.ask(AskBoard(), "lead-1")
    return found


def told(center: Center) -> list[tuple[str, str, int]]:
    with center.database.read.connect() as connection:
        j = t.journal.c
        rows = connection.execute(select(j.kind, j.subject, j.at).order_by(j.seq))
        return [(row.kind, row.subject, row.at) for row in rows]


def sound(center: Center) -> bool:
    with center.database.read.connect() as connection:
        good = verify(connection, center.desk.street).good
        return good and not differences(connection, center.desk.street)


def played(folder: Path, events: int, failures: FailurePlan | None = None) -> tuple[Center, Played]:
    clock = WalkingClock(START)
    center = open_center(folder, now=clock)
    return center, play(center.desk, clock, 5, events, failures)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Center, Played]]:
    """A played day to look at."""
    center, done = played(tmp_path_factory.mktemp("day") / "one", EVENTS)
    yield center, done
    center.close()


def test_a_seed_plays_the_same_day_twice(day: tuple[Center, Played], tmp_path: Path) -> None:
    again = played(tmp_path / "two", EVENTS)
    for center, done in (day, again):
        assert done.events >= EVENTS
        assert sound(center)
    first = told(day[0])
    assert first == told(again[0])
    again[0].close()
    kinds = Counter(kind for kind, _, _ in first)
    assert kinds["case_closed"] + kinds["callback_recorded"] > 5
    assert kinds["case_dispatched"] > 20


def test_open_is_filed_less_closed_less_void(day: tuple[Center, Played]) -> None:
    figures = board(day[0]).figures
    assert figures.open == figures.filed - figures.closed - figures.void > 0


def test_silence_delay_repeats_and_nonsense_do_no_harm(tmp_path: Path) -> None:
    plan = FailurePlan(silence=0.1, delay=0.2, duplicates=0.3, nonsense=0.5)
    center, done = played(tmp_path / "bad", 200, plan)
    assert done.doubled > 30
    assert sum(done.refused.values()) > 50
    assert {"place_off_world", "text_too_long", "no_such_item", "bad_id"} <= set(done.refused)
    assert sound(center)
    center.close()


def test_every_nonsense_is_refused(room: Room) -> None:
    before = told(room.center)
    for seed in range(60):
        ids = (f"{n:08d}-0000-7000-8000-{seed:012d}" for n in range(9))
        command, who = nonsense(Random(seed), ids, "team-safety")
        with pytest.raises(Refusal):
            room.desk.do(command, who)
    assert told(room.center) == before


def test_a_plan_has_odds() -> None:
    with pytest.raises(ValueError, match="silence"):
        FailurePlan(silence=1.5)
    assert FailurePlan(silence=1).lateness(Random(1)) is None


def stepped(room: Room, simulator: Simulator, minutes: float, seconds: float = 20) -> None:
    end = room.clock.at + timedelta(minutes=minutes)
    while room.clock.at < end:
        room.clock.pass_(seconds=seconds)
        simulator.step(room.clock.at)


def test_in_the_desk_it_leaves_the_desks_work_to_the_desk(room: Room) -> None:
    simulator = Simulator(room.desk, DEMO, seed=2)
    stepped(room, simulator, 90)
    lines = board(room.center).cases
    assert len(lines) > 8
    assert {line.state for line in lines} == {CaseState.REPORTED}
    assert not simulator.players.refused


def test_a_team_that_is_sent_signs_drives_by_road_arrives_and_reports_back(room: Room) -> None:
    simulator = Simulator(room.desk, DEMO, seed=2)
    case = room.report(item="21-902", case=CASE)
    room.do(FileCase, "lead-1", case=case)
    officers = ("officer-safety-1", "officer-safety-2")
    room.do(
        DispatchCase,
        "dispatch-1",
        case=case,
        lead_unit="safety",
        kind=TaskKind.INSPECT,
        team="team-safety",
        officers=officers,
    )
    home = next(one for one in DEMO.teams if one.id == "team-safety")
    roads = RoadGraph((road.name, road.line) for road in DEMO.roads)
    seen = []
    for _ in range(960):
        room.clock.pass_(seconds=5)
        simulator.step(room.clock.at)
        now = board(room.center)
        team = next(one for one in now.teams if one.id == "team-safety")
        place = next(one for one in now.positions if one.team == "team-safety")
        if team.status is TeamStatus.EN_ROUTE:
            seen.append((place.lon, place.lat))
        if room.case(case).state is CaseState.FEEDBACK:
            break
    assert room.case(case).state is CaseState.FEEDBACK
    assert any(one.kind == "after" for one in room.view(case).pictures)
    kinds = [kind for kind, subject, _ in told(room.center) if subject == case]
    assert [one for one in kinds if one.startswith("task_")] == [
        "task_signed",
        "task_departed",
        "task_arrived",
    ]
    assert seen[0] == pytest.approx((home.lon, home.lat), abs=0.003)
    steps = [distance_m(*a, *b) for a, b in pairwise(seen)]
    assert max(steps) <= METRES_A_SECOND * 5 + 1
    on_road = [one for one in seen if distance_m(*one, *_near(roads, one)) < 5]
    assert len(on_road) > len(seen) / 2


def _near(roads: RoadGraph, place: tuple[float, float]) -> tuple[float, float]:
    spot = roads.snap(place)
    assert spot is not None
    return spot.place


def test_who_was_faster_at_the_desk_is_not_played_twice(room: Room) -> None:
    simulator = Simulator(room.desk, DEMO, seed=2)
    case = room.report(item="01-04", case=CASE)
    room.do(FileCase, "lead-1", case=case)
    sent = {"case": case, "lead_unit": "sanitation", "kind": TaskKind.HANDLE}
    room.do(DispatchCase, "dispatch-1", **sent)
    simulator.step(room.clock.at)
    task = room.lead_task(case)
    room.do(SignTask, "dispatch-1", behalf="unit-sanitation", case=case, task=task)
    room.do(DepartTask, "dispatch-1", behalf="unit-sanitation", case=case, task=task)
    stepped(room, simulator, 60)
    kinds = Counter(kind for kind, subject, _ in told(room.center) if subject == case)
    assert (kinds["task_signed"], kinds["task_departed"], kinds["task_arrived"]) == (1, 1, 1)


def test_its_thread_starts_plays_and_stops(room: Room) -> None:
    simulator = Simulator(room.desk, DEMO, speed=1e6)
    rung = threading.Event()
    stop_listening = room.desk.listen(rung.set)
    simulator.step(room.clock.at)
    room.clock.pass_(minutes=1)
    simulator.start()
    assert rung.wait(20)
    simulator.stop()
    stop_listening()
    assert simulator.fault is None
    assert not [one for one in threading.enumerate() if one.name == "simulator"]
    assert board(room.center).cases


def test_a_fault_ends_the_thread_and_is_told(room: Room) -> None:
    faults: list[Exception] = []
    happened = threading.Event()

    def tell(fault: Exception) -> None:
        faults.append(fault)
        happened.set()

    simulator = Simulator(room.desk, DEMO)

    def broken() -> datetime:
        raise ZeroDivisionError

    room.desk.now = broken
    simulator.start(tell)
    assert happened.wait(20)
    simulator.stop()
    assert simulator.fault is faults[0]


@pytest.mark.parametrize("now", ["2019-07-11 09:58", "2026-11-22 11:46", "2026-10-01 02:10"])
def test_the_morning_leaves_cases_in_every_state_with_true_times(tmp_path: Path, now: str) -> None:
    at = local(now)
    clock = WalkingClock(at - MORNING)
    center = open_center(tmp_path / "street", now=clock)
    refused = prologue(center.desk, clock, DEMO, at)
    assert refused == 0
    assert clock() == at
    seen = board(center)
    states = Counter(line.state for line in seen.cases)
    ended = {CaseState.CLOSED, CaseState.MERGED, CaseState.REJECTED, CaseState.VOID}
    assert set(states) == set(CaseState) - ended
    assert 35 <= len(seen.cases) <= 50
    filed = [line for line in seen.cases if line.due and line.yellow]
    assert sum(at > line.due for line in filed) >= 2
    assert sum(line.yellow <= at <= line.due for line in filed) >= 1
    assert {kind for line in seen.cases for kind in line.pending} == {"return", "extension"}
    assert any(line.supervised for line in seen.cases)
    assert any(line.rework for line in seen.cases) and any(line.rounds > 1 for line in seen.cases)
    assert seen.figures.closed > 3
    kinds = Counter(kind for kind, _, _ in told(center))
    assert kinds["docket_opened"] == 1
    times = [when for _, _, when in told(center)]
    assert times == sorted(times)
    before = len(times)
    assert prologue(center.desk, clock, DEMO, at) == 0
    assert len(told(center)) == before
    assert sound(center)
    center.close()


def test_the_walking_clock_never_goes_back() -> None:
    later = START + timedelta(hours=1)
    clock = WalkingClock(START, lambda: later)
    clock.set(START - timedelta(days=1))
    assert clock() == START
    clock.let_go()
    assert clock() == later


def test_a_scene_is_a_picture() -> None:
    clean, littered = scene(Random(1), littered=False), scene(Random(1), littered=True)
    assert mime_of(clean) == "image/png"
    assert clean != littered
