"""Pictures given by a line: 图 is the clipboard's, 图=路径 a file's; kept right before the deed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

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


def held(shots: Sequence[Shot]) -> list[tuple[str, bytes]]:
    """Kind and bytes of each, [] of a clipboard without a picture.

    Refusal picture_kind or picture_size where one cannot be taken; a file that is not there is of
    the wrong kind.
    """
    found: list[tuple[str, bytes]] = []
    for one in shots:
        if one.path:
            taken = [read_file(Path(one.path).expanduser())]
        else:
            taken = bytes_of(QApplication.clipboard().mimeData())
        for data in taken:
            check(data)
            found.append((one.kind, data))
    return found


def keeping(desk: DeskContext, data: Sequence[tuple[str, bytes]]) -> Callable[[], object]:
    """A call for the worker: the pictures as they were kept, or the Refusal."""
    return partial(_keep, desk.keep_picture, tuple(data))


def _keep(
    keep: Callable[[bytes], str], data: tuple[tuple[str, bytes], ...]
) -> tuple[Picture, ...] | Refusal:
    try:
        return tuple(Picture(sha256=keep(one), kind=kind) for kind, one in data)
    except Refusal as no:
        return no
