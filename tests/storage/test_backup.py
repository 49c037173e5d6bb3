"""A backup beside a working desk: a moment of it, whole or not there, without the purged."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text

from commandcenter.__main__ import main
from commandcenter.domain.commands import PurgeComplainant, VoidCase
from commandcenter.domain.refusal import Refusal
from commandcenter.storage import tables as t
from commandcenter.storage.backup import back_up, named_pictures, picture_in, reading
from commandcenter.storage.database import FILE
from commandcenter.storage.manifest import read_manifest
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import PNG, Room, local

ROOT = Path(__file__).resolve().parents[2]
AT = local("2025-09-29 20:00")
BACK_UP = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from commandcenter.storage import backup
def told(what, done, most):
    if what == "database" or done == 1:
        print(what, flush=True)
        sys.stdin.readline()
backup.back_up(Path(sys.argv[1]), Path(sys.argv[2]), datetime.now(UTC), told)
"""


def left(folder: Path) -> list[str]:
    """Names of all that lies beside the street."""
    return sorted(path.name for path in folder.iterdir() if path.name != "street")


def with_picture(room: Room, data: bytes = PNG, **fields: object) -> tuple[str, str]:
    """A filed case whose report has a picture; the case and the picture's sha256."""
    from commandcenter.domain.commands import Picture

    sha = room.desk.keep_picture(data)
    return walks.filed(room, pictures=(Picture(sha256=sha),), **fields), sha


def test_the_copy_is_the_street_with_its_named_pictures_and_its_key(
    room: Room, tmp_path: Path
) -> None:
    _, sha = with_picture(room)
    room.desk.keep_picture(PNG + b"named by no row")
    made = back_up(room.center.folder, tmp_path / "copy", AT)
    copy = tmp_path / "copy"
    assert read_manifest(copy) == made
    assert (made.seq, made.pictures, made.lost) == (walks.head(room), 1, ())
    files = {path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()}
    assert files == {FILE, "street.key", "manifest.json", f"pictures/{sha[:2]}/{sha}"}
    mine = (copy, *(copy / one for one in files))
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 for path in mine)
    with reading(copy / FILE) as connection:
        assert verify(connection, made.street).head == made.hash
        assert differences(connection, made.street) == []


def test_a_copy_made_while_the_desk_writes_is_a_moment_of_it(room: Room, tmp_path: Path) -> None:
    for _ in range(5):
        walks.filed(room)
    before = walks.head(room)
    enough, stop = threading.Event(), threading.Event()

    def write() -> None:
        while not stop.is_set():
            walks.filed(room)
            if walks.head(room) > before + 6:
                enough.set()

    writer = threading.Thread(target=write)
    copied: list[int] = []

    def told(what: str, _done: int, _all: int) -> None:
        if what == "database" and not copied:
            writer.start()
            assert enough.wait(30)  # written between two steps of the copy
        copied.append(1)

    try:
        made = back_up(room.center.folder, tmp_path / "copy", AT, told)
    finally:
        stop.set()
        writer.join()
    assert made.seq < walks.head(room)
    with reading(tmp_path / "copy" / FILE) as connection:
        verdict = verify(connection, made.street)
        assert verdict.good and verdict.entries == made.seq
        assert differences(connection, made.street) == []
    with room.center.database.read.begin() as live:
        wanted = select(t.journal.c.hash).where(t.journal.c.seq == made.seq)
        assert live.execute(wanted).scalar_one() == made.hash


def test_nothing_is_overwritten_and_nothing_goes_into_the_data(room: Room, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine").write_text("mine")
    with pytest.raises(Refusal, match="exists"):
        back_up(room.center.folder, taken, AT)
    with pytest.raises(Refusal, match="inside_data"):
        back_up(room.center.folder, room.center.folder / "copy", AT)
    assert (taken / "mine").read_text() == "mine"
    assert left(tmp_path) == ["taken"]


def test_who_was_purged_is_in_no_later_copy(room: Room, tmp_path: Path) -> None:
    secret = "独一无二的来电人姓名"
    case, sha = with_picture(room, words=secret)
    room.do(VoidCase, "lead-1", case=case, reason="mistake")
    back_up(room.center.folder, tmp_path / "before", AT)
    room.do(PurgeComplainant, "admin-1", case=case, basis="asked_by_person")
    made = back_up(room.center.folder, tmp_path / "after", AT)
    assert secret.encode() in (tmp_path / "before" / FILE).read_bytes()
    assert secret.encode() not in (tmp_path / "after" / FILE).read_bytes()
    assert (picture_in(tmp_path / "before", sha).exists(), made.pictures) == (True, 0)
    assert not (tmp_path / "after" / "pictures").exists()


def test_a_purge_in_the_middle_of_a_copy_makes_it_begin_again(room: Room, tmp_path: Path) -> None:
    case, sha = with_picture(room)
    room.do(VoidCase, "lead-1", case=case, reason="mistake")
    passes = []

    def told(what: str, done: int, most: int) -> None:
        if what == "database" and done == most:
            passes.append(done)
            if len(passes) == 1:
                room.do(PurgeComplainant, "admin-1", case=case, basis="asked_by_person")

    made = back_up(room.center.folder, tmp_path / "copy", AT, told)
    assert (len(passes), made.pictures, made.lost) == (2, 0, ())
    with reading(tmp_path / "copy" / FILE) as connection:
        assert sha not in set(named_pictures(connection))


def test_a_lost_picture_is_told_and_hinders_no_copy(
    room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, gone = with_picture(room)
    _, kept = with_picture(room, PNG + b"2")
    picture_in(room.center.folder, gone).write_bytes(b"not what its name says")
    words = ("backup", "--data", str(room.center.folder), "--to", str(tmp_path / "copy"))
    assert main(words) == 1
    assert gone in capsys.readouterr().err
    made = read_manifest(tmp_path / "copy")
    assert (made.lost, made.pictures) == ((gone,), 1)
    assert picture_in(tmp_path / "copy", kept).exists()


def test_a_forged_journal_is_not_copied(room: Room, tmp_path: Path) -> None:
    walks.filed(room)
    with room.center.database.write.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_no_update"))
        connection.execute(text("UPDATE journal SET who = 'x' WHERE seq = 2"))
    with pytest.raises(Refusal, match="backup_bad"):
        back_up(room.center.folder, tmp_path / "copy", AT)
    assert left(tmp_path) == []


def started(room: Room, to: Path, **more: object) -> subprocess.Popen[str]:
    """A backup in a process of its own, which waits at each step for a line."""
    return subprocess.Popen(
        [sys.executable, "-c", BACK_UP, str(room.center.folder), str(to)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more,
    )  # type: ignore[call-overload]  # fmt: skip


@pytest.mark.parametrize("where", ["database", "pictures"])
def test_a_killed_copy_leaves_no_file_of_its_name_and_the_next_clears_up(
    room: Room, tmp_path: Path, where: str
) -> None:
    with_picture(room)
    with started(room, tmp_path / "copy") as process:
        assert process.stdin and process.stdout
        while process.stdout.readline().strip() != where:
            process.stdin.write("\n")
            process.stdin.flush()
        process.send_signal(signal.SIGKILL)
    assert left(tmp_path) == [".copy.part"]
    made = back_up(room.center.folder, tmp_path / "copy", AT)
    assert (left(tmp_path), made.pictures) == (["copy"], 1)


def test_two_copies_of_one_name_are_not_made_at_once(room: Room, tmp_path: Path) -> None:
    with started(room, tmp_path / "copy") as process:
        assert process.stdin and process.stdout
        assert process.stdout.readline().strip() == "database"
        with pytest.raises(Refusal, match="data_held"):
            back_up(room.center.folder, tmp_path / "copy", AT)
        process.communicate("\n" * 50)
    assert (process.returncode, left(tmp_path)) == (0, ["copy"])


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_left(room: Room, tmp_path: Path) -> None:
    with_picture(room)
    size = (room.center.folder / FILE).stat().st_size

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

    done = subprocess.run(
        [sys.executable, "-m", "commandcenter", "backup", "--data", str(room.center.folder),
         "--to", str(tmp_path / "copy")],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        preexec_fn=small, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "nothing is left of it" in done.stderr and "Traceback" not in done.stderr
    assert left(tmp_path) == []
    assert shutil.disk_usage(tmp_path).free > size
