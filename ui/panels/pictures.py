"""Pictures for a step: pasted, dropped or chosen, kept at once, held until the step is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
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
from ui.panels.darkroom import Size, decoded
from ui.panels.pictures_source import Source, check, of_bytes, of_file, sources_of
from ui.scale import NONE, TIGHT
from ui.theme import icon

MOST_PICTURES = 12
THUMB = QSize(64, 48)


def thumbnail(data: bytes) -> QImage:
    """A small image of the bytes, null when they cannot be read; off the GUI thread."""
    image = decoded(data, Size.SMALL).image
    if image.isNull():
        return image
    return image.scaled(
        THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


@dataclass(slots=True)
class Held:
    """One picture of the bar: where its bytes are, its name on the shelf, its sha256 once kept."""

    bytes: Callable[[], bytes]
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

    `kind` is before, after or scene. At most 12 pictures, each at most 10 MB. A picture has its
    place in the bar at once; it is read, looked at and kept on the worker.
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
        """The name of every picture here, for a draft; the desk's shelf gives the bytes."""
        return [one.name for one in self._held]

    def restore(self, names: Iterable[str]) -> None:
        """Take the pictures of a draft from the shelf, and keep them once more."""
        for name in [one for one in names if one in self._desk.shelf]:
            self._take(self._desk.shelf[name], name)

    @property
    def waiting(self) -> bool:
        """Whether a picture is still being read or kept."""
        return any(one.sha256 is None and not one.failed for one in self._held)

    @property
    def count(self) -> int:
        """How many pictures are in the bar, kept or not."""
        return len(self._held)

    def add(self, data: bytes) -> bool:
        """Take a picture that is in memory; False when it cannot be taken."""
        try:
            check(data)
        except Refusal as no:
            self._say(words.refusal(no.code, no.values))
            return False
        return self._take(of_bytes(data))

    def add_from(self, mime: QMimeData) -> bool:
        """Take every picture of a paste or drop; False when it carries none or too many.

        What cannot be read or taken leaves the bar again, with its sentence.
        """
        found = sources_of(mime)
        return bool(found) and all([self._take(one) for one in found])

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
            self._remove(row)

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
        row.setContentsMargins(*NONE)
        row.setSpacing(TIGHT)
        row.addWidget(self._list, 1)
        row.addWidget(self._side())

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(*NONE)
        column.addWidget(self._add)
        column.addWidget(self._hint)
        column.addStretch()
        side.setFixedWidth(118)
        return side

    def _take(self, source: Source, name: str = "") -> bool:
        """Give it its place in the bar, and have it read; False when the bar is full."""
        if len(self._held) >= MOST_PICTURES:
            self._say(self.tr("一步最多 12 张图片"))
            return False
        item = QListWidgetItem(self.tr("读取中"))
        item.setSizeHint(QSize(THUMB.width() + 12, THUMB.height() + 20))
        self._list.addItem(item)
        held = Held(source, item, name or uuid4().hex)
        self._held.append(held)
        self._desk.shelf[held.name] = source  # what a draft needs, though this form goes meanwhile
        self._desk.worker.run(
            partial(_no_refusal, lambda: thumbnail(source())),
            partial(self._read, held),
            lambda error: self._read(held, Refusal("picture_unreadable")),
            owner=self,
        )
        self.changed.emit()
        return True

    def _read(self, held: Held, answer: QImage | Refusal) -> None:
        if held not in self._held:
            return
        if isinstance(answer, Refusal):
            self._remove(self._held.index(held))
            self._say(words.refusal(answer.code, answer.values))
            return
        held.item.setText(self.tr("保存中"))
        held.item.setIcon(QIcon(QPixmap.fromImage(answer)))
        self._desk.worker.run(
            partial(_no_refusal, lambda: self._desk.keep_picture(held.bytes())),
            partial(self._kept, held),
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

    def _remove(self, row: int) -> None:
        del self._held[row]
        self._list.takeItem(row)
        self.changed.emit()

    def _chosen(self, names: list[str]) -> None:
        for name in names:
            self._take(of_file(Path(name)))
        self.setFocus()

    def _forget_chooser(self) -> None:
        self._chooser = None

    def _say(self, text: str) -> None:
        self.refused.emit(text)
        self._desk.say("refusal", text)


def _no_refusal(call: Callable[[], object]) -> object:
    """What it gives, or the Refusal that it raises: the bar says it beside its picture."""
    try:
        return call()
    except Refusal as no:
        return no
