"""How a case comes into each state of the table of moves, step by step through the Desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AskRequest,
    AskVerification,
    CloseCase,
    Command,
    DecideRequest,
    DecideSwitch,
    DispatchCase,
    EscalateCase,
    FileCase,
    GiveFeedback,
    MergeCase,
    ProposeSwitch,
    Reason,
    RecordCheck,
    RefuseCase,
    SendToCheck,
    SignTask,
    VoidCase,
)
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import Request, RequestKind
from commandcenter.domain.task import TaskKind
from commandcenter.services.emergency_views import AskMode
from tests.fakes import LOCAL, Room

UNIT = "unit-sanitation"
CHECKER = "member-071"
S = CaseState


def head(room: Room) -> int:
    """The newest journal number."""
    with room.center.database.read.begin() as connection:
        return int(connection.exec_driver_sql("SELECT seq FROM chain_head").scalar_one())


def refused(
    room: Room, code: str, kind: Callable[..., Command], who: str, /, **fields: Any
) -> None:
    """The command is refused by exactly this code, and nothing at all has changed."""
    before = head(room)
    with pytest.raises(Refusal) as said:
        room.do(kind, who, **fields)
    assert said.value.code == code, said.value
    assert head(room) == before


def drilling(room: Room, level: Response | None = Response.IV, drill: bool = True) -> str:
    """A drill (or, told so, a real typhoon) under way by two persons; the emergency's id."""
    given = {"kind": EventKind.TYPHOON, "level": level, "order_no": "演练1号", "drill": drill}
    room.do(ProposeSwitch, "lead-1", **given)
    waiting = room.desk.ask(AskMode(), "lead-1").proposed
    who = "duty-1" if level is Response.IV else "director-1"
    said = {"switch": waiting.id, "approve": True, "order_no": "演练1号"}
    return room.do(DecideSwitch, who, **said).subject


def pending(room: Room, case: str) -> Request:
    """The one undecided request."""
    (found,) = [one for one in room.view(case).requests if one.pending]
    return found


def filed(room: Room, **fields: object) -> str:
    """A filed case."""
    case = room.report(**fields)
    room.do(FileCase, "lead-1", case=case)
    return case


def dispatched(
    room: Room, co: tuple[str, ...] = (), notify: tuple[str, ...] = (), **fields: object
) -> str:
    """A case on its way to sanitation, to be handled."""
    case = filed(room, **fields)
    send(room, case, co=co, notify=notify)
    return case


def send(
    room: Room,
    case: str,
    unit: str = "sanitation",
    co: tuple[str, ...] = (),
    notify: tuple[str, ...] = (),
) -> None:
    """Dispatch a filed case."""
    room.do(
        DispatchCase,
        "dispatch-1",
        case=case,
        lead_unit=unit,
        kind=TaskKind.HANDLE,
        co_units=co,
        notify=notify,
        reasons=(Reason(code="no_power", words="权限单位已口头委托"),),
    )


def sign(room: Room, case: str, who: str = UNIT) -> None:
    """The lead signs."""
    room.do(SignTask, who, case=case, task=room.lead_task(case))


def signed(room: Room, **fields: object) -> str:
    """A case in progress at sanitation."""
    case = dispatched(room, **fields)
    sign(room, case)
    return case


def feed(room: Room, case: str, who: str = UNIT) -> None:
    """The lead gives feedback with a picture."""
    shot = (room.picture(),)
    room.do(GiveFeedback, who, case=case, words="已清理干净", pictures=shot)


def fed(room: Room, **fields: object) -> str:
    """A case with feedback."""
    case = signed(room, **fields)
    feed(room, case)
    return case


def checking(room: Room, **fields: object) -> str:
    """A case sent to a checker."""
    case = fed(room, **fields)
    room.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
    return case


def passed(room: Room, **fields: object) -> str:
    """A case with a passed check: in call-back if it came by the hotline."""
    case = checking(room, **fields)
    room.do(RecordCheck, CHECKER, case=case, passed=True)
    return case


def callback(room: Room, **fields: object) -> str:
    """A hotline case that waits for its call-back."""
    given = {"source": Source.HOTLINE, "caller_phone": "13800005678", "caller_name": "钱晓芸"}
    return passed(room, **given | fields)


def closed(room: Room, **fields: object) -> str:
    """A closed case."""
    case = passed(room, **fields)
    room.do(CloseCase, "lead-1", case=case)
    return case


def suspended(room: Room, days: int = 7, **fields: object) -> str:
    """A suspended case with its review date so many days ahead."""
    case = signed(room, **fields)
    review = (room.clock.at.astimezone(LOCAL) + timedelta(days=days)).date()
    kind = RequestKind.SUSPENSION
    room.do(AskRequest, UNIT, case=case, kind=kind, reason="waits", review_on=review)
    room.do(DecideRequest, "lead-1", case=case, request=pending(room, case).id, approve=True)
    return case


def escalated(room: Room) -> str:
    """A case at the district."""
    case = signed(room)
    room.do(EscalateCase, "lead-1", case=case, reason="beyond_us")
    return case


def verifying(room: Room) -> str:
    """A report somebody was sent to look at."""
    case = room.report()
    room.do(AskVerification, "intake-1", case=case, verifier="member-070")
    return case


def rejected(room: Room) -> str:
    """A refused report."""
    case = room.report()
    room.do(RefuseCase, "intake-1", case=case, reason="not_ours")
    return case


def merged(room: Room) -> str:
    """A report merged into a filed case."""
    into, case = filed(room), room.report()
    room.do(MergeCase, "intake-1", case=case, into=into)
    return case


def voided(room: Room) -> str:
    """A void case."""
    case = filed(room)
    room.do(VoidCase, "lead-1", case=case, reason="duplicate")
    return case


IN_STATE: dict[CaseState, Callable[[Room], str]] = {
    S.REPORTED: lambda room: room.report(),
    S.VERIFYING: verifying,
    S.REJECTED: rejected,
    S.MERGED: merged,
    S.FILED: filed,
    S.DISPATCHED: dispatched,
    S.IN_PROGRESS: signed,
    S.SUSPENDED: suspended,
    S.ESCALATED: escalated,
    S.FEEDBACK: fed,
    S.CHECKING: checking,
    S.CALLBACK: callback,
    S.CLOSED: closed,
    S.VOID: voided,
}
"""A way into every state."""
