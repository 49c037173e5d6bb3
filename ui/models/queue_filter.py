"""What the queue shows: one frozen value that says yes or no to a line."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import Lamp
from commandcenter.domain.holding import is_held
from commandcenter.services.views import CaseLine

S = CaseState
GROUPS: dict[str, frozenset[CaseState]] = {
    "inbox": frozenset({S.REPORTED, S.VERIFYING}),
    "filed": frozenset({S.FILED}),
    "dispatched": frozenset({S.DISPATCHED}),
    "working": frozenset({S.IN_PROGRESS}),
    "ending": frozenset({S.FEEDBACK, S.CHECKING, S.CALLBACK}),
    "still": frozenset({S.SUSPENDED, S.ESCALATED}),
}
GROUP_WORDS = {
    "inbox": "待立案",
    "filed": "待派遣",
    "dispatched": "待签收",
    "working": "处置中",
    "ending": "核查回访",
    "still": "挂账上报",
    "asked": "有申请",
    "held": "暂缓",
    "drill": "演练",
}
NO_UNIT = "-"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Empty fields let everything through; `text` is words that all must occur."""

    lamp: str = ""
    group: str = ""
    level: str = ""
    tier: str = ""
    community: str = ""
    unit: str = ""
    source: str = ""
    text: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """The words of the free text in lower case."""
        return tuple(self.text.lower().split())

    def takes(self, line: CaseLine, worst: Lamp | None) -> bool:
        """Whether a line passes all but the free text; `worst` is its worse lamp now."""
        return (
            (not self.lamp or (worst is not None and worst.value == self.lamp))
            and (not self.group or self._in_group(line))
            and (not self.level or line.level.value == self.level)
            and (not self.tier or line.tier.value == self.tier)
            and (not self.community or line.community == self.community)
            and (not self.unit or (line.lead_unit or NO_UNIT) == self.unit)
            and (not self.source or line.source.value == self.source)
        )

    def _in_group(self, line: CaseLine) -> bool:
        if self.group == "asked":
            return bool(line.pending)
        if self.group == "held":
            return is_held(line.hold)
        if self.group == "drill":
            return line.drill
        return line.state in GROUPS.get(self.group, frozenset())
