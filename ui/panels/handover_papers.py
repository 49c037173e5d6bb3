"""The papers of a handover from its panel: saved as files, or given to a printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from commandcenter.domain.refusal import Refusal
from ui.context import DeskContext
from ui.documents import Document, paint
from ui.documents.saving import Papers, Writing, steps_of
from ui.words import say
from ui.worker import Progress


class PaperTray(QObject):
    """Asks where to, blocking nothing; files are written on the worker, paper is painted here.

    `papers` gives what is on the screen at that moment, None while nothing is known.
    """

    def __init__(
        self, desk: DeskContext, papers: Callable[[], Papers | Document | None], parent: QWidget
    ) -> None:
        """For one panel; the choosers stand over its window."""
        super().__init__(parent)
        self._desk, self._papers, self._over = desk, papers, parent
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self._folder = documents if Path(documents).is_dir() else str(Path.home())
        self.asking: QFileDialog | QPrintDialog | None = None

    def save(self) -> None:
        """Choose a folder, then write all files there."""
        papers = self._papers()
        if papers is None:
            return
        options = QFileDialog.Option.DontUseNativeDialog | QFileDialog.Option.ShowDirsOnly
        chooser = QFileDialog(self._over.window(), self.title(), self._folder)
        chooser.setOptions(options)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(partial(self.write, papers))
        self._ask(chooser)

    def write(self, papers: Papers | Document, folder: str) -> None:
        """Write the files, off the screen's thread; what could not be written is told."""
        self._folder = folder
        self._next(Progress(), list(self.steps(papers, Path(folder))), [])

    def title(self) -> str:
        """What the chooser of a folder says."""
        return say("交接班存到文件夹")

    def steps(self, papers: Any, folder: Path) -> Iterable[Writing]:
        """One call per file."""
        return steps_of(papers, folder)

    def print_record(self) -> None:
        """Choose a printer for the record."""
        self._print("record")

    def print_receipt(self) -> None:
        """Choose a printer for the receipt of promises."""
        self._print("receipt")

    def _print(self, which: str) -> None:
        papers = self._papers()
        if papers is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self._desk.say("refusal", say("这台电脑没有打印机；请按 S 存成文件，到别处打印。"))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        document: Document = getattr(papers, which)
        printer.setDocName(document.name)
        dialog = QPrintDialog(printer, self._over.window())
        dialog.setWindowTitle(document.name)
        dialog.accepted.connect(partial(self._print_on, document, printer))
        self._ask(dialog)

    def _print_on(self, document: Document, printer: QPrinter) -> None:
        try:
            pages = paint(document, printer)
        except OSError:
            self._desk.say("refusal", say("打印机不接收；请检查打印机，或按 S 存成文件。"))
            return
        self._desk.say("info", say("已送打印 {n} 页").format(n=pages))

    def _ask(self, dialog: QFileDialog | QPrintDialog) -> None:
        if self.asking is not None:
            self.asking.close()
        dialog.setModal(False)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        self.asking = dialog
        dialog.show()

    def _forget(self) -> None:
        self.asking = None

    def _next(self, progress: Progress, steps: list[Writing], files: list[Path]) -> None:
        """File after file, as one piece of work that may be given up."""
        if not steps:
            self._tell_saved(files)
            return
        of = len(files) + len(steps)
        self._desk.worker.export(
            lambda step: steps[0](lambda page, pages: step(len(files), of)),
            lambda file: self._next(progress, steps[1:], [*files, file]),
            owner=self,
            refused=partial(self._tell_left, files),
            progress=progress,
        )

    def _tell_left(self, files: list[Path], said: Refusal) -> None:
        """What was whole already when the rest was given up stays."""
        if files and said.code == "given_up":
            text = say("已放弃；先写好的 {n} 个文件留在 {folder}")
            self._desk.say("info", text.format(n=len(files), folder=files[0].parent))

    def _tell_saved(self, files: list[Path]) -> None:
        text = say("已存 {n} 个文件到 {folder}：{file} 等")
        folder = files[0].parent
        self._desk.say("info", text.format(n=len(files), folder=folder, file=files[0].name))
