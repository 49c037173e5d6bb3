"""A street that an older program filled is brought up as it is; a newer one is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, inspect, select

from commandcenter.__main__ import main
from commandcenter.app import open_center
from commandcenter.domain.commands import SetRunCards, SetSpot, SetTeams
from commandcenter.domain.emergency import Spot
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskFind, AskTables
from commandcenter.storage import tables as t
from commandcenter.storage.backup import back_up
from commandcenter.storage.carry import CARRIED
from commandcenter.storage.database import FILE, Database, open_database
from commandcenter.storage.migrate import HEAD, migrate, revision
from commandcenter.storage.restore import restore
from tests import walks
from tests.fakes import Room, SetClock, local, open_room, writing
from tests.storage.postgres import OWNER, SERVER, Cluster
from tests.stores import START, Town, found_town
from ui.app import trouble_text

AT = local("2025-09-29 20:00")
FIRST_NOUNS = 18
LATER = ("secrets", "sessions", "sign_keys", *list(t.NOUNS)[FIRST_NOUNS:])
"""The tables that 0002 and later brought."""
WIDER = {
    "cases": (
        *("hold", "held_by", "held_at", "stage_left", "stage_yellow_left"),
        *("tier", "tier_since", "tier_due", "tier_yellow", "tier_log", "whistle", "whistled"),
        *("whistle_due", "whistle_yellow", "watch", "watch_due", "admission"),
    ),
    "tasks": ("joint", "watch_minutes", "heard_at", "missed", "noted"),
    "teams": ("equipment", "tasks"),
    "items": ("listed",),
}
"""The columns that 0003 and 0004 gave to tables of the first schema."""

Rows = dict[str, list[tuple[Any, ...]]]


def first_tables() -> list[Table]:
    return [table for table in CARRIED if table.name not in LATER]


def rows(database: Database) -> Rows:
    """Every row that the first schema can have."""
    with database.read.begin() as connection:
        return {
            one.name: sorted(map(tuple, connection.execute(select(one))), key=repr)
            for one in first_tables()
        }


def set_back(database: Database) -> None:
    """Make of a filled street of today the one that a program of 0001 had filled."""
    with database.write.begin() as connection:
        for name in LATER:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        for name in ("cases_held", "tasks_team", "tasks_signed", "tasks_arrived"):
            connection.exec_driver_sql(f"DROP INDEX {name}")
        for table, columns in WIDER.items():
            for name in columns:
                connection.exec_driver_sql(f'ALTER TABLE {table} DROP COLUMN "{name}"')
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")


def shape(database: Database) -> dict[str, Any]:
    """Every table with its columns, key and indexes."""
    with database.read.connect() as connection:
        found = inspect(connection)
        return {
            name: (
                [(one["name"], str(one["type"]), one["nullable"]) for one in columns],
                found.get_pk_constraint(name)["constrained_columns"],
                sorted(str(one["name"]) for one in found.get_indexes(name)),
            )
            for name in found.get_table_names()
            if (columns := found.get_columns(name))
        }


def lived(room: Room) -> str:
    """A closed case, a live one with a caller, words that can be searched; the live one.

    What a new demo street begins with, and an old program did not know, goes first: places, run
    cards, equipment. The live case is signed, for one that waits to be has a timer.
    """
    with writing(room.desk) as tx:
        spots = tx.find(Spot)
    for one in spots:
        room.do(SetSpot, "lead-1", spot=one.id, kind=one.kind, name="", lon=0.0, lat=0.0)
    tables = room.desk.ask(AskTables(), "admin-1")
    bare = tuple(replace(one, equipment=()) for one in tables.teams)
    room.do(SetTeams, "admin-1", rows=bare, seen=tables.teams)
    room.do(SetRunCards, "admin-1", seen=tables.run_cards)
    walks.closed(room)
    return walks.signed(room, words="井盖破损", caller_phone="13800005678")


def goes_on(room: Room, case: str, before: Rows) -> None:
    """All rows are as they were, the chain holds, search and callers are found, work goes on."""
    assert revision(room.center.database) == HEAD
    assert rows(room.center.database) == before
    assert room.center.verify().good and room.center.differences() == []
    for text in ("井盖破损", "13800005678"):
        assert case in {one.id for one in room.desk.ask(AskFind(text=text), "lead-1").lines}
    walks.filed(room)
    assert room.center.verify().good


pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")


def test_a_filled_file_of_the_first_schema_is_brought_up(room: Room, tmp_path: Path) -> None:
    case = lived(room)
    folder = room.center.folder
    room.center.close()
    with (
        closing(open_database(folder / FILE)) as database,
        closing(open_database(tmp_path / "first.db")) as first,
    ):
        before = rows(database)
        set_back(database)
        migrate(first, "0001")
        assert shape(database) == shape(first)
    again = open_room(folder)
    try:
        goes_on(again, case, before)
    finally:
        again.center.close()


def test_a_backup_of_the_first_schema_comes_back_brought_up(room: Room, tmp_path: Path) -> None:
    case = lived(room)
    folder = room.center.folder
    room.center.close()
    with closing(open_database(folder / FILE)) as database:
        before = rows(database)
        set_back(database)
    assert back_up(folder, tmp_path / "copy", AT).schema == "0001"
    restore(tmp_path / "copy", tmp_path / "back", AT)
    again = open_room(tmp_path / "back")
    try:
        goes_on(again, case, before)
    finally:
        again.center.close()


@pytest.fixture
def mine(postgres: Cluster, tmp_path: Path) -> Iterator[Town]:
    made = found_town(postgres, tmp_path / "town")
    yield made
    made.close()


def test_a_filled_database_of_the_first_schema_is_brought_up_by_its_owner_only(
    mine: Town, postgres: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    room = mine.open(SetClock(START))
    case = lived(room)
    before = rows(room.center.database)
    mine.rooms.pop().center.close()
    first = postgres.make()
    with (
        closing(open_database(mine.url(OWNER))) as database,
        closing(open_database(postgres.url(first))) as empty,
    ):
        set_back(database)
        migrate(empty, "0001")
        assert shape(database) == shape(empty)
    postgres.drop(first)
    with pytest.raises(Refusal, match="schema_old") as said:
        open_center(mine.folder, database=mine.url())
    assert (said.value.values["file"], said.value.values["program"]) == ("0001", HEAD)
    assert main(["upgrade", "--database", mine.url()]) == 1
    assert "its owner" in capsys.readouterr().err
    assert main(["upgrade", "--database", mine.url(OWNER), "--role", SERVER]) == 0
    again = mine.open(SetClock(START))
    goes_on(again, case, before)
    with again.center.database.write.begin() as connection:  # the role may use what came
        assert connection.execute(select(t.secrets)).first() is None


def test_a_newer_database_is_refused_in_words_and_left_as_it_is(
    mine: Town, room: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = room.center.folder
    room.center.close()
    for target in (folder / FILE, mine.url(OWNER)):
        with closing(open_database(target)) as database:
            with database.write.begin() as connection:
                connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
            before = shape(database)
        where = mine.url() if isinstance(target, str) else None
        for _ in range(2):  # the folder was let go
            with pytest.raises(Refusal, match="schema_newer") as said:
                open_center(mine.folder if where else folder, database=where)
        assert "0999" in trouble_text(said.value)
        with closing(open_database(target)) as database:
            assert (revision(database), shape(database)) == ("0999", before)
    words = ["backup", "--data", str(mine.folder), "--to", str(tmp_path / "copy")]
    assert main([*words, "--database", mine.url()]) == 1
    assert main(["move", "--data", str(folder), "--to", mine.url(OWNER)]) == 1
    assert main(["simulate", "--data", str(folder), "--events", "1"]) == 1
    assert "0999" in capsys.readouterr().err.splitlines()[-1]
    assert not (tmp_path / "copy").exists()
