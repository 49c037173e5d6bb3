"""Which open cases a part of a chart counts: a value that is kept as text and asks a line."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from commandcenter.domain.case import OPEN
from commandcenter.domain.clock import Lamp
from commandcenter.services.views import CaseLine
from ui.models.queue_cells import lamps

NOBODY = "-"
"""In place of a unit or a community where a case has none."""
CALM = "calm"
"""The lamp of what is neither overdue nor near due, with or without a clock."""


@dataclass(frozen=True, slots=True)
class Part:
    """Open cases that stand in the figures, by what the chart tells them apart with.

    Empty fields let everything through. lamp: a Lamp's value or CALM; since and until: ISO times
    of filing, the first included and the second not.
    """

    level: str = ""
    unit: str = ""
    community: str = ""
    stage: str = ""
    lamp: str = ""
    since: str = ""
    until: str = ""

    def takes(self, line: CaseLine, now: datetime) -> bool:
        """Whether the chart counts this line here, at an instant (UTC)."""
        return (
            line.state in OPEN
            and not line.drill
            and not line.imported
            and self.level in ("", line.level.value)
            and self.unit in ("", line.lead_unit or NOBODY)
            and self.community in ("", line.community or NOBODY)
            and self.stage in ("", line.stage.value if line.stage else NOBODY)
            and self._filed_then(line)
            and (not self.lamp or self.lamp == _lamp(line, now))
        )

    def _filed_then(self, line: CaseLine) -> bool:
        if not self.since and not self.until:
            return True
        at = line.filed_at
        if at is None or (self.since and at < _instant(self.since)):
            return False
        return not self.until or at < _instant(self.until)

    def __str__(self) -> str:
        """The text that part_of reads; every part of a chart has one."""
        return urlencode({name: text for name, text in asdict(self).items() if text}) or "open"


@lru_cache(maxsize=64)
def part_of(text: str) -> Part:
    """The part of a text; what cannot be read lets everything through."""
    names = {one.name for one in fields(Part)}
    found = {name: value for name, value in parse_qsl(text) if name in names}
    for name in ("since", "until"):
        try:
            aware = datetime.fromisoformat(found.get(name, "")).utcoffset() is not None
        except ValueError:
            aware = False
        if not aware:
            found.pop(name, None)
    return Part(**found)


@lru_cache(maxsize=64)
def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _lamp(line: CaseLine, now: datetime) -> str:
    worst = lamps(line, now).worst
    return worst.value if worst in (Lamp.RED, Lamp.YELLOW) else CALM
