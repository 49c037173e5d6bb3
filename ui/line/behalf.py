"""For whom a step is entered, by which channel and when, as far as the words say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commandcenter.domain.commands import Behalf
from commandcenter.domain.roles import Channel
from commandcenter.services.views import CaseView
from ui import words as w
from ui.actions import Action, Room
from ui.actions.fields import Option
from ui.line import values
from ui.line.match import Lexicon, Rank, best, rank
from ui.line.spoken import CHANNEL, HAPPENED, PARTS, PERSON
from ui.line.words import Word


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a word: unknown, ambiguous, twice, value, future; `among` could be meant.

    `name` is the label of the field it was meant for.
    """

    code: str
    word: str
    name: str = ""
    among: tuple[Option, ...] = ()


class ForWhom:
    """The person, the channel and the time of a step that somebody else has done.

    Without a word it is the likeliest person, the telephone, and now, as in the form.
    """

    def __init__(self, action: Action, view: CaseView, room: Room, lexicon: Lexicon) -> None:
        """Nothing said."""
        self._action, self._view, self._room, self._lexicon = action, view, room, lexicon
        self._person = ""
        self._channel: Channel | None = None
        self._at: datetime | None = None

    @property
    def needed(self) -> bool:
        """Whether who sits here can do it only for somebody else."""
        return self._action.behalf is not None and self._action.needs_behalf(self._room.roles)

    def rank(self, text: str, chosen: Mapping[str, Any]) -> Rank:
        """How well a word names one of these people; nobody once somebody was named."""
        if self._person:
            return Rank.NONE
        ranked = [rank_option(text, one, self._lexicon) for one in self._people(chosen)]
        return max(ranked, default=Rank.NONE)

    def set_person(self, text: str, chosen: Mapping[str, Any]) -> list[Fault]:
        """Take the one person that a word means."""
        people = self._people(chosen)
        found = best((rank_option(text, one, self._lexicon), one) for one in people)[1]
        if len(found) == 1:
            self._person = found[0][0]
            return []
        code = "ambiguous" if found else "value"
        return [Fault(code, text, w.say("办理人"), tuple(found))]

    def set_channel(self, text: str) -> bool:
        """电话, 电台, 当面 or 消息; whether it was one."""
        letters = self._lexicon.letters.of
        ranked = ((rank(text, (w.word(one), one.value), letters), one) for one in Channel)
        top, found = best(ranked)
        if not self.needed or self._channel or top < Rank.LETTERS or len(found) != 1:
            return False
        self._channel = found[0]
        return True

    def by_name(self, word: Word, chosen: Mapping[str, Any]) -> list[Fault] | None:
        """代=谁, 来自=电台, 发生于=09:20; None where the name is another."""
        if not self.needed:
            return None
        wrong = [Fault("value", word.text, word.name)]
        if word.name in PERSON:
            return self.set_person(word.text, chosen)
        if word.name in CHANNEL:
            return [] if self.set_channel(word.text) else wrong
        if word.name not in HAPPENED:
            return None
        now = self._room.now
        found = values.moment(word.text.split(), now, self._room.zone)
        if found is not None and found > now:
            found = values.earlier(found)
        self._at = found
        return [] if found is not None and found <= now else wrong

    def behalf(self, chosen: Mapping[str, Any]) -> Behalf | None:
        """What the command carries; None where nobody is there or nobody is needed."""
        people = self._people(chosen)
        person = self._person or (people[0][0] if people else "")
        if not person:
            return None
        channel = self._channel or Channel.TELEPHONE
        return Behalf(person=person, channel=channel, happened_at=self._at or self._room.now)

    def _people(self, chosen: Mapping[str, Any]) -> list[Option]:
        if not self.needed or self._action.behalf is None:
            return []
        return self._action.behalf(self._view, self._room, chosen)


def rank_option(text: str, option: Option, lexicon: Lexicon) -> Rank:
    """How well a word fits an offered choice: its label, a part of it, its code, other names."""
    value, label = option
    names = lexicon.names(value)
    own = names if names and (label == names[0] or label.startswith(f"{names[0]} ")) else ()
    return rank(text, (value, label, *_parts(label), *own), lexicon.letters.of)


def _parts(label: str) -> list[str]:
    """The words of a choice's label: 主办 安监中队 · 待签收."""
    text = label
    for mark in PARTS:
        text = text.replace(mark, " ")
    found = text.split()
    return found if len(found) > 1 else []
