"""What the queue shows: one frozen value that says yes or no to a line, and who looks when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from functools import partial

from commandcenter.domain.case import CaseState
from commandcenter.domain.holding import is_held
from commandcenter.domain.roles import Role
from commandcenter.services.views import CaseLine
from ui.models.chart_part import part_of
from ui.models.queue_cells import lamps, nearest_due
from ui.words import STREET_ZONE

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
ONLY_WORDS = {"mine": "我的", "overdue": "超期", "whistle": "吹哨", "callback": "今日回访"}
NO_UNIT = "-"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
WHISTLING = frozenset({"draft", "approved", "blown"})
WAITING_FOR: dict[CaseState, frozenset[Role]] = {
    S.REPORTED: frozenset({Role.INTAKE_OFFICER, Role.SHIFT_LEAD}),
    S.FILED: frozenset({Role.DISPATCHER}),
}
"""Whose next step a case is that nobody answers for yet (domain.md section 2)."""


@dataclass(frozen=True, slots=True)
class Eye:
    """Who looks at the queue, with which roles, and when (aware UTC)."""

    who: str = ""
    roles: frozenset[str] = frozenset()
    now: datetime = LONG_AGO


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Empty fields let everything through; `text` is words that all must occur.

    `only` is a key of ONLY_WORDS: mine is what the person answers for, and what nobody answers for
    yet and is the next step of one of the person's roles; overdue has its nearest clock run out;
    callback is to be called back today or should have been. `part` is a chart's part as text.
    """

    lamp: str = ""
    group: str = ""
    only: str = ""
    level: str = ""
    tier: str = ""
    community: str = ""
    unit: str = ""
    source: str = ""
    part: str = ""
    text: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """The words of the free text in lower case."""
        return tuple(self.text.lower().split())

    @property
    def flows(self) -> bool:
        """Whether time alone changes what it takes."""
        by_lamp = bool(self.lamp) or (bool(self.part) and bool(part_of(self.part).lamp))
        return by_lamp or self.only in ("overdue", "callback")

    def narrows(self, before: QueueFilter) -> bool:
        """Whether all it takes was taken before: the same choices, and the text grew."""
        same = replace(self, text="") == replace(before, text="") and not self.flows
        return same and all(any(old in new for new in self.terms) for old in before.terms)

    def checks(self, eye: Eye) -> tuple[Callable[[CaseLine], bool], ...]:
        """What a line must pass besides the free text; none for a filter that takes all."""
        wanted = {
            "level": lambda line: line.level.value == self.level,
            "tier": lambda line: line.tier.value == self.tier,
            "community": lambda line: line.community == self.community,
            "unit": lambda line: (line.lead_unit or NO_UNIT) == self.unit,
            "source": lambda line: line.source.value == self.source,
            "group": self._in_group,
            "only": partial(self._is_only, eye),
            "part": lambda line: part_of(self.part).takes(line, eye.now),
            "lamp": partial(_has_lamp, self.lamp, eye.now),
        }
        return tuple(check for name, check in wanted.items() if getattr(self, name))

    def _in_group(self, line: CaseLine) -> bool:
        if self.group == "asked":
            return bool(line.pending)
        if self.group == "held":
            return is_held(line.hold)
        if self.group == "drill":
            return line.drill
        return line.state in GROUPS.get(self.group, frozenset())

    def _is_only(self, eye: Eye, line: CaseLine) -> bool:
        if self.only == "mine":
            if line.owner is not None:
                return line.owner == eye.who
            return bool(WAITING_FOR.get(line.state, frozenset()) & eye.roles)
        if self.only == "overdue":
            due = nearest_due(line)
            return due is not None and due < eye.now
        if self.only == "whistle":
            return line.whistle in WHISTLING
        return self.only == "callback" and call_due(line, eye.now)


def _has_lamp(lamp: str, now: datetime, line: CaseLine) -> bool:
    worst = lamps(line, now).worst
    return worst is not None and worst.value == lamp


def call_due(line: CaseLine, now: datetime) -> bool:
    """Whether it is to be called back on this local day at the latest."""
    if line.state is not S.CALLBACK or line.stage_due is None or is_held(line.hold):
        return False
    return line.stage_due.astimezone(STREET_ZONE).date() <= now.astimezone(STREET_ZONE).date()


def filter_of(kept: object) -> QueueFilter:
    """The filter of a person's file; what is unknown or of another kind is left out."""
    if not isinstance(kept, dict):
        return QueueFilter()
    names = {one.name for one in fields(QueueFilter)}
    good = {name: text[:200] for name, text in kept.items() if _good(name, text, names)}
    return QueueFilter(**good)


def _good(name: object, text: object, names: set[str]) -> bool:
    if not isinstance(text, str) or name not in names:
        return False
    return name != "only" or text in ONLY_WORDS


def kept_filter(chosen: QueueFilter) -> dict[str, str]:
    """The filter for a person's file, without its empty fields."""
    return {one.name: text for one in fields(QueueFilter) if (text := getattr(chosen, one.name))}
