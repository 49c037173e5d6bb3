"""Sounds of the desk: own WAV files, loud enough to be heard or off by choice."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl, Signal

from commandcenter.domain.alarm import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

SOUNDS = Path(__file__).resolve().parents[1] / "resources" / "sounds"
CHIME = "chime"
"""Says that an alarm was acknowledged, and how loud the seat is when somebody sits down."""
NAMES = (*(one.value for one in Sound if one is not Sound.NONE), CHIME)
WARM_AFTER_MS = 1500
"""From the filled queue: the map comes first, and loading sound takes the hand's time."""
VOLUMES = (60, 100, 0, 30)
"""Per cent, in the order in which one key goes through them; 0 is off."""
REMEMBERED = 500


class Asked(NamedTuple):
    """A sound that was asked for: when (seconds of Chimes.seconds), which, how loud (per cent)."""

    at: float
    name: str
    volume: int


class Chimes(QObject):
    """Plays sounds and remembers in `asked` which were asked for, whether heard or not.

    Nothing is loaded before warm(), which `warming` calls; what rang earlier is heard then.
    `warmed` comes when it is known whether there is a device, `unheard` for each sound that
    nobody can hear: none is there, QtMultimedia does not load, or the volume is 0.
    """

    warmed = Signal()
    unheard = Signal()

    def __init__(self, volume: int = VOLUMES[0], parent: QObject | None = None) -> None:
        """`volume` in per cent."""
        super().__init__(parent)
        self.volume = volume
        self.seconds: Callable[[], float] = monotonic
        self.asked: deque[Asked] = deque(maxlen=REMEMBERED)
        self._effects: dict[str, QSoundEffect] = {}
        self._warm = False
        self._waiting: tuple[str, int] | None = None
        self.warming = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self.warming.timeout.connect(self.warm)

    @property
    def has_device(self) -> bool:
        """Whether the sounds themselves can be heard, so far as one can know."""
        return bool(self._effects)

    @property
    def is_warm(self) -> bool:
        """Whether it is known if there is a device."""
        return self._warm

    def warm(self) -> None:
        """Load the sounds; call it when there is time."""
        if not self._warm:
            self._warm = True
            self._effects = _load(self) if server_here() else {}
            if self._waiting:
                self._play(*self._waiting)
            self.warmed.emit()

    def ring(self, name: str, volume: int | None = None) -> None:
        """Play a sound of NAMES at `volume` per cent, at the seat's own where none is given."""
        loud = self.volume if volume is None else volume
        self.asked.append(Asked(self.seconds(), name, loud))
        if self._warm:
            self._play(name, loud)
        elif self._waiting is None or NAMES.index(name) < NAMES.index(self._waiting[0]):
            self._waiting = name, loud

    def next_volume(self) -> int:
        """Go to the next volume, let it be heard, and give it in per cent."""
        at = VOLUMES.index(self.volume) if self.volume in VOLUMES else -1
        self.volume = VOLUMES[(at + 1) % len(VOLUMES)]
        self.ring(CHIME)
        return self.volume

    def told(self) -> str:
        """The volume in words, and that there is no device when there is none."""
        words = {
            0: self.tr("关，紧急的仍响"),
            30: self.tr("小"),
            60: self.tr("中"),
            100: self.tr("大"),
        }
        word = words.get(self.volume, f"{self.volume}%")
        missing = self._warm and not self.has_device
        heard = self.tr("（没有音响设备，报警时顶栏闪动）") if missing else ""
        return self.tr("报警音量：%1").replace("%1", word) + heard

    def _play(self, name: str, volume: int) -> None:
        effect = self._effects.get(name)
        if effect is None or effect.status() == effect.Status.Error or not volume:
            self.unheard.emit()
        else:
            effect.setVolume(volume / 100)
            effect.play()


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
    effects = {name: QSoundEffect(parent) for name in NAMES}
    for name, effect in effects.items():
        effect.setSource(QUrl.fromLocalFile(str(SOUNDS / f"{name}.wav")))
    return effects
