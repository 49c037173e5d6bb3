"""The frame of the unsent panel: the list, what was wanted beside what stands now, the choices."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.models.items import ChoiceModel
from ui.panels.lists import FormScroll, TwoLines
from ui.scale import NONE

MOST_REASON = 200


class UnsentFrame(QWidget):
    """Widgets and their places; `given` and `present` stand side by side under their heads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing shown."""
        super().__init__(parent)
        self.setObjectName("unsent_panel")
        self._dropping = ""
        self.list, self.model = QListView(self), ChoiceModel(self)
        self.others = QLabel(self, wordWrap=True)
        self.given, self.present = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.again = QPushButton(icon("update"), self.tr("按最新情况再办  Enter"), self)
        self.drop = QPushButton(icon("cancel"), self.tr("放弃  Del"), self)
        self.reason = QLineEdit(self)
        self._name()
        self._lay_out()
        self._ask_reason("")

    def _ask_reason(self, key: str) -> None:
        """Ask why the command of this id is given up; "" asks no more."""
        self._dropping = key
        self.reason.clear()
        self.reason.setVisible(bool(key))
        if key:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name(self) -> None:
        parts = {
            "unsent_list": (self.list, self.tr("未发送的内容")),
            "unsent_given": (self.given, self.tr("我要办的")),
            "unsent_present": (self.present, self.tr("现在的情况")),
            "unsent_again": (self.again, self.tr("按最新情况再办")),
            "unsent_drop": (self.drop, self.tr("放弃")),
            "unsent_reason": (self.reason, self.tr("放弃的理由")),
        }
        for name, (widget, text) in parts.items():
            widget.setObjectName(name)
            widget.setAccessibleName(text)
        self.reason.setPlaceholderText(self.tr("放弃的理由 · Enter 放弃 · Esc 不放弃"))
        self.reason.setMaxLength(MOST_REASON)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLines(self.list))
        self.setFocusProxy(self.list)

    def _lay_out(self) -> None:
        sides = QWidget()
        grid = QGridLayout(sides)
        grid.setContentsMargins(*NONE)
        for column, label in enumerate((self.given, self.present)):
            head = QLabel(f"<b>{label.accessibleName()}</b>")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            grid.addWidget(head, 0, column)
            grid.addWidget(label, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(1, 1)
        buttons = QHBoxLayout()
        for button in (self.again, self.drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.others)
        column.addWidget(self.list, 2)
        column.addWidget(FormScroll(sides, self), 3)
        column.addWidget(self.reason)
        column.addLayout(buttons)
