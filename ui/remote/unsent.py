"""What waits on this seat's disk: not sent yet, or refused and to be decided by a hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.commands import AddNote, CaseCommand
from commandcenter.outbox import Unsent
from commandcenter.seat import SeatDesk
from commandcenter.services.views import AskCase, Board, CaseLine, CaseView, Changes, StoryLine
from ui import words
from ui.context import DeskContext
from ui.models.items import Choice
from ui.panels.keys import FormKeys
from ui.remote import told
from ui.remote.unsent_frame import UnsentFrame
from ui.words import names_of, refusal, word

LAST = 3
"""So many of the case's newest entries stand beside what was wanted."""
LEAST_REASON = 4


class UnsentPanel(UnsentFrame):
    """One row for each command; a refused one stands beside the case as it is now.

    `left` asks for the focus to go back to the queue.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, seat: SeatDesk, parent: QWidget | None = None) -> None:
        """Empty until refresh()."""
        super().__init__(parent)
        self._desk, self._seat = desk, seat
        self._lines: dict[str, CaseLine] = {}
        self._people: tuple[str, ...] = ()
        self._view: CaseView | None = None
        self._names: Mapping[str, str] = names_of(desk.reference)
        self._wire()
        self.refresh()

    def load(self, board: Board) -> None:
        """Learn the cases as they are, and who may have left something here."""
        self._lines = {line.id: line for line in board.cases}
        self._names = names_of(self._desk.reference, board.teams)
        self._people = tuple(one.id for one in board.people)
        self.refresh()

    def apply(self, changes: Changes) -> None:
        """Follow the cases, so that the present state is the present one."""
        self._lines.update({line.id: line for line in changes.cases})
        if changes.cases and self._seat.unsent:
            self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        self._show_others()
        marked = self._marked()
        items = (*self._seat.unsent, *self._seat.dropped)
        rows = [self._row(one) for one in items]
        self.model.load(rows)
        same = (
            at
            for at, one in enumerate(items)
            if marked is not None
            and one.command.id == marked.command.id
            and bool(one.dropped) == bool(marked.dropped)
        )
        at = next(same, 0)  # what was given up just now leaves the mark to the next
        if rows and (marked is None or self.list.currentIndex().row() != at):
            self.list.setCurrentIndex(self.model.index(at, 0))
        self._show_marked()

    def of_case(self, case: str) -> list[str]:
        """What waits on a case, one sentence each: not done, whatever the case shows."""
        return [
            f"{self._state(one)} · {told.deed(one.command)} · {self._at(one)}"
            for one in self._seat.unsent
            if one.case == case
        ]

    def _row(self, one: Unsent) -> Choice:
        line = self._lines.get(one.case)
        text = " · ".join(
            filter(
                None,
                (
                    told.deed(one.command),
                    told.subject(one, line, self._names),
                    told.beginning(one.command),
                ),
            )
        )
        who = self._names.get(one.who, one.who)
        note = f"{self._state(one)} · {self._at(one)} · {who}"
        tone = "dim" if one.dropped else "danger" if one.refused else "warning"
        return Choice(one.command.id, text, note, one, tone)

    def _state(self, one: Unsent) -> str:
        if one.dropped:
            return self.tr("已放弃：%1").replace("%1", one.dropped)
        return self.tr("未发送") if one.refused is None else self.tr("被拒，请定夺")

    def _at(self, one: Unsent) -> str:
        return f"{one.at.astimezone(self._desk.clock.zone):%H:%M:%S}"

    def _show_others(self) -> None:
        left = [self._names.get(one, one) for one in self._seat.left_by(self._people)]
        text = self.tr("%1 在本机还有未发送的内容：已加密，本人登录后发出或定夺")
        self.others.setText(text.replace("%1", words.listed(left)) if left else "")
        self.others.setVisible(bool(left))

    # ---- the two sides ----------------------------------------------------------------------

    def _show_marked(self) -> None:
        one = self._marked()
        refused = one is not None and (one.refused is not None or bool(one.dropped))
        self.again.setEnabled(refused)
        self.drop.setEnabled(one is not None and not one.dropped)
        if one is None or self._dropping not in ("", one.command.id):
            self._ask_reason("")
        if one is None:
            self.given.setText(self.tr("没有未发送的内容"))
            self.present.clear()
            return
        self.given.setText(self._given(one))
        self.present.setText(self._present(one))
        if one.case and not self._seat.lost and one.refused is not None:
            self._desk.ask("unsent.case", AskCase(case=one.case), self._show_story)

    def _given(self, one: Unsent) -> str:
        line = self._lines.get(one.case)
        rows = [f"{told.deed(one.command)} {told.subject(one, line, self._names)}"]
        zone = self._desk.clock.zone
        wanted = told.wanted(one.command, self._names, zone)
        rows += [f"{name}{words.say('：')}{text}" for name, text in wanted]
        if isinstance(one.command, CaseCommand):
            rows.append(self.tr("当时看到：第 %1 版").replace("%1", str(one.command.seen)))
        if one.refused is not None:
            said = refusal(one.refused.code, one.refused.values, self._names)
            rows.append(self.tr("被拒：%1").replace("%1", said))
        elif not one.dropped:
            rows.append(self.tr("未发送，没有办；连接恢复后自动发出"))
        return "\n".join(rows)

    def _present(self, one: Unsent) -> str:
        line = self._lines.get(one.case)
        if line is None:
            return self.tr("看板上没有这件案卷")
        unit = self._names.get(line.lead_unit or "", "—")
        text = self.tr("%1 · 第 %2 版 · 主办 %3").replace("%1", word(line.state))
        rows = [text.replace("%2", str(line.version)).replace("%3", unit)]
        view = self._view
        if view is not None and view.case.id == line.id:
            rows += [self._entry(one) for one in reversed(view.story[-LAST:])]
        return "\n".join(rows)

    def _entry(self, line: StoryLine) -> str:
        entry, zone = line.entry, self._desk.clock.zone
        at = f"{entry.at.astimezone(zone):%m-%d %H:%M:%S}"
        who = self._names.get(entry.who, entry.who)
        return f"{at} {who} {words.story(entry, self._names)}" + (
            f"{words.say('：')}{line.words}" if line.words else ""
        )

    def _show_story(self, view: object) -> None:
        assert isinstance(view, CaseView)
        self._view = view
        one = self._marked()
        if one is not None and one.case == view.case.id:
            self.present.setText(self._present(one))

    # ---- what a hand decides ----------------------------------------------------------------

    def _marked(self) -> Unsent | None:
        choice = self.model.choice(self.list.currentIndex().row())
        value = choice.value if choice else None
        return value if isinstance(value, Unsent) else None

    def _give_again(self) -> None:
        one, box = self._marked(), self._seat.outbox
        if one is None or box is None or not self.again.isEnabled():
            return
        line = self._lines.get(one.case)
        self._off(partial(box.again, one.command.id, line.version if line else None))

    def _begin_drop(self) -> None:
        one = self._marked()
        if one is not None and not one.dropped:
            self._ask_reason(one.command.id)

    def _drop(self) -> None:
        """Give it up: the reason stays here and, where there is a case, in the case's story."""
        one, box, reason = self._marked(), self._seat.outbox, self.reason.text().strip()
        if one is None or box is None or one.command.id != self._dropping:
            return
        if len(reason) < LEAST_REASON:
            self._desk.say("refusal", self.tr("请写明放弃的理由（至少 4 字）"))
            return
        self._ask_reason("")
        self._off(partial(box.drop, one.command.id, reason))
        line = self._lines.get(one.case)
        if line is not None:
            text = self.tr("断线时的“%1”没有办，已放弃：%2").replace("%1", told.deed(one.command))
            note = text.replace("%2", reason)
            self._desk.do(AddNote(case=line.id, seen=line.version, words=note))
        self.list.setFocus()

    def _keep_it(self) -> None:
        self._ask_reason("")
        self.list.setFocus()

    def _off(self, call: Callable[[], object]) -> None:
        self._desk.worker.run(call, owner=self)

    def _wire(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_marked)
        self.again.clicked.connect(self._give_again)
        self.drop.clicked.connect(self._begin_drop)
        keys, line = FormKeys(self), FormKeys(self)
        keys.bind("Return", self._give_again)
        keys.bind("Delete", self._begin_drop)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.list)
        line.bind("Return", self._drop)
        line.bind("Escape", self._keep_it)
        line.watch(self.reason)
