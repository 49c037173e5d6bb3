"""Small pictures made by code, so that a simulated team has something to show."""

from __future__ import annotations

import struct
import zlib
from random import Random

WIDTH, HEIGHT = 96, 64
_PALE = ((116, 128, 122), (138, 130, 118), (110, 120, 138), (128, 118, 124))


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def scene(dice: Random, *, littered: bool) -> bytes:
    """A PNG of a wall and a road in dull colours; littered: with heaps on the road."""
    wall, road = dice.choice(_PALE), (82, 84, 88)
    edge = dice.randrange(26, 38)
    heaps = [(dice.randrange(8, WIDTH - 8), dice.randrange(edge + 6, HEIGHT - 4)) for _ in range(5)]
    lines = [bytearray(bytes(wall if y < edge else road) * WIDTH) for y in range(HEIGHT)]
    for x, y in heaps if littered else ():
        for row in range(max(0, y - 3), min(HEIGHT, y + 4)):
            left, right = max(0, x - 8 + 2 * abs(row - y)), min(WIDTH, x + 8 - 2 * abs(row - y))
            lines[row][3 * left : 3 * right] = bytes((96, 70, 44)) * (right - left)
    rows = b"".join(b"\x00" + line for line in lines)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    body = zlib.compress(rows, 6)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data) for kind, data in ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    )
