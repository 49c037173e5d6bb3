"""A move that is killed leaves the street in one home, and the next try takes it whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from commandcenter.domain.refusal import Refusal
from commandcenter.storage import tables as t
from commandcenter.storage.carry import CARRIED
from commandcenter.storage.database import open_database
from commandcenter.storage.move import move
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import Room, local, open_room
from tests.storage.postgres import Cluster

ROOT = Path(__file__).resolve().parents[2]
AT = local("2025-09-29 20:00")
MOVE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from commandcenter.storage.move import move
def told(what, done, most):
    if what == sys.argv[3]:
        print(what, flush=True)
        sys.stdin.readline()
move(Path(sys.argv[1]), sys.argv[2], datetime.now(UTC), told)
"""


@pytest.fixture
def url(postgres: Cluster) -> Iterator[str]:
    """The address of an empty database."""
    name = postgres.make()
    yield postgres.url(name)
    postgres.drop(name)


def killed(folder: Path, url: str, where: str) -> None:
    """A move in a process of its own, killed at a step."""
    with subprocess.Popen(
        [sys.executable, "-c", MOVE, str(folder), url, where],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout and process.stdout.readline().strip() == where
        process.send_signal(signal.SIGKILL)


def carried(url: str) -> int:
    """How many rows the target has."""
    with closing(open_database(url)) as database, database.read.begin() as connection:
        counts = (select(func.count()).select_from(table) for table in CARRIED)
        return sum(connection.execute(one).scalar_one() for one in counts)


@pytest.mark.parametrize("where", ["verify", "analyze", "commit"])
def test_a_killed_move_leaves_one_home_and_the_next_takes_it_whole(
    room: Room, url: str, where: str
) -> None:
    walks.closed(room)
    folder, seq = room.center.folder, walks.head(room)
    room.center.close()
    killed(folder, url, where)
    assert carried(url) == 0
    if where == "commit":  # nobody can know whether that stands: the file says so, and waits
        with pytest.raises(Refusal, match="street_moved"):
            open_room(folder)
    else:
        again = open_room(folder)
        walks.filed(again)
        seq = walks.head(again)
        again.center.close()
    done = move(folder, url, AT, again=where == "commit")
    assert done.seq == seq
    with closing(open_database(url)) as database, database.read.begin() as connection:
        assert verify(connection, done.street).head == done.hash
        assert differences(connection, done.street) == []
        assert connection.execute(select(t.chain_head.c.seq)).scalar_one() == seq


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journal WHERE seq = 4",
        "DELETE FROM journal WHERE seq > 7",
        "UPDATE journal SET data = replace(data, 'filed', 'voids') WHERE seq = 3",
        "DELETE FROM chain_head",
    ],
)
def test_a_broken_chain_does_not_move(room: Room, url: str, statement: str) -> None:
    walks.closed(room)
    with room.center.database.write.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("DROP TRIGGER journal_no_delete")
        connection.exec_driver_sql(statement)
    room.center.close()
    with pytest.raises(Refusal) as said:
        move(room.center.folder, url, AT)
    assert said.value.code == ("no_street" if "head" in statement else "backup_bad")
    assert carried(url) == 0
