"""Commands of a change of shift, and of what is handed over with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from commandcenter.domain.commands.base import CaseCommand, Command
from commandcenter.domain.handover import KitKind, KitState, NoticeKind, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeHandover(Command):
    """The outgoing lead takes the snapshot for a named incoming person.

    `queued` is how many actions wait unsent at the seat.
    """

    incoming: str
    leader: str | None = None
    remarks: str = ""
    queued: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DropHandover(Command):
    """A frozen record that nobody signed is dropped (wrong incoming person), with a reason."""

    handover: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeItem(Command):
    """The incoming person takes one case, as it stands now; `question` keeps it open."""

    handover: str
    case: str
    seen: int
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignHandover(Command):
    """Sign with one's own password; the second signature moves every case to the incoming."""

    handover: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLeader(Command):
    """By the system: the incoming person is absent 15 min after the change."""

    handover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAddendum(Command):
    """A correction to a signed record."""

    handover: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePromise(CaseCommand):
    """Somebody was promised something by a time (UTC)."""

    party: Party
    by_when: datetime
    words: str
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPromise(CaseCommand):
    """The promise was kept."""

    promise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNotice(Command):
    """An instruction, warning, place to watch or fault for this and the next shift."""

    kind: NoticeKind
    words: str
    origin: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNotice(Command):
    """It is done or over."""

    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetKit(Command):
    """A thing of the room, who has it and how it is; without a name it goes."""

    kit: str
    kind: KitKind
    name: str
    state: KitState = KitState.HERE
    holder: str | None = None
