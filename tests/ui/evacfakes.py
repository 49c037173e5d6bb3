"""A typhoon on the demo street with 126 people to evacuate, for tests of the list and the map."""

from __future__ import annotations

from commandcenter.domain.commands import ListAtRisk, RiskLine, SetSpot
from commandcenter.domain.emergency import SpotKind
from commandcenter.domain.plan import Response
from commandcenter.services.relief_views import AskEvacuation, Evacuation
from tests.fakes import Room
from tests.walks import drilling

SHELTERS = [f"00000000-0000-7000-8000-00000000010{n}" for n in range(3)]


def typhoon(room: Room, people: int = 126, drill: bool = False) -> str:
    """Ⅲ by two persons, three shelters of 60 in the place of the demo's, and the list."""
    emergency = drilling(room, Response.III, drill=drill)
    for one in found(room).spots:
        spot = one.spot
        room.do(SetSpot, "lead-1", spot=spot.id, kind=spot.kind, name="", lon=0.0, lat=0.0)
    for n, one in enumerate(SHELTERS):
        room.do(SetSpot, "lead-1", spot=one, kind=SpotKind.SHELTER, name=f"安置点{n + 1}",
                lon=113.43 + n / 500, lat=22.95, capacity=60)  # fmt: skip
    lines = tuple(
        RiskLine(
            place=f"海傍路{n // 4 + 1}号",
            name=f"王{n:03d}",
            phone=f"1380000{n:04d}",
            needs="需轮椅" if n == 7 else "",
            lon=113.4325 + (n // 4) / 4000,
            lat=22.95086,
        )
        for n in range(people)
    )
    room.do(ListAtRisk, "dispatch-1", emergency=emergency, lines=lines)
    return emergency


def found(room: Room, who: str = "dispatch-1") -> Evacuation:
    """The list as somebody sees it."""
    seen: Evacuation = room.desk.ask(AskEvacuation(), who)
    return seen
