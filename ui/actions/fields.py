"""What a form asks for: field specs, and the room they look at to offer choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.person import Officer, Person
from commandcenter.services.views import CaseView, Reference

WORDS_MOST = 2000
LINE_MOST = 120


class FieldKind(StrEnum):
    """How a field is shown and what value it gives."""

    WORDS = "words"  # several lines of text: str
    LINE = "line"  # one line: str
    CHOICE = "choice"  # one of the options: str
    MANY = "many"  # any number of the options: tuple[str, ...]
    DATE = "date"  # a local day: date
    MOMENT = "moment"  # a local day and time: datetime in UTC
    CHECK = "check"  # bool
    PICTURES = "pictures"  # tuple[Picture, ...]
    LIMIT = "limit"  # a number and a unit: "2wd"
    CASE = "case"  # another case, found by its number: its id


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The street and the people at this moment; `now` is UTC, `zone` the street's."""

    reference: Reference
    who: str
    roles: frozenset[str]
    now: datetime
    zone: tzinfo
    people: Mapping[str, Person] = field(default_factory=dict)
    officers: Mapping[str, Officer] = field(default_factory=dict)

    def name(self, person: str | None) -> str:
        """The name of a person or officer, the id when it has none here."""
        return self.reference.names.get(person or "", person or "")

    def unit(self, unit: str | None) -> str:
        """The short name of a unit."""
        short = {one.id: one.short for one in self.reference.units}
        return short.get(unit or "", unit or "")


Option = tuple[str, str]
Options = Callable[[CaseView, Room], list[Option]]
Initial = Callable[[CaseView, Room], Any]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form; `name` is the command's attribute that it fills.

    A choice with a single option is filled without asking when `lone` is set; one that `asks`
    proposes nothing, because a hand must have chosen what cannot be taken back. The first choice
    of one that is `advised` is a recommendation: the command line takes it unasked.
    """

    name: str
    kind: FieldKind
    text: str
    needed: bool = True
    options: Options | None = None
    initial: Initial | None = None
    most: int = WORDS_MOST
    hint: str = ""
    lone: bool = False
    asks: bool = False
    advised: bool = False
    picture: str = "scene"


def said(text: str) -> str:
    """A text of the tables in the language of the screen."""
    return QCoreApplication.translate("actions", text) if text else ""


def words(name: str = "words", text: str = "说明", needed: bool = False, hint: str = "") -> Field:
    """A field of several lines, at most 2,000 characters."""
    return Field(name=name, kind=FieldKind.WORDS, text=text, needed=needed, hint=hint)


def line(
    name: str,
    text: str,
    needed: bool = True,
    hint: str = "",
    initial: Initial | None = None,
) -> Field:
    """A field of one line, at most 120 characters."""
    return Field(
        name=name,
        kind=FieldKind.LINE,
        text=text,
        needed=needed,
        hint=hint,
        initial=initial,
        most=LINE_MOST,
    )


def choice(
    name: str,
    text: str,
    options: Options,
    needed: bool = True,
    initial: Initial | None = None,
    lone: bool = False,
    asks: bool = False,
    advised: bool = False,
) -> Field:
    """One of the options; the first is proposed unless `initial` says another or it `asks`."""
    return Field(
        name=name,
        kind=FieldKind.CHOICE,
        text=text,
        options=options,
        needed=needed,
        initial=initial,
        lone=lone,
        asks=asks,
        advised=advised,
    )


def pictures(kind: str = "scene", needed: bool = False) -> Field:
    """Pictures of that kind (before, after, scene)."""
    return Field(name="pictures", kind=FieldKind.PICTURES, text="图片", needed=needed, picture=kind)
