"""Where a picture's bytes come from: a file, the clipboard, memory; read off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from commandcenter.domain.refusal import Refusal

MOST_BYTES = 10 * 1024 * 1024
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class Source:
    """One picture's bytes, read once by whichever thread first wants them, then kept."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        """Nothing is read yet; `read` is called on any thread and may raise OSError."""
        self._read, self._lock = read, Lock()
        self._data: bytes | None = None

    @property
    def ready(self) -> bool:
        """Whether the bytes are here: to ask for them waits for no disk and no network."""
        return self._data is not None

    def __call__(self) -> bytes:
        """The bytes; Refusal('picture_unreadable' | 'picture_kind' | 'picture_size')."""
        with self._lock:
            if self._data is None:
                try:
                    data = self._read()
                except OSError:
                    raise Refusal("picture_unreadable") from None
                check(data)
                self._data = data
            return self._data


def check(data: bytes) -> None:
    """Refusal("picture_kind") unless PNG or JPEG, Refusal("picture_size") above 10 MB."""
    if not data.startswith(_MAGIC):
        raise Refusal("picture_kind")
    if len(data) > MOST_BYTES:
        raise Refusal("picture_size", size=len(data))


def of_bytes(data: bytes) -> Source:
    """A picture that is here already."""
    return Source(lambda: data)


def of_file(path: Path) -> Source:
    """A picture file, not opened yet."""
    return Source(partial(read_file, path))


def sources_of(mime: QMimeData | None) -> list[Source]:
    """The pictures of a paste or a drop: local files, else the image itself as PNG.

    On the GUI thread, where alone the clipboard may be asked; nothing is read or packed yet.
    """
    if mime is None:  # as some screens tell of an empty clipboard
        return []
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return [of_file(path) for path in files]
    return [Source(partial(_png, QImage(mime.imageData())))] if mime.hasImage() else []


def read_file(path: Path) -> bytes:
    """The bytes of a file, one more than allowed when it is too long; OSError.

    What is no plain file (a folder, a pipe that never ends) is not opened.
    """
    if not path.is_file():
        raise FileNotFoundError(path.name)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _png(image: QImage) -> bytes:
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(stored.data())
