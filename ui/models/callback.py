"""Rows of the call-back queue and of supervision orders: pure functions over answers and time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from commandcenter.domain.clock import Lamp, lamp
from commandcenter.services.callback_views import CallbackLine, Callbacks, Promised, RedoLine
from commandcenter.services.masking import mask_phone
from commandcenter.services.order_views import OrderView
from ui import words
from ui.models.items import Choice
from ui.words import say
from ui.words.answer_texts import owed
from ui.words.script_texts import asked

TONES = {Lamp.RED: "lamp_red", Lamp.YELLOW: "lamp_yellow", Lamp.GREEN: "text"}
Names = Mapping[str, str]


class Fact(NamedTuple):
    """One line beside the caller: what it is, its text, a colour token."""

    head: str
    text: str
    tone: str = "text"


def closed(found: Callbacks, now: datetime) -> Callbacks:
    """The queue as the Desk masks it: a telephone shown until now (UTC) or before is hidden."""
    lines = tuple(_closed(one, now) for one in found.lines)
    return found if lines == found.lines else replace(found, lines=lines)


def _closed(line: CallbackLine, now: datetime) -> CallbackLine:
    caller = line.caller
    if caller is None or caller.open_until is None or caller.open_until > now:
        return line
    hidden = replace(caller, phone=mask_phone(caller.phone), revealed=False, open_until=None)
    return replace(line, caller=hidden)


def rows(found: Callbacks, names: Names, now: datetime) -> list[Choice]:
    """Who is to be called, by due; then what unsatisfied answers left to do."""
    calling = [_calling(one, names, now) for one in found.lines]
    return [*calling, *(_redo(one, names) for one in found.redo)]


def _calling(line: CallbackLine, names: Names, now: datetime) -> Choice:
    marks = [] if line.counted else [say("不计入考核")]
    left = words.time_left(now, line.due) if line.due else ""
    head = _head(line, names, marks)
    where = (tries(line, now), line.place, names.get(line.lead_unit or "", ""), _phone(line))
    tone = "dim" if line.again_on else TONES[_lamp(line, now)]
    return Choice(line.case, f"{left}  {head}".strip(), _joined(where), line, tone)


def _redo(line: RedoLine, names: Names) -> Choice:
    head = say("待重办") + "  " + _head(line, names, [])
    told = say("不满意：{words}").format(words=_flat(line.said)) if line.said else ""
    what = owed(line.owed)
    next_ = say("欠{what}").format(what=what) if what else say("可以重办")
    return Choice(line.case, head, _joined((next_, line.place, told)), line, "warning")


def _head(line: CallbackLine | RedoLine, names: Names, marks: list[str]) -> str:
    rounds = [say("第{n}轮").format(n=line.rounds)] if line.rounds > 1 else []
    drill = [say("演练")] if line.drill else []
    item = names.get(line.item, line.item)
    return " · ".join([f"{words.short_number(line.number)} {item}", *drill, *rounds, *marks])


def _lamp(line: CallbackLine, now: datetime) -> Lamp:
    if line.due is None or line.yellow is None:
        return Lamp.GREEN
    return lamp(now, line.due, line.yellow)


def _phone(line: CallbackLine) -> str:
    """Always masked: a list is read over one's shoulder."""
    return words.masked_phone(line.caller.phone if line.caller else None)


def tries(line: CallbackLine, now: datetime) -> str:
    """已试 2 天（09-29、09-30），明天再拨; "" before the first vain try."""
    if not line.tried:
        return ""
    days = words.listed(f"{one:%m-%d}" for one in line.tried)
    text = say("已试 {n} 天（{days}）").format(n=len(line.tried), days=days)
    return text + (
        say("，{day} 再拨").format(day=f"{line.again_on:%m-%d}") if line.again_on else ""
    )


def counts(found: Callbacks, now: datetime) -> str:
    """待回访 3（超 1，今日已试 1）· 待重办 1."""
    late = sum(_lamp(one, now) is Lamp.RED for one in found.lines)
    tried = sum(one.again_on is not None for one in found.lines)
    inside = [say("超 {n}").format(n=late)] if late else []
    inside += [say("今日已试 {n}").format(n=tried)] if tried else []
    text = say("待回访 {n}").format(n=len(found.lines))
    text += words.bracketed(say("，").join(inside)) if inside else ""
    redo = say("待重办 {n}").format(n=len(found.redo)) if found.redo else ""
    return _joined((text, redo))


def facts(line: CallbackLine | RedoLine, names: Names, now: datetime) -> list[Fact]:
    """What the seat must know while speaking."""
    unit = names.get(line.lead_unit or "", "")
    if isinstance(line, RedoLine):
        found = [Fact(say("承办"), unit)]
        found += [Fact(say("诉求人"), _flat(line.said), "warning")] if line.said else []
        what = owed(line.owed)
        return [*found, Fact(say("欠办"), what, "danger")] if what else found
    found = [Fact(say("承办"), _joined((unit, _flat(line.done))))]
    if line.said:
        found.append(Fact(say("上轮"), _flat(line.said), "warning"))
    found += [Fact(say("承诺"), *_promise(one, now)) for one in line.promised]
    told = tries(line, now)
    found += [Fact(say("拨打"), told, "warning")] if told else []
    if not line.counted:
        found.append(Fact(say("考核"), say("执法、调解类：满意度只显示，不计入考核"), "dim"))
    return found


def _promise(one: Promised, now: datetime) -> tuple[str, str]:
    text = f"{_flat(one.words)} {words.clock_text(one.by_when, now)}".strip()
    if one.kept:
        return f"✓ {text}", "dim"
    late = one.by_when < now
    return (f"▲ {text}" if late else text), ("danger" if late else "text")


def script(line: CallbackLine) -> list[Choice]:
    """The lines to ask, by their place."""
    return [Choice(str(n), asked(one)) for n, one in enumerate(line.script)]


def told(line: CallbackLine, ticks: Mapping[str, str], typed: str) -> str:
    """What is written down: the answered questions, then the seat's own words."""
    answers = {"yes": say("是"), "no": say("否")}
    asked_ = [
        f"{answers[ticks[str(n)]]} · {asked(one)}"
        for n, one in enumerate(line.script)
        if str(n) in ticks
    ]
    return "\n".join([*asked_, *([typed.strip()] if typed.strip() else [])])


def order_rows(orders: Iterable[OrderView], names: Names, now: datetime) -> list[Choice]:
    """Open orders, what is latest first."""
    return [_order(one, names, now) for one in orders]


def _order(one: OrderView, names: Names, now: datetime) -> Choice:
    late = one.order.late_at(now)
    left = ("▲ " if late else "") + words.time_left(now, one.order.due)
    item = names.get(one.item, one.item)
    unit = names.get(one.order.unit or one.lead_unit or "", say("未派单位"))
    drill = [say("演练")] if one.drill else []
    number = words.short_number(one.number)
    head = " · ".join([f"{left}  {number} {item}", unit, *drill])
    note = _joined((_flat(one.words), one.place))
    return Choice(one.order.id, head, note, one, "lamp_red" if late else "text")


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())
