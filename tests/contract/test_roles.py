"""Every command and every question as every role, on every store, against a table made by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from commandcenter.domain import commands
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.server.registry import ANSWERED, COMMANDS
from commandcenter.services.doing import HANDLERS
from commandcenter.services.rights import ASKING
from commandcenter.services.views import Changes
from commandcenter.storage.tables import METADATA
from tests.contract.who import ASKS, CHANGES, DOES, made, questions, roles
from tests.fakes import Room, writing

POSITION = commands.ReportPosition
"""The one command without handler and entry: positions are kept outside the journal."""


@pytest.fixture
def staffed(room: Room) -> Room:
    """A room with one person for each role, named by it, without unit or grid."""
    desk = room.center.desk
    with writing(desk) as tx:
        for role in Role:
            tx.put(Person(street=desk.street, id=f"only-{role}", roles=(role,)))
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="people", kind="imported", facts={})  # fmt: skip
    return room


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the commands whose handler was begun; each is done as ever."""
    begun: list[str] = []

    def noted(run: Any) -> Any:
        def noting(do: Any, command: Any) -> Any:
            begun.append(type(command).__name__)
            return run(do, command)

        return noting

    for kind, handler in list(HANDLERS.items()):
        monkeypatch.setitem(HANDLERS, kind, replace(handler, run=noted(handler.run)))
    return begun


def state(room: Room) -> str:
    """A hash over every row of the database but those of logins."""
    total = hashlib.sha256()
    with room.center.database.read.begin() as connection:
        for table in METADATA.sorted_tables:
            if table.name in ("sessions", "secrets"):
                continue
            rows = sorted(repr(tuple(row)) for row in connection.execute(select(table)))
            total.update("\n".join((table.name, *rows)).encode())
    return total.hexdigest()


def said(call: Any, *given: Any) -> str:
    """The code of the refusal, or "done"."""
    try:
        call(*given)
    except Refusal as refusal:
        return refusal.code
    return "done"


def every(table: dict[str, str], may: bool) -> Iterator[tuple[str, Role]]:
    """Each row with each role that may, or that may not."""
    for name, row in table.items():
        for role in Role:
            if (role in roles(row)) == may:
                yield name, role


def test_the_tables_have_every_command_and_every_question() -> None:
    kinds = {kind.__name__ for kind in HANDLERS} | {POSITION.__name__}
    assert kinds == set(COMMANDS) == set(DOES), "a command without its row in who.py"
    asked = set(questions())
    assert asked == {kind.__name__ for kind in ANSWERED} == set(ASKS), "a question without its row"
    assert {kind.__name__ for kind in ASKING} == asked | {"Changes"}


def test_the_programs_table_is_the_one_made_by_hand() -> None:
    assert {kind.__name__: handler.roles for kind, handler in HANDLERS.items()} == {
        name: roles(row) for name, row in DOES.items() if name != POSITION.__name__
    }
    assert {kind.__name__: held for kind, held in ASKING.items()} == {
        **{name: roles(row) for name, row in ASKS.items()},
        Changes.__name__: roles(CHANGES),
    }


def test_a_refused_command_begins_no_handler_and_changes_no_row(
    staffed: Room, ran: list[str]
) -> None:
    before = state(staffed)
    codes = {
        (name, role): said(staffed.desk.do, made(COMMANDS[name]), f"only-{role}")
        for name, role in every(DOES, may=False)
    }
    assert len(codes) > 700
    assert {pair: code for pair, code in codes.items() if code != "no_right"} == {}
    assert ran == [] and state(staffed) == before


def test_an_allowed_command_comes_to_its_handler_or_finds_no_such_case(
    staffed: Room, ran: list[str]
) -> None:
    for name, role in every(DOES, may=True):
        ran.clear()
        code = said(staffed.desk.do, made(COMMANDS[name]), f"only-{role}")
        begun = bool(ran) or name == POSITION.__name__
        assert begun or code == "no_such_case", (name, role, code)


def test_every_question_is_answered_to_its_roles_only(staffed: Room) -> None:
    case = staffed.report()
    asked, before = questions(), state(staffed)
    for may in (False, True):
        for name, role in every(ASKS, may):
            question = made(asked[name], case=case)
            code = said(staffed.desk.ask, question, f"only-{role}")
            assert (code != "no_right") == may, (name, role, code)
    for role in Role:
        code = said(staffed.center.desk.changes, 0, 500, f"only-{role}")
        assert (code != "no_right") == (role in roles(CHANGES)), (role, code)
    assert state(staffed) == before
