"""交接班: the record of a shift, its items, promises and notices (domain.md section 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import Lamp
from commandcenter.domain.refusal import require

ABSENT = timedelta(minutes=15)
"""How long after the change of shift an absent incoming person is told to the leader."""


class HandoverState(StrEnum):
    """A draft is made anew each time it is looked at; only what is frozen is stored."""

    FROZEN = "frozen"
    ACKNOWLEDGED = "acknowledged"
    SIGNED = "signed"


NEXT: dict[HandoverState, frozenset[HandoverState]] = {
    HandoverState.FROZEN: frozenset({HandoverState.ACKNOWLEDGED}),
    HandoverState.ACKNOWLEDGED: frozenset({HandoverState.FROZEN, HandoverState.SIGNED}),
    HandoverState.SIGNED: frozenset(),
}
"""Back to frozen when something arrived or changed that nobody acknowledged yet."""


class Mark(StrEnum):
    """What became of a case since the last signed handover."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One handover; times UTC, persons by id; `content` is the canonical JSON of parts 1 to 10.

    `remarks` names the private row of the leader's words and `remarks_hash` its salted hash, so
    that the seal covers them. `hash` (sha256, hex) is of content, items and acknowledgements; a
    signature is Ed25519 over it, hex, with the public key that it can be checked by.
    """

    street: str
    id: str
    state: HandoverState = HandoverState.FROZEN
    shift: str
    starts: datetime
    ends: datetime
    outgoing: str
    incoming: str
    leader: str | None
    drill: bool = False
    frozen_at: datetime
    content: str
    remarks: str | None = None
    remarks_hash: str | None = None
    out_signed_at: datetime | None = None
    out_signature: str | None = None
    out_key: str | None = None
    in_signed_at: datetime | None = None
    in_signature: str | None = None
    in_key: str | None = None
    hash: str | None = None
    alerted_at: datetime | None = None

    @property
    def signed(self) -> bool:
        """Whether both have signed: nothing of it changes any more."""
        return self.state is HandoverState.SIGNED

    def unsigned(self) -> Handover:
        """Something arrived or changed: the first signature is withdrawn."""
        require(not self.signed, "handover_signed")
        return replace(
            self,
            state=HandoverState.FROZEN,
            out_signed_at=None,
            out_signature=None,
            out_key=None,
            in_signed_at=None,
            in_signature=None,
            in_key=None,
            hash=None,
        )

    def to(self, state: HandoverState) -> Handover:
        """The record in its next state; Refusal('handover_move')."""
        require(state in NEXT[self.state], "handover_move", state=self.state, to=state)
        return replace(self, state=state)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverItem:
    """One open case of a handover as it stood; id is handover/case, `late` came after freezing.

    `was_*` hold what had been frozen when owner, due or promise changed and was asked again.
    `question` names the private row of the words; an answer has the words themselves there.
    Place, item, lon/lat (WGS 84 degrees), lamp and hold are the case's of then: the record printed
    a year later says what it said.
    """

    street: str
    id: str
    handover: str
    case: str
    number: str | None
    state: CaseState
    owner: str | None
    due: datetime | None
    left_s: int | None
    next_move: str | None
    promised: str | None
    mark: Mark
    place: str
    item: str
    lon: float | None
    lat: float | None
    lamp: Lamp
    hold: str | None = None
    late: bool = False
    acked_by: str | None = None
    acked_at: datetime | None = None
    question: str | None = None
    was_owner: str | None = None
    was_due: datetime | None = None
    was_promised: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A correction of a signed record; the record itself never changes."""

    street: str
    id: str
    handover: str
    by: str
    at: datetime
    text: str
    text_hash: str


class Party(StrEnum):
    """To whom something was promised."""

    COMPLAINANT = "complainant"
    UNIT = "unit"
    COMMUNITY = "community"
    LEADER = "leader"
    SUPERIOR = "superior"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised in a case: to whom, by when (UTC); the words are a private row."""

    street: str
    id: str
    case: str
    party: Party
    unit: str | None
    by_when: datetime
    made_by: str
    made_at: datetime
    text: str | None
    kept_at: datetime | None = None
    kept_by: str | None = None

    def kept(self, by: str, at: datetime) -> Promise:
        """The promise was kept; Refusal('promise_kept')."""
        require(self.kept_at is None, "promise_kept")
        return replace(self, kept_by=by, kept_at=at)


class NoticeKind(StrEnum):
    """What a shift hands on beside cases: 上级指示, 预警, 天气, 关注点, 系统故障."""

    INSTRUCTION = "instruction"
    WARNING = "warning"
    WEATHER = "weather"
    WATCH = "watch"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An instruction, warning, place to watch or fault until it ends; the words are private."""

    street: str
    id: str
    kind: NoticeKind
    origin: str | None
    by: str
    at: datetime
    due: datetime | None
    text: str | None
    ended_at: datetime | None = None
    ended_by: str | None = None

    def ended(self, by: str, at: datetime) -> Notice:
        """It is done or over; Refusal('notice_over')."""
        require(self.ended_at is None, "notice_over")
        return replace(self, ended_by=by, ended_at=at)


class KitKind(StrEnum):
    """Things that are handed over by number: 车辆, 执法记录仪, 对讲机, 钥匙."""

    VEHICLE = "vehicle"
    RECORDER = "recorder"
    RADIO = "radio"
    KEY = "key"


class KitState(StrEnum):
    """How a thing is."""

    HERE = "here"
    OUT = "out"
    BROKEN = "broken"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """A thing of the room: its number or name, how it is and who has it."""

    street: str
    id: str
    kind: KitKind
    name: str
    state: KitState = KitState.HERE
    holder: str | None = None
