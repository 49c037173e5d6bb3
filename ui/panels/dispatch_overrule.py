"""Why another team goes than the recommended one: asked in the form, by one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from commandcenter.domain.commands import Reason
from commandcenter.domain.overrule import Overrule
from ui.palette import colours
from ui.panels.dispatch_law import LEAST_REASON, MOST_REASON
from ui.panels.flow import FlowLayout
from ui.panels.keys import FormKeys
from ui.scale import HAIR, NONE
from ui.words import reasons

OVERRULED = "overruled"
LETTERS = "ABCDEF"
"""A key for each reason: digits choose teams."""


class OverruleBox(QWidget):
    """A line that asks, a button for each coded reason, and words where the code is "other".

    It is hidden while the recommended team goes. `changed` tells of every choice and key.
    """

    changed = Signal()

    def __init__(self, keys: FormKeys, parent: QWidget) -> None:
        """Nothing to ask."""
        super().__init__(parent)
        self._first, self._code = "", ""
        self._ask = QLabel(self, objectName="overrule.ask", wordWrap=True)
        self.words = QLineEdit(self, objectName="overrule.words", maxLength=MOST_REASON)
        self._buttons: dict[str, QToolButton] = {}
        self._row = QWidget(self)
        self._fill()
        self.words.textEdited.connect(self.changed)
        keys.watch(self.words)
        self._show()

    def ask(self, first: str) -> None:
        """Ask why the team of this name does not go; "" when it does: what was said is dropped."""
        if first == self._first:
            return
        self._first = first
        if not first:
            self._code = ""
            self.words.clear()
        self._show()

    @property
    def asking(self) -> bool:
        """Whether a reason is wanted."""
        return bool(self._first)

    @property
    def code(self) -> str | None:
        """The code that was chosen; None while nothing is asked or answered."""
        return self._code or None

    @property
    def answered(self) -> bool:
        """Whether nothing is asked, or the reason stands (with words where it is "other")."""
        if self._code == Overrule.OTHER and len(self.words.text().strip()) < LEAST_REASON:
            return False
        return bool(self._code) or not self._first

    def choose(self, letter: str) -> bool:
        """Take the reason of this key; False when nothing is asked."""
        at = LETTERS.index(letter)
        codes = list(self._buttons)
        if not self.asking or at >= len(codes):
            return False
        self._take(codes[at])
        return True

    def reasons(self) -> tuple[Reason, ...]:
        """The words of "other", kept apart from the code that is counted."""
        if self._code != Overrule.OTHER:
            return ()
        return (Reason(code=OVERRULED, words=self.words.text().strip()),)

    def said(self) -> list[str]:
        """Code and words, for the drafts."""
        return [self._code, self.words.text()] if self._code else []

    def recall(self, said: list[str]) -> None:
        """Put back what was said for a team that is asked about."""
        if said and said[0] in self._buttons:
            self._code = said[0]
            self.words.setText(said[1])
            self._show()

    def _take(self, code: str) -> None:
        self._code = code
        self._show()
        if code == Overrule.OTHER:
            self.words.setFocus()
        self.changed.emit()

    def _fill(self) -> None:
        row = FlowLayout(self._row)
        for letter, (code, text) in zip(LETTERS, reasons("DispatchCase").items(), strict=True):
            button = QToolButton(self._row, text=f"{letter} {text}", checkable=True)
            button.setObjectName(f"overrule.{code}")
            button.setFocusPolicy(button.focusPolicy().NoFocus)
            button.clicked.connect(partial(self._take, code))
            self._buttons[code] = button
            row.addWidget(button)
        self.words.setAccessibleName(self.tr("不派推荐队伍的理由"))
        self.words.setPlaceholderText(self.tr("理由（至少 4 字，记入日志）"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(HAIR)
        for widget in (self._ask, self._row, self.words):
            column.addWidget(widget)

    def _show(self) -> None:
        self.setVisible(self.asking)
        self._ask.setText(self.tr("▲ 没有派推荐的 %1：按 A–F 选理由").replace("%1", self._first))
        self._ask.setStyleSheet(f"color: {colours().colour('warning').name()};")
        for code, button in self._buttons.items():
            button.setChecked(code == self._code)
        self.words.setVisible(self._code == Overrule.OTHER)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "words"):
            self._show()
