"""The duty roster in words: shifts, days, faults; a sign doubles every colour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, tzinfo

from commandcenter.domain.duty import Duty, DutyRequest, DutyState, Finding, Wrong
from ui.words.names import listed, named, say, word

SHIFTS = {
    "day": "白班",
    "night": "夜班",
    "whole": "全天班",
    "early": "早班",
    "mid": "中班",
    "late": "晚班",
}
"""The usual names of shifts; another name is shown as the street wrote it."""
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
SHORT = {Wrong.GAP: "缺岗", Wrong.DOUBLE: "重复", Wrong.REST: "休息短", Wrong.NO_ROLE: "无角色"}
FAULT = "▲"
SIGNS = {DutyState.DRAFT: "✎", DutyState.PUBLISHED: "✓"}


def shift_name(name: str) -> str:
    """白班, 夜班 …; the street's own names as they are."""
    return say(SHIFTS[name]) if name in SHIFTS else name


def day_text(day: date, kind: str = "") -> str:
    """10-01 周三 休: `kind` is "off" for a holiday, another word for a make-up workday."""
    marks = {"": "", "off": say("休")}
    mark = marks.get(kind, say("调休班"))
    return " ".join(filter(None, (f"{day:%m-%d}", say(WEEKDAYS[day.weekday()]), mark)))


def state_text(state: DutyState | None, instead: bool = False) -> str:
    """✎ 草稿, ✎ 改草稿 (over a published duty), ✓ 已发布, or 未排."""
    if state is None:
        return say("未排")
    text = say("改已发布") if instead else word(state)
    return f"{SIGNS[state]} {text}"


def short_fault(wrong: Wrong) -> str:
    """▲缺岗: what stands in the cell."""
    return FAULT + say(SHORT[wrong])


def fault_text(one: Finding, names: Mapping[str, str], zone: tzinfo) -> str:
    """▲ 10-03 17:00 调度岗 缺岗: a line of the list."""
    at = one.at.astimezone(zone)
    parts = (f"{at:%m-%d %H:%M}", word(one.post) if one.post else "",
             named(one.person, names) if one.person else "", word(one.wrong))  # fmt: skip
    return f"{FAULT} {' '.join(filter(None, parts))}"


def duty_text(one: Duty, names: Mapping[str, str]) -> str:
    """10-03 周五 夜班 调度岗 王伟."""
    return " ".join(
        (day_text(one.day), shift_name(one.shift), word(one.post), named(one.person, names))
    )


def request_text(
    one: DutyRequest, duties: Mapping[str, Duty], names: Mapping[str, str]
) -> tuple[str, str]:
    """What somebody asks for, and why, in two lines."""
    mine = duties.get(one.duty)
    what = duty_text(mine, names) if mine else say("（已不在表中的班）")
    text = say("{kind}：{what}").format(kind=word(one.kind), what=what)
    other = duties.get(one.other or "")
    if other is not None:
        text = say("{one} ⇄ {two}").format(one=text, two=duty_text(other, names))
    elif one.stand_in:
        stands = say("由{who}顶班").format(who=named(one.stand_in, names))
        text = say("{one}；{other}").format(one=text, other=stands)
    return text, one.reason


def people_text(people: tuple[str, ...], names: Mapping[str, str]) -> str:
    """Several people as one text."""
    return listed(names.get(one, one) for one in people)
