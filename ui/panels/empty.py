"""What a panel says while the street has nothing for it yet, and by which keys that changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.keyring import say_keyed

NAMED = ("seat", "admin")


def say(text: str) -> str:
    """An empty panel's words in the language of the screen."""
    return QCoreApplication.translate("Empty", text)


class EmptyHint(QLabel):
    """Words in the place of what is missing; gone as soon as there is something."""

    def __init__(
        self, name: str, text: str, parent: QWidget, named: tuple[str, ...] = NAMED
    ) -> None:
        """Hidden; `named` are the actions whose delivered keys the words name.

        lie_over(widget) lets it cover one instead of taking a place of its own.
        """
        super().__init__(parent, wordWrap=True)
        self._words, self._named = text, named
        self.setObjectName(name)
        self.setContentsMargins(16, 10, 16, 10)
        self.setAutoFillBackground(True)
        self.setEnabled(False)
        self.hide()

    def lie_over(self, covered: QWidget) -> None:
        """Cover that widget wherever it lies, so that no click goes to it."""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        covered.installEventFilter(self)
        self.setGeometry(covered.geometry())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and isinstance(watched, QWidget):
            self.setGeometry(watched.geometry())
        return False

    def show_if(self, missing: bool) -> None:
        """Show the words while something is missing."""
        say_keyed(self, self._words, *self._named)
        self.setVisible(missing)
        if missing:
            self.raise_()

    def tell(self, text: str) -> None:
        """Other words from now on; they name delivered keys."""
        self._words = text
        self.show_if(self.isVisible())


def no_ground() -> str:
    """Of a map of a street whose grids nobody drew."""
    return say(
        "还没有网格边界，地图是空的；案件照样受理，地点写文字或选网格。\n"
        "增加社区和网格：Ctrl+U 请管理员就座，Ctrl+Shift+A 打开社区表、网格表。\n"
        "画上边界：关闭窗口后导入 GeoJSON（见 README 的 import boundaries）。"
    )


def no_teams() -> str:
    """Of a roster without teams."""
    return say(
        "还没有队伍和执法人员，可以只派单位。\n"
        "增加：Ctrl+U 请管理员就座，Ctrl+Shift+A 打开队伍、执法人员、人员表。"
    )


def not_yours() -> str:
    """Of a roster at a seat that is told of no team: a community's, the district's, a unit's."""
    return say("本席看不到街道的队伍和执法人员；由谁在办，案卷里写着。")
