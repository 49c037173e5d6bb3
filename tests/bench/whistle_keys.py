"""Keys pressed in the real window: to blow an approved whistle to three departments; to draft it.

A combination counts as all its keys (Ctrl+B is two), so that nothing is hidden in a modifier.
The words of the draft are told apart: how many they are is the drafter's affair.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from commandcenter.app import open_center
from commandcenter.domain.commands import DecideWhistle, WithdrawWhistle
from commandcenter.domain.whistle import WhistleState
from commandcenter.services.whistle_views import AskWhistles, WhistleView
from tests.bench.report import figure, folder
from tests.bench.room import application, show
from tests.bench.screen import bench_on_screen
from ui.desk import open_desk
from ui.tour import whistle
from ui.tour.clock import TourClock
from ui.tour.deeds import Deeds
from ui.tour.record import Record, Step
from ui.tour.scene import Scene
from ui.tour.stage import Stage

MOST = 12
START = "2025-10-14 09:40"
PERSON, LEADER = "dispatch-1", "leader-1"
LEAD, OTHERS = "housing", {"water", "enforcement"}
WORDS = "请三部门到场会同处置倾斜围墙"
WALL = ("01-99", "围墙倾斜，有倒塌危险", "市莲路12号", 113.4325, 22.95086)


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.whistle_keys")


def measure(map_too: bool = True) -> None:
    """Draft by keys, approve elsewhere, blow by keys from the queue; then by the list."""
    app = application()
    with seat(map_too) as stage:
        drafted = pressed(stage, lambda: _draft(stage))
        figure("whistle_keys_draft", keys(drafted), "keys")
        figure("whistle_keys_draft_words", len(WORDS), "characters")
        for name, blow in (("blow", _by_action), ("blow_from_list", _by_list)):
            if name != "blow":
                _withdrawn(stage)
                _draft(stage)
            _approved(stage)
            given = pressed(stage, lambda blow=blow: blow(stage))
            blown = _newest(stage)
            assert blown is not None and len(blown.parts) == 1 + len(OTHERS)
            figure(f"whistle_keys_{name}", keys(given), "keys")
    figure("whistle_keys_limit", MOST, "keys")
    del app


@contextmanager
def seat(map_too: bool) -> Iterator[Stage]:
    """A dispatcher's window on a street with one case in work."""
    place = Path(tempfile.mkdtemp(dir=folder()))
    clock = TourClock(START[:10], START, pace=1.0)
    try:
        center = open_center(place / "street", now=clock, program="bench")
        desk = open_desk(center, settings_folder=place / "street", person=PERSON, now=clock)
        try:
            case = Deeds(center.desk).signed(*WALL)
            show(desk, map_too)
            desk.window.activateWindow()
            QTest.qWaitForWindowActive(desk.window)
            stage = Stage(Scene(desk, center), clock, Record(place / "record"))
            stage.case = case
            yield stage
        finally:
            desk.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        shutil.rmtree(place)


def _draft(stage: Stage) -> None:
    """From the picked case: housing leads, water and enforcement come too."""
    stage.hands.press("Shift+W")
    stage.way.opened("whistle.draft")
    stage.way.choose("lead", LEAD)
    stage.way.tick("units", OTHERS)
    stage.way.write("words", WORDS)
    stage.done(lambda: _state(stage) is WhistleState.DRAFT)


def _by_action(stage: Stage) -> None:
    """From the picked case: the action's own key."""
    stage.hands.press("Shift+B")
    _given(stage)


def _by_list(stage: Stage) -> None:
    """From the list of whistles, where the approved one is marked."""
    whistle.open_list(stage)
    stage.hands.press("Return")
    _given(stage)


def _given(stage: Stage) -> None:
    stage.way.opened("whistle.blow")
    stage.done(lambda: _state(stage) is WhistleState.BLOWN)


def _state(stage: Stage) -> WhistleState | None:
    """Of the newest whistle."""
    found = _newest(stage)
    return found.whistle.state if found is not None else None


def _newest(stage: Stage) -> WhistleView | None:
    found = stage.street.desk.ask(AskWhistles(), PERSON).whistles
    return next(iter(found), None)


def _approved(stage: Stage) -> None:
    """The leader approves at her own seat, and leaves the blowing to the dispatcher."""
    found = _newest(stage)
    assert found is not None
    given = {"case": stage.case, "whistle": found.whistle.id, "approve": True}
    Deeds(stage.street.desk).do(DecideWhistle, LEADER, **given)
    shown(stage)


def _withdrawn(stage: Stage) -> None:
    found = _newest(stage)
    assert found is not None
    given = {"case": stage.case, "whistle": found.whistle.id, "reason": "mistake"}
    Deeds(stage.street.desk).do(WithdrawWhistle, LEADER, **given)
    shown(stage)


def shown(stage: Stage) -> None:
    """The window has heard of it, the case is picked and the keyboard in the queue."""
    stage.painted()
    stage.to_queue()
    stage.look_at(stage.case)
    newest, case = stage.view().case.version, stage.desk.case
    stage.hands.wait("the newest case", lambda: case.view and case.view.case.version == newest)


def pressed(stage: Stage, work: Callable[[], object]) -> list[str]:
    """What hands pressed from a picked case on."""
    shown(stage)
    stage.hands.step = step = Step(number=0, name="keys", at="")
    work()
    stage.hands.step = None
    return step.keys


def keys(pressed: list[str]) -> int:
    """Single keys; a text that was typed is not among them."""
    return sum(len(one.split("+")) for one in pressed if not one.startswith("“"))


if __name__ == "__main__":
    measure()
