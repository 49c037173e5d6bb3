"""The dispatch panel: who goes, with the reason for each team and what the law says to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from commandcenter.domain.case import CaseState
from commandcenter.domain.law import Finding
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.services.views import (
    AskCandidates,
    AskCase,
    Board,
    CandidatesView,
    CaseView,
    Changes,
    Reference,
)
from commandcenter.waiting import Waiting
from ui.context import DeskContext
from ui.panels.dispatch_choice import DispatchChoice
from ui.panels.dispatch_given import Given
from ui.panels.dispatch_rows import team_rows
from ui.panels.dispatch_staff import Staff, head_text

ANSWERED_BY_APPROVER = "coercion_unapproved"


class DispatchPanel(DispatchChoice):
    """Sends the selected case; nothing is sent against a block or without a warning's reason.

    `candidates_shown` carries [{"team_id", "rank"}] for the map, [] when nothing is shown.
    """

    candidates_shown = Signal(object)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """No case yet."""
        self._staff = Staff(desk)
        super().__init__(self._staff, parent)
        self._desk = desk
        self._given = Given(desk, self)
        self._fresh = False
        self._early: int | None = None
        self._unheard = False
        self._connect()
        self._show_case()

    def load(self, board: Board) -> None:
        """Learn teams, officers and leaders."""
        self._staff.learn(board)

    def apply(self, changes: Changes) -> None:
        """Follow teams and officers; say when the case changed under the hand."""
        self._staff.learn(changes)
        if not self.isVisible():
            return  # showing it asks anew
        mine = [one for one in changes.cases if self._case and one.id == self._case.id]
        for line in mine:
            assert self._case is not None
            if line.version == self._case.version:
                continue
            if not self._given.holds(self._case) and line.state is CaseState.FILED:
                self._tell(self.tr("案卷刚有变动，已按最新情况重新核对"))
            self._ask_case()
        if self._sendable and not self._fresh and (changes.teams or changes.officers):
            rows = self._staff.crew(self._case, self._team, self.form.unit)
            self.form.officers.offer(rows, self.form.officers.ticks())
            self._ask()
        self._refresh()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: head, teams, people and the law's answer by the new ones."""
        self._staff.rename()
        if self.isVisible() and self._case is not None:
            self._ask_case()

    def relinked(self) -> None:
        """The server is heard again: the case and its teams may be as this seat last knew them."""
        self._lose_digit()
        if self.isVisible():
            self._look_anew()

    def restore(self, kept: dict[str, Any]) -> None:
        """Take back what was kept; the case that is open is asked for anew."""
        super().restore(kept)
        if self._case is not None and self.isVisible():
            self._ask_case()

    def send(self) -> bool:
        """派遣: give the command, or go to what is still missing and say it."""
        case, view = self._case, self._view
        if case is None or view is None or not self._sendable:
            return True
        missing = self.form.law.unanswered
        if self._unheard:
            self._unheard = False
            self._tell(self.tr("前面按的队伍数字没有算：请再按数字，或再按一次派现在选中的"))
        elif self._given.holds(case):
            self._tell(self.tr("正在派遣…"))
        elif self.form.law.blocked:
            self._tell(self.tr("法律不允许这样派遣，见下方红色条目"))
        elif self.form.unit is None:
            self._tell(self.tr("请选主办单位"))
            self.form.lead.setFocus()
        elif missing is not None:
            self._tell(self.tr("请写明理由（至少 4 字）"))
            missing.setFocus()
        elif not self._why.answered:
            self._tell(self.tr("没有派推荐的队伍：按 A–F 选一条理由；选“其他”要写明（至少 4 字）"))
            field = self._why.words if self._why.code else self.form.teams
            field.setFocus()
        else:
            self._tell(self.tr("正在派遣…"))
            self._given.give(case, self._command(case, view), self._staff.names)
        self._refresh()
        return True

    def choose_team(self, number: int) -> bool:
        """Choose the team of this rank; False when a text line wants the digit."""
        if self.form.typing:
            return False
        if self._view is None or self._fresh:
            self._early = number  # a hand faster than the answer
            return True
        ranked = next((one for one in self._view.candidates if one.rank == number), None)
        if ranked is not None:
            self._unheard = False
            self._choose(ranked.team, ranked.unit)
        return True

    @property
    def _sendable(self) -> bool:
        return self._case is not None and self._case.state is CaseState.FILED

    @property
    def _awaiting(self) -> bool:
        """Whether a case is picked and its answer still to come: the form keeps the focus."""
        return self._case is None and bool(self._desk.selection.current_case)

    def _done(self, case: str, receipt: object) -> None:
        """It went, or waits: what was chosen for it is kept no more."""
        self._forget(case, isinstance(receipt, Waiting))
        if case == self._desk.selection.current_case:
            self._tell("")
            self._refresh()
            self._let_go()

    def _let_go(self) -> None:
        """Give the focus back if it is here; a hand that has gone on keeps its place."""
        if self.isAncestorOf(QApplication.focusWidget()):
            self.left.emit()

    def _not_done(self, case: str, why: str) -> None:
        if case == self._desk.selection.current_case:
            self._tell(why)
            self._refresh()
            self._ask_case()

    def _selected(self, case: str) -> None:
        self._keep()
        self._case = self._view = None
        self._fresh, self._early, self._unheard = True, None, False
        self._proposed = None
        self._tell("")
        self._show_case()
        if case and self.isVisible():
            self._ask_case(case)

    def _look_anew(self) -> None:
        """Ask for case and teams; where there was none and no hand chose, propose again."""
        if not self._desk.selection.current_case:
            return
        if self._case is None or (self._team is None and self._untouched):
            self._fresh = True
        self._ask_case()

    def _ask_case(self, case: str = "") -> None:
        case = case or self._desk.selection.current_case
        self._desk.ask("dispatch.case", AskCase(case=case), self._got_case)

    def _got_case(self, view: CaseView) -> None:
        if view.case.id != self._desk.selection.current_case:
            return
        waited = self._given.holds(self._case)
        self._case = view.case
        if waited and not self._given.holds(view.case):
            self._tell("")
        self._show_case()
        if self._sendable:
            self._ask()

    def _ask(self) -> None:
        """Ask for candidates and the law's answer to what is chosen so far."""
        if self._case is None:
            return
        if self._fresh:
            question = AskCandidates(case=self._case.id)
        else:
            question = AskCandidates(
                case=self._case.id,
                unit=self.form.unit,
                kind=TaskKind(self.form.kind.key),
                team=self._team,
                officers=tuple(self.form.officers.ticks()),
            )
        self._desk.ask("dispatch.candidates", question, self._got_candidates)

    def _got_candidates(self, view: CandidatesView) -> None:
        if self._case is None or view.case != self._case.id or not self._sendable:
            return
        self._view = view
        if self._fresh:
            self._unit = view.proposed_unit
        self._show_offer(view, self._staff.names)
        rows = team_rows(view.candidates, self._staff.teams, self._staff.names, self._best())
        self.form.teams.load(rows)
        self.form.show_because()
        if self._fresh:
            self._fresh = False
            self._propose(view)
            return
        self._mark_team()
        self._ask_why()
        self._show_law()
        shown = [{"team_id": one.team, "rank": one.rank} for one in view.candidates if one.rank]
        self.candidates_shown.emit(shown)
        self._refresh()

    def _propose(self, view: CandidatesView) -> None:
        """Begin with the proposal, or with what a hand had chosen before or since it was asked."""
        number, self._early = self._early, None
        recalled = False
        if self._proposed is None or self._untouched:
            self._begin(view)
            recalled = self._recall()
        self._ask()
        if number is not None and not recalled:
            self.choose_team(number)

    def _put_off(self, key: str) -> None:
        """A question met nobody and is put again; whose it is, its key tells."""
        if key in ("dispatch.case", "dispatch.candidates"):
            self._lose_digit()

    def _lose_digit(self) -> None:
        """The answer may be long in coming: a digit that was to choose in it does not, and says so.

        What is then proposed is not what the hand meant: the next send only tells.
        """
        if self._early is not None:
            self._early, self._unheard = None, True

    def _found(self) -> tuple[Finding, ...]:
        if self._view is None:
            return ()
        approved = self.form.approver.choice is not None
        return tuple(
            one
            for one in self._view.findings
            if not (approved and one.code == ANSWERED_BY_APPROVER)
        )

    def _show_law(self) -> None:
        self.form.law.load(self._found(), self._staff.names)
        self._refresh()

    def _show_case(self) -> None:
        """The head, and why there is nothing to send when there is not."""
        if not self._sendable and not self._awaiting:
            self._let_go()
        self.form.setVisible(self._sendable or self._awaiting)
        self._send.setVisible(self._sendable)
        now = self._desk.now()
        self._head.setText(head_text(self._case, self._staff.names, now, self._sendable))
        self._head.setVisible(not self._awaiting)
        if self._awaiting:
            self._head.clear()
            self.form.teams.load(())
            self.form.teams.show()  # it takes the keys until the teams are there
        if not self._sendable:
            self.form.law.load((), self._staff.names)
            self._show_offer(None, self._staff.names)
            self._why.ask("")
            self.candidates_shown.emit([])
        self._refresh()

    def _refresh(self) -> None:
        may = Role.DISPATCHER in self._desk.roles
        ready = self._view is not None and not self.form.law.blocked
        self._send.setEnabled(may and ready and not self._given.holds(self._case))
        tip = self.tr("Ctrl+Enter") if may else self.tr("派遣由调度员办理")
        self._send.setToolTip(tip)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._look_anew()

    def _connect(self) -> None:
        form = self.form
        self._desk.selection.case.connect(self._selected)
        self._desk.worker.missed.connect(self._put_off)
        self._given.done.connect(self._done)
        self._given.missed.connect(self._not_done)
        form.lead.chosen.connect(self._lead_chosen)
        form.kind.picked.connect(self._kind_picked)
        form.team_taken.connect(self._team_marked)
        form.officers.ticked.connect(self._ask)
        form.others.ticked.connect(self._refresh)
        form.approver.chosen.connect(self._show_law)
        form.approver.edited.connect(self._show_law)
        form.law.changed.connect(self._refresh)
        self._why.changed.connect(self._refresh)
        form.sent.connect(self._send.setFocus)
        self._send.clicked.connect(self.send)
        form.keys.watch(self._send)
        self._bind_keys(self.send, self.choose_team)
