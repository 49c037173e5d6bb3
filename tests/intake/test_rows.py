"""The rows of a broken file: each is read or set aside, and none swallows the others."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.intake.rows import MOST_RAW, MOST_RECORD, Fields, Record, Records, raw_text


def records(data: bytes, delimiter: str = ",") -> list[Record]:
    return list(Records(io.BytesIO(data), delimiter))


def rows(data: bytes, delimiter: str = ",") -> list[list[str]]:
    split = Fields(delimiter)
    return [split(one.raw.decode()) for one in records(data, delimiter) if one.fault is None]


CELL = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\x00"))


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1), st.sampled_from(",;\t|"))
def test_what_a_sheet_writes_is_read_as_it_was(table: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(table)
    assert rows(text.getvalue().encode(), delimiter) == table


def test_a_quotation_mark_that_never_closes_takes_only_its_own_line() -> None:
    data = b'1,"open\n2,good\n3,"also ""good"""\n4,"two\nlines"\n5,end'
    found = records(data)
    assert [(one.number, one.fault) for one in found] == [
        (1, "quote"),
        (2, None),
        (3, None),
        (4, None),
        (5, None),
    ]
    assert rows(data)[1:3] == [["3", 'also "good"'], ["4", "two\nlines"]]


def test_a_stray_mark_inside_a_plain_field_is_only_a_character() -> None:
    assert rows(b'1,5" pipe\n2,x\n') == [["1", '5" pipe'], ["2", "x"]]


@pytest.mark.parametrize(
    "long", [b"x" * 10_000_000, b'"' + b"x" * 10_000_000 + b'"', b'"' + b"line\n" * 400_000 + b'"']
)
def test_ten_megabytes_are_one_row_kept_short(long: bytes) -> None:
    first, second, third = records(b"1,a\n2," + long + b"\n3,b\n")
    assert (first.fault, second.fault, third.fault) == (None, "too_long", None)
    assert second.size == len(long) + 3
    text = raw_text(second, "utf-8")
    assert len(text) < MOST_RAW + 100
    assert text.endswith(f"…[+{second.size - MOST_RAW} bytes]")


def test_a_row_may_be_as_long_as_the_bound() -> None:
    fits = b"1," + b"x" * (MOST_RECORD - 4) + b"\n"
    assert [one.fault for one in records(fits + b"2,y\n")] == [None, None]


def test_marks_of_order_and_blank_lines_are_no_rows() -> None:
    assert rows(b"\xef\xbb\xbfa,b\n\n\r\n1,2\r\n") == [["a", "b"], ["1", "2"]]


def test_any_bytes_can_be_kept_as_text() -> None:
    raw = bytes(range(256))
    text = raw_text(Record(1, raw, len(raw)), "utf-8")
    assert "\x00" not in text and "\\x00" in text and "\\xff" in text
    assert text.encode()  # no half characters


@given(st.binary(max_size=300))
def test_every_byte_lies_in_some_row(data: bytes) -> None:
    found = records(data)
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    kept = sum(one.size for one in found)
    blank = len(data) - kept
    body = data.removeprefix(b"\xef\xbb\xbf")
    assert blank <= body.count(b"\n") + body.count(b"\r") + len(data) - len(body)
