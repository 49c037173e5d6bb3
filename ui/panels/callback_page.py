"""The call-back queue (回访): a list by due and the talk below it; results by one key each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from commandcenter.domain.commands import RecordCallback, RevealPhone
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.callback_views import AskCallbacks, CallbackLine, Callbacks, RedoLine
from commandcenter.services.desk import Receipt
from commandcenter.services.rights import ASKING
from ui.actions import by_name
from ui.context import DeskContext
from ui.keyring import say_keyed
from ui.models import callback as model
from ui.models.items import ChoiceModel
from ui.panels.keys import FormKeys
from ui.panels.lists import TwoLines
from ui.panels.order import read_in_order
from ui.panels.talk import Talk
from ui.scale import TIGHT
from ui.words import names_of, refusal

NOTHING = Callbacks(lines=(), redo=())
NEXT = {"supervision": "case.supervise", "consultation": "case.consult"}
REDO = "case.redo"
LEAST_LIST = 52
"""Pixels for one call of two lines: on a small screen the questions need the rest."""


class CallbackPage(QWidget):
    """Asks while it is shown; `told` says how many wait, `leads` asks for an action of a case."""

    left = Signal()
    told = Signal(int)
    leads = Signal(str, str)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(parent)
        self._desk, self._found, self._names = desk, NOTHING, names_of(desk.reference)
        self.total = QLabel(objectName="callback.total", wordWrap=True)
        self.hint = QLabel(objectName="callback.hint", wordWrap=True, enabled=False)
        self.list = QListView(self, objectName="callback.list")
        self.rows = ChoiceModel(self)
        self.talk = Talk(desk, self)
        self._keys = FormKeys(self)
        self._lay_out()
        self._wire()
        self._draw()

    @property
    def found(self) -> Callbacks:
        """What is shown."""
        return self._found

    def ask(self) -> None:
        """Ask for the queue, if anybody looks at it and may."""
        if not self._desk.roles & ASKING[AskCallbacks]:
            self._show(NOTHING)
        elif self.isVisible():
            self._desk.ask("callbacks", AskCallbacks(), self._show)

    def concerns(self, cases: frozenset[str]) -> bool:
        """Whether one of these is shown."""
        shown = {one.case for one in (*self._found.lines, *self._found.redo)}
        return bool(shown & cases)

    def forget(self) -> None:
        """Somebody else sits here: what was revealed goes at once."""
        self._show(NOTHING)
        self.ask()

    def refer(self) -> None:
        """Tables were changed: names and scripts as they are now."""
        self._names = names_of(self._desk.reference)
        self.ask()

    def tick(self) -> None:
        """Time goes on: what is left, and what was revealed is masked again when it is over."""
        before, self._found = self._found, model.closed(self._found, self._desk.now())
        if self._found != before:
            self.ask()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.talk.note.clear()

    # ---- drawing --------------------------------------------------------------------------

    def _show(self, found: object) -> None:
        assert isinstance(found, Callbacks)
        self._found = model.closed(found, self._desk.now())
        self.told.emit(len(found.lines))
        self._draw()

    def _draw(self) -> None:
        now, current = self._desk.now(), self._current()
        before, at = (current.case if current else ""), self.list.currentIndex().row()
        made = model.rows(self._found, self._names, now)
        self.rows.load(made)
        keys = [one.key for one in made]
        row = keys.index(before) if before in keys else min(max(at, 0), len(keys) - 1)
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.rows.index(row))
        self.talk.show_line(self._current(), self._names)
        say_keyed(self.total, self._total(), "seat")
        self._tell()

    def _tell(self) -> None:
        """What the keys do with the row."""
        line = self._current()
        self.hint.setVisible(line is not None)
        if isinstance(line, RedoLine):
            step = by_name(_next(line)).label
            text = self.tr("Enter %1 · O 督办 · Q 会商 · Shift+R 重办").replace("%1", step)
            self.hint.setText(text)
        elif line is not None:
            self.hint.setText(self.tr("Enter 开始回访 · P 看电话 · Esc 回队列"))

    def _total(self) -> str:
        if not self._desk.roles & ASKING[AskCallbacks]:
            return self.tr("本席看不到回访；请热线席、受理员或值班长就座（Ctrl+U）。")
        if self._found is NOTHING:
            return ""  # nothing is known before the Desk has told
        if not self.rows.rowCount():
            return self.tr("没有待回访的案卷。\n热线来的案卷核查通过后，会按到期时间排在这里。")
        return model.counts(self._found, self._desk.now())

    def _current(self) -> CallbackLine | RedoLine | None:
        row = self.rows.choice(self.list.currentIndex().row())
        value = row.value if row is not None else None
        return value if isinstance(value, CallbackLine | RedoLine) else None

    # ---- doing ----------------------------------------------------------------------------

    def _walked(self) -> None:
        line = self._current()
        self.talk.show_line(line, self._names)
        self._tell()
        if line is not None and self.list.hasFocus():
            self._desk.selection.set_case(line.case)

    def _open(self) -> bool:
        """Begin to talk; where a redo waits, go to what is owed first."""
        line = self._current()
        if isinstance(line, RedoLine):
            self.leads.emit(line.case, _next(line))
        elif line is not None:
            self._desk.selection.set_case(line.case)
            self.talk.begin()
        return True

    def _reveal(self) -> bool:
        line = self._current()
        if isinstance(line, CallbackLine) and line.caller is not None:
            command = RevealPhone(case=line.case, seen=line.version, reason="call_back")
            self._give(command, None)
        return True

    def _result(self, outcome: str, words: str) -> None:
        line = self._current()
        if not isinstance(line, CallbackLine):
            return
        if Role.HOTLINE_SEAT.value not in self._desk.roles:
            self.leads.emit(line.case, "case.callback")
            return
        command = RecordCallback(case=line.case, seen=line.version, outcome=outcome, words=words)
        self._give(command, line.case)

    def _give(self, command: RecordCallback | RevealPhone, case: str | None) -> None:
        def done(receipt: object) -> None:
            if case is not None and isinstance(receipt, Receipt):
                self.talk.done(case)
                if self.isAncestorOf(QApplication.focusWidget()):  # a hand that went on stays
                    self._to_list()

        worker = self._desk.worker
        worker.do(command, self._desk.who, done, self._refused, owner=self)

    def _refused(self, said: Refusal) -> None:
        line = self._current()
        if said.code == "reveal_words" and line is not None:
            self.leads.emit(line.case, "case.phone")
            return
        self.talk.note.refuse(refusal(said.code, said.values, self._names))
        if said.code == "stale":
            self.ask()

    def _to_list(self) -> bool:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _leave(self) -> bool:
        self.left.emit()
        return True

    # ---- putting together -----------------------------------------------------------------

    def kept(self) -> dict[str, Any]:
        """What is ticked and typed."""
        return self.talk.kept()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        self.total.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(self.tr("待回访的案卷"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(LEAST_LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(TIGHT)
        column.addWidget(self.total)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addWidget(self.talk)
        column.addStretch(0)
        read_in_order(self)

    def _wire(self) -> None:
        for name, call in (
            ("Return", self._open),
            ("P", self._reveal),
            ("Escape", self._leave),
            ("O", lambda: self._lead("case.supervise")),
            ("Q", lambda: self._lead("case.consult")),
            ("Shift+R", lambda: self._lead(REDO)),
        ):
            self._keys.bind(name, call)
        self._keys.watch(self.list)
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.list.doubleClicked.connect(self._open)
        self.talk.given.connect(self._result)
        self.talk.phone.connect(self._reveal)
        self.talk.left.connect(self._to_list)

    def _lead(self, action: str) -> bool:
        line = self._current()
        if line is not None:
            self.leads.emit(line.case, action)
        return True


def _next(line: RedoLine) -> str:
    """The action that is due: what is owed first, then the redo."""
    return next((NEXT[one] for one in NEXT if one in line.owed), REDO)
