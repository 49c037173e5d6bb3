"""The two doors: Desk.do(command, who) in; Desk.ask(query) and Desk.changes(after) out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial, wraps
from itertools import count
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import DBAPIError

from commandcenter.domain.commands import Command, ReportPosition
from commandcenter.domain.commands.tables import TableCommand
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import DESK_ROLES, ELSEWHERE, Role
from commandcenter.domain.rules import Rules
from commandcenter.geo.ground import GridIndex
from commandcenter.services import (
    accounts,
    admitting,
    alarming,
    answers,
    callbacks,
    charting,
    consulting,
    departments,
    dispatching,
    dockets,
    duty,
    evacuating,
    handover,
    intake,
    joining,
    order_answers,
    privacy,
    promising,
    relief,
    rights,
    shifted,
    supervising,
    switching,
    tables,
    teams,
    tiers,
    undo,
    watching,
    whistles,
    working,
)
from commandcenter.services.clockwork import resume_due
from commandcenter.services.doing import HANDLERS, Doing, Handler, aware
from commandcenter.services.feed import read_changes
from commandcenter.services.ground import load_ground
from commandcenter.services.rules import load_rules
from commandcenter.services.views import Changes
from commandcenter.services.ways import Ways
from commandcenter.storage import tables as t
from commandcenter.storage.database import Database
from commandcenter.storage.dialect import tell
from commandcenter.storage.pictures import PictureStore
from commandcenter.storage.search import Search
from commandcenter.storage.trial import TrialTx
from commandcenter.storage.tx import Tx

REGISTERED = (
    *(accounts, dispatching, dockets, duty, evacuating, handover, intake, privacy, promising),
    *(relief, switching, tables, teams, tiers, undo, working),
    *(admitting, alarming, callbacks, charting, order_answers, supervising),
    *(whistles, departments, consulting, joining, watching),
)
SYSTEM = "system"
LATE_ENTRY = timedelta(hours=24)
A = TypeVar("A")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Receipt:
    """A command was done: its journal number and subject; `again` if it had been done before."""

    seq: int
    subject: str
    again: bool = False


def _kept_trying(
    read: Callable[Concatenate[Desk, P], A],
) -> Callable[Concatenate[Desk, P], A]:
    @wraps(read)
    def run(desk: Desk, /, *given: P.args, **named: P.kwargs) -> A:
        return desk.database.kept_trying(lambda: read(desk, *given, **named))

    return run


class Desk:
    """One street's desk on an open database; commands one at a time, questions in parallel."""

    def __init__(
        self,
        database: Database,
        street: str,
        key: bytes,
        pictures: PictureStore,
        now: Callable[[], datetime],
    ) -> None:
        self.database = database
        self.street = street
        self.now = now
        self.pictures = pictures
        self._key = key
        self._search = Search()
        self._lock = database.turn()
        self._bells: list[Callable[[], None]] = []
        self._ways = Ways()
        self.reload()

    def reload(self) -> None:
        """Read rules and ground again after reference rows changed."""
        with self.database.read.begin() as connection:
            self._tables = tables.latest_change(Tx(connection, self.street))
            self.rules: Rules = load_rules(connection, self.street)
            self.ground: GridIndex = load_ground(connection, self.street)
        self._ways.forget()

    def heard(self) -> None:
        """Another process wrote: follow its tables, then ring."""
        try:
            with self.database.read.begin() as connection:
                latest = tables.latest_change(Tx(connection, self.street))
            if latest > self._tables:
                self.reload()
        except DBAPIError:  # the database is away: the next sound comes when it is back
            pass
        self.ring()

    # ---- in -----------------------------------------------------------------------------

    def do(self, command: Command, who: str) -> Receipt:
        """Do a command in one transaction with its journal entry; Refusal when a rule says no."""
        after: list[Callable[[], None]] = []
        handler = HANDLERS.get(type(command))
        if handler is not None and handler.before is not None:
            handler.before(self, command, who)
        with self._lock:
            receipt = self._do(command, who, after)
            for step in after:  # before the next command, which might name what is to go
                step()
            if isinstance(command, TableCommand):
                self.reload()
        self.ring()
        return receipt

    def _do(self, command: Command, who: str, after: list[Callable[[], None]]) -> Receipt:
        good = command.id.isascii() and command.id.isprintable()
        require(good and 0 < len(command.id) <= 64, "bad_id")
        shared, tries = self.database.shared, count()
        try:  # where it may come again, a second try finds out whether the first was done after all
            return self.database.kept_trying(
                lambda: self._commit(command, who, after, ask=not shared or next(tries) > 0)
            )
        except Refusal as said:
            before = self._before(command) if shared and said.code != "database_away" else None
            if before is None:
                raise
            return before

    def _commit(
        self, command: Command, who: str, after: list[Callable[[], None]], ask: bool
    ) -> Receipt:
        with self.database.write.begin() as connection:
            if isinstance(command, ReportPosition):
                doing = self._doing(Tx(connection, self.street), command, who, teams.WATCHERS)
                teams.keep_position(doing, command)
                tell(connection, self.street)
                return Receipt(seq=0, subject=command.team)
            before = _done_before(connection, self.street, command.id) if ask else None
            if before is not None:
                return before
            handler = HANDLERS.get(type(command))
            if handler is None:
                raise Refusal("unknown_command", command=type(command).__name__)
            doing = self._doing(Tx(connection, self.street), command, who, handler.roles)
            seq = self._seal(doing, handler, command, after)
            return Receipt(seq=seq, subject=doing.subject)

    @_kept_trying
    def _before(self, command: Command) -> Receipt | None:
        with self.database.read.begin() as connection:
            return _done_before(connection, self.street, command.id)

    def _seal(
        self,
        doing: Doing,
        handler: Handler,
        command: Command,
        after: list[Callable[[], None]],
    ) -> int:
        try:
            facts = {**handler.run(doing, command), **_standing_in(doing, handler)}
            whistles.went_on(doing)
            watching.settle(doing)
        except Refusal as said:
            raise doing.told(said) from None
        after[:] = doing.after  # due also when the answer to the commit is lost
        behalf = command.behalf
        return doing.tx.seal(
            command=command.id,
            at=doing.now,
            who=doing.typist.id,
            behalf=behalf.person if behalf else None,
            channel=behalf.channel.value if behalf else None,
            happened_at=doing.at,
            subject=doing.subject,
            kind=handler.kind,
            facts=facts,
            commit=True,
        )

    def _doing(self, tx: Tx, command: Command, who: str, roles: frozenset[Role]) -> Doing:
        now = self.now()
        typist = self._person(tx, who)
        actor, at = rights.own(tx, typist, command), now
        if not actor.holds(roles):  # asked only then: it costs every command a question else
            actor = rights.standing(tx, actor)
        person = typist
        if command.behalf is not None:
            if not actor.holds(DESK_ROLES):
                raise shifted.denied(tx, typist, DESK_ROLES)
            require(command.behalf.person != SYSTEM, "no_such_person")
            person = self._person(tx, command.behalf.person)
            actor = shifted.counting(tx, person, command)
            at = aware(command.behalf.happened_at)
            require(at <= now, "in_future")
            require(now - at <= LATE_ENTRY, "too_long_ago")
            roles &= ELSEWHERE
        if not actor.holds(roles):
            raise shifted.denied(tx, person, roles)
        rights.guard_case(tx, typist, command)
        return Doing(
            tx=tx,
            rules=self.rules,
            ground=self.ground,
            pictures=self.pictures,
            search=self._search,
            key=self._key,
            fold=self.database.checkpoint,
            now=now,
            at=at,
            typist=typist,
            actor=actor,
            standing=partial(rights.standing, tx),
        )

    def _person(self, tx: Tx, who: str) -> Person:
        if who == SYSTEM:
            return Person(street=self.street, id=SYSTEM, roles=(Role.SYSTEM,))
        return tx.need(Person, who, "no_such_person")

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture's bytes before the command that names it; its sha256."""
        return self.pictures.keep(data)

    def write(self, work: Callable[[Tx], A]) -> A:
        """The result of work in a transaction of its own, without a command; rings at the end.

        On PostgreSQL a cut begins the work again, perhaps after its commit was done: it must
        look in its own transaction at what stands already.
        """

        def once() -> A:
            with self.database.write.begin() as connection:
                return work(Tx(connection, self.street))

        with self._lock:
            done = self.database.kept_trying(once)
        self.ring()
        return done

    # ---- out ----------------------------------------------------------------------------

    @_kept_trying
    def read(self, look: Callable[[Tx], A]) -> A:
        """What one snapshot shows, for what is no question of services.views."""
        with self.database.read.begin() as connection:
            return look(Tx(connection, self.street))

    @_kept_trying
    def ask(self, query: Any, who: str) -> Any:
        """Answer a question of services.views from one snapshot; Refusal when it may not be."""
        with self.database.read.begin() as connection:
            tx = Tx(connection, self.street)
            asker = rights.acting(tx, self._person(tx, who))
            rights.guard(tx, asker, query)
            try_ = partial(self._try, connection, who)
            return rights.narrow(tx, asker, answers.answer(self._asking(tx, asker, try_), query))

    def _try(self, connection: Connection, who: str, command: Command) -> None:
        """Run a command's handler on a snapshot and store nothing; Refusal as it would be told."""
        handler = HANDLERS[type(command)]
        doing = self._doing(TrialTx(connection, self.street), command, who, handler.roles)
        try:
            handler.run(doing, command)
        except Refusal as said:
            raise doing.told(said) from None

    def _asking(self, tx: Tx, asker: Person, try_: Callable[[Command], None]) -> answers.Asking:
        return answers.Asking(
            tx=tx,
            rules=self.rules,
            ground=self.ground,
            ways=self._ways,
            pictures=self.pictures,
            key=self._key,
            now=self.now(),
            asker=asker,
            try_=try_,
            mine=rights.scope(asker),
        )

    @_kept_trying
    def changes(self, after: int, limit: int = 500, who: str = SYSTEM) -> Changes:
        """What happened after a journal number, with the touched rows as they are now.

        Of cases that `who` may not see nothing is told, but the number goes on.
        """
        with self.database.read.begin() as connection:
            tx = Tx(connection, self.street)
            asker = self._person(tx, who)
            rights.guard(tx, asker, Changes)
            changes: Changes = rights.narrow(tx, asker, read_changes(tx, after, limit, self.now()))
            return changes

    def listen(self, bell: Callable[[], None]) -> Callable[[], None]:
        """Ring `bell` from the committing thread after each commit; call the answer to stop."""
        self._bells.append(bell)

        def stop() -> None:
            if bell in self._bells:
                self._bells.remove(bell)

        return stop

    def ring(self) -> None:
        """Tell every listener that there may be news."""
        for bell in list(self._bells):
            bell()

    def tick(self) -> int:
        """What happens by itself: review dates, held cases, absent people, shifts; how many."""
        due = (
            *(resume_due, switching.hold_due, handover.alert_due, duty.follow_due),
            *(whistles.late_due, watching.missed_due),
        )
        return sum(one(self) for one in due)


def _standing_in(doing: Doing, handler: Handler) -> dict[str, str]:
    """The role of somebody else in which the step was done, for who reads the journal."""
    if doing.actor.id != doing.typist.id or doing.typist.holds(handler.roles):
        return {}
    return {"standing_in": ",".join(sorted(handler.roles.intersection(doing.actor.roles)))}


_BY_COMMAND = select(t.journal.c.seq, t.journal.c.subject).where(
    t.journal.c.street == bindparam("s"), t.journal.c.command == bindparam("c")
)


def _done_before(connection: Connection, street: str, command: str) -> Receipt | None:
    row = connection.execute(_BY_COMMAND, {"s": street, "c": command}).first()
    return None if row is None else Receipt(seq=row.seq, subject=row.subject, again=True)
