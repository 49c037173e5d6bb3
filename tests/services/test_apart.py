"""Who gives rights, who runs the machine and who looks after are three persons (issue 3)."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from commandcenter.domain.commands import SetPeople
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import ELSEWHERE, NEVER_TOGETHER, STANDS_IN, Role, apart
from commandcenter.domain.table_lines import PersonLine
from commandcenter.domain.tables import Table
from commandcenter.geo.demo import load_demo
from commandcenter.intake.sheets import Wording, export, preview
from commandcenter.services.own_street import OwnStreet, own_founding
from commandcenter.services.views import AskBoard, AskReveals, AskTables
from tests.fakes import Room, writing

THREE = ("administrator", "auditor", "operator")
PAIRS = tuple(combinations(THREE, 2))
"""Copied from the issue: the three are apart from each other, all others may meet."""


def test_the_table_of_pairs_is_the_one_of_the_issue() -> None:
    assert {frozenset(pair) for pair in NEVER_TOGETHER} == {frozenset(pair) for pair in PAIRS}
    others = [role for role in Role if role not in THREE]
    for role in Role:
        if role is not Role.SYSTEM:
            assert apart([role, *others]) is None, role
    assert not ELSEWHERE & set(THREE), "nobody acts for them by telephone"
    assert not set(STANDS_IN) & set(THREE), "nobody stands in for them"


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_is_given_neither_at_once_nor_one_after_the_other(
    room: Room, pair: tuple[str, str]
) -> None:
    new = PersonLine(id="new-1", name="李新", roles=pair)
    for rows, seen in (((new,), ()), ((new, replace(new, id="new-2", roles=pair[:1])), ())):
        _refused(room, rows, seen)
    one = replace(new, roles=pair[:1])
    room.do(SetPeople, "admin-1", rows=(one,))
    _refused(room, (new,), (one,))
    _refused(room, (replace(new, roles=("checker", *reversed(pair))),), (one,))
    other = replace(new, roles=(pair[1], "checker"))
    room.do(SetPeople, "admin-1", rows=(other,), seen=(one,))  # the one goes, the other comes


def _refused(room: Room, rows: tuple[PersonLine, ...], seen: tuple[PersonLine, ...]) -> None:
    with pytest.raises(Refusal) as said:
        room.desk.do(SetPeople(rows=rows, seen=seen, sheet=True), "admin-1")
    assert (said.value.code, said.value.values["fault"]) == ("line_wrong", "roles_apart")


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_does_not_come_by_a_sheet(room: Room, tmp_path: Path, pair: tuple[str, str]) -> None:
    tables = room.desk.ask(AskTables(), "admin-1")
    words, file = Wording(title="t", titles={}, words={}), tmp_path / "people.xlsx"
    bad = tuple(replace(one, roles=pair) if one.id == "lead-1" else one for one in tables.people)
    export(file, Table.PEOPLE, bad, words)
    seen = preview(file, Table.PEOPLE, tables.people, tables.known(), words)
    assert [(one.fault.column, one.fault.code) for one in seen.bad] == [("roles", "roles_apart")]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_that_stands_in_the_rows_counts_for_neither(
    room: Room, pair: tuple[str, str]
) -> None:
    roles = (*(Role(one) for one in pair), Role.SHIFT_LEAD)
    with writing(room.desk) as tx:  # as an older program or a hand in the database left it
        tx.put(Person(street=room.desk.street, id="both", roles=roles))
        at = room.clock.at
        tx.seal(command=new_id(), at=at, who="system", behalf=None, channel=None,
                happened_at=at, subject="people", kind="imported", facts={})  # fmt: skip
    for question in (AskTables(), AskReveals()):
        with pytest.raises(Refusal, match="no_right"):
            room.desk.ask(question, "both")
    made = PersonLine(id="new-1", name="李新", roles=("checker",))
    with pytest.raises(Refusal, match="no_right"):
        room.desk.do(SetPeople(rows=(made,)), "both")
    assert room.desk.ask(AskBoard(), "both").seq


def test_no_street_is_founded_with_a_pair(room: Room) -> None:
    assert [one.id for one in load_demo().people if apart(one.roles)] == []
    own = OwnStreet(name="试街道", code="990101001", lead="甲", administrator="乙")
    people = [one for one in own_founding(own, room.clock.at).rows if isinstance(one, Person)]
    assert people and [one.id for one in people if apart(one.roles)] == []
