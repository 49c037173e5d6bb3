"""Handlers of an emergency under way: calls, reports up, checklists, review, purge."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from commandcenter.domain.commands import (
    AnswerCall,
    ApprovePurge,
    CallTeams,
    ProposePurge,
    RecordReview,
    SendReport,
    TickLine,
)
from commandcenter.domain.emergency import (
    AtRisk,
    CallUp,
    Emergency,
    Phase,
    Tick,
    UpReport,
    next_owed,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Team
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.doing import (
    KEEP_TEXT,
    Doing,
    Facts,
    checked,
    handles,
)
from commandcenter.services.modes import owed_slots
from commandcenter.services.switching import LEADERS, MODE, plan_by_id
from commandcenter.storage import tables as t

R = Role
MOST_MINUTES = 600
MOST_REVIEW = 20_000
_DESK = (*sorted(DESK_ROLES), R.DUTY_LEADER)


def under_way(do: Doing, emergency: str) -> Emergency:
    """The emergency that goes on; Refusal('no_such_emergency'|'emergency_over')."""
    do.tx.alone(MODE)
    found = do.tx.need(Emergency, emergency, "no_such_emergency")
    require(found.phase is Phase.ACTIVE, "emergency_over", phase=found.phase)
    do.subject = found.id
    return found


# ---- calls ----------------------------------------------------------------------------------


@handles(CallTeams, "teams_called", *_DESK)
def call_teams(do: Doing, command: CallTeams) -> Facts:
    """The next wave: each team once, its answer due in the level's minutes."""
    emergency = under_way(do, command.emergency)
    assert emergency.level is not None
    require(command.teams, "teams_missing")
    known = do.tx.find(CallUp, emergency=emergency.id)
    waiting = {one.team for one in known if one.answer is None}
    wave = max((one.wave for one in known), default=0) + 1
    minutes = plan_by_id(do.tx, emergency.plan).level(emergency.level).answer_minutes
    for team in dict.fromkeys(command.teams):
        do.tx.need(Team, team, "no_such_team")
        require(team not in waiting, "team_called", team=team)
        call = CallUp(
            street=do.street,
            id=new_id(),
            emergency=emergency.id,
            wave=wave,
            team=team,
            drill=emergency.drill,
            called_at=do.at,
            called_by=do.actor.id,
            answer_by=do.at + timedelta(minutes=minutes),
        )
        do.put(call)
    return {"wave": wave, "teams": list(dict.fromkeys(command.teams))}


@handles(AnswerCall, "call_answered", R.TEAM_LEADER, R.UNIT, *_DESK)
def answer_call(do: Doing, command: AnswerCall) -> Facts:
    """What the team said; its own people or the desk that heard it."""
    call = do.tx.need(CallUp, command.call, "no_such_call")
    emergency = under_way(do, call.emergency)
    do.not_before(call.called_at)
    if do.actor.unit is not None or not do.actor.holds(frozenset(_DESK)):
        do.act_for_unit(do.tx.need(Team, call.team, "no_such_team").unit)
    minutes = command.minutes
    require(minutes is None or 0 <= minutes <= MOST_MINUTES, "minutes_range", most=MOST_MINUTES)
    do.put(call.answered(command.answer, minutes, do.at))
    late = do.at > call.answer_by
    return {"team": call.team, "answer": command.answer, "late": late, "drill": emergency.drill}


# ---- reports up -----------------------------------------------------------------------------


@handles(SendReport, "report_sent", *_DESK)
def send_report(do: Doing, command: SendReport) -> Facts:
    """The oldest slot owed; no slot is skipped, a late report moves none."""
    do.tx.alone(MODE)
    emergency = do.tx.need(Emergency, command.emergency, "no_such_emergency")
    do.subject = emergency.id
    sent = {one.slot for one in do.tx.find(UpReport, emergency=emergency.id)}
    owed = next_owed(owed_slots(do.tx, emergency, do.at), sent)
    require(owed is not None, "nothing_owed")
    assert owed is not None
    require(command.slot not in sent, "report_sent_already", slot=command.slot)
    require(command.slot == owed.id, "report_skipped", slot=owed.id, due=owed.due, kind=owed.kind)
    require(command.nil or command.words.strip(), "words_missing")
    said = do.text(emergency.id, "up_report", command.words)
    report = UpReport(
        street=do.street,
        id=f"{emergency.id}/{owed.id}",
        emergency=emergency.id,
        slot=owed.id,
        kind=owed.kind,
        due=owed.due,
        sent_at=do.at,
        sent_by=do.actor.id,
        nil=command.nil,
        drill=emergency.drill,
        text=said.get("text"),
    )
    do.tx.new(report)
    return {"slot": owed.id, "nil": command.nil, "late": do.at > owed.due, **said}


# ---- checklists and places ------------------------------------------------------------------


@handles(TickLine, "line_ticked", *_DESK)
def tick_line(do: Doing, command: TickLine) -> Facts:
    """A line of a post's checklist, done or not done after all."""
    emergency = under_way(do, command.emergency)
    lines = plan_by_id(do.tx, emergency.plan).level(command.level).lines_of(command.post)
    require(0 <= command.number < len(lines), "no_such_line")
    key = f"{emergency.id}/{command.level.value}/{command.post.value}/{command.number}"
    known = do.tx.get(Tick, key)
    require((known is not None) != command.done, "nothing_changed")
    if known is not None:
        do.tx.remove(known)
    else:
        tick = Tick(street=do.street, id=key, emergency=emergency.id, by=do.actor.id, at=do.at)
        do.put(tick)
    return {"post": command.post, "number": command.number, "done": command.done}


# ---- afterwards -----------------------------------------------------------------------------


@handles(RecordReview, "emergency_reviewed", R.SHIFT_LEAD, *sorted(LEADERS))
def record_review(do: Doing, command: RecordReview) -> Facts:
    """The review report that is due after release."""
    emergency = do.tx.need(Emergency, command.emergency, "no_such_emergency")
    do.subject = emergency.id
    words = checked(command.words, MOST_REVIEW)
    require(words, "words_missing")
    do.put(emergency.reviewed(do.at))
    return do.tx.keep_text(emergency.id, "review", words, do.now + KEEP_TEXT)


@handles(ProposePurge, "purge_proposed", R.SHIFT_LEAD, R.ADMINISTRATOR)
def propose_purge(do: Doing, command: ProposePurge) -> Facts:
    """The list of what is to go: everybody at risk of a released emergency."""
    emergency = do.tx.need(Emergency, command.emergency, "no_such_emergency")
    do.subject = emergency.id
    over = emergency.phase in (Phase.RELEASED, Phase.REVIEWED)
    require(over, "purge_after_release", phase=emergency.phase)
    people = [one.id for one in do.tx.find(AtRisk, emergency=emergency.id) if one.private]
    require(people, "nothing_to_purge")
    require(emergency.purge_by is None, "purge_waiting")
    do.put(replace(emergency, purge_by=do.actor.id))
    return {"people": people}


@handles(ApprovePurge, "purge_approved", *sorted(LEADERS))
def approve_purge(do: Doing, command: ApprovePurge) -> Facts:
    """A leader approves: names, telephones and needs are gone; counts and addresses stay."""
    emergency = do.tx.need(Emergency, command.emergency, "no_such_emergency")
    do.subject = emergency.id
    require(emergency.purge_by is not None, "purge_not_proposed")
    require(emergency.purge_by != do.actor.id, "same_person", person=do.actor.id)
    require(emergency.purge_at is None, "nothing_to_purge")
    people = [one for one in do.tx.find(AtRisk, emergency=emergency.id) if one.private]
    p = t.private
    gone = 0
    for one in people:
        result = do.tx.connection.execute(
            update(p)
            .where(p.c.street == do.street, p.c.subject == one.id, p.c.body.is_not(None))
            .values(body=None, salt=None)
        )
        gone += result.rowcount
        do.put(replace(one, private=False))
    do.put(replace(emergency, purge_at=do.at, phase=_phase(emergency)))
    do.after.append(do.fold)
    return {"people": len(people), "texts": gone}


def _phase(emergency: Emergency) -> Phase:
    return Phase.PURGED if emergency.phase is Phase.REVIEWED else emergency.phase
