"""The fields of a dispatch: lead unit, kind, team, officers, the other units, the law."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.domain.task import TaskKind
from ui.models.items import Choice
from ui.panels.choose import DigitRow, SuggestField
from ui.panels.dispatch_law import LawBox
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceList, TickList
from ui.panels.walked import WalkedForm
from ui.scale import FORM, TIGHT
from ui.words import word

TEAMS, OFFICERS, UNITS = 4, 5, 4
Search = Callable[[str], Sequence[Choice]]


class DispatchForm(WalkedForm):
    """Widgets and the order of the keys; it knows no desk.

    `sent` comes from Enter after the last field, `team_taken` with the team that was
    clicked or marked when Enter left the list.
    """

    team_taken = Signal(object)

    def __init__(self, units: Search, approvers: Search, parent: QWidget) -> None:
        """`units` and `approvers` give suggestions for what was typed."""
        super().__init__(parent)
        self.keys = FormKeys(self)
        self.lead = SuggestField(units, parent=self)
        kinds = [(kind.value, word(kind)) for kind in TaskKind]
        self.kind = DigitRow(kinds, self, digits=False, across=3)
        self.teams = ChoiceList(self, TEAMS, lines=2)
        self.because = QLabel(self, objectName="dispatch.because", wordWrap=True)
        self.officers = TickList((("", ""), ("on", "")), self, OFFICERS)
        marks = (("", ""), ("co", self.tr("协办")), ("notify", self.tr("知会")))
        self.others = TickList(marks, self, UNITS)
        self.approver = SuggestField(approvers, parent=self)
        self.law = LawBox(self.keys, self)
        self._labels: dict[str, QLabel] = {}
        self.teams.selectionModel().currentChanged.connect(self.show_because)
        self.teams.clicked.connect(lambda: self.team_taken.emit(self.teams.current()))
        self._lay_out()
        self._name_fields()
        self.set_kind(TaskKind.HANDLE)

    @property
    def unit(self) -> str | None:
        """The lead unit that is chosen."""
        return self.lead.choice.key if self.lead.choice else None

    def set_lead(self, unit: Choice | None) -> None:
        """Show this lead unit; it is not told as a choice by hand."""
        self.lead.blockSignals(True)
        self.lead.clear()
        if unit is not None:
            self.lead.take(unit)
        self.lead.blockSignals(False)

    def set_kind(self, kind: TaskKind) -> None:
        """Show this kind; only a coercion wants an approver (行政强制法 18)."""
        self.kind.blockSignals(True)
        self.kind.set_key(kind.value)
        self.kind.blockSignals(False)
        coerce = kind is TaskKind.COERCE
        self.approver.setVisible(coerce)
        self._labels["approver"].setVisible(coerce)

    def show_because(self) -> None:
        """The reasons of the marked team in full, where its row is too narrow for them."""
        marked = self.teams.current()
        note = marked.note if marked else ""
        cut = self.teams.fontMetrics().horizontalAdvance(note) > self.teams.viewport().width() - 12
        self.because.setText(note if cut else "")
        self.because.setVisible(cut)

    def advance(self) -> bool:
        """Enter in the list of teams takes the marked one, then the walk goes on."""
        if self.teams.hasFocus():
            self.team_taken.emit(self.teams.current())
        return super().advance()

    @property
    def typing(self) -> bool:
        """Whether a line of text has the focus: digits belong to it."""
        return isinstance(self.window().focusWidget(), QLineEdit)

    def suggesting(self) -> SuggestField | None:
        """The field with suggestions that has the focus."""
        return next((one for one in (self.lead, self.approver) if one.line.hasFocus()), None)

    def stops(self) -> list[QWidget]:
        """The visible fields in their order."""
        fields: list[QWidget] = [self.lead.line, self.kind, self.teams, self.officers]
        fields += [self.others, self.approver.line]
        here = [one for one in fields if one.isVisibleTo(self)]
        return [*here, *self.law.lines.values()]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*FORM)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        rows = (
            ("lead", self.tr("主办(&U)"), self.lead),
            ("kind", self.tr("类型(&K)"), self.kind),
            ("teams", self.tr("队伍(&G)：按到场分钟排序，★ 为推荐"), self.teams),
            ("officers", self.tr("人员(&O)"), self.officers),
            ("others", self.tr("其他单位(&X)"), self.others),
            ("approver", self.tr("批准(&B)"), self.approver),
        )
        for row, (key, text, widget) in enumerate(rows):
            label = QLabel(text, self)
            label.setBuddy(widget)
            self._labels[key] = label
            if key == "teams":  # its reasons want the whole width
                grid.addWidget(label, 2 * row, 0, 1, 2)
                below = QVBoxLayout()
                below.addWidget(widget)
                below.addWidget(self.because)
                grid.addLayout(below, 2 * row + 1, 0, 1, 2)
                continue
            label.setMinimumHeight(24)
            grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, 2 * row, 1)
        grid.setRowStretch(2 * len(rows), 1)

    def _name_fields(self) -> None:
        named = {
            "lead": (self.lead.line, self.tr("主办单位")),
            "kind": (self.kind, self.tr("任务类型")),
            "teams": (self.teams, self.tr("候选队伍")),
            "officers": (self.officers, self.tr("人员")),
            "others": (self.others, self.tr("协办和知会单位")),
            "approver": (self.approver.line, self.tr("批准人")),
        }
        for key, (widget, name) in named.items():
            widget.setObjectName(f"dispatch.{key}")
            widget.setAccessibleName(name)
            self.keys.watch(widget)
        self.lead.line.setPlaceholderText(self.tr("单位或拼音首字母"))
        self.approver.line.setPlaceholderText(self.tr("批准人姓名（行政强制法18）"))
