"""Run cards tried out on past cases: what each would have changed, before it is switched on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, select

from commandcenter.domain.limits import Level
from commandcenter.domain.person import Team
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.runcard import RunCard
from commandcenter.services.answers import Asking, answers
from commandcenter.services.dispatches import Sent, dispatches
from commandcenter.services.sending_views import AskTrial, CardTrial, Trial
from commandcenter.storage import tables as t
from commandcenter.storage.tx import Tx

MOST_DAYS = 366
MOST_CARDS = 200
MOST_LOOKED = 5_000
"""Dispatches that a trial looks at, the newest; so it takes about a second at most."""
MOST_EXAMPLES = 20
CHUNK = 400
MINUTE = 60_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """How a case was really sent the last time; `minutes` until its lead was there."""

    number: str
    item: str
    level: Level
    community: str | None
    sent: Sent
    kinds: Counter[str]
    minutes: float | None

    @property
    def lead(self) -> str:
        """The unit that led."""
        return str(self.sent.facts.get("lead"))


@answers(AskTrial)
def trial(ask: Asking, query: AskTrial) -> Trial:
    """Each card against the cases of the last days, by the local hour at which they were sent."""
    require(0 < query.days <= MOST_DAYS, "days_range", most=MOST_DAYS)
    require(len(query.cards) <= MOST_CARDS, "too_many_cards", most=MOST_CARDS)
    since = ask.now - timedelta(days=query.days)
    sent = list(dispatches(ask.tx, since, MOST_LOOKED + 1))
    more = len(sent) > MOST_LOOKED
    newest: dict[str, Sent] = {}
    for one in sent[:MOST_LOOKED]:
        newest.setdefault(one.case, one)
    past = list(_past(ask.tx, newest))
    return Trial(
        since=since,
        looked=len(past),
        more=more,
        cards=tuple(_tried(ask, one, past) for one in query.cards),
    )


def _tried(ask: Asking, card: RunCard, past: Sequence[PastCase]) -> CardTrial:
    zone = ask.rules.clock.zone
    try:
        wanted = card.wanted
        mine = [
            one
            for one in past
            if card.matches(one.item, one.level, one.community, one.sent.at.astimezone(zone).time())
        ]
    except ValueError:
        raise Refusal("card_unreadable", card=card.id[:64]) from None
    lead = [one for one in mine if one.lead == card.lead]
    kind = [one for one in mine if one.sent.facts.get("kind") == card.kind.value]
    crews = [one for one in mine if all(one.kinds[k] >= n for k, n in wanted.items())]
    same = {id(one) for one in lead} & {id(one) for one in kind} & {id(one) for one in crews}
    others = Counter(one.lead for one in mine if one.lead != card.lead)
    return CardTrial(
        card=card.id,
        matched=len(mine),
        same_lead=len(lead),
        same_kind=len(kind),
        same_crews=len(crews),
        unchanged=len(same),
        leads=tuple(sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))),
        minutes_sent=_median(mine),
        minutes_card=_median(one for one in past if one.lead == card.lead),
        examples=tuple(one.number for one in mine if id(one) not in same)[:MOST_EXAMPLES],
    )


def _median(cases: Iterable[PastCase]) -> float | None:
    from statistics import median  # with fractions and random: not before it is wanted

    known = [one.minutes for one in cases if one.minutes is not None]
    return median(known) if known else None


def _past(tx: Tx, sent: Mapping[str, Sent]) -> Iterator[PastCase]:
    """Real cases, the newest dispatch first; drills are left out."""
    c = t.cases.c
    columns = (c.id, c.number, c["item"], c.level, c.community)
    rows = {row.id: row for row in _rows(tx, columns, list(sent), c.drill == 0)}
    k = t.TABLES["tasks"].c
    leads = [str(one.facts.get("task")) for one in sent.values()]
    tasks = {row.id: row for row in _rows(tx, (k.id, k.assigned_at, k.on_scene_at), leads)}
    kinds = {one.id: one.kind for one in tx.find(Team)}
    for key, how in sent.items():
        if key not in rows:
            continue
        row, task = rows[key], tasks.get(str(how.facts.get("task")))
        yield PastCase(
            number=row.number or row.id,
            item=row[2],
            level=Level(row.level),
            community=row.community,
            sent=how,
            kinds=Counter(kinds[one] for one in _teams(how) if one in kinds),
            minutes=_minutes(task),
        )


def _minutes(task: Any) -> float | None:
    """From the assignment to the scene."""
    there = task is not None and task.on_scene_at is not None
    return (task.on_scene_at - task.assigned_at) / MINUTE if there else None


def _teams(how: Sent) -> Sequence[str]:
    """The teams that went: several of a joint task, one or none else."""
    found = how.facts.get("team")
    return found if isinstance(found, list) else [one for one in [found] if one is not None]


def _rows(
    tx: Tx, columns: Sequence[Column[Any]], keys: Sequence[str], *where: ColumnElement[bool]
) -> Iterator[Any]:
    """Rows by their key, the first of the columns, in parts that a statement can hold."""
    table = columns[0].table
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        wanted = select(*columns).where(table.c.street == tx.street, columns[0].in_(part), *where)
        yield from tx.connection.execute(wanted)
