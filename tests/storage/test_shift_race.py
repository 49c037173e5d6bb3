"""On PostgreSQL two who do at once what the street can have only once: one of them is refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.commands import (
    AcknowledgeItem,
    CallTeams,
    Command,
    DecideSwitch,
    DropHandover,
    FreezeHandover,
    HoldCases,
    ProposeSwitch,
    SendReport,
    SignHandover,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import AskEmergency, AskMode
from commandcenter.services.handover_views import AskHandover
from tests.fakes import Room
from tests.storage.postgres import Cluster
from tests.stores import found_town
from tests.walks import drilling, filed, signed

ROUNDS = 6
T = EventKind.TYPHOON


@pytest.fixture
def room(postgres: Cluster, tmp_path: Path) -> Iterator[Room]:
    town = found_town(postgres, tmp_path / "street")
    yield town.open()
    town.close()


def both(room: Room, *given: tuple[Command, str]) -> list[str]:
    """Do them at the same moment; the codes of the refusals, "" for what was done."""
    together = threading.Barrier(len(given))
    said: list[str] = []

    def give(command: Command, who: str) -> None:
        together.wait(10)
        try:
            room.desk.do(command, who)
            said.append("")
        except Refusal as refusal:
            said.append(refusal.code)

    threads = [threading.Thread(target=give, args=one) for one in given]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    return sorted(said)


def test_one_record_of_a_handover_and_one_proposal_at_a_time(room: Room) -> None:
    for _ in range(ROUNDS):
        pair = (("lead-1", "lead-2"), ("lead-2", "lead-1"))
        said = both(room, *((FreezeHandover(id=new_id(), incoming=to), by) for by, to in pair))
        assert said == ["", "handover_running"]
        record = room.desk.ask(AskHandover(), "lead-1").handover
        room.do(DropHandover, "lead-1", handover=record.id, reason="mistake")
        order = {"kind": T, "level": Response.IV, "order_no": "一号"}
        said = both(room, *((ProposeSwitch(id=new_id(), **order), one) for one in
                            ("lead-1", "lead-2")))  # fmt: skip
        assert said == ["", "switch_waiting"]
        waiting = room.desk.ask(AskMode(), "lead-1").proposed
        room.do(DecideSwitch, waiting.proposed_by, switch=waiting.id, approve=False)
    assert room.center.differences() == []


def test_one_confirms_one_calls_and_one_reports(room: Room) -> None:
    order = {"kind": T, "level": Response.III, "order_no": "一号"}
    room.do(ProposeSwitch, "lead-1", **order)
    waiting = room.desk.ask(AskMode(), "lead-1").proposed
    yes = {"switch": waiting.id, "approve": True, "order_no": "一号"}
    said = both(room, *((DecideSwitch(id=new_id(), **yes), "director-1") for _ in range(2)))
    assert said[0] == "" and said[1] in ("switch_decided", "stale")
    emergency = room.desk.ask(AskMode(), "lead-1").emergency.id
    call = {"emergency": emergency, "teams": ("team-surface",)}
    who = ("dispatch-1", "lead-1")
    assert both(room, *((CallTeams(id=new_id(), **call), one) for one in who))[0] == ""
    sent = {"emergency": emergency, "slot": "first_call", "words": "已到岗"}
    said = both(room, *((SendReport(id=new_id(), **sent), one) for one in who))
    assert said == ["", "report_sent_already"]
    whole = room.desk.ask(AskEmergency(emergency=emergency), "lead-1")
    assert len(whole.calls) == 1
    assert room.center.differences() == []


def test_a_question_and_a_signature_at_once_leave_a_record_that_can_be_signed(room: Room) -> None:
    case = signed(room, item="01-10")
    word = "a-good-password-1"
    for _ in range(ROUNDS):
        record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
        item = {"handover": record, "case": case}
        room.do(AcknowledgeItem, "lead-2", **item)
        asks = AcknowledgeItem(id=new_id(), seen=room.case(case).version, question="谁", **item)
        signs = SignHandover(id=new_id(), handover=record, password=word)
        both(room, (asks, "lead-2"), (signs, "lead-1"))
        room.do(AcknowledgeItem, "lead-2", **item)
        view = room.desk.ask(AskHandover(), "lead-1")
        if view.handover.out_signed_at is None:
            room.do(SignHandover, "lead-1", handover=record, password=word)
        room.do(SignHandover, "lead-2", handover=record, password=word)
        assert room.desk.ask(AskHandover(handover=record), "lead-1").good


def test_nothing_stays_held_by_an_emergency_that_ended_meanwhile(room: Room) -> None:
    for _ in range(ROUNDS):
        emergency = drilling(room, Response.II, drill=False)
        cases = [filed(room, item="01-10") for _ in range(5)]
        order = {"kind": T, "level": None, "order_no": "一号"}
        room.do(ProposeSwitch, "lead-1", **order)
        waiting = room.desk.ask(AskMode(), "lead-1").proposed
        over = DecideSwitch(id=new_id(), switch=waiting.id, approve=True, order_no="一号")
        holds = HoldCases(id=new_id(), emergency=emergency)
        both(room, (over, "director-1"), (holds, "system"))
        assert {room.case(one).hold for one in cases} == {None}
