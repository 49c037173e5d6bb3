"""Actions on a report whose item is off the duty list: ask a leader, and the leader's word."""

from __future__ import annotations

from commandcenter.domain import commands as c
from commandcenter.domain.roles import Role
from commandcenter.services.views import CaseView
from ui.actions import behalf
from ui.actions.action import Action, row
from ui.actions.fields import Option, Room, Values, words

GROUP = "inbox"
ASKING = frozenset({Role.INTAKE_OFFICER, Role.SHIFT_LEAD})
ADMITTING = frozenset({Role.DUTY_LEADER, Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY})


def _leader(view: CaseView, room: Room, values: Values) -> list[Option]:
    """A leader for whom it is entered, the one on duty first."""
    duty = behalf.holding(Role.DUTY_LEADER)(view, room, values)
    others = behalf.holding(*ADMITTING)(view, room, values)
    return [*duty, *(one for one in others if one not in duty)]


ADMISSION: tuple[Action, ...] = (
    row(
        "admission.ask",
        "提请准入",
        "Shift+F3",
        "request",
        "事项不在职责清单内的，写明理由提请领导准入；危急的不用提请。",
        c.AskAdmission,
        group=GROUP,
        by=ASKING,
        fields=(words(text="理由", needed=True, hint="为什么由本街道来办"),),
    ),
    row(
        "admission.grant",
        "准入",
        "Ctrl+F3",
        "request.approve",
        "领导同意由本街道办理清单外的事项，随后可以立案。",
        c.DecideAdmission,
        group=GROUP,
        by=ADMITTING,
        behalf=_leader,
        extra={"approve": True},
        fields=(words(text="批语"),),
    ),
    row(
        "admission.refuse",
        "不予准入",
        "Ctrl+Shift+F3",
        "request.refuse",
        "领导不同意办理清单外的事项；随后不予受理，并告知上报人。",
        c.DecideAdmission,
        group=GROUP,
        by=ADMITTING,
        behalf=_leader,
        extra={"approve": False},
        fields=(words(text="理由", needed=True, hint="会转告上报人"),),
    ),
)
