"""Keys pressed in the real window to file, dispatch and notify a case of a known pattern.

The pattern is the petrol of day A: its run card names the unit, the crew and who is notified.
"""

from __future__ import annotations

from PySide6.QtTest import QTest

from commandcenter.domain.case import CaseState
from commandcenter.domain.task import TaskRole
from tests.bench.report import figure
from tests.bench.room import application
from tests.bench.screen import bench_on_screen
from tests.bench.whistle_keys import keys, pressed, seat
from ui.tour.deeds import Deeds
from ui.tour.stage import Stage

MOST = 6
PETROL = ("21-903", "有人在村道旁往小车加油，气味很大", "祠堂东街", 113.4325, 22.95086)
NOTIFIED = {"police", "fire"}


def main() -> None:
    """On a screen: the display that is there, or one of its own."""
    bench_on_screen("tests.bench.keys")


def measure(map_too: bool = True) -> None:
    """From the picked report: filed by the lead, sent with everybody told by the dispatcher."""
    app = application()
    with seat(map_too) as stage:
        stage.case = Deeds(stage.street.desk).reported(*PETROL)
        stage.sit("lead-1")
        filed = pressed(stage, lambda: _file(stage))
        stage.sit("dispatch-1")
        sent = pressed(stage, lambda: _send(stage))
        told = {one.unit for one in stage.view().tasks if one.role is TaskRole.NOTIFY}
        assert told >= NOTIFIED, told
    figure("keys_file", keys(filed), "keys")
    figure("keys_dispatch_and_notify", keys(sent), "keys")
    figure("keys_file_dispatch_notify", keys(filed) + keys(sent), "keys")
    figure("keys_limit", MOST, "keys")
    del app


def _file(stage: Stage) -> None:
    stage.hands.press("F3")
    stage.hands.wait("the form", lambda: stage.desk.step.action is not None)
    stage.hands.press("Return")
    stage.state(CaseState.FILED)
    QTest.qWait(50)


def _send(stage: Stage) -> None:
    stage.hands.press("F4")
    form = stage.desk.panels["dispatch"].form
    stage.hands.wait("the card's proposal", lambda: form.teams.choices.rowCount() > 0)
    stage.hands.press("Ctrl+Return")
    stage.state(CaseState.DISPATCHED)


if __name__ == "__main__":
    measure()
