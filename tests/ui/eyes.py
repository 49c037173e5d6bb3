"""What eyes, hands and screen readers would find wrong with the widgets that are on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

CHINESE = re.compile(r"[\u4e00-\u9fff]")
TAG = re.compile(r"</?[a-z]+[^>]*>")
NO_KIND = (QAccessible.Role.NoRole, QAccessible.Role.Client)
SLACK = 1
"""Pixels by which rounding may be wrong."""


def seen(root: QWidget) -> Iterator[QWidget]:
    """Every widget below this one that is on the screen, or would be when scrolled to."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.window() is root.window() and _reachable(widget):
            yield widget


def _reachable(widget: QWidget) -> bool:
    """False behind the tab of another panel."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, QDockWidget) and not above.isFloating():
            return not above.visibleRegion().isEmpty()
        above = above.parentWidget()
    return True


def cut(root: QWidget) -> list[str]:
    """Every text that has less room than it wants and does not say itself in a tooltip."""
    found = []
    for widget in seen(root):
        if said := _lack(widget):
            found.append(f"{place(widget)}: {said}")
    return found


def place(widget: QWidget) -> str:
    """Where a widget is, for who must find it: panel, kind, name."""
    names, above = [], widget.parentWidget()
    while above is not None and not isinstance(above, QMainWindow):
        if above.objectName() and not above.objectName().startswith("qt_"):
            names.append(above.objectName())
        above = above.parentWidget()
    own = f"{type(widget).__name__}[{widget.objectName()}]"
    return "/".join([*reversed(names[-2:]), own])


def _lack(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _label(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        return _button(widget)
    if isinstance(widget, QComboBox):
        return _box(widget)
    if isinstance(widget, QTabBar):
        return _tabs(widget)
    if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        return _heads(widget)
    if isinstance(widget, QLineEdit) and not isinstance(widget.parent(), QAbstractSpinBox):
        return _hint(widget)
    return ""


def _label(label: QLabel) -> str:
    text = label.text()
    if not text or label.toolTip() or (label.pixmap() and not label.pixmap().isNull()):
        return ""
    room = label.contentsRect().adjusted(label.margin(), 0, -label.margin(), 0)
    need = _need(label, text, room.width())
    plain = unescape(TAG.sub("", text))
    if need.width() > room.width() + SLACK:
        return f"{plain[:30]!r} wants {need.width()} of {room.width()} px"
    if need.height() > room.height() + SLACK:
        return f"{plain[:30]!r} wants {need.height()} of {room.height()} px in height"
    return ""


def _need(label: QLabel, text: str, width: int) -> QSize:
    rich = label.textFormat() is Qt.TextFormat.RichText or (
        label.textFormat() is Qt.TextFormat.AutoText and bool(TAG.search(text))
    )
    if rich:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(label.font())
        made.setHtml(text)
        if label.wordWrap():
            made.setTextWidth(width)
        return QSize(int(made.idealWidth()), int(made.size().height()))
    flags = Qt.TextFlag.TextShowMnemonic
    if label.wordWrap():
        flags |= Qt.TextFlag.TextWordWrap
    box = QRect(0, 0, width if label.wordWrap() else 100_000, 100_000)
    return label.fontMetrics().boundingRect(box, int(flags.value), text).size()


def _button(button: QAbstractButton) -> str:
    if button.toolTip() and isinstance(button, QToolButton):
        return ""
    need = button.minimumSizeHint()
    words = button.text().replace("&", "")
    if not isinstance(button, (QPushButton, QToolButton)):
        need = button.sizeHint()
    if need.width() > button.width() + SLACK:
        return f"{words!r} wants {need.width()} of {button.width()} px"
    if button.fontMetrics().height() > button.height():
        return f"{words!r} is {button.height()} px high"
    return ""


def _box(box: QComboBox) -> str:
    if box.toolTip() or box.property(TELLS):
        return ""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box)
    wide = box.fontMetrics().horizontalAdvance(box.currentText())
    if not option.currentIcon.isNull():
        wide += box.iconSize().width() + 4
    if wide > room.width() + SLACK:
        return f"{box.currentText()!r} wants {wide} of {room.width()} px"
    return ""


def _tabs(bar: QTabBar) -> str:
    for at in range(bar.count()):
        need = bar.fontMetrics().horizontalAdvance(bar.tabText(at).replace("&", ""))
        room = bar.tabRect(at).width()
        if bar.isTabVisible(at) and need > room and not bar.tabToolTip(at):
            return f"tab {bar.tabText(at)!r} wants {need} of {room} px"
    return ""


TELLS = "tells_whole"
"""The property of a widget that ui/tips.py watches: what is cut there says itself whole."""


def _heads(head: QHeaderView) -> str:
    model = head.model()
    if model is None or head.property(TELLS):
        return ""
    margin = 2 * (head.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin) + 1)
    for at in range(head.count()):
        if head.isSectionHidden(at):
            continue
        text = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        need = head.fontMetrics().horizontalAdvance(text) + margin
        tip = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if text and need > head.sectionSize(at) + SLACK and not tip:
            return f"column {text!r} wants {need} of {head.sectionSize(at)} px"
    return ""


def _hint(field: QLineEdit) -> str:
    if field.text() or field.toolTip() or field.property(TELLS):
        return ""
    need = field.fontMetrics().horizontalAdvance(field.placeholderText())
    room = field.contentsRect().width() - 4
    return f"hint {field.placeholderText()!r} wants {need} of {room} px" if need > room else ""


def outside(root: QWidget) -> list[str]:
    """Every control that lies wholly or partly outside what holds it and cannot be scrolled to."""
    found = []
    for widget in seen(root):
        if not isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit)):
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        rect, above = widget.rect(), widget.parentWidget()
        while above is not None and not isinstance(above, QMainWindow):
            if isinstance(above.parentWidget(), QAbstractScrollArea):
                break
            at = QRect(widget.mapTo(above, QPoint(0, 0)), rect.size())
            if not above.rect().adjusted(-2, -2, 2, 2).contains(at):
                found.append(f"{place(widget)}: {at.getRect()} is not within {above.size()}")
                break
            above = above.parentWidget()
    return found


def focusable(root: QWidget) -> list[QWidget]:
    """What the keyboard can come to, on the screen now."""
    return [
        widget
        for widget in seen(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget, (QMenu, QMenuBar))
        and not (isinstance(widget, QTabBar) and not widget.count())  # Qt keeps those of docks
        and type(widget.parentWidget()).__name__ != "QWebEngineView"  # the page speaks itself
    ]


def unnamed(root: QWidget) -> list[str]:
    """Every control that a screen reader could not name, or does not know the kind of."""
    found = []
    buttons = [one for one in seen(root) if isinstance(one, QAbstractButton)]
    for widget in dict.fromkeys([*focusable(root), *buttons]):
        told = QAccessible.queryAccessibleInterface(widget)
        if told is None:
            found.append(f"{place(widget)}: no interface")
            continue
        name = told.text(QAccessible.Text.Name).strip()
        if not name or name == widget.objectName() or not re.search(r"\w", name):
            found.append(f"{place(widget)}: name {name!r}")
        elif told.role() in NO_KIND and not isinstance(widget, QAbstractScrollArea):
            found.append(f"{place(widget)}: {name!r} has the role {told.role().name}")
    return found


def tab_order(root: QWidget) -> list[QWidget]:
    """What Tab would come to within this widget, in its order."""
    order, at = [], root.nextInFocusChain()
    wanted = set(focusable(root))
    while at is not root and at is not None:
        if at in wanted:
            order.append(at)
        at = at.nextInFocusChain()
    return order


def backwards(root: QWidget) -> list[str]:
    """Every step of Tab that goes up by more than a line without going to another column."""
    found = []
    order = tab_order(root)
    for one, other in pairwise(order):
        a = QRect(one.mapTo(root, QPoint(0, 0)), one.size())
        b = QRect(other.mapTo(root, QPoint(0, 0)), other.size())
        overlap = min(a.right(), b.right()) - max(a.left(), b.left())
        if overlap > 0 and b.bottom() <= a.top():
            found.append(f"{place(one)} -> {place(other)}")
    return found


def unmarked(widget: QWidget) -> str:
    """Empty when the focus on this widget changes what is painted of it or of its panel."""
    window = widget.window()
    others = [one for one in focusable(window) if one is not widget]
    others[0].setFocus() if others else widget.clearFocus()
    QApplication.processEvents()
    at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    before = window.grab(at).toImage(), widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = window.grab(at).toImage(), widget.grab().toImage()  # it may be scrolled out of sight
    return place(widget) if widget.hasFocus() and before == after else ""
