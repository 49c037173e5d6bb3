"""What a person is used to at this seat: views, layouts, keys; a small file for each person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

SEAT = "@seat"
"""For whom a habit of the seat itself is kept, whoever sits there."""
LARGEST = 1_000_000
"""Bytes of a person's file; a larger one is not ours."""


class Habits:
    """Values of JSON by a person's id and a name; no personal data and nothing of a case.

    Without a folder they last as long as the window. A file that cannot be read is put aside
    as .broken and everything is as usual.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` takes the files; it is made with the first one."""
        self._folder = folder
        self._read: dict[str, dict[str, Any]] = {}

    def get(self, who: str, name: str, usual: Any = None) -> Any:
        """What this person has of that name; `usual` when nothing was kept or of another kind."""
        found = self._of(who).get(name, usual)
        return found if usual is None or isinstance(found, type(usual)) else usual

    def keep(self, who: str, name: str, value: Any) -> None:
        """Keep it (None forgets it); raises OSError when the folder cannot be written."""
        mine = self._of(who)
        if mine.get(name) == value:
            return
        mine[name] = value
        if value is None:
            del mine[name]
        if self._folder is not None:
            self._write(self._path(self._folder, who), mine)

    def _of(self, who: str) -> dict[str, Any]:
        if who not in self._read:
            path = None if self._folder is None else self._path(self._folder, who)
            self._read[who] = {} if path is None else _load(path)
        return self._read[who]

    def _path(self, folder: Path, who: str) -> Path:
        return folder / f"{quote(who, safe='@')}.json"

    def _write(self, path: Path, mine: dict[str, Any]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(mine, ensure_ascii=False, indent=1), encoding="utf-8")
        fresh.replace(path)


def _load(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size <= LARGEST:
            found = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                return found
        path.replace(path.with_suffix(".broken"))
    except FileNotFoundError:
        pass
    except (OSError, ValueError, RecursionError):
        _put_aside(path)
    return {}


def _put_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".broken"))
    except OSError:
        return  # a folder that cannot be written says so when something is kept
