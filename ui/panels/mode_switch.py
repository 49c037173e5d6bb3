"""The page of switches: propose one, or decide the one that waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from commandcenter.domain.commands import DecideSwitch, ProposeSwitch
from commandcenter.domain.person import Person
from commandcenter.services.emergency_views import AskSwitchPreview, Mode, SwitchPreview
from commandcenter.services.views import Reference
from ui.context import DeskContext
from ui.panels.keys import FormKeys
from ui.panels.lists import FormScroll
from ui.panels.mode_confirm import ConfirmForm
from ui.panels.mode_page import ModePage
from ui.panels.mode_propose import ProposeForm
from ui.panels.mode_settings import SettingsLabel


class SwitchPage(ModePage):
    """Ctrl+Enter proposes or confirms; Ctrl+Backspace refuses or withdraws."""

    def __init__(self, desk: DeskContext) -> None:
        """A proposal from normal working."""
        super().__init__(desk)
        self._people: Mapping[str, Person] = {}
        self.propose, self.confirm = ProposeForm(desk.reference), ConfirmForm(desk)
        self.settings = SettingsLabel()
        self._mode: Mode = desk.mode.now
        self._over = False
        self._lay_out()
        self._wire()
        self.propose.begin(self._mode)
        self.show_mode(self._mode, {})

    def first(self) -> QWidget:
        """The first field of the form that is shown."""
        return self.propose.stops()[0] if self._proposing else self.confirm.order

    @property
    def _proposing(self) -> bool:
        """Whether the form is shown: nothing waits, or what waits is a drill and this is real."""
        return self._mode.proposed is None or self._over

    def propose_real(self) -> None:
        """A drill waits, and a real order has come: propose it in the drill's place."""
        waiting = self._mode.proposed
        if waiting is not None and waiting.drill:
            self._over = True
            self.propose.begin(replace(self._mode, emergency=None))
            self.show_mode(self._mode, self._people)
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_mode(self, mode: Mode, people: Mapping[str, Person]) -> None:
        """Show what waits, or the form; a level that changed begins the form anew."""
        before, self._mode, self._people = self._mode, mode, people
        if mode.emergency != before.emergency or (before.proposed and not mode.proposed):
            self.propose.begin(mode)
        waiting = mode.proposed
        here = self.isAncestorOf(QApplication.focusWidget())
        self._over = self._over and waiting is not None and waiting.drill
        self.propose.setVisible(self._proposing)
        self.confirm.setVisible(not self._proposing)
        if waiting is not None and (before.proposed is None or before.proposed.id != waiting.id):
            self.settings.show_change(None)
        if waiting is not None:
            self.confirm.show_switch(waiting, None, people)
            self._watch_confirm()
        self._label()
        if here and (before.proposed is None) != (waiting is None):
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.ask()

    def ask(self) -> None:
        """Ask what would change; the answer of an older question is dropped."""
        if not self.isVisible():
            return
        asked, who = self._question(), self._desk.who
        told = partial(self._told, asked)
        worker = self._desk.worker
        worker.ask("mode.preview", asked, who, told, self._untold, owner=self, lasting=True)

    def sits(self) -> None:
        """Somebody else sits here: the number is to be typed again."""
        self.confirm.clear()

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        self.propose.refer(reference)

    def send(self) -> None:
        """Propose or confirm."""
        form = self.propose if self._proposing else self.confirm
        if (wrong := form.problem()) is not None:
            self.note.refuse(wrong[0])
            wrong[1].setFocus(Qt.FocusReason.OtherFocusReason)
        elif form is self.propose:
            self.give(self.propose.command(), self.tr("已提出，等第二人确认"))
        else:
            self.give(self.confirm.confirm(), self.tr("切换已确认"))

    def refuse(self) -> None:
        """Refuse or withdraw what waits."""
        if self._proposing:
            return
        own = self.confirm.proposed_here
        self.give(self.confirm.refuse(), self.tr("已撤回") if own else self.tr("已退回"))

    def typed(self) -> dict[str, str]:
        return self.propose.kept() if self._proposing else self.confirm.kept()

    def given(self, command: object) -> None:
        """The form that was given is empty again, unless a hand has written on meanwhile."""
        if isinstance(command, ProposeSwitch):
            if self.propose.kept() == self.sent:
                self.propose.restore({})
        elif isinstance(command, DecideSwitch) and self.confirm.kept() == self.sent:
            self.confirm.clear()

    def set_theme(self, chosen: object) -> None:
        """Take the colours in force."""
        self.settings.dress()

    def _question(self) -> AskSwitchPreview:
        waiting = self._mode.proposed
        if waiting is None or self._over:
            return self.propose.chosen()
        return AskSwitchPreview(
            kind=waiting.kind,
            level=waiting.to_level,
            drill=waiting.drill,
            reach=waiting.reach,
            places=waiting.places,
            switch=waiting.id,
        )

    def _told(self, asked: AskSwitchPreview, told: object) -> None:
        assert isinstance(told, SwitchPreview)
        if asked != self._question():
            return  # of another switch, or of what is not chosen any more
        self.settings.show_change(told, self.teams)
        waiting = self._mode.proposed
        if waiting is not None and not self._over:
            self.confirm.show_switch(waiting, told, self._people)
            self._watch_confirm()

    def _untold(self, error: Exception) -> None:
        self.settings.show_change(None)

    def _label(self) -> None:
        waiting = not self._proposing
        proposed = self._mode.proposed
        self._real.setVisible(bool(waiting and proposed and proposed.drill))
        text = self.tr("确认切换  Ctrl+Enter") if waiting else self.tr("提出切换  Ctrl+Enter")
        self._send.setText(text)
        own = self.confirm.proposed_here
        no = self.tr("撤回  Ctrl+Backspace") if own else self.tr("退回  Ctrl+Backspace")
        self._refuse.setText(no)
        self._refuse.setVisible(waiting)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for one in (self.propose, self.confirm, self.settings):
            column.addWidget(one)
        column.addStretch()
        self.column.addWidget(FormScroll(inner, self), 1)
        self.column.addWidget(self.note)
        self._send = self.button("mode.send", "", self.send)
        self._refuse = self.button("mode.refuse", "", self.refuse)
        text = self.tr("提出实战  Ctrl+R")
        self._real = self.button("mode.real", text, self.propose_real)
        self._send.setDefault(True)
        self.row(self._send, self._refuse, self._real)

    def _wire(self) -> None:
        self.propose.asked.connect(self.ask)
        self.propose.sent.connect(self.send)
        self.keys.bind("Ctrl+Return", self.send)
        self.keys.bind("Ctrl+Backspace", self.refuse)
        self.keys.bind("Ctrl+R", self.propose_real)
        walk = FormKeys(self)
        walk.bind("Return", self.propose.advance)
        walk.bind("Down", lambda: self.propose.step(1))
        walk.bind("Up", lambda: self.propose.step(-1))
        walk.bind("Backspace", self.propose.places.drop_last)
        back = FormKeys(self)
        back.bind("Escape", self.propose.close_list)
        self.keys.watch(*self.propose.inputs())
        walk.watch(*self.propose.inputs())
        back.watch(self.propose.places.field.line)
        self._confirming = FormKeys(self)
        self._confirming.bind("Return", self.send)
        self._watch_confirm()

    def _watch_confirm(self) -> None:
        """Watch the fields of the form that waits: who may confirm is known later."""
        self.keys.watch(*self.confirm.inputs())
        self._confirming.watch(self.confirm.order, self.confirm.words)
