"""People of the evacuation's list moved by the line: said by address, number or masked name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from commandcenter.domain.commands import MoveAtRisk
from commandcenter.domain.emergency import Moved, SpotKind
from commandcenter.domain.roles import Role
from commandcenter.services.emergency_views import RiskView
from commandcenter.services.relief_views import AskEvacuation, Evacuation, SpotView
from ui import words as w
from ui.line import telling
from ui.line.behalf import Fault
from ui.line.deeds.base import Deed
from ui.line.deeds.calls import DESK
from ui.line.grammar import Reading
from ui.line.match import Lexicon, Rank, best, rank
from ui.line.meaning import WAITING, Meaning, Place
from ui.line.offers import MOST, Offer
from ui.line.spoken import ROW, SOMEBODY, TO
from ui.line.telling import say
from ui.line.words import Word
from ui.models import evacuation as model

MOST_TOLD = 3
"""Addresses that the sentence names."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Where somebody goes, or how it went: a shelter, or a state without one."""

    names: tuple[str, ...]
    state: Moved
    spot: SpotView | None = None

    @property
    def note(self) -> str:
        """How many places are left."""
        return model.room_text(self.spot) if self.spot else ""

    @property
    def full(self) -> bool:
        """Whether nobody more can go there."""
        return self.spot is not None and self.spot.room is not None and self.spot.room <= 0


@dataclass(slots=True)
class Heard:
    """What the words say: who, where to, and the first word that is wrong."""

    homes: dict[str, list[RiskView]] = field(default_factory=dict)
    people: dict[str, RiskView] = field(default_factory=dict)
    goal: Goal | None = None
    fault: Fault | None = None

    def going(self) -> list[RiskView]:
        """Who is named; of a building those who are still there, as the panel ticks them."""
        own = {one.at_risk.place for one in self.people.values()}
        found = dict(self.people)
        for place, some in self.homes.items():
            if place not in own:  # the address only told which of them
                found |= {one.at_risk.id: one for one in some if model.there(one)}
        return list(found.values())


class Listener:
    """Reads words against the list as it was told."""

    def __init__(self, found: Evacuation, lexicon: Lexicon) -> None:
        """Nothing heard."""
        self._letters = lexicon.letters.of
        self.homes: dict[str, list[RiskView]] = {}
        for one in found.people:
            self.homes.setdefault(one.at_risk.place, []).append(one)
        self.goals = list(_goals(found.spots))

    def hear(self, words: Iterable[Word]) -> Heard:
        """What all words say."""
        heard, names = Heard(), []
        for word in words:
            if word.name and word.name.lower() not in TO:
                heard.fault = heard.fault or Fault("no_field", word.name)
            elif word.name or not self._who(word.text, heard):
                names += self._other(word, heard)
        for word in names:
            self._named(word, heard)
        return heard

    def _who(self, text: str, heard: Heard) -> bool:
        """A building by its whole address, or one of its people by number."""
        if text in self.homes:
            heard.homes[text] = self.homes[text]
            return True
        row = ROW.fullmatch(text)
        if row is None or row[1] not in self.homes:
            return False
        some, at = self.homes[row[1]], int(row[2] or 0) - 1
        if 0 <= at < len(some):
            heard.people[some[at].at_risk.id] = some[at]
        else:
            heard.fault = heard.fault or Fault("value", text, say("名单上的人"))
        return True

    def _other(self, word: Word, heard: Heard) -> list[Word]:
        """A goal or a part of an address; else it may be a name, which waits for the addresses."""
        to, goals = self.goals_for(word.text)
        at, homes = (Rank.NONE, []) if word.name else self.homes_for(word.text)
        top = max(to, at)
        if top is Rank.NONE:
            if word.name:
                heard.fault = heard.fault or Fault("value", word.text, say("去处"))
            return [] if word.name else [word]
        labels = [one.names[0] for one in goals if to is top] + [one for one in homes if at is top]
        if len(labels) > 1:
            among = tuple((one, one) for one in labels)
            heard.fault = heard.fault or Fault("ambiguous", word.text, among=among)
        elif to is top and heard.goal is not None:
            heard.fault = heard.fault or Fault("twice", word.text, say("去处"))
        elif to is top:
            heard.goal = goals[0]
        else:
            heard.homes[homes[0]] = self.homes[homes[0]]
        return []

    def _named(self, word: Word, heard: Heard) -> None:
        """A name as it is masked: the surname and as many characters, in the buildings named.

        Without an address it is nobody's: another of that surname would go.
        """
        within = heard.homes or self.homes
        fit = [one for some in within.values() for one in some if _may_be(word.text, one)]
        if len(fit) == 1 and heard.homes:
            heard.people[fit[0].at_risk.id] = fit[0]
        elif fit:
            among = tuple((self.label(one), self.label(one)) for one in fit)
            heard.fault = heard.fault or Fault("ambiguous", word.text, among=among)
        else:
            heard.fault = heard.fault or Fault("unknown", word.text)

    def goals_for(self, text: str) -> tuple[Rank, list[Goal]]:
        """Where a word may lead."""
        return best((rank(text, one.names, self._letters), one) for one in self.goals)

    def homes_for(self, text: str) -> tuple[Rank, list[str]]:
        """Addresses that a word may mean; by letters only whole."""
        return best((rank(text, (one,), lambda name: ()), one) for one in self.homes)

    def label(self, one: RiskView) -> str:
        """海傍路101号#2: how one person is said without a name."""
        some = self.homes[one.at_risk.place]
        return f"{one.at_risk.place}#{some.index(one) + 1}"


class Evacuate(Deed):
    """转移 海傍路101号 文化中心: whole buildings, or people by number, go, refuse, or come back."""

    name, page, by = "evacuation.move", "evacuation", DESK | {Role.GRID_MEMBER}
    text, tells = "转移", "转移名单上的人：写住址（整栋）、住址#第几人，和去处或不愿转移。"

    def stands(self, place: Place) -> str:
        if place.mode.emergency is None:
            return say("平时没有转移名单")
        return "" if place.mode.listed else say("名单还是空的：请先在转移名单里导入或列入")

    def read(self, reading: Reading, place: Place) -> Meaning:
        asked = AskEvacuation()
        found = place.sources.told("evacuation", asked)
        if found is None:
            failed = place.sources.failed(asked)
            return Meaning(say("现在查不到"), "danger") if failed else WAITING
        listener = Listener(found, place.sources.lexicon)
        heard = listener.hear(reading.rest)
        if reading.typed.tail:
            heard.fault = heard.fault or Fault("no_text", reading.typed.tail)
        if heard.fault is not None:
            return Meaning(telling.of_fault(heard.fault), "danger", form=self.form)
        people, goal = heard.going(), heard.goal
        if goal is None or not (heard.homes or heard.people):
            lacks = [] if heard.homes or heard.people else [say("谁（住址，或住址#第几人）")]
            lacks += [] if goal else [say("去处")]
            text = telling.joined((telling.missing(lacks), self._told(people, listener)))
            return Meaning(
                text, "warning", wants=("goal",) if not goal else ("who",), form=self.form
            )
        return self._moved(people, goal, listener)

    def _moved(self, people: list[RiskView], goal: Goal, listener: Listener) -> Meaning:
        key = goal.spot.spot.id if goal.spot else None
        going = model.going(people, goal.state, key)
        if not going:
            return Meaning(say("这里的人都已是这样"), "danger", form=self.form)
        if crowded := model.crowded(goal.spot, len(going)):
            return Meaning(crowded, "danger", form=self.form)
        some = [one for one in people if one.at_risk.id in going]
        told = telling.joined((self._told(some, listener), f"→ {goal.names[0]}", goal.note))
        command = MoveAtRisk(people=going, state=goal.state, spot=key)
        return Meaning(told, "text", command=command, form=self.form)

    def _told(self, people: list[RiskView], listener: Listener) -> str:
        """转移 6 人 · 海傍路101号 4 人、海傍路102号 2 人: no names."""
        if not people:
            return self.label
        many = say("{n} 人").format(n=len(people))
        count = Counter(one.at_risk.place for one in people)
        places = [f"{one} {say('{n} 人').format(n=n)}" for one, n in count.items()]
        if len(people) == 1:
            places = [f"{listener.label(people[0])} {_masked(people[0])}".strip()]
        more = say("等 {n} 处").format(n=len(places)) if len(places) > MOST_TOLD else ""
        return f"{self.label} {many} · {w.listed(places[:MOST_TOLD])}{more}"

    def offers(
        self, reading: Reading, meaning: Meaning, place: Place, word: Word | None
    ) -> list[Offer]:
        """Addresses, the people of one, and where they may go."""
        found = place.sources.told("evacuation", AskEvacuation())
        if found is None or not isinstance(found, Evacuation):
            return []
        listener = Listener(found, place.sources.lexicon)
        text = word.text if word is not None else ""
        wants_goal = "goal" in meaning.wants and word is None and len(reading.rest) > 0
        rows = [_goal(one) for one in listener.goals if not text or _fits(one, text, listener)]
        if wants_goal or (word is not None and word.name):
            return rows
        row = ROW.fullmatch(text)
        if row is not None and row[1] in listener.homes:
            return [_person(one, listener) for one in listener.homes[row[1]]][:MOST]
        homes = [_home(key, some) for key, some in listener.homes.items() if text in key]
        return sorted([*homes, *rows] if not text else [*rows, *homes], key=lambda o: not o.able)


def _goals(spots: Iterable[SpotView]) -> Iterator[Goal]:
    for one in spots:
        if one.spot.kind is SpotKind.SHELTER:
            yield Goal((one.spot.name,), Moved.MOVED, one)
    yield Goal((w.say("投亲靠友"), w.word(Moved.MOVED)), Moved.MOVED)
    yield Goal((w.word(Moved.REFUSED),), Moved.REFUSED)
    yield Goal((w.say("放回名单"), w.word(Moved.LISTED)), Moved.LISTED)


def _fits(goal: Goal, text: str, listener: Listener) -> bool:
    return goal in listener.goals_for(text)[1]


def _may_be(text: str, one: RiskView) -> bool:
    """Whether a typed name may be this person's, of whom the screen knows the surname only."""
    known = one.name or ""
    if not known or text[:1] != known[:1]:
        return False
    if set(text[1:]) == {SOMEBODY}:
        return True
    return text == known if one.revealed else len(text) == len(known)


def _masked(one: RiskView) -> str:
    """The name as everybody sees it; what was opened for one person is not said again."""
    return "" if one.revealed else one.name or ""


def _goal(goal: Goal) -> Offer:
    note = say("满了") if goal.full else goal.note
    return Offer(goal.names[0], goal.names[0], note, able=not goal.full)


def _home(place: str, people: list[RiskView]) -> Offer:
    there = any(model.there(one) for one in people)
    return Offer(place, place, model.counted(people), able=there)


def _person(one: RiskView, listener: Listener) -> Offer:
    label = listener.label(one)
    state = one.at_risk.state
    note = " ".join((model.SIGNS[state], w.word(state), _masked(one)))
    return Offer(label, label, note.strip())
