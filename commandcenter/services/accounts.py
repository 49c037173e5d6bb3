"""Who may log in: passwords outside the journal's rows, every change of them an entry of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from commandcenter.domain.commands import SetPassword, UnlockPerson
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.services.doing import Doing, Facts, handles
from commandcenter.services.passwords import hashed, matches
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant, micros
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

FAILURES = 5
LOCK = timedelta(minutes=15)
_FREE: dict[str, Any] = {"failures": 0, "locked_until": None}


@handles(SetPassword, "password_set", *Role)
def set_password(do: Doing, command: SetPassword) -> Facts:
    """One's own with the old one, anybody's by an administrator; all sessions of that person end.

    The server itself (system) sets the first administrator's.
    """
    require(command.behalf is None, "not_on_behalf")
    person = do.tx.need(Person, command.person, "no_such_person")
    do.subject = person.id
    known = _row(do.tx, person.id)
    if not do.actor.holds(frozenset({Role.ADMINISTRATOR, Role.SYSTEM})):
        require(do.actor.id == person.id, "no_right", roles=Role.ADMINISTRATOR.value)
        require(matches(known.hash if known else None, command.old), "login_wrong")
    values = {"hash": hashed(command.password, person.id), **_FREE}
    if known is None:
        key = {"street": do.street, "person": person.id}
        do.tx.connection.execute(insert(t.secrets), {**key, **values})
    else:
        _change(do.tx, person.id, values)
    s = t.sessions.c
    do.tx.connection.execute(delete(t.sessions).where(s.street == do.street, s.person == person.id))
    return {"first": known is None}


@handles(UnlockPerson, "person_unlocked", Role.ADMINISTRATOR)
def unlock_person(do: Doing, command: UnlockPerson) -> Facts:
    """Forget the failures."""
    require(command.behalf is None, "not_on_behalf")
    do.subject = do.tx.need(Person, command.person, "no_such_person").id
    known = _row(do.tx, command.person)
    require(known is not None and (known.failures or known.locked_until), "nothing_changed")
    _change(do.tx, command.person, _FREE)
    return {}


def sign_in(desk: Desk, name: str, password: str) -> str:
    """The id of the person (id or full name); Refusal('login_wrong'|'login_locked').

    The attempt is counted before the password is looked at, so that many at once cannot try more
    than five.
    """

    def counted(tx: Tx) -> tuple[str | None, Any]:
        person = _named(tx, name)
        known = _row(tx, person) if person else None
        if known is not None:
            _count(desk, tx, known)
        return person, known

    person, known = desk.write(counted)
    good = matches(known.hash if known else None, password)
    if person is None or known is None:
        raise Refusal("login_wrong")
    if not good:
        desk.write(lambda tx: _lock(tx, person, desk.now()))
        raise Refusal("login_wrong")
    desk.write(lambda tx: _change(tx, person, _FREE))
    return person


def nobody_yet(desk: Desk) -> bool:
    """Whether nobody of the street has a password."""
    found = select(t.secrets.c.person).where(t.secrets.c.street == desk.street).limit(1)
    return desk.read(lambda tx: tx.connection.execute(found).first()) is None


def _count(desk: Desk, tx: Tx, known: Any) -> None:
    now, locked = desk.now(), known.locked_until
    if locked is not None and locked > micros(now):
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
