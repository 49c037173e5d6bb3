"""One server, three windows: community, street and district take the same case up and back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import RaiseCase, ReportCase
from commandcenter.domain.tier import Tier
from commandcenter.server.serve import Standing
from commandcenter.services.views import CaseLine
from tests.fakes import Room, open_room
from tests.server.rooms import give_password, serving
from tests.ui.test_app import shown
from tests.ui.test_remote_seat import window_at
from tests.walks import send, sign
from ui.remote.desk import RemoteOpenDesk
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MEMBER, COMMUNITY, STREET, DISTRICT = "member-070", "community-213", "lead-1", "district-1"
GRID = "440113120213002"


@dataclass(slots=True)
class Seat:
    """A window at the server under a hand."""

    desk: RemoteOpenDesk
    bot: QtBot

    def lines(self) -> list[CaseLine]:
        """What stands in its queue."""
        model = self.desk.queue.model
        return [model.line(row) for row in range(model.rowCount())]

    def waits_for(self, case: str, tier: Tier) -> None:
        """The feed brings the case at that level."""
        self.bot.waitUntil(lambda: (case, tier) in [(one.id, one.tier) for one in self.lines()])

    def offered(self, case: str) -> set[str]:
        """Select the case; what may be done."""
        queue = self.desk.queue
        self.desk.window.activateWindow()
        self.bot.waitActive(self.desk.window)
        self.desk.window.go("queue")
        queue.view.setCurrentIndex(queue.model.index(queue.model.row_of(case), 0))
        line = queue.model.line(queue.model.row_of(case))
        self.bot.waitUntil(lambda: self.desk.case.view is not None)
        self.bot.waitUntil(lambda: self.desk.case.view.case.version == line.version)
        return {one.command for one in self.desk.case.view.moves if one.allowed}

    def step(self, key: str, words: str) -> None:
        """Press the action's key, write into its field of words, submit."""
        hands = Hands(self.desk.window)
        hands.press(key)
        self.bot.waitUntil(lambda: shown(self.desk, "step"))
        inside = self.desk.panels["step"].isAncestorOf
        self.bot.waitUntil(lambda: inside(QApplication.focusWidget()))
        while words and not hasattr(QApplication.focusWidget(), "toPlainText"):
            hands.press("Tab")
        if words:
            hands.type(words)
        hands.press("Ctrl+Return")

    def head(self) -> str:
        """What the case's head says in plain words."""
        return self.desk.case._head._first.text() + self.desk.case._head._second.text()


@pytest.fixture
def room(founded: Path, tmp_path: Path) -> Iterator[Room]:
    shutil.copytree(founded, tmp_path / "street")
    made = open_room(tmp_path / "street")
    give_password(made.desk, MEMBER, COMMUNITY, STREET, DISTRICT)
    yield made
    made.center.close()


@pytest.fixture
def standing(room: Room) -> Iterator[Standing]:
    with serving(room.desk) as stood:
        yield stood


def report(room: Room, who: str = MEMBER, grid: str = GRID) -> str:
    given = {"item": "01-10", "source": Source.GRID, "words": "河堤渗水", "place": "小龙河堤"}
    return room.do(ReportCase, who, grid=grid, **given).subject


def test_three_windows_take_a_case_from_the_community_to_the_district_and_back(
    qtbot: QtBot, room: Room, standing: Standing, tmp_path: Path
) -> None:
    case, far = report(room), report(room, "member-001", "440113120001001")
    with ExitStack() as open_now:
        community, street, district = (
            Seat(open_now.enter_context(window_at(qtbot, standing.url, tmp_path / who, who)), qtbot)
            for who in (COMMUNITY, STREET, DISTRICT)
        )
        assert {one.id for one in community.lines()} == {case}
        assert {one.id for one in street.lines()} == {case, far}
        assert district.lines() == []
        room.do(RaiseCase, MEMBER, case=case, reason="over_power", tried="看过三次，越来越大")
        for seat in (community, street):
            seat.waits_for(case, Tier.COMMUNITY)
        assert {"RaiseCase", "AddNote"} <= community.offered(case)
        assert "② 社区" in community.head() and "社区时限" in community.head()
        community.step("Shift+U", "已围挡，请了村里的工匠，补不住")
        street.waits_for(case, Tier.STREET)
        assert {"FileCase", "LowerCase"} <= street.offered(case)
        street.step("F3", "")
        qtbot.waitUntil(lambda: room.case(case).state is CaseState.FILED)
        send(room, case)
        sign(room, case)
        qtbot.waitUntil(
            lambda: [one.state for one in street.lines() if one.id == case] == ["in_progress"]
        )
        assert "EscalateCase" in street.offered(case) and district.lines() == []
        street.step("E", "")
        district.waits_for(case, Tier.DISTRICT)
        assert {one.id for one in district.lines()} == {case}
        offered = district.offered(case)
        assert "HandBackCase" in offered and "EscalateCase" not in offered
        assert "④ 区级" in district.head() and "区级时限" in district.head()
        district.step("Shift+E", "区水务已列入汛前加固，街道先看守")
        qtbot.waitUntil(lambda: room.case(case).state is CaseState.IN_PROGRESS)
        qtbot.waitUntil(lambda: district.lines() == [])
        for seat in (street, community):
            seat.waits_for(case, Tier.STREET)
        assert {one.id for one in community.lines()} == {case}
        community.offered(case)
        qtbot.waitUntil(
            lambda: (
                "区水务已列入汛前加固，街道先看守"
                in [one.words for one in community.desk.case.view.story]
            )
        )
