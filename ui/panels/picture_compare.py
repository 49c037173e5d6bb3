"""A case's pictures large, in a panel of their own: before and after under one lens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from commandcenter.services.views import AskCase, Board, CaseView, Changes
from ui import scale, words
from ui.context import DeskContext
from ui.panels.case_html import dim, strong
from ui.panels.darkroom import Size
from ui.panels.glance import Glance
from ui.panels.picture_pair import PicturePair


class ComparePanel(QWidget):
    """Follows the selection while it is seen; Esc leaves, and `left` tells so."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Asks for nothing before it is seen."""
        super().__init__(parent)
        self._desk = desk
        self._names = words.names_of(desk.reference)
        self.pair = PicturePair(desk, Size.LARGE)
        self._lay_out()
        desk.selection.case.connect(self._select)
        self.pair.lens.changed.connect(self._tell_zoom)

    def load(self, board: Board) -> None:
        """Learn the names of the teams."""
        self._names = words.names_of(self._desk.reference, board.teams)

    def apply(self, changes: Changes) -> None:
        """Ask again when the feed names the case."""
        case = self._desk.selection.current_case
        if any(entry.subject == case for entry in changes.entries):
            self._select(case)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._select(self._desk.selection.current_case)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen keeps no pictures."""
        super().hideEvent(event)
        self.pair.clear()
        self.pair.lens.fit()
        self.pair.darkroom.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _select(self, case: str) -> None:
        if not self.isVisible():
            return
        if case:
            self._desk.ask("pictures.view", AskCase(case=case), self._show)
        else:
            self.pair.clear()
            self._head.setText(dim(self.tr("在队列或地图上选一件案卷，这里并排看处置前后的图片")))

    def _show(self, view: object) -> None:
        assert isinstance(view, CaseView)
        if view.case.id != self._desk.selection.current_case or not self.isVisible():
            return
        glance = Glance(self._desk.now(), self._desk.clock.zone, self._names)
        number = words.short_number(view.case.number) or self.tr("未编号")
        item = self._names.get(view.case.item, view.case.item)
        text = f"{item} {words.word(view.case.state)} · {view.case.place}"
        self._head.setText(f"{strong(number, 'accent')} {dim(text)}")
        self.pair.show_pictures(view, glance)

    def _tell_zoom(self) -> None:
        lens = self.pair.lens
        shown = self.tr("全图") if lens.whole else f"{lens.zoom:.1f}×"
        self._zoom.setText(shown)

    def _lay_out(self) -> None:
        self.setObjectName("pictures.compare")
        self.setAccessibleName(self.tr("图片对比"))
        self._head, self._zoom = QLabel(), QLabel(self.tr("全图"))
        self._head.setWordWrap(True)
        self._zoom.setObjectName("pictures.zoom")
        hint = QLabel(
            self.tr(
                "＋ − 缩放 · 0 全图 · 1 原大 · ←→↑↓ 移动 · PgUp PgDn 处置前翻看 · "
                "Shift+PgUp PgDn 处置后翻看 · Esc 离开"
            )
        )
        hint.setWordWrap(True)
        hint.setEnabled(False)
        head, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(*scale.FORM)
        head.addWidget(self._head, 1)
        head.addWidget(self._zoom)
        column.addLayout(head)
        column.addWidget(self.pair, 1)
        column.addWidget(hint)
        self.setFocusProxy(self.pair)
