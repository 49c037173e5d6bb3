"""The keys in force by the action's name: as delivered, or as who sits here has chosen them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from ui.actions import ACTIONS

_DELIVERED = {action.name: " ".join(action.keys) for action in ACTIONS}
_changed: dict[str, tuple[str, str]] = {}
_labels: WeakKeyDictionary[QLabel, tuple[str, tuple[str, ...]]] = WeakKeyDictionary()


def hold(changed: Mapping[str, tuple[str, str]]) -> None:
    """From now on these are other than delivered: by name, the key delivered and the one chosen.

    Labels that still say what say_keyed() made them say, say it with the keys in force.
    """
    said = [
        (label, text, names)
        for label, (text, names) in _labels.items()
        if isValid(label) and label.text() == keyed(text, *names)
    ]
    _changed.clear()
    _changed.update(changed)
    for label, text, names in said:
        label.setText(keyed(text, *names))


def key(name: str) -> str:
    """The keys of an action of the table as a person reads them, "" where it has none."""
    return _changed[name][1] if name in _changed else _DELIVERED.get(name, "")


def keyed(text: str, *names: str) -> str:
    """The text, which names the delivered keys of these actions, with the keys in force."""
    new = dict(_changed[name] for name in names if name in _changed)
    old = "|".join(re.escape(one) for one in sorted(new, key=len, reverse=True) if one)
    if not old:
        return text
    return re.sub(rf"(?<![\w+])(?:{old})(?![\w+])", lambda found: new[found[0]] or "—", text)


def say_keyed(label: QLabel, text: str, *names: str) -> None:
    """Let a label say keyed(text, *names), also when the keys are changed while it stands."""
    _labels[label] = (text, names)
    label.setText(keyed(text, *names))
