"""What a seat answers for a command that it could not send; a desk of its own never does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a command gets that was not sent: it waits on this seat's disk, it is not done."""

    subject: str
