"""What only PostgreSQL has: the second wall, the seal at commit, the bell, work begun again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from commandcenter.app import open_center
from commandcenter.domain.commands import AddNote, FileCase
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.server.limits import Limits
from commandcenter.server.sessions import Sessions
from commandcenter.services.founding import Founding, found
from commandcenter.services.views import AskBoard, AskCase
from commandcenter.storage.database import open_database
from commandcenter.storage.doorbell import Doorbell
from commandcenter.storage.postgres import address
from commandcenter.storage.reference import SettingRow
from commandcenter.storage.replay import differences
from commandcenter.storage.rights import grant
from commandcenter.storage.tx import Tx
from commandcenter.storage.verify import verify
from tests.bench import postgres as bench
from tests.fakes import SetClock, writing
from tests.server.rooms import WORD, give_password
from tests.storage.postgres import OWNER, SERVER, Cluster, cluster
from tests.stores import START, Town, found_town

OTHER = "440113999"


@pytest.fixture(scope="module")
def town(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Town:
    return found_town(postgres, tmp_path_factory.mktemp("town") / "street")


@pytest.fixture
def mine(town: Town, tmp_path: Path) -> Iterator[Town]:
    made = town.copy(tmp_path / "town")
    yield made
    made.close()


FORBIDDEN = [
    "UPDATE journal SET data = '{}'",
    "UPDATE journal SET hash = hash WHERE seq = 1",
    "DELETE FROM journal",
    "TRUNCATE journal",
    "UPDATE chain_head SET seq = 0",
    "DELETE FROM chain_head",
    "INSERT INTO chain_head VALUES ('x', 1, '')",
    "INSERT INTO journal SELECT street, 9, 'c', at, who, behalf, channel, happened_at, subject,"
    " kind, data, hash FROM journal LIMIT 1",
    "ALTER TABLE journal DISABLE TRIGGER ALL",
    "DROP TRIGGER journal_seal ON journal",
    "DROP TABLE journal",
    "SET session_replication_role = replica",
    "CREATE FUNCTION sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT $1'",
    "UPDATE alembic_version SET version_num = '0000'",
    f"SET ROLE {OWNER}",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_servers_role_cannot_touch_what_is_sealed(mine: Town, statement: str) -> None:
    with (
        psycopg.connect(mine.url()) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)
    with psycopg.connect(mine.url()) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)


@pytest.mark.parametrize("statement", FORBIDDEN[:4])
def test_the_owner_is_stopped_by_the_first_wall(mine: Town, statement: str) -> None:
    with (
        psycopg.connect(mine.url(OWNER)) as connection,
        pytest.raises(psycopg.errors.RaiseException, match="append-only"),
    ):
        connection.execute(statement)


def test_a_table_in_the_way_does_not_lead_the_seal_astray(mine: Town) -> None:
    desk = mine.open().desk
    with psycopg.connect(mine.url()) as connection:
        connection.execute("CREATE TEMP TABLE chain_head (street text, seq bigint, hash text)")
        connection.execute(
            "INSERT INTO journal (street, command, at, who, happened_at, subject, kind, data)"
            " VALUES (%s, 'c', 1, 'system', 1, 's', 'k', %s)",
            (desk.street, '{"facts":{},"rows":[]}'),
        )
    verdict = mine.rooms[0].center.verify()
    assert verdict.good
    assert verdict.entries == 2


def test_a_change_by_the_superuser_is_named(mine: Town) -> None:
    room = mine.open()
    cases = [room.report() for _ in range(3)]
    with psycopg.connect(mine.url("postgres"), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE journal SET who = 'lead-2' WHERE subject = %s", (cases[1],))
    verdict = room.center.verify()
    assert (verdict.first_bad, verdict.why) == (3, "changed")


def test_numbers_stand_in_the_order_of_commits(mine: Town) -> None:
    """Who began first and ends last comes last."""
    room = mine.open()
    first, second = room.report(), room.report()
    with writing(room.desk) as tx:
        tx.seal(
            command="slow", at=room.clock(), who="system", behalf=None, channel=None,
            happened_at=room.clock(), subject=first, kind="slow_work", facts={},
        )  # fmt: skip
        quick = room.do(AddNote, "lead-1", case=second, words="先到")
    after = room.desk.changes(quick.seq)
    assert [(one.seq, one.kind) for one in after.entries] == [(quick.seq + 1, "slow_work")]
    assert room.center.verify().good


def test_two_streets_in_one_database_have_chains_of_their_own(mine: Town) -> None:
    room = mine.open()
    database = open_database(mine.url())
    found(database, Founding(street=OTHER, rows=()), room.clock())
    room.report()
    with database.read.begin() as connection:
        assert verify(connection, OTHER).entries == 1
        assert verify(connection, room.desk.street).entries == 2
        assert differences(connection, OTHER) == []
    database.close()
    with pytest.raises(Refusal, match="street_wanted"):
        mine.open()
    opened = open_center(mine.folder, database=mine.url(), street=OTHER)
    assert not opened.desk.ask(AskBoard(), "system").cases
    opened.close()


def test_the_bell_tells_of_other_processes(mine: Town) -> None:
    one, two = mine.open(), mine.open()
    rung = threading.Event()
    assert one.center.doorbell is not None
    assert one.center.doorbell.connected.wait(10)
    one.desk.listen(rung.set)
    case = two.report()
    assert rung.wait(10)
    assert [entry.subject for entry in one.desk.changes(1).entries] == [case]


def test_the_bell_rings_without_being_told_too(mine: Town) -> None:
    """A notification that was lost is made good by a look at the head."""
    room = mine.open()
    rung = threading.Event()
    bell = Doorbell(mine.url(), room.desk.street, rung.set)
    assert rung.wait(10)  # at the first connection
    with psycopg.connect(mine.url("postgres"), autocommit=True) as connection:
        rung.clear()
        connection.execute("UPDATE chain_head SET seq = seq + 1")
    assert rung.wait(10)
    bell.stop()


def cut_all(mine: Town) -> None:
    with psycopg.connect(mine.url("postgres"), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = %s",
            (SERVER,),
        )


def test_commands_and_questions_survive_a_cut(mine: Town) -> None:
    room = mine.open()
    case = room.report()
    cut_all(mine)
    assert room.case(case).version == 1
    cut_all(mine)
    receipt = room.desk.do(FileCase(case=case, seen=1), "lead-1")
    assert (receipt.seq, receipt.again) == (3, False)
    rung = threading.Event()
    room.desk.listen(rung.set)
    other = mine.open()
    rung.clear()
    other.report()
    assert rung.wait(10)  # the bell has found its way back


def test_work_without_a_command_survives_a_cut_too(mine: Town) -> None:
    """Also where it is not known whether the commit before the cut was done."""
    room = mine.open()
    tried: list[str | None] = []

    def work(tx: Tx) -> str:
        row = SettingRow(street=tx.street, id="wanted", value="1")
        old = tx.get(SettingRow, row.id)
        tried.append(old.value if old else None)
        if old is None:
            tx.put(row)
            tx.seal(
                command=new_id(), at=room.clock(), who="system", behalf=None, channel=None,
                happened_at=room.clock(), subject=tx.street, kind="setting_made", facts={},
            )  # fmt: skip
        if len(tried) == 1:
            cut_all(mine)
        if len(tried) == 2:
            tx.connection.connection.driver_connection.commit()
            cut_all(mine)
            tx.connection.exec_driver_sql("SELECT 1")
        return "done"

    assert room.desk.write(work) == "done"
    assert tried == [None, None, "1"]
    assert [one.kind for one in room.desk.changes(1).entries] == ["setting_made"]
    give_password(room.desk, "lead-1")
    sessions = Sessions(room.desk, Limits())
    cut_all(mine)
    assert sessions.person(sessions.begin("lead-1", WORD).token) == "lead-1"


def test_two_who_wait_for_each_other_both_get_through(mine: Town) -> None:
    """A deadlock ends one transaction; its work is begun again."""
    room = mine.open()
    database = room.center.database
    together = threading.Barrier(2)
    tried: list[str] = []

    def work(order: str) -> str:
        tried.append(order)
        with database.write.begin() as connection:
            for step, team in enumerate(order):
                key = {"a": "team-safety", "b": "team-enterprise"}[team]
                connection.execute(text("SELECT 1 FROM teams WHERE id = :k FOR UPDATE"), {"k": key})
                if step == 0 and len(tried) <= 2:
                    together.wait(10)
        return order

    done: list[str] = []
    threads = [
        threading.Thread(
            target=lambda order=order: done.append(database.kept_trying(lambda: work(order)))
        )
        for order in ("ab", "ba")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(done) == ["ab", "ba"]
    assert len(tried) > 2


def test_what_was_answered_survives_the_servers_death(tmp_path: Path) -> None:
    with cluster() as server:  # with fsync
        town = found_town(server, tmp_path / "street")
        room = town.open()
        answered = [room.desk.do(AddNote(case=room.report(), seen=1, words="记"), "lead-1").seq]
        server.kill()
        server.start()
        answered.append(room.do(FileCase, "lead-1", case=room.report()).seq)
        assert answered == [3, 5]
        assert room.center.verify().good
        assert room.center.differences() == []
        town.close()


def test_several_hosts_may_be_named_and_a_primary_is_wanted() -> None:
    made = psycopg.conninfo.conninfo_to_dict(address("postgresql://u@one:5432,two:5433/street"))
    assert (made["host"], made["port"]) == ("one,two", "5432,5433")
    assert made["target_session_attrs"] == "primary"


def test_a_database_of_another_encoding_is_refused(postgres: Cluster) -> None:
    postgres.execute(
        "CREATE DATABASE {} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'", "ascii"
    )
    database = open_database(postgres.url("ascii", "postgres"))
    with pytest.raises(Refusal, match="database_unfit"), database.read.connect():
        pass
    database.close()
    postgres.drop("ascii")


def test_the_bench_of_writers_runs(
    postgres: Cluster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CC_BENCH", str(tmp_path))
    bench.main(cases=2, rounds=1, writers=2)
    told = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert {"desk_8_writers", "bare_8_writers", "desk_8_writers_ratio"} <= told.keys()


def test_rights_may_be_given_again(mine: Town) -> None:
    database = open_database(mine.url(OWNER))
    grant(database, SERVER)
    database.close()
    room = mine.open(SetClock(START))
    case = room.report()
    assert room.desk.ask(AskCase(case=case), "lead-1").case.id == case
