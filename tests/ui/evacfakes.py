"""A typhoon on the demo street with 126 people to evacuate, for tests of the list and the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import ListAtRisk, RiskLine, SetSpot
from commandcenter.domain.emergency import SpotKind
from commandcenter.domain.plan import Response
from commandcenter.services.relief_views import AskEvacuation, Evacuation
from tests.fakes import Room
from tests.ui.deskroom import board, since
from tests.walks import drilling
from ui.context import DeskContext
from ui.models import evacuation as model
from ui.panels.evacuation import EvacuationPanel

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


class Shown:
    """The panel under a hand, fed with what happens."""

    def __init__(self, qtbot: QtBot, room: Room, desk: DeskContext) -> None:
        self.bot, self.room, self.desk = qtbot, room, desk
        self.panel = EvacuationPanel(desk)
        qtbot.addWidget(self.panel)
        self.panel.resize(460, 640)
        self.seq = board(room).seq
        self.panel.show()

    def wait(self, people: int) -> None:
        self.bot.waitUntil(lambda: len(self.panel.found.people) == people)

    def feed(self) -> None:
        """Hear what the desk did meanwhile."""
        changes = since(self.room, self.seq)
        self.seq = changes.seq
        self.panel.apply(changes)

    def press(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            self.bot.keyClick(self.panel.list, key)

    def go(self, key: str) -> None:
        """Put the mark on a row."""
        keys = [one.key for one in self.panel.rows.choices()]
        self.panel.list.setCurrentIndex(self.panel.rows.index(keys.index(key)))

    def states(self, **wanted: int) -> None:
        """Wait until the Desk and the panel count so many."""

        def told() -> bool:
            self.feed()
            seen = model.counts(self.panel.found.people)
            return {one.value: n for one, n in seen.items() if n} == wanted

        self.bot.waitUntil(told)
