"""How a window was left, in window.ini: its geometry, its layout and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer

if TYPE_CHECKING:
    from ui.window import DeskWindow

LAYOUT = 1
"""The version of a layout; one of another version is not put."""
USUAL = (1366, 768)


class WindowFile:
    """The file of one window."""

    def __init__(self, folder: Path) -> None:
        """It is made in this folder when a window closes."""
        self._path = folder / "window.ini"

    @property
    def there(self) -> bool:
        """Whether an earlier window left its geometry behind."""
        return self._settings().value("geometry") is not None

    def keep(self, window: DeskWindow) -> None:
        """Keep how it stands; of the layouts the one that is its own, not a level's."""
        settings = self._settings()
        settings.setValue("geometry", window.saveGeometry())
        settings.setValue("layout", window.own_state or window.saveState(LAYOUT))
        settings.sync()

    def bring_back(self, window: DeskWindow) -> None:
        """Put a window as the last one was left; whose layout it is may be put by `come_back`."""
        settings = self._settings()
        geometry, layout = settings.value("geometry"), settings.value("layout")
        if geometry is None or not window.restoreGeometry(geometry):
            window.resize(*USUAL)
        if window.come_back():
            return
        if layout is None or not window.restoreState(layout, LAYOUT):
            QTimer.singleShot(0, window, window.restore_layout)

    def _settings(self) -> QSettings:
        return QSettings(str(self._path), QSettings.Format.IniFormat)
