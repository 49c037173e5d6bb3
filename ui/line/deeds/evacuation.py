"""People of the evacuation's list moved by the line: said by address, number or masked name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from unicodedata import normalize

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
from ui.line.meaning import Meaning, Place, unread
from ui.line.offers import MOST, Offer
from ui.line.spoken import NUMBER, ROW, SOMEBODY, TO
from ui.line.telling import say
from ui.line.words import Word
from ui.models import evacuation as model

MOST_TOLD = 3
"""Whole buildings that the sentence names."""
MOST_ROWS = 6
"""People that a sentence gives to choose from."""
HIDDEN = frozenset((SOMEBODY, "*"))
"""What stands for the characters of a name that are not shown."""


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
    """What the words say: who, where to, and the first word that is wrong.

    `unsure` is why a name is nobody's for sure.
    """

    homes: dict[str, list[RiskView]] = field(default_factory=dict)
    people: dict[str, RiskView] = field(default_factory=dict)
    goal: Goal | None = None
    fault: Fault | None = None
    unsure: str = ""

    @property
    def back(self) -> bool:
        """Whether they are put back on the list, which those who went can be."""
        return self.goal is not None and self.goal.state is Moved.LISTED

    def going(self) -> list[RiskView]:
        """Who is named; of a building those who are still there, as the panel ticks them."""
        found = dict(self.people)
        for some in self.homes.values():
            if not any(one.at_risk.id in self.people for one in some):  # it told which of them
                found |= {one.at_risk.id: one for one in some if self.back or model.there(one)}
        return list(found.values())


class Listener:
    """Reads words against the list as it was told."""

    def __init__(self, found: Evacuation, lexicon: Lexicon, communities: Mapping[str, str]) -> None:
        """Nothing heard; two communities may have one address, which are two buildings."""
        self._letters = lexicon.letters.of
        self.homes = _homes(found.people, communities)
        self._labels = {one.at_risk.id: key for key, some in self.homes.items() for one in some}
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
        if row is None:
            return False
        if row[1] not in self.homes:
            same = [f"{key}#{row[2]}" for key, some in self.homes.items() if _place(some) == row[1]]
            if same:
                among = tuple((one, one) for one in same)
                heard.fault = heard.fault or Fault("ambiguous", text, among=among)
            return bool(same)
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
        """A name as the screen shows it, in the buildings named.

        Without an address it is nobody's, nor is a whole name of whom only the surname is shown:
        another of that surname would go.
        """
        within = heard.homes or self.homes
        people = [one for some in within.values() for one in some]
        fit = [one for one in people if _is_shown(word.text, one)]
        like = fit or [one for one in people if (one.name or "")[:1] == word.text[:1]]
        if len(fit) == 1 and heard.homes:
            heard.people[fit[0].at_risk.id] = fit[0]
        elif like:
            rows = w.listed(self.label(one) for one in like[:MOST_ROWS])
            unsure = say("姓名是遮住的，不能断定是谁：请按 {rows} 写").format(rows=rows)
            heard.unsure = heard.unsure or unsure
        else:
            heard.fault = heard.fault or Fault("unknown", word.text)

    def goals_for(self, text: str) -> tuple[Rank, list[Goal]]:
        """Where a word may lead; 1 is no beginning of 15."""

        def names(goal: Goal) -> list[str]:
            said = ((one, (one, *self._letters(one))) for one in goal.names)
            return [one for one, forms in said if any(_whole(text, form) for form in forms)]

        return best((rank(text, names(one), self._letters), one) for one in self.goals)

    def homes_for(self, text: str) -> tuple[Rank, list[str]]:
        """Addresses that a word may mean, never by letters nor by a part of a number."""
        named = ((key, {key, _place(some)}) for key, some in self.homes.items())
        return best(
            (rank(text, [one for one in names if _whole(text, one)], lambda name: ()), key)
            for key, names in named
        )

    def label(self, one: RiskView) -> str:
        """海傍路101号#2: how one person is said without a name."""
        home = self.home(one)
        return f"{home}#{self.homes[home].index(one) + 1}"

    def home(self, one: RiskView) -> str:
        """The building's address, its community before it where another has it too."""
        return self._labels[one.at_risk.id]


class Evacuate(Deed):
    """转移 海傍路101号 文化中心: whole buildings, or people by number, go, refuse, or come back."""

    name, page, by = "evacuation.move", "evacuation", DESK | {Role.GRID_MEMBER}
    text, tells = "转移", "转移名单上的人：写住址（整栋）、住址#第几人，和去处或不愿转移。"

    def __init__(self) -> None:
        """No shelter was heard of yet."""
        self._goals: frozenset[str] = frozenset()

    def keeps(self, reading: Reading) -> bool:
        """Not with a word that may be a person's name: neither address nor shelter nor mask."""
        unnamed = [one.text for one in reading.rest if not one.name]
        return reading.typed.tail is None and not any(self._is_name(one) for one in unnamed)

    def _is_name(self, text: str) -> bool:
        hidden = bool(text[1:]) and set(text[1:]) <= HIDDEN
        if hidden or text.isascii() or any(one.isdecimal() for one in text):
            return False
        return not any(text in one for one in self._goals)

    def stands(self, place: Place) -> str:
        if place.mode.emergency is None:
            return say("平时没有转移名单")
        return "" if place.mode.listed else say("名单还是空的：请先在转移名单里导入或列入")

    def read(self, reading: Reading, place: Place) -> Meaning:
        asked = AskEvacuation()
        found = place.sources.told("evacuation", asked)
        if found is None:
            return unread(asked, place)
        listener = Listener(found, place.sources.lexicon, place.room().reference.communities)
        heard = listener.hear(reading.rest)
        self._goals = frozenset(name for one in listener.goals for name in one.names)
        if reading.typed.tail:
            heard.fault = heard.fault or Fault("no_text", reading.typed.tail)
        if heard.fault is not None:
            return Meaning(telling.of_fault(heard.fault), "danger", form=self.form)
        if heard.unsure:
            return Meaning(heard.unsure, "danger", form=self.form)
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
        """转移 6 人 · 海傍路102号#1-2 2 人、海傍路101号 4 人: by number where only some go."""
        if not people:
            return self.label
        many = say("{n} 人").format(n=len(people))
        ids = {one.at_risk.id for one in people}
        parts, whole = [], []
        for key, some in listener.homes.items():
            at = [n for n, one in enumerate(some, 1) if one.at_risk.id in ids]
            into = parts if len(at) < len(some) else whole
            if at:
                numbers = f"#{_runs(at)}" if into is parts else ""
                into.append(f"{key}{numbers} {say('{n} 人').format(n=len(at))}")
        if len(people) == 1:
            parts, whole = [f"{listener.label(people[0])} {_masked(people[0])}".strip()], []
        places = [*parts, *whole]
        most = max(MOST_TOLD, len(parts))
        more = say("等 {n} 处").format(n=len(places)) if len(places) > most else ""
        return f"{self.label} {many} · {w.listed(places[:most])}{more}"

    def offers(
        self, reading: Reading, meaning: Meaning, place: Place, word: Word | None
    ) -> list[Offer]:
        """Addresses, the people of one, and where they may go."""
        found = place.sources.told("evacuation", AskEvacuation())
        if found is None or not isinstance(found, Evacuation):
            return []
        listener = Listener(found, place.sources.lexicon, place.room().reference.communities)
        text = word.text if word is not None else ""
        wants_goal = "goal" in meaning.wants and word is None and len(reading.rest) > 0
        rows = [_goal(one) for one in listener.goals if not text or _fits(one, text, listener)]
        if wants_goal or (word is not None and word.name):
            return rows
        row = ROW.fullmatch(text)
        if row is not None and row[1] in listener.homes:
            return [_person(one, listener) for one in listener.homes[row[1]]][:MOST]
        back = listener.hear(reading.rest).back
        some = ((key, some) for key, some in listener.homes.items() if text in key)
        homes = [_home(key, people, back) for key, people in some]
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


def _is_shown(text: str, one: RiskView) -> bool:
    """Whether a typed name is what the screen shows: 罗某, 罗**, or all of an opened one."""
    known = one.name or ""
    if not known or text[:1] != known[:1]:
        return False
    hidden = set(text[1:])
    if hidden and hidden <= HIDDEN:
        return SOMEBODY in hidden or len(text) == len(known)
    return one.revealed and text == known


def _place(people: list[RiskView]) -> str:
    return people[0].at_risk.place


def _homes(people: Iterable[RiskView], communities: Mapping[str, str]) -> dict[str, list[RiskView]]:
    """Buildings by address, as the panel groups them; what two communities have says which."""
    homes: dict[tuple[str, str], list[RiskView]] = {}
    for one in people:
        homes.setdefault((one.at_risk.community or "", one.at_risk.place), []).append(one)
    of = [place for _, place in homes]
    found = {}
    for (code, place), some in homes.items():
        community = communities.get(code, code) or w.say("社区不明")
        found[place if of.count(place) == 1 else f"{community}{place}"] = some
    return found


def _bounded(text: str) -> str:
    """A text as it is compared, with its numbers kept apart: 海傍路<15>号."""
    marked = NUMBER.sub(lambda one: f"<{one[0]}>", normalize("NFKC", text).lower())
    return "".join(one for one in marked if one.isalnum() or one in "<>")


def _whole(text: str, name: str) -> bool:
    """Whether a text stands in a name with whole numbers only: 5号 is no part of 15号."""
    return _bounded(text) in _bounded(name)


def _runs(numbers: list[int]) -> str:
    """1-3,5: rising numbers, those that follow each other taken together."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], one]
        else:
            runs.append([one])
    return ",".join("-".join(map(str, one)) for one in runs)


def _masked(one: RiskView) -> str:
    """The name as everybody sees it; what was opened for one person is not said again."""
    return "" if one.revealed else one.name or ""


def _goal(goal: Goal) -> Offer:
    note = say("满了") if goal.full else goal.note
    return Offer(goal.names[0], goal.names[0], note, able=not goal.full)


def _home(label: str, people: list[RiskView], back: bool) -> Offer:
    there = back or any(model.there(one) for one in people)
    return Offer(label, label, model.counted(people), able=there)


def _person(one: RiskView, listener: Listener) -> Offer:
    label = listener.label(one)
    state = one.at_risk.state
    note = " ".join((model.SIGNS[state], w.word(state), _masked(one)))
    return Offer(label, label, note.strip())
