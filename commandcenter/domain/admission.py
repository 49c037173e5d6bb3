"""准入: a case whose item is off the duty list waits for a leader (domain.md section 1, row 18).

Law and safety first: what is urgent by its item, or was made urgent by the shift lead, is never
held; nor is what a grid member has handled already.
"""

from __future__ import annotations

from commandcenter.domain.case import INBOX, Case, CaseState
from commandcenter.domain.item import Item
from commandcenter.domain.limits import Level
from commandcenter.domain.refusal import require
from commandcenter.domain.rules import Rules

ASKED, GRANTED, REFUSED = "asked", "granted", "refused"
PENDING = "admission"
"""How it stands among the undecided requests of a case."""


def wanted(item: Item, level: Level) -> bool:
    """Whether a leader must admit it: off the list and not urgent."""
    return not item.listed and Level.URGENT not in (item.level, level)


def admitted(case: Case, level: Level, rules: Rules) -> None:
    """Guard of filing at this level; Refusal('not_on_duty_list')."""
    open_way = case.admission == GRANTED or not wanted(rules.item(case.item), level)
    require(open_way, "not_on_duty_list", item=case.item)


def not_held(case: Case) -> None:
    """Guard of sending out what a correction took off the list; Refusal('not_on_duty_list')."""
    require(case.admission in (None, GRANTED), "not_on_duty_list", item=case.item)


def asked(case: Case, rules: Rules) -> Case:
    """A leader is asked; again after a refusal. Refusal('on_duty_list'|'admission_asked')."""
    state = case.state
    require(state is CaseState.REPORTED, "case_move", state=state, to=CaseState.FILED)
    require(wanted(rules.item(case.item), case.level), "on_duty_list", item=case.item)
    require(case.admission not in (ASKED, GRANTED), "admission_asked")
    return _set(case, ASKED)


def decided(case: Case, approve: bool) -> Case:
    """The leader's word; Refusal('case_ended'|'admission_not_asked')."""
    require(case.is_open or case.state in INBOX, "case_ended", state=case.state)
    require(case.admission == ASKED, "admission_not_asked")
    return _set(case, GRANTED if approve else REFUSED)


def corrected(before: Case, after: Case, rules: Rules) -> Case:
    """Another item is another question: asked anew of what was asked before or is filed already."""
    if not wanted(rules.item(after.item), after.level):
        return _set(after, None) if after.admission else after
    same = after.item == before.item and wanted(rules.item(before.item), before.level)
    if same:
        return after
    return _set(after, ASKED if after.is_open or before.admission else None)


def _set(case: Case, state: str | None) -> Case:
    others = tuple(one for one in case.pending if one != PENDING)
    return case.changed(admission=state, pending=(*others, PENDING) if state == ASKED else others)
