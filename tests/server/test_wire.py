"""Everything that may travel comes back as it went; everything else is refused."""

import dataclasses
import inspect
import typing
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from types import NoneType, UnionType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commandcenter.domain import commands
from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import AddNote, Command, FileCase, SuperviseCase
from commandcenter.domain.grid import Grid, GridKind
from commandcenter.domain.refusal import Refusal
from commandcenter.server.packing import pack, unpack
from commandcenter.server.registry import (
    ANSWERED,
    COMMANDS,
    QUERIES,
    TOLD,
    read,
    write,
)
from commandcenter.services.wire import codec, dumps, loads, read_refusal, write_refusal
from tests.contract.who import questions

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
PLAIN = {
    str: TEXT,
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=20),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    timedelta: st.timedeltas(timedelta(days=-9999), timedelta(days=9999)),
    typing.Any: JSON,
}


def made(hint):
    """Values of a type hint, as the classes themselves allow them."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if origin in (UnionType, typing.Union):
        return st.none() | made(next(one for one in inner if one is not NoneType))
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(made(inner[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(made, inner))
    if origin is not None:
        return st.dictionaries(TEXT, made(inner[1]), max_size=2)
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if hint is Refusal:
        values = st.dictionaries(TEXT, TEXT | st.datetimes(timezones=st.just(UTC)), max_size=2)
        return st.tuples(TEXT, values).map(lambda one: Refusal(one[0], **one[1]))
    if hint is Grid:  # its code, kind and community fit together
        return st.builds(
            Grid, street=TEXT, code=st.just("440113120001001"), name=TEXT, lon=st.just(113.4),
            kind=st.just(GridKind.BASIC), community=st.just("440113120001"),
            lat=st.floats(-90, 90), void_reason=st.none() | TEXT,
        )  # fmt: skip
    hints = typing.get_type_hints(hint)
    fields = {one.name: made(hints[one.name]) for one in dataclasses.fields(hint)}
    if hint.__name__ == "Limit":
        fields["amount"] = st.integers(1, 9)
    if hint.__name__ == "Item":
        fields["code"] = st.sampled_from(["01-02", "21-905"])
        fields["name"] = st.just("暴露垃圾")
        fields["units"] = st.just(("sanitation",))
    return st.builds(hint, **fields)


EVERY = [*COMMANDS.values(), *QUERIES.values(), *TOLD.values(), *ANSWERED.values()]


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_what_travels_comes_back_the_same(kind) -> None:
    write_one, read_one = codec(kind)

    @settings(max_examples=4)
    @given(made(kind))
    def travels(value) -> None:
        assert read_one(loads(dumps(write_one(value)))) == value

    travels()


def test_every_command_and_every_question_is_known_here() -> None:
    assert set(questions()) == set(QUERIES)
    bases = {"Command", "CaseCommand", "TaskCommand", "DocketCommand"}
    bases |= {"WhistleCommand", "PartCommand"}
    named = {
        name
        for name in commands.__all__
        if inspect.isclass(one := getattr(commands, name)) and issubclass(one, Command)
    }
    assert named - bases == set(COMMANDS)


NOTE = {"id": "n1", "case": "c", "seen": 1, "words": "好"}
WRONG = {
    "unknown type": {"type": "DropTable", "value": {}},
    "base type": {"type": "Command", "value": {}},
    "type that is a list": {"type": ["AddNote"], "value": {}},
    "no envelope": NOTE,
    "one name more": {"type": "AddNote", "value": NOTE, "who": "admin-1"},
    "unknown field": {"type": "AddNote", "value": NOTE | {"who": "admin-1"}},
    "missing field": {"type": "AddNote", "value": {"id": "n1"}},
    "text for a number": {"type": "AddNote", "value": NOTE | {"seen": "1"}},
    "truth for a number": {"type": "AddNote", "value": NOTE | {"seen": True}},
    "number beyond 64 bits": {"type": "AddNote", "value": NOTE | {"seen": 1 << 70}},
    "long text": {"type": "AddNote", "value": NOTE | {"words": "长" * 200_001}},
    "object for a list": {"type": "AddNote", "value": NOTE | {"pictures": {}}},
    "null for text": {"type": "AddNote", "value": NOTE | {"words": None}},
    "unknown code": {"type": "FileCase", "value": {"case": "c", "seen": 1, "level": "huge"}},
    "time of another zone": {
        "type": "SuperviseCase",
        "value": {"case": "c", "seen": 1, "words": "", "due": "2025-01-01T00:00:00+08:00"},
    },
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_refused(name) -> None:
    with pytest.raises(Refusal, match="wire"):
        read(WRONG[name], COMMANDS)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        "[NaN]",
        "[1",
        "[" * 100_000,
        b"\xff\xfe",
    ],
    ids=["doubled", "nan", "cut", "deep", "not utf-8"],
)
def test_what_is_no_good_json_is_refused(text) -> None:
    with pytest.raises(Refusal, match="wire"):
        loads(text)


def test_what_cannot_be_stored_is_refused_on_both_ends() -> None:
    with pytest.raises(Refusal, match="wire"):
        read(
            {"type": "AddNote", "value": loads(b'{"case":"c","seen":1,"words":"\\ud800"}')},
            COMMANDS,
        )
    with pytest.raises(Refusal, match="wire"):
        write(AddNote(case="c", seen=1, words="\ud800"))
    with pytest.raises(Refusal, match="bad_time"):
        write(SuperviseCase(case="c", seen=1, words="", due=datetime(2025, 1, 1)))
    deep: object = 1
    for _ in range(20):
        deep = [deep]
    with pytest.raises(Refusal, match="wire"):
        codec(typing.Any)[1](deep)


def test_a_question_is_no_command() -> None:
    with pytest.raises(Refusal, match="wire"):
        read(write(FileCase(case="c", seen=1)), QUERIES)


def test_a_refusal_keeps_what_its_values_are() -> None:
    values = {
        "state": CaseState.FILED,
        "since": datetime(2025, 9, 29, 1, tzinfo=UTC),
        "last": date(2025, 10, 1),
        "left": timedelta(hours=3),
        "roles": "shift_lead",
        "most": 12,
        "units": ("safety", "water"),
        "none": None,
    }
    back = read_refusal(loads(dumps(write_refusal(Refusal("stale", **values)))))
    assert (back.code, back.values) == ("stale", values)
    assert isinstance(back.values["state"], CaseState)


@given(st.binary(max_size=400))
def test_what_is_packed_comes_back(raw: bytes) -> None:
    assert unpack(pack(raw), 400) == raw


def test_what_is_not_packed_or_unpacks_to_more_than_allowed_is_refused() -> None:
    good = pack(b"0" * 1000)
    assert len(good) < 40 and len(unpack(good, 1000)) == 1000
    for bad, most in ((good, 999), (good[:-1], 1000), (b"", 1000), (b"{}", 1000), (good[1:], 1000)):
        with pytest.raises(Refusal, match="wire"):
            unpack(bad, most)
