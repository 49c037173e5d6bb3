"""A PostgreSQL server of the tests' own: started in a fresh folder, gone with them."""

from __future__ import annotations

import itertools
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

OWNER, SERVER = "street_owner", "street_server"
PATIENCE = 20
_NAMES = itertools.count(1)


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL here, 15 or later; None where there is none."""
    found = [Path(path).resolve().parent for path in [shutil.which("initdb")] if path]
    found += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name)
    )
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            said = subprocess.run(
                [folder / "postgres", "--version"], capture_output=True, text=True, check=True
            ).stdout
            version = re.search(r"\d+", said)
            if version and int(version[0]) >= 15:
                return folder
    return None


class Cluster:
    """A running server: reached through a socket in its own folder, or a port on loopback."""

    def __init__(self, folder: Path, programs: Path, *settings: str, port: int = 5432) -> None:
        self.folder = folder
        self.port = port
        self._programs = programs
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._as: dict[str, object] = {}
        if os.geteuid() == 0:  # the server refuses to run as root
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)
            self._as = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def init(self, *more: str) -> None:
        """Make the data folder; `more` are further words of initdb."""
        self.run(
            "initdb", "-D", str(self.folder / "data"), "-U", "postgres", "--auth=trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions", *more,
        )  # fmt: skip

    def run(self, program: str, *words: str) -> None:
        """Run one of PostgreSQL's programs as the server's user."""
        done = subprocess.run(
            [self._programs / program, *words],
            cwd=self.folder, capture_output=True, text=True, check=False, **self._as,
        )  # type: ignore[call-overload]  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")

    def start(self) -> None:
        """Start, and wait until it lets in."""
        settings = [
            "listen_addresses=", f"unix_socket_directories={self.folder}", "shared_buffers=64MB",
            "max_connections=200", "timezone=UTC", "log_min_messages=fatal", f"port={self.port}",
            *self._settings,
        ]  # fmt: skip
        words = [part for one in settings for part in ("-c", one)]
        with open(self.folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", str(self.folder / "data"), *words],
                cwd=self.folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                start_new_session=True, **self._as,
            )  # type: ignore[call-overload]  # fmt: skip
        until = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url("postgres", "postgres")).close()
            except psycopg.OperationalError:
                dead = self._process.poll() is not None
                if dead or time.monotonic() > until:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop at once; whoever is connected is cut."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE)
        self._process = None

    def kill(self) -> None:
        """As a power cut would: the server's processes die without a word."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(PATIENCE)
            self._process = None

    def url(self, database: str, user: str = OWNER) -> str:
        """The address of a database for a user."""
        host = quote(str(self.folder), safe="")
        return f"postgresql://{user}@/{database}?host={host}&port={self.port}"

    def execute(self, text: str, *names: str) -> None:
        """A statement as the superuser, outside a transaction; each {} is a name."""
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(text).format(*map(sql.Identifier, names)))

    def waiting(self) -> list[str]:
        """What its commits wait for: SyncRep is a standby that has not confirmed."""
        with psycopg.connect(self.url("postgres", "postgres")) as connection:
            rows = connection.execute(
                "SELECT wait_event FROM pg_stat_activity"
                " WHERE wait_event_type = 'IPC' AND backend_type = 'client backend'"
            )
            return [str(row[0]) for row in rows]

    def make_roles(self) -> None:
        """The owner of the schema, and the role of servers that may do less."""
        self.execute("CREATE ROLE {} LOGIN", OWNER)
        self.execute("CREATE ROLE {} LOGIN", SERVER)

    def make(self, template: str = "template0") -> str:
        """A database of its own, copied from a template (15 ms); its name."""
        name = f"street_{next(_NAMES)}"
        self.execute("CREATE DATABASE {} TEMPLATE {} OWNER {}", name, template, OWNER)
        return name

    def drop(self, name: str) -> None:
        """The database goes, with whoever is connected."""
        self.execute("DROP DATABASE {} WITH (FORCE)", name)


@contextmanager
def cluster(*settings: str) -> Iterator[Cluster]:
    """A server for a while; RuntimeError where PostgreSQL is not installed."""
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL 15 or newer is not installed (.ci/packages.txt)")
    folder = Path(tempfile.mkdtemp(prefix="cc-pg-"))  # short: a socket's path has 107 bytes
    made = Cluster(folder, programs, *settings)
    try:
        made.init()
        made.start()
        made.make_roles()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder)
