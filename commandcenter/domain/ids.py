"""Identifiers made by the client: UUID version 7 (RFC 9562), sortable by time."""

from __future__ import annotations

import os
import time
import uuid


def new_id(milliseconds: int | None = None, random: bytes | None = None) -> str:
    """A UUIDv7 as 36 characters; milliseconds since 1970 UTC and 10 random bytes may be given."""
    stamp = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    noise = int.from_bytes(os.urandom(10) if random is None else random, "big")
    value = (stamp & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (noise >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | noise & (1 << 62) - 1
    return str(uuid.UUID(int=value))
