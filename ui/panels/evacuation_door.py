"""The ways to the evacuation's list, and where a click on the map leads: a form that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from commandcenter.domain.plan import Layer
from ui.context import DeskContext
from ui.door import Door, Told
from ui.drill import DrillMarks
from ui.panels.map import MapPanel
from ui.window import DeskWindow
from ui.words import say, word

Report = Callable[[float, float, str | None], None]
"""Begins a report at lon, lat (WGS 84 degrees) and the grid of that code."""


class EvacuationDoor(Door):
    """Opens the list, toggles the map's layers, and marks the screens in a drill."""

    NAME = "evacuation"

    def __init__(
        self, window: DeskWindow, desk: DeskContext, map_: MapPanel, report_at: Report
    ) -> None:
        """With its keys in the menu of emergencies; `report_at` begins a report at a place."""
        super().__init__(window, desk)
        self._map, self._report_at = map_, report_at
        self.marks = DrillMarks(window, desk.mode)
        self._make_ways()
        map_.report_here.connect(self._place)
        map_.spot_clicked.connect(self._open_spot)
        map_.address_clicked.connect(self._open_address)

    def make(self) -> QWidget:
        from ui.panels.evacuation import EvacuationPanel  # when it is first wanted

        return EvacuationPanel(self.desk)

    def _place(self, lon: float, lat: float, grid: str) -> None:
        """A right click is for the open form of the list; else it begins a report."""
        if self.made is None or not self.made.takes_place(lon, lat, grid):
            self._report_at(lon, lat, grid or None)

    def _open_spot(self, spot: str) -> None:
        self.open()
        self.made.show_spot(spot)

    def _open_address(self, place: str) -> None:
        self.open()
        self.made.show_place(place)

    def _toggle(self, layer: Layer) -> Callable[[], None]:
        def turn() -> None:
            on = self._map.toggle_layer(layer)
            text = say("图层“{layer}”已显示") if on else say("图层“{layer}”已隐藏")
            self.window.messages.info(text.format(layer=word(layer)))

        return turn

    def _make_ways(self) -> None:
        tells = say("按楼栋列出要转移的人：勾选、送安置点、不愿转移；导入导出。")
        menu, keys = say("平急"), "Ctrl+Shift+M"
        self.lead(menu, self.NAME, say("转移名单"), keys, "evacuation", tells)
        tells = say("地图上显示或隐藏；级别变了，图层跟着预案走。")
        for number, layer in enumerate(Layer, 1):
            text = say("图层：{layer}").format(layer=word(layer))
            name, keys = f"layer.{layer.value}", f"Ctrl+Shift+{number}"
            self.lead(menu, name, text, keys, "layers", tells, self._toggle(layer))
        self.tell_keys(say("转移名单里。"), _told())


def _told() -> Told:
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
