"""Commands tried before they are given: the handler's own words, and nothing is written."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    AddNote,
    FileCase,
    MergeCase,
    RecordNotice,
    SetItems,
    UrgeCase,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.services.trying import TRIED
from commandcenter.services.trying_views import MOST_TRIES, AskWhether, Try
from commandcenter.services.wire import dumps, loads, read_refusal, write_refusal
from commandcenter.storage import tables as t
from tests.fakes import Room
from tests.walks import filed


def tried(room: Room, who: str, *tries: Try) -> list[str]:
    """What each would be refused with, "" for nothing."""
    said = room.desk.ask(AskWhether(tries=tries), who).said
    return [one.code if one else "" for one in said]


def on(command: type, case: str, seen: int, **given: object) -> Try:
    return Try(command=command.__name__, given={"case": case, "seen": seen, **given})


def rows(room: Room) -> list[int]:
    def look(tx: object) -> list[int]:
        tables = (t.journal, t.private, *t.TABLES.values())
        count = select(func.count())
        return [int(tx.connection.execute(count.select_from(one)).scalar()) for one in tables]

    return room.desk.read(look)


def test_each_is_answered_as_if_it_were_given_alone(room: Room) -> None:
    waiting, other, done = room.report(), room.report(), filed(room)
    assert tried(
        room,
        "lead-1",
        on(FileCase, waiting, 1),
        on(FileCase, other, 1),
        on(FileCase, other, 7),
        on(FileCase, done, 2),
        on(FileCase, "nothing", 1),
    ) == ["", "", "stale", "case_move", "no_such_case"]


def test_a_refusal_names_what_the_same_command_is_refused_with(room: Room) -> None:
    done, seen = filed(room), 2
    one = on(FileCase, done, seen)
    told = room.desk.ask(AskWhether(tries=(one,)), "lead-1").said[0]
    with pytest.raises(Refusal) as said:
        room.desk.do(FileCase(case=done, seen=seen), "lead-1")
    assert (told.code, told.values) == (said.value.code, said.value.values)
    back = read_refusal(loads(dumps(write_refusal(told))))
    assert (back.code, back.values) == (told.code, told.values)


def test_nothing_is_written_whatever_is_tried(room: Room) -> None:
    waiting, done = room.report(), filed(room)
    before = rows(room)
    alarm = "case_red_1907111004"
    notice = Try(command="RecordNotice", given={"kind": "watch", "words": "接着盯"})
    assert tried(
        room,
        "lead-1",
        on(FileCase, waiting, 1),
        on(UrgeCase, done, 2, words="快一点"),
        on(MergeCase, done, 2, into=waiting),
        on(AcknowledgeAlarm, done, 2, alarm=alarm),
        notice,
    ) == ["", "", "", "", ""]
    assert rows(room) == before
    assert room.case(waiting).number is None


def test_rights_hold_as_for_the_command(room: Room) -> None:
    waiting, done = room.report(), filed(room)
    told = (on(FileCase, waiting, 1), on(UrgeCase, done, 2))
    assert tried(room, "dispatch-1", *told) == ["no_right", ""]
    with pytest.raises(Refusal, match="no_right"):
        tried(room, "unit-water", on(UrgeCase, done, 2))


def test_only_what_writes_nothing_may_be_tried_and_only_so_many(room: Room) -> None:
    assert {AcknowledgeAlarm, FileCase, MergeCase, RecordNotice, UrgeCase} == set(TRIED.values())
    for other in (AddNote, SetItems):
        assert tried(room, "lead-1", Try(command=other.__name__)) == ["unknown_command"]
    with pytest.raises(Refusal, match="too_many_tries"):
        tried(room, "lead-1", *[on(UrgeCase, "a", 1)] * (MOST_TRIES + 1))


@pytest.mark.parametrize(
    "given",
    [{}, {"case": 3, "seen": 1}, {"case": "a", "seen": "1"}, {"case": "a", "seen": 1, "more": 2}],
)
def test_what_is_no_command_is_refused_by_itself(room: Room, given: dict[str, object]) -> None:
    assert tried(room, "lead-1", Try(command="FileCase", given=given)) == ["wire"]
