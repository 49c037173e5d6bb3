"""One frozen value per verb, imperative; an id makes a repeat harmless, `seen` is the version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from commandcenter.domain.case import Source
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.ids import new_id
from commandcenter.domain.limits import Level
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Channel
from commandcenter.domain.task import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Behalf:
    """For whom a step is entered, by which channel, and when it happened (UTC)."""

    person: str
    channel: Channel
    happened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What every command has."""

    id: str = field(default_factory=new_id)
    behalf: Behalf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command):
    """A command on a case that carries the version its giver saw."""

    case: str
    seen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture already kept by Desk.keep_picture: its sha256 and kind (before, after, scene)."""

    sha256: str
    kind: str = "scene"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The answer to a warning of the law: the warning's code and the words of the person."""

    code: str
    words: str


# ---- intake -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCase(Command):
    """上报: take a report in; `case` is the new id; lon/lat WGS 84 degrees; times UTC."""

    case: str = field(default_factory=new_id)
    item: str
    source: Source
    words: str
    place: str
    lon: float | None = None
    lat: float | None = None
    grid: str | None = None
    source_number: str | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    reporter: str | None = None
    hotline_at: datetime | None = None
    pictures: tuple[Picture, ...] = ()
    drill: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCase(CaseCommand):
    """并案: the case goes into another one; a filed one keeps its number and counts as void."""

    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskVerification(CaseCommand):
    """核实: send somebody who did not report it to look."""

    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVerification(CaseCommand):
    """The verifier's answer."""

    found: bool
    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCase(CaseCommand):
    """不予受理 with a coded reason; the reporter is told."""

    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfHandleCase(CaseCommand):
    """自处理: the grid member handled a minor matter; it is filed in the same commit."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCase(CaseCommand):
    """Hand the matter to 110, 119, 120 or 122: who was told, when (UTC)."""

    service: str
    told: str
    reject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCase(CaseCommand):
    """立案: number issued, clock starts; the shift lead may set another level."""

    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCase(CaseCommand):
    """更正 of item, place or level; limits are recomputed from the original start."""

    item: str | None = None
    level: Level | None = None
    place: str | None = None
    lon: float | None = None
    lat: float | None = None
    grid: str | None = None


# ---- dispatch and handling ----------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchCase(CaseCommand):
    """派遣: exactly one lead unit, any number of co-units; reasons answer the law's warnings."""

    lead_unit: str
    kind: TaskKind
    team: str | None = None
    officers: tuple[str, ...] = ()
    co_units: tuple[str, ...] = ()
    notify: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    approved_by: str | None = None


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
    """The district hands an escalated case back."""


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
    """督办: an order with its own due time (UTC)."""

    due: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSupervision(CaseCommand):
    """The reply to a supervision order."""

    words: str


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


# ---- the end ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToCheck(CaseCommand):
    """核查: checker is neither handler nor collector."""

    checker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCheck(CaseCommand):
    """The checker's verdict."""

    passed: bool
    words: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(CaseCommand):
    """结案 after a passed check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCallback(CaseCommand):
    """回访: outcome is satisfied, basically, unsatisfied or not_reached."""

    outcome: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainClose(CaseCommand):
    """Explained close: shift lead and duty leader, legal basis, evidence."""

    leader: str
    basis: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidCase(CaseCommand):
    """作废 with a coded reason; never after enforcement began."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase(CaseCommand):
    """复开 on new facts within 30 days."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(CaseCommand):
    """备注, attach; text and pictures live apart from the journal."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCase(CaseCommand):
    """Take back one's own dispatch or merge within 10 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecuseOfficer(CaseCommand):
    """回避 (行政处罚法 43): the officer may not work this case."""

    officer: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeAlarm(CaseCommand):
    """An alarm of the case was seen; `alarm` is its code, for example "case_red"."""

    alarm: str


# ---- sub-dockets --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocket(CaseCommand):
    """立子卷: seizure and the like; `goods` is the list given on the spot."""

    kind: DocketKind
    decision: str
    goods: str = ""
    recorder: str | None = None
    docket: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketCommand(CaseCommand):
    """A command on one sub-docket."""

    docket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocket(DocketCommand):
    """The coercion was reported to the leader (强制法 19)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendDocket(DocketCommand):
    """The one extension the law gives."""

    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDocket(DocketCommand):
    """The docket's end: outcome code (released, confiscated, decided, transferred)."""

    outcome: str


# ---- the room -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSeat(Command):
    """Somebody sits down at this seat."""

    seat: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTeamStatus(Command):
    """A team's status, entered by hand (not while a task of its own says another)."""

    team: str
    status: TeamStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoTeamStatus(Command):
    """Take back one's own status change within 10 s."""

    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfficerShift(Command):
    """An officer comes on or goes off shift."""

    officer: str
    on_shift: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPersonShift(Command):
    """A person of the desk or grid comes on or goes off shift."""

    person: str
    on_shift: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPosition(Command):
    """A team's position (lon, lat WGS 84); kept outside the journal, only on shift."""

    team: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealPhone(CaseCommand):
    """Show the caller's telephone: reason call_back, verify, scene; words outside own cases."""

    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeComplainant(CaseCommand):
    """Remove the complainant's personal data of this case everywhere but its hash."""

    basis: str
