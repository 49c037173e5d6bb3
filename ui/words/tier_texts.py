"""层级 in words: who has a case, how it went up and back, what was refused, the definitions."""

from __future__ import annotations

from enum import StrEnum

from commandcenter.domain.tier import Tier

TIER_WORDS: dict[type[StrEnum], dict[str, str]] = {
    Tier: {"grid": "网格", "community": "社区", "street": "街道", "district": "区级"},
}
TIER_SIGNS = {Tier.GRID: "①", Tier.COMMUNITY: "②", Tier.STREET: "③", Tier.DISTRICT: "④"}
"""A sign beside the word: the steps from the grid up to the district."""
TIER_MARKS = {Tier.GRID: "网", Tier.COMMUNITY: "社", Tier.STREET: "街", Tier.DISTRICT: "区"}
"""One character for the narrow mark in the queue."""

TIER_STORIES = {
    "case_raised": "{was}上交{tier}[：{reason}]",
    "case_lowered": "{was}交回{tier}",
}
TIER_REFUSALS = {
    "tier_move": "案卷在{tier}这一级，现在不能上交或交回；上交、交回都要在立案之前。",
    "other_tier": "案卷现在归{tier}这一级办，要由这一级的人来办；请与{tier}联系。",
    "tried_missing": "上交要写明已经做过什么，至少四个字。",
    "answer_missing": "交回要写明答复，至少四个字。",
    "nobody_there": "{tier}这一级没有人能接这件案卷；请由街道立案派遣。",
    "not_your_community": "地点不在本社区[（在{community}）]；请核对地点，或请那个社区上报。",
    "days_range": "天数要在 1 到 {most} 之间。",
}
TIER_REASONS = {
    "few_hands": "人手、设备不够",
    "over_power": "超出本级权限",
    "not_agreeing": "劝导、调解无效",
    "across_grids": "跨网格、跨社区",
    "hazard": "有安全隐患，等不得",
}
TIER_HEADS = {
    "closed": "办结",
    "share": "办结占比",
    "raised": "上交",
    "lowered": "交回",
    "open": "在手",
    "overdue": "超时",
    "median_hours": "中位用时",
}
"""The columns of the figures by their field."""
TIER_DEFINITIONS = {
    "closed": "办结：期内结案、结案时归本级的案卷；曾上报区级的算区级。演练和导入的不计。",
    "share": "办结占比＝本级办结 ÷ 全部办结。",
    "raised": "上交：从本级往上走的次数——上交、由街道立案、上报区级。",
    "lowered": "交回：从本级往下走的次数——交回下级、区级交回。",
    "open": "在手：现在归本级的未结案卷，待立案的也算。",
    "overdue": "超时：在手中过了本级时限的；街道这一级按全案时限。",
    "median_hours": "中位用时：本级办结的案卷从上报到结案的自然时间。",
}
"""What each figure means, printed beside it (domain.md section 4)."""
