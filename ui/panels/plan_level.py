"""The form of one level of a plan, each fault under its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.duty import Pattern
from commandcenter.domain.plan import MOST_MINUTES, HoldRule, Layer, LevelPlan, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from ui.palette import colours
from ui.panels.plan_lines import ChecklistEdit
from ui.panels.plan_waves import WaveList
from ui.scale import NONE, TIGHT, WIDE
from ui.words import duration, refusal, say, word
from ui.words.plan_texts import LAYOUTS

CONFIRMING = (Role.DUTY_LEADER, Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY)
ABREAST = 2


class FaultLine(QLabel):
    """What is wrong with the field above; no room while nothing is."""

    def __init__(self, field: str) -> None:
        """Hidden until tell."""
        super().__init__(objectName=f"plan.fault.{field}", wordWrap=True)
        self.hide()

    def tell(self, text: str) -> None:
        """Show a text, or nothing."""
        self.setText(f'<span style="color:{colours().danger}">▲ {text}</span>' if text else "")
        self.setVisible(bool(text))


class LevelForm(QWidget):
    """Shows a level and reads it back; `changed` comes from a hand only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until set_room and show_level."""
        super().__init__(parent)
        self._level = Response.IV
        self._showing = False
        self.there = QCheckBox(self.tr("预案有这一级"), objectName="plan.there")
        self.confirm = {one: QCheckBox(word(one)) for one in CONFIRMING}
        self.report, self.answer = QSpinBox(), QSpinBox()
        self._spans = {self.report: QLabel(), self.answer: QLabel()}
        self.pattern, self.hold, self.layout_ = QComboBox(), QComboBox(), QComboBox()
        self.layers = {one: QCheckBox(word(one)) for one in Layer}
        self.waves, self.lists = WaveList(), ChecklistEdit()
        self._faults = {
            one: FaultLine(one) for one in ("confirm", "minutes", "waves", "layout", "checklists")
        }
        self._fill()
        self._lay_out()
        self._connect()
        self.dress()

    def set_room(self, teams: Sequence[tuple[str, str]], patterns: Sequence[Pattern]) -> None:
        """What a level may name: the street's teams and shift patterns."""
        self._showing = True
        self.waves.set_teams(teams)
        self.pattern.clear()
        self.pattern.addItem(self.tr("不变"), None)
        for one in patterns:
            self.pattern.addItem(one.name, one.id)
        self._showing = False

    def show_level(self, level: Response, plan: LevelPlan | None) -> None:
        """Show what a level asks for; None: the plan does not have it."""
        self._showing, self._level = True, level
        self.there.setChecked(plan is not None)
        if plan is not None:
            self._show(plan)
        self._showing = False
        self._dim()

    def value(self) -> LevelPlan | None:
        """What the form holds now, None when the plan does not have the level."""
        if not self.there.isChecked():
            return None
        return LevelPlan(
            level=self._level,
            confirm=tuple(role for role, box in self.confirm.items() if box.isChecked()),
            report_minutes=self.report.value(),
            answer_minutes=self.answer.value(),
            waves=self.waves.waves(),
            pattern=self.pattern.currentData(),
            hold=HoldRule(self.hold.currentData()),
            layers=tuple(layer for layer, box in self.layers.items() if box.isChecked()),
            layout=self.layout_.currentData(),
            checklists=self.lists.lists(),
        )

    def tell(self, faults: Mapping[str, Refusal]) -> None:
        """Each fault under its field."""
        for field, label in self._faults.items():
            said = faults.get(field)
            label.tell("" if said is None else refusal(said.code, said.values))

    def set_locked(self, locked: bool) -> None:
        """Whether the level can only be read."""
        for one in self._inputs():
            one.setEnabled(not locked)
        self.waves.locked = locked
        self.lists.set_locked(locked)
        if not locked:
            self._dim()

    def dress(self) -> None:
        """Take the colours in force."""
        self.waves.viewport().update()

    # ---- how ------------------------------------------------------------------------------

    def _show(self, plan: LevelPlan) -> None:
        for role, box in self.confirm.items():
            box.setChecked(role in plan.confirm)
        self.report.setValue(plan.report_minutes)
        self.answer.setValue(plan.answer_minutes)
        self.pattern.setCurrentIndex(max(0, self.pattern.findData(plan.pattern)))
        self.hold.setCurrentIndex(self.hold.findData(plan.hold.value))
        self.layout_.setCurrentIndex(self.layout_.findData(plan.layout))
        for layer, tick in self.layers.items():
            tick.setChecked(layer in plan.layers)
        self.waves.set_waves(plan.waves)
        self.lists.set_lists(plan.checklists)
        self._tell_spans()

    def _touched(self) -> None:
        if not self._showing:
            self._tell_spans()
            self._dim()
            self.changed.emit()

    def _tell_spans(self) -> None:
        for spin, label in self._spans.items():
            label.setText(f"= {duration(timedelta(minutes=spin.value()))}")

    def _dim(self) -> None:
        there = self.there.isChecked()
        for one in (*self._inputs(), self.waves, self.lists):
            if one is not self.there:
                one.setEnabled(there)

    def _inputs(self) -> list[QWidget]:
        return [
            *(self.there, *self.confirm.values(), self.report, self.answer),
            *(self.pattern, self.hold, self.layout_, *self.layers.values()),
        ]

    def watched(self) -> list[QWidget]:
        """Everything in the form that takes keys."""
        return [*self._inputs(), self.waves, self.lists.post, self.lists.edit]

    def _fill(self) -> None:
        for spin in (self.report, self.answer):
            spin.setRange(1, MOST_MINUTES)
            spin.setSuffix(self.tr(" 分钟"))
            spin.setMinimumWidth(110)
        for rule in HoldRule:
            self.hold.addItem(word(rule), rule.value)
        for key, text in LAYOUTS.items():
            self.layout_.addItem(say(text), key)
        for box, name in (
            (self.report, self.tr("上报间隔")),
            (self.answer, self.tr("应答时限")),
            (self.pattern, self.tr("班制")),
            (self.hold, self.tr("暂缓")),
            (self.layout_, self.tr("布局")),
            (self.waves, self.tr("召集批次")),
        ):
            box.setAccessibleName(name)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(*NONE)
        form.setSpacing(TIGHT)
        form.addRow(self.there)
        form.addRow(self.tr("确认人"), _abreast(list(self.confirm.values()), ABREAST))
        form.addRow(self._faults["confirm"])
        form.addRow(self.tr("每隔上报"), self._with_span(self.report))
        form.addRow(self.tr("限时应答"), self._with_span(self.answer))
        form.addRow(self._faults["minutes"])
        form.addRow(self.tr("班制"), self.pattern)
        form.addRow(self.tr("暂缓"), self.hold)
        form.addRow(self.tr("图层"), _abreast(list(self.layers.values()), ABREAST))
        form.addRow(self.tr("布局"), self.layout_)
        form.addRow(self._faults["layout"])
        left = QVBoxLayout()
        left.setSpacing(TIGHT)
        left.addLayout(form)
        left.addWidget(QLabel(self.tr("召集队伍（按 1–9 定批次，0 不召集）")))
        left.addWidget(self.waves, 1)
        left.addWidget(self._faults["waves"])
        right = QVBoxLayout()
        right.setSpacing(TIGHT)
        right.addWidget(QLabel(self.tr("岗位清单（一行一条，1–5 换岗位）")))
        right.addWidget(self.lists, 1)
        right.addWidget(self._faults["checklists"])
        row = QHBoxLayout(self)
        row.setContentsMargins(*NONE)
        row.setSpacing(WIDE)
        row.addLayout(left, 5)
        row.addLayout(right, 6)

    def _with_span(self, spin: QSpinBox) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(*NONE)
        row.addWidget(spin)
        row.addWidget(self._spans[spin], 1)
        return held

    def _connect(self) -> None:
        self.there.toggled.connect(self._touched)
        for box in (*self.confirm.values(), *self.layers.values()):
            box.toggled.connect(self._touched)
        for spin in (self.report, self.answer):
            spin.valueChanged.connect(self._touched)
        for choice in (self.pattern, self.hold, self.layout_):
            choice.currentIndexChanged.connect(self._touched)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.waves.changed.connect(self._touched)
        self.lists.changed.connect(self._touched)


def _abreast(boxes: list[QCheckBox], across: int) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(*NONE)
    grid.setSpacing(TIGHT)
    for at, box in enumerate(boxes):
        grid.addWidget(box, at // across, at % across)
    return held
