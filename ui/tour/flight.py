"""The hands at the evacuation list: a sheet taken in, houses ticked, people sent to shelters."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from commandcenter.services.relief_views import AskEvacuation, Evacuation
from ui.models import evacuation as model
from ui.tour import storm
from ui.tour.hands import TourFault
from ui.tour.levels import to_row
from ui.tour.lines import Lines
from ui.tour.stage import Stage

HOUSES = (("1", 10), ("2", 10), ("3", 9))
"""The shelter's key, and how many houses of four go there; then two more people."""


def take_in(stage: Stage, file: Path, many: int) -> None:
    """Open the list and take a sheet in."""
    hands, panel = stage.hands, stage.desk.panels["evacuation"]
    stage.desk.window.go("queue")
    stage.way.page("Ctrl+Shift+M", "evacuation")
    hands.wait("the list", panel.list.hasFocus)
    hands.wait("the list's answer", lambda: panel.found.emergency is not None)
    hands.press("Ctrl+I")
    hands.wait("the chooser", lambda: _chooser(stage) is not None)
    chooser = _chooser(stage)
    name = chooser.findChild(QLineEdit, "fileNameEdit") if chooser else None
    if name is None:
        raise TourFault("the chooser has no field")
    name.setText(str(file))
    QTest.keyClick(name, Qt.Key.Key_Return)
    hands.wait("the sheet", lambda: panel.sheet.isVisible())
    stage.desk.window.activateWindow()
    hands.wait("focus in the sheet", lambda: panel.sheet._take.hasFocus())
    hands.rest(0.5)
    hands.press("Ctrl+Return")
    hands.wait(f"{many} people", lambda: counts(stage) == {"listed": many})
    hands.wait("focus in the list", panel.list.hasFocus)


def _chooser(stage: Stage) -> QFileDialog | None:
    return next((one for one in stage.desk.window.findChildren(QFileDialog)), None)


def send(stage: Stage) -> None:
    """Tick house by house, then two people; a digit sends them to its shelter."""
    hands, panel = stage.hands, stage.desk.panels["evacuation"]
    if isinstance(stage.way, Lines):
        _send_by_line(stage, stage.way)
        return
    hands.press("F")
    for digit, houses in HOUSES:
        hands.press("Home")
        for _ in range(houses):
            _tick_house(stage)
        went = counts(stage).get("moved", 0) + 4 * houses
        hands.press(digit)
        hands.wait(f"{went} moved", lambda n=went: counts(stage).get("moved", 0) == n)
        hands.wait("no ticks", lambda: not panel.ticked)
        hands.rest(0.2)
    for keys in ("Home", "Down", "Down", "Space", "Space", HOUSES[-1][0]):
        hands.press(keys)
    hands.wait("118 moved", lambda: counts(stage) == {"listed": 8, "moved": 118})


def _send_by_line(stage: Stage, way: Lines) -> None:
    """The same houses in a line for each shelter, then the two people."""
    spots = [one.spot.name for one in model.shelters(there(stage))]
    for digit, houses in HOUSES:
        went = counts(stage).get("moved", 0) + 4 * houses
        some = " ".join(_waiting(stage)[:houses])
        way.say(
            f"转移 {some} {spots[int(digit) - 1]}",
            lambda n=went: counts(stage).get("moved", 0) == n,
            f"{went} moved",
        )
    home, spot = _waiting(stage)[0], spots[int(HOUSES[-1][0]) - 1]
    way.say(
        f"转移 {home}#1 {home}#2 {spot}",
        lambda: counts(stage) == {"listed": 8, "moved": 118},
        "118 moved",
    )


def _waiting(stage: Stage) -> list[str]:
    """The addresses where somebody still is, in the order of the list."""
    people = stage.desk.panels["evacuation"].found.people
    return list(dict.fromkeys(one.at_risk.place for one in people if model.there(one)))


def _tick_house(stage: Stage) -> None:
    """Walk to the head of the first house that is not ticked, and tick it."""
    panel = stage.desk.panels["evacuation"]
    heads = [
        at
        for at, one in enumerate(panel.rows.choices())
        if one.key.startswith("place:") and one.mark == "off"
    ]
    if not heads:
        raise TourFault("the list has no more houses")
    ticked = len(panel.ticked)
    to_row(stage, panel.list, heads[0])
    stage.hands.press("Space")
    stage.hands.wait("four more ticks", lambda: len(panel.ticked) == ticked + storm.A_HOUSE)


def counts(stage: Stage) -> dict[str, int]:
    """What the panel counts; it hears of it from the feed alone."""
    people = stage.desk.panels["evacuation"].found.people
    return {one.value: n for one, n in model.counts(people).items() if n}


def on_map(stage: Stage) -> int:
    """How many people the map has in red houses."""
    told = stage.desk.map.layers._told["homes"].values()
    return sum(int(one["count"]) for one in told)


def there(stage: Stage) -> Evacuation:
    """The list as the Desk has it."""
    found: Evacuation = stage.street.desk.ask(AskEvacuation(), "dispatch-1")
    return found
