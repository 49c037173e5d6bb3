"""A table of what a shift hands on, and the first such: instructions, warnings, faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.domain.clock import WorkClock
from commandcenter.domain.commands import Command, EndNotice, RecordNotice
from commandcenter.domain.handover import NoticeKind
from commandcenter.domain.refusal import Refusal
from commandcenter.services.handover_views import AskNotices, Notices
from ui import words
from ui.context import DeskContext
from ui.keyring import say_keyed
from ui.models.admin_plain import PlainRow
from ui.panels.admin_plain import PlainTable
from ui.panels.empty import EmptyHint
from ui.panels.handover_forms import MOST_LINE, MOST_WORDS, Strip, Typed, chooser, offer
from ui.panels.intake_draft import wall_time
from ui.panels.keys import FormKeys
from ui.panels.step_note import NoteLabel
from ui.scale import TIGHT
from ui.words import say


def coming_time(text: str, now: datetime, clock: WorkClock) -> datetime | None:
    """UTC of "12:00" (the next one), "10-16 12:00" or with the year; None when it is no time."""
    at = wall_time(text, now, clock)
    if at is not None and at <= now and "-" not in text:
        at += timedelta(days=1)
    return at


class ListPage(QWidget):
    """A table that is asked for when shown, what to do while it is empty, strips, a hint.

    `left` comes from Esc.
    """

    left = Signal()
    NAMED: tuple[str, ...] = ()
    """The actions whose keys hint and empty words name."""

    def __init__(
        self, desk: DeskContext, name: str, heads: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Nothing is asked before refresh()."""
        super().__init__(parent)
        self._desk = desk
        self._under_way: set[tuple[str, ...]] = set()
        self.names: Mapping[str, str] = {}
        self.table = PlainTable(heads, f"handover.{name}")
        self.table.setAccessibleName(words.listed(heads))
        self.note, self.hint = NoteLabel(), QLabel(wordWrap=True)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setFocusProxy(self.table)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 4, 6, 4)
        self.column.setSpacing(TIGHT)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.note)
        self.table.left.connect(self.left)
        self.keys = FormKeys(self)
        self.keys.bind("Escape", self.left.emit)
        self.keys.watch(self.table)

    def finish(self, hint: str, nothing: str, *strips: Strip) -> None:
        """Put strips and hint below the table, and what to do over an empty one."""
        for strip in strips:
            self.column.addWidget(strip)
            strip.left.connect(self.table.setFocus)
        say_keyed(self.hint, hint, *self.NAMED)
        self.column.addWidget(self.hint)
        self.empty = EmptyHint(f"{self.table.objectName()}.empty", nothing, self, self.NAMED)
        self.empty.lie_over(self.table)

    def refresh(self) -> None:
        """Ask anew; raises NotImplementedError in the base."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        """Show these."""
        self.table.load(rows)
        self.empty.show_if(not rows)

    def give(self, command: Command) -> None:
        """Give a command; a refusal is said beside the table too."""
        self._give(command, lambda: None, lambda: None)

    def give_typed(self, command: Command, form: Typed) -> None:
        """Give what stands in a form, once: it stays there until it is done."""
        typed, under_way = form.typed(), self._under_way
        if typed in under_way:
            return
        under_way.add(typed)

        def done() -> None:
            if form.typed() == typed:
                form.clear()

        self._give(command, done, partial(under_way.discard, typed))

    def name(self, key: str | None) -> str:
        """What an id is called."""
        return self.names.get(key or "", key or "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _give(self, command: Command, done: Callable[[], None], ended: Callable[[], None]) -> None:
        def told(receipt: object) -> None:
            ended()
            done()

        def refused(said: Refusal) -> None:
            ended()
            self.note.refuse(words.refusal(said.code, said.values, self.names))

        def broken(error: Exception) -> None:
            ended()
            self.note.refuse(say("程序出错，没有办成；填写的内容还在，可再试一次"))

        self.note.clear()
        self._desk.worker.do(command, self._desk.who, told, refused, broken, owner=self)


class NoticePage(ListPage):
    """Instructions, warnings, weather, places to watch and faults until they end."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        heads = [say(one) for one in ("类别", "内容", "来源", "限期", "登记人", "登记时间")]
        super().__init__(desk, "notices", heads, parent)
        self.form = NoticeForm(self)
        self.finish(
            say("Ctrl+N 登记 · Delete 结束所选 · Ctrl+Tab 换页 · Esc 回队列"),
            say("没有要交代的提示。\nCtrl+N 登记上级指示、预警、天气、关注点或系统故障。"),
            self.form,
        )
        self.form.wanted.connect(self._record)
        self.keys.bind("Ctrl+N", self.form.begin)
        self.keys.bind("Del", self._end)

    def refresh(self) -> None:
        self._desk.ask("handover.notices", AskNotices(), self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, Notices)
        rows = []
        for one, told in found.notices:
            due = words.stamp(one.due) if one.due else ""
            late = one.due is not None and one.due < self._desk.now()
            text = told if told is not None else say("（内容已清除）")
            by = self.name(one.by)
            cells = (words.word(one.kind), text, one.origin or "", due, by, words.stamp(one.at))
            rows.append(PlainRow(one.id, cells, "danger" if late else "text"))
        self.show_rows(rows)

    def _end(self) -> None:
        if self.table.current():
            self.give(EndNotice(notice=self.table.current()))

    def _record(self, kind: str, told: str, origin: str, due: str) -> None:
        at = coming_time(due, self._desk.now(), self._desk.clock) if due else None
        if due and at is None:
            self.note.refuse(say("限期写成 12:00 或 10-16 12:00"))
            return
        command = RecordNotice(kind=NoticeKind(kind), words=told, origin=origin, due=at)
        self.give_typed(command, self.form)


class NoticeForm(Typed):
    """One notice; `wanted` carries kind, words, origin and due as they were typed."""

    wanted = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty form."""
        super().__init__("handover.notice", parent)
        self.kind, self.words = chooser(6), QLineEdit(maxLength=MOST_WORDS)
        self.origin, self.due = QLineEdit(maxLength=MOST_LINE), QLineEdit(maxLength=20)
        offer(self.kind, [(one.value, words.word(one)) for one in NoticeKind], None)
        self.origin.setPlaceholderText(say("区、气象台…"))
        self.due.setPlaceholderText("12:00")
        self.add(say("类别"), self.kind)
        self.add(say("内容"), self.words, 3)
        self.add(say("来源"), self.origin, 1)
        self.add(say("限期"), self.due, 1)
        self.add_button(say("登记 Enter"), self.give)

    def begin(self) -> None:
        """Start a new one."""
        self.words.setFocus()

    def give(self) -> None:
        told = self.words.text().strip()
        if told:
            fields = (self.origin.text().strip(), self.due.text().strip())
            self.wanted.emit(self.kind.currentData(), told, *fields)
        else:
            self.words.setFocus()

    def typed(self) -> tuple[str, ...]:
        lines = (self.words, self.origin, self.due)
        return (self.kind.currentData(), *(one.text() for one in lines))

    def clear(self) -> None:
        for line in (self.words, self.origin, self.due):
            line.clear()
        if self.has_keyboard:
            self.words.setFocus()
