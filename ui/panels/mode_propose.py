"""The form that proposes a switch: kind, level, drill, order number, scope, words."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QWidget

from commandcenter.domain.commands import ProposeSwitch
from commandcenter.domain.emergency import Emergency, Reach
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.emergency_views import AskSwitchPreview, Mode
from commandcenter.services.views import Reference
from ui.panels.choose import DigitRow, SuggestField
from ui.panels.mode_places import PlacesField
from ui.panels.walked import WalkedForm
from ui.scale import NONE, TIGHT
from ui.words import word

RELEASE = "release"
ACROSS = 3
SETTLE_MS = 120
MOST_ORDER = 80


class ProposeForm(WalkedForm):
    """Digits choose and go on, Enter goes on; `asked` comes when what is chosen is another."""

    asked = Signal()

    def __init__(self, reference: Reference) -> None:
        """Proposes Ⅳ for the whole street until begin()."""
        super().__init__()
        self.setObjectName("mode.propose")
        kinds = [(one.value, word(one)) for one in EventKind]
        levels = [(one.value, word(one)) for one in Response]
        self.kind = DigitRow(kinds, across=ACROSS)
        self.level = DigitRow([*levels, (RELEASE, self.tr("解除"))], across=ACROSS)
        self.drill = DigitRow([("real", self.tr("实战")), ("drill", self.tr("演练"))])
        self.order, self.words = QLineEdit(), QLineEdit()
        self.order.setPlaceholderText(self.tr("上级指令编号，如 防指〔2025〕12号"))
        self.order.setMaxLength(MOST_ORDER)
        self.words.setPlaceholderText(self.tr("可不填"))
        self.reach = DigitRow([(one.value, word(one)) for one in Reach], across=ACROSS)
        self.places = PlacesField(reference)
        self._running: Emergency | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.asked)
        self._lay_out()
        self._connect()

    def begin(self, mode: Mode) -> None:
        """Begin from how the street works now; a real emergency may take the place of a drill."""
        now = self._running = mode.emergency
        self._form.setRowVisible(self.drill, now is None or now.drill)
        self.order.clear()
        self.words.clear()
        self.drill.set_key("drill" if now and now.drill else "real")
        self._begin_level()
        self._reach((now.reach if now else Reach.STREET).value)
        self.reach.set_key((now.reach if now else Reach.STREET).value)
        self.places.set_places(now.places if now else ())
        self._settle.start()

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        self.places.refer(reference)

    def chosen(self) -> AskSwitchPreview:
        """What is chosen, as the question of what it would change."""
        return AskSwitchPreview(
            kind=EventKind(self.kind.key),
            level=None if self.level.key == RELEASE else Response(self.level.key),
            drill=self.drill.key == "drill",
            reach=Reach(self.reach.key),
            places=self.places.places,
        )

    def command(self) -> ProposeSwitch:
        """The proposal."""
        chosen = self.chosen()
        return ProposeSwitch(
            kind=chosen.kind,
            level=chosen.level,
            drill=chosen.drill,
            reach=chosen.reach,
            places=chosen.places,
            order_no=self.order.text().strip(),
            words=self.words.text().strip(),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """The first thing that is missing and where."""
        if not self.order.text().strip():
            return self.tr("请填上级的指令编号"), self.order
        if self.reach.key != Reach.STREET.value and not self.places.places:
            return self.tr("请选至少一处社区或网格，或改为全街道"), self.places.field.line
        return None

    def kept(self) -> dict[str, str]:
        """What is typed, for a draft."""
        return {"order": self.order.text(), "words": self.words.text()}

    def restore(self, kept: dict[str, str]) -> None:
        """Put it back."""
        self.order.setText(kept.get("order", ""))
        self.words.setText(kept.get("words", ""))

    def stops(self) -> list[QWidget]:
        every = (
            *(self.drill, self.kind, self.level, self.order, self.reach),
            *(self.places.field.line, self.words),
        )
        return [one for one in every if one.isVisibleTo(self)]

    def suggesting(self) -> SuggestField | None:
        here = self.places.field
        return here if here.line is QApplication.focusWidget() else None

    def advance(self) -> bool:
        """Enter takes a place and stays for the next one; without one it goes on."""
        here = self.suggesting()
        if here is not None and here.take_marked():
            return True
        return super().advance()

    def inputs(self) -> list[QWidget]:
        """Every widget whose keys the page watches."""
        return [
            *(self.drill, self.kind, self.level, self.order),
            *(self.reach, self.places.field.line, self.words),
        ]

    def _begin_level(self) -> None:
        """The next level up is proposed, the kind is that of what goes on; it may be released."""
        levels, now = list(Response), self._running
        if now is not None and now.drill and self.drill.key == "real":
            now = None
        self._form.setRowVisible(self.kind, now is None)
        if now is not None:
            self.kind.set_key(now.kind.value)
        at = levels.index(now.level) + 1 if now and now.level else 0
        self.level.set_key(levels[at if at < len(levels) else at - 2].value)
        self.level.offer(RELEASE, now is not None)

    def _reach(self, key: str) -> None:
        self.places.set_reach(Reach(key))
        self._form.setRowVisible(self.places, key != Reach.STREET.value)

    def _lay_out(self) -> None:
        self._form = form = QFormLayout(self)
        form.setContentsMargins(*NONE)
        form.setSpacing(TIGHT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            ("mode.drill", self.tr("性质"), self.drill),
            ("mode.kind", self.tr("类型"), self.kind),
            ("mode.level", self.tr("级别"), self.level),
            ("mode.order", self.tr("指令编号"), self.order),
            ("mode.reach", self.tr("范围"), self.reach),
            ("", self.tr("选取"), self.places),
            ("mode.words", self.tr("说明"), self.words),
        )
        for name, text, widget in rows:
            form.addRow(QLabel(text), widget)
            if name:
                widget.setObjectName(name)
                widget.setAccessibleName(text)
        self.places.field.line.setAccessibleName(self.tr("选取社区或网格"))
        self.places.field.line.setObjectName("mode.place")

    def _connect(self) -> None:
        for row in (self.kind, self.level, self.drill, self.reach):
            row.moved.connect(self.advance)
            row.picked.connect(lambda key: self._settle.start())
        self.reach.picked.connect(self._reach)
        self.drill.picked.connect(lambda key: self._begin_level())
        self.places.changed.connect(self._settle.start)
