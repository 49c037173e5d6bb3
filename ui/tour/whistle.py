"""The hands at the panel of 吹哨 and 会商: to a department's row, its next step, the rating."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.domain.commands import Command
from commandcenter.services.whistle_views import AskWhistles, PartView, WhistleView
from ui.models.whistles import WhistleRow
from ui.panels.whistles import WhistlesPanel
from ui.tour.deeds import Deeds
from ui.tour.hands import TourFault
from ui.tour.stage import Stage

CALLED = ("housing", "water", "enforcement")


def the_one(stage: Stage) -> WhistleView:
    """The case's whistle as the Desk has it now."""
    (found,) = stage.street.desk.ask(AskWhistles(case=stage.case), "lead-1").whistles
    assert isinstance(found, WhistleView)
    return found


def part(stage: Stage, unit: str) -> PartView:
    """A department of it."""
    return next(one for one in the_one(stage).parts if one.part.unit == unit)


def panel(stage: Stage) -> WhistlesPanel:
    """The panel; it is made when it is first wanted."""
    found: WhistlesPanel = stage.desk.panels["whistles"]
    return found


def open_list(stage: Stage) -> None:
    """Ctrl+B: the list of whistles, with the keyboard in it and the whistle shown."""
    stage.way.page("Ctrl+B", "whistles")
    page = panel(stage).called
    stage.hands.wait("focus in the whistles", page.list.hasFocus)
    stage.hands.wait("the whistle's row", lambda: page.rows.rowCount() > 0)


def to_unit(stage: Stage, unit: str) -> None:
    """Walk down to a department's row, and wait until the feed has told all there is."""
    stage.painted()
    open_list(stage)
    page = panel(stage).called
    _fresh(stage)
    stage.hands.press("Home")
    for _ in range(page.rows.rowCount()):
        one = page.current()
        if one is not None and one.part is not None and one.part.part.unit == unit:
            return
        stage.hands.press("Down")
    raise TourFault(f"{unit} has no row")


def _fresh(stage: Stage) -> None:
    """What the list shows is what the Desk has."""
    wanted = the_one(stage).case_version
    page = panel(stage).called

    def shown() -> bool:
        rows = [one.value for one in page.rows.choices()]
        return {one.view.case_version for one in rows if isinstance(one, WhistleRow)} == {wanted}

    stage.hands.wait("the newest whistle in the list", shown)


def step(
    stage: Stage,
    unit: str,
    key: str,
    action: str,
    holds: Callable[[], object],
    words: str = "",
    **meant: str,
) -> None:
    """A key on the row of a department opens the action's form, which is filled and given.

    `meant` are choices of the form that must be these.
    """
    stage.way.lead(lambda: to_unit(stage, unit), key, action, unit=unit)
    for name, value in meant.items():
        stage.way.choose(name, value)
    if words:
        stage.way.write("words", words)
    stage.done(holds)


def elsewhere(stage: Stage, kind: Callable[..., Command], unit: str, **more: object) -> None:
    """A department's own people do something at their own place."""
    given = {"case": stage.case, "whistle": the_one(stage).whistle.id, "unit": unit}
    Deeds(stage.street.desk).do(kind, f"unit-{unit}", **given, **more)


def told(stage: Stage, *words: str) -> None:
    """Wait until the words stand in the list."""
    page = panel(stage).called

    def text() -> str:
        return "\n".join(f"{one.text} {one.note}" for one in page.rows.choices())

    stage.told("the list", text, *words)
