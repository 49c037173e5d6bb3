"""Pictures fetched and decoded off the GUI thread, in the size that is wanted, and a few kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from commandcenter.services.views import AskPicture
from ui.context import DeskContext

MOST_BYTES = 160 * 1024 * 1024
"""Of decoded pictures kept; two of 12 MP at full size and a dozen small ones."""
MOST_PIXELS = 16_000_000
"""A larger picture is scaled down while it is decoded, also at full size."""


class Size(IntEnum):
    """How large a picture is decoded: for a corner of a panel, for a panel, every pixel."""

    SMALL = 0
    LARGE = 1
    FULL = 2


_ROOM = {Size.SMALL: QSize(480, 360), Size.LARGE: QSize(1600, 1200)}


@dataclass(frozen=True, slots=True)
class Shot:
    """A decoded picture and how large it really is in pixels; a null image cannot be read."""

    image: QImage
    whole: QSize


Then = Callable[[Shot | None], None]
"""Gets the picture, or None when it could not be fetched at all."""


class Darkroom(QObject):
    """Fetches pictures of a case; what was decoded last is kept within MOST_BYTES."""

    def __init__(self, desk: DeskContext, parent: QObject | None = None) -> None:
        """Nothing kept yet."""
        super().__init__(parent)
        self._desk = desk
        self._kept: dict[tuple[str, Size], Shot] = {}

    @property
    def held(self) -> int:
        """Bytes of the decoded pictures that are kept."""
        return sum(one.image.sizeInBytes() for one in self._kept.values())

    def want(self, case: str, sha256: str, size: Size, then: Then) -> None:
        """Call `then` with the picture, at once when it is here in that size."""
        known = self._kept.pop((sha256, size), None)
        if known is not None:
            self._kept[sha256, size] = known  # asked for last, let go of last
            then(known)
            return
        key = f"picture:{id(self)}:{sha256}:{size}"
        ask = AskPicture(case=case, sha256=sha256)
        got = partial(self._got, sha256, size, then)
        gone = partial(_gone, then)
        self._desk.worker.ask(key, ask, self._desk.who, got, gone, owner=self, refused=gone)

    def drop(self, size: Size) -> None:
        """Let go of all pictures of that size."""
        self._kept = {key: one for key, one in self._kept.items() if key[1] is not size}

    def forget(self) -> None:
        """Let go of every picture."""
        self._kept.clear()

    def _got(self, sha256: str, size: Size, then: Then, data: object) -> None:
        assert isinstance(data, bytes)
        done = partial(self._decoded, sha256, size, then)
        self._desk.worker.run(partial(decoded, data, size), done, owner=self)

    def _decoded(self, sha256: str, size: Size, then: Then, shot: Shot) -> None:
        self._kept[sha256, size] = shot
        while len(self._kept) > 1 and self.held > MOST_BYTES:
            del self._kept[next(iter(self._kept))]
        then(shot)


def decoded(data: bytes, size: Size) -> Shot:
    """The picture no larger than wanted, turned as its camera was held; off the GUI thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(_scaled(whole, size))
    image = reader.read()
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        whole = whole.transposed()
    return Shot(image, whole if whole.isValid() else image.size())


def _scaled(whole: QSize, size: Size) -> QSize:
    room = _ROOM.get(size)
    if room is None:
        pixels = whole.width() * whole.height()
        return whole if pixels <= MOST_PIXELS else whole * (MOST_PIXELS / pixels) ** 0.5
    if whole.width() <= room.width() and whole.height() <= room.height():
        return whole
    return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


def _gone(then: Then, error: object) -> None:
    then(None)
