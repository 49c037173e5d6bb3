"""Watch the count of references to None over many void Qt calls.

PySide6 6.12.0 lost one reference at each such call, and a desk open all day died of it; the pin in
requirements.lock stays below until a newer wheel passes here. From Python 3.12 on None is immortal.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractTableModel, QObject, QTimer, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 5_000


class Bell(QObject):
    """Rings with a value."""

    rang = Signal(object)


def ring(bell: Bell) -> Callable[[int], None]:
    bell.rang.connect(lambda value: None)
    return lambda i: bell.rang.emit(i)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal on this Python")
def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    label, bell, timer, model = QLabel(), Bell(), QTimer(), QStandardItemModel(4, 4)
    qtbot.addWidget(label)
    index = model.index(0, 0)
    void_calls: dict[str, Callable[[int], object]] = {
        "setText": lambda i: label.setText(str(i)),
        "setVisible": lambda i: label.setVisible(False),
        "update": lambda i: label.update(),
        "setObjectName": lambda i: label.setObjectName(str(i)),
        "emit": ring(bell),
        "setInterval": lambda i: timer.setInterval(i),
        "dataChanged": lambda i: model.dataChanged.emit(index, index),
        "virtual": lambda i: QAbstractTableModel.sort(model, 0),
    }
    lost = {}
    for name, call in void_calls.items():
        before = sys.getrefcount(None)
        for i in range(CALLS):
            call(i)
        change = sys.getrefcount(None) - before
        if abs(change) > CALLS // 10:
            lost[name] = change
    assert not lost
