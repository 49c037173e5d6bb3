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
) -> str:
    """Write it as the ending says (.docx, .pdf, else HTML); the name of the replay's page or "".

    `ask` puts a question to the Desk, off the screen's thread; without it, and where the journal
    of that time is too long for one reel, there is no replay. Raises OSError.
    """
    ending = path.suffix.lower()
    if ending == ".docx":
        write_word(document, path)
    elif ending == ".pdf":
        write_pdf(document, path)
    else:
        beside = _write_replay(path, emergency, ask, reference, now)
        path.write_text(write_html(document, more=_link(beside)), "utf-8")
        return beside
    return ""


def _write_replay(
    path: Path,
    emergency: Emergency,
    ask: Callable[[Any], Any] | None,
    reference: Reference,
    now: datetime,
) -> str:
    if ask is None:
        return ""
    try:
        reel = read_reel(ask, *span_of(emergency, now))
    except Refusal as said:
        if said.code in ("span_range", "reel_too_long"):
            return ""
        raise
    assert reel is not None  # nobody stops it
    beside = path.with_name(f"{path.stem}-{say('回放')}.html")
    beside.write_text(page(reel, reference, now), "utf-8")
    return beside.name


def _link(beside: str) -> str:
    """The way to the replay, which lies in the same folder."""
    if not beside:
        return ""
    text = say("在地图上回放这次应急（同一文件夹里的 {file}）").format(file=beside)
    return f'<p><a href="{escape(beside)}">{escape(text)}</a></p>\n'
