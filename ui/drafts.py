"""What is typed and not yet given: on the seat's disk within a second, encrypted, until it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from commandcenter.domain.refusal import Refusal
from ui.panels.pictures_source import Source, of_bytes
from ui.worker import Job, Lane

FILE = "drafts.bin"
PICTURE = "shown-{}.bin"
LOOK_MS = 250


class Keeper(Protocol):
    """Where drafts are kept (commandcenter/vault.py)."""

    def read(self, name: str) -> bytes | None:
        """What was kept; None when nothing was."""

    def write(self, name: str, data: bytes) -> None:
        """Keep it; OSError when it cannot."""

    def drop(self, name: str) -> None:
        """Keep nothing."""

    def sizes(self, pattern: str) -> dict[str, int]:
        """Bytes by name, of the names that fit a glob."""


class Form(Protocol):
    """A panel with something to type in."""

    def kept(self) -> dict[str, Any]:
        """What is typed, as JSON can say it; {} for nothing. Pictures stand for their names."""

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""


class Found(NamedTuple):
    """What an earlier run left: the forms by name, and the pictures that they name."""

    forms: dict[str, Any]
    pictures: dict[str, bytes]


class Shelf:
    """The vault as drafts use it: one file for all forms, one for each picture. On one thread."""

    def __init__(self, vault: Keeper) -> None:
        """Nothing is read before read()."""
        self._vault = vault
        self._there: set[str] = set()

    def read(self) -> Found:
        """What was kept; a shape that this program does not know is nothing."""
        raw = self._vault.read(FILE)
        found = {} if raw is None else json.loads(raw)
        forms = found if isinstance(found, dict) else {}
        head, tail = PICTURE.split("{}")
        self._there = {
            name.removeprefix(head).removesuffix(tail)
            for name in self._vault.sizes(PICTURE.format("*"))
        }
        text = json.dumps(forms)
        read = {one: self._vault.read(PICTURE.format(one)) for one in self._there if one in text}
        return Found(forms, {one: data for one, data in read.items() if data is not None})

    def write(
        self, forms: dict[str, Any], pictures: Mapping[str, Source], *, patient: bool = False
    ) -> None:
        """Keep these forms and no others; a picture is written once, when it is here.

        What is typed waits for no picture's disk unless `patient`. One that cannot be read is left
        out: the form that asked for it says so.
        """
        for name in pictures.keys() - self._there:
            if not (patient or pictures[name].ready):
                continue
            with suppress(Refusal):
                self._vault.write(PICTURE.format(name), pictures[name]())
                self._there.add(name)
        if forms:
            self._vault.write(FILE, json.dumps(forms, ensure_ascii=False).encode())
        else:
            self._vault.drop(FILE)
        for name in self._there - pictures.keys():
            self._vault.drop(PICTURE.format(name))
            self._there.discard(name)


class Drafts(QObject):
    """Looks at the forms every quarter of a second and writes what changed, on a thread of its own.

    `troubled` carries why the disk did not take it, once until it takes it again.
    """

    troubled = Signal(str)
    _ended = Signal(object)

    def __init__(
        self,
        shelf: Shelf,
        forms: Mapping[str, Form],
        pictures: dict[str, Source],
        parent: QObject,
    ) -> None:
        """`pictures` gives those of the forms by name; what was found is put there."""
        super().__init__(parent)
        self._shelf, self._forms, self._pictures = shelf, forms, pictures
        self._last: tuple[dict[str, Any], list[str]] | None = None
        self._trouble = False
        self._ended.connect(self._hear)
        self._lane = Lane("drafts", lambda job, answer, error: self._ended.emit(error))
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, found: Found) -> bool:
        """Put back what an earlier run left; whether there was anything."""
        self._last = found.forms, []
        self._pictures.update({name: of_bytes(data) for name, data in found.pictures.items()})
        empty = [name for name, form in self._forms.items() if not form.kept()]
        for name, kept in found.forms.items():
            if name in empty:
                self._forms[name].restore(kept)
        self._timer.start()
        return bool(found.forms)

    def look(self) -> None:
        """Write if anything has changed since the last look."""
        now = {name: kept for name, form in self._forms.items() if (kept := form.kept())}
        text = json.dumps(now, ensure_ascii=False)
        now = json.loads(text)
        for name in [one for one in self._pictures if one not in text]:
            del self._pictures[name]
        state = now, sorted(name for name, one in self._pictures.items() if one.ready)
        if state == self._last:
            return
        self._last = state
        call: Callable[[], None] = partial(self._shelf.write, now, dict(self._pictures))
        self._lane.post(Job(call, key="drafts"))

    def stop(self) -> None:
        """Write the last state and end the thread."""
        if self._timer.isActive():
            self._timer.stop()
            self.look()
            if self._last is not None and len(self._last[1]) < len(self._pictures):
                late = partial(self._shelf.write, self._last[0], self._pictures, patient=True)
                self._lane.post(Job(late))
        self._lane.close(drop=False)
        self._lane.join(5.0)

    def _hear(self, error: Exception | None) -> None:
        if error is not None and not self._trouble:
            self.troubled.emit(str(error))
        self._trouble = error is not None
        if error is not None:
            self._last = None  # tried again at the next look


class Standing:
    """Where a person stood: the case, and which form with something in it was open."""

    def __init__(
        self,
        forms: Mapping[str, Any],
        case: Callable[[], str],
        shown: Callable[[str], bool],
        go_back: Callable[[str, str], None],
    ) -> None:
        """`shown` says whether a form is open, `go_back` takes a case and a form's name."""
        self._forms, self._case, self._shown, self._go_back = forms, case, shown, go_back

    def kept(self) -> dict[str, Any]:
        """The form that is open and written in; {} for none."""
        for name, form in self._forms.items():
            if self._shown(name) and form.kept():
                action = getattr(form, "action", None)
                known = {"form": name, "case": self._case()}
                return {**known, "action": action.name if action else ""}
        return {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Open it again, unless somebody has begun something else meanwhile."""
        if not self._case() and kept["form"] in self._forms:
            self._go_back(kept["case"], kept["action"] or kept["form"])
