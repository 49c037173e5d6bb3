"""The map panel: the board's cases, teams and loads on the live map, and clicks back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.person import Position, Team
from commandcenter.domain.plan import Layer
from commandcenter.services.views import Board, CaseLine, Changes, Reference
from ui.context import DeskContext
from ui.map.view import MapView
from ui.models.lines import Kept, Lines, worst_lamp
from ui.models.queue_moments import next_moment
from ui.palette import Colours, colours
from ui.panels.empty import EmptyHint, no_ground
from ui.panels.map_layers import MapLayers
from ui.panels.map_rows import Ground, Row, case_row, centres, grid_loads, ground, team_row
from ui.scale import NONE

TICK_MS = 15_000
NO_LOAD: Row = {"lamp": "none", "count": 0}


class MapPanel(QWidget):
    """Tells the map only what differs from what it was told before.

    `report_here` carries lon, lat (WGS 84) and the grid's code ("" outside) of a right
    click, `spot_clicked` a shelter or danger point, `address_clicked` a building to evacuate;
    `ready` comes once, when the map is drawn.
    """

    report_here = Signal(float, float, str)
    spot_clicked = Signal(str)
    address_clicked = Signal(str)
    ready = Signal()

    def __init__(
        self, desk: DeskContext, cache: Path | None = None, parent: QWidget | None = None
    ) -> None:
        """`cache` keeps the composed page between starts."""
        super().__init__(parent)
        self.setObjectName("map_panel")
        self.setAccessibleName(self.tr("地图"))
        self._desk, self._lines = desk, Lines()
        self._teams: dict[str, Team] = {}
        self._positions: dict[str, Position] = {}
        self._items = {item.code: item.name for item in desk.reference.items}
        self._centres = centres(desk.reference)
        self._lying: Ground | None = None
        self._rows, self._lamps = Kept(self._row_of), Kept(worst_lamp)
        self._told_cases: dict[str, Row] = {}
        self._told_teams: dict[str, Row] = {}
        self._told_loads: dict[str, Row] = {}
        self.view = MapView(self, cache)
        self.view.setAccessibleName(self.accessibleName())
        self.layers = MapLayers(desk, self.view, self)
        self._empty = EmptyHint("map_empty", no_ground(), self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.draw)
        self._lay_out()
        self._wire()

    def start(self) -> None:
        """Make the web engine; call it after the first paint."""
        self._lying = ground(self._desk.reference)
        self._lay(self._desk.reference.sketch)
        self.set_theme(colours())
        self.view.start()
        self._timer.start()

    def stop(self) -> None:
        """Take the web engine down, before the application goes."""
        self._timer.stop()
        self.view.stop()

    def load(self, board: Board) -> None:
        """Show a board."""
        self._lines.load(board.cases)
        self._teams = {team.id: team for team in board.teams}
        self._positions = {one.team: one for one in board.positions}
        self.draw()

    def apply(self, changes: Changes) -> None:
        """Take in what changed: only touched cases and their grids are worked out anew."""
        before = [self._lines.get(one) for one in (*(c.id for c in changes.cases), *changes.gone)]
        live, gone = self._lines.apply(changes.cases, changes.gone)
        self._teams.update({team.id: team for team in changes.teams})
        self._positions.update({one.team: one for one in changes.positions})
        if changes.cases or gone:
            self._draw_cases(live, gone)
            touched = {line.grid for line in (*before, *changes.cases) if line is not None}
            lines = [line for line in self._lines.all if line.grid in touched]
            self._draw_loads(lines, self._told_loads.keys() & touched)
        self._draw_teams()
        self.layers.apply(changes)

    def refer(self, reference: Reference) -> None:
        """Tables were changed: labels anew; the ground too where grids or communities changed."""
        self._items = {item.code: item.name for item in reference.items}
        self._centres = centres(reference)
        self._rows.forget()
        lying = ground(reference)
        if self._lying is not None and lying != self._lying:  # start() lays the first
            self._lying = lying
            self._lay(reference.sketch)
        self.draw()

    def draw(self) -> None:
        """Work out lamps and loads of this moment and tell what differs."""
        lines = list(self._lines.all)
        for kept in (self._rows, self._lamps):
            kept.of(lines, self._desk.now())  # those that have left are forgotten
        self._draw_cases(lines, self._told_cases.keys() - {line.id for line in lines})
        self._draw_loads(lines, self._told_loads.keys())
        self._draw_teams()

    def set_theme(self, chosen: Colours) -> None:
        """Dress the map for the theme."""
        self.view.set_theme(chosen.name)

    def show_candidates(self, rows: list[Any]) -> None:
        """Draw lines from the selected case to teams: rows of {team_id, rank}."""
        self.view.show_candidates(rows)

    def show_plan(self, rows: list[Any]) -> None:
        """Draw a plan's lines: rows of {case_id, team_id, number, ticked, marked}."""
        self.view.show_plan(rows)

    def toggle_layer(self, layer: Layer) -> bool:
        """Show or hide a layer of the emergency; whether it is seen now."""
        return self.layers.toggle(layer)

    def follow(self) -> None:
        """Let the map move by itself again."""
        self.view.follow()

    def _lay(self, sketch: bool) -> None:
        """The ground, or words where there is none: without it no click would mean a place."""
        assert self._lying is not None
        grids, roads, outline = self._lying
        self.view.set_ground(grids, roads, outline, sketch)
        self._empty.show_if(not grids and not outline)

    def _draw_cases(self, lines: Iterable[CaseLine], gone: Iterable[str]) -> None:
        now, told = self._desk.now(), self._told_cases
        rows = {line.id: self._rows.at(line, now) for line in lines}
        news = {key: row for key, row in rows.items() if row is not None and told.get(key) != row}
        lost = [*gone, *(key for key, row in rows.items() if row is None)]
        self.view.upsert_cases(list(news.values()))
        self.view.remove_cases([key for key in lost if told.pop(key, None) is not None])
        told.update(news)

    def _row_of(self, line: CaseLine, now: datetime) -> tuple[Row | None, datetime | None]:
        return case_row(line, self._items, self._centres, now), next_moment(line, now)

    def _draw_loads(self, lines: Iterable[CaseLine], known: Iterable[str]) -> None:
        """Tell the loads of the grids of these lines; of the known ones what is left is none."""
        now = self._desk.now()
        loads = {**dict.fromkeys(known, NO_LOAD), **grid_loads(lines, now, self._lamps)}
        news = {code: row for code, row in loads.items() if self._told_loads.get(code) != row}
        if news:
            self.view.colour_grids(news)
            self._told_loads.update(news)

    def _draw_teams(self) -> None:
        rows = {
            key: team_row(team, self._positions[key])
            for key, team in self._teams.items()
            if key in self._positions
        }
        self.view.upsert_teams(_news(rows, self._told_teams))
        if lost := self._told_teams.keys() - rows.keys():
            self.view.remove_teams(lost)
        self._told_teams = rows

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._empty.lie_over(self.view)

    def _wire(self) -> None:
        view, selection = self.view, self._desk.selection
        view.ready.connect(self.ready)
        view.case_clicked.connect(selection.set_case)
        view.grid_clicked.connect(selection.set_grid)
        view.place_asked.connect(self.report_here)
        view.spot_clicked.connect(self.spot_clicked)
        view.home_clicked.connect(self.address_clicked)
        selection.case.connect(self._select_case)
        selection.grid.connect(self._select_grid)

    def _select_case(self, case: str) -> None:
        self.view.select_case(case or None)
        line = self._lines.get(case)
        if line is not None and line.grid is not None:
            self._desk.selection.set_grid(line.grid)

    def _select_grid(self, code: str) -> None:
        self.view.select_grid(code or None)


def _news(rows: dict[str, Row], told: dict[str, Row]) -> list[Row]:
    return [row for key, row in rows.items() if told.get(key) != row]
