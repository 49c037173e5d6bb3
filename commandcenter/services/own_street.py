"""An own street as founding rows: the standard tables, two accounts and its ground, no case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from commandcenter.domain.grid import parse_street
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.person import Person, Unit
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.table_checks import MOST
from commandcenter.geo.demo import load_demo
from commandcenter.services.calendars import LAST_KNOWN, prefilled
from commandcenter.services.founding import Founding
from commandcenter.services.rules import item_row
from commandcenter.storage.reference import SettingRow

LOCAL = ZoneInfo("Asia/Shanghai")
LEAD, ADMINISTRATOR = "lead-1", "admin-1"
MOST_NAME = MOST["name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStreet:
    """What somebody says of an own street: its name, 9-digit code, and who begins there.

    `lead` is the name of the one who takes in, files and dispatches; `administrator` that of the
    account which keeps people and tables, and cannot do the other's work (domain.roles).
    """

    name: str
    code: str
    lead: str
    administrator: str

    def checked(self) -> OwnStreet:
        """The same without stray spaces.

        Refusal('street_name_wrong'|'street_code_wrong'|'lead_wrong'|'administrator_wrong'|
        'names_same'); the code's reason stands in `why`.
        """
        fields = ("name", "lead", "administrator")
        said = {one: " ".join(getattr(self, one).split()) for one in fields}
        codes = ("street_name_wrong", "lead_wrong", "administrator_wrong")
        for one, code in zip(fields, codes, strict=True):
            good = 0 < len(said[one]) <= MOST_NAME and said[one].isprintable()
            require(good, code, most=MOST_NAME)
        require(said["lead"] != said["administrator"], "names_same")
        try:
            return replace(self, code=parse_street(self.code), **said)
        except ValueError as fault:
            raise Refusal("street_code_wrong", why=str(fault)) from None


def own_founding(own: OwnStreet, at: datetime) -> Founding:
    """Catalogue, units, powers and calendar as the standard has them; Refusal as checked().

    Units have neither telephones nor people. Powers are a proposal: the street's own published
    decision goes before them.
    """
    own = own.checked()
    code, today = own.code, at.astimezone(LOCAL).date()
    rows: list[Any] = [
        SettingRow(street=code, id="name", value=own.name),
        SettingRow(street=code, id="mode", value="normal"),
        SettingRow(street=code, id="outline", value="[]"),
        *(item_row(code, item) for item in CATALOGUE),
        *_standard(code),
        *_people(code),
        *prefilled(code, _years(today)),
    ]
    return Founding(
        street=code,
        rows=tuple(rows),
        names=((LEAD, own.lead, None), (ADMINISTRATOR, own.administrator, None)),
        facts={"own": True},
    )


def _years(today: date) -> Iterable[int]:
    """Last year's days count for cases that are imported; later ones come with their notice."""
    return range(min(today.year, LAST_KNOWN) - 1, today.year + 2)


def _standard(code: str) -> Iterable[Any]:
    """The units a street works with and what each may do, from the shipped tables."""
    demo = load_demo()
    town = demo.name.removesuffix("镇")
    for unit in demo.units:
        name = unit.name.removeprefix(demo.name).removeprefix(town)
        yield Unit(street=code, id=unit.id, name=name, short=unit.short, kind=unit.kind, phone=None)
    yield from (replace(power, street=code) for power in demo.powers)


def _people(code: str) -> Iterable[Person]:
    """Two accounts: one who works and is on duty, one who keeps the tables."""
    working = (Role.SHIFT_LEAD, Role.DISPATCHER, Role.INTAKE_OFFICER)
    yield Person(street=code, id=LEAD, roles=working, unit=None, grids=(), on_shift=True)
    keeping = (Role.ADMINISTRATOR,)
    yield Person(street=code, id=ADMINISTRATOR, roles=keeping, unit=None, grids=(), on_shift=False)


__all__ = ["ADMINISTRATOR", "LEAD", "OwnStreet", "own_founding"]
