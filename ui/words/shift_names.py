"""Codes of the roster, the handover and 平急转换 in words."""

from __future__ import annotations

from enum import StrEnum

from commandcenter.domain.duty import DutyAsk, DutyState, Post, Wrong
from commandcenter.domain.emergency import (
    Answer,
    Moved,
    Phase,
    Reach,
    ReportKind,
    SpotKind,
    SwitchState,
)
from commandcenter.domain.handover import (
    HandoverState,
    KitKind,
    KitState,
    Mark,
    NoticeKind,
    Party,
)
from commandcenter.domain.holding import Hold
from commandcenter.domain.plan import EventKind, HoldRule, Layer, Response

SHIFT_WORDS: dict[type[StrEnum], dict[str, str]] = {
    Post: {
        "leader": "带班领导",
        "lead": "值班长",
        "dispatch": "调度岗",
        "intake": "受理岗",
        "on_call": "备勤",
    },
    DutyState: {"draft": "草稿", "published": "已发布"},
    DutyAsk: {"swap": "换班", "leave": "请假"},
    Wrong: {
        "gap": "缺岗",
        "double": "重复排班",
        "rest": "休息不足 11 小时",
        "no_role": "没有岗位角色",
    },
    EventKind: {
        "typhoon": "台风",
        "flood": "内涝",
        "fire": "火灾",
        "epidemic": "疫情",
        "crowd": "大型聚集",
        "cold": "寒潮",
    },
    Response: {"iv": "Ⅳ级响应", "iii": "Ⅲ级响应", "ii": "Ⅱ级响应", "i": "Ⅰ级响应"},
    HoldRule: {
        "nothing": "照常办理",
        "routine": "例行检查顺延",
        "not_urgent": "非紧急事项暂停",
    },
    Hold: {"deferred": "顺延", "suspended": "暂停", "exempt": "照办"},
    Layer: {"shelters": "安置点", "dangers": "危险点", "evacuation": "转移名单"},
    Phase: {
        "active": "进行中",
        "released": "已解除",
        "reviewed": "已复盘",
        "purged": "已清除资料",
    },
    Reach: {"street": "全街道", "communities": "部分社区", "grids": "部分网格"},
    SwitchState: {
        "proposed": "待确认",
        "confirmed": "已确认",
        "refused": "已退回",
        "withdrawn": "已撤回",
    },
    ReportKind: {
        "first_call": "首报（电话）",
        "first": "首报（书面）",
        "follow": "续报",
        "final": "终报",
    },
    Answer: {"coming": "出动", "cannot": "不能出动"},
    SpotKind: {"shelter": "安置点", "danger": "危险点"},
    Moved: {"listed": "待转移", "moved": "已转移", "refused": "不愿转移"},
    HandoverState: {"frozen": "已冻结", "acknowledged": "已全部确认", "signed": "已签字"},
    Mark: {"new": "新增", "changed": "有变化", "same": "无变化"},
    Party: {
        "complainant": "诉求人",
        "unit": "单位",
        "community": "社区",
        "leader": "领导",
        "superior": "上级",
    },
    NoticeKind: {
        "instruction": "上级指示",
        "warning": "预警",
        "weather": "天气",
        "watch": "关注点",
        "fault": "系统故障",
    },
    KitKind: {"vehicle": "车辆", "recorder": "执法记录仪", "radio": "对讲机", "key": "钥匙"},
    KitState: {"here": "在位", "out": "借出", "broken": "损坏", "missing": "缺失"},
}
"""The word of every code, by its enum."""
