"""What has a name at this desk, told to the lexicon: units, items, places, people, teams."""

from __future__ import annotations

from collections.abc import Iterable

from commandcenter.services.views import Reference
from ui.line.match import Lexicon
from ui.panels.dispatch_staff import Staff

KINDS = ("unit", "item", "community", "person", "officer")
"""Kinds that are forgotten when tables were changed."""


def learn(lexicon: Lexicon, reference: Reference, staff: Staff, people: Iterable[str]) -> None:
    """Everything of the tables, the people and officers there are, and the teams."""
    names, tell = reference.names, lexicon.learn
    tell("unit", [(one.id, (one.short, one.name)) for one in reference.units])
    tell("item", [(o.code, (o.name, o.code)) for o in reference.items if not o.void])
    tell("community", [(code, (name,)) for code, name in reference.communities.items()])
    tell("person", [(one, (names[one],)) for one in people if one in names])
    tell("officer", [(one, (names[one],)) for one in staff.officers if one in names])
    learn_teams(lexicon, staff)


def forget(lexicon: Lexicon) -> None:
    """Before tables are read anew."""
    for kind in KINDS:
        lexicon.forget(kind)


def learn_teams(lexicon: Lexicon, staff: Staff) -> None:
    """The teams, which come and go with the feed."""
    teams = staff.teams.values()
    lexicon.learn("team", [(one.id, (one.name, one.short)) for one in teams])
