"""What the law says to a dispatch: blocks and warnings (domain.md section 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time

from commandcenter.domain.case import Case, Source
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Officer, Power
from commandcenter.domain.task import CERTIFIED, TaskKind

NIGHT = (time(22, 0), time(6, 0))
BLOCK, WARNING, NOTE = "block", "warning", "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that a dispatch meets: block (cannot be clicked away), warning (wants a reason)."""

    code: str
    severity: str
    article: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """What is about to be sent: unit, kind, officers (leader first), time (UTC)."""

    unit: str
    kind: TaskKind
    officers: tuple[Officer, ...]
    at: datetime
    approved_by: str | None = None


def findings(
    case: Case, sending: Sending, powers: Iterable[Power], clock: WorkClock
) -> tuple[Finding, ...]:
    """Every block and warning for this sending, blocks first."""
    found = [
        *_officers(sending, clock),
        *_power(case, sending, powers),
        *_recusal(case, sending),
        *_coercion(case, sending, clock),
    ]
    if case.source is Source.VIDEO:
        found.append(Finding(code="camera_clue", severity=NOTE, article="行政处罚法41"))
    return tuple(sorted(found, key=lambda one: one.severity))


def valid_officers(officers: Iterable[Officer], at: datetime, clock: WorkClock) -> int:
    """How many on shift hold a certificate valid on that local day; auxiliaries never count."""
    day = at.astimezone(clock.zone).date()
    return sum(one.on_shift and one.certified(day) for one in officers)


def _officers(sending: Sending, clock: WorkClock) -> Iterable[Finding]:
    day = sending.at.astimezone(clock.zone).date()
    valid = valid_officers(sending.officers, sending.at, clock)
    strict = sending.kind in CERTIFIED
    if strict and valid < 2:
        yield _finding("two_certificates", BLOCK, "行政处罚法42", valid=valid)
    elif sending.kind is TaskKind.PATROL and valid < 2:
        yield _finding("two_certificates", WARNING, "行政处罚法42", valid=valid)
    if sending.officers and sending.officers[0].auxiliary:
        yield _finding("auxiliary_leads", BLOCK, "行政强制法17", officer=sending.officers[0].id)
    if not strict:
        return
    for one in sending.officers:
        if one.valid_until is not None and one.valid_until < day and not one.auxiliary:
            yield _finding("certificate_expired", BLOCK, "行政处罚法42", officer=one.id)
        if not one.on_shift:
            yield _finding("officer_off_shift", BLOCK, "行政处罚法42", officer=one.id)


def _power(case: Case, sending: Sending, powers: Iterable[Power]) -> Iterable[Finding]:
    listed = {(one.unit, one.kind) for one in powers if one.item == case.item}
    if (sending.unit, sending.kind.value) in listed or sending.kind is TaskKind.PATROL:
        return
    severity = BLOCK if sending.kind in CERTIFIED else WARNING
    others = sorted({unit for unit, kind in listed if kind == sending.kind.value})
    yield _finding("no_power", severity, "行政处罚法24、38", units=",".join(others))


def _recusal(case: Case, sending: Sending) -> Iterable[Finding]:
    for one in sending.officers:
        if one.id in case.recused:
            yield _finding("recused", BLOCK, "行政处罚法43", officer=one.id)


def _coercion(case: Case, sending: Sending, clock: WorkClock) -> Iterable[Finding]:
    if sending.kind is not TaskKind.COERCE:
        return
    local = sending.at.astimezone(clock.zone)
    night = local.time() >= NIGHT[0] or local.time() < NIGHT[1]
    holiday = not clock.calendar.is_workday(local.date())
    if case.level is not Level.URGENT and (night or holiday):
        yield _finding("night_or_holiday", WARNING, "行政强制法43")
    if sending.approved_by is None:
        yield _finding("coercion_unapproved", WARNING, "行政强制法18、19")


def _finding(code: str, severity: str, article: str, **values: object) -> Finding:
    pairs = tuple((key, str(value)) for key, value in values.items())
    return Finding(code=code, severity=severity, article=article, values=pairs)
