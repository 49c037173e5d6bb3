"""The way off the GUI thread: commands in order on one lane, questions on another."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from commandcenter.domain.commands import Command
from commandcenter.domain.refusal import Refusal

PASSING = frozenset({"no_link", "database_away", "busy", "too_fast"})
"""Refusals that say nothing about a question: it may be put again."""


class DeskDoors(Protocol):
    """The doors of the Desk that the worker uses (commandcenter/services/desk.py)."""

    def do(self, command: Any, who: str) -> Any:
        """Carry out one command; raises Refusal."""

    def ask(self, query: Any, who: str) -> Any:
        """Answer one question with a frozen value."""


class Progress:
    """How far a piece of work is, and whether a person has given it up; for any thread."""

    def __init__(self) -> None:
        """Begun now."""
        self.begun = monotonic()
        self.at = (0, 0)
        self._stop = threading.Event()

    @property
    def stopped(self) -> bool:
        """Whether it was given up; it ends at its next step."""
        return self._stop.is_set()

    def give_up(self) -> None:
        """End it between two steps."""
        self._stop.set()

    def step(self, done: int, of: int) -> None:
        """Called by the work between two rows or pages; Refusal('given_up') ends it."""
        self.at = (done, of)
        if self.stopped:
            raise Refusal("given_up")


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One call to make off the GUI thread and who hears how it went.

    A question has who asks it, and whether it lasts until somebody answers; it is `told` once a
    person has heard that it met nobody.
    """

    call: Callable[[], Any]
    done: Callable[[Any], None] | None = None
    refused: Callable[[Refusal], None] | None = None
    broken: Callable[[Exception], None] | None = None
    owner: QObject | None = None
    subject: object = None
    key: str = ""
    who: str = ""
    lasting: bool = False
    told: bool = False
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Slow:
    """A job that is still under way, and how many wait behind it.

    Its lane is command, read or export; a question has a key, an export its progress.
    """

    lane: str
    seconds: float
    key: str
    waiting: int
    progress: Progress | None = None


class Lane:
    """One thread and its line of jobs; a job with a key takes the place of a waiting one."""

    def __init__(self, name: str, report: Callable[[Job, Any, Exception | None], None]) -> None:
        """Start the thread; `report` is called on it after each job."""
        self._report = report
        self._jobs: deque[Job] = deque()
        self._bell = threading.Condition()
        self._open = True
        self._at_work: tuple[Job, float] | None = None
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def post(self, job: Job) -> bool:
        """Put a job at the end of the line; False when the lane is closed."""
        with self._bell:
            if not self._open:
                return False
            if job.key:
                self._jobs = deque(waiting for waiting in self._jobs if waiting.key != job.key)
            self._jobs.append(job)
            self._bell.notify()
            return True

    def close(self, drop: bool) -> None:
        """Take no more jobs; finish those in the line, or drop them."""
        with self._bell:
            self._open = False
            if drop:
                self._jobs.clear()
            self._bell.notify()

    def join(self, seconds: float) -> tuple[object, ...]:
        """Wait for the thread at most so long; returns the subjects that were left undone."""
        self._thread.join(max(0.0, seconds))
        with self._bell:
            left = tuple(job.subject for job in self._jobs)
            self._jobs.clear()
            return left

    def at_work(self) -> tuple[Job, float, int] | None:
        """The job under way, its seconds, and how many wait behind it; None at rest."""
        with self._bell:
            if self._at_work is None:
                return None
            job, since = self._at_work
            return job, monotonic() - since, len(self._jobs)

    def drop(self, key: str) -> None:
        """Take waiting jobs of this key out of the line."""
        with self._bell:
            self._jobs = deque(waiting for waiting in self._jobs if waiting.key != key)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                answer = job.call()
            except Exception as error:
                self._report(job, None, error)
            else:
                self._report(job, answer, None)

    def _next(self) -> Job | None:
        with self._bell:
            self._at_work = None
            while not self._jobs:
                if not self._open:
                    return None
                self._bell.wait()
            job = self._jobs.popleft()
            self._at_work = job, monotonic()
            return job


class Worker(QObject):
    """Calls the Desk off the GUI thread; every callback and signal arrives on the GUI thread.

    A callback that is a method of a destroyed widget is not called; for a lambda or a
    closure give the widget as `owner`. A failure goes to `failed`, and to the caller's
    `broken` when it gave one: nothing is swallowed. `begun` carries each command given,
    `refused` the command and its Refusal, `over` the command and its answer (None where it was
    refused or failed) after its caller was told, `given_up` the key of a forgotten question, or ""
    for an export that was stopped. `missed` carries the key of a question that again() puts.
    """

    begun = Signal(object)
    refused = Signal(object, object)
    over = Signal(object, object)
    failed = Signal(object)
    given_up = Signal(str)
    missed = Signal(str)
    _ended = Signal(object, object, object)

    def __init__(self, desk: DeskDoors, parent: QObject | None = None) -> None:
        """Start both lanes for this desk."""
        super().__init__(parent)
        self._desk = desk
        self._newest: dict[str, Job] = {}
        self._missed: dict[str, Job] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._commands = Lane("desk commands", self._ended.emit)
        self._reads = Lane("desk reads", self._ended.emit)
        self._exports: Lane | None = None
        self._stopped = False

    def do(
        self,
        command: object,
        who: str,
        done: Callable[[Any], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        broken: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Carry out a command for person `who`, after those given before it.

        `done` gets the Receipt; a refusal goes to `refused` and to the signal of that name.
        Raises RuntimeError after stop(): a command is never lost in silence.
        """
        call = partial(self._desk.do, command, who)
        job = Job(call, done, refused, broken, owner, command)
        if not self._commands.post(job):
            raise RuntimeError("the worker is stopped")
        self.begun.emit(command)

    def ask(
        self,
        key: str,
        query: object,
        who: str,
        answer: Callable[[Any], None],
        broken: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        refused: Callable[[Refusal], None] | None = None,
        lasting: bool = False,
    ) -> None:
        """Ask the Desk; `key` names the place that shows the answer, such as "case.story".

        A newer question of the same key replaces an older one, whose answer is then dropped.
        After stop() questions are dropped. A `lasting` one that met nobody to answer it (PASSING)
        is put again by again(): its answer is to be shown whenever it comes, and no more.
        """
        call = partial(self._desk.ask, query, who)
        self._post_question(
            Job(call, answer, refused, broken, owner, query, key=key, who=who, lasting=lasting)
        )

    def again(self, who: str) -> None:
        """Put this person's lasting questions that met nobody once more, unless asked anew."""
        missed, self._missed = self._missed, {}
        for job in missed.values():
            if job.who == who:
                self._post_question(job)

    def run(
        self,
        call: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        broken: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Run any other short call on the read lane, in order (long work: its own process)."""
        self._reads.post(Job(call, done, refused, broken, owner))

    def export(
        self,
        work: Callable[[Callable[[int, int], None]], Any],
        done: Callable[[Any], None] | None = None,
        broken: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        refused: Callable[[Refusal], None] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Write a file, one after another on a thread of their own; a person may give it up.

        `work` gets the step to call between rows or pages, which stops it by Refusal('given_up').
        Work in several parts has one `progress` for all. Dropped after stop().
        """
        if self._stopped:
            return
        if self._exports is None:
            self._exports = Lane("desk exports", self._ended.emit)
        seen = progress or Progress()
        call = partial(work, seen.step)
        self._exports.post(Job(call, done, refused, broken, owner, progress=seen))

    def slow(self, seconds: float) -> Slow | None:
        """What has been under way for so long, a command first; None when all is quick."""
        lanes = {"command": self._commands, "read": self._reads, "export": self._exports}
        for name, lane in lanes.items():
            found = lane.at_work() if lane is not None else None
            if found is None:
                continue
            job, since, waiting = found
            if job.progress is not None:
                since = monotonic() - job.progress.begun
            if since >= seconds:
                return Slow(name, since, job.key, waiting, job.progress)
        return None

    def forget(self, key: str) -> None:
        """Give up the question of this key: an answer that comes yet is dropped."""
        self._reads.drop(key)
        self._missed.pop(key, None)
        if self._newest.pop(key, None) is not None:
            self.given_up.emit(key)

    def stop(self, seconds: float = 5.0) -> tuple[object, ...]:
        """Finish the commands in the line, drop the questions, give exports up, end the threads.

        Waits at most `seconds`; returns the commands that were left undone.
        """
        self._stopped = True
        until = monotonic() + seconds
        self._commands.close(drop=False)
        self._reads.close(drop=True)
        if self._exports is not None:
            self._exports.close(drop=True)
            if (found := self._exports.at_work()) is not None and found[0].progress is not None:
                found[0].progress.give_up()
        left = self._commands.join(until - monotonic())
        for lane in (self._reads, self._exports):
            if lane is not None:
                lane.join(until - monotonic())
        return left

    def _post_question(self, job: Job) -> None:
        if job.key:
            self._newest[job.key] = job
            self._missed.pop(job.key, None)
        self._reads.post(job)

    @Slot(object, object, object)
    def _deliver(self, job: Job, answer: Any, error: Exception | None) -> None:
        outdated = bool(job.key) and self._newest.get(job.key) is not job
        if job.key and not outdated:
            del self._newest[job.key]
        if isinstance(error, Refusal):
            self._deliver_refusal(job, error, outdated)
        elif error is not None:
            self.failed.emit(error)
            _call(job, job.broken, error)
        elif not outdated:
            _call(job, job.done, answer)
        if isinstance(job.subject, Command):
            self.over.emit(job.subject, answer)

    def _deliver_refusal(self, job: Job, refusal: Refusal, outdated: bool) -> None:
        if outdated:
            return
        if job.progress is not None and refusal.code == "given_up":
            self.given_up.emit("")  # a person's own wish: nothing was refused
            _call(job, job.refused, refusal)
            return
        if job.lasting and refusal.code in PASSING:
            self._missed[job.key] = replace(job, told=True)
            self.missed.emit(job.key)
            if job.told:
                return
        _call(job, job.refused, refusal)
        self.refused.emit(job.subject, refusal)


def _call(job: Job, callback: Callable[[Any], None] | None, value: Any) -> None:
    if callback is None or (job.owner is not None and not isValid(job.owner)):
        return
    method = callback.func if isinstance(callback, partial) else callback
    receiver = getattr(method, "__self__", None)
    if not isinstance(receiver, QObject) or isValid(receiver):
        callback(value)
