"""Pictures of a case in its panel: before and after; paste, drop or key adds one."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.context import DeskContext
from ui.panels.darkroom import Size
from ui.panels.picture_pair import PicturePair
from ui.panels.pictures_source import sources_of


class CasePictures(PicturePair):
    """The newest picture before and after; `added` carries a new one, not read yet.

    ← → walk through those before, Shift+← → through those after; Enter shows them large.
    """

    added = Signal(object)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_pictures()."""
        super().__init__(desk, Size.SMALL, parent)
        self.setObjectName("case.pictures")
        self.setAccessibleName(self.tr("案卷图片"))
        self.setToolTip(self.tr("Enter 看大图 · ＋ − 缩放 · 0 全图 · Ctrl+V 粘贴"))
        self.setAcceptDrops(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QApplication.clipboard().mimeData())
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, mime: QMimeData) -> None:
        for source in sources_of(mime):
            self.added.emit(source)
