"""What the law says to each part of a joint task; a reason is asked for each unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from commandcenter.domain.law import Finding
from commandcenter.services.joining_views import JointCheck
from ui.panels.dispatch_law import LawBox
from ui.words import finding


class JointLaw(LawBox):
    """Findings of all parts; the code of each is rule/unit, as the command wants its reasons."""

    def load_check(self, check: JointCheck | None, names: Mapping[str, str]) -> None:
        """Show what was answered; nothing for None."""
        found: dict[Finding, None] = {}
        for part in check.parts if check else ():
            for one in part.findings:
                found[replace(one, code=f"{one.code}/{part.unit}")] = None
        self.load(tuple(found), names)

    def sentence(self, one: Finding, names: Mapping[str, str]) -> str:
        """The unit's name, then the rule's words."""
        code, unit = one.code.split("/", 1)
        return f"{names.get(unit, unit)} {finding(replace(one, code=code), names)}"
