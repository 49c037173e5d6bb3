"""Saves the plan sheet of the selected case's joint task: a file is chosen, then written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskCase, Board, CaseView, Changes
from ui.context import DeskContext
from ui.documents import Document
from ui.documents.html import write_html
from ui.documents.joint import joint_document
from ui.documents.pdf import write_pdf
from ui.panels.dispatch_staff import Staff
from ui.window import DeskWindow
from ui.words import say

FILTERS = "PDF (*.pdf);;HTML (*.html)"


class JointPaper(QObject):
    """Asks where to, blocking nothing; the file is written on the worker."""

    def __init__(self, window: DeskWindow, desk: DeskContext) -> None:
        """For one window; it learns the teams' names with the door."""
        super().__init__(window)
        self._window, self._desk, self._staff = window, desk, Staff(desk)
        self.asking: QFileDialog | None = None

    def learn(self, told: Board | Changes) -> None:
        """Teams have names too."""
        self._staff.learn(told)

    def save(self) -> None:
        """Ask for the case as it stands, then for the file."""
        case = self._desk.selection.current_case
        if case:
            self._desk.ask("joint.sheet", AskCase(case=case), self._choose)
        else:
            self._desk.say("refusal", say("先选一件有联合执法的案卷"))

    def _choose(self, view: CaseView) -> None:
        if not view.joints:
            self._desk.say("refusal", say("先选一件有联合执法的案卷"))
            return
        last = max(view.joints, key=lambda one: one.joint.planned_at)
        street = self._desk.reference.street_name
        document = joint_document(view, last, self._staff.names, street)
        chooser = QFileDialog(self._window, say("联合执法方案存成文件"))
        chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(FILTERS)
        chooser.selectFile(f"{document.name}.pdf")
        chooser.fileSelected.connect(partial(self.write, document))
        chooser.finished.connect(chooser.deleteLater)
        chooser.setModal(False)
        self.asking = chooser
        chooser.show()

    def write(self, document: Document, file: str) -> None:
        """Write it there, off the screen's thread: a web page for .html, else a PDF."""
        self.asking = None
        work = partial(_write, document, Path(file))
        self._desk.worker.run(work, self._written, owner=self)

    def _written(self, file: Path) -> None:
        self._desk.say("info", say("方案已存到 {file}").format(file=file.name))


def _write(document: Document, path: Path) -> Path:
    try:
        if path.suffix.lower() == ".html":
            path.write_text(write_html(document), encoding="utf-8")
        else:
            write_pdf(document, path)
    except OSError as error:
        raise Refusal("sheet_unwritable", file=path.name) from error
    return path
