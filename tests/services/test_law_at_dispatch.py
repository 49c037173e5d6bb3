"""The law that a dispatch meets (domain.md section 5), through the Desk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from commandcenter.domain.commands import (
    ArriveTask,
    CloseDocket,
    DepartTask,
    DispatchCase,
    ExtendDocket,
    GiveFeedback,
    LinkVideo,
    OpenDocket,
    Reason,
    RecuseOfficer,
    ReportDocket,
    SetOfficerShift,
    SignTask,
)
from commandcenter.domain.docket import Docket, DocketKind
from commandcenter.domain.task import TaskKind
from tests import walks
from tests.fakes import Room, local
from tests.walks import head, refused

K = TaskKind
TWO = ("officer-surface-1", "officer-surface-2")
WORDS = "市容科已书面说明"


def sending(kind: TaskKind, officers: tuple[str, ...] = TWO, **more: Any) -> dict[str, Any]:
    sent = {"lead_unit": "enforcement", "team": "team-surface", "officers": officers}
    return {**sent, **more, "kind": kind}


def send(room: Room, case: str, kind: TaskKind, officers: tuple[str, ...] = TWO, **m: Any) -> None:
    room.desk.do(
        DispatchCase(case=case, seen=room.case(case).version, **sending(kind, officers, **m)),
        "dispatch-1",
    )


def no(room: Room, code: str, case: str, kind: TaskKind, officers: Any = TWO, **m: Any) -> None:
    def made(**given: Any) -> DispatchCase:
        return DispatchCase(**given, **sending(kind, officers, **m))

    refused(room, code, made, "dispatch-1", case=case)


@pytest.mark.parametrize("kind", [K.INSPECT, K.ENFORCE])
@pytest.mark.parametrize(
    ("officers", "code"),
    [
        ((), "law_two_certificates"),
        (("officer-surface-1",), "law_two_certificates"),
        (("officer-surface-1", "officer-surface-6"), "law_two_certificates"),  # an auxiliary
        (("officer-surface-6", *TWO), "law_auxiliary_leads"),
        ((*TWO, "officer-mobile-2"), "law_certificate_expired"),
        ((*TWO, "officer-enterprise-4"), "law_officer_off_shift"),
        ((*TWO, TWO[0]), "officer_named_twice"),
        (("officer-surface-1", "nobody"), "no_such_officer"),
        (("officer-police-1", "officer-police-2"), "officer_of_other_unit"),
    ],
)
def test_a_block_is_passed_by_no_reason(
    room: Room, kind: TaskKind, officers: tuple[str, ...], code: str
) -> None:
    case = walks.filed(room)
    codes = ("two_certificates", "auxiliary_leads", "certificate_expired", "officer_off_shift")
    reasons = tuple(Reason(code=one, words=WORDS) for one in codes)
    no(room, code, case, kind, officers, reasons=reasons)


def test_a_power_not_published_blocks_enforcement_and_warns_about_the_rest(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    no(room, "law_no_power", case, K.ENFORCE, reasons=(Reason(code="no_power", words=WORDS),))
    no(room, "warning_reason", case, K.HANDLE)
    no(room, "warning_reason", case, K.HANDLE, reasons=(Reason(code="no_power", words="急急急"),))
    no(room, "warning_reason", case, K.HANDLE, reasons=(Reason(code="other", words=WORDS),))
    send(room, case, K.HANDLE, reasons=(Reason(code="no_power", words=WORDS),))
    facts = room.view(case).story[-1].entry.facts["warnings"]
    assert facts["no_power"]["of"] == "reason"
    assert WORDS not in str(facts)


def test_a_patrol_with_one_certificate_is_a_warning(room: Room) -> None:
    case = walks.filed(room)
    no(room, "warning_reason", case, K.PATROL, TWO[:1])
    send(room, case, K.PATROL, TWO[:1], reasons=(Reason(code="two_certificates", words=WORDS),))


def test_who_is_recused_is_not_sent_and_who_goes_off_shift_does_not_count(room: Room) -> None:
    case = walks.filed(room)
    refused(room, "no_such_case", RecuseOfficer, "unit-police", case=case, officer=TWO[0],
            relation="kin")  # fmt: skip
    room.do(RecuseOfficer, "dispatch-1", case=case, officer=TWO[0], relation="kin")
    refused(room, "nothing_changed", RecuseOfficer, "dispatch-1", case=case, officer=TWO[0],
            relation="kin")  # fmt: skip
    three = (*TWO, "officer-surface-3")
    no(room, "law_recused", case, K.ENFORCE, three, reasons=(Reason(code="recused", words=WORDS),))
    send(room, case, K.ENFORCE, three[1:])
    other = walks.filed(room)
    refused(room, "not_your_unit", SetOfficerShift, "leader-team-safety", officer=TWO[1],
            on_shift=False)  # fmt: skip
    room.do(SetOfficerShift, "dispatch-1", officer=TWO[1], on_shift=False)
    no(room, "law_two_certificates", other, K.ENFORCE)


@pytest.mark.parametrize(
    ("at", "item", "wanted"),
    [
        ("2025-09-29 21:59", "21-902", ("coercion_unapproved",)),
        ("2025-09-29 22:00", "21-902", ("coercion_unapproved", "night_or_holiday")),
        ("2025-09-30 05:59", "21-902", ("coercion_unapproved", "night_or_holiday")),
        ("2025-09-30 06:00", "21-902", ("coercion_unapproved",)),
        ("2025-10-02 10:00", "21-902", ("coercion_unapproved", "night_or_holiday")),
        ("2025-10-11 10:00", "21-902", ("coercion_unapproved",)),  # a Saturday that is worked
        ("2025-10-02 23:00", "21-903", ("coercion_unapproved",)),  # urgent
    ],
)
def test_coercion_at_night_or_on_a_holiday_wants_a_reason_unless_urgent(
    room: Room, at: str, item: str, wanted: tuple[str, ...]
) -> None:
    room.clock.set(at)
    case = walks.filed(room, item=item)
    crew = {"lead_unit": "safety", "team": "team-safety"}
    officers = ("officer-safety-1", "officer-safety-2")
    from commandcenter.services.views import AskCandidates

    asked = AskCandidates(case=case, unit="safety", kind=K.COERCE, officers=officers)
    found = room.desk.ask(asked, "dispatch-1").findings
    if any(one.code == "no_power" for one in found):
        found = tuple(one for one in found if one.code != "no_power")
    assert {one.code for one in found} == set(wanted)
    if item != "21-903":
        return
    reasons = tuple(Reason(code=one, words=WORDS) for one in wanted)
    no(room, "warning_reason", case, K.COERCE, officers, **crew)
    no(room, "not_an_approver", case, K.COERCE, officers, approved_by="lead-1", **crew)
    send(room, case, K.COERCE, officers, reasons=reasons, **crew)
    assert set(room.view(case).story[-1].entry.facts["warnings"]) == set(wanted)


def test_an_approved_coercion_needs_no_reason_and_one_on_the_spot_has_a_clock(room: Room) -> None:
    crew = {"lead_unit": "safety", "team": "team-safety"}
    officers = ("officer-safety-1", "officer-safety-2")
    first, second = walks.filed(room, item="21-903"), walks.filed(room, item="21-903")
    send(room, first, K.COERCE, officers, approved_by="duty-1", **crew)
    words = (Reason(code="coercion_unapproved", words=WORDS),)
    send(room, second, K.COERCE, officers, reasons=words, **crew)
    for case in (first, second):
        room.do(SignTask, "leader-team-safety", case=case, task=room.lead_task(case))
    assert room.case(first).enforced and room.case(second).enforced
    assert room.view(first).dockets == ()
    (docket,) = room.view(second).dockets
    assert (docket.kind, docket.report_due) == (
        DocketKind.COERCION,
        room.clock.at + timedelta(hours=24),
    )


def test_certificates_are_ticked_and_the_recorder_named_before_departure(room: Room) -> None:
    case = walks.filed(room)
    send(room, case, K.INSPECT)
    task = room.lead_task(case)
    who = "leader-team-surface"
    refused(room, "task_move", DepartTask, who, case=case, task=task, recorder="R1",
            certificates_ready=True)  # fmt: skip
    room.do(SignTask, who, case=case, task=task)
    refused(room, "certificates_not_ready", DepartTask, who, case=case, task=task, recorder="R1")
    refused(room, "recorder_missing", DepartTask, who, case=case, task=task,
            certificates_ready=True)  # fmt: skip
    refused(room, "recorder_missing", ArriveTask, who, case=case, task=task)
    refused(room, "recorder_missing", GiveFeedback, who, case=case, words="好",
            pictures=(room.picture(),))  # fmt: skip
    room.do(DepartTask, who, case=case, task=task, recorder="R1", certificates_ready=True)
    room.do(ArriveTask, who, case=case, task=task, lon=113.4325, lat=22.95)
    assert "video_wanted" in room.view(case).reminders
    room.clock.pass_(hours=25)
    assert "video_late" in room.view(case).reminders
    refused(room, "no_such_case", LinkVideo, "unit-police", case=case, task=task, video="V-1")
    room.do(LinkVideo, who, case=case, task=task, video="V-1")
    assert room.view(case).reminders == ()


def on_scene(room: Room) -> str:
    case = walks.filed(room)
    send(room, case, K.ENFORCE)
    task, who = room.lead_task(case), "leader-team-surface"
    room.do(SignTask, who, case=case, task=task)
    room.do(DepartTask, who, case=case, task=task, recorder="R1", certificates_ready=True)
    room.do(ArriveTask, who, case=case, task=task)
    return case


def docket(room: Room, case: str) -> Docket:
    return room.view(case).dockets[-1]


def opening(room: Room, case: str, kind: DocketKind, **more: Any) -> Docket:
    seen = room.case(case).version
    paper = {"decision": "石综扣〔2025〕1号", "goods": "三轮车一辆", **more}
    room.desk.do(OpenDocket(case=case, seen=seen, kind=kind, **paper), "leader-team-surface")
    return docket(room, case)


def test_seized_goods_want_a_list_a_decision_and_somebody_on_the_spot(room: Room) -> None:
    case = on_scene(room)

    def made(**given: Any) -> OpenDocket:
        paper = {"decision": "石综扣〔2025〕1号", "goods": "三轮车一辆"}
        return OpenDocket(**{**paper, **given}, kind=DocketKind.SEIZURE)

    who = "leader-team-surface"
    refused(room, "goods_missing", made, who, case=case, goods=" ")
    refused(room, "bad_id", made, who, case=case, docket="石综扣" * 20)
    refused(room, "decision_missing", made, who, case=case, decision=" ")
    refused(room, "no_such_case", made, "unit-police", case=case)
    far = walks.filed(room)
    send(room, far, K.ENFORCE)
    refused(room, "lead_not_signed", made, who, case=far)
    room.do(SignTask, who, case=far, task=room.lead_task(far))
    refused(room, "recorder_missing", made, who, case=far)
    refused(room, "not_on_scene", made, who, case=far, recorder="R2")
    handled = walks.signed(room)
    refused(room, "docket_needs_certified", made, "unit-sanitation", case=handled)


def test_thirty_days_and_thirty_more_are_calendar_days_and_given_once(room: Room) -> None:
    case = on_scene(room)
    opened = opening(room, case, DocketKind.SEIZURE)
    assert opened.limit_on == date(2025, 10, 29)
    room.clock.set("2025-10-22 09:00")
    assert opened.warned(date(2025, 10, 22)) and not opened.warned(date(2025, 10, 21))
    given = {"case": case, "docket": opened.id, "decision": "石综延〔2025〕1号"}
    refused(room, "no_right", ExtendDocket, "lead-1", **given)
    refused(room, "decision_missing", ExtendDocket, "duty-1", **given | {"decision": " "})
    room.do(ExtendDocket, "duty-1", **given)
    assert docket(room, case).limit_on == date(2025, 11, 28)
    refused(room, "docket_extended_once", ExtendDocket, "duty-1", **given)
    refused(room, "no_such_case", CloseDocket, "unit-police", case=case, docket=opened.id,
            outcome="released")  # fmt: skip
    refused(room, "outcome_unknown", CloseDocket, "duty-1", case=case, docket=opened.id,
            outcome="lost")  # fmt: skip
    room.do(CloseDocket, "unit-enforcement", case=case, docket=opened.id, outcome="released")
    refused(room, "docket_closed", CloseDocket, "duty-1", case=case, docket=opened.id,
            outcome="released")  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "limit", "report"),
    [
        (DocketKind.SEIZURE, date(2025, 10, 29), "2025-09-30 09:00"),
        (DocketKind.REGISTRATION, date(2025, 10, 15), None),  # 7 working days over the holiday
        (DocketKind.PENALTY, date(2025, 12, 28), None),  # 90 days, a Sunday, not rolled
        (DocketKind.CRIME, date(2025, 10, 2), None),  # 3 days, within the holiday, not rolled
    ],
)
def test_the_law_gives_each_docket_its_last_day(
    room: Room, kind: DocketKind, limit: date, report: str | None
) -> None:
    case = on_scene(room)
    opened = opening(room, case, kind)
    assert opened.limit_on == limit
    assert opened.report_due == (local(report) if report else None)
    assert room.case(case).enforced
    if kind is not DocketKind.SEIZURE:
        refused(room, "docket_no_extension", ExtendDocket, "duty-1", case=case,
                docket=opened.id, decision="x")  # fmt: skip


def test_a_report_after_a_day_is_late_and_no_extension_after_the_limit(room: Room) -> None:
    case = on_scene(room)
    opened = opening(room, case, DocketKind.SEIZURE)
    room.clock.pass_(hours=24, seconds=1)
    room.do(ReportDocket, "dispatch-1", case=case, docket=opened.id)
    assert room.view(case).story[-1].entry.facts["late"] is True
    refused(room, "docket_not_reportable", ReportDocket, "dispatch-1", case=case,
            docket=opened.id)  # fmt: skip
    room.clock.set("2025-10-30 00:00")
    at = head(room)
    refused(room, "docket_past_limit", ExtendDocket, "duty-1", case=case, docket=opened.id,
            decision="x")  # fmt: skip
    assert head(room) == at
