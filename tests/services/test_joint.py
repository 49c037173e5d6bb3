"""联合执法: one joint task, several teams, one lead, the law kept by each unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from commandcenter.domain.commands import (
    DispatchJoint,
    FinishTask,
    Reason,
    RecallCase,
    SetOfficerShift,
    SetTeamStatus,
    SignTask,
    UndoCase,
)
from commandcenter.domain.joint import MOST_PARTS, JointKind, JointPart
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.plan import Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services.emergency_views import AskReportDraft
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.joining_views import AskJoint, JointCheck
from commandcenter.services.views import AskBoard
from tests import walks
from tests.fakes import Room
from tests.walks import refused

SAFETY = JointPart(
    unit="safety",
    team="team-safety",
    officers=("officer-safety-1", "officer-safety-2"),
    kind=TaskKind.ENFORCE,
)
SHOPS = JointPart(
    unit="enforcement",
    team="team-enterprise",
    officers=("officer-enterprise-1", "officer-enterprise-2"),
)
POLICE = JointPart(unit="police", kind=TaskKind.HANDLE)
WHY = Reason(code="no_power/enforcement", words="协助维持秩序，不作处罚")


def filed(room: Room) -> str:
    return walks.filed(room, item="21-903")


def plan(*parts: JointPart, **more: Any) -> dict[str, Any]:
    given = {"joint_kind": JointKind.ENTERPRISE, "kind": TaskKind.HANDLE, "parts": parts}
    sheet = {"place": "祠堂东街 12 号门前", "words": "安监主检，综合执法封门，派出所维持秩序"}
    return {**given, **sheet, "reasons": (WHY,), **more}


def join(room: Room, case: str, **more: Any) -> None:
    room.do(DispatchJoint, "dispatch-1", case=case, **plan(SAFETY, SHOPS, POLICE, **more))


def team(room: Room, key: str) -> Any:
    return next(one for one in room.desk.ask(AskBoard(), "lead-1").teams if one.id == key)


def test_one_joint_task_has_a_lead_and_a_task_for_every_team(room: Room) -> None:
    case = filed(room)
    join(room, case, notify=("fire",))
    view = room.view(case)
    (shown,) = view.joints
    assert (shown.joint.lead, shown.joint.units) == ("safety", ("safety", "enforcement", "police"))
    assert shown.words == "安监主检，综合执法封门，派出所维持秩序"
    parts = {one.unit: one for one in view.tasks if one.joint == shown.joint.id}
    assert {unit: (one.role, one.kind, one.team) for unit, one in parts.items()} == {
        "safety": ("lead", "enforce", "team-safety"),
        "enforcement": ("co", "handle", "team-enterprise"),
        "police": ("co", "handle", None),
    }
    assert view.case.lead_unit == "safety"
    assert view.case.co_units == ("enforcement", "police")
    assert [one.joint for one in view.tasks if one.role == "notify"] == [None]
    assert team(room, "team-enterprise").status is TeamStatus.ASSIGNED
    facts = str(view.story[-1].entry.facts)
    assert "祠堂" not in facts and "安监" not in facts


def test_each_team_stands_by_its_own_steps(room: Room) -> None:
    case = filed(room)
    join(room, case)
    parts = {one.unit: one.id for one in room.view(case).tasks}
    room.do(SignTask, "unit-safety", case=case, task=parts["safety"])
    room.do(SignTask, "unit-enforcement", case=case, task=parts["enforcement"])
    room.do(FinishTask, "unit-enforcement", case=case, task=parts["enforcement"])
    assert team(room, "team-safety").status is TeamStatus.SIGNED
    assert team(room, "team-enterprise").status is TeamStatus.FREE
    states = {one.unit: one.state for one in room.view(case).tasks}
    assert states == {"safety": "signed", "enforcement": "done", "police": "assigned"}


def test_every_enforcing_unit_needs_two_certificates_of_its_own(room: Room) -> None:
    case = filed(room)
    alone = JointPart(unit="safety", team="team-safety", officers=("officer-safety-1",),
                      kind=TaskKind.ENFORCE)  # fmt: skip
    given = {"case": case, **plan(alone, SHOPS)}
    refused(room, "law_two_certificates", DispatchJoint, "dispatch-1", **given)
    two = JointPart(unit="safety", officers=("officer-safety-2",), kind=TaskKind.HANDLE)
    room.do(DispatchJoint, "dispatch-1", case=case, **plan(alone, two))
    assert room.case(case).co_units == ()


def test_what_a_joint_task_refuses(room: Room) -> None:
    case = filed(room)

    def no(code: str, *parts: JointPart, **more: Any) -> None:
        refused(room, code, DispatchJoint, "dispatch-1", case=case, **plan(*parts, **more))

    no("joint_parts", SAFETY)
    no("warning_reason", SAFETY, SHOPS, reasons=())
    no("warning_reason", SAFETY, SHOPS, reasons=(Reason(code="no_power", words="四个字啊"),))
    no("team_named_twice", SAFETY, JointPart(unit="safety", team="team-safety"))
    twice = JointPart(unit="safety", officers=("officer-safety-1",))
    no("officer_named_twice", SAFETY, twice)
    no("unit_named_twice", SAFETY, POLICE, POLICE)
    no("unit_named_twice", SAFETY, POLICE, notify=("police",))
    no("team_of_other_unit", SAFETY, JointPart(unit="police", team="team-enterprise"))
    no("officer_of_other_unit", SAFETY, JointPart(unit="police", officers=SHOPS.officers))
    led = JointPart(unit="enforcement", team="team-enterprise", officers=("officer-enterprise-5",))
    no("law_auxiliary_leads", SAFETY, led)
    no("words_missing", SAFETY, POLICE, words=" ")
    no("place_missing", SAFETY, POLICE, place="")
    no("no_such_unit", SAFETY, JointPart(unit="navy"))
    room.do(SetTeamStatus, "dispatch-1", team="team-safety", status=TeamStatus.OFF)
    no("team_off", SAFETY, POLICE)


def test_an_undone_joint_task_leaves_nothing_and_not_once_a_unit_signed(room: Room) -> None:
    case = filed(room)
    before = room.case(case).changed(version=0), room.desk.ask(AskBoard(), "lead-1").teams
    join(room, case)
    room.do(UndoCase, "dispatch-1", case=case)
    after = room.case(case).changed(version=0), room.desk.ask(AskBoard(), "lead-1").teams
    assert after == before
    assert room.view(case).joints == ()
    assert {one.state for one in room.view(case).tasks} == {"recalled"}
    assert room.center.differences() == []
    join(room, case)
    police = next(o for o in room.view(case).tasks if o.unit == "police" and o.running)
    room.do(SignTask, "unit-police", case=case, task=police.id)
    refused(room, "undo_nothing", UndoCase, "dispatch-1", case=case)


def test_a_recalled_joint_task_frees_every_team_and_can_be_sent_anew(room: Room) -> None:
    case = filed(room)
    join(room, case)
    room.do(RecallCase, "dispatch-1", case=case, reason="wrong_unit")
    assert {team(room, one).status for one in ("team-safety", "team-enterprise")} == {"free"}
    join(room, case)
    assert len(room.view(case).joints) == 2


def test_a_running_part_tells_what_would_forbid_it_by_now(room: Room) -> None:
    case = filed(room)
    join(room, case)
    assert [one.findings for one in room.view(case).joints[0].checks] == [(), (), ()]
    room.do(SetOfficerShift, "dispatch-1", officer="officer-safety-2", on_shift=False)
    checks = {one.unit: one for one in room.view(case).joints[0].checks}
    codes = [one.code for one in checks["safety"].findings]
    assert codes == ["officer_off_shift", "two_certificates"]
    assert (checks["safety"].certified, checks["enforcement"].findings) == (1, ())


def test_the_law_is_told_for_every_part_before_it_is_sent(room: Room) -> None:
    case = filed(room)
    question = AskJoint(case=case, kind=TaskKind.ENFORCE, parts=(SAFETY, SHOPS, POLICE))
    told: JointCheck = room.desk.ask(question, "dispatch-1")
    assert [(one.unit, one.certified) for one in told.parts] == [
        ("safety", 2),
        ("enforcement", 2),
        ("police", 0),
    ]
    codes = {one.unit: {(f.code, f.severity) for f in one.findings} for one in told.parts}
    assert codes == {
        "safety": set(),
        "enforcement": {("no_power", "block")},
        "police": set(),
    }
    with pytest.raises(Refusal, match="joint_parts"):
        room.desk.ask(replace(question, parts=(POLICE,) * (MOST_PARTS + 1)), "dispatch-1")


def test_who_takes_part_may_read_the_sheet_and_others_do_not_see_the_case(room: Room) -> None:
    case = filed(room)
    join(room, case)
    assert room.view(case, "unit-police").joints[0].words is not None
    assert room.view(case, "unit-police").words is None


def test_a_joint_task_counts_as_sent_in_the_handover_and_in_a_report_up(room: Room) -> None:
    case = filed(room)
    emergency = walks.drilling(room, Response.IV, drill=False)
    room.clock.pass_(minutes=5)
    assert room.desk.ask(AskReportDraft(emergency=emergency), "lead-1").nil
    join(room, case)
    assert not room.desk.ask(AskReportDraft(emergency=emergency), "lead-1").nil
    room.clock.set("19:00")
    counts = room.desk.ask(AskHandover(), "lead-1").parts.counts
    assert (counts.filed, counts.dispatched) == (1, 1)
