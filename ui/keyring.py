"""The keys in force by the action's name: as delivered, or as who sits here has chosen them."""

from __future__ import annotations

from collections.abc import Mapping

from ui.actions import ACTIONS

_DELIVERED = {action.name: " ".join(action.keys) for action in ACTIONS}
_now: dict[str, str] = {}


def hold(keys: Mapping[str, str]) -> None:
    """From now on these are in force; what is not among them is as delivered."""
    _now.clear()
    _now.update(keys)


def key(name: str) -> str:
    """The keys of an action as a person reads them, "" where it has none."""
    return _now.get(name, _DELIVERED.get(name, ""))


def keyed(text: str, *names: str) -> str:
    """The text with the keys of these actions for its %1, %2 …"""
    for number, name in enumerate(names, 1):
        text = text.replace(f"%{number}", key(name))
    return text
