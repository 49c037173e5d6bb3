"""The strips at the foot of a handover: freeze, take over, ask, sign, drop, add a correction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ui import words
from ui.panels.keys import FormKeys
from ui.scale import NONE

MOST_WORDS, MOST_LINE, MOST_PASSWORD = 2000, 200, 128
Named = Sequence[tuple[str, str]]


class Strip(QWidget):
    """One row of fields; Enter in any of them gives, Esc asks to leave."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """An empty row of that object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*NONE)
        self.row.setSpacing(6)
        self._keys = FormKeys(self)
        self._keys.bind("Return", self._enter)
        self._keys.bind("Ctrl+Return", self._enter)
        self._keys.bind("Escape", self.left.emit)

    def give(self) -> None:
        """What Enter does; raises NotImplementedError in the base."""
        raise NotImplementedError

    def add(self, title: str, field: QWidget, stretch: int = 0) -> None:
        """Put a titled field at the end."""
        label = QLabel(title)
        label.setBuddy(field)
        field.setAccessibleName(title)
        self.row.addWidget(label)
        self.row.addWidget(field, stretch)
        self._keys.watch(field)

    def add_button(self, text: str, call: Callable[[], None]) -> QPushButton:
        """A button at the end; it takes no focus, Enter does the same."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: call())
        self.row.addWidget(button)
        return button

    @property
    def has_keyboard(self) -> bool:
        """Whether one of its fields has the focus."""
        return self.isAncestorOf(QApplication.focusWidget())

    def _enter(self) -> None:
        self.give()


class Typed(Strip):
    """A strip whose words stay until they are done."""

    def typed(self) -> tuple[str, ...]:
        """What stands in its fields; raises NotImplementedError in the base."""
        raise NotImplementedError

    def clear(self) -> None:
        """Ready for the next words; raises NotImplementedError in the base."""
        raise NotImplementedError


def chooser(width: int = 9) -> QComboBox:
    """A box of names that is as wide as a name."""
    box = QComboBox()
    box.setMinimumContentsLength(width)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def offer(box: QComboBox, named: Named, wanted: str | None) -> None:
    """Fill a box; what a hand has chosen stays, else `wanted` is proposed."""
    kept = box.currentData() if box.property("chosen") else wanted
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != list(named):
        box.clear()
        for key, text in named:
            box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(kept)) if named else -1)


class FreezeStrip(Strip):
    """Who comes, who leads, what the leaving one has to say; `wanted` carries the three."""

    wanted = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nobody is offered before propose()."""
        super().__init__("handover.freeze", parent)
        self.incoming, self.leader = chooser(), chooser()
        self.remarks = QLineEdit(maxLength=MOST_WORDS)
        self.remarks.setPlaceholderText(self.tr("备注（可不填）"))
        self.add(self.tr("接班人"), self.incoming)
        self.add(self.tr("带班领导"), self.leader)
        self.add(self.tr("备注"), self.remarks, 1)
        self.button = self.add_button(self.tr("冻结 Ctrl+Enter"), self.give)
        for box in (self.incoming, self.leader):
            box.activated.connect(lambda at, one=box: one.setProperty("chosen", True))

    def propose(
        self, leads: Named, leaders: Named, incoming: str | None, leader: str | None
    ) -> None:
        """Offer people; those whom the roster names are proposed."""
        offer(self.incoming, leads, incoming)
        offer(self.leader, [("", words.say("（未定）")), *leaders], leader or "")

    def give(self) -> None:
        incoming = self.incoming.currentData()
        if incoming:
            leader = self.leader.currentData() or ""
            self.wanted.emit(incoming, leader, self.remarks.text().strip())

    def clear(self) -> None:
        """Frozen: the next draft begins anew."""
        self.remarks.clear()
        for box in (self.incoming, self.leader):
            box.setProperty("chosen", False)


class LineStrip(Strip):
    """One line of words; `wanted` carries them."""

    wanted = Signal(str)

    def __init__(
        self, name: str, title: str, button: str, most: int, parent: QWidget | None = None
    ) -> None:
        """A titled line with its button."""
        super().__init__(name, parent)
        self.line = QLineEdit(maxLength=most)
        self.add(title, self.line, 1)
        self.button = self.add_button(button, self.give)
        self.setFocusProxy(self.line)

    def give(self) -> None:
        if self.line.text().strip():
            self.wanted.emit(self.line.text().strip())


class DropStrip(Strip):
    """Why a frozen record goes; `wanted` carries the reason's code."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """The reasons that there are."""
        super().__init__("handover.drop", parent)
        self.reason = chooser(14)
        offer(self.reason, list(words.reasons("DropHandover").items()), None)
        self.add(self.tr("作废理由"), self.reason)
        self.button = self.add_button(self.tr("作废这份交接 Enter"), self.give)
        self.row.addStretch(1)
        self.setFocusProxy(self.reason)

    def give(self) -> None:
        self.wanted.emit(self.reason.currentData())


class SignStrip(Strip):
    """Whose signature, the own password, twice where it is set by this signature.

    `wanted` carries person and password, which is kept nowhere; `person_changed` whom it is for.
    """

    wanted = Signal(str, str)
    differs = Signal()
    person_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nobody is offered before offer_people()."""
        super().__init__("handover.sign", parent)
        self.person = chooser(14)
        self.password, self.again = self._secret(), self._secret()
        self.add(self.tr("签字人"), self.person)
        self.add(self.tr("本人密码"), self.password, 1)
        self.add(self.tr("再输一次"), self.again, 1)
        self._again_title = self.row.itemAt(4).widget()
        self.button = self.add_button(self.tr("签字 Enter"), self.give)
        self.ask_twice(False)
        self.setFocusProxy(self.password)
        self.person.currentIndexChanged.connect(self._turned)

    def offer_people(self, named: Named, wanted: str) -> None:
        """Who of the two has not signed; `wanted` is proposed."""
        before = self.person.currentData()
        self.person.blockSignals(True)
        offer(self.person, named, wanted)
        self.person.blockSignals(False)
        if self.person.currentData() != before:
            self._turned()

    def ask_twice(self, twice: bool) -> None:
        """Whether this signature sets the password."""
        self.again.setVisible(twice)
        self._again_title.setVisible(twice)
        hint = self.tr("首次签字设密码，8 位起") if twice else ""
        self.password.setPlaceholderText(hint)

    def give(self) -> None:
        person, password = self.person.currentData(), self.password.text()
        if not person or not password:
            self.password.setFocus()
        elif not self.again.isHidden() and not self.again.text():
            self.again.setFocus()
        elif not self.again.isHidden() and self.again.text() != password:
            self.again.clear()
            self.again.setFocus()
            self.differs.emit()
        else:
            self.wanted.emit(person, password)

    def clear(self) -> None:
        """Nothing of a password stays."""
        self.password.clear()
        self.again.clear()

    def _turned(self) -> None:
        self.clear()
        self.person_changed.emit(self.person.currentData() or "")

    def _secret(self) -> QLineEdit:
        line = QLineEdit(self, echoMode=QLineEdit.EchoMode.Password)
        line.setMaxLength(MOST_PASSWORD)
        return line


class TakeStrip(Strip):
    """The incoming person takes this seat: by the password where the server wants one.

    `wanted` carries it; who takes it clears the field.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """For nobody yet."""
        super().__init__("handover.take", parent)
        self.who = QLabel()
        self.row.addWidget(self.who)
        self.password = QLineEdit(self, echoMode=QLineEdit.EchoMode.Password)
        self.password.setMaxLength(MOST_PASSWORD)
        self.add(self.tr("本人密码"), self.password, 1)
        self.button = self.add_button(self.tr("就座接班 Enter"), self.give)
        self.setFocusProxy(self.password)

    def ask(self, name: str) -> None:
        """Ask this person for the password."""
        self.password.clear()
        self.who.setText(self.tr("接班人 %1").replace("%1", name))

    def give(self) -> None:
        if self.password.text():
            self.wanted.emit(self.password.text())
