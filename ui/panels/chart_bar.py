"""The line above the charts: pages with their digits, the range, keeping, and how old it is."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui import scale
from ui.models.chart_rows import KINDS, range_words, say, title_of
from ui.palette import colours
from ui.theme import numbers


class ChartBar(QWidget):
    """Says `turned` with a kind of chart, `ranged` and `exported`."""

    turned = Signal(str)
    ranged = Signal()
    exported = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """No page is marked before show_state()."""
        super().__init__(parent)
        self.pages = {kind: self._button(f"chart.{kind}") for kind in KINDS}
        self.range, self.keep = self._button("chart.range"), self._button("chart.export")
        self.age = QLabel(self)
        self.age.setObjectName("chart.age")
        row = QHBoxLayout(self)
        row.setContentsMargins(*scale.NONE)
        row.setSpacing(scale.HAIR)
        for kind, button in self.pages.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self.turned.emit, kind))
            row.addWidget(button)
        row.addSpacing(scale.TIGHT)
        row.addWidget(self.range)
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.age)
        self.range.clicked.connect(self.ranged)
        self.keep.clicked.connect(self.exported)
        self._page, self._days, self._at = KINDS[0], 1, ""
        self._name()

    def show_state(self, page: str, days: int) -> None:
        """Which page is before one and over how long."""
        self._page, self._days = page, days
        for kind, button in self.pages.items():
            button.setChecked(kind == page)
        self._name()

    def show_age(self, at: datetime, zone: tzinfo, late: bool) -> None:
        """Of which moment the figures are; late ones get a sign and a colour."""
        self._at = f"{'⚠ ' if late else ''}{at.astimezone(zone):%H:%M:%S}"
        palette = self.age.palette()
        token = "warning" if late else "dim"
        palette.setColor(QPalette.ColorRole.WindowText, colours().colour(token))
        self.age.setPalette(palette)
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow line says less."""
        super().resizeEvent(event)
        self._name()

    def _name(self) -> None:
        """The longest words that find room: titles, short ones, the page's own, digits only."""
        long, short = {kind: title_of(kind) for kind in KINDS}, _short()
        over, of = range_words(self._days), say("截至 {at}").format(at=self._at)
        brief = say("24时") if self._days == 1 else say("{n}天").format(n=self._days)
        bare = dict.fromkeys(KINDS, "")
        self.age.setFont(numbers(scale.points(scale.CAPTION)))
        for names, range_, age in (
            (long, over, of),
            (short, over, of),
            (short, brief, of),
            (short, brief, self._at),
            ({**bare, self._page: long[self._page]}, brief, self._at),
            (bare, brief, self._at),
            (bare, brief, self._at[:-3]),
            (bare, brief, self._at[:1].strip("0123456789")),  # that it is late stays
        ):
            for n, kind in enumerate(KINDS, 1):
                self._say(self.pages[kind], f"{n} {names[kind]}".strip(), title_of(kind), str(n))
            self._say(self.range, f"T {range_}", say("换 24 小时或 7 天"), "T")
            self._say(self.keep, say("E 导出"), say("导出表格或图片"), "E")
            self.age.setText(age if self._at else "")
            if self.layout().minimumSize().width() <= self.width():
                return

    def _say(self, button: QToolButton, text: str, sense: str, key: str) -> None:
        if button.text() != text or button.accessibleName() != sense:
            button.setText(text)
            button.setAccessibleName(sense)
            button.setToolTip(f"{sense} ({key})")

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


def _short() -> dict[str, str]:
    names = (say("来结"), say("时龄"), say("单位"), say("社区"), say("用时"))
    return dict(zip(KINDS, names, strict=True))
