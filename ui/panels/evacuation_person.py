"""Somebody put on the evacuation's list by hand: address, name, telephone, needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from commandcenter.domain.commands import RiskLine
from ui.models.items import Choice
from ui.panels.choose import SuggestField
from ui.panels.intake_places import Place
from ui.panels.intake_search import Searches
from ui.panels.keys import FormKeys
from ui.panels.walked import WalkedForm
from ui.theme import icon

MOST = 200


class PersonForm(WalkedForm):
    """One person after another: the address stays for the next one of the same building.

    `given` carries a RiskLine, `left` asks to go back to the list.
    """

    given = Signal(object)
    left = Signal()

    def __init__(self, searches: Searches, parent: QWidget) -> None:
        """Empty; `searches` offers roads, communities and grids for the address."""
        super().__init__(parent)
        self._point: tuple[float | None, float | None] = (None, None)
        self._grid: str | None = None
        self.place = SuggestField(searches.places, keep_text=True, parent=self)
        self.name, self.phone, self.needs = (QLineEdit(self, maxLength=MOST) for _ in range(3))
        self._where = QLabel(self, wordWrap=True)
        self._where.setEnabled(False)
        self._take = QPushButton(icon("report.new"), self.tr("列入名单"), self)
        self._lay_out()
        self._wire()
        self._tell_place()

    def begin(self) -> None:
        """Ready for the next person."""
        self._empty()
        self._to_first()

    def listed(self, line: RiskLine, receipt: object = None) -> None:
        """The line is on the list: ready for the next, unless another is being typed already."""
        now = self._line()
        if now != line:
            for field, same in (
                (self.phone, now.phone == line.phone),
                (self.needs, now.needs == line.needs),
            ):
                if same and now.name != line.name:
                    field.clear()  # the last person's, not of whom is being typed
            return
        self._empty()
        if self.isAncestorOf(QApplication.focusWidget()):
            self._to_first()

    def place_at(self, lon: float, lat: float, grid: str) -> None:
        """The building's place from a click on the map: lon, lat WGS 84, the grid's code."""
        self._point, self._grid = (lon, lat), grid or None
        self._tell_place()

    def stops(self) -> list[QWidget]:
        return [self.place.line, self.name, self.phone, self.needs]

    def suggesting(self) -> SuggestField | None:
        return self.place if self.place.line.hasFocus() else None

    def give(self) -> bool:
        """Hand on what was typed; what is missing gets the focus instead."""
        for field, text in ((self.place, self.place.text), (self.name, self.name.text().strip())):
            if not text:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        self.given.emit(self._line())
        return True

    def _line(self) -> RiskLine:
        return RiskLine(
            place=self.place.text,
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
            needs=self.needs.text().strip(),
            grid=self._grid,
            lon=self._point[0],
            lat=self._point[1],
        )

    def _empty(self) -> None:
        for one in (self.name, self.phone, self.needs):
            one.clear()

    def _to_first(self) -> None:
        (self.name if self.place.text else self.place).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, choice: Choice) -> None:
        place = choice.value
        if isinstance(place, Place):
            self._point, self._grid = (place.lon, place.lat), place.grid or None
            self._tell_place()

    def _edited(self) -> None:
        """Another address is another place."""
        self._point, self._grid = (None, None), None
        self._tell_place()

    def _tell_place(self) -> None:
        known = self._grid is not None or self._point[0] is not None
        self._where.setText(
            self.tr("位置已定：网格 %1").replace("%1", self._grid or "—")
            if known
            else self.tr("位置未定：选一条建议，或在地图上点右键；不定也能列入，只是图上没有")
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        rows = (
            ("place", self.tr("住址"), self.place),
            ("name", self.tr("姓名"), self.name),
            ("phone", self.tr("电话"), self.phone),
            ("needs", self.tr("需要"), self.needs),
        )
        for at, (key, text, field) in enumerate(rows):
            label = QLabel(text, self)
            label.setBuddy(field)
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, at, 1)
            shown = field.line if isinstance(field, SuggestField) else field
            shown.setObjectName(f"evacuation.{key}")
            shown.setAccessibleName(text)
        self.needs.setPlaceholderText(self.tr("行动不便、需氧气……"))
        grid.addWidget(self._where, len(rows), 1)
        grid.addWidget(self._take, len(rows) + 1, 1, Qt.AlignmentFlag.AlignLeft)
        hint = QLabel(self.tr("Enter 下一格 · Ctrl+Enter 列入 · Esc 回名单"), self)
        hint.setEnabled(False)
        grid.addWidget(hint, len(rows) + 2, 0, 1, 2)
        grid.setRowStretch(len(rows) + 3, 1)

    def _wire(self) -> None:
        keys = FormKeys(self)
        keys.bind("Return", self.advance)
        keys.bind("Tab", self.take_marked)
        keys.bind("Up", lambda: self.step(-1))
        keys.bind("Down", lambda: self.step(1))
        keys.bind("Ctrl+Return", self.give)
        keys.bind("Escape", self._leave)
        keys.watch(*self.stops())
        self.place.chosen.connect(self._chosen)
        self.place.edited.connect(self._edited)
        self.sent.connect(self.give)
        self._take.clicked.connect(self.give)

    def _leave(self) -> bool:
        if not self.close_list():
            self.left.emit()
        return True
