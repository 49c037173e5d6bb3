"""Rings for the leader, and for who cannot go home, while the incoming person is not there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.handover import Handover
from commandcenter.domain.roles import Role
from commandcenter.services.handover_views import (
    AskHandover,
    AskHandovers,
    Handovers,
    HandoverView,
)
from commandcenter.services.rights import ASKING
from commandcenter.services.views import Board, Changes
from ui.alarms import INCOMING_ABSENT, Alarm
from ui.context import DeskContext

TELLING = frozenset(
    {
        *("handover_frozen", "handover_dropped", "handover_signed"),
        *("leader_alerted", "item_acknowledged"),
    }
)
DAYS = 2


class AbsentWatch(QObject):
    """`changed` carries the alarm while the Desk has told the leader and nothing is taken yet.

    The Desk says when (15 min after the change of shift, domain.md section 7); this only rings.
    """

    changed = Signal(object)

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Silent until load(board)."""
        super().__init__(parent)
        self._desk = desk
        self._alarm: Alarm | None = None

    def load(self, board: Board) -> None:
        """A board was loaded: ask how it stands."""
        self.ask()

    def apply(self, changes: Changes) -> None:
        """Ask anew after what may have changed it."""
        if any(entry.kind in TELLING for entry in changes.entries):
            self.ask()

    def ask(self) -> None:
        """Ask whether somebody is waited for; who may not read handovers hears nothing."""
        if self._desk.roles & {role.value for role in ASKING[AskHandover]}:
            self._desk.ask("handover.absent", AskHandovers(days=DAYS), self._heard)
        else:
            self._tell(None)

    def _heard(self, found: object) -> None:
        assert isinstance(found, Handovers)
        waits = [one for one in found.handovers if one.alerted_at and not one.signed]
        if waits and self._concerns(waits[0]):
            asked = AskHandover(handover=waits[0].id)
            self._desk.ask("handover.absent", asked, self._looked)
        else:
            self._tell(None)

    def _looked(self, view: object) -> None:
        assert isinstance(view, HandoverView)
        record = view.handover
        begun = any(one.item.acked_at or one.item.question for one in view.parts.items)
        if record is None or record.alerted_at is None or record.signed or begun:
            self._tell(None)
        else:
            code = f"{INCOMING_ABSENT}_{record.alerted_at:%y%m%d%H%M}"
            self._tell(Alarm("", code, record.ends))

    def _concerns(self, record: Handover) -> bool:
        """The named leader, any leader where nobody is named, and who waits to go home."""
        me = self._desk.who
        leading = record.leader is None and Role.DUTY_LEADER.value in self._desk.roles
        return leading or me in (record.leader, record.outgoing)

    def _tell(self, alarm: Alarm | None) -> None:
        if alarm != self._alarm:
            self._alarm = alarm
            self.changed.emit(alarm)
