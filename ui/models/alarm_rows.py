"""Rows of the alarm list: what rings and why, whom it is for, and what was acknowledged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import datetime, tzinfo

from commandcenter.domain.alarm import AlarmRule, Priority, Sound
from commandcenter.domain.roles import Role
from commandcenter.services.alarm_views import Ack
from commandcenter.services.views import CaseLine
from ui import words
from ui.alarms import Alarm, Rules
from ui.models.items import Choice
from ui.ringing import repeat_of, sound_of
from ui.words import say
from ui.words.alarm_texts import WHY
from ui.words.table_texts import TABLE_CODES

TONES = {
    Priority.URGENT: "lamp_red",
    Priority.GRAVE: "lamp_red",
    Priority.WARNING: "lamp_yellow",
    Priority.NOTICE: "text",
}
SIGNS = {Priority.URGENT: "‼", Priority.GRAVE: "■", Priority.WARNING: "▲", Priority.NOTICE: "●"}
"""Doubles the colour."""
Names = Mapping[str, str]


def key_of(alarm: Alarm) -> str:
    """What tells an alarm from another."""
    return f"{alarm.case} {alarm.code}"


def ringing_row(
    alarm: Alarm,
    line: CaseLine | None,
    rules: Rules,
    names: Names,
    now: datetime,
    zone: tzinfo,
    ticked: Container[str] = (),
) -> Choice:
    """An alarm that rings: its sign and word, the case, then why and for whom."""
    rule = rules[alarm.kind]
    priority = Priority.URGENT if alarm.urgent else rule.priority
    place = line.place if line is not None else ""
    head = f"{SIGNS[priority]} {words.code('alarm', alarm.code)}  {_case(line, names)}"
    note = " · ".join(filter(None, (why(alarm, now, zone), place, needs(rule))))
    mark = "on" if key_of(alarm) in ticked else "off"
    return Choice(key_of(alarm), head.rstrip(), note, alarm, TONES[priority], mark)


def elsewhere_row(
    alarm: Alarm, line: CaseLine | None, rules: Rules, names: Names, now: datetime, zone: tzinfo
) -> Choice:
    """An alarm that rings at other seats only."""
    head = f"○ {words.code('alarm', alarm.code)}  {_case(line, names)}"
    told = say("不响本席")
    note = " · ".join((told, needs(rules[alarm.kind]), why(alarm, now, zone)))
    return Choice(key_of(alarm), head.rstrip(), note, alarm, "dim")


def acked_row(ack: Ack, names: Names, zone: tzinfo) -> Choice:
    """An alarm that somebody has acknowledged."""
    head = f"✓ {words.code('alarm', ack.alarm)}  {_case(ack.line, names)}"
    told = say("{at} {who} 知悉").format(
        at=f"{ack.at.astimezone(zone):%m-%d %H:%M}", who=names.get(ack.who, ack.who)
    )
    note = " · ".join(filter(None, (told, ack.line.place)))
    return Choice(f"{ack.line.id} {ack.alarm} {ack.at}", head, note, ack, "dim")


def why(alarm: Alarm, now: datetime, zone: tzinfo) -> str:
    """The rule in a sentence: since when, for how long."""
    local, today = alarm.since.astimezone(zone), now.astimezone(zone)
    at = f"{local:%H:%M}" if local.date() == today.date() else f"{local:%m-%d %H:%M}"
    span = words.span_text(max(0, int((now - alarm.since).total_seconds())))
    return say(WHY[alarm.kind]).format(at=at, span=span)


def needs(rule: AlarmRule) -> str:
    """Who is rung."""
    if not rule.roles:
        return say("响给所有人")
    return say("响给{who}").format(who=words.listed(words.word(Role(one)) for one in rule.roles))


def how(alarm: Alarm, rule: AlarmRule) -> str:
    """How it rings: the sound, and how often."""
    sound = say(TABLE_CODES["sound"][sound_of(alarm, rule).value])
    repeat = repeat_of(alarm, rule)
    if rule.sound is Sound.NONE:
        return say("不响，只列在这里")
    if not repeat:
        return say("声音“{sound}”，响一次").format(sound=sound)
    text = say("声音“{sound}”，每 {n} 秒一次，直到知悉")
    return text.format(sound=sound, n=repeat)


def total(here: Iterable[Alarm], rules: Rules) -> str:
    """报警 3：紧急 1、严重 2."""
    counts = dict.fromkeys(Priority, 0)
    for one in here:
        counts[Priority.URGENT if one.urgent else rules[one.kind].priority] += 1
    parts = [
        f"{SIGNS[one]} {say(TABLE_CODES['priority'][one.value])} {many}"
        for one, many in counts.items()
        if many
    ]
    return say("报警 {n}").format(n=sum(counts.values())) + say("：") + "  ".join(parts)


def _case(line: CaseLine | None, names: Names) -> str:
    if line is None:
        return ""
    marks = [say("演练")] if line.drill else []
    item = names.get(line.item, line.item)
    return " · ".join((f"{words.short_number(line.number)} {item}".strip(), *marks))
