"""THE table of actions: menus, keys, help, forms and command line are all made from it."""

from __future__ import annotations

from ui.actions.action import Action
from ui.actions.admitting import ADMISSION
from ui.actions.dockets import DOCKETS
from ui.actions.ending import ENDING
from ui.actions.fields import Field, FieldKind, Room, said
from ui.actions.inbox import INBOX
from ui.actions.joint import JOINT
from ui.actions.levels import LEVELS
from ui.actions.meetings import MEETINGS
from ui.actions.sending import SENDING
from ui.actions.shifts import SHIFTS
from ui.actions.steering import STEERING
from ui.actions.whistling import WHISTLING

__all__ = [
    "ACTIONS",
    "GROUPS",
    "RESERVED",
    "Action",
    "Field",
    "FieldKind",
    "Room",
    "by_name",
    "group_label",
]

ACTIONS: tuple[Action, ...] = (
    *INBOX,
    *ADMISSION,
    *LEVELS,
    *SENDING,
    *JOINT,
    *STEERING,
    *WHISTLING,
    *MEETINGS,
    *SHIFTS,
    *ENDING,
    *DOCKETS,
)

GROUPS = {
    "inbox": "受理",
    "sending": "派遣处置",
    "steering": "协调督办",
    "whistle": "吹哨",
    "ending": "核查结案",
    "docket": "子卷",
    "record": "记录",
}
"""The groups in the order of the menus, with their titles."""

RESERVED = frozenset(
    {"?", "？", "Esc", "F1", "F12", "Alt+0", "Ctrl+F", "Ctrl+G", "Ctrl+J", "Ctrl+K", "Ctrl+T"}
    | {"Ctrl+U", "Ctrl+W", "Ctrl+Shift+L", "Ctrl+Shift+T"}
)
"""Keys that the window keeps for itself."""

_BY_NAME = {action.name: action for action in ACTIONS}


def by_name(name: str) -> Action:
    """The action of that name; KeyError for an unknown one."""
    return _BY_NAME[name]


def group_label(group: str) -> str:
    """The title of a group."""
    return said(GROUPS[group])
