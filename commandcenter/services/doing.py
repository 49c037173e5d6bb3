"""What a handler works with: the transaction, the people, the time, the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import category

from sqlalchemy import func, insert, select

from commandcenter.domain.case import Case
from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    AddNote,
    CaseCommand,
    Command,
    ExemptCase,
    KeepPromise,
    MakePromise,
    Picture,
    RevealPhone,
)
from commandcenter.domain.holding import is_held
from commandcenter.domain.ids import new_id
from commandcenter.domain.person import Person, Power
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.rules import Rules
from commandcenter.domain.task import Task, TaskRole
from commandcenter.geo.ground import GridIndex
from commandcenter.storage import tables as t
from commandcenter.storage.codec import encode, instant, micros
from commandcenter.storage.pictures import PictureStore
from commandcenter.storage.search import Search
from commandcenter.storage.tx import Tx

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk

Facts = Mapping[str, Any]
MOST_WORDS = 4_000
MOST_LINE = 200
MOST_PICTURES = 12
DRILL_FROM = 900_001
"""Six digits that no real case of a street reaches in a year: said aloud they tell a drill."""
TURNS = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
KEEP_TEXT = timedelta(days=3 * 365)
WHILE_HELD = frozenset(
    {AcknowledgeAlarm, AddNote, ExemptCase, KeepPromise, MakePromise, RevealPhone}
)
"""What may be done to a case that an emergency holds; for anything else it is taken out first."""

C = TypeVar("C", bound=Command)


@dataclass(slots=True)
class Doing:
    """One command under way; `at` is when it happened, `now` when it was typed, both UTC.

    `standing` gives somebody the roles that nobody on shift holds, where the table says so.
    """

    tx: Tx
    rules: Rules
    ground: GridIndex
    pictures: PictureStore
    search: Search
    key: bytes
    fold: Callable[[], None]
    now: datetime
    at: datetime
    typist: Person
    actor: Person
    standing: Callable[[Person], Person]
    subject: str = ""
    after: list[Callable[[], None]] = field(default_factory=list)

    @property
    def street(self) -> str:
        """The street's nine digits."""
        return self.tx.street

    # ---- loading -------------------------------------------------------------------------

    def case(self, command: CaseCommand) -> Case:
        """The case as the giver saw it; Refusal('no_such_case'|'stale'|'before_state')."""
        found = self.tx.need(Case, command.case, "no_such_case")
        self.subject = found.id
        if found.version != command.seen:
            raise Refusal("stale", seen=command.seen, **self._present(found))
        if is_held(found.hold) and type(command) not in WHILE_HELD:
            raise Refusal("case_held", hold=found.hold, emergency=found.held_by)
        self.not_before(found.state_since, found.tier_since)
        return found

    def _present(self, case: Case) -> Facts:
        """How the case stands and who gave it its last step: what the slower one is told."""
        version = {"version": case.version, "state": case.state, "unit": case.lead_unit}
        return {**version, **self._last_step(case.id)}

    def told(self, said: Refusal) -> Refusal:
        """A move that the case cannot make any more, with who gave its last step; others as is."""
        if said.code != "case_move" or not self.subject:
            return said
        return Refusal(said.code, **said.values, **self._last_step(self.subject))

    def _last_step(self, case: str) -> Facts:
        j = t.journal.c
        last = self.tx.connection.execute(
            select(j.who, j.at)
            .where(j.street == self.street, j.subject == case)
            .order_by(j.seq.desc())
            .limit(1)
        ).first()
        return {"by": last.who, "at": instant(last.at)} if last else {}

    def not_before(self, *times: datetime | None) -> None:
        """A late entry comes after what is known to have happened; Refusal('before_state')."""
        last = max((one for one in times if one is not None), default=self.at)
        if self.at < last and self.at != self.now:
            raise Refusal("before_state", since=last)

    def tasks(self, case: Case) -> list[Task]:
        """The case's tasks."""
        return self.tx.find(Task, case=case.id)

    def lead(self, case: Case) -> Task | None:
        """The lead unit's running task."""
        found = [one for one in self.tasks(case) if one.role is TaskRole.LEAD and one.running]
        return found[0] if found else None

    def powers(self, item: str) -> list[Power]:
        """Who may do what over the item."""
        return self.tx.find(Power, item=item)

    # ---- guards --------------------------------------------------------------------------

    def act_for_unit(self, unit: str) -> None:
        """The actor belongs to the unit; Refusal('not_your_unit')."""
        require(self.actor.unit == unit, "not_your_unit", unit=unit)

    def one_of(self, *units: str | None) -> None:
        """Who belongs to a unit acts for one of these only; Refusal('not_your_unit')."""
        if self.actor.unit is not None:
            require(self.actor.unit in units, "not_your_unit", unit=self.actor.unit)

    def roles(self, *wanted: Role) -> None:
        """The actor holds one of the roles, or stands in for it; Refusal('no_right')."""
        held = frozenset(wanted)
        if not self.actor.holds(held) and self.actor.id == self.typist.id:
            self.actor = self.standing(self.actor)
        if not self.actor.holds(held):
            raise Refusal("no_right", roles=",".join(wanted))

    # ---- storing -------------------------------------------------------------------------

    def put(self, value: Any) -> None:
        """Store with the commit."""
        self.tx.put(value)

    def text(self, subject: str, kind: str, body: str) -> dict[str, Any]:
        """Words into a row of their own; facts for the journal, empty without words."""
        clean = checked(body, MOST_WORDS)
        if not clean:
            return {}
        return self.tx.keep_text(subject, kind, clean, self.now + KEEP_TEXT)

    def show(self, case: Case, pictures: tuple[Picture, ...]) -> dict[str, Any]:
        """Name kept pictures as the case's; facts hold id, kind and sha256."""
        require(len(pictures) <= MOST_PICTURES, "too_many_pictures", most=MOST_PICTURES)
        found = []
        for one in pictures:
            mime, size = self.pictures.facts(one.sha256)
            row = {
                "street": self.street,
                "id": new_id(),
                "case": case.id,
                "sha256": one.sha256,
                "kind": one.kind if one.kind in ("before", "after", "scene") else "scene",
                "at": micros(self.at),
                "by": self.actor.id,
                "mime": mime,
                "size": size,
                "keep_until": micros(self.now + KEEP_TEXT),
                "gone": 0,
            }
            self.tx.connection.execute(insert(t.pictures), row)
            found.append([row["id"], row["kind"], one.sha256])
        return {"pictures": found} if found else {}

    def number(self, drill: bool = False) -> str:
        """The next gapless case number of the year: 2019-000231; a drill's own: YL2019-900001."""
        figures = self.tx.figures()
        year = self.at.astimezone(self.rules.clock.zone).year
        if drill:
            return self._drill_number(f"YL{year}-")
        last = figures.last_number + 1 if figures.number_year == year else 1
        if year < figures.number_year:
            year, last = figures.number_year, figures.last_number + 1
        fields = encode(figures) | {"last_number": last, "number_year": year}
        self.put(type(figures)(**fields))
        return f"{year}-{last:06d}"

    def _drill_number(self, head: str) -> str:
        """A series beside the street's: a drill must leave no gap in what is counted."""
        c = t.cases.c
        mine = select(func.max(c.number)).where(
            c.street == self.street,
            c.number.between(head, f"{head}999999"),  # by the index
        )
        last = self.tx.connection.execute(mine).scalar()
        return f"{head}{int(str(last)[len(head) :]) + 1 if last else DRILL_FROM:06d}"


@dataclass(frozen=True, slots=True)
class Handler:
    """How a command is done: who may, what the entry is called, and the function.

    `before` is called ahead of the command's transaction, so that what it counts stays counted
    when the command is refused.
    """

    kind: str
    roles: frozenset[Role]
    run: Callable[[Doing, Any], Facts]
    before: Callable[[Desk, Any, str], None] | None = None


HANDLERS: dict[type[Command], Handler] = {}


def handles(
    command: type[C],
    kind: str,
    *roles: Role,
    before: Callable[[Desk, C, str], None] | None = None,
) -> Callable[[Callable[[Doing, C], Facts]], Callable[[Doing, C], Facts]]:
    """Register a handler by its command's type, with the rights and the entry's kind."""

    def register(run: Callable[[Doing, C], Facts]) -> Callable[[Doing, C], Facts]:
        HANDLERS[command] = Handler(kind, frozenset(roles), run, before)
        return run

    return register


def checked(text: str, most: int) -> str:
    """The text without surrounding space; Refusal('text_too_long'|'text_unreadable').

    Marks that only turn the reading direction come along when a number is pasted: they go.
    """
    require(len(text) <= most, "text_too_long", most=most, length=len(text))
    clean = text.translate(TURNS).replace("\r\n", "\n").replace("\r", "\n").strip()
    good = all(one in "\n\t" or category(one) not in ("Cc", "Cs") for one in clean)
    require(good, "text_unreadable")
    return clean


def line(text: str | None) -> str:
    """One line of text within its limit."""
    return checked(" ".join((text or "").splitlines()), MOST_LINE)


def on_earth(lon: float | None, lat: float | None) -> None:
    """Both or none, degrees in their range, a number; Refusal('place_half'|'place_off_world')."""
    require((lon is None) == (lat is None), "place_half")
    if lon is not None and lat is not None:
        require(-180 <= lon <= 180 and -90 <= lat <= 90, "place_off_world")


def aware(at: datetime) -> datetime:
    """The instant in UTC; Refusal('bad_time') for one that names no zone."""
    require(at.utcoffset() is not None, "bad_time")
    return at.astimezone(UTC)


def known_id(text: str) -> str:
    """An id made by the client, 36 characters; Refusal('bad_id')."""
    require(re.fullmatch(r"[0-9a-f-]{36}", text), "bad_id")
    return text


def coded(reason: str) -> str:
    """A coded reason: short, lower case letters; Refusal('reason_missing')."""
    good = 0 < len(reason) <= 40 and all(one.isalnum() or one == "_" for one in reason)
    require(good and reason.isascii(), "reason_missing")
    return reason
