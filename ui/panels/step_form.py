"""The form of one action on one case: its fields and, where wanted, for whom it is entered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLayout,
    QWidget,
)

from commandcenter.domain.commands import Behalf
from commandcenter.domain.roles import Channel
from commandcenter.services.views import CaseView
from ui import words
from ui.actions import Action, FieldKind, Room
from ui.actions.fields import Option, said
from ui.context import DeskContext
from ui.panels.step_fields import (
    CaseField,
    FormField,
    make_field,
    moment_edit,
    moment_of,
    show_moment,
)
from ui.scale import NONE

WIDE = 560
BEHALF = "behalf"


class BehalfBlock(QGroupBox):
    """For whom, by which channel, and when it happened (now, unless a hand changes it)."""

    def __init__(self, people: list[Option], room: Room, desk: DeskContext) -> None:
        """The first person is proposed, the telephone, and now."""
        super().__init__(_t("代为录入"))
        self._desk, self._room = desk, room
        self._opened, self._touched = room.now, False
        self._people, self._channel = QComboBox(), QComboBox()
        self._people.setMinimumContentsLength(12)
        self._people.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for channel in Channel:
            self._channel.addItem(words.word(channel), channel)
        self._at = moment_edit(room.now, room.zone)
        self._at.dateTimeChanged.connect(self._touch)
        self.offer(people)
        self._lay_out()

    def offer(self, people: list[Option]) -> None:
        """Change the people; the first is proposed."""
        self._people.clear()
        for value, label in people:
            self._people.addItem(label, value)

    def behalf(self) -> Behalf:
        """What the command carries; the time is now when nobody changed it."""
        at = moment_of(self._at, self._room.zone) if self._touched else self._desk.now()
        channel = Channel(self._channel.currentData())
        return Behalf(person=self._people.currentData(), channel=channel, happened_at=at)

    def kept(self) -> dict[str, str]:
        """For whom, from where and when, for a draft; the time only when a hand set it."""
        at = moment_of(self._at, self._room.zone).isoformat() if self._touched else ""
        person = self._people.currentData() or ""
        return {"person": person, "channel": self._channel.currentData(), "at": at}

    def restore(self, kept: Mapping[str, str]) -> None:
        """Put it back; who is offered no more is not chosen."""
        for box, wanted in ((self._people, kept["person"]), (self._channel, kept["channel"])):
            box.setCurrentIndex(max(0, box.findData(wanted)))
        if kept["at"]:
            show_moment(self._at, datetime.fromisoformat(kept["at"]), self._room.zone)

    def problem(self) -> str | None:
        """What is wrong, in words."""
        if not self._people.currentData():
            return _t("没有可代录的人：请先确定由谁办理")
        if self._touched and moment_of(self._at, self._room.zone) > self._desk.now():
            return words.refusal("happened_in_future")
        return None

    def inputs(self) -> list[QWidget]:
        """The widgets whose keys the form watches."""
        return [self._people, self._channel, self._at]

    def _touch(self) -> None:
        self._touched = True

    def _lay_out(self) -> None:
        parts = (
            ("step.behalf.person", _t("办理人"), self._people),
            ("step.behalf.channel", _t("来自"), self._channel),
            ("step.behalf.at", _t("发生于"), self._at),
        )
        form = _form(self)
        for name, text, widget in parts:
            widget.setObjectName(name)
            widget.setAccessibleName(text)
            form.addRow(text, widget)


class StepForm(QWidget):
    """Fields beside the block of whom it is entered for; under each other where it is narrow."""

    def __init__(self, action: Action, view: CaseView, room: Room, desk: DeskContext) -> None:
        """Built for the case as it is seen now."""
        super().__init__()
        self.action, self._room, self._desk = action, room, desk
        self.preset = action.preset(view, room, desk.selection.current_part)
        self.fields: list[FormField] = []
        self.block: BehalfBlock | None = None
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(*NONE)
        self._box.setSpacing(10)
        self._add_fields(view)
        if action.needs_behalf(room.roles) and action.behalf is not None:
            self._add_block(view)
        self._box.addStretch()
        self._begun = self._all()

    def headline(self, view: CaseView) -> str:
        """The action and what it is for, as rich text: case, item and what was picked for it."""
        items = {one.code: one.name for one in self._desk.reference.items}
        number = words.short_number(view.case.number) or _t("未立案")
        parts = [f"{number} {items.get(view.case.item, '')}"]
        for one in self.action.fields:
            if one.name in self.preset and one.lone and one.options:
                labels = dict(one.options(view, self._room))
                parts.append(labels.get(self.preset[one.name], ""))
        return f"<b>{self.action.label}</b> · " + " · ".join(parts)

    def values(self) -> dict[str, Any]:
        """The answers by attribute of the command."""
        found: dict[str, Any] = dict(self.preset)
        found |= {one.spec.name: one.value() for one in self.fields}
        if self.block is not None:
            found["behalf"] = self.block.behalf()
        return found

    def problem(self) -> tuple[str, QWidget] | None:
        """The first thing that is wrong and where it is."""
        for one in self.fields:
            if (text := one.problem()) is not None:
                return text, one
        if self.block is not None and (text := self.block.problem()) is not None:
            return text, self.block.inputs()[0]
        return None

    def inputs(self) -> list[QWidget]:
        """Every widget that takes keys, in order."""
        found = [widget for one in self.fields for widget in one.inputs()]
        return found + (self.block.inputs() if self.block else [])

    def multi_line(self) -> list[QWidget]:
        """The widgets in which Enter is a new line."""
        return [one.keys for one in self.fields if one.spec.kind is FieldKind.WORDS]

    def finders(self) -> list[CaseField]:
        """The fields that find a case."""
        return [one for one in self.fields if isinstance(one, CaseField)]

    def draft(self) -> dict[str, Any]:
        """What was typed, chosen or ticked, as JSON can say it; {} when nothing was changed."""
        return {name: kept for name, kept in self._all().items() if kept != self._begun[name]}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Put back what was typed before."""
        for one in self.fields:
            if one.spec.name in draft:
                one.restore(draft[one.spec.name])
        if self.block is not None and BEHALF in draft:
            self.block.restore(draft[BEHALF])

    def _all(self) -> dict[str, Any]:
        found = {one.spec.name: one.kept() for one in self.fields}
        return found | ({BEHALF: self.block.kept()} if self.block is not None else {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE and self.block is not None and bool(self.fields)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        for place, share in enumerate((3, 2) if wide else (0, 0)):
            self._box.setStretch(place, share)

    def _add_fields(self, view: CaseView) -> None:
        form = _form()
        for spec in self.action.fields:
            if spec.name in self.preset and spec.lone:
                continue
            made = make_field(spec, view, self._room, self._desk)
            if spec.name in self.preset:
                made.restore(self.preset[spec.name])
            label = QLabel(said(spec.text))
            label.setBuddy(made.keys)
            form.addRow(label, made)
            self.fields.append(made)
        if self.fields:
            self._box.addLayout(form)

    def _add_block(self, view: CaseView) -> None:
        assert self.action.behalf is not None
        people = self.action.behalf(view, self._room, self._chosen())
        self.block = BehalfBlock(people, self._room, self._desk)
        self._box.addWidget(self.block, 0, Qt.AlignmentFlag.AlignTop)
        for one in self.fields:
            if one.spec.name == "task":
                one.changed.connect(lambda: self._reoffer(view))

    def _reoffer(self, view: CaseView) -> None:
        assert self.action.behalf is not None and self.block is not None
        self.block.offer(self.action.behalf(view, self._room, self._chosen()))

    def _chosen(self) -> dict[str, Any]:
        picked = {one.spec.name: one.value() for one in self.fields if one.spec.name == "task"}
        return {**self.preset, **picked}


def _form(parent: QWidget | None = None) -> QFormLayout:
    form = QFormLayout(parent)
    form.setContentsMargins(*((8, 4, 8, 6) if parent else (0, 0, 0, 0)))
    form.setSpacing(5)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    return form


def _t(text: str) -> str:
    return QCoreApplication.translate("StepForm", text)
