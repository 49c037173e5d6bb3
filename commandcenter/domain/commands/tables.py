"""Commands of an administrator on the street's tables.

`rows` are the lines as they shall be, `seen` the same lines as the giver saw them: only in rows
is new, only in seen is removed, in both is changed. What another changed meanwhile is refused.
"""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.commands.base import Command
from commandcenter.domain.table_lines import (
    CommunityLine,
    DayLine,
    GridLine,
    ItemLine,
    LimitLine,
    OfficerLine,
    PersonLine,
    PowerLine,
    TeamLine,
    UnitLine,
)
from commandcenter.domain.tables import Table
from commandcenter.domain.tables_coordination import (
    AlarmLine,
    RankingLine,
    RunCardLine,
    ScriptLine,
    TierLine,
    TimerLine,
    WhistleRuleLine,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCommand(Command):
    """A change of one table; `sheet` when it came from one."""

    sheet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPeople(TableCommand):
    """Names, telephones, roles, units, grids and shifts of people."""

    rows: tuple[PersonLine, ...] = ()
    seen: tuple[PersonLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUnits(TableCommand):
    """Units and their duty telephones."""

    rows: tuple[UnitLine, ...] = ()
    seen: tuple[UnitLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetItems(TableCommand):
    """Items; an open case keeps the due it has."""

    rows: tuple[ItemLine, ...] = ()
    seen: tuple[ItemLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLimits(TableCommand):
    """Limits by level and stage; a stage that has begun keeps its due."""

    rows: tuple[LimitLine, ...] = ()
    seen: tuple[LimitLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPowers(TableCommand):
    """Which unit may do which kind of task over which item."""

    rows: tuple[PowerLine, ...] = ()
    seen: tuple[PowerLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDays(TableCommand):
    """Days off and make-up workdays by the State Council's notice; what is set here is of it."""

    rows: tuple[DayLine, ...] = ()
    seen: tuple[DayLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfficers(TableCommand):
    """Officers with certificate, recorder and team."""

    rows: tuple[OfficerLine, ...] = ()
    seen: tuple[OfficerLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTeams(TableCommand):
    """Teams of units."""

    rows: tuple[TeamLine, ...] = ()
    seen: tuple[TeamLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCommunities(TableCommand):
    """Communities and their names."""

    rows: tuple[CommunityLine, ...] = ()
    seen: tuple[CommunityLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGrids(TableCommand):
    """Grids, their names, and which are void."""

    rows: tuple[GridLine, ...] = ()
    seen: tuple[GridLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRunCards(TableCommand):
    """Who goes with what to which item; one that is off takes part in trials only."""

    rows: tuple[RunCardLine, ...] = ()
    seen: tuple[RunCardLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWhistleRules(TableCommand):
    """Who approves and blows which whistle, and its limits; one that was blown keeps its dues."""

    rows: tuple[WhistleRuleLine, ...] = ()
    seen: tuple[WhistleRuleLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTimers(TableCommand):
    """How long a crew may stay without the next step."""

    rows: tuple[TimerLine, ...] = ()
    seen: tuple[TimerLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTiers(TableCommand):
    """How long a level may keep a case; one that has it keeps its due."""

    rows: tuple[TierLine, ...] = ()
    seen: tuple[TierLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetScripts(TableCommand):
    """What a call-back asks."""

    rows: tuple[ScriptLine, ...] = ()
    seen: tuple[ScriptLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRanking(TableCommand):
    """What the recommendation weighs, from the next question on."""

    rows: tuple[RankingLine, ...] = ()
    seen: tuple[RankingLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAlarms(TableCommand):
    """How alarms ring, from the next sound on."""

    rows: tuple[AlarmLine, ...] = ()
    seen: tuple[AlarmLine, ...] = ()


SETTING: dict[Table, type[TableCommand]] = {
    Table.PEOPLE: SetPeople,
    Table.UNITS: SetUnits,
    Table.ITEMS: SetItems,
    Table.LIMITS: SetLimits,
    Table.POWERS: SetPowers,
    Table.DAYS: SetDays,
    Table.OFFICERS: SetOfficers,
    Table.TEAMS: SetTeams,
    Table.COMMUNITIES: SetCommunities,
    Table.GRIDS: SetGrids,
    Table.RUN_CARDS: SetRunCards,
    Table.WHISTLE_RULES: SetWhistleRules,
    Table.TIMERS: SetTimers,
    Table.TIERS: SetTiers,
    Table.SCRIPTS: SetScripts,
    Table.RANKING: SetRanking,
    Table.ALARMS: SetAlarms,
}
"""The command of each table."""
