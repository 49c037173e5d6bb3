"""Why a team may go or may not, and what is missing in the room: codes as words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import TaskKind
from ui.words.names import TEAM_KINDS, listed, lookup, say
from ui.words.refusals import fill
from ui.words.sending_texts import LEFT_OUT
from ui.words.times import distance

REASON_WORDS: dict[str, str] = {
    "arrives": "约 {value} 分到",
    "road": "沿路 {value}",
    "distance": "按直线折算 {value}",
    "distance_unknown": "位置不明",
    "no_road": "路网不通",
    "pace_vehicle": "乘车",
    "pace_foot": "步行",
    "free": "空闲",
    "busy": "正忙（{value}）",
    "load": "在办 {value} 件",
    "wait": "约 {value} 分后空出",
    "drilling": "正在演练，可随时转真",
    "certified": "有效证件 {value}",
    "few_officers": "▲ 证件 {value}，少于处置卡所要",
    "power": "有此职权",
    "no_power": "▲ 没有此职权",
    "card_power_missing": "没有处置卡要的职权：{value}",
    "other_unit": "非主办单位",
    "other_kind": "{value}队，不是处置卡要的",
    "fresh_position": "位置 {value} 分前",
    "stale_position": "▲ 位置已旧（{value} 分前）",
    "equipment": "有{value}",
    "equipment_missing": "▲ 缺{value}",
}

EXCLUDED_WORDS: dict[str, str] = {
    "off": "已离岗",
    "resting": "休息中",
    "nobody_on_shift": "无在岗人员",
    "other_matter": "不是本事项的单位",
    "too_few_certified": "有效证件不足两名（现有 {value} 名）",
    "no_power": "没有此职权",
    "recused": "应回避后证件不足",
}

SHORTFALL_WORDS: dict[str, str] = {
    "no_team": "没有任何队伍",
    "no_place": "案卷没有地点，无法算路程",
    "no_power_listed": "没有单位对本事项有{value}职权：可吹哨或移送",
    "all_excluded": "没有本事项的队伍可派（{value} 支都不行）",
    "all_resting": "有职权的队伍都在休息（{value} 支）",
    "all_off": "有职权的队伍都已离岗（{value} 支）",
    "nobody_on_shift": "{value} 支队伍无在岗人员",
    "all_recused": "可去的人员都应回避（{value} 支）",
    "too_few_certified": "一队之中持证人员在岗最多 {value} 人，检查、查处需 2 人",
    "officers_short": "持证人员在岗最多 {value} 人，少于处置卡所要",
    "all_busy": "{value} 支可派队伍都在忙",
    "positions_unknown": "没有队伍位置（{value}）",
    "positions_stale": "队伍位置都已旧（{value}）",
    "equipment_missing": "可派队伍都没有{value}",
    "crews_short": "处置卡所要队伍不足，缺 {value}",
    "all_taken": "能去的 {value} 支队伍都先给了更急的案卷",
}

_KINDS_OF_TASK = frozenset({"card_power_missing", "no_power_listed"})
_METRES = frozenset({"distance", "road"})
_THINGS = frozenset({"equipment", "equipment_missing"})


def candidate_reason(code: str, value: str, names: Mapping[str, str]) -> str:
    """Why a team stands where it stands in the ranking."""
    return _pair(REASON_WORDS, code, value, names)


def minutes_text(minutes: float | None) -> str:
    """6 分, ? 分 where the way is not known."""
    return say("{n} 分").format(n="?" if minutes is None else round(minutes))


def why_text(pairs: Iterable[tuple[str, str]], names: Mapping[str, str]) -> str:
    """The reasons of a place in one line; the minutes stand elsewhere."""
    return " · ".join(candidate_reason(*pair, names) for pair in pairs if pair[0] != "arrives")


def candidate_excluded(code: str, value: str, names: Mapping[str, str]) -> str:
    """Why a team may not go."""
    return _pair(EXCLUDED_WORDS, code, value, names)


def shortfall(code: str, value: str, names: Mapping[str, str]) -> str:
    """What is missing for a case in the whole room."""
    return _pair(SHORTFALL_WORDS, code, value, names)


def left_out(code: str) -> str:
    """Why a case takes no part in a plan for several."""
    return say(LEFT_OUT.get(code, code))


def team_kind(kind: str) -> str:
    """The word of a kind of team; the code itself when the street made one of its own."""
    return say(TEAM_KINDS.get(kind, kind))


def _pair(table: dict[str, str], code: str, value: str, names: Mapping[str, str]) -> str:
    return fill(table.get(code, code), {"value": _said(code, value)}, names)


def _said(code: str, value: str) -> str:
    """What stands behind a code, in words."""
    if code in _METRES:
        return distance(float(value))
    if code == "busy":
        return lookup(TeamStatus, value)
    if code == "other_kind":
        return team_kind(value)
    if code in _THINGS:
        return listed(value.split(","))
    if code in _KINDS_OF_TASK:
        return listed(lookup(TaskKind, one) for one in value.split(","))
    if code == "crews_short":
        return listed(_short(one) for one in value.split(","))
    return value


def _short(one: str) -> str:
    kind, _, number = one.partition(":")
    return say("{kind} {n} 队").format(kind=team_kind(kind), n=number)
