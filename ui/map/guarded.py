"""The web page of the map: it cannot leave the own scheme, and its errors are heard."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from ui.map.scheme import NAME

log = logging.getLogger(__name__)


class GuardedPage(QWebEnginePage):
    """A page that only shows app:// and reports what its script throws."""

    script_failed = Signal(str)

    def __init__(self, profile: QWebEngineProfile, blocked: list[str], parent: QObject) -> None:
        super().__init__(profile, parent)
        self._blocked = blocked

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, main_frame: bool
    ) -> bool:
        """Refuse and record every address outside the own scheme."""
        address = QUrl(url)
        if address.scheme().encode() == NAME:
            return True
        self._blocked.append(address.toString())
        return False

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        line: int,
        source: str,
    ) -> None:
        """Log the script's console; an error is also a signal."""
        text = f"{source}:{line}: {message}"
        if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            log.error("map script: %s", text)
            self.script_failed.emit(text)
        else:
            log.info("map script: %s", text)
