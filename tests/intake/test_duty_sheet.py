"""A roster as a sheet: what cannot be taken is told by its row, the rest is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from commandcenter.domain.commands.duty import DutyLine
from commandcenter.domain.duty import Post
from commandcenter.domain.refusal import Refusal
from commandcenter.intake.duty_sheet import RosterWords, read_roster, write_roster

DAY = date(2025, 10, 1)
POSTS = {Post.LEADER: "带班领导", Post.LEAD: "值班长", Post.DISPATCH: "调度岗",
         Post.INTAKE: "受理岗", Post.ON_CALL: "备勤"}  # fmt: skip
WORDS = RosterWords(
    title="值班表",
    day="日期",
    shift="班次",
    posts=POSTS,
    shifts={"day": "白班", "night": "夜班"},
    names={"p1": "王伟", "p2": "李娜", "p3": "张敏", "p4": "张敏", "p5": "=1+1"},
)
SHIFTS = ("day", "night")


def line(shift: str, post: Post, person: str, day: date = DAY) -> DutyLine:
    return DutyLine(day=day, shift=shift, post=post, person=person)


def sheet(path: Path, *rows: tuple[str, ...]) -> Path:
    """A .csv with these rows."""
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("name", ["roster.xlsx", "roster.csv"])
def test_what_is_written_is_read_again(tmp_path: Path, name: str) -> None:
    lines = (
        line("day", Post.LEADER, "p1"),
        line("day", Post.DISPATCH, "p1"),
        line("day", Post.DISPATCH, "p2"),
        line("night", Post.ON_CALL, "p5"),
    )
    assert write_roster(tmp_path / name, lines, WORDS) == 2
    found = read_roster(tmp_path / name, WORDS, SHIFTS)
    assert found.lines == lines and found.bad == () and (found.first, found.last) == (DAY, DAY)


def test_every_bad_cell_is_told_by_its_row_and_the_rest_is_read(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "a.csv",
        ("日期", "星期", "班次", "值班长", "调度岗"),
        ("2025-10-01", "三", "白班", "王伟", "p2；张三"),
        ("2025/10/2", "四", "night", "张敏", ""),
        ("2025年10月3日", "五", "中班", "王伟", ""),
        ("十月四日", "六", "白班", "王伟", ""),
        ("", "", "", "", ""),
        ("2025-10-05", "日", "夜班", "p4", ""),
    )
    found = read_roster(path, WORDS, SHIFTS)
    assert [(one.row, one.code, one.text) for one in found.bad] == [
        (2, "roster_nobody", "张三"),
        (3, "roster_two_names", "张敏"),
        (4, "roster_shift", "中班"),
        (5, "roster_day", "十月四日"),
    ]
    assert found.lines == (
        line("day", Post.LEAD, "p1"),
        line("day", Post.DISPATCH, "p2"),
        line("night", Post.LEAD, "p4", date(2025, 10, 5)),
    )
    assert (found.first, found.last) == (DAY, date(2025, 10, 5))


def test_a_cell_that_is_reckoned_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["日期", "班次", "值班长"])
        page.write_row(1, 0, ["2025-10-01", "白班"])
        page.write_formula(1, 2, '="王"&"伟"', None, "王伟")
        page.write_row(2, 0, ["2025-10-01", "夜班", "李娜"])
    found = read_roster(path, WORDS, SHIFTS)
    assert [(one.row, one.code) for one in found.bad] == [(2, "cell_formula")]
    assert found.lines == (line("night", Post.LEAD, "p2"),)


@pytest.mark.parametrize(
    ("rows", "code"),
    [((), "sheet_empty"), ((("日期", "值班长"),), "sheet_headers"),
     ((("日期", "班次"), ("谁", "白班")), "sheet_empty"),
     ((("日期", "班次"), ("2025-01-01", "白班"), ("2025-12-31", "白班")), "days_range")],
)  # fmt: skip
def test_a_sheet_that_is_no_roster_is_refused(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        read_roster(sheet(tmp_path / "a.csv", *rows), WORDS, SHIFTS)
