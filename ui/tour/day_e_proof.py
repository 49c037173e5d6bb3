"""What day E must leave: one case of three rounds, nobody outside learns who complained."""

from __future__ import annotations

from commandcenter.app import Center
from commandcenter.domain.case import CaseState
from commandcenter.domain.limits import Level
from commandcenter.domain.refusal import Refusal
from commandcenter.services.desk import Desk
from commandcenter.services.views import AskBoard, AskCase, AskFind, CaseView
from ui.tour.clock import LOCAL
from ui.tour.scene import all_entries

PHONE, NAME = "13800005678", "钱晓芸"
OTHERS = ("unit-police", "unit-market", "leader-team-surface", "member-070")
"""Who works in the field: no word, name or number of a caller is theirs to see."""
SECRETS = (PHONE, NAME, "楼下商铺")
ROUNDS = [["met", "round1"], ["late", "round2"]]


def masked_for_others(desk: Desk, case: str) -> list[str]:
    """What somebody of the field could read of who complained; nothing, if all is well."""
    found = []
    for who in OTHERS:
        said = repr(_seen(desk, case, who))
        found += [f"{who} reads {one}" for one in SECRETS if one in said]
        hits = [one for one in SECRETS if desk.ask(AskFind(text=one), who).lines]
        found += [f"{who} finds it by {one}" for one in hits]
    return found


def _seen(desk: Desk, case: str, who: str) -> CaseView | None:
    """The case as this person has it, None for whom it is not there."""
    try:
        view: CaseView = desk.ask(AskCase(case=case), who)
    except Refusal:
        return None
    return view


def proven(street: Center, case: str) -> list[str]:
    """What is not true, read through a second Desk."""
    if not case:
        return ["no case was made"]
    desk = street.desk
    view: CaseView = desk.ask(AskCase(case=case), "hotline-1")
    now, entries = view.case, all_entries(street)
    kinds = [one.kind for one in entries if one.subject == case]
    dues = [one.split(" ")[1:] for one in now.old_dues if "round" in one]
    facts = {
        "closed, basically satisfied": (now.state, now.rating) == (CaseState.CLOSED, "basically"),
        "three rounds, no rework": (now.rounds, now.rework) == (3, 0),
        "the first round in time, the second late": dues == ROUNDS,
        "complex at the end": now.level is Level.COMPLEX,
        "due 11-12 17:30": now.due is not None
        and f"{now.due.astimezone(LOCAL):%m-%d %H:%M}" == "11-12 17:30",
        "police leads, market and housing help": (now.lead_unit, set(now.co_units))
        == ("police", {"market", "housing"}),
        "the order was answered in time": [(bool(one.reply), one.order.late) for one in view.orders]
        == [(True, False)],
        "nothing is owed": now.owed == (),
        "one case was filed": kinds.count("case_filed") == 1
        and desk.ask(AskBoard(), "lead-1").figures.filed == 1,
        "three call-backs, three looks at the telephone": (
            kinds.count("callback_recorded"),
            kinds.count("phone_revealed"),
        )
        == (3, 3),
        "the telephone is masked again": view.complainant is not None
        and PHONE not in (view.complainant.phone or ""),
        "the journal verifies": street.verify().good,
        "replay gives the rows": street.differences() == [],
    }
    return [f"not true: {what}" for what, holds in facts.items() if not holds] + masked_for_others(
        desk, case
    )
