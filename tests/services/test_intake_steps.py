"""From report to filed case: merging, self-handling, handing over, verifying, correcting."""

from __future__ import annotations

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AskVerification,
    CloseCase,
    CorrectCase,
    FileCase,
    HandOverCase,
    MergeCase,
    RecallCase,
    RecordCheck,
    RecordVerification,
    RefuseCase,
    ReportCase,
    SelfHandleCase,
    SendToCheck,
)
from commandcenter.domain.limits import Level, Stage
from tests import walks
from tests.fakes import Room, local
from tests.walks import CHECKER, head, refused

S = CaseState
MEMBER = "member-070"


def numbers(room: Room) -> tuple[int, int, int, int, int]:
    from commandcenter.services.views import AskBoard

    found = room.desk.ask(AskBoard(), "lead-1").figures
    return found.filed, found.closed, found.void, found.open, found.inbox


def self_handled(room: Room, item: str = "01-02") -> str:
    case = room.report(item=item, source=Source.GRID, reporter=MEMBER)
    room.do(SelfHandleCase, MEMBER, case=case, words="当场清了", pictures=(room.picture(),))
    return case


def test_numbers_are_issued_without_gaps_and_start_anew_each_year(room: Room) -> None:
    first, second = walks.filed(room), walks.filed(room)
    refused(room, "case_move", FileCase, "lead-1", case=first)
    room.clock.set("2026-01-05 09:00")
    third = walks.filed(room)
    found = [room.case(one).number for one in (first, second, third)]
    assert found == ["2025-000001", "2025-000002", "2026-000001"]


def test_a_merged_report_leaves_the_inbox_and_its_source_still_gets_an_answer(room: Room) -> None:
    into, report = walks.filed(room), room.report()
    assert numbers(room) == (1, 0, 0, 1, 1)
    room.do(MergeCase, "intake-1", case=report, into=into)
    assert numbers(room) == (1, 0, 0, 1, 0)
    assert room.case(report).merged_into == into
    assert "answer_sources:1" in room.view(into).reminders


def test_a_merged_filed_case_keeps_its_number_and_counts_as_void(room: Room) -> None:
    into, twin = walks.filed(room), walks.filed(room)
    refused(room, "no_right", MergeCase, "intake-1", case=twin, into=into)
    room.do(MergeCase, "lead-1", case=twin, into=into)
    assert room.case(twin).number == "2025-000002"
    assert numbers(room) == (2, 0, 1, 1, 0)


def test_no_case_is_merged_into_itself_an_ended_one_or_away_from_running_work(room: Room) -> None:
    case, gone = walks.filed(room), walks.voided(room)
    refused(room, "merge_into_itself", MergeCase, "lead-1", case=case, into=case)
    refused(room, "merge_into_ended", MergeCase, "lead-1", case=case, into=gone)
    refused(room, "no_such_case", MergeCase, "lead-1", case=case, into="none")
    busy = walks.signed(room)
    refused(room, "task_running", MergeCase, "lead-1", case=busy, into=case)
    report = room.report()
    refused(room, "no_right", MergeCase, "lead-1", case=report, into=case)


def test_self_handling_files_and_sends_to_check_in_one_commit(room: Room) -> None:
    case = room.report(source=Source.GRID, reporter=MEMBER)
    at = head(room)
    refused(room, "after_picture_missing", SelfHandleCase, MEMBER, case=case, words="清了")
    room.do(SelfHandleCase, MEMBER, case=case, words="清了", pictures=(room.picture(),))
    now = room.case(case)
    assert head(room) == at + 1
    assert (now.state, now.number, now.level) == (S.CHECKING, "2025-000001", Level.SIMPLE)
    assert (now.clock_start, now.due) == (now.reported_at, local("2025-09-30 09:00"))
    assert numbers(room) == (1, 0, 0, 1, 0)


@pytest.mark.parametrize("item", ["04-01", "01-01", "21-901", "01-03"])
def test_only_minor_matters_are_self_handled(room: Room, item: str) -> None:
    case = room.report(item=item, source=Source.GRID, reporter=MEMBER)
    shot = (room.picture(),)
    refused(room, "not_minor", SelfHandleCase, MEMBER, case=case, words="好", pictures=shot)


def test_somebody_else_checks_and_closes_what_was_self_handled(room: Room) -> None:
    case = self_handled(room)
    refused(room, "collector_checks", SendToCheck, "intake-1", case=case, checker=MEMBER)
    refused(room, "collector_checks", RecordCheck, MEMBER, case=case, passed=True)
    room.do(RecordCheck, CHECKER, case=case, passed=True)
    refused(room, "no_right", CloseCase, MEMBER, case=case)
    room.do(CloseCase, "lead-1", case=case)
    assert (room.case(case).state, room.case(case).close_kind) == (S.CLOSED, "self_handled")


def test_a_failed_self_handling_goes_back_to_work_and_finds_a_unit(room: Room) -> None:
    case = self_handled(room)
    room.do(RecordCheck, CHECKER, case=case, passed=False)
    now = room.case(case)
    assert (now.state, now.rework, now.close_kind) == (S.IN_PROGRESS, 1, None)
    room.do(RecallCase, "dispatch-1", case=case, reason="needs_a_unit")
    assert room.case(case).resent is False
    walks.send(room, case)
    walks.sign(room, case)
    walks.feed(room, case)
    room.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
    room.do(RecordCheck, CHECKER, case=case, passed=True)
    room.do(CloseCase, "lead-1", case=case)
    assert room.case(case).close_kind == "checked"


def test_a_matter_for_the_police_is_told_at_once_and_stays_or_ends(room: Room) -> None:
    case = room.report(item="21-904")
    refused(room, "no_such_service", HandOverCase, "intake-1", case=case, service="114", told="甲")
    refused(room, "told_missing", HandOverCase, "intake-1", case=case, service="110", told=" ")
    room.do(HandOverCase, "intake-1", case=case, service="110", told="接警员 04 号")
    assert (room.case(case).state, room.case(case).told) == (S.REPORTED, "110")
    room.do(FileCase, "lead-1", case=case)
    other = room.report(item="21-904")
    room.do(HandOverCase, "intake-1", case=other, service="120", told="调度台", reject=True)
    assert (room.case(other).state, room.case(other).close_kind) == (S.REJECTED, "handed_over")
    assert numbers(room) == (1, 0, 0, 1, 0)


def test_who_reported_does_not_verify_and_only_who_was_sent_answers(room: Room) -> None:
    case = room.report(source=Source.GRID, reporter=MEMBER)
    refused(room, "verifier_is_reporter", AskVerification, "intake-1", case=case, verifier=MEMBER)
    refused(room, "not_a_grid_member", AskVerification, "intake-1", case=case, verifier="lead-1")
    room.do(AskVerification, "intake-1", case=case, verifier=CHECKER)
    now = room.case(case)
    assert (now.stage, now.stage_due) == (Stage.VERIFY, local("2025-09-29 11:00"))
    refused(room, "not_the_verifier", RecordVerification, MEMBER, case=case, found=True, words="有")
    room.clock.set("11:01")
    room.do(RecordVerification, CHECKER, case=case, found=True, words="属实")
    now = room.case(case)
    assert (now.state, now.stage, now.late_stages) == (S.REPORTED, None, ("verify",))


def test_a_member_reports_for_himself_whoever_he_names(room: Room) -> None:
    """Else a collector could name another and check his own find."""
    words = {"item": "01-02", "words": "垃圾", "place": "路口"}
    case = room.do(ReportCase, MEMBER, source=Source.WINDOW, reporter=CHECKER, **words).subject
    assert room.case(case).reporter == MEMBER
    case = room.do(ReportCase, "intake-1", source=Source.GRID, reporter=CHECKER, **words).subject
    assert room.case(case).reporter == CHECKER
    case = room.do(ReportCase, "intake-1", MEMBER, source=Source.GRID, **words).subject
    assert room.case(case).reporter == MEMBER


def test_the_clock_starts_with_the_hotline_the_discovery_or_the_filing(room: Room) -> None:
    cases = {}
    for source, level, hotline in (
        (Source.HOTLINE, None, "2025-09-29 08:40"),
        (Source.HOTLINE, None, None),
        (Source.GRID, Level.SIMPLE, None),
        (Source.GRID, None, None),
    ):
        at = local(hotline) if hotline else None
        key = (source, level, bool(hotline))
        cases[key] = (room.report(item="01-02", source=source, hotline_at=at), level)
    room.clock.set("09:30")
    starts = []
    for case, level in cases.values():
        room.do(FileCase, "lead-1", case=case, level=level)
        starts.append(room.case(case).clock_start)
    wanted = ("08:40", "09:00", "09:00", "09:30")
    assert starts == [local(f"2025-09-29 {one}") for one in wanted]


def test_a_correction_counts_from_the_original_start_and_keeps_the_overdue(room: Room) -> None:
    case = walks.signed(room, item="01-02")  # four working hours: 15:00
    room.clock.set("16:00")
    room.do(CorrectCase, "lead-1", case=case, item="01-01")  # seven working days
    now = room.case(case)
    assert now.due == local("2025-10-15 17:30")
    assert now.old_dues == (f"{local('2025-09-29 15:00').isoformat()} late corrected",)
    room.do(CorrectCase, "lead-1", case=case, level=Level.URGENT)
    assert room.case(case).due == local("2025-09-29 11:00")
    assert len(room.case(case).old_dues) == 2
    refused(room, "nothing_changed", CorrectCase, "lead-1", case=case, level=Level.URGENT)


def test_a_correction_to_simple_counts_from_the_discovery(room: Room) -> None:
    case = room.report()
    room.clock.set("10:00")
    room.do(FileCase, "lead-1", case=case)
    room.do(CorrectCase, "lead-1", case=case, level=Level.SIMPLE)
    assert room.case(case).due == local("2025-09-30 09:00")


def test_a_corrected_place_moves_grid_and_community_and_is_found(room: Room) -> None:
    from commandcenter.services.views import AskFind

    case = walks.filed(room)
    here = room.case(case).grid
    room.do(CorrectCase, "lead-1", case=case, grid="440113120001001", place="官桥码头")
    now = room.case(case)
    assert here == "440113120213002"
    assert (now.grid, now.community) == ("440113120001001", "440113120001")
    found = room.desk.ask(AskFind(text="官桥码头"), "intake-1").lines
    assert [one.id for one in found] == [case]
    assert room.desk.ask(AskFind(text="祠堂东街"), "intake-1").lines == ()


def test_who_reported_is_told_of_a_refusal_and_what_was_said_is_kept(room: Room) -> None:
    called = room.report(source=Source.HOTLINE, caller_phone="13800005678", caller_name="李女士")
    refused(room, "reporter_untold", RefuseCase, "intake-1", case=called, reason="not_ours")
    room.do(RefuseCase, "intake-1", case=called, reason="not_ours", words="已告知拨打区级热线")
    assert room.view(called).story[-1].words == "已告知拨打区级热线"
    seen_by_camera = room.report(source=Source.VIDEO)
    room.do(RefuseCase, "intake-1", case=seen_by_camera, reason="repeated")
    assert room.case(seen_by_camera).state is CaseState.REJECTED
