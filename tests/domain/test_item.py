"""The catalogue of items against domain.md section 9."""

from __future__ import annotations

from collections import Counter

import pytest

from commandcenter.domain.item import (
    CATALOGUE,
    CATALOGUE_BY_CODE,
    GROUP_NAMES,
    UNIT_NAMES,
    Axis,
    Item,
    axis,
)
from commandcenter.domain.limits import Level

# Section 9, as it stands there.
SECTION_9 = {
    "01": "01 私搭乱建 7wd, 02 暴露垃圾 4wh, 03 积存垃圾渣土 2wd, 04 道路不洁 2wh, "
    "05 水域不洁 15wd, 06 绿地脏乱 4wh, 07 废弃车辆 3wd, 08 废弃家具设施 1wd, "
    "09 非装饰性树挂 1wd, 10 道路破损 5wd, 11 河堤破损 5wd, 12 道路遗撒 2wh, "
    "13 建筑物外立面不洁 5wd, 14 水域秩序问题 1wd, 15 焚烧垃圾树叶 2wh, 16 油烟污染 3wd, "
    "17 动物尸体清理 2wh, 18 私自饲养家禽家畜 3wd, 99 其他",
    "02": "01 非法小广告 1wd, 02 违章张贴悬挂广告牌匾 2wd, 03 占道广告牌 4wh, "
    "04 街头散发广告 2wh, 05 广告招牌破损 2wd",
    "03": "01 施工扰民 2wh, 02 工地扬尘 4wh, 03 施工废弃料 1wd, 04 施工占道 4wh, "
    "05 无证掘路 2wh, 99 其他",
    "04": "01 路面塌陷, 02 自来水管破裂, 03 燃气管道破裂, 04 下水道堵塞或破损, "
    "05 热力管道破裂, 06 道路积水, 07 道路积雪结冰, 08 架空线缆损坏, 09 群发性事件, 99 其他",
    "05": "01 无照经营游商 2wh, 02 流浪乞讨 4wh, 03 占道废品收购 4wh, 04 店外经营 2wh, "
    "05 机动车乱停放 2wh, 06 非机动车乱停放 2wh, 07 乱堆物堆料 4wh, 08 商业噪音 2wh, "
    "09 黑车拉客 4wh, 10 露天烧烤 2wh, 11 沿街晾挂 4wh, 12 非法出版物销售 4wh, "
    "13 空调室外机低挂 5wd, 99 其他",
    "21": "901 矛盾纠纷, 902 消防隐患, 903 危化品非法储运, 904 治安隐患, 905 出租屋隐患, "
    "906 食品药品, 907 劳资纠纷, 908 特殊群体求助, 909 噪声扰民, 910 物业纠纷",
}
UNITS = {
    "01": "环卫 综合执法队 水务 园林 住建 生态环境",
    "02": "综合执法队",
    "03": "住建 综合执法队",
    "04": "应急 水务 燃气 供电 派出所",
    "05": "综合执法队 民政 交警 派出所 交通 文化执法",
    "21": "司法所 消防 应急 安监中队 派出所 市场监管 人社 民政 住建",
}


@pytest.mark.parametrize("group", sorted(SECTION_9))
def test_every_row_of_the_group(group: str) -> None:
    rows = [item for item in CATALOGUE if item.group == group]
    written = [
        " ".join(part for part in (item.code[3:], item.name, str(item.limit or "")) if part)
        for item in rows
    ]
    assert written == SECTION_9[group].split(", ")
    assert {UNIT_NAMES[unit] for item in rows for unit in item.units} == set(UNITS[group].split())


@pytest.mark.parametrize(
    ("codes", "unit"),
    [
        ("01-05 01-11 01-14", "water"),
        ("01-06", "garden"),
        ("01-10", "housing"),
        ("01-16", "ecology"),
        ("04-09 05-08", "police"),
        ("05-02", "civil"),
        ("05-05", "traffic_police"),
        ("05-09", "transport"),
        ("05-12", "culture"),
        ("01-01 05-01", "enforcement"),
        ("01-02", "sanitation"),
    ],
)
def test_leads_that_section_9_names(codes: str, unit: str) -> None:
    assert {CATALOGUE_BY_CODE[code].lead for code in codes.split()} == {unit}


def test_petrol_goes_to_safety_with_emergency_police_and_fire() -> None:
    petrol = CATALOGUE_BY_CODE["21-903"]
    assert petrol.units == ("safety", "emergency", "police", "fire")
    assert petrol.level is Level.URGENT


def test_levels() -> None:
    levels = {item.code: item.level for item in CATALOGUE}
    urgent = {code for code, level in levels.items() if level is Level.URGENT}
    assert urgent == {code for code in levels if code.startswith("04")} | {"21-903"}
    assert {c for c, level in levels.items() if level is Level.COMPLEX} == {"21-901", "21-910"}
    assert Level.SIMPLE not in levels.values()


def test_codes_groups_and_units_are_whole() -> None:
    assert len(CATALOGUE_BY_CODE) == len(CATALOGUE) == 64
    assert Counter(item.group for item in CATALOGUE).keys() == GROUP_NAMES.keys()
    assert {unit for item in CATALOGUE for unit in item.units} == set(UNIT_NAMES)


def test_second_axis() -> None:
    safety = {item.code for item in CATALOGUE if item.axis is Axis.SAFETY}
    assert safety == {c for c in CATALOGUE_BY_CODE if c.startswith("04")} | {
        "21-902",
        "21-903",
        "21-904",
        "21-905",
    }
    assert [axis(code, True) for code in ("01-02", "02-01", "03-01", "05-01", "21-901")] == [
        Axis.SAFETY,
        Axis.OTHER,
        Axis.SAFETY,
        Axis.SAFETY,
        Axis.OTHER,
    ]


@pytest.mark.parametrize(
    ("code", "name", "units", "reason"),
    [
        ("1-2", "暴露垃圾", ("sanitation",), "code"),
        ("01-02", "", ("sanitation",), "name"),
        ("01-02", "暴露垃圾", (), "units"),
        ("01-02", "暴露垃圾", ("water", "water"), "units"),
    ],
)
def test_a_broken_row_is_refused(code: str, name: str, units: tuple[str, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Item(code, name, Level.GENERAL, None, units)
