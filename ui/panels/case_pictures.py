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
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.views import AskPicture, CaseView, PictureRef
from ui.context import DeskContext
from ui.panels.pictures import bytes_of, thumbnail

SIZE = QSize(480, 360)
MOST_KEPT = 40


class PictureFrame(QWidget):
    """One picture with its caption, scaled to the room it has; ‹ › walk to older and newer.

    `walked` tells that another of `refs` (oldest first) is wanted.
    """

    walked = Signal()

    def __init__(self, caption: str) -> None:
        """No picture yet."""
        super().__init__()
        self._caption, self._title, self._picture = caption, QLabel(caption), QLabel()
        self._image = QImage()
        self.shown = ""
        self.refs: list[PictureRef] = []
        self._at = -1
        self._older = self._walker("‹", self.tr("较早的图片"), -1)
        self._newer = self._walker("›", self.tr("较新的图片"), 1)
        self._title.setEnabled(False)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._picture.setMinimumSize(60, 60)
        self._picture.setWordWrap(True)
        self._picture.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        head.addWidget(self._older)
        head.addWidget(self._newer)
        column.addLayout(head)
        column.addWidget(self._picture, 1)

    def put(self, image: QImage, text: str, sha256: str = "") -> None:
        """Show a picture, or say in words why there is none."""
        self._image, self.shown = image, sha256
        self._picture.setText(text if image.isNull() else "")
        self._fit()

    @property
    def current(self) -> PictureRef | None:
        """The picture that is to be shown."""
        return self.refs[self._at] if self.refs else None

    def offer(self, refs: list[PictureRef]) -> None:
        """Have these to walk through, the one shown before again or else the newest."""
        here, known = self.current, len(self.refs)
        self.refs = sorted(refs, key=lambda one: one.at)
        again = here in self.refs and known == len(self.refs)
        self._at = self.refs.index(here) if here and again else len(self.refs) - 1
        self._tell()

    def walk(self, by: int) -> None:
        """Go to an older (-1) or newer (1) picture."""
        at = max(0, min(len(self.refs) - 1, self._at + by))
        if self.refs and at != self._at:
            self._at = at
            self._tell()
            self.walked.emit()

    def _walker(self, text: str, tip: str, by: int) -> QToolButton:
        button = QToolButton(text=text, toolTip=tip, autoRaise=True)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.walk(by))
        button.hide()
        return button

    def _tell(self) -> None:
        """Which of how many this is."""
        many = len(self.refs) > 1
        more = f" {self._at + 1}/{len(self.refs)}" if many else ""
        self._title.setText(f"{self._caption}{more}")
        self._older.setVisible(many)
        self._newer.setVisible(many)
        self._older.setEnabled(self._at > 0)
        self._newer.setEnabled(self._at < len(self.refs) - 1)

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
    """The newest picture before and after; `added` carries the bytes of a new one.

    ← → walk through those before, Shift+← → through those after.
    """

    added = Signal(bytes)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_case()."""
        super().__init__(parent)
        self._desk = desk
        self._images: dict[str, QImage] = {}
        self._case = ""
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
        self.before.walked.connect(partial(self._show_side, self.before))
        self.after.walked.connect(partial(self._show_side, self.after))

    def show_case(self, view: CaseView) -> None:
        """Ask for the newest picture of either side, or the one that was being looked at."""
        self._case = view.case.id
        after = [one for one in view.pictures if one.kind == "after"]
        before = [one for one in view.pictures if one.kind != "after"]
        for frame, refs in ((self.before, before), (self.after, after)):
            frame.offer(refs)
            self._show_side(frame)

    def clear(self) -> None:
        """Show nothing."""
        for frame in (self.before, self.after):
            frame.put(QImage(), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QApplication.clipboard().mimeData())
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            frame = self.after if shifted else self.before
            frame.walk(1 if event.key() == Qt.Key.Key_Right else -1)
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

    def _show_side(self, frame: PictureFrame) -> None:
        wanted = frame.current
        if wanted is None:
            before = frame is self.before
            nothing = self.tr("无图 · Ctrl+V 粘贴") if before else self.tr("无图 · 反馈时添加")
            frame.put(QImage(), nothing)
        elif wanted.gone:
            frame.put(QImage(), self.tr("已按期清除"))
        elif wanted.sha256 in self._images:
            frame.put(self._images[wanted.sha256], "", wanted.sha256)
        else:
            frame.put(QImage(), self.tr("正在取图…"), wanted.sha256)
            self._ask(self._case, wanted.sha256, partial(self._got, frame, wanted.sha256))

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
