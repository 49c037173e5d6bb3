"""Lines of a queue by hand: a street's morning with every state, lamp and badge."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.limits import Level, Stage
from commandcenter.domain.person import Unit
from commandcenter.services.views import Board, CaseLine, Changes, Figures, Reference
from ui.mode import NORMAL
from ui.models.queue import QueueModel
from ui.models.queue_cells import STILL, Column

S = CaseState
NOW = datetime(2019, 7, 11, 2, 4, tzinfo=UTC)
FIGURES = Figures(filed=0, closed=0, void=0, open=0, inbox=0)
COMMUNITIES = {"440113120001": "大龙社区居委会", "440113120201": "小龙村委会"}
UNITS = (("safety", "安监中队"), ("enforcement", "综合执法队"), ("market", "市场监管所"))
REFERENCE = Reference(
    street="440113120000",
    street_name="石碁镇",
    demo=True,
    sketch=True,
    communities=COMMUNITIES,
    grids=(),
    roads=(),
    outline=(),
    items=CATALOGUE,
    units=tuple(
        Unit(street="440113120000", id=key, name=name, short=name, kind="street")
        for key, name in UNITS
    ),
    powers=(),
    names={"lead-1": "蔡海涛"},
    phones={},
)
BLANK = CaseLine(
    id="",
    version=1,
    number=None,
    state=S.IN_PROGRESS,
    state_since=NOW - timedelta(minutes=20),
    item="21-903",
    level=Level.GENERAL,
    source=Source.GRID,
    place="祠堂东街 12 号",
    community="440113120201",
    grid="440113120201007",
    lon=None,
    lat=None,
    lead_unit="safety",
    owner=None,
    reported_at=NOW - timedelta(minutes=30),
    filed_at=NOW - timedelta(minutes=25),
    closed_at=None,
    clock_start=NOW - timedelta(minutes=25),
    due=None,
    yellow=None,
    provisional=False,
    stage=None,
    stage_due=None,
    stage_yellow=None,
    pending=(),
    urged=0,
    supervised=False,
    rounds=1,
    rework=0,
    drill=False,
    imported=False,
    acks=(),
    merged_into=None,
)


def line(case: str, minutes: float | None = 60, **more: object) -> CaseLine:
    """A case that is due so many minutes from now; yellow ten minutes before."""
    made = replace(BLANK, id=case, number=f"440113120000201907{case:>06}")
    if minutes is not None:
        due = NOW + timedelta(minutes=minutes)
        made = replace(made, due=due, yellow=due - timedelta(minutes=10))
    return replace(made, **more)  # type: ignore[arg-type]


def inbox(case: str, waited: float, **more: object) -> CaseLine:
    at = NOW - timedelta(minutes=waited)
    return line(case, None, state=S.REPORTED, number=None, reported_at=at, lead_unit=None, **more)


def board(*lines: CaseLine) -> Board:
    return Board(
        seq=1,
        at=NOW,
        cases=lines,
        figures=FIGURES,
        teams=(),
        officers=(),
        positions=(),
        people=(),
        mode=NORMAL,
    )


def changes(*lines: CaseLine) -> Changes:
    return Changes(
        seq=2,
        at=NOW,
        entries=(),
        cases=lines,
        figures=None,
        teams=(),
        officers=(),
        people=(),
        positions=(),
        more=False,
    )


def many(count: int, seed: int = 7) -> tuple[CaseLine, ...]:
    """A street's day: every state, level, unit and lamp, some with requests and badges."""
    dice = random.Random(seed)
    open_states = [S.FILED, S.DISPATCHED, *[S.IN_PROGRESS] * 4, S.CHECKING, S.CALLBACK, *STILL]
    made = []
    for at in range(count):
        case = f"{at:06d}"
        if at % 41 == 0:
            made.append(inbox(case, dice.uniform(1, 90), item=dice.choice(CATALOGUE).code))
            continue
        state = dice.choice(open_states)
        stage_due = NOW + timedelta(minutes=dice.uniform(-30, 90))
        staged = state in (S.FILED, S.DISPATCHED, S.CHECKING) or at % 3 == 0
        stage = {S.FILED: Stage.DISPATCH, S.DISPATCHED: Stage.SIGN, S.CHECKING: Stage.CHECK}
        made.append(
            line(
                case,
                dice.uniform(-300, 9000),
                state=state,
                item=dice.choice(CATALOGUE).code,
                level=dice.choice(list(Level)),
                source=dice.choice([Source.GRID, Source.HOTLINE, Source.CITY, Source.VIDEO]),
                community=dice.choice(list(COMMUNITIES)),
                lead_unit=None if state is S.FILED else dice.choice(UNITS)[0],
                place=f"祠堂东街 {at} 号",
                stage=stage.get(state, Stage.ON_SCENE) if staged else None,
                stage_due=stage_due if staged else None,
                stage_yellow=stage_due - timedelta(minutes=12) if staged else None,
                pending=dice.choice([(), (), (), (), ("return",), ("extension",)]),
                urged=dice.choice([0, 0, 0, 0, 1, 3]),
                supervised=dice.random() < 0.06,
                rework=dice.choice([0] * 12 + [1]),
                rounds=dice.choice([1] * 15 + [2]),
            )
        )
    return tuple(made)


class Steps:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return NOW + timedelta(seconds=self.seconds)


class NoDesk:
    """A Desk that is never asked by the queue."""

    def do(self, command: object, who: str) -> object:
        raise AssertionError(command)

    def ask(self, query: object, who: str) -> object:
        raise AssertionError(query)


def shown(model: QueueModel) -> list[str]:
    return [model.line(row).id for row in range(model.rowCount())]


def text(model: QueueModel, row: int, column: Column) -> str:
    return str(model.data(model.index(row, column)))
