"""What the line does while the street goes on under it: never other than it said, or for whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import UrgeCase
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskCase, AskFind, Move
from tests.ui.casefakes import CASE, line_of
from tests.ui.linehands import NONE, OTHER, Stand, stand
from tests.ui.queuefakes import changes as news
from ui.line.history import History
from ui.line.values import answer
from ui.worker import PASSING

__all__ = ["stand"]


def test_an_enter_that_waits_is_done_when_the_case_has_come(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.engine.enter()
    stand.answer()
    assert stand.given == [(CASE, "lead-1")]
    stand.engine.enter()  # pressed twice
    stand.engine.enter()
    stand.hands.done()
    assert stand.given == [(CASE, "lead-1")]


def test_an_enter_that_waits_is_void_when_somebody_else_sits_down(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.engine.enter()
    stand.context.who = "dispatch-1"
    stand.engine.sits()
    stand.answer()
    assert stand.given == []
    assert stand.engine.meaning.ready  # it is there, for who sits here to decide


def test_an_answer_for_who_sat_here_before_is_not_shown(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.settle()
    (old,) = stand.hands.asked
    stand.context.who = "dispatch-1"
    stand.engine.sits()
    stand.settle()
    assert [one.who for one in stand.hands.asked] == ["dispatch-1"]
    assert old not in stand.hands.asked


def test_an_enter_that_waits_does_not_go_to_a_case_that_was_selected_since(stand: Stand) -> None:
    stand.context.selection.set_case(CASE)
    stand.type("催办")
    stand.engine.enter()
    stand.context.selection.set_case(OTHER)
    stand.answer()
    stand.answer()
    assert stand.given == []


def test_the_same_sentence_after_a_change_is_done_on_what_is_now(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.answer()
    stand.told(CASE, urged=1)
    stand.engine.enter()
    stand.answer()
    assert [(type(one), one.seen) for one, _ in stand.hands.given] == [(UrgeCase, 5)]


def test_a_question_that_was_given_up_does_not_hold_the_line(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.settle()
    stand.hands.forget("line.case")
    assert (stand.engine.meaning.waits, stand.engine.meaning.tone) == (False, "danger")
    stand.engine.sources.forget()  # as when the line is opened again
    stand.type("催办 0231")
    stand.answer()
    assert stand.engine.meaning.ready


@pytest.mark.parametrize("code", sorted(PASSING))
def test_an_enter_on_a_question_that_met_nobody_is_void_and_the_answer_shown(
    stand: Stand, code: str
) -> None:
    told: list[tuple[str, str]] = []
    stand.engine.answered.connect(lambda *said: told.append(said))
    stand.type("催办 0231")
    stand.engine.enter()
    (again,) = stand.hands.refuse(code)
    ((tone, said),) = told
    assert tone == "danger" and "现在查不到" in said and "再按 Enter" in said
    again.answer(stand.view(CASE))  # minutes later the link is back
    assert stand.engine.meaning.ready and stand.given == []
    stand.engine.enter()
    assert stand.given == [(CASE, "lead-1")]


def test_an_enter_goes_when_one_of_its_questions_met_nobody(stand: Stand) -> None:
    told: list[str] = []
    stand.engine.answered.connect(lambda tone, text: told.append(text))
    stand.type("催办 0231")
    stand.engine.enter()
    lost = stand.hands.asked.pop()
    stand.engine.sources.told("handover", "what the completion looks at")
    stand.engine.sources.flush()
    stand.hands.refused.emit(lost.query, Refusal("no_link"))
    assert "连接中断" in told[0] and stand.engine.sources.busy
    lost.answer(stand.view(CASE))
    assert stand.engine.meaning.ready and stand.given == []


def test_a_case_that_could_not_be_looked_for_is_not_said_to_be_none(stand: Stand) -> None:
    stand.type("催办 9999")
    stand.settle()
    (again,) = stand.hands.refuse("no_link")
    assert isinstance(again.query, AskFind)
    assert "连接中断" in stand.engine.meaning.said and "9999" not in stand.engine.meaning.said
    again.answer(NONE)
    assert "没有尾号 9999" in stand.engine.meaning.said


def test_a_no_of_the_desk_takes_the_place_of_the_lost_link(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.settle()
    (again,) = stand.hands.refuse("no_link")
    stand.hands.refused.emit(again.query, Refusal("role", roles="shift_lead"))
    assert "看不到" in stand.engine.meaning.said


def test_what_met_nobody_is_asked_anew_after_another_answer(stand: Stand) -> None:
    stand.type("催办 9999")
    stand.settle()
    stand.hands.refuse("no_link")
    stand.type("催办 9998")  # the newer question takes the place of the older
    stand.settle()
    (again,) = stand.hands.refuse("no_link")
    again.answer(NONE)
    stand.type("催办 9999")
    stand.settle()
    assert [one.query.text for one in stand.hands.asked] == ["9999"]


@pytest.mark.parametrize("error", [Refusal("role", roles="shift_lead"), ValueError("program")])
def test_what_was_overtaken_is_asked_anew_after_a_no_to_the_newer(
    stand: Stand, error: Exception
) -> None:
    stand.type("催办 9999")
    stand.settle()
    stand.hands.refuse("no_link")
    stand.type("催办 9998")
    stand.settle()
    (newer,) = stand.hands.asked
    stand.hands.asked.clear()
    if isinstance(error, Refusal):
        stand.hands.refused.emit(newer.query, error)
    else:
        newer.broken(error)
    stand.type("催办 9999")
    assert "自动再查" not in stand.engine.meaning.said
    stand.settle()
    (again,) = stand.hands.asked
    again.answer(NONE)
    assert "没有尾号 9999" in stand.engine.meaning.said


def test_what_was_overtaken_waits_for_the_newer_that_met_nobody_either(stand: Stand) -> None:
    for digits in ("9999", "9998"):
        stand.type(f"催办 {digits}")
        stand.settle()
        (newer,) = stand.hands.refuse("no_link")
    stand.type("催办 9999")
    assert "自动再查" in stand.engine.meaning.said
    stand.hands.refused.emit(newer.query, Refusal("role", roles="shift_lead"))
    stand.settle()
    assert [one.query.text for one in stand.hands.asked] == ["9999"]


def test_what_was_put_again_and_given_up_is_not_said_to_be_asked_again(stand: Stand) -> None:
    stand.type("催办 0231")
    stand.settle()
    stand.hands.refuse("no_link")
    assert "自动再查" in stand.engine.meaning.said
    stand.hands.forget("line.case")  # while it is put again
    assert "看不到" in stand.engine.meaning.said and not stand.engine.meaning.lost
    stand.engine.sources.forget()  # as when the line is opened again
    stand.type("催办 0231")
    stand.answer()
    assert stand.engine.meaning.ready


def test_what_a_seat_answered_from_memory_is_asked_anew_and_no_enter_waits(stand: Stand) -> None:
    told: list[str] = []
    stand.engine.answered.connect(lambda tone, text: told.append(tone))
    stand.moves = (Move(command="AddNote", allowed=True, why=None),)
    stand.type("催办 0231")
    stand.answer()
    assert stand.engine.meaning.tone == "danger"
    stand.moves = ()
    stand.type("催办 0198")
    stand.engine.enter()
    (old,) = stand.hands.asked
    stand.engine.relinked()
    stand.settle()
    assert old not in stand.hands.asked and told == ["warning"]
    stand.answer()
    assert stand.engine.meaning.ready and stand.given == []
    stand.type("催办 0231")
    stand.answer()
    assert stand.engine.meaning.ready


@pytest.mark.parametrize("error", [Refusal("role", roles="shift_lead"), ValueError("program")])
def test_a_late_no_speaks_only_to_the_line_it_was_given_for(stand: Stand, error: Exception) -> None:
    told: list[str] = []
    stand.engine.answered.connect(lambda tone, text: told.append(tone))
    for typed, heard in (("催办 0198", ["dim"]), ("催办 0231", ["dim", "danger"])):
        told.clear()
        stand.type("催办 0231")
        stand.answer()
        stand.engine.enter()
        stand.type(typed)
        stand.hands.not_done(error)
        assert told == heard
        stand.answer()
    told.clear()
    stand.engine.enter()
    stand.type("催办 0198")
    stand.engine.enter()  # it waits for what is under way
    stand.hands.not_done(error)
    assert told == ["dim", "warning"]
    stand.answer()
    stand.engine.enter()
    assert [case for case, _ in stand.given] == [CASE, CASE, CASE, OTHER]


def test_what_is_kept_at_the_seat_is_said_in_its_own_line_alone(stand: Stand) -> None:
    told: list[str] = []
    stand.engine.answered.connect(lambda tone, text: told.append(tone))
    for typed, heard in (("催办 0231", ["dim", "warning"]), ("催办 0198", ["dim"])):
        told.clear()
        stand.type("催办 0231")
        stand.answer()
        stand.engine.enter()
        stand.type(typed)
        stand.hands.done(kept=True)
        assert told == heard
    assert stand.engine.history.lines == ("催办 0231",)


def test_an_answer_that_came_late_leaves_the_newer_question(stand: Stand) -> None:
    sources, got = stand.engine.sources, []
    sources._ask("law", AskCase(case=CASE), got.append)
    sources.flush()
    (old,) = stand.hands.asked
    newer = AskCase(case=OTHER)
    sources._ask("law", newer, got.append)  # a key later, while the first is under way
    old.answer("first")
    assert sources.busy
    sources.flush()
    assert [one.query for one in stand.hands.asked] == [newer]


def test_what_was_read_is_shown_again_when_enter_would_now_do_another_thing(stand: Stand) -> None:
    told: list[str] = []
    stand.engine.answered.connect(lambda tone, text: told.append(tone))
    stand.context.selection.set_case(CASE)
    stand.type("催办")
    stand.answer()
    assert "0231" in stand.engine.meaning.said
    stand.told(CASE, number="4401131202019071100777")
    stand.engine.enter()
    stand.answer()
    assert (stand.given, told) == ([], ["warning"])
    stand.engine.enter()  # now it was read
    assert stand.given == [(CASE, "lead-1")]


def test_the_case_it_goes_into_is_said_by_its_number(stand: Stand) -> None:
    for one in stand.cases:
        stand.cases[one] = replace(stand.cases[one], state=CaseState.REPORTED)
    stand.moves = (Move(command="MergeCase", allowed=True, why=None),)
    stand.type("并案 0231 0198")
    stand.answer()
    said = stand.engine.meaning.said
    assert "0231" in said and "0198" in said and OTHER not in said


def test_a_no_is_said_as_well_as_a_yes_and_a_report_by_its_place(stand: Stand) -> None:
    plain = replace(stand.cases[CASE], number=None, state=CaseState.VERIFYING, verifier="member-1")
    stand.cases[CASE] = plain
    stand.engine.apply(news(line_of(plain)))
    stand.moves = (Move(command="RecordVerification", allowed=True, why=None),)
    stand.context.selection.set_case(CASE)
    stand.type("核实结果 不属实：没有人")
    stand.answer()
    said = stand.engine.meaning.said
    assert "现场属实 否" in said and plain.place[:6] in said


@pytest.mark.parametrize(
    ("word", "named", "means"),
    [
        ("不受理", "本街道不再受理", True),
        ("不再受理", "本街道不再受理", True),
        ("受理", "本街道不再受理", False),
        ("属实", "现场属实", True),
        ("不属实", "现场属实", False),
        ("未带齐", "执法证已带齐", False),
        ("带齐", "执法证已带齐", True),
        ("好的", "执法证已带齐", None),
    ],
)
def test_an_answer_is_never_taken_for_its_opposite(word: str, named: str, means: object) -> None:
    assert answer(word, named) is means


def test_who_sits_down_recalls_their_own_lines_only(stand: Stand) -> None:
    history = stand.engine.history
    stand.type("催办 0231：138 0000 1111 的人再来电")
    stand.answer()
    stand.engine.enter()
    stand.hands.done()
    stand.context.who = "dispatch-1"
    stand.engine.sits()
    assert history.step(-1, "") is None
    history.add("派 0198")
    kept = history.kept()
    stand.context.who = "lead-1"
    stand.engine.sits()
    assert history.step(-1, "") == "催办 0231：138 0000 1111 的人再来电"
    later = History()
    later.restore(kept)
    assert later.lines == ()
    later.sit("dispatch-1")
    assert later.lines == ("派 0198",)
    later.restore({})
    assert later.lines == () and later.kept() == {}
    later.restore({"lines": ["何人的旧行"]})
    assert later.kept() == {}
