"""A form that is walked with Enter: take the marked suggestion, go to the next field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.panels.choose import SuggestField


class WalkedForm(QWidget):
    """Knows the order of its fields; `sent` comes from Enter after the last one."""

    sent = Signal()

    def stops(self) -> list[QWidget]:
        """The visible fields in their order."""
        raise LookupError(type(self).__name__)

    def suggesting(self) -> SuggestField | None:
        """The field with suggestions that has the focus."""
        raise LookupError(type(self).__name__)

    def advance(self) -> bool:
        """Take what is marked, then go to the next field; after the last, `sent`."""
        self.take_marked()
        stops = self.stops()
        at = next((i for i, one in enumerate(stops) if one.hasFocus()), -1)
        if at + 1 < len(stops):
            stops[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.sent.emit()
        return True

    def take_marked(self) -> bool:
        """Take the marked suggestion; False lets the key go on."""
        field = self.suggesting()
        if field is not None:
            field.take_marked()
        return False

    def step(self, by: int) -> bool:
        """Move the mark among the suggestions; False when no list is open."""
        field = self.suggesting()
        return field is not None and field.step(by)

    def close_list(self) -> bool:
        """Hide open suggestions; False when none were open."""
        field = self.suggesting()
        return field is not None and field.close_list()
