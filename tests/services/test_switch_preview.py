"""What a switch would change is told before it, and is what the switch then does."""

from __future__ import annotations

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import DecideSwitch, ProposeSwitch, SendReport
from commandcenter.domain.emergency import Reach, same_order
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import AskMode, AskSwitchPreview, Mode, SwitchPreview
from tests.fakes import Room
from tests.walks import filed

T = EventKind.TYPHOON


def told(room: Room, level: Response | None, **more: object) -> SwitchPreview:
    found: SwitchPreview = room.desk.ask(AskSwitchPreview(kind=T, level=level, **more), "lead-1")
    return found


def mode(room: Room) -> Mode:
    found: Mode = room.desk.ask(AskMode(), "lead-1")
    return found


def switch(room: Room, level: Response | None, by: str) -> None:
    room.do(ProposeSwitch, "lead-1", kind=T, level=level, order_no="防指〔2025〕1号")
    waiting = mode(room).proposed
    assert waiting is not None
    given = {"switch": waiting.id, "approve": True, "order_no": " 防指[2025]1号 "}
    room.do(DecideSwitch, "dispatch-1", by, **given)


def test_the_counts_told_are_those_that_follow(room: Room) -> None:
    patrol = [filed(room, item="01-10", source=Source.PATROL) for _ in range(3)]
    general = filed(room, item="01-10")
    filed(room, item="04-06")
    before = told(room, Response.III)
    assert (before.deferred, before.suspended, before.resumed) == (3, 0, 0)
    assert before.before is None and before.after is not None
    assert told(room, Response.III, drill=True).deferred == 0
    elsewhere = {"reach": Reach.GRIDS, "places": ("440113120213003",)}
    assert room.case(general).grid not in elsewhere["places"]
    assert told(room, Response.III, **elsewhere).deferred == 0
    switch(room, Response.III, "director-1")
    assert mode(room).held == 3
    higher = told(room, Response.II)
    assert (higher.deferred, higher.suspended, higher.resumed) == (0, 1, 0)
    assert told(room, None).resumed == len(patrol)
    with pytest.raises(Refusal, match="other_emergency"):
        room.desk.ask(AskSwitchPreview(kind=EventKind.FIRE, level=None), "lead-1")


def test_the_final_report_is_owed_until_it_is_sent(room: Room) -> None:
    with pytest.raises(Refusal, match="nothing_to_release"):
        told(room, None)
    switch(room, Response.IV, "duty-1")
    room.clock.pass_(minutes=10)
    switch(room, None, "duty-1")
    room.clock.pass_(minutes=61)
    over = mode(room)
    assert over.emergency is None and over.closing is not None and over.late == 3
    assert over.owed is not None
    for _ in range(3):
        owed = mode(room).owed
        assert owed is not None
        given = {"emergency": over.closing.id, "slot": owed.id, "words": "平稳"}
        room.do(SendReport, "lead-1", **given)
    assert mode(room).owed is None and mode(room).closing is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("防指〔2025〕12号", "防指[2025]12号", True),
        ("防指〔2025〕12号", "防指(２０２５) 12 号", True),
        ("防指〔2025〕12号", "防指〔2025〕13号", False),
        ("a-1", "A-1", True),
    ],
)
def test_an_order_number_is_the_same_however_its_brackets_were_typed(
    one: str, other: str, same: bool
) -> None:
    assert same_order(one, other) is same
