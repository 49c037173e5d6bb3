"""The page of an own street: its name and code, who begins, and a file of its ground."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.grid import StreetKind, parse_street, street_kind
from commandcenter.domain.refusal import Refusal
from commandcenter.own import Ground, found_own
from commandcenter.sentences import why
from commandcenter.services.own_street import OwnStreet
from ui.first.choice import OWN, Choice, own_street_folder
from ui.first.parts import Note, both, button, field, form_layout, say
from ui.scale import NONE, TIGHT
from ui.words import refusal
from ui.worker import Job, Lane

FILES = "GeoJSON, XLSX, CSV (*.geojson *.json *.xlsx *.csv)"


@dataclass(frozen=True, slots=True)
class Founded:
    """The folder of the new street, its name, and what its ground gave."""

    folder: Path
    name: str
    ground: Ground


class OwnPage(QWidget):
    """Asks, founds on a thread of its own, shows what was set aside; `done` carries the Choice."""

    done = Signal(object)
    left = Signal()
    _ended = Signal(object, object)

    def __init__(self, choice: Choice) -> None:
        """Nothing is founded before found()."""
        super().__init__()
        self._choice, self._founded = choice, None
        self._lane: Lane | None = None
        self.busy = False
        self._lay_out()
        self._wire()

    def found(self) -> None:
        """Found what stands in the fields, or go on when it is founded."""
        if self._founded is not None:
            self._go_on(self._founded)
            return
        if self.busy:
            return
        own = OwnStreet(
            name=self.name.text(),
            code=self.code.text(),
            lead=self.lead.text(),
            administrator=self.administrator.text(),
        )
        try:
            own = own.checked()
        except Refusal as wrong:
            self._refuse(wrong)
            return
        file = self.file.text().strip()
        self._set_busy(True)
        self.note.tell(both("正在建立…", "founding …"), "dim")
        self._lane = self._lane or Lane("founding", self._report)
        self._lane.post(Job(partial(_founded, own, Path(file) if file else None)))

    def close_lane(self) -> None:
        """Wait for what is under way: a street is founded whole or not at all."""
        if self._lane is not None:
            self._lane.close(drop=True)
            self._lane.join(30.0)

    # ---- what comes back --------------------------------------------------------------------

    def _report(self, job: Job, answer: Any, error: Exception | None) -> None:
        self._ended.emit(answer, error)

    def _hear(self, answer: Founded | None, error: Exception | None) -> None:
        self._set_busy(False)
        if isinstance(error, Refusal):
            self._refuse(error)
        elif error is not None:
            self.note.tell(unreadable(error))
            self.file.setFocus(Qt.FocusReason.OtherFocusReason)
        elif answer is not None and answer.ground.refused:
            self._show_aside(answer)
        elif answer is not None:
            self._go_on(answer)

    def _go_on(self, founded: Founded) -> None:
        kept = replace(self._choice, kind=OWN, own=str(founded.folder), name=founded.name, ask="")
        self.done.emit(kept)

    def _show_aside(self, founded: Founded) -> None:
        """Keep the page until the rows that were set aside were read."""
        self._founded = founded
        ground = founded.ground
        text = both("街道已建立：采用 %1 项，隔离 %2 项", "founded: %1 accepted, %2 set aside")
        counts = text.replace("%1", str(ground.accepted)).replace("%2", str(len(ground.refused)))
        self.note.tell(counts, "warning")
        for one in ground.refused:
            self.aside.addItem(f"{one.place}　{one.name}　{' / '.join(why(one.reason))}")
        self.aside.show()
        self._fields.hide()
        self.go.setText(both("打开", "Open"))
        self.back.hide()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, wrong: Refusal) -> None:
        fields = {
            "street_name_wrong": self.name,
            "street_code_wrong": self.code,
            "lead_wrong": self.lead,
            "administrator_wrong": self.administrator,
            "names_same": self.administrator,
        }
        values = dict(wrong.values)
        if wrong.code == "street_code_wrong":
            values["why"] = " / ".join(why(str(values.get("why"))))
        self.note.tell(refusal(wrong.code, values))
        line = fields.get(wrong.code, self.name)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    # ---- what is seen -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = form_layout()
        self.name = field(
            form, both("街道名称", "Name"), "own_name", both("如：石碁镇", "such as Shiqi")
        )
        code_hint = both("9 位统计用区划代码，如 440113120", "9 digits")
        self.code = field(form, both("街道代码", "Code"), "own_code", code_hint)
        self.kind = QLabel(" ")
        self.kind.setObjectName("own_kind")
        form.addRow("", self.kind)
        lead_hint = both("谁先坐在这里：兼受理、派遣、值班长", "who sits here first")
        self.lead = field(form, both("值班长", "Shift lead"), "own_lead", lead_hint)
        keeper = both("管理员", "Administrator")
        self.administrator = field(form, keeper, "own_administrator")
        self.administrator.setText(say("管理员"))
        self.administrator.setToolTip(say("另一个账号：管人员和规则表，不办案"))
        self.file = QLineEdit()
        self.file.setObjectName("own_file")
        label = both("网格文件", "Grids")
        self.file.setAccessibleName(label)
        hint = both("可不填；GeoJSON、xlsx 或 csv", "may stay empty")
        self.file.setPlaceholderText(hint)
        self.browse = button(both("浏览…", "Browse"), "own_browse", "find")
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        form.addRow(label, row)
        self._fields = QWidget()
        self._fields.setLayout(form)
        form.setContentsMargins(*NONE)
        self.aside, self.note = QListWidget(), Note("own_note")
        self.aside.setObjectName("own_aside")
        self.aside.hide()
        self.go = button(both("建立", "Found"), "own_found", "check.pass")
        self.back = button(both("返回", "Back"), "own_back", "undo")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        for part in (self._fields, self.aside, self.note):
            column.addWidget(part)
        column.addStretch(1)
        column.setStretchFactor(self.aside, 20)
        column.addLayout(buttons)

    def _wire(self) -> None:
        self._ended.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self.code.textChanged.connect(self._suit)
        self.go.clicked.connect(self.found)
        self.back.clicked.connect(self.left)
        self.browse.clicked.connect(self._browse)
        lines = (self.name, self.code, self.lead, self.administrator, self.file)
        for line, after in zip(lines, (*lines[1:], self.go), strict=True):
            line.returnPressed.connect(partial(after.setFocus, Qt.FocusReason.TabFocusReason))

    def _suit(self, text: str) -> None:
        """What the code says by itself, or why it is none yet."""
        try:
            kind = street_kind(parse_street(text))
        except ValueError as fault:
            self.kind.setText(" / ".join(why(str(fault))) if text.strip() else " ")
            return
        said = {
            StreetKind.SUBDISTRICT: both("街道", "subdistrict"),
            StreetKind.TOWN: both("镇", "town"),
            StreetKind.TOWNSHIP: both("乡", "township"),
        }
        self.kind.setText(f"✓ {said.get(kind, '')}")

    def _browse(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, both("网格文件", "Grids"), "", FILES)
        if file:
            self.file.setText(file)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        for part in (self._fields, self.go, self.back):
            part.setEnabled(not busy)


def unreadable(error: Exception) -> str:
    """Why nothing was founded: a file that cannot be taken as a whole, or the disk."""
    reason, detail = getattr(error, "reason", ""), getattr(error, "detail", "")
    if not reason:
        return f"{both('没有建立', 'not founded')}: {error}"
    text = " / ".join(why("no_file" if reason == "missing" else reason))
    return f"{both('文件读不了', 'the file cannot be read')}: {text} {detail}".strip()


def _founded(own: OwnStreet, file: Path | None) -> Founded:
    """Found the street and close it again: it is opened as every other one."""
    folder = own_street_folder(own.code)
    center, ground = found_own(folder, own, file)
    center.close()
    return Founded(folder, own.name, ground)
