"""Handovers of the last months, to be looked at, checked and added to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.handover import Handover
from commandcenter.services.handover_views import AskHandovers, Handovers
from ui import words
from ui.context import DeskContext
from ui.models.admin_plain import PlainRow
from ui.panels.handover_lists import ListPage
from ui.words import say
from ui.words.rosters import shift_name

DAYS = 92


class RecordPage(ListPage):
    """Handovers of the last three months; `opened` carries the id of one to look at."""

    opened = Signal(str)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        heads = ("班次", "交班人", "接班人", "带班", "状态", "签字完成", "散列")
        super().__init__(desk, "records", [say(one) for one in heads], parent)
        self.finish(
            say("Enter 打开所选（核验、补充说明） · Ctrl+Tab 换页 · Esc 回队列"),
            say("还没有签完的交接。第一次交接签完后在这里留存。"),
        )
        self.table.opened.connect(self._open)

    def refresh(self) -> None:
        self._desk.ask("handover.records", AskHandovers(days=DAYS), self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, Handovers)
        self.show_rows([PlainRow(one.id, self._cells(one)) for one in found.handovers])

    def _cells(self, one: Handover) -> tuple[str, ...]:
        signed = [at for at in (one.out_signed_at, one.in_signed_at) if at]
        done = words.stamp(max(signed)) if one.signed and signed else ""
        span = f"{words.stamp(one.starts)} → {words.stamp(one.ends)}"
        people = [self.name(who) for who in (one.outgoing, one.incoming, one.leader)]
        drill = say("（演练）") if one.drill else ""
        return (
            f"{shift_name(one.shift)} {span}",
            *people,
            words.word(one.state) + drill,
            done,
            (one.hash or "")[:16],
        )

    def _open(self) -> None:
        if self.table.current():
            self.opened.emit(self.table.current())
