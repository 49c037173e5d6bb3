"""A street on PostgreSQL for tests: founded once, copied for each, opened as often as wanted."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from commandcenter.app import open_center
from commandcenter.storage.database import open_database
from commandcenter.storage.rights import grant
from tests.fakes import Room, SetClock
from tests.storage.postgres import OWNER, SERVER, Cluster

START = "2025-09-29 09:00"


@dataclass
class Town:
    """A database with the demo street, its folder, and the desks that are open on it."""

    cluster: Cluster
    name: str
    folder: Path
    rooms: list[Room] = field(default_factory=list)

    def url(self, user: str = SERVER) -> str:
        """The database's address, for the server's role unless told."""
        return self.cluster.url(self.name, user)

    def open(self, clock: SetClock | None = None) -> Room:
        """A desk as one more process has it."""
        clock = clock or SetClock(START)
        room = Room(open_center(self.folder, now=clock, database=self.url()), clock)
        self.rooms.append(room)
        return room

    def copy(self, folder: Path) -> Town:
        """A street of a test's own."""
        shutil.copytree(self.folder, folder)
        return Town(self.cluster, self.cluster.make(self.name), folder)

    def close(self) -> None:
        """Every desk is closed, and the database goes."""
        for room in self.rooms:
            room.center.close()
        self.cluster.drop(self.name)


def found_town(cluster: Cluster, folder: Path) -> Town:
    """The demo street founded by the owner, with the rights of the server's role."""
    town = Town(cluster, cluster.make(), folder)
    url = town.url(OWNER)
    open_center(folder, now=SetClock(START), database=url).close()
    database = open_database(url)
    grant(database, SERVER)
    database.close()
    return town
