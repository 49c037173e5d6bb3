"""The joint panel: several teams under one lead, the law told for each while it is put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import DispatchJoint
from commandcenter.domain.joint import LEAST_PARTS, JointKind
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.services.joining_views import AskJoint, JointCheck
from commandcenter.services.views import AskCase, Board, CaseView, Changes, Reference
from ui.context import DeskContext
from ui.models.items import Choice
from ui.panels.dispatch_given import Given
from ui.panels.dispatch_rows import proposed_officers
from ui.panels.dispatch_staff import Staff, head_text
from ui.panels.joint_draft import (
    CO,
    LEAD,
    Force,
    force_rows,
    meeting,
    own_kind,
    parts_of,
    summary,
    team_of,
    told_units,
    unit_of,
    usual_kind,
    with_one_lead,
)
from ui.panels.joint_kept import JointDrafts


class JointPanel(JointDrafts):
    """Sends the selected case to several teams; what is chosen stays while the case is the same."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """No case yet."""
        self._staff = Staff(desk)
        super().__init__(self._staff, parent)
        self._desk = desk
        self._rows: list[Choice] = []
        self._given = Given(desk, self)
        self._connect()
        self._show_case()

    def load(self, board: Board) -> None:
        """Learn teams, officers and leaders."""
        self._staff.learn(board)

    def apply(self, changes: Changes) -> None:
        """Follow the staff; the case is asked for anew when it changed."""
        self._staff.learn(changes)
        if self.isVisible() and self._case is not None:
            if any(one.id == self._case.id for one in changes.cases):
                self._ask_case()
            elif changes.teams or changes.officers:
                self._offer()
                self._ask()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: names, units and powers by the new ones."""
        self._staff.rename()
        if self.isVisible() and self._case is not None:
            self._ask_case()

    def relinked(self) -> None:
        """The server is heard again: the case may be as this seat last knew it."""
        if self.isVisible() and self._desk.selection.current_case:
            self._ask_case()

    def restore(self, kept: dict[str, Any]) -> None:
        """Take back what was kept; the case that is open is asked for anew."""
        super().restore(kept)
        self._show_case()  # nothing can be chosen before it is there
        self.relinked()

    def send(self) -> bool:
        """派出: give the command, or go to what is still missing and say it."""
        case = self._case
        if case is None or not self._sendable:
            return True
        if self._given.holds(case):
            self._tell(self.tr("正在派出…"))
        elif (missing := self._missing()) is not None:
            text, widget = missing
            self._tell(text)
            widget.setFocus()
        else:
            self._tell(self.tr("正在派出…"))
            self._given.give(case, self._command(case), self._staff.names)
        self._refresh()
        return True

    def _missing(self) -> tuple[str, QWidget] | None:
        """The first thing that is wrong, in words, and where it is put right."""
        form, reason = self.form, self.form.law.unanswered
        if len(parts_of(self._forces.values(), self._marks)) < LEAST_PARTS:
            return self.tr("至少要有两支力量，其中一支牵头"), form.forces
        if form.law.blocked:
            return self.tr("法律不允许这样派遣，见下方红色条目"), form.forces
        if not form.place.text().strip():
            return self.tr("请写集合地点"), form.place
        if self._meets() is False:
            return self.tr("集合时间请写成 14:30"), form.time
        if not form.words.toPlainText().strip():
            return self.tr("请写方案：谁做什么"), form.words
        if reason is not None:
            return self.tr("请写明理由（至少 4 字）"), reason
        return None

    def _meets(self) -> datetime | bool | None:
        """When they meet, None for at once, False for what is no time."""
        try:
            return meeting(self.form.time.text(), self._desk.now(), self._desk.clock.zone)
        except ValueError:
            return False

    @property
    def _sendable(self) -> bool:
        return self._case is not None and self._case.state is CaseState.FILED

    @property
    def _kind(self) -> TaskKind:
        return TaskKind(self.form.kind.key)

    def _command(self, case: Case) -> DispatchJoint:
        meets, approver = self._meets(), self._approver()
        return DispatchJoint(
            case=case.id,
            seen=case.version,
            joint_kind=JointKind(self.form.sort.key),
            kind=self._kind,
            parts=parts_of(self._forces.values(), self._marks),
            notify=told_units(self._rows, self._marks),
            place=self.form.place.text().strip(),
            meets_at=meets if isinstance(meets, datetime) else None,
            words=self.form.words.toPlainText().strip(),
            reasons=self.form.law.reasons(),
            approved_by=approver,
        )

    def _approver(self) -> str | None:
        chosen = self.form.approver.choice
        return chosen.key if chosen is not None and self._coerces() else None

    def _coerces(self) -> bool:
        parts = parts_of(self._forces.values(), self._marks)
        return any(one.kind is TaskKind.COERCE for one in parts)

    def _done(self, case: str, receipt: object) -> None:
        """It went: nothing of it is kept, and the case is asked for as it is now."""
        self._kept.pop(case, None)
        if case != self._desk.selection.current_case:
            return
        self._case = None
        self._clear()
        self._let_go()  # ahead of what hides the form with the keyboard in it
        self._show_case()
        if self.isVisible():
            self._ask_case()

    def _not_done(self, case: str, why: str) -> None:
        if case == self._desk.selection.current_case:
            self._tell(why)
            self._refresh()
            self._ask_case()

    # ---- the case ---------------------------------------------------------------------------

    def _selected(self, case: str) -> None:
        self._keep()
        self._case = None
        self._clear()
        self._show_case()
        if case and self.isVisible():
            self._ask_case()

    def _ask_case(self) -> None:
        question = AskCase(case=self._desk.selection.current_case)
        self._desk.ask("joint.case", question, self._got_case)

    def _got_case(self, view: CaseView) -> None:
        if view.case.id != self._desk.selection.current_case:
            return
        fresh = self._case is None
        self._case = view.case
        if fresh:
            self.form.place.setText(view.case.place)
            self.form.set_kind(usual_kind(view.case.item, self._desk.reference.powers))
            self._begin()
        self._show_case()
        if self._sendable:
            self._offer()
            self._ask()

    def _show_case(self) -> None:
        self.form.setVisible(self._sendable)
        self._send.setVisible(self._sendable)
        self._hint.setVisible(self._sendable)
        now = self._desk.now()
        self._head.setText(head_text(self._case, self._staff.names, now, self._sendable))
        if not self._sendable:
            self.form.law.load_check(None, self._staff.names)
            self._parts.clear()
        self._refresh()

    def _clear(self) -> None:
        """Nothing chosen, nothing written."""
        self._marks, self._forces = {}, {}
        for line in (self.form.place, self.form.time, self.form.words):
            line.clear()
        self.form.approver.clear()
        self.form.law.load_check(None, self._staff.names)
        self.form.show_crew("", False)
        self._parts.clear()
        self._tell("")

    # ---- who takes part ---------------------------------------------------------------------

    def _offer(self) -> None:
        reference, staff = self._desk.reference, self._staff
        case = self._case
        item = next((one for one in reference.items if case and one.code == case.item), None)
        self._rows = force_rows(
            reference.units, staff.teams.values(), staff.officers.values(), item
        )
        known = {one.key for one in self._rows}
        self._marks = {key: mark for key, mark in self._marks.items() if key in known}
        self.form.forces.offer(self._rows, self._marks)

    def _ticked(self) -> None:
        before, self._marks = self._marks, with_one_lead(self.form.forces.ticks(), self._marks)
        for row in self._rows:
            if self._marks.get(row.key) in (LEAD, CO) and before.get(row.key) not in (LEAD, CO):
                self._forces[row.key] = self._proposed(row)
        self.form.forces.offer(self._rows, self._marks)
        self._look()
        self._ask()

    def _proposed(self, row: Choice) -> Force:
        """A new part: its kind by its powers, its first two who may go."""
        assert self._case is not None
        unit, team = unit_of(row), team_of(row)
        crew = proposed_officers(self._staff.crew(self._case, team, unit))
        kind = own_kind(unit, self._case.item, self._kind, self._desk.reference.powers)
        return Force(key=row.key, unit=unit, team=team, kind=kind, officers=crew)

    def _looked_at(self) -> Force | None:
        row = self.form.forces.current()
        mark = self._marks.get(row.key) if row else None
        return self._forces.get(row.key) if row and mark in (LEAD, CO) else None

    def _look(self) -> None:
        """Show kind and crew of the part in the marked row."""
        part = self._looked_at()
        name = self._staff.names.get(part.team or part.unit, part.unit) if part else ""
        self.form.show_crew(name, part is not None)
        if part is None:
            return
        self.form.own.blockSignals(True)
        self.form.own.set_key(part.kind.value)
        self.form.own.blockSignals(False)
        rows = self._staff.crew(self._case, part.team, part.unit)
        self.form.officers.offer(rows, dict.fromkeys(part.officers, "on"))

    def _own_kind(self, kind: str) -> None:
        part = self._looked_at()
        if part is not None:
            self._forces[part.key] = replace(part, kind=TaskKind(kind))
            self._ask()

    def _crew(self) -> None:
        part = self._looked_at()
        if part is not None:
            officers = tuple(self.form.officers.ticks())
            self._forces[part.key] = replace(part, officers=officers)
            self._ask()

    def _kind_picked(self, kind: str) -> None:
        """Another kind of task for all: those who have that power take it."""
        if self._case is None:
            return
        powers, item = self._desk.reference.powers, self._case.item
        for key, one in self._forces.items():
            self._forces[key] = replace(one, kind=own_kind(one.unit, item, TaskKind(kind), powers))
        self._look()
        self._ask()

    def _ask(self) -> None:
        """Ask what the law says to the parts so far."""
        parts = parts_of(self._forces.values(), self._marks)
        self._parts.setText(summary(parts, self._staff.names))
        self.form.show_approver(self._coerces())
        if self._case is not None and parts:
            question = AskJoint(
                case=self._case.id, kind=self._kind, parts=parts, approved_by=self._approver()
            )
            self._desk.ask("joint.law", question, self._got_law)
        else:
            self.form.law.load_check(None, self._staff.names)
        self._refresh()

    def _got_law(self, check: JointCheck) -> None:
        if self._case is not None and check.case == self._case.id and self._sendable:
            self.form.law.load_check(check, self._staff.names)
            self._refresh()

    def _refresh(self) -> None:
        may = Role.DISPATCHER in self._desk.roles
        self._send.setEnabled(may and self._sendable and not self._given.holds(self._case))
        self._send.setToolTip("Ctrl+Enter" if may else self.tr("派遣由调度员办理"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._desk.selection.current_case and not event.spontaneous():
            self._ask_case()

    def _connect(self) -> None:
        form = self.form
        self._desk.selection.case.connect(self._selected)
        self._given.done.connect(self._done)
        self._given.missed.connect(self._not_done)
        form.forces.ticked.connect(self._ticked)
        form.force.connect(self._look)
        form.own.picked.connect(self._own_kind)
        form.officers.ticked.connect(self._crew)
        form.kind.picked.connect(self._kind_picked)
        form.approver.chosen.connect(lambda choice: self._ask())
        form.approver.edited.connect(lambda text: self._ask())
        self._bind_keys(self.send)
