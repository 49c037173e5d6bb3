"""When which sound is due: alarms by their rules, one sound in five seconds, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, NamedTuple

from commandcenter.domain.alarm import AlarmKind, AlarmRule, Priority, Sound
from ui.alarms import Alarm

GAP = 5.0
"""Seconds between two sounds of a flood."""
URGENT_REPEAT = 60
"""Seconds at most between two sounds for an urgent case, whatever runs late of it."""
ARRIVAL_HOLDS = 30.0
"""Seconds after which nobody need hear any more that a report came."""


class Ring(NamedTuple):
    """A sound to ask for: loud = at full volume, quiet = a seat's quiet hours hold for it."""

    sound: Sound
    loud: bool
    quiet: bool


@dataclass(slots=True)
class _Rung:
    """When an alarm rang last (seconds), and how often."""

    last: float
    times: int = 1


class Rings:
    """Remembers what rang when; one sound stands for all alarms due with it at that moment."""

    def __init__(self) -> None:
        """Nothing has rung."""
        self._rung: dict[tuple[str, str], _Rung] = {}
        self._last = float("-inf")
        self._came: float | None = None

    def arrive(self, now: float) -> None:
        """A report came in at `now` (seconds): one sound once there is room for it."""
        self._came = now

    def due(
        self,
        found: Iterable[Alarm],
        rules: Mapping[AlarmKind, AlarmRule],
        now: float,
        roles: Iterable[str] = (),
    ) -> Ring | None:
        """The sound to ask for at `now` (seconds), None while none is due.

        `found` is what rings at this seat, the gravest first; who is not in it any more was
        acknowledged or is done, and would ring anew from the beginning. `roles` are those of who
        sits here.
        """
        waiting = list(found)
        known = {(one.case, one.code) for one in waiting}
        self._rung = {key: one for key, one in self._rung.items() if key in known}
        if now - self._last < GAP:
            return None
        due = [one for one in waiting if self._is_due(one, rules[one.kind], now)]
        if not due:
            return self._arrival(rules[AlarmKind.REPORT_NEW], now, roles)
        sound = sound_of(due[0], rules[due[0].kind])
        same = [one for one in due if sound_of(one, rules[one.kind]) is sound]
        for one in same:
            before = self._rung.get((one.case, one.code))
            times = before.times + 1 if before else 1
            self._rung[one.case, one.code] = _Rung(now, times)
        self._last = now
        return Ring(
            sound,
            loud=any(self._is_louder(one, rules[one.kind]) for one in same),
            quiet=all(may_be_quiet(one, rules) for one in same),
        )

    def chime(self, now: float) -> bool:
        """Whether there is room for a sound that nothing hangs on."""
        room = now - self._last >= GAP
        if room:
            self._last = now
        return room

    def _is_due(self, alarm: Alarm, rule: AlarmRule, now: float) -> bool:
        if rule.sound is Sound.NONE and not alarm.urgent:
            return False
        before = self._rung.get((alarm.case, alarm.code))
        if before is None:
            return True
        repeat = repeat_of(alarm, rule)
        return bool(repeat) and now - before.last >= repeat

    def _is_louder(self, alarm: Alarm, rule: AlarmRule) -> bool:
        return bool(rule.louder) and self._rung[alarm.case, alarm.code].times >= rule.louder

    def _arrival(self, rule: AlarmRule, now: float, roles: Iterable[str]) -> Ring | None:
        came, self._came = self._came, None
        if came is None or now - came > ARRIVAL_HOLDS:
            return None
        if rule.sound is Sound.NONE or not rule.needs(roles):
            return None
        self._last = now
        return Ring(rule.sound, loud=False, quiet=rule.quiet)


def sound_of(alarm: Alarm, rule: AlarmRule) -> Sound:
    """The rule's sound; of an urgent case the urgent one."""
    return Sound.URGENT if alarm.urgent else rule.sound


def repeat_of(alarm: Alarm, rule: AlarmRule) -> int:
    """Seconds between two sounds (0: one only), at most a minute of an urgent case."""
    return min(rule.repeat or URGENT_REPEAT, URGENT_REPEAT) if alarm.urgent else rule.repeat


def may_be_quiet(alarm: Alarm, rules: Mapping[AlarmKind, AlarmRule]) -> bool:
    """Whether quiet hours hold for it: never for what is urgent."""
    rule = rules[alarm.kind]
    return rule.quiet and rule.priority is not Priority.URGENT and not alarm.urgent


class Quiet(NamedTuple):
    """Quiet hours of a seat by the street's wall clock, over midnight too; volume in per cent."""

    begin: time
    end: time
    volume: int

    def holds(self, at: time) -> bool:
        """Whether they hold at that time of day."""
        if self.begin <= self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end

    def kept(self) -> dict[str, Any]:
        """As it is kept among the seat's habits."""
        return {"from": f"{self.begin:%H:%M}", "to": f"{self.end:%H:%M}", "volume": self.volume}


def quiet_of(kept: Mapping[str, Any]) -> Quiet | None:
    """What was kept; None where none were, or what stands there is no time."""
    try:
        begin, end = (time.fromisoformat(kept[one]) for one in ("from", "to"))
        volume = int(kept["volume"])
    except (KeyError, TypeError, ValueError):
        return None
    return Quiet(begin, end, volume) if begin != end and 0 <= volume <= 100 else None
