"""A command that waits, in words: the deed, the case, and each thing that was wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.commands import Command, DispatchCase, MoveAtRisk
from commandcenter.outbox import Unsent
from commandcenter.services.views import CaseLine
from ui import words
from ui.actions import ACTIONS, Action
from ui.actions.fields import said
from ui.words import short_number, word

MOST_WORDS = 24
DISPATCH = (
    ("lead_unit", "主办"),
    ("kind", "类型"),
    ("team", "队伍"),
    ("officers", "人员"),
    ("co_units", "协办"),
    ("notify", "知会"),
)
REPORT = (("source", "来源"), ("place", "地点"), ("words", "内容"))
"""The caller's name and number stay in the sealed file: the screen may be read by others."""


def deed(command: Command) -> str:
    """What it does, by the word of its action; a dispatch is a wish until the server checked it."""
    if isinstance(command, MoveAtRisk):
        count = str(len(command.people))
        return _t("%1 %2 人").replace("%1", word(command.state)).replace("%2", count)
    action = _action(command)
    label = action.label if action else type(command).__name__
    return _t("%1（愿望，待服务器核法）").replace("%1", label) if _wish(command) else label


def subject(one: Unsent, line: CaseLine | None, names: Mapping[str, str]) -> str:
    """The case's number and item."""
    number = short_number(line.number) if line else ""
    item = line.item if line else str(getattr(one.command, "item", ""))
    return " ".join(filter(None, (number, names.get(item, item))))


def beginning(command: Command) -> str:
    """The first words given."""
    text = str(getattr(command, "words", "")).split("\n")[0]
    return text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS]}…"


def wanted(command: Command, names: Mapping[str, str], zone: tzinfo) -> Iterator[tuple[str, str]]:
    """Each thing that was asked for: what it is, and its value in words."""
    for name, label in _fields(command):
        if text := _value(getattr(command, name, None), names, zone):
            yield label, text
    if count := len(getattr(command, "pictures", ())):
        yield _t("图片"), _t("%1 张").replace("%1", str(count))
    for one in getattr(command, "reasons", ()):
        yield _t("理由"), one.words


def _fields(command: Command) -> list[tuple[str, str]]:
    own = DISPATCH if isinstance(command, DispatchCase) else REPORT
    action = _action(command)
    if action is not None and action.fields:
        return [(one.name, said(one.text)) for one in action.fields if one.name != "pictures"]
    return [(name, _t(text)) for name, text in own]


def _value(value: Any, names: Mapping[str, str], zone: tzinfo) -> str:
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return _t("是") if value else _t("否")
    if isinstance(value, tuple):
        return words.listed(_value(one, names, zone) for one in value)
    if isinstance(value, Enum):
        return word(value)
    if isinstance(value, datetime):
        return f"{value.astimezone(zone):%m-%d %H:%M}"
    return names.get(str(value), str(value))


def _action(command: Command) -> Action | None:
    return next((one for one in ACTIONS if one.command is type(command)), None)


def _wish(command: Command) -> bool:
    return isinstance(command, DispatchCase)


def _t(text: str) -> str:
    return QCoreApplication.translate("Told", text)
