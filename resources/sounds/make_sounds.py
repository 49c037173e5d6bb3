"""Makes the desk's two sounds beside itself: `python resources/sounds/make_sounds.py`.

Sums of sines that swell and fade, 16 bit mono at 22,050 a second; our own, free of any sample.
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
SOUNDS = {
    "report": ((659.3, 0.14), (0.0, 0.03), (880.0, 0.22)),
    "urgent": ((880.0, 0.16), (0.0, 0.06)) * 3 + ((1174.7, 0.34),),
}
"""Tones in Hz (0 is silence) and seconds: two rising for a report, four to hurry."""


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
