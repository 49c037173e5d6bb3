"""The fields of a joint task: kinds, who takes part, each one's crew, place, time, plan, law."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from commandcenter.domain.joint import JointKind
from commandcenter.domain.task import TaskKind
from ui.models.items import Choice
from ui.panels.choose import DigitRow, SuggestField
from ui.panels.intake_form import WordsEdit
from ui.panels.joint_draft import CO, LEAD, NOTIFY
from ui.panels.joint_law import JointLaw
from ui.panels.keys import FormKeys
from ui.panels.lists import TickList
from ui.panels.walked import WalkedForm
from ui.scale import FORM, TIGHT
from ui.words import word

FORCES, CREW = 8, 5
MOST_PLACE = 120
Search = Callable[[str], Sequence[Choice]]


class JointForm(WalkedForm):
    """Widgets and the order of the keys; `force` tells that another row is looked at."""

    force = Signal()

    def __init__(self, approvers: Search, parent: QWidget) -> None:
        """`approvers` gives suggestions for what was typed."""
        super().__init__(parent)
        self.keys = FormKeys(self)
        self.sort = DigitRow([(one.value, word(one)) for one in JointKind], self, digits=False)
        kinds = [(one.value, word(one)) for one in TaskKind]
        self.kind = DigitRow(kinds, self, digits=False, across=3)
        marks = (("", ""), (CO, self.tr("协同")), (LEAD, self.tr("★牵头")))
        self.forces = TickList((*marks, (NOTIFY, self.tr("知会"))), self, FORCES)
        self.own = DigitRow(kinds, self, digits=False, across=3)
        self.officers = TickList((("", ""), ("on", "")), self, CREW)
        self.place, self.time = QLineEdit(self), QLineEdit(self)
        self.place.setMaxLength(MOST_PLACE)
        self.words = WordsEdit(self)
        self.approver = SuggestField(approvers, parent=self)
        self.law = JointLaw(self.keys, self)
        self.labels: dict[str, QLabel] = {}
        self._lay_out()
        self._name_fields()
        self.forces.selectionModel().currentRowChanged.connect(lambda *rows: self.force.emit())
        self.show_crew("", False)
        self.show_approver(False)

    def set_kind(self, kind: TaskKind) -> None:
        """Show this kind; it is not told as picked by hand."""
        self.kind.blockSignals(True)
        self.kind.set_key(kind.value)
        self.kind.blockSignals(False)

    def show_crew(self, name: str, there: bool) -> None:
        """Offer kind and crew of the part that is looked at, if it takes part."""
        for key, widget in (("own", self.own), ("officers", self.officers)):
            self.labels[key].setVisible(there)
            widget.setVisible(there)
        self.labels["own"].setText(self.tr("%1 的任务(&T)").replace("%1", name))

    def show_approver(self, there: bool) -> None:
        """Only a coercion wants an approver (行政强制法 18)."""
        self.labels["approver"].setVisible(there)
        self.approver.setVisible(there)

    def suggesting(self) -> SuggestField | None:
        """The field with suggestions that has the focus."""
        return self.approver if self.approver.line.hasFocus() else None

    def stops(self) -> list[QWidget]:
        """The visible fields in their order."""
        fields: list[QWidget] = [self.sort, self.kind, self.forces, self.own, self.officers]
        fields += [self.place, self.time, self.words, self.approver.line]
        here = [one for one in fields if one.isVisibleTo(self)]
        return [*here, *self.law.lines.values()]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*FORM)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(1, 1)
        wide = {"forces", "own", "officers", "words"}
        rows = (
            ("sort", self.tr("类别(&S)"), self.sort),
            ("kind", self.tr("类型(&K)"), self.kind),
            ("forces", self.tr("力量(&G)：空格换 协同、牵头、知会"), self.forces),
            ("own", "", self.own),
            ("officers", self.tr("人员(&O)：空格勾选，首位带队"), self.officers),
            ("place", self.tr("集合地点(&L)"), self.place),
            ("time", self.tr("集合时间(&M)"), self.time),
            ("words", self.tr("方案(&W)：分工、处置、安全"), self.words),
            ("approver", self.tr("批准(&B)"), self.approver),
        )
        for row, (key, text, widget) in enumerate(rows):
            label = self.labels[key] = QLabel(text, self)
            label.setBuddy(widget)
            if key in wide:
                grid.addWidget(label, 2 * row, 0, 1, 2)
                grid.addWidget(widget, 2 * row + 1, 0, 1, 2)
            else:
                grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(widget, 2 * row, 1)
        grid.setRowStretch(2 * len(rows), 1)

    def _name_fields(self) -> None:
        named = {
            "sort": (self.sort, self.tr("联合执法类别")),
            "kind": (self.kind, self.tr("任务类型")),
            "forces": (self.forces, self.tr("参加的力量")),
            "own": (self.own, self.tr("这支力量的任务")),
            "officers": (self.officers, self.tr("人员")),
            "place": (self.place, self.tr("集合地点")),
            "time": (self.time, self.tr("集合时间")),
            "words": (self.words, self.tr("方案")),
            "approver": (self.approver.line, self.tr("批准人")),
        }
        for key, (widget, name) in named.items():
            widget.setObjectName(f"joint.{key}")
            widget.setAccessibleName(name)
            self.keys.watch(widget)
        self.time.setPlaceholderText(self.tr("14:30，空着为立即"))
        self.words.setPlaceholderText(self.tr("谁做什么、先后、撤离；Shift+Enter 换行"))
        self.approver.line.setPlaceholderText(self.tr("批准人姓名（行政强制法18）"))
