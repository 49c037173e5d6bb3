"""Who may give which command, and for whom a step may be entered (domain.md section 2)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from commandcenter.domain.commands import (
    ArriveTask,
    Behalf,
    Command,
    DepartTask,
    FileCase,
    GiveFeedback,
    SignTask,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import DESK_ROLES, ELSEWHERE, Channel, Role
from tests import walks
from tests.fakes import Room, writing
from tests.walks import UNIT, head


@pytest.fixture
def roles(room: Room) -> Room:
    """A room with one person for each role, named by it."""
    with writing(room.desk) as tx:
        for role in Role:
            tx.put(Person(street=room.desk.street, id=f"only-{role}", roles=(role,)))
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="people", kind="imported", facts={})  # fmt: skip
    return room


def test_nobody_unknown_and_no_unknown_command_gets_in(room: Room) -> None:
    with pytest.raises(Refusal, match="no_such_person"):
        room.desk.do(FileCase(case="none", seen=1), "nobody")
    with pytest.raises(Refusal, match="unknown_command"):
        room.desk.do(Command(), "lead-1")


def behalf(room: Room, person: str, **late: float) -> Behalf:
    return Behalf(person=person, channel=Channel.RADIO,
                  happened_at=room.clock.at - timedelta(**late))  # fmt: skip


def test_only_the_desk_enters_for_others(roles: Room) -> None:
    case = walks.dispatched(roles)
    task, seen = roles.lead_task(case), roles.case(case).version
    for role in Role:
        step = SignTask(case=case, seen=seen, task=task, behalf=behalf(roles, UNIT))
        if role in DESK_ROLES:
            continue
        with pytest.raises(Refusal, match="no_right"):
            roles.desk.do(step, f"only-{role}")
    step = SignTask(case=case, seen=seen, task=task, behalf=behalf(roles, UNIT))
    roles.desk.do(step, "only-intake_officer")
    (entry,) = roles.desk.changes(head(roles) - 1).entries
    assert (entry.who, entry.behalf, entry.channel) == ("only-intake_officer", UNIT, "radio")
    assert roles.case(case).handlers == (UNIT,)


def test_the_guards_look_at_the_person_acted_for(room: Room) -> None:
    case = walks.dispatched(room)
    task = room.lead_task(case)
    for other, code in (("unit-police", "not_your_unit"), ("member-070", "no_right"),
                        ("system", "no_such_person"), ("nobody", "no_such_person")):  # fmt: skip
        walks.refused(room, code, SignTask, "dispatch-1", behalf=other, case=case, task=task)


def test_the_desks_own_rights_cannot_be_borrowed_by_telephone(room: Room) -> None:
    """A dispatcher who enters a filing for the shift lead would file without the right to."""
    case = room.report()
    walks.refused(room, "no_right", FileCase, "dispatch-1", behalf="lead-1", case=case)
    assert not ELSEWHERE & (DESK_ROLES | {Role.ADMINISTRATOR, Role.AUDITOR, Role.SYSTEM})
    offered = {one.command: one.allowed for one in room.view(case, "dispatch-1").moves}
    assert offered["FileCase"] is False


def test_a_late_entry_is_true_to_its_time(room: Room) -> None:
    case = walks.dispatched(room)
    task, seen = room.lead_task(case), room.case(case).version
    room.clock.pass_(minutes=30)

    def sign(said: Behalf) -> None:
        room.desk.do(SignTask(case=case, seen=seen, task=task, behalf=said), "dispatch-1")

    for late, code in ((-0.01, "in_future"), (31, "before_state")):
        with pytest.raises(Refusal, match=code):
            sign(behalf(room, UNIT, minutes=late))
    with pytest.raises(Refusal, match="bad_time"):
        bare = datetime(2025, 9, 29, 9, 20)
        sign(Behalf(person=UNIT, channel=Channel.RADIO, happened_at=bare))
    sign(behalf(room, UNIT, minutes=10))
    signed = room.view(case).tasks[0].signed_at
    assert signed == room.clock.at - timedelta(minutes=10)
    (entry,) = room.desk.changes(head(room) - 1).entries
    assert (entry.at, entry.happened_at) == (room.clock.at, signed)


def test_nobody_arrives_before_leaving_or_is_done_before_arriving(room: Room) -> None:
    case = walks.signed(room)
    task = room.lead_task(case)
    room.clock.pass_(minutes=30)
    room.do(DepartTask, UNIT, case=case, task=task)
    room.clock.pass_(minutes=30)
    early, seen = behalf(room, UNIT, minutes=31), room.case(case).version
    with pytest.raises(Refusal, match="before_state"):
        room.desk.do(ArriveTask(case=case, seen=seen, task=task, behalf=early), "dispatch-1")
    room.do(ArriveTask, UNIT, case=case, task=task)
    room.clock.pass_(minutes=5)
    early, seen = behalf(room, UNIT, minutes=6), room.case(case).version
    shot = (room.picture(),)
    with pytest.raises(Refusal, match="before_state"):
        step = GiveFeedback(case=case, seen=seen, words="好", pictures=shot, behalf=early)
        room.desk.do(step, "dispatch-1")


def test_a_step_of_more_than_a_day_ago_is_refused(room: Room) -> None:
    case = walks.signed(room)
    room.clock.pass_(hours=24, seconds=1)
    seen = room.case(case).version
    step = GiveFeedback(case=case, seen=seen, words="好了", behalf=behalf(room, UNIT, hours=24.1))
    with pytest.raises(Refusal, match="too_long_ago"):
        room.desk.do(step, "dispatch-1")
    room.do(GiveFeedback, "dispatch-1", behalf=UNIT, case=case, words="好", pictures=(
        room.picture(),))  # fmt: skip
