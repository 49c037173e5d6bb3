"""Enter, Esc, digits and space are the input method's while it composes, in every field there is.

The fields are found by walking the window, so a new one is covered by being there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QStackedWidget,
    QTabWidget,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase
from commandcenter.services.views import AskReference
from tests.fakes import open_room
from tests.ui.deskroom import DAY, PETROL
from tests.ui.test_app import opened
from ui.composing import FIELDS
from ui.desk import OpenDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OWN_KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down),
    *(Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_9, Qt.Key.Key_Backspace, Qt.Key.Key_Escape),
)
FEWEST = 60
"""Fields that the walk must find at least; fewer means that it walks past panels."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenDesk]:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    case = room.report(PETROL)
    room.do(FileCase, "lead-1", case=case)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        qtbot.waitUntil(lambda: found.desk.queue.model.row_of(case) >= 0)
        found.desk.selection.set_case(case)
        with qtbot.waitActive(found.desk.window):
            found.desk.window.activateWindow()
        yield found.desk


def send(field: QWidget, preedit: str, commit: str = "") -> None:
    """An input method's event at a field."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def text_of(field: QWidget) -> str:
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    return str(field.text())  # type: ignore[attr-defined]


def writable(field: QWidget) -> bool:
    if isinstance(field, QComboBox):
        return field.isEditable()
    return not field.isReadOnly()  # type: ignore[attr-defined]


def inner(field: QWidget) -> bool:
    """Whether it is the line within a box, which hands the keyboard to the box."""
    return field.focusProxy() is not None


def fields_of(panel: QWidget) -> list[QWidget]:
    """Every field of a panel, whether it is shown now or not."""
    found = [one for one in panel.findChildren(QWidget) if isinstance(one, FIELDS)]
    return [one for one in found if writable(one) and not inner(one)]


def bring(field: QWidget) -> None:
    """Turn to the page that a field is on and let it have the keyboard."""
    child = field
    while (parent := child.parentWidget()) is not None and not child.isWindow():
        child.setEnabled(True)
        if isinstance(parent, QStackedWidget):
            tabs = parent.parentWidget()
            (tabs if isinstance(tabs, QTabWidget) else parent).setCurrentWidget(child)
        if parent.layout() is not None or isinstance(parent, QStackedWidget):
            child.show()
        child = parent
    field.show()
    field.window().activateWindow()
    field.setFocus()


def name_of(panel: str, field: QWidget) -> str:
    told = field.objectName() or field.accessibleName() or type(field).__name__
    return f"{panel}/{told}"


def broken_at(field: QWidget) -> list[str]:
    """What a composition in this field, which has the keyboard, set off that it should not."""
    send(field, "shi")  # it takes the place of what was marked
    before, wrong = text_of(field), []
    for key in OWN_KEYS:
        QTest.keyClick(field, key)
        send(field, "shi")
        if QApplication.focusWidget() is not field or not field.isVisible():
            return [*wrong, f"{key.name} left it"]
        if text_of(field) != before:
            return [*wrong, f"{key.name} changed its text"]
    send(field, "", "是")
    return wrong


def settle(qtbot: QtBot, desk: OpenDesk) -> None:
    """Wait until what the panels have asked so far is answered."""
    answered: list[object] = []
    desk.context.ask("test.settle", AskReference(), answered.append)
    qtbot.waitUntil(lambda: bool(answered))


def test_no_field_of_the_desk_gives_a_composing_key_away(qtbot: QtBot, desk: OpenDesk) -> None:
    begun: list[object] = []
    desk.worker.begun.connect(begun.append)
    wrong, seen = [], 0
    desk.start_action("case.note")
    for name, dock in desk.window.docks.items():
        desk.window.go(name)
        settle(qtbot, desk)
        for field in fields_of(dock):
            bring(field)
            if QApplication.focusWidget() is not field:
                wrong.append(f"{name_of(name, field)}: does not take the keyboard")
                continue
            seen += 1
            wrong += [f"{name_of(name, field)}: {one}" for one in broken_at(field)]
    assert wrong == []
    assert begun == []
    assert seen >= FEWEST


def test_the_command_line_leaves_them_too(qtbot: QtBot, desk: OpenDesk) -> None:
    desk.window.go("queue")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert field.objectName() == "line.field"
    assert broken_at(field) == []
    assert text_of(field) == "是"


def test_a_cell_that_is_changed_leaves_them_too(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="admin-1") as found:
        window, panel = found.desk.window, found.desk.panels["admin"]
        with qtbot.waitActive(window):
            window.activateWindow()
        window.go("admin")
        qtbot.waitUntil(lambda: panel.tabs.currentWidget().model().rowCount() > 0)
        page = panel.tabs.currentWidget()
        cells = (page.model().index(0, column) for column in range(page.model().columnCount()))
        cell = next(one for one in cells if one.flags() & Qt.ItemFlag.ItemIsEditable)
        page.setFocus()
        page.setCurrentIndex(cell)
        QTest.keyClick(page, Qt.Key.Key_Return)
        field = QApplication.focusWidget()
        assert field is page.indexWidget(cell)
        assert broken_at(field) == []
        assert text_of(field) == "是"
        QTest.keyClick(field, Qt.Key.Key_Escape)  # now it is the cell's again
        assert page.indexWidget(cell) is None


def test_what_is_no_field_asks_for_no_input_method(qtbot: QtBot, desk: OpenDesk) -> None:
    lists = [one for one in desk.window.findChildren(QAbstractItemView) if one.isVisible()]
    assert desk.queue.view in lists
    for one in lists:
        one.setFocus()
        editable = one.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
        asks = one.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert bool(asks) <= bool(editable), one.objectName()


def test_letters_that_a_field_has_not_composed_are_still_its_own(
    qtbot: QtBot, desk: OpenDesk
) -> None:
    """After the composition the keys are the form's again."""
    desk.window.go("queue")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Slash)
    field = desk.queue.bar.text
    assert QApplication.focusWidget() is field
    assert broken_at(field) == []
    assert field.text() == "是"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "" and QApplication.focusWidget() is desk.queue.view
