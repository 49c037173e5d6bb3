"""Items suggested while a call is typed: by words, code, name and pinyin initials."""

import json
from pathlib import Path

import pytest

from commandcenter.domain.item import CATALOGUE, CATALOGUE_BY_CODE
from commandcenter.services.classify import initials, match_items, suggest_items
from commandcenter.services.item_words import CLUES

REPORTS = Path(__file__).resolve().parents[2] / "resources" / "demo" / "reports.json"


def first(words: str) -> str:
    return suggest_items(words, CATALOGUE, 3)[0].code


def three(words: str) -> list[str]:
    return [one.code for one in suggest_items(words, CATALOGUE, 3)]


def test_the_petrol_of_day_a_is_found_by_its_smell() -> None:
    found = suggest_items("祠堂东街一间平房门口有很重的汽油味，里面放着几个铁桶", CATALOGUE, 3)
    assert found[0].code == "21-903"
    assert any("汽油" in reason for reason in found[0].reasons)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("楼上每晚十二点还在打麻将拖椅子，吵得睡不着", "21-909"),
        ("有人骑着三轮车在地铁口卖水果，人都走不过去", "05-01"),
        ("我家门口的沙井盖丢了，晚上很危险", "04-99"),
        ("巷子里有只死老鼠，已经生虫了", "01-17"),
        ("路灯杆旁边一棵大树倒下来压住了车", "04-99"),
        ("厂里三个月没发工资，老板跑了", "21-907"),
        ("买到的面包是过期的，吃完拉肚子", "21-906"),
        ("小区电梯坏了一个礼拜物业不修", "21-910"),
        ("工地晚上十一点还在打桩，小孩没法睡", "03-01"),
        ("下水道一直往外冒粪水，臭死了", "04-04"),
        ("有人在楼道给电动车飞线充电", "21-902"),
        ("路边有个人在派发传单，塞进车窗里", "02-04"),
        ("阳台空调外机装得太低，滴水又吹热风", "05-13"),
        ("有人在河边烧树叶，浓烟滚滚", "01-15"),
    ],
)
def test_texts_that_no_demo_holds(words: str, code: str) -> None:
    assert code in three(words)


def test_the_right_item_is_among_three_for_the_demo_day() -> None:
    reports = json.loads(REPORTS.read_text(encoding="utf-8"))
    right = sum(one["item"] in three(one["text"]) for one in reports)
    assert len(reports) > 100
    assert right / len(reports) >= 0.85


def test_words_that_say_nothing_suggest_nothing() -> None:
    assert suggest_items("你好，请问是指挥中心吗", CATALOGUE, 5) == ()
    assert suggest_items("", CATALOGUE, 5) == ()


def test_every_clue_belongs_to_an_item_and_every_item_has_clues() -> None:
    assert set(CLUES) == set(CATALOGUE_BY_CODE)
    assert all(clue.weight > 0 and all(clue.groups) for row in CLUES.values() for clue in row)


def test_suggestions_are_ranked_and_cut() -> None:
    found = suggest_items("烧烤油烟呛人，烧烤炉占道，音响很大睡不着", CATALOGUE, 2)
    assert len(found) == 2
    assert found[0].code == "05-10"
    assert found[0].score >= found[1].score


def test_typed_code_name_and_initials() -> None:
    assert match_items("21-903", CATALOGUE, 3)[0].code == "21-903"
    assert match_items("0102", CATALOGUE, 3)[0].code == "01-02"
    assert match_items("903", CATALOGUE, 3)[0].code == "21-903"
    assert match_items("危化", CATALOGUE, 3)[0].code == "21-903"
    assert match_items("whp", CATALOGUE, 3)[0].code == "21-903"
    assert match_items("BLLJ", CATALOGUE, 3)[0].code == "01-02"
    assert match_items("zzzz", CATALOGUE, 3) == ()
    assert match_items("  ", CATALOGUE, 3) == ()


def test_a_misspelt_name_is_near() -> None:
    found = match_items("暴露拉圾", CATALOGUE, 3)
    assert (found[0].code, found[0].how) == ("01-02", "near")


def test_initials_keep_what_is_not_chinese() -> None:
    assert initials("暴露垃圾A1") == "blljA1".lower()


def test_real_messages_never_break_it(shared_data: Path) -> None:
    lines = (shared_data / "complaints-zh" / "messages_a.csv").read_text(encoding="utf-8-sig")
    texts = lines.splitlines()
    # each fourth: all of them take 4 s and show nothing more
    codes = {one.code for text in texts[::4] for one in suggest_items(text, CATALOGUE, 5)}
    assert len(texts) > 1000
    assert codes <= set(CATALOGUE_BY_CODE)
    assert len(codes) > 30
