"""What the roster says of a unit, a team or an officer: pure functions over values and the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum
from typing import NamedTuple

from commandcenter.domain.clock import Lamp
from commandcenter.domain.person import Officer, Team, TeamStatus, Unit
from ui import words
from ui.words import say

SOON_DAYS, NEAR_DAYS = 90, 30
LEAST_CERTIFIED = 2


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    STATUS = 1
    CERTIFICATE = 2
    CASE = 3
    GEAR = 4


class Cell(NamedTuple):
    """A text, the theme's token of its colour, and the meaning of its icon ("" for none)."""

    text: str
    token: str = "text"
    icon: str = ""


STATUS_TOKENS = {
    TeamStatus.FREE: "ok",
    TeamStatus.ASSIGNED: "accent",
    TeamStatus.SIGNED: "accent",
    TeamStatus.EN_ROUTE: "accent",
    TeamStatus.ON_SCENE: "warning",
    TeamStatus.REST: "dim",
    TeamStatus.OFF: "dim",
}
LAMP_TOKENS = {Lamp.GREEN: "dim", Lamp.YELLOW: "lamp_yellow", Lamp.RED: "lamp_red"}


def days_left(officer: Officer, today: date) -> int | None:
    """Days until the certificate's last valid day; negative when past, None without one."""
    if officer.auxiliary or officer.certificate is None or officer.valid_until is None:
        return None
    return (officer.valid_until - today).days


def certificate_lamp(days: int) -> Lamp:
    """Red from 30 days on and when expired, yellow from 90 (domain.md section 5)."""
    if days <= NEAR_DAYS:
        return Lamp.RED
    return Lamp.YELLOW if days <= SOON_DAYS else Lamp.GREEN


def certificate_cell(officer: Officer, today: date) -> Cell:
    """75天 with its lamp, 过期12天, 无证, or 辅助 for who never counts."""
    days = days_left(officer, today)
    if days is None:
        return Cell(say("辅助") if officer.auxiliary else say("无证"), "dim")
    lamp = certificate_lamp(days)
    if days < 0:
        return Cell(_expired(-days), "lamp_red")
    mark = "" if lamp is Lamp.GREEN else f"lamp.{lamp.value}"
    return Cell(say("{n}天").format(n=days), LAMP_TOKENS[lamp], mark)


def _expired(days: int) -> str:
    if days >= 100:
        return say("过期{n}月").format(n=days // 30)
    return say("过期{n}天").format(n=days)


def valid_cell(crew: Sequence[Officer], today: date) -> Cell:
    """How many of a crew may enforce now; red below two (行政处罚法 42)."""
    valid = sum(one.on_shift and one.certified(today) for one in crew)
    short = valid < LEAST_CERTIFIED
    text = say("{n}证").format(n=valid)
    return Cell(text, "lamp_red" if short else "dim", "lamp.red" if short else "")


def unit_cell(unit: Unit, crew: Sequence[Officer], column: Column) -> Cell:
    """A unit: short name and how many of its officers are on shift."""
    if column is Column.NAME:
        return Cell(unit.short, "text", "unit")
    if column is Column.STATUS and crew:
        on = sum(one.on_shift for one in crew)
        return Cell(say("在岗 {on}/{all}").format(on=on, all=len(crew)), "dim")
    if column is Column.CERTIFICATE:
        return Cell(words.code("unit_kind", unit.kind), "dim")
    return Cell("")


def team_cell(
    team: Team, crew: Sequence[Officer], column: Column, now: datetime, zone: tzinfo, number: str
) -> Cell:
    """A team: status with the time since, valid certificates, case, vehicle."""
    if column is Column.NAME:
        more = f" ×{team.tasks}" if team.tasks > 1 else ""
        token = "dim" if team.status is TeamStatus.OFF else "text"
        return Cell(team.short + more, token, "team")
    if column is Column.STATUS:
        text = f"{words.word(team.status)} {_since(team, now)}"
        return Cell(text, STATUS_TOKENS[team.status], f"team.{team.status.value}")
    if column is Column.CERTIFICATE:
        return valid_cell(crew, now.astimezone(zone).date())
    if column is Column.CASE:
        return Cell(words.short_number(number), "accent")
    return Cell(team.vehicle or "", "dim")


def _since(team: Team, now: datetime) -> str:
    passed = max(now - team.since, timedelta(0))
    if passed.days:
        return say("{n}天").format(n=passed.days)
    if passed >= timedelta(hours=10):
        return say("{n}时").format(n=passed.seconds // 3600)
    return words.span_text(passed.seconds)


def officer_cell(officer: Officer, name: str, column: Column, today: date) -> Cell:
    """An officer: on shift or not, certificate with days left, recorder."""
    quiet = "text" if officer.on_shift else "dim"
    if column is Column.NAME:
        return Cell(name, quiet, "officer")
    if column is Column.STATUS:
        if officer.on_shift:
            return Cell(say("在岗"), "text", "team.free")
        return Cell(say("离岗"), "dim", "team.off")
    if column is Column.CERTIFICATE:
        return certificate_cell(officer, today)
    if column is Column.GEAR:
        return Cell(officer.recorder or say("无记录仪"), quiet if officer.recorder else "dim")
    return Cell("")


def team_tip(team: Team, names: Mapping[str, str], now: datetime, number: str) -> str:
    """All about a team in lines."""
    rows = [team.name, names.get(team.unit, team.unit)]
    since = words.clock_text(team.since, now)
    rows.append(say("{status}，自 {at}").format(status=words.word(team.status), at=since))
    if number:
        rows.append(say("在办 {number}").format(number=number))
    if team.tasks > 1:
        rows.append(say("共 {n} 项任务，显示最靠前的一项").format(n=team.tasks))
    if team.vehicle:
        rows.append(say("车辆 {vehicle}").format(vehicle=team.vehicle))
    return "\n".join(rows)


def officer_tip(officer: Officer, name: str, phone: str, today: date) -> str:
    """All about an officer in lines; duty telephones are not masked at the desk (section 10)."""
    rows = [name]
    if officer.auxiliary:
        rows.append(say("辅助人员：不计入执法人数，不得带队"))
    elif officer.certificate is not None and officer.valid_until is not None:
        until = officer.valid_until.isoformat()
        rows.append(say("执法证 {no}，有效至 {day}").format(no=officer.certificate, day=until))
        rows.append(certificate_cell(officer, today).text)
    else:
        rows.append(say("没有执法证"))
    rows.append(say("执法记录仪 {no}").format(no=officer.recorder or "—"))
    if phone:
        rows.append(say("电话 {phone}").format(phone=phone))
    return "\n".join(rows)
