"""The journal: append-only, numbered without gaps, chained; what was changed is named."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sqlalchemy import text

from commandcenter.__main__ import main
from commandcenter.domain.commands import DispatchCase, FileCase
from commandcenter.domain.journal import GENESIS, canonical, chain
from commandcenter.domain.task import TaskKind
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import Verdict, verify
from tests import walks
from tests.fakes import Room

Raw = Callable[..., None]


def judged(room: Room) -> Verdict:
    with room.center.database.read.begin() as connection:
        return verify(connection, room.desk.street)


@pytest.fixture
def written(room: Room) -> Room:
    """A room with a closed case: founding and eight entries more."""
    walks.closed(room)
    assert judged(room).good and judged(room).entries == 9
    return room


def force(room: Room, *statements: str) -> None:
    """Change the file as one would who has the disk: the guards fall first."""
    with room.center.database.write.begin() as connection:
        for name in ("journal_no_update", "journal_no_delete"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for one in statements:
            connection.exec_driver_sql(one)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE journal SET who = 'x' WHERE seq = 2", "DELETE FROM journal WHERE seq = 9",
     "UPDATE journal SET seq = 99 WHERE seq = 9",
     "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 9"],
)  # fmt: skip
def test_the_file_itself_takes_back_no_entry(written: Room, statement: str) -> None:
    with (
        pytest.raises(Exception, match="append-only"),
        written.center.database.write.begin() as connection,
    ):
        connection.execute(text(statement))
    assert judged(written).good


@pytest.mark.parametrize(
    "column",
    [*("who", "at", "happened_at", "subject", "kind", "data"), "command", "behalf", "channel",
     "street"],
)  # fmt: skip
def test_any_field_that_was_changed_is_found_by_its_number(written: Room, column: str) -> None:
    if column == "street":
        force(written, "UPDATE journal SET street = '999999999' WHERE seq = 5")
        assert judged(written).first_bad == 5
        return
    value = "7" if column in ("at", "happened_at") else "'x'"
    force(written, f"UPDATE journal SET {column} = {value} WHERE seq = 5")
    assert (judged(written).first_bad, judged(written).why) == (5, "changed")


def test_a_changed_entry_with_a_hash_made_anew_breaks_the_next(written: Room) -> None:
    from commandcenter.storage import tables as t
    from commandcenter.storage.tx import entry_hash

    with written.center.database.read.begin() as connection:
        rows = connection.execute(t.journal.select().order_by(t.journal.c.seq)).mappings().all()
    forged = {**rows[4], "who": "somebody"}
    made = entry_hash(rows[3]["hash"], forged)
    force(written, f"UPDATE journal SET who = 'somebody', hash = '{made}' WHERE seq = 5")
    assert (judged(written).first_bad, judged(written).why) == (6, "changed")


def test_what_is_dropped_reordered_put_between_or_cut_off_is_found(written: Room) -> None:
    force(
        written,
        "UPDATE journal SET seq = -4 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 5",
        "UPDATE journal SET seq = 5 WHERE seq = -4",
    )
    assert (judged(written).first_bad, judged(written).why) == (4, "changed")


def test_a_dropped_entry_is_found(written: Room) -> None:
    force(written, "DELETE FROM journal WHERE seq = 4")
    assert (judged(written).first_bad, judged(written).why) == (4, "missing")


def test_a_dropped_beginning_is_found(written: Room) -> None:
    force(written, "DELETE FROM journal WHERE seq = 1")
    assert (judged(written).first_bad, judged(written).why) == (1, "missing")


def test_a_cut_tail_is_found_by_the_head(written: Room) -> None:
    force(written, "DELETE FROM journal WHERE seq > 7")
    assert (judged(written).first_bad, judged(written).why) == (8, "tail_cut")


def test_a_tail_cut_with_its_head_is_found_by_the_entry_that_was_written_down(
    written: Room, capsys: pytest.CaptureFixture[str]
) -> None:
    before = judged(written)
    words = ["verify", "--data", str(written.center.folder), "--head"]
    assert main([*words, f"{before.entries}:{before.head}"]) == 0
    force(
        written,
        "DELETE FROM journal WHERE seq > 7",
        "UPDATE chain_head SET seq = 7, hash = (SELECT hash FROM journal WHERE seq = 7)",
    )
    assert judged(written).good
    assert main([*words, f"{before.entries}:{before.head}"]) == 1
    assert "the end was cut off" in capsys.readouterr().err


def test_a_lost_head_and_an_emptied_journal_are_found(written: Room) -> None:
    force(written, "DELETE FROM chain_head")
    assert judged(written).why == "head_missing"


def test_an_emptied_journal_with_its_head_is_found(written: Room) -> None:
    force(written, "DELETE FROM journal")
    assert (judged(written).first_bad, judged(written).why) == (1, "tail_cut")


def test_a_row_changed_behind_the_journals_back_is_named(written: Room) -> None:
    with written.center.database.write.begin() as connection:
        connection.exec_driver_sql("UPDATE cases SET urged = 7")
        connection.exec_driver_sql("DELETE FROM tasks")
    with written.center.database.read.begin() as connection:
        found = differences(connection, written.desk.street)
    assert [one.split("/")[0] for one in found] == ["cases", "tasks"]
    assert found[0].endswith("/urged")


def unlike(room: Room) -> list[str]:
    with room.center.database.read.begin() as connection:
        return differences(connection, room.desk.street)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE grids SET name = 'x' WHERE id IN (SELECT id FROM grids LIMIT 5)", 5),
        ("UPDATE days SET kind = kind || 'x'", 198),
        ("DELETE FROM roads", 32),
        ("UPDATE units SET phone = ''", 12),  # nothing is not the same as an empty text
        ("INSERT INTO settings SELECT street, id || '!', value FROM settings", 4),
        ("UPDATE teams SET id = id || '!'", 8),  # four that nobody told of, four that are gone
        ("UPDATE officers SET id = id", 0),
    ],
)
def test_every_row_that_differs_is_named_also_when_they_are_looked_at_in_turns(
    room: Room, statement: str, named: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commandcenter.storage.replay.TOGETHER", 3)
    with room.center.database.write.begin() as connection:
        connection.exec_driver_sql(statement)
    found = unlike(room)
    assert (len(found), found) == (named, sorted(set(found)))


def test_two_rows_that_changed_places_are_named(room: Room) -> None:
    with room.center.database.write.begin() as connection:
        first, last = connection.exec_driver_sql(
            "SELECT id, name FROM units WHERE id IN ((SELECT min(id) FROM units),"
            " (SELECT max(id) FROM units))"
        ).all()
        for one, other in ((first, last), (last, first)):
            connection.exec_driver_sql(
                "UPDATE units SET name = ? WHERE id = ?", (other.name, one.id)
            )
    assert [one.split("/")[2] for one in unlike(room)] == ["name", "name"]


def test_numbers_are_gapless_also_after_refusals_and_repeats(room: Room) -> None:
    from commandcenter.domain.refusal import Refusal

    case = room.report()
    step = FileCase(case=case, seen=1)
    for _ in range(3):
        room.desk.do(step, "lead-1")
        with pytest.raises(Refusal):
            room.desk.do(FileCase(case=case, seen=1), "lead-1")
    with room.center.database.read.begin() as connection:
        rows = connection.exec_driver_sql("SELECT seq FROM journal ORDER BY seq").all()
    assert [row[0] for row in rows] == [1, 2, 3]


def test_times_are_whole_microseconds_of_utc(room: Room) -> None:
    case = walks.dispatched(room)
    with room.center.database.read.begin() as connection:
        raw = connection.exec_driver_sql(
            "SELECT typeof(reported_at), reported_at, typeof(due), typeof(state_since) FROM cases"
        ).one()
        at = connection.exec_driver_sql(
            "SELECT DISTINCT typeof(at), typeof(happened_at) FROM journal"
        )
        assert set(at) == {("integer", "integer")}
    assert (raw[0], raw[2], raw[3]) == ("integer",) * 3
    assert raw[1] == int(room.case(case).reported_at.timestamp()) * 1_000_000
    assert raw[1] == 1759107600 * 1_000_000  # 2025-09-29 01:00 UTC, 09:00 in Shanghai


def test_length_prefixes_keep_neighbouring_fields_apart() -> None:
    assert chain(GENESIS, "ab", "c") != chain(GENESIS, "a", "bc")
    assert chain(GENESIS, None) != chain(GENESIS, "")
    assert chain(GENESIS, "a") != chain("1" * 64, "a")
    with pytest.raises(ValueError, match="JSON"):
        canonical({"lon": float("nan")}, [])


def test_the_entry_tells_what_each_row_was_and_is(room: Room) -> None:
    case = walks.filed(room)
    seen = room.case(case).version
    kind = TaskKind.HANDLE
    step = DispatchCase(case=case, seen=seen, lead_unit="sanitation", kind=kind)
    seq = room.desk.do(step, "dispatch-1").seq
    with room.center.database.read.begin() as connection:
        data = connection.exec_driver_sql("SELECT data FROM journal WHERE seq = ?", (seq,))
        rows = json.loads(data.scalar_one())["rows"]
    delta = next(one[2] for one in rows if one[0] == "cases")
    assert delta["state"] == ["filed", "dispatched"]
    assert delta["version"] == [seen, seen + 1]
