"""One handover on the screen: the draft of now, the one under way, or a signed record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.commands import (
    AcknowledgeItem,
    Command,
    FreezeHandover,
)
from commandcenter.domain.handover import Handover
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.handover_views import AskHandover, HandoverView
from ui import words
from ui.context import DeskContext
from ui.documents.saving import Papers, papers_of
from ui.models.handover import rows_of
from ui.panels.handover_forms import Strip
from ui.panels.handover_frame import HandoverFrame
from ui.panels.handover_head import hint_text, title_text
from ui.panels.handover_papers import PaperTray
from ui.panels.handover_seat import SeatChange
from ui.panels.handover_signing import Signing
from ui.panels.handover_text import Names, counts_text, parts_text
from ui.panels.handover_writing import Writing
from ui.panels.keys import FormKeys
from ui.words import handing


class HandoverPage(HandoverFrame):
    """Shows what the Desk answers and gives commands; only the feed changes what is shown.

    `left` asks for the keyboard to go back to the queue, `taken` carries the Person who sits
    down here to receive. `people` are those of the board, by id.
    """

    left = Signal()
    taken = Signal(object)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        super().__init__(desk, parent)
        self.people: Mapping[str, Person] = {}
        self.names: Mapping[str, str] = {}
        self.view: HandoverView | None = None
        self._record: str | None = None
        self._given: set[tuple[str, int]] = set()
        self._signs = False
        self.signing = Signing(self)
        self.seat = SeatChange(self)
        self.writing = Writing(self)
        self.tray = PaperTray(desk, self.papers, self)
        self._wire()

    # ---- what is shown ------------------------------------------------------------------

    @property
    def desk(self) -> DeskContext:
        """What the panels share."""
        return self._desk

    @property
    def running(self) -> Handover | None:
        """The record that is frozen and not signed by both."""
        record = self.view.handover if self.view else None
        return record if record is not None and not record.signed else None

    @property
    def shown(self) -> str | None:
        """The record that is on the screen, None for the draft."""
        return self.view.handover.id if self.view and self.view.handover else None

    @property
    def case(self) -> str:
        """The case under the cursor, "" without one."""
        row = self.items.current()
        return row.case if row is not None else ""

    def papers(self) -> Papers | None:
        """What is on the screen, to be saved or printed."""
        desk = self._desk
        return papers_of(self.view, self.names, desk.reference, desk.now()) if self.view else None

    def refresh(self) -> None:
        """Ask how it stands; who waits to sign presses again where that meets nobody."""
        asked, who = AskHandover(handover=self._record), self._desk.who
        no = self._unsign
        worker = self._desk.worker
        worker.ask("handover.view", asked, who, self._show, no, self, no, lasting=True)

    def show_record(self, record: str | None) -> None:
        """Show a stored record, or what is now."""
        self._record = record
        self.note.clear()
        self.refresh()

    def forget(self) -> None:
        """Nobody looks here now: no password stays, and what was begun ends."""
        self.clear_passwords()
        self.note.clear()
        self._given.clear()
        self._signs = False

    def tick(self) -> None:
        """Time goes on."""
        self.items.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def redraw(self) -> None:
        """Draw what is known anew: names, colours or the seat have changed."""
        if self.view is not None:
            self._show(self.view)

    def _show(self, view: object) -> None:
        assert isinstance(view, HandoverView)
        draft = self.view is not None and self.view.handover is None
        if draft and view.handover is not None and not view.handover.signed:
            self.freeze.clear()  # frozen; an old record that is looked at takes no remarks away
        self.view = view
        self._given.clear()
        self.items.names = self.names
        self.items.signed = view.handover is not None and view.handover.signed
        self.items.load(rows_of(view))
        self.nothing.show_if(not view.parts.items)
        units = {one.id: one.short for one in self._desk.reference.units}
        self.title.setText(title_text(view, self.names))
        self.counts.setText(counts_text(view.parts))
        self.parts.write(parts_text(view, Names(self.names, units)), keep=True)
        self._tell_progress(view)
        self._tell_row()
        self._arrange()
        if self._signs:
            self._signs = False
            self.main_step()

    def _name(self, person: str | None) -> str:
        return self.names.get(person or "", person or "—")

    def _tell_progress(self, view: HandoverView) -> None:
        done, many = self.items.rows.progress()
        text = self.tr("案卷 %1 件").replace("%1", str(many))
        if view.handover is not None:
            asked = len(view.questions)
            text = self.tr("已确认 %1/%2").replace("%1", str(done)).replace("%2", str(many))
            text += self.tr(" · 提问 %1").replace("%1", str(asked)) if asked else ""
        self.progress.setText(text)

    def _tell_row(self) -> None:
        """What the row has no room for: both states, what was asked."""
        row = self.items.current()
        told = []
        if row is not None:
            both = handing.differences(row.view, self.names)
            told += [self.tr("变化：%1").replace("%1", both)] if both else []
            asked = row.view.item.question
            told += [self.tr("提问：%1").replace("%1", asked)] if asked else []
        self.detail.setText("\n".join(told))
        self.detail.setVisible(bool(told))

    # ---- what may be done now -----------------------------------------------------------

    def _arrange(self) -> None:
        assert self.view is not None
        record, open_ = self.view.handover, self.strip
        if record is None:
            may = Role.SHIFT_LEAD.value in self._desk.roles
            self._offer_freeze()
            self.open_strip(self.freeze if may else None)
        elif record.signed:
            self.open_strip(open_ if open_ is self.addendum else None)
        else:
            keep = open_ in (self.sign, self.question, self.take, self.drop)
            self.open_strip(open_ if keep else None)
            self.signing.offer(record)
        self.hint.setText(hint_text(self._desk, record, self.names))

    def _offer_freeze(self) -> None:
        assert self.view is not None
        parts, me = self.view.parts, self._desk.who
        leads = self._named(Role.SHIFT_LEAD, but=me)
        self.freeze.propose(leads, self._named(Role.DUTY_LEADER), parts.incoming, parts.leader)

    def _named(self, role: Role, but: str = "") -> list[tuple[str, str]]:
        found = sorted(one.id for one in self.people.values() if role in one.roles)
        return [(one, self._name(one)) for one in found if one != but]

    # ---- what the person does -----------------------------------------------------------

    def freeze_now(self, incoming: str, leader: str, remarks: str) -> None:
        """Take the snapshot."""
        self.give(
            FreezeHandover(
                incoming=incoming,
                leader=leader or None,
                remarks=remarks,
                queued=self._desk.unsent(),
            )
        )

    def acknowledge(self) -> None:
        """Take the case under the cursor as it stands; then the next one."""
        command, row = self.taking(), self.items.current()
        if command is None or row is None:
            return
        key = (command.case, command.seen)
        if row.taken != "taken" and key not in self._given:
            self._given.add(key)
            self.give(command, None, partial(self._given.discard, key))
        self.items.go_open()

    def taking(self, question: str = "") -> AcknowledgeItem | None:
        """The word on the case under the cursor; None where nobody here may say it."""
        record, row = self.running, self.items.current()
        if record is None or row is None:
            return None
        if self._desk.who != record.incoming:
            text = self.tr("由接班人 %1 逐件确认；按 T 请接班人在本席就座")
            self.note.warn(text.replace("%1", self._name(record.incoming)))
            return None
        self.note.clear()
        seen = row.view.line_version
        return AcknowledgeItem(handover=record.id, case=row.case, seen=seen, question=question)

    def main_step(self) -> None:
        """Freeze the draft, or sign what is frozen."""
        if self.view is None:
            return
        if self.running is not None:
            self.signing.begin()
        elif self.view.handover is None and not self.freeze.isHidden():
            self.freeze.incoming.setFocus()

    def sign_soon(self) -> None:
        """Sign what is under way: at once where it is shown, else when it is."""
        self._signs = True
        self.show_record(None)

    def leave_strip(self) -> None:
        """Close the strip; the keyboard is the list's again if it was in there."""
        here = self.strip is not None and self.strip.has_keyboard
        self.clear_passwords()
        self.note.clear()
        if self.strip is not self.freeze:
            self.open_strip(None)
        if here:
            self.items.setFocus()

    def leave(self) -> None:
        """From a stored record back to now, from now to the queue."""
        if self._record is not None:
            self.show_record(None)
        else:
            self.left.emit()

    def go_to(self, case: str) -> None:
        """Put cursor and keyboard on a case of the list."""
        self.items.go_to(case)
        self.items.setFocus()

    def refused(self, said: Refusal) -> None:
        """Say beside the list why something was not done."""
        self.note.refuse(words.refusal(said.code, said.values, self.names))

    def broken(self, error: object = None) -> None:
        """Say beside the list that the program failed."""
        self.note.refuse(words.say("程序出错，没有办成；可再试一次"))

    def _unsign(self, why: object) -> None:
        """A link that comes back after minutes must not take the keyboard."""
        self._signs = False

    def begin(self, strip: Strip) -> None:
        """Open a strip with the keyboard in it."""
        self.note.clear()
        self.open_strip(strip)
        strip.setFocus()

    def give(
        self,
        command: Command,
        done: Callable[[object], None] | None = None,
        undone: Callable[[], object] = lambda: None,
    ) -> None:
        """Give a command; what was `undone` is told beside the list while the record is there."""
        here = (self._desk.who, self.shown)

        def told(say: Callable[[], None]) -> None:
            undone()
            if here == (self._desk.who, self.shown):
                say()

        self._desk.worker.do(
            command,
            here[0],
            done,
            lambda said: told(partial(self.refused, said)),
            lambda error: told(self.broken),
            owner=self,
        )

    def _walked(self, case: str) -> None:
        self._tell_row()
        self._desk.selection.set_case(case)

    def _wire(self) -> None:
        items = self.items
        items.walked.connect(self._walked)
        items.taken.connect(self.acknowledge)
        items.asked.connect(self.writing.begin_question)
        items.left.connect(self.leave)
        self.freeze.wanted.connect(self.freeze_now)
        for strip in (self.freeze, self.sign, self.take, self.drop, self.question, self.addendum):
            strip.left.connect(self.leave_strip)
        keys = FormKeys(self)
        keys.bind("Ctrl+Return", self.main_step)
        keys.bind("Ctrl+Del", self.writing.begin_drop)
        keys.bind("A", self.writing.begin_addendum)
        keys.bind("T", self.seat.begin)
        keys.bind("S", self.tray.save)
        keys.bind("P", self.tray.print_record)
        keys.bind("R", self.tray.print_receipt)
        keys.watch(items)
