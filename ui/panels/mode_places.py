"""Communities or grids of a switch, picked by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from commandcenter.domain.emergency import Reach
from commandcenter.services.classify import initials
from commandcenter.services.views import Reference
from ui.models.items import Choice
from ui.panels.choose import SuggestField
from ui.scale import HAIR, NONE
from ui.words import listed, short_grid

SHOWN = 6


class PlacesField(QWidget):
    """A line to type a name, initials or code; what was taken stands above it."""

    changed = Signal()

    def __init__(self, reference: Reference) -> None:
        """Nothing picked."""
        super().__init__()
        self._reach = Reach.STREET
        self._picked: list[str] = []
        self.field = SuggestField(self._search)
        self.field.line.setPlaceholderText(self.tr("名称、拼音首字母或编码；Backspace 去掉末一处"))
        self._shown = QLabel(wordWrap=True)
        self._shown.setObjectName("mode.places")
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(HAIR)
        column.addWidget(self._shown)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.chosen.connect(self._take)
        self.refer(reference)

    def refer(self, reference: Reference) -> None:
        """The street's communities and grids as they are called now."""
        grids = {one.grid.code: one.grid for one in reference.grids if not one.grid.void_reason}
        self._names = {
            Reach.COMMUNITIES: dict(reference.communities),
            Reach.GRIDS: {code: one.name for code, one in grids.items()},
            Reach.STREET: {},
        }
        self._draw()

    def set_reach(self, reach: Reach) -> None:
        """Pick communities, grids, or nothing at all; another kind begins anew."""
        if reach is not self._reach:
            self._reach = reach
            self.set_places(())
        self.setVisible(reach is not Reach.STREET)

    def set_places(self, places: Sequence[str]) -> None:
        """Have these picked."""
        self._picked = list(places)
        self.field.clear()
        self._draw()
        self.changed.emit()

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of what is picked."""
        return tuple(self._picked)

    def drop_last(self) -> bool:
        """Take the last one away while nothing is typed; False lets the key go on."""
        if self.field.text or not self._picked:
            return False
        self.set_places(self._picked[:-1])
        return True

    def _take(self, choice: Choice) -> None:
        self.set_places([*self._picked, choice.key])

    def _search(self, typed: str) -> list[Choice]:
        text = typed.lower()
        if not text:
            return []
        names = self._names[self._reach].items()
        found = [
            Choice(code, name, short_grid(code))
            for code, name in names
            if code not in self._picked and _meant(text, code, name)
        ]
        return found[:SHOWN]

    def _draw(self) -> None:
        names = self._names[self._reach]
        self._shown.setText(listed(names.get(one, one) for one in self._picked))
        self._shown.setVisible(bool(self._picked))


def _meant(text: str, code: str, name: str) -> bool:
    if text.isdigit():
        return code.endswith(text) or code == text
    return text in name.lower() or (text.isascii() and initials(name).startswith(text))
