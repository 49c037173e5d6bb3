"""The hands at keys and forms: a step is opened by its key, walked with Tab, given with Ctrl+Enter.

ui/tour/lines.py has the same methods for hands that type every deed as a line.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget

from ui.panels.pictures import PictureBar
from ui.panels.step_choose import CASE, NUMBERED, TickList
from ui.tour.hands import TourFault, within
from ui.tour.props import photo

if TYPE_CHECKING:
    from ui.tour.stage import Stage

FARTHEST = 14
"""Presses of Tab after which a field is not in the form."""


class Forms:
    """Deeds by keys and forms."""

    by_line = False

    def __init__(self, stage: Stage) -> None:
        """On an open desk."""
        self._stage = stage

    # ---- ways -----------------------------------------------------------------------------------

    def sit(self, person: str, name: str) -> None:
        """Ctrl+U, a name, Enter: somebody else takes the seat."""
        stage, hands = self._stage, self._stage.hands
        hands.press("Ctrl+U")
        hands.wait("the seat's field", lambda: within(stage.desk.seat))
        hands.type(name)
        hands.rest(0.1)
        hands.press("Return")
        hands.wait(f"{person} sits", lambda: stage.desk.context.who == person)
        stage.to_queue()

    def pick(self, case: str) -> None:
        """Select a case in the queue."""
        self._stage.desk.selection.set_case(case)

    def page(self, keys: str, name: str) -> None:
        """Go to a page by its keys."""
        self._stage.hands.press(keys)

    def find(self, digits: str) -> None:
        """Look for a case by its last digits, ended or not, and select it."""
        hands = self._stage.hands
        hands.press("Ctrl+F")
        hands.rest(0.3)
        hands.type(digits)
        hands.rest(0.8)
        hands.press("Return")
        hands.rest(0.5)

    # ---- steps ----------------------------------------------------------------------------------

    def begin(self, keys: str, action: str) -> None:
        """Press an action's key in the queue and wait for its form."""
        self._stage.to_queue()
        self._stage.hands.press(keys)
        self.opened(action)

    def lead(self, walk: Callable[[], None], key: str, action: str, **meant: str) -> None:
        """Walk to a row; its key opens the action's form, and the row says what is `meant`."""
        walk()
        self._stage.hands.press(key)
        self.opened(action)

    def instant(
        self,
        walk: Callable[[], None],
        key: str,
        action: str,
        holds: Callable[[], object],
        **meant: str,
    ) -> None:
        """Walk to a row, whose key does it at once."""
        walk()
        self._stage.hands.press(key)
        self._stage.hands.wait("what the key did", holds)

    def report(self, reporter: str, item: str, place: str, words: str) -> None:
        """A grid member's report by telephone, up to the last key."""
        stage, hands = self._stage, self._stage.hands
        hands.press("F2")
        stage.focused("intake.source")
        hands.press("2")
        fields = ("reporter", "words", "item", "place")
        for name, text in zip(fields, (reporter, words, item, place), strict=True):
            stage.focused(f"intake.{name}")
            hands.type(text)
            hands.press("Return")
        hands.rest(0.6)

    def dispatch(self, lead: str, notify: tuple[str, ...] = ()) -> None:
        """The dispatch as it is proposed, which must be to `lead`; these units are notified."""
        stage, hands = self._stage, self._stage.hands
        hands.press("F4")
        form = stage.desk.panels["dispatch"].form
        hands.wait("candidates", lambda: form.teams.choices.rowCount() > 0)
        if form.unit != lead:
            raise TourFault(f"{form.unit} is proposed to lead")
        if not notify:
            return
        form.others.setFocus()
        stage.focused("dispatch.others")
        choices = form.others.choices
        for unit in notify:
            row = next(n for n in range(choices.rowCount()) if choices.choice(n).key == unit)
            while form.others.currentIndex().row() != row:
                hands.press("Down" if form.others.currentIndex().row() < row else "Up")
            while form.others.ticks().get(unit) != "notify":
                hands.press("Space")

    def opened(self, action: str) -> None:
        """Wait until the form of this action is open with the keyboard in it."""
        step = self._stage.desk.step
        self._stage.hands.wait(
            f"the form of {action}", lambda: step.action is not None and step.action.name == action
        )
        self._stage.hands.wait("the keyboard in the form", lambda: within(step))

    def give(self, then: Callable[[], object]) -> None:
        """Ctrl+Enter gives the form; `then` waits for what it did."""
        step = self._stage.desk.step
        self._stage.hands.press("Ctrl+Return")
        try:
            then()
        except TourFault as fault:
            raise TourFault(f"{fault}; the form says: {step.note}") from fault
        self._stage.hands.wait("the form closes", lambda: step.action is None)

    # ---- fields ---------------------------------------------------------------------------------

    def write(self, name: str, text: str) -> None:
        """Write into a field."""
        self._go_to(name)
        self._stage.hands.type(text)

    def blank(self, name: str) -> bool:
        """Whether a line holds nothing yet."""
        field = self._go_to(name)
        assert isinstance(field, QLineEdit)
        return not field.text()

    def limit(self, name: str, days: int) -> None:
        """Working days, the unit that a limit's box begins with."""
        self.write(name, str(days))

    def choose(self, name: str, key: str) -> None:
        """Walk with the arrows in a box of choices."""
        box = self._go_to(name)
        assert isinstance(box, QComboBox)
        at = box.findData(key)
        if at < 0:
            raise TourFault(f"{key} is not offered in {name}")
        while box.currentIndex() != at:
            self._stage.hands.press("Down" if box.currentIndex() < at else "Up")

    def offered(self, name: str) -> list[str]:
        """What a box of choices offers."""
        box = self._go_to(name)
        assert isinstance(box, QComboBox)
        return [str(box.itemData(at)) for at in range(box.count())]

    def check(self, name: str) -> None:
        """Tick a box that is not ticked."""
        box = self._go_to(name)
        assert isinstance(box, QCheckBox)
        if not box.isChecked():
            self._stage.hands.press("Space")

    def tick(self, name: str, wanted: Set[str]) -> None:
        """Tick those that are wanted: by their digit where they have one, else walking there."""
        found = self._go_to(name)
        assert isinstance(found, TickList)
        for row in range(found.count()):
            if found.item(row).data(CASE) in wanted:
                self._tick(found, row)
            if set(found.ticked()) == wanted:
                return
        raise TourFault(f"{name} has {found.ticked()} ticked")

    def paste(self) -> None:
        """A picture on the clipboard, Ctrl+V in the form's bar; then back to where the hand was."""
        QApplication.clipboard().setImage(photo())
        hands, bar = self._stage.hands, self._stage.desk.step.findChild(PictureBar)
        hands.wait("the picture bar", lambda: bar is not None)
        before = QApplication.focusWidget()
        assert bar is not None and before is not None
        bar.setFocus()
        hands.press("Ctrl+V")
        hands.wait("the picture", lambda: len(bar.pictures()) == 1)
        before.setFocus()

    def _tick(self, found: TickList, row: int) -> None:
        hands = self._stage.hands
        if row < NUMBERED:
            hands.press(str(row + 1))
            return
        while found.currentRow() != row:
            at = found.currentRow()
            hands.press("Right" if at < row else "Left")
            if found.currentRow() == at:
                raise TourFault(f"the mark stays on {at}, it is wanted on {row}")
        hands.press("Space")

    def _go_to(self, name: str) -> QWidget:
        """Walk with Tab to the field of that name."""
        for _ in range(FARTHEST):
            found = QApplication.focusWidget()
            while found is not None:
                if found.objectName() == f"step.{name}":
                    return found
                found = found.parentWidget()
            self._stage.hands.press("Tab")
        raise TourFault(f"the form has no field {name}")
