"""The own URL scheme app://map/ and the guard that lets no other request out."""

from __future__ import annotations

import json
import mimetypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QFile, QIODevice, QObject, Qt
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

NAME = b"app"
HOST = "map"
ROOT = f"app://{HOST}/"
HERE = Path(__file__).parent
OWN_FILES = tuple(
    f"/{file.name}" for file in sorted(HERE.iterdir()) if file.suffix in (".js", ".css")
)
DATA_FILES = ("/grids.json", "/roads.json", "/outline.json")
CHANNEL = "/qwebchannel.js"


def register() -> None:
    """Register the scheme and prepare the engine; call before QApplication, twice is harmless.

    Root cannot run Chromium's sandbox, and a machine without a GPU paints faster in software:
    both are set here unless the environment already says otherwise.
    """
    if os.name == "posix" and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    if os.name == "posix" and not Path("/dev/dri").exists():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if QWebEngineUrlScheme.schemeByName(NAME).name() == NAME:
        return
    scheme = QWebEngineUrlScheme(NAME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flag = QWebEngineUrlScheme.Flag
    scheme.setFlags(
        flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed | flag.LocalAccessAllowed
    )
    QWebEngineUrlScheme.registerScheme(scheme)
    if QCoreApplication.instance() is None:
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def leaflet_folder() -> Path:
    """Folder of Leaflet's script, style and images in the XStatic-Leaflet wheel."""
    from xstatic.pkg import leaflet

    return Path(leaflet.BASE_DIR).resolve()


class MapScheme(QWebEngineUrlSchemeHandler):
    """Answers app://map/ from disk and memory; everything else is not found."""

    def __init__(self, page: Callable[[], str], parent: QObject | None = None) -> None:
        """Hold page, which gives the HTML of index.html when it is first asked for."""
        super().__init__(parent)
        self._page = page
        self._leaflet = leaflet_folder()
        self._data: dict[str, bytes] = {path: b"[]" for path in DATA_FILES}

    def put(self, path: str, value: Any) -> None:
        """Hold value as compact JSON under one of DATA_FILES."""
        if path not in self._data:
            raise KeyError(path)
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        self._data[path] = text.encode()

    def body(self, path: str) -> bytes | None:
        """Bytes behind a decoded URL path, None if there is nothing (or it climbs out)."""
        if path in ("/", "/index.html"):
            return self._page().encode()
        if path in self._data:
            return self._data[path]
        if path in OWN_FILES:
            return (HERE / path[1:]).read_bytes()
        if path == CHANNEL:
            return _resource(":/qtwebchannel/qwebchannel.js")
        if path.startswith("/leaflet/"):
            return self._from_leaflet(path.removeprefix("/leaflet/"))
        return None

    def _from_leaflet(self, name: str) -> bytes | None:
        if "\0" in name:
            return None
        file = (self._leaflet / name).resolve()
        if not file.is_relative_to(self._leaflet) or not file.is_file():
            return None
        return file.read_bytes()

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Reply to one request of the page."""
        url = job.requestUrl()
        if bytes(job.requestMethod().data()) != b"GET" or url.host() != HOST:
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        path = url.path(url.ComponentFormattingOption.FullyDecoded)
        body = self.body(path)
        if body is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(QByteArray(body))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(_mime(path), buffer)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Blocks every request outside the own scheme and keeps a list of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Let app://map/ pass, block and record the rest."""
        url = info.requestUrl()
        if url.scheme().encode() != NAME or url.host() != HOST:
            self.blocked.append(url.toString())
            info.block(True)


def _resource(name: str) -> bytes | None:
    file = QFile(name)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return None
    return bytes(file.readAll().data())


def _mime(path: str) -> QByteArray:
    guess = "text/html" if path == "/" else mimetypes.guess_type(path)[0]
    known = {".js": "text/javascript", ".json": "application/json", ".css": "text/css"}
    return QByteArray(known.get(Path(path).suffix, guess or "application/octet-stream").encode())
