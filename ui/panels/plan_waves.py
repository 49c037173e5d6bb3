"""Which team is called in which wave: a list in which a digit chooses the wave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.models.items import Choice, ChoiceModel
from ui.panels.lists import ChoiceDelegate

MOST_WAVES = 9
NONE = 0
_GO = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0}


class WaveList(QListView):
    """Teams by wave; 1 to 9 calls the marked team in that wave, 0 or Delete not at all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """No teams until set_teams."""
        super().__init__(parent)
        self.setObjectName("plan.waves")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(ChoiceDelegate(self))
        self.rows = ChoiceModel(self)
        self.setModel(self.rows)
        self._teams: tuple[tuple[str, str], ...] = ()
        self._wave: dict[str, int] = {}
        self.locked = False

    def set_teams(self, teams: Sequence[tuple[str, str]]) -> None:
        """The street's teams as (id, name)."""
        self._teams = tuple(teams)
        self._draw()

    def set_waves(self, waves: Sequence[Sequence[str]]) -> None:
        """Show these waves; teams that the street no longer has are left out."""
        self._wave = {team: at for at, wave in enumerate(waves, 1) for team in wave}
        self._draw()
        self.setCurrentIndex(self.rows.index(0))

    def waves(self) -> tuple[tuple[str, ...], ...]:
        """The waves without empty ones, each in the order of the street's teams."""
        found: dict[int, list[str]] = {}
        for team, _ in self._teams:
            if self._wave.get(team):
                found.setdefault(self._wave[team], []).append(team)
        return tuple(tuple(found[at]) for at in sorted(found))

    def event(self, event: QEvent) -> bool:
        """A digit is this list's, whatever the window does with it elsewhere."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _wave_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wave = _wave_of(event)
        choice = self.rows.choice(self.currentIndex().row())
        if wave is None or choice is None:
            super().keyPressEvent(event)
        elif not self.locked:
            self._wave[choice.key] = wave
            self._draw()
            self.changed.emit()

    def _draw(self) -> None:
        called, not_called = self.tr("第 %1 批"), self.tr("不召集")
        self.rows.load(
            [
                Choice(
                    team,
                    name,
                    called.replace("%1", str(wave)) if wave else not_called,
                    tone="text" if wave else "dim",
                )
                for team, name in self._teams
                for wave in (self._wave.get(team, NONE),)
            ]
        )


def _wave_of(event: QKeyEvent) -> int | None:
    """The wave that a key means, None for every other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if event.key() in _GO:
        return NONE
    number = event.key() - Qt.Key.Key_0
    return number if 1 <= number <= MOST_WAVES else None
