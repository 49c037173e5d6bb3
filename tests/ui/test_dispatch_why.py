"""What the dispatch panel says of its proposal, and why another team goes than the first."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import DispatchCase, SetTeamStatus
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import TaskKind
from tests.fakes import Room
from tests.ui.deskseat import DeskSeat, seat_at
from tests.ui.test_dispatch import filed, open_case, room, sender, settle, status, texts
from ui.panels.dispatch import DispatchPanel
from ui.words import names_of, sentence

__all__ = ["room"]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STALL = {"item": "05-01", "words": "流动摊贩占道"}


@pytest.fixture
def seat(qtbot: Any, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "dispatch-1", DispatchPanel) as made:
        yield made


def asked(seat: DeskSeat) -> str:
    label = seat.panel.findChild(QLabel, "overrule.ask")
    return label.text() if label.isVisible() else ""


def sent(seat: DeskSeat, case: str) -> dict[str, Any]:
    """What the journal holds of the dispatch."""
    seat.until(lambda: seat.room.case(case).state is CaseState.DISPATCHED)
    story = seat.room.view(case, "dispatch-1").story
    return next(dict(one.entry.facts) for one in story if one.entry.kind == "case_dispatched")


def test_the_first_team_goes_without_a_question(seat: DeskSeat) -> None:
    case = open_case(seat, **STALL)
    assert seat.panel._team == "team-surface" and asked(seat) == ""
    assert next(row for row in texts(seat) if "★" in row).startswith("1")
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_Return, CTRL)
    facts = sent(seat, case)
    assert (facts["first"], facts["team"]) == ("team-surface", "team-surface")
    assert facts["overruled"] is None


def test_another_team_wants_one_key_more_and_it_is_counted(seat: DeskSeat) -> None:
    case = open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_2)
    seat.until(lambda: "社会面" in asked(seat))
    seat.press(K.Key_Return, CTRL)
    assert "A–F" in status(seat) and seat.panel.form.teams.hasFocus()
    seat.press(K.Key_B)
    seat.press(K.Key_Return, CTRL)
    facts = sent(seat, case)
    assert (facts["team"], facts["overruled"]) == ("team-enterprise", "on_the_way")
    names = names_of(seat.context.reference, seat.panel._staff.teams.values())
    said = sentence("case_dispatched", facts, names)
    assert said.endswith(f"没有派推荐的{names['team-surface']}：顺路")


def test_going_back_to_the_first_takes_the_question_away(seat: DeskSeat) -> None:
    case = open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_2)
    seat.press(K.Key_A)
    assert seat.panel._why.code == "local_knowledge"
    seat.press(K.Key_1)
    seat.until(lambda: asked(seat) == "")
    settle(seat)
    seat.press(K.Key_Return, CTRL)
    assert sent(seat, case)["overruled"] is None


def test_a_team_that_stood_first_when_it_was_chosen_wants_no_reason_later(seat: DeskSeat) -> None:
    case = open_case(seat, **STALL)
    other = filed(seat.room, **STALL)
    seat.room.do(
        DispatchCase,
        "dispatch-2",
        case=other,
        lead_unit="enforcement",
        kind=TaskKind.HANDLE,
        team="team-surface",
    )
    seat.until(lambda: "企业" in next(row for row in texts(seat) if "★" in row))
    settle(seat)
    assert seat.panel._team == "team-surface" and asked(seat) == ""
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_Return, CTRL)
    facts = sent(seat, case)
    assert (facts["first"], facts["overruled"]) == ("team-surface", None)


def test_other_wants_words_which_stay_out_of_the_journal(seat: DeskSeat) -> None:
    case = open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_2)
    seat.until(lambda: asked(seat) != "")
    seat.press(K.Key_F)
    line = seat.panel.findChild(QLineEdit, "overrule.words")
    assert line.hasFocus()
    seat.type("车坏")
    seat.press(K.Key_Return, CTRL)
    assert "至少 4 字" in status(seat) and line.hasFocus()
    seat.type("了，正在修 A2")
    assert line.text() == "车坏了，正在修 A2"  # letters are text here
    seat.press(K.Key_Return, CTRL)
    facts = sent(seat, case)
    assert facts["overruled"] == "other" and "车坏" not in str(facts)
    told = [one.words for one in seat.room.view(case, "dispatch-1").story]
    assert "车坏了，正在修 A2" in told


def test_the_answer_stays_with_its_case(seat: DeskSeat) -> None:
    case = open_case(seat, **STALL)
    seat.panel.form.teams.setFocus()
    seat.press(K.Key_2)
    seat.press(K.Key_D)
    open_case(seat)
    assert asked(seat) == "" and seat.panel._why.code is None
    seat.context.selection.set_case(case)
    seat.until(lambda: seat.panel._team == "team-enterprise")
    assert seat.panel._why.code == "leader_order"


def test_the_run_card_says_what_it_proposes(seat: DeskSeat) -> None:
    open_case(seat)
    card = seat.panel.findChild(QLabel, "dispatch.card")
    assert card.isVisible() and "危化品非法储运处置卡" in card.text()
    assert "安监" in card.text() and "派出所" in card.text() and "执法检查" in card.text()
    open_case(seat, item="01-02", words="暴露垃圾")
    assert not card.isVisible()


def test_what_is_missing_in_the_room_stands_at_the_top(seat: DeskSeat) -> None:
    off = {"team": "team-safety", "status": TeamStatus.OFF}
    seat.room.do(SetTeamStatus, "dispatch-1", **off)
    case = open_case_without_team(seat)
    short = seat.panel._short
    seat.until(short.isVisible)
    assert "离岗（1 支）" in short.text()
    rows = texts(seat)
    assert rows and all(row.startswith("×") and "不可派" in row for row in rows)
    assert not sender(seat).isEnabled()  # an inspection by nobody is blocked
    assert seat.room.case(case).state is CaseState.FILED


def open_case_without_team(seat: DeskSeat) -> str:
    case = filed(seat.room)
    seat.context.selection.set_case(case)
    seat.until(lambda: seat.panel._view is not None and not seat.panel._fresh)
    settle(seat)
    return case
