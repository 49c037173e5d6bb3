"""An entry of the journal as one sentence of the case's story, made from its facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from commandcenter.domain.case import Source
from commandcenter.domain.journal import Entry
from commandcenter.domain.roles import Channel
from ui.words.names import code, lookup, named, say
from ui.words.reasons import reason
from ui.words.refusals import value_text
from ui.words.times import distance, limit_text

STORIES: dict[str, str] = {
    # intake
    "case_reported": "上报[（{source}）]：[{item}][，{place}][，网格{grid}]",
    "case_merged": "并入案卷 {into}",
    "verification_asked": "交{verifier}核实",
    "verification_recorded": "核实结果：{found?现场属实:现场不存在}",
    "case_refused": "不予受理[：{reason}]",
    "case_self_handled": "网格员自处理，已编号转核查",
    "case_handed_over": "移交 {service}[，{reject?不再立案:仍由街道跟进}]",
    "case_filed": "立案[，编号 {number}][，级别{level}][，{due} 到期]",
    "case_corrected": "更正[：事项{item}][，级别{level}][，地点{place}]"
    "[，网格{grid}][，新到期 {due}]",
    "case_imported": "导入历史案卷[，{state}]",
    "imported": "导入历史案卷[，{state}]",
    # dispatch and handling
    "case_dispatched": "派遣{lead_unit}主办[（{kind}）][，队伍{team}][，人员{officers}]"
    "[，协办{co_units}][，知会{notify}][，{approved_by}批准][，说明{reasons}]",
    "case_recalled": "撤回改派[：{reason}]",
    "task_signed": "[{unit}]签收",
    "task_declined": "[{unit}]谢绝协办[：{reason}]",
    "task_departed": "[{unit}]出发[，执法证件{certificates_ready?已备:未备}]"
    "[，执法记录仪 {recorder}]",
    "task_arrived": "[{unit}]到场",
    "task_finished": "[{unit}]协办完成",
    "task_waived": "[{unit}]免办[：{reason}]",
    "video_linked": "已关联执法视频[ {video}]",
    "task_linked": "已关联执法视频[ {video}]",
    "request_asked": "申请{kind}[：{reason}][，建议改派{proposed_unit}][，延长 {limit}]"
    "[，复查日 {review_on}]",
    "request_decided": "[{kind}]申请{approve?获准:未获准}[，新到期 {due}]",
    "case_resumed": "恢复处置[，新到期 {due}]",
    "case_escalated": "上报区级[：{reason}]",
    "case_handed_back": "区级交回[，新到期 {due}]",
    "contact_recorded": "已联系诉求人",
    "case_updated": "现场情况更新",
    "feedback_given": "[{unit}]反馈办结",
    "case_urged": "催办",
    "case_supervised": "督办[，{due} 前答复]",
    "supervision_answered": "答复督办",
    "consultation_recorded": "会商[，{units}参加]",
    "case_redone": "重办[，级别{level}][，时限 {limit}][，协办{co_units}][，新到期 {due}]",
    # the end
    "case_sent_to_check": "交{checker}核查",
    "check_recorded": "核查{passed?通过:不通过，返工}",
    "case_closed": "结案",
    "callback_recorded": "回访：{outcome}",
    "close_explained": "解释结案[，{leader}同意][，依据：{basis}]",
    "case_explained": "解释结案[，{leader}同意][，依据：{basis}]",
    "case_voided": "作废[：{reason}]",
    "case_reopened": "复开[，新到期 {due}]",
    "note_added": "备注",
    "case_undone": "撤销上一步[（{undone}）]",
    "officer_recused": "{officer}回避[：{relation}]",
    "alarm_acknowledged": "确认警报：{alarm}",
    # sub-dockets
    "docket_opened": "立子卷：{kind}[，文号 {decision}][，{limit_on} 到期]",
    "docket_reported": "子卷已向负责人报告",
    "docket_extended": "子卷延期[，文号 {decision}][，{limit_on} 到期]",
    "docket_closed": "子卷结束：{outcome}",
    # the room
    "seat_taken": "坐席 {seat} 换人",
    "team_status_set": "{team}：{status}",
    "team_status_undone": "撤销{team}的状态变更",
    "officer_shift_set": "{officer}{on_shift?上岗:离岗}",
    "person_shift_set": "{person}{on_shift?上岗:离岗}",
    "position_reported": "位置更新",
    "phone_revealed": "查看诉求人电话[：{reason}]",
    "complainant_purged": "清除诉求人信息[，依据：{basis}]",
    # by the clock
    "review_came": "挂账复查日到，自动恢复",
    "suspension_ended": "挂账复查日到，自动恢复",
    "lamp_turned": "{alarm}",
}
"""Sentences by kind. {field} is a fact; [..] is left out when a fact in it is missing;
{field?yes:no} chooses by truth."""

_OPTION = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)(?:\?([^:{}]*):([^{}]*))?\}")
_CODES = {
    "outcome": ("rating", "outcome"),
    "alarm": ("alarm",),
    "rating": ("rating",),
    "close_kind": ("close_kind",),
    "relation": (),
}
_EMPTY: tuple[object, ...] = (None, "", (), [])


def story(entry: Entry, names: Mapping[str, str]) -> str:
    """One line: what happened, and for whom by which channel if it was entered on behalf.

    `names` gives names by id (names_of). An unknown kind is shown as its code.
    """
    text = sentence(entry.kind, entry.facts, names)
    if entry.behalf is None:
        return text
    by = lookup(Channel, entry.channel) if entry.channel else ""
    told = say("代{person}录入").format(person=named(entry.behalf, names))
    return f"{text}（{told}{'，' + by if by else ''}）"


def sentence(kind: str, facts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The sentence of a kind with these facts, without who did it."""
    template = STORIES.get(kind)
    if template is None:
        return say("其他记录（{kind}）").format(kind=kind)
    kept = _OPTION.sub(lambda part: _kept(part[1], facts), say(template))
    text = _FIELD.sub(lambda found: _value(found, facts, names), kept)
    return text.replace("：，", "：").rstrip("：，") or kind


def _kept(part: str, facts: Mapping[str, Any]) -> str:
    fields = [found[1] for found in _FIELD.finditer(part)]
    return "" if any(facts.get(field) in _EMPTY for field in fields) else part


def _value(found: re.Match[str], facts: Mapping[str, Any], names: Mapping[str, str]) -> str:
    field, value = found[1], facts.get(found[1])
    if found[2] is not None:
        return found[2] if value else found[3]
    if field in _CODES:
        return _code(field, str(value or "—"))
    if field == "source":
        return lookup(Source, str(value))
    if field in ("notify", "team", "into", "undone"):
        return _by_id(field, value, names)
    if field == "reason":
        return reason(value)
    if field == "reasons":
        return _reasons(value)
    if field == "limit":
        return limit_text(value)
    if field == "metres":
        return distance(value)
    return value_text(field, value, names)


def _by_id(field: str, value: object, names: Mapping[str, str]) -> str:
    if field == "undone":
        return sentence(str(value), {}, names)
    return named(value, names)


def _code(field: str, value: str) -> str:
    for table in _CODES[field]:
        said = code(table, value)
        if said != value:
            return said
    return reason(value)


def _reasons(value: object) -> str:
    if isinstance(value, Mapping):
        return "、".join(str(one) for one in value.values())
    if isinstance(value, list | tuple):
        parts = [one[-1] if isinstance(one, list | tuple) else str(one) for one in value]
        return "、".join(str(part) for part in parts)
    return str(value)
