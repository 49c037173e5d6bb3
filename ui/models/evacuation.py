"""The evacuation's list as rows: communities, buildings and people; pure functions over answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from commandcenter.domain.emergency import Moved, SpotKind
from commandcenter.services.emergency_views import RiskView
from commandcenter.services.masking import mask_name, mask_phone
from commandcenter.services.relief_views import Evacuation, SpotView
from ui.models.items import Choice
from ui.words import say, word

PERSON, PLACE, COMMUNITY = "person", "place", "community"
SIGNS = {Moved.LISTED: "●", Moved.MOVED: "✓", Moved.REFUSED: "✕"}
TONES = {Moved.LISTED: "lamp_red", Moved.MOVED: "dim", Moved.REFUSED: "warning"}
DIGITS = "123456789"
KINDS = frozenset(
    {
        *("risk_listed", "risk_moved", "risk_revealed", "spot_set"),
        *("switch_decided", "purge_approved", "boundaries_imported"),
    }
)
"""Journal entries after which the list is asked for anew."""


@dataclass(frozen=True, slots=True)
class Head:
    """A community's or building's row: its kind and the people under it."""

    kind: str
    people: tuple[RiskView, ...]


def there(one: RiskView) -> bool:
    """Whether the person is still at home: listed, or refused to go."""
    return one.at_risk.state is not Moved.MOVED


def closed(found: Evacuation, now: datetime) -> Evacuation:
    """The list as the Desk masks it: what was revealed until now (UTC) or before is hidden."""
    return replace(found, people=tuple(_closed(one, now) for one in found.people))


def _closed(one: RiskView, now: datetime) -> RiskView:
    if one.open_until is None or one.open_until > now:
        return one
    name, phone = mask_name(one.name), mask_phone(one.phone)
    return replace(one, name=name, phone=phone, revealed=False, open_until=None)


def going(people: Iterable[RiskView], state: Moved, spot: str | None) -> tuple[str, ...]:
    """The ids of those for whom this would be something new."""
    found = [one.at_risk for one in people]
    return tuple(one.id for one in found if (one.state, one.spot) != (state, spot))


def crowded(spot: SpotView | None, coming: int) -> str:
    """Why so many cannot go to this shelter; "" where they can."""
    if spot is None or spot.room is None or coming <= spot.room:
        return ""
    text = say("{name}只余 {room} 个位置，选了 {n} 人；请少选几人或换一处")
    return text.format(name=spot.spot.name, room=spot.room, n=coming)


def counts(people: Iterable[RiskView]) -> Counter[Moved]:
    """How many of these people stand how."""
    return Counter(one.at_risk.state for one in people)


def counted(people: Iterable[RiskView]) -> str:
    """● 待转移 4 · ✓ 已转移 2 · ✕ 不愿转移 1, without what is none."""
    found = counts(people)
    parts = [f"{SIGNS[one]} {word(one)} {found[one]}" for one in Moved if found[one]]
    return " · ".join(parts)


def matching(
    found: Evacuation, names: Mapping[str, str], text: str, only_there: bool
) -> list[RiskView]:
    """People whose community, address, state, shelter or needs have every word of the text."""
    terms = text.lower().split()
    spots = {one.spot.id: one.spot.name for one in found.spots}
    people = [one for one in found.people if there(one) or not only_there]
    return [one for one in people if all(term in _haystack(one, names, spots) for term in terms)]


def _haystack(one: RiskView, names: Mapping[str, str], spots: Mapping[str, str]) -> str:
    at = one.at_risk
    parts = (at.place, names.get(at.community or "", ""), at.grid or "", word(at.state))
    more = (spots.get(at.spot or "", ""), one.needs or "", one.name or "")
    return "\n".join((*parts, *more)).lower()


def rows(
    people: Iterable[RiskView],
    found: Evacuation,
    names: Mapping[str, str],
    ticked: frozenset[str],
) -> list[Choice]:
    """A row for each community, building and person, with boxes to tick."""
    spots = {one.spot.id: one.spot.name for one in found.spots}
    made: list[Choice] = []
    for community, mine in _grouped(people, lambda one: one.at_risk.community or ""):
        name = names.get(community, community) or say("社区不明")
        made.append(_head(COMMUNITY, community, f"■ {name}", mine, ticked, "accent"))
        for place, some in _grouped(mine, lambda one: one.at_risk.place):
            key = f"{community}/{place}"
            made.append(_head(PLACE, key, f"  {place}", some, ticked, "text"))
            made += [_person(one, spots, ticked) for one in some]
    return made


def _grouped(people: Iterable[RiskView], key: object) -> list[tuple[str, list[RiskView]]]:
    assert callable(key)
    groups: dict[str, list[RiskView]] = {}
    for one in people:
        groups.setdefault(str(key(one)), []).append(one)
    return list(groups.items())


def _head(
    kind: str, key: str, text: str, people: list[RiskView], ticked: frozenset[str], tone: str
) -> Choice:
    waiting = [one for one in people if there(one)]
    whole = bool(waiting) and all(one.at_risk.id in ticked for one in waiting)
    head = Head(kind, tuple(people))
    return Choice(f"{kind}:{key}", text, counted(people), head, tone, "on" if whole else "off")


def _person(one: RiskView, spots: Mapping[str, str], ticked: frozenset[str]) -> Choice:
    at = one.at_risk
    told = (one.name or say("（已清除）"), one.phone or "", one.needs or "")
    state = word(at.state)
    if at.state is Moved.MOVED:
        state = spots.get(at.spot or "", "") or say("投亲靠友")
    note = f"{SIGNS[at.state]} {state}"
    text = "    " + "  ".join(part for part in told if part)
    mark = "on" if at.id in ticked else "off"
    return Choice(at.id, text, note, one, TONES[at.state], mark)


def shelters(found: Evacuation) -> list[SpotView]:
    """The places to go to in the order of their keys 1 to 9."""
    return [one for one in found.spots if one.spot.kind is SpotKind.SHELTER][: len(DIGITS)]


def room_text(one: SpotView) -> str:
    """余 23/60, or 已到 12 where nobody counted the places."""
    if one.room is None:
        return say("已到 {used}").format(used=one.used)
    return say("余 {room}/{capacity}").format(room=one.room, capacity=one.spot.capacity)


def count_table(found: Evacuation, names: Mapping[str, str]) -> list[list[str]]:
    """Counts by community and building with a header and a last line for all; no personal data."""
    head = [say("社区"), say("住址"), say("名单"), *(word(one) for one in Moved)]
    table = [head]
    for community, mine in _grouped(found.people, lambda one: one.at_risk.community or ""):
        for place, some in _grouped(mine, lambda one: one.at_risk.place):
            table.append([names.get(community, community), place, *_numbers(some)])
        table.append([names.get(community, community), say("小计"), *_numbers(mine)])
    table.append([say("合计"), "", *_numbers(found.people)])
    for one in found.spots:
        if one.spot.kind is SpotKind.SHELTER:
            table.append([say("安置点"), one.spot.name, str(one.used), room_text(one), "", ""])
    return table


def _numbers(people: Iterable[RiskView]) -> list[str]:
    found = counts(people)
    return [str(found.total()), *(str(found[one]) for one in Moved)]
