"""What the line says: what Enter will do, what is missing or not understood, what was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.case import ENDED, CaseState
from commandcenter.domain.commands import Behalf
from commandcenter.domain.journal import Entry
from commandcenter.domain.refusal import Refusal
from commandcenter.services.moves import WHERE
from commandcenter.services.views import CaseLine, CaseView
from ui import words as w
from ui.actions import Action, Field, FieldKind, Room
from ui.actions.fields import said
from ui.line.behalf import Fault
from ui.line.filling import Filled
from ui.line.grammar import Reading

MOST_NAMED = 6
MOST_STATES = 4
SHOWN_TEXT = 24


def say(text: str) -> str:
    """A sentence of the line in the language of the screen."""
    return QCoreApplication.translate("Line", text)


def of_reading(reading: Reading) -> str:
    """Why the words are no command yet."""
    texts = {
        "no_verb": say("不明白“{word}”：没有动作，写一个动作如 派、催、签"),
        "many_verbs": say("“{word}”可指 {verbs}：再写一个字"),
        "two_verbs": say("{word} 都是动作：只能有一个，文字请放在“：”后面"),
        "no_case": say("没有尾号 {word} 的案卷"),
        "many_cases": say("{word} 不止一件：请选一件，或多写几位"),
        "two_cases": say("{word} 都是案号：一次一件；是字段请写 字段=值"),
    }
    verbs = w.listed(one.label for one in reading.verbs[:MOST_NAMED])
    return texts[reading.fault].format(word=reading.about, verbs=verbs)


def of_fault(fault: Fault) -> str:
    """What is wrong with one word."""
    among = w.listed(label for _, label in fault.among[:MOST_NAMED])
    texts = {
        "unknown": say("不明白“{word}”"),
        "ambiguous": say("“{word}”可指 {among}：再写一个字"),
        "which_field": say("“{word}”不知是{among}：请写 字段=值"),
        "twice": say("{name}只能有一个，“{word}”是多的"),
        "value": say("“{word}”不是{name}"),
        "no_field": say("没有叫“{word}”的字段"),
        "no_text": say("这个动作没有文字可填：“{word}”"),
        "form": say("{name}请在表单里填：Ctrl+Enter"),
        "nobody": say("没有可代录的人：请先确定由谁办理"),
        "other_unit": say("{name}不是{word}的；请它协办写 协办={word}"),
        "no_teams": say("现在没有可派队伍的资料：“{word}”写不了"),
        "excluded": say("{word} 不可派：{name}"),
    }
    return texts[fault.code].format(word=fault.word, name=fault.name, among=among)


def lost(why: Refusal) -> str:
    """Nobody was there to answer a question; it is put again, and an Enter is not."""
    texts = {
        "no_link": say("连接中断，现在查不到"),
        "database_away": say("数据库暂时连不上，现在查不到"),
        "busy": say("数据库正忙，现在查不到"),
        "too_fast": say("请求太快，现在查不到"),
    }
    return joined((texts[why.code], say("恢复后自动再查，看过再按 Enter")))


def changed(said: str) -> str:
    """What Enter would do now is not what was read before."""
    return joined((say("情况变了，请看过再按 Enter"), said))


def missing(labels: Iterable[str]) -> str:
    """还缺：理由、协商结果."""
    return say("还缺：{fields}").format(fields=w.listed(labels))


def why_not(action: Action, view: CaseView, why: str, names: Mapping[str, str]) -> str:
    """Why it cannot be done on this case now."""
    if why == "not_now":
        return not_in(action, view.case.state)
    roles = ",".join(sorted(action.by))
    return w.refusal(why, {"roles": roles, "state": view.case.state}, names)


def not_in(action: Action, state: CaseState) -> str:
    """只有“待派遣”的案卷能派遣，这件是“处置中”; where the state fits, that it is not the time."""
    where = WHERE.get(action.command) if action.command is not None else None
    if where is None or state in where:
        text = say("“{state}”的案卷现在不能{action}")
        return text.format(state=w.word(state), action=action.label)
    if len(where) > MOST_STATES:
        text = say("“{state}”的案卷不能{action}")
        return text.format(state=w.word(state), action=action.label)
    states = w.listed(w.word(one) for one in CaseState if one in where)
    text = say("只有“{states}”的案卷能{action}，这件是“{state}”")
    return text.format(states=states, action=action.label, state=w.word(state))


def fits_state(action: Action, line: CaseLine) -> bool:
    """Whether the state alone would let it: all that is known before the case was asked for."""
    where = WHERE.get(action.command) if action.command is not None else None
    return where is None or line.state in where


def case_text(line: CaseLine, names: Mapping[str, str], number: str) -> str:
    """000231 暴露垃圾 · 待派遣 · 小龙村…"""
    head = number or say("未立案")
    state = w.word(line.state)
    return f"{head} {names.get(line.item, line.item)} · {state} · {line.place}"


def case_note(line: CaseLine, now: datetime) -> str:
    """How long it has, or that it is over."""
    if line.state in ENDED:
        return w.word(line.state)
    return w.time_left(now, line.due) if line.due is not None else ""


def of_filled(action: Action, view: CaseView, filled: Filled, room: Room, options: Any) -> str:
    """What Enter will do: 催办 000231 · 说明：…"""
    which = w.short_number(view.case.number) or view.case.place[:SHOWN_TEXT]
    return of_values(action, f"{action.label} {which}".rstrip(), filled, room, options)


def of_values(action: Action, head: str, filled: Filled, room: Room, options: Any) -> str:
    """The head, then each field that has a value, and for whom it is entered."""
    parts = [head]
    for one in action.fields:
        value = filled.values.get(one.name)
        if value in ("", None, ()) or (value is False and not one.needed):
            continue
        if one.kind is FieldKind.PICTURES:
            parts.append(say("图片 {n} 张").format(n=len(value)))
            continue
        parts.append(f"{said(one.text)} {_value(one, value, room, options)}")
    behalf = filled.values.get("behalf")
    if isinstance(behalf, Behalf):
        parts.append(say("代 {name}").format(name=room.name(behalf.person)))
    return " · ".join(parts)


def _value(one: Field, value: Any, room: Room, options: Any) -> str:
    labels = dict(options(one))
    if isinstance(value, tuple):
        return w.listed(labels.get(key, str(key)) for key in value)
    if isinstance(value, bool):
        return say("是") if value else say("否")
    if isinstance(value, datetime):
        return w.clock_text(value, room.now, room.zone)
    if isinstance(value, date):
        return value.isoformat()
    text = str(labels.get(value, value))
    if one.kind is FieldKind.LIMIT:
        return w.limit_text(text)
    return text if len(text) <= SHOWN_TEXT else text[:SHOWN_TEXT] + "…"


def answer(entry: Entry, line: CaseLine | None, names: Mapping[str, str], now: datetime) -> str:
    """000231 派遣安监中队主办… · 签收剩 10 分钟: what the feed told."""
    text = w.sentence(entry.kind, {"subject": entry.subject, **entry.facts}, names)
    if line is None:
        return text
    parts = [f"{w.short_number(line.number)} {text}".strip()]
    if line.state in ENDED:
        parts.append(w.word(line.state))
    elif line.stage is not None and line.stage_due is not None:
        parts.append(f"{w.word(line.stage)} {w.time_left(now, line.stage_due)}")
    elif line.due is not None:
        parts.append(w.time_left(now, line.due))
    return " · ".join(parts)


def joined(parts: Sequence[str]) -> str:
    """Parts of a sentence, the empty ones left out."""
    return " · ".join(one for one in parts if one)
