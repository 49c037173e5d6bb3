"""Rules of alarms as rows and lines, and who acknowledged what of late."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import and_, select

from commandcenter.domain.alarm import AlarmKind, AlarmRule, rules_by_kind
from commandcenter.domain.refusal import require
from commandcenter.domain.tables_coordination import AlarmLine, alarm_line, alarm_of
from commandcenter.services.alarm_views import Ack, Acks, AskAcks
from commandcenter.services.answers import Asking, answers
from commandcenter.services.doing import Doing
from commandcenter.services.feed import lines
from commandcenter.services.past import seq_at
from commandcenter.services.table_rows_reading import Names
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant
from commandcenter.storage.reference import AlarmRow
from commandcenter.storage.tx import Tx

MOST_ACKS = 200
MOST_HOURS = 24 * 7


def alarm_rules(tx: Tx) -> tuple[AlarmRule, ...]:
    """Every kind's rule: the street's where it has one, else ours."""
    rules = rules_by_kind(alarm_of(_line(row)) for row in tx.find(AlarmRow))
    return tuple(rules[kind] for kind in AlarmKind)


def alarms(tx: Tx, names: Names) -> tuple[AlarmLine, ...]:
    """A line a kind."""
    return tuple(map(alarm_line, alarm_rules(tx)))


def put_alarm(do: Doing, line: AlarmLine) -> None:
    """Store how a kind rings."""
    do.tx.get(AlarmRow, line.alarm)
    rule = alarm_of(line)
    do.put(
        AlarmRow(
            street=do.street,
            id=line.alarm,
            priority=rule.priority.value,
            sound=rule.sound.value,
            repeat=rule.repeat,
            grace=rule.grace,
            louder=rule.louder,
            roles=tuple(one.value for one in rule.roles),
            quiet=rule.quiet,
        )
    )


def _line(row: AlarmRow) -> AlarmLine:
    return AlarmLine(
        alarm=row.id,
        priority=row.priority,
        sound=row.sound,
        repeat=str(row.repeat),
        grace=str(row.grace),
        louder=str(row.louder),
        roles=row.roles,
        quiet=row.quiet,
    )


@answers(AskAcks)
def acks(ask: Asking, query: AskAcks) -> Acks:
    """By the journal, of cases that the asker sees."""
    require(0 < query.hours <= MOST_HOURS, "hours_range", most=MOST_HOURS)
    j, c = t.journal.c, t.cases.c
    since = seq_at(ask.tx, ask.now - timedelta(hours=query.hours))
    rows = ask.tx.connection.execute(
        select(j.subject, j.who, j.at, j.data)
        .join(t.cases, and_(c.street == j.street, c.id == j.subject))
        .where(j.street == ask.street, j.seq > since, j.kind == "alarm_acknowledged", ask.visible)
        .order_by(j.seq.desc())
        .limit(MOST_ACKS + 1)
    ).all()
    of = {one.id: one for one in lines(ask.tx, (row.subject for row in rows))}
    found = [
        Ack(
            line=of[row.subject],
            alarm=json.loads(row.data)["facts"]["alarm"],
            who=row.who,
            at=instant(row.at),
        )
        for row in rows[:MOST_ACKS]
    ]
    return Acks(acks=tuple(found), more=len(rows) > MOST_ACKS)
