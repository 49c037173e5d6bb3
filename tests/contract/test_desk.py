"""What every Desk does, on whatever it stands."""

from __future__ import annotations

from datetime import timedelta

import pytest

from commandcenter.domain.case import ENDED, Case, CaseState, Source
from commandcenter.domain.commands import (
    AddNote,
    DispatchCase,
    FileCase,
    MergeCase,
    PurgeComplainant,
    ReportCase,
    ReportPosition,
    SetTeamStatus,
    UndoCase,
    UndoTeamStatus,
)
from commandcenter.domain.journal import GENESIS
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services.desk import Desk
from commandcenter.services.views import AskBeside, AskBoard, AskFind, Board, CaseLine
from tests import walks
from tests.fakes import Room
from tests.server.rooms import until

S = CaseState


def board(desk: Desk) -> Board:
    found: Board = desk.ask(AskBoard(), "lead-1")
    return found


def follow(desk: Desk, held: Board) -> tuple[dict[str, CaseLine], list[int]]:
    """Lines and numbers as a seat has them that loaded `held` and then heard the feed."""
    lines = {one.id: one for one in held.cases}
    after, numbers, more = held.seq, [], True
    while more:
        news = desk.changes(after, limit=3)
        lines.update((one.id, one) for one in news.cases)
        numbers += [one.seq for one in news.entries]
        after, more = news.seq, news.more
    return lines, numbers


def sound(room: Room) -> None:
    """The chain holds and tells exactly the rows there are."""
    verdict = room.center.verify()
    assert verdict.good, verdict
    assert verdict.entries == board(room.desk).seq
    assert room.center.differences() == []


def test_a_case_lives_from_report_to_close(room: Room) -> None:
    case = walks.closed(room)
    view = room.view(case)
    assert view.case.state is S.CLOSED
    numbers = [line.entry.seq for line in view.story]
    assert numbers == sorted(set(numbers))
    assert view.story[0].entry.hash != GENESIS
    figures = board(room.desk).figures
    assert (figures.filed, figures.closed, figures.open) == (1, 1, 0)
    sound(room)


def test_every_state_can_be_reached(room: Room) -> None:
    for state, into in walks.IN_STATE.items():
        assert room.case(into(room)).state is state
    sound(room)


def test_who_saw_an_older_version_is_told_the_present_state_and_who_was_first(room: Room) -> None:
    case = room.report()
    seen = room.case(case).version
    room.do(FileCase, "lead-1", case=case)
    with pytest.raises(Refusal) as said:
        room.do(FileCase, "lead-1", case=case, seen=seen)
    assert said.value.code == "stale"
    assert said.value.values["state"] == S.FILED
    assert (said.value.values["by"], said.value.values["at"]) == ("lead-1", room.clock.at)
    sound(room)


def test_a_refused_command_leaves_nothing(room: Room) -> None:
    case = room.report()
    before = board(room.desk)
    with pytest.raises(Refusal):
        room.do(AddNote, "lead-1", case=case, words="字" * 9_000)
    assert board(room.desk) == before
    sound(room)


def test_a_command_given_twice_is_done_once(room: Room) -> None:
    given = ReportCase(item="01-02", source=Source.WINDOW, words="垃圾堆", place="祠堂东街")
    first = room.desk.do(given, "intake-1")
    again = room.desk.do(given, "intake-1")
    assert (again.seq, again.subject) == (first.seq, first.subject)
    assert (first.again, again.again) == (False, True)
    assert len(board(room.desk).cases) == 1


def test_receipts_count_without_a_gap(room: Room) -> None:
    begun = board(room.desk).seq
    case = room.report()
    filed = room.do(FileCase, "lead-1", case=case)
    assert filed.seq == begun + 2
    assert [one.seq for one in room.desk.changes(begun).entries] == [begun + 1, begun + 2]


def test_numbers_of_cases_have_no_gap(room: Room) -> None:
    cases = [walks.filed(room) for _ in range(3)]
    assert [room.case(one).number for one in cases] == [f"2025-{n:06d}" for n in (1, 2, 3)]


def test_the_feed_leads_to_what_a_newcomer_reads(room: Room) -> None:
    held = board(room.desk)
    for into in (walks.dispatched, walks.closed, walks.voided, walks.merged):
        into(room)
    lines, numbers = follow(room.desk, held)
    now = board(room.desk)
    assert numbers == list(range(held.seq + 1, now.seq + 1))
    live = {key: one for key, one in lines.items() if one.state not in ENDED}
    assert live == {one.id: one for one in now.cases}


def test_the_feed_ends_at_the_head(room: Room) -> None:
    room.report()
    head = board(room.desk).seq
    news = room.desk.changes(head)
    assert (news.entries, news.seq, news.more) == ((), head, False)


def test_listeners_are_rung_until_they_stop(room: Room) -> None:
    rung: list[int] = []
    stop = room.desk.listen(lambda: rung.append(1))
    room.report()
    until(lambda: rung)  # over a link the bell comes when it comes
    stop()
    rung.clear()
    room.report()
    assert not rung


@pytest.mark.parametrize(
    ("text", "why"),
    [("000001", "number"), ("2025-000001", "number"), ("0001", "number"), ("祠堂", "words"),
     ("13800005678", "phone"), ("噪声 夜市", "words")],
)  # fmt: skip
def test_a_case_is_found(room: Room, text: str, why: str) -> None:
    case = walks.filed(room, words="夜市噪声扰民", caller_phone="13800005678", caller_name="钱晓芸")
    found = room.desk.ask(AskFind(text=text), "lead-1")
    assert [one.id for one in found.lines] == [case]
    assert found.why == (why,)


def test_what_is_searched_comes_newest_first_and_has_a_limit(room: Room) -> None:
    cases = []
    for _ in range(5):
        cases.append(room.report(words="井盖丢失"))
        room.clock.pass_(minutes=1)
    found = room.desk.ask(AskFind(text="井盖", limit=3), "lead-1")
    assert [one.id for one in found.lines] == cases[:1:-1]
    assert found.more


def test_a_very_long_word_is_indexed_and_found(room: Room) -> None:
    case = room.report(words="a" * 3_000 + " 井盖")
    assert [one.id for one in room.desk.ask(AskFind(text="井盖"), "lead-1").lines] == [case]


def test_likely_duplicates_stand_beside(room: Room) -> None:
    case = room.report(words="祠堂门口一堆垃圾没人清")
    asked = AskBeside(
        words="祠堂门口垃圾没人清理", item="01-02", lon=113.43252, lat=22.95087, phone=""
    )
    beside = room.desk.ask(asked, "intake-1")
    assert [one.line.id for one in beside.similar] == [case]
    assert beside.similar[0].likeness > 60
    assert 0 < beside.similar[0].metres < 10


def test_purged_is_gone_and_the_chain_holds(room: Room) -> None:
    case = walks.closed(room, words="住在三单元的王阿姨来电", caller_phone="13800005678")
    room.do(PurgeComplainant, "admin-1", case=case, basis="request")
    for text in ("王阿姨", "13800005678"):
        assert not room.desk.ask(AskFind(text=text), "lead-1").lines
    assert room.view(case).words is None
    assert [one.id for one in room.desk.ask(AskFind(text="祠堂"), "lead-1").lines] == [case]
    sound(room)


def test_a_dispatch_is_taken_back(room: Room) -> None:
    case = walks.filed(room)
    before = room.case(case)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="sanitation", kind=TaskKind.HANDLE)
    room.do(UndoCase, "dispatch-1", case=case)
    after = room.case(case)
    assert (after.state, after.lead_unit, after.due) == (S.FILED, before.lead_unit, before.due)
    sound(room)


def test_a_teams_status_is_taken_back(room: Room) -> None:
    room.do(SetTeamStatus, "dispatch-1", team="team-safety", status=TeamStatus.OFF)
    room.do(UndoTeamStatus, "dispatch-1", team="team-safety")
    team = next(one for one in board(room.desk).teams if one.id == "team-safety")
    assert team.status is TeamStatus.FREE
    sound(room)


def test_a_merge_changes_both(room: Room) -> None:
    into, case = walks.filed(room), room.report()
    room.do(MergeCase, "intake-1", case=case, into=into)
    assert room.case(case).merged_into == into
    sound(room)


def test_a_position_is_kept_outside_the_journal(room: Room) -> None:
    head = board(room.desk).seq
    for lon in (113.43, 113.44):
        room.desk.do(ReportPosition(team="team-safety", lon=lon, lat=22.95), "lead-1")
    seen = {one.team: one.lon for one in board(room.desk).positions}
    assert seen["team-safety"] == 113.44
    assert board(room.desk).seq == head


def test_suspended_cases_resume_once(room: Room) -> None:
    case = walks.suspended(room, days=2)
    room.clock.pass_(days=2)
    assert (room.desk.tick(), room.desk.tick()) == (1, 0)
    assert room.case(case).state is S.IN_PROGRESS
    sound(room)


def test_pictures_are_kept_with_the_case(room: Room) -> None:
    case = walks.fed(room)
    (picture,) = room.view(case).pictures
    assert picture.at - room.clock.at < timedelta(seconds=1)
    assert isinstance(room.case(case), Case)
