"""The sound of an alarm: two own WAV files, loud enough to be heard or off by choice."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

SOUNDS = Path(__file__).resolve().parents[1] / "resources" / "sounds"
REPORT, URGENT = "report", "urgent"
WARM_AFTER_MS = 1500
"""From the filled queue: the map comes first, and loading sound takes the hand's time."""
VOLUMES = (60, 100, 0, 30)
"""Per cent, in the order in which one key goes through them; 0 is off."""


class Chimes(QObject):
    """Rings for a new report and, otherwise, for what is overdue or urgent.

    Nothing is loaded before warm(), which `warming` calls; what rang earlier is heard then.
    Where there is no device, or QtMultimedia does not load, the application beeps instead.
    """

    def __init__(self, volume: int = VOLUMES[0], parent: QObject | None = None) -> None:
        """`volume` in per cent."""
        super().__init__(parent)
        self.volume = volume
        self._effects: dict[str, QSoundEffect] = {}
        self._warm = False
        self._waiting = ""
        self.warming = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self.warming.timeout.connect(self.warm)

    @property
    def has_device(self) -> bool:
        """Whether the sounds themselves can be heard, so far as one can know."""
        return bool(self._effects)

    def warm(self) -> None:
        """Load the sounds; call it when there is time."""
        if not self._warm:
            self._warm = True
            self._effects = _load(self) if server_here() else {}
            if self._waiting:
                self.ring(self._waiting)

    def ring(self, name: str) -> None:
        """Play REPORT or URGENT at the volume chosen."""
        if not self._warm:
            self._waiting = URGENT if URGENT in (name, self._waiting) else name
        elif self.volume:
            effect = self._effects.get(name)
            if effect is None or effect.status() == effect.Status.Error:
                QApplication.beep()
            else:
                effect.setVolume(self.volume / 100)
                effect.play()

    def next_volume(self) -> int:
        """Go to the next volume, let it be heard, and give it in per cent."""
        at = VOLUMES.index(self.volume) if self.volume in VOLUMES else -1
        self.volume = VOLUMES[(at + 1) % len(VOLUMES)]
        self.ring(REPORT)
        return self.volume

    def told(self) -> str:
        """The volume in words, and that there is no device when there is none."""
        words = {0: self.tr("关"), 30: self.tr("小"), 60: self.tr("中"), 100: self.tr("大")}
        word = words.get(self.volume, f"{self.volume}%")
        heard = "" if self.has_device else self.tr("（没有音响设备，只能发系统提示音）")
        return self.tr("报警音量：%1").replace("%1", word) + heard


def server_here() -> bool:
    """Whether a sound server can be reached; asking Qt without one only makes it complain."""
    if not sys.platform.startswith("linux") or os.environ.get("PULSE_SERVER"):
        return True
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(own) and (Path(own) / "pulse" / "native").exists()


def _load(parent: QObject) -> dict[str, QSoundEffect]:
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError:  # a system without libpulse
        return {}
    if not QMediaDevices.audioOutputs():
        return {}
    effects = {name: QSoundEffect(parent) for name in (REPORT, URGENT)}
    for name, effect in effects.items():
        effect.setSource(QUrl.fromLocalFile(str(SOUNDS / f"{name}.wav")))
    return effects
