"""The panel of a plan for several cases (多案派遣): ticked, sent by one key, never by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.sending_views import PlanRow
from commandcenter.waiting import Waiting
from ui.context import DeskContext
from ui.models import assign as model
from ui.panels.assign_list import AssignList
from ui.words import refusal, say


class AssignPanel(AssignList):
    """A DispatchCase for each ticked row; `left` asks for the queue."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """With its keys."""
        super().__init__(desk, parent)
        for name, call in (
            ("Space", self._tick),
            ("Ctrl+A", self._tick_all),
            ("Return", self._open),
            ("Ctrl+Return", self.send),
            ("Ctrl+Shift+Return", self.send_all),
            ("R", self.begin),
            ("O", self._turn_counts),
            ("Escape", self._leave),
        ):
            self.keys.bind(name, call)
        calls = {"send": self.send, "all": self.send_all}
        calls |= {"again": self.begin, "counts": self._turn_counts}
        for name, call in calls.items():
            self._buttons[name].clicked.connect(lambda _=False, call=call: call())
        self.list.clicked.connect(self._tick)
        self.list.doubleClicked.connect(self._open)

    # ---- sending --------------------------------------------------------------------------

    def send(self) -> bool:
        """Send the ticked rows, each by a command of its own."""
        return self._send([one for one in self._plan_rows if one.case in self._standing.ticked])

    def send_all(self) -> bool:
        """Send every row that can go, ticked or not."""
        return self._send(list(self._plan_rows))

    def _send(self, rows: list[PlanRow]) -> bool:
        going = [one for one in rows if model.sendable(one, self._standing)]
        if Role.DISPATCHER not in self._desk.roles:
            self._note.refuse(self.tr("派遣由调度员办理"))
        elif self._standing.sending:
            self._note.tell(self.tr("上一批还在派遣"))
        elif not going:
            self._note.tell(self.tr("没有勾选可派的案卷：空格勾选，R 重新编排"))
        else:
            self._note.clear()
            self._standing.sending = {one.case for one in going}
            for one in going:
                self._give(one)
            self._draw()
        return True

    def _give(self, row: PlanRow) -> None:
        self._sent.add(row.case)
        self._desk.worker.do(
            model.command_of(row),
            self._desk.who,
            partial(self._given, row.case),
            partial(self._refused, row.case),
            partial(self._broken, row.case),
            self,
        )

    def _given(self, case: str, receipt: object) -> None:
        """The feed tells of what was sent; what waits on this seat was not."""
        if isinstance(receipt, Waiting):
            self._not_sent(case, self.tr("连接中断：只记为愿望，见“未发送”"))

    def _refused(self, case: str, said: Refusal) -> None:
        self._not_sent(case, refusal(said.code, said.values, self._names))

    def _broken(self, case: str, error: Exception) -> None:
        self._not_sent(case, self.tr("没有送达，请再派一次"))

    def _not_sent(self, case: str, why: str) -> None:
        """Say beside its row why it was not sent; the plan of the rest is asked for again."""
        standing = self._standing
        self._sent.discard(case)
        standing.sending.discard(case)
        standing.ticked.discard(case)
        standing.refused[case] = why
        if not standing.sending:
            self._again.want()
        self._draw()

    # ---- ticking --------------------------------------------------------------------------

    def _tick(self) -> bool:
        row = self._row
        if row is None:
            return True
        if not model.sendable(row, self._standing):
            self._note.tell(self.tr("这件不能一起派：见第二行；按 Enter 单独派遣"))
            return True
        self._note.clear()
        if row.case in self._standing.ticked:
            self._standing.ticked.discard(row.case)
        else:
            self._take(row)
        self._draw()
        return True

    def _take(self, row: PlanRow) -> None:
        """Tick it: what was said of it was seen."""
        self._standing.ticked.add(row.case)
        self._standing.changed.pop(row.case, None)
        self._standing.refused.pop(row.case, None)

    def _tick_all(self) -> bool:
        """Tick everything that can go, or nothing where all of it is ticked."""
        going = [one for one in self._plan_rows if model.sendable(one, self._standing)]
        if {one.case for one in going} <= self._standing.ticked:
            self._standing.ticked.clear()
        else:
            for one in going:
                self._take(one)
        self._draw()
        return True

    # ---- going ----------------------------------------------------------------------------

    def _open(self) -> bool:
        """The marked case in the dispatch panel: another team, a reason for the law, officers."""
        choice = self.rows.choice(self.list.currentIndex().row())
        if choice is not None:
            self._desk.selection.set_case(choice.key)
            self._desk.start("case.dispatch")
        return True

    def _turn_counts(self) -> bool:
        """Show or hide how often another team was sent than the recommended one."""
        if self._counted.isHidden() or self._uncounted:
            self._counted.setText(say("正在统计…"))
            self._counted.show()
            self._ask_counts()
        else:
            self._hide_counts()
        return True

    def _hide_counts(self) -> None:
        self._uncounted = False
        self._counted.hide()
        self.counts.load(())

    def _leave(self) -> bool:
        """Esc takes back the newest: what was said, the counts; then the queue."""
        if self._note.text():
            self._note.clear()
        elif not self._counted.isHidden():
            self._hide_counts()
        else:
            self.left.emit()
        return True
