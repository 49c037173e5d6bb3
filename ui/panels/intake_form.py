"""The fields of a report in the order of a telephone call; it knows no desk, only the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from commandcenter.domain.case import Source
from commandcenter.domain.raising import HOLDERS
from commandcenter.domain.roles import DESK_ROLES
from ui.context import DeskContext
from ui.icons import icon
from ui.models.items import Choice
from ui.palette import colours
from ui.panels.choose import DigitRow, SuggestField
from ui.panels.intake_draft import MOST_NAME, MOST_NUMBER, NUMBERED, STAFF, Draft
from ui.panels.intake_facts import FactsLabel
from ui.panels.intake_places import Place
from ui.panels.keys import FormKeys
from ui.panels.pictures import PictureBar
from ui.panels.walked import WalkedForm
from ui.words import names_of, word

SOURCES = (
    Source.HOTLINE,
    Source.GRID,
    Source.VIDEO,
    Source.WINDOW,
    Source.PATROL,
    Source.APP,
    Source.CITY,
)
WORDS_LINES = 4
MOST_PASTED = 10_000
"""Characters of one paste: more than a report may have, few enough to lay out at once."""
TOP = Qt.AlignmentFlag.AlignTop
Search = Callable[[str], Sequence[Choice]]


class WordsEdit(QPlainTextEdit):
    """The words of the call: four lines high; Enter is the form's, Shift+Enter a new line.

    `cut` tells that a paste was too long and only its beginning was taken.
    """

    cut = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty; Tab leaves it."""
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * WORDS_LINES + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasText() or len(source.text()) <= MOST_PASTED:
            super().insertFromMimeData(source)
            return
        self.insertPlainText(source.text()[:MOST_PASTED])
        self.cut.emit()


class IntakeForm(WalkedForm):
    """Fields, their labels with keys, and a sentence under each that is wrong.

    `changed` tells that anything changed, `located` that a place was picked,
    `item_chosen` and `source_picked` say what they are called.
    """

    changed = Signal()
    located = Signal()
    item_chosen = Signal()

    def __init__(
        self, items: Search, places: Search, people: Search, desk: DeskContext, parent: QWidget
    ) -> None:
        """Each search gives the suggestions for what was typed in its field."""
        super().__init__(parent)
        self._desk = desk
        self.keys = FormKeys(self)
        self.lon: float | None = None
        self.lat: float | None = None
        self.grid: str | None = None
        self.source = DigitRow([(source.value, word(source)) for source in SOURCES], self)
        self.drill = QPushButton(icon("drill"), "", self, objectName="intake.drill", checkable=True)
        self.drill.hide()
        self.phone = self._line(20)
        self.name = self._line(MOST_NAME)
        self.number = self._line(MOST_NUMBER)
        self.hotline = self._line(20)
        self.hotline.setPlaceholderText(self.tr("空 = 此刻"))
        self.reporter = SuggestField(people, parent=self)
        self.words = WordsEdit(self)
        self.item = SuggestField(items, parent=self)
        self.place = SuggestField(places, keep_text=True, parent=self)
        self.facts = FactsLabel(desk, self)
        self.pictures = PictureBar(desk, "scene", self)
        self.attach = QToolButton(self, autoRaise=True, icon=icon("picture.add"))
        self.attach.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.attach.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._faults: dict[str, QLabel] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self._lay_out()
        self._connect()
        self._name_fields()
        self._suit_source()

    def draft(self) -> Draft:
        """What stands in the form now."""
        item, reporter = self.item.choice, self.reporter.choice
        return Draft(
            source=Source(self.source.key),
            phone="".join(self.phone.text().split()),
            name=self.name.text().strip(),
            number=self.number.text().strip(),
            hotline=self.hotline.text().strip(),
            reporter=reporter.key if reporter else None,
            words=self.words.toPlainText(),
            item=item.key if item else None,
            place=self.place.text,
            lon=self.lon,
            lat=self.lat,
            grid=self.grid,
            pictures=self.pictures.pictures(),
            drill=not self.drill.isHidden() and self.drill.isChecked(),
        )

    def clear(self) -> None:
        """Make the form ready for the next call; the source stays."""
        for line in (self.phone, self.name, self.number, self.hotline, self.words):
            line.clear()
        for field in (self.reporter, self.item, self.place):
            field.clear()
        self.pictures.clear()
        self.drill.setChecked(False)  # a real call in the middle of a drill is never taken for one
        self.set_place(None, None, None)
        self.facts.show_facts(None, False)
        self.show_faults({})
        self.changed.emit()

    def turn_drill(self) -> None:
        """The other of real and drill, where a drill is offered."""
        if not self.drill.isHidden():
            self.drill.toggle()

    def offer_drill(self, on: bool) -> None:
        """Offer to mark the report as a drill's, while one goes on."""
        self.drill.setVisible(on)
        if not on:
            self.drill.setChecked(False)

    def set_place(self, lon: float | None, lat: float | None, grid: str | None) -> None:
        """Where it is: WGS 84 degrees and the grid's code."""
        self.lon, self.lat, self.grid = lon, lat, grid

    def place_name(self) -> str:
        """The name of the grid, which stands in for an address."""
        return names_of(self._desk.reference).get(self.grid, self.grid) if self.grid else ""

    def pick(self, lon: float | None, lat: float | None, grid: str | None) -> None:
        """Take a place as by hand; as set_place()."""
        self.set_place(lon, lat, grid)
        self.changed.emit()
        self.located.emit()

    def show_faults(self, faults: dict[str, str]) -> None:
        """Show a sentence under each field at fault; none elsewhere."""
        for key, label in self._faults.items():
            text = faults.get(key, "")
            label.setText(f"▲ {text}" if text else "")
            label.setVisible(bool(text))
        self._paint_faults()

    def focus_field(self, key: str) -> None:
        """Put the focus into a field by its key."""
        widget = getattr(self, key, None)
        if isinstance(widget, QWidget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def suggesting(self) -> SuggestField | None:
        """The field with suggestions that has the focus."""
        fields = (self.reporter, self.item, self.place)
        return next((one for one in fields if one.line.hasFocus()), None)

    def stops(self) -> list[QWidget]:
        """The visible fields in their order."""
        fields: list[QWidget] = [self.source, self.phone, self.name, self.number, self.hotline]
        fields += [self.reporter.line, self.words, self.item.line, self.place.line]
        return [one for one in fields if one.isVisibleTo(self)]

    def _line(self, most: int) -> QLineEdit:
        line = QLineEdit(self)
        line.setMaxLength(most)
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        self._row(0, "source", self.tr("来源(&S)"), self.source)
        self._row(2, "phone", self.tr("来电(&T)"), self.phone, self.tr("姓名(&N)"), self.name)
        number, passed = self.tr("单号(&H)"), self.tr("转派(&D)")
        self._row(4, "number", number, self.number, passed, self.hotline)
        self._row(6, "reporter", self.tr("上报人(&R)"), self.reporter)
        self._row(8, "words", self.tr("诉求(&W)"), self.words)
        self._row(10, "item", self.tr("事项(&I)"), self.item)
        self._row(12, "place", self.tr("地点(&A)"), self.place)
        grid.addWidget(self.facts, 14, 1, 1, 3)
        self.attach.setText(self.tr("加图片 Alt+P · 粘贴 Ctrl+V · 也可拖入"))
        grid.addWidget(_label(self.tr("图片"), self.attach, self), 15, 0, TOP)
        grid.addWidget(self.attach, 15, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.pictures, 15, 1, 1, 3)
        self._show_pictures()
        grid.setRowStretch(16, 1)

    def _row(self, row: int, key: str, text: str, field: QWidget, *more: str | QWidget) -> None:
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        cells = [_label(text, field, self), field]
        grid.addWidget(cells[0], row, 0, TOP)
        grid.addWidget(field, row, 1, 1, 1 if more else 3)
        if more:
            second, name = more[1], more[0]
            assert isinstance(second, QWidget) and isinstance(name, str)
            cells += [_label(name, second, self), second]
            grid.addWidget(cells[2], row, 2, TOP)
            grid.addWidget(second, row, 3)
        fault = QLabel(self, objectName=f"intake.fault.{key}", wordWrap=True)
        fault.hide()
        grid.addWidget(fault, row + 1, 1, 1, 3)
        self._faults[key] = fault
        self._rows[key] = cells
        if key == "number":
            self._faults["hotline"] = fault

    def _name_fields(self) -> None:
        named = {
            "source": (self.source, self.tr("来源")),
            "phone": (self.phone, self.tr("来电号码")),
            "name": (self.name, self.tr("来电人姓名")),
            "number": (self.number, self.tr("来源单号")),
            "hotline": (self.hotline, self.tr("热线转派时间")),
            "reporter": (self.reporter.line, self.tr("上报人")),
            "words": (self.words, self.tr("来电内容")),
            "item": (self.item.line, self.tr("事项")),
            "place": (self.place.line, self.tr("地点")),
        }
        for key, (widget, name) in named.items():
            widget.setObjectName(f"intake.{key}")
            widget.setAccessibleName(name)
            self.keys.watch(widget)
        self.item.line.setPlaceholderText(self.tr("编码、名称或拼音首字母"))
        self.place.line.setPlaceholderText(self.tr("地址、路名、社区或网格码；也可在地图上点"))
        self.reporter.line.setPlaceholderText(self.tr("姓名或拼音首字母"))

    def _connect(self) -> None:
        for line in (self.phone, self.name, self.number, self.hotline):
            line.textEdited.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.drill.toggled.connect(self.changed)
        self.drill.toggled.connect(self._tell_drill)
        self.keys.watch(self.drill)
        self._tell_drill()
        self.words.cut.connect(self._say_cut)
        for field in (self.reporter, self.item, self.place):
            field.edited.connect(self.changed)
            field.chosen.connect(self.changed)
        self.item.chosen.connect(self.item_chosen)
        self.place.chosen.connect(self._placed)
        self.pictures.changed.connect(self.changed)
        self.pictures.changed.connect(self._show_pictures)
        self.attach.clicked.connect(self.pictures.choose)
        self.source.picked.connect(self._suit_source)
        self.source.picked.connect(self.changed)
        self.source.moved.connect(self.advance)

    def _tell_drill(self) -> None:
        """What the switch says is what the report will be."""
        real, drill = self.tr("真实上报 · Alt+Y 改为演练"), self.tr("演练上报，不计入统计 · Alt+Y")
        self.drill.setText(drill if self.drill.isChecked() else real)

    def _placed(self, choice: Choice) -> None:
        place = choice.value
        if isinstance(place, Place):
            self.pick(place.lon, place.lat, place.grid)

    def _say_cut(self) -> None:
        text = self.tr("粘贴的文字太长，只取了开头 %1 字；请精简")
        self._desk.say("warning", text.replace("%1", str(MOST_PASTED)))

    def suit_person(self) -> None:
        """Who is of the field reports what the field found."""
        if self._of_field() and self.draft().blank:
            self.source.set_key(Source.GRID.value)
        self._suit_source()

    def _of_field(self) -> bool:
        """Whether who sits here reports for a grid or a community, and for nobody else."""
        roles = self._desk.roles
        return bool(roles & set(HOLDERS.values())) and not roles & DESK_ROLES

    def _suit_source(self) -> None:
        """Show the fields that this source has."""
        source = Source(self.source.key)
        numbered = source in NUMBERED or source is Source.VIDEO
        wanted = {
            "phone": source not in STAFF and source is not Source.VIDEO,
            "number": numbered,
            "reporter": source in STAFF and not self._of_field(),
        }
        for key, on in wanted.items():
            for widget in self._rows[key]:
                widget.setVisible(on)
            self._faults[key].setVisible(on and bool(self._faults[key].text()))
        if numbered:
            for widget in self._rows["number"][2:]:
                widget.setVisible(source in NUMBERED)

    def _show_pictures(self) -> None:
        """The bar takes room only when there are pictures in it."""
        self.pictures.setVisible(self.pictures.count > 0)
        self.attach.setVisible(self.pictures.count == 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.pictures.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.pictures.dropEvent(event)

    def _paint_faults(self) -> None:
        colour = colours().danger
        for label in self._faults.values():
            label.setStyleSheet(f"color: {colour};")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_faults"):
            self._paint_faults()


def _label(text: str, field: QWidget, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setBuddy(field)
    label.setMinimumHeight(24)
    return label
