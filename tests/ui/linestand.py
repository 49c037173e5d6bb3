"""A command line without window or Desk: one case that shows everything, and what it would do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.consultation import Consultation, ConsultationState, ConsultTask
from commandcenter.domain.handover import Party, Promise
from commandcenter.domain.limits import Level
from commandcenter.domain.order import Order
from commandcenter.domain.person import Officer
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.task import TaskRole, TaskState
from commandcenter.domain.whistle import PartState, Whistle, WhistleKind, WhistlePart, WhistleState
from commandcenter.services.order_views import OrderView
from commandcenter.services.views import AskCandidates, AskCase, CandidatesView, CaseView, Move
from commandcenter.services.whistle_views import (
    ConsultationView,
    ConsultTaskView,
    PartView,
    WhistleView,
)
from tests.ui.casefakes import (
    CASE,
    NOW,
    OFFICERS,
    PEOPLE,
    REFERENCE,
    a_case,
    a_line,
    a_task,
    full_view,
    line_of,
    minutes,
)
from ui.actions import ACTIONS, Action, FieldKind, Room
from ui.actions.fields import Option, said
from ui.line.cases import CaseIndex
from ui.line.deeds import deed_verbs
from ui.line.grammar import Known, Reading, read
from ui.line.match import Lexicon
from ui.line.meaning import Meaning, mean
from ui.line.offers import Offer, offers
from ui.line.spell import Letters
from ui.line.verbs import Verbs, action_verbs
from ui.mode import NORMAL
from ui.words import names_of

STREET = "440113120000"
ROUNDS = 6
"""Fields that a line is given at most."""
TEXTS = {FieldKind.WORDS: "现场已经处理好了", FieldKind.LINE: "2019-7号", FieldKind.LIMIT: "1h"}


class Staff:
    """Who is there."""

    def __init__(self) -> None:
        self.names = names_of(REFERENCE)
        self.teams: dict[str, Any] = {}
        self.officers: dict[str, Officer] = {one.id: one for one in OFFICERS}


class Known_:
    """Looks up nothing: it has the one case."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.clock = WorkClock(WorkCalendar.from_rows(()))
        self.busy = False
        self.the_view: CaseView | None = None
        self.answers: dict[type, Any] = {}

    def view(self, case: str) -> CaseView | None:
        return self.the_view if self.the_view and self.the_view.case.id == case else None

    def candidates(self, view: CaseView) -> CandidatesView | None:
        return None

    def law(self, question: AskCandidates) -> CandidatesView | None:
        return None

    def elsewhere(self, digits: str) -> bool:
        return False

    def places(self) -> dict[str, Any]:
        return {}

    def failed(self, question: Any) -> bool:
        return isinstance(question, AskCase)

    def told(self, place: str, question: Any) -> Any:
        return self.answers.get(type(question))

    def refusal(self, question: Any) -> Refusal | None:
        return None


class Stand:
    """A line on one case; `meaning` and `reading` are of the last line."""

    def __init__(self, view: CaseView) -> None:
        letters = Letters(at_once=True)
        self.known = Known(Verbs(letters), CaseIndex(), Lexicon(letters))
        self.known.verbs.set([*action_verbs(lambda text: ""), *deed_verbs(lambda text: "")])
        learn, names = self.known.lexicon.learn, REFERENCE.names
        learn("unit", [(one.id, (one.short, one.name)) for one in REFERENCE.units])
        learn("item", [(one.code, (one.name, one.code)) for one in REFERENCE.items])
        learn("person", [(one.id, (names[one.id],)) for one in PEOPLE])
        learn("officer", [(one.id, (names[one.id],)) for one in OFFICERS])
        self.mode = NORMAL
        self.hand_written = False
        self.sources = Known_(self.known.lexicon)
        self.staff = Staff()
        self.selected, self.part, self.who = view.case.id, "", "unit-safety"
        self.roles: frozenset[str] = frozenset()
        self.reading: Reading = read("", self.known)
        self.meaning = Meaning()
        self.show(view)
        self.sit("dispatch-1")
        self.roles |= frozenset({"unit", "shift_lead"})

    @classmethod
    def of(cls, action: Action) -> Stand:
        """A stand on which this action may be done by somebody whose step it is."""
        for view in views():
            stand = cls(view)
            stand.allow(*(one.command.__name__ for one in ACTIONS if one.command))
            stand.roles = frozenset(action.by)
            stand.known.cases.take([line_of(_other())])
            room = stand.room()
            assert stand.sources.the_view is not None
            now = stand.sources.the_view
            if action.why_not(now, room.roles) is None and not action.empty(now, room):
                return stand
        raise AssertionError(f"no view fits {action.name}")

    def show(self, view: CaseView) -> None:
        self.sources.the_view = view
        self.known.cases.take([line_of(view.case)])

    def allow(self, *commands: str) -> None:
        view = self.sources.the_view
        assert view is not None
        moves = {one.command: one for one in view.moves}
        moves |= {one: Move(command=one, allowed=True, why=None) for one in commands}
        self.show(replace(view, moves=tuple(moves.values())))

    def select(self, case: str) -> None:
        self.selected = case

    def sit(self, person: str) -> None:
        self.who = person
        self.roles = frozenset(next(one.roles for one in PEOPLE if one.id == person))

    def room(self) -> Room:
        return Room(
            reference=REFERENCE,
            who=self.who,
            roles=self.roles,
            now=NOW,
            zone=self.sources.clock.zone,
            people={one.id: one for one in PEOPLE},
            officers={one.id: one for one in OFFICERS},
        )

    def unsent(self) -> int:
        return 0

    def written(self) -> bool:
        return self.hand_written

    def sitters(self) -> list[Option]:
        return [(one.id, REFERENCE.names[one.id]) for one in PEOPLE]

    def read(self, text: str) -> Meaning:
        self.reading = read(text, self.known)
        self.meaning = mean(self.reading, self)
        return self.meaning

    @property
    def said(self) -> str:
        return self.meaning.said

    def command(self, text: str) -> Any:
        meaning = self.read(text)
        return meaning.command if meaning.ready else None

    def meant(self, text: str) -> Any:
        """The command without its id, or the tone of what is said instead."""
        made = self.command(text)
        return replace(made, id="") if made is not None else self.meaning.tone

    def offers(self, text: str) -> list[Offer]:
        self.read(text)
        return offers(self.reading, self.meaning, self, self.known, len(text))

    def sentence(self, action: Action) -> str:
        """A line for the action, what is missing taken from what is offered."""
        text = f"{action.text} 0231"
        for _ in range(ROUNDS):
            meaning = self.read(text)
            if meaning.ready or not meaning.missing:
                break
            one = meaning.missing[0]
            if one.kind in TEXTS:
                text += f" {said(one.text)}={TEXTS[one.kind]}"
            elif one.kind is FieldKind.CASE:
                text += " 0198"
            else:
                rows = [row for row in self.offers(text + " ") if row.note == said(one.text)]
                assert rows, (text, one.text)
                text += f" {rows[0].insert}"
        return text


def _other() -> Any:
    return replace(a_case(), id="case-9", number="4401131202019071100198")


def views() -> list[CaseView]:
    """The case in work with all there can be on it, and as it stands before and after."""
    whole = _rich()
    case = whole.case
    calm = replace(case, level=Level.GENERAL)
    others = [replace(case, state=state) for state in CaseState]
    return [
        replace(whole, case=replace(calm, redo_wanted=True, supervised=1)),
        *(replace(whole, case=one) for one in others),
        *(replace(whole, whistles=(_whistle(one),)) for one in WhistleState),
        *(replace(whole, whistles=(_whistle(WhistleState.BLOWN, one),)) for one in PartState),
        replace(whole, tasks=_tasks(TaskState.ASSIGNED)),
        replace(whole, tasks=_tasks(TaskState.SIGNED)),
        replace(whole, case=replace(calm, verifier="member-1", checker="member-2")),
    ]


def _tasks(state: TaskState) -> tuple[Any, ...]:
    helper = a_task(id="task-3", unit="fire", role=TaskRole.CO, team=None, officers=())
    return tuple(replace(one, state=state) for one in (a_task(), helper))


def _rich() -> CaseView:
    order = Order(
        street=STREET, id="order-1", case=CASE, unit="safety", by="lead-1", at=NOW, due=minutes(60)
    )
    asked = OrderView(
        order=order,
        number=None,
        item="21-903",
        place="",
        lead_unit="safety",
        case_version=4,
        drill=False,
        words="报结果",
        reply=None,
    )
    promise = Promise(
        street=STREET,
        id="promise-1",
        case=CASE,
        party=Party.COMPLAINANT,
        unit=None,
        by_when=minutes(60),
        made_by="lead-1",
        made_at=NOW,
        text=None,
    )
    view = full_view()
    tasks = (
        *view.tasks,
        a_task(id="task-3", unit="fire", role=TaskRole.CO, state=TaskState.SIGNED),
    )
    docket = replace(view.dockets[0], id="docket-1", report_due=NOW + timedelta(hours=1))
    return replace(
        view,
        tasks=tasks,
        dockets=(docket,),
        orders=(asked,),
        promises=(promise,),
        whistles=(_whistle(WhistleState.BLOWN),),
        consultations=(_consultation(),),
        undo_until=NOW + timedelta(seconds=9),
        story=(*view.story, a_line(9, "task_arrived", "lead-1", task="task-1")),
    )


def _whistle(state: WhistleState, part: PartState = PartState.CALLED) -> WhistleView:
    whistle = Whistle(
        street=STREET,
        id="whistle-1",
        case=CASE,
        kind=WhistleKind.RESIDENT,
        state=state,
        lead="police",
        code="8842",
        drafted_by="lead-1",
        drafted_at=NOW,
    )
    one = WhistlePart(
        street=STREET,
        id="part-1",
        whistle="whistle-1",
        case=CASE,
        unit="police",
        lead=True,
        state=part,
    )
    parts = [one, replace(one, id="part-2", unit="fire", asked_at=NOW)]
    return WhistleView(
        whistle=whistle,
        number=None,
        place="",
        item="21-903",
        case_version=4,
        words=None,
        parts=tuple(PartView(part=each, lamp=None, yellow=None) for each in parts),  # type: ignore[arg-type]
        ratings=(),
        late=0,
        waiting=(("police", True),),
    )


def _consultation() -> ConsultationView:
    found = Consultation(
        street=STREET,
        id="consult-1",
        case=CASE,
        state=ConsultationState.CALLED,
        called_by="lead-1",
        called_at=NOW,
        meets_at=minutes(60),
    )
    task = ConsultTask(
        street=STREET,
        id="consult-task-1",
        consultation="consult-1",
        case=CASE,
        unit="police",
        due=minutes(90),
    )
    return ConsultationView(
        consultation=found,
        number=None,
        place="",
        case_version=4,
        agenda=None,
        decision=None,
        tasks=(ConsultTaskView(task=task, words="排查"),),
    )
