"""How much of each answer is the asker's: a unit's, a grid member's, another street's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import DispatchCase, Reason, RecallCase
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskKind
from commandcenter.services import views as v
from commandcenter.services.desk import Desk
from commandcenter.services.founding import Founding, found
from commandcenter.storage.reference import SettingRow
from tests.fakes import Room
from tests.walks import filed

UNIT, OTHER = "unit-sanitation", "unit-water"


def sent(room: Room, unit: str = "sanitation", **fields: Any) -> str:
    """A filed case dispatched to the unit."""
    case = filed(room, **fields)
    redirect(room, case, unit)
    return case


def redirect(room: Room, case: str, unit: str) -> None:
    """Dispatch a filed case, with a reason for a unit that has no power over it."""
    why = () if unit == "sanitation" else (Reason(code="no_power", words="应急先到现场"),)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit=unit, kind=TaskKind.HANDLE,
            reasons=why)  # fmt: skip


def test_somebody_unknown_is_told_nothing(room: Room) -> None:
    with pytest.raises(Refusal, match="no_such_person"):
        room.desk.ask(v.AskBoard(), "nobody")
    with pytest.raises(Refusal, match="no_such_person"):
        room.desk.changes(0, who="nobody")


def test_a_unit_sees_its_own_cases_only(room: Room) -> None:
    mine, other = sent(room), sent(room, "water")
    waiting = room.report(caller_name="王小明", caller_phone="13812345678")
    desk = room.desk
    board = desk.ask(v.AskBoard(), UNIT)
    assert [one.id for one in board.cases] == [mine]
    assert (board.figures.filed, board.figures.open, board.figures.inbox) == (1, 1, 0)
    assert {one.unit for one in board.teams} <= {"sanitation"}
    assert {one.unit for one in board.officers} <= {"sanitation"}
    assert all(one.unit == "sanitation" or not one.grids for one in board.people)
    found = desk.ask(v.AskFind(text="祠堂东街"), UNIT)
    assert {one.id for one in found.lines} <= {mine}
    assert len(found.lines) == len(found.why)
    beside = desk.ask(
        v.AskBeside(item="01-02", lon=113.4325, lat=22.95086, words="垃圾", phone="13812345678"),
        UNIT,
    )
    assert {one.line.id for one in (*beside.similar, *beside.earlier)} == {mine}
    assert all(one.words == "" for one in beside.similar)
    seen = desk.ask(v.AskCase(case=mine), UNIT)
    assert seen.words is None and seen.complainant is None
    assert all(line.words is None for line in seen.story)
    for case in (other, waiting):
        with pytest.raises(Refusal, match="no_such_case"):
            desk.ask(v.AskCase(case=case), UNIT)


def test_the_feed_tells_a_unit_of_its_own_cases_only(room: Room) -> None:
    start = room.desk.ask(v.AskBoard(), "lead-1").seq
    mine, other = sent(room), sent(room, "water")
    whole, part = room.desk.changes(start), room.desk.changes(start, who=UNIT)
    assert part.seq == whole.seq
    assert [one.id for one in part.cases] == [mine]
    assert {one.subject for one in part.entries} == {mine}
    assert all(one.rows == () for one in part.entries)
    assert other not in str(part) and part.gone == ()
    assert part.figures is not None and part.figures.filed == 1


def test_a_case_that_is_taken_away_is_told_as_gone(room: Room) -> None:
    case = sent(room)
    room.do(RecallCase, "dispatch-1", case=case, reason="wrong_unit")
    before = room.desk.changes(0, limit=10_000).seq
    redirect(room, case, "water")
    part = room.desk.changes(before, who=UNIT)
    assert (part.gone, part.cases) == ((case,), ())
    assert [one.id for one in room.desk.changes(before, who=OTHER).cases] == [case]


def test_a_co_unit_sees_the_case_too(room: Room) -> None:
    case = filed(room)
    room.do(DispatchCase, "dispatch-1", case=case, lead_unit="sanitation", co_units=("water",),
            notify=("power",), kind=TaskKind.HANDLE)  # fmt: skip
    for unit in (UNIT, OTHER, "unit-power"):
        assert [one.id for one in room.desk.ask(v.AskBoard(), unit).cases] == [case]
    assert room.desk.ask(v.AskBoard(), "unit-fire").cases == ()


def test_a_grid_member_sees_cases_of_the_grid_and_own_reports(room: Room) -> None:
    here = room.report()
    elsewhere = room.report(lon=113.38, lat=22.97, place="别处")
    own = room.report(
        lon=113.38, lat=22.97, place="别处", source=Source.GRID, reporter="member-070"
    )
    seen = {one.id for one in room.desk.ask(v.AskBoard(), "member-070").cases}
    assert here in seen and own in seen and elsewhere not in seen


def test_names_of_others_stay_out_of_a_units_reference(room: Room) -> None:
    whole = room.desk.ask(v.AskReference(), "lead-1")
    part = room.desk.ask(v.AskReference(), UNIT)
    assert "lead-1" in part.names and UNIT in part.names
    assert "member-070" in whole.names and "member-070" not in part.names
    assert len(part.phones) < len(whole.phones)


def test_a_street_never_sees_another_streets_rows(room: Room) -> None:
    theirs = sent(room, caller_name="王小明", caller_phone="13812345678")
    shot = room.picture()
    street = "440113999"
    people = [replace(one, street=street) for one in room.desk.ask(v.AskBoard(), "lead-1").people]
    founding = Founding(
        street=street, rows=(*people, SettingRow(street=street, id="name", value="邻街"))
    )
    found(room.center.database, founding, room.clock.at)
    own = room.desk
    next_door = Desk(own.database, street, b"k" * 32, own.pictures, own.now)
    board = next_door.ask(v.AskBoard(), "lead-1")
    assert (board.cases, board.figures.filed, board.teams, board.positions) == ((), 0, (), ())
    assert {one.street for one in next_door.changes(0).entries} == {street}
    assert next_door.ask(v.AskFind(text="祠堂东街"), "lead-1").lines == ()
    assert next_door.ask(v.AskFind(text="13812345678"), "lead-1").lines == ()
    near = v.AskBeside(item="01-02", lon=113.4325, lat=22.95086, words="垃圾", phone="13812345678")
    assert next_door.ask(near, "lead-1") == v.Beside(similar=(), earlier=())
    for question in (v.AskCase(case=theirs), v.AskCandidates(case=theirs)):
        with pytest.raises(Refusal, match="no_such_case"):
            next_door.ask(question, "lead-1")
    with pytest.raises(Refusal, match="no_such_picture"):
        next_door.ask(v.AskPicture(case=theirs, sha256=shot.sha256), "lead-1")
    reference = next_door.ask(v.AskReference(), "lead-1")
    assert (reference.names, reference.grids, reference.units) == ({}, (), ())
