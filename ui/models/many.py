"""Several picked cases at once: what is given for each, and what the Desk says before; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    Command,
    FileCase,
    MergeCase,
    RecordNotice,
    UrgeCase,
)
from commandcenter.domain.handover import NoticeKind
from commandcenter.services.trying_views import Try
from commandcenter.services.views import CaseLine
from commandcenter.services.wire import codec
from ui.actions import by_name
from ui.alarms import alarms
from ui.models.items import Choice
from ui.words import say, short_number

HAND_ON = "hand_on"
SEND = "case.dispatch"
DEEDS = ("case.file", "case.merge", "case.urge", "case.acknowledge", HAND_ON)
"""What is done to several cases from the queue, by the names of the actions; SEND has a panel."""
MOST = 500
NO_WORDS = "—"
"""Stands for words that are still to be typed while the rest is tried."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is given for one case, one after the other; none where there is nothing to give.

    A command for several has no case and says how many.
    """

    case: str
    text: str
    commands: tuple[Command, ...]
    cases: int = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants done: the deed's name, and the case to merge into."""

    deed: str
    into: str = ""

    @property
    def label(self) -> str:
        """The deed's word."""
        return say("交下一班") if self.deed == HAND_ON else by_name(self.deed).label

    @property
    def wants_words(self) -> bool:
        """Whether words may be typed."""
        return self.deed in ("case.urge", HAND_ON)

    @property
    def needs_words(self) -> bool:
        """Whether it is nothing without words."""
        return self.deed == HAND_ON


def rows_of(
    wish: Wish, lines: Iterable[CaseLine], names: Mapping[str, str], now: datetime
) -> list[Row]:
    """A row for each case; what goes to the next shift is one notice for all, on the first row."""
    rows = [
        Row(one.id, line_text(one, names), _commands(wish, one, now))
        for one in lines
        if one.id != wish.into
    ]
    if wish.deed == HAND_ON and rows:
        told = RecordNotice(kind=NoticeKind.WATCH, words=_notice(rows))
        return [Row("", say("交接提示，写明 {n} 件").format(n=len(rows)), (told,), len(rows))]
    return rows


def line_text(line: CaseLine, names: Mapping[str, str]) -> str:
    """000231 暴露垃圾."""
    number = short_number(line.number) or say("新报")
    return f"{number} {names.get(line.item, line.item)}"


def _commands(wish: Wish, line: CaseLine, now: datetime) -> tuple[Command, ...]:
    case, seen = line.id, line.version
    if wish.deed == "case.file":
        return (FileCase(case=case, seen=seen),)
    if wish.deed == "case.merge":
        return (MergeCase(case=case, seen=seen, into=wish.into),)
    if wish.deed == "case.urge":
        return (UrgeCase(case=case, seen=seen),)
    if wish.deed == HAND_ON:
        return ()
    codes = dict.fromkeys(one.code for one in alarms((line,), now))
    return tuple(  # each leaves the case one version further on
        AcknowledgeAlarm(case=case, seen=seen + at, alarm=code) for at, code in enumerate(codes)
    )


def _notice(rows: list[Row]) -> str:
    return "、".join(one.text for one in rows) + f"：{NO_WORDS}"


def with_words(rows: Iterable[Row], text: str) -> list[Row]:
    """The same commands with the words that were typed since they were tried."""
    return [replace(row, commands=tuple(_say(one, text) for one in row.commands)) for row in rows]


def _say(command: Command, text: str) -> Command:
    if isinstance(command, UrgeCase):
        return replace(command, words=text)
    if isinstance(command, RecordNotice):
        return replace(command, words=command.words.removesuffix(NO_WORDS) + text)
    return command


@dataclass(frozen=True, slots=True)
class Looked:
    """What the Desk says before: the rows that may be given, and the others with their reasons."""

    able: tuple[Row, ...]
    refused: tuple[tuple[Row, str], ...]


@dataclass(slots=True)
class Outcome:
    """What became of rows that were given: done, waiting on this seat, or not done and why."""

    done: list[Row] = field(default_factory=list)
    waiting: list[Row] = field(default_factory=list)
    refused: list[tuple[Row, str]] = field(default_factory=list)


def first_try(row: Row) -> Try:
    """What the Desk is asked about: the row's first command, as it will be given."""
    command = row.commands[0]
    return Try(command=type(command).__name__, given=codec(type(command))[0](command))


def nothing_to_give(wish: Wish) -> str:
    """Why a row has no command."""
    return say("没有响着的报警") if wish.deed == "case.acknowledge" else say("没有可办的")


def head(wish: Wish, looked: Looked, into: str) -> str:
    """立案 7 件：6 件可办，1 件不可."""
    able, not_ = _cases(looked.able), _cases(row for row, _ in looked.refused)
    label = f"{wish.label} → {into}" if into else wish.label
    if not not_:
        return say("{what} {n} 件：都可办").format(what=label, n=able)
    text = say("{what} {n} 件：{able} 件可办，{not_} 件不可")
    return text.format(what=label, n=able + not_, able=able, not_=not_)


def result(wish: Wish, outcome: Outcome) -> str:
    """立案：6 件已办，1 件未办（仍选着）."""
    parts = []
    if outcome.done or not outcome.waiting:
        parts.append(say("{n} 件已办").format(n=_cases(outcome.done)))
    if outcome.waiting:
        parts.append(say("{n} 件未发送，记为愿望").format(n=_cases(outcome.waiting)))
    if outcome.refused:
        left = _cases(row for row, _ in outcome.refused)
        parts.append(say("{n} 件未办（仍选着）").format(n=left))
    return wish.label + say("：") + say("，").join(parts)


def _cases(rows: Iterable[Row]) -> int:
    return sum(row.cases for row in rows)


def refused_rows(refused: Iterable[tuple[Row, str]]) -> list[Choice]:
    """A row for each case that is not done, with its reason."""
    return [Choice(row.case, f"× {row.text}", why, row, "warning") for row, why in refused]
