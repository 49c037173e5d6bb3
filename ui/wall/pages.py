"""The pages that the wall turns: the live map, charts, communities, teams."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.domain.person import Position, Team
from commandcenter.services.views import Board, CaseLine, Changes, Reference
from ui.map.view import MapView
from ui.models.chart_rows import AGE, COMMUNITIES, FLOW, PACES, UNITS, Table
from ui.palette import Colours, colours
from ui.panels.chart_kinds import make_chart
from ui.panels.map_rows import Row, centres, grid_loads, ground
from ui.scale import NONE
from ui.wall.figures import TeamCard, cards, case_mark, street_names, team_mark
from ui.wall.parts import FINE, GAP, RIGHT, TEXT, Plate, WallText
from ui.words import say

MAP_ZOOM, CHART_SCALE = 2.1, 2.4
"""How much larger than at the desk the map's and the charts' words are at 1080 lines."""
ACROSS, DOWN = 3, 8
NO_LOAD: Row = {"lamp": "none", "count": 0}
KINDS = ((FLOW, AGE), (COMMUNITIES, UNITS), (PACES,))
"""The charts of each page."""


class MapPage(QWidget):
    """A map of its own, which no hand reaches and which follows nobody's choice."""

    def __init__(self, reference: Reference, scale: float, cache: Path | None) -> None:
        """Empty until start() and show_all()."""
        super().__init__()
        self.view = MapView(self, cache)
        self.view.set_scale(MAP_ZOOM * scale)
        self.view.setEnabled(False)
        self._told: dict[str, dict[str, Row]] = {"cases": {}, "teams": {}, "loads": {}}
        self.refer(reference)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addWidget(self.view)

    def start(self) -> None:
        """Make the web engine."""
        self.set_theme(colours())
        self.view.start()

    def stop(self) -> None:
        """Take it down."""
        self.view.stop()

    def refer(self, reference: Reference) -> None:
        """Lay the ground."""
        self._names, self._centres = street_names(reference), centres(reference)
        self.view.set_ground(*ground(reference), reference.sketch)

    def set_theme(self, chosen: Colours) -> None:
        """Dress the map."""
        self.view.set_theme(chosen.name)

    def show_all(
        self,
        lines: Iterable[CaseLine],
        teams: Mapping[str, Team],
        positions: Mapping[str, Position],
        now: Any,
    ) -> None:
        """Tell the map what differs from what it was told."""
        live = list(lines)
        marks = (case_mark(line, self._names, self._centres, now) for line in live)
        cases = {row["id"]: row for row in marks if row is not None}
        self.view.upsert_cases(self._news("cases", cases))
        self.view.remove_cases(self._lost("cases", cases))
        seen = {key: team for key, team in teams.items() if key in positions}
        rows = {key: team_mark(team, positions[key]) for key, team in seen.items()}
        self.view.upsert_teams(self._news("teams", rows))
        self.view.remove_teams(self._lost("teams", rows))
        before = {key: NO_LOAD for key in self._told["loads"]}
        loads = {**before, **grid_loads(live, now)}
        told = self._told["loads"]
        self.view.colour_grids({key: row for key, row in loads.items() if told.get(key) != row})
        self._told = {"cases": cases, "teams": rows, "loads": loads}

    def _news(self, kind: str, rows: dict[str, Row]) -> list[Row]:
        return [row for key, row in rows.items() if self._told[kind].get(key) != row]

    def _lost(self, kind: str, rows: dict[str, Row]) -> list[str]:
        return sorted(self._told[kind].keys() - rows.keys())


class ChartPage(QWidget):
    """Charts of the desk with larger type, nothing to point at."""

    def __init__(self, kinds: tuple[str, ...], scale: float) -> None:
        """One below the other, without the line for what a hand points at."""
        super().__init__()
        self.charts = {kind: make_chart(kind, CHART_SCALE * scale) for kind in kinds}
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(round(GAP * scale))
        for chart in self.charts.values():
            chart.told.hide()
            chart.item.layout.setContentsMargins(2, 0, 4, round(GAP * scale) // 2)
            column.addWidget(chart, 1)

    def show_tables(self, tables: Mapping[str, Table]) -> None:
        """Show the figures of these kinds."""
        for kind, chart in self.charts.items():
            if kind in tables:
                chart.show_table(tables[kind])

    def set_theme(self, chosen: Colours) -> None:
        """Take the colours in force."""
        for chart in self.charts.values():
            chart.dress()


class TeamPage(QWidget):
    """A plate for each team that is on, who is out first; what has no room is counted."""

    def __init__(self, scale: float) -> None:
        """Empty until show_teams()."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(*NONE)
        grid.setSpacing(round(GAP * scale) // 2)
        self._plates = [_TeamPlate(scale) for _ in range(ACROSS * DOWN)]
        for n, plate in enumerate(self._plates):
            grid.addWidget(plate, n // ACROSS, n % ACROSS)
        for n in range(ACROSS):
            grid.setColumnStretch(n, 1)
        for n in range(DOWN):
            grid.setRowStretch(n, 1)

    def show_teams(self, teams: Iterable[Team]) -> None:
        """Say how they stand."""
        shown = list(cards(teams)) or [TeamCard(say("没有在岗的队伍"), "", "○", "dim")]
        most = len(self._plates)
        if len(shown) > most:
            rest = say("另 {n} 支队伍").format(n=len(shown) - most + 1)
            shown = [*shown[: most - 1], TeamCard(rest, "", "…", "dim")]
        for n, plate in enumerate(self._plates):
            plate.show_card(shown[n] if n < len(shown) else None)


class _TeamPlate(Plate):
    """A team's name and its status."""

    def __init__(self, scale: float) -> None:
        super().__init__(scale)
        self._name, self._status = WallText(TEXT, scale), WallText(FINE, scale, RIGHT)
        row = QHBoxLayout(self)
        edge = round(GAP * scale)
        row.setContentsMargins(edge + self._stripe, 0, edge, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._status)

    def show_card(self, card: TeamCard | None) -> None:
        self._name.say(f"{card.sign} {card.name}" if card else "")
        self._status.say(card.status if card else "", card.token if card else "dim")
        self.mark(card.token if card else "")


def page_boards(board: Board | Changes) -> tuple[dict[str, Team], dict[str, Position]]:
    """Teams and positions of a board or of changes, by the team's id."""
    return {one.id: one for one in board.teams}, {one.team: one for one in board.positions}
