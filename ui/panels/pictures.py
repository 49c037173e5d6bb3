"""Pictures for a step: pasted, dropped or chosen, kept at once, held until the step is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import Picture
from commandcenter.domain.refusal import Refusal
from ui import words
from ui.context import DeskContext
from ui.theme import icon

MOST_BYTES = 10 * 1024 * 1024
MOST_PICTURES = 12
THUMB = QSize(64, 48)
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def check(data: bytes) -> None:
    """Refusal("picture_kind") unless PNG or JPEG, Refusal("picture_size") above 10 MB."""
    if not data.startswith(_MAGIC):
        raise Refusal("picture_kind")
    if len(data) > MOST_BYTES:
        raise Refusal("picture_size", size=len(data))


def thumbnail(data: bytes, size: QSize = THUMB) -> QImage:
    """A small image of the bytes, null when they cannot be read; safe off the GUI thread."""
    image = QImage.fromData(data)
    if image.isNull():
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


@dataclass(slots=True)
class Held:
    """One picture of the bar: its bytes until sent, its name, and that again once it was kept."""

    data: bytes
    item: QListWidgetItem
    name: str
    sha256: str | None = None
    failed: bool = False


class _Thumbs(QListWidget):
    """The row of pictures; Ctrl+V and Del are its bar's."""

    def __init__(self, bar: PictureBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._bar.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._bar.remove_current()
        else:
            super().keyPressEvent(event)


class PictureBar(QFrame):
    """Takes PNG and JPEG by paste (Ctrl+V), drop or key; `changed` after every change.

    `kind` is before, after or scene. At most 12 pictures, each at most 10 MB.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self, desk: DeskContext, kind: str = "scene", parent: QWidget | None = None
    ) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._desk, self.kind = desk, kind
        self._held: list[Held] = []
        self._chooser: QFileDialog | None = None
        self._add = QToolButton(
            icon=icon("picture.add"),
            text=self.tr("选图 Alt+P"),
            shortcut=QKeySequence("Alt+P"),
            toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self._list = _Thumbs(self)
        self._hint = QLabel(self.tr("Ctrl+V 粘贴 · 拖入 · Del 去掉"))
        self._lay_out()
        self._add.clicked.connect(lambda: self.choose())

    def pictures(self) -> tuple[Picture, ...]:
        """What has been kept, in the order in which it came."""
        kept = (one.sha256 for one in self._held)
        return tuple(Picture(sha256=sha, kind=self.kind) for sha in kept if sha)

    def kept(self) -> list[str]:
        """The sha256 of every picture here, for a draft; the bytes are on the desk's shelf."""
        return [one.name for one in self._held]

    def restore(self, names: Iterable[str]) -> None:
        """Take the pictures of a draft from the shelf, and keep them once more."""
        for data in [self._desk.shelf[one] for one in names if one in self._desk.shelf]:
            self.add(data)

    @property
    def waiting(self) -> bool:
        """Whether a picture is still being kept."""
        return any(one.sha256 is None and not one.failed for one in self._held)

    @property
    def count(self) -> int:
        """How many pictures are in the bar, kept or not."""
        return len(self._held)

    def add(self, data: bytes) -> bool:
        """Take a picture and keep it on the worker; False when it cannot be taken."""
        try:
            check(data)
        except Refusal as no:
            self._say(words.refusal(no.code, no.values))
            return False
        if len(self._held) >= MOST_PICTURES:
            self._say(self.tr("一步最多 12 张图片"))
            return False
        item = QListWidgetItem(self.tr("保存中"))
        item.setIcon(QIcon(QPixmap.fromImage(thumbnail(data))))
        item.setSizeHint(QSize(THUMB.width() + 12, THUMB.height() + 20))
        self._list.addItem(item)
        held = Held(data, item, sha256(data).hexdigest())
        self._held.append(held)
        self._desk.shelf[held.name] = data
        self._keep(held)
        self.changed.emit()
        return True

    def add_from(self, mime: QMimeData) -> bool:
        """Take every picture of a paste or drop; False when it carries none."""
        found = bytes_of(mime)
        return bool(found) and all([self.add(data) for data in found])

    def paste(self) -> bool:
        """Take what the clipboard holds; False when it holds no picture."""
        return self.add_from(QApplication.clipboard().mimeData())

    def paste_image(self) -> bool:
        """Take a picture of the clipboard; False leaves words to the field with the focus."""
        clip = QApplication.clipboard().mimeData()
        return clip is not None and clip.hasImage() and self.paste()

    def choose(self) -> None:
        """Open the file chooser beside the desk; it blocks nothing."""
        if self._chooser is None:
            options = QFileDialog.Option.DontUseNativeDialog
            self._chooser = QFileDialog(self.window(), self.tr("选择图片"), options=options)
            self._chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
            self._chooser.setNameFilter(self.tr("图片 (*.png *.jpg *.jpeg)"))
            self._chooser.setModal(False)
            self._chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._chooser.filesSelected.connect(self._chosen)
            self._chooser.destroyed.connect(self._forget_chooser)
        self._chooser.show()
        self._chooser.activateWindow()

    def inputs(self) -> list[QWidget]:
        """The widgets that take keys."""
        return [self._list, self._add]

    def clear(self) -> None:
        """Let go of every picture: they were sent, or are not wanted."""
        self._held.clear()
        self._list.clear()
        self.changed.emit()

    def remove_current(self) -> None:
        """Take the current picture out of the bar."""
        row = self._list.currentRow()
        if 0 <= row < len(self._held):
            del self._held[row]
            self._list.takeItem(row)
            self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.add_from(event.mimeData()):
            event.acceptProposedAction()

    def _lay_out(self) -> None:
        self.setObjectName("pictures")
        self.setAccessibleName(self.tr("图片"))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._list)
        self._list.setAccessibleName(self.tr("已添的图片"))
        self._list.setViewMode(QListWidget.ViewMode.IconMode)
        self._list.setFlow(QListWidget.Flow.LeftToRight)
        self._list.setWrapping(False)
        self._list.setMovement(QListWidget.Movement.Static)
        self._list.setIconSize(THUMB)
        self._list.setFixedHeight(THUMB.height() + 36)
        self._hint.setWordWrap(True)
        self._hint.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._list, 1)
        row.addWidget(self._side())

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._add)
        column.addWidget(self._hint)
        column.addStretch()
        side.setFixedWidth(118)
        return side

    def _keep(self, held: Held) -> None:
        self._desk.worker.run(
            _keeping(self._desk.keep_picture, held.data),
            lambda answer: self._kept(held, answer),
            lambda error: self._kept(held, Refusal("picture_not_kept")),
            owner=self,
        )

    def _kept(self, held: Held, answer: str | Refusal) -> None:
        if held not in self._held:
            return
        if isinstance(answer, Refusal):
            held.failed = True
            held.item.setText(self.tr("未存"))
            self._say(words.refusal(answer.code, answer.values))
        else:
            held.sha256 = answer
            held.item.setText(words.code("picture", self.kind))
        self.changed.emit()

    def _chosen(self, names: list[str]) -> None:
        for name in names:
            self.add(read_file(Path(name)))
        self.setFocus()

    def _forget_chooser(self) -> None:
        self._chooser = None

    def _say(self, text: str) -> None:
        self.refused.emit(text)
        self._desk.say("refusal", text)


def bytes_of(mime: QMimeData | None) -> list[bytes]:
    """The pictures of a paste or a drop: local files, else the image itself as PNG."""
    if mime is None:  # as some screens tell of an empty clipboard
        return []
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return [read_file(path) for path in files]
    return [_png(QImage(mime.imageData()))] if mime.hasImage() else []


def read_file(path: Path) -> bytes:
    """The bytes of a file, one more than allowed when it is too long."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _keeping(keep: Callable[[bytes], str], data: bytes) -> Callable[[], str | Refusal]:
    def call() -> str | Refusal:
        try:
            return keep(data)
        except Refusal as no:
            return no

    return call


def _png(image: QImage) -> bytes:
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(stored.data())
