"""Every code that can reach the screen has words, and the words say what they should."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState
from commandcenter.domain.journal import Entry
from commandcenter.domain.law import Finding
from commandcenter.domain.limits import Limit
from commandcenter.domain.overrule import Overrule
from commandcenter.sentences import SENTENCES
from ui import words
from ui.words.law import FINDINGS, REMINDERS
from ui.words.reasons import REASONS
from ui.words.sending import EXCLUDED_WORDS, REASON_WORDS, SHORTFALL_WORDS

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2019, 7, 11, 2, 4, tzinfo=UTC)  # 10:04 in the street
NAMES = {"safety": "安监中队", "fire": "消防站", "lead-1": "蔡海涛", "21-903": "危化品非法储运"}


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted((ROOT / "commandcenter").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in names:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def texts(node: ast.expr) -> Iterator[str]:
    """The literal texts an argument may be: itself, or either side of an `a if b else c`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


TYPED = (
    "commandcenter/keeping.py",
    *(
        f"commandcenter/storage/{name}.py"
        for name in ("backup", "restore", "move", "live", "manifest", "whole", "rekey", "migrate")
    ),
)
"""What only the command line runs: its sentences are commandcenter/sentences.py."""


def test_every_refusal_has_words() -> None:
    found, silent = 0, []
    places = {"Refusal": 0, "require": 1, "need": 2}
    for where, call in calls(*places):
        at = places[ast.unparse(call.func).split(".")[-1]]
        for code in (code for arg in call.args[at : at + 1] for code in texts(arg)):
            found += 1
            if code not in words.REFUSALS and not (where.startswith(TYPED) and code in SENTENCES):
                silent.append(f"{where} {code}")
    assert found > 30
    assert not silent


UNHANDLED = {"street_founded", "case_imported", "boundaries_imported", "person_locked"}


def test_every_kind_of_entry_that_a_handler_writes_has_a_story() -> None:
    written = {call.args[1].value for _, call in calls("handles") if len(call.args) > 1}
    assert len(written) > 50
    assert not written - set(words.STORIES)
    assert set(words.STORIES) - written <= UNHANDLED


def test_a_block_of_the_law_is_refused_with_its_article() -> None:
    said = words.refusal("law_two_certificates", {"article": "行政处罚法42", "valid": "1"})
    assert said.startswith("行政处罚法42：") and "现有 1 名" in said


def test_rights_are_said_by_the_names_of_roles() -> None:
    said = words.refusal("no_right", {"roles": "shift_lead,dispatcher"})
    assert "值班长" in said and "调度员" in said


def test_why_a_move_is_closed_is_said_without_values() -> None:
    assert words.refusal("designated_unit").startswith("指定单位")
    assert words.refusal("recorder_missing").startswith("执法全过程")
    assert words.refusal("still_owed", {"what": "supervision,consultation"}).find("督办、会商") > 0


def test_reasons_of_the_ranking_and_reminders_have_words() -> None:
    said = dict.fromkeys(("recommend", "casebook", "shortfalls"), "")
    for name in said:
        path = ROOT / "commandcenter" / "services" / f"{name}.py"
        said[name] = path.read_text(encoding="utf-8")
    pairs = set(re.findall(r'\("([a-z_]+)", ', said["recommend"]))
    assert len(pairs) >= 10
    assert pairs <= set(REASON_WORDS) | set(EXCLUDED_WORDS)
    reminded = set(re.findall(r'append\("([a-z_]+)"\)', said["casebook"]))
    assert reminded and reminded <= set(REMINDERS)
    missing = set(re.findall(r'yield \(?"([a-z_]+)", |\(\("([a-z_]+)", ', said["shortfalls"]))
    codes = {one or other for one, other in missing}
    assert len(codes) >= 10 and codes <= set(SHORTFALL_WORDS)
    assert set(Overrule) == set(REASONS["DispatchCase"])
    assert words.candidate_reason("road", "320", {}) == "沿路 320 米"
    assert words.shortfall("crews_short", "safety:1,mobile:2", {}) == (
        "处置卡所要队伍不足，缺 安监 1 队、机动 2 队"
    )
    assert words.candidate_excluded("too_few_certified", "1", {}).endswith("现有 1 名）")
    assert words.reminder("answer_sources:2").startswith("有 2 件")


def test_every_law_finding_has_words() -> None:
    codes = {code for _, call in calls("_finding") for arg in call.args[:1] for code in texts(arg)}
    assert len(codes) >= 7
    assert codes <= set(FINDINGS)


@pytest.mark.parametrize("kind", words.WORDS, ids=lambda kind: kind.__name__)
def test_every_member_of_an_enum_has_a_word(kind: type[StrEnum]) -> None:
    assert {member.value for member in kind} == set(words.WORDS[kind])
    said = [words.word(member) for member in kind]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (2 * 3600 + 14 * 60 + 59, "剩 2:14"),
        (-35 * 60, "超 0:35"),
        (3 * 86400 + 4 * 3600 + 10, "剩 3天4时"),
        (14 * 86400 + 4 * 3600, "剩 14天"),
        (-86400, "超 1天0时"),
        (-2931 * 86400, "超 2931天"),
        (4 * 60 + 5, "剩 4分05秒"),
        (600, "剩 0:10"),
        (0, "剩 0分00秒"),
        (-1, "超 0:00"),
    ],
)
def test_time_left(seconds: int, text: str) -> None:
    assert words.time_left(NOW, NOW + timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (0, "今天 10:04"),
        (13, "今天 23:04"),
        (14, "明天 00:04"),
        (-24, "昨天 10:04"),
        (24 * 4, "07-15 10:04"),
        (-24 * 365, "2018-07-11 10:04"),
    ],
)
def test_clock_text_is_the_streets_day(hours: int, text: str) -> None:
    assert words.clock_text(NOW + timedelta(hours=hours), NOW) == text


def test_spans_limits_and_distances() -> None:
    assert words.duration(timedelta(days=3, hours=4)) == "3 天 4 小时"
    assert words.duration(timedelta(hours=2)) == "2 小时"
    assert words.duration(timedelta(seconds=40)) == "40 秒"
    assert words.limit_text("2wd") == "2 个工作日"
    assert words.limit_text(Limit.parse("30min")) == "30 分钟"
    assert words.limit_text(None) == "不限时"
    assert (words.distance(320.4), words.distance(1234.0)) == ("320 米", "1.2 公里")


def test_a_refusal_says_rule_values_and_what_to_do() -> None:
    moved = words.refusal("case_move", {"state": CaseState.CLOSED, "to": "filed"}, NAMES)
    assert "“已结案”" in moved and "“待派遣”" in moved
    assert "（" not in moved
    told = {"state": CaseState.CLOSED, "to": "filed", "by": "lead-1", "at": NOW}
    assert "“已结案”（" + NAMES["lead-1"] in words.refusal("case_move", told, NAMES)
    assert words.refusal("designated_unit", {"unit": "safety"}, NAMES).startswith("安监中队")
    missing = words.refusal("recorder_missing", {"article": "行政处罚法47"}, NAMES)
    assert missing.startswith("行政处罚法47")
    day = words.refusal("review_date_range", {"last": date(2019, 8, 10)}, NAMES)
    assert "2019-08-10" in day
    late = words.refusal("return_after_sign_limit", {"due": NOW}, NAMES)
    assert "07-11 10:04" in late


def test_an_unknown_refusal_carries_its_code_and_missing_values_show() -> None:
    assert "no_such_rule_at_all" in words.refusal("no_such_rule_at_all")
    assert "—" in words.refusal("case_move")


def test_a_finding_names_article_rule_and_values() -> None:
    found = Finding(
        code="two_certificates", severity="block", article="行政处罚法42", values=(("valid", "1"),)
    )
    said = words.finding(found, NAMES)
    assert said.startswith("行政处罚法42：") and "现有 1 名" in said
    assert words.severity(found) == "禁止"
    power = Finding(
        code="no_power", severity="block", article="24", values=(("units", "safety,fire"),)
    )
    assert "安监中队、消防站" in words.finding(power, NAMES)


def entry(kind: str, facts: dict[str, object], **more: object) -> Entry:
    fields: dict[str, object] = {
        "street": "s",
        "seq": 1,
        "at": NOW,
        "who": "lead-1",
        "happened_at": NOW,
        "subject": "c",
        "kind": kind,
        "facts": facts,
    }
    return Entry(**(fields | more))  # type: ignore[arg-type]


def test_the_story_of_a_dispatch_leaves_out_what_is_not_there() -> None:
    full = {"lead": "safety", "kind": "inspect", "notify": ["fire"], "co": []}
    assert words.story(entry("case_dispatched", full), NAMES) == (
        "派遣安监中队主办（执法检查），知会消防站"
    )


def test_the_story_says_on_whose_behalf_and_by_which_channel() -> None:
    one = entry("task_signed", {"unit": "safety"}, behalf="lead-1", channel="radio")
    assert words.story(one, NAMES) == "安监中队签收（代蔡海涛录入，电台）"


def test_a_verdict_chooses_its_words() -> None:
    assert words.sentence("check_recorded", {"passed": True}, NAMES) == "核查通过"
    assert words.sentence("check_recorded", {"passed": False}, NAMES) == "核查不通过，返工"
    assert words.sentence("callback_recorded", {"outcome": "basically"}, NAMES) == "回访：基本满意"
    assert "some_new_kind" in words.sentence("some_new_kind", {}, NAMES)


@pytest.mark.parametrize("kind", words.STORIES)
def test_a_story_without_facts_is_still_a_clean_sentence(kind: str) -> None:
    said = words.sentence(kind, {}, NAMES)
    assert said and not set(said) & set("[]{}?")
    assert not said.startswith(("，", "：")) and not said.endswith(("，", "："))


def test_a_team_is_named_from_the_subject_of_the_entry() -> None:
    one = entry("team_status_set", {"status": "off", "was": "free"}, subject="safety")
    assert words.story(one, NAMES) == "安监中队：离岗"


def test_an_undo_says_what_was_undone_and_who_was_told() -> None:
    facts = {"undid": "case_merged", "told": ["fire"]}
    assert words.sentence("case_undone", facts, NAMES) == "撤销：并案，已告知消防站"


def test_reasons_are_offered_per_command_and_read_back() -> None:
    offered = words.reasons("AskRequest", "return")
    assert offered["no_power"] == "无此执法权限"
    assert words.reasons("FileCase") == {}
    assert words.reason("weather").startswith("天气")


def test_short_forms() -> None:
    assert words.short_number("440113120201907110231") == "110231"
    assert words.short_grid("440113120001007") == "007"
    assert words.masked_phone("13812345678") == "138****5678"
