"""The manual: F1 opens the page of the panel with the keyboard; every panel has one, in both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.english import CHINESE
from tests.fakes import open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import Opened, opened
from ui.manual.pages import FOLDER, TONGUES, keys_named, pages, picture, search
from ui.stands import places

OWN = ("start", "line", "map", "help", "messages", "wall", "layouts")
"""Pages of what is no dock of ui/stands.py."""
NEEDS_NONE = {"manual"}
"""The manual is its own help."""


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    street = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, street, tmp_path / "data", person="lead-1") as found:
        yield found


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_panel_has_a_page_and_no_page_is_for_nothing(qapp, tongue: str) -> None:
    assert set(pages(tongue)) == (set(places()) - NEEDS_NONE) | set(OWN)


def test_the_english_pages_are_english_and_both_name_the_same_keys() -> None:
    for name, page in pages("en").items():
        assert not CHINESE.search(page.title + page.body), name
        named = set(keys_named(page.body)), set(keys_named(pages("zh")[name].body))
        assert named[0] == named[1], name


def test_every_key_that_a_page_names_is_an_action_of_the_desk(desk: Opened) -> None:
    known = {one.objectName() for one in desk.desk.window.actions()}
    named = {key for page in pages("zh").values() for key in keys_named(page.body)}
    assert not named - known


def test_every_picture_belongs_to_a_page() -> None:
    shots = {one.stem for one in (FOLDER / "pictures").rglob("*.webp")}
    assert shots and shots <= set(pages("zh"))
    for tongue in TONGUES:
        assert picture("queue", tongue).exists()


@pytest.mark.parametrize(("typed", "first"), [("吹哨", "whistles"), ("whistle", "whistles")])
def test_a_page_is_found_by_its_word_in_either_language(typed: str, first: str) -> None:
    for tongue in TONGUES:
        assert search(typed, tongue)[0].page.name == first


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "[[", "吹哨 zzzz"])
def test_what_is_nowhere_finds_nothing(typed: str) -> None:
    assert search(typed, "zh") == []


def test_f1_opens_the_page_of_the_panel_and_gives_the_keyboard_back(qtbot, desk: Opened) -> None:
    window = desk.desk.window
    window.go("find")
    before = QApplication.focusWidget()
    press(Qt.Key.Key_F1)
    manual = desk.desk.doors.manual.made
    assert manual.page.name == "find" and manual.field.hasFocus()
    kind, name = QTextDocument.ResourceType.ImageResource, QUrl("manual:find.webp")
    assert not manual.text.document().resource(kind, name).isNull()
    assert "\ufffc" in manual.text.document().toRawText()
    assert "Ctrl+F" in manual.text.toPlainText() and window.panel("queue").isVisible()
    press(Qt.Key.Key_Escape)
    assert window.panel("manual").isHidden() and QApplication.focusWidget() is before


def test_a_word_typed_there_finds_a_page_and_enter_opens_it(qtbot, desk: Opened) -> None:
    desk.desk.window.go("queue")
    press(Qt.Key.Key_F1)
    manual = desk.desk.doors.manual.made
    QTest.keyClicks(manual.field, "handover")
    assert "交接班" in manual.text.toPlainText()
    press(Qt.Key.Key_Return)
    assert manual.page.name == "handover" and manual.text.hasFocus()
    press(Qt.Key.Key_F1)
    assert desk.desk.window.panel("manual").isHidden()


def test_a_link_leads_to_its_page_and_nothing_else_is_loaded(qtbot, desk: Opened) -> None:
    desk.desk.window.go("queue")
    press(Qt.Key.Key_F1)
    manual = desk.desk.doors.manual.made
    manual.text.anchorClicked.emit("manual:mode")
    assert manual.page.name == "mode"
    manual.open_page("no such page")
    assert manual.page.name == "start"
