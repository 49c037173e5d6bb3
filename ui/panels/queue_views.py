"""The strip of saved views above the queue: name, count, key; own ones are named here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from ui.models.queue_filter import QueueFilter
from ui.models.queue_views import MOST_NAME, UNIT, VIEW_WORDS, View, ViewBook
from ui.panels.flow import FlowLayout
from ui.panels.keys import FormKeys
from ui.scale import HAIR, NONE
from ui.theme import icon, numbers
from ui.words import say

KEYED = 9


class ViewStrip(QWidget):
    """Chips in the order of the book; the lit one is the view that the filter is now.

    `chosen` carries a view's key, `unit_chosen` a unit's id, `named` a name that was typed (for
    the present filter, or for the view that is renamed), `left` gives the keyboard back. `save` is
    the button that keeps the present filter; it stands beside the filter.
    """

    chosen = Signal(str)
    unit_chosen = Signal(str)
    named = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """No view yet."""
        super().__init__(parent)
        self.setObjectName("queue_views")
        self._chips: dict[str, QToolButton] = {}
        self._book = ViewBook(())
        self._units: Mapping[str, str] = {}
        self._renaming = ""
        self._room = QWidget(self)
        self._flow = FlowLayout(self._room)
        self._flow.setContentsMargins(*NONE)
        self.save = self._chip("queue_view_save", partial(self.ask_name, ""))
        self.name = QLineEdit(self, objectName="queue_view_name", maxLength=MOST_NAME)
        self._lay_out()

    def show_book(self, book: ViewBook, units: Mapping[str, str]) -> None:
        """Offer these views; `units` are short names by id."""
        self._book, self._units = book, units
        while self._flow.count():
            self._flow.takeAt(0)
        for key in [key for key in self._chips if book.get(key) is None]:
            self._chips.pop(key).deleteLater()
        for view in book.views:
            if view.key not in self._chips:
                press = partial(self.press, view.key)
                self._chips[view.key] = self._chip(f"queue_view_{view.key}", press)
            self._flow.addWidget(self._chips[view.key])
        self._room.updateGeometry()

    def show_counts(self, count: Callable[[str], int], chosen: QueueFilter) -> None:
        """Say how many each view takes, and light the one that is the filter now."""
        for at, view in enumerate(self._book.views):
            chip, text = self._chips[view.key], self._text(at, view, count(view.key))
            if chip.text() != text:
                chip.setText(text)
                chip.setAccessibleName(text)
                self._room.updateGeometry()
            chip.setChecked(_has_all(view) and view.filter == chosen)

    def press(self, key: str) -> None:
        """As a click on its chip: the view, or the choice of a unit."""
        if key == UNIT:
            self._offer_units()
        else:
            self.chosen.emit(key)

    def press_number(self, number: int) -> None:
        """As a click on the chip with this figure, from 1."""
        if 0 < number <= min(KEYED, len(self._book.views)):
            self.press(self._book.views[number - 1].key)

    def ask_name(self, renaming: str = "") -> None:
        """Ask for a name: of the filter as it is now, or another one of an own view."""
        view = self._book.get(renaming)
        self._renaming = renaming
        self.name.setText(view.name if view else "")
        self.name.setPlaceholderText(
            self.tr("新名字，Enter 改名，Esc 不改")
            if view
            else self.tr("给现在的筛选起个名字，Enter 存下，Esc 不存")
        )
        self.name.selectAll()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self.save.setText("+")
        self.save.setCheckable(False)
        self.save.setAccessibleName(self.tr("存视图"))
        self.save.setToolTip(self.tr("把现在的筛选和排序存成视图（队列里 Ctrl+S）"))
        self.name.setAccessibleName(self.tr("视图的名字"))
        self.name.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.name.hide()
        keys = FormKeys(self.name)
        keys.bind("Return", self._name_given)
        keys.bind("Escape", self._name_left)
        keys.watch(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 0)
        column.setSpacing(HAIR)
        column.addWidget(self._room)
        column.addWidget(self.name)

    def _chip(self, name: str, press: Callable[[], object]) -> QToolButton:
        chip = QToolButton(self._room, objectName=name, checkable=True)
        chip.setFont(numbers())
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setToolTip(
            self.tr("队列里按数字键，别处按 Ctrl+Alt+数字；Alt+←→ 换位置，Alt+R 改名，Alt+Del 删去")
        )
        chip.clicked.connect(lambda: press())
        return chip

    def _text(self, at: int, view: View, count: int) -> str:
        """3 待签收 8; the view of a unit has the unit's name when one was chosen."""
        name = view.name or say(VIEW_WORDS[view.key])
        if view.key == UNIT:
            name = self._units.get(view.filter.unit, name) + " ▾"
        figure = f"{at + 1} " if at < KEYED else ""
        return f"{figure}{name} {count}" if _has_all(view) else f"{figure}{name}"

    def _offer_units(self) -> None:
        """A list of the units below the chip: by digits, arrows or a click."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("看哪个单位"))
        for at, (unit, short) in enumerate(self._units.items(), 1):
            figure = f"&{at} " if at <= KEYED else ""
            menu.addAction(f"{figure}{short}").triggered.connect(
                partial(self.unit_chosen.emit, unit)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        chip = self._chips[UNIT]
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))
        menu.setActiveAction(menu.actions()[0] if menu.actions() else None)

    def _name_given(self) -> None:
        self.named.emit(self.name.text(), self._renaming)
        self._name_left()

    def _name_left(self) -> None:
        self._renaming = ""
        self.name.hide()
        self.left.emit()


def _has_all(view: View) -> bool:
    """Whether it filters at all: the view of a unit does not before one was chosen."""
    return view.filter != QueueFilter() or view.own
