"""Coded reasons of commands: what a person may choose, by command."""

from __future__ import annotations

from ui.words.names import say
from ui.words.tier_texts import TIER_REASONS
from ui.words.whistle_texts import WHISTLE_REASONS

REASONS: dict[str, dict[str, str]] = {
    "RefuseCase": {
        "not_ours": "不属本街道管辖",
        "not_listed": "不在受理清单内",
        "no_place": "地点不明，无法核对",
        "not_found": "核实后现场不存在",
        "repeated": "重复上报且无新情况",
        "court": "已进入诉讼、仲裁或复议",
        "handed_over": "已移交 110、119、120 或 122",
    },
    "RecallCase": {
        "wrong_unit": "派错单位",
        "wrong_kind": "任务类型不对",
        "team_busy": "队伍另有急事",
        "silent": "超时未签收",
        "law": "不符合法定条件",
        "new_facts": "出现新情况",
    },
    "VoidCase": {
        "mistake": "误立案",
        "duplicate": "重复立案",
        "not_found": "现场不存在",
        "withdrawn": "诉求人撤回",
        "test": "测试数据",
    },
    "DeclineTask": {
        "no_power": "无此职权",
        "no_people": "无人可派",
        "not_needed": "无需本单位参加",
        "elsewhere": "正在处置其他急件",
    },
    "WaiveTask": {
        "done_by_lead": "主办单位已一并办理",
        "not_needed": "情况变化，不再需要",
        "unreachable": "多次联系不上，改由主办承担",
    },
    "EscalateCase": {
        "beyond_power": "超出街道权限",
        "beyond_means": "超出街道处置能力",
        "across_streets": "跨街道（镇）事项",
        "dispute": "职责争议，协商不成",
    },
    "RaiseCase": TIER_REASONS,
    "ExemptCase": {
        "danger": "危及安全，不能等",
        "ordered": "上级交办",
        "means": "已有力量可办",
        "residents": "群众反映强烈",
    },
    "DropHandover": {
        "wrong_incoming": "接班人选错",
        "frozen_early": "冻结得太早",
        "shift_changed": "临时换班",
    },
    "RevealPhone": {"call_back": "回访联系", "verify": "核实情况", "scene": "现场联系"},
    "AskRequest.return": {
        "not_ours": "不属本单位职责",
        "no_power": "无此执法权限",
        "wrong_place": "不在本单位辖区",
        "wrong_item": "事项定性有误",
    },
    "AskRequest.extension": {
        "complicated": "情况复杂，需继续调查",
        "weather": "天气影响施工或处置",
        "material": "等待设备、材料",
        "third_party": "需第三方配合",
        "coordination": "需多部门协调",
    },
    "AskRequest.suspension": {
        "weather": "恶劣天气，暂不能施工",
        "planned": "已列入整治计划",
        "funds": "等待资金或立项",
        "procedure": "等待法定程序",
        "owner": "等待权属确认",
    },
    "AskRequest.void": {
        "not_found": "现场不存在",
        "duplicate": "重复案件",
        "mistake": "误立案",
        "withdrawn": "诉求人撤回",
    },
    "HandOverCase": {
        "110": "110 公安",
        "119": "119 消防救援",
        "120": "120 医疗急救",
        "122": "122 交通事故",
    },
    "CloseDocket": {
        "released": "解除并发还",
        "confiscated": "没收",
        "decided": "已作处理决定",
        "transferred": "已移送",
        "withdrawn": "撤销",
        "done": "办毕",
    },
    "RecordCallback": {
        "satisfied": "满意",
        "basically": "基本满意",
        "unsatisfied": "不满意",
        "not_reached": "未联系上",
    },
    "RecuseOfficer": {
        "kin": "近亲属",
        "interest": "有直接利害关系",
        "other": "其他可能影响公正的关系",
    },
    "DispatchCase": {
        "local_knowledge": "熟悉情况",
        "on_the_way": "顺路",
        "crew_request": "队伍请缨",
        "leader_order": "领导指定",
        "equipment": "装备合适",
        "other": "其他",
    },
    **WHISTLE_REASONS,
}
"""Reasons by command class, with ".kind" added where the kind decides."""


def reasons(command: str, kind: str = "") -> dict[str, str]:
    """What may be chosen, {code: text} in order; empty where the command has no coded reason."""
    table = REASONS.get(f"{command}.{kind}" if kind else command, {})
    return {key: say(text) for key, text in table.items()}


def reason(key: object) -> str:
    """The words of a reason's code from whichever table; the code itself when unknown."""
    for table in REASONS.values():
        if key in table:
            return say(table[str(key)])
    return str(key or "")
