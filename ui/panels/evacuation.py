"""The evacuation panel (转移名单): people by building, ticked and moved from the keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.domain.commands import ListAtRisk, MoveAtRisk, RevealAtRisk, RiskLine, SetSpot
from commandcenter.domain.emergency import Moved
from commandcenter.intake.risk_sheet import RiskSheet
from commandcenter.services.emergency_views import RiskView
from commandcenter.services.relief_views import SpotView
from ui.context import DeskContext
from ui.models import evacuation as model
from ui.panels.evacuation_list import EvacuationList
from ui.words import reasons, say

TICK_MS = 1000


class EvacuationPanel(EvacuationList):
    """The list of the emergency under way; `left` asks for the queue."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing until it is shown: then the Desk is asked."""
        super().__init__(desk, parent)
        self._reasons = list(reasons("RevealPhone").items())
        self._asking_why = ""
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._make_buttons()
        self._wire()
        self._draw()

    # ---- ways in ---------------------------------------------------------------------------

    def takes_place(self, lon: float, lat: float, grid: str) -> bool:
        """Whether a click on the map is for the form that is open here: lon, lat WGS 84."""
        page = self._pages.currentWidget() if self.isVisible() else None
        if page is self.spots:
            self.spots.place_at(lon, lat)
        elif page is self.person:
            self.person.place_at(lon, lat, grid)
        return page in (self.spots, self.person)

    def show_place(self, place: str) -> None:
        """Show the people of one building."""
        self._back()
        self.field.setText(place)

    def show_spot(self, spot: str) -> None:
        """Show a shelter or danger point in its form."""
        self._pages.setCurrentWidget(self.spots)
        self.spots.edit(spot)

    # ---- doing ----------------------------------------------------------------------------

    def _move(self, state: Moved, spot: SpotView | None = None) -> bool:
        """Everybody who is ticked, else who stands under the mark."""
        key = spot.spot.id if spot else None
        chosen = self._ticked or {one.at_risk.id for one in self._under_mark()}
        people = [one for one in self._found.people if one.at_risk.id in chosen]
        going = model.going(people, state, key)
        if not going:
            self._note.tell(self.tr("先用空格勾选，或把光标放在要转移的人上"))
            return True
        if crowded := model.crowded(spot, len(going)):
            self._note.refuse(crowded)
            return True
        self._note.clear()
        command = MoveAtRisk(people=going, state=state, spot=key)
        self._desk.do(command, lambda receipt: self._untick(going))
        return True

    def _untick(self, people: tuple[str, ...]) -> None:
        self._ticked -= frozenset(people)
        self._draw()

    def _digit(self, digit: str) -> bool:
        if self._asking_why:
            return self._reveal(int(digit))
        known = model.shelters(self._found)
        at = model.DIGITS.index(digit)
        return at < len(known) and self._move(Moved.MOVED, known[at])

    def _ask_why(self) -> bool:
        """See one person's name and telephone: for what."""
        row = self.rows.choice(self.list.currentIndex().row())
        if row is None or not isinstance(row.value, RiskView):
            self._note.tell(self.tr("把光标放在一个人上，再按 V"))
            return True
        self._asking_why = row.key
        told = [f"{n} {text}" for n, (_, text) in enumerate(self._reasons, 1)]
        text = say("看姓名电话 10 分钟，用途：{reasons}（Esc 不看；查看会留记录）")
        self._note.warn(text.format(reasons=" · ".join(told)))
        return True

    def _reveal(self, number: int) -> bool:
        person, self._asking_why = self._asking_why, ""
        self._note.clear()
        if number <= len(self._reasons):
            self._desk.do(RevealAtRisk(person=person, reason=self._reasons[number - 1][0]))
        return True

    def _list_person(self, line: RiskLine) -> None:
        command = self._listing((line,))
        if command is not None:
            self._desk.do(command, partial(self.person.listed, line))

    def _list_sheet(self, sheet: RiskSheet) -> None:
        command = self._listing(tuple(line for _, line in sheet.lines))
        back = partial(self.sheet.refused, sheet)
        if command is None:
            back()
            return
        done = partial(self._listed, sheet)
        self._desk.worker.do(command, self._desk.who, done, back, back, owner=self)

    def _listing(self, lines: tuple[RiskLine, ...]) -> ListAtRisk | None:
        """The command of these; where there is no emergency, a word why not."""
        if self._found.emergency is not None:
            return ListAtRisk(emergency=self._found.emergency, lines=lines)
        unread = self.tr("名单还没有读到，没有列入；读到后再列入一次")
        over = self.tr("现在没有应急或演练，没有列入")
        self._desk.say("refusal", unread if self._unread else over)
        return None

    def _listed(self, sheet: RiskSheet, receipt: object) -> None:
        stood = self.sheet.listed(sheet)
        if stood and self._pages.currentWidget() is self.sheet:
            self._back()

    def _open_person(self) -> bool:
        if self._found.emergency is not None:
            self._pages.setCurrentWidget(self.person)
            self.person.begin()
        return True

    def _set_spot(self, command: SetSpot) -> None:
        self._desk.do(command, partial(self.spots.done, command))

    def _open_spots(self) -> bool:
        self._pages.setCurrentWidget(self.spots)
        self.spots.begin()
        return True

    def _import(self) -> bool:
        if self._found.emergency is not None:
            self.sheet.choose()
        return True

    def _export(self) -> bool:
        if self._found.people:
            self.sheet.choose_counts(model.count_table(self._found, self._names))
        return True

    # ---- going ----------------------------------------------------------------------------

    def _back(self) -> None:
        held = self.isAncestorOf(QApplication.focusWidget())
        self._pages.setCurrentWidget(self._first)
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> bool:
        """Esc takes back the newest: a question, ticks, the filter; then the queue."""
        if self._asking_why or self._note.text():
            self._asking_why = ""
            self._note.clear()
        elif self._ticked:
            self._ticked = frozenset()
            self._draw()
        elif self.field.text() or self._only_there:
            self.field.clear()
            if self._only_there:
                self._toggle_there()
        else:
            self.left.emit()
        return True

    def _to_field(self) -> bool:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        return True

    def _to_list(self) -> bool:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _tick(self) -> None:
        """What was revealed is masked again when its time is over."""
        if self._close():
            self._draw()
            self.ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        if self._close():
            self._draw()
        self.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # ---- putting together -----------------------------------------------------------------

    def _make_buttons(self) -> None:
        targets, tools = self._target_row, self._tool_row
        for digit in model.DIGITS:
            self._buttons[digit] = self._button(targets, f"to.{digit}", digit)
            self._buttons[digit].clicked.connect(partial(self._digit, digit))
        for name, row, text, meaning, call in (
            ("kin", targets, self.tr("0 投亲靠友"), "", partial(self._move, Moved.MOVED)),
            ("refused", targets, self.tr("R 不愿转移"), "", partial(self._move, Moved.REFUSED)),
            ("back", targets, self.tr("B 放回名单"), "", partial(self._move, Moved.LISTED)),
            ("there", targets, self.tr("F 只看未走"), "filter", self._toggle_there),
            ("add", tools, self.tr("列入 Ctrl+N"), "report.new", self._open_person),
            ("import", tools, self.tr("导入 Ctrl+I"), "import", self._import),
            ("export", tools, self.tr("导出 Ctrl+E"), "export", self._export),
            ("spots", tools, self.tr("安置点 Ctrl+P"), "place", self._open_spots),
        ):
            self._buttons[name] = self._button(row, name, text, meaning)
            self._buttons[name].clicked.connect(lambda _=False, call=call: call())
        self._buttons["there"].setCheckable(True)

    def _wire(self) -> None:
        keys, typed = self.keys, self._field_keys
        for digit in model.DIGITS:
            keys.bind(digit, partial(self._digit, digit))
        for name, call in (
            ("Space", self._tick_row),
            ("Return", self._tick_row),
            ("Ctrl+A", self._tick_all),
            ("0", partial(self._move, Moved.MOVED)),
            ("R", partial(self._move, Moved.REFUSED)),
            ("B", partial(self._move, Moved.LISTED)),
            ("V", self._ask_why),
            ("F", self._toggle_there),
            ("/", self._to_field),
            ("Escape", self._leave),
        ):
            keys.bind(name, call)
        for name, call in (("Return", self._to_list), ("Down", self._to_list)):
            typed.bind(name, call)
        typed.bind("Escape", self._leave_field)
        for both in (keys, typed):
            both.bind("Ctrl+N", self._open_person)
            both.bind("Ctrl+I", self._import)
            both.bind("Ctrl+E", self._export)
            both.bind("Ctrl+P", self._open_spots)
        keys.watch(self.list)
        typed.watch(self.field)
        self.field.textChanged.connect(self._draw)
        self.list.doubleClicked.connect(self._tick_row)
        self.person.given.connect(self._list_person)
        self.sheet.given.connect(self._list_sheet)
        self.sheet.looked.connect(lambda: self._pages.setCurrentWidget(self.sheet))
        self.spots.given.connect(self._set_spot)
        for page in (self.person, self.sheet, self.spots):
            page.left.connect(self._back)

    def _leave_field(self) -> bool:
        self.field.clear()
        return self._to_list()
