"""Rights follow the shift on every store: who went home is told who is on."""

from __future__ import annotations

from datetime import date

import pytest

from commandcenter.domain.commands import (
    DutyLine,
    FileCase,
    PlanDuties,
    PublishDuties,
    SetPersonShift,
    TakeSeat,
)
from commandcenter.domain.duty import Post
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskBoard
from tests.fakes import Room

DAY = date(2025, 9, 30)


def test_a_lead_whose_duty_is_over_is_refused_with_who_is_on(room: Room) -> None:
    case = room.report()
    room.do(FileCase, "lead-2", case=case)  # no roster is followed yet: nothing changes
    lines = tuple(
        DutyLine(day=DAY, shift="day", post=post, person=person)
        for post, person in ((Post.LEADER, "duty-1"), (Post.LEAD, "lead-2"),
                             (Post.DISPATCH, "dispatch-1"))
    )  # fmt: skip
    given = {"first": DAY, "last": DAY}
    room.do(PlanDuties, "lead-1", pattern="eight_eight_seven", lines=lines, **given)
    room.do(PublishDuties, "lead-1", **given)
    room.clock.set("2025-09-30 08:00")
    assert room.center.desk.tick() >= 1
    room.do(SetPersonShift, "lead-2", person="lead-1", on_shift=False)
    waiting = room.report()
    with pytest.raises(Refusal) as said:
        room.do(FileCase, "lead-1", case=waiting)
    assert said.value.code == "not_on_shift"
    assert said.value.values["people"] == "lead-2" and said.value.values["roles"] == "shift_lead"
    room.do(TakeSeat, "lead-1", seat="2")
    assert room.desk.ask(AskBoard(), "lead-1").cases  # looking is no step
    room.do(SetPersonShift, "lead-2", person="lead-1", on_shift=True)
    room.do(FileCase, "lead-1", case=waiting)
