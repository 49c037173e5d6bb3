"""Makes the desk's sounds beside itself: `python resources/sounds/make_sounds.py`.

Sums of sines that swell and fade, 16 bit mono at 22,050 a second; our own, free of any sample.
Each has a rhythm, a pitch and a direction of its own, so that none is told by loudness alone.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
LOUD = 0.6
EDGE = 0.012
"""Seconds of swelling, so that no tone begins or ends with a click."""
REST = 0.0
SOUNDS = {
    "urgent": ((880.0, 0.16), (REST, 0.06)) * 3 + ((1174.7, 0.34),),
    "overdue": (((392.0, 0.26), (REST, 0.14)) * 3)[:-1],
    "warning": ((587.3, 0.18), (REST, 0.10), (493.9, 0.30)),
    "report": ((659.3, 0.14), (REST, 0.03), (880.0, 0.22)),
    "chime": ((1318.5, 0.22),),
}
"""Tones in Hz (0 is silence) and seconds: four hurry, three are low, two fall, two rise, one."""


def samples(tones: tuple[tuple[float, float], ...]) -> list[int]:
    """The tones after one another, each with its octave under a falling loudness."""
    made = []
    for pitch, seconds in tones:
        count = int(RATE * seconds)
        for n in range(count):
            at, left = n / RATE, (count - n) / RATE
            swell = min(1.0, at / EDGE, left / EDGE) * math.exp(-2.5 * at / seconds)
            turn = 2 * math.pi * pitch * at
            value = (math.sin(turn) + 0.35 * math.sin(2 * turn)) / 1.35
            made.append(round(32767 * LOUD * swell * value))
    return made


def main() -> None:
    """Write each sound as a WAV file."""
    for name, tones in SOUNDS.items():
        values = samples(tones)
        with wave.open(str(Path(__file__).parent / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main()
