"""Before and after side by side under one lens: zoom, pan, fit, walk; who took it and when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.views import CaseView, PictureRef
from ui import scale
from ui.context import DeskContext
from ui.panels.darkroom import Darkroom, Shot, Size
from ui.panels.glance import Glance
from ui.panels.lens import STEP, Lens
from ui.panels.picture_pane import PicturePane

NUDGE = 0.2
"""How far an arrow moves, as a part of what is seen."""
_K = Qt.Key
_ZOOM = {_K.Key_Plus: STEP, _K.Key_Equal: STEP, _K.Key_Minus: 1 / STEP, _K.Key_Underscore: 1 / STEP}
_PAN = {
    _K.Key_Left: (-NUDGE, 0.0),
    _K.Key_Right: (NUDGE, 0.0),
    _K.Key_Up: (0.0, -NUDGE),
    _K.Key_Down: (0.0, NUDGE),
}
_WALK = {_K.Key_PageUp: -1, _K.Key_PageDown: 1}
_STEP = {_K.Key_Left: -1, _K.Key_Right: 1}


class PictureFrame(QWidget):
    """One side: its caption, ‹ › to older and newer, who took it and when, and the pane.

    `walked` tells that another of `refs` (oldest first) is wanted.
    """

    walked = Signal()

    def __init__(self, caption: str, lens: Lens) -> None:
        """No picture yet."""
        super().__init__()
        self._caption, self._title, self._whole = caption, QLabel(caption), caption
        self.pane = PicturePane(lens)
        self.pane.setAccessibleName(caption)
        self.shown, self.sharp = "", False
        self.refs: list[PictureRef] = []
        self._at, self._taken = -1, ""
        self._older = self._walker("‹", self.tr("较早的图片"), -1)
        self._newer = self._walker("›", self.tr("较新的图片"), 1)
        self._title.setEnabled(False)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*scale.NONE)
        column.setSpacing(scale.HAIR)
        head = QHBoxLayout()
        head.setSpacing(scale.HAIR)
        head.addStrut(self._older.sizeHint().height())  # both sides begin at the same height
        head.addWidget(self._title, 1)
        head.addWidget(self._older)
        head.addWidget(self._newer)
        column.addLayout(head)
        column.addWidget(self.pane, 1)

    @property
    def title(self) -> str:
        """What stands over the picture, where there is room for all of it."""
        return self._whole

    @property
    def current(self) -> PictureRef | None:
        """The picture that is to be shown."""
        return self.refs[self._at] if self.refs else None

    def offer(self, refs: list[PictureRef]) -> None:
        """Have these to walk through, the one shown before again or else the newest."""
        here, known = self.current, len(self.refs)
        self.refs = sorted(refs, key=lambda one: one.at)
        again = here in self.refs and known == len(self.refs)
        self._at = self.refs.index(here) if here and again else len(self.refs) - 1
        self._tell()

    def wait(self, sha256: str, text: str) -> None:
        """No picture but these words, until that one comes; "" for none, not a late one either."""
        self.shown, self.sharp = sha256, False
        self.pane.put(None, text)

    def say_taken(self, text: str) -> None:
        """Who took it and when, beside the caption."""
        self._taken = text
        self._tell()

    def walk(self, by: int) -> None:
        """Go to an older (-1) or newer (1) picture."""
        at = max(0, min(len(self.refs) - 1, self._at + by))
        if self.refs and at != self._at:
            self._at = at
            self._tell()
            self.walked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        taken = sum(one.width() for one in (self._older, self._newer) if not one.isHidden())
        room = max(self.width() - taken - 3 * scale.GAP, 40)
        metrics = self._title.fontMetrics()
        self._title.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def _walker(self, text: str, tip: str, by: int) -> QToolButton:
        button = QToolButton(text=text, toolTip=tip, autoRaise=True)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.walk(by))
        button.hide()
        return button

    def _tell(self) -> None:
        """Which of how many this is, by whom and when."""
        many = len(self.refs) > 1
        more = f" {self._at + 1}/{len(self.refs)}" if many else ""
        self._whole = f"{self._caption}{more}  {self._taken}".rstrip()
        self._title.setToolTip(self._whole)
        self._title.setAccessibleName(self._whole)
        self._elide()
        self._older.setVisible(many)
        self._newer.setVisible(many)
        self._older.setEnabled(self._at > 0)
        self._newer.setEnabled(self._at < len(self.refs) - 1)


class PicturePair(QGroupBox):
    """Both sides of a case's pictures; keys + − 0 1, arrows and Page keys, for both together.

    `opened` tells that they are wanted large.
    """

    opened = Signal()

    def __init__(self, desk: DeskContext, size: Size, parent: QWidget | None = None) -> None:
        """Empty until show_pictures(); pictures are decoded in this size, sharper when zoomed."""
        super().__init__(parent, flat=True)
        self.setAccessibleName(self.tr("处置前和处置后的图片"))
        self._desk, self._size, self._case = desk, size, ""
        self._glance: Glance | None = None
        self.lens, self.darkroom = Lens(self), Darkroom(desk, self)
        self.before = PictureFrame(self.tr("处置前"), self.lens)
        self.after = PictureFrame(self.tr("处置后"), self.lens)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(*scale.ROUND)
        row.setSpacing(scale.GAP)
        for frame in (self.before, self.after):
            row.addWidget(frame, 1)
            frame.walked.connect(partial(self._show_side, frame))
            frame.pane.sharper.connect(partial(self._sharpen, frame))
            frame.pane.opened.connect(self.opened)
        self.lens.changed.connect(self._blur)

    def show_pictures(self, view: CaseView, glance: Glance) -> None:
        """Ask for the newest picture of either side, or the one that was being looked at."""
        if view.case.id != self._case:
            self.lens.fit()
            self.darkroom.drop(Size.FULL)
        self._case, self._glance = view.case.id, glance
        after = [one for one in view.pictures if one.kind == "after"]
        before = [one for one in view.pictures if one.kind != "after"]
        for frame, refs in ((self.before, before), (self.after, after)):
            frame.offer(refs)
            self._show_side(frame)

    def clear(self) -> None:
        """Show nothing."""
        self._case = ""
        for frame in (self.before, self.after):
            frame.offer([])
            frame.say_taken("")
            frame.wait("", "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._pressed(_K(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _pressed(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        frame = self.after if held & Qt.KeyboardModifier.ShiftModifier else self.before
        if key in _ZOOM:
            self.lens.zoom_by(_ZOOM[key])
        elif key == _K.Key_0:
            self.lens.fit()
        elif key == _K.Key_1:
            self.lens.zoom_to(max(one.pane.full_zoom() for one in self._filled()))
        elif key in _WALK:
            frame.walk(_WALK[key])
        elif key in _PAN and not self.lens.whole:
            self.lens.pan(*_PAN[key])
        elif key in _STEP:
            frame.walk(_STEP[key])
        elif key in (_K.Key_Return, _K.Key_Enter):
            self.opened.emit()
        else:
            return False
        return True

    def _filled(self) -> list[PictureFrame]:
        both = [self.before, self.after]
        return [one for one in both if not one.pane.image.isNull()] or both

    def _show_side(self, frame: PictureFrame) -> None:
        wanted = frame.current
        frame.say_taken("" if wanted is None else self._taken(wanted))
        if wanted is None:
            before = frame is self.before
            nothing = self.tr("无图 · Ctrl+V 粘贴") if before else self.tr("无图 · 反馈时添加")
            frame.wait("", nothing)
        elif wanted.gone:
            frame.wait("", self.tr("已按期清除"))
        else:
            if frame.shown != wanted.sha256:
                frame.wait(wanted.sha256, self.tr("正在取图…"))
            if not frame.sharp:
                self._fetch(frame, self._size)

    def _taken(self, ref: PictureRef) -> str:
        assert self._glance is not None
        return f"{self._glance.at(ref.at)} {self._glance.who(ref.by)}"

    def _fetch(self, frame: PictureFrame, size: Size) -> None:
        got = partial(self._got, frame, frame.shown)
        self.darkroom.want(self._case, frame.shown, size, got)

    def _got(self, frame: PictureFrame, sha256: str, shot: Shot | None) -> None:
        if frame.shown == sha256:
            lost = self.tr("✕ 取不到图片") if shot is None else self.tr("✕ 图片已损坏，无法显示")
            frame.pane.put(shot, lost)

    def _sharpen(self, frame: PictureFrame) -> None:
        """Zoomed beyond what is decoded: every pixel is wanted."""
        if frame.shown and not frame.sharp and not self.lens.whole:
            frame.sharp = True
            self._fetch(frame, Size.FULL)

    def _blur(self) -> None:
        """The whole picture again: what was decoded for the zoom is let go of."""
        if not self.lens.whole:
            return
        self.darkroom.drop(Size.FULL)
        for frame in (self.before, self.after):
            if frame.sharp:
                frame.sharp = False
                self._fetch(frame, self._size)
