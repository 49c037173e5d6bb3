"""Where the exported page goes: asked beside the desk, written off the screen's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from commandcenter.services.whole import Tick, whole
from ui.context import DeskContext
from ui.panels.choosers import FileChooser
from ui.replay.page import page
from ui.replay.reading import Film
from ui.words import STREET_ZONE


class Export(QObject):
    """Writes a film as one page."""

    def __init__(self, desk: DeskContext, parent: QWidget) -> None:
        """The file is written by the desk's worker."""
        super().__init__(parent)
        self._desk = desk
        self._files = FileChooser(parent, self.tr("网页 (*.html)"))

    def choose(self, film: Film) -> None:
        """Ask for a place; the chooser blocks nothing."""
        since = film.player.reel.since.astimezone(STREET_ZONE)
        stem = f"{self.tr('回放')}-{since:%Y%m%d-%H%M}"
        self._files.to_write(self.tr("导出回放网页"), stem, partial(self.write, film))

    def write(self, film: Film, name: str) -> None:
        """Write the film into this file, and say how large it became."""
        reference, made = self._desk.reference, self._desk.now()

        def work(step: Tick) -> int:
            data = page(film.player.reel, reference, made, step).encode()
            with whole(Path(name)) as fresh:
                return fresh.write_bytes(data)

        self._desk.worker.export(work, partial(self._written, Path(name).name), owner=self)

    def _written(self, file: str, size: int) -> None:
        told = self.tr("已导出回放：{file}（{mega:.1f} MB），断网也能打开，不含个人信息")
        self._desk.say("info", told.format(file=file, mega=size / 1e6))
