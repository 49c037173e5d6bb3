"""Handlers of sub-dockets (子卷)."""

from __future__ import annotations

from commandcenter.domain.case import Case
from commandcenter.domain.commands import (
    CloseDocket,
    DocketCommand,
    ExtendDocket,
    OpenDocket,
    ReportDocket,
)
from commandcenter.domain.docket import Docket, DocketKind, limit_day, report_due
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.domain.task import CERTIFIED, TaskState
from commandcenter.services.doing import Doing, Facts, coded, handles, known_id, line

R = Role


@handles(OpenDocket, "docket_opened", R.UNIT, R.TEAM_LEADER)
def open_docket(do: Doing, command: OpenDocket) -> Facts:
    """Decision and list on the spot (行政强制法 24), recorder number (处罚法 47)."""
    case = do.case(command)
    require(case.is_open, "case_ended", state=case.state)
    lead = do.lead(case)
    require(lead is not None and lead.state is not TaskState.ASSIGNED, "lead_not_signed")
    assert lead is not None
    do.act_for_unit(lead.unit)
    require(lead.kind in CERTIFIED, "docket_needs_certified", kind=lead.kind)
    decision = line(command.decision)
    recorder = line(command.recorder) or lead.recorder
    goods = {}
    if command.kind is not DocketKind.CRIME:
        require(decision, "decision_missing", article="行政强制法24")
        require(recorder, "recorder_missing", article="行政处罚法47")
    if command.kind in (DocketKind.SEIZURE, DocketKind.REGISTRATION):
        require(lead.on_scene_at is not None, "not_on_scene")
        require(command.goods.strip(), "goods_missing", article="行政强制法24")
        goods = do.text(case.id, "goods", command.goods)
    docket = Docket(
        street=do.street,
        id=known_id(command.docket),
        case=case.id,
        kind=command.kind,
        decision=decision,
        recorder=recorder,
        goods=goods.get("text"),
        opened_by=do.actor.id,
        opened_at=do.at,
        limit_on=limit_day(command.kind, do.at, do.rules.clock),
        report_due=report_due(command.kind, do.at),
    )
    do.tx.new(docket)
    do.put(case.changed(enforced=True, version=case.version + 1))
    return {"docket": docket.id, "of": docket.kind.value, "decision": decision, "goods": goods}


def _docket(do: Doing, command: DocketCommand) -> tuple[Case, Docket]:
    case = do.case(command)
    docket = do.tx.need(Docket, command.docket, "no_such_docket")
    require(docket.case == case.id, "no_such_docket")
    do.put(case.changed(version=case.version + 1))
    return case, docket


def _of_opener(do: Doing, docket: Docket) -> None:
    """The unit that opened it goes on with it, also when the case went to another."""
    do.one_of(do.tx.need(Person, docket.opened_by, "no_such_person").unit)


@handles(ReportDocket, "docket_reported", R.UNIT, R.TEAM_LEADER, R.DISPATCHER)
def report_docket(do: Doing, command: ReportDocket) -> Facts:
    """Reported to the leader in 24 hours (行政强制法 19); a crime: its transfer was decided."""
    _case, docket = _docket(do, command)
    _of_opener(do, docket)
    do.put(docket.report(do.at))
    late = do.at > docket.next_due().at
    return {"docket": docket.id, "of": docket.kind.value, "late": late}


@handles(ExtendDocket, "docket_extended", R.DUTY_LEADER, R.DIRECTOR)
def extend_docket(do: Doing, command: ExtendDocket) -> Facts:
    """The one extension of 30 days (行政强制法 25), by a leader's decision."""
    _case, docket = _docket(do, command)
    longer = docket.extend(do.at, do.rules.clock.zone, line(command.decision))
    do.put(longer)
    return {"docket": docket.id, "limit_on": longer.limit_on.isoformat()}


@handles(CloseDocket, "docket_closed", R.UNIT, R.TEAM_LEADER, R.DUTY_LEADER)
def close_docket(do: Doing, command: CloseDocket) -> Facts:
    """The docket's end; also after the case closed, as open dockets stay listed."""
    _case, docket = _docket(do, command)
    _of_opener(do, docket)
    do.put(docket.close(do.at, coded(command.outcome)))
    return {"docket": docket.id, "outcome": command.outcome}
