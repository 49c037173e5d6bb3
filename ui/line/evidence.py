"""Pictures given by a line: 图 is the clipboard's, 图=路径 a file's; kept right before the deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from commandcenter.domain.commands import Picture
from commandcenter.domain.refusal import Refusal
from ui.context import DeskContext
from ui.panels.pictures_source import Source, of_file, sources_of
from ui.words import say


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture that was named: `path` of a file, "" for the clipboard; `kind` as in Picture."""

    path: str
    kind: str


def keep(
    desk: DeskContext,
    shots: Sequence[Shot],
    then: Callable[[tuple[Picture, ...]], None],
    refused: Callable[[Refusal], None],
    broken: Callable[[Exception], None],
    owner: QObject,
) -> None:
    """Read and keep them on the worker, the clipboard's as it is now; `then` gets their names.

    Refused: no_picture where the clipboard has none; picture_unreadable, picture_kind or
    picture_size where one cannot be taken. All are read before the first is kept.
    """
    try:
        named = [(one.kind, source) for one in shots for source in _sources(one)]
    except Refusal as no:
        refused(no)
        return

    def kept() -> tuple[Picture, ...]:
        data = [(kind, source()) for kind, source in named]
        return tuple(Picture(sha256=desk.keep_picture(one), kind=kind) for kind, one in data)

    desk.say("info", say("正在读取图片…"))
    desk.worker.run(kept, then, broken, owner, refused)


def _sources(shot: Shot) -> list[Source]:
    if shot.path:
        return [of_file(Path(shot.path).expanduser())]
    found = sources_of(QApplication.clipboard().mimeData())
    if not found:
        raise Refusal("no_picture")
    return found
