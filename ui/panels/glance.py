"""When and in whose words a case is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from ui.panels.case_html import wall


@dataclass(frozen=True, slots=True)
class Glance:
    """When and in whose words the case is read: now (UTC), zone, names by id, picked part.

    `posts` has what people are, by id: their unit, or their office.
    """

    now: datetime
    zone: tzinfo
    names: Mapping[str, str]
    part: str = ""
    posts: Mapping[str, str] = field(default_factory=dict)

    def name(self, key: str | None) -> str:
        """The name of an id, "" for none."""
        return self.names.get(key or "", key or "")

    def who(self, key: str) -> str:
        """A person's name with what that person is: 陈秋月 受理员."""
        return f"{self.name(key)} {self.posts.get(key, '')}".rstrip()

    def at(self, moment: datetime | None) -> str:
        """A moment as wall clock time."""
        return wall(moment, self.now, self.zone)
