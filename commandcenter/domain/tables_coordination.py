"""Lines of the tables of dispatch and coordination (issue 5), and the codes their cells hold."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.alarm import AlarmKind, AlarmRule, Priority, Sound
from commandcenter.domain.limits import Level
from commandcenter.domain.roles import Role
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.table_lines import Line
from commandcenter.domain.task import TaskKind
from commandcenter.domain.tier import Tier

APPROVERS = (Role.DUTY_LEADER, Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY)
"""Leaders: who may ever approve a whistle."""

BLOWERS = (Role.DISPATCHER, Role.SHIFT_LEAD, *APPROVERS)
"""Who may ever let an approved whistle go out."""

KEEPING = (Tier.GRID, Tier.COMMUNITY, Tier.DISTRICT)
"""Levels with a limit of their own; the street goes by the case's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCardLine(Line):
    """A run card; empty cells match anything, crews are kind:number, hours 22:00-06:00."""

    id: str
    name: str = ""
    item: str = ""
    level: str = ""
    communities: tuple[str, ...] = ()
    hours: str = ""
    kind: str = "handle"
    lead: str = ""
    co_units: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()
    crews: tuple[str, ...] = ()
    officers: str = "0"
    powers: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleRuleLine(Line):
    """A kind of whistle: which roles approve and blow it, limits counted from the blowing."""

    id: str
    approve: tuple[str, ...] = ()
    blow: tuple[str, ...] = ()
    sign: str = ""
    contact: str = ""
    check_in: str = ""
    deliver: str = ""
    rate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerLine(Line):
    """How long a crew may stay without the next step at a level; empty where nobody waits."""

    status: str
    level: str
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TierLine(Line):
    """How long a level may keep a case; empty where it may keep it."""

    tier: str
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptLine(Line):
    """What a call-back asks for a group of items, or for all; empty cells are left out."""

    id: str
    ask_1: str = ""
    ask_2: str = ""
    ask_3: str = ""
    ask_4: str = ""
    ask_5: str = ""

    @property
    def asks(self) -> tuple[str, ...]:
        """The questions in their order."""
        every = (self.ask_1, self.ask_2, self.ask_3, self.ask_4, self.ask_5)
        return tuple(one for one in every if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingLine(Line):
    """A value that the recommendation weighs by its name; minutes where nothing else is said."""

    key: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmLine(Line):
    """How a kind of alarm rings; seconds as digits, nobody named is everybody."""

    alarm: str
    priority: str = ""
    sound: str = ""
    repeat: str = "0"
    grace: str = "0"
    louder: str = "0"
    roles: tuple[str, ...] = ()
    quiet: bool = False


def alarm_line(rule: AlarmRule) -> AlarmLine:
    """The line of a rule."""
    return AlarmLine(
        alarm=rule.kind.value,
        priority=rule.priority.value,
        sound=rule.sound.value,
        repeat=str(rule.repeat),
        grace=str(rule.grace),
        louder=str(rule.louder),
        roles=tuple(one.value for one in rule.roles),
        quiet=rule.quiet,
    )


def alarm_of(line: AlarmLine) -> AlarmRule:
    """The rule that a good line says; ValueError for what the checks refuse."""
    return AlarmRule(
        kind=AlarmKind(line.alarm),
        priority=Priority(line.priority),
        sound=Sound(line.sound),
        repeat=int(line.repeat),
        grace=int(line.grace),
        louder=int(line.louder),
        roles=tuple(Role(one) for one in line.roles),
        quiet=line.quiet,
    )


def script_line(id: str, asks: tuple[str, ...]) -> ScriptLine:
    """The line of these questions, of which five have room."""
    return ScriptLine(id=id, **{f"ask_{at}": one for at, one in enumerate(asks[:5], 1)})


def card_of(street: str, line: RunCardLine) -> RunCard:
    """The card that a good line says; ValueError for what the checks refuse."""
    return RunCard(
        street=street,
        id=line.id,
        name=line.name,
        item=line.item,
        level=Level(line.level) if line.level else None,
        communities=line.communities,
        hours=line.hours,
        kind=TaskKind(line.kind),
        lead=line.lead,
        co_units=line.co_units,
        notify=line.notify,
        crews=line.crews,
        officers=int(line.officers or 0),
        powers=line.powers,
        equipment=line.equipment,
        on=line.on,
    )


def card_line(card: RunCard) -> RunCardLine:
    """The line of a card."""
    return RunCardLine(
        id=card.id,
        name=card.name,
        item=card.item,
        level=card.level.value if card.level else "",
        communities=card.communities,
        hours=card.hours,
        kind=card.kind.value,
        lead=card.lead,
        co_units=card.co_units,
        notify=card.notify,
        crews=card.crews,
        officers=str(card.officers),
        powers=card.powers,
        equipment=card.equipment,
        on=card.on,
    )
