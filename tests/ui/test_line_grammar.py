"""What a typed line means: verb, case, names and values in any order, and nothing by mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import (
    AddNote,
    CaseCommand,
    DraftWhistle,
    MergeCase,
    RecallCase,
    SignTask,
    SuperviseCase,
    UrgeCase,
)
from tests.ui.casefakes import CASE, a_case, a_view, full_view, line_of
from tests.ui.linestand import Stand
from ui.actions import ACTIONS, FieldKind
from ui.line import values
from ui.line.match import Rank, meant, rank
from ui.line.spell import spellings
from ui.line.words import cut

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = datetime(2025, 9, 22, 2, 0, tzinfo=UTC)


@pytest.fixture
def stand() -> Stand:
    return Stand(a_view())


# ---- words ------------------------------------------------------------------------------------


def test_words_names_quotes_and_the_text_behind_a_colon_are_cut() -> None:
    typed = cut("督办 0231 明天 17:30 地点=“小龙 村” 单位=住建、水务 : 周五前 办好: 两处")
    assert [one.text for one in typed.words[:4]] == ["督办", "0231", "明天", "17:30"]
    assert [(one.name, one.text) for one in typed.words[4:]] == [
        ("地点", "小龙 村"),
        ("单位", "住建、水务"),
    ]
    assert typed.tail == "周五前 办好: 两处"


def test_a_verb_and_the_digits_of_a_case_need_no_blank() -> None:
    assert [one.text for one in cut("派0231三中队").words] == ["派", "0231", "三中队"]
    assert [one.text for one in cut("催2025-000198").words] == ["催", "2025-000198"]
    assert [one.text for one in cut("市莲路12号 报").words] == ["市莲路12号", "报"]
    assert [one.text for one in cut("到5号楼").words] == ["到5号楼"]


def test_a_colon_ends_the_words_and_a_time_keeps_its_own() -> None:
    typed = cut("催 0231：17:30前办好")
    assert [one.text for one in typed.words] == ["催", "0231"]
    assert typed.tail == "17:30前办好"
    assert [one.text for one in cut("督办 9:00").words] == ["督办", "9:00"]


@given(st.text(max_size=40))
def test_any_text_can_be_cut(text: str) -> None:
    typed = cut(text)
    assert all(0 <= one.start < one.end <= len(text) for one in typed.words)
    assert list(typed.words) == sorted(typed.words, key=lambda one: one.start)


# ---- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("三中队", "三中队", Rank.EXACT),
        ("szd", "三中队", Rank.LETTERS),
        ("SZ", "三中队", Rank.LETTERS_BEGIN),
        ("综合执法", "综合执法队", Rank.BEGINS),
        ("执法", "综合执法队", Rank.WITHIN),
        ("slj", "单丽娟", Rank.LETTERS),
        ("dlj", "单丽娟", Rank.LETTERS),
        ("oqw", "区启文", Rank.LETTERS),
        ("zxx", "曾小贤", Rank.LETTERS),
        ("二中队", "三中队", Rank.NONE),
        ("", "三中队", Rank.NONE),
    ],
)
def test_a_word_fits_a_name_by_characters_or_letters(typed: str, name: str, how: Rank) -> None:
    assert rank(typed, [name], spellings) is how


def test_a_filters_word_means_everything_as_long_as_it_is_empty() -> None:
    assert meant("", "应急") and meant("yj", "应急") and not meant("zj", "应急")


# ---- values -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "local"),
    [
        (["17:30"], "2025-09-22 17:30"),
        (["9:00"], "2025-09-23 09:00"),
        (["明天", "9:00"], "2025-09-23 09:00"),
        (["9点半", "后天"], "2025-09-24 09:30"),
        (["09-23", "12:00"], "2025-09-23 12:00"),
        (["1月5日", "8点"], "2026-01-05 08:00"),
        (["2小时后"], "2025-09-22 12:00"),
        (["30分钟"], "2025-09-22 10:30"),
    ],
)
def test_an_instant_is_said_in_many_ways(texts: list[str], local: str) -> None:
    found = values.moment(texts, MORNING, ZONE)
    assert found is not None and found.astimezone(ZONE).strftime("%Y-%m-%d %H:%M") == local


@pytest.mark.parametrize("texts", [["明天"], ["9:00", "10:00"], ["25:00"], ["02-30", "9:00"], []])
def test_what_is_no_instant_is_none(texts: list[str]) -> None:
    assert values.moment(texts, MORNING, ZONE) is None


@pytest.mark.parametrize(
    ("text", "limit"),
    [("2wd", "2wd"), ("3天", "3d"), ("2个工作日", "2wd"), ("4小时", "4h"), ("90分钟", "90min")],
)
def test_a_limit_is_a_number_and_a_unit(text: str, limit: str) -> None:
    assert values.limit(text) == limit
    assert values.limit("0天") is None and values.limit("三天") is None


# ---- meanings ---------------------------------------------------------------------------------


def test_a_case_is_meant_by_its_last_digits_and_the_selected_one_without(stand: Stand) -> None:
    assert isinstance(stand.command("签 0231"), SignTask)
    assert stand.command("催 0231") is not None
    assert stand.command("催").case == CASE
    stand.select("")
    assert stand.command("催") is None
    assert "先选一件" in stand.said


@pytest.mark.parametrize(
    "line", ["催 0999", "签 9999", "退单 0999 应急 不属", "关联录像 0999 仪001"]
)
def test_a_number_that_is_no_cases_never_means_the_selected_one(stand: Stand, line: str) -> None:
    assert stand.command(line) is None
    assert "没有尾号" in stand.said


def test_a_number_that_two_cases_end_with_means_none_and_more_digits_do(stand: Stand) -> None:
    other = replace(a_case(), id="case-2", number="4401131202019071200231", version=1)
    stand.known.cases.take([line_of(other)])
    assert stand.command("催 0231") is None and "不止一件" in stand.said
    assert len([row for row in stand.offers("催 0231") if row.able]) == 2
    assert [one.id for one in stand.known.cases.find("0231")] == ["case-2", CASE], "newest first"
    assert stand.command("催 1100231").case == CASE
    assert stand.known.cases.short(line_of(other)) == "200231"


def test_an_ended_case_is_not_meant_where_an_open_one_ends_so(stand: Stand) -> None:
    ended = replace(a_case(), id="case-2", number="4401131202019071200231", state=CaseState.CLOSED)
    stand.known.cases.take([line_of(ended)])
    assert stand.command("催 0231").case == CASE


def test_free_text_stands_behind_the_colon_in_quotes_or_as_what_is_left(stand: Stand) -> None:
    for line in ("催 0231：今晚前办好", "催 0231 “今晚前办好”", "催 0231 今晚前办好"):
        made = stand.command(line)
        assert isinstance(made, UrgeCase) and made.words == "今晚前办好", line


@pytest.mark.parametrize("words", ["签字不全", "接班时没交钥匙", "签字3人未到"])
def test_free_text_that_begins_as_a_signing_verb_is_free_text(stand: Stand, words: str) -> None:
    stand.allow("AddNote")
    for line in (f"备注 0231 {words}", f"备 0231 {words}", f"0231 {words} 备注"):
        made = stand.command(line)
        assert isinstance(made, AddNote) and made.words == words, line
    stand.read(f"上报 占道 {words}")
    assert stand.reading.verb is not None and stand.reading.verb.name == "report.new"


def test_what_may_be_a_password_behind_a_signing_verb_is_none_of_another_verbs(
    stand: Stand,
) -> None:
    stand.allow("AddNote")
    for line in ("备注 0231 签字pass-9", "签字密码pass-9 备注", "备注 0231 签字=pass-9"):
        assert stand.command(line) is None and stand.reading.fault == "two_verbs", line
        assert "pass" not in stand.said
    for line in ("签字密码pass-9", "0231 签字密码pass-9", "0231 签字pass-9"):
        deed = stand.read(line) and stand.reading.deed
        assert deed is not None and deed.secret and not deed.keeps(stand.reading), line


@pytest.mark.parametrize(
    "line", ["催 0231 jinwan", "催 0231 签收", "催 0231 单位=应急", "签 0231：好"]
)
def test_what_is_not_understood_does_nothing(stand: Stand, line: str) -> None:
    assert stand.command(line) is None
    assert stand.meaning.tone == "danger" and stand.said


def test_a_reason_is_said_by_its_beginning_its_letters_or_its_number(stand: Stand) -> None:
    for line in ("撤 0231 派错", "撤 0231 pcdw", "撤 0231 理由=1", "撤 0231 理由=派错单位"):
        made = stand.command(line)
        assert isinstance(made, RecallCase) and made.reason == "wrong_unit", line


def test_a_reason_that_nobody_said_is_asked_for_and_offered(stand: Stand) -> None:
    assert stand.command("撤 0231 ") is None
    assert stand.said.startswith("还缺：理由") and stand.meaning.tone == "warning"
    assert "派错单位" in [row.text for row in stand.offers("撤 0231 ")]


def test_a_supervision_takes_a_time_a_unit_and_words(stand: Stand) -> None:
    made = stand.command("督办 0231 11:30 安监：四点前报结果")
    assert isinstance(made, SuperviseCase)
    assert (made.unit, made.words) == ("safety", "四点前报结果")
    assert made.due.astimezone(ZONE).strftime("%m-%d %H:%M") == "07-11 11:30"


def test_two_numbers_merge_one_case_into_the_other_and_one_the_selected(stand: Stand) -> None:
    other = replace(a_case(), id="case-2", number="4401131202019071100198", version=2)
    stand.known.cases.take([line_of(other)])
    stand.allow("MergeCase")
    stand.sit("lead-1")
    for line in ("并 0231 0198", "并 0198"):
        made = stand.command(line)
        assert isinstance(made, MergeCase) and (made.case, made.into) == (CASE, "case-2"), line


def test_a_whistle_calls_the_first_unit_as_lead_and_the_others_with_it(stand: Stand) -> None:
    stand.allow("DraftWhistle")
    made = stand.command("吹 0231 派出所 应急：请到场会办")
    assert isinstance(made, DraftWhistle)
    assert (made.lead, made.units, made.words) == ("police", ("emergency",), "请到场会办")


def test_why_an_action_is_grey_is_said_in_the_words_of_the_rule(stand: Stand) -> None:
    stand.sit("dispatch-1")
    (row,) = [one for one in stand.offers("派 0231") if one.text.startswith("派遣")] or [None]
    assert stand.command("派 0231") is None
    assert "待派遣" in stand.said and "待签收" in stand.said
    assert row is None or not row.able


def test_who_may_not_is_told_whose_step_it_is(stand: Stand) -> None:
    stand.sit("hotline-1")
    assert stand.command("督办 0231：快") is None
    assert "值班长" in stand.said or "督办" in stand.said


@pytest.mark.parametrize("words", list(permutations(["撤", "0231", "派错"])))
def test_the_order_of_the_words_says_nothing(stand: Stand, words: tuple[str, ...]) -> None:
    made = stand.command(" ".join(words))
    assert isinstance(made, RecallCase) and (made.case, made.reason) == (CASE, "wrong_unit")


LINES = (
    ("签", "0231", "电台", "史惠玲"),
    ("督办", "0231", "安监", "11:30", "要求=四点前报结果"),
    ("延期", "0231", "天气", "2wd", "史惠玲"),
    ("回避", "0231", "张娜", "亲属"),
    ("承诺", "0231", "诉求人", "11:30"),
    ("tdan", "0231"),
)


@given(st.data())
def test_any_order_gives_the_same_meaning(data: Any) -> None:
    words = data.draw(st.sampled_from(LINES))
    stand = Stand(full_view())
    stand.allow(*(one.command.__name__ for one in ACTIONS if one.command))
    mixed = data.draw(st.permutations(words))
    first, second = stand.meant(" ".join(words)), stand.meant(" ".join(mixed))
    assert first == second


PIECES = st.one_of(
    st.sampled_from(
        ["签", "催", "撤", "0231", "0999", "派错", "szd", "安监", "11:30", "x9", "=", "：", "@"]
    ),
    st.text(alphabet="abz019派签催队=：@ ", max_size=6),
)


@given(st.lists(PIECES, max_size=5).map(" ".join))
def test_wrong_input_never_gives_a_command(text: str) -> None:
    """Whatever is done was named by a verb, concerns the case that was named, and is whole."""
    stand = Stand(full_view())
    made = stand.command(text)
    if made is None:
        return
    assert stand.reading.verb is not None and isinstance(made, CaseCommand)
    assert made.case == CASE and "0999" not in [one.text for one in stand.reading.typed.words]
    assert not stand.meaning.faults and not stand.meaning.missing


# ---- every action of the table --------------------------------------------------------------


def plain(action) -> bool:
    needs = any(one.kind is FieldKind.PICTURES and one.needed for one in action.fields)
    return action.on_case and action.panel == "step" and not needs


@pytest.mark.parametrize("action", [one for one in ACTIONS if plain(one)], ids=lambda one: one.name)
def test_every_action_of_the_table_is_done_by_a_line(action) -> None:
    stand = Stand.of(action)
    text = stand.sentence(action)
    made = stand.command(text)
    assert type(made) is action.command, (text, stand.said)
    assert made.case == CASE
    for key, value in action.extra.items():
        assert getattr(made, key) == value


def test_every_verb_is_found_by_its_text_and_no_short_word_means_two(stand: Stand) -> None:
    seen: dict[str, str] = {}
    for verb in stand.known.verbs.all:
        top, found = max(stand.known.verbs.find(verb.label), key=lambda one: one[0])
        assert top is Rank.EXACT and found.label == verb.label
        for word in verb.short:
            assert seen.setdefault(word, verb.name) == verb.name, word
