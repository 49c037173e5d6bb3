"""What was put together for a joint task and not sent yet, kept by case."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.task import TaskKind
from ui.panels.dispatch_staff import Staff
from ui.panels.joint_draft import Force
from ui.panels.joint_frame import JointFrame


class JointDrafts(JointFrame):
    """Keeps what a hand has chosen or written, while its case waits to be dispatched."""

    def __init__(self, staff: Staff, *more: Any) -> None:
        """Nothing kept yet."""
        super().__init__(staff, *more)
        self._case: Case | None = None
        self._marks: dict[str, str] = {}
        self._forces: dict[str, Force] = {}
        self._kept: dict[str, dict[str, Any]] = {}
        self._blank: dict[str, Any] = {}

    def kept(self) -> dict[str, Any]:
        """What is chosen and written but not sent, by case."""
        self._keep()
        return self._kept

    def restore(self, kept: dict[str, Any]) -> None:
        """Take back what was kept; it is shown when its case is opened."""
        self._kept = dict(kept)
        self._case = None

    def _begin(self) -> None:
        """The form as it stands is what was proposed; show what was kept instead, if any was."""
        assert self._case is not None
        self._blank = self._chosen()
        kept = self._kept.get(self._case.id)
        if kept is None:
            return
        form = self.form
        form.sort.set_key(kept["sort"])
        form.set_kind(TaskKind(kept["kind"]))
        self._marks = dict(kept["marks"])
        self._forces = {
            key: Force(key=key, unit=unit, team=team, kind=TaskKind(kind), officers=tuple(crew))
            for key, unit, team, kind, crew in kept["forces"]
        }
        form.place.setText(kept["place"])
        form.time.setText(kept["time"])
        form.words.setPlainText(kept["words"])
        form.law.recall(kept["reasons"])

    def _keep(self) -> None:
        """Remember what a hand has changed for the case; nothing once it went."""
        if self._case is None:
            return
        chosen = self._chosen()
        if self._case.state is CaseState.FILED and chosen != self._blank:
            self._kept[self._case.id] = chosen
        else:
            self._kept.pop(self._case.id, None)

    def _chosen(self) -> dict[str, Any]:
        form = self.form
        forces = self._forces.values()
        return {
            "sort": form.sort.key,
            "kind": form.kind.key,
            "marks": dict(self._marks),
            "forces": [[o.key, o.unit, o.team, o.kind.value, list(o.officers)] for o in forces],
            "place": form.place.text(),
            "time": form.time.text(),
            "words": form.words.toPlainText(),
            "reasons": {one.code: one.words for one in form.law.reasons() if one.words},
        }
