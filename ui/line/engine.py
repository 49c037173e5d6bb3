"""The line's mind: text in, one sentence and its completion out; Enter does what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from commandcenter.domain.commands import ReportCase, TakeSeat
from commandcenter.domain.refusal import Refusal
from commandcenter.services.desk import Receipt
from commandcenter.services.views import Board, Changes, Reference
from ui import words as w
from ui.context import DeskContext
from ui.line import evidence, telling
from ui.line.answers import Answers
from ui.line.cases import CaseIndex
from ui.line.deeds.base import has_words
from ui.line.grammar import Known, Reading, read
from ui.line.here import Here
from ui.line.history import History
from ui.line.match import Lexicon
from ui.line.meaning import Meaning, mean
from ui.line.names import forget, learn, learn_teams
from ui.line.offers import Offer, current, offers
from ui.line.sources import Sources
from ui.line.spell import Letters
from ui.line.telling import say
from ui.line.verbs import Verb, Verbs
from ui.seat import SEAT


class Engine(Here):
    """Reads the line at each key; what must be looked up is asked, and Enter waits for it.

    `changed`: sentence or completion are new. `answered` carries a tone and the one-line answer;
    `done` comes when the line was carried out. `wanted` carries what only the window can do: its
    name (verb, panel, form, pick, person, sign) and the Meaning.
    """

    changed = Signal()
    answered = Signal(str, str)
    done = Signal()
    wanted = Signal(str, object)

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Nothing is known before load()."""
        super().__init__(desk, parent)
        letters = Letters()
        self.known = Known(Verbs(letters), CaseIndex(), Lexicon(letters))
        self.sources = Sources(desk, self.known, self)
        self.history = History()
        self.history.sit(desk.who)
        self.reading: Reading = read("", self.known)
        self.meaning = Meaning()
        self._text, self._cursor = "", 0
        self._busy, self._sent = False, ""
        self._wish: Callable[[], object] | None = None
        self._wished_on, self._read_out = "", ""
        self._answers = Answers()
        self._mine: set[str] = set()
        self._warm = False
        self.sources.came.connect(self._came)
        desk.mode.changed.connect(self._switched)

    # ---- the street -----------------------------------------------------------------------------

    def load(self, board: Board) -> None:
        """Take in the whole board."""
        self.known.cases.load(board.cases)
        self._people = {one.id: one for one in board.people}
        self.staff.learn(board)
        self.sources.forget()
        learn(self.known.lexicon, self._desk.reference, self.staff, self._people)
        self._read()

    def apply(self, changes: Changes) -> None:
        """Take in what has changed, and answer what was waited for."""
        cases = self.known.cases
        cases.take(changes.cases)
        cases.drop(changes.gone)
        self._people.update({one.id: one for one in changes.people})
        self.staff.learn(changes)
        self.sources.apply(changes)
        if changes.teams:
            learn_teams(self.known.lexicon, self.staff)
        self._answers.hear(changes.entries)
        self._follow_own()
        self._answer()
        deed = self.reading.deed is not None and changes.entries
        if self._text and (changes.cases or changes.teams or changes.officers or deed):
            self._read()

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        forget(self.known.lexicon)
        learn(self.known.lexicon, reference, self.staff, self._people)
        self.sources.renew()
        self._read()

    def sits(self) -> None:
        """Somebody else sits here, or may do something else: everything is asked anew.

        An Enter that still waited was not theirs.
        """
        self._unsay()
        self.history.sit(self._desk.who)
        self.sources.forget()
        self._read()

    def relinked(self) -> None:
        """The server is heard again: what a seat answered from memory is asked anew.

        An Enter from before waits no more: so much may have changed that it is to be read first.
        """
        waited = self._void()
        self.sources.forget()
        self._read()
        if waited:
            self.answered.emit("warning", telling.changed(self.meaning.said))

    def set_verbs(self, verbs: list[Verb]) -> None:
        """What can be said first."""
        self.known.verbs.set(verbs)

    def begin(self) -> None:
        """The line is opened: what is not spelled yet is spelled now."""
        self._warm = True
        self.sources.forget()
        self.sources.spell()
        self._read()

    # ---- the line -----------------------------------------------------------------------------

    def set_text(self, text: str, cursor: int) -> None:
        """What stands in the line now; an Enter that still waited is void."""
        self._text, self._cursor = text, cursor
        self._unsay()
        self._read()

    def set_cursor(self, cursor: int) -> None:
        """The cursor went elsewhere: what is completed is another word."""
        if cursor != self._cursor:
            self._cursor = cursor
            self.changed.emit()

    def span(self, cursor: int) -> tuple[int, int]:
        """Where the word that is completed stands."""
        word = current(self.reading, self.meaning, cursor)
        return (cursor, cursor) if word is None else (word.start, word.end)

    def offers(self) -> list[Offer]:
        """What the word at the cursor may become."""
        return offers(self.reading, self.meaning, self, self.known, self._cursor)

    def enter(self) -> None:
        """Do it, or say why not; what is still looked up is waited for."""
        if self.reading.blank:
            return
        if self._must_wait():
            self._wished_on = self.unnamed(self.reading)
            self._read_out = self.meaning.said if self.meaning.ready else self._read_out
            self._wait_for(self._enter_late)
            return
        if not self.meaning.ready:
            tone = self.meaning.tone if self.meaning.tone != "dim" else "warning"
            self.answered.emit(tone, self.meaning.said)
            return
        self._do(self.meaning)

    def _enter_late(self) -> None:
        """The Enter that waited: only for the case that stood here, and for what was read then."""
        now = self.meaning
        other = now.ready and self._read_out not in ("", now.said)
        if other or self._wished_on != self.unnamed(self.reading):
            self.answered.emit("warning", telling.changed(now.said))
        else:
            self.enter()

    def open_form(self) -> bool:
        """Open the form of what is typed, filled as far as the words go; False without one.

        A page that takes no words leaves them in the line; what nobody may keep goes from there.
        """
        if self._must_wait() and not self.reading.blank:
            self._wait_for(self.open_form)
            return True
        if self.meaning.form is None:
            return False
        line, deed = self._text, self.reading.deed
        goes_along = deed is None or not has_words(self.reading) or not deed.keeps(self.reading)
        self.wanted.emit("form", self.meaning)
        if goes_along:
            self._finish(line)
        return True

    # ---- reading --------------------------------------------------------------------------------

    def _unsay(self) -> None:
        """What was said so far is of another line, or was read by somebody else."""
        self._wish, self._read_out, self.meaning = None, "", Meaning()

    def _read(self) -> None:
        if self.meaning.ready:
            self._read_out = self.meaning.said
        self.reading = read(self._text, self.known)
        self.meaning = mean(self.reading, self)
        if self._warm:
            self.sources.spell()
        self.changed.emit()

    def _switched(self) -> None:
        """The street works otherwise than before, which deeds of an emergency go by."""
        self.sources.outdate()
        if self._text:
            self._read()

    def _came(self) -> None:
        self._read()
        self._go_on()

    def _wait_for(self, wish: Callable[[], object]) -> None:
        self._wish = wish
        self.sources.flush()

    def _go_on(self) -> None:
        """What was wished for meanwhile, once nothing is in the way."""
        wish = self._wish
        if wish is not None and not self._must_wait():
            self._wish = None
            wish()

    def _must_wait(self) -> bool:
        """Whether a command is on its way, or what is looked up may change what the line means."""
        looking = not self.meaning.ready and not self.meaning.lost and self.sources.busy
        return self._busy or self.meaning.waits or looking

    # ---- doing ----------------------------------------------------------------------------------

    def _do(self, meaning: Meaning) -> None:
        if meaning.call:
            self._call(meaning)
            return
        assert meaning.command is not None
        if isinstance(meaning.command, ReportCase):
            self._mine.add(meaning.command.case)
        if meaning.shots:
            self._keep(meaning)
            return
        self._send(meaning.command, self._desk.who)

    def _keep(self, meaning: Meaning) -> None:
        """Keep the pictures, then give the command that names them, as who sat here then."""
        who, line = self._desk.who, self._text

        def kept(found: object) -> None:
            self._send(replace(meaning.command, pictures=found), who, line)

        self._busy, self._sent = True, line
        evidence.keep(self._desk, meaning.shots, kept, self._refused, self._broken, self)

    def _call(self, meaning: Meaning) -> None:
        """What the window does at once; sitting down is a command where no password is asked."""
        if meaning.call == "person" and self._desk.login is None:
            self._send(TakeSeat(seat=SEAT), meaning.about)
            return
        line = self._text
        self.wanted.emit(meaning.call, meaning)
        self._finish(line)

    def _send(self, command: Any, who: str, line: str | None = None) -> None:
        self._busy, self._sent = True, self._text if line is None else line
        self.answered.emit("dim", say("正在提交…"))
        do: Callable[..., None] = self._desk.worker.do
        do(command, who, self._given, self._refused, self._broken, self)

    def _given(self, receipt: object) -> None:
        self._busy = False
        self._finish(self._sent)
        if isinstance(receipt, Receipt):
            self._answers.wait(receipt)
            self._answer()
        elif not self._text:
            self.answered.emit("warning", say("已存在本机，连接恢复后自动发出"))
        self._go_on()

    def _finish(self, line: str) -> None:
        """A line was done; what was typed since is left."""
        reading = read(line, self.known)
        if reading.deed is None or reading.deed.keeps(reading):
            self.history.add(line)
        if line == self._text:
            self.done.emit()

    def _refused(self, said: Refusal) -> None:
        self._mine.clear()
        self.sources.forget()
        self._not_done(w.refusal(said.code, said.values, self.staff.names))

    def _broken(self, error: Exception) -> None:
        self._not_done(say("程序出错，没有办成；这一行还在，可再按 Enter"))

    def _not_done(self, why: str) -> None:
        """Said where the line stands that was given; the message bar says it in any case."""
        self._busy = False
        waited = self._void()
        self._read()
        if self._sent == self._text:
            self.answered.emit("danger", why)
        elif waited:
            self.answered.emit("warning", telling.changed(self.meaning.said))

    def _void(self) -> bool:
        """An Enter that waited waits no more; whether one did."""
        waited, self._wish = self._wish is not None, None
        return waited

    def _answer(self) -> None:
        """The one-line answer, once the feed has told of what was done."""
        found = self._answers.come()
        if found is not None:
            entry, subject = found
            line = self.known.cases.line(entry.subject) or self.known.cases.line(subject)
            told = telling.answer(entry, line, self.staff.names, self._desk.now())
            self.answered.emit("done", told)

    def _follow_own(self) -> None:
        """Our own new report is selected when the feed tells of it."""
        for case in [one for one in self._mine if self.known.cases.line(one) is not None]:
            self._mine.discard(case)
            self._desk.selection.set_case(case)
