"""A backup while eight people write, from a file and from PostgreSQL: a moment, whole, and back."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import select

from commandcenter.__main__ import main
from commandcenter.domain.commands import Picture
from commandcenter.domain.refusal import Refusal
from commandcenter.storage import tables as t
from commandcenter.storage.backup import back_up, reading
from commandcenter.storage.database import FILE, Database
from commandcenter.storage.manifest import Manifest
from commandcenter.storage.replay import differences
from commandcenter.storage.restore import drill
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import PNG, Room, SetClock, local
from tests.storage.postgres import OWNER, SERVER, Cluster
from tests.stores import START, Town, found_town

ROOT = Path(__file__).resolve().parents[2]
AT = local("2025-09-29 20:00")
WRITERS = 8


@pytest.fixture(scope="module")
def town(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    made = found_town(postgres, tmp_path_factory.mktemp("town") / "street")
    yield made
    made.close()


@pytest.fixture
def mine(town: Town, tmp_path: Path) -> Iterator[Town]:
    made = town.copy(tmp_path / "town")
    yield made
    made.close()


@contextmanager
def eight_writers(rooms: list[Room]) -> Iterator[Callable[[int], int]]:
    """Eight threads report, with pictures, until the end; what is given waits for so many more."""
    stop, more, done = threading.Event(), threading.Condition(), [0]
    faults: list[BaseException] = []

    def write(room: Room, number: int) -> None:
        try:
            while not stop.is_set():
                sha = room.desk.keep_picture(PNG + bytes([number]) + str(done[0]).encode())
                room.report(words=f"第{number}人", pictures=(Picture(sha256=sha),))
                with more:
                    done[0] += 1
                    more.notify_all()
        except BaseException as fault:
            faults.append(fault)
            raise

    def wait_for(count: int) -> int:
        with more:
            wanted = done[0] + count
            assert more.wait_for(lambda: done[0] >= wanted or faults, 60) and not faults
            return done[0]

    threads = [
        threading.Thread(target=write, args=(rooms[number % len(rooms)], number))
        for number in range(WRITERS)
    ]
    for one in threads:
        one.start()
    try:
        yield wait_for
    finally:
        stop.set()
        for one in threads:
            one.join()


def taken(room: Room, database: str | None, to: Path, wait_for: Callable[[int], int]) -> Manifest:
    """A backup in whose middle ten reports more are written; it holds all that were told before."""
    waited: list[int] = []
    before = walks.head(room)

    def told(what: str, _done: int, _all: int) -> None:
        if not waited:
            waited.append(wait_for(10))

    made = back_up(room.center.folder, to, AT, told, database=database)
    wait_for(1)
    assert waited and before <= made.seq < walks.head(room)
    return made


def is_prefix(copy: Path, made: Manifest, live: Database) -> None:
    """The copy verifies by itself, and its journal is the beginning of the living one."""
    wanted = select(t.journal.c.seq, t.journal.c.hash).where(t.journal.c.seq <= made.seq)
    with reading(copy / FILE) as connection:
        verdict = verify(connection, made.street)
        assert verdict.good and (verdict.entries, verdict.head) == (made.seq, made.hash)
        assert differences(connection, made.street) == []
        told = connection.execute(wanted.order_by(t.journal.c.seq)).all()
    with live.read.begin() as connection:
        assert connection.execute(wanted.order_by(t.journal.c.seq)).all() == told


def test_a_file_is_copied_whole_while_eight_people_write(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commandcenter.storage.live.STEP", 8)  # pages: a small street in many
    with eight_writers([room]) as wait_for:
        wait_for(WRITERS)
        made = [taken(room, None, tmp_path / str(n), wait_for) for n in range(2)]
    for n, one in enumerate(made):
        is_prefix(tmp_path / str(n), one, room.center.database)
        assert drill(tmp_path / str(n), scratch=tmp_path).differences == ()
        assert one.pictures > 0 and one.lost == ()
    assert made[0].seq < made[1].seq


def test_a_street_on_postgres_is_copied_whole_and_comes_back_into_a_new_database(
    mine: Town, postgres: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rooms = [mine.open(SetClock(START)) for _ in range(2)]
    with eight_writers(rooms) as wait_for:
        wait_for(WRITERS)
        made = taken(rooms[0], mine.url(), tmp_path / "copy", wait_for)
    is_prefix(tmp_path / "copy", made, rooms[0].center.database)
    assert drill(tmp_path / "copy", scratch=tmp_path).differences == ()
    new = Town(postgres, postgres.make(), tmp_path / "back")
    words = ["restore", "--from", str(tmp_path / "copy"), "--data", str(new.folder)]
    try:
        assert main([*words, "--database", new.url(OWNER), "--role", SERVER]) == 0
        assert made.hash in capsys.readouterr().out
        room = new.open(SetClock(START))
        verdict = room.center.verify()
        assert (verdict.entries, verdict.head) == (made.seq, made.hash)
        assert room.center.differences() == []
        walks.filed(room)
    finally:
        new.close()


def test_what_came_back_but_not_into_the_database_is_kept_and_told(
    mine: Town, room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back_up(room.center.folder, tmp_path / "copy", AT)
    words = ["restore", "--from", str(tmp_path / "copy"), "--data", str(tmp_path / "back")]
    assert main([*words, "--database", mine.url(OWNER)]) == 2
    said = capsys.readouterr()
    assert str(tmp_path / "back") in said.out and "has this street already" in said.err
    assert drill(tmp_path / "copy", scratch=tmp_path).differences == ()


def copied(mine: Town, url: str, to: Path, most: int | None = None) -> tuple[int, str]:
    """The command line's backup of a street on PostgreSQL, with a disk of so many bytes."""

    def small() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        [sys.executable, "-m", "commandcenter", "backup", "--data", str(mine.folder),
         "--database", url, "--to", str(to)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        preexec_fn=small, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def test_a_full_disk_leaves_no_half_copy_of_postgres(mine: Town, tmp_path: Path) -> None:
    code, said = copied(mine, mine.url(), tmp_path / "copy", 200_000)
    assert code == 1 and "nothing is left of it" in said, said
    assert [one.name for one in tmp_path.iterdir()] == ["town"]


def test_a_wrong_password_and_a_wrong_role_are_told(
    mine: Town, postgres: Cluster, tmp_path: Path
) -> None:
    """What keeps the backup out is said in one sentence, and nothing is left of it."""
    postgres.execute("CREATE ROLE {} LOGIN PASSWORD 'right'", "guarded")
    rules = postgres.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text(f"local all guarded scram-sha-256\n{before}")
    postgres.execute("SELECT pg_reload_conf()")
    try:
        for user, reason in (
            ("guarded:wrong", "password authentication failed"),
            ("guarded:right", "permission denied"),
            ("nobody_here", "does not exist"),
        ):
            code, said = copied(mine, mine.url(user), tmp_path / "copy")
            assert code == 1 and reason in said and "nothing is left of it" in said, said
    finally:
        rules.write_text(before)
        postgres.execute("SELECT pg_reload_conf()")
        postgres.execute("DROP ROLE {}", "guarded")
    assert [one.name for one in tmp_path.iterdir()] == ["town"]


def test_a_link_that_is_cut_in_the_middle_leaves_no_copy(
    mine: Town, postgres: Cluster, tmp_path: Path
) -> None:
    mine.open(SetClock(START)).report()

    with closing(psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True)) as admin:

        def cut(what: str, _done: int, _all: int) -> None:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                (mine.name,),
            )

        with pytest.raises(Refusal, match="not_written"):
            back_up(mine.folder, tmp_path / "copy", AT, cut, database=mine.url())
    assert [one.name for one in tmp_path.iterdir()] == ["town"]
