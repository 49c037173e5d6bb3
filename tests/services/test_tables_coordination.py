"""Run cards, whistle rules, timers, levels and scripts: ours until the street has its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from commandcenter.domain.callback import SCRIPTS
from commandcenter.domain.commands import SetRunCards, SetScripts, SetTimers, SetWhistleRules
from commandcenter.domain.limits import DEFAULT_TIMERS, Level, Watch
from commandcenter.domain.person import Team
from commandcenter.domain.runcard import RunCard, card_for, rivals
from commandcenter.domain.table_checks_coordination import doubts
from commandcenter.domain.tables import Table, key_of
from commandcenter.domain.tables_coordination import (
    RunCardLine,
    ScriptLine,
    TimerLine,
    WhistleRuleLine,
    card_of,
)
from commandcenter.domain.tier import TIER_LIMITS, Tier
from commandcenter.domain.whistle import WhistleRule, default_rules
from commandcenter.storage.reference import ScriptRow, TierRow, TimerRow
from tests.fakes import Room, local, writing
from tests.services.test_tables import ADMIN, change, denied, line, tables

CARD = RunCardLine(id="stalls", name="游商", item="05-01", lead="enforcement", kind="handle")


def stored(room: Room, kind: type[Any]) -> list[Any]:
    with writing(room.desk) as tx:
        return tx.find(kind)


def test_ours_are_shown_until_a_line_is_changed_and_then_that_line_alone(room: Room) -> None:
    for kind in (WhistleRule, TimerRow, TierRow, ScriptRow):
        assert stored(room, kind) == []
    rules = {one.id: one for one in default_rules(room.desk.street)}
    assert {one.id: one.sign for one in tables(room).whistle_rules} == {
        one.id: one.sign for one in rules.values()
    }
    change(room, Table.WHISTLE_RULES, "hard", sign="30min", approve=("secretary",))
    change(room, Table.TIMERS, "leave/urgent", limit="3min")
    change(room, Table.TIERS, "grid", limit="2wh")
    change(room, Table.SCRIPTS, "04", ask_1="水退了吗？", ask_5="")
    (rule,) = stored(room, WhistleRule)
    assert (rule.id, rule.sign, rule.approve) == ("hard", "30min", ("secretary",))
    assert rule.blow == rules["hard"].blow
    assert [(one.id, one.limit) for one in stored(room, TimerRow)] == [("leave/urgent", "3min")]
    assert [(one.id, one.limit) for one in stored(room, TierRow)] == [("grid", "2wh")]
    assert [one.lines for one in stored(room, ScriptRow)] == [("水退了吗？", *SCRIPTS["04"][1:4])]
    assert line(room, Table.TIERS, "district").limit == TIER_LIMITS[Tier.DISTRICT]
    assert room.center.differences() == [] and room.center.verify().good


def test_a_timer_and_the_duty_list_hold_at_once(room: Room) -> None:
    assert room.desk.rules.timers == DEFAULT_TIMERS and room.desk.rules.item("05-01").listed
    change(room, Table.TIMERS, "scene/general", limit="")
    assert room.desk.rules.timers[Watch.SCENE, Level.GENERAL] is None
    change(room, Table.ITEMS, "05-01", listed=False)
    assert not room.desk.rules.item("05-01").listed


def test_what_is_always_there_is_neither_added_nor_removed(room: Room) -> None:
    rule = line(room, Table.WHISTLE_RULES, "joint")
    denied(room, "line_changed", Table.WHISTLE_RULES, [rule])
    denied(room, "line_stays", Table.WHISTLE_RULES, [], [rule])
    every = line(room, Table.SCRIPTS, "all")
    denied(room, "line_stays", Table.SCRIPTS, [], [every])
    own = ScriptLine(id="05", ask_1="摊子走了吗？")
    room.do(SetScripts, ADMIN, rows=(own,))
    assert line(room, Table.SCRIPTS, "05") == own
    room.do(SetScripts, ADMIN, seen=(own,))
    assert {one.id for one in tables(room).scripts} == set(SCRIPTS)
    assert room.center.differences() == []


def test_a_card_comes_changes_speaks_and_goes(room: Room) -> None:
    room.do(SetRunCards, ADMIN, rows=(CARD,))
    at = local("2025-09-29 10:00").time()

    def speaking() -> RunCard | None:
        return card_for(stored(room, RunCard), "05-01", Level.GENERAL, None, at)

    assert speaking() is None
    change(room, Table.RUN_CARDS, "stalls", on=True, officers="2", crews=("street_surface:2",))
    card = speaking()
    assert card is not None and card.wanted == {"street_surface": 2} and card.officers == 2
    room.do(SetRunCards, ADMIN, seen=(line(room, Table.RUN_CARDS, "stalls"),))
    assert speaking() is None
    told = [one.kind for one in room.desk.changes(1).entries if one.subject == "tables"]
    assert told == ["run_cards_set"] * 3
    assert room.center.differences() == []


def test_a_team_keeps_what_it_is_doing_when_its_equipment_changes(room: Room) -> None:
    with writing(room.desk) as tx:
        before = tx.need(Team, "team-mobile", "no_such_team")
    change(room, Table.TEAMS, "team-mobile", equipment=("抽水泵", "照明车"))
    with writing(room.desk) as tx:
        after = tx.need(Team, "team-mobile", "no_such_team")
    assert after == replace(before, equipment=("抽水泵", "照明车"))


def card(**cells: Any) -> RunCardLine:
    return replace(CARD, **cells)


RULE = WhistleRuleLine(
    id="joint", approve=("director",), blow=("dispatcher",),
    sign="1h", contact="24h", check_in="3wd", deliver="5wd", rate="3wd",
)  # fmt: skip
WRONG = [
    (Table.RUN_CARDS, card(id="A b"), "id", "id_format"),
    (Table.RUN_CARDS, card(name=""), "name", "cell_missing"),
    (Table.RUN_CARDS, card(item="77-77"), "item", "no_such_item"),
    (Table.RUN_CARDS, card(item="88"), "item", "no_such_item"),
    (Table.RUN_CARDS, card(level="soon"), "level", "choice_unknown"),
    (Table.RUN_CARDS, card(communities=("990101001",)), "communities", "no_such_community"),
    (Table.RUN_CARDS, card(hours="22-6"), "hours", "hours_unreadable"),
    (Table.RUN_CARDS, card(hours="24:00-06:00"), "hours", "hours_unreadable"),
    (Table.RUN_CARDS, card(hours="08:00-08:00"), "hours", "hours_unreadable"),
    (Table.RUN_CARDS, card(kind="sing"), "kind", "choice_unknown"),
    (Table.RUN_CARDS, card(lead="army"), "lead", "no_such_unit"),
    (Table.RUN_CARDS, card(co_units=("army",)), "co_units", "no_such_unit"),
    (Table.RUN_CARDS, card(notify=("enforcement",)), "notify", "unit_twice"),
    (Table.RUN_CARDS, card(crews=("street_surface:0",)), "crews", "crew_unreadable"),
    (Table.RUN_CARDS, card(crews=("army:1",)), "crews", "crew_unreadable"),
    (Table.RUN_CARDS, card(crews=("mobile:1", "mobile:2")), "crews", "crew_twice"),
    (Table.RUN_CARDS, card(officers="51"), "officers", "officers_number"),
    (Table.RUN_CARDS, card(officers="-1"), "officers", "officers_number"),
    (Table.RUN_CARDS, card(powers=("sing",)), "powers", "choice_unknown"),
    (Table.RUN_CARDS, card(equipment=("长" * 21,)), "equipment", "equipment_format"),
    (Table.SCRIPTS, ScriptLine(id="88", ask_1="好吗？"), "id", "no_such_group"),
    (Table.SCRIPTS, ScriptLine(id="05"), "ask_1", "cell_missing"),
    (Table.SCRIPTS, ScriptLine(id="05", ask_1="好" * 81), "ask_1", "text_too_long"),
]


@pytest.mark.parametrize(("table", "bad", "column", "why"), WRONG)
def test_a_wrong_line_is_refused_with_column_and_reason(
    room: Room, table: Table, bad: Any, column: str, why: str
) -> None:
    said = denied(room, "line_wrong", table, [bad])
    assert (said["cell"], said["fault"], said["key"]) == (column, why, key_of(table, bad))


@pytest.mark.parametrize(
    ("cells", "column", "why"),
    [
        ({"approve": ("dispatcher",)}, "approve", "choice_unknown"),
        ({"approve": ()}, "approve", "cell_missing"),
        ({"blow": ("unit",)}, "blow", "choice_unknown"),
        ({"deliver": ""}, "deliver", "cell_missing"),
        ({"rate": "soon"}, "rate", "limit_unreadable"),
    ],
)
def test_a_whistle_is_approved_by_leaders_and_has_every_limit(
    room: Room, cells: dict[str, Any], column: str, why: str
) -> None:
    now = line(room, Table.WHISTLE_RULES, "joint")
    said = denied(room, "line_wrong", Table.WHISTLE_RULES, [replace(RULE, **cells)], [now])
    assert (said["cell"], said["fault"]) == (column, why)
    room.do(SetWhistleRules, ADMIN, rows=(RULE,), seen=(now,))
    assert line(room, Table.WHISTLE_RULES, "joint") == RULE


def test_a_timer_wants_a_limit_that_can_be_read(room: Room) -> None:
    now = line(room, Table.TIMERS, "arrive/simple")
    said = denied(room, "line_wrong", Table.TIMERS, [replace(now, limit="soon")], [now])
    assert (said["cell"], said["fault"]) == ("limit", "limit_unreadable")
    strange = TimerLine(status="sign", level="simple", limit="1h")
    assert denied(room, "line_wrong", Table.TIMERS, [strange])["fault"] == "choice_unknown"
    room.do(SetTimers, ADMIN, rows=(replace(now, limit=""),), seen=(now,))


def odd(line: RunCardLine, *cards: RunCardLine, room: Room) -> list[str]:
    return [one.code for one in doubts(line, cards, tables(room).known())]


def test_what_is_odd_about_a_card_is_told_and_not_refused(room: Room) -> None:
    assert odd(CARD, CARD, room=room) == []
    assert odd(CARD, card(id="other"), room=room) == ["card_rival"]
    assert odd(card(kind="enforce", officers="1"), room=room) == ["fewer_than_two"]
    assert odd(card(equipment=("警戒带", "无人机")), room=room) == ["no_team_carries"]
    known = replace(tables(room).known(), crews=frozenset({"safety"}))
    (told,) = doubts(card(crews=("safety:1", "mobile:2")), (), known)
    assert (told.code, told.values) == ("no_team_of_kind", {"crew": "mobile:2"})
    room.do(SetRunCards, ADMIN, rows=(CARD, card(id="other", officers="1", kind="coerce")))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ({}, {}, True),
        ({}, {"item": "05"}, False),
        ({}, {"level": "general"}, False),
        ({"level": "general"}, {"level": "general"}, True),
        ({"level": "general"}, {"level": "urgent"}, False),
        ({"hours": "22:00-06:00"}, {"hours": "05:00-08:00"}, True),
        ({"hours": "22:00-06:00"}, {"hours": "06:00-22:00"}, False),
        ({"hours": "08:00-18:00"}, {"hours": "10:00-11:00"}, True),
        ({"communities": ("1", "2")}, {"communities": ("2", "3")}, True),
        ({"communities": ("1",)}, {"communities": ("3",)}, False),
        ({"communities": ("1",)}, {"hours": "08:00-18:00"}, False),
    ],
)
def test_cards_are_rivals_where_a_case_lies_in_both_and_neither_is_narrower(
    one: dict[str, Any], other: dict[str, Any], both: bool
) -> None:
    first, second = (card_of("", card(**cells)) for cells in (one, other))
    assert rivals(first, second) is both and rivals(second, first) is both
