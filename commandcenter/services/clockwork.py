"""What happens by itself when its time has come."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import select

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import ResumeCase
from commandcenter.domain.refusal import Refusal
from commandcenter.storage import tables as t

if TYPE_CHECKING:
    from commandcenter.services.desk import Desk


def resume_due(desk: Desk) -> int:
    """Resume every suspended case whose review date has come (local day); how many did.

    The command's id names case and day, so that one review date never resumes twice.
    """
    clock = desk.rules.clock
    now = desk.now()
    today = now.astimezone(clock.zone)
    c = t.cases.c
    with desk.database.read.connect() as connection:
        rows = connection.execute(
            select(c.id, c.version, c.review_on).where(
                c.street == desk.street,
                t.LIVE,  # the index of live cases: without it a million are walked each time
                c.state == CaseState.SUSPENDED.value,
                c.review_on <= today.date().isoformat(),
            )
        ).all()
    done = 0
    for row in rows:
        if today < _opening(row.review_on, today):
            continue
        command = ResumeCase(
            id=f"review-{row.id[-12:]}-{row.review_on}-{row.version}", case=row.id, seen=row.version
        )
        try:
            done += not desk.do(command, "system").again
        except Refusal:
            continue
    return done


def _opening(review_on: str, today: datetime) -> datetime:
    """Midnight of the review date in local time."""
    day = datetime.fromisoformat(review_on).date()
    return datetime.combine(day, time.min, tzinfo=today.tzinfo)
