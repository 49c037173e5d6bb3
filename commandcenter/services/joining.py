"""联合执法: several teams at one place under one lead, by one plan sheet (domain.md section 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from commandcenter.domain import handling, joint, law
from commandcenter.domain.case import Case
from commandcenter.domain.commands import DispatchJoint
from commandcenter.domain.ids import new_id
from commandcenter.domain.joint import Crew, Joint, JointPart
from commandcenter.domain.person import Officer, Power, Unit
from commandcenter.domain.refusal import require
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task, TaskKind, TaskRole
from commandcenter.services.answers import Asking, answers
from commandcenter.services.assigning import approver, crew_of, lawful, sent_task
from commandcenter.services.doing import Doing, Facts, aware, handles, line
from commandcenter.services.joining_views import AskJoint, JointCheck, PartCheck
from commandcenter.storage.tx import Tx


@handles(DispatchJoint, "joint_dispatched", Role.DISPATCHER)
def dispatch_joint(do: Doing, command: DispatchJoint) -> Facts:
    """One joint task: the first part leads, each part keeps the law on its own."""
    case = do.case(command)
    joint.whole(command.parts)
    for unit in command.notify:
        do.tx.need(Unit, unit, "no_such_unit")
    place = line(command.place)
    require(place, "place_missing")
    require(command.words.strip(), "words_missing")
    crews = [_crew(do.tx, one, command.kind) for one in command.parts]
    approver(do, command.approved_by)
    found = joint.findings(case, crews, do.powers(case.item), do.rules.clock, do.at,
                           command.approved_by)  # fmt: skip
    reasons = lawful(do, case, found, command.reasons)
    lead, *others = joint.units_of(command.parts)
    sent = handling.dispatch(
        case, lead, tuple(others), command.notify, do.typist.id, do.at, do.rules
    )
    do.put(sent)
    text = do.text(case.id, "plan_sheet", command.words)
    plan = Joint(
        street=do.street,
        id=new_id(),
        case=case.id,
        kind=command.joint_kind,
        task_kind=command.kind,
        lead=lead,
        units=(lead, *others),
        place=place,
        meets_at=aware(command.meets_at) if command.meets_at else None,
        planned_by=do.actor.id,
        planned_at=do.at,
        text=text.get("text"),
    )
    do.put(plan)
    tasks = _tasks(do, sent, plan, crews, command.notify)
    return {
        **_facts(command, plan, tasks),
        "designated": sent.designated,
        **reasons,
        **text,
    }


def _crew(tx: Tx, part: JointPart, kind: TaskKind) -> Crew:
    officers = crew_of(tx, part.unit, part.team, part.officers)
    return Crew(part=part, kind=part.kind or kind, officers=officers)


def _tasks(
    do: Doing, case: Case, plan: Joint, crews: list[Crew], notify: tuple[str, ...]
) -> list[Task]:
    made: list[Task] = []
    for one in crews:
        role = TaskRole.CO if made else TaskRole.LEAD
        team, officers = one.part.team, one.part.officers
        task = sent_task(do, case, one.part.unit, role, one.kind, team, officers, plan.id)
        made.append(task)
    for unit in notify:
        sent_task(do, case, unit, TaskRole.NOTIFY, TaskKind.HANDLE)
    return made


def _facts(command: DispatchJoint, plan: Joint, tasks: list[Task]) -> Facts:
    return {
        "joint": plan.id,
        "joint_kind": plan.kind.value,
        "kind": plan.task_kind.value,
        "lead": plan.lead,
        "task": tasks[0].id,
        "tasks": [one.id for one in tasks],
        "team": [one.team for one in tasks if one.team],
        "co": list(plan.units[1:]),
        "notify": list(command.notify),
        "approved_by": command.approved_by,
    }


@answers(AskJoint)
def joint_check(ask: Asking, query: AskJoint) -> JointCheck:
    """What the law says to every part as it stands on the form; one without a unit is left out."""
    case = ask.tx.need(Case, query.case, "no_such_case")
    most = joint.MOST_PARTS
    require(len(query.parts) <= most, "joint_parts", least=joint.LEAST_PARTS, most=most)
    crews = [_crew(ask.tx, one, query.kind) for one in query.parts if one.unit]
    return JointCheck(case=case.id, parts=_checks(ask, case, crews, query.approved_by))


def as_they_stand(ask: Asking, case: Case, tasks: Iterable[Task]) -> tuple[PartCheck, ...]:
    """The running parts of a joint task as their officers stand now, with the law's blocks."""
    crews = [_standing(ask, one) for one in tasks if one.running]
    checks = _checks(ask, case, crews, None)
    blocks = (tuple(o for o in one.findings if o.severity == law.BLOCK) for one in checks)
    return tuple(replace(one, findings=found) for one, found in zip(checks, blocks, strict=True))


def _standing(ask: Asking, task: Task) -> Crew:
    found = (ask.tx.get(Officer, key) for key in task.officers)
    part = JointPart(unit=task.unit, team=task.team, officers=task.officers, kind=task.kind)
    return Crew(part=part, kind=task.kind, officers=tuple(one for one in found if one))


def _checks(
    ask: Asking, case: Case, crews: list[Crew], approved_by: str | None
) -> tuple[PartCheck, ...]:
    powers, clock = ask.tx.find(Power, item=case.item), ask.rules.clock
    found = joint.findings(case, crews, powers, clock, ask.now, approved_by)
    return tuple(
        PartCheck(
            unit=one.part.unit,
            team=one.part.team,
            kind=one.kind,
            certified=law.valid_officers(one.officers, ask.now, clock),
            findings=tuple(said for unit, said in found if unit == one.part.unit),
        )
        for one in crews
    )
