"""准入: what is off the duty list is put before a leader, who admits or refuses it (row 18)."""

from __future__ import annotations

from sqlalchemy import select

from commandcenter.domain import admission
from commandcenter.domain.case import Case
from commandcenter.domain.commands import AskAdmission, DecideAdmission
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.services.doing import Doing, Facts, handles
from commandcenter.storage import tables as t

R = Role


@handles(AskAdmission, "admission_asked", R.INTAKE_OFFICER, R.SHIFT_LEAD)
def ask_admission(do: Doing, command: AskAdmission) -> Facts:
    """Why the street should do what is not on its list."""
    case = do.case(command)
    require(command.words.strip(), "words_missing")
    do.put(admission.asked(case, do.rules))
    return {"item": case.item, **do.text(case.id, "note", command.words)}


@handles(
    DecideAdmission, "admission_decided", R.DUTY_LEADER, R.STREET_LEADER, R.DIRECTOR, R.SECRETARY
)
def decide_admission(do: Doing, command: DecideAdmission) -> Facts:
    """A leader other than who asked; a refusal says why, for the reporter will be told."""
    case = do.case(command)
    require(do.actor.id != _asker(do, case), "own_request")
    require(command.approve or command.words.strip(), "words_missing")
    do.put(admission.decided(case, command.approve))
    facts = {"approved": command.approve, "item": case.item}
    return {**facts, **do.text(case.id, "note", command.words)}


def _asker(do: Doing, case: Case) -> str | None:
    """Who asked last, in person or by the hand of the desk."""
    j = t.journal.c
    row = do.tx.connection.execute(
        select(j.who, j.behalf)
        .where(j.street == do.street, j.subject == case.id, j.kind == "admission_asked")
        .order_by(j.seq.desc())
        .limit(1)
    ).first()
    return None if row is None else str(row.behalf or row.who)
