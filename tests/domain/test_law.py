"""Blocks and warnings of a dispatch, and the law's days, as pure functions (section 5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import Source
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.docket import Docket, DocketKind, limit_day, report_due
from commandcenter.domain.law import BLOCK, WARNING, Sending, findings, valid_officers
from commandcenter.domain.person import Officer, Power
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import Request, RequestKind
from commandcenter.domain.task import TaskKind
from tests.domain.test_case import case
from tests.fakes import LOCAL, local

K = TaskKind
CLOCK = WorkClock(WorkCalendar.from_rows([(date(2019, 10, n), "off") for n in range(1, 8)]))
DAY = date(2019, 7, 11)
AT = local("2019-07-11 10:04")
POWERS = [Power(street="s", item="01-02", unit="u", kind=one.value) for one in K]


def officer(name: str = "a", **fields: object) -> Officer:
    given = {"street": "s", "id": name, "unit": "u", "team": None, "auxiliary": False}
    papers = {"certificate": "1", "valid_until": DAY, "on_shift": True}
    return Officer(**{**given, **papers, **fields})


def found(kind: TaskKind, *officers: Officer, **fields: object) -> list[tuple[str, str]]:
    sending = {"unit": "u", "kind": kind, "officers": officers, "at": AT, **fields}
    told = findings(case(), Sending(**sending), POWERS, CLOCK)
    return [(one.code, one.severity) for one in told]


GOOD = (officer("a"), officer("b"))


@pytest.mark.parametrize("kind", [K.INSPECT, K.ENFORCE, K.COERCE])
def test_two_valid_certificates_on_shift_and_not_one_less(kind: TaskKind) -> None:
    two = ("two_certificates", BLOCK)
    assert two not in found(kind, *GOOD, approved_by="x")
    for other in (
        officer("c", auxiliary=True),
        officer("c", valid_until=DAY - timedelta(days=1)),
        officer("c", certificate=None),
        officer("c", on_shift=False),
    ):
        assert two in found(kind, GOOD[0], other)
    assert two in found(kind)


def test_a_certificate_counts_on_its_last_local_day_until_midnight() -> None:
    last = officer("a", valid_until=date(2019, 7, 10))
    assert valid_officers([last], local("2019-07-10 23:59"), CLOCK) == 1
    assert valid_officers([last], local("2019-07-11 00:00"), CLOCK) == 0


def test_patrol_is_warned_handling_is_not() -> None:
    assert found(K.PATROL, GOOD[0]) == [("two_certificates", WARNING)]
    assert found(K.HANDLE) == []


@pytest.mark.parametrize("kind", sorted(K))
def test_an_auxiliary_never_leads_but_may_come_along(kind: TaskKind) -> None:
    helper = officer("c", auxiliary=True, certificate=None)
    assert ("auxiliary_leads", BLOCK) in found(kind, helper, *GOOD, approved_by="x")
    assert not any(code == "auxiliary_leads" for code, _ in found(kind, *GOOD, helper))


def test_powers_block_what_is_strict_and_warn_the_rest() -> None:
    assert ("no_power", BLOCK) in found(K.ENFORCE, *GOOD, unit="v")
    assert found(K.HANDLE, unit="v") == [("no_power", WARNING)]
    assert found(K.PATROL, *GOOD, unit="v") == []
    sending = Sending(unit="v", kind=K.ENFORCE, officers=GOOD, at=AT)
    (one,) = findings(case(), sending, POWERS, CLOCK)
    assert dict(one.values) == {"units": "u"}


@pytest.mark.parametrize(
    ("at", "hit"),
    [
        ("2019-07-11 21:59", False),
        ("2019-07-11 22:00", True),
        ("2019-07-12 05:59", True),
        ("2019-07-12 06:00", False),
        ("2019-10-02 10:00", True),
        ("2019-10-08 10:00", False),
    ],
)
def test_night_is_from_ten_to_six(at: str, hit: bool) -> None:
    told = found(K.COERCE, *GOOD, at=local(at), approved_by="x")
    assert (("night_or_holiday", WARNING) in told) == hit
    assert not any(code == "night_or_holiday" for code, _ in found(K.ENFORCE, *GOOD, at=local(at)))


def test_a_finding_of_a_camera_is_a_clue() -> None:
    sending = Sending(unit="u", kind=K.HANDLE, officers=(), at=AT)
    told = findings(case(source=Source.VIDEO), sending, POWERS, CLOCK)
    assert [(one.code, one.article) for one in told] == [("camera_clue", "行政处罚法41")]


@pytest.mark.parametrize(
    ("kind", "opened", "last"),
    [
        (DocketKind.SEIZURE, "2019-07-11 10:35", date(2019, 8, 10)),  # a Saturday, not rolled
        (DocketKind.SEIZURE, "2019-07-11 23:59", date(2019, 8, 10)),
        (DocketKind.PENALTY, "2019-07-11 10:35", date(2019, 10, 9)),
        (DocketKind.REGISTRATION, "2019-09-30 10:35", date(2019, 10, 16)),
        (DocketKind.CRIME, "2019-07-11 10:35", date(2019, 7, 14)),
        (DocketKind.COERCION, "2019-07-11 10:35", date(2019, 7, 12)),
    ],
)
def test_last_days(kind: DocketKind, opened: str, last: date) -> None:
    assert limit_day(kind, local(opened), CLOCK) == last


def test_a_crime_is_decided_in_three_days_and_transferred_a_day_later() -> None:
    at = local("2019-07-11 10:35")
    crime = Docket(street="1", id="d", case="c", kind=DocketKind.CRIME, decision="", recorder=None,
                   goods=None, opened_by="p", opened_at=at, limit_on=date(2019, 7, 14))  # fmt: skip
    assert crime.reportable and crime.next_due().at == local("2019-07-15 00:00")
    decided = crime.report(local("2019-07-13 09:00"))
    due = decided.next_due()
    assert (due.at, due.yellow) == (local("2019-07-14 09:00"), local("2019-07-14 04:12"))
    with pytest.raises(Refusal, match="docket_not_reportable"):
        decided.report(local("2019-07-13 10:00"))


def test_coercion_and_seizure_are_reported_within_a_day() -> None:
    at = local("2019-07-11 10:35")
    for kind in DocketKind:
        due = report_due(kind, at)
        wanted = kind in (DocketKind.SEIZURE, DocketKind.COERCION)
        assert due == (local("2019-07-12 10:35") if wanted else None)


def docket(kind: DocketKind = DocketKind.SEIZURE) -> Docket:
    return Docket(street="s", id="d", case="c", kind=kind, decision="1", recorder="R", goods=None,
                  opened_by="p", opened_at=AT, limit_on=date(2019, 8, 10),
                  report_due=AT + timedelta(hours=24))  # fmt: skip


def test_a_seizure_is_extended_once_until_its_last_midnight() -> None:
    last = local("2019-08-10 23:59")
    longer = docket().extend(last, LOCAL, "二号")
    assert longer.limit_on == date(2019, 9, 9)
    with pytest.raises(Refusal, match="docket_extended_once"):
        longer.extend(last, LOCAL, "三号")
    with pytest.raises(Refusal, match="docket_past_limit"):
        docket().extend(local("2019-08-11 00:00"), LOCAL, "二号")
    with pytest.raises(Refusal, match="docket_no_extension"):
        docket(DocketKind.PENALTY).extend(AT, LOCAL, "二号")
    ended = docket().close(AT, "released")
    assert not ended.open and not ended.warned(date(2019, 8, 10))
    with pytest.raises(Refusal, match="docket_closed"):
        ended.extend(AT, LOCAL, "二号")


def test_a_warning_comes_seven_days_before() -> None:
    assert [docket().warned(date(2019, 8, n)) for n in (2, 3, 11)] == [False, True, True]


def test_a_request_is_decided_once_and_not_by_who_asked() -> None:
    asked = Request(street="s", id="r", case="c", kind=RequestKind.VOID, reason="x", asked_by="p",
                    asked_at=AT)  # fmt: skip
    with pytest.raises(Refusal, match="own_request"):
        asked.decide("p", AT, approved=True)
    done = asked.decide("q", AT, approved=False)
    assert (done.pending, done.approved) == (False, False)
    with pytest.raises(Refusal, match="request_decided"):
        done.decide("q", AT, approved=True)
