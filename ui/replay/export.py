"""Where the exported page goes: asked beside the desk, written off the screen's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.context import DeskContext
from ui.panels.choosers import FileChooser
from ui.replay.page import page
from ui.replay.reading import Film, Reading
from ui.words import STREET_ZONE


class Export(QObject):
    """Writes a film as one page."""

    def __init__(self, desk: DeskContext, reading: Reading, parent: QWidget) -> None:
        """The file is written on the thread on which reels are read."""
        super().__init__(parent)
        self._desk, self._reading = desk, reading
        self._files = FileChooser(parent, self.tr("网页 (*.html)"))

    def choose(self, film: Film) -> None:
        """Ask for a place; the chooser blocks nothing."""
        since = film.player.reel.since.astimezone(STREET_ZONE)
        stem = f"{self.tr('回放')}-{since:%Y%m%d-%H%M}"
        self._files.to_write(self.tr("导出回放网页"), stem, partial(self.write, film))

    def write(self, film: Film, name: str) -> None:
        """Write the film into this file, and say how large it became."""
        reference, made = self._desk.reference, self._desk.now()

        def work() -> int:
            text = page(film.player.reel, reference, made)
            return Path(name).write_text(text, encoding="utf-8")

        self._desk.say("info", self.tr("正在导出回放…"))
        self._reading.run(work, partial(self._written, Path(name)))

    def _written(self, file: Path, size: int) -> None:
        told = self.tr("已导出回放：{file}（{mega:.1f} MB），断网也能打开，不含个人信息")
        written = file.stat().st_size / 1e6 if size else 0.0
        self._desk.say("info", told.format(file=file.name, mega=written))
