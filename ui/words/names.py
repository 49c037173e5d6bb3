"""The trade's enums and codes as Chinese words, and the names behind ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.clock import Lamp
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.grid import GridKind
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.person import Team, TeamStatus
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Channel, Role
from commandcenter.domain.task import TaskKind, TaskRole, TaskState
from commandcenter.domain.tier import Tier
from commandcenter.services.views import Reference
from ui.words.joint_texts import JOINT_ALARMS, JOINT_WORDS
from ui.words.shift_names import SHIFT_WORDS
from ui.words.tier_texts import TIER_SIGNS, TIER_WORDS
from ui.words.whistle_texts import WHISTLE_WORDS

WORDS: dict[type[StrEnum], dict[str, str]] = {
    CaseState: {
        "reported": "待立案",
        "verifying": "核实中",
        "merged": "已并案",
        "rejected": "不予受理",
        "filed": "待派遣",
        "dispatched": "待签收",
        "in_progress": "处置中",
        "suspended": "挂账",
        "escalated": "上报区级",
        "feedback": "待核查",
        "checking": "核查中",
        "callback": "待回访",
        "closed": "已结案",
        "void": "已作废",
    },
    TaskState: {
        "assigned": "待签收",
        "signed": "已签收",
        "en_route": "途中",
        "on_scene": "现场",
        "done": "已完成",
        "declined": "已谢绝",
        "recalled": "已撤回",
        "waived": "已免办",
    },
    Level: {"urgent": "紧急", "simple": "简易", "general": "一般", "complex": "疑难"},
    Source: {
        "grid": "网格",
        "hotline": "12345",
        "city": "数字城管",
        "video": "视频",
        "window": "窗口",
        "patrol": "巡查",
        "app": "随手拍",
        "import": "导入",
    },
    Stage: {
        "verify": "核实",
        "dispatch": "派遣",
        "sign": "签收",
        "on_scene": "到场",
        "finish": "处置",
        "check": "核查",
        "contact": "联系",
        "callback": "回访",
    },
    TaskKind: {
        "patrol": "巡查",
        "handle": "处置",
        "inspect": "执法检查",
        "enforce": "执法查处",
        "coerce": "行政强制",
    },
    TaskRole: {"lead": "主办", "co": "协办", "notify": "知会"},
    RequestKind: {"return": "退单", "extension": "延期", "suspension": "挂账", "void": "作废"},
    DocketKind: {
        "seizure": "查封扣押",
        "registration": "先行登记保存",
        "penalty": "行政处罚",
        "crime": "涉嫌犯罪移送",
        "coercion": "当场强制",
    },
    TeamStatus: {
        "free": "空闲",
        "assigned": "待签收",
        "signed": "已签收",
        "en_route": "途中",
        "on_scene": "现场",
        "rest": "休息",
        "off": "离岗",
    },
    Role: {
        "intake_officer": "受理员",
        "dispatcher": "调度员",
        "shift_lead": "值班长",
        "duty_leader": "带班领导",
        "street_leader": "街道领导",
        "director": "主任",
        "secretary": "书记",
        "unit": "处置单位",
        "team_leader": "队长",
        "grid_member": "网格员",
        "checker": "核查员",
        "hotline_seat": "热线坐席",
        "community_seat": "社区坐席",
        "district_seat": "区级坐席",
        "supervisor": "督办员",
        "gateway": "外部平台",
        "operator": "运维员",
        "administrator": "管理员",
        "auditor": "审计员",
        "system": "系统",
    },
    Channel: {"telephone": "电话", "radio": "电台", "counter": "当面", "message": "消息"},
    GridKind: {"basic": "基础网格", "unit": "单位网格", "micro": "微网格", "area": "区划"},
    Lamp: {"green": "正常", "yellow": "将到期", "red": "超时"},
    **SHIFT_WORDS,
    **WHISTLE_WORDS,
    **JOINT_WORDS,
    **TIER_WORDS,
}
"""Every enum of the screen; `word` reads it."""

CODES: dict[str, dict[str, str]] = {
    "outcome": {
        "released": "解除发还",
        "confiscated": "没收",
        "decided": "已作决定",
        "transferred": "已移送",
        "withdrawn": "撤销",
        "done": "办毕",
    },
    "rating": {
        "satisfied": "满意",
        "basically": "基本满意",
        "unsatisfied": "不满意",
        "not_reached": "未联系上",
        "unrated": "未评价",
    },
    "close_kind": {
        "refused": "不予受理",
        "handed_over": "已移交",
        "self_handled": "自处理",
        "void": "作废",
        "reopened": "复开",
        "checked": "核查通过结案",
        "callback": "回访结案",
        "satisfied": "回访满意结案",
        "basically": "回访基本满意结案",
        "unrated": "三次未联系上结案",
        "explained": "解释结案",
        "imported": "导入时已结案",
    },
    "alarm": {
        "stage_yellow": "环节将到期",
        "stage_red": "环节超时",
        "stage_red_verify": "核实超时",
        "stage_red_dispatch": "派遣超时",
        "stage_red_sign": "签收超时",
        "stage_red_on_scene": "到场超时",
        "stage_red_finish": "处置超时",
        "stage_red_check": "核查超时",
        "stage_red_contact": "联系超时",
        "stage_red_callback": "回访超时",
        "urgent_waiting": "紧急待派",
        "report_waiting": "新上报",
        "case_yellow": "全案将到期",
        "case_red": "全案超时",
        "supervise_red": "督办未按时答复",
        "whistle_red": "吹哨部门超时",
        "docket_warn": "子卷将到期",
        "incoming_absent": "接班人未到",
        "docket_red": "子卷超时",
        "switch_waiting": "切换待确认",
        "up_due": "上报将到时",
        "up_late": "上报超时",
        "call_red": "召集未答复",
        "tier_red": "层级超时",
        "consult_red": "会商任务超时",
        "rate_red": "吹哨互评超时",
        "report_new": "来了新上报",
        **JOINT_ALARMS,
    },
    "unit_kind": {"street": "街道", "dispatched": "派驻", "company": "企业"},
    "earlier": {"phone": "同一电话", "place": "同一地点", "both": "同一电话、同一地点"},
    "service": {"110": "110", "119": "119", "120": "120", "122": "122"},
    "picture": {"before": "处置前", "after": "处置后", "scene": "现场"},
    "found": {"number": "编号", "phone": "电话", "grid": "网格", "words": "文字"},
    "owed": {"supervision": "督办", "consultation": "会商"},
    "mode": {"normal": "平时"},
}
"""Codes that are plain text below the screen; `code` reads it."""

TEAM_KINDS = {
    "safety": "安监",
    "enterprise": "企业商铺类",
    "street_surface": "社会面类",
    "mobile": "机动",
}


LAWS = {"行政处罚法": "行政处罚法{n}", "行政强制法": "行政强制法{n}"}
_DUE_TIME = re.compile(r"_\d{10}$")


def say(text: str, n: int = -1) -> str:
    """The Chinese source text in the language of the screen; `n` for its %n, one or many."""
    return QCoreApplication.translate("words", text, "", n)


def word(value: StrEnum) -> str:
    """The word of an enum's member; KeyError for an enum that no table knows."""
    return say(WORDS[type(value)][value.value])


def tier(value: Tier) -> str:
    """② 社区: a level with its sign, which is a step between grid and district."""
    return f"{TIER_SIGNS[value]} {word(value)}"


def lookup(kind: type[StrEnum], value: str) -> str:
    """The word of a member given by its stored text; the text itself when it is unknown."""
    return say(WORDS[kind].get(value, value))


def code(table: str, value: str) -> str:
    """The word of a plain code of a table of CODES; the code itself when unknown.

    An alarm's code may end in the due time that it rang for.
    """
    if table == "alarm":
        value = _DUE_TIME.sub("", value)
    return say(CODES.get(table, {}).get(value, value))


def short_number(number: str | None) -> str:
    """The last six digits of a case number, which is what people say aloud."""
    return "" if number is None else number[-6:]


def short_grid(grid: str | None) -> str:
    """The last three digits of a grid code (a micro-grid keeps its two or three more)."""
    return "" if grid is None else grid[12:]


def masked_phone(phone: str | None) -> str:
    """138****5678 for any telephone of seven digits or more (domain.md section 10)."""
    digits = phone or ""
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 7 else digits


def names_of(reference: Reference, teams: Iterable[Team] = ()) -> dict[str, str]:
    """Names by id for sentences: staff, units (short), teams, items, communities, grids."""
    known = dict(reference.communities)
    known.update({shape.grid.code: shape.grid.name for shape in reference.grids})
    known.update({item.code: item.name for item in reference.items})
    known.update({unit.id: unit.short for unit in reference.units})
    known.update({team.id: team.name for team in teams})
    known.update(reference.names)
    known.setdefault("system", say("系统"))
    return known


def named(ids: object, names: Mapping[str, str]) -> str:
    """One id or several (a tuple, list or comma-separated text) as names joined by 、."""
    if ids is None or ids == "" or ids == ():
        return say("（无）")
    many = ids.split(",") if isinstance(ids, str) else ids
    if not isinstance(many, list | tuple | set | frozenset):
        return str(ids)
    return listed(names.get(str(one), str(one)) for one in many)


def listed(parts: Iterable[str]) -> str:
    """Several names as one: 甲、乙."""
    return say("、").join(parts)


def bracketed(text: str) -> str:
    """（text） as it stands behind a word."""
    return say("（") + text + say("）")


def article(text: str) -> str:
    """An article of the law, which values carry in Chinese: 行政处罚法24、38."""
    for law, template in LAWS.items():
        if text.startswith(law):
            return say(template).format(n=listed(text.removeprefix(law).split("、")))
    return text
