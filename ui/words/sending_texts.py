"""Why a dispatch by recommendation or plan is refused, and why a case takes no part in a plan."""

from __future__ import annotations

LEFT_OUT: dict[str, str] = {
    "no_such_case": "没有这个案卷",
    "not_filed": "已不在待派遣",
    "not_on_duty_list": "待领导准入",
    "case_held": "应急期间暂缓办理",
}
"""Why a case takes no part in a plan."""

SENDING_REFUSALS: dict[str, str] = {
    "overrule_reason": "没有派推荐的队伍，要选一条理由；派了推荐的，则不用。",
    "overrule_words": "另选队伍的理由选了“其他”，要写明（不少于四个字）。",
    "too_many_cards": "一次最多试用 {most} 张处置卡；请少选一些。",
    "card_unreadable": "处置卡“{card}”的时段或队伍写法有误，不能试用；请先改正。",
    "too_many_cases": "一次最多编排 {most} 件；请先勾选要派的。",
}
