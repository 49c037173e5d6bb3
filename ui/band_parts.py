"""The parts of the band: a word with an icon, and one that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.icons import IconBox, icon
from ui.keyring import keyed
from ui.palette import colours
from ui.theme import numbers

FLASH_MS = 500
"""On and off: once a second, far below the three flashes that may hurt (WCAG 2.3.1)."""
FLASHES = 3


class Part(QWidget):
    """A word that is shown whole or not at all; `worth` says how late it gives way.

    What has a `brief` says that where the band is short; its tooltip then has the whole.
    """

    def __init__(self, name: str, worth: int) -> None:
        """Empty until say()."""
        super().__init__()
        self.setObjectName(name)
        self.worth, self._token = worth, "text"
        self._said: tuple[str, str, str, bool] | None = None
        self.brief, self._short = "", False
        self._icon, self._text = IconBox("app"), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self._icon.hide()

    @property
    def full(self) -> bool:
        """Whether it has anything to say."""
        return bool(self._text.text())

    @property
    def text(self) -> str:
        """What it says, whole."""
        return "" if self._said is None else self._said[0]

    def say(self, text: str, meaning: str = "", token: str = "text", bold: bool = False) -> None:
        """Say a text with the icon of a meaning in a colour of the theme."""
        if self._said == (said := (text, meaning, token, bold)):
            return  # fonts and colours set anew are laid out and painted anew
        fresh, self._said, self._token = token != self._token, said, token
        self._tell()
        self.setAccessibleName(text)
        self._text.setFont(numbers(bold=bold))
        self._icon.setVisible(bool(meaning and text))
        if meaning:
            self._icon.set_meaning(meaning)
        if fresh:
            self.dress()

    def shorten(self, short: bool) -> None:
        """Say it in short, or whole again."""
        if short != self._short:
            self._short = short
            self._tell()

    def _tell(self) -> None:
        whole = "" if self._said is None else self._said[0]
        short = self.brief if self._short and whole else ""
        self._text.setText(short or whole)
        if self.brief:
            self.setToolTip(whole if short else "")

    def dress(self) -> None:
        """Take the colour in force; in the toolbar a palette alone is not heeded."""
        self._text.setStyleSheet(f"color: {colours().colour(self._token).name()}")


class Press(QToolButton):
    """A part that can be pressed, with the key that does the same."""

    full = True

    def __init__(self, name: str, worth: int, key: str, action: str) -> None:
        """Empty until say(); `key` is the delivered one of that action."""
        super().__init__()
        self.setObjectName(name)
        self.worth, self._key, self._token = worth, key, "text"
        self._action, self._short = action, False
        self._said: tuple[str, str, str] | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._turns = 0
        self._flashing = QTimer(self, interval=FLASH_MS)
        self._flashing.timeout.connect(self._turn)

    def say(self, text: str, meaning: str, token: str = "text") -> None:
        """Say a text with the icon of a meaning in a colour of the theme."""
        if self._said == (said := (text, meaning, token)):
            return
        self._said, self._token = said, token
        self.setText(text if self._short else f"{text}  {keyed(self._key, self._action)}")
        self.setAccessibleName(text)
        self.setIcon(icon(meaning))
        self.setFont(numbers(bold=token != "text"))
        self.dress()

    def dress(self) -> None:
        """Take the colour in force."""
        chosen = colours()
        text, ground = chosen.colour(self._token).name(), chosen.colour("panel").name()
        lit = f"color: {ground}; background: {text}" if self.lit else f"color: {text}"
        self.setStyleSheet(lit)
        if self._said is not None:
            meaning = self._said[1]
            self.setIcon(icon(meaning, "panel") if self.lit else icon(meaning))

    def shorten(self, short: bool) -> None:
        """Leave the key out, or name it again."""
        if short != self._short:
            self._short = short
            self.rekey()

    def rekey(self) -> None:
        """Keys were changed: say the same with the one in force."""
        said, self._said = self._said, None
        if said is not None:
            self.say(*said)

    @property
    def lit(self) -> bool:
        """Whether it stands out just now."""
        return self._turns % 2 == 1

    def flash(self) -> None:
        """Stand out for a while; a flash that goes on is not begun anew."""
        if not self._turns:
            self._turns = 2 * FLASHES - 1
            self._flashing.start()
            self.dress()

    def _turn(self) -> None:
        self._turns -= 1
        if not self._turns:
            self._flashing.stop()
        self.dress()
