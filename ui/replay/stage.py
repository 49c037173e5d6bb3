"""The past on panels of its own: map, queue, roster and who was at risk, at the tape's moment.

They are made of the live desk's classes but share nothing with its panels, so that whatever the
past does there, the live board stays exactly as it is and goes on following the feed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from commandcenter.domain.plan import Layer
from commandcenter.services.playing import Player
from ui.panels.map import MapPanel
from ui.panels.map_rows import centres
from ui.panels.queue import QueuePanel
from ui.panels.roster import RosterPanel
from ui.replay.past import PastContext
from ui.theme import icon
from ui.words import say

NAMED = "replay."
LITTLE = 200
"""Up to so many touched rows the queue is changed line by line, which keeps what is in sight."""


class Stage(QSplitter):
    """Map at the left, the lists at the right; `lower` is what stands below the lists."""

    def __init__(self, past: PastContext, lower: QWidget, cache: Path | None) -> None:
        """Empty until show_at(); `cache` keeps the map's composed page."""
        super().__init__(Qt.Orientation.Horizontal)
        self._past = past
        self.map, self.queue, self.roster = (
            MapPanel(past, cache),
            QueuePanel(past),
            RosterPanel(past),
        )
        self.people, self._centres = _People(past), centres(past.reference)
        for one in (self.map, self.queue, self.roster):
            _rename(one)
        self.tabs = QTabWidget(documentMode=True, objectName="replay.tabs")
        self.tabs.addTab(self.queue, icon("panel.queue"), self.tr("队列"))
        self.tabs.addTab(self.roster, icon("panel.roster"), self.tr("力量"))
        self.tabs.addTab(self.people, icon("evacuation"), self.tr("转移"))
        self._lay_out(lower)

    def start(self) -> None:
        """Make the map's web engine."""
        self.map.start()

    def stop(self) -> None:
        """Take the map's web engine down."""
        self.map.stop()

    def show_at(self, player: Player, on: bool) -> None:
        """Show where the player stands; `on` says that it only went on a little."""
        now = self._past.now()
        board = player.board(now)
        self._past.mode.load(board)
        self.map.load(board)
        relief = player.relief(self._centres)
        self.map.view.set_layers({one.value: relief.emergency is not None for one in Layer})
        self.map.layers.show(relief)
        if on and len(player.touched) <= LITTLE:
            changes = player.changes(now)
            self.queue.apply(changes)
            self.roster.apply(changes)
            self.queue.tick()
        else:
            self.queue.load(board)
            self.roster.load(board)
        self.people.show_areas(player)

    def _lay_out(self, lower: QWidget) -> None:
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.tabs)
        right.addWidget(lower)
        right.setSizes([300, 240])
        right.setChildrenCollapsible(False)
        self.addWidget(self.map)
        self.addWidget(right)
        self.setStretchFactor(0, 1)
        self.setSizes([440, 420])
        self.setChildrenCollapsible(False)


class _People(QTreeWidget):
    """People at risk by community: listed, moved, refused, still to come; nobody's name."""

    def __init__(self, past: PastContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._past = past
        self.setObjectName("replay.people")
        self.setAccessibleName(self.tr("转移名单的人数"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels([say(one) for one in ("社区", "应转移", "已转移", "拒绝", "未转移")])
        self._told: list[tuple[str, ...]] = []
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_areas(self, player: Player) -> None:
        """The counts of this moment."""
        names = self._past.reference.communities
        rows = [
            (
                names.get(one.community, one.community) or self.tr("地点不明"),
                str(one.listed),
                str(one.moved),
                str(one.refused),
                str(one.listed - one.moved - one.refused),
            )
            for one in player.areas()
        ]
        if rows == self._told:
            return
        self._told = rows
        self.clear()
        self.addTopLevelItems([QTreeWidgetItem(list(row)) for row in rows])


def _rename(panel: QWidget) -> None:
    """The live panels keep their names to themselves."""
    for one in (panel, *panel.findChildren(QWidget)):
        if one.objectName() and not one.objectName().startswith("qt_"):
            one.setObjectName(NAMED + one.objectName())
