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
from ui.panels.pictures import bytes_of, check, read_file


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
    """Read them now and keep them on the worker; `then` comes with what the command names.

    Refused: no_picture where the clipboard has none; picture_kind or picture_size where one cannot
    be taken (a file that is not there is of the wrong kind).
    """
    try:
        data = [(one.kind, taken) for one in shots for taken in _read(one)]
    except Refusal as no:
        refused(no)
        return

    def kept() -> tuple[Picture, ...]:
        return tuple(Picture(sha256=desk.keep_picture(one), kind=kind) for kind, one in data)

    desk.worker.run(kept, then, broken, owner, refused)


def _read(shot: Shot) -> list[bytes]:
    if shot.path:
        found = [read_file(Path(shot.path).expanduser())]
    else:
        found = bytes_of(QApplication.clipboard().mimeData())
    if not found:
        raise Refusal("no_picture")
    for one in found:
        check(one)
    return found
