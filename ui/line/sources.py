"""What the line looks up: asked off the screen's thread, kept until the feed says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from commandcenter.domain.clock import WorkClock
from commandcenter.domain.journal import Entry
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import (
    AskCandidates,
    AskCase,
    AskFind,
    CandidatesView,
    CaseView,
    Changes,
    Found,
    Reference,
)
from ui.context import DeskContext
from ui.line.grammar import Known
from ui.line.match import Lexicon
from ui.line.reporting import places_by_name
from ui.line.spell import spell
from ui.models.evacuation import KINDS as EVACUATION_KINDS
from ui.panels.intake_places import Gazetteer, Place
from ui.worker import PASSING, Job, Lane

MOST_FOUND = 8
STOP_S = 5.0
PLACES: Mapping[str, frozenset[str] | None] = {
    "preview": None,
    "handover": None,
    "handovers": None,
    "emergency": None,
    "evacuation": EVACUATION_KINDS,
}
"""What deeds without a case look at, and after which entries it is asked anew (None: all)."""
SETTLE_MS = 50
"""So long after a key the Desk is asked: the next one may mean something else."""
QUESTIONS = ("case", "fresh", "law", "find", *PLACES)
"""Every place for which the Desk is asked."""


class Sources(QObject):
    """Gives what it has and asks for what it has not; `came` tells that something has come.

    What was refused or has failed is not asked again until forget(). What met nobody to answer it
    the worker puts again; its answer is shown when it comes, and no Enter waits for it.
    """

    came = Signal()
    _lettered = Signal(object)

    def __init__(self, desk: DeskContext, known: Known, parent: QObject) -> None:
        """Nothing asked."""
        super().__init__(parent)
        self._desk, self._known = desk, known
        self._views: dict[str, CaseView] = {}
        self._fresh: dict[tuple[str, int], CandidatesView] = {}
        self._law: dict[AskCandidates, CandidatesView] = {}
        self._places: Mapping[str, Place] | None = None
        self._waiting: dict[str, Any] = {}
        self._told: dict[str, tuple[Any, Any]] = {}
        self._old: set[str] = set()
        self._failed: dict[Any, Exception] = {}
        self._missed: dict[str, Any] = {}
        self._looked: set[str] = set()
        self._spelling = False
        self._lane: Lane | None = None
        self._lettered.connect(self._spelled, Qt.ConnectionType.QueuedConnection)
        self._due: dict[str, Callable[[Any], None]] = {}
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.flush)
        desk.worker.refused.connect(self._refused)
        desk.worker.given_up.connect(self._given_up)

    @property
    def lexicon(self) -> Lexicon:
        """Everything that has a name."""
        return self._known.lexicon

    @property
    def clock(self) -> WorkClock:
        """The street's clock."""
        return self._desk.clock

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return bool(self._waiting) or self._spelling

    def view(self, case: str) -> CaseView | None:
        """The case as the Desk shows it to who sits here; None while it is asked for."""
        found = self._views.get(case)
        line = self._known.cases.line(case)
        if found is not None and (line is None or found.case.version >= line.version):
            return found
        self._ask("case", AskCase(case=case), partial(self._viewed, case))
        return None

    def candidates(self, view: CaseView) -> CandidatesView | None:
        """Who may go, before anything was chosen."""
        key = (view.case.id, view.case.version)
        if key not in self._fresh:
            question = AskCandidates(case=view.case.id)
            self._ask("fresh", question, partial(self._keep, self._fresh, key))
        return self._fresh.get(key)

    def law(self, question: AskCandidates) -> CandidatesView | None:
        """What the law says to a choice."""
        if question not in self._law:
            self._ask("law", question, partial(self._keep, self._law, question))
        return self._law.get(question)

    def told(self, place: str, question: Any) -> Any:
        """The answer to a question of that place (of PLACES); None while it is asked for.

        Each place keeps its newest answer, until something happens that may have changed it.
        """
        kept = self._told.get(place)
        if kept is not None and kept[0] == question:
            return kept[1]
        self._ask(place, question, partial(self._heard, place, question))
        return None

    def refusal(self, question: Any) -> Refusal | None:
        """Why the Desk did not answer; None where it did, or where something went wrong."""
        error = self._failed.get(question)
        return error if isinstance(error, Refusal) else None

    def elsewhere(self, digits: str) -> bool:
        """Look for a case that is not on the board; whether that is still on its way."""
        if digits not in self._looked:
            self._ask("find", looked_for(digits), partial(self._found, digits))
        return self._waiting.get("find") is not None

    def places(self) -> Mapping[str, Place] | None:
        """The street's places by their names; cut once, off the screen's thread."""
        if self._places is None and "places" not in self._waiting:
            self._waiting["places"] = True
            call = partial(_cut, self._desk.reference)
            self._desk.worker.run(call, self._placed, self._broken_places, self)
        return self._places

    def spell(self) -> None:
        """Spell what is not spelled yet."""
        wanted = tuple(self._known.lexicon.letters.wanted)
        if wanted and not self._spelling:
            self._spelling = True
            if self._lane is None:
                self._lane = Lane("letters", lambda job, found, error: self._lettered.emit(found))
            self._lane.post(Job(partial(spell, wanted)))

    def stop(self) -> None:
        """The window goes: end the thread that spells."""
        if self._lane is not None:
            self._lane.close(drop=True)
            self._lane.join(STOP_S)

    def apply(self, changes: Changes) -> None:
        """What has changed is asked anew when it is wanted."""
        for line in changes.cases:
            kept = self._views.get(line.id)
            if kept is not None and kept.case.version != line.version:
                del self._views[line.id]
        if changes.cases or changes.teams or changes.officers or changes.people:
            self._fresh.clear()
            self._law.clear()
        for place in [one for one, kinds in PLACES.items() if _touched(kinds, changes.entries)]:
            self._told.pop(place, None)
            self._old |= {place} & self._under_way

    def outdate(self) -> None:
        """The street works otherwise now: what deeds look at is asked anew when it is wanted."""
        self._told.clear()
        self._old |= set(PLACES) & self._under_way

    def forget(self) -> None:
        """Somebody else sits here, the tables are new, or the line begins anew.

        What is on its way was asked for who sat here before: it is asked anew too.
        """
        under_way = self._under_way
        self._missed.clear()
        for place in QUESTIONS:
            if place in under_way:
                self._drop(place)
                self._desk.worker.forget(_key(place))
        self._views.clear()
        self._fresh.clear()
        self._law.clear()
        self._told.clear()
        self._old.clear()
        self._failed.clear()
        self._looked.clear()

    def renew(self) -> None:
        """Tables were changed: places are cut anew."""
        self._places = None
        self.forget()

    def failed(self, question: Any) -> bool:
        """Whether a question was refused or went wrong."""
        return question in self._failed

    # ---- answers ------------------------------------------------------------------------------

    @property
    def _under_way(self) -> set[str]:
        """Places that an answer may yet come for, be it waited for or put again by the worker."""
        return {*self._waiting, *self._missed}

    def _ask(self, place: str, question: Any, answer: Callable[[Any], None]) -> None:
        if question in self._failed:
            return
        if self._waiting.get(place) == question:
            if place in self._due:
                self._settle.start()  # the hand is still typing
            return
        self._waiting[place] = question
        self._due[place] = answer
        self._settle.start()

    def flush(self) -> None:
        """Ask now: a hand has pressed Enter."""
        self._settle.stop()
        due, self._due = self._due, {}
        for place, answer in due.items():
            question = self._waiting[place]
            self._missed.pop(place, None)  # the worker puts it again no more
            self._desk.worker.ask(
                _key(place),
                question,
                self._desk.who,
                partial(self._answered, place, question, answer),
                partial(self._broken, place, question),
                self,
                lasting=True,
            )

    def _drop(self, place: str) -> None:
        self._waiting.pop(place, None)
        self._due.pop(place, None)

    def _came_for(self, place: str, question: Any) -> None:
        """A newer question of that place goes on waiting, be it asked already or not."""
        if self._waiting.get(place) is question:
            self._drop(place)
        if self._missed.get(place) is question:
            del self._missed[place]

    def _given_up(self, key: str) -> None:
        """A hand gave a question up, be it one that was put again: nobody asks it any more."""
        for place, question in [*self._waiting.items(), *self._missed.items()]:
            if _key(place) == key:
                self._broken(place, question, Refusal("given_up"))

    def _answered(
        self, place: str, question: Any, answer: Callable[[Any], None], found: Any
    ) -> None:
        self._came_for(place, question)
        self._ended()
        answer(found)
        self.came.emit()
        if place in self._old:  # it did for an Enter that waited; any other asks anew
            self._old.discard(place)
            self._told.pop(place, None)
            self.came.emit()

    def _viewed(self, case: str, view: CaseView) -> None:
        self._views[case] = view
        line = self._known.cases.line(case)
        if line is not None and line.version > view.case.version:
            self._failed.pop(AskCase(case=case), None)

    def _keep(self, where: dict[Any, Any], key: Any, found: Any) -> None:
        where[key] = found

    def _heard(self, place: str, question: Any, found: Any) -> None:
        self._told[place] = (question, found)

    def _found(self, digits: str, found: Found) -> None:
        self._looked.add(digits)
        new = [one for one in found.lines if self._known.cases.line(one.id) is None]
        self._known.cases.take(new)

    def _broken(self, place: str, question: Any, error: Exception) -> None:
        self._came_for(place, question)
        if is_passing(error):
            self._missed[place] = question
        else:
            self._ended()
        self._failed[question] = error
        self.came.emit()

    def _ended(self) -> None:
        """A question has its end: what met nobody, and was perhaps overtaken, may be asked anew."""
        self._failed = {one: why for one, why in self._failed.items() if not is_passing(why)}

    def _refused(self, subject: object, said: Refusal) -> None:
        for place, question in [*self._waiting.items(), *self._missed.items()]:
            if question is subject:
                self._broken(place, question, said)

    def _placed(self, found: Mapping[str, Place]) -> None:
        self._places = found
        self._waiting.pop("places", None)
        self.came.emit()

    def _broken_places(self, error: Exception) -> None:
        self._placed({})

    def _spelled(self, found: dict[str, tuple[str, ...]] | None) -> None:
        """Spelled on a thread of its own; None where it went wrong: names and codes do still."""
        self._spelling = False
        if found is None:
            return
        self._known.lexicon.letters.take(found)
        self.spell()
        self.came.emit()


def looked_for(digits: str) -> AskFind:
    """The question for a case that is not on the board."""
    return AskFind(text=digits, limit=MOST_FOUND)


def is_passing(error: Exception | None) -> bool:
    """Whether a question met nobody to answer it, which says nothing about what was asked."""
    return isinstance(error, Refusal) and error.code in PASSING


def _touched(kinds: frozenset[str] | None, entries: Iterable[Entry]) -> bool:
    """Whether something happened after which an answer may be another; None is anything."""
    return any(kinds is None or one.kind in kinds for one in entries)


def _key(place: str) -> str:
    return f"line.{place}"


def _cut(reference: Reference) -> dict[str, Place]:
    return places_by_name(Gazetteer(reference).every())
