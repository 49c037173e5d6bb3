"""Rules of alarms: what rings how gravely, with which sound, how often, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from commandcenter.domain.roles import DESK_ROLES, Role


class AlarmKind(StrEnum):
    """What can ring, the gravest first where the priority is the same."""

    URGENT_WAITING = "urgent_waiting"
    CHECK_IN_RED = "check_in_red"
    SWITCH_WAITING = "switch_waiting"
    UP_LATE = "up_late"
    CALL_RED = "call_red"
    DOCKET_RED = "docket_red"
    INCOMING_ABSENT = "incoming_absent"
    STAGE_RED = "stage_red"
    WATCH_RED = "watch_red"
    CASE_RED = "case_red"
    SUPERVISE_RED = "supervise_red"
    WHISTLE_RED = "whistle_red"
    CONSULT_RED = "consult_red"
    TIER_RED = "tier_red"
    DOCKET_WARN = "docket_warn"
    REPORT_WAITING = "report_waiting"
    UP_DUE = "up_due"
    RATE_RED = "rate_red"
    REPORT_NEW = "report_new"


class Priority(StrEnum):
    """How grave it is, the gravest first."""

    URGENT = "urgent"
    GRAVE = "grave"
    WARNING = "warning"
    NOTICE = "notice"


class Sound(StrEnum):
    """Sounds of alarms; NONE is shown only."""

    URGENT = "urgent"
    OVERDUE = "overdue"
    WARNING = "warning"
    REPORT = "report"
    NONE = "none"


MOST_SECONDS = 7_200
MOST_LOUDER = 20
FLOOR_SECONDS = 60
"""At least so often rings what may not be silenced, and at most so late it begins."""

FLOORED = frozenset(
    {
        AlarmKind.URGENT_WAITING,
        AlarmKind.CHECK_IN_RED,
        AlarmKind.SWITCH_WAITING,
        AlarmKind.CALL_RED,
        AlarmKind.UP_LATE,
        AlarmKind.DOCKET_RED,
    }
)
"""Urgent, or a term that the law sets: no street silences these."""

ONCE = frozenset({AlarmKind.REPORT_NEW})
"""A sound when something comes, with nothing to acknowledge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRule:
    """How one kind rings.

    `repeat` is seconds between two sounds until it is acknowledged (0: once), `grace` seconds
    before it begins, `louder` from which sound on at full volume (0: never), `roles` whom it
    needs (none: everybody), `quiet` whether a seat's quiet hours hold for it. Our defaults are
    practice; no standard sets them.
    """

    kind: AlarmKind
    priority: Priority
    sound: Sound
    repeat: int = 0
    grace: int = 0
    louder: int = 0
    roles: tuple[Role, ...] = ()
    quiet: bool = True

    def needs(self, roles: Iterable[str]) -> bool:
        """Whether somebody with these roles is rung."""
        return not self.roles or not set(roles).isdisjoint(self.roles)


_DESK = tuple(sorted(DESK_ROLES))
_SENDERS = (Role.DISPATCHER, Role.SHIFT_LEAD)
_LEAD = (Role.SHIFT_LEAD,)
_K, _P, _S = AlarmKind, Priority, Sound


def _rule(
    kind: AlarmKind,
    priority: Priority,
    sound: Sound,
    times: tuple[int, int, int],
    roles: tuple[Role, ...] = (),
) -> AlarmRule:
    repeat, grace, louder = times
    return AlarmRule(
        kind=kind,
        priority=priority,
        sound=sound,
        repeat=repeat,
        grace=grace,
        louder=louder,
        roles=roles,
        quiet=kind not in FLOORED,
    )


DEFAULT_ALARMS: tuple[AlarmRule, ...] = (
    _rule(_K.URGENT_WAITING, _P.URGENT, _S.URGENT, (30, 0, 3), _DESK),
    _rule(_K.CHECK_IN_RED, _P.URGENT, _S.URGENT, (30, 0, 2), _SENDERS),
    _rule(_K.SWITCH_WAITING, _P.URGENT, _S.URGENT, (60, 0, 3)),
    _rule(_K.UP_LATE, _P.URGENT, _S.URGENT, (60, 0, 3)),
    _rule(_K.CALL_RED, _P.URGENT, _S.URGENT, (60, 0, 3)),
    _rule(_K.DOCKET_RED, _P.GRAVE, _S.OVERDUE, (60, 0, 0), _SENDERS),
    _rule(_K.INCOMING_ABSENT, _P.GRAVE, _S.OVERDUE, (300, 0, 0)),
    _rule(_K.STAGE_RED, _P.GRAVE, _S.OVERDUE, (180, 0, 0), _DESK),
    _rule(_K.WATCH_RED, _P.GRAVE, _S.OVERDUE, (180, 0, 0), _SENDERS),
    _rule(_K.CASE_RED, _P.GRAVE, _S.OVERDUE, (300, 0, 0), _SENDERS),
    _rule(_K.SUPERVISE_RED, _P.GRAVE, _S.OVERDUE, (300, 0, 0), _SENDERS),
    _rule(_K.WHISTLE_RED, _P.WARNING, _S.WARNING, (300, 0, 0), _SENDERS),
    _rule(_K.CONSULT_RED, _P.WARNING, _S.WARNING, (600, 0, 0), _SENDERS),
    _rule(_K.TIER_RED, _P.WARNING, _S.WARNING, (600, 0, 0), _SENDERS),
    _rule(_K.DOCKET_WARN, _P.WARNING, _S.WARNING, (600, 0, 0), _SENDERS),
    _rule(_K.REPORT_WAITING, _P.WARNING, _S.WARNING, (180, 600, 3), _DESK),
    _rule(_K.UP_DUE, _P.NOTICE, _S.REPORT, (120, 0, 0)),
    _rule(_K.RATE_RED, _P.NOTICE, _S.REPORT, (1800, 0, 0), _LEAD),
    _rule(_K.REPORT_NEW, _P.NOTICE, _S.REPORT, (0, 0, 0), _DESK),
)
"""What holds where the street has no row of its own."""


def rules_by_kind(own: Iterable[AlarmRule] = ()) -> Mapping[AlarmKind, AlarmRule]:
    """Every kind's rule: the street's where it has one, else ours."""
    return {one.kind: one for one in (*DEFAULT_ALARMS, *own)}
