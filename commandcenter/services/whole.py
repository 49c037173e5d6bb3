"""A file that goes out whole or not at all, and work that may be stopped between two steps."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from commandcenter.domain.refusal import Refusal

Tick = Callable[[int, int], None]
"""Told between two rows or pages how many are done, of how many; Refusal('given_up') stops."""


def unwatched(done: int, of: int) -> None:
    """A Tick that nobody looks at and nobody stops."""


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A fresh name beside the place, to write to; it takes the place at the end.

    Whatever ends the work before leaves what stood there, and nothing beside it.
    Refusal('sheet_unwritable') for an OSError.
    """
    fresh = path.with_name(f".{path.stem}-{os.getpid()}{path.suffix}")
    try:
        yield fresh
        fresh.replace(path)
    except OSError:
        raise Refusal("sheet_unwritable", file=path.name) from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
