"""Where each panel stands: a new panel is one line here and a door (ui/door.py)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ui.rivals import Rivals
from ui.window import AREAS, DeskWindow

ROOMY = 900
"""From this height on, a form beside the map is high enough above the bottom panels."""


@dataclass(frozen=True, slots=True)
class Place:
    """A panel's title, side, icon and wishes in pixels at 1366×768."""

    title: str
    area: Qt.DockWidgetArea
    icon: str
    size: int = 0
    along: int = 0
    beside: str = ""
    shown: bool = True


def place_panels(
    window: DeskWindow, panels: Mapping[str, QWidget], later: Collection[str] = ()
) -> None:
    """Band above, map in the middle, the rest in docks; forms share the roster's place.

    The docks of `later` are empty until their doors are opened.
    The queue has the left side for itself, so that no form ever covers it.
    """
    window.set_band(panels["band"])
    window.set_centre(panels["map"])
    for name, place in places().items():
        if name not in panels and name not in later:
            continue  # a desk of its own has nothing unsent
        window.add_panel(
            name,
            place.title,
            panels.get(name),
            place.area,
            place.icon,
            place.size,
            place.along,
            place.beside,
            place.shown,
        )
    window.arranging.connect(partial(suit, window))
    Rivals(window)


def suit(window: DeskWindow) -> None:
    """On a small screen the forms get the whole height and the charts share the case's place."""
    small = window.height() < ROOMY
    right, below = AREAS.RightDockWidgetArea, AREAS.BottomDockWidgetArea
    window.setCorner(Qt.Corner.BottomRightCorner, right if small else below)
    window.set_stand("charts", beside="case" if small else "")


def places() -> dict[str, Place]:
    """Every dock by its name, in the order of Alt+1, Alt+2 …"""
    left, right = AREAS.LeftDockWidgetArea, AREAS.RightDockWidgetArea
    below = AREAS.BottomDockWidgetArea
    return {
        "queue": Place(say("事件队列"), left, "panel.queue", 520),
        "roster": Place(say("力量"), right, "panel.roster", 378),
        "case": Place(say("案卷"), below, "panel.case", 264, 560),
        "charts": Place(say("态势"), below, "panel.charts", 264, 400),
        "intake": Place(say("受理"), right, "panel.intake", beside="roster", shown=False),
        "dispatch": Place(say("派遣"), right, "panel.dispatch", beside="roster", shown=False),
        "step": Place(say("办理"), right, "update", beside="roster", shown=False),
        "find": Place(say("查找"), right, "panel.find", beside="roster", shown=False),
        "seat": Place(say("就座"), right, "person.switch", beside="roster", shown=False),
        "handover": Place(
            say("交接班"), AREAS.TopDockWidgetArea, "panel.handover", 400, shown=False
        ),
        "mode": Place(say("平急"), right, "mode.emergency", beside="roster", shown=False),
        "evacuation": Place(
            say("转移名单"), right, "evacuation", 460, beside="roster", shown=False
        ),
        "assign": Place(say("多案派遣"), right, "assign", 460, beside="roster", shown=False),
        "joint": Place(say("联合执法"), right, "team", 460, beside="roster", shown=False),
        "duty": Place(say("值班"), right, "panel.duty", beside="roster", shown=False),
        "callback": Place(say("回访督办"), right, "callback", 460, beside="roster", shown=False),
        "whistles": Place(say("吹哨会商"), right, "whistle", 460, beside="roster", shown=False),
        "alarms": Place(say("报警单"), right, "alarm", 460, beside="roster", shown=False),
        "plans": Place(say("预案"), right, "plan", beside="roster", shown=False),
        "admin": Place(say("管理"), right, "settings", beside="roster", shown=False),
        "tiers": Place(say("层级"), right, "panel.charts", beside="roster", shown=False),
        "pictures": Place(say("图片对比"), right, "picture", 460, beside="roster", shown=False),
        "replay": Place(say("回放"), right, "replay", beside="roster", shown=False),
        "password": Place(say("登录密码"), right, "password", beside="roster", shown=False),
        "manual": Place(say("帮助"), right, "manual", beside="roster", shown=False),
        "unsent": Place(say("未发送"), right, "stale", beside="roster", shown=False),
    }


def say(text: str) -> str:
    """A panel's title in the language of the screen."""
    return QCoreApplication.translate("Stands", text)
