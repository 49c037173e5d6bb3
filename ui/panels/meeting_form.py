"""The form in which a consultation is recorded: who came, what was decided, tasks a line each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.domain.commands import HoldConsultation
from commandcenter.services.whistle_views import ConsultationView
from ui import words
from ui.context import DeskContext
from ui.models.items import Choice
from ui.models.minutes import TypedTask, typed
from ui.palette import colours
from ui.panels.keys import FormKeys
from ui.panels.lists import FormScroll, TickList
from ui.scale import NONE
from ui.words.whistle_texts import TASK_FAULTS

MOST_ROWS, HIGH = 6, 88


class MeetingForm(QWidget):
    """Filled by hand, given with Ctrl+Enter; `ended` when it was given or put away."""

    ended = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until start(view)."""
        super().__init__(parent)
        self._desk = desk
        self.view: ConsultationView | None = None
        self._typed_for = ""
        self.head = QLabel(objectName="meeting.head", wordWrap=True)
        self.came = TickList((("", ""), ("came", self.tr("到会"))), self, MOST_ROWS)
        self.decision = QPlainTextEdit(objectName="meeting.decision", tabChangesFocus=True)
        self.tasks = QPlainTextEdit(objectName="meeting.tasks", tabChangesFocus=True)
        self.read = QLabel(objectName="meeting.read", wordWrap=True)
        self.fault = QLabel(objectName="meeting.fault", wordWrap=True)
        self._lay_out()
        self._wire()

    def start(self, view: ConsultationView) -> None:
        """Record this one; what was typed for another is put away."""
        if self._typed_for != view.consultation.id:
            self._drop()
        self.view, self._typed_for = view, view.consultation.id
        meeting = view.consultation
        at = words.clock_text(meeting.meets_at, self._desk.now(), self._desk.clock.zone)
        self.head.setText(" · ".join((words.short_number(view.number), at, view.agenda or "")))
        units = self._desk.reference.units
        invited = set(meeting.units)
        ranked = sorted(units, key=lambda one: one.id not in invited)
        self.came.offer(
            [Choice(one.id, one.short) for one in ranked], dict.fromkeys(invited, "came")
        )
        self._refuse("")
        self._show_read()
        self.came.setFocus()

    def follow(self, known: dict[str, ConsultationView]) -> None:
        """The feed told: a consultation that is over is recorded no more."""
        now = known.get(self._typed_for)
        if now is None or now.consultation.held_at is not None:
            self._drop()
            if self.view is not None:
                self._end()
        elif self.view is not None:
            self.view = now

    def kept(self) -> dict[str, Any]:
        """What is typed, for the drafts."""
        typed_ = {"decision": self.decision.toPlainText(), "tasks": self.tasks.toPlainText()}
        return {"consultation": self._typed_for, **typed_} if any(typed_.values()) else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was typed; it is shown with its consultation."""
        self._typed_for = str(kept.get("consultation", ""))
        self.decision.setPlainText(str(kept.get("decision", "")))
        self.tasks.setPlainText(str(kept.get("tasks", "")))

    def give(self) -> bool:
        """Record it, or say what is missing."""
        view = self.view
        if view is None:
            return True
        lines, came = self.lines(), tuple(self.came.ticks())
        bad = next((one for one in lines if one.fault), None)
        if not came:
            self._refuse(self.tr("请用空格勾出到会的单位。"), self.came)
        elif not self.decision.toPlainText().strip():
            self._refuse(self.tr("请写会商的决定。"), self.decision)
        elif bad is not None:
            self._refuse(_fault(bad), self.tasks)
        else:
            self._desk.do(
                HoldConsultation(
                    case=view.consultation.case,
                    seen=view.case_version,
                    consultation=view.consultation.id,
                    attended=came,
                    words=self.decision.toPlainText(),
                    tasks=tuple(one.task for one in lines if one.task is not None),
                )
            )
        return True

    def lines(self) -> tuple[TypedTask, ...]:
        """The tasks as they are read now."""
        text, now = self.tasks.toPlainText(), self._desk.now()
        return typed(text, self._desk.reference.units, now, self._desk.clock.zone)

    def _refuse(self, text: str, at: QWidget | None = None) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        if at is not None:
            at.setFocus()

    def _show_read(self) -> None:
        """Under the tasks stands how each line was understood."""
        names = {one.id: one.short for one in self._desk.reference.units}
        zone, now = self._desk.clock.zone, self._desk.now()
        said = []
        for one in self.lines():
            if one.task is None:
                said.append("✗ " + _fault(one))
            else:
                due = words.clock_text(one.task.due, now, zone)
                said.append(f"✓ {names[one.task.unit]} · {one.task.words} · {due}")
        self.read.setText("\n".join(said))
        self.read.setVisible(bool(said))

    def set_theme(self, chosen: object) -> None:
        """In the colours in force."""
        self.fault.setStyleSheet(f"color: {colours().danger}")

    def _drop(self) -> None:
        """What was typed is given, or for another: it goes."""
        self._typed_for = ""
        self.decision.clear()
        self.tasks.clear()

    def _end(self) -> bool:
        self.view = None
        self.ended.emit()
        return True

    def _lay_out(self) -> None:
        self.came.setAccessibleName(self.tr("到会单位"))
        self.decision.setAccessibleName(self.tr("决定"))
        self.tasks.setAccessibleName(self.tr("任务"))
        self.tasks.setPlaceholderText(self.tr("一行一项：水务 排查基础 10-21"))
        for one in (self.decision, self.tasks):
            one.setFixedHeight(HIGH)  # how the lines are read stays in sight
        hint = self.tr("空格 勾到会 · Tab 下一项 · Ctrl+Enter 记录 · Esc 放下")
        body, form = QWidget(), QFormLayout()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(8, 6, 8, 6)
        rows.addLayout(form)
        rows.addStretch()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.head)
        form.addRow(self.tr("到会"), self.came)
        form.addRow(self.tr("决定"), self.decision)
        form.addRow(self.tr("任务"), self.tasks)
        form.addRow(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.addWidget(FormScroll(body, self), 1)
        column.addWidget(self.fault)
        column.addWidget(QLabel(hint, enabled=False, wordWrap=True))
        self.setFocusProxy(self.came)
        self.set_theme(None)

    def _wire(self) -> None:
        keys = FormKeys(self)
        keys.bind("Ctrl+Return", self.give)
        keys.bind("Escape", self._end)
        keys.watch(self.came, self.decision, self.tasks)
        self.tasks.textChanged.connect(self._show_read)
        for one in (self.decision, self.tasks):
            one.textChanged.connect(lambda: self._refuse(""))


def _fault(one: TypedTask) -> str:
    return words.say(TASK_FAULTS[one.fault]).format(line=one.text)
