"""What a screen reader hears of rows whose signs are painted: ticked boxes, the queue's lamps."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.queuefakes import NOW, board, line
from ui.models.items import Choice, ChoiceModel
from ui.models.queue import QueueModel


def heard(view: QAbstractItemView) -> list[str]:
    """The name of every row or cell as a screen reader asks for it."""
    told = QAccessible.queryAccessibleInterface(view)
    cells = (told.child(at) for at in range(told.childCount()))
    return [one.text(QAccessible.Text.Name) for one in cells]


def test_a_reader_hears_which_rows_are_ticked(qtbot: QtBot) -> None:
    view, rows = QListView(), ChoiceModel()
    qtbot.addWidget(view)
    view.setModel(rows)
    rows.load([Choice("a", "综合一队", "近", mark="on"), Choice("b", "综合二队", mark="off")])
    assert heard(view) == ["已勾选 综合一队  近", "未勾选 综合二队"]
    rows.load([Choice("a", "综合一队")])
    assert heard(view) == ["综合一队"]


def test_a_reader_hears_both_lamps_and_what_is_picked(qtbot: QtBot) -> None:
    view, model = QTableView(), QueueModel({}, lambda: NOW)
    qtbot.addWidget(view)
    view.setModel(model)
    model.load(board(line("000231", 10)))
    assert any(one.startswith("环节") and "全案" in one for one in heard(view))
    model.set_picked(frozenset({"000231"}))
    assert any(one.startswith("已选 环节") for one in heard(view))
