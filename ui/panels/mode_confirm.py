"""The proposal that waits: what it is, and the second person's word with the number again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.domain.commands import Behalf, DecideSwitch
from commandcenter.domain.emergency import Switch
from commandcenter.domain.person import Person
from commandcenter.services.emergency_views import SwitchPreview
from ui.context import DeskContext
from ui.keyring import keyed
from ui.panels.step_form import BehalfBlock
from ui.scale import NONE, TIGHT
from ui.words import clock_text, listed, word
from ui.words.mode_texts import level_text, scope_text

Option = tuple[str, str]


class ConfirmForm(QWidget):
    """Says who proposed what; confirms for who sits here or, by telephone, for a leader."""

    def __init__(self, desk: DeskContext) -> None:
        """Empty until show_switch()."""
        super().__init__()
        self.setObjectName("mode.confirm")
        self._desk = desk
        self._switch: Switch | None = None
        self._told: SwitchPreview | None = None
        self._options: list[Option] = []
        self.mine = False
        self._says, self._who = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.block: BehalfBlock | None = None
        self.order, self.words = QLineEdit(), QLineEdit()
        self.order.setPlaceholderText(self.tr("再输一遍指令编号"))
        self.words.setPlaceholderText(self.tr("可不填；退回时写原因"))
        self._lay_out()

    @property
    def switch(self) -> Switch | None:
        """What waits."""
        return self._switch

    @property
    def proposed_here(self) -> bool:
        """Whether who sits here proposed it, and may withdraw it."""
        return self._switch is not None and self._switch.proposed_by == self._desk.who

    def show_switch(
        self, switch: Switch, told: SwitchPreview | None, people: Mapping[str, Person]
    ) -> None:
        """Show what waits; what was typed and chosen stays while it is the same one.

        Without `told` what was told of it before holds.
        """
        if self._switch is None or self._switch.id != switch.id:
            self.clear()
            self.mine, self._told = False, None
            self._drop_block()
        self._switch, self._told = switch, told or self._told
        self._says.setText(self._sentence(switch, self._told))
        if self._told is not None:
            self._offer(self._told, people)

    def confirm(self) -> DecideSwitch:
        """The second person's yes."""
        assert self._switch is not None
        return DecideSwitch(
            switch=self._switch.id,
            approve=True,
            order_no=self.order.text().strip(),
            words=self.words.text().strip(),
            behalf=self._behalf(),
        )

    def refuse(self) -> DecideSwitch:
        """No: the proposer withdraws, anybody else refuses."""
        assert self._switch is not None
        behalf = None if self.proposed_here else self._behalf()
        words = self.words.text().strip()
        return DecideSwitch(switch=self._switch.id, approve=False, words=words, behalf=behalf)

    def problem(self) -> tuple[str, QWidget] | None:
        """What is missing for a confirmation, and where."""
        if not self.mine and self.block is None:
            return keyed(self.tr("没有能确认的人：请 Ctrl+U 让确认人就座"), "seat"), self.order
        if self.block is not None and (text := self.block.problem()) is not None:
            return text, self.block.inputs()[0]
        if not self.order.text().strip():
            return self.tr("请再输一遍指令编号"), self.order
        return None

    def kept(self) -> dict[str, str]:
        """What is typed, and of which switch."""
        switch = self._switch.id if self._switch else ""
        return {"switch": switch, "order": self.order.text(), "words": self.words.text()}

    def clear(self) -> None:
        """Nothing is typed."""
        self.order.clear()
        self.words.clear()

    def inputs(self) -> list[QWidget]:
        """Every widget whose keys the page watches, in order."""
        return [*(self.block.inputs() if self.block else []), self.order, self.words]

    def _behalf(self) -> Behalf | None:
        return None if self.mine or self.block is None else self.block.behalf()

    def _sentence(self, switch: Switch, told: SwitchPreview | None) -> str:
        desk = self._desk
        names = {**desk.reference.communities, **desk.reference.names}
        names |= {one.grid.code: one.grid.name for one in desk.reference.grids}
        at = clock_text(switch.proposed_at, desk.now(), desk.clock.zone)
        what = (
            self.tr("解除应急") if switch.to_level is None
            else level_text(switch.to_level, switch.kind)
        )  # fmt: skip
        drill = self.tr("演练 ") if switch.drill else ""
        by = names.get(switch.proposed_by, switch.proposed_by)
        parts = [
            f"<b>{drill}{what}</b>",
            self.tr("%1 %2 提出").replace("%1", by).replace("%2", at),
            self.tr("指令 %1").replace("%1", switch.order_no),
            scope_text(switch.reach, switch.places, names),
            told.words if told is not None and told.words else "",
        ]
        return " · ".join(part for part in parts if part)

    def _offer(self, told: SwitchPreview, people: Mapping[str, Person]) -> None:
        """Who sits here confirms if the plan names the role; else somebody by telephone.

        Whom a hand chose stays chosen when others may confirm too.
        """
        desk = self._desk
        roles = frozenset(told.confirm)
        self.mine = bool(roles & desk.roles) and not self.proposed_here
        may = [one for one in people.values() if one.holds(roles) and not self._proposed_by(one)]
        may.sort(key=lambda one: (not one.on_shift, one.id))
        options = [] if self.mine else [self._option(one) for one in may]
        if self.block is None and options:
            self.block = BehalfBlock(options, desk.room(people), desk)
            self._column.insertWidget(2, self.block)
        elif not options:
            self._drop_block()
        elif self.block is not None and options != self._options:
            chosen = self.block.kept()
            self.block.offer(options)
            self.block.restore(chosen)
        self._options = options
        who = word(told.confirm[0]) if self.mine else ""
        self._who.setText(self.tr("由本人（%1）确认").replace("%1", who) if self.mine else "")
        self._who.setVisible(self.mine)

    def _drop_block(self) -> None:
        """Who may confirm another switch is not who may confirm this one."""
        if self.block is not None:
            self._column.removeWidget(self.block)
            self.block.hide()
            self.block.deleteLater()
            self.block = None

    def _proposed_by(self, person: Person) -> bool:
        return self._switch is not None and person.id == self._switch.proposed_by

    def _option(self, one: Person) -> Option:
        desk = self._desk
        name = desk.reference.names.get(one.id, one.id)
        phone = desk.reference.phones.get(one.id, "")
        return one.id, " ".join(filter(None, (name, listed(map(word, one.roles)), phone)))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*NONE)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(self._says)
        self._column.addWidget(self._who)
        form = QFormLayout()
        form.setSpacing(TIGHT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            ("mode.again", self.tr("指令编号"), self.order),
            ("mode.decide.words", self.tr("说明"), self.words),
        )
        for name, text, widget in rows:
            form.addRow(QLabel(text), widget)
            widget.setObjectName(name)
            widget.setAccessibleName(text)
        self._column.addLayout(form)
