"""Passwords and locks: five failures, fifteen minutes, an administrator; nothing in the journal."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import inspect, select

from commandcenter import vault
from commandcenter.domain.commands import (
    BarPerson,
    FreezeHandover,
    SetItems,
    SetPassword,
    SignHandover,
    UnlockPerson,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tables import Tables
from commandcenter.services import signing
from commandcenter.services.accounts import nobody_yet, sign_in
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.views import (
    Accounts,
    AskAccounts,
    AskTableHistory,
    AskTables,
    TableHistory,
)
from commandcenter.storage import tables as t
from commandcenter.storage.database import open_database
from commandcenter.storage.migrate import HEAD, migrate, revision
from tests.fakes import Room

GOOD = "大龙街道-7788"


@pytest.fixture
def known(room: Room) -> Room:
    """A room in which dispatch-1 has a password."""
    room.do(SetPassword, "admin-1", person="dispatch-1", password=GOOD)
    return room


def denied(room: Room, name: str, password: str) -> str:
    """The code by which signing in is refused."""
    with pytest.raises(Refusal) as said:
        sign_in(room.desk, name, password)
    return said.value.code


def test_by_id_or_by_name(known: Room) -> None:
    assert sign_in(known.desk, "dispatch-1", GOOD) == "dispatch-1"
    assert sign_in(known.desk, " 丁娟 ", GOOD) == "dispatch-1"
    assert denied(known, "dispatch-1", "") == "login_wrong"
    assert denied(known, "lead-1", GOOD) == "login_wrong"  # has no password yet
    assert denied(known, "nobody", GOOD) == "login_wrong"


def test_five_failures_lock_for_fifteen_minutes(known: Room) -> None:
    for _ in range(5):
        assert denied(known, "dispatch-1", "wrong") == "login_wrong"
    assert denied(known, "dispatch-1", GOOD) == "login_locked"
    known.clock.pass_(minutes=14)
    assert denied(known, "dispatch-1", GOOD) == "login_locked"
    known.clock.pass_(minutes=2)
    assert denied(known, "dispatch-1", "wrong") == "login_wrong"
    assert sign_in(known.desk, "dispatch-1", GOOD) == "dispatch-1"


def test_a_good_login_forgets_the_failures(known: Room) -> None:
    for _ in range(3):
        for _ in range(4):
            assert denied(known, "dispatch-1", "wrong") == "login_wrong"
        assert sign_in(known.desk, "dispatch-1", GOOD) == "dispatch-1"


def test_an_administrator_unlocks(known: Room) -> None:
    for _ in range(5):
        denied(known, "dispatch-1", "wrong")
    with pytest.raises(Refusal, match="no_right"):
        known.do(UnlockPerson, "lead-1", person="dispatch-1")
    known.do(UnlockPerson, "admin-1", person="dispatch-1")
    assert sign_in(known.desk, "dispatch-1", GOOD) == "dispatch-1"
    with pytest.raises(Refusal, match="nothing_changed"):
        known.do(UnlockPerson, "admin-1", person="dispatch-1")


def test_many_at_once_try_no_more_than_five(known: Room) -> None:
    with ThreadPoolExecutor(12) as pool:
        codes = list(pool.map(lambda n: denied(known, "dispatch-1", f"w{n}"), range(12)))
    assert codes.count("login_wrong") == 5
    assert codes.count("login_locked") == 7


def test_ones_own_password_wants_the_old_one(known: Room) -> None:
    with pytest.raises(Refusal, match="login_wrong"):
        known.do(SetPassword, "dispatch-1", person="dispatch-1", password="another-one")
    with pytest.raises(Refusal, match="no_right"):
        known.do(SetPassword, "lead-1", person="dispatch-1", password="another-one", old=GOOD)
    with pytest.raises(Refusal, match="not_on_behalf"):
        known.do(SetPassword, "lead-1", behalf="unit-water", person="unit-water", password=GOOD)
    for bad in ("short", "x" * 129):
        with pytest.raises(Refusal, match="password_length"):
            known.do(SetPassword, "admin-1", person="dispatch-1", password=bad)
    with pytest.raises(Refusal, match="password_is_name"):
        known.do(SetPassword, "admin-1", person="dispatch-1", password="Dispatch-1")
    known.do(SetPassword, "dispatch-1", person="dispatch-1", password="another-one", old=GOOD)
    assert denied(known, "dispatch-1", GOOD) == "login_wrong"
    assert sign_in(known.desk, "dispatch-1", "another-one") == "dispatch-1"


def test_the_journal_tells_of_it_without_the_password_or_its_hash(known: Room) -> None:
    for _ in range(5):
        denied(known, "dispatch-1", "wrong-word")
    known.do(UnlockPerson, "admin-1", person="dispatch-1")
    entries = known.desk.changes(1).entries
    assert [one.kind for one in entries] == ["password_set", "person_locked", "person_unlocked"]
    assert all(one.subject == "dispatch-1" for one in entries)
    told = json.dumps([[dict(one.facts), list(one.rows)] for one in entries])
    assert "argon2" not in told and GOOD not in told and "wrong-word" not in told
    assert GOOD not in repr(SetPassword(person="dispatch-1", password=GOOD, old=GOOD))
    assert known.center.verify().good and not known.center.differences()


def test_at_first_nobody_has_a_password(room: Room) -> None:
    assert nobody_yet(room.desk)
    room.do(SetPassword, "system", person="admin-1", password=GOOD)
    assert not nobody_yet(room.desk)


def test_a_file_of_the_first_schema_gets_the_tables(tmp_path: Path) -> None:
    database = open_database(tmp_path / "street.db")
    migrate(database, "0001")
    with database.read.connect() as connection:
        assert "secrets" not in inspect(connection).get_table_names()
    migrate(database)
    assert revision(database) == HEAD
    with database.read.connect() as connection:
        assert {"secrets", "sessions", "journal"} <= set(inspect(connection).get_table_names())
    database.close()


def state(room: Room, person: str, who: str = "admin-1") -> str:
    found: Accounts = room.desk.ask(AskAccounts(), who)
    return next(one.state for one in found.people if one.person == person)


def test_a_one_time_code_opens_once_and_within_it_a_password_is_set(known: Room) -> None:
    known.do(SetPassword, "admin-1", person="dispatch-1", password="ABCD-EFGH-2345", once=True)
    assert state(known, "dispatch-1") == "once"
    assert denied(known, "dispatch-1", GOOD) == "login_wrong"
    assert sign_in(known.desk, "dispatch-1", "ABCD-EFGH-2345") == "dispatch-1"
    assert state(known, "dispatch-1", "dispatch-1") == "used"
    assert denied(known, "dispatch-1", "ABCD-EFGH-2345") == "login_code_used"
    mine = {"person": "dispatch-1", "password": GOOD, "old": "ABCD-EFGH-2345"}
    known.do(SetPassword, "dispatch-1", **mine)
    assert state(known, "dispatch-1") == "open"
    assert sign_in(known.desk, "dispatch-1", GOOD) == "dispatch-1"
    with pytest.raises(Refusal, match="once_for_others"):
        known.do(SetPassword, "admin-1", person="admin-1", password=GOOD, once=True)
    with pytest.raises(Refusal, match="once_for_others"):
        known.do(SetPassword, "dispatch-1", **{**mine, "old": GOOD, "once": True})


def test_in_the_program_passwords_cost_what_their_rule_asks(dear: None, room: Room) -> None:
    room.do(SetPassword, "admin-1", person="dispatch-1", password=GOOD)
    with room.center.database.read.connect() as connection:
        stored = connection.execute(select(t.secrets.c.hash)).scalar_one()
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")  # OWASP's least
    assert (signing.COST, vault.COST) == (2**14, 2**15)
    assert sign_in(room.desk, "dispatch-1", GOOD) == "dispatch-1"
    assert denied(room, "dispatch-1", "wrong-word") == "login_wrong"
    room.do(SetPassword, "admin-1", person="lead-2", password=GOOD)
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    room.do(SignHandover, "lead-2", handover=record, password=GOOD)
    vault.person_vault(room.center.folder, "dispatch-1", GOOD).write("kept", b"typed")
    again = vault.person_vault(room.center.folder, "dispatch-1", GOOD)
    assert again.read("kept") == b"typed"


def test_who_is_barred_stays_out_until_an_administrator_lets_them_in(known: Room) -> None:
    known.do(BarPerson, "admin-1", person="dispatch-1")
    assert denied(known, "dispatch-1", GOOD) == "login_barred"
    known.clock.pass_(days=30)
    assert denied(known, "dispatch-1", GOOD) == "login_barred"
    assert state(known, "dispatch-1") == "barred"
    known.do(UnlockPerson, "admin-1", person="dispatch-1")
    assert sign_in(known.desk, "dispatch-1", GOOD) == "dispatch-1"
    with pytest.raises(Refusal, match="not_oneself"):
        known.do(BarPerson, "admin-1", person="admin-1")
    with pytest.raises(Refusal, match="nothing_changed"):
        known.do(BarPerson, "admin-1", person="lead-1")


def test_everybody_sees_only_their_own_account(known: Room) -> None:
    mine: Accounts = known.desk.ask(AskAccounts(), "dispatch-1")
    assert [one.person for one in mine.people] == ["dispatch-1"]
    every: Accounts = known.desk.ask(AskAccounts(), "admin-1")
    assert len(every.people) > 10 and state(known, "lead-1") == "none"


def test_the_history_tells_who_changed_what_from_what_to_what(known: Room) -> None:
    tables: Tables = known.desk.ask(AskTables(), "admin-1")
    old = next(one for one in tables.items if one.code == "01-02")
    known.do(SetItems, "admin-1", rows=(replace(old, limit="1wd"),), seen=(old,))
    known.report("01-02")
    known.do(BarPerson, "admin-1", person="dispatch-1")
    for who in ("admin-1", "auditor-1"):
        told: TableHistory = known.desk.ask(AskTableHistory(), who)
        assert [one.kind for one in told.entries] == ["person_barred", "items_set", "password_set"]
        assert told.entries[1].rows == (["items", "01-02", {"limit": [old.limit, "1wd"]}],)
        assert told.entries[1].who == "admin-1" and not told.more
    first: TableHistory = known.desk.ask(AskTableHistory(limit=1), "admin-1")
    rest = AskTableHistory(before=first.entries[-1].seq)
    assert first.more and len(known.desk.ask(rest, "admin-1").entries) == 2
    with pytest.raises(Refusal, match="no_right"):
        known.desk.ask(AskTableHistory(), "lead-1")


def test_wrong_signatures_lock_like_wrong_logins(room: Room) -> None:
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    room.do(SignHandover, "lead-1", handover=record, password=GOOD)  # the first one sets it
    room.do(SetPassword, "admin-1", person="lead-2", password=GOOD)
    give = {"handover": record, "password": "another-one-9"}
    for _ in range(5):
        with pytest.raises(Refusal, match="login_wrong"):
            room.do(SignHandover, "lead-2", **give)
    with pytest.raises(Refusal, match="login_locked"):
        room.do(SignHandover, "lead-2", **give | {"password": GOOD})
    assert denied(room, "lead-2", GOOD) == "login_locked"
    assert room.desk.changes(0).entries[-1].kind == "person_locked"
    room.do(UnlockPerson, "admin-1", person="lead-2")
    for _ in range(2):  # a good one forgets, and what a rule refuses is not counted
        for _ in range(4):
            with pytest.raises(Refusal, match="login_wrong"):
                room.do(SignHandover, "lead-2", **give)
        with pytest.raises(Refusal, match="no_such_handover"):
            room.do(SignHandover, "lead-2", handover="none", password=GOOD)
    room.do(SignHandover, "lead-2", handover=record, password=GOOD)


def test_the_record_carries_the_head_of_the_journal(room: Room) -> None:
    room.report()
    (*_, last) = room.desk.changes(0).entries
    record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
    parts = room.desk.ask(AskHandover(handover=record), "lead-1").parts
    assert (parts.head_seq, parts.head) == (last.seq, last.hash)
