"""One row of the table of actions: its name, keys, fields, when it may be done and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from dataclasses import Field as Field_
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from commandcenter.domain.case import Case
from commandcenter.domain.commands import CaseCommand, Command
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.views import CaseView, Move
from ui.actions.behalf import Persons
from ui.actions.fields import Field, FieldKind, Room, Values, said


def always(view: CaseView) -> bool:
    """Nothing beyond what the Desk says."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do from the keyboard.

    `command` is None for what only the window does; `panel` is where it opens: step,
    intake, dispatch or window. `by` are the roles that do it themselves, `behalf` gives
    the people for whom the desk may enter it. `extra` are fixed attributes of the command.
    An `instant` one goes without a form; `only_changed` leaves out what the case has already.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    icon: str
    group: str
    tells: str
    command: type[Command] | None = None
    fields: tuple[Field, ...] = ()
    by: frozenset[Role] = frozenset()
    behalf: Persons | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    fits: Callable[[CaseView], bool] = always
    panel: str = "step"
    instant: bool = False
    only_changed: bool = False

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return said(self.text)

    @property
    def sentence(self) -> str:
        """What it does, in one sentence."""
        return said(self.tells)

    @property
    def on_case(self) -> bool:
        """Whether it wants a case to be selected."""
        return self.command is not None and issubclass(self.command, CaseCommand)

    def when(self, view: CaseView | None, roles: frozenset[str]) -> bool:
        """Whether it may be done now by somebody with these roles."""
        return self.why_not(view, roles) is None

    def why_not(self, view: CaseView | None, roles: frozenset[str]) -> str | None:
        """The code of the refusal that stands in the way, None when nothing does."""
        if not self.on_case:
            return None
        if view is None:
            return "no_case"
        move = self.move(view)
        if move is not None and not move.allowed:
            return move.why or "not_now"
        if move is None or not self.fits(view):
            return "not_now"
        return None if self.may(roles) else "role"

    def move(self, view: CaseView) -> Move | None:
        """What the Desk says of this command on the case; None when it does not name it."""
        assert self.command is not None
        name = self.command.__name__
        return next((one for one in view.moves if one.command == name), None)

    def may(self, roles: frozenset[str]) -> bool:
        """Whether these roles do it themselves or enter it for somebody."""
        return not self.needs_behalf(roles) or (
            self.behalf is not None and bool(roles & DESK_ROLES)
        )

    def needs_behalf(self, roles: frozenset[str]) -> bool:
        """Whether somebody with these roles can do it only for another person."""
        return bool(self.by) and not roles & self.by

    def empty(self, view: CaseView, room: Room) -> str | None:
        """The code not_now when something must be chosen and there is nothing to choose from."""
        asked = [one for one in self.fields if one.needed and one.options is not None]
        bare = any(not one.options(view, room) for one in asked if one.options)
        return "not_now" if bare else None

    def preset(self, view: CaseView, room: Room, part: str = "") -> dict[str, str]:
        """The choices that need no asking: the picked task, request or docket, or a lone one."""
        found = {}
        for one in self.fields:
            if one.kind is not FieldKind.CHOICE or one.options is None:
                continue
            offered = [value for value, label in one.options(view, room)]
            if part and part in offered and part not in found.values():
                found[one.name] = part
            elif one.lone and len(offered) == 1:
                found[one.name] = offered[0]
        return found

    def make(self, view: CaseView | None, values: Values) -> Command:
        """The command from the values of the form; needs the case as it was seen."""
        assert self.command is not None
        given = {}
        for one in fields(self.command):
            value = _tidy(values.get(one.name, ""))
            if (value == "" and _has_default(one)) or one.name not in values:
                continue
            if not (self.only_changed and getattr(_case(view), one.name, None) == value):
                given[one.name] = _typed(self.command, one.name, value)
        if self.on_case:
            given |= {"case": _case(view).id, "seen": _case(view).version}
        return self.command(**{**given, **self.extra})


def row(
    name: str,
    text: str,
    keys: str,
    icon: str,
    tells: str,
    command: type[Command] | None = None,
    **more: Any,
) -> Action:
    """A row of the table; several keys are separated by blanks."""
    return Action(
        name=name,
        text=text,
        keys=tuple(keys.split()),
        icon=icon,
        tells=tells,
        command=command,
        **more,
    )


def _case(view: CaseView | None) -> Case:
    assert view is not None, "an action on a case wants the case"
    return view.case


def _tidy(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _has_default(one: Field_[Any]) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _typed(command: type[Command], name: str, value: Any) -> Any:
    """A plain text as the enum or the number that the command's attribute wants."""
    hint = get_type_hints(command)[name]
    for kind in (hint, *get_args(hint)):
        if isinstance(kind, type) and issubclass(kind, StrEnum) and isinstance(value, str):
            return kind(value)
    return int(value) if hint is int and isinstance(value, str) else value
