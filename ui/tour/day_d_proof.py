"""What day D must leave: one record signed by both, good, not to be edited, said by its PDF."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtPdf import QPdfDocument

from commandcenter.app import Center
from commandcenter.domain.commands import AcknowledgeItem, Command, DropHandover
from commandcenter.domain.handover import HandoverState
from commandcenter.domain.refusal import Refusal
from commandcenter.services.handover_views import AskHandover, AskHandovers, HandoverView
from commandcenter.services.views import AskBoard, AskCase, AskReference
from ui.documents import Document, Table, write_pdf
from ui.documents.saving import papers_of
from ui.words import names_of


def proven(street: Center, owner: str, many: int, added: str) -> list[str]:
    """What is not true, read through a second Desk; `added` is the addendum's words."""
    desk = street.desk
    records = desk.ask(AskHandovers(), "auditor-1").handovers
    if len(records) != 1 or records[0].state is not HandoverState.SIGNED:
        return [f"not one signed record: {records}"]
    view: HandoverView = desk.ask(AskHandover(handover=records[0].id), "lead-1")
    cases = [one.item.case for one in view.parts.items]
    facts = {
        "the record is good": view.good is True,
        "it has a hash": len(records[0].hash or "") == 64,
        f"it has {many} cases, one of them late": len(cases) == many
        and sum(one.item.late for one in view.parts.items) == 1,
        "every case was acknowledged": not view.unacknowledged and not view.questions,
        f"{owner} owns every case": {
            desk.ask(AskCase(case=one), "lead-1").case.owner for one in cases
        }
        == {owner},
        "the addendum stands beside it": [words for _, words in view.addenda] == [added],
        "it is not to be edited": _closed(street, view, owner),
        "its PDF says what it says": _printed(street, view),
        "the journal verifies": street.verify().good,
        "replay gives the rows": street.differences() == [],
    }
    return [f"not true: {what}" for what, holds in facts.items() if not holds]


def _closed(street: Center, view: HandoverView, owner: str) -> bool:
    assert view.handover is not None
    record, one = view.handover.id, view.parts.items[0]
    tries: tuple[Command, ...] = (
        AcknowledgeItem(handover=record, case=one.item.case, seen=one.line_version),
        DropHandover(handover=record, reason="mistake"),
    )
    said = []
    for command in tries:
        try:
            street.desk.do(command, owner)
        except Refusal as refused:
            said.append(refused.code)
    return said == ["handover_signed"] * len(tries)


def _printed(street: Center, view: HandoverView) -> bool:
    """Whether the pages, without what stands at each page's edge, are the record's text."""
    desk = street.desk
    reference, board = desk.ask(AskReference(), "lead-1"), desk.ask(AskBoard(), "lead-1")
    names = names_of(reference, board.teams)
    document = papers_of(view, names, reference, desk.now()).record
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.pdf"
        write_pdf(document, path)
        return _same(document, _pages(path))


def _pages(path: Path) -> list[str]:
    pdf = QPdfDocument()
    pdf.load(str(path))
    texts = [_bare(pdf.getAllText(page).text()) for page in range(pdf.pageCount())]
    pdf.close()
    return texts


def _same(document: Document, pages: list[str]) -> bool:
    whole, found = _bare("".join(document.texts())), ""
    tables = [one for one in document.blocks if isinstance(one, Table) and one.head]
    heads = ["", *(_bare("".join(one.head)) for one in tables)]
    for number, text in enumerate(pages, 1):
        edge = _bare(document.running + document.page.format(n=number, m=len(pages)))
        inner = text.removeprefix(edge)
        fits = [inner.removeprefix(head) for head in heads if inner.startswith(head)]
        found += next((one for one in fits if whole.startswith(found + one)), "?")
    return found == whole


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
