"""Sixteen streets in one database, all writing at once; and keys that a cluster can spread."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import text

from commandcenter.app import Center, open_center
from commandcenter.domain.case import Source
from commandcenter.domain.commands import AddNote, FileCase, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.services.own_street import LEAD, OwnStreet
from commandcenter.services.views import AskBoard, AskCase, AskFind
from commandcenter.storage.database import Database, open_database
from commandcenter.storage.dialect import channel
from commandcenter.storage.migrate import migrate
from commandcenter.storage.replay import differences
from commandcenter.storage.rights import grant
from commandcenter.storage.verify import verify
from tests.fakes import SetClock
from tests.server.processes import Process, free_port
from tests.server.rooms import WORD, give_password, seat, until
from tests.storage.postgres import OWNER, SERVER, Cluster, cluster
from tests.stores import START

STREETS = [f"4401131{number:02d}" for number in range(1, 17)]
CASES = 5
ALLOWED = {
    "alembic_version.version_num": "one row: of which revision the schema is",
    "search_ids.n": "SQLite: the full-text index knows numbers only; search_case has the street",
    "search_ids.grams": "PostgreSQL: an inverted index of words; every search names its street",
}
"""First columns of keys and indexes that are not the street, and why."""


class District:
    """One database, sixteen desks, each with its own folder."""

    def __init__(self, cluster: Cluster, folder: Path, stack: ExitStack) -> None:
        self.cluster, self.name = cluster, cluster.make()
        stack.callback(cluster.drop, self.name)
        for code in STREETS:
            own = OwnStreet(name=f"{code}街", code=code, lead="甲", administrator="乙")
            self.opened(folder, OWNER, own).close()
        database = open_database(self.url(OWNER))
        grant(database, SERVER)
        database.close()
        self.centers = [self.opened(folder, SERVER, code=code) for code in STREETS]
        for one in self.centers:
            stack.callback(one.close)

    def url(self, user: str) -> str:
        return self.cluster.url(self.name, user)

    def opened(
        self, folder: Path, user: str, own: OwnStreet | None = None, code: str = ""
    ) -> Center:
        """A street founded by the owner, or opened as its server does."""
        place = folder / (own.code if own else code)
        clock, where = SetClock(START), self.url(user)
        return open_center(place, now=clock, database=where, street=code or None, own=own)


@pytest.fixture(scope="module")
def district(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[District]:
    with ExitStack() as stack:
        yield District(postgres, tmp_path_factory.mktemp("district"), stack)


def worked(center: Center, together: threading.Barrier) -> list[str]:
    """A morning's cases of one street; their ids."""
    desk, found = center.desk, []
    together.wait(30)
    for number in range(CASES):
        words = f"垃圾堆在{desk.street}"
        given = ReportCase(item="01-02", source=Source.WINDOW, words=words, place=f"{number}号")
        case = desk.do(given, LEAD).subject
        desk.do(FileCase(case=case, seen=1), LEAD)
        desk.do(AddNote(case=case, seen=2, words="补充"), LEAD)
        found.append(case)
    return found


def test_sixteen_streets_write_at_once_and_none_sees_another(district: District) -> None:
    heard: Counter[str] = Counter()
    over, together = threading.Event(), threading.Barrier(len(STREETS))

    def hear() -> None:
        with psycopg.connect(district.url("postgres"), autocommit=True) as connection:
            for street in STREETS:
                name = sql.Identifier(channel(street))
                connection.execute(sql.SQL("LISTEN {}").format(name))
            listening.set()
            while not over.is_set():
                heard.update(one.channel for one in connection.notifies(timeout=0.2))

    listening = threading.Event()
    with ThreadPoolExecutor(len(STREETS) + 1) as pool:
        ear = pool.submit(hear)
        assert listening.wait(10)
        cases = list(pool.map(lambda one: worked(one, together), district.centers))
        written = len(STREETS) * CASES * 3
        try:
            until(lambda: heard.total() == written)
        finally:
            over.set()
            ear.result()
    assert heard == {channel(street): CASES * 3 for street in STREETS}
    for center, mine, others in zip(district.centers, cases, cases[1:] + cases[:1], strict=True):
        board = center.desk.ask(AskBoard(), LEAD)
        assert {one.id for one in board.cases} == set(mine)
        assert sorted(one.number for one in board.cases) == [
            f"2025-{number:06d}" for number in range(1, CASES + 1)
        ]
        entries = center.desk.changes(0, 1000).entries
        assert [one.seq for one in entries] == list(range(1, CASES * 3 + 2))
        assert {one.subject for one in entries} <= {*mine, center.desk.street}
        with pytest.raises(Refusal, match="no_such_case"):
            center.desk.ask(AskCase(case=others[0]), LEAD)
        found = center.desk.ask(AskFind(text="垃圾堆在"), LEAD)
        assert {one.id for one in found.lines} == set(mine)
        verdict = center.verify()
        assert verdict.good
        assert verdict.entries == CASES * 3 + 1
        assert center.differences() == []


def test_each_street_has_a_server_of_its_own(district: District) -> None:
    one, two = district.centers[:2]
    give_password(one.desk, LEAD)
    with ExitStack() as stack:
        urls = []
        for center in (one, two):
            more = ("--database", district.url(SERVER), "--street", center.desk.street)
            served = Process(center.folder, free_port(), None, *more)
            urls.append(stack.enter_context(served).url)
        desk = stack.enter_context(seat(urls[0], LEAD))
        given = ReportCase(item="01-02", source=Source.WINDOW, words="垃圾堆", place="路口")
        case = desk.do(given, LEAD).subject
        assert case in {found.id for found in one.desk.ask(AskBoard(), LEAD).cases}
        assert case not in {found.id for found in two.desk.ask(AskBoard(), LEAD).cases}
        other = stack.enter_context(seat(urls[1]))
        with pytest.raises(Refusal, match="login_wrong"):
            other.login(LEAD, WORD)
        other._tokens[LEAD] = desk._tokens[LEAD]  # a session of another street
        with pytest.raises(Refusal, match="login_needed"):
            other.ask(AskBoard(), LEAD)


def test_a_districts_read_copy_holds_and_verifies_what_streets_write(tmp_path: Path) -> None:
    """Each street on a database of its own, by logical replication: docs/scale.md."""
    with ExitStack() as stack:
        settings = ("wal_level=logical", "fsync=off", "wal_retrieve_retry_interval=100ms")
        streets, district = (stack.enter_context(cluster(*settings)) for _ in "12")
        name = district.make()
        copy, into = open_database(district.url(name, OWNER)), district.url(name, "postgres")
        stack.callback(copy.close)
        migrate(copy)
        for code in STREETS[:2]:
            name = streets.make()
            url, superuser = streets.url(name, OWNER), streets.url(name, "postgres")
            source = open_database(url)
            migrate(source)
            source.close()
            publish(superuser)  # before the first entry, so that there is nothing to copy
            subscribe(into, code, superuser)
            stack.callback(unsubscribe, into, code)
            own = OwnStreet(name="街", code=code, lead="甲", administrator="乙")
            center = open_center(tmp_path / code, database=url, own=own)
            stack.callback(center.close)
            worked(center, threading.Barrier(1))
        until(lambda: all(followed(copy, code) for code in STREETS[:2]), 30)


def publish(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        rows = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            " AND tablename NOT IN ('alembic_version', 'secrets', 'sessions')"
        )
        names = sql.SQL(", ").join(sql.Identifier(row[0]) for row in rows)
        connection.execute(sql.SQL("CREATE PUBLICATION street FOR TABLE {}").format(names))


def subscribe(url: str, code: str, source: str) -> None:
    text = (
        "CREATE SUBSCRIPTION {} CONNECTION {} PUBLICATION street"
        " WITH (slot_name = {}, copy_data = false)"
    )
    name = f"street_{code}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL(text).format(sql.Identifier(name), source, name))


def unsubscribe(url: str, code: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP SUBSCRIPTION {}").format(sql.Identifier(f"street_{code}")))


def followed(copy: Database, street: str) -> bool:
    """Whether the whole morning is there, its chain good and its rows what it says."""
    with copy.read.begin() as connection:
        verdict = verify(connection, street)
        done = verdict.good and verdict.entries == CASES * 3 + 1
        return done and not differences(connection, street)


ON_FILE = """
SELECT l.name, i.name, x.name FROM pragma_table_list l JOIN pragma_index_list(l.name) i
JOIN pragma_index_info(i.name) x WHERE l.type = 'table' AND x.seqno = 0
UNION SELECT l.name, l.name, c.name FROM pragma_table_list l JOIN pragma_table_info(l.name) c
WHERE l.type = 'table' AND c.pk = 1 AND l.name NOT LIKE 'sqlite_%'
"""
ON_SERVER = """
SELECT t.relname, x.relname, a.attname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_class t ON t.oid = i.indrelid
LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
WHERE t.relnamespace = 'public'::regnamespace
"""


def keys(database: Database) -> list[tuple[str, str, str | None]]:
    """Every primary key and index: its table, its name, and its first column."""
    with database.read.connect() as connection:
        found = connection.execute(text(ON_SERVER if database.shared else ON_FILE))
        return [(row[0], row[1], row[2]) for row in found]


def unfit(database: Database) -> set[str]:
    """What does not begin with the street and is not allowed, as table.column."""
    first = {f"{table}.{column}" for table, _, column in keys(database) if column != "street"}
    return first - ALLOWED.keys()


def test_every_key_and_index_begins_with_the_street(district: District, founded: Path) -> None:
    server, file = district.centers[0].database, open_database(founded / "street.db")
    assert unfit(server) == set()
    assert unfit(file) == set()
    for database in (server, file):
        found = keys(database)
        assert {"journal", "cases", "chain_head", "sessions", "secrets"} <= {
            one[0] for one in found
        }
        assert {"journal_command", "cases_live", "cases_tail"} <= {one[1] for one in found}
    with server.read.connect() as connection:  # nothing leads from one street to another
        foreign = connection.execute(text("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"))
        assert foreign.scalar() == 0
    file.close()


def test_a_key_without_a_street_is_found(tmp_path: Path) -> None:
    database = open_database(tmp_path / "bad.db")
    with database.write.begin() as connection:
        connection.execute(text("CREATE TABLE bad (id TEXT PRIMARY KEY, street TEXT, x TEXT)"))
        connection.execute(text("CREATE INDEX bad_x ON bad (x, street)"))
        connection.execute(text("CREATE INDEX good ON bad (street, x)"))
    assert unfit(database) == {"bad.id", "bad.x"}
    database.close()
