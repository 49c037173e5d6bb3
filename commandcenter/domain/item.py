"""Catalogue of items: what a case is about, its level, limit and units (domain.md section 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from commandcenter.domain.limits import Level, Limit


class Axis(StrEnum):
    """Second axis, 4 大类: 信息采集, 安全隐患巡查, 宣传指引, 专项任务; OTHER is none of them."""

    SURVEY = "survey"
    SAFETY = "safety"
    GUIDE = "guide"
    CAMPAIGN = "campaign"
    OTHER = "other"


UNIT_NAMES = MappingProxyType(
    {
        "sanitation": "环卫",
        "enforcement": "综合执法队",
        "water": "水务",
        "garden": "园林",
        "housing": "住建",
        "ecology": "生态环境",
        "emergency": "应急",
        "gas": "燃气",
        "power": "供电",
        "police": "派出所",
        "civil": "民政",
        "traffic_police": "交警",
        "transport": "交通",
        "culture": "文化执法",
        "justice": "司法所",
        "fire": "消防",
        "safety": "安监中队",
        "market": "市场监管",
        "labour": "人社",
    }
)

GROUP_NAMES = MappingProxyType(
    {
        "01": "市容环境",
        "02": "宣传广告",
        "03": "施工管理",
        "04": "突发事件",
        "05": "街面秩序",
        "21": "扩展事件",
    }
)

SAFETY_ITEMS = frozenset({"21-902", "21-903", "21-904", "21-905"})
PATROL_GROUPS = frozenset({"01", "03", "05"})
_CODE = re.compile(r"[0-9]{2}-[0-9]{2,3}")


def axis(code: str, found_on_patrol: bool) -> Axis:
    """Second axis of an item: safety for 04, 21-902..905 and patrol finds in 01 03 05 [S4]."""
    group = code[:2]
    if group == "04" or code in SAFETY_ITEMS or (found_on_patrol and group in PATROL_GROUPS):
        return Axis.SAFETY
    return Axis.OTHER


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the catalogue; the first of its units leads, the others are co-units.

    A void one keeps its name for the cases that have it and takes no new ones. One that is not
    `listed` is off the duty list (职责清单): its cases wait for admission (准入).
    """

    code: str
    name: str
    level: Level
    limit: Limit | None
    units: tuple[str, ...]
    axis: Axis = Axis.OTHER
    void: bool = False
    listed: bool = True

    def __post_init__(self) -> None:
        """Refuse a code that is not "01-02" or "21-903", no name, no unit or one named twice.

        Raises ValueError with the field at fault.
        """
        if not _CODE.fullmatch(self.code):
            raise ValueError("code")
        if not self.name:
            raise ValueError("name")
        if not self.units or len(set(self.units)) != len(self.units):
            raise ValueError("units")

    @property
    def group(self) -> str:
        """Code of the item's group, such as "01"."""
        return self.code[:2]

    @property
    def lead(self) -> str:
        """Key of the unit that leads by default."""
        return self.units[0]


# code, name, limit (- = the level's), units with the lead first
_ROWS = """
01-01 私搭乱建 7wd enforcement
01-02 暴露垃圾 4wh sanitation enforcement
01-03 积存垃圾渣土 2wd sanitation enforcement
01-04 道路不洁 2wh sanitation
01-05 水域不洁 15wd water
01-06 绿地脏乱 4wh garden
01-07 废弃车辆 3wd enforcement sanitation
01-08 废弃家具设施 1wd sanitation
01-09 非装饰性树挂 1wd sanitation
01-10 道路破损 5wd housing
01-11 河堤破损 5wd water
01-12 道路遗撒 2wh sanitation enforcement
01-13 建筑物外立面不洁 5wd enforcement sanitation
01-14 水域秩序问题 1wd water enforcement
01-15 焚烧垃圾树叶 2wh enforcement sanitation
01-16 油烟污染 3wd ecology enforcement
01-17 动物尸体清理 2wh sanitation
01-18 私自饲养家禽家畜 3wd enforcement
01-99 其他 - sanitation enforcement
02-01 非法小广告 1wd enforcement
02-02 违章张贴悬挂广告牌匾 2wd enforcement
02-03 占道广告牌 4wh enforcement
02-04 街头散发广告 2wh enforcement
02-05 广告招牌破损 2wd enforcement
03-01 施工扰民 2wh housing enforcement
03-02 工地扬尘 4wh housing enforcement
03-03 施工废弃料 1wd housing enforcement
03-04 施工占道 4wh enforcement housing
03-05 无证掘路 2wh enforcement housing
03-99 其他 - housing enforcement
04-01 路面塌陷 - emergency water
04-02 自来水管破裂 - water emergency
04-03 燃气管道破裂 - gas emergency
04-04 下水道堵塞或破损 - water emergency
04-05 热力管道破裂 - emergency
04-06 道路积水 - water emergency
04-07 道路积雪结冰 - emergency
04-08 架空线缆损坏 - power emergency
04-09 群发性事件 - police emergency
04-99 其他 - emergency
05-01 无照经营游商 2wh enforcement
05-02 流浪乞讨 4wh civil
05-03 占道废品收购 4wh enforcement
05-04 店外经营 2wh enforcement
05-05 机动车乱停放 2wh traffic_police
05-06 非机动车乱停放 2wh enforcement
05-07 乱堆物堆料 4wh enforcement
05-08 商业噪音 2wh police
05-09 黑车拉客 4wh transport
05-10 露天烧烤 2wh enforcement
05-11 沿街晾挂 4wh enforcement
05-12 非法出版物销售 4wh culture
05-13 空调室外机低挂 5wd enforcement
05-99 其他 - enforcement
21-901 矛盾纠纷 - justice police
21-902 消防隐患 - fire safety
21-903 危化品非法储运 - safety emergency police fire
21-904 治安隐患 - police
21-905 出租屋隐患 - police fire
21-906 食品药品 - market
21-907 劳资纠纷 - labour justice
21-908 特殊群体求助 - civil
21-909 噪声扰民 - police
21-910 物业纠纷 - housing justice
"""


def _level(code: str) -> Level:
    if code.startswith("04-") or code == "21-903":
        return Level.URGENT
    return Level.COMPLEX if code in ("21-901", "21-910") else Level.GENERAL


def _item(row: str) -> Item:
    code, name, limit, *units = row.split()
    return Item(
        code,
        name,
        _level(code),
        None if limit == "-" else Limit.parse(limit),
        tuple(units),
        axis(code, found_on_patrol=False),
    )


CATALOGUE = tuple(_item(row) for row in _ROWS.strip().splitlines())
CATALOGUE_BY_CODE = MappingProxyType({item.code: item for item in CATALOGUE})
