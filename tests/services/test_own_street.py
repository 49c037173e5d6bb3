"""An own street: founded with the standard tables and nobody invented, and a case goes through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from commandcenter.app import FILE, open_center
from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    ArriveTask,
    CloseCase,
    DepartTask,
    DispatchCase,
    FileCase,
    GiveFeedback,
    RecordCheck,
    ReportCase,
    SendToCheck,
    SetPeople,
    SignTask,
)
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.domain.table_lines import PersonLine
from commandcenter.domain.task import TaskKind
from commandcenter.intake.aside import UnreadableFile
from commandcenter.own import found_own
from commandcenter.services.own_street import OwnStreet
from commandcenter.services.views import AskBoard, AskReference, Reference
from tests.fakes import Room, SetClock

OWN = OwnStreet(name="市桥街道", code="440113001", lead="李明", administrator="管理员")
SHEET = """社区编码,社区名称,网格编码,网格名称
440113001001,大南社区,440113001001001,大南一格
440113001001,大南社区,440113001001002,大南二格
440113002001,别的街道,,
"""
GRID = "440113001001001"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    sheet = tmp_path / "网格.csv"
    sheet.write_bytes(SHEET.encode("gb18030"))
    clock = SetClock("2025-09-29 09:00")
    center, ground = found_own(tmp_path / "own", OWN, sheet, now=clock)
    assert (ground.accepted, [one.reason for one in ground.refused]) == (2, ["other_street"])
    yield Room(center, clock)
    center.close()


def reference(room: Room) -> Reference:
    found: Reference = room.desk.ask(AskReference(), "lead-1")
    return found


def test_it_has_the_standard_tables_two_accounts_and_nothing_invented(room: Room) -> None:
    known = reference(room)
    assert (room.desk.street, known.street_name, known.demo) == ("440113001", "市桥街道", False)
    assert {one.code for one in known.items} == {one.code for one in CATALOGUE}
    assert known.powers and known.units and not known.phones
    assert not [one.name for one in known.units if "石碁" in one.name]
    assert known.names == {"lead-1": "李明", "admin-1": "管理员"}
    assert known.communities == {"440113001001": "大南社区"}
    board: Any = room.desk.ask(AskBoard(), "lead-1")
    assert not (board.cases or board.teams or board.officers or board.positions)
    assert room.center.verify().good and not room.center.differences()


def test_a_case_goes_from_report_to_closing(room: Room) -> None:
    people = (
        PersonLine(id="unit-1", name="王环", roles=("unit",), unit="sanitation", on_shift=True),
        PersonLine(id="checker-1", name="赵核", roles=("checker",), on_shift=True),
    )
    room.do(SetPeople, "admin-1", rows=people)
    told = {"words": "垃圾堆在路口", "grid": GRID, "item": "01-02", "source": Source.WINDOW}
    told |= {"place": ""}
    case = room.do(ReportCase, "lead-1", **told).subject
    assert (room.case(case).grid, room.case(case).lon) == (GRID, None)
    room.do(FileCase, "lead-1", case=case)
    room.do(DispatchCase, "lead-1", case=case, lead_unit="sanitation", kind=TaskKind.HANDLE)
    task, by = room.lead_task(case), {"behalf": "unit-1"}
    for step in (SignTask, DepartTask, ArriveTask):
        room.do(step, "lead-1", **by, case=case, task=task)
    room.do(GiveFeedback, "lead-1", **by, case=case, words="已清运", pictures=(room.picture(),))
    room.do(SendToCheck, "lead-1", case=case, checker="checker-1")
    room.do(RecordCheck, "lead-1", behalf="checker-1", case=case, passed=True)
    room.do(CloseCase, "lead-1", case=case)
    assert room.case(case).state is CaseState.CLOSED
    assert not room.center.differences()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "  ", "street_name_wrong"),
        ("name", "街" * 41, "street_name_wrong"),
        ("lead", "", "lead_wrong"),
        ("administrator", "管\x00理", "administrator_wrong"),
        ("administrator", "李明", "names_same"),
        ("code", "44011300", "street_code_wrong"),
        ("code", "440113400", "street_code_wrong"),
        ("code", "660113001", "street_code_wrong"),
        ("code", "街道", "street_code_wrong"),
    ],
)
def test_what_is_no_street_founds_nothing(
    tmp_path: Path, field: str, value: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        found_own(tmp_path / "own", replace(OWN, **{field: value}))
    assert refused.value.code == code
    assert not (tmp_path / "own").exists()


def test_a_code_of_twelve_digits_and_full_width_ones_are_read() -> None:
    assert replace(OWN, code="４４０１１３ 001 000").checked().code == "440113001"


def test_a_file_of_which_nothing_can_be_taken_founds_nothing(tmp_path: Path) -> None:
    sheet = tmp_path / "网格.csv"
    sheet.write_text("社区编码,社区名称\n440113002001,别的街道\n", "utf-8")
    with pytest.raises(UnreadableFile) as unreadable:
        found_own(tmp_path / "own", OWN, sheet)
    assert unreadable.value.reason == "other_street"
    sheet.write_text("编码,名称\n440113001001,大南社区\n", "utf-8")
    with pytest.raises(UnreadableFile) as unreadable:
        found_own(tmp_path / "own", OWN, sheet)
    assert unreadable.value.reason == "header"
    assert not (tmp_path / "own").exists()


def test_a_folder_with_a_street_takes_no_other(tmp_path: Path) -> None:
    center, _ = found_own(tmp_path, OWN)
    center.close()
    for other in (OWN, replace(OWN, code="440113002")):
        with pytest.raises(Refusal) as refused:
            found_own(tmp_path, other)
        assert refused.value.code == "street_there"
    again = open_center(tmp_path)
    assert (again.desk.street, again.founded) == ("440113001", "")
    again.close()
    assert (tmp_path / FILE).is_file()


def test_who_keeps_the_tables_works_on_no_case_and_never_both(room: Room) -> None:
    board: Any = room.desk.ask(AskBoard(), "lead-1")
    held = {one.id: frozenset(one.roles) for one in board.people}
    assert held["admin-1"] == {Role.ADMINISTRATOR}
    assert Role.ADMINISTRATOR not in held["lead-1"]
    case = {"words": "x", "place": "", "grid": GRID, "item": "01-02", "source": Source.WINDOW}
    with pytest.raises(Refusal) as refused:
        room.do(ReportCase, "admin-1", **case)
    assert refused.value.code == "no_right"
