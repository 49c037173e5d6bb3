"""What of people's data is past its time is told, by kind and by case; nothing goes by itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from commandcenter.__main__ import main
from commandcenter.domain.commands import PurgeComplainant, VoidCase
from commandcenter.services.doing import KEEP_TEXT
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.due import Due, cases_due, due
from tests import walks
from tests.fakes import Room


def told(room: Room, later: timedelta) -> tuple[list[Due], list[str]]:
    """What is due so long after now, and the cases."""
    at = room.clock.at + later
    with room.center.database.read.begin() as connection:
        found = due(connection, room.desk.street, at, KEEP_TEXT)
        return found, cases_due(connection, room.desk.street, at)


@pytest.fixture
def lived(room: Room) -> Room:
    """A void case with a caller and a picture, an open one, and a raw row that was set aside."""
    ended = walks.filed(
        room, caller_name="陈某", caller_phone="13800005678", pictures=(room.picture(),)
    )
    room.do(VoidCase, "lead-1", case=ended, reason="mistake")
    walks.filed(room)
    row = {"street": room.desk.street, "batch": "b", "row": 1, "reason": "time", "raw": "[]"}
    with room.center.database.write.begin() as connection:
        connection.execute(insert(t.quarantine), row | {"at": micros(room.clock.at)})
    return room


def test_nothing_is_due_before_its_time_and_each_kind_at_its_time(lived: Room) -> None:
    assert told(lived, KEEP_TEXT - timedelta(microseconds=1)) == ([], [])
    found, cases = told(lived, KEEP_TEXT)
    since = lived.clock.at + KEEP_TEXT
    kinds = {"name": 1, "phone": 1, "words": 2, "picture": 1, "quarantine": 1}
    assert {one.kind: one.count for one in found} == kinds
    assert {one.since for one in found} == {since}
    assert cases == ["2025-000001"]  # the open one has to end first


def test_what_was_purged_is_due_no_more(lived: Room) -> None:
    with lived.center.database.read.begin() as connection:
        wanted = select(t.cases.c.id).where(t.cases.c.state == "void")
        case = connection.execute(wanted).scalar_one()
    lived.do(PurgeComplainant, "admin-1", case=case, basis="asked_by_person")
    found, cases = told(lived, KEEP_TEXT)
    assert {one.kind: one.count for one in found} == {"words": 1, "quarantine": 1}
    assert cases == []


def test_the_command_line_tells_beside_an_open_desk_and_takes_nothing(
    lived: Room, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["due", "--cases", "--data", str(lived.center.folder)]
    assert main(words) == 0
    assert "nothing is past its time" in capsys.readouterr().out
    with lived.center.database.write.begin() as connection:
        connection.exec_driver_sql("UPDATE private SET keep_until = 1759107600000000 - 1")
    assert main(words) == 0
    out = capsys.readouterr().out
    assert "callers' words: 2 past their time, the oldest since 2025-09-29" in out
    assert "\n2025-000001\n" in out and "nothing goes by itself" in out
    assert "陈某" not in out and "13800005678" not in out
    assert lived.center.verify().good
    assert main(["due", "--data", str(tmp_path / "nowhere")]) == 1
    assert "there is no data here" in capsys.readouterr().err
