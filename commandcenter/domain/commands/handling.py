"""Commands from dispatch to feedback."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from commandcenter.domain.commands.base import CaseCommand, Picture, Reason
from commandcenter.domain.limits import Level
from commandcenter.domain.request import RequestKind
from commandcenter.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchCase(CaseCommand):
    """派遣: exactly one lead unit, any number of co-units; reasons answer the law's warnings.

    `first` is the team that stood first when it was chosen, `overruled` why another one goes
    (domain.overrule.Overrule); both None where no ranking was shown.
    """

    lead_unit: str
    kind: TaskKind
    team: str | None = None
    officers: tuple[str, ...] = ()
    co_units: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    approved_by: str | None = None
    first: str | None = None
    overruled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallCase(CaseCommand):
    """撤回改派 with a coded reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCommand(CaseCommand):
    """A command on one task of the case."""

    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTask(TaskCommand):
    """签收."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineTask(TaskCommand):
    """A co-unit or notified unit declines, with a coded reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartTask(TaskCommand):
    """出发: certificates ready (行政处罚法 55) and the recorder's number (47)."""

    certificates_ready: bool = False
    recorder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArriveTask(TaskCommand):
    """到场, with the position if known (lon, lat)."""

    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask(TaskCommand):
    """A co-unit's part is done."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveTask(TaskCommand):
    """A co-task is no longer needed; coded reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkVideo(TaskCommand):
    """The recorder's video is linked to the task (within 24 h)."""

    video: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRequest(CaseCommand):
    """退单, 延期, 挂账, 作废: a unit asks; `limit` like "2wd" for an extension."""

    kind: RequestKind
    reason: str
    words: str = ""
    proposed_unit: str | None = None
    limit: str | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRequest(CaseCommand):
    """Approve or refuse a request."""

    request: str
    approve: bool
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCase(CaseCommand):
    """End a suspension: the remaining time is exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateCase(CaseCommand):
    """上报区级: the clock is counted apart."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBackCase(CaseCommand):
    """The district hands an escalated case back, with an answer in words if it gives one."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContact(CaseCommand):
    """The complainant was contacted."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCase(CaseCommand):
    """News from the scene."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFeedback(CaseCommand):
    """反馈 by the lead unit: every co-task done or waived, a picture after."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgeCase(CaseCommand):
    """催办."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperviseCase(CaseCommand):
    """督办: an order to a unit of the case (the lead unless named), with its own due (UTC)."""

    due: datetime
    words: str
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSupervision(CaseCommand):
    """The reply to a supervision order: the oldest open one, unless one is named."""

    words: str
    order: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsultation(CaseCommand):
    """会商 was held: who came, what was decided."""

    units: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedoCase(CaseCommand):
    """重办 after an unsatisfied answer: a new limit starts; only the shift lead sets another."""

    level: Level | None = None
    limit: str | None = None
    co_units: tuple[str, ...] = ()
