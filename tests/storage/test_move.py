"""A street moves to PostgreSQL whole: entries, numbers, seals, words; and has one home only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import select

from commandcenter.__main__ import main
from commandcenter.app import open_center
from commandcenter.domain.commands import Picture
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskFind
from commandcenter.storage import tables as t
from commandcenter.storage.carry import CARRIED
from commandcenter.storage.database import FILE, Database, open_database
from commandcenter.storage.manifest import head_of
from commandcenter.storage.migrate import migrate
from commandcenter.storage.move import Moved, move
from commandcenter.storage.replay import differences
from commandcenter.storage.restore import restore
from commandcenter.storage.rights import grant
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import PNG, Room, SetClock, local, open_room
from tests.storage.postgres import OWNER, SERVER, Cluster
from tests.stores import START, Town

AT = local("2025-09-29 20:00")


@pytest.fixture
def target(postgres: Cluster) -> Iterator[str]:
    """The name of an empty database."""
    name = postgres.make()
    yield name
    postgres.drop(name)


@pytest.fixture
def lived(room: Room) -> Room:
    """A desk with a closed case, a live one with a picture, private words and a position."""
    walks.closed(room)
    sha = room.desk.keep_picture(PNG)
    walks.dispatched(room, words="井盖破损，请尽快处理", pictures=(Picture(sha256=sha),))
    with room.center.database.write.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sessions VALUES (?, 'token', 'lead-1', 1, 9999999999999999)",
            (room.desk.street,),
        )
    return room


def rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every carried table, in the order of its text."""
    with database.read.begin() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in CARRIED
        }


def test_every_row_number_and_seal_is_the_same_and_the_desk_goes_on(
    lived: Room, postgres: Cluster, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, before, seq = lived.center.folder, rows(lived.center.database), walks.head(lived)
    lived.center.close()
    words = ("move", "--data", str(folder), "--to", postgres.url(target), "--role", SERVER)
    assert main(words) == 0
    with closing(open_database(postgres.url(target))) as database, database.read.begin() as read:
        done = Moved(*head_of(read), {})
    out = capsys.readouterr().out
    assert done.seq == seq and done.hash in out
    with closing(open_database(postgres.url(target))) as database:
        assert rows(database) == before
        with database.read.begin() as connection:
            assert verify(connection, done.street).head == done.hash
            assert differences(connection, done.street) == []
            assert connection.execute(select(t.sessions)).first() is None
    town = Town(postgres, target, folder)
    try:
        room = town.open(SetClock(START))
        assert walks.head(room) == done.seq
        case = walks.filed(room)
        assert room.case(case).number == "2025-000003"
        assert room.center.verify().entries == walks.head(room) > done.seq
    finally:
        for one in town.rooms:
            one.center.close()


def test_words_are_found_in_the_same_order(lived: Room, postgres: Cluster, target: str) -> None:
    for number in range(4):
        walks.filed(lived, words=f"第{number}次占道经营，占道经营严重")
    folder = lived.center.folder
    wanted = [AskFind(text=one) for one in ("占道经营", "井盖破损", "祠堂东街", "没有这个")]
    before = [lived.desk.ask(one, "lead-1") for one in wanted]
    assert [bool(one.lines) for one in before] == [True, True, True, False]
    lived.center.close()
    move(folder, postgres.url(target), AT)
    with closing(open_database(postgres.url(target))) as database:
        grant(database, SERVER)
    town = Town(postgres, target, folder)
    room = town.open(SetClock(START))
    try:
        assert [room.desk.ask(one, "lead-1") for one in wanted] == before
    finally:
        room.center.close()


def test_the_file_it_left_takes_no_more_entries(
    lived: Room, postgres: Cluster, target: str, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder, seq = lived.center.folder, walks.head(lived)
    lived.center.close()
    words = ("move", "--data", str(folder), "--to", postgres.url(target))
    assert main((*words, "--role", "nobody")) == 1
    assert "it is done, but" in capsys.readouterr().err
    with closing(open_database(postgres.url(target))) as database:
        grant(database, SERVER)
    with psycopg.connect(postgres.url(target, SERVER)) as server:
        assert server.execute("SELECT max(seq) FROM journal").fetchone() == (seq,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            server.execute("DELETE FROM journal")
    with pytest.raises(Refusal, match="street_moved"):
        open_room(folder)
    with (
        closing(open_database(folder / FILE)) as left,
        pytest.raises(Exception, match="moved to PostgreSQL"),
        left.write.begin() as connection,
    ):
        entry = "INSERT INTO journal SELECT street, seq + 1, command || '!', at, who, behalf, "
        entry += "channel, happened_at, subject, kind, data, hash FROM journal WHERE seq = ?"
        connection.exec_driver_sql(entry, (seq,))
    assert main(words) == 1  # not from here again
    assert "--again" in capsys.readouterr().err
    assert main((*words, "--again")) == 2  # and not twice into the same
    assert "has this street already" in capsys.readouterr().err
    copy = ("backup", "--data", str(folder), "--to", str(tmp_path / "copy"))
    assert main(copy) == 1  # nor is what it left a street's backup
    assert not (tmp_path / "copy").exists()


def test_the_personal_data_left_in_the_old_file_can_be_emptied_out(
    lived: Room, postgres: Cluster, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, seq = lived.center.folder, walks.head(lived)
    lived.center.close()
    assert "井盖破损".encode() in (folder / FILE).read_bytes()
    url = postgres.url(target)
    assert main(("move", "--data", str(folder), "--to", url)) == 0
    assert f"empty {folder / FILE} (truncate -s 0)" in capsys.readouterr().out
    with (folder / FILE).open("r+b") as file:
        file.truncate()
    for end in ("-wal", "-shm"):
        folder.joinpath(f"{FILE}{end}").unlink(missing_ok=True)
    with pytest.raises(Refusal, match="data_unreadable"):
        open_room(folder)  # no other street is founded in its place
    with closing(open_center(folder, now=SetClock(START), database=url)) as center:
        assert center.desk.changes(0, 100_000).seq == seq


def test_an_open_desk_a_forged_row_and_a_forged_entry_do_not_move(
    lived: Room, postgres: Cluster, target: str
) -> None:
    folder, url = lived.center.folder, postgres.url(target)
    with pytest.raises(Refusal, match="data_held"):
        move(folder, url, AT)
    with lived.center.database.write.begin() as connection:
        connection.exec_driver_sql("UPDATE cases SET urged = 7")
    lived.center.close()
    with pytest.raises(Refusal, match="rows_bad"):
        move(folder, url, AT)
    with closing(open_database(folder / FILE)) as database, database.write.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql("UPDATE journal SET who = 'x' WHERE seq = 2")
    with pytest.raises(Refusal, match="backup_bad"):
        move(folder, url, AT)
    assert empty(url)


def empty(url: str) -> bool:
    """Whether no table of the target has a row."""
    with closing(open_database(url)) as database:
        return not any(rows(database).values())


def test_the_servers_role_brings_no_entries_of_its_own(
    lived: Room, postgres: Cluster, target: str
) -> None:
    with closing(open_database(postgres.url(target, OWNER))) as database:
        migrate(database)
        grant(database, SERVER)
    folder = lived.center.folder
    lived.center.close()
    with pytest.raises(Refusal, match="move_failed"):
        move(folder, postgres.url(target, SERVER), AT)
    assert empty(postgres.url(target))
    again = open_room(folder)  # the street is still at home
    walks.filed(again)
    again.center.close()


def test_a_street_whose_link_is_cut_in_the_middle_moves_whole_at_the_next_try(
    lived: Room, postgres: Cluster, target: str
) -> None:
    folder, url = lived.center.folder, postgres.url(target)
    lived.center.close()

    def told(what: str, _done: int, _all: int) -> None:
        if what == "analyze":  # every row is there, nothing is committed
            with psycopg.connect(postgres.url("postgres", "postgres"), autocommit=True) as admin:
                admin.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                    (target,),
                )

    with pytest.raises(Refusal, match="move_failed"):
        move(folder, url, AT, told)
    assert empty(url)
    assert move(folder, url, AT).seq > 0


def test_a_street_on_postgres_is_copied_into_a_file_that_is_again_the_street(
    lived: Room, postgres: Cluster, target: str, tmp_path: Path
) -> None:
    folder, before = lived.center.folder, rows(lived.center.database)
    find = AskFind(text="井盖破损")
    found = lived.desk.ask(find, "lead-1")
    lived.center.close()
    url = postgres.url(target)
    done = move(folder, url, AT)
    words = ("backup", "--data", str(folder), "--database", url, "--to", str(tmp_path / "copy"))
    assert main((*words, "--street", "999")) == 2
    assert main(words) == 0
    made = restore(tmp_path / "copy", tmp_path / "back", AT)
    assert (made.seq, made.hash, made.pictures) == (done.seq, done.hash, 1)
    again = open_room(tmp_path / "back")
    try:
        assert rows(again.center.database) == before
        assert again.center.differences() == []
        assert again.desk.ask(find, "lead-1") == found and found.lines
        walks.filed(again)
    finally:
        again.center.close()
