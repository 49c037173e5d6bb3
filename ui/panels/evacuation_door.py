"""The ways to the evacuation's list, and where a click on the map leads: a form that is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from commandcenter.domain.plan import Layer
from ui.drill import DrillMarks
from ui.menus import make
from ui.mode import ModeWatch
from ui.panels.evacuation import EvacuationPanel
from ui.panels.intake import IntakePanel
from ui.panels.map import MapPanel
from ui.window import DeskWindow
from ui.words import say, word

NAME = "evacuation"


class EvacuationDoor(QObject):
    """Opens the list, toggles the map's layers, and marks the screens in a drill."""

    def __init__(self, window: DeskWindow, panels: Mapping[str, Any], mode: ModeWatch) -> None:
        """With its keys in the menu of emergencies."""
        super().__init__(window)
        self._window = window
        self._panel: EvacuationPanel = panels[NAME]
        self._map: MapPanel = panels["map"]
        self._intake: IntakePanel = panels["intake"]
        self.marks = DrillMarks(window, mode)
        self._make_ways()
        map_ = self._map
        self._panel.left.connect(self._leave)
        map_.report_here.connect(self._place)
        map_.spot_clicked.connect(self._open_spot)
        map_.address_clicked.connect(self._open_address)

    def open(self) -> None:
        """Go to the list."""
        self._window.go(NAME)

    def _leave(self) -> None:
        self._window.panel(NAME).hide()
        self._window.go("queue")

    def _place(self, lon: float, lat: float, grid: str) -> None:
        """A right click is for the open form of the list; else it begins a report."""
        if not self._panel.takes_place(lon, lat, grid):
            self._window.go("intake")
            self._intake.place_at(lon, lat, grid or None)

    def _open_spot(self, spot: str) -> None:
        self._window.go(NAME)
        self._panel.show_spot(spot)

    def _open_address(self, place: str) -> None:
        self._window.go(NAME)
        self._panel.show_place(place)

    def _toggle(self, layer: Layer) -> Callable[[], None]:
        def turn() -> None:
            on = self._map.toggle_layer(layer)
            text = say("图层“{layer}”已显示") if on else say("图层“{layer}”已隐藏")
            self._window.messages.info(text.format(layer=word(layer)))

        return turn

    def _make_ways(self) -> None:
        way = make(self._window, NAME, say("转移名单"), ("Ctrl+Shift+M",), "evacuation", self.open)
        way.setWhatsThis(say("按楼栋列出要转移的人：勾选、送安置点、不愿转移；导入导出。"))
        self._window.add_action(say("平急"), way)
        for number, layer in enumerate(Layer, 1):
            text = say("图层：{layer}").format(layer=word(layer))
            keys = (f"Ctrl+Shift+{number}",)
            name = f"layer.{layer.value}"
            action = make(self._window, name, text, keys, "layers", self._toggle(layer))
            action.setWhatsThis(say("地图上显示或隐藏；级别变了，图层跟着预案走。"))
            self._window.add_action(say("平急"), action)
        for text, keys in _told():
            self._window.tell_keys(NAME, text, keys, say("转移名单里。"))


def _told() -> tuple[tuple[str, str], ...]:
    return (
        (say("转移：勾选人或整栋"), say("空格")),
        (say("转移：勾选全部"), "Ctrl+A"),
        (say("转移：送到安置点"), "1–9"),
        (say("转移：投亲靠友"), "0"),
        (say("转移：不愿转移、放回名单"), "R B"),
        (say("转移：看姓名电话"), "V 1–3"),
        (say("转移：筛选、只看未走"), "/ F"),
        (say("转移：列入、导入、导出"), "Ctrl+N Ctrl+I Ctrl+E"),
        (say("安置点和危险点"), "Ctrl+P"),
    )
