"""Who may log in: passwords outside the journal's rows, every change of them an entry of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from commandcenter.domain.commands import BarPerson, SetPassword, UnlockPerson
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import Doing, Facts, handles
from commandcenter.services.passwords import hashed, matches
from commandcenter.services.views import Account, Accounts, AskAccounts
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

FAILURES = 5
LOCK = timedelta(minutes=15)
BARRED = datetime(9999, 1, 1, tzinfo=UTC)
"""Locked until then is barred by an administrator."""
ONCE, USED = "once:", "used:"
"""Before the hash of a code that opens one login, and of one that did."""
_FREE: dict[str, Any] = {"failures": 0, "locked_until": None}


@handles(SetPassword, "password_set", *Role)
def set_password(do: Doing, command: SetPassword) -> Facts:
    """One's own with the old one, anybody's by an administrator; all sessions of that person end.

    The server itself (system) sets the first administrator's.
    """
    require(command.behalf is None, "not_on_behalf")
    person = do.tx.need(Person, command.person, "no_such_person")
    do.subject = person.id
    require(not command.once or do.actor.id != person.id, "once_for_others")
    known = _row(do.tx, person.id)
    if not do.actor.holds(frozenset({Role.ADMINISTRATOR, Role.SYSTEM})):
        require(do.actor.id == person.id, "no_right", roles=Role.ADMINISTRATOR.value)
        require(matches(_plain(known), command.old), "login_wrong")
    mark = ONCE if command.once else ""
    values = {"hash": mark + hashed(command.password, person.id), **_FREE}
    if known is None:
        key = {"street": do.street, "person": person.id}
        do.tx.connection.execute(insert(t.secrets), {**key, **values})
    else:
        _change(do.tx, person.id, values)
    _send_away(do, person.id)
    return {"first": known is None, **({"once": True} if command.once else {})}


@handles(UnlockPerson, "person_unlocked", Role.ADMINISTRATOR)
def unlock_person(do: Doing, command: UnlockPerson) -> Facts:
    """Forget the failures."""
    require(command.behalf is None, "not_on_behalf")
    do.subject = do.tx.need(Person, command.person, "no_such_person").id
    known = _row(do.tx, command.person)
    require(known is not None and (known.failures or known.locked_until), "nothing_changed")
    _change(do.tx, command.person, _FREE)
    return {}


@handles(BarPerson, "person_barred", Role.ADMINISTRATOR)
def bar_person(do: Doing, command: BarPerson) -> Facts:
    """Shut the door on somebody who has a password; Refusal('not_oneself'|'nothing_changed')."""
    require(command.behalf is None, "not_on_behalf")
    do.subject = do.tx.need(Person, command.person, "no_such_person").id
    require(do.subject != do.actor.id, "not_oneself")
    known = _row(do.tx, command.person)
    require(known is not None and known.locked_until != micros(BARRED), "nothing_changed")
    _change(do.tx, command.person, {"failures": FAILURES, "locked_until": micros(BARRED)})
    _send_away(do, command.person)
    return {}


@answers(AskAccounts)
def accounts(ask: Asking, query: AskAccounts) -> Accounts:
    """How everybody stands at the door, for an administrator; for anybody else oneself."""
    s, n = t.secrets.c, t.sessions.c
    run = ask.tx.connection.execute
    known = {row.person: row for row in run(select(t.secrets).where(s.street == ask.street))}
    there = select(n.person, func.count().label("many")).where(
        n.street == ask.street, n.until > micros(ask.now)
    )
    seats = {row.person: row.many for row in run(there.group_by(n.person))}
    every = ask.asker.holds(frozenset({Role.ADMINISTRATOR, Role.SYSTEM}))
    people = ask.tx.find(Person) if every else [ask.asker]
    return Accounts(
        people=tuple(_account(one, known.get(one.id), seats.get(one.id, 0), ask) for one in people)
    )


def _account(person: Person, known: Any, seats: int, ask: Asking) -> Account:
    until = known.locked_until if known is not None else None
    state = "none" if known is None else "open"
    if until == micros(BARRED):
        state, until = "barred", None
    elif until is not None and until > micros(ask.now):
        state = "locked"
    elif known is not None and known.hash.startswith((ONCE, USED)):
        state = known.hash[: len(ONCE) - 1]
    locked = instant(until) if until is not None and state == "locked" else None
    return Account(person=person.id, roles=person.roles, state=state, until=locked, seats=seats)


def sign_in(desk: Desk, name: str, password: str) -> str:
    """The id of the person (id or full name); Refusal('login_wrong'|'login_locked').

    Refusal('login_barred'|'login_code_used') too. The attempt is counted before the password is
    looked at, so that many at once cannot try more than five.
    """

    def counted(tx: Tx) -> tuple[str | None, Any]:
        person = _named(tx, name)
        known = _row(tx, person) if person else None
        if known is not None:
            _count(desk, tx, known)
        return person, known

    person, known = desk.write(counted)
    _try(desk, known, password)
    desk.write(lambda tx: _enter(tx, known.person))
    return str(person)


def prove(desk: Desk, person: str, password: str) -> None:
    """Whoever sits here is that person, counted like a login; Refusal as sign_in.

    Who has no password yet has nothing to prove. A one-time code proves nothing.
    """

    def counted(tx: Tx) -> Any:
        known = _row(tx, person)
        if known is not None:
            _count(desk, tx, known)
        return known

    known = desk.write(counted)
    if known is None:
        return
    require(not known.hash.startswith((ONCE, USED)), "login_code_used")
    _try(desk, known, password)
    desk.write(lambda tx: _change(tx, person, _FREE))


def _try(desk: Desk, known: Any, password: str) -> None:
    """Refusal('login_wrong'), the fifth locks; without a row it takes as long."""
    if matches(_plain(known), password):
        return
    if known is not None:
        desk.write(lambda tx: _lock(tx, known.person, desk.now()))
    raise Refusal("login_wrong")


def nobody_yet(desk: Desk) -> bool:
    """Whether nobody of the street has a password."""
    found = select(t.secrets.c.person).where(t.secrets.c.street == desk.street).limit(1)
    return desk.read(lambda tx: tx.connection.execute(found).first()) is None


def _enter(tx: Tx, person: str) -> None:
    """Forget the failures; a one-time code has done its duty."""
    stored = _row(tx, person).hash
    require(not stored.startswith(USED), "login_code_used")
    used = {"hash": USED + stored.removeprefix(ONCE)} if stored.startswith(ONCE) else {}
    _change(tx, person, {**_FREE, **used})


def _plain(known: Any) -> str | None:
    """The hash without the mark of a one-time code."""
    return known.hash.removeprefix(ONCE).removeprefix(USED) if known is not None else None


def _send_away(do: Doing, person: str) -> None:
    """End the sessions of a person."""
    s = t.sessions.c
    do.tx.connection.execute(delete(t.sessions).where(s.street == do.street, s.person == person))


def _count(desk: Desk, tx: Tx, known: Any) -> None:
    now, locked = desk.now(), known.locked_until
    if locked is not None and locked > micros(now):
        if locked == micros(BARRED):
            raise Refusal("login_barred")
        raise Refusal("login_locked", until=instant(locked))
    if known.failures >= FAILURES and locked is None:  # as many are being looked at right now
        raise Refusal("login_locked", until=now + LOCK)
    failures = 1 if locked is not None else known.failures + 1
    _change(tx, known.person, {"failures": failures, "locked_until": None})


def _lock(tx: Tx, person: str, now: datetime) -> None:
    known = _row(tx, person)
    if known is None or known.failures < FAILURES or known.locked_until is not None:
        return
    _change(tx, person, {"locked_until": micros(now + LOCK)})
    tx.seal(
        command=new_id(),
        at=now,
        who="system",
        behalf=None,
        channel=None,
        happened_at=now,
        subject=person,
        kind="person_locked",
        facts={"failures": known.failures},
    )


def _named(tx: Tx, name: str) -> str | None:
    """The one person of that id or name who acts here."""
    name = name.strip()[:64]
    if tx.get(Person, name) is not None:
        return name
    n = t.names.c
    rows = tx.connection.execute(select(n.id).where(n.street == tx.street, n.name == name))
    found = [row.id for row in rows if tx.get(Person, row.id) is not None]
    return str(found[0]) if len(found) == 1 else None


def _row(tx: Tx, person: str) -> Any:
    s = t.secrets
    return tx.connection.execute(
        select(s).where(s.c.street == tx.street, s.c.person == person).with_for_update()
    ).first()


def _change(tx: Tx, person: str, values: dict[str, Any]) -> None:
    s = t.secrets
    where = (s.c.street == tx.street, s.c.person == person)
    tx.connection.execute(update(s).where(*where).values(values))
