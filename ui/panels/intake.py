"""The intake panel: a report is taken in by keyboard alone, with what is known beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QWidget,
)

from commandcenter.domain.commands import Behalf, FileCase, MergeCase, ReportCase
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Channel, Role
from commandcenter.services.views import (
    Board,
    CaseLine,
    Changes,
    Reference,
)
from commandcenter.waiting import Waiting
from ui.context import DeskContext
from ui.panels import intake_kept
from ui.panels.intake_asking import Asking
from ui.panels.intake_draft import Draft
from ui.panels.intake_facts import fault_text
from ui.panels.intake_frame import IntakeFrame
from ui.panels.intake_search import Searches
from ui.words import names_of, refusal

FILERS = frozenset({Role.INTAKE_OFFICER, Role.SHIFT_LEAD})
"""Who may take in and file at once: both are needed."""

FIELD_OF = {
    "no_such_item": "item",
    "no_such_grid": "place",
    "place_missing": "place",
    "place_unknown": "place",
    "place_too_long": "place",
    "words_missing": "words",
    "words_or_picture": "words",
    "evidence_missing": "words",
    "words_too_long": "words",
    "phone_pattern": "phone",
    "no_such_person": "reporter",
}
"""The field that a refusal speaks of."""


@dataclass(frozen=True, slots=True)
class _Then:
    """What follows when the report has appeared in the feed, while who gave it sits here.

    It is shown, unless it had to wait: by then a hand is elsewhere.
    """

    who: str
    file: bool = False
    into: str | None = None
    show: bool = True


class IntakePanel(IntakeFrame):
    """Takes a report in; what was typed stays until the desk has confirmed it.

    `left` asks for the focus to go back to the queue; the draft stays.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """An empty form for the next call."""
        self._searches = Searches(desk.reference)
        super().__init__(desk, self._searches, parent)
        self._desk = desk
        self._then: dict[str, _Then] = {}
        self._sent: ReportCase | None = None
        self._out: ReportCase | None = None
        self._ids: list[str] = []
        self._warm = False
        self._asking = Asking(desk, self.form, self.beside, self._searches)
        self._connect()
        self._refresh()

    def load(self, board: Board) -> None:
        """Learn who is on shift."""
        self._searches.set_people(board.people)
        self.form.suit_person()
        self._follow_mode()
        self._refresh()

    def refer(self, reference: Reference) -> None:
        """An administrator changed the tables: items and staff are offered by the new ones."""
        self._searches.renew(reference)
        self._refresh()

    def apply(self, changes: Changes) -> None:
        """Hear of our own report: it is selected, and filed or merged if that was asked."""
        self._searches.set_people(changes.people)
        for line in changes.cases:
            then = self._then.pop(line.id, None)
            if then is not None and then.who == self._desk.who:
                self._go_on(line, then)
        self._refresh()

    def place_at(self, lon: float, lat: float, grid: str | None = None) -> None:
        """Take a place from the map: lon, lat WGS 84 degrees; `grid` its code if known.

        It counts at once, as what is typed does: what the Desk knows of it is only shown.
        """
        self.form.place.close_list()
        self.form.pick(lon, lat, grid)

    def kept(self) -> dict[str, Any]:
        """What is typed (a value for the disk); {} for nothing."""
        return intake_kept.kept(self.form, self._sent)

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was typed before; {} empties the form."""
        self._forget()
        if kept:
            intake_kept.restore(self.form, self._searches, kept)
            self._ids = kept["sent"]

    def take_in(self) -> bool:
        """受理: check the form and give the report to the desk."""
        return self._submit(_Then(self._desk.who))

    def take_in_and_file(self) -> bool:
        """受理并立案, for a shift lead only."""
        if not self._desk.roles >= FILERS:
            self._desk.say("warning", self.tr("立案由值班长办理"))
            return True
        return self._submit(_Then(self._desk.who, file=True))

    def take_in_and_merge(self) -> bool:
        """受理并并案: take the report in, then merge it into the marked case."""
        line = self.beside.line()
        if line is None:
            self._tell(self.tr("旁边没有可并入的案件"))
        elif not self.beside.can_merge():
            self._tell(self.tr("所选案件已办结，不能并入：请按原结果答复，或另行受理"))
        else:
            self._submit(_Then(self._desk.who, into=line.merged_into or line.id))
        return True

    def _submit(self, then: _Then) -> bool:
        if self._out is not None:
            return True
        if self.form.pictures.waiting:
            self._tell(self.tr("图片还在保存，请稍候再受理"))
            return True
        now, clock = self._desk.now(), self._desk.clock
        draft = self.form.draft()
        faults = draft.faults(now, clock)
        self.form.show_faults({key: fault_text(code) for key, code in faults.items()})
        if faults:
            self.form.focus_field(next(iter(faults)))
            return True
        command = self._command(draft)
        self._then[command.case] = then
        self._out = command
        self._refresh()
        self._desk.worker.do(
            command,
            self._desk.who,
            partial(self._taken, command),
            partial(self._refused, command),
            partial(self._broken, command),
            self,
        )
        return True

    def _command(self, draft: Draft) -> ReportCase:
        """The command of this draft; the same one again after a failure, so it is done once."""
        if self._sent is None:
            now, clock = self._desk.now(), self._desk.clock
            made = draft.command(now, clock, self.form.place_name())
            made = intake_kept.same(made, self._ids)
            self._sent = self._for_reporter(made, now)
        return self._sent

    def _for_reporter(self, command: ReportCase, now: datetime) -> ReportCase:
        """A dispatcher, who takes nothing in, enters the telephone report of a grid member."""
        if command.reporter is None or Role.INTAKE_OFFICER in self._desk.roles:
            return command
        behalf = Behalf(person=command.reporter, channel=Channel.TELEPHONE, happened_at=now)
        return replace(command, behalf=behalf)

    def _taken(self, command: ReportCase, receipt: object) -> None:
        waits = isinstance(receipt, Waiting)
        if waits and command.case in self._then:
            self._then[command.case] = replace(self._then[command.case], show=False)
        if not self._back(command):
            return
        if self._sent is not command:
            told = self.tr("已受理；之后改动的内容不在其中")
            later = self.tr("未发送，连接恢复后自动发出；之后改动的内容不在其中")
            self._tell(later if waits else told)
            return
        self._forget()
        if self.isAncestorOf(QApplication.focusWidget()):  # a hand that has gone on keeps its place
            self.form.focus_field("source")

    def _refused(self, command: ReportCase, said: Refusal) -> None:
        self._then.pop(command.case, None)
        if not self._back(command):
            return
        self._sent = None
        text = refusal(said.code, said.values, names_of(self._desk.reference))
        field = FIELD_OF.get(said.code)
        if field is None:
            self._tell(text)
        else:
            self.form.show_faults({field: text})
            if self.isAncestorOf(QApplication.focusWidget()):
                self.form.focus_field(field)

    def _broken(self, command: ReportCase, error: Exception) -> None:
        if self._back(command):
            self._tell(self.tr("没有送达，内容仍在：请再按一次 Ctrl+Enter，不会重复受理"))

    def _back(self, command: ReportCase) -> bool:
        """An answer came: whether the form is still the one that the report was given from."""
        if self._out is not command:
            return False
        self._out = None
        self._refresh()
        return True

    def _go_on(self, line: CaseLine, then: _Then) -> None:
        if then.into is not None:
            self._desk.do(MergeCase(case=line.id, seen=line.version, into=then.into))
        elif then.file:
            self._desk.do(FileCase(case=line.id, seen=line.version))
        if then.show:
            self._desk.selection.set_case(then.into or line.id)

    def _forget(self) -> None:
        """An empty form for the next call: no answer that is on its way comes into it."""
        self._sent, self._out, self._ids = None, None, []
        self.form.clear()
        self._tell("")
        self._asking.forget()

    def _changed(self) -> None:
        self._sent, self._ids = None, []

    def _follow_mode(self) -> None:
        """The drill's switch is there while a drill goes on."""
        self.form.offer_drill(self._desk.mode.drill)

    def _refresh(self) -> None:
        """Say which buttons may be pressed now."""
        self._file.setVisible(self._desk.roles >= FILERS)
        for button in (self._take, self._file):
            button.setEnabled(self._out is None)
        self._merge.setEnabled(self._out is None and self.beside.can_merge())

    def _leave(self) -> bool:
        if not self.form.close_list():
            self.left.emit()
        return True

    def _connect(self) -> None:
        form, keys = self.form, self.form.keys
        form.changed.connect(self._changed)
        form.sent.connect(self._take.setFocus)
        self._desk.mode.changed.connect(self._follow_mode)
        self.beside.opened.connect(self._desk.selection.set_case)
        self.beside.marked.connect(self._refresh)
        self._desk.selection.case.connect(self._refresh)
        for button, call in (
            (self._take, self.take_in),
            (self._file, self.take_in_and_file),
            (self._merge, self.take_in_and_merge),
            (self._clear, self._forget),
        ):
            button.clicked.connect(call)
        keys.watch(self._take, self._file, self._merge, self._clear, self.beside.list)
        self._bind_keys()

    def _bind_keys(self) -> None:
        form, beside = self.form, self.beside
        bound: dict[str, Callable[[], bool | None]] = {
            "Return": self._enter,
            "Tab": form.take_marked,
            "Up": partial(form.step, -1),
            "Down": partial(form.step, 1),
            "Escape": self._leave,
            "Ctrl+Return": self.take_in,
            "Ctrl+Shift+Return": self.take_in_and_file,
            "Ctrl+M": self.take_in_and_merge,
            "Ctrl+Up": partial(beside.step, -1),
            "Ctrl+Down": partial(beside.step, 1),
            "Ctrl+V": form.pictures.paste_image,
            "Alt+P": form.pictures.choose,
            "Alt+Y": form.turn_drill,
        }
        for name, call in bound.items():
            form.keys.bind(name, call)

    def _enter(self) -> bool:
        """Enter presses a button, opens a case of the list, or goes to the next field."""
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
            return True
        return focused is not self.beside.list and self.form.advance()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        if not self._warm:
            self._warm = True
            self._desk.worker.run(self._searches.warm)
