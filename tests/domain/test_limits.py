"""Limits as text, and the table of defaults of domain.md section 3."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.domain.limits import (
    DEFAULT_LIMITS,
    MOST,
    ClockKind,
    Level,
    Limit,
    LimitTable,
    LimitUnit,
    Stage,
)

LIMITS = st.sampled_from(LimitUnit).flatmap(
    lambda unit: st.builds(
        Limit, st.integers(1, MOST[unit]), st.just(unit), st.sampled_from(ClockKind)
    )
)


@given(LIMITS)
def test_a_limit_reads_back_what_it_writes(limit: Limit) -> None:
    assert Limit.parse(str(limit)) == limit


@pytest.mark.parametrize("text", ["2wh", "5wd", "24h", "30min", "3d"])
def test_a_limit_is_written_as_it_was_read(text: str) -> None:
    assert str(Limit.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0h",
        "02h",
        "-1h",
        "1.5h",
        "h",
        "2 wh",
        "2hw",
        "5D",
        "2w",
        "９h",
        "1h\n",
        "99999h",
        "401d",
    ],
)
def test_bad_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Limit.parse(text)


def test_a_working_day_has_no_length_of_its_own() -> None:
    with pytest.raises(ValueError, match="span"):
        _ = Limit.parse("1wd").span


@pytest.mark.parametrize(
    ("level", "texts"),
    [
        (Level.URGENT, ["5min", "10min", "30min", "2h"]),
        (Level.SIMPLE, ["30min", "1h", "None", "24h"]),
        (Level.GENERAL, ["1wh", "1wh", "None", "5wd"]),
        (Level.COMPLEX, ["1wd", "1wd", "None", "15wd"]),
    ],
)
def test_default_limits(level: Level, texts: list[str]) -> None:
    stages = (Stage.DISPATCH, Stage.SIGN, Stage.ON_SCENE, Stage.FINISH)
    assert [str(DEFAULT_LIMITS.limit(level, stage)) for stage in stages] == texts
    rest = (Stage.VERIFY, Stage.CHECK, Stage.CONTACT, Stage.CALLBACK)
    assert [str(DEFAULT_LIMITS.limit(level, stage)) for stage in rest] == [
        "2wh",
        "1wd",
        "24h",
        "1wd",
    ]


@pytest.mark.parametrize(
    ("level", "own", "with_item"),
    [
        (Level.URGENT, "2h", "2h"),
        (Level.SIMPLE, "24h", "24h"),
        (Level.GENERAL, "5wd", "7wd"),
        (Level.COMPLEX, "15wd", "7wd"),
    ],
)
def test_the_items_limit_replaces_the_levels(level: Level, own: str, with_item: str) -> None:
    assert str(DEFAULT_LIMITS.finish(level, None)) == own
    assert str(DEFAULT_LIMITS.finish(level, Limit.parse("7wd"))) == with_item


def test_a_table_changes_one_limit_and_keeps_the_rest() -> None:
    changed = DEFAULT_LIMITS.replaced(Level.GENERAL, Stage.SIGN, Limit.parse("30wmin"))
    assert str(changed.limit(Level.GENERAL, Stage.SIGN)) == "30wmin"
    assert changed.replaced(Level.GENERAL, Stage.SIGN, Limit.parse("1wh")) == LimitTable()


def test_a_level_must_have_a_finish() -> None:
    with pytest.raises(ValueError, match="finish: simple"):
        DEFAULT_LIMITS.replaced(Level.SIMPLE, Stage.FINISH, None)
