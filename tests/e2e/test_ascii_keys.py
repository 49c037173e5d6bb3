"""Every frequent thing without an input method: keys that write ASCII, and initials of names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import FileCase
from tests.e2e.test_window_keys import Seat, filed, seated
from tests.ui.deskroom import PETROL, RUBBISH
from tests.ui.test_app import shown
from tests.walks import send

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def lead(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "lead-1")


@pytest.fixture
def dispatcher(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "dispatch-1")


@pytest.fixture
def intake(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    yield from seated(qtbot, tmp_path / "data", "intake-1")


def type_ascii(text: str) -> None:
    """As a keyboard without an input method does it."""
    assert text.isascii()
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_a_report_is_taken_by_initials(intake: Seat) -> None:
    intake.begin("F2", "intake")
    form = intake.desk.intake.form
    form.focus_field("source")
    intake.keys("1")
    form.focus_field("words")
    type_ascii("heap of rubbish")
    form.focus_field("item")
    type_ascii("bllj")
    intake.keys("Return")
    assert form.draft().item == RUBBISH
    form.focus_field("place")
    type_ascii("ctdj")
    intake.bot.waitUntil(lambda: not form.place.list.isHidden())
    intake.keys("Return")
    assert form.draft().place == "祠堂东街"
    intake.keys("Ctrl+Return")
    intake.bot.waitUntil(lambda: any(one.kind == "case_reported" for one in entries(intake)))


def test_a_report_is_filed_by_its_key(lead: Seat) -> None:
    case = lead.room.report(RUBBISH)
    lead.pick(case)
    lead.keys("F3")
    lead.bot.waitUntil(lambda: shown(lead.desk, "step") or lead.state(case) is CaseState.FILED)
    if lead.state(case) is not CaseState.FILED:
        lead.keys("Ctrl+Return")
    lead.bot.waitUntil(lambda: lead.state(case) is CaseState.FILED)


def entries(seat: Seat) -> list[Any]:
    return list(seat.room.desk.changes(0).entries)


def test_a_case_is_dispatched_by_digits_and_ascii_reasons(dispatcher: Seat) -> None:
    case = filed(dispatcher)
    dispatcher.pick(case)
    dispatcher.begin("F4", "dispatch")
    panel = dispatcher.desk.dispatch
    dispatcher.bot.waitUntil(lambda: panel.form.teams.current() is not None)
    dispatcher.keys("1")
    dispatcher.send_dispatch(case, partial(type_ascii, "urgent on the spot"))


def test_a_case_is_urged_and_signed_by_letters(lead: Seat) -> None:
    case = lead.room.report(RUBBISH)
    lead.room.do(FileCase, "lead-1", case=case)
    send(lead.room, case)
    lead.pick(case)
    lead.begin("B", "step")
    type_ascii("please hurry")
    lead.keys("Ctrl+Return")
    lead.bot.waitUntil(lambda: any(one.kind == "case_urged" for one in entries(lead)))
    lead.pick(case)
    lead.begin("F5", "step")
    lead.keys("Ctrl+Return")
    lead.bot.waitUntil(lambda: lead.state(case) is CaseState.IN_PROGRESS)


def test_a_case_is_found_and_filtered_by_digits_and_initials(lead: Seat) -> None:
    desk, case, other = lead.desk, filed(lead), filed(lead, PETROL)
    lead.bot.waitUntil(lambda: desk.queue.model.row_of(other) >= 0)
    desk.window.go("queue")
    lead.keys("/")
    type_ascii("bllj")
    lead.bot.waitUntil(lambda: desk.queue.model.rowCount() == 1)
    assert desk.queue.model.row_of(case) == 0
    lead.keys("Escape")
    lead.bot.waitUntil(lambda: desk.queue.model.rowCount() == 2)
    number = lead.room.case(case).number
    lead.keys("Ctrl+F")
    type_ascii(number[-4:])
    lead.bot.waitUntil(lambda: desk.find.list.model().rowCount() > 0)
    lead.keys("Return")
    lead.bot.waitUntil(lambda: desk.selection.current_case == case)
