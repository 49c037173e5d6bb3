"""What a hand wrote or chose in the emergency panel stays until it is given."""

from __future__ import annotations

from PySide6.QtCore import Qt

from commandcenter.domain.commands import AnswerCall, CallTeams, SendReport
from commandcenter.domain.emergency import Answer
from commandcenter.domain.plan import Response
from commandcenter.services.emergency_views import AskMode
from tests.ui.deskseat import DeskSeat
from tests.ui.test_mode import ORDER, mode, page, propose, pytestmark, seat, switched, view

__all__ = ["pytestmark", "seat"]
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_what_a_hand_chose_of_who_confirms_stays_chosen(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.IV, "duty-1")
    propose(room, Response.III)
    confirm = page(seat, "switch").confirm
    seat.until(lambda: confirm.block is not None)
    confirm.block._channel.setCurrentIndex(1)
    chosen = confirm.block.behalf().channel
    emergency = mode(room).emergency
    assert emergency is not None
    room.do(CallTeams, "lead-1", emergency=emergency.id, teams=("team-safety",))
    seat.until(lambda: seat.context.mode.now.called)
    known: list[object] = []
    seat.context.ask("known", AskMode(), known.append)  # answered after what would change
    seat.until(lambda: known)
    assert confirm.block.behalf().channel == chosen
    confirm.order.setText(ORDER)
    seat.context.who, seat.context.roles = "director-1", frozenset({"director"})
    seat.panel.sits()
    assert confirm.mine and confirm.block is None and confirm.order.text() == ""


def test_what_a_hand_wrote_is_not_drafted_over(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.III, "director-1")
    reports = page(seat, "reports")
    seat.until(lambda: reports.text.toPlainText())
    reports.text.setPlainText("自己写的")
    assert seat.panel.kept()["report"]["text"] == "自己写的"
    given = {"emergency": mode(room).emergency.id, "slot": "first_call", "words": "别的席位先报"}
    room.do(SendReport, "dispatch-1", **given)
    seat.until(lambda: "前一次" in reports.note.text())
    assert reports.text.toPlainText() == "自己写的"
    seat.press(K.Key_R, CTRL)
    seat.until(lambda: reports.text.toPlainText().startswith("首报（书面）"))


def test_what_a_hand_wrote_before_any_draft_came_stays(seat: DeskSeat) -> None:
    room = seat.room
    switched(room, Response.III, "director-1")
    seat.until(lambda: seat.context.mode.now.owed)
    seat.context.who = "nobody"  # each draft is refused
    reports = page(seat, "reports")
    reports.show_view(view(room))
    with seat.bot.waitSignal(seat.context.worker.refused):
        reports.draft_again()
    seat.context.who = "lead-1"
    reports.draft_again()
    seat.type("自己写的首报")  # while the draft is on its way
    known: list[object] = []
    seat.context.ask("known", AskMode(), known.append)  # answered after the draft
    seat.until(lambda: known)
    assert reports.text.toPlainText() == "自己写的首报" and not reports.note.text()
    seat.press(K.Key_Return, CTRL)
    seat.type("，又写的")
    seat.until(lambda: "前一次" in reports.note.text())
    assert reports.text.toPlainText() == "自己写的首报，又写的"
    sent = next(one for one in view(room).reports if one.report)
    assert sent.words == "自己写的首报"


def test_minutes_and_picks_stay_until_they_are_noted(seat: DeskSeat) -> None:
    switched(seat.room, Response.III, "director-1")
    calls = page(seat, "calls")
    seat.until(lambda: calls.wave.planned)
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: len(calls._calls) == 4)
    seat.press(K.Key_2)
    seat.press(K.Key_5)
    for who in ("nobody", "lead-1"):
        seat.context.who = who
        with seat.bot.waitSignal(seat.context.worker.over):
            seat.press(K.Key_Return)
        assert "25 分钟到位" in calls.model.choice(0).note or who == "lead-1"
    seat.until(lambda: [one.minutes for one in view(seat.room).calls if one.answer] == [25])
    for one in [one for one in view(seat.room).calls if one.answer is None]:
        seat.room.do(AnswerCall, "lead-1", call=one.id, answer=Answer.CANNOT)
    free = lambda: [at for at, one in enumerate(calls.model.choices()) if one.mark]  # noqa: E731
    seat.until(lambda: len(free()) == 3)
    for at in free()[:2]:
        calls.list.setCurrentIndex(calls.model.index(at))
        seat.press(K.Key_Space)
        if not calls._busy:
            seat.press(K.Key_Return, CTRL)  # the second is picked while the first is called
    assert calls._busy and len(calls._ticked) == 2
    seat.until(lambda: not calls._busy)
    (again,) = [one.team for one in view(seat.room).calls if one.wave == 2]
    assert again not in calls._ticked and len(calls._ticked) == 1


def test_an_answer_moves_the_mark_only_from_its_own_row(seat: DeskSeat) -> None:
    switched(seat.room, Response.III, "director-1")
    calls = page(seat, "calls")
    seat.until(lambda: calls.wave.planned)
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: len(calls._calls) == 4)
    at = lambda: calls.model.choice(calls.list.currentIndex().row())  # noqa: E731
    answered = lambda: {one.id for one in calls._calls if one.answer}  # noqa: E731
    calls.list.setCurrentIndex(calls.model.index(1))
    first = at().key
    seat.press(K.Key_1)
    seat.press(K.Key_Return)
    seat.press(K.Key_Down)
    second = at().key
    seat.press(K.Key_2)
    seat.until(lambda: first in answered())
    assert at().key == second and "2 分钟到位" in at().note
    seat.context.who = "nobody"
    with seat.bot.waitSignal(seat.context.worker.refused):
        seat.press(K.Key_Return)
    seat.context.who = "lead-1"
    seat.room.do(AnswerCall, "dispatch-1", call=second, answer=Answer.CANNOT)
    seat.until(lambda: second in answered())
    assert at().key == second


def test_a_proposal_that_came_behind_another_page_asks_who_confirms_when_it_is_gone_to(
    seat: DeskSeat,
) -> None:
    seat.until(lambda: not seat.panel.switch.propose._settle.isActive())  # else it asks later
    page(seat, "calls")
    propose(seat.room, Response.III)
    seat.until(lambda: seat.context.mode.now.proposed)
    confirm = page(seat, "switch").confirm
    seat.until(lambda: confirm.block is not None)
    assert confirm.block.behalf().person == "director-1"
