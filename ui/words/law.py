"""What the law says to a dispatch, in sentences; and what the desk reminds of."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.domain.law import BLOCK, WARNING, Finding
from ui.words.answer_texts import ANSWER_REMINDERS
from ui.words.names import article, say
from ui.words.refusal_texts import FINDINGS
from ui.words.refusals import fill

REMINDERS: dict[str, str] = {
    "crime_transfer": "涉嫌犯罪：3 日内决定是否移送，决定后 24 小时内移送",
    "video_wanted": "到场 24 小时内要关联执法记录仪视频",
    "video_late": "执法记录仪视频已超过 24 小时未关联",
    "owed_supervision": "两次回访不满意：必须督办",
    "owed_consultation": "两次回访不满意：必须会商",
    "redo_wanted": "诉求人不满意：应当重办",
    "docket_open": "案卷已结，子卷未结，仍在计时",
    "answer_sources": "有 {value} 件并入本案，结果要逐一答复来源",
    **ANSWER_REMINDERS,
}

_SEVERITIES = {BLOCK: "禁止", WARNING: "须说明理由"}


def finding(found: Finding, names: Mapping[str, str]) -> str:
    """行政处罚法42：应有不少于两名…: the article and what the rule is, with its values."""
    text = FINDINGS.get(found.code)
    if text is None:
        text = say("法定条件不符（代码 {code}）").format(code=found.code)
    return article(found.article) + say("：") + fill(text, dict(found.values), names)


def severity(found: Finding) -> str:
    """禁止, 须说明理由 or 提示."""
    return say(_SEVERITIES.get(found.severity, "提示"))


def reminder(code: str) -> str:
    """What the desk reminds of in a case; `code` may carry a value after a colon."""
    key, _, value = code.partition(":")
    return fill(REMINDERS.get(key, key), {"value": value}, {})
