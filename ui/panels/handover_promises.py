"""Promises that nobody kept yet, over all cases of the street."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from commandcenter.domain.commands import KeepPromise
from commandcenter.services.handover_views import AskPromises, Promises
from ui import words
from ui.context import DeskContext
from ui.models.admin_plain import PlainRow
from ui.models.lines import Lines
from ui.panels.handover_lists import ListPage
from ui.words import say


class PromisePage(ListPage):
    """What was promised and is not kept, the nearest first; the case opens with the cursor."""

    NAMED = ("promise.make",)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        heads = [say(one) for one in ("期限", "答应谁", "内容", "案卷", "谁答应的")]
        super().__init__(desk, "promises", heads, parent)
        self.lines = Lines()
        self._cases: dict[str, str] = {}
        hint = say(
            "↓ ↑ 看案卷 · Enter 已兑现 · 案卷上 Shift+P 记新承诺 · Ctrl+Tab 换页 · Esc 回队列"
        )
        empty = say("没有未兑现的承诺。\n在队列里选中案卷，按 Shift+P 记下答应了谁、什么时候。")
        self.finish(hint, empty)
        self.table.opened.connect(self._keep)
        self.table.moved.connect(self._walked)

    def refresh(self) -> None:
        self._desk.ask("handover.promises", AskPromises(), self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, Promises)
        units = {one.id: one.short for one in self._desk.reference.units}
        self._cases = {one.id: one.case for one, _ in found.promises}
        rows = []
        for one, told in found.promises:
            late = one.by_when < self._desk.now()
            due = words.time_left(self._desk.now(), one.by_when)
            who = units.get(one.unit or "", words.word(one.party))
            text = told if told is not None else say("（内容已清除）")
            number = found.numbers.get(one.case, "")
            cells = (f"{words.stamp(one.by_when)} {due}", who, text, number, self.name(one.made_by))
            rows.append(PlainRow(one.id, cells, "danger" if late else "text"))
        self.show_rows(rows)

    def _keep(self) -> None:
        promise = self.table.current()
        line = self.lines.get(self._cases.get(promise, ""))
        if line is not None:
            self.give(KeepPromise(case=line.id, seen=line.version, promise=promise))
        elif promise:
            self.note.refuse(say("案卷已经了结，这项承诺不用再兑现"))

    def _walked(self) -> None:
        case = self._cases.get(self.table.current(), "")
        if case and self.table.hasFocus():
            self._desk.selection.set_case(case)
