"""What the law says to this sending: blocks that disable it, warnings that want a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from commandcenter.domain.commands import Reason
from commandcenter.domain.law import BLOCK, WARNING, Finding
from ui.palette import colours
from ui.panels.keys import FormKeys
from ui.scale import HAIR, NONE
from ui.words import finding, severity

LEAST_REASON = 4
MOST_REASON = 200
_TONES = {BLOCK: "danger", WARNING: "warning"}
_SHAPES = {BLOCK: "■", WARNING: "▲"}


class LawBox(QWidget):
    """A line of words for each finding; under a warning a line for the reason.

    What was written stays while the same warning stands. `changed` tells of every key.
    """

    changed = Signal()

    def __init__(self, keys: FormKeys, parent: QWidget) -> None:
        """Empty: nothing is in the way."""
        super().__init__(parent)
        self._keys = keys
        self._found: tuple[Finding, ...] = ()
        self._names: Mapping[str, str] = {}
        self._said: list[QLabel] = []
        self.lines: dict[str, QLineEdit] = {}
        self._recalled: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*NONE)
        self._column.setSpacing(HAIR)

    def load(self, found: Sequence[Finding], names: Mapping[str, str]) -> None:
        """Show these findings."""
        if tuple(found) == self._found:
            return
        written = {code: line.text() for code, line in self.lines.items()}
        focused = next((code for code, line in self.lines.items() if line.hasFocus()), None)
        self._found, self._names = tuple(found), names
        self._empty()
        for one in found:
            self._say(one)
            if one.severity == WARNING and one.code not in self.lines:
                self._ask(one, written.get(one.code) or self._recalled.pop(one.code, ""))
        self._paint()
        if focused in self.lines:
            self.lines[focused].setFocus()

    def recall(self, reasons: dict[str, str]) -> None:
        """Reasons written before, for the warnings that stand or come."""
        self._recalled = dict(reasons)
        for code, line in self.lines.items():
            line.setText(reasons.get(code, line.text()))

    @property
    def blocked(self) -> bool:
        """Whether a block forbids the sending."""
        return any(one.severity == BLOCK for one in self._found)

    @property
    def unanswered(self) -> QLineEdit | None:
        """The first warning whose reason is too short."""
        short = (line for line in self.lines.values() if len(line.text().strip()) < LEAST_REASON)
        return next(short, None)

    def reasons(self) -> tuple[Reason, ...]:
        """The reasons as written."""
        return tuple(
            Reason(code=code, words=line.text().strip()) for code, line in self.lines.items()
        )

    def sentence(self, one: Finding, names: Mapping[str, str]) -> str:
        """The rule in words."""
        return finding(one, names)

    def _empty(self) -> None:
        self._said.clear()
        self.lines.clear()
        while self._column.count():
            widget = self._column.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()

    def _say(self, one: Finding) -> None:
        shape = _SHAPES.get(one.severity, "·")
        text = f"{shape} {severity(one)} {self.sentence(one, self._names)}"
        label = QLabel(text, self, wordWrap=True)
        label.setObjectName(f"law.{one.code}")
        label.setProperty("tone", _TONES.get(one.severity, "dim"))
        self._said.append(label)
        self._column.addWidget(label)

    def _ask(self, one: Finding, written: str) -> None:
        line = QLineEdit(written, self)
        line.setMaxLength(MOST_REASON)
        line.setObjectName(f"reason.{one.code}")
        line.setAccessibleName(self.tr("理由"))
        line.setPlaceholderText(self.tr("理由（至少 4 字，记入日志）"))
        line.textEdited.connect(self.changed)
        self._keys.watch(line)
        self.lines[one.code] = line
        self._column.addWidget(line)

    def _paint(self) -> None:
        for label in self._said:
            colour = colours().colour(label.property("tone")).name()
            label.setStyleSheet(f"color: {colour};")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_said"):
            self._paint()
