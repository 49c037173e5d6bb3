"""What day B must leave: late once, designated once, three tasks done, both sides rated."""

from __future__ import annotations

from datetime import datetime, timedelta

from commandcenter.app import Center
from commandcenter.domain.case import CaseState
from commandcenter.domain.consultation import ConsultationState
from commandcenter.domain.limits import Level
from commandcenter.domain.whistle import PartState, WhistlePart, WhistleState
from commandcenter.services.views import AskCase, AskReference, CaseView
from commandcenter.services.whistle_views import AskWhistles, ConsultationView, WhistleView
from ui.documents.minutes import minutes_document
from ui.tour.clock import LOCAL
from ui.tour.scene import all_entries
from ui.words import names_of

CALLED = ("housing", "water", "enforcement")
LEAD_UNIT = "sanitation"
MINUTE = timedelta(minutes=1)
ORDER = (
    "whistle_drafted", "whistle_decided", "whistle_signed", "whistle_late",
    "whistle_return_decided", "whistle_contacted", "whistle_checked_in",
    "consultation_recorded", "consult_task_done", "whistle_delivered",
    "case_closed", "whistle_rated",
)  # fmt: skip


def proven(street: Center, case: str) -> list[str]:
    """What is not true, read through a second Desk."""
    if not case:
        return ["no case was made"]
    desk = street.desk
    view: CaseView = desk.ask(AskCase(case=case), "lead-1")
    whistles = desk.ask(AskWhistles(case=case), "lead-1").whistles
    if len(whistles) != 1 or len(view.consultations) != 1:
        return [f"{len(whistles)} whistles, {len(view.consultations)} consultations"]
    facts = _case(view) | _whistle(whistles[0]) | _meeting(street, view.consultations[0])
    kinds = [one.kind for one in all_entries(street) if one.subject == case]
    facts |= {
        "the list is empty": desk.ask(AskWhistles(), "lead-1").whistles == (),
        "the journal verifies": street.verify().good,
        "replay gives the rows": street.differences() == [],
    }
    return [f"not true: {what}" for what, holds in facts.items() if not holds] + [
        f"the journal has no {one}" for one in ORDER if one not in kinds
    ]


def _case(view: CaseView) -> dict[str, bool]:
    case = view.case
    return {
        "closed": case.state is CaseState.CLOSED,
        "item 01-99, complex": (case.item, case.level) == ("01-99", Level.COMPLEX),
        "the community raised it": case.tier == "street",
        "the lead unit is unchanged": case.lead_unit == LEAD_UNIT,
    }


def _whistle(view: WhistleView) -> dict[str, bool]:
    parts = {one.part.unit: one.part for one in view.parts}
    water = parts.get("water")
    sides = {(one.unit, one.by_street) for one in view.ratings}
    return {
        "rated": view.whistle.state is WhistleState.RATED,
        "housing leads it": view.whistle.lead == "housing",
        "three departments delivered": set(parts) == set(CALLED)
        and all(one.state is PartState.DELIVERED for one in parts.values()),
        "sign due 11:05": all(_near(one.sign_due, "2025-10-14 11:05") for one in parts.values()),
        "contact due 10-15 10:05": all(
            _near(one.contact_due, "2025-10-15 10:05") for one in parts.values()
        ),
        "check-in due 10-17 17:30": all(
            _near(one.check_in_due, "2025-10-17 17:30") for one in parts.values()
        ),
        "late once, water's signature": view.late == 1
        and water is not None
        and water.late == ("signed",),
        "water was designated and urged": _designated(water),
        "one checked in by the code, two by position": sorted(one.by_code for one in parts.values())
        == [False, False, True],
        "rated both ways": sides == {(unit, by) for unit in CALLED for by in (True, False)},
        "approved by a leader, drafted by another": view.whistle.decided_by
        not in (None, view.whistle.drafted_by),
    }


def _designated(part: WhistlePart | None) -> bool:
    return part is not None and part.designated and part.urged == 1


def _meeting(street: Center, view: ConsultationView) -> dict[str, bool]:
    meeting = view.consultation
    reference = street.desk.ask(AskReference(), "lead-1")
    minutes = minutes_document(view, names_of(reference), reference.street_name)
    told = "".join(minutes.texts())
    return {
        "the consultation was held, all came": meeting.state is ConsultationState.HELD
        and set(meeting.attended) == set(CALLED),
        "its three tasks were due 10-21 and are done": len(view.tasks) == len(CALLED)
        and all(_near(one.task.due, "2025-10-21 17:30") and one.task.done_at for one in view.tasks),
        "its minutes say what was decided": bool(view.decision)
        and (view.decision or "") in told
        and all((one.words or "?") in told for one in view.tasks),
    }


def _near(at: datetime | None, wanted: str) -> bool:
    """Within the minute that begins then, local: the tour's clock runs while hands work."""
    begins = datetime.fromisoformat(wanted).replace(tzinfo=LOCAL)
    return at is not None and begins <= at < begins + MINUTE
