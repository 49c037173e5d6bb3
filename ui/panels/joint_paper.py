"""Saves the plan sheet of the selected case's joint task: a file is chosen, then written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.services.views import AskCase, Board, CaseView, Changes
from commandcenter.services.whole import Tick, whole
from ui.context import DeskContext
from ui.panels.choosers import FileChooser
from ui.panels.dispatch_staff import Staff
from ui.words import say

if TYPE_CHECKING:
    from ui.documents import Document


class JointPaper(QObject):
    """Asks where to, blocking nothing; the file is written on the worker."""

    def __init__(self, window: QWidget, desk: DeskContext) -> None:
        """For one window; it learns the teams' names with the door."""
        super().__init__(window)
        self._desk, self._staff = desk, Staff(desk)
        self.files = FileChooser(window, "PDF (*.pdf)", "HTML (*.html)")

    def learn(self, told: Board | Changes) -> None:
        """Teams have names too."""
        self._staff.learn(told)

    def save(self) -> None:
        """Ask for the case as it stands, then for the file."""
        case = self._desk.selection.current_case
        if case:
            desk = self._desk
            desk.worker.ask("joint.sheet", AskCase(case=case), desk.who, self._choose)
        else:
            self._desk.say("refusal", say("先选一件有联合执法的案卷"))

    def _choose(self, view: CaseView) -> None:
        if not view.joints:
            self._desk.say("refusal", say("先选一件有联合执法的案卷"))
            return
        from ui.documents.joint import joint_document  # when it is first wanted

        last = max(view.joints, key=lambda one: one.joint.planned_at)
        street = self._desk.reference.street_name
        document = joint_document(view, last, self._staff.names, street)
        title = say("联合执法方案存成文件")
        self.files.to_write(title, document.name, partial(self.write, document))

    def write(self, document: Document, file: str) -> None:
        """Write it there, off the screen's thread: a web page for .html, else a PDF."""
        work = partial(_write, document, Path(file))
        self._desk.worker.export(work, self._written, owner=self)

    def _written(self, file: Path) -> None:
        self._desk.say("info", say("方案已存到 {file}").format(file=file.name))


def _write(document: Document, path: Path, step: Tick) -> Path:
    from ui.documents.html import write_html  # not with the start of the desk
    from ui.documents.pdf import write_pdf

    with whole(path) as fresh:
        if path.suffix.lower() == ".html":
            fresh.write_text(write_html(document), encoding="utf-8")
        else:
            write_pdf(document, fresh, step)
    return path
