"""A street behind a real server in a process of its own, over TLS, on either database."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from commandcenter.app import open_center
from commandcenter.domain.commands import SetPassword
from commandcenter.server.registry import PROTOCOL
from commandcenter.server.tls import certificate_of
from commandcenter.services.desk import Desk
from commandcenter.storage.database import open_database
from commandcenter.storage.rights import grant
from tests.bench.hands import ROLES
from tests.bench.report import folder
from tests.bench.wires import Place, login
from tests.server.processes import ROOT, free_port
from tests.storage.postgres import OWNER, SERVER, cluster

WORD = "大龙街道-7788"
SEATS = ("lead-1", "lead-2", "dispatch-1", "dispatch-2", "dispatch-3", "intake-1", "intake-2")
DATABASES = ("sqlite", "postgres")
Prepare = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class Stand:
    """A server that stands: where, its certificate's fingerprint, its process."""

    place: Place
    pin: str
    process: int

    @property
    def url(self) -> str:
        """What a seat is started with."""
        return f"https://{self.place.host}:{self.place.port}"

    def token(self, person: str) -> str:
        """A session of this person's."""
        return self.session(person)[0]

    def session(self, person: str) -> tuple[str, int]:
        """A session of this person's, and the newest number."""
        found = login(self.place, person, WORD)
        return str(found["token"]), int(found["seq"])

    def tokens(self, seat: int) -> dict[str, str]:
        """Sessions of a seat's three persons (hands.ROLES), so that none has more than it may."""
        found = {}
        for role in ROLES:
            people = [one for one in SEATS if one.startswith(role)]
            found[role] = self.token(people[seat % len(people)])
        return found

    def memory(self) -> float:
        """What the server holds in memory now, in MB; Linux only."""
        for line in Path(f"/proc/{self.process}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("no VmRSS")

    def spent(self) -> float:
        """Seconds of processor that the server has used so far; Linux only."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100


@contextmanager
def standing(
    prepare: Prepare, database: str = "sqlite", street: Path | None = None
) -> Iterator[Stand]:
    """`python -m commandcenter serve` on a demo street, or on a copy of one that is built."""
    with ExitStack() as stack:
        place = Path(tempfile.mkdtemp(dir=folder()))
        stack.callback(shutil.rmtree, place)
        home = place / "street"
        if street is not None:
            shutil.copytree(street, home)
        urls = stack.enter_context(_database()) if database == "postgres" else None
        center = open_center(home, database=urls and urls[0], program="bench")
        for person in SEATS:
            center.desk.do(SetPassword(person=person, password=WORD), "system")
        prepare(center.desk)
        center.close()
        if urls:
            _grant(urls[0])
        yield stack.enter_context(_served(home, urls and urls[1]))


@contextmanager
def _database() -> Iterator[tuple[str, str]]:
    """The addresses of an empty database for its owner and for the servers' role."""
    with cluster() as made:
        name = made.make()
        yield made.url(name, OWNER), made.url(name, SERVER)


def _grant(url: str) -> None:
    database = open_database(url)
    grant(database, SERVER)
    database.close()


@contextmanager
def _served(home: Path, database: str | None) -> Iterator[Stand]:
    port = free_port()
    words = ["serve", "--data", str(home), "--port", str(port), "--new-certificate"]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "commandcenter",
            *words,
            *(["--database", database] if database else []),
        ],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(process, port)
        found = certificate_of(home)
        assert found is not None
        yield Stand(Place(port, PROTOCOL), found.fingerprint, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until it takes calls."""
    end = time.monotonic() + 60
    while True:
        assert process.poll() is None and time.monotonic() < end, "the server did not come"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
