"""The evacuation's list as the Desk tells it: asked for while it is seen, filtered, ticked."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import RiskView
from commandcenter.services.relief_views import AskEvacuation, Evacuation
from commandcenter.services.views import Board, Changes, Reference
from ui.context import DeskContext
from ui.models import evacuation as model
from ui.panels.evacuation_frame import EvacuationFrame
from ui.words import say
from ui.words.asking import unanswered
from ui.worker import PASSING

NOTHING = Evacuation(emergency=None, drill=False, people=(), spots=())


class EvacuationList(EvacuationFrame):
    """Shows who is where; boxes are ticked here, what is done with them is the panel's."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing until it is shown: then the Desk is asked."""
        super().__init__(desk, parent)
        self._desk, self._asker = desk, desk.who
        self._found: Evacuation = NOTHING
        self._unread = self.tr("正在读取名单…")
        self._names = desk.reference.communities
        self._ticked: frozenset[str] = frozenset()
        self._only_there = False
        self._buttons: dict[str, QToolButton] = {}

    # ---- what the desk tells --------------------------------------------------------------

    def load(self, board: Board) -> None:
        """A board came: what is shown is asked for anew."""
        self.ask()

    def apply(self, changes: Changes) -> None:
        """Ask again when something of the evacuation happened."""
        if any(entry.kind in model.KINDS for entry in changes.entries):
            self.ask()

    def sits(self) -> None:
        """Somebody else sat down: what the one before was shown goes at once."""
        if self._asker != self._desk.who:
            self._asker = self._desk.who
            self._desk.worker.forget("evacuation")
            self._show_nothing(self.tr("正在读取名单…"))
            self.ask()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: communities by their present names."""
        self._names = reference.communities
        self._draw()

    def set_theme(self, chosen: object) -> None:
        """Paint in the colours in force."""
        self.list.viewport().update()

    def ask(self) -> None:
        """Ask for the list, if anybody looks at it."""
        if self.isVisible():
            self._desk.worker.ask(
                "evacuation",
                AskEvacuation(),
                self._desk.who,
                self._show,
                self._broken,
                self,
                self._refused,
                lasting=True,
            )

    @property
    def found(self) -> Evacuation:
        """What is shown, before the filter."""
        return self._found

    @property
    def ticked(self) -> frozenset[str]:
        """Ids of the people that are ticked."""
        return self._ticked

    # ---- drawing --------------------------------------------------------------------------

    def _show(self, found: Evacuation) -> None:
        if found.emergency != self._found.emergency:
            self._ticked = frozenset()
        self._found, self._unread = found, ""
        self._close()
        self._ticked &= {one.at_risk.id for one in found.people}
        self.spots.show_spots(found.spots)
        self._draw()

    def _close(self) -> bool:
        """Mask what was revealed and is over, whether the Desk can be asked or not."""
        before, self._found = self._found, model.closed(self._found, self._desk.now())
        return self._found != before

    def _broken(self, error: Exception) -> None:
        if self._unread:
            self._show_nothing(self.tr("名单没有读到，请关上再打开"))

    def _refused(self, said: Refusal) -> None:
        """What was read stays, unless it may not be read any more; it says nothing of none."""
        if self._unread or said.code not in PASSING:
            self._show_nothing(unanswered(said))

    def _show_nothing(self, why: str) -> None:
        self._show(NOTHING)
        self._unread = why
        self._total.setText(why)

    def _draw(self) -> None:
        shown = model.matching(self._found, self._names, self.field.text(), self._only_there)
        before, at = self._current_key(), self.list.currentIndex().row()
        made = model.rows(shown, self._found, self._names, self._ticked)
        self.rows.load(made)
        keys = [one.key for one in made]
        row = keys.index(before) if before in keys else min(max(at, 0), len(keys) - 1)
        if keys and row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.rows.index(row))
        self._draw_total(len(shown))
        self._draw_targets()

    def _draw_total(self, shown: int) -> None:
        people = self._found.people
        self._targets.setVisible(bool(people))
        self._hint.setVisible(bool(people))
        self.field.setVisible(bool(people))
        if self._unread:
            self._total.setText(self._unread)
        elif self._found.emergency is None:
            self._total.setText(
                self.tr(
                    "平时没有转移名单；切换到应急或演练后在这里列名单。Ctrl+P 管安置点和危险点。"
                )
            )
        elif not people:
            self._total.setText(self.tr("名单还是空的：Ctrl+N 逐人列入，Ctrl+I 导入表格。"))
        else:
            drill = self.tr("【演练】") if self._found.drill else ""
            text = say("名单 {all} 人 · {counted}").format(
                all=len(people), counted=model.counted(people)
            )
            more = [say("显示 {shown}").format(shown=shown)] if shown != len(people) else []
            more += [say("已勾 {n}").format(n=len(self._ticked))] if self._ticked else []
            self._total.setText(drill + " · ".join([text, *more]))

    def _draw_targets(self) -> None:
        known = model.shelters(self._found)
        for digit, one in zip(model.DIGITS, known, strict=False):
            text = f"{digit} {one.spot.name} {model.room_text(one)}"
            self._buttons[digit].setText(text)
        for at, digit in enumerate(model.DIGITS):
            self._buttons[digit].setVisible(at < len(known))
        for name in ("add", "import", "export"):
            self._buttons[name].setVisible(self._found.emergency is not None)

    def _current_key(self) -> str:
        row = self.rows.choice(self.list.currentIndex().row())
        return row.key if row else ""

    # ---- ticking --------------------------------------------------------------------------

    def _under_mark(self) -> list[RiskView]:
        """The person of the marked row, or those under its head who are still there."""
        row = self.rows.choice(self.list.currentIndex().row())
        if row is None:
            return []
        if isinstance(row.value, model.Head):
            return [one for one in row.value.people if model.there(one)]
        return [row.value] if isinstance(row.value, RiskView) else []

    def _tick_row(self) -> bool:
        mine = {one.at_risk.id for one in self._under_mark()}
        if not mine:
            self._note.tell(self.tr("这里的人都已转移"))
            return True
        self._ticked = self._ticked - mine if mine <= self._ticked else self._ticked | mine
        self._draw()
        self._next()
        return True

    def _next(self) -> None:
        """From a person to the next row, from a building to the next building, and so on."""
        rows, at = self.rows.choices(), self.list.currentIndex().row()
        head = rows[at].value if at >= 0 else None
        kind = head.kind if isinstance(head, model.Head) else ""
        for row in range(at + 1, len(rows)):
            other = rows[row].value
            if not kind or (isinstance(other, model.Head) and other.kind == kind):
                self.list.setCurrentIndex(self.rows.index(row))
                return

    def _tick_all(self) -> bool:
        shown = model.matching(self._found, self._names, self.field.text(), self._only_there)
        mine = {one.at_risk.id for one in shown if model.there(one)}
        self._ticked = self._ticked - mine if mine <= self._ticked else self._ticked | mine
        self._draw()
        return True

    def _toggle_there(self) -> bool:
        self._only_there = not self._only_there
        self._buttons["there"].setChecked(self._only_there)
        self._draw()
        return True
