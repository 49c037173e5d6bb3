"""One line for every command that was done, and Ctrl+Z for the last that may be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from commandcenter.domain.commands import Command, UndoCase, UndoTask, UndoTeamStatus
from commandcenter.domain.journal import Entry
from commandcenter.domain.rules import UNDO_SECONDS
from commandcenter.domain.undoing import CASE_KINDS, TASK_KINDS, TEAM_KINDS
from commandcenter.services.desk import Receipt
from commandcenter.services.views import CaseLine, Changes
from ui import words
from ui.actions import ACTIONS
from ui.keyring import key

if TYPE_CHECKING:
    from ui.desk import OpenDesk

UNDO = frozenset({"case.undo", "task.undo"})
NEWS_MS = 1500
"""So long the line waits for the feed, which has the number of a case that was just filed."""
KEPT = 400


@dataclass(slots=True)
class Batch:
    """Commands that were under way together: what was done of them."""

    done: list[tuple[Command, Receipt]] = field(default_factory=list)
    told: bool = False


@dataclass(slots=True)
class Offer:
    """What may be taken back, what it is called, and its cases as they are now."""

    label: str
    steps: list[Entry]
    lines: dict[str, CaseLine]
    undoing: int = 0
    failed: list[Entry] = field(default_factory=list)


class DoneLine(QObject):
    """A fitting: hears the worker and the feed; what was done is said once, in one place."""

    def __init__(self, desk: OpenDesk) -> None:
        """Nothing was done yet."""
        super().__init__(desk)
        self._desk = desk
        self._under_way: set[str] = set()
        self._batch = Batch()
        self._offer: Offer | None = None
        self._taking: Offer | None = None
        self._entries: dict[int, Entry] = {}
        self._lines: dict[str, CaseLine] = {}
        self._gone = False
        self._wait = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._wait.timeout.connect(self._tell)
        desk.worker.begun.connect(self._begun)
        desk.worker.over.connect(self._over)

    def apply(self, changes: Changes) -> None:
        """Own entries, and the cases that they speak of as they are now."""
        own = [one for one in changes.entries if one.who == self._desk.context.who]
        for entry in own:
            self._entries[entry.seq] = entry
        for oldest in list(self._entries)[:-KEPT]:
            del self._entries[oldest]
        mine = {one.subject for one in own} | {one.subject for _, one in self._batch.done}
        self._lines.update({one.id: one for one in changes.cases if one.id in mine})
        for offer in (self._offer, self._taking):
            known = offer.lines if offer is not None else {}
            known.update({one.id: one for one in changes.cases if one.id in known})
        self._tell_if_known()

    def sits(self) -> None:
        """What somebody else did is not this person's to take back."""
        offer, who = self._offer, self._desk.context.who
        if offer is not None and any(one.who != who for one in offer.steps):
            self._batch = Batch(told=True)
            self._withdraw()

    def stop(self) -> None:
        """Say no more, not even of a command whose answer comes when the window is gone."""
        self._gone = True
        self._wait.stop()
        self._desk.window.messages.withdraw()

    def takes_up(self, action: str) -> bool:
        """Whether this action takes back what was done last, and do so then.

        While that is under way, or the offer still stands, it goes to no other case.
        """
        if action not in UNDO:
            return False
        if self._taking is not None:
            self._desk.context.say("info", say("正在撤销，请等答复"))
            return True
        offer = self._offer
        if offer is None or not (self._open_steps() or self._desk.window.messages.offered):
            return False
        self._take_back(offer, self._open_steps() or offer.steps)
        return True

    # ---- what was done --------------------------------------------------------------------

    def _begun(self, command: object) -> None:
        if self._gone or not isinstance(command, Command):
            return
        if not self._under_way:
            self._tell()
            self._batch = Batch()
            self._lines.clear()
            self._withdraw()
        self._under_way.add(command.id)

    def _over(self, command: Command, answer: object) -> None:
        self._under_way.discard(command.id)
        if self._gone:
            return
        if isinstance(answer, Receipt):
            self._batch.done.append((command, answer))
            line = self._desk.queue.model.known(answer.subject)
            if line is not None:
                self._lines[line.id] = line
        if not self._under_way and self._batch.done:
            self._wait.start()
            self._tell_if_known()

    def _tell_if_known(self) -> None:
        """The feed told all of it: it can be said."""
        batch = self._batch
        known = all(receipt.seq in self._entries for _, receipt in batch.done)
        if batch.done and not batch.told and not self._under_way and known:
            self._tell()

    def _tell(self) -> None:
        batch = self._batch
        self._wait.stop()
        if batch.told or not batch.done:
            return
        batch.told = True
        found = [self._entries.get(receipt.seq) for _, receipt in batch.done]
        who = self._desk.context.who  # somebody else may have sat down since
        steps = [one for one in found if one and one.who == who and _may_undo(one)]
        text = self._text(batch)
        self._desk.context.say("info", text)
        if steps:
            of = {one.subject for one in steps}
            lines = {case: one for case, one in self._lines.items() if case in of}
            self._put(Offer(self._label(batch), steps, lines))

    def _text(self, batch: Batch) -> str:
        """派遣 000231：已办; what the table of actions does not name as the story tells it."""
        command, receipt = batch.done[0]
        entry = self._entries.get(receipt.seq)
        if len(batch.done) == 1 and not _label_of(command) and entry is not None:
            told = words.story(entry, words.names_of(self._desk.context.reference))
            return f"{told} {_number(receipt.subject, self._lines)}".strip()
        done = [one.subject for _, one in batch.done]
        return say("%1：已办").replace("%1", _what(self._label(batch), done, self._lines))

    def _label(self, batch: Batch) -> str:
        labels = {_label_of(command) for command, _ in batch.done}
        return labels.pop() if len(labels) == 1 and "" not in labels else say("这一步")

    # ---- taking back ----------------------------------------------------------------------

    def _put(self, offer: Offer) -> None:
        """Name it in the bar as long as some of it may be taken back."""
        self._offer = offer
        if not self._open_steps():
            self._offer = None
            return
        what = _what(offer.label, [one.subject for one in offer.steps], offer.lines)
        text = say("%2 · %3 撤销 · %1 秒").replace("%2", what).replace("%3", key("case.undo"))
        self._desk.window.messages.offer(text, self._left)

    def _withdraw(self) -> None:
        self._offer = None
        self._desk.window.messages.withdraw()

    def _take_back(self, offer: Offer, steps: list[Entry]) -> None:
        """Give the undo of each of these, the last one first."""
        self._withdraw()
        self._taking, offer.undoing, offer.failed = offer, len(steps), []
        for step in reversed(steps):
            failed = partial(self._not_taken_back, offer, step)
            done, who = partial(self._taken_back, offer), self._desk.context.who
            self._desk.worker.do(self._undo_of(offer, step), who, done, failed, failed, self)

    def _taken_back(self, offer: Offer, answer: object) -> None:
        """One was answered; with the last one what was refused is offered again.

        Not where something newer is offered by now, and to nobody else.
        """
        offer.undoing -= 1
        if offer.undoing:
            return
        self._taking = None
        offer.steps = [one for one in offer.steps if one in offer.failed]
        mine = all(one.who == self._desk.context.who for one in offer.steps)
        if offer.steps and mine and self._offer is None and not self._gone:
            self._put(offer)

    def _not_taken_back(self, offer: Offer, step: Entry, why: Exception) -> None:
        """Refused or gone wrong: it may be given again."""
        offer.failed.append(step)
        self._taken_back(offer, why)

    def _open_steps(self) -> list[Entry]:
        """What may still be taken back of what is offered."""
        now, steps = self._desk.context.now(), self._offer.steps if self._offer else []
        return [one for one in steps if _ends(one) > now]

    def _left(self) -> float:
        """Seconds until none of it may be taken back any more."""
        ends = [_ends(one) for one in self._open_steps()]
        return (max(ends) - self._desk.context.now()).total_seconds() if ends else 0.0

    @staticmethod
    def _undo_of(offer: Offer, entry: Entry) -> Command:
        if entry.kind in TEAM_KINDS:
            return UndoTeamStatus(team=entry.subject)
        line = offer.lines.get(entry.subject)
        seen: dict[str, Any] = {"case": entry.subject, "seen": line.version if line else 0}
        if entry.kind in CASE_KINDS:
            return UndoCase(**seen)
        return UndoTask(**seen, task=str(entry.facts.get("task", "")))


def _what(label: str, cases: list[str], lines: dict[str, CaseLine]) -> str:
    """派遣 000231, or 派遣 3 件."""
    if len(cases) > 1:
        return f"{label} {say('%1 件').replace('%1', str(len(cases)))}"
    return f"{label} {_number(cases[0], lines)}".strip()


def _number(case: str, lines: dict[str, CaseLine]) -> str:
    line = lines.get(case)
    return words.short_number(line.number) if line is not None else ""


def _may_undo(entry: Entry) -> bool:
    return entry.kind in CASE_KINDS | TASK_KINDS | TEAM_KINDS


def _ends(entry: Entry) -> datetime:
    return entry.at + timedelta(seconds=UNDO_SECONDS)


def _label_of(command: Command) -> str:
    """What the table of actions calls it, "" for what has no row there."""
    for action in ACTIONS:
        fixed = action.extra.items()
        if action.command is type(command) and all(getattr(command, k) == v for k, v in fixed):
            return action.label
    return ""


def say(text: str) -> str:
    """A word about what was done in the language of the screen."""
    return QCoreApplication.translate("Done", text)
