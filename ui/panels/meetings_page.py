"""Consultations: called, to be recorded, and the tasks out of them that are not done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.consultation import ConsultationState
from commandcenter.services.whistle_views import Whistles
from ui.context import DeskContext
from ui.documents import Document
from ui.documents.minutes import minutes_document
from ui.documents.saving import document_steps
from ui.models import whistles as model
from ui.models.items import ChoiceModel
from ui.models.whistles import MeetingRow
from ui.panels.handover_papers import PaperTray
from ui.panels.keys import FormKeys
from ui.panels.lists import TwoLines
from ui.panels.meeting_form import MeetingForm
from ui.panels.whistles_page import NOTHING
from ui.words import names_of, say


class MinutesTray(PaperTray):
    """Saves the minutes of the consultation that is marked."""

    def title(self) -> str:
        """What the chooser of a folder says."""
        return say("会商纪要存到文件夹")

    def steps(self, papers: Any, folder: Path) -> Iterable[Callable[[], Path]]:
        """PDF, Word and HTML."""
        return document_steps(papers, folder)


class MeetingsPage(QWidget):
    """Shows what the panel asked; `leads` carries case, action and the part it is for."""

    left = Signal()
    leads = Signal(str, str, str)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_found."""
        super().__init__(parent)
        self._desk, self._found, self._names = desk, NOTHING, names_of(desk.reference)
        self.total = QLabel(objectName="meetings.total", wordWrap=True)
        self.list = QListView(objectName="meetings.list")
        self.rows = ChoiceModel(self)
        keys = self.tr("Enter 记录或完成 · 空格 看案卷 · X 取消 · S 存纪要 · Esc 回队列")
        self.hint = QLabel(keys, objectName="meetings.hint", wordWrap=True, enabled=False)
        self.form = MeetingForm(desk)
        self.stack = QStackedWidget()
        self.tray = MinutesTray(desk, self.minutes, self)
        self._lay_out()
        self._wire()
        self.draw()

    def show_found(self, found: Whistles) -> None:
        """What the Desk told."""
        self._found = found
        self.form.follow({one.consultation.id: one for one in found.consultations})
        self.draw()

    def refer(self) -> None:
        """Tables were changed: names as they are now."""
        self._names = names_of(self._desk.reference)
        self.draw()

    def draw(self) -> None:
        """Show what is known as it stands now."""
        before, at = self.list.currentIndex().row(), self._key()
        made = model.meeting_rows(self._found, self._names, self._desk.now(), self._desk.clock.zone)
        self.rows.load(made)
        keys = [one.key for one in made]
        row = min(max(keys.index(at) if at in keys else before, 0), len(keys) - 1)
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.rows.index(row))
        for one in (self.list, self.hint):
            one.setVisible(bool(made))
        self.total.setVisible(not made and self._found is not NOTHING)
        self.total.setText(
            self.tr("没有要开的会商，也没有没办完的任务。\n在队列里选中案卷，按 Shift+Q 召集会商。")
        )

    def record(self) -> None:
        """The form for the marked consultation."""
        one = self.current()
        if one is not None and one.view.consultation.state is ConsultationState.CALLED:
            self.stack.setCurrentWidget(self.form)
            self.form.start(one.view)

    def record_of(self, case: str) -> None:
        """The form for a case's called consultation, if it has one."""
        for row, one in enumerate(self.rows.choices()):
            value = one.value
            if isinstance(value, MeetingRow) and value.view.consultation.case == case:
                self.list.setCurrentIndex(self.rows.index(row))
                self.record()
                return

    def minutes(self) -> Document | None:
        """The marked consultation as a document."""
        one = self.current()
        street = self._desk.reference.street_name
        return None if one is None else minutes_document(one.view, self._names, street)

    def current(self) -> MeetingRow | None:
        """The row with the mark."""
        row = self.rows.choice(self.list.currentIndex().row())
        value = row.value if row is not None else None
        return value if isinstance(value, MeetingRow) else None

    def _key(self) -> str:
        one = self.current()
        if one is None:
            return ""
        return one.task.task.id if one.task is not None else one.view.consultation.id

    def _next(self) -> bool:
        one = self.current()
        if one is None:
            return True
        if one.task is None and one.view.consultation.state is ConsultationState.CALLED:
            self.record()
        elif one.task is not None and one.task.task.done_at is None:
            self.leads.emit(one.view.consultation.case, "consult.task", one.task.task.id)
        return True

    def _off(self) -> bool:
        one = self.current()
        if one is not None and one.view.consultation.state is ConsultationState.CALLED:
            meeting = one.view.consultation
            self.leads.emit(meeting.case, "consult.off", meeting.id)
        return True

    def _case(self) -> bool:
        one = self.current()
        if one is not None:
            self._desk.selection.set_case(one.view.consultation.case)
            self._desk.start("case.open")
        return True

    def _save(self) -> bool:
        self.tray.save()
        return True

    def _back(self) -> None:
        self.stack.setCurrentIndex(0)
        if self.isVisible():
            self.list.setFocus()

    def _walked(self) -> None:
        one = self.current()
        if one is not None and self.list.hasFocus():
            self._desk.selection.set_case(one.view.consultation.case)

    def _leave(self) -> bool:
        self.left.emit()
        return True

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        self.total.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(self.tr("会商和任务"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.total)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addStretch(0)
        self.stack.addWidget(body)
        self.stack.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def _wire(self) -> None:
        keys = FormKeys(self)
        for key, call in (
            ("Return", self._next),
            ("Space", self._case),
            ("X", self._off),
            ("S", self._save),
            ("Escape", self._leave),
        ):
            keys.bind(key, call)
        keys.watch(self.list)
        self.form.ended.connect(self._back)
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.list.doubleClicked.connect(partial(self._next))
