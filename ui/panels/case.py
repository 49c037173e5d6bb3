"""The case panel: head with lamps, story, facts, pictures, and what may be done by which key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import AddNote, Picture
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskCase, Board, CaseView, Changes, Reference
from ui import words
from ui.context import DeskContext
from ui.panels.case_facts import Glance, facts_page, story_page, whole_page
from ui.panels.case_head import CaseHead
from ui.panels.case_moves import MovesView
from ui.panels.case_pictures import CasePictures
from ui.panels.case_text import Nothing, TextPart
from ui.panels.pictures import check
from ui.panels.step_note import NoteLabel

TICK_MS = 1000
WIDE = 980
LEAST_HEIGHT = 200
NARROW = 640
WORKED = frozenset({CaseState.FEEDBACK, CaseState.CHECKING, CaseState.CALLBACK})


class CasePanel(QWidget):
    """Shows the selected case and follows it by the feed; keeps where one was reading."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing until a case is selected."""
        super().__init__(parent)
        self._desk = desk
        self._view: CaseView | None = None
        self._names = words.names_of(desk.reference)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        desk.selection.case.connect(self._select)
        desk.selection.part.connect(lambda part: self._draw())
        self._pictures.added.connect(self._keep_picture)
        self._select(desk.selection.current_case)

    def load(self, board: Board) -> None:
        """Learn the names of the teams."""
        self._names = words.names_of(self._desk.reference, board.teams)
        self._draw()

    def apply(self, changes: Changes) -> None:
        """Ask again when the feed names the case or an officer of it, by whom the law goes.

        One that is nobody's here any more is let go of.
        """
        case = self._desk.selection.current_case
        if case in changes.gone:
            self._desk.selection.set_case("")
            return
        crew = {key for task in self._view.tasks for key in task.officers} if self._view else set()
        named = any(line.id == case for line in changes.cases)
        named = named or any(one.id in crew for one in changes.officers)
        if case and (named or any(entry.subject == case for entry in changes.entries)):
            self._ask(case)

    def refer(self, reference: Reference) -> None:
        """Tables were changed: written anew by the new names."""
        self._names = {**self._names, **words.names_of(reference)}
        self._draw()

    def ask_again(self) -> None:
        """Ask for the case anew, of which an old answer may be shown."""
        if self._desk.selection.current_case:
            self._ask(self._desk.selection.current_case)

    def show_strip(self, text: str) -> None:
        """Say over the case what is not done yet or not known here; "" for nothing."""
        if text:
            self._strip.warn(text)
        else:
            self._strip.clear()

    def set_theme(self, chosen: object) -> None:
        """Write everything anew in the colours in force."""
        self._moves.clear()
        self._draw()

    def rekeyed(self) -> None:
        """Keys were changed: moves and links name those in force."""
        self._moves.clear()
        self._draw()

    @property
    def view(self) -> CaseView | None:
        """The case as it is shown."""
        return self._view

    def minimumSizeHint(self) -> QSize:
        """Less than the head's own wish, which counts its lines as if they were narrowest."""
        return QSize(super().minimumSizeHint().width(), LEAST_HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if (event.oldSize().width() < NARROW) != (event.size().width() < NARROW):
            self._draw()

    def _select(self, case: str) -> None:
        if not case:
            self._view = None
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._ask(case)

    def _ask(self, case: str) -> None:
        self._desk.ask("case.view", AskCase(case=case), self._show)

    def _show(self, view: object) -> None:
        assert isinstance(view, CaseView)
        if view.case.id != self._desk.selection.current_case:
            return
        another = self._view is None or self._view.case.id != view.case.id
        self._view = view
        self._stack.setCurrentWidget(self._whole)
        self._draw(keep=not another)
        self._pictures.show_case(view)
        self._arrange()

    def _draw(self, keep: bool = True) -> None:
        if self._view is None:
            return
        view, glance = self._view, self._glance()
        self._head.show_case(view.case, self._item(), self._place(), glance)
        whole = self.width() < NARROW
        self._story.write(story_page(view, glance), keep)
        self._facts.write(whole_page(view, glance) if whole else facts_page(view, glance), keep)
        self._moves.show_moves(view, self._desk.roles, self._desk.now())

    def _tick(self) -> None:
        if self._view is None:
            return
        self._head.tick(self._view.case, self._glance())
        caller, now = self._view.complainant, self._desk.now()
        self._moves.show_moves(self._view, self._desk.roles, now)
        ends = [self._view.undo_until, caller.open_until if caller else None]
        if any(end is not None and now >= end for end in ends):
            self._ask(self._view.case.id)

    def _glance(self) -> Glance:
        desk = self._desk
        return Glance(desk.now(), desk.clock.zone, self._names, desk.selection.current_part)

    def _item(self) -> str:
        assert self._view is not None
        return self._names.get(self._view.case.item, self._view.case.item)

    def _place(self) -> str:
        assert self._view is not None
        case = self._view.case
        community = self._names.get(case.community or "", "")
        grid = words.short_grid(case.grid)
        known = "" if community and case.place.startswith(community) else community
        where = f"{known}{case.place}"
        return where + (self.tr("（网格 %1）").replace("%1", grid) if grid else "")

    def _follow(self, url: QUrl) -> None:
        kind, action, part = (*url.toString().split(":", 2), "", "")[:3]
        if kind != "do":
            return
        picked = "" if action == "part" and part == self._desk.selection.current_part else part
        self._desk.selection.set_part(picked)
        if action != "part":
            self._desk.start(action)

    def _keep_picture(self, data: bytes) -> None:
        try:
            check(data)
        except Refusal as no:
            self._desk.say("refusal", words.refusal(no.code, no.values))
            return
        case = self._desk.selection.current_case
        keep = partial(self._desk.keep_picture, data)
        self._desk.worker.run(keep, partial(self._add_picture, case), owner=self)

    def _add_picture(self, case: str, sha256: str) -> None:
        if self._view is None or self._view.case.id != case:
            return
        kind = "after" if self._view.case.state in WORKED else "scene"
        picture = Picture(sha256=sha256, kind=kind)
        seen, note = self._view.case.version, self.tr("添图片")
        self._desk.do(AddNote(case=case, seen=seen, words=note, pictures=(picture,)))

    def _arrange(self) -> None:
        """Pictures stand in a column of their own where there is room, else under the moves."""
        wide = self.width() >= WIDE
        home = self._columns if wide else self._side
        if self._pictures.parent() is not home:
            place = 2 if wide else 1
            home.insertWidget(place, self._pictures)
            shares = (28, 32, 22, 18) if wide else (30, 33, 37)
            self._columns.setSizes([self.width() * share // 100 for share in shares])
            self._side.setSizes([self.height() // 2, self.height() // 3])
        self._story.setVisible(self.width() >= NARROW)
        self.setFocusProxy(self._story if self.width() >= NARROW else self._facts)
        self._pictures.setVisible(wide or bool(self._view and self._view.pictures))

    def _lay_out(self) -> None:
        self.setObjectName("case")
        self._head, self._nothing = CaseHead(), Nothing(self.tr("在列表或地图上选一件案卷"))
        self._strip = NoteLabel()
        self._strip.setObjectName("case.strip")
        self._story = TextPart("case.story", self.tr("经过"))
        self._facts = TextPart("case.facts", self.tr("情况"))
        self._facts.anchorClicked.connect(self._follow)
        self._moves = MovesView(self._desk.start)
        self._pictures = CasePictures(self._desk)
        self._side = QSplitter(Qt.Orientation.Vertical)
        self._side.addWidget(self._moves)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for part in (self._story, self._facts, self._side):
            self._columns.addWidget(part)
        for splitter in (self._side, self._columns):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
        self._whole, self._stack = QWidget(), QStackedWidget()
        whole, column = QVBoxLayout(self._whole), QVBoxLayout(self)
        for box in (whole, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._strip)
        whole.addWidget(self._columns, 1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._whole)
        column.addWidget(self._stack)
        self.setFocusProxy(self._story)
