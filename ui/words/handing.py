"""A handover in words: signs of change, next steps, what is owed and promised, how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from commandcenter.domain.handover import HandoverState, Mark, Party, Promise
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.handover_views import HandoverItemView, HandoverParts
from ui.words.names import code, lookup, say, word
from ui.words.times import stamp

SIGNS = {Mark.NEW: "＋", Mark.CHANGED: "±", Mark.SAME: "＝"}
"""A sign doubles the word of each mark."""
STEPS = {
    "file": "立案",
    "verify": "核实",
    "dispatch": "派遣",
    "sign": "签收",
    "handle": "处置",
    "review": "到日复查",
    "hand_back": "等区级交回",
    "send_to_check": "送核查",
    "check": "核查",
    "callback": "回访",
    "close": "结案",
}
OWED = {
    "supervision": "督办答复",
    "admission": "待准入",
    "callback": "待回访",
    "return": "退单待批",
    "extension": "延期待批",
    "suspension": "挂账待批",
    "void": "作废待批",
    "whistle_signed": "吹哨待签收",
    "whistle_contacted": "吹哨待联系",
    "whistle_checked_in": "吹哨待报到",
    "whistle_delivered": "吹哨待办结",
    "whistle_rating": "吹哨待互评",
    "consultation": "会商待召开",
    "consult_task": "会商任务待办",
}
CHANGED = {"owner": "归属", "due": "期限", "promise": "承诺", "late": "冻结后新增"}
THERE = {"person": "人员", "team": "队伍", "officer": "执法人员"}


def marked(mark: Mark) -> str:
    """＋新增, ±有变化, ＝无变化: since the last signed handover."""
    return SIGNS[mark] + word(mark)


def next_step(name: str | None) -> str:
    """What the case waits for."""
    return say(STEPS.get(name, name)) if name else "—"


def owed(kind: str) -> str:
    """What somebody owes the street, or the street somebody."""
    return say(OWED[kind]) if kind in OWED else code("owed", kind)


def mode_name(parts: HandoverParts) -> str:
    """平时, or 台风 Ⅲ级响应（演练）."""
    if parts.mode == "normal":
        return code("mode", "normal")
    level = lookup(Response, parts.level) if parts.level else ""
    text = f"{lookup(EventKind, parts.mode)} {level}".strip()
    return text + (say("（演练）") if parts.drill else "")


def state_name(state: HandoverState | None) -> str:
    """草稿 while nothing is frozen."""
    return say("草稿") if state is None else word(state)


def promises_of(text: str | None) -> str:
    """诉求人 10-16 12:00、领导 10-16 09:00, from what an item holds; "" without a promise."""
    found = []
    for one in (text or "").split("; "):
        party, _, rest = one.partition(" ")
        if rest:
            at = datetime.fromisoformat(rest.split(" ")[0])
            found.append(f"{lookup(Party, party)} {stamp(at)}")
    return say("、").join(found)


def promise_text(promise: Promise, words: str | None, units: Mapping[str, str]) -> str:
    """答应诉求人 10-16 12:00 前：中午前回电."""
    who = units.get(promise.unit or "", word(promise.party))
    told = words if words is not None else say("（内容已清除）")
    text = say("答应{who} {at} 前：{words}")
    return text.format(who=who, at=stamp(promise.by_when), words=told)


def differences(view: HandoverItemView, names: Mapping[str, str]) -> str:
    """Both states of what changed: 期限 10-16 10:00 → 10-16 12:00；归属 甲 → 乙; "" for none."""
    item, now = view.item, view.now
    if now is None:
        if item.was_owner is None and item.was_due is None and item.was_promised is None:
            return ""
        was = {"owner": item.was_owner, "due": item.was_due, "promise": item.was_promised}
        present = {"owner": item.owner, "due": item.due, "promise": item.promised}
    else:
        was = {"owner": item.owner, "due": item.due, "promise": item.promised}
        present = {"owner": now.owner, "due": now.due, "promise": now.promised}
    moved = [name for name in was if was[name] != present[name]]
    pairs = [
        f"{say(CHANGED[name])} {_value(name, was[name], names)} → "
        f"{_value(name, present[name], names)}"
        for name in moved
    ]
    return say("；").join(pairs)


def _value(name: str, value: object, names: Mapping[str, str]) -> str:
    if value is None:
        return say("（无）")
    if isinstance(value, datetime):
        return stamp(value)
    return promises_of(str(value)) if name == "promise" else names.get(str(value), str(value))


def verdict(good: bool | None) -> tuple[str, str]:
    """Whether hash and signatures hold, in words, and the colour's token."""
    if good is None:
        return say("？ 还没有签字，无可核验"), "dim"
    if good:
        return say("✓ 核验通过：内容未改，签字真实"), "ok"
    return say("✗ 核验不符：内容或签字被改动过，请报告管理员"), "danger"


def named_cases(items: Iterable[HandoverItemView]) -> dict[str, str]:
    """Number, or place before there is one, by case."""
    return {one.item.case: one.item.number or one.item.place for one in items}
