"""A kind of event in a few words, without what one entry would tell of it."""

from __future__ import annotations

import re

from ui.words import STORIES, say

_OWN = {
    "verification_asked": "交核实",
    "verification_recorded": "核实结果",
    "case_self_handled": "自处理",
    "case_handed_over": "移交",
    "case_dispatched": "派遣",
    "joint_dispatched": "联合执法",
    "watch_set": "定时报平安",
    "timer_missed": "超时未动",
    "task_undone": "撤销",
    "request_decided": "申请的批复",
    "case_closed": "结案",
    "check_asked": "交核查",
    "check_recorded": "核查结果",
    "case_undone": "撤销",
    "seat_taken": "坐席换人",
    "team_status_set": "队伍状态变更",
    "team_status_undone": "撤销队伍状态变更",
    "officer_shift_set": "执法人员上岗、离岗",
    "person_shift_set": "人员上岗、离岗",
    "password_set": "设置密码",
    "person_barred": "停用登录",
    "person_locked": "登录锁定",
    "person_unlocked": "解除登录锁定",
    "line_ticked": "清单勾选",
    "duty_change_decided": "换班或请假的批复",
    "docket_reported": "子卷已报告",
    "item_acknowledged": "交接事项的回应",
    "report_sent": "向上级报告",
}
"""Where the sentence of the kind does not stand without its facts."""

_EDGES = re.compile(r"^\W+|\W+$")
_FACTS = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")


def kind_text(kind: str) -> str:
    """派遣, 签收, 结案 …; the code itself of a kind that nobody worded."""
    known = _OWN.get(kind) or STORIES.get(kind, "")
    return _EDGES.sub("", _FACTS.sub("", say(known))) or kind
