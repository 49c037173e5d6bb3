"""The queue's filter: free text, eight choices and the count, all reached by Tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.case import Source
from commandcenter.domain.clock import Lamp
from commandcenter.domain.limits import Level
from commandcenter.domain.tier import Tier
from commandcenter.services.views import Reference
from ui import words
from ui.models.queue_filter import GROUP_WORDS, NO_UNIT, ONLY_WORDS, QueueFilter
from ui.scale import ROUND, TIGHT
from ui.theme import icon, numbers

TIP = Qt.ItemDataRole.ToolTipRole
ROUND_HEAD, SHORT, LONG = 26, 54, 68
"""Pixels that a box has beside its head, and the least a box of words, of names, should have."""


class QueueBar(QWidget):
    """Says `changed` with each new QueueFilter, and `left` when the keyboard goes to the list."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, reference: Reference, parent: QWidget | None = None) -> None:
        """Choices come from the street's reference."""
        super().__init__(parent)
        self.text = QLineEdit()
        self.count = QLabel()
        self.part, self._part = QLabel(), ""
        self._setting = False
        self._choices: dict[str, QComboBox] = {}
        self._lay_out()
        self._offer(reference)
        self.text.textChanged.connect(self._tell)
        self.text.installEventFilter(self)

    @property
    def chosen(self) -> QueueFilter:
        """The filter as it stands."""
        picked = {name: str(box.currentData() or "") for name, box in self._choices.items()}
        return QueueFilter(text=self.text.text(), part=self._part, **picked)

    def choice(self, name: str) -> QComboBox:
        """The box of a filter's field: only, lamp, group, level, tier, community, unit, source."""
        return self._choices[name]

    def clear(self) -> None:
        """Take every filter away."""
        self.set_chosen(QueueFilter())

    def set_chosen(self, wanted: QueueFilter) -> bool:
        """Choose all this at once; False where some of it is not offered any more."""
        before, whole = self.chosen, True
        self._show_part(wanted.part)
        self._setting = True  # a blocked signal would leave the field's own cross behind
        self.text.setText(wanted.text)
        self._setting = False
        for name, box in self._choices.items():
            at = box.findData(getattr(wanted, name))
            whole = whole and at >= 0
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, at))
        if before != self.chosen:
            self._tell()
        return whole

    def set_part(self, part: str, words: str) -> None:
        """Nothing but what this part of a chart counts, told in its words; "" for everything."""
        self.set_chosen(QueueFilter(part=part))
        self._show_part(part, words)

    def _show_part(self, part: str, words: str = "") -> None:
        self._part = part
        told = self.tr("图表 · {what}").format(what=words) if words else self.tr("图表所选")
        self.part.setText(self.tr("{told} · Esc 取消").format(told=told))
        self.part.setVisible(bool(part))

    def refer(self, reference: Reference) -> None:
        """Offer communities and units by their present names; what is chosen stays chosen."""
        offers = self._offers(reference)
        for name in ("community", "unit"):
            box, kept = self._choices[name], self._choices[name].currentData()
            with QSignalBlocker(box):
                while box.count() > 1:
                    box.removeItem(1)
                self._fill(name, offers[name])
                box.setCurrentIndex(max(0, box.findData(kept)))

    def add(self, button: QWidget) -> None:
        """Something that is done with the filter, beside its count."""
        self._above.addWidget(button)

    def show_count(self, shown: int, total: int) -> None:
        """显示 37 / 共 412."""
        text = self.tr("显示 {shown} / 共 {total}").format(shown=shown, total=total)
        if text == self.count.text():
            return
        self.count.setText(text)
        self.count.setFont(numbers(bold=shown != total))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.text.setObjectName("queue_filter")
        self.text.setAccessibleName(self.tr("筛选文字"))
        self.text.setPlaceholderText(self.tr("按 / 筛选：编号、事项、地点、单位…"))
        self.text.setClearButtonEnabled(True)
        self.text.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        for button in self.text.findChildren(QToolButton):
            button.setAccessibleName(self.tr("清除筛选"))
        self.count.setObjectName("queue_count")
        self.count.setFont(numbers())
        self._above = above = QHBoxLayout()
        below = QHBoxLayout()
        above.addWidget(self.text, 1)
        above.addWidget(self.count)
        for name, title in self._titles():
            box = QComboBox()
            box.setObjectName(f"queue_{name}")
            box.setAccessibleName(title)
            box.currentTextChanged.connect(box.setToolTip)  # a narrow box cuts it
            box.setMinimumWidth(48)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            self._choices[name] = box
            head = box.fontMetrics().horizontalAdvance(title) + ROUND_HEAD
            below.addWidget(box, max(head, LONG if name in ("community", "unit") else SHORT))
        rows = QVBoxLayout(self)
        for row in (above, below):
            row.setSpacing(TIGHT)
            rows.addLayout(row)
        self.part.setObjectName("queue_part")
        self.part.setWordWrap(True)
        self.part.hide()
        rows.addWidget(self.part)
        rows.setSpacing(TIGHT)
        rows.setContentsMargins(*ROUND)

    def _titles(self) -> tuple[tuple[str, str], ...]:
        return (
            ("only", self.tr("范围")),
            ("lamp", self.tr("灯")),
            ("group", self.tr("状态")),
            ("level", self.tr("级别")),
            ("tier", self.tr("层级")),
            ("community", self.tr("社区")),
            ("unit", self.tr("单位")),
            ("source", self.tr("来源")),
        )

    def _offer(self, reference: Reference) -> None:
        offers = self._offers(reference)
        for name, title in self._titles():
            box = self._choices[name]
            box.addItem(title, "")
            box.setItemData(0, self.tr("{what}：全部").format(what=title), TIP)
            self._fill(name, offers[name])
            box.currentIndexChanged.connect(self._tell)

    def _offers(self, reference: Reference) -> dict[str, dict[str, str]]:
        return {
            "only": {key: words.say(text) for key, text in ONLY_WORDS.items()},
            "lamp": {one.value: words.word(one) for one in reversed(Lamp)},
            "group": {group: words.say(text) for group, text in GROUP_WORDS.items()},
            "level": {one.value: words.word(one) for one in Level},
            "tier": {one.value: words.tier(one) for one in Tier},
            "community": dict(sorted(reference.communities.items())),
            "unit": {one.id: one.short for one in reference.units} | {NO_UNIT: self.tr("未派")},
            "source": {one.value: words.word(one) for one in Source},
        }

    def _fill(self, name: str, offered: dict[str, str]) -> None:
        box = self._choices[name]
        for value, text in offered.items():
            shape = icon(f"lamp.{value}") if name == "lamp" else None
            box.addItem(shape, text, value) if shape else box.addItem(text, value)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 24)

    def _tell(self) -> None:
        if not self._setting:
            self.changed.emit(self.chosen)
