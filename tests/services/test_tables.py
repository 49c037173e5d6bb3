"""An administrator's tables: one entry each, rules at once, nobody overwritten."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from commandcenter.domain.commands import (
    CorrectCase,
    FileCase,
    SetDays,
    SetItems,
    SetLimits,
    SetOfficers,
    SetPeople,
    SetPowers,
    SetTeams,
    SetUnits,
)
from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.person import Person, Team, TeamStatus
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import NEVER_TOGETHER, apart
from commandcenter.domain.table_checks import check
from commandcenter.domain.table_lines import (
    CommunityLine,
    DayLine,
    GridLine,
    ItemLine,
    LimitLine,
    OfficerLine,
    PersonLine,
    PowerLine,
    TeamLine,
    UnitLine,
)
from commandcenter.domain.tables import Table, Tables, key_of, read, texts
from commandcenter.services.views import AskPlace, AskReference, AskTables
from tests.fakes import Room, writing

ADMIN = "admin-1"


def tables(room: Room) -> Tables:
    found: Tables = room.desk.ask(AskTables(), ADMIN)
    return found


def line(room: Room, table: Table, key: str) -> Any:
    return next(one for one in tables(room).lines(table) if key_of(table, one) == key)


def change(room: Room, table: Table, key: str, **fields: Any) -> Any:
    """Change one line as it is seen now; the line as it was."""
    old = line(room, table, key)
    room.do(SETTING[table], ADMIN, rows=(replace(old, **fields),), seen=(old,))
    return old


def denied(room: Room, code: str, table: Table, rows: Any, seen: Any = ()) -> dict[str, object]:
    before = room.desk.changes(0, limit=10_000).seq
    with pytest.raises(Refusal) as said:
        room.do(SETTING[table], ADMIN, rows=tuple(rows), seen=tuple(seen))
    assert said.value.code == code, said.value
    assert room.desk.changes(0, limit=10_000).seq == before
    return said.value.values


def test_the_demo_streets_own_lines_are_all_good(room: Room) -> None:
    found = tables(room)
    for table in Table:
        assert found.lines(table)
        wrong = [(key_of(table, one), bad) for one in found.lines(table)
                 if (bad := check(table, one, found.known()))]  # fmt: skip
        assert wrong == []


@pytest.mark.parametrize("table", Table)
def test_a_line_is_the_same_after_it_was_text(room: Room, table: Table) -> None:
    for one in tables(room).lines(table):
        assert read(table, texts(table, one)) == (one, ())


def test_only_an_administrator_sees_and_sets(room: Room) -> None:
    for who in ("lead-1", "auditor-1", "dispatch-1", "unit-water"):
        with pytest.raises(Refusal, match="no_right"):
            room.desk.ask(AskTables(), who)
        with pytest.raises(Refusal, match="no_right"):
            room.do(SetUnits, who, rows=(UnitLine(id="new", name="新", short="新"),))


def test_an_items_limit_holds_from_the_next_case_on(room: Room) -> None:
    old = room.report("01-02")
    room.do(FileCase, "lead-1", case=old)
    due = room.case(old).due
    change(room, Table.ITEMS, "01-02", limit="1wh")
    assert room.case(old).due == due
    new = room.report("01-02")
    room.do(FileCase, "lead-1", case=new)
    assert room.case(new).due < due
    asked = AskPlace(lon=None, lat=None, grid=None, item="01-02")
    assert room.desk.ask(asked, "intake-1").due == room.case(new).due


def test_a_void_item_keeps_its_cases_and_takes_no_new_one(room: Room) -> None:
    case = room.report("01-02")
    change(room, Table.ITEMS, "01-02", void=True)
    assert line(room, Table.ITEMS, "01-02").void
    with pytest.raises(Refusal, match="item_void"):
        room.report("01-02")
    other = room.report("01-04")
    with pytest.raises(Refusal, match="item_void"):
        room.do(CorrectCase, "lead-1", case=other, item="01-02")
    room.do(FileCase, "lead-1", case=case)
    change(room, Table.ITEMS, "01-02", void=False)
    assert room.report("01-02")


def test_a_new_item_can_be_reported(room: Room) -> None:
    made = ItemLine(code="05-14", name="占道充电", limit="4wh", units=("enforcement",))
    room.do(SetItems, ADMIN, rows=(made,))
    assert room.case(room.report("05-14")).item == "05-14"


def test_a_stage_limit_is_in_force_at_once(room: Room) -> None:
    change(room, Table.LIMITS, "general/dispatch", limit="3wh")
    limit = room.desk.rules.limits.limit(Level.GENERAL, Stage.DISPATCH)
    assert str(limit) == "3wh"
    change(room, Table.LIMITS, "general/dispatch", limit="")
    assert room.desk.rules.limits.limit(Level.GENERAL, Stage.DISPATCH) is None
    old = line(room, Table.LIMITS, "general/finish")
    bad = denied(room, "line_wrong", Table.LIMITS, [replace(old, limit="")], [old])
    assert (bad["cell"], bad["fault"]) == ("limit", "cell_missing")


def test_the_notice_takes_the_place_of_the_librarys_days(room: Room) -> None:
    seen = [one for one in tables(room).days if one.day.startswith("2026")]
    assert {one.origin for one in seen} == {"library"}
    rows = (DayLine(day="2026-01-01", name="元旦"), DayLine(day="2026-01-04", kind="work"))
    room.do(SetDays, ADMIN, rows=rows, seen=tuple(seen), sheet=True)
    now = [one for one in tables(room).days if one.day.startswith("2026")]
    assert now == list(rows)
    calendar = room.desk.rules.clock.calendar
    assert calendar.knows(2026) and not calendar.knows(2027)
    assert {day for day in calendar.off if day.year == 2026} == {
        day for day in calendar.off if day.isoformat() == "2026-01-01"
    }
    room.do(SetDays, ADMIN, rows=(DayLine(day="2027-01-01", name="元旦"),))
    assert room.desk.rules.clock.calendar.knows(2027)
    room.do(SetDays, ADMIN, seen=(DayLine(day="2027-01-01", name="元旦"),))
    assert not room.desk.rules.clock.calendar.knows(2027)
    assert room.center.differences() == []


def test_a_power_that_goes_is_missed_by_the_law(room: Room) -> None:
    gone = line(room, Table.POWERS, "01-01/enforcement/enforce")
    room.do(SetPowers, ADMIN, seen=(gone,))
    assert gone not in tables(room).powers
    kept = {one.id for one in room.desk.ask(AskReference(), ADMIN).powers}
    assert "01-01/enforcement/enforce" not in kept and "01-01/enforcement/inspect" in kept
    room.do(SetPowers, ADMIN, rows=(gone,))
    assert gone in tables(room).powers
    assert room.center.differences() == []


def test_two_administrators_do_not_overwrite_one_another(room: Room) -> None:
    old = change(room, Table.UNITS, "water", short="水务站")
    values = denied(room, "line_changed", Table.UNITS, [replace(old, short="水利")], [old])
    assert values["key"] == "water"
    denied(room, "line_changed", Table.UNITS, [old], [])
    now = line(room, Table.UNITS, "water")
    denied(room, "nothing_changed", Table.UNITS, [now], [now])
    denied(room, "nothing_changed", Table.UNITS, [])
    denied(room, "line_doubled", Table.UNITS, [old, old])
    denied(room, "line_stays", Table.UNITS, [], [now])


def test_nobody_holds_two_roles_that_stay_apart(room: Room) -> None:
    person = line(room, Table.PEOPLE, "lead-1")
    for pair in NEVER_TOGETHER:
        assert apart([*pair, "checker"]) == pair
        bad = replace(person, roles=tuple(one.value for one in pair))
        said = denied(room, "line_wrong", Table.PEOPLE, [bad], [person])
        assert (said["cell"], said["fault"]) == ("roles", "roles_apart")
    change(room, Table.PEOPLE, "lead-1", roles=("shift_lead", "dispatcher"))


def test_the_last_administrator_stays(room: Room) -> None:
    admin = line(room, Table.PEOPLE, ADMIN)
    less = replace(admin, roles=("checker",))
    denied(room, "last_administrator", Table.PEOPLE, [less], [admin])
    second = PersonLine(id="admin-2", name="李新", roles=("administrator",))
    room.do(SetPeople, ADMIN, rows=(second,))
    room.do(SetPeople, "admin-2", rows=(less,), seen=(admin,))
    with pytest.raises(Refusal, match="no_right"):
        room.desk.ask(AskTables(), ADMIN)


def test_names_and_telephones_never_reach_the_journal(room: Room) -> None:
    made = PersonLine(id="intake-9", name="欧阳甲乙", phone="19912345678", roles=("checker",))
    room.do(SetPeople, ADMIN, rows=(made,))
    change(room, Table.OFFICERS, "officer-safety-1", name="司马丙丁", phone="19987654321")
    told = json.dumps([[dict(one.facts), list(one.rows)] for one in
                       room.desk.changes(1).entries], ensure_ascii=False)  # fmt: skip
    for word in ("欧阳甲乙", "19912345678", "司马丙丁", "19987654321"):
        assert word not in told and word not in repr(made)
    known = room.desk.ask(AskReference(), "lead-1")
    assert known.names["intake-9"] == "欧阳甲乙"
    assert known.phones["officer-safety-1"] == "19987654321"
    assert room.center.differences() == []


def test_officers_and_teams_keep_what_is_the_dispatchers(room: Room) -> None:
    change(room, Table.OFFICERS, "officer-safety-1", valid_until="2025-01-01", recorder="仪9")
    with writing(room.desk) as tx:
        assert tx.find(Person)
        team = tx.need(Team, "team-safety", "no_such_team")
    change(room, Table.TEAMS, "team-safety", vehicle="")
    made = TeamLine(id="team-night", unit="safety", name="夜间组", short="夜间", kind="mobile")
    room.do(SetTeams, ADMIN, rows=(made,))
    with writing(room.desk) as tx:
        after = tx.need(Team, "team-safety", "no_such_team")
        assert (after.status, after.since, after.vehicle) == (team.status, team.since, None)
        assert tx.need(Team, "team-night", "no_such_team").status is TeamStatus.FREE
    assert line(room, Table.OFFICERS, "officer-safety-1").valid_until == "2025-01-01"


WRONG = [
    (Table.PEOPLE, PersonLine(id="A b", name="甲"), "id", "id_format"),
    (Table.PEOPLE, PersonLine(id="system", name="甲"), "id", "id_format"),
    (Table.PEOPLE, PersonLine(id="a-1"), "name", "cell_missing"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲" * 41), "name", "text_too_long"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲\u0007"), "name", "text_unreadable"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", phone="12a"), "phone", "phone_unreadable"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", roles=("king",)), "roles", "choice_unknown"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", roles=("system",)), "roles", "choice_unknown"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", roles=("unit",)), "unit", "cell_missing"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", unit="x"), "unit", "no_such_unit"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", grids=("1",)), "grids", "no_such_grid"),
    (Table.PEOPLE, PersonLine(id="a-1", name="甲", on_shift=True), "on_shift",
     "shift_without_role"),
    (Table.UNITS, UnitLine(id="x", name="甲 乙", short="甲"), "name", "name_with_space"),
    (Table.UNITS, UnitLine(id="x", name="甲", short="甲", kind="y"), "kind", "choice_unknown"),
    (Table.ITEMS, ItemLine(code="1-2", name="甲", units=("water",)), "code", "item_code_format"),
    (Table.ITEMS, ItemLine(code="01-50", name="甲"), "units", "cell_missing"),
    (Table.ITEMS, ItemLine(code="01-50", name="甲", units=("no",)), "units", "no_such_unit"),
    (Table.ITEMS, ItemLine(code="01-50", name="甲", units=("water",), limit="0h"), "limit",
     "limit_unreadable"),
    (Table.LIMITS, LimitLine(level="none", stage="sign"), "level", "choice_unknown"),
    (Table.POWERS, PowerLine(item="99-99", unit="water", kind="handle"), "item", "no_such_item"),
    (Table.POWERS, PowerLine(item="01-02", unit="no", kind="handle"), "unit", "no_such_unit"),
    (Table.POWERS, PowerLine(item="01-02", unit="water", kind="sing"), "kind", "choice_unknown"),
    (Table.DAYS, DayLine(day="2026-02-30"), "day", "day_unreadable"),
    (Table.DAYS, DayLine(day="20260201"), "day", "day_unreadable"),
    (Table.OFFICERS, OfficerLine(id="o-1", name="甲", unit="water", team="no"), "team",
     "no_such_team"),
    (Table.OFFICERS, OfficerLine(id="o-1", name="甲", unit="water", certificate="证1"),
     "valid_until", "certificate_and_day"),
    (Table.TEAMS, TeamLine(id="t-1", unit="water", name="甲", short="甲"), "kind",
     "cell_missing"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "bad", "column", "why"), WRONG)
def test_a_wrong_line_is_refused_with_column_and_reason(
    room: Room, table: Table, bad: Any, column: str, why: str
) -> None:
    said = denied(room, "line_wrong", table, [bad])
    assert (said["cell"], said["fault"], said["key"]) == (column, why, key_of(table, bad))


def test_the_journal_tells_the_rows_after_many_changes(room: Room) -> None:
    found = tables(room)
    room.do(SetLimits, ADMIN, seen=found.limits, sheet=True,
            rows=tuple(replace(one, limit="2wd") for one in found.limits))  # fmt: skip
    room.do(SetPowers, ADMIN, seen=found.powers)
    room.do(SetPowers, ADMIN, rows=found.powers[:100])
    room.do(SetOfficers, ADMIN, seen=found.officers,
            rows=tuple(replace(one, recorder="仪") for one in found.officers))  # fmt: skip
    room.do(SetPeople, ADMIN, seen=found.people,
            rows=tuple(replace(one, phone="19900000001") for one in found.people))  # fmt: skip
    assert tables(room).powers == found.powers[:100]
    entries = [one for one in room.desk.changes(1).entries if one.subject == "tables"]
    assert [one.kind for one in entries] == [
        "limits_set", "powers_set", "powers_set", "officers_set", "people_set",
    ]  # fmt: skip
    assert dict(entries[0].facts) == {"sheet": True, "changed": 32}
    assert dict(entries[1].facts) == {"sheet": False, "removed": len(found.powers)}
    assert room.center.differences() == [] and room.center.verify().good


def test_an_administrators_change_is_not_entered_for_another(room: Room) -> None:
    with pytest.raises(Refusal, match="no_right"):
        room.do(SetUnits, "lead-1", behalf="unit-water", rows=())


def test_what_runs_keeps_its_clock_when_limits_and_days_change(room: Room) -> None:
    """domain.md is silent but for "correct": a running clock keeps its limit, new ones take the
    new tables.
    """
    old = room.report("01-02")
    room.do(FileCase, "lead-1", case=old)
    before = room.case(old)
    change(room, Table.ITEMS, "01-02", limit="3wd")
    change(room, Table.LIMITS, "general/dispatch", limit="10min")
    day = (before.due.at if hasattr(before.due, "at") else before.due).date().isoformat()
    known = [one for one in tables(room).days if one.day == day]
    if not known:
        room.do(SetDays, ADMIN, rows=(DayLine(day=day, kind="off", name="临时停电"),))
    after = room.case(old)
    assert (after.due, after.stage_due) == (before.due, before.stage_due)
    new = room.report("01-02")
    room.do(FileCase, "lead-1", case=new)
    assert room.case(new).due > before.due
    assert room.case(new).stage_due < before.stage_due


def test_grids_keep_their_ring_and_a_void_one_stays_void(room: Room) -> None:
    grid = next(one for one in tables(room).grids)
    change(room, Table.GRIDS, grid.id, name="改名网格")
    shapes = room.desk.ask(AskReference(), ADMIN).grids
    assert next(one for one in shapes if one.grid.code == grid.id).ring
    change(room, Table.GRIDS, grid.id, void_reason="并入")
    now = line(room, Table.GRIDS, grid.id)
    values = denied(room, "line_wrong", Table.GRIDS, [replace(now, void_reason="")], [now])
    assert values["fault"] == "grid_stays_void"
    street = room.desk.street
    for code, fault in (
        ("123", "grid_code_format"),
        (f"{street}398001", "grid_code_format"),  # of no known community
        (f"{grid.id[:12]}000", "grid_code_format"),
        (f"{grid.id}01", "grid_kind_length"),
    ):
        bad = GridLine(id=code, name="新")
        assert denied(room, "line_wrong", Table.GRIDS, [bad])["fault"] == fault, code
    other = CommunityLine(id="990101001001", name="别处", spoken="别处")
    assert denied(room, "line_wrong", Table.COMMUNITIES, [other])["fault"] == (
        "community_code_format"
    )
