"""A handover's papers on disk: the record as PDF, Word and HTML, the receipt as PDF and Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from commandcenter.domain.refusal import Refusal
from commandcenter.services.handover_views import HandoverView
from commandcenter.services.views import Reference
from commandcenter.services.whole import Tick, unwatched, whole
from ui.documents.document import Document
from ui.documents.handover import handover_document
from ui.documents.html import write_html
from ui.documents.pdf import write_pdf
from ui.documents.receipt import receipt_document
from ui.documents.sheet import Sheet, sheet_of, write_sheet
from ui.documents.word import write_word

Write = Callable[[Path, Tick], object]
Writing = Callable[..., Path]
"""Writes one file and gives its place; takes a Tick where somebody watches."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What one handover is printed as; values only, so that any thread may write them."""

    record: Document
    receipt: Document
    sheet: Sheet


def papers_of(
    view: HandoverView, names: Mapping[str, str], reference: Reference, at: datetime
) -> Papers:
    """The papers of a record, or of the draft of `at` (UTC), in the language of the screen.

    Call it on the GUI thread; `names` as words.names_of gives them with the board's teams.
    """
    return Papers(
        record=handover_document(view, names, reference.street_name, at),
        receipt=receipt_document(view, names, reference.street_name),
        sheet=sheet_of(view, reference),
    )


def save_documents(papers: Papers, folder: Path) -> tuple[Path, ...]:
    """Write all five files into the folder and return them; a name that is taken gets (2).

    Takes 1 to 3 s: call it on no thread that others wait for, or take the steps one by one.
    Each file is whole or not there; Refusal('sheet_unwritable').
    """
    return tuple(step() for step in steps_of(papers, folder))


def steps_of(papers: Papers, folder: Path) -> tuple[Writing, ...]:
    """One call per file, below a second each: between two of them a worker does other things."""
    record, receipt = papers.record, papers.receipt
    files: tuple[tuple[str, str, Write], ...] = (
        (record.name, ".pdf", partial(write_pdf, record)),
        (record.name, ".docx", partial(write_word, record)),
        (record.name, ".html", partial(_write_page, papers)),
        (receipt.name, ".pdf", partial(write_pdf, receipt)),
        (receipt.name, ".docx", partial(write_word, receipt)),
    )
    return tuple(partial(_written, folder, *one) for one in files)


def document_steps(document: Document, folder: Path) -> tuple[Writing, ...]:
    """One call per file of a document of its own: PDF, Word and HTML."""
    writers: tuple[tuple[str, Write], ...] = (
        (".pdf", partial(write_pdf, document)),
        (".docx", partial(write_word, document)),
        (".html", partial(_write_plain, document)),
    )
    return tuple(partial(_written, folder, document.name, *one) for one in writers)


def _write_plain(document: Document, path: Path, step: Tick) -> None:
    path.write_text(write_html(document), encoding="utf-8")


def _write_page(papers: Papers, path: Path, step: Tick) -> None:
    head, part = write_sheet(papers.sheet)
    step(1, 2)
    path.write_text(write_html(papers.record, part, head), encoding="utf-8")


def _written(folder: Path, name: str, ending: str, write: Write, step: Tick = unwatched) -> Path:
    """Whole under a name that is free: nobody opens half a file, nothing is overwritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal("sheet_unwritable", file=name) from error
    path = _free(folder, name, ending)
    with whole(path) as fresh:
        write(fresh, step)
    return path


def _free(folder: Path, name: str, ending: str) -> Path:
    path, number = folder / f"{name}{ending}", 1
    while path.exists():
        number += 1
        path = folder / f"{name} ({number}){ending}"
    return path
