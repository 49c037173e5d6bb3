"""Shelters and danger points: a list, and a small form that a click on the map fills in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.commands import SetSpot
from commandcenter.domain.emergency import SpotKind
from commandcenter.domain.ids import new_id
from commandcenter.services.relief_views import SpotView
from ui.models.evacuation import room_text
from ui.models.items import Choice, ChoiceModel
from ui.panels.choose import DigitRow
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceDelegate
from ui.theme import icon
from ui.words import word

MOST_PLACES = 99_999
SIGN = {SpotKind.SHELTER: "◎", SpotKind.DANGER: "▲"}
ABOVE = {SpotKind.SHELTER: "ok", SpotKind.DANGER: "warning"}


class SpotsPage(QWidget):
    """Gives SetSpot by `given`; `left` asks to go back to the evacuation's list."""

    given = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing until show_spots()."""
        super().__init__(parent)
        self._spots: dict[str, SpotView] = {}
        self._spot = ""
        self._point: tuple[float, float] | None = None
        self.list = QListView(self, objectName="spots.list")
        self.list.setAccessibleName(self.tr("安置点和危险点"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.rows = ChoiceModel(self)
        self.list.setModel(self.rows)
        self.kind = DigitRow([(one.value, word(one)) for one in SpotKind], self)
        self.name = QLineEdit(self, objectName="spots.name", maxLength=60)
        self.places = QSpinBox(self, objectName="spots.places", maximum=MOST_PLACES)
        self.places.setSpecialValueText(self.tr("不限"))
        self._where = QLabel(self, objectName="spots.where", wordWrap=True)
        self._save = QPushButton(icon("save"), self.tr("保存"), self)
        self._lay_out()
        self._wire()
        self.blank()

    def show_spots(self, spots: Sequence[SpotView]) -> None:
        """Show these; the marked one stays marked."""
        self._spots = {one.spot.id: one for one in spots}
        marked = self.rows.choice(self.list.currentIndex().row())
        self.rows.load([_row(one) for one in spots])
        keys = list(self._spots)
        at = keys.index(marked.key) if marked and marked.key in keys else 0
        if keys:
            self.list.setCurrentIndex(self.rows.index(at))

    def begin(self) -> None:
        """The keyboard to the list, or to the form where there is nothing yet."""
        (self.list if self._spots else self.kind).setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, spot: str) -> None:
        """Put a known spot into the form."""
        known = self._spots.get(spot)
        if known is None:
            return
        self._spot, self._point = spot, (known.spot.lon, known.spot.lat)
        self.kind.set_key(known.spot.kind.value)
        self.name.setText(known.spot.name)
        self.places.setValue(known.spot.capacity or 0)
        self._tell()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def blank(self) -> None:
        """A form for a new spot."""
        self._spot, self._point = "", None
        self.name.clear()
        self.places.setValue(0)
        self._tell()

    def done(self, given: SetSpot, receipt: object = None) -> None:
        """It was taken: ready for the next one, unless another stands here already."""
        if not self._stands(given):
            return
        held = self.isAncestorOf(QApplication.focusWidget())
        self.blank()
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_at(self, lon: float, lat: float) -> None:
        """Where it is, from a click on the map: lon, lat WGS 84 degrees."""
        self._point = (lon, lat)
        self._tell()
        if not self.name.text():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Give what stands in the form; what is missing is asked for."""
        if not self.name.text().strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._point is None:
            self._where.setText(self.tr("▲ 还没有位置：在地图上这一处点右键"))
        else:
            self.given.emit(self._command(self.name.text().strip()))
        return True

    def remove(self) -> bool:
        """Take the marked spot away; who is housed there keeps it."""
        marked = self.rows.choice(self.list.currentIndex().row())
        if marked is not None:
            known = self._spots[marked.key].spot
            gone = SetSpot(spot=known.id, kind=known.kind, name="", lon=known.lon, lat=known.lat)
            self.given.emit(gone)
        return True

    def _stands(self, given: SetSpot) -> bool:
        """Whether the form holds just this; one that was taken away stands in no form."""
        if not given.name or self._point is None or self._spot not in ("", given.spot):
            return self._spot == given.spot
        now = self._command(self.name.text().strip())
        same = {"id": given.id, "spot": given.spot, "community": given.community}
        return replace(now, **same) == given

    def _command(self, name: str) -> SetSpot:
        assert self._point is not None
        kind = SpotKind(self.kind.key)
        counted = kind is SpotKind.SHELTER and self.places.value() > 0
        known = self._spots.get(self._spot)
        return SetSpot(
            spot=self._spot or new_id(),
            kind=kind,
            name=name,
            lon=self._point[0],
            lat=self._point[1],
            community=known.spot.community if known else None,
            capacity=self.places.value() if counted else None,
        )

    def _tell(self) -> None:
        shelter = self.kind.key == SpotKind.SHELTER.value
        self.places.setEnabled(shelter)
        if self._point is None:
            self._where.setText(self.tr("位置：在地图上点右键"))
            return
        at = f"{self._point[0]:.5f}, {self._point[1]:.5f}"
        self._where.setText(self.tr("位置：%1（在地图上点右键可改）").replace("%1", at))

    def _open(self) -> bool:
        marked = self.rows.choice(self.list.currentIndex().row())
        if marked is not None:
            self.edit(marked.key)
        return True

    def _next(self) -> bool:
        stops: list[QWidget] = [self.kind, self.name]
        stops += [self.places] if self.places.isEnabled() else []
        at = next((n for n, one in enumerate(stops) if one.hasFocus()), 0)
        if at + 1 < len(stops):
            stops[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.save()
        return True

    def _fresh(self) -> bool:
        self.blank()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _leave(self) -> bool:
        self.left.emit()
        return True

    def _lay_out(self) -> None:
        form = QGridLayout()
        rows = ((self.tr("类别"), self.kind), (self.tr("名称"), self.name))
        rows = (*rows, (self.tr("可容人数"), self.places))
        for at, (text, field) in enumerate(rows):
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text)
            form.addWidget(label, at, 0)
            form.addWidget(field, at, 1)
        form.addWidget(self._where, len(rows), 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        hint = QLabel(
            self.tr("↑↓ 选 · Enter 修改 · Ctrl+N 新增 · Del 删除 · Ctrl+Enter 保存 · Esc 回名单"),
            self,
            wordWrap=True,
        )
        hint.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addWidget(hint)

    def _wire(self) -> None:
        listed, typed = FormKeys(self), FormKeys(self)
        for keys in (listed, typed):
            keys.bind("Ctrl+Return", self.save)
            keys.bind("Ctrl+N", self._fresh)
            keys.bind("Escape", self._leave)
        listed.bind("Return", self._open)
        listed.bind("Del", self.remove)
        typed.bind("Return", self._next)
        listed.watch(self.list)
        typed.watch(self.kind, self.name, self.places)
        self.list.doubleClicked.connect(self._open)
        self.kind.picked.connect(self._tell)
        self.kind.moved.connect(self._next)
        self._save.clicked.connect(self.save)


def _row(one: SpotView) -> Choice:
    kind = one.spot.kind
    note = room_text(one) if kind is SpotKind.SHELTER else word(kind)
    return Choice(one.spot.id, f"{SIGN[kind]} {one.spot.name}", note, one, ABOVE[kind])
