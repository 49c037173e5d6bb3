"""Commands tried: the handler itself says whether it would be done, and nothing is written."""

from __future__ import annotations

from commandcenter.domain.commands import (
    AcknowledgeAlarm,
    Command,
    FileCase,
    MergeCase,
    RecordNotice,
    UrgeCase,
)
from commandcenter.domain.refusal import Refusal, require
from commandcenter.services.answers import Asking, answers
from commandcenter.services.trying_views import MOST_TRIES, AskWhether, Try, Whether
from commandcenter.services.wire import codec

TRIED: dict[str, type[Command]] = {
    one.__name__: one for one in (AcknowledgeAlarm, FileCase, MergeCase, RecordNotice, UrgeCase)
}
"""Commands whose handlers do no more than read and put before the commit."""


@answers(AskWhether)
def whether(ask: Asking, query: AskWhether) -> Whether:
    """Each by itself, as the street stands now: none sees what another of them would do."""
    require(len(query.tries) <= MOST_TRIES, "too_many_tries", most=MOST_TRIES)
    return Whether(said=tuple(_said(ask, one) for one in query.tries))


def _said(ask: Asking, one: Try) -> Refusal | None:
    kind = TRIED.get(one.command)
    if kind is None:
        return Refusal("unknown_command", command=one.command[:64])
    try:
        ask.try_(codec(kind)[1](one.given))
    except Refusal as said:
        return said
    return None
