"""When and in whose words a case is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from ui.panels.case_html import wall


@dataclass(frozen=True, slots=True)
class Glance:
    """When and in whose words the case is read: now (UTC), zone, names by id, picked part."""

    now: datetime
    zone: tzinfo
    names: Mapping[str, str]
    part: str = ""

    def name(self, key: str | None) -> str:
        """The name of an id, "" for none."""
        return self.names.get(key or "", key or "")

    def at(self, moment: datetime | None) -> str:
        """A moment as wall clock time."""
        return wall(moment, self.now, self.zone)
