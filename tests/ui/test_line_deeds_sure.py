"""Deeds by the line that must not go wrong: passwords, open questions, answers that grew old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import (
    CallTeams,
    FreezeHandover,
    MoveAtRisk,
    SignHandover,
)
from commandcenter.domain.emergency import Moved
from commandcenter.domain.plan import Response
from commandcenter.services.emergency_views import AskMode
from commandcenter.services.handover_views import AskHandover
from tests.fakes import Room, open_room
from tests.ui.evacfakes import SHELTERS, found, typhoon
from tests.ui.linestreet import StreetLine, typhoon_day
from tests.ui.test_line import Line, sit
from tests.walks import drilling, filed
from ui.line.deeds import deed_verbs
from ui.line.verbs import action_verbs

K, M = Qt.Key, Qt.KeyboardModifier
SECRET = "secret-pass-9"
ENGLISH = {"签字": "Sign handover", "接班": "Take over"}
OF_THE_WINDOW = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Room]:
    yield from typhoon_day(tmp_path / "data")


@pytest.fixture
def frozen(street: Room) -> StreetLine:
    """The incoming person's line on a frozen record of three cases."""
    for _ in range(3):
        filed(street)
    line = StreetLine(street)
    line.give("冻结")
    return line.sit("lead-2")


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path) -> Iterator[Line]:
    """A lead's window on the day of the typhoon."""
    room = open_room(tmp_path / "data", "2025-09-22 08:30", date(2025, 9, 22))
    yield from sit(qtbot, room, tmp_path / "data", "lead-1")


def record(line: StreetLine):
    return line.street.desk.ask(AskHandover(), "lead-1")


# ---- the handover, without a window -----------------------------------------------------------


def test_a_bare_confirmation_leaves_an_open_question_open(frozen: StreetLine) -> None:
    frozen.give("提问 1：钥匙在谁手里")
    (asked,) = record(frozen).questions
    for _ in range(2):
        frozen.give("确认")
    assert record(frozen).questions == (asked,) and len(record(frozen).unacknowledged) == 1
    assert "提问" in frozen.refused("确认") and "提问" in frozen.refused("提问：再问")
    frozen.give("确认 1")
    assert not record(frozen).unacknowledged and "都已确认" in frozen.refused("确认")


def test_a_digit_that_is_no_number_is_no_row(frozen: StreetLine) -> None:
    for text in ("确认 ①", "确认 ²", "提问 ①：在哪里"):
        assert "交接里没有" in frozen.refused(text)
    assert frozen.refused("提级 级别=① 台风 依据=防指5号")


def test_a_password_after_a_verb_is_not_said_again(frozen: StreetLine) -> None:
    frozen.sit("lead-1")
    for verb in ("签字", "接班"):
        for text in (f"{verb} {SECRET}", f"{verb}：{SECRET}", f"{verb} 密码={SECRET}"):
            assert "secret" not in frozen.refused(text) and "密码" in frozen.meaning.said


@pytest.mark.parametrize("verb", ["签字", "接班", "signhandover", "TakeOver"])
def test_a_password_glued_to_a_verb_is_as_one_behind_a_blank(frozen: StreetLine, verb: str) -> None:
    frozen.sit("lead-1").known.verbs.set(deed_verbs(lambda text: ENGLISH.get(text, "")))
    for text in (f"{verb}{SECRET}", f"{verb}={SECRET}", f"{verb}a={SECRET}", f"1 {verb}{SECRET}"):
        assert "secret" not in frozen.refused(text) and "密码" in frozen.meaning.said
        deed = frozen.reading.verb.deed
        assert deed.page == "handover" and not deed.keeps(frozen.reading)
    for text in (f"派 1 {verb}{SECRET}", f"{verb}{SECRET}：完"):
        frozen.known.verbs.set([*action_verbs(lambda text: ""), *frozen.known.verbs.all])
        assert "secret" not in frozen.refused(text)


def test_the_field_that_begins_as_a_verb_is_a_field(frozen: StreetLine) -> None:
    frozen.give(f"作废交接 {next(one for one in frozen.offers('作废交接 ') if one.able).insert}")
    made = frozen.sit("lead-1").command("冻结 接班人=lead-2")
    assert isinstance(made, FreezeHandover) and made.incoming == "lead-2"


def test_which_record_a_correction_goes_to_is_read_before_enter(frozen: StreetLine) -> None:
    street = frozen.street
    sign(frozen)
    street.clock.pass_(hours=12)
    street.do(FreezeHandover, "lead-2", incoming="lead-1")
    newest = sign(frozen)
    which = "白班 今天 08:00 → 今天 20:00 · 今天 20:30 冻结的交接"
    assert which in frozen.refused("补充")
    assert which in frozen.offers("补充 ")[0].note
    made = frozen.command("补充：回电改为14时")
    assert made.handover == newest and which in frozen.meaning.said


def sign(line: StreetLine) -> str:
    """Everything is taken and both sign; gives the record's id."""
    found = record(line).handover
    line.sit(found.incoming)
    for _ in record(line).unacknowledged:
        line.give("确认")
    for who in (found.outgoing, found.incoming):
        line.street.do(SignHandover, who, handover=found.id, password=f"{who}-pass-1234")
    return found.id


# ---- in the window ----------------------------------------------------------------------------


@OF_THE_WINDOW
def test_a_password_is_kept_nowhere_whether_the_page_opens_or_not(lead: Line) -> None:
    room = lead.room
    password_goes_to_the_page_and_not_into_the_history(lead, "没有冻结")
    room.do(FreezeHandover, "lead-1", incoming="lead-2")
    password_goes_to_the_page_and_not_into_the_history(lead, "密码")
    lead.enter("签字")
    lead.until(lambda: not lead.bar.isVisible())
    assert lead.bar.history.lines == ("签字",)


def password_goes_to_the_page_and_not_into_the_history(lead: Line, why: str) -> None:
    for verb in ("签字", "接班"):
        for key, modifier in ((K.Key_Return, M.ControlModifier), (K.Key_Tab, M.NoModifier)):
            lead.enter(f"{verb} {SECRET}")
            lead.until(lambda: lead.said.startswith("■") and why in lead.said)
            lead.press(key, modifier)
            lead.until(lambda: not lead.bar.isVisible())
            assert lead.bar.field.text() == "" and not lead.bar.history.lines
            assert lead.desk.window.panel("handover").isAncestorOf(QApplication.focusWidget())


@OF_THE_WINDOW
def test_who_was_moved_meanwhile_is_not_moved_again(lead: Line) -> None:
    room = lead.room
    typhoon(room)
    there = [one.at_risk.id for one in found(room).people if one.at_risk.place == "海傍路3号"]
    lead.until(lambda: lead.desk.mode.now.emergency is not None)
    lead.open()
    lead.type("转移 海傍路3号 安置点1")
    engine = lead.desk.fittings["line"].engine
    lead.until(lambda: engine.meaning.ready)
    assert set(engine.meaning.command.people) == set(there)
    room.do(MoveAtRisk, "dispatch-1", people=(there[1],), state=Moved.MOVED, spot=SHELTERS[1])
    left = {*there} - {there[1]}
    lead.until(lambda: engine.meaning.ready and set(engine.meaning.command.people) == left)
    lead.press(K.Key_Return)
    lead.until(lambda: lead.said.startswith("✓"))
    spots = {one.at_risk.id: one.at_risk.spot for one in found(room).people}
    assert spots[there[1]] == SHELTERS[1] and spots[there[0]] == SHELTERS[0]


@OF_THE_WINDOW
def test_what_was_told_before_time_changed_the_mode_is_asked_anew(lead: Line) -> None:
    room = lead.room
    emergency = drilling(room, Response.III, drill=False)
    room.do(CallTeams, "lead-1", emergency=emergency, teams=("team-safety",))
    lead.until(lambda: lead.desk.mode.now.owed is not None)
    engine = lead.desk.fittings["line"].engine
    lead.open()
    lead.type(f"叫应 {engine.staff.teams['team-safety'].short} 20")
    lead.until(lambda: engine.meaning.ready)
    before = lead.desk.mode.now
    room.clock.at += timedelta(hours=2)
    lead.desk.mode.hear(room.desk.ask(AskMode(), "lead-1"))
    assert lead.desk.mode.now != before and not engine.meaning.ready
    lead.until(lambda: engine.meaning.ready)


@OF_THE_WINDOW
def test_words_that_a_page_does_not_take_stay_in_the_line(lead: Line) -> None:
    drilling(lead.room, Response.III, drill=False)
    lead.until(lambda: lead.desk.mode.now.owed is not None)
    engine = lead.desk.fittings["line"].engine
    lead.open()
    lead.type("报送：电话里逐条报过")
    lead.until(lambda: engine.meaning.form is not None)
    lead.press(K.Key_Return, M.ControlModifier)
    lead.until(lambda: not lead.bar.isVisible())
    assert lead.bar.field.text() == "报送：电话里逐条报过"
    lead.open()
    assert lead.bar.field.selectedText() == "报送：电话里逐条报过"
