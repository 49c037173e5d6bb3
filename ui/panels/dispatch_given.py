"""Giving a case's command: each case is under way for itself, whatever is open by then."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.case import Case
from commandcenter.domain.commands import DispatchCase, DispatchJoint
from commandcenter.domain.refusal import Refusal
from commandcenter.waiting import Waiting
from ui.context import DeskContext
from ui.words import refusal


class Given(QObject):
    """A case is under way while it stands as it did when it was given: done, it stands anew.

    `done` carries the case and its Receipt or Waiting, `missed` the case and why it may be given
    again, in words; the message bar has that too, and alone where it was given again by then.
    """

    done = Signal(str, object)
    missed = Signal(str, str)

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Nothing is under way."""
        super().__init__(parent)
        self._desk = desk
        self._versions: dict[str, int] = {}

    def give(
        self, case: Case, command: DispatchCase | DispatchJoint, names: Mapping[str, str]
    ) -> None:
        """Give it for the case as it stands; `names` are for a refusal."""
        self._versions[case.id] = case.version
        self._desk.worker.do(
            command,
            self._desk.who,
            partial(self._done, case),
            partial(self._refused, case, names),
            partial(self._broken, case),
            self,
        )

    def holds(self, case: Case | None) -> bool:
        """Whether it is under way; what waits on this seat is not, it may yet be refused."""
        return case is not None and self._versions.get(case.id) == case.version

    def _done(self, case: Case, receipt: object) -> None:
        if isinstance(receipt, Waiting):
            self._over(case)
        self.done.emit(case.id, receipt)

    def _refused(self, case: Case, names: Mapping[str, str], said: Refusal) -> None:
        self._missed(case, refusal(said.code, said.values, names))

    def _broken(self, case: Case, error: Exception) -> None:
        self._missed(case, self.tr("没有送达：请再按一次 Ctrl+Enter"))

    def _missed(self, case: Case, why: str) -> None:
        if self._over(case):
            self.missed.emit(case.id, why)

    def _over(self, case: Case) -> bool:
        """It may be given again; False where that was done, as the case stood anew by then."""
        if not self.holds(case):
            return False
        del self._versions[case.id]
        return True
