"""The talk of a call-back: caller, what was done, the lines to ask, words, the four outcomes."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.callback_views import CallbackLine, RedoLine
from ui.context import DeskContext
from ui.models import callback as model
from ui.panels.case_html import dim, tinted
from ui.panels.flow import FlowLayout
from ui.panels.keys import FormKeys
from ui.panels.lists import TickList
from ui.panels.order import read_in_order
from ui.panels.step_note import NoteLabel
from ui.scale import NONE, TIGHT
from ui.theme import icon, numbers
from ui.words import say

OUTCOMES = (
    ("satisfied", "满意", "check.pass"),
    ("basically", "基本满意", "check"),
    ("unsatisfied", "不满意", "check.fail"),
    ("not_reached", "未联系上", "phone"),
)
MARKS = (("", ""), ("yes", "是"), ("no", "否"))
MOST_LINES = 8
WORDS_HIGH = 58


class Talk(QWidget):
    """Shows one line of the queue; `given` carries outcome and words, `phone` asks to see it.

    What is ticked and typed stays with its case until the result is entered.
    """

    given = Signal(str, str)
    phone = Signal()
    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nobody to talk to yet."""
        super().__init__(parent)
        self.setObjectName("talk")
        self._desk = desk
        self.line: CallbackLine | RedoLine | None = None
        self._drafts: dict[str, dict[str, Any]] = {}
        self.caller = QLabel(objectName="talk.caller")
        self.caller.setFont(numbers(bold=True))
        self.facts = QLabel(objectName="talk.facts", wordWrap=True)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.script = TickList([(key, say(word)) for key, word in MARKS], self, MOST_LINES)
        self.script.setObjectName("talk.script")
        self.script.setAccessibleName(self.tr("回访问题"))
        self.words = QPlainTextEdit(objectName="talk.words", tabChangesFocus=True)
        self.words.setFixedHeight(WORDS_HIGH)
        self.words.setPlaceholderText(self.tr("诉求人的话（不满意须写明）"))
        self.words.setAccessibleName(self.tr("诉求人的话"))
        self.note = NoteLabel(self)
        self.buttons: dict[str, QToolButton] = {}
        self._asks = QWidget(self)
        self._lay_out()
        self._bind()
        self.show_line(None, {})

    def show_line(self, line: CallbackLine | RedoLine | None, names: model.Names) -> None:
        """Show a case that is to be called, one that waits for its redo, or nobody."""
        another = (line.case if line else "") != (self.line.case if self.line else "")
        if another:
            self._keep()
            self.note.clear()
        self.line = line
        calling = isinstance(line, CallbackLine)
        self._asks.setVisible(calling)
        self.facts.setVisible(line is not None)
        self.caller.setVisible(calling)
        if line is not None:
            self.facts.setText("<br>".join(map(_fact, model.facts(line, names, self._desk.now()))))
        if isinstance(line, CallbackLine):
            self.caller.setText(_caller(line))
            self._offer(line, another)

    def begin(self) -> None:
        """The keyboard goes to the first question."""
        self.script.mark(0)
        self.script.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def done(self, case: str) -> None:
        """The result was entered: nothing stays of what was typed for it."""
        if self.line is not None and self.line.case == case:
            self.words.clear()
            self.script.offer(self.script.choices.choices(), {})
        self._drafts.pop(case, None)

    def kept(self) -> dict[str, Any]:
        """What is ticked and typed, by case."""
        self._keep()
        return dict(self._drafts)

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back; it is shown with its case."""
        self._drafts = dict(kept)
        if isinstance(self.line, CallbackLine):
            self._offer(self.line, another=True)

    def outcome(self, code: str) -> bool:
        """Give the result; an unsatisfied one says what is not good."""
        line = self.line
        if not isinstance(line, CallbackLine):
            return True
        typed = self.words.toPlainText()
        if code == "unsatisfied" and not typed.strip():
            self.note.refuse(self.tr("不满意的，先写明诉求人不满意什么，再按 Ctrl+3"))
            self.words.setFocus()
            return True
        if code == "not_reached" and line.again_on is not None:
            self.note.refuse(model.tries(line, self._desk.now()))
            return True
        self.note.clear()
        self.given.emit(code, model.told(line, self.script.ticks(), typed))
        return True

    def _offer(self, line: CallbackLine, another: bool) -> None:
        draft = self._drafts.get(line.case, {})
        ticks = draft.get("ticks", {}) if another else self.script.ticks()
        known = {str(n) for n in range(len(line.script))}
        kept = {key: mark for key, mark in ticks.items() if key in known}
        self.script.offer(model.script(line), kept)
        if another:
            self.words.setPlainText(draft.get("words", ""))

    def _keep(self) -> None:
        """Remember what is ticked and typed for the case that is shown."""
        if not isinstance(self.line, CallbackLine):
            return
        ticks, typed = self.script.ticks(), self.words.toPlainText()
        if ticks or typed:
            self._drafts[self.line.case] = {"ticks": ticks, "words": typed}
        else:
            self._drafts.pop(self.line.case, None)

    def _lay_out(self) -> None:
        keys = QLabel(self.tr("空格 是/否 · Tab 写话 · P 看电话 · Ctrl+1…4 结果 · Esc 回列表"))
        keys.setEnabled(False)
        keys.setWordWrap(True)
        results = QWidget(self._asks)
        row = FlowLayout(results)
        for number, (code, text, meaning) in enumerate(OUTCOMES, 1):
            button = QToolButton(objectName=f"talk.{code}", text=f"{number} {say(text)}")
            button.setIcon(icon(meaning))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.outcome, code))
            self.buttons[code] = button
            row.addWidget(button)
        asks = QVBoxLayout(self._asks)
        asks.setContentsMargins(*NONE)
        asks.setSpacing(TIGHT)
        for widget in (self.script, self.words):
            asks.addWidget(widget)
        for widget in (results, keys):
            asks.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(TIGHT)
        for widget in (self.caller, self.facts, self._asks, self.note):
            column.addWidget(widget)
        read_in_order(self)

    def _bind(self) -> None:
        asking, typing = FormKeys(self), FormKeys(self)
        for number, (code, _, _) in enumerate(OUTCOMES, 1):
            asking.bind(str(number), partial(self.outcome, code))
            for both in (asking, typing):
                both.bind(f"Ctrl+{number}", partial(self.outcome, code))
        asking.bind("P", self._ask_phone)
        for both in (asking, typing):
            both.bind("Escape", self._leave)
        asking.watch(self.script)
        typing.watch(self.words)

    def _ask_phone(self) -> bool:
        self.phone.emit()
        return True

    def _leave(self) -> bool:
        self.left.emit()
        return True


def _caller(line: CallbackLine) -> str:
    caller = line.caller
    if caller is None:
        return say("诉求人不向本席显示")
    name = caller.name or say("未留名")
    return f"{name}  {caller.phone or say('无电话')}"


def _fact(one: model.Fact) -> str:
    return f"{dim(one.head)} {tinted(one.text, one.tone)}"
