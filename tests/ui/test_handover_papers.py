"""The keys that save and print, in the handover's panel on a real Desk."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commandcenter.services.whole import Tick
from tests.fakes import Room
from tests.ui.deskroom import at_work, board
from tests.ui.paper import pages_of, pdf_text, said
from tests.walks import filed
from ui.documents import paint
from ui.panels.handover import HandoverPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def notes() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, room: Room, notes: list[tuple[str, str]]) -> Iterator[HandoverPanel]:
    """The panel with the draft of one open case in front."""
    filed(room)
    with at_work(room) as desk:
        desk.say = lambda kind, text: notes.append((kind, text))
        made = HandoverPanel(desk)
        qtbot.addWidget(made)
        made.load(board(room))
        made.resize(900, 600)
        made.show()
        qtbot.waitUntil(lambda: made.page.view is not None)
        made.page.items.setFocus()
        yield made


def press(qtbot: QtBot, panel: HandoverPanel, key: Qt.Key) -> None:
    qtbot.keyClick(panel.page.items, key)


def test_a_key_saves_what_is_on_the_screen(
    qtbot: QtBot, panel: HandoverPanel, notes: list[tuple[str, str]], tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    press(qtbot, panel, Qt.Key.Key_S)
    chooser = panel.page.tray.asking
    assert isinstance(chooser, QFileDialog) and not chooser.isModal()
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(str(folder))
    chooser.accept()
    qtbot.waitUntil(lambda: bool(notes), timeout=20_000)
    assert notes[0][0] == "info" and str(folder) in notes[0][1]
    found = sorted(one.suffix for one in folder.iterdir())
    assert found == [".docx", ".docx", ".html", ".pdf", ".pdf"]
    papers = panel.page.papers()
    assert papers is not None and papers.record.mark == "草稿"
    assert pdf_text(papers.record, folder / f"{papers.record.name}.pdf") == said(papers.record)
    assert panel.page.tray.asking is None


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, panel: HandoverPanel, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    papers, worker = panel.page.papers(), panel.page.desk.worker
    assert papers is not None
    with qtbot.waitSignal(worker.refused) as refused:
        panel.page.tray.write(papers, str(tmp_path / "file"))
    assert refused.args[1].code == "sheet_unwritable"
    assert (tmp_path / "file").read_text() == "x"


def test_papers_given_up_between_two_files_keep_those_that_are_whole(
    qtbot: QtBot, panel: HandoverPanel, notes: list[tuple[str, str]], tmp_path: Path
) -> None:
    begun = threading.Event()

    def first(step: Tick) -> Path:
        return Path(shutil.copy(__file__, tmp_path / "a.html"))

    def second(step: Tick) -> Path:
        begun.set()
        while True:
            step(0, 1)

    tray, worker = panel.page.tray, panel.page.desk.worker
    tray.steps = lambda papers, folder: [first, second]
    tray.write(panel.page.papers(), str(tmp_path))
    qtbot.waitUntil(begun.is_set)
    slow = worker.slow(0.0)
    assert slow is not None and slow.progress is not None and slow.progress.at == (1, 2)
    with qtbot.waitSignal(worker.given_up):
        slow.progress.give_up()
    qtbot.waitUntil(lambda: bool(notes))
    assert notes == [("info", f"已放弃；先写好的 1 个文件留在 {tmp_path}")]


def test_printing_asks_for_a_printer_or_says_that_there_is_none(
    qtbot: QtBot, panel: HandoverPanel, notes: list[tuple[str, str]]
) -> None:
    there = bool(QPrinterInfo.availablePrinterNames())
    for key in (Qt.Key.Key_P, Qt.Key.Key_R):
        notes.clear()
        press(qtbot, panel, key)
        asking = panel.page.tray.asking
        assert isinstance(asking, QPrintDialog) is there
        assert [kind for kind, _ in notes] == ([] if there else ["refusal"])
        if asking is not None:
            asking.close()


def test_a_printer_gets_the_same_pages(panel: HandoverPanel, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    papers = panel.page.papers()
    assert papers is not None
    assert paint(papers.record, printer) == len(pages_of(tmp_path / "printed.pdf"))
    assert pdf_text(papers.record, tmp_path / "printed.pdf") == said(papers.record)
