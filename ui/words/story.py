"""An entry of the journal as one sentence of the case's story, made from its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from commandcenter.domain.case import Source
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.joint import JointKind
from commandcenter.domain.journal import Entry
from commandcenter.domain.limits import Watch
from commandcenter.domain.roles import Channel
from ui.words.answer_texts import ANSWER_STORIES
from ui.words.joint_texts import JOINT_STORIES
from ui.words.names import bracketed, code, listed, lookup, named, say
from ui.words.reasons import reason, reasons
from ui.words.refusals import value_text
from ui.words.shift_texts import SHIFT_STORIES
from ui.words.table_texts import TABLE_STORIES
from ui.words.tier_texts import TIER_STORIES
from ui.words.whistle_texts import WHISTLE_STORIES

STORIES: dict[str, str] = {
    # intake
    "case_reported": "上报[（{source}）]：[{item}][，{place}]",
    "case_merged": "并案[，并入 {into}]",
    "verification_asked": "交{verifier}核实",
    "verification_recorded": "核实结果：{found?现场属实:现场不存在}",
    "case_refused": "不予受理[：{reason}]",
    "case_self_handled": "自处理，立案转核查[，编号 {number}]",
    "case_handed_over": "移交 {service}，{reject?不再立案:仍由街道跟进}",
    "case_filed": "立案[，编号 {number}][，级别{level}]",
    "case_corrected": "更正[：事项{item}][，级别{level}][，网格{grid}]",
    "case_imported": "导入历史案卷[，编号 {number}][，原主办{unit}]",
    "boundaries_imported": "导入边界[，{areas} 个区域]",
    # dispatch and handling
    "case_dispatched": "派遣{lead}主办[（{kind}）]{designated?，指定办理:}"
    "[，队伍{team}][，人员{officers}][，协办{co}][，知会{notify}][，{approved_by}批准]"
    "[，没有派推荐的{first}：{overruled}]",
    "case_recalled": "撤回改派[，原派{unit}][：{reason}]",
    "task_signed": "[{unit}]签收",
    "task_declined": "[{unit}]谢绝协办[：{reason}]",
    "task_departed": "[{unit}]出发[，执法记录仪 {recorder}]",
    "task_arrived": "[{unit}]到场",
    "task_finished": "[{unit}]协办完成",
    "task_waived": "[{unit}]免办[：{reason}]",
    "video_linked": "[{unit}]关联执法视频[ {video}]{late?，超过 24 小时:}",
    "request_asked": "申请{kind}[：{reason}]",
    "request_decided": "[{kind}]申请{approved?获准:未获准}",
    "case_resumed": "恢复处置{by_itself?（复查日到，自动恢复）:}",
    "case_escalated": "上报区级[：{reason}]",
    "case_handed_back": "区级交回",
    "contact_recorded": "已联系诉求人",
    "case_updated": "现场情况更新",
    "feedback_given": "反馈办结",
    "case_urged": "催办[{unit}]",
    "case_supervised": "督办[{unit}][，{due} 前答复]",
    "supervision_answered": "[{unit}]答复督办{late?（超期）:}",
    "consultation_recorded": "会商[，{units}参加]",
    "case_redone": "重办[，第 {round} 轮][，时限 {limit}][，协办{co}]",
    # the end
    "check_asked": "交{checker}核查",
    "check_recorded": "核查{passed?通过:不通过，返工}",
    "case_closed": "{in_time?按期:超期}结案",
    "callback_recorded": "[第 {round} 轮]回访：{outcome}",
    "case_explained": "解释结案[，{leader}同意][，依据：{basis}]",
    "case_voided": "作废[：{reason}]",
    "case_reopened": "复开",
    "note_added": "备注",
    "case_undone": "撤销：{undid}[，已告知{told}]",
    "officer_recused": "{officer}回避[：{relation}]",
    "alarm_acknowledged": "确认警报：{alarm}",
    # sub-dockets
    "docket_opened": "立子卷：{of}[，文号 {decision}]",
    "docket_reported": "子卷已报告或决定[：{of}]{late?（超过时限）:}",
    "docket_extended": "子卷延期[，至 {limit_on}]",
    "docket_closed": "子卷结束：{outcome}",
    # the room
    "street_founded": "建立街道数据",
    "seat_taken": "坐席 {seat} 换人",
    "team_status_set": "{subject}：{status}",
    "team_status_undone": "撤销{subject}的状态变更",
    "officer_shift_set": "{subject}{on_shift?上岗:离岗}",
    "person_shift_set": "{subject}{on_shift?上岗:离岗}",
    "password_set": "{subject}{first?设置:更换}密码{once?（一次性口令）:}",
    "person_barred": "{subject}被停用登录",
    "person_locked": "{subject}连错 {failures} 次密码，已锁定",
    "person_unlocked": "{subject}解除锁定",
    "phone_revealed": "查看诉求人电话[：{reason}]",
    "complainant_purged": "清除诉求人信息[，依据：{basis}]",
    **ANSWER_STORIES,
    **SHIFT_STORIES,
    **WHISTLE_STORIES,
    **TIER_STORIES,
    **JOINT_STORIES,
    **TABLE_STORIES,
}
"""Sentences by kind. {field} is a fact; [..] is left out when a fact in it is missing;
{field?yes:no} chooses by truth."""

_OPTION = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)(?:\?([^:{}]*):([^{}]*))?\}")
_CODES = {"outcome": ("rating", "outcome"), "alarm": ("alarm",)}
_IDS = frozenset({"subject", "first", "into", "notify", "team", "approved_by", "told"})
_EMPTY: tuple[object, ...] = (None, "", (), [])


def story(entry: Entry, names: Mapping[str, str]) -> str:
    """One line: what happened, and for whom by which channel if it was entered on behalf.

    `names` gives names by id (names_of). An unknown kind is shown as its code.
    """
    text = sentence(entry.kind, {"subject": entry.subject, **entry.facts}, names)
    if entry.behalf is None:
        return text
    by = lookup(Channel, entry.channel) if entry.channel else ""
    told = say("代{person}录入").format(person=named(entry.behalf, names))
    return text + bracketed(told + (say("，") + by if by else ""))


def sentence(kind: str, facts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The sentence of a kind with these facts, without who did it."""
    template = STORIES.get(kind)
    if template is None:
        return say("其他记录（{kind}）").format(kind=kind)
    kept = _OPTION.sub(lambda part: _kept(part[1], facts, names), say(template))
    text = _FIELD.sub(lambda found: _value(found, facts, names), kept)
    return text.replace("：，", "：").rstrip("：，") or kind


def _kept(part: str, facts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    fields = [found[1] for found in _FIELD.finditer(part)]
    if any(facts.get(field) in _EMPTY for field in fields):
        return ""
    return "" if "into" in fields and facts["into"] not in names else part


def _value(found: re.Match[str], facts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    field, value = found[1], facts.get(found[1])
    if found[2] is not None:
        return found[2] if value else found[3]
    if field in _CODES:
        return _code(field, str(value or "—"))
    if field in _IDS:
        return named(value, names)
    if field == "source":
        return lookup(Source, str(value))
    if field == "of":
        return lookup(DocketKind, str(value))
    if field == "undid":
        return sentence(str(value), {"in_time": True}, names)
    if field == "watch":
        return listed(lookup(Watch, str(one)) for one in value or ())
    if field == "joint_kind":
        return lookup(JointKind, str(value))
    if field == "overruled":
        return reasons("DispatchCase").get(str(value), str(value))
    if field in ("reason", "relation", "basis"):
        return reason(value)
    return value_text(field, value, names)


def _code(field: str, value: str) -> str:
    for table in _CODES[field]:
        said = code(table, value)
        if said != value:
            return said
    return value
