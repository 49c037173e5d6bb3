"""Handlers of the administrator's tables: one command, one entry, and the rules apply at once.

An open case keeps the due it has: a new limit counts from the next clock that starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import or_, select

from commandcenter.domain.commands import (
    SetAlarms,
    SetCommunities,
    SetDays,
    SetGrids,
    SetItems,
    SetLimits,
    SetOfficers,
    SetPeople,
    SetPowers,
    SetRanking,
    SetRunCards,
    SetScripts,
    SetTeams,
    SetTiers,
    SetTimers,
    SetUnits,
    SetWhistleRules,
)
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.table_checks import check
from commandcenter.domain.tables import Table, Tables, difference, key_of, may_go
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import Doing, Facts, handles
from commandcenter.services.feed import entry_of, head
from commandcenter.services.table_rows import READ, STORE, remove
from commandcenter.services.table_rows_reading import Names
from commandcenter.services.views import AskTableHistory, AskTables, TableHistory
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx

SUBJECT = "tables"
"""What every entry of a changed table is about: a desk that hears it reads its rules anew."""

ACCOUNT_KINDS = ("password_set", "person_locked", "person_unlocked", "person_barred")
"""Entries about the door, whose subject is the person."""

MOST_LINES = 20_000
MOST_HISTORY = 1_000
ADMIN = Role.ADMINISTRATOR


@handles(SetPeople, "people_set", ADMIN)
def set_people(do: Doing, command: SetPeople) -> Facts:
    """People with roles; never two of a pair that stays apart, never without administrator."""
    facts = _set(do, command, Table.PEOPLE)
    left = any(ADMIN in one.roles for one in do.tx.find(Person))
    require(left, "last_administrator")
    return facts


@handles(SetUnits, "units_set", ADMIN)
def set_units(do: Doing, command: SetUnits) -> Facts:
    """Units."""
    return _set(do, command, Table.UNITS)


@handles(SetItems, "items_set", ADMIN)
def set_items(do: Doing, command: SetItems) -> Facts:
    """Items; a void one takes no new case, the cases it has go on with their due."""
    return _set(do, command, Table.ITEMS)


@handles(SetLimits, "limits_set", ADMIN)
def set_limits(do: Doing, command: SetLimits) -> Facts:
    """Limits; a clock that runs keeps its due."""
    return _set(do, command, Table.LIMITS)


@handles(SetPowers, "powers_set", ADMIN)
def set_powers(do: Doing, command: SetPowers) -> Facts:
    """Powers; the law is asked with them from the next dispatch on."""
    return _set(do, command, Table.POWERS)


@handles(SetDays, "days_set", ADMIN)
def set_days(do: Doing, command: SetDays) -> Facts:
    """Days of the State Council's notice; they take the place of what the library prefilled."""
    return _set(do, command, Table.DAYS)


@handles(SetOfficers, "officers_set", ADMIN)
def set_officers(do: Doing, command: SetOfficers) -> Facts:
    """Officers with certificate, recorder and team."""
    return _set(do, command, Table.OFFICERS)


@handles(SetTeams, "teams_set", ADMIN)
def set_teams(do: Doing, command: SetTeams) -> Facts:
    """Teams; a new one is free."""
    return _set(do, command, Table.TEAMS)


@handles(SetCommunities, "communities_set", ADMIN)
def set_communities(do: Doing, command: SetCommunities) -> Facts:
    """Communities; one that is there keeps its code."""
    return _set(do, command, Table.COMMUNITIES)


@handles(SetGrids, "grids_set", ADMIN)
def set_grids(do: Doing, command: SetGrids) -> Facts:
    """Grids; a void one takes no new case and stays void (domain.md section 8)."""
    return _set(do, command, Table.GRIDS)


@handles(SetRunCards, "run_cards_set", ADMIN)
def set_run_cards(do: Doing, command: SetRunCards) -> Facts:
    """Run cards; one that is on speaks from the next dispatch on."""
    return _set(do, command, Table.RUN_CARDS)


@handles(SetWhistleRules, "whistle_rules_set", ADMIN)
def set_whistle_rules(do: Doing, command: SetWhistleRules) -> Facts:
    """Who approves and blows, with which limits; a whistle that was blown keeps its dues."""
    return _set(do, command, Table.WHISTLE_RULES)


@handles(SetTimers, "timers_set", ADMIN)
def set_timers(do: Doing, command: SetTimers) -> Facts:
    """Timers of crews; they run from the last word, so a new one holds at once."""
    return _set(do, command, Table.TIMERS)


@handles(SetTiers, "tiers_set", ADMIN)
def set_tiers(do: Doing, command: SetTiers) -> Facts:
    """Limits of the levels; a level that has a case keeps its due."""
    return _set(do, command, Table.TIERS)


@handles(SetScripts, "scripts_set", ADMIN)
def set_scripts(do: Doing, command: SetScripts) -> Facts:
    """Questions of the call-back."""
    return _set(do, command, Table.SCRIPTS)


@handles(SetRanking, "ranking_set", ADMIN)
def set_ranking(do: Doing, command: SetRanking) -> Facts:
    """What the recommendation weighs; the next ranking goes by it."""
    return _set(do, command, Table.RANKING)


@handles(SetAlarms, "alarms_set", ADMIN)
def set_alarms(do: Doing, command: SetAlarms) -> Facts:
    """How alarms ring; every seat hears it and goes by it from its next sound on."""
    return _set(do, command, Table.ALARMS)


@answers(AskTables)
def tables(ask: Asking, query: AskTables) -> Tables:
    """All lines from one snapshot."""
    return _tables(ask.tx)


@answers(AskTableHistory)
def history(ask: Asking, query: AskTableHistory) -> TableHistory:
    """Who changed which line or account, and when; old and new values stand in the rows."""
    require(0 < query.limit <= MOST_HISTORY, "too_many_lines", most=MOST_HISTORY)
    j, s = t.journal.c, t.secrets.c
    run = ask.tx.connection.execute
    people = [row.person for row in run(select(s.person).where(s.street == ask.street))]
    wanted = select(t.journal).where(
        j.street == ask.street,
        j.subject.in_([SUBJECT, *people]),
        or_(j.subject == SUBJECT, j.kind.in_(ACCOUNT_KINDS)),
    )
    if query.before:
        wanted = wanted.where(j.seq < query.before)
    rows = run(wanted.order_by(j.seq.desc()).limit(query.limit + 1)).all()
    entries = tuple(entry_of(row) for row in rows[: query.limit])
    return TableHistory(entries=entries, more=len(rows) > query.limit)


def latest_change(tx: Tx) -> int:
    """The number of the newest entry that changed a table; 0 when none did."""
    j = t.journal.c
    found = select(j.seq).where(j.street == tx.street, j.subject == SUBJECT)
    return int(tx.connection.execute(found.order_by(j.seq.desc()).limit(1)).scalar() or 0)


def _tables(tx: Tx) -> Tables:
    names = _names(tx)
    lines: dict[str, Any] = {one.value: READ[one](tx, names) for one in Table}
    return Tables(seq=head(tx), street=tx.street, **lines)


def _names(tx: Tx) -> Names:
    n = t.names.c
    rows = tx.connection.execute(select(n.id, n.name, n.phone).where(n.street == tx.street))
    return {row.id: (row.name, row.phone or "") for row in rows}


def _set(do: Doing, command: Any, table: Table) -> Facts:
    """Check everything before anything is stored; the counts of what was done."""
    require(command.behalf is None, "not_on_behalf")
    do.subject = SUBJECT
    rows, seen = command.rows, command.seen
    most = max(len(rows), len(seen))
    require(most <= MOST_LINES, "too_many_lines", most=MOST_LINES)
    _once(table, rows)
    _once(table, seen)
    added, changed, gone = difference(table, seen, rows)
    require(added or changed or gone, "nothing_changed")
    for line in gone:
        require(may_go(table, line), "line_stays", key=key_of(table, line))
    now = _tables(do.tx)
    _as_seen(table, now.lines(table), seen, added)
    known = now.known()
    for line in (*added, *changed):
        for fault in check(table, line, known):
            raise Refusal(
                "line_wrong",
                key=key_of(table, line),
                cell=fault.column,
                fault=fault.code,
                table=table.value,
            )
    for line in (*added, *changed):
        STORE[table](do, line)
    for line in gone:
        remove(do.tx, table, line)
    return _facts(command, len(added), len(changed), len(gone))


def _once(table: Table, lines: Iterable[Any]) -> None:
    known: set[str] = set()
    for line in lines:
        key = key_of(table, line)
        require(key not in known, "line_doubled", key=key)
        known.add(key)


def _as_seen(table: Table, now: Iterable[Any], seen: Iterable[Any], added: Iterable[Any]) -> None:
    """What the giver saw is still so, and what is new is not there yet; Refusal('line_changed')."""
    present = {key_of(table, one): one for one in now}
    for line in seen:
        key = key_of(table, line)
        require(present.get(key) == line, "line_changed", key=key)
    for line in added:
        key = key_of(table, line)
        require(key not in present, "line_changed", key=key)


def _facts(command: Any, added: int, changed: int, gone: int) -> Facts:
    counts = {"added": added, "changed": changed, "removed": gone}
    return {"sheet": command.sheet, **{name: n for name, n in counts.items() if n}}
