"""Answers to the questions of services.views: one short function per question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select, true

from commandcenter.domain.clock import Due
from commandcenter.domain.commands import Command
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.rules import Rules
from commandcenter.geo.ground import GridIndex
from commandcenter.services.feed import read_board
from commandcenter.services.views import (
    AskBoard,
    AskPicture,
    AskPlace,
    Board,
    PlaceFacts,
)
from commandcenter.services.ways import Ways
from commandcenter.storage import tables as t
from commandcenter.storage.pictures import PictureStore
from commandcenter.storage.reference import GridRow
from commandcenter.storage.tx import Tx

Q = TypeVar("Q")


@dataclass(frozen=True, slots=True)
class Asking:
    """One question under way, on one snapshot; now is UTC, `mine` which cases are the asker's.

    `try_` raises the Refusal that a command of the asker's would get; it writes nothing.
    """

    tx: Tx
    rules: Rules
    ground: GridIndex
    ways: Ways
    pictures: PictureStore
    key: bytes
    now: datetime
    asker: Person
    try_: Callable[[Command], None]
    mine: ColumnElement[bool] | None = None

    @property
    def visible(self) -> ColumnElement[bool]:
        """The condition of a query over cases, so that its limit counts the asker's only."""
        return true() if self.mine is None else self.mine

    @property
    def street(self) -> str:
        """The street's nine digits."""
        return self.tx.street


ANSWERS: dict[type[Any], Callable[[Asking, Any], Any]] = {}


def answers(query: type[Q]) -> Callable[[Callable[[Asking, Q], Any]], Callable[[Asking, Q], Any]]:
    """Register an answer by its question's type."""

    def register(run: Callable[[Asking, Q], Any]) -> Callable[[Asking, Q], Any]:
        ANSWERS[query] = run
        return run

    return register


def answer(ask: Asking, query: Any) -> Any:
    """The answer; Refusal('unknown_query')."""
    run = ANSWERS.get(type(query))
    if run is None:
        raise Refusal("unknown_query", query=type(query).__name__)
    return run(ask, query)


@answers(AskBoard)
def board(ask: Asking, query: AskBoard) -> Board:
    """Queue, teams, people, figures as of one journal number."""
    return read_board(ask.tx, ask.now)


@answers(AskPicture)
def picture(ask: Asking, query: AskPicture) -> bytes:
    """The bytes of a picture that the case names and that was not purged."""
    p = t.pictures.c
    row = ask.tx.connection.execute(
        select(p.id).where(
            p.street == ask.street,
            p.case == query.case,
            p.sha256 == query.sha256,
            p.gone == 0,
        )
    ).first()
    require(row is not None, "no_such_picture")
    return ask.pictures.read(query.sha256)


@answers(AskPlace)
def place(ask: Asking, query: AskPlace) -> PlaceFacts:
    """Grid, community, members on shift; due and level of the item if it were filed now."""
    grid, lon, lat = query.grid, query.lon, query.lat
    if grid is None and lon is not None and lat is not None:
        grid = ask.ground.at(lon, lat)
    row = ask.tx.get(GridRow, grid) if grid else None
    if row is not None and lon is None and row.drawn:
        lon, lat = row.lon, row.lat
    members = [
        one.id
        for one in ask.tx.find(Person)
        if row is not None
        and row.id in one.grids
        and Role.GRID_MEMBER in one.roles
        and one.on_shift
    ]
    level, due = _due_now(ask, query.item)
    return PlaceFacts(
        lon=lon,
        lat=lat,
        grid=row.id if row else None,
        community=row.community if row else None,
        members=tuple(members),
        due=due.at if due else None,
        provisional=due.provisional if due else False,
        level=level,
    )


def _due_now(ask: Asking, item: str | None) -> tuple[Level, Due | None]:
    if item is None or item not in ask.rules.items:
        return Level.GENERAL, None
    known = ask.rules.item(item)
    limit = ask.rules.limits.finish(known.level, known.limit)
    return known.level, ask.rules.clock.due(ask.now, limit)
