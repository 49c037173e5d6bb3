"""The hands at the call-back queue of day E: to a row, through the talk, to what is owed."""

from __future__ import annotations

from ui.panels.callback import CallbackPanel
from ui.tour.hands import TourFault
from ui.tour.stage import Stage

MASKED = "138****5678"
KEYS = {"basically": "Ctrl+2", "unsatisfied": "Ctrl+3"}
ASKED = "单位联系过：是；到过现场：否"
"""What a line says of the questions that the queue asks one by one."""


def panel(stage: Stage) -> CallbackPanel:
    """The panel; it is made when it is first wanted."""
    found: CallbackPanel = stage.desk.panels["callback"]
    return found


def queue(stage: Stage, told: str) -> None:
    """Ctrl+F11: the queue with the keyboard in its list; its only row says this."""
    stage.painted()
    stage.way.page("Ctrl+F11", "callback")
    calls = panel(stage).calls
    stage.hands.wait("focus in the call-backs", calls.list.hasFocus)
    stage.hands.wait(
        f"one row with {told}", lambda: [told in one.note for one in calls.rows.choices()] == [True]
    )


def begun(stage: Stage, phone: str) -> None:
    """Enter to talk, P shows the telephone; the list stays masked; the questions answered.

    By line: 看电话; what was asked is said with the result.
    """
    calls = panel(stage).calls
    queue(stage, MASKED)
    if stage.way.by_line:
        stage.way.begin("P", "case.phone")
        stage.way.choose("reason", "call_back")
        stage.way.give(lambda: stage.told("the telephone", calls.talk.caller.text, phone))
    else:
        stage.hands.press("Return")
        stage.hands.wait("the questions", calls.talk.script.hasFocus)
        stage.hands.press("P")
        stage.told("the telephone", calls.talk.caller.text, phone)
        for keys in ("Space", "Down", "Space", "Space"):
            stage.hands.press(keys)
    if MASKED not in calls.rows.choice(0).note:
        raise TourFault("the list shows the telephone")


def given(stage: Stage, outcome: str, words: str = "") -> None:
    """The result by one key; what is not good is written first where the key asks for it."""
    talk, keys = panel(stage).calls.talk, KEYS[outcome]
    if stage.way.by_line:
        before = stage.view().case.version
        stage.way.begin("F11", "case.callback")
        stage.way.choose("outcome", outcome)
        stage.way.write("words", "；".join(filter(None, (words, ASKED))))
        stage.way.give(lambda: stage.grown(before))
        return
    if words:
        stage.hands.press(keys)
        stage.hands.wait("what is missing", lambda: talk.note.text() and talk.words.hasFocus())
        stage.hands.type(words)
    before = stage.view().case.version
    stage.hands.press(keys)
    stage.grown(before)


def orders(stage: Stage) -> None:
    """Ctrl+Shift+O: the supervision orders, with the keyboard in their list."""
    stage.painted()
    stage.way.page("Ctrl+Shift+O", "orders")
    page = panel(stage).orders
    stage.hands.wait("focus in the orders", page.list.hasFocus)
    stage.hands.wait("the order's row", lambda: page.rows.rowCount() == 1)
