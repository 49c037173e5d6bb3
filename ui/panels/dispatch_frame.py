"""The dispatch panel's frame: the case above, the form, what went wrong, the button, the keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.views import CandidatesView
from ui.icons import icon
from ui.panels.dispatch_form import DispatchForm
from ui.panels.dispatch_overrule import LETTERS, OverruleBox
from ui.panels.dispatch_rows import card_text, shortfall_text
from ui.panels.dispatch_staff import Staff
from ui.panels.lists import FormScroll
from ui.panels.step_note import NoteLabel
from ui.scale import HAIR, LINE, NONE

DIGITS = 9


class DispatchFrame(QWidget):
    """Widgets, their places and keys; `left` asks for the focus to go back to the queue."""

    left = Signal()

    def __init__(self, staff: Staff, parent: QWidget | None = None) -> None:
        """With an empty form that searches among this staff."""
        super().__init__(parent)
        self.form = DispatchForm(staff.find_units, staff.find_approvers, self)
        self._head = QLabel(self, objectName="dispatch.head", wordWrap=True)
        self._short = NoteLabel(self)
        self._short.setObjectName("dispatch.short")
        self._card = QLabel(self, objectName="dispatch.card", wordWrap=True)
        self._why = OverruleBox(self.form.keys, self)
        self._status = QLabel(self, objectName="dispatch.status", wordWrap=True)
        self._wish = NoteLabel(self)
        self._wish.setObjectName("dispatch.wish")
        self._send = QPushButton(icon("dispatch"), self.tr("派遣"), self)
        self._send.setObjectName("dispatch.send")
        self._hint = QLabel(self, objectName="dispatch.hint", wordWrap=True)
        self._lay_out()

    def show_wish(self, lost: bool) -> None:
        """Say that a dispatch without a link is a wish: the law is checked at the server."""
        if lost:
            self._wish.warn(self.tr("连接中断：派遣只记为愿望，恢复后由服务器核法，通过才算派遣"))
        else:
            self._wish.clear()

    def _show_offer(self, view: CandidatesView | None, names: Mapping[str, str]) -> None:
        """What is missing in the room, and the run card with what it proposes."""
        short = shortfall_text(view, names)
        if short:
            self._short.warn(short)
        else:
            self._short.clear()
        card = view.card if view else None
        self._card.setText(card_text(card, names) if card else "")
        self._card.setVisible(card is not None)

    def _tell(self, text: str) -> None:
        self._status.setText(text)
        self._status.setVisible(bool(text))

    def _lay_out(self) -> None:
        scroll = FormScroll(self.form, self)
        self.setFocusProxy(self.form.teams)
        for label in (self._head, self._card, self._status, self._hint):
            label.setContentsMargins(8, 4, 8, 2)
        self._card.hide()
        self._why.setContentsMargins(*LINE)
        self.form.law.setContentsMargins(*LINE)
        self._head.setAccessibleName(self.tr("要派遣的案卷"))
        self._hint.setEnabled(False)
        self._hint.setText(
            self.tr(
                "1–9 选队伍 · A–F 另选的理由 · 空格 勾选，首位带队 · Ctrl+Enter 派遣 · Esc 回队列"
            )
        )
        self._status.hide()
        buttons = QHBoxLayout()
        buttons.setContentsMargins(*LINE)
        buttons.addWidget(self._send)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(HAIR)
        above, below = (self._head, self._short, self._card), (self._status, self._wish)
        for widget in (*above, scroll, self._why, self.form.law, *below):
            column.addWidget(widget, 1 if widget is scroll else 0)
        column.addLayout(buttons)
        column.addWidget(self._hint)

    def _bind_keys(
        self, send: Callable[[], bool], choose_team: Callable[[int], bool | None]
    ) -> None:
        form = self.form
        bound: dict[str, Callable[[], bool | None]] = {
            "Return": lambda: send() if self._send.hasFocus() else form.advance(),
            "Tab": form.take_marked,
            "Up": partial(form.step, -1),
            "Down": partial(form.step, 1),
            "Escape": self._leave,
            "Ctrl+Return": send,
        }
        bound |= {str(one): partial(choose_team, one) for one in range(1, DIGITS + 1)}
        bound |= {one: partial(self._explain, one) for one in LETTERS}
        for name, call in bound.items():
            form.keys.bind(name, call)

    def _explain(self, letter: str) -> bool:
        """A letter is the reason's while one is asked, else the field's."""
        return not self.form.typing and self._why.choose(letter)

    def _leave(self) -> bool:
        if not self.form.close_list():
            self.left.emit()
        return True
