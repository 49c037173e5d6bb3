"""The case panel: head, what comes next and was promised, the steps, story, facts, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.commands import AddNote, Picture
from commandcenter.domain.course import Course
from commandcenter.domain.person import Person
from commandcenter.services.views import AskCase, Board, CaseLine, CaseView, Changes, Reference
from ui import words
from ui.context import DeskContext
from ui.models.closed import closed
from ui.panels.case_facts import facts_page
from ui.panels.case_head import CaseHead, head_facts
from ui.panels.case_html import line
from ui.panels.case_moves import MovesView
from ui.panels.case_next import MOST_SHOWN, NextLines
from ui.panels.case_pictures import CasePictures
from ui.panels.case_sections import FACTS, MOVES, PICTURES, STORY, Room, Sections
from ui.panels.case_story import ALL, MOST_TOLD, story_page
from ui.panels.case_strip import StageStrip
from ui.panels.case_text import FactPart, Nothing
from ui.panels.glance import Glance
from ui.panels.pictures_source import Source
from ui.panels.step_note import NoteLabel
from ui.scale import NONE

TICK_MS = 1000
LEAST_WIDTH, LEAST_HEIGHT = 300, 200
_TURN = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
WORKED = frozenset({CaseState.FEEDBACK, CaseState.CHECKING, CaseState.CALLBACK})


class CasePanel(QWidget):
    """Shows the selected case and follows it by the feed; keeps where one was reading."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing until a case is selected."""
        super().__init__(parent)
        self._desk = desk
        self._view: CaseView | None = None
        self._names = words.names_of(desk.reference)
        self._posts: dict[str, str] = {}
        self._owed = self._whole_story = False
        self._over: frozenset[datetime] = frozenset()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        desk.selection.case.connect(self._select)
        desk.selection.part.connect(lambda part: self._draw())
        self._pictures.added.connect(self._keep_picture)
        self._pictures.opened.connect(partial(desk.go, "pictures"))
        self._select(desk.selection.current_case)

    def load(self, board: Board) -> None:
        """Learn the names of the teams."""
        self._names = words.names_of(self._desk.reference, board.teams)
        self._learn(board.people)
        self._draw()

    def apply(self, changes: Changes) -> None:
        """Ask again when the feed names the case or an officer of it, by whom the law goes.

        One that is nobody's here any more is let go of.
        """
        self._learn(changes.people)
        case = self._desk.selection.current_case
        if case in changes.gone:
            self._desk.selection.set_case("")
            return
        crew = {key for task in self._view.tasks for key in task.officers} if self._view else set()
        named = any(line.id == case for line in changes.cases)
        named = named or any(one.id in crew for one in changes.officers)
        if case and (named or any(entry.subject == case for entry in changes.entries)):
            self._ask(case)

    def _learn(self, people: Iterable[Person]) -> None:
        """What these are: of which unit, or in which office."""
        for one in people:
            office = words.word(one.roles[0]) if one.roles else ""
            self._posts[one.id] = self._names.get(one.unit, one.unit) if one.unit else office

    def refer(self, reference: Reference) -> None:
        """Tables were changed: written anew by the new names."""
        self._names = {**self._names, **words.names_of(reference)}
        self._draw()

    def relinked(self) -> None:
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
        """Less than what the parts wish together: one alone is shown where no more fit."""
        return QSize(LEAST_WIDTH, LEAST_HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        if self._owed:
            self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.arrange(event.size().width(), event.size().height())
        self._head.brief(self.parts.room is Room.ONE)
        self.setFocusProxy(self.parts.taker())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab or an arrow that the part itself does not want goes to the next part."""
        by = {**_TURN, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.parts.go(by)

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
        self._view = closed(view, self._desk.now())
        self._whole_story = self._whole_story and not another
        self._stack.setCurrentWidget(self._whole)
        self._draw(keep=not another)

    def _draw(self, keep: bool = True) -> None:
        """Write what is to be seen; the rest is written when it comes into sight."""
        if self._view is None:
            return
        self._owed = not self.isVisible()
        if self._owed:
            return
        view, glance, course = self._view, self._glance(), self._course()
        self._head.show_case(view.case, self._item(), self._place(), glance)
        self._above(view, glance, course)
        if self.parts.shows(STORY):
            self._tell_story(glance, course, keep)
        if self.parts.shows(FACTS):
            told = line(head_facts(view.case, glance)) if self.parts.room is Room.ONE else ""
            self._facts.write(told + facts_page(view, glance), keep)
        self._moves.show_moves(view, self._desk.roles, glance.now, self.parts.shows(MOVES))
        self.parts.say_pictures(len(view.pictures))
        if self.parts.shows(PICTURES):
            self._pictures.show_pictures(view, glance)

    def _tell_story(self, glance: Glance, course: Course | None, keep: bool) -> None:
        """Where there is room for one part, the strip right above it tells what runs."""
        assert self._view is not None
        running = self.parts.room is not Room.ONE
        most = len(self._view.story) if self._whole_story else MOST_TOLD
        self._story.write(story_page(self._view, glance, course, running, most), keep)

    def _above(self, view: CaseView, glance: Glance, course: Course | None) -> None:
        most = 1 if self.parts.room is Room.ONE else MOST_SHOWN
        self._next.show_case(view, glance, course, self._desk.roles, most)
        self._steps.show_course(course)

    def _course(self) -> Course | None:
        """The course as of now: what runs has used more since it was asked for."""
        course = self._view.course if self._view else None
        return course.later(self._desk.now(), self._desk.clock) if course else None

    def _tick(self) -> None:
        if self._view is None:
            return
        glance, course, caller = self._glance(), self._course(), self._view.complainant
        now = glance.now
        self._head.tick(self._view.case, glance)
        self._above(self._view, glance, course)
        if self.parts.shows(STORY):
            self._tell_story(glance, course, True)
        self._moves.show_moves(self._view, self._desk.roles, now, self.parts.shows(MOVES))
        ends = {self._view.undo_until, caller.open_until if caller else None}
        over = frozenset(end for end in ends if end is not None and now >= end)
        if over - self._over:  # asked for once: an answer from memory has the same end
            self._view = closed(self._view, now)
            self._draw()
            self._ask(self._view.case.id)
        self._over = over

    def _glance(self) -> Glance:
        desk = self._desk
        part = desk.selection.current_part
        return Glance(desk.now(), desk.clock.zone, self._names, part, self._posts)

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

    def _follow(self, url: str) -> None:
        kind, action, part = (*url.split(":", 2), "", "")[:3]
        if kind != "do":
            return
        if action == ALL:
            self._whole_story = True
            self._draw()
            return
        picked = "" if action == "part" and part == self._desk.selection.current_part else part
        self._desk.selection.set_part(picked)
        if action != "part":
            self._desk.start(action)

    def _keep_picture(self, source: Source) -> None:
        """Read and keep it on the worker; a refusal is said in the bar by itself."""
        if self._view is None or self._view.case.id != self._desk.selection.current_case:
            self._desk.say("warning", self.tr("这件还没有读到，图片没有收；请稍候再添"))
            return
        keep = self._desk.keep_picture
        self._desk.say("info", self.tr("正在读取图片…"))
        done = partial(self._add_picture, self._view.case, self._desk.who)
        self._desk.worker.run(lambda: keep(source()), done, owner=self)

    def _add_picture(self, case: Case, who: str, sha256: str) -> None:
        """To the case on which it was put, as that stands now: the hand may be at another."""
        shown = (self._view.case,) if self._view else ()
        known: list[Case | CaseLine] = [case]
        known += (one for one in (*shown, *self._desk.cases()) if one.id == case.id)
        now = max(known, key=lambda one: one.version)
        picture = Picture(sha256=sha256, kind="after" if now.state in WORKED else "scene")
        note = AddNote(case=case.id, seen=now.version, words=self.tr("添图片"), pictures=(picture,))
        self._desk.worker.do(note, who)

    def _turned(self) -> None:
        """Another part came into sight."""
        self.setFocusProxy(self.parts.taker())
        self._draw()

    def _lay_out(self) -> None:
        self.setObjectName("case")
        self._head, self._steps, self._next = CaseHead(), StageStrip(), NextLines()
        self._nothing = Nothing(
            self.tr("在队列或地图上选一件案卷，这里就显示它的经过、下一步和承诺")
        )
        self._strip = NoteLabel()
        self._strip.setObjectName("case.strip")
        self._story = FactPart("case.story", self.tr("经过"))
        self._facts = FactPart("case.facts", self.tr("情况"))
        for part in (self._story, self._facts):
            part.anchorClicked.connect(lambda url: self._follow(url.toString()))
        self._next.followed.connect(self._follow)
        self._moves = MovesView(self._desk.start)
        self._pictures = CasePictures(self._desk)
        self.parts = Sections(
            {
                STORY: (self.tr("经过"), self._story),
                FACTS: (self.tr("情况"), self._facts),
                MOVES: (self.tr("可办"), self._moves),
                PICTURES: (self.tr("图片"), self._pictures),
            }
        )
        self.parts.changed.connect(self._turned)
        self._whole, self._stack = QWidget(), QStackedWidget()
        whole, column = QVBoxLayout(self._whole), QVBoxLayout(self)
        for box in (whole, column):
            box.setContentsMargins(*NONE)
            box.setSpacing(0)
        for widget in (self._head, self._strip, self._next, self._steps):
            whole.addWidget(widget)
        whole.addWidget(self.parts, 1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._whole)
        column.addWidget(self._stack)
