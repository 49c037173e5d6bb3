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
from commandcenter.services.replay_views import Reel
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
    writers = {".docx": write_word, ".pdf": write_pdf}
    writer = writers.get(path.suffix.lower())
    reel = _read(emergency, ask, now, step) if writer is None else None
    beside = path.with_name(f"{path.stem}-{say('回放')}.html") if reel is not None else None
    with whole(path) as fresh:
        if writer is not None:
            writer(document, fresh, step)
        else:
            fresh.write_text(write_html(document, more=_link(beside)), "utf-8")
        if reel is not None and beside is not None:
            with whole(beside) as film:  # both are written before either takes its place
                film.write_text(page(reel, reference, now, step), "utf-8")
    return beside.name if beside is not None else ""


def _read(
    emergency: Emergency, ask: Callable[[Any], Any] | None, now: datetime, step: Tick
) -> Reel | None:
    if ask is None:
        return None

    def told(done: int, of: int) -> bool:
        step(done, of)
        return True

    try:
        return read_reel(ask, *span_of(emergency, now), told)
    except Refusal as said:
        if said.code in ("span_range", "reel_too_long"):
            return None
        raise


def _link(beside: Path | None) -> str:
    """The way to the replay, which lies in the same folder."""
    if beside is None:
        return ""
    text = say("在地图上回放这次应急（同一文件夹里的 {file}）").format(file=beside.name)
    return f'<p><a href="{escape(beside.name)}">{escape(text)}</a></p>\n'
