"""督办: orders given and answered, each with its own due (domain.md section 1, row 12)."""

from __future__ import annotations

from commandcenter.domain.case import Case
from commandcenter.domain.commands import AnswerSupervision, SuperviseCase
from commandcenter.domain.ids import new_id
from commandcenter.domain.order import Order, may_answer, named, oldest, ordered
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.services.doing import Doing, Facts, aware, handles

R = Role


@handles(SuperviseCase, "case_supervised", R.SUPERVISOR, R.SHIFT_LEAD, R.DUTY_LEADER, R.DIRECTOR)
def supervise_case(do: Doing, command: SuperviseCase) -> Facts:
    """督办: one more order; the case shows the nearest due of the open ones."""
    case = do.case(command)
    require(case.is_open, "case_ended", state=case.state)
    due = aware(command.due)
    require(due > do.at, "due_in_past")
    require(command.words.strip(), "words_missing")
    said = do.text(case.id, "note", command.words)
    order = Order(
        street=do.street,
        id=new_id(),
        case=case.id,
        unit=_unit(case, command.unit),
        by=do.actor.id,
        at=do.at,
        due=due,
        text=said["text"],
    )
    do.tx.new(order)
    owed = tuple(one for one in case.owed if one != "supervision")
    do.put(ordered(case.changed(supervised=True, owed=owed), _orders(do, case)))
    return {"due": due.isoformat(), "unit": order.unit, **said}


def _unit(case: Case, wanted: str | None) -> str | None:
    """To whom: a unit that sees the case, the lead unless another is named."""
    known = (case.lead_unit, *case.co_units, *case.whistled)
    require(wanted is None or wanted in known, "order_unit", unit=wanted)
    return wanted or case.lead_unit


def _orders(do: Doing, case: Case) -> list[Order]:
    return do.tx.find(Order, case=case.id)


@handles(AnswerSupervision, "supervision_answered", R.UNIT, R.TEAM_LEADER, R.DISPATCHER)
def answer_supervision(do: Doing, command: AnswerSupervision) -> Facts:
    """The reply to one order; one that was given before orders were kept has its due only."""
    case = do.case(command)
    do.one_of(case.lead_unit, *case.co_units, *case.whistled)
    require(case.is_open, "case_ended", state=case.state)
    require(case.supervise_due is not None, "not_supervised")
    require(command.words.strip(), "words_missing")
    order = _which(do, case, command.order)
    said = do.text(case.id, "note", command.words)
    if order is None:
        late = case.supervise_due is not None and do.at > case.supervise_due
        do.put(case.changed(supervise_due=None))
        return {"late": late, **said}
    do.not_before(order.at)
    done = order.answered(do.actor.id, do.at, said["text"])
    do.put(done)
    answered = ordered(case, _orders(do, case))
    do.put(answered if answered != case else case.changed(version=case.version + 1))
    return {"late": done.late, "unit": order.unit, **said}


def _which(do: Doing, case: Case, wanted: str | None) -> Order | None:
    orders, unit = _orders(do, case), do.actor.unit
    if wanted is not None:
        order = named(orders, wanted)
        require(may_answer(order, case, unit), "not_your_unit", unit=order.unit)
        return order
    found = oldest(orders, case, unit)
    still = [one for one in orders if one.open]
    if found is None and still:
        raise Refusal("not_your_unit", unit=still[0].unit)
    return found
