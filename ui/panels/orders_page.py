"""Open supervision orders (督办单): what is latest first, answered by one key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from commandcenter.services.order_views import AskOrders, Orders, OrderView
from commandcenter.services.rights import ASKING
from ui.context import DeskContext
from ui.models import callback as model
from ui.models.items import ChoiceModel
from ui.panels.keys import FormKeys
from ui.panels.lists import TwoLines
from ui.words import names_of

NOTHING = Orders(orders=())


class OrdersPage(QWidget):
    """Asks while it is shown; `leads` carries case, action and the order it is for."""

    left = Signal()
    told = Signal(int)
    leads = Signal(str, str, str)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(parent)
        self._desk, self._found, self._names = desk, NOTHING, names_of(desk.reference)
        self.total = QLabel(objectName="orders.total", wordWrap=True)
        self.list = QListView(objectName="orders.list")
        self.rows = ChoiceModel(self)
        self.detail = QLabel(objectName="orders.detail", wordWrap=True)
        keys = self.tr("Enter 答复 · O 再督办 · B 催办 · Esc 回队列")
        self.hint = QLabel(keys, objectName="orders.hint", wordWrap=True, enabled=False)
        self._lay_out()
        self._wire()
        self.draw()

    def ask(self) -> None:
        """Ask for the open orders, if anybody looks at them and may."""
        if not self._desk.roles & ASKING[AskOrders]:
            self._show(NOTHING)
        elif self.isVisible():
            self._desk.ask("orders", AskOrders(), self._show)

    def concerns(self, cases: frozenset[str]) -> bool:
        """Whether an order of one of these is shown."""
        return any(one.order.case in cases for one in self._found.orders)

    def forget(self) -> None:
        """Somebody else sits here."""
        self._show(NOTHING)
        self.ask()

    def refer(self) -> None:
        """Tables were changed: names as they are now."""
        self._names = names_of(self._desk.reference)
        self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def draw(self) -> None:
        """Show what is known as it stands now."""
        before, at = self._current(), self.list.currentIndex().row()
        made = model.order_rows(self._found.orders, self._names, self._desk.now())
        self.rows.load(made)
        keys = [one.key for one in made]
        same = keys.index(before.order.id) if before and before.order.id in keys else at
        row = min(max(same, 0), len(keys) - 1)
        if row != self.list.currentIndex().row():
            self.list.setCurrentIndex(self.rows.index(row))
        self.hint.setVisible(bool(made))
        self.total.setText(self._total(len(made)))
        self._tell()

    def _total(self, many: int) -> str:
        if self._found is NOTHING:
            return ""  # nothing is known before the Desk has told
        if not many:
            return self.tr("没有待答复的督办单。\n在队列里选中案卷，按 O 发督办单，另定期限。")
        late = sum(one.order.late_at(self._desk.now()) for one in self._found.orders)
        return self.tr("待答复 %1，超期 %2").replace("%1", str(many)).replace("%2", str(late))

    def _tell(self) -> None:
        """What the row has no room for."""
        one = self._current()
        self.detail.setText((one.words or "") if one is not None else "")
        self.detail.setVisible(bool(self.detail.text()))

    def _show(self, found: object) -> None:
        assert isinstance(found, Orders)
        self._found = found
        self.told.emit(len(found.orders))
        self.draw()

    def _current(self) -> OrderView | None:
        row = self.rows.choice(self.list.currentIndex().row())
        value = row.value if row is not None else None
        return value if isinstance(value, OrderView) else None

    def _walked(self) -> None:
        self._tell()
        one = self._current()
        if one is not None and self.list.hasFocus():
            self._desk.selection.set_case(one.order.case)

    def _lead(self, action: str) -> bool:
        one = self._current()
        if one is not None:
            self.leads.emit(one.order.case, action, one.order.id)
        return True

    def _leave(self) -> bool:
        self.left.emit()
        return True

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        self.total.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(self.tr("待答复的督办单"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.total)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addWidget(self.hint)
        column.addStretch(0)

    def _wire(self) -> None:
        keys = FormKeys(self)
        keys.bind("Return", lambda: self._lead("case.answer"))
        keys.bind("O", lambda: self._lead("case.supervise"))
        keys.bind("B", lambda: self._lead("case.urge"))
        keys.bind("Escape", self._leave)
        keys.watch(self.list)
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.list.doubleClicked.connect(lambda: self._lead("case.answer"))
