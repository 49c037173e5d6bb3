"""The plan for several cases as the Desk proposes it: asked for, followed, marked when old."""

from __future__ import annotations

from typing import TypeGuard

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import CaseState
from commandcenter.domain.person import Team
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.sending_views import AskAssignment, AskOverrules, Assignment, PlanRow
from commandcenter.services.views import Board, CaseLine, Changes, Reference
from ui.context import DeskContext
from ui.models import assign as model
from ui.models.assign import Standing
from ui.models.items import Choice
from ui.models.queue_cells import urgency
from ui.pace import Calm
from ui.panels.assign_frame import AssignFrame
from ui.words import names_of, say
from ui.words.asking import unanswered
from ui.worker import PASSING

MOST = 300
"""Cases of one plan; the rest waits for the next."""
PAUSE_MS = 700
"""A plan that is old is asked for again no more often than this."""


class AssignList(AssignFrame):
    """Shows the plan for the picked cases, or for all that wait; boxes are ticked by the panel.

    `plan_shown` carries the lines for the map, [] when nobody looks.
    """

    plan_shown = Signal(object)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing until somebody looks: then the Desk is asked."""
        super().__init__(parent)
        self._desk = desk
        self._filed: dict[str, CaseLine] = {}
        self._teams: dict[str, Team] = {}
        self._names = names_of(desk.reference)
        self._wanted: frozenset[str] = frozenset()
        self._picked: frozenset[str] = frozenset()
        self._plan: Assignment | None = None
        self._standing = Standing()
        self._sent: set[str] = set()
        self._seen = self._uncounted = False
        self._unplanned = ""
        self._again = Calm(self._ask, PAUSE_MS, self)
        self.list.selectionModel().currentChanged.connect(self._marked)
        desk.selection.case.connect(self._mark_case)
        desk.selection.picks.connect(self._pick)
        self._draw()

    # ---- what the desk tells --------------------------------------------------------------

    def load(self, board: Board) -> None:
        """A board came: the plan is made anew."""
        self._filed = {one.id: one for one in board.cases if one.state is CaseState.FILED}
        self._teams = {one.id: one for one in board.teams}
        self._names = self._named()
        self._plan = None
        if self._seen:
            self.begin()

    def apply(self, changes: Changes) -> None:
        """Mark the rows whose case or team went on meanwhile, and ask again."""
        old = self._teams
        self._teams = old | {one.id: one for one in changes.teams}
        if changes.teams:
            self._names = self._named()
        for line in changes.cases:
            if line.state is CaseState.FILED:
                self._filed[line.id] = line
            else:
                self._filed.pop(line.id, None)
        busy = {one.id for one in changes.teams if _busier(old.get(one.id), one)}
        moved = {one.case for one in self._plan_rows if self._moved(one) or one.team in busy}
        self._standing.sending -= {one.case for one in self._plan_rows if self._moved(one)}
        if moved:
            self._standing.moved |= moved
            if not self._standing.sending:
                self._again.want()
        if self._seen and (moved or changes.cases):
            self._draw()
        if changes.cases and not self.counts.isHidden():
            self._ask_counts()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: names, and what may go."""
        self._names = self._named()
        if self._plan is not None:
            self._again.want()

    def _named(self) -> dict[str, str]:
        """Names by id, of teams the short ones."""
        shorts = {one.id: one.short for one in self._teams.values()}
        return names_of(self._desk.reference) | shorts

    def sits(self) -> None:
        """Somebody else sat down, or may do something else."""
        self._draw()

    def set_theme(self, chosen: object) -> None:
        """Paint in the colours in force."""
        self.list.viewport().update()

    def stop(self) -> None:
        """Ask no more."""
        self._again.stop()

    def look(self, seen: bool) -> None:
        """Whether the panel is in front: only then the plan is asked for and on the map."""
        if seen and not self._seen:
            self._seen = True
            if self._plan is None or self._picked != self._desk.selection.picked:
                self.begin()
            else:
                self._wanted |= frozenset(self._filed) if not self._picked else frozenset()
                self._ask()
        self._seen = seen
        self._draw()

    # ---- asking ---------------------------------------------------------------------------

    def begin(self) -> bool:
        """Make a plan for the picked cases, or for all that wait; every tick by the plan."""
        self._picked = self._desk.selection.picked
        self._wanted = self._picked or frozenset(self._filed)
        self._plan, self._standing = None, Standing()
        self._sent.clear()
        self._note.clear()
        self._ask()
        self._draw()
        return True

    def _pick(self, cases: frozenset[str]) -> None:
        """One more was picked in the queue; what was sent leaves the picks by itself."""
        if self._seen and cases - self._picked:
            self.begin()

    def _ask(self) -> None:
        cases = self._first_of(self._wanted)
        if not cases:
            self._plan = None
            self._standing = Standing()
            self._draw()
        elif self._seen:
            self._unplanned = ""
            worker, missed = self._desk.worker, self._not_planned
            query = AskAssignment(cases=cases)
            who = self._desk.who
            worker.ask("assign.plan", query, who, self._got, missed, self, missed, lasting=True)

    def _not_planned(self, missed: Exception) -> None:
        """What was planned before stays; it says how to ask where nobody will by himself."""
        again = self.tr("没有编排成：按 R 再编排")
        self._unplanned = unanswered(missed) if _comes_yet(missed) else again
        self._draw()

    def _first_of(self, wanted: frozenset[str]) -> tuple[str, ...]:
        """The most pressing of these that still wait, as many as a person can look through."""
        now, filed = self._desk.now(), self._filed
        waiting = (filed[one] for one in wanted & filed.keys())
        lines = sorted(waiting, key=lambda one: urgency(one, now))
        return tuple(line.id for line in lines[:MOST])

    def _got(self, plan: Assignment) -> None:
        standing, before = self._standing, self._plan
        self._unplanned = ""
        if standing.sending:
            return  # it is asked for again when all are answered
        changed = model.news(before, plan)
        known = {one.case for one in before.rows} if before else set()
        self._plan = plan
        standing.moved = {one.case for one in plan.rows if self._moved(one)}
        standing.changed = {
            case: team
            for case, team in (standing.changed | changed).items()
            if any(one.case == case for one in plan.rows)
        }
        fresh = {one.case for one in plan.rows} - known
        standing.ticked = (standing.ticked | fresh) - changed.keys()
        standing.ticked &= {one.case for one in plan.rows if model.sendable(one, standing)}
        if standing.moved:
            self._again.want()
        self._draw()

    def _moved(self, row: PlanRow) -> bool:
        line = self._filed.get(row.case)
        return line is None or line.version != row.seen

    def _ask_counts(self) -> None:
        self._uncounted = False
        worker, missed = self._desk.worker, self._not_counted
        who = self._desk.who
        worker.ask(
            "assign.counts", AskOverrules(), who, self._got_counts, missed, self, missed, True
        )

    def _got_counts(self, found: object) -> None:
        if not self._counted.isHidden():  # else they were put away before they came
            self._counted.setText(model.overrule_head(found))
            self.counts.load(model.overrule_rows(found))

    def _not_counted(self, missed: Exception) -> None:
        self._uncounted = not _comes_yet(missed)
        again = self.tr("没有统计成：按 O 再统计")
        self._counted.setText(again if self._uncounted else unanswered(missed))
        self.counts.load(())

    # ---- drawing --------------------------------------------------------------------------

    @property
    def _plan_rows(self) -> tuple[PlanRow, ...]:
        return self._plan.rows if self._plan else ()

    @property
    def _row(self) -> PlanRow | None:
        """The row under the mark, None on a case that takes no part."""
        choice = self.rows.choice(self.list.currentIndex().row())
        return choice.value if choice and isinstance(choice.value, PlanRow) else None

    def _draw(self) -> None:
        at = self.list.currentIndex().row()
        before = self.rows.choice(at)
        made = self._made()
        self.rows.load(made)
        keys = [one.key for one in made]
        row = keys.index(before.key) if before and before.key in keys else max(at, 0)
        if keys and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.rows.index(min(row, len(keys) - 1)))
        self._head.setText(self._head_text())
        self._draw_marked()
        may = Role.DISPATCHER in self._desk.roles
        for name in ("send", "all"):
            self._buttons[name].setEnabled(may and bool(made) and not self._standing.sending)
            self._buttons[name].setToolTip("" if may else self.tr("派遣由调度员办理"))

    def _made(self) -> list[Choice]:
        if self._plan is None:
            return []
        return model.plan_rows(self._plan, self._standing, self._names, self._filed)

    def _draw_marked(self) -> None:
        row = self._row
        text = model.detail(row, self._desk.now(), self._names)
        self._detail.setText(text)
        self._detail.setVisible(bool(text))
        marked = row.case if row else ""
        shown = self._seen and self._plan is not None
        lines = model.lines_on_map(self._plan, self._standing, marked) if shown else []
        self.plan_shown.emit(lines)

    def _head_text(self) -> str:
        if self._plan is None and self._wanted & self._filed.keys():
            return self._unplanned or self.tr("正在编排…")
        if self._plan is None:
            return self._sent_text() or self.tr(
                "没有待派遣的案卷；立案后在这里一起编排。队列里按空格可只勾几件。"
            )
        parts = [model.head(self._plan, self._standing), self._sent_text()]
        late = len(self._filed) - len(self._plan_rows) - len(self._plan.left_out)
        others = len(self._picked - self._filed.keys() - self._sent)
        if others:
            parts.append(say("所选另有 {n} 件不是待派遣，不编排").format(n=others))
        if late > 0 and not self._picked:
            parts.append(say("另有 {n} 件未编入，按 R 重新编排").format(n=late))
        return " · ".join(part for part in (*parts, self._unplanned) if part)

    def _sent_text(self) -> str:
        gone = len(self._sent - self._filed.keys())
        return say("本次已派 {n} 件").format(n=gone) if gone else ""

    def _marked(self, now: QModelIndex, before: QModelIndex) -> None:
        self._draw_marked()

    def _mark_case(self, case: str) -> None:
        keys = [one.key for one in self.rows.choices()]
        if case in keys:
            self.list.setCurrentIndex(self.rows.index(keys.index(case)))


def _busier(old: Team | None, new: Team) -> bool:
    """Whether a team is at another point of its work than when the plan was made."""
    return old is None or (old.status, old.tasks) != (new.status, new.tasks)


def _comes_yet(missed: Exception) -> TypeGuard[Refusal]:
    """Whether a question that was not answered is put again by itself."""
    return isinstance(missed, Refusal) and missed.code in PASSING
