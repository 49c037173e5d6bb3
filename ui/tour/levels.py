"""The hands at the emergency panel: a level of two persons, teams called, reports sent."""

from __future__ import annotations

from PySide6.QtWidgets import QListView

from commandcenter.domain.commands import DecideSwitch
from commandcenter.domain.plan import EventKind, Response
from ui.line.spoken import RELEASING
from ui.tour import storm
from ui.tour.deeds import Deeds
from ui.tour.hands import TourFault
from ui.tour.lines import Lines
from ui.tour.stage import Stage
from ui.words import word

DIGITS = {Response.IV: "1", Response.III: "2", Response.II: "3", None: "5"}
MINUTES = "20"
KIND, VERB = EventKind.TYPHOON, "切换"


def switch(stage: Stage, level: Response | None, order: str, by: str, first: bool = False) -> None:
    """Propose a level of a typhoon here; the leader `by` confirms at another seat."""
    hands, desk = stage.hands, stage.street.desk
    before = storm.mode(desk).emergency
    if isinstance(stage.way, Lines):
        said = f"{word(level)} {word(KIND) if first else ''}" if level else ""
        said = f"{VERB if level else RELEASING} {said} 依据={order}"
        stage.way.say(said, lambda: storm.mode(desk).proposed, "the proposal")
    else:
        _propose(stage, level, order, first)
    if storm.mode(desk).emergency != before:
        raise TourFault("a switch was done by one person")
    waiting = storm.mode(desk).proposed
    assert waiting is not None
    given = {"switch": waiting.id, "approve": True, "order_no": order}
    Deeds(desk).do(DecideSwitch, by, **given)
    hands.wait("the switch", lambda: _shown(stage) == level)
    stage.painted()


def _propose(stage: Stage, level: Response | None, order: str, first: bool) -> None:
    """In the panel's form."""
    hands, desk = stage.hands, stage.street.desk
    page = stage.desk.panels["mode"].switch
    stage.desk.window.go("queue")
    stage.way.page("Ctrl+Alt+E", "mode.switch")
    for keys in ("1", "1") if first else ():
        hands.press(keys)
    hands.wait("focus in the level", page.propose.level.hasFocus)
    hands.press(DIGITS[level])
    hands.wait("focus in the order's number", page.propose.order.hasFocus)
    hands.type(order)
    for keys in ("Return", "1", "Return"):
        hands.press(keys)
    hands.wait("the proposal", lambda: storm.mode(desk).proposed)
    hands.wait("that it waits", page.confirm.isVisible)


def _shown(stage: Stage) -> Response | None:
    """The level that the window has heard of."""
    now = stage.desk.mode.now.emergency
    return now.level if now else None


def report(stage: Stage, count: int = 1) -> None:
    """Send the oldest report owed as it is drafted, once it was read in its page."""
    hands, page = stage.hands, stage.desk.panels["mode"].reports
    stage.desk.window.go("queue")
    if isinstance(stage.way, Lines):
        stage.way.lead_to("报送")
    else:
        stage.way.page("Ctrl+Shift+E", "mode.reports")
    for _ in range(count):
        sent = _sent(stage)
        hands.wait("a draft", lambda: page.text.toPlainText() and page.text.hasFocus())
        hands.press("Ctrl+Return")
        hands.wait("the report", lambda was=sent: _sent(stage) == was + 1)
        stage.painted()


def _sent(stage: Stage) -> int:
    return sum(one.report is not None for one in storm.whole(stage.street.desk).reports)


def call(stage: Stage, many: int) -> None:
    """Tick the teams one after another, then call them all."""
    hands, page = stage.hands, stage.desk.panels["mode"].calls
    stage.desk.window.go("queue")
    stage.way.page("Ctrl+Shift+C", "mode.calls")
    if isinstance(stage.way, Lines):
        stage.way.say("召集", lambda: _called(stage) == many, "the calls")
        stage.painted()
        return
    hands.wait(f"{many} teams", lambda: page.list.hasFocus() and page.model.rowCount() == many)
    for row in range(many):
        to_row(stage, page.list, row)
        hands.press("Space")
    hands.press("Ctrl+Return")
    hands.wait("the calls", lambda: _called(stage) == many)
    stage.painted()


def answers(stage: Stage, many: int) -> None:
    """Note the answers that come by telephone, from the top of the list."""
    hands, page = stage.hands, stage.desk.panels["mode"].calls
    if isinstance(stage.way, Lines):
        _answered_by_line(stage, stage.way, many)
        return
    page.list.setFocus()
    for count in range(1, many + 1):
        hands.wait("a silent team", lambda: _silent_marked(stage))
        for digit in MINUTES:
            hands.press(digit)
        hands.press("Return")
        hands.wait("the answer", lambda n=count: _answered(stage) == n)
        hands.wait("the answer in the list", lambda n=count: _listed(stage) == n)


def _answered_by_line(stage: Stage, way: Lines, many: int) -> None:
    """A line for each team, in the order of the panel's list."""
    names = {one.id: one.short for one in stage.board().teams}
    for count in range(1, many + 1):
        calls = storm.whole(stage.street.desk).calls
        silent = (one for one in calls if one.answer is None)
        team = min(silent, key=lambda one: (one.answer_by, one.team)).team
        way.say(
            f"叫应 {names[team]} {MINUTES}",
            lambda n=count: _answered(stage) == n,
            "the answer",
        )
        stage.hands.wait("the answer in the list", lambda n=count: _listed(stage) == n)


def _silent_marked(stage: Stage) -> bool:
    page = stage.desk.panels["mode"].calls
    row = page.model.choice(page.list.currentIndex().row())
    return row is not None and getattr(row.value, "answer", "") is None


def _listed(stage: Stage) -> int:
    rows = stage.desk.panels["mode"].calls.model.choices()
    return sum(getattr(one.value, "answer", None) is not None for one in rows)


def _called(stage: Stage) -> int:
    return len(storm.whole(stage.street.desk).calls)


def _answered(stage: Stage) -> int:
    return sum(one.answer is not None for one in storm.whole(stage.street.desk).calls)


def to_row(stage: Stage, view: QListView, row: int) -> None:
    """Walk with the arrows to a row."""
    while (now := view.currentIndex().row()) != row:
        stage.hands.press("Down" if now < row else "Up")
