"""The table of moves (domain.md section 2): each row for the right person, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from commandcenter.domain.case import NEXT, CaseState
from commandcenter.domain.commands import (
    AskVerification,
    CloseCase,
    CorrectCase,
    DispatchCase,
    EscalateCase,
    ExplainClose,
    FileCase,
    GiveFeedback,
    HandBackCase,
    HandOverCase,
    MergeCase,
    RecallCase,
    RecordCallback,
    RecordCheck,
    RecordVerification,
    RefuseCase,
    ReopenCase,
    ResumeCase,
    SelfHandleCase,
    SendToCheck,
    SignTask,
    VoidCase,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from tests import walks
from tests.fakes import Room
from tests.walks import CHECKER, IN_STATE, UNIT, head

S = CaseState
Fields = Callable[[Room, str], dict[str, Any]]
REFUSED = {"no_right", "not_your_unit", "not_the_verifier", "not_the_checker", "no_such_case"}


def _none(room: Room, case: str) -> dict[str, Any]:
    return {}


def _into(room: Room, case: str) -> dict[str, Any]:
    return {"into": walks.filed(room)}


def _shot(room: Room, case: str) -> dict[str, Any]:
    return {"words": "已清理", "pictures": (room.picture(),)}


def _lead(room: Room, case: str) -> dict[str, Any]:
    return {"task": room.lead_task(case)}


def _say(**fields: Any) -> Fields:
    return lambda room, case: fields


SENT = _say(lead_unit="sanitation", kind=TaskKind.HANDLE)

# from, command, who may, its fields, to (None: same)
TABLE: list[tuple[CaseState, Any, str, Fields, CaseState | None]] = [
    (S.REPORTED, MergeCase, "intake-1", _into, S.MERGED),
    (S.REPORTED, AskVerification, "intake-1", _say(verifier="member-070"), S.VERIFYING),
    (S.VERIFYING, RecordVerification, "member-070", _say(found=True, words="属实"), S.REPORTED),
    (S.REPORTED, RefuseCase, "intake-1", _say(reason="not_ours"), S.REJECTED),
    (S.REPORTED, SelfHandleCase, "member-070", _shot, S.CHECKING),
    (S.REPORTED, HandOverCase, "intake-1", _say(service="119", told="值班员"), None),
    (S.REPORTED, HandOverCase, "intake-1", _say(service="110", told="林警官", reject=True),
     S.REJECTED),
    (S.REPORTED, FileCase, "lead-1", _none, S.FILED),
    (S.FILED, DispatchCase, "dispatch-1", SENT, S.DISPATCHED),
    (S.DISPATCHED, SignTask, UNIT, _lead, S.IN_PROGRESS),
    (S.DISPATCHED, RecallCase, "dispatch-1", _say(reason="wrong_unit"), S.FILED),
    (S.IN_PROGRESS, RecallCase, "dispatch-1", _say(reason="wrong_unit"), S.FILED),
    (S.SUSPENDED, ResumeCase, "dispatch-1", _none, S.IN_PROGRESS),
    (S.IN_PROGRESS, EscalateCase, "lead-1", _say(reason="beyond_us"), S.ESCALATED),
    (S.ESCALATED, HandBackCase, "gateway-1", _none, S.IN_PROGRESS),
    (S.IN_PROGRESS, GiveFeedback, UNIT, _shot, S.FEEDBACK),
    (S.FEEDBACK, SendToCheck, "intake-1", _say(checker=CHECKER), S.CHECKING),
    (S.CHECKING, RecordCheck, CHECKER, _say(passed=False), S.IN_PROGRESS),
    (S.CHECKING, RecordCheck, CHECKER, _say(passed=True), None),
    (S.CALLBACK, RecordCallback, "hotline-1", _say(outcome="satisfied"), S.CLOSED),
    (S.CALLBACK, RecordCallback, "hotline-1", _say(outcome="basically"), S.CLOSED),
    (S.CALLBACK, RecordCallback, "hotline-1", _say(outcome="unsatisfied"), S.IN_PROGRESS),
    (S.CALLBACK, RecordCallback, "hotline-1", _say(outcome="not_reached"), None),
    (S.CALLBACK, ExplainClose, "lead-1",
     _say(leader="duty-1", basis="信访工作条例第三十一条", words="已当面说明"), S.CLOSED),
    (S.CLOSED, ReopenCase, "lead-1", _say(words="同一处又堆满"), S.IN_PROGRESS),
    *((state, VoidCase, "lead-1", _say(reason="duplicate"), S.VOID)
      for state in (S.FILED, S.DISPATCHED, S.IN_PROGRESS, S.SUSPENDED, S.ESCALATED, S.FEEDBACK,
                    S.CHECKING, S.CALLBACK)),
    *((state, MergeCase, "lead-1", _into, S.MERGED) for state in (S.FILED, S.FEEDBACK)),
    *((state, CorrectCase, "lead-1", _say(place="另一个路口"), None)
      for state in (S.REPORTED, S.FILED, S.DISPATCHED, S.IN_PROGRESS, S.SUSPENDED, S.CALLBACK)),
]  # fmt: skip

PEOPLE = (
    *("intake-1", "dispatch-1", "lead-1", "duty-1", "director-1", "hotline-1", "gateway-1"),
    *("supervisor-1", "admin-1", "auditor-1", "unit-police", UNIT, "member-070", CHECKER),
)


def names(row: tuple[CaseState, Any, str, Fields, CaseState | None]) -> str:
    return f"{row[0]}-{row[1].__name__}-{row[4] or 'same'}"


@pytest.mark.parametrize("row", TABLE, ids=names)
def test_a_row_of_the_table_is_walked_by_who_may_and_refused_to_the_rest(
    room: Room, row: tuple[CaseState, Any, str, Fields, CaseState | None]
) -> None:
    state, command, who, fields, to = row
    case = IN_STATE[state](room)
    given = fields(room, case)
    before = head(room), room.case(case)
    for other in PEOPLE:
        if other == who or (command is SelfHandleCase and other == CHECKER):  # a member too
            continue
        with pytest.raises(Refusal) as said:
            room.do(command, other, case=case, **given)
        assert said.value.code in REFUSED, (other, said.value)
    assert (head(room), room.case(case)) == before
    room.do(command, who, case=case, **given)
    assert room.case(case).state is (to or state)
    assert head(room) == before[0] + 1


@pytest.mark.parametrize("state", sorted(S))
def test_no_command_leaves_the_table_from_a_wrong_state(room: Room, state: CaseState) -> None:
    """Each command of the table, given by who may, in each state where the table lacks it."""
    case = IN_STATE[state](room)
    mine = {(row[0], row[1]) for row in TABLE}
    mine |= {(one, SendToCheck) for one in (S.CHECKING,)}  # another checker may be named
    mine |= {(S.CHECKING, CloseCase)}
    mine |= {(one, MergeCase) for one in NEXT if S.MERGED in NEXT[one]}
    mine |= {(one, CorrectCase) for one in NEXT if NEXT[one] and one is not S.CLOSED}
    before = room.case(case)
    tried = 0
    for _, command, who, fields, _ in TABLE:
        if (state, command) in mine:
            continue
        try:
            given = fields(room, case)
        except ValueError:  # no lead task in this state
            given = {"task": "none"}
        at = head(room)
        with pytest.raises(Refusal):
            room.do(command, who, case=case, **given)
        assert head(room) == at
        tried += 1
    assert tried > 10
    assert room.case(case) == before


def test_every_state_has_a_way_in_and_every_arrow_stands_in_the_table(room: Room) -> None:
    for state, way in IN_STATE.items():
        assert room.case(way(room)).state is state
    arrows = {(row[0], row[4]) for row in TABLE if row[4]}
    for frm, to in arrows:
        assert to in NEXT[frm]


def test_closing_wants_a_passed_check_and_the_shift_lead(room: Room) -> None:
    case = walks.checking(room)
    with pytest.raises(Refusal, match="check_first"):
        room.do(CloseCase, "lead-1", case=case)
    room.do(RecordCheck, CHECKER, case=case, passed=True)
    with pytest.raises(Refusal, match="no_right"):
        room.do(CloseCase, "intake-1", case=case)
    room.do(CloseCase, "lead-1", case=case)
    assert room.case(case).state is S.CLOSED
    closed = room.clock.at
    room.clock.pass_(minutes=1)
    with pytest.raises(Refusal, match="case_move") as said:
        room.do(CloseCase, "lead-1", case=case)
    assert (said.value.values["by"], said.value.values["at"]) == ("lead-1", closed)
