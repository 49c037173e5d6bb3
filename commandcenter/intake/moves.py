"""What somebody would do next with a case, and after how many minutes; pure choices, no acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.limits import Level
from commandcenter.domain.request import RequestKind
from commandcenter.domain.task import CERTIFIED, Task, TaskRole, TaskState
from commandcenter.intake.desk_people import DeskPeople
from commandcenter.intake.field_people import FieldPeople
from commandcenter.services.views import CaseView

S = CaseState
DRIVES = "drives"


@dataclass(frozen=True, slots=True)
class Move:
    """Something that will be done, so many minutes from now."""

    minutes: float
    act: Callable[[], object]
    name: str = ""


def outside(view: CaseView, field: FieldPeople, dice: Random) -> Move | None:
    """What units, teams, grid members or the district would do next with a case."""
    case = view.case
    if case.state is S.VERIFYING:
        return Move(dice.uniform(6, 15), lambda: field.record_verification(case))
    if case.state is S.CHECKING and case.verdict is None and case.checker:
        passed = dice.random() < 0.92
        return Move(dice.uniform(8, 25), lambda: field.check(case, passed))
    if case.state is S.ESCALATED:
        return Move(dice.uniform(60, 120), lambda: field.hand_back(case))
    if case.state in (S.DISPATCHED, S.IN_PROGRESS):
        return _helper(view, field, dice) or _lead(view, field, dice)
    return None


def _helper(view: CaseView, field: FieldPeople, dice: Random) -> Move | None:
    """A co-unit signs and finishes its part."""
    case = view.case
    for task in view.tasks:
        if task.role is TaskRole.LEAD or not task.running:
            continue
        if task.state is TaskState.ASSIGNED:
            return _signs(case, task, field, dice)
        if task.role is TaskRole.CO and case.state is S.IN_PROGRESS:
            return _finishes(case, task, field, dice)
    return None


def _signs(case: Case, task: Task, field: FieldPeople, dice: Random) -> Move:
    return Move(dice.uniform(2, 8), lambda: field.sign(case, task))


def _finishes(case: Case, task: Task, field: FieldPeople, dice: Random) -> Move:
    return Move(dice.uniform(10, 30), lambda: field.finish(case, task))


def _lead(view: CaseView, field: FieldPeople, dice: Random) -> Move | None:
    """The lead unit's next step; one that waits for the desk does nothing."""
    case = view.case
    task = next((o for o in view.tasks if o.role is TaskRole.LEAD and o.running), None)
    if task is None or case.redo_wanted or case.owed or case.pending:
        return None
    if case.state is S.DISPATCHED:
        if dice.random() < 0.06 and not case.designated:
            return Move(dice.uniform(2, 5), lambda: field.ask(case, RequestKind.RETURN))
        return _signs(case, task, field, dice)
    if case.supervise_due is not None:
        return Move(dice.uniform(20, 60), lambda: field.answer(case))
    if task.state is TaskState.SIGNED:
        return Move(dice.uniform(1, 5), lambda: field.depart(case, task))
    if task.state is TaskState.EN_ROUTE:
        if task.team is not None and case.lon is not None:
            return Move(0, lambda: None, DRIVES)
        return Move(dice.uniform(8, 20), lambda: field.arrive(case, task, None))
    if task.kind in CERTIFIED and task.recorder and not view.dockets and dice.random() < 0.15:
        return Move(dice.uniform(4, 10), lambda: field.open_docket(case, task))
    return _on_scene(case, task, field, dice)


def _on_scene(case: Case, task: Task, field: FieldPeople, dice: Random) -> Move:
    chance = dice.random()
    if case.complainant and case.contacted_at is None:
        return Move(dice.uniform(3, 10), lambda: field.contact(case, task))
    slow = case.level in (Level.GENERAL, Level.COMPLEX) and not case.enforced
    if chance < 0.05 and slow:
        return Move(dice.uniform(5, 15), lambda: field.ask(case, RequestKind.SUSPENSION))
    if chance < 0.15:
        return Move(dice.uniform(5, 15), lambda: field.update(case, task))
    return Move(dice.uniform(12, 40), lambda: field.feedback(case, task))


def inside(view: CaseView, desk: DeskPeople, repeats: str | None, dice: Random) -> Move | None:
    """What the desk's own people would do; `repeats` is the case that a report repeats."""
    case = view.case
    request = next((one for one in view.requests if one.pending), None)
    if request is not None and case.is_open:
        approve = dice.random() < 0.75
        return Move(dice.uniform(3, 12), lambda: desk.decide(case, request, approve))
    if case.state is S.REPORTED:
        return _inbox(case, desk, repeats, dice)
    if case.state is S.CALLBACK:
        return _call_back(case, desk, dice)
    if case.state is S.CHECKING:
        return Move(dice.uniform(2, 8), lambda: desk.close(case)) if case.verdict else None
    if case.state is S.IN_PROGRESS:
        wanted = case.redo_wanted or case.owed
        return Move(dice.uniform(5, 15), lambda: desk.redo(case)) if wanted else None
    steps = {S.FILED: desk.dispatch, S.FEEDBACK: desk.send_to_check, S.SUSPENDED: desk.resume}
    step = steps.get(case.state)
    if step is None:
        return None
    slow = 240.0 if case.state is S.SUSPENDED else 6.0
    return Move(dice.uniform(0.3, 1.0) * slow, lambda: step(case))


def _inbox(case: Case, desk: DeskPeople, repeats: str | None, dice: Random) -> Move:
    minutes, chance = dice.uniform(2, 8), dice.random()
    if repeats is not None:
        return Move(minutes, lambda: desk.merge(case, repeats))
    if chance < 0.04:
        return Move(minutes, lambda: desk.refuse(case))
    if chance < 0.14 and case.verifier is None and case.level is not Level.URGENT:
        return Move(minutes, lambda: desk.ask_verification(case))
    if chance < 0.24 and desk.minor(case):
        return Move(minutes, lambda: desk.self_handle(case))
    return Move(minutes, lambda: desk.file(case))


def _call_back(case: Case, desk: DeskPeople, dice: Random) -> Move:
    outcomes = ("satisfied", "basically", "unsatisfied", "not_reached")
    outcome = dice.choices(outcomes, (80, 9, 8, 3))[0]
    minutes = 26 * 60.0 if case.unreached else dice.uniform(10, 40)
    return Move(minutes, lambda: desk.call_back(case, outcome))
