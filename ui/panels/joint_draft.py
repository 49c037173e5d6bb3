"""What a joint task is put together from: pure functions over units, teams and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from commandcenter.domain.item import Item
from commandcenter.domain.joint import JointPart
from commandcenter.domain.person import Officer, Power, Team, TeamStatus, Unit
from commandcenter.domain.task import TaskKind
from ui.models.items import Choice
from ui.words import listed, say, word

LEAD, CO, NOTIFY = "lead", "co", "notify"
ALONE = "unit:"
"""Begins the key of a unit that comes without a team of the roster."""
_TIME = re.compile(r"(\d{1,2})[:\uff1a]?(\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """Who may take part: a team, or a unit without one; its task's kind and its officers."""

    key: str
    unit: str
    team: str | None
    kind: TaskKind
    officers: tuple[str, ...] = ()


def force_rows(
    units: Iterable[Unit],
    teams: Iterable[Team],
    officers: Iterable[Officer],
    item: Item | None,
) -> list[Choice]:
    """Every team that is not off, then its unit alone; the item's units first."""
    named = item.units if item else ()
    order = sorted(units, key=lambda one: (_place(one.id, named), one.short))
    crews = list(officers)
    here = [one for one in teams if one.status is not TeamStatus.OFF]
    rows: list[Choice] = []
    for unit in order:
        rows += [_team(one, unit, crews) for one in here if one.unit == unit.id]
        note = say("事项列为协办") if unit.id in named else ""
        rows.append(Choice(ALONE + unit.id, unit.short, note, unit))
    return rows


def _team(team: Team, unit: Unit, officers: list[Officer]) -> Choice:
    on = sum(one.team == team.id and one.on_shift for one in officers)
    note = f"{word(team.status)} · " + say("在岗 {n} 人").format(n=on)
    return Choice(team.id, f"{unit.short} {team.short}", note, team)


def _place(key: str, named: tuple[str, ...]) -> int:
    return named.index(key) if key in named else len(named)


def unit_of(row: Choice) -> str:
    """The unit of a row."""
    return row.value.unit if isinstance(row.value, Team) else str(row.key).removeprefix(ALONE)


def team_of(row: Choice) -> str | None:
    """The team of a row, None for a unit alone."""
    return row.value.id if isinstance(row.value, Team) else None


def own_kind(unit: str, item: str, wanted: TaskKind, powers: Iterable[Power]) -> TaskKind:
    """The joint task's kind where the unit has that power, else to help on the spot."""
    mine = any((one.unit, one.item, one.kind) == (unit, item, wanted.value) for one in powers)
    return wanted if mine else TaskKind.HANDLE


def usual_kind(item: str, powers: Iterable[Power]) -> TaskKind:
    """To enforce where some unit has that power over the item, else to handle."""
    able = any(one.item == item and one.kind == TaskKind.ENFORCE.value for one in powers)
    return TaskKind.ENFORCE if able else TaskKind.HANDLE


def with_one_lead(marks: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Exactly one leads while anybody takes part: the newest that was made to, else the first."""
    leads = [key for key, mark in marks.items() if mark == LEAD]
    newest = next((key for key in leads if before.get(key) != LEAD), None)
    first = next((key for key, mark in marks.items() if mark == CO), None)
    chosen = newest or (leads[0] if leads else first)
    found = {key: CO if mark == LEAD else mark for key, mark in marks.items()}
    return found | ({chosen: LEAD} if chosen else {})


def parts_of(forces: Iterable[Force], marks: Mapping[str, str]) -> tuple[JointPart, ...]:
    """The parts, the leading one first, the others in the order of the list."""
    going = [one for one in forces if marks.get(one.key) in (LEAD, CO)]
    going.sort(key=lambda one: marks[one.key] != LEAD)
    return tuple(
        JointPart(unit=one.unit, team=one.team, officers=one.officers, kind=one.kind)
        for one in going
    )


def told_units(rows: Iterable[Choice], marks: Mapping[str, str]) -> tuple[str, ...]:
    """The units that are only told, without those that take part."""
    known = list(rows)
    going = {unit_of(one) for one in known if marks.get(one.key) in (LEAD, CO)}
    told = [unit_of(one) for one in known if marks.get(one.key) == NOTIFY]
    return tuple(one for one in dict.fromkeys(told) if one not in going)


def meeting(text: str, now: datetime, zone: tzinfo) -> datetime | None:
    """When they meet: 14:30 or 1430 today, the next day when that has passed; None for nothing.

    `now` is aware, the answer too; ValueError for what is no time of the day.
    """
    if not text.strip():
        return None
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    local = now.astimezone(zone)
    at = local.replace(hour=int(found[1]), minute=int(found[2]), second=0, microsecond=0)
    return at if at >= local.replace(second=0, microsecond=0) else at + timedelta(days=1)


def summary(parts: Iterable[JointPart], names: Mapping[str, str]) -> str:
    """牵头 安监队 · 执法查处；协同 商铺组 · 办理."""
    told = []
    for number, one in enumerate(parts):
        name = names.get(one.team or one.unit, one.team or one.unit)
        part = say("协同") if number else say("牵头")
        told.append(f"{part} {name} · {word(one.kind) if one.kind else ''}")
    return listed(told)
