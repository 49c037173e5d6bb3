"""How long a step of a case took, in words: its name, time used against its limit, what is left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from commandcenter.domain.course import Leg, Step
from commandcenter.domain.limits import ClockKind
from commandcenter.domain.request import RequestKind
from commandcenter.domain.upcoming import Upcoming
from ui.words.names import bracketed, lookup, say, word
from ui.words.times import HOUR, MINUTE, limit_text, span_text

LEGS = {
    Step.FILE: "受理",
    Step.VERIFY: "核实",
    Step.DISPATCH: "派遣",
    Step.SIGN: "签收",
    Step.ARRIVE: "到场",
    Step.HANDLE: "处置",
    Step.REVIEW: "挂账",
    Step.HAND_BACK: "区级",
    Step.SEND_TO_CHECK: "待送核查",
    Step.CHECK: "核查",
    Step.CLOSE: "待结案",
    Step.CALLBACK: "回访",
    Step.CONTACT: "联系",
    Step.WHOLE: "全案",
}
NEXT = {
    "file": "立案",
    "verify": "核实",
    "dispatch": "派遣",
    "sign": "签收",
    "arrive": "到场",
    "handle": "反馈",
    "review": "复查恢复",
    "hand_back": "交回",
    "send_to_check": "送核查",
    "check": "核查",
    "close": "结案",
    "callback": "回访",
    "contact": "联系诉求人",
    "redo": "重办",
    "decide": "审批",
    "admit": "准入审批",
}
OVER, WITHIN, RUNS, STANDS = "■", "✓", "➤", "‖"
"""A sign doubles each colour: over its limit, within it, running, its clock standing."""
SHORT = 100 * MINUTE


def leg_name(leg: Leg) -> str:
    """What the step is called: 签收; a later round's with its number: 全案·第 2 轮."""
    name = say(LEGS[leg.step])
    return name + say("·第 {n} 轮").format(n=leg.number) if leg.number > 1 else name


def clock_span(span: timedelta, kind: ClockKind = ClockKind.CALENDAR) -> str:
    """35分, 3:20 (hours:minutes); days only where they have 24 h: a working day has none."""
    seconds = abs(int(span.total_seconds()))
    if seconds < SHORT:
        return say("{n}分").format(n=seconds // MINUTE)
    if kind is ClockKind.WORKING:
        return f"{seconds // HOUR}:{seconds % HOUR // MINUTE:02d}"
    return span_text(seconds)


def _marked(span: timedelta, kind: ClockKind) -> str:
    """65分工时: the head counts on the wall's clock, which goes on over noon and night."""
    text = clock_span(span, kind)
    return say("{span}工时").format(span=text) if kind is ClockKind.WORKING else text


def leg_mark(leg: Leg) -> tuple[str, str]:
    """The sign of how it stands, and the colour's token."""
    if leg.standing:
        return STANDS, "warning"
    if leg.late:
        return OVER, "lamp_red"
    if leg.runs:
        yellow = leg.lamp is not None and leg.lamp.value == "yellow"
        return RUNS, "lamp_yellow" if yellow else "accent"
    return WITHIN, "ok"


def leg_state(leg: Leg) -> str:
    """The one thing to know: 超 35分, 剩 12分, 停走, or what it used: 8分."""
    if leg.standing:
        return say("停走")
    if leg.late:
        over = timedelta(0) if leg.left is None else -leg.left
        if over < timedelta(minutes=1):
            return say("超时")
        return say("超 {span}").format(span=_marked(over, leg.kind))
    if leg.runs and leg.left is not None:
        return say("剩 {span}").format(span=_marked(leg.left, leg.kind))
    used = clock_span(leg.used, leg.kind)
    return say("已 {span}").format(span=used) if leg.runs else used


def leg_text(leg: Leg) -> str:
    """签收 用 45分／限 1 个工作小时（工作时间），超 35分，另停走 30分不计."""
    used = clock_span(leg.used, leg.kind)
    if leg.allowed is None:
        told = say("{name} 用 {used}").format(name=leg_name(leg), used=used)
    else:
        limit = limit_text(leg.limit) if leg.limit else clock_span(leg.allowed, leg.kind)
        told = say("{name} 用 {used}／限 {limit}").format(
            name=leg_name(leg), used=used, limit=limit
        )
    if leg.kind is ClockKind.WORKING:
        told += bracketed(say("工作时间"))
    parts = [told]
    if leg.late or leg.standing or (leg.runs and leg.left is not None):
        parts.append(leg_state(leg))
    if leg.apart >= timedelta(minutes=1):
        parts.append(say("另停走 {span}不计").format(span=clock_span(leg.apart, leg.kind)))
    return say("，").join(parts)


def next_name(one: Upcoming) -> str:
    """What is to be done: 签收, 审批退单."""
    name = say(NEXT.get(one.step, one.step))
    return name + lookup(RequestKind, one.of) if one.of else name


def next_who(one: Upcoming, names: Mapping[str, str]) -> str:
    """By whom: 综合执法队 社会面组, a person's name, or the role: 值班长."""
    if one.person:
        return names.get(one.person, one.person)
    if one.unit:
        found = [names.get(key, key) for key in (one.unit, one.team) if key]
        return " ".join(found)
    return word(one.role) if one.role is not None else ""


__all__ = [
    "LEGS",
    "NEXT",
    "clock_span",
    "leg_mark",
    "leg_name",
    "leg_state",
    "leg_text",
    "next_name",
    "next_who",
]
