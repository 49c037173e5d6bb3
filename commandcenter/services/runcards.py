"""The run card that speaks of a case, and what it proposes of what the street has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from commandcenter.domain.case import Case
from commandcenter.domain.runcard import RunCard, card_for
from commandcenter.services.answers import Asking
from commandcenter.services.crews import Crew
from commandcenter.services.sending_views import CardOffer, CrewOffer


def card_of(ask: Asking, case: Case, cards: Sequence[RunCard]) -> RunCard | None:
    """The narrowest card that is on, by the local hour of now."""
    at = ask.now.astimezone(ask.rules.clock.zone).time()
    return card_for(cards, case.item, case.level, case.community, at)


def offer(card: RunCard, have: Collection[str], able: Sequence[Crew]) -> CardOffer:
    """What the card proposes: units that are there, of each kind the nearest teams able to go."""
    crews, co_units = [], _there(card, card.co_units, have)
    for kind, wanted in card.wanted.items():
        teams = [one.team.id for one in able if one.team.kind == kind]
        crews.append(CrewOffer(kind=kind, wanted=wanted, teams=tuple(teams[:wanted])))
    return CardOffer(
        card=card.id,
        name=card.name,
        lead=card.lead,
        kind=card.kind,
        co_units=co_units,
        notify=tuple(one for one in _there(card, card.notify, have) if one not in co_units),
        crews=tuple(crews),
        officers=card.officers,
        powers=card.powers,
        equipment=card.equipment,
    )


def _there(card: RunCard, units: Iterable[str], have: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in units if one in have and one != card.lead))
