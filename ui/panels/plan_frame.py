"""How the plan editor is laid out: kinds and buttons, levels and form, versions, a line of help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.plan import EventKind, Response
from ui.panels.choose import DigitRow
from ui.panels.lists import ChoiceList, FormScroll
from ui.panels.order import read_in_order
from ui.panels.plan_level import LevelForm
from ui.scale import GAP, TIGHT
from ui.theme import icon
from ui.words import word

MOST_VERSIONS = 3
MOST_NAME = 60
LOW = 74


class PlanFrame(QWidget):
    """The parts by name; what they do is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Everything in its place, nothing in it."""
        super().__init__(parent)
        self.kinds = DigitRow([(one.value, word(one)) for one in EventKind], across=6)
        self.levels = DigitRow([(one.value, word(one)) for one in Response])
        self.name = QLineEdit(objectName="plan.name", maxLength=MOST_NAME)
        self.form = LevelForm()
        self.versions = ChoiceList(self, most=MOST_VERSIONS, lines=2)
        self.changes = QPlainTextEdit(objectName="plan.changes", readOnly=True)
        self.note = QLabel(objectName="plan.note", wordWrap=True)
        self.keys_of = {
            "save": "Ctrl+S",
            "revert": "Ctrl+R",
            "drill": "Ctrl+D",
            "import": "Ctrl+I",
            "export": "Ctrl+E",
        }
        self.buttons = {name: self._button(name) for name in self.keys_of}
        self._dress()
        self._lay_out()

    def _button(self, name: str) -> QToolButton:
        texts = {
            "save": (self.tr("存为新版 Ctrl+S"), "save"),
            "revert": (self.tr("撤回 Ctrl+R"), "undo"),
            "drill": (self.tr("演练 Ctrl+D"), "drill"),
            "import": (self.tr("导入 Ctrl+I"), "import"),
            "export": (self.tr("导出 Ctrl+E"), "export"),
        }
        text, meaning = texts[name]
        button = QToolButton(objectName=f"plan.{name}", text=text, icon=icon(meaning))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _dress(self) -> None:
        self.kinds.setAccessibleName(self.tr("预案种类"))
        self.levels.setAccessibleName(self.tr("响应级别"))
        self.name.setPlaceholderText(self.tr("预案名称（可不填）"))
        self.name.setAccessibleName(self.tr("预案名称"))
        self.versions.setObjectName("plan.versions")
        self.versions.setAccessibleName(self.tr("版本"))
        self.changes.setAccessibleName(self.tr("这一版改了什么"))
        self.changes.setTabChangesFocus(True)
        self.changes.setFixedHeight(LOW)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(TIGHT)
        for name in ("drill", "import", "export", "revert", "save"):
            top.addWidget(self.buttons[name])
        past = QHBoxLayout()
        past.setSpacing(GAP)
        past.addWidget(self.versions, 1, Qt.AlignmentFlag.AlignTop)
        past.addWidget(self.changes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 4)
        column.setSpacing(TIGHT)
        column.addWidget(self.kinds)
        column.addLayout(top)
        column.addWidget(self.name)
        column.addWidget(self.levels)
        column.addWidget(FormScroll(self.form, self), 1)
        column.addWidget(QLabel(self.tr("版本（回车：以它为底稿；右边是它比上一版改了什么）")))
        column.addLayout(past)
        column.addWidget(self.note)
        read_in_order(self)
