"""Sheets of the administrator's tables: what goes out comes back, what is wrong is named by row."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tables import LINES, Table, Tables, columns, kinds, texts
from commandcenter.intake import sheets
from commandcenter.intake.sheets import Wording, export, preview
from commandcenter.services.views import AskTables
from tests.fakes import Room

CODES = Wording(title="t", titles={}, words={})
CHINESE = Wording(
    title="单位",
    titles={"id": "编号", "name": "名称", "short": "简称", "kind": "类别", "phone": "电话"},
    words={"kind": {"street": "街道", "dispatched": "派驻", "company": "企业"}},
)


@pytest.fixture
def tables(room: Room) -> Tables:
    found: Tables = room.desk.ask(AskTables(), "admin-1")
    return found


def sheet(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A sheet as somebody's own program writes it."""
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return path


def refused(code: str, path: Path, tables: Tables, table: Table = Table.UNITS) -> None:
    with pytest.raises(Refusal) as said:
        preview(path, table, tables.lines(table), tables.known(), CODES)
    assert said.value.code == code


@pytest.mark.parametrize("table", Table)
def test_what_is_exported_comes_back_the_same(tables: Tables, tmp_path: Path, table: Table) -> None:
    lines, file = tables.lines(table), tmp_path / "a.xlsx"
    assert export(file, table, lines, CODES) == len(lines)
    same = preview(file, table, lines, tables.known(), CODES)
    assert (same.bad, same.added, same.changed, same.removed) == ((), 0, 0, 0)
    if table in (Table.LIMITS, Table.TEAMS):
        return  # their lines point at lines, or are all there
    new = preview(file, table, (), tables.known(), CODES)
    assert new.rows == lines and new.seen == ()


cells = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=30)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_text_comes_back_as_it_was(tmp_path: Path, data: st.DataObject) -> None:
    """Formulas, links, numbers with leading zeros: every cell is the text it was."""
    table = data.draw(st.sampled_from([Table.UNITS, Table.TEAMS, Table.OFFICERS]))
    values: dict[str, Any] = {}
    for name, kind in kinds(table).items():
        strange = st.sampled_from(["=1+1", "+86", "0012", "http://a.cn", "@x", "-5", "1e5", "TRUE"])
        values[name] = data.draw(st.booleans() if kind is bool else strange | cells)
    values["id"] = values.get("id") or "x"
    line = LINES[table](**values)
    file = tmp_path / "any.xlsx"
    export(file, table, [line], CODES)
    ((_, back),) = sheets._rows(file, table, CODES)
    assert back == {name: cell.strip() for name, cell in texts(table, line).items()}


def test_no_cell_is_a_formula(tables: Tables, tmp_path: Path) -> None:
    bad = replace(tables.units[0], name='=HYPERLINK("http://a.cn","x")', short="=cmd|' /C calc'!A0")
    export(tmp_path / "a.xlsx", Table.UNITS, [bad], CHINESE)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        body = packed.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in body and "hyperlink" not in body


def test_a_sheet_speaks_the_words_of_the_screen(tables: Tables, tmp_path: Path) -> None:
    file = tmp_path / "单位.xlsx"
    export(file, Table.UNITS, tables.units, CHINESE)
    page = python_calamine.CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0)
    head, first, *_ = page.to_python()
    assert head == ["编号", "名称", "简称", "类别", "电话"]
    assert first[3] in ("街道", "派驻", "企业") and page.name == "单位"
    same = preview(file, Table.UNITS, tables.units, tables.known(), CHINESE)
    assert (same.bad, same.rows) == ((), ())


def test_every_bad_row_is_named_and_nothing_is_taken(tables: Tables, tmp_path: Path) -> None:
    file = sheet(
        tmp_path / "a.xlsx",
        columns(Table.UNITS),
        ("good", "好单位", "好", "street", "020-12345678"),
        ("BAD", "坏单位", "坏", "street", ""),
        (),
        ("none", "", "无", "king", "x"),
        ("good", "又一个", "又", "street", ""),
    )
    found = preview(file, Table.UNITS, tables.units, tables.known(), CODES)
    assert [one.id for one in found.rows] == ["good"] and found.seen == ()
    told = [(one.row, one.fault.column, one.fault.code) for one in found.bad]
    assert told == [
        (3, "id", "id_format"),
        (5, "name", "cell_missing"),
        (5, "kind", "choice_unknown"),
        (5, "phone", "phone_unreadable"),
        (6, "id", "line_doubled"),
    ]


def test_the_notice_replaces_its_year_and_no_other(room: Room, tmp_path: Path) -> None:
    tables: Tables = room.desk.ask(AskTables(), "admin-1")
    file = sheet(
        tmp_path / "2026.xlsx",
        ("day", "kind", "name"),
        ("2026-01-01", "off", "元旦"),
        ("2026-01-04", "work", ""),
    )
    found = preview(file, Table.DAYS, tables.days, tables.known(), CODES)
    year = [one for one in tables.days if one.day.startswith("2026")]
    assert (found.added, found.changed, found.removed) == (0, 2, len(year) - 2)
    room.do(SETTING[Table.DAYS], "admin-1", rows=found.rows, seen=found.seen, sheet=True)
    after: Tables = room.desk.ask(AskTables(), "admin-1")
    assert [one.day for one in after.days if one.day > "2026"] == ["2026-01-01", "2026-01-04"]
    assert [one for one in after.days if one.day < "2026"] == [
        one for one in tables.days if one.day < "2026"
    ]
    (entry,) = [one for one in room.desk.changes(1).entries if one.subject == "tables"]
    assert (entry.kind, entry.facts["sheet"]) == ("days_set", True)
    assert room.center.differences() == []


def test_numbers_and_days_of_other_programs_are_read(tables: Tables, tmp_path: Path) -> None:
    from datetime import date

    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, columns(Table.OFFICERS))
        page.write_row(1, 0, ("o-1", "甲", 19900000001, "water", "", False, 4401))
        page.write_datetime(1, 7, date(2027, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    found = preview(tmp_path / "a.xlsx", Table.OFFICERS, (), tables.known(), CODES)
    (line,) = found.rows
    assert (line.phone, line.certificate, line.valid_until) == ("19900000001", "4401", "2027-03-01")


def test_powers_are_the_whole_list(tables: Tables, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    export(file, Table.POWERS, tables.powers[:10], CODES)
    found = preview(file, Table.POWERS, tables.powers, tables.known(), CODES)
    assert (found.added, found.changed, found.removed) == (0, 0, len(tables.powers) - 10)
    assert found.rows == () and found.seen == tables.powers[10:]


def test_a_sheet_of_before_leaves_alone_what_it_has_no_column_for(
    room: Room, tmp_path: Path
) -> None:
    tables: Tables = room.desk.ask(AskTables(), "admin-1")
    old = next(one for one in tables.items if one.code == "05-10")
    off = replace(old, listed=False)
    room.do(SETTING[Table.ITEMS], "admin-1", rows=(off,), seen=(old,))
    now: Tables = room.desk.ask(AskTables(), "admin-1")
    file = sheet(
        tmp_path / "items.xlsx",
        ("code", "name", "level", "limit", "units", "void"),
        ("05-10", "露天烧烤", "general", "3wh", "enforcement", "0"),
        ("05-20", "占道充电", "general", "4wh", "enforcement", "0"),
    )
    found = preview(file, Table.ITEMS, now.items, now.known(), CODES)
    assert found.bad == () and [one.listed for one in found.rows] == [True, False]
    assert found.steps[0].cells == {"limit": ("2wh", "3wh")}
    team = next(one for one in now.teams if one.equipment)
    older = columns(Table.TEAMS)[:-1]
    row = tuple(texts(Table.TEAMS, team)[name] for name in older)
    file = sheet(tmp_path / "teams.xlsx", older, row)
    same = preview(file, Table.TEAMS, now.teams, now.known(), CODES)
    assert (same.bad, same.steps) == ((), ())


def test_a_run_card_that_is_odd_is_told_and_taken(tables: Tables, tmp_path: Path) -> None:
    card = next(one for one in tables.run_cards if one.id == "barbecue")
    twin = replace(card, id="twin", equipment=("无人机",))
    export(tmp_path / "a.xlsx", Table.RUN_CARDS, [twin], CODES)
    found = preview(tmp_path / "a.xlsx", Table.RUN_CARDS, tables.run_cards, tables.known(), CODES)
    assert found.bad == () and found.rows == (twin,)
    told = [(one.row, one.fault.column, one.fault.code) for one in found.odd]
    assert told == [(2, "item", "card_rival"), (2, "equipment", "no_team_carries")]


def test_what_is_no_sheet_is_refused_in_words(tables: Tables, tmp_path: Path) -> None:
    for name, body in (("a.xlsx", b"PK"), ("b.xlsx", b""), ("c.xlsx", b"id,name\n1,2\n")):
        (tmp_path / name).write_bytes(body)
        refused("sheet_unreadable", tmp_path / name, tables)
    refused("sheet_unreadable", tmp_path / "none.xlsx", tables)
    refused("sheet_empty", sheet(tmp_path / "d.xlsx"), tables)
    refused("sheet_empty", sheet(tmp_path / "e.xlsx", columns(Table.UNITS)), tables)
    refused("sheet_headers", sheet(tmp_path / "f.xlsx", ("id", "name"), ("a", "b")), tables)
    with pytest.raises(Refusal, match="sheet_unwritable"):
        export(tmp_path / "no" / "a.xlsx", Table.UNITS, tables.units, CODES)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_an_export_given_up_in_its_middle_leaves_what_was_there(
    tmp_path: Path, tables: Tables, name: str
) -> None:
    file = tmp_path / "out" / name
    file.parent.mkdir()
    export(file, Table.UNITS, tables.units[:1], CODES)
    before = file.read_bytes()

    def stop_at_the_third(done: int, of: int) -> None:
        if done == 2:
            raise Refusal("given_up")

    with pytest.raises(Refusal, match="given_up"):
        export(file, Table.UNITS, tables.units, CODES, stop_at_the_third)
    assert file.read_bytes() == before and list(file.parent.iterdir()) == [file]


def test_a_bomb_is_not_opened(
    tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sheet(tmp_path / "a.xlsx", *[tuple("abcdefgh")] * 30)
    monkeypatch.setattr(sheets, "MOST_ROWS", 20)
    refused("sheet_too_large", file, tables)
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1_000)
    refused("sheet_too_large", file, tables)
    monkeypatch.setattr(sheets, "MOST_BYTES", 100)
    refused("sheet_too_large", file, tables)


def test_a_reckoned_cell_is_refused(tables: Tables, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        first, other = book.add_worksheet(), book.add_worksheet()
        first.write_row(0, 0, columns(Table.UNITS))
        first.write_row(1, 0, ("one", "一", "一", "street"))
        first.write_row(2, 0, ("two", "二", "二", "street"))
        first.write_formula(2, 4, '="110"', value="110")
        other.write_formula(1, 4, "=2")
    found = preview(file, Table.UNITS, tables.units, tables.known(), CODES)
    told = [(one.row, one.fault.column, one.fault.code) for one in found.bad]
    assert told == [(3, "phone", "cell_formula")]
    assert [one.id for one in found.rows] == ["one"]


def test_good_rows_may_be_taken_beside_bad_ones_and_nothing_goes(
    room: Room, tmp_path: Path
) -> None:
    tables: Tables = room.desk.ask(AskTables(), "admin-1")
    day = next(one for one in tables.days if one.day.startswith("2026"))
    file = sheet(
        tmp_path / "a.xlsx",
        ("day", "kind", "name"),
        (day.day, day.kind, "改名"),
        ("2026-13-01", "off", "没有这天"),
        ("2026-03-03", "off", "新放假"),
    )
    found = preview(file, Table.DAYS, tables.days, tables.known(), CODES)
    assert [(one.row, one.what, one.key) for one in found.steps] == [
        (2, "changed", day.day),
        (4, "added", "2026-03-03"),
    ]
    assert found.steps[0].cells["name"] == (day.name, "改名")
    assert [one.row for one in found.bad] == [3] and found.removed == 0
    before = len(tables.days)
    room.do(SETTING[Table.DAYS], "admin-1", rows=found.rows, seen=found.seen, sheet=True)
    after: Tables = room.desk.ask(AskTables(), "admin-1")
    assert len(after.days) == before + 1


@pytest.mark.parametrize("table", Table)
def test_a_csv_comes_back_the_same(tables: Tables, tmp_path: Path, table: Table) -> None:
    lines, file = tables.lines(table), tmp_path / "a.csv"
    assert export(file, table, lines, CODES) == len(lines)
    same = preview(file, table, lines, tables.known(), CODES)
    assert (same.bad, same.steps) == ((), ())


def test_a_csv_of_another_program_is_read_and_none_reckons(tables: Tables, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("id,name,short,kind,phone\nsouth,南区,南,street,+86 20 1\n".encode("gb18030"))
    found = preview(file, Table.UNITS, tables.units, tables.known(), CODES)
    assert [one.name for one in found.rows] == ["南区"] and found.bad == ()
    bad = replace(found.rows[0], name="=cmd|'C'!A0", short="'=1")
    export(file, Table.UNITS, [bad], CODES)
    assert b"'=cmd" in file.read_bytes() and b",''=1" in file.read_bytes()
    assert preview(file, Table.UNITS, (), tables.known(), CODES).steps[0].cells["name"][1] == (
        bad.name
    )
    file.write_bytes(b"id,name\n" + b"x" * 9_000_000)
    refused("sheet_too_large", file, tables)
    file.write_bytes(b'id,name\n"' + b"x" * 200_000)
    refused("sheet_unreadable", file, tables)
    file.write_bytes(b"\xff\xff\x00")
    refused("sheet_unreadable", file, tables)
