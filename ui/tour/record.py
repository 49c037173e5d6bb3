"""What a tour leaves behind: numbered pictures, tour.md, journal.jsonl, and its faults."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QImage, QPixmap

from commandcenter.domain.journal import Entry


@dataclass(slots=True)
class Step:
    """One step as it was played."""

    number: int
    name: str
    at: str
    keys: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0
    picture: str = ""


class Record:
    """Collects steps and writes them down."""

    def __init__(self, folder: Path, day: str = "A", by: str = "keys") -> None:
        """Nothing played yet of that day; `by` says how its deeds are given."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self._day, self._by = folder, day, by
        self.steps: list[Step] = []
        self.closing: list[str] = []
        self._began = time.monotonic()

    @property
    def faults(self) -> list[str]:
        """Everything found wrong, with the step it was found in."""
        found = [f"{one.number} {one.name}: {fault}" for one in self.steps for fault in one.faults]
        return [*found, *self.closing]

    def begin(self, name: str, at: str) -> Step:
        """A new step."""
        step = Step(number=len(self.steps) + 1, name=name, at=at)
        self.steps.append(step)
        self._began = time.monotonic()
        return step

    def end(self, step: Step, picture: QPixmap | QImage) -> None:
        """Save the step's picture and its time."""
        step.seconds = time.monotonic() - self._began
        step.picture = f"{step.number:02d}.png"
        if not picture.save(str(self.folder / step.picture)):
            step.faults.append("picture not saved")

    def write(self, entries: Iterable[Entry]) -> None:
        """tour.md and journal.jsonl."""
        lines = [json.dumps(_plain(one), ensure_ascii=False) for one in entries]
        (self.folder / "journal.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (self.folder / "tour.md").write_text(self._table(), encoding="utf-8")

    def _table(self) -> str:
        rows = [
            f"# Day {self._day}, by {self._by}",
            "",
            "| # | at | step | keys | what changed | s |",
            "|---|---|---|---|---|---|",
        ]
        for one in self.steps:
            keys = " ".join(one.keys).replace("|", "\\|")
            what = "; ".join(one.changed) or "–"
            rows.append(
                f"| {one.number} | {one.at} | {one.name} | {keys} | {what} | {one.seconds:.1f} |"
            )
        total = sum(one.seconds for one in self.steps)
        pressed = sum(len(one.keys) for one in self.steps)
        rows += ["", f"{total:.1f} s, {pressed} entries by keyboard.", ""]
        rows += [f"- FAULT {fault}" for fault in self.faults] or ["No fault was found."]
        return "\n".join(rows) + "\n"


def _plain(entry: Entry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "behalf": entry.behalf,
        "channel": entry.channel,
        "happened_at": entry.happened_at.isoformat(),
        "subject": entry.subject,
        "kind": entry.kind,
        "facts": entry.facts,
        "hash": entry.hash,
    }
