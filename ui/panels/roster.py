"""The roster: who can be sent now, and which grids nobody covers."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import (
    SetOfficerShift,
    SetPersonShift,
    SetTeamStatus,
    UndoTeamStatus,
)
from commandcenter.domain.grid import Grid
from commandcenter.domain.person import Officer, Person, Team, TeamStatus
from commandcenter.domain.rules import UNDO_SECONDS
from commandcenter.services.rights import WHOLE_STREET
from commandcenter.services.views import Board, Changes, Reference
from ui import words
from ui.context import DeskContext
from ui.keyring import keyed
from ui.models.cover import CoverModel
from ui.models.roster import RosterModel, shown_icon
from ui.panels.empty import EmptyHint, no_teams, not_yours
from ui.panels.roster_views import CoverList, RosterTree
from ui.scale import NONE

TICK_MS = 1000


class UndoBar(QWidget):
    """One line for ten seconds: what was set, and the way to take it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until offered."""
        super().__init__(parent)
        self.team, self._until = "", datetime.min
        self.text, self.button = QLabel(), QPushButton()
        self.button.setObjectName("roster_undo")
        self.button.setIcon(shown_icon("undo"))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def offer(self, team: str, said: str, until: datetime) -> None:
        """Offer to undo the status of a team until that instant (UTC)."""
        self.team, self._until = team, until
        self.text.setText(said)
        self.show()

    def tick(self, now: datetime) -> None:
        """Count down; go when the time is over."""
        left = int((self._until - now).total_seconds() + 0.999) if self.team else 0
        if left <= 0:
            self.withdraw()
            return
        text = self.tr("撤销 Ctrl+Z（{n}秒）").format(n=left)
        self.button.setText(keyed(text, "case.undo"))

    def withdraw(self) -> None:
        """Offer nothing."""
        self.team = ""
        self.hide()


class RosterPanel(QWidget):
    """Two pages: units with teams and officers, and grids with their members on shift."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until load(board)."""
        super().__init__(parent)
        self.setObjectName("roster_panel")
        self._desk = desk
        self._counted = (-1, -1)
        self._mine: frozenset[str] | None = None
        self._names = words.names_of(desk.reference)
        shared = (self._names, desk.reference.phones)
        self.model = RosterModel(desk.reference.units, *shared, desk.now, desk.clock.zone, self)
        self.cover = CoverModel(self._own(desk.reference), *shared, self)
        self.tree = RosterTree("roster_tree", self.tr("队伍与人员"))
        self.grids = CoverList("roster_grids", self.tr("网格在岗情况"))
        self.tabs, self.undo = QTabWidget(), UndoBar()
        self._empty = EmptyHint("roster_empty", no_teams(), self)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._lay_out()
        self._wire()

    def load(self, board: Board) -> None:
        """Show a board: units with teams are open, crews are closed."""
        self._know(board)
        self.model.load(board)
        self.cover.load(board)
        self._empty.show_if(not board.teams)
        self.undo.withdraw()
        self._unfold()
        self._count()
        self._follow_team(self._desk.selection.current_team)

    def apply(self, changes: Changes) -> None:
        """Take in what changed; one's own change of a team's status can be undone."""
        self.model.apply(changes)
        self.cover.apply(changes)
        if changes.teams:
            self._empty.show_if(False)
        for entry in changes.entries:
            if entry.kind == "team_status_undone" and entry.subject == self.undo.team:
                self.undo.withdraw()
            if entry.kind == "team_status_set" and entry.who == self._desk.who:
                self._offer_undo(entry.subject, entry.at)
        self._count()
        self._tick_undo()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: units, grids and names as they are now."""
        self._names = words.names_of(reference)
        self.model.refer(reference.units, self._names, reference.phones)
        self.cover.refer(self._own(reference), self._names, reference.phones)
        self._count()

    def _know(self, board: Board) -> None:
        """Who sits here is told of every grid's members, of the own grids', or of nobody's."""
        person = next((one for one in board.people if one.id == self._desk.who), None)
        whole = person is None or person.holds(WHOLE_STREET)
        self._mine = None if whole or person is None else frozenset(person.grids)
        self._empty.tell(no_teams() if whole else not_yours())
        self.tabs.setTabVisible(1, self._mine is None or bool(self._mine))
        self.cover.refer(self._own(self._desk.reference), self._names, self._desk.reference.phones)

    def _own(self, reference: Reference) -> list[Grid]:
        """The grids whose members this seat is told of."""
        every, mine = (shape.grid for shape in reference.grids), self._mine
        return [one for one in every if mine is None or one.code in mine]

    def tick(self) -> None:
        """A second passed: times since, and the ten seconds of the undo."""
        self.model.tick()
        self._tick_undo()

    def menu_for(self, index: QModelIndex) -> QMenu:
        """What may be set on a row; what follows from a task is shown but not offered."""
        menu = QMenu(self)
        value = self.model.value(index)
        if isinstance(value, Team):
            self._team_menu(menu, value)
        elif isinstance(value, Officer):
            self._shift_action(menu, value)
        return menu

    def toggle(self) -> None:
        """The key of a row: a team goes free or off, an officer on or off shift."""
        value = self.model.value(self.tree.currentIndex())
        if isinstance(value, Team):
            self._toggle_team(value)
        elif isinstance(value, Officer):
            self._desk.do(SetOfficerShift(officer=value.id, on_shift=not value.on_shift))

    def undo_status(self) -> None:
        """Take back the status set last, while its ten seconds run."""
        if self.undo.team:
            self._desk.do(UndoTeamStatus(team=self.undo.team))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # ---- building -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.grids.setModel(self.cover)
        self.grids.dress()
        self.tabs.setObjectName("roster_tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.tree, shown_icon("team"), self.tr("队伍"))
        self.tabs.addTab(self.grids, shown_icon("grid"), self.tr("网格"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(*NONE)
        rows.setSpacing(0)
        rows.addWidget(self.tabs, 1)
        rows.addWidget(self._empty)
        rows.addWidget(self.undo)
        self.setFocusProxy(self.tree)
        self.setMinimumWidth(280)

    def _wire(self) -> None:
        self.tree.selectionModel().currentRowChanged.connect(self._chosen)
        self.grids.selectionModel().currentRowChanged.connect(self._grid_chosen)
        self.tree.customContextMenuRequested.connect(self._ask_menu)
        self.grids.customContextMenuRequested.connect(self._ask_grid_menu)
        self.tree.toggled.connect(self.toggle)
        self.tree.undo_wanted.connect(self.undo_status)
        self.tree.opened.connect(self._open_case)
        self.tree.doubleClicked.connect(self._open_case)
        self.undo.button.clicked.connect(self.undo_status)
        self._desk.selection.team.connect(self._follow_team)
        self._desk.selection.grid.connect(self._follow_grid)

    # ---- selection ------------------------------------------------------------------------

    def _chosen(self, current: QModelIndex) -> None:
        value = self.model.value(current)
        if isinstance(value, Officer):
            self._desk.selection.set_team(value.team or "")
        else:
            self._desk.selection.set_team(value.id if isinstance(value, Team) else "")

    def _follow_team(self, team: str) -> None:
        value = self.model.value(self.tree.currentIndex())
        if team and not (isinstance(value, Officer) and value.team == team):
            index = self.model.index_of(team)
            if index.isValid():
                self.tree.setCurrentIndex(index)

    def _grid_chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._desk.selection.set_grid(self.cover.code(current.row()))

    def _follow_grid(self, code: str) -> None:
        row = self.cover.row_of(code)
        if row >= 0 and row != self.grids.currentIndex().row():
            self.grids.setCurrentIndex(self.cover.index(row, 0))

    def _open_case(self) -> None:
        value = self.model.value(self.tree.currentIndex())
        if isinstance(value, Team) and value.case:
            self._desk.selection.set_case(value.case)
            self._desk.start("case.open")
        else:
            index = self.tree.currentIndex().siblingAtColumn(0)
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    # ---- setting --------------------------------------------------------------------------

    def _ask_menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            self._pop_up(self.menu_for(index), self.tree.viewport().mapToGlobal(at))

    def _ask_grid_menu(self, at: QPoint) -> None:
        index = self.grids.indexAt(at)
        if index.isValid():
            self._pop_up(self.grid_menu(index), self.grids.viewport().mapToGlobal(at))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        if not menu.isEmpty():
            menu.popup(at)

    def grid_menu(self, index: QModelIndex) -> QMenu:
        """On and off shift for each member of a grid."""
        menu = QMenu(self)
        for person in self.cover.members(self.cover.code(index.row())):
            self._shift_action(menu, person)
        return menu

    def _team_menu(self, menu: QMenu, team: Team) -> None:
        for status in (TeamStatus.FREE, TeamStatus.REST, TeamStatus.OFF):
            text = self.tr("设为{status}").format(status=words.word(status))
            action = menu.addAction(shown_icon(f"team.{status.value}"), text)
            action.setEnabled(team.task is None and team.status is not status)
            action.triggered.connect(lambda _=False, status=status: self._set_team(team, status))
        if team.task is not None:
            menu.addSeparator()
            text = self.tr("有任务在身：状态随任务（签收、出发、到场、完成）变化")
            menu.addAction(text).setEnabled(False)

    def _shift_action(self, menu: QMenu, who: Officer | Person) -> None:
        name = self._names.get(who.id, who.id)
        text = self.tr("{name} 离岗") if who.on_shift else self.tr("{name} 上岗")
        mark = shown_icon("team.off" if who.on_shift else "team.free")
        action = menu.addAction(mark, text.format(name=name))
        on = not who.on_shift
        command = (
            SetOfficerShift(officer=who.id, on_shift=on)
            if isinstance(who, Officer)
            else SetPersonShift(person=who.id, on_shift=on)
        )
        action.triggered.connect(lambda _=False: self._desk.do(command))

    def _toggle_team(self, team: Team) -> None:
        if team.task is not None:
            self._desk.say("refusal", words.refusal("status_follows_task"))
            return
        off = team.status is TeamStatus.OFF
        self._set_team(team, TeamStatus.FREE if off else TeamStatus.OFF)

    def _set_team(self, team: Team, status: TeamStatus) -> None:
        self._desk.do(SetTeamStatus(team=team.id, status=status))

    # ---- undoing and counting -------------------------------------------------------------

    def _offer_undo(self, team: str, at: datetime) -> None:
        value = self.model.value(self.model.index_of(team))
        if isinstance(value, Team):
            said = self.tr("{team}：{status}").format(
                team=value.short, status=words.word(value.status)
            )
            self.undo.offer(team, said, at + timedelta(seconds=UNDO_SECONDS))

    def _tick_undo(self) -> None:
        self.undo.tick(self._desk.now())
        self.tree.can_undo = bool(self.undo.team)

    def _unfold(self) -> None:
        """Teams in sight, people one key away."""
        for row in range(self.model.rowCount()):
            unit = self.model.index(row, 0)
            first = self.model.value(self.model.index(0, 0, unit))
            self.tree.setExpanded(unit, isinstance(first, Team))

    def _count(self) -> None:
        missing, bare = self.cover.uncovered, self.cover.unstaffed
        if self._counted == (missing, bare):
            return  # a tab's text set anew lays the whole page out anew
        self._counted = missing, bare
        text = self.tr("网格（{bare} 无人 · {off} 离岗）").format(bare=bare, off=missing - bare)
        self.tabs.setTabText(1, text if missing else self.tr("网格"))
        mark = "lamp.red" if bare else "lamp.yellow" if missing else "grid"
        self.tabs.setTabIcon(1, shown_icon(mark))
        tip = self.tr("{bare} 个网格没有网格员，另有 {off} 个网格的网格员都离岗")
        self.tabs.setTabToolTip(1, tip.format(bare=bare, off=missing - bare))
