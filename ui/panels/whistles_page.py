"""The list of whistles: departments with what they owe next, worked by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabBar, QWidget

from commandcenter.domain.commands import UrgeWhistle
from commandcenter.services.rights import ASKING
from commandcenter.services.whistle_views import AskWhistles, Whistles
from ui.context import DeskContext
from ui.keyring import say_keyed
from ui.models import whistles as model
from ui.models.whistles import Shown, WhistleRow
from ui.panels.list_page import ListPage

NOTHING = Whistles(whistles=(), rules=(), consultations=())


class WhistlesPage(ListPage):
    """Shows what the panel asked; an action is led to with the department it is for."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_found."""
        super().__init__(desk, "whistles", parent)
        self._found = NOTHING
        self.filter = QTabBar(objectName="whistles.filter", drawBase=False, expanding=False)
        self.hint.setText(
            self.tr(
                "Enter 下一步 · 空格 看案卷 · U 催 · T 退单 · Z 争议 · G 准退 · R 不准退"
                " · N 协商 · D 指定 · W 撤回 · 1–4 筛选 · Esc 回队列"
            )
        )
        self._lay_out()
        self._wire()
        self.draw()

    @property
    def shown(self) -> Shown:
        """The part of the list that is looked at."""
        return tuple(Shown)[self.filter.currentIndex()]

    def show_found(self, found: Whistles) -> None:
        """What the Desk told."""
        self._found = found
        self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw()

    def draw(self) -> None:
        """Show what is known as it stands now."""
        now, zone = self._desk.now(), self._desk.clock.zone
        self.show_rows(model.rows(self._found, self.shown, self._names, now, zone))
        self._count()

    def case_of(self, value: WhistleRow) -> str:
        """The whistle's case."""
        return value.view.whistle.case

    def _count(self) -> None:
        many = model.counts(self._found)
        titles = (self.tr("全部"), self.tr("超时"), self.tr("待批"), self.tr("待评"))
        for number, (shown, title) in enumerate(zip(Shown, titles, strict=True)):
            self.filter.setTabText(number, f"{number + 1} {title} {many[shown]}")
        if not self._desk.roles & ASKING[AskWhistles]:
            said = self.tr("本席看不到吹哨。")
        elif self._found is NOTHING:
            said = ""  # nothing is known before the Desk has told
        elif many[Shown.ALL] == 0:
            said = self.tr("没有在办的吹哨。\n在队列里选中处置中的案卷，按 Shift+W 提出吹哨。")
        elif not many[self.shown]:
            said = self.tr("这一类没有吹哨；按 1 看全部。")
        else:
            said = ""
        say_keyed(self.total, said, "whistle.draft")
        self.total.setVisible(bool(said))

    def current(self) -> WhistleRow | None:
        """The row with the mark."""
        value = self.value()
        return value if isinstance(value, WhistleRow) else None

    def _lead(self, action: str) -> bool:
        one = self.current()
        if one is not None and action:
            part = one.part.part.unit if one.part is not None else one.view.whistle.id
            self.leads.emit(one.view.whistle.case, action, part)
        return True

    def _next(self) -> bool:
        one = self.current()
        if one is not None and not one.action:
            self._desk.say("info", self.tr("这一行没有下一步；请选一个部门。"))
        return self._lead(one.action if one is not None else "")

    def _urge(self) -> bool:
        """One key, at once: the entry in the feed is what shows."""
        one = self.current()
        if one is not None and one.part is not None:
            whistle = one.view.whistle
            self._desk.do(
                UrgeWhistle(
                    case=whistle.case,
                    seen=one.view.case_version,
                    whistle=whistle.id,
                    unit=one.part.part.unit,
                )
            )
        return True

    def _pick(self, place: int) -> bool:
        self.filter.setCurrentIndex(place)
        return True

    def _lay_out(self) -> None:
        for _ in Shown:
            self.filter.addTab("")
        self.filter.setAccessibleName(self.tr("看哪些吹哨"))
        self.filter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = self.lay_list(self.tr("吹哨和部门"))
        column.insertWidget(0, self.filter)
        self.setLayout(column)

    def _wire(self) -> None:
        keys = self.keys
        keys.bind("Return", self._next)
        keys.bind("Space", self.open_case)
        keys.bind("U", self._urge)
        for letter, action in (
            ("T", "whistle.return"),
            ("Z", "whistle.dispute"),
            ("G", "whistle.return_grant"),
            ("R", "whistle.return_refuse"),
            ("N", "whistle.negotiate"),
            ("D", "whistle.designate"),
            ("W", "whistle.withdraw"),
        ):
            keys.bind(letter, lambda action=action: self._lead(action))
        for place in range(len(Shown)):
            keys.bind(str(place + 1), lambda place=place: self._pick(place))
        self.filter.currentChanged.connect(lambda _: self.draw())
        self.list.doubleClicked.connect(self._next)
