"""Open supervision orders (督办单): what is latest first, answered by one key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from commandcenter.services.order_views import AskOrders, Orders, OrderView
from commandcenter.services.rights import ASKING
from ui.context import DeskContext
from ui.keyring import say_keyed
from ui.models import callback as model
from ui.panels.list_page import ListPage

NOTHING = Orders(orders=())


class OrdersPage(ListPage):
    """Asks while it is shown; an action is led to with the order it is for."""

    told = Signal(int)

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before it is shown."""
        super().__init__(desk, "orders", parent)
        self._found = NOTHING
        self.detail = QLabel(objectName="orders.detail", wordWrap=True)
        self.hint.setText(self.tr("Enter 答复 · O 再督办 · B 催办 · Esc 回队列"))
        self.setLayout(self.lay_list(self.tr("待答复的督办单"), self.detail))
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask()

    def draw(self) -> None:
        """Show what is known as it stands now."""
        made = model.order_rows(self._found.orders, self._names, self._desk.now())
        self.show_rows(made)
        say_keyed(self.total, self._total(len(made)), "case.supervise")
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

    def case_of(self, value: OrderView) -> str:
        """The order's case."""
        return value.order.case

    def _current(self) -> OrderView | None:
        value = self.value()
        return value if isinstance(value, OrderView) else None

    def _lead(self, action: str) -> bool:
        one = self._current()
        if one is not None:
            self.leads.emit(one.order.case, action, one.order.id)
        return True

    def _wire(self) -> None:
        self.keys.bind("Return", lambda: self._lead("case.answer"))
        self.keys.bind("O", lambda: self._lead("case.supervise"))
        self.keys.bind("B", lambda: self._lead("case.urge"))
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.doubleClicked.connect(lambda: self._lead("case.answer"))
