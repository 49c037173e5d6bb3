"""Pictures of a case before and after, side by side; paste, drop or key adds one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.services.views import AskPicture, CaseView, PictureRef
from ui.context import DeskContext
from ui.panels.pictures import bytes_of, thumbnail

SIZE = QSize(480, 360)
MOST_KEPT = 40


class PictureFrame(QWidget):
    """One picture with its caption; scaled to the room it has."""

    def __init__(self, caption: str) -> None:
        """No picture yet."""
        super().__init__()
        self._caption, self._title, self._picture = caption, QLabel(caption), QLabel()
        self._image = QImage()
        self.shown = ""
        self._title.setEnabled(False)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._picture.setMinimumSize(60, 60)
        self._picture.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._picture, 1)

    def put(self, image: QImage, text: str, sha256: str = "") -> None:
        """Show a picture, or say in words why there is none."""
        self._image, self.shown = image, sha256
        self._picture.setText(text if image.isNull() else "")
        self._fit()

    def count(self, number: int) -> None:
        """How many there are of this kind."""
        more = f" {number}" if number > 1 else ""
        self._title.setText(f"{self._caption}{more}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._image.isNull():
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            size = self._picture.size()
            self._picture.setPixmap(QPixmap.fromImage(self._image.scaled(size, keep, smooth)))


class CasePictures(QWidget):
    """The newest picture before and after; `added` carries the bytes of a new one."""

    added = Signal(bytes)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_case()."""
        super().__init__(parent)
        self._desk = desk
        self._images: dict[str, QImage] = {}
        self.before = PictureFrame(self.tr("处置前"))
        self.after = PictureFrame(self.tr("处置后"))
        self.setObjectName("case.pictures")
        self.setAccessibleName(self.tr("案卷图片"))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 4)
        row.setSpacing(6)
        row.addWidget(self.before, 1)
        row.addWidget(self.after, 1)

    def show_case(self, view: CaseView) -> None:
        """Ask for the newest picture of either side."""
        after = [one for one in view.pictures if one.kind == "after"]
        before = [one for one in view.pictures if one.kind != "after"]
        self._side(self.before, view.case.id, before, self.tr("无图 · Ctrl+V 粘贴"))
        self._side(self.after, view.case.id, after, self.tr("无图 · 反馈时添加"))

    def clear(self) -> None:
        """Show nothing."""
        for frame in (self.before, self.after):
            frame.put(QImage(), "")

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
        for data in bytes_of(mime):
            self.added.emit(data)

    def _side(self, frame: PictureFrame, case: str, refs: list[PictureRef], nothing: str) -> None:
        frame.count(len(refs))
        newest = max(refs, key=lambda one: one.at, default=None)
        if newest is None:
            frame.put(QImage(), nothing)
        elif newest.gone:
            frame.put(QImage(), self.tr("已按期清除"))
        elif newest.sha256 in self._images:
            frame.put(self._images[newest.sha256], "", newest.sha256)
        else:
            frame.put(QImage(), self.tr("正在取图…"), newest.sha256)
            self._ask(case, newest.sha256, partial(self._got, frame, newest.sha256))

    def _ask(self, case: str, sha256: str, then: Callable[[object], None]) -> None:
        ask = AskPicture(case=case, sha256=sha256)
        self._desk.worker.ask(f"picture:{sha256}", ask, self._desk.who, then, owner=self)

    def _got(self, frame: PictureFrame, sha256: str, data: object) -> None:
        assert isinstance(data, bytes)
        shown = partial(self._drawn, frame, sha256)
        self._desk.worker.run(partial(thumbnail, data, SIZE), shown, owner=self)

    def _drawn(self, frame: PictureFrame, sha256: str, image: QImage) -> None:
        while len(self._images) >= MOST_KEPT:
            del self._images[next(iter(self._images))]
        self._images[sha256] = image
        if frame.shown == sha256:
            frame.put(image, self.tr("图片无法显示"), sha256)
