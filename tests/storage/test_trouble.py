"""A damaged file, a full disk, a clock set back: told in a sentence, and no report is lost."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from commandcenter.__main__ import main
from commandcenter.app import open_center
from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import AddNote, CloseCase, FileCase, PurgeComplainant, VoidCase
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskBoard, AskFind
from commandcenter.storage.database import driver
from commandcenter.storage.keys import make_key
from tests import walks
from tests.fakes import PNG, Room, SetClock, open_room
from tests.storage.postgres import Cluster
from tests.stores import START, found_town
from tests.walks import head
from ui.app import trouble_text

ROOT = Path(__file__).resolve().parents[2]


def halved(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def scribbled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for page in range(4096 * 3, len(data), 4096):
        data[page : page + 200] = b"x" * 200
    file.write_bytes(bytes(data))


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILED: dict[str, Callable[[Path], object]] = {
    "half of it": halved,
    "last page gone": lambda file: file.write_bytes(file.read_bytes()[:-4096]),
    "written over": scribbled,
    "nothing left": lambda file: file.write_bytes(b""),
    "a text": lambda file: file.write_text("hello" * 1000),
    "a folder": a_folder,
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_damaged_file_is_told_left_alone_and_let_go(
    founded: Path, tmp_path: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "street"
    shutil.copytree(founded, folder)
    file = folder / "street.db"
    SPOILED[how](file)
    before = file.read_bytes() if file.is_file() else b""
    for _ in range(2):  # the second time shows that the folder was let go
        with pytest.raises(Refusal, match="data_unreadable") as said:
            open_center(folder)
    assert "备份" in trouble_text(said.value)
    assert main(["simulate", "--data", str(folder), "--events", "1"]) == 1
    assert "数据文件读不出来" in capsys.readouterr().err
    assert (file.read_bytes() if file.is_file() else b"") == before


def test_the_window_does_not_open_on_a_damaged_file_and_says_why(
    founded: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "street"
    shutil.copytree(founded, folder)
    halved(folder / "street.db")
    words = [sys.executable, "-m", "ui", "--data", str(folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 3
    assert "数据文件打不开或已损坏" in done.stderr and "Traceback" not in done.stderr


def test_a_damaged_key_is_told_and_not_made_anew(founded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "street"
    shutil.copytree(founded, folder)
    (folder / "street.key").write_bytes(b"short")
    with pytest.raises(Refusal, match="key_damaged") as said:
        open_center(folder)
    assert "street.key" in trouble_text(said.value)
    assert (folder / "street.key").read_bytes() == b"short"


@pytest.fixture
def called(room: Room) -> Path:
    """A folder with two reports by one caller, and one more that was purged; closed."""
    for _ in range(2):
        room.report(caller_name="陈某", caller_phone="+86 138 0000 5678")
    gone = walks.filed(room, caller_phone="13900001111")
    room.do(VoidCase, "lead-1", case=gone, reason="mistake")
    room.do(PurgeComplainant, "admin-1", case=gone, basis="asked_by_person")
    room.center.close()
    return room.center.folder


def earlier(folder: Path, phone: str) -> int:
    """How many reports by the number a desk finds that is opened now."""
    room = open_room(folder)
    try:
        return len(room.desk.ask(AskFind(text=phone), "lead-1").lines)
    finally:
        room.center.close()


def test_a_lost_key_is_told_and_not_made_anew(
    called: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (called / "street.key").unlink()
    for _ in range(2):  # the folder was let go
        with pytest.raises(Refusal, match="street_key_lost") as said:
            open_center(called)
        assert "street.key" in trouble_text(said.value)
    assert not (called / "street.key").exists()
    assert main(["simulate", "--data", str(called), "--events", "1"]) == 1
    assert "new-key" in capsys.readouterr().err
    assert main(["backup", "--data", str(called), "--to", str(called.parent / "copy")]) == 1
    assert "new-key" in capsys.readouterr().err


def test_another_streets_key_is_told_and_not_used(called: Path) -> None:
    before = (called / "street.key").read_bytes()
    (called / "street.key").write_bytes(before[::-1])
    with pytest.raises(Refusal, match="street_key_other") as said:
        open_center(called)
    assert "street.key" in trouble_text(said.value)
    (called / "street.key").write_bytes(before)
    assert earlier(called, "13800005678") == 2


def test_a_key_from_the_backup_finds_earlier_callers_again(called: Path, tmp_path: Path) -> None:
    assert main(["backup", "--data", str(called), "--to", str(tmp_path / "copy")]) == 0
    (called / "street.key").unlink()
    shutil.copy(tmp_path / "copy" / "street.key", called)
    assert earlier(called, "13800005678") == 2


def test_a_new_key_is_made_on_demand_only_and_finds_whom_it_may(
    called: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["new-key", "--data", str(called)]
    assert main(words) == 2  # there is one
    assert "not overwritten" in capsys.readouterr().err
    before = (called / "street.key").read_bytes()
    (called / "street.key").unlink()
    assert main(words) == 0
    assert "2 callers' numbers" in capsys.readouterr().out
    assert (called / "street.key").read_bytes() != before
    assert (called / "street.key").stat().st_mode & 0o077 == 0
    assert (earlier(called, "13800005678"), earlier(called, "13900001111")) == (2, 0)


def test_a_new_key_is_not_made_where_no_street_is_or_a_desk_is_open(
    room: Room, tmp_path: Path
) -> None:
    assert main(["new-key", "--data", str(tmp_path)]) == 1
    (room.center.folder / "street.key").rename(tmp_path / "aside")
    assert main(["new-key", "--data", str(room.center.folder)]) == 3
    assert not (room.center.folder / "street.key").exists()


@contextmanager
def no_room(most: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes: what a full disk does to a write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_keeps_no_half_picture_and_takes_the_whole_one_later(room: Room) -> None:
    data = PNG + b"x" * 300_000
    with no_room(100_000), pytest.raises(Refusal, match="disk_full"):
        room.desk.keep_picture(data)
    kept = room.center.folder / "pictures"
    assert [one for one in kept.rglob("*") if one.is_file()] == []
    assert room.desk.pictures.read(room.desk.keep_picture(data)) == data


def test_a_folder_that_takes_nothing_is_told(room: Room) -> None:
    kept = room.center.folder / "pictures"
    shutil.rmtree(kept, ignore_errors=True)
    kept.write_text("in the way")
    with pytest.raises(Refusal, match="disk_readonly"):
        room.desk.keep_picture(PNG)


def test_a_full_disk_refuses_the_command_and_the_same_one_is_done_later(room: Room) -> None:
    case = room.report()
    at = head(room)
    note = AddNote(case=case, seen=1, words="长" * 4000)
    with room.center.database.write.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refusal, match="disk_full"):
        for _ in range(50):
            room.desk.do(note, "intake-1")
            note = AddNote(case=case, seen=note.seen + 1, words="长" * 4000)
    done = head(room)
    assert room.center.verify().good and room.center.differences() == []
    with room.center.database.write.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert room.desk.do(note, "intake-1").seq == done + 1 > at
    assert room.center.verify().good


def test_a_write_that_the_disk_cuts_off_is_not_known_and_the_same_one_is_done_once(
    room: Room,
) -> None:
    case = room.report()
    note = AddNote(case=case, seen=1, words="长" * 4000)
    most = (room.center.folder / "street.db-wal").stat().st_size + 1000
    with no_room(most), pytest.raises(Refusal, match="disk_fault"):
        for _ in range(50):
            room.desk.do(note, "intake-1")
            note = AddNote(case=case, seen=note.seen + 1, words="长" * 4000)
    done = head(room)
    assert room.desk.do(note, "intake-1").seq == done + 1
    assert room.desk.do(note, "intake-1").again and head(room) == done + 1
    assert room.center.verify().good and room.center.differences() == []


def test_a_commit_that_stands_though_the_disk_said_no_is_told_as_done(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, at = room.report(), head(room)
    engine = room.center.database.write
    said: list[str] = []

    def torn(raw: Any) -> None:
        """What a disk does that fails after it has written."""
        raw.commit()
        if not said:
            said.append("disk I/O error")
            fault = driver().OperationalError(*said)
            fault.sqlite_errorname = "SQLITE_IOERR_FSYNC"
            raise fault

    monkeypatch.setattr(engine.dialect, "do_commit", torn)
    receipt = room.desk.do(AddNote(case=case, seen=1, words="补充"), "intake-1")
    assert said and receipt.again and receipt.seq == head(room) == at + 1
    assert room.center.verify().good and room.center.differences() == []


def test_what_callers_said_is_for_the_owners_eyes_only(tmp_path: Path) -> None:
    room = open_room(tmp_path / "street")
    room.report(caller_phone="13800005678", pictures=(room.picture(),))
    folder = room.center.folder
    for name in ("street.db", "street.db-wal", "street.db-shm", "street.key", "pictures"):
        assert (folder / name).stat().st_mode & 0o077 == 0, name
    room.center.close()


def test_no_error_of_the_database_carries_a_callers_words(room: Room) -> None:
    from sqlalchemy import insert
    from sqlalchemy.exc import DatabaseError

    from commandcenter.storage import tables as t

    with pytest.raises(DatabaseError) as said, room.center.database.write.begin() as connection:
        row = {"street": "1", "id": "1", "subject": None, "kind": "words", "body": "皇甫鹭瑶"}
        connection.execute(insert(t.private), row)
    assert "private" in str(said.value) and "皇甫鹭瑶" not in str(said.value)


def test_a_clock_set_back_loses_nothing_and_breaks_nothing(room: Room) -> None:
    case = walks.filed(room)
    room.clock.set("2025-09-28 21:00")  # twelve hours before it was filed
    board = room.desk.ask(AskBoard(), "lead-1")
    assert [one.id for one in board.cases] == [case]
    later = room.report(words="钟拨回后的来电")
    room.do(FileCase, "lead-1", case=later)
    done = walks.passed(room)
    room.do(CloseCase, "lead-1", case=done)
    assert room.case(done).state is CaseState.CLOSED
    numbers = [room.case(one).number for one in (case, later, done)]
    assert numbers == sorted(set(numbers), key=str)
    assert room.center.verify().good and room.center.differences() == []
    room.center.close()
    again = open_room(room.center.folder, "2025-09-29 09:00")
    assert {case, later} <= {one.id for one in again.desk.ask(AskBoard(), "lead-1").cases}
    again.center.close()


def test_a_clock_set_back_over_new_year_gives_no_number_twice(room: Room) -> None:
    room.clock.set("2026-01-01 00:10")
    first = walks.filed(room)
    room.clock.set("2025-12-31 23:50")
    second = walks.filed(room)
    assert [room.case(one).number for one in (first, second)] == ["2026-000001", "2026-000002"]


def test_who_holds_the_folder_is_told_with_the_true_time_while_another_day_is_played(
    tmp_path: Path,
) -> None:
    room = open_room(tmp_path / "street", "2019-07-11 10:00")
    with pytest.raises(Refusal, match="data_held") as said:
        open_center(tmp_path / "street")
    since = datetime.fromisoformat(str(said.value.values["since"]))
    assert datetime.now(UTC) - since < timedelta(hours=1)
    room.center.close()


def test_a_second_server_without_the_streets_key_is_told_and_a_copy_lets_it_in(
    postgres: Cluster, tmp_path: Path
) -> None:
    town = found_town(postgres, tmp_path / "first")
    try:
        room = town.open(SetClock(START))
        room.report(caller_phone="13800005678")
        second = tmp_path / "second"
        with pytest.raises(Refusal, match="street_key_lost"):
            open_center(second, database=town.url())
        make_key(second)
        with pytest.raises(Refusal, match="street_key_other"):
            open_center(second, database=town.url())
        shutil.copy(town.folder / "street.key", second)
        open_center(second, database=town.url()).close()
        (town.folder / "street.key").unlink()
        words = ["new-key", "--data", str(town.folder), "--database", town.url()]
        assert main(words) == 0
        with pytest.raises(Refusal, match="street_key_other"):
            open_center(second, database=town.url())
        again = town.open(SetClock(START))
        assert len(again.desk.ask(AskFind(text="13800005678"), "lead-1").lines) == 1
    finally:
        town.close()
