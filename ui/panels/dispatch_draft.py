"""What was chosen by hand for a dispatch, kept by case until it was sent."""

from __future__ import annotations

from typing import Any

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.task import TaskKind
from ui.panels.dispatch_frame import DispatchFrame
from ui.panels.dispatch_staff import Staff


class DispatchDrafts(DispatchFrame):
    """Knows what was proposed, so that only what a hand changed is kept."""

    _staff: Staff
    _case: Case | None
    _team: str | None
    _fresh: bool

    def __init__(self, staff: Staff, *more: Any) -> None:
        """Nothing kept yet."""
        super().__init__(staff, *more)
        self._kept: dict[str, dict[str, Any]] = {}
        self._proposed: dict[str, Any] | None = None

    def kept(self) -> dict[str, Any]:
        """What is chosen and written but not sent, by case."""
        self._keep()
        return self._kept

    def restore(self, kept: dict[str, Any]) -> None:
        """Take back what was kept; it is shown when its case is opened."""
        self._kept = dict(kept)
        self._proposed = None
        self._fresh = True

    def _keep(self) -> None:
        case = self._case
        if case is not None and case.state is not CaseState.FILED:
            self._kept.pop(case.id, None)
            return
        if case is None or self._proposed is None:
            return
        chosen = self._chosen()
        if chosen == self._proposed:
            self._kept.pop(case.id, None)
        else:
            self._kept[case.id] = chosen

    def _forget(self, case: str, waits: bool) -> None:
        """It was given; where it only waits, a hand may choose again, and that is kept."""
        self._kept.pop(case, None)
        if self._case is not None and self._case.id == case:
            self._proposed = self._chosen() if waits else None

    @property
    def _untouched(self) -> bool:
        """Whether the form stands as it was proposed, and nothing is being typed for a lead."""
        return self._proposed == self._chosen() and not self.form.lead.line.hasFocus()

    def _ask_why(self) -> None:
        """Ask for a reason where another team goes than the first."""
        raise NotImplementedError

    def _chosen(self) -> dict[str, Any]:
        form = self.form
        approver = form.approver.choice
        return {
            "lead": form.unit or "",
            "kind": form.kind.key,
            "team": self._team or "",
            "officers": list(form.officers.ticks()),
            "others": form.others.ticks(),
            "approver": [approver.key if approver else "", form.approver.text],
            "overruled": self._why.said(),
            "reasons": {one.code: one.words for one in form.law.reasons() if one.words},
        }

    def _recall(self) -> bool:
        """After the proposal: show what was kept for the case instead; whether there was any."""
        self._proposed = self._chosen()
        kept = self._kept.get(self._case.id) if self._case else None
        if kept is None:
            return False
        form, lead = self.form, kept["lead"] or None
        form.set_lead(self._staff.unit(lead))
        form.others.offer(self._staff.others(self._case, lead), kept["others"])
        form.set_kind(TaskKind(kept["kind"]))
        self._team = kept["team"] or None
        crew = self._staff.crew(self._case, self._team, form.unit)
        form.officers.offer(crew, dict.fromkeys(kept["officers"], "on"))
        key, text = kept["approver"]
        form.approver.line.setText(text)
        found = (one for one in self._staff.find_approvers(text) if one.key == key)
        if key and (choice := next(found, None)) is not None:
            form.approver.take(choice)
        form.law.recall(kept["reasons"])
        self._ask_why()
        self._why.recall(kept.get("overruled", []))
        return True
