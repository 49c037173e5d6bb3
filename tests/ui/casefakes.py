"""A hand-written Desk with one case in any state, for the panels that show and move it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.commands import CaseCommand
from commandcenter.domain.docket import Docket, DocketKind
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.journal import Entry
from commandcenter.domain.law import Finding
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.person import Officer, Person, Unit
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import Request, RequestKind
from commandcenter.domain.roles import Role
from commandcenter.domain.task import Task, TaskKind, TaskRole, TaskState
from commandcenter.services.views import (
    AskCase,
    AskFind,
    AskPicture,
    Board,
    CaseLine,
    CaseView,
    Changes,
    Complainant,
    Figures,
    Found,
    Move,
    PictureRef,
    Reference,
    StoryLine,
)
from ui.mode import NORMAL

STREET = "440113120000"
NOW = datetime(2019, 7, 11, 2, 10, tzinfo=UTC)
CASE = "case-1"


def minutes(number: float) -> datetime:
    return NOW + timedelta(minutes=number)


def person(name: str, *roles: Role, unit: str | None = None, grids: tuple[str, ...] = ()) -> Person:
    return Person(street=STREET, id=name, roles=roles, unit=unit, grids=grids, on_shift=True)


PEOPLE = (
    person("intake-1", Role.INTAKE_OFFICER),
    person("dispatch-1", Role.DISPATCHER),
    person("lead-1", Role.SHIFT_LEAD),
    person("duty-1", Role.DUTY_LEADER),
    person("hotline-1", Role.HOTLINE_SEAT),
    person("unit-safety", Role.UNIT, unit="safety"),
    person("leader-safety", Role.TEAM_LEADER, unit="safety"),
    person("unit-police", Role.UNIT, unit="police"),
    person("member-1", Role.GRID_MEMBER, Role.CHECKER, grids=("440113120201001",)),
    person("member-2", Role.GRID_MEMBER, Role.CHECKER, grids=("440113120201002",)),
    person("member-9", Role.GRID_MEMBER, Role.CHECKER, grids=("440113120006001",)),
)
NAMES = {
    "intake-1": "陈秋月",
    "dispatch-1": "丁娟",
    "lead-1": "蔡海涛",
    "duty-1": "令狐涛",
    "hotline-1": "史静",
    "unit-safety": "史惠玲",
    "leader-safety": "欧阳世昌",
    "unit-police": "张俊杰",
    "member-1": "周耀华",
    "member-2": "沈少芬",
    "member-9": "钱世昌",
    "officer-1": "欧阳世昌",
    "officer-2": "张娜",
}
OFFICERS = tuple(
    Officer(
        street=STREET,
        id=f"officer-{n}",
        unit="safety",
        team="team-safety",
        auxiliary=False,
        certificate=f"演示证000{n}",
        valid_until=date(2020, 7, 1),
        recorder=f"演示仪00{n}",
        on_shift=True,
    )
    for n in (1, 2)
)
REFERENCE = Reference(
    street=STREET,
    street_name="石碁镇",
    demo=True,
    sketch=True,
    communities={"440113120201": "小龙村", "440113120006": "石碁社区"},
    grids=(),
    roads=(),
    outline=(),
    items=CATALOGUE,
    units=tuple(
        Unit(street=STREET, id=key, name=short, short=short, kind="street")
        for key, short in (
            ("safety", "安监中队"),
            ("police", "派出所"),
            ("fire", "消防站"),
            ("emergency", "应急"),
            ("enforcement", "综合执法队"),
        )
    ),
    powers=(),
    names=NAMES,
    phones={},
)


def a_case(**changes: Any) -> Case:
    base = Case(
        street=STREET,
        id=CASE,
        version=4,
        number="4401131202019071100231",
        state=CaseState.DISPATCHED,
        state_since=minutes(-6),
        item="21-903",
        level=Level.URGENT,
        source=Source.GRID,
        place="小龙村祠堂东街 12 号旁空地",
        lon=113.44,
        lat=22.95,
        grid="440113120201001",
        community="440113120201",
        reported_at=minutes(-10),
        reporter="member-1",
        complainant=True,
        filed_at=minutes(-6),
        clock_start=minutes(-6),
        limit="2h",
        due=minutes(114),
        yellow=minutes(90),
        stage=Stage.SIGN,
        stage_due=minutes(4),
        stage_yellow=minutes(2),
        lead_unit="safety",
        notified=("police",),
        owner="dispatch-1",
        rounds=1,
    )
    return replace(base, **changes)


def a_task(**changes: Any) -> Task:
    base = Task(
        street=STREET,
        id="task-1",
        case=CASE,
        unit="safety",
        role=TaskRole.LEAD,
        kind=TaskKind.ENFORCE,
        team="team-safety",
        officers=("officer-1", "officer-2"),
        assigned_at=minutes(-6),
    )
    return replace(base, **changes)


POLICE = a_task(
    id="task-2",
    unit="police",
    role=TaskRole.NOTIFY,
    kind=TaskKind.HANDLE,
    team=None,
    officers=(),
    state=TaskState.SIGNED,
    signed_at=minutes(-4),
)


def a_line(seq: int, event: str, who: str, words: str | None = None, /, **facts: Any) -> StoryLine:
    behalf, channel = facts.pop("behalf", None), facts.pop("channel", None)
    entry = Entry(
        street=STREET,
        seq=seq,
        at=minutes(seq - 11),
        who=who,
        behalf=behalf,
        channel=channel,
        happened_at=minutes(seq - 11),
        subject=CASE,
        kind=event,
        facts=facts,
    )
    return StoryLine(entry=entry, words=words)


MOVES = (
    "SignTask",
    "DeclineTask",
    "RecallCase",
    "AskRequest",
    "AddNote",
    "UrgeCase",
    "CorrectCase",
    "ArriveTask",
    "UndoCase",
    "RevealPhone",
    "RecordContact",
    "AcknowledgeAlarm",
    "OpenDocket",
    "SuperviseCase",
    "DepartTask",
    "WaiveTask",
)


def a_view(case: Case | None = None, **changes: Any) -> CaseView:
    base = CaseView(
        case=case or a_case(),
        words="祠堂东街一处空地有很浓的汽油味，停着两辆改装面包车，有人往外搬铁桶。",
        complainant=Complainant(
            name="李女士", phone="138****5678", revealed=False, open_until=None
        ),
        story=(
            a_line(1, "case_reported", "intake-1", behalf="member-1", channel="telephone"),
            a_line(5, "case_filed", "lead-1", number="4401131202019071100231", level="urgent"),
            a_line(6, "case_dispatched", "dispatch-1", lead="safety", kind="enforce"),
            a_line(7, "note_added", "dispatch-1", "已告知队伍远离火源，车辆停上风向。"),
        ),
        tasks=(a_task(), POLICE),
        requests=(),
        dockets=(),
        pictures=(),
        findings=(Finding(code="camera_clue", severity="note", article="行政处罚法41"),),
        moves=(
            *(Move(command=name, allowed=True, why=None) for name in MOVES),
            Move(command="CloseCase", allowed=False, why="check_first"),
            Move(command="GiveFeedback", allowed=False, why="not_in_progress"),
        ),
        reminders=(),
        undo_until=None,
    )
    return replace(base, **changes)


def full_view() -> CaseView:
    """A case in progress with everything on it: requests, docket, pictures, callers."""
    asked = Request(
        street=STREET,
        id="request-1",
        case=CASE,
        kind=RequestKind.EXTENSION,
        reason="third_party",
        asked_by="unit-safety",
        asked_at=minutes(-1),
        unit="safety",
        limit="1h",
        text="等待有资质的车辆转运汽油",
    )
    docket = Docket(
        street=STREET,
        id="docket-1",
        case=CASE,
        kind=DocketKind.SEIZURE,
        decision="石安监扣〔2019〕7 号",
        recorder="演示仪001",
        goods="汽油约 1,500 升，面包车两辆",
        opened_by="leader-safety",
        opened_at=minutes(-2),
        limit_on=date(2019, 8, 10),
        report_due=minutes(-2) + timedelta(hours=24),
    )
    tasks = (
        a_task(
            state=TaskState.ON_SCENE,
            signed_at=minutes(-5),
            left_at=minutes(-4),
            on_scene_at=minutes(-3),
            recorder="演示仪001",
        ),
        POLICE,
    )
    moves = (*a_view().moves, Move(command="DecideRequest", allowed=True, why=None))
    return a_view(
        a_case(state=CaseState.IN_PROGRESS, stage=None, stage_due=None, stage_yellow=None),
        tasks=tasks,
        requests=(asked,),
        dockets=(docket,),
        moves=moves,
        pictures=tuple(
            PictureRef(
                id=f"picture-{n}",
                sha256=hashlib.sha256(kind.encode()).hexdigest(),
                kind=kind,
                at=minutes(-9 + n),
                by="member-1",
                mime="image/png",
                size=1000,
                gone=False,
            )
            for n, kind in enumerate(("before", "after"))
        ),
        reminders=("crime_transfer",),
    )


def line_of(case: Case) -> CaseLine:
    names = CaseLine.__dataclass_fields__
    known = {name: getattr(case, name) for name in names if hasattr(case, name)}
    return CaseLine(**{"pending": (), **known})


def board(view: CaseView) -> Board:
    return Board(
        seq=7,
        at=NOW,
        cases=(line_of(view.case),),
        figures=Figures(filed=1, closed=0, void=0, open=1, inbox=0),
        teams=(),
        officers=OFFICERS,
        positions=(),
        people=PEOPLE,
        mode=NORMAL,
    )


def changes_of(view: CaseView) -> Changes:
    return Changes(
        seq=8,
        at=NOW,
        entries=(),
        cases=(line_of(view.case),),
        figures=None,
        teams=(),
        officers=(),
        people=(),
        positions=(),
        more=False,
    )


class FakeDesk:
    """Answers with `view`, keeps what it is told, refuses with `no` when that is set."""

    def __init__(self, view: CaseView, picture: Callable[[str], bytes] | None = None) -> None:
        self.view = view
        self.done: list[tuple[Any, str]] = []
        self.no: Refusal | None = None
        self.kept: dict[str, bytes] = {}
        self._picture = picture

    def do(self, command: Any, who: str) -> Any:
        if self.no is not None:
            raise self.no
        if isinstance(command, CaseCommand) and command.seen != self.view.case.version:
            raise Refusal("stale", version=self.view.case.version, state=self.view.case.state)
        self.done.append((command, who))
        return command

    def ask(self, query: Any, who: str) -> Any:
        if isinstance(query, AskCase):
            return self.view
        if isinstance(query, AskPicture) and self._picture is not None:
            return self._picture(query.sha256)
        if isinstance(query, AskFind):
            other = replace(self.view.case, id="case-9", number="4401131202019071100009")
            return Found(lines=(line_of(other),), why=("number",), more=False)
        raise Refusal("no_such_case")

    def keep_picture(self, data: bytes) -> str:
        name = hashlib.sha256(data).hexdigest()
        self.kept[name] = data
        return name
