"""From feedback to the end: checks, call-backs, rounds, reopening, urging, supervising."""

from __future__ import annotations

from datetime import timedelta

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AnswerSupervision,
    CloseCase,
    DeclineTask,
    ExplainClose,
    FinishTask,
    GiveFeedback,
    MergeCase,
    RecallCase,
    RecordCallback,
    RecordCheck,
    RecordConsultation,
    RedoCase,
    ReopenCase,
    SendToCheck,
    SignTask,
    SuperviseCase,
    UrgeCase,
    VoidCase,
    WaiveTask,
)
from commandcenter.domain.limits import Level
from tests import walks
from tests.fakes import Room, local
from tests.walks import CHECKER, UNIT, refused

S = CaseState


def co_task(room: Room, case: str, unit: str = "water") -> str:
    return next(one.id for one in room.view(case).tasks if one.unit == unit)


def answer(room: Room, case: str, outcome: str) -> None:
    room.do(RecordCallback, "hotline-1", case=case, outcome=outcome)


def again(room: Room, case: str) -> None:
    """From work to call-back once more."""
    walks.feed(room, case)
    room.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
    room.do(RecordCheck, CHECKER, case=case, passed=True)


def test_feedback_wants_every_co_task_done_or_waived(room: Room) -> None:
    case = walks.signed(room, co=("water", "housing"))
    shot = (room.picture(),)

    def no() -> None:
        refused(room, "co_task_open", GiveFeedback, UNIT, case=case, words="好", pictures=shot)

    no()
    water, housing = co_task(room, case), co_task(room, case, "housing")
    room.do(SignTask, "unit-water", case=case, task=water)
    no()
    refused(room, "not_your_unit", FinishTask, UNIT, case=case, task=water)
    room.do(FinishTask, "unit-water", case=case, task=water)
    no()
    room.do(DeclineTask, "unit-housing", case=case, task=housing, reason="not_ours")
    no()  # what was declined is neither done nor waived
    room.do(WaiveTask, "dispatch-1", case=case, task=housing, reason="not_needed")
    walks.feed(room, case)
    assert room.case(case).handlers == (UNIT, "unit-water")


def test_feedback_wants_a_picture_after_of_this_round(room: Room) -> None:
    case = walks.signed(room)
    refused(room, "after_picture_missing", GiveFeedback, UNIT, case=case, words="好")
    before = (room.picture("before"),)
    refused(room, "after_picture_missing", GiveFeedback, UNIT, case=case, words="好",
            pictures=before)  # fmt: skip
    refused(room, "words_missing", GiveFeedback, UNIT, case=case, words=" ",
            pictures=(room.picture(),))  # fmt: skip
    walks.feed(room, case)
    room.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
    room.clock.pass_(minutes=5)
    room.do(RecordCheck, CHECKER, case=case, passed=False)
    refused(room, "after_picture_missing", GiveFeedback, UNIT, case=case, words="好")
    walks.feed(room, case)
    assert room.case(case).state is S.FEEDBACK


def test_a_unit_never_pulls_its_case_back_out_of_a_check(room: Room) -> None:
    case = walks.checking(room)
    refused(room, "task_move", SignTask, UNIT, case=case, task=room.lead_task(case))
    assert room.case(case).state is S.CHECKING


def test_collector_handler_and_checker_are_three(room: Room) -> None:
    case = walks.fed(room, source=Source.GRID, reporter="member-070")
    refused(room, "collector_checks", SendToCheck, "intake-1", case=case, checker="member-070")
    refused(room, "not_a_checker", SendToCheck, "intake-1", case=case, checker=UNIT)
    room.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
    refused(room, "no_such_case", RecordCheck, "member-072", case=case, passed=True)
    room.do(SendToCheck, "intake-1", case=case, checker="member-072")
    room.do(RecordCheck, "member-072", case=case, passed=True)
    refused(room, "already_checked", RecordCheck, "member-072", case=case, passed=False)


def test_a_failed_check_goes_back_to_the_same_unit_with_the_old_due(room: Room) -> None:
    case = walks.checking(room)
    due = room.case(case).due
    room.clock.pass_(hours=1)
    room.do(RecordCheck, CHECKER, case=case, passed=False)
    now = room.case(case)
    assert (now.state, now.rework, now.rounds, now.due) == (S.IN_PROGRESS, 1, 1, due)
    (task,) = room.view(case).tasks
    assert (task.state, task.unit) == ("signed", "sanitation")


def test_every_hotline_case_is_called_back_also_without_a_number_of_ours(room: Room) -> None:
    case = walks.passed(room, source=Source.HOTLINE)
    assert room.case(case).state is S.CALLBACK
    assert room.case(walks.passed(room)).state is S.CHECKING


def test_three_vain_days_close_unrated_and_two_tries_a_day_are_one(room: Room) -> None:
    case = walks.callback(room)
    for day in ("2025-09-29", "2025-09-30"):
        room.clock.set(f"{day} 16:00")
        answer(room, case, "not_reached")
        assert room.case(case).state is S.CALLBACK
        room.clock.set("17:00")
        refused(room, "tried_today", RecordCallback, "hotline-1", case=case, outcome="not_reached")
    room.clock.set("2025-10-09 09:00")
    refused(room, "outcome_unknown", RecordCallback, "hotline-1", case=case, outcome="perhaps")
    answer(room, case, "not_reached")
    now = room.case(case)
    assert (now.state, now.close_kind, now.rating) == (S.CLOSED, "unrated", None)


def test_an_unsatisfied_answer_starts_a_round_and_the_second_makes_two_duties(room: Room) -> None:
    case = walks.callback(room)
    first = room.case(case).due
    room.clock.set("16:00")  # due 15:00
    answer(room, case, "unsatisfied")
    now = room.case(case)
    assert (now.rounds, now.rework, now.owed, now.due) == (2, 0, (), None)
    assert now.old_dues == (f"{first.isoformat() if first else ''} late round1",)
    shot = (room.picture(),)
    refused(room, "redo_first", GiveFeedback, UNIT, case=case, words="好", pictures=shot)
    refused(room, "redo_first", RecallCase, "dispatch-1", case=case, reason="other")
    refused(room, "no_right", RedoCase, "dispatch-1", case=case, limit="3wd")
    refused(room, "no_right", RedoCase, "dispatch-1", case=case, level=Level.COMPLEX)
    room.clock.set("2025-09-30 09:00")
    room.do(RedoCase, "dispatch-1", case=case)
    refused(room, "no_redo_wanted", RedoCase, "dispatch-1", case=case)
    assert room.case(case).due == local("2025-09-30 15:00")
    again(room, case)
    answer(room, case, "unsatisfied")
    assert room.case(case).owed == ("supervision", "consultation")
    room.do(RedoCase, "lead-1", case=case, limit="3wd", co_units=("water",))
    room.do(WaiveTask, "dispatch-1", case=case, task=co_task(room, case), reason="not_needed")
    refused(room, "still_owed", GiveFeedback, UNIT, case=case, words="好", pictures=shot)
    due = room.clock.at + timedelta(days=1)
    room.do(SuperviseCase, "supervisor-1", case=case, due=due, words="限期整改")
    refused(room, "still_owed", GiveFeedback, UNIT, case=case, words="好", pictures=shot)
    room.do(RecordConsultation, "lead-1", case=case, units=("water",), words="会商一致")
    again(room, case)
    answer(room, case, "basically")
    now = room.case(case)
    assert (now.state, now.rating, now.rounds) == (S.CLOSED, "basically", 3)


def test_a_redo_names_each_new_unit_once(room: Room) -> None:
    case = walks.callback(room)
    answer(room, case, "unsatisfied")
    for units, code in ((("water", "water"), "unit_named_twice"), (("moon",), "no_such_unit"),
                        (("sanitation",), "unit_named_twice")):  # fmt: skip
        refused(room, code, RedoCase, "lead-1", case=case, co_units=units)
    refused(room, "limit_unreadable", RedoCase, "lead-1", case=case, limit="soon")


def test_an_explained_close_wants_two_persons_a_basis_and_evidence(room: Room) -> None:
    case = walks.callback(room)
    good = {"leader": "duty-1", "basis": "信访工作条例第三十一条", "words": "见说明"}
    for change, code in (
        ({"leader": "lead-2"}, "not_a_duty_leader"),
        ({"leader": "nobody"}, "no_such_person"),
        ({"basis": " "}, "basis_missing"),
        ({"words": " "}, "words_missing"),
    ):
        refused(room, code, ExplainClose, "lead-1", case=case, **good | change)
    room.do(ExplainClose, "lead-1", case=case, **good)
    assert room.case(case).close_kind == "explained"


@pytest.mark.parametrize(("hours", "good"), [(0, True), (1, False)])
def test_a_case_is_reopened_within_thirty_days_on_new_facts(
    room: Room, hours: int, good: bool
) -> None:
    case = walks.closed(room)
    refused(room, "words_missing", ReopenCase, "lead-1", case=case, words="")
    room.clock.pass_(days=30, hours=hours)
    if not good:
        refused(room, "reopen_too_late", ReopenCase, "lead-1", case=case, words="又来了")
        return
    room.do(ReopenCase, "lead-1", case=case, words="又来了")
    now = room.case(case)
    assert (now.state, now.closed_at, now.clock_start) == (S.IN_PROGRESS, None, room.clock.at)
    assert now.number == "2025-000001"
    again(room, case)
    room.do(CloseCase, "lead-1", case=case)
    assert room.case(case).close_kind == "reopened"


def test_nothing_is_void_or_merged_after_enforcement_began(room: Room) -> None:
    case = walks.filed(room, item="01-02")
    from commandcenter.domain.commands import DispatchCase
    from commandcenter.domain.task import TaskKind

    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="enforcement",
            team="team-surface", officers=("officer-surface-1", "officer-surface-2"),
            **{"kind": TaskKind.ENFORCE})  # fmt: skip
    assert not room.case(case).enforced
    room.do(SignTask, "unit-enforcement", case=case, task=room.lead_task(case))
    assert room.case(case).enforced
    refused(room, "enforcement_began", VoidCase, "lead-1", case=case, reason="x")
    room.do(RecallCase, "dispatch-1", case=case, reason="x")
    refused(room, "enforcement_began", VoidCase, "lead-1", case=case, reason="x")
    into = walks.filed(room)
    refused(room, "enforcement_began", MergeCase, "lead-1", case=case, into=into)


def test_urging_and_supervising_are_events_not_states(room: Room) -> None:
    case = walks.signed(room)
    before = room.case(case)
    room.do(UrgeCase, "dispatch-1", case=case, words="请尽快")
    past = room.clock.at
    refused(room, "due_in_past", SuperviseCase, "supervisor-1", case=case, due=past, words="限期")
    due = room.clock.at + timedelta(hours=2)
    refused(room, "words_missing", SuperviseCase, "supervisor-1", case=case, due=due, words="")
    room.do(SuperviseCase, "supervisor-1", case=case, due=due, words="限期")
    now = room.case(case)
    assert (now.state, now.due, now.urged, now.supervise_due) == (
        before.state,
        before.due,
        1,
        due,
    )
    refused(room, "no_such_case", AnswerSupervision, "unit-police", case=case, words="好")
    room.clock.pass_(hours=3)
    room.do(AnswerSupervision, UNIT, case=case, words="已完成")
    assert room.view(case).story[-1].entry.facts["late"] is True
    refused(room, "not_supervised", AnswerSupervision, UNIT, case=case, words="好")
    ended = walks.voided(room)
    refused(room, "case_ended", UrgeCase, "dispatch-1", case=ended)
    refused(room, "case_ended", SuperviseCase, "supervisor-1", case=ended, words="x",
            due=room.clock.at + timedelta(hours=2))  # fmt: skip
