"""A drill (演练) is worked like a real emergency and counts nowhere."""

from __future__ import annotations

from commandcenter.domain.case import Case, Source
from commandcenter.domain.commands import (
    DispatchCase,
    FileCase,
    MergeCase,
    ReportCase,
    SignTask,
)
from commandcenter.domain.plan import Response
from commandcenter.domain.task import TaskKind
from commandcenter.services.chart_views import AskCharts, Charts
from commandcenter.services.emergency_views import AskReportDraft
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.views import AskBeside, AskBoard, AskCandidates, Board
from tests.fakes import Room
from tests.walks import drilling, filed, refused, send

CREW = ("officer-surface-1", "officer-surface-2")
GIVEN = {
    "item": "01-02",
    "source": Source.WINDOW,
    "words": "演练：垃圾堆在路口",
    "place": "祠堂东街",
    "lon": 113.4325,
    "lat": 22.95086,
}


def figures(room: Room) -> tuple[object, Charts, object]:
    """What the street counts: figures of the board, the charts, the handover's first counts."""
    seen: Board = room.desk.ask(AskBoard(), "lead-1")
    draft = room.desk.ask(AskHandover(), "lead-1").parts
    return seen.figures, room.desk.ask(AskCharts(), "lead-1"), draft.counts


def test_a_drill_case_wants_a_drill_and_counts_nowhere(room: Room) -> None:
    real = filed(room)
    refused(room, "no_drill", ReportCase, "intake-1", drill=True, **GIVEN)
    drilling(room, Response.III)
    before = figures(room)
    case = room.report(drill=True)
    room.do(FileCase, "lead-1", case=case)
    assert room.case(case).drill and figures(room) == before
    send(room, case)
    assert figures(room) == before
    other = filed(room)
    numbers = [str(room.case(one).number) for one in (real, case, other)]
    assert numbers == ["2025-000001", "YL2025-900001", "2025-000002"]
    assert figures(room)[0].filed == before[0].filed + 1


def test_a_real_emergency_takes_no_drill_case(room: Room) -> None:
    drilling(room, Response.III, drill=False)
    refused(room, "no_drill", ReportCase, "intake-1", drill=True, **GIVEN)


def test_drill_and_real_cases_are_never_merged_nor_offered_to_each_other(room: Room) -> None:
    real = room.report()
    drilling(room, Response.III)
    case = room.report(drill=True)
    refused(room, "drill_mixed", MergeCase, "intake-1", case=real, into=case)
    asked = {"item": "01-02", "lon": 113.4325, "lat": 22.95086, "words": "垃圾", "phone": None}
    for drill, other in ((False, real), (True, case)):
        beside = room.desk.ask(AskBeside(drill=drill, **asked), "intake-1")
        assert [one.line.id for one in beside.similar] == [other]
        assert [one.line.id for one in beside.earlier] == [other]


def test_a_drills_report_up_tells_of_drill_cases_only(room: Room) -> None:
    emergency = drilling(room, Response.III)
    room.clock.set("09:05")
    filed(room, item="04-06")
    assert drafted(room, emergency) == (0, 0, True)
    case = room.report("04-06", drill=True)
    room.do(FileCase, "lead-1", case=case)
    assert drafted(room, emergency) == (1, 1, False)


def drafted(room: Room, emergency: str) -> tuple[int, int, bool]:
    """Received, urgent and open, and whether nothing happened."""
    found = room.desk.ask(AskReportDraft(emergency=emergency), "lead-1")
    return found.received, found.urgent_open, found.nil


def test_a_drills_task_is_no_load_of_a_team_for_a_real_case(room: Room) -> None:
    drilling(room)
    case = filed(room, item="05-01", drill=True)
    send = {"lead_unit": "enforcement", "team": "team-surface", "kind": TaskKind.PATROL}
    room.do(DispatchCase, "dispatch-1", case=case, officers=CREW, **send)
    room.do(SignTask, "unit-enforcement", case=case, task=room.lead_task(case))
    loads = {}
    for one in (filed(room, item="05-01"), filed(room, item="05-01", drill=True)):
        found = room.desk.ask(AskCandidates(case=one), "dispatch-1").candidates
        team = next(each for each in found if each.team == "team-surface")
        loads[room.case(one).drill] = team.load, ("drilling", "") in team.reasons
    assert loads == {False: (0, True), True: (1, False)}


def test_only_drill_cases_are_held_in_a_drill(room: Room) -> None:
    real = filed(room, item="01-10", source=Source.PATROL)
    drilling(room, Response.III)
    case: Case = room.case(room.report("01-10", Source.PATROL, drill=True))
    room.do(FileCase, "lead-1", case=case.id)
    assert room.desk.tick() == 1
    assert room.case(case.id).hold == "deferred" and room.case(real).hold is None
