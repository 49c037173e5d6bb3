"""The colours made into a palette, a small style sheet and fonts; icons by meaning."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView

from ui import scale
from ui.icons import icon
from ui.palette import DARK, LIGHT, TOKENS, Colours, colours, contrast, use

__all__ = [
    "DARK",
    "LIGHT",
    "TOKENS",
    "Colours",
    "apply",
    "colours",
    "contrast",
    "icon",
    "keep_rows",
    "numbers",
    "row",
    "sized",
]

FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
MARKS = Path(__file__).resolve().parents[1] / "resources" / "marks"
"""Arrows of fields and ticks of boxes: those of the style are lost or unseen on our grounds."""
LEAST_ROW = 6 * scale.UNIT


def apply(app: QApplication, chosen: Colours) -> None:
    """Give the application these colours, the Fusion style and the font of the density."""
    use(chosen)
    before, sheet = app.styleSheet(), style_sheet(chosen)
    if before == sheet:
        return  # every widget there is would be polished again
    if not before:  # a sheet hides the style's name: asked for then, it would be set again
        app.setStyle("Fusion")
    app.setFont(_screen_font())
    app.setPalette(palette(chosen))
    app.setStyleSheet(sheet)


def numbers(points: int = scale.BODY, bold: bool = False) -> QFont:
    """The font for times and counts: every digit is as wide as the next.

    `points` are those of the normal density. A widget that is given it in the usual size follows
    the density by itself; another size is followed up by ui/looks.py.
    """
    font = QFont()
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setBold(bold)
    if points != scale.BODY:
        font.setPointSize(scale.points(points))
    return font


def sized(points: int) -> QFont:
    """The screen's font in so many points of the normal density."""
    font = QFont()
    font.setPointSize(scale.points(points))
    return font


def row() -> int:
    """Height of a table's row in pixels in the density in force, whatever the screen's dpi."""
    now, text = scale.density(), QFontMetrics(QFont()).height()
    least = LEAST_ROW if now is scale.NORMAL else 0
    return max(least, text + 2 * now.air)


def keep_rows(table: QTableView) -> None:
    """Keep the table's rows as high as row() says, also when the density changes."""
    _Rows(table)


class _Rows(QObject):
    """Gives a table its rows' height again when its font changes."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._head: QHeaderView = table.verticalHeader()
        table.installEventFilter(self)
        self._give()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._give()
        return False

    def _give(self) -> None:
        self._head.setMinimumSectionSize(row())
        self._head.setDefaultSectionSize(row())


def palette(chosen: Colours) -> QPalette:
    """The palette of a theme for the Fusion style."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, token in (
        (role.Window, "background"),
        (role.WindowText, "text"),
        (role.Base, "panel"),
        (role.AlternateBase, "raised"),
        (role.Text, "text"),
        (role.Button, "raised"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "dim"),
        (role.Highlight, "selection"),
        (role.HighlightedText, "text"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Light, "line"),
        (role.Mid, "line"),
        (role.Dark, "background"),
        (role.Shadow, "background"),
        (role.Midlight, "line"),
    ):
        made.setColor(where, chosen.colour(token))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, where, chosen.colour("dim"))
    return made


def style_sheet(chosen: Colours) -> str:
    """The little that a palette cannot say: lines, headers, focus, dense menus and docks."""
    measures: dict[str, object] = {"head": scale.density().air - 1, "density": scale.density().name}
    measures |= {"marks": MARKS.as_posix(), "ground": chosen.name.split("-")[0]}
    measures |= {"docks": QCoreApplication.translate("Looks", "同一位置的面板")}
    measures |= {"menus": QCoreApplication.translate("Looks", "其余菜单")}
    return _SHEET % (measures | {one.name: getattr(chosen, one.name) for one in fields(chosen)})


def _screen_font() -> QFont:
    present = set(QFontDatabase.families())
    font = QFont(QApplication.font())
    known = [family for family in FAMILIES if family in present]
    if known:
        font.setFamilies(known)
    font.setPointSize(scale.points())
    return font


_SHEET = """
/* %(density)s */
QMainWindow::separator { background: %(background)s; width: 4px; height: 4px; }
QMainWindow::separator:hover { background: %(accent)s; }
MessageBar { border: 0; border-left: 4px solid transparent; }
MessageBar[kind="bug"] { border-left-color: %(danger)s; background: %(raised)s; }
MessageBar[kind="warning"], MessageBar[kind="refusal"] { border-left-color: %(warning)s;
  background: %(raised)s; }
MessageBar[kind="bug"] QLabel#word { color: %(danger)s; }
MessageBar[kind="warning"] QLabel#word, MessageBar[kind="refusal"] QLabel#word {
  color: %(warning)s; }
Title { background: %(raised)s; border-bottom: 1px solid %(line)s; }
Title QLabel#key { color: %(dim)s; }
Title QLabel#drill { color: %(background)s; background: %(warning)s; padding: 0 5px; }
Title[active="true"] QLabel#title { color: %(accent)s; }
QMenuBar { background: %(panel)s; border-bottom: 1px solid %(line)s; }
QMenuBar::item { padding: 3px 9px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: %(selection)s; }
QMenu { background: %(panel)s; border: 1px solid %(line)s; }
QMenu::item { padding: 4px 22px 4px 26px; }
QMenu::item:disabled { color: %(dim)s; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: %(line)s; margin: 3px 8px; }
QToolBar { background: %(panel)s; border: 0; border-bottom: 1px solid %(line)s; padding: 0; }
QStatusBar { background: %(panel)s; border-top: 1px solid %(line)s; }
QStatusBar::item { border: 0; }
QToolTip { background: %(raised)s; color: %(text)s; border: 1px solid %(line)s; padding: 3px; }
QTabBar { qproperty-drawBase: 0; }
QMainWindow > QTabBar { qproperty-accessibleName: "%(docks)s"; qproperty-elideMode: ElideNone; }
QMenuBar > QToolButton { qproperty-accessibleName: "%(menus)s"; }
QTabBar::tab { background: %(background)s; color: %(dim)s; padding: 3px 12px; border: 0;
  border-top: 2px solid transparent; }
QTabBar::tab:selected { background: %(panel)s; color: %(text)s; border-top-color: %(accent)s; }
QAbstractItemView { border: 1px solid transparent; outline: 0; gridline-color: %(line)s;
  selection-background-color: %(selection)s; selection-color: %(text)s; }
QHeaderView { background: %(raised)s; border: 0; }
QHeaderView::section { background: %(raised)s; color: %(dim)s; padding: %(head)spx 6px;
  font-weight: normal; border: 0; border-right: 1px solid %(line)s;
  border-bottom: 1px solid %(line)s; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: %(background)s;
  border: 1px solid %(line)s; border-radius: 2px; padding: 2px 5px; }
QComboBox { padding: 2px 0 2px 4px; }
QComboBox::drop-down, QDateTimeEdit::drop-down, QAbstractSpinBox::up-button,
QAbstractSpinBox::down-button { border: 0; background: transparent; width: 16px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow, QAbstractSpinBox::down-arrow {
  image: url("%(marks)s/down-%(ground)s.png"); width: 10px; height: 8px; }
QAbstractSpinBox::up-arrow { image: url("%(marks)s/up-%(ground)s.png"); width: 10px; height: 8px; }
QComboBox QAbstractItemView { background: %(panel)s; border: 1px solid %(line)s; }
QPushButton, QToolButton { background: %(raised)s; border: 1px solid %(line)s;
  border-radius: 2px; padding: 3px 10px; }
QToolButton { padding: 2px 5px; } ViewStrip QToolButton { padding: 2px 3px; }
QToolButton[autoRaise="true"] { background: transparent; border-color: transparent; }
QPushButton:hover, QToolButton:hover { border-color: %(accent)s; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: %(selection)s; }
QPushButton:disabled, QToolButton:disabled { color: %(dim)s; background: %(panel)s; }
QPushButton:default { border-color: %(accent)s; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus,
QPushButton:focus, QToolButton:focus, QAbstractItemView:focus, QScrollArea:focus {
  border: 1px solid %(focus)s; }
QCheckBox, QRadioButton { border: 1px solid transparent; border-radius: 2px; padding: 0 1px; }
DigitRow { border: 0; margin: 0; padding: 0; }
PicturePair, MovesView, ChartsPanel { border: 1px solid transparent; margin: 0; padding: 0; }
PicturePair:focus, MovesView:focus, ChartsPanel:focus { border-color: %(focus)s; }
QCheckBox::indicator, QRadioButton::indicator { width: 12px; height: 12px;
  border: 1px solid %(dim)s; border-radius: 2px; background: %(background)s; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %(line)s; }
QCheckBox::indicator:checked { image: url("%(marks)s/check-%(ground)s.png"); }
QRadioButton::indicator:checked { image: url("%(marks)s/dot-%(ground)s.png"); }
QCheckBox:focus, QRadioButton:focus { border-color: %(focus)s; }
QTabBar::tab:focus { color: %(focus)s; border-top-color: %(focus)s; text-decoration: underline; }
QScrollBar { background: %(panel)s; border: 0; }
QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: %(line)s; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; } QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: %(dim)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
