"""A primary and its streaming standby on loopback, set up as docs/high-availability.md says."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.server.processes import free_port
from tests.server.rooms import until
from tests.storage.postgres import SERVER, Cluster, binaries

SECOND = "second"


@dataclass
class Pair:
    """Two servers of one database; `first` is the primary until `second` is promoted."""

    first: Cluster
    second: Cluster

    def url(self, database: str, user: str = SERVER) -> str:
        """The address that names both, as a server is given it."""
        hosts = f"127.0.0.1:{self.first.port},127.0.0.1:{self.second.port}"
        return f"postgresql://{user}@{hosts}/{database}"

    def follow(self) -> None:
        """The second copies the first and streams from it; a commit waits for both from then."""
        source = self.first.url("postgres", "postgres") + f"&application_name={SECOND}"
        data = str(self.second.folder / "data")
        self.second.run(
            "pg_basebackup", "-d", source, "-D", data, "-R", "-X", "stream", "-c", "fast",
        )  # fmt: skip
        self.second.start()
        self.first.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{SECOND}'")
        self.first.execute("SELECT pg_reload_conf()")
        until(lambda: self.follower(self.first) == (SECOND, "sync"))

    def promote(self) -> None:
        """The second takes over; nothing waits for the first any more."""
        self.second.run("pg_ctl", "promote", "-w", "-D", str(self.second.folder / "data"))

    def rejoin(self) -> None:
        """The first, dead, becomes the standby of the second without being copied again."""
        data = str(self.first.folder / "data")
        source = self.second.url("postgres", "postgres")
        self.second.execute("CHECKPOINT")  # else pg_rewind may not see yet that it was promoted
        self.first.run("pg_rewind", "-D", data, "-R", "--source-server", source)
        self.first.start()
        until(lambda: self.follower(self.second) is not None)

    def follower(self, primary: Cluster) -> tuple[str, str] | None:
        """Name and state (sync, async) of who streams from a primary."""
        with psycopg.connect(primary.url("postgres", "postgres")) as connection:
            row = connection.execute(
                "SELECT application_name, sync_state FROM pg_stat_replication"
                " WHERE state = 'streaming'"
            ).fetchone()
        return None if row is None else (str(row[0]), str(row[1]))


@contextmanager
def pair() -> Iterator[Pair]:
    """Two servers for a while; the second does not run before follow()."""
    programs = binaries()
    assert programs is not None
    settings = ("listen_addresses=127.0.0.1", "wal_retrieve_retry_interval=500ms")
    with tempfile.TemporaryDirectory(prefix="cc-ha-") as place:
        Path(place).chmod(0o755)  # the servers' user passes through
        made = []
        for name in ("first", SECOND):
            folder = Path(place) / name
            folder.mkdir(mode=0o700)
            made.append(Cluster(folder, programs, *settings, port=free_port()))
        both = Pair(*made)
        try:
            both.first.init("--data-checksums")  # without them nobody can be rewound
            both.first.start()
            # In the file, because pg_rewind recovers with the file alone and needs the log's past.
            both.first.execute("ALTER SYSTEM SET wal_keep_size = '256MB'")
            both.first.make_roles()
            yield both
        finally:
            for one in made:
                one.kill()
                shutil.rmtree(one.folder)
