"""Consultations: called, to be recorded, and the tasks out of them that are not done."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.consultation import ConsultationState
from commandcenter.services.whistle_views import Whistles
from ui.context import DeskContext
from ui.documents import Document
from ui.documents.minutes import minutes_document
from ui.documents.saving import Writing, document_steps
from ui.keyring import say_keyed
from ui.models import whistles as model
from ui.models.whistles import MeetingRow
from ui.panels.handover_papers import PaperTray
from ui.panels.list_page import ListPage
from ui.panels.meeting_form import MeetingForm
from ui.panels.whistles_page import NOTHING
from ui.scale import NONE
from ui.words import say


class MinutesTray(PaperTray):
    """Saves the minutes of the consultation that is marked."""

    def title(self) -> str:
        """What the chooser of a folder says."""
        return say("会商纪要存到文件夹")

    def steps(self, papers: Any, folder: Path) -> Iterable[Writing]:
        """PDF, Word and HTML."""
        return document_steps(papers, folder)


class MeetingsPage(ListPage):
    """Shows what the panel asked, and the form in which a consultation is recorded."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_found."""
        super().__init__(desk, "meetings", parent)
        self._found = NOTHING
        keys = self.tr("Enter 记录或完成 · 空格 看案卷 · X 取消 · S 存纪要 · Esc 回队列")
        self.hint.setText(keys)
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

    def draw(self) -> None:
        """Show what is known as it stands now."""
        now, zone = self._desk.now(), self._desk.clock.zone
        made = model.meeting_rows(self._found, self._names, now, zone)
        self.show_rows(made)
        self.total.setVisible(not made and self._found is not NOTHING)
        none = self.tr(
            "没有要开的会商，也没有没办完的任务。\n在队列里选中案卷，按 Shift+Q 召集会商。"
        )
        say_keyed(self.total, none, "consult.call")

    def case_of(self, value: MeetingRow) -> str:
        """The consultation's case."""
        return value.view.consultation.case

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
        value = self.value()
        return value if isinstance(value, MeetingRow) else None

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

    def _save(self) -> bool:
        self.tray.save()
        return True

    def _back(self) -> None:
        here = self.form.isAncestorOf(QApplication.focusWidget())
        self.stack.setCurrentIndex(0)
        if here:
            self.list.setFocus()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setLayout(self.lay_list(self.tr("会商和任务")))
        self.stack.addWidget(body)
        self.stack.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*NONE)
        whole.addWidget(self.stack)

    def _wire(self) -> None:
        for key, call in (
            ("Return", self._next),
            ("Space", self.open_case),
            ("X", self._off),
            ("S", self._save),
        ):
            self.keys.bind(key, call)
        self.form.ended.connect(self._back)
        self.list.doubleClicked.connect(partial(self._next))
