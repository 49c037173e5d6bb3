"""Opening the file: who holds it, how its schema came to be, what survives a killed process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import inspect

from commandcenter.app import open_center
from commandcenter.domain.commands import AddNote, FileCase, TakeSeat
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskBoard
from commandcenter.storage import tables as t
from commandcenter.storage.database import open_database
from commandcenter.storage.migrate import HEAD, migrate, revision
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import PNG, Room, open_room
from tests.walks import head

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys, time
from pathlib import Path
from commandcenter.app import open_center
open_center(Path(sys.argv[1]), program="simulate")
print("open", flush=True)
time.sleep(60)
"""
WRITE = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from commandcenter.app import open_center
from commandcenter.domain.case import Source
from commandcenter.domain.commands import ReportCase, Picture
desk = open_center(Path(sys.argv[1])).desk
print("open", flush=True)
head = bytes.fromhex("89504e470d0a1a0a")
for n in range(100000):
    sha = desk.keep_picture(head + str(n).encode())
    done = desk.do(ReportCase(item="01-02", source=Source.WINDOW, words=f"第{n}次", place="路口",
                              pictures=(Picture(sha256=sha),)), "intake-1")
    print(done.seq, done.subject, sha, flush=True)
"""


def started(code: str, folder: Path) -> subprocess.Popen[str]:
    """A process of its own that has opened the folder."""
    one = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert one.stdout is not None
    assert one.stdout.readline() == "open\n"
    return one


def ended(one: subprocess.Popen[str]) -> str:
    """Kill it as a power cut would; what it had still said."""
    one.send_signal(signal.SIGKILL)
    rest, _ = one.communicate(timeout=30)
    return rest


def test_a_second_process_is_told_who_holds_the_folder_and_a_killed_one_lets_go(
    tmp_path: Path,
) -> None:
    other = started(HOLD, tmp_path)
    try:
        with pytest.raises(Refusal) as said:
            open_center(tmp_path)
        values = said.value.values
        assert said.value.code == "data_held"
        assert (values["program"], values["pid"]) == ("simulate", other.pid)
    finally:
        ended(other)
    center = open_center(tmp_path)
    with pytest.raises(Refusal, match="data_held"):
        open_center(tmp_path)
    center.close()
    open_center(tmp_path).close()


def test_every_acknowledged_command_survives_a_killed_process(tmp_path: Path) -> None:
    for _ in range(2):
        writer = started(WRITE, tmp_path)
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(40)]
        told += ended(writer).splitlines()
        room = open_room(tmp_path, "2030-01-01 09:00")
        with room.center.database.read.begin() as connection:
            verdict = verify(connection, room.desk.street)
            assert verdict.good and differences(connection, room.desk.street) == []
            rows = connection.exec_driver_sql("SELECT seq, subject FROM journal")
            kept = {row[0]: row[1] for row in rows}
        whole = [one.split() for one in told if len(one.split()) == 3 and len(one.split()[2]) == 64]
        assert len(whole) >= 40
        for seq, subject, sha in whole:
            assert kept[int(seq)] == subject
            assert room.desk.pictures.read(sha)
        assert verdict.entries - int(whole[-1][0]) <= 1  # at most one was done and not yet told
        room.center.close()


def test_two_threads_and_two_seats_lose_nothing(room: Room) -> None:
    case = room.report()
    refusals: list[str] = []
    done: list[int] = []

    def work(seat: int) -> None:
        for n in range(40):
            while True:
                seen = room.case(case).version
                try:
                    step = AddNote(case=case, seen=seen, words=f"{seat}-{n}")
                    done.append(room.desk.do(step, f"intake-{seat}").seq)
                    break
                except Refusal as said:
                    refusals.append(said.code)

    threads = [threading.Thread(target=work, args=(seat,)) for seat in (1, 2)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(set(done)) == 80
    assert set(refusals) <= {"stale"}
    assert room.case(case).version == 81
    assert len([line for line in room.view(case).story if line.words]) == 81
    with room.center.database.read.begin() as connection:
        assert verify(connection, room.desk.street).good


def test_one_picture_kept_by_many_at_once_is_whole(room: Room) -> None:
    data = PNG + b"x" * 300_000
    names: list[str] = []
    threads = [
        threading.Thread(target=lambda: names.append(room.desk.keep_picture(data)))
        for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(names) == 8 and len(set(names)) == 1
    assert room.desk.pictures.read(names[0]) == data
    left = [one.name for one in (room.center.folder / "pictures").rglob("*") if one.is_file()]
    assert left == names[:1]


def test_a_repeated_command_is_done_once_whoever_sends_it_again(room: Room) -> None:
    case = room.report()
    step = FileCase(case=case, seen=1)
    first = room.desk.do(step, "lead-1")
    at = head(room)
    again = room.desk.do(step, "lead-1")
    assert (again.seq, again.subject, again.again) == (first.seq, first.subject, True)
    assert head(room) == at
    assert room.desk.ask(AskBoard(), "lead-1").figures.filed == 1


def test_two_screens_that_saw_the_same_version_do_not_both_win(room: Room) -> None:
    case = walks.filed(room)
    seen = room.case(case).version
    room.desk.do(AddNote(case=case, seen=seen, words="先到"), "intake-1")
    with pytest.raises(Refusal) as said:
        room.desk.do(AddNote(case=case, seen=seen, words="后到"), "intake-2")
    assert said.value.code == "stale"
    assert said.value.values["version"] == seen + 1
    assert said.value.values["state"] == "filed"


def test_who_sits_down_again_at_a_seat_takes_it_over(room: Room) -> None:
    for who in ("intake-1", "lead-1", "intake-1"):
        room.do(TakeSeat, who, seat="1")
    from commandcenter.storage.reference import SettingRow
    from commandcenter.storage.tx import Tx

    with room.center.database.read.begin() as connection:
        row = Tx(connection, room.desk.street).get(SettingRow, "seat:1")
    assert row is not None and row.value == "intake-1"


def test_a_desk_opened_again_shows_what_it_showed(room: Room) -> None:
    walks.callback(room)
    walks.signed(room)
    before = room.desk.ask(AskBoard(), "lead-1")
    room.center.close()
    again = open_room(room.center.folder)
    assert again.desk.ask(AskBoard(), "lead-1") == before
    again.center.close()


def shape(inspector: object, table: str) -> tuple[object, object, object]:
    """Columns with type and nullability, keys and indexes of a table."""
    from sqlalchemy import Inspector

    assert isinstance(inspector, Inspector)
    columns = {
        one["name"]: (str(one["type"]), bool(one["nullable"]))
        for one in inspector.get_columns(table)
    }
    keys = tuple(inspector.get_pk_constraint(table)["constrained_columns"])
    indexes = {(one["name"], bool(one["unique"])) for one in inspector.get_indexes(table)}
    return columns, keys, indexes


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_an_empty_file_is_brought_to_the_schema_the_program_knows(tmp_path: Path) -> None:
    moved, made = open_database(tmp_path / "moved.db"), open_database(tmp_path / "made.db")
    assert revision(moved) is None
    migrate(moved)
    assert revision(moved) == HEAD
    migrate(moved)
    with made.write.begin() as connection:
        t.METADATA.create_all(connection)
    one, two = inspect(moved.read), inspect(made.read)
    names = set(t.METADATA.tables)
    assert names <= set(one.get_table_names())
    for name in sorted(names):
        assert shape(one, name) == shape(two, name), name
    with moved.read.begin() as connection:
        rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {row[0] for row in rows} == {"journal_no_update", "journal_no_delete"}
        tail = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'cases_tail'")
        assert tail.scalar() == 1
    moved.close()
    made.close()


def test_a_file_of_a_later_program_is_refused_untouched(tmp_path: Path) -> None:
    database = open_database(tmp_path / "street.db")
    migrate(database)
    with database.write.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refusal, match="schema_newer"):
        migrate(database)
    assert revision(database) == "9999"
    database.close()


def test_the_file_is_kept_as_safe_as_was_promised(room: Room) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    for engine in (room.center.database.write, room.center.database.read):
        with engine.connect() as connection:
            found = {key: connection.exec_driver_sql(f"PRAGMA {key}").scalar() for key in wanted}
            version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
        assert found == wanted
        assert tuple(map(int, version.split("."))) >= (3, 51, 3)
