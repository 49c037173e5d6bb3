"""What a screen reader is told of the desk's own widgets: their kind, where Qt knows none."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_begun = []


def begin() -> None:
    """From now on a widget whose class has `spoken`, a QAccessible.Role, is told of as that.

    Once for the process; nothing is made before a screen reader asks.
    """
    if not _begun:
        _begun.append(True)
        QAccessible.installFactory(_told)


def _told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "spoken", None)
    if isinstance(role, QAccessible.Role) and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, role, "")
    return None
