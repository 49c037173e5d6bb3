"""The review report as a file; a page for a browser gets the replay on the map beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from commandcenter.domain.emergency import Emergency
from commandcenter.domain.refusal import Refusal
from commandcenter.services.playing import read_reel
from commandcenter.services.views import Reference
from commandcenter.services.whole import Tick, unwatched, whole
from ui.documents.document import Document
from ui.documents.html import write_html
from ui.documents.pdf import write_pdf
from ui.documents.word import write_word
from ui.replay.choice import span_of
from ui.replay.page import page
from ui.words import say


def write_review(
    document: Document,
    path: Path,
    emergency: Emergency,
    ask: Callable[[Any], Any] | None,
    reference: Reference,
    now: datetime,
    step: Tick = unwatched,
) -> str:
    """Write it as the ending says (.docx, .pdf, else HTML); the name of the replay's page or "".

    `ask` puts a question to the Desk, off the screen's thread; without it, and where the journal
    of that time is too long for one reel, there is no replay.
    Refusal('sheet_unwritable' | 'given_up'), with neither file changed.
    """
    ending = path.suffix.lower()
    with whole(path) as fresh:
        if ending == ".docx":
            write_word(document, fresh, step)
        elif ending == ".pdf":
            write_pdf(document, fresh, step)
        else:
            beside = _write_replay(path, emergency, ask, reference, now, step)
            fresh.write_text(write_html(document, more=_link(beside)), "utf-8")
            return beside
    return ""


def _write_replay(
    path: Path,
    emergency: Emergency,
    ask: Callable[[Any], Any] | None,
    reference: Reference,
    now: datetime,
    step: Tick,
) -> str:
    if ask is None:
        return ""

    def told(done: int, of: int) -> bool:
        step(done, of)
        return True

    try:
        reel = read_reel(ask, *span_of(emergency, now), told)
    except Refusal as said:
        if said.code in ("span_range", "reel_too_long"):
            return ""
        raise
    assert reel is not None  # it is stopped by the step's Refusal alone
    beside = path.with_name(f"{path.stem}-{say('回放')}.html")
    with whole(beside) as fresh:
        fresh.write_text(page(reel, reference, now, step), "utf-8")
    return beside.name


def _link(beside: str) -> str:
    """The way to the replay, which lies in the same folder."""
    if not beside:
        return ""
    text = say("在地图上回放这次应急（同一文件夹里的 {file}）").format(file=beside)
    return f'<p><a href="{escape(beside)}">{escape(text)}</a></p>\n'
