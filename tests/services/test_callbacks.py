"""The call-back queue: order, attempts on different days, script, mask, what is owed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from commandcenter.domain.callback import SCRIPTS
from commandcenter.domain.commands import (
    MakePromise,
    RecordCallback,
    RecordCheck,
    RecordConsultation,
    RedoCase,
    RevealPhone,
    SendToCheck,
    SetPersonShift,
    SuperviseCase,
)
from commandcenter.domain.handover import Party
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.services.callback_views import AskCallbacks, CallbackLine, Callbacks
from commandcenter.storage.reference import ScriptRow
from tests import walks
from tests.fakes import Room, writing

PHONE = "13800005678"


def queue(room: Room, who: str = "hotline-1") -> Callbacks:
    found: Callbacks = room.desk.ask(AskCallbacks(), who)
    return found


def waiting(room: Room, case: str, who: str = "hotline-1") -> CallbackLine:
    return next(one for one in queue(room, who).lines if one.case == case)


def answer(room: Room, case: str, outcome: str, words: str = "") -> None:
    room.do(RecordCallback, "hotline-1", case=case, outcome=outcome, words=words)


def test_by_due_and_who_was_tried_today_last(room: Room) -> None:
    first = walks.callback(room)
    room.clock.pass_(hours=1)
    second = walks.callback(room)
    assert [one.case for one in queue(room).lines] == [first, second]
    answer(room, first, "not_reached")
    assert [one.case for one in queue(room).lines] == [second, first]
    line = waiting(room, first)
    assert (line.tried, line.again_on) == ((date(2025, 9, 29),), date(2025, 9, 30))
    with pytest.raises(Refusal, match="tried_today"):
        answer(room, first, "not_reached")
    room.clock.set("2025-09-30 09:00")
    assert waiting(room, first).again_on is None
    assert [one.case for one in queue(room).lines] == [first, second]


def test_what_one_needs_to_speak(room: Room) -> None:
    case = walks.callback(room)
    by_when = room.clock.at + timedelta(hours=2)
    room.do(MakePromise, "hotline-1", case=case, party=Party.COMPLAINANT, by_when=by_when,
            words="两小时内回电")  # fmt: skip
    line = waiting(room, case)
    assert (line.script, line.done, line.counted) == (SCRIPTS["all"], "已清理干净", True)
    (promised,) = line.promised
    assert (promised.words, promised.by_when, promised.kept) == ("两小时内回电", by_when, False)
    with writing(room.desk) as tx:
        tx.put(ScriptRow(street=room.desk.street, id="01", lines=("路口清干净了吗？",)))
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="tables", kind="table_set", facts={})  # fmt: skip
    assert waiting(room, case).script == ("路口清干净了吗？",)


def test_the_telephone_is_masked_until_revealed_and_again_after_the_result(room: Room) -> None:
    case = walks.callback(room)
    assert waiting(room, case).caller.phone == "138****5678"
    room.do(RevealPhone, "hotline-1", case=case, reason="call_back")
    assert waiting(room, case).caller.phone == PHONE
    assert waiting(room, case, "intake-1").caller.phone == "138****5678"
    answer(room, case, "not_reached")
    assert waiting(room, case).caller.phone == "138****5678"
    room.clock.set("2025-09-30 09:00")
    room.do(RevealPhone, "hotline-1", case=case, reason="call_back")
    room.clock.pass_(minutes=10)
    assert waiting(room, case).caller.phone == "138****5678"
    assert waiting(room, case, "director-1").caller is None
    with pytest.raises(Refusal, match="no_right"):
        queue(room, "unit-sanitation")


def test_who_stands_in_for_the_hotline_reveals_without_a_reason_in_words(room: Room) -> None:
    case = walks.callback(room)
    with pytest.raises(Refusal, match="reveal_words"):
        room.do(RevealPhone, "dispatch-2", case=case, reason="call_back")
    room.do(SetPersonShift, "lead-1", person="hotline-1", on_shift=False)
    room.do(RevealPhone, "dispatch-2", case=case, reason="call_back")
    assert waiting(room, case, "dispatch-2").caller.phone == PHONE


def test_mediation_and_enforcement_are_not_scored(room: Room) -> None:
    dispute = walks.callback(room, item="21-910")
    assert (waiting(room, dispute).counted, waiting(room, dispute).script[2]) == (False, "settled")
    answer(room, dispute, "satisfied")
    assert room.view(dispute).story[-1].entry.facts["counted"] is False


def test_two_unsatisfied_rounds_owe_supervision_and_consultation(room: Room) -> None:
    case = walks.callback(room)
    answer(room, case, "unsatisfied", "夜里又有人倒垃圾")
    (left,) = queue(room).redo
    assert (left.case, left.owed, left.said) == (case, (), "夜里又有人倒垃圾")
    room.do(RedoCase, "dispatch-1", case=case)
    assert queue(room) == Callbacks(lines=(), redo=())
    room.clock.pass_(minutes=1)
    again(room, case)
    assert waiting(room, case).said == "夜里又有人倒垃圾" and waiting(room, case).rounds == 2
    answer(room, case, "unsatisfied", "还是一样")
    assert queue(room).redo[0].owed == ("supervision", "consultation")
    due = room.clock.at + timedelta(hours=4)
    room.do(SuperviseCase, "supervisor-1", case=case, due=due, words="限期")
    assert queue(room).redo[0].owed == ("consultation",)
    room.do(RecordConsultation, "lead-1", case=case, units=("police",), words="联合巡查")
    assert queue(room).redo[0].owed == ()


def again(room: Room, case: str) -> None:
    walks.feed(room, case)
    room.do(SendToCheck, "intake-1", case=case, checker=walks.CHECKER)
    room.do(RecordCheck, walks.CHECKER, case=case, passed=True)
