"""What the law says to a dispatch, in sentences; and why a team may go or may not."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.domain.law import BLOCK, WARNING, Finding
from ui.words.names import WORDS as _WORDS
from ui.words.names import lookup, named, say, short_number
from ui.words.refusal_texts import FINDINGS
from ui.words.refusals import fill, value_text
from ui.words.times import distance

REASON_WORDS: dict[str, str] = {
    "default_unit": "事项默认主办",
    "lead_unit": "事项默认主办",
    "power": "有此职权",
    "free": "空闲",
    "certified": "有效证件 {value} 名",
    "certificates": "有效证件 {value} 名",
    "load": "在办 {value} 件",
    "near": "距离 {value}",
    "distance": "距离 {value}",
    "metres": "距离 {value}",
    "position_old": "位置已旧",
    "no_position": "位置不明",
    "designated": "指定单位",
    "joint": "联合执法队",
    "proposed": "退单建议单位",
    "same_grid": "在同一网格",
}

EXCLUDED_WORDS: dict[str, str] = {
    "off": "已离岗",
    "off_shift": "已离岗",
    "busy": "有任务在身",
    "on_task": "有任务在身",
    "no_power": "没有此职权",
    "two_certificates": "有效证件不足两名（现有 {value} 名）",
    "certificates": "有效证件不足两名（现有 {value} 名）",
    "recused": "有人应回避",
    "returned": "已退单",
    "returned_before": "已退过单",
    "no_officers": "无在岗人员",
    "other_unit": "不是所选单位的队伍",
    "collector": "是上报人（采办分离）",
}

REMINDERS: dict[str, str] = {
    "crime_transfer": "涉嫌犯罪：3 日内决定是否移送，决定后 24 小时内移送",
    "docket_report_due": "查封扣押当场实施的，24 小时内向负责人报告",
    "report_docket": "查封扣押当场实施的，24 小时内向负责人报告",
    "docket_open": "子卷未结，仍在计时",
    "docket_limit": "子卷期限临近，请依法处理",
    "video_missing": "到场 24 小时内要上传执法记录仪视频",
    "link_video": "到场 24 小时内要上传执法记录仪视频",
    "contact": "24 小时内联系诉求人",
    "contact_due": "24 小时内联系诉求人",
    "supervision": "督办待答复",
    "consultation": "应当会商",
    "redo": "诉求人不满意，应当重办",
    "hand_over": "涉及 110、119、120、122，应立即移交",
    "review": "挂账复查日已到",
    "reporter_secret": "上报人信息不得告知被反映单位",
}

_SEVERITIES = {BLOCK: "禁止", WARNING: "须说明理由"}


def finding(found: Finding, names: Mapping[str, str]) -> str:
    """行政处罚法42：应有不少于两名…: the article and what the rule is, with its values."""
    text = FINDINGS.get(found.code)
    if text is None:
        text = "法定条件不符（代码 " + found.code + "）"
    return f"{found.article}：{fill(text, dict(found.values), names)}"


def severity(found: Finding) -> str:
    """禁止, 须说明理由 or 提示."""
    return say(_SEVERITIES.get(found.severity, "提示"))


def candidate_reason(code: str, value: str, names: Mapping[str, str]) -> str:
    """Why a team stands where it stands in the ranking."""
    return _pair(REASON_WORDS, code, value, names)


def candidate_excluded(code: str, value: str, names: Mapping[str, str]) -> str:
    """Why a team may not go; a law's finding code is read from the findings."""
    return _pair(EXCLUDED_WORDS, code, value, names)


def reminder(code: str) -> str:
    """What the desk reminds of in a case; `code` may carry a value after a colon."""
    key, _, value = code.partition(":")
    text = say(REMINDERS.get(key, key))
    return f"{text}（{value_text('', value, {})}）" if value else text


def _pair(table: dict[str, str], code: str, value: str, names: Mapping[str, str]) -> str:
    if code not in table:
        return fill(FINDINGS.get(code, code), {"value": value}, names)
    if code in ("near", "distance", "metres") and value.replace(".", "", 1).isdigit():
        value = distance(float(value))
    text = fill(table[code], {"value": value}, names)
    if "{value}" in table[code] or not value or value in ("True", "1"):
        return text
    return f"{text}（{_shown(code, value, names)}）"


def _shown(code: str, value: str, names: Mapping[str, str]) -> str:
    if value.isdigit() and len(value) > 8:
        return short_number(value)
    for kind in _WORDS:
        if kind.__name__ == "TeamStatus" and value in _WORDS[kind]:
            return lookup(kind, value)
    return named(value, names)
