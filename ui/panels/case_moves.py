"""What may be done next and by which key; what may not, with the reason in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.rights import WHOLE_STREET
from commandcenter.services.views import CaseView
from ui import words
from ui.actions import ACTIONS, Action
from ui.alarms import ringing
from ui.keyring import key
from ui.panels.flow import FlowLayout
from ui.scale import ROUND
from ui.theme import icon

ALWAYS = ("case.note", "case.picture", "case.phone", "case.recuse", "case.purge")
"""What may nearly always be done stands last."""
ACKNOWLEDGE = "case.acknowledge"


class MovesView(QScrollArea):
    """Buttons with their keys; `start` is called with the action's name."""

    def __init__(self, start: Callable[[str], None], parent: QWidget | None = None) -> None:
        """Nothing offered yet."""
        super().__init__(parent)
        self._start = start
        self._shown: tuple[tuple[str, str | None], ...] = ()
        self._made = False
        self._state = ""
        self.setObjectName("case.moves")
        self.setAccessibleName(self.tr("下一步"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumWidth(176)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_moves(
        self, view: CaseView, roles: frozenset[str], now: datetime, seen: bool = True
    ) -> None:
        """Join the Desk's moves with the table; buttons are made when something differs.

        While it is not `seen` it only knows what may be done.
        """
        offered = tuple(_offered(view, roles, now))
        if offered != self._shown:
            self._shown, self._state, self._made = offered, view.case.state.value, False
        if seen and not self._made:
            self._make()

    def _make(self) -> None:
        """A button for each move, and below them what is barred and why."""
        self._made, offered = True, self._shown
        inner = QWidget()
        column, flow = QVBoxLayout(inner), FlowLayout()
        column.setContentsMargins(*ROUND)
        column.addLayout(flow)
        table = {action.name: action for action in ACTIONS}
        can = [table[name] for name, why in offered if why is None]
        for action in can:
            flow.addWidget(self._button(action))
        for name, why in offered:
            if why is not None:
                column.addWidget(self._barred(table[name], why))
        column.addStretch()
        self.setWidget(inner)

    def clear(self) -> None:
        """Offer nothing."""
        self._shown, self._made = (), False
        self.setWidget(QWidget())

    def names(self) -> tuple[str, ...]:
        """The actions that may be done, in the order of the buttons."""
        return tuple(name for name, why in self._shown if why is None)

    def _button(self, action: Action) -> QPushButton:
        button = QPushButton(icon(action.icon), f"{action.label} {key(action.name)}".strip())
        button.setObjectName(f"do.{action.name}")
        button.setToolTip(action.sentence)
        button.setDefault(on_main_line(action))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setStyleSheet("text-align: left; padding: 2px 5px;")
        button.clicked.connect(partial(self._start, action.name))
        return button

    def _barred(self, action: Action, why: str) -> QLabel:
        values = {"roles": ",".join(sorted(action.by)), "state": self._state}
        reason = words.refusal(why, values)
        named = f"✕ {action.label} {key(action.name)}".rstrip()
        label = QLabel(named + words.say("：") + reason)
        label.setWordWrap(True)
        label.setEnabled(False)
        return label


def _offered(view: CaseView, roles: frozenset[str], now: datetime) -> list[tuple[str, str | None]]:
    """What may be done first, then what a rule forbids; what has no place here is left out.

    Away from the street's desk nobody else sits down: what is others' to do is left out too.
    """
    quiet = not ringing(view, now)
    out = {"not_now"} if roles & WHOLE_STREET else {"not_now", "no_right", "role"}
    found = [
        (action.name, action.why_not(view, roles))
        for action in ACTIONS
        if action.on_case and action.move(view) is not None
    ]
    known = [
        (name, why) for name, why in found if why not in out and not (quiet and name == ACKNOWLEDGE)
    ]
    main = {action.name for action in ACTIONS if on_main_line(action)}
    return sorted(known, key=lambda one: (one[1] is not None, one[0] not in main, one[0] in ALWAYS))


def on_main_line(action: Action) -> bool:
    """Whether it has a function key of its own: the way from report to closing."""
    return action.keys[0].startswith("F") and action.keys[0][1:].isdigit()
