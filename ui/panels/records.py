"""Emergencies that were: a list, each one whole, its review report, the purge of its data."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.commands import RecordReview
from commandcenter.domain.emergency import Emergency, Phase
from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import (
    AskEmergencies,
    AskEmergency,
    Emergencies,
    EmergencyView,
)
from commandcenter.services.review_views import AskReview, Review
from commandcenter.services.views import Board, Changes
from ui.context import DeskContext
from ui.models.emergency_record import drafted, record, review_document, title_of
from ui.models.emergency_told import Told
from ui.models.items import Choice
from ui.panels.choosers import FileChooser
from ui.panels.keys import FormKeys
from ui.panels.records_frame import RecordsFrame
from ui.panels.review_file import write_review
from ui.panels.story_html import story_html
from ui.words import STREET_ZONE, names_of, say, word

REVIEWING = frozenset(
    {"shift_lead", "duty_leader", "street_leader", "director", "secretary"},
)


class RecordsPage(RecordsFrame):
    """Asks for the list when shown, for one emergency whole when it is chosen.

    `replay_wanted` carries the Emergency that is to be played back.
    """

    left = Signal()
    replay_wanted = Signal(object)

    def __init__(
        self,
        desk: DeskContext,
        ask: Callable[[Any, str], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Nothing is asked before refresh(); `ask` is Desk.ask, called off this thread."""
        super().__init__(desk, parent)
        self._desk, self._ask_desk = desk, ask
        self._teams: dict[str, str] = {}
        self._view: EmergencyView | None = None
        self._review: Review | None = None
        self._typed: dict[str, str] = {}
        self._files = FileChooser(
            self, self.tr("网页 (*.html)"), self.tr("Word 文档 (*.docx)"), self.tr("PDF (*.pdf)")
        )
        self._connect()

    def load(self, board: Board) -> None:
        """Names of teams and the people there are."""
        self._teams = {one.id: one.name for one in board.teams}
        self.purge.know(board.people)

    def apply(self, changes: Changes) -> None:
        """Names and people that changed."""
        self._teams.update({one.id: one.name for one in changes.teams})
        if changes.people:
            self.purge.know(changes.people)

    def refresh(self) -> None:
        """Ask for the list and for the emergency in front."""
        self._desk.ask("plans.list", AskEmergencies(), self._show_list)

    def entitle(self) -> None:
        """Who sits here now decides what may be done."""
        self.purge.show_review(self._review)
        self._tell()

    def forget(self) -> None:
        """Somebody else sits here now: nothing of what was shown stays."""
        self._view = self._review = None
        self.story.clear()
        self._show_words("")
        self.entitle()

    # ---- what the person does --------------------------------------------------------------

    def save(self) -> None:
        """Record the review report."""
        view = self._view
        words = self.words.toPlainText().strip()
        if view is None or not self.buttons["save"].isEnabled() or not words:
            return
        done = self.tr("复盘报告已记入，不能再改")
        self._desk.do(
            RecordReview(emergency=view.emergency.id, words=words),
            lambda receipt: self._desk.say("info", done),
        )

    def redraft(self) -> None:
        """Drop what was typed and draft anew from the figures of now."""
        told = self._told()
        if told is not None and self._open_for_words():
            self._typed.pop(told.view.emergency.id, None)
            self._show_words(drafted(told))

    def choose_export(self) -> None:
        """Ask for a place and write the review report with the timeline there."""
        told = self._told()
        if told is not None:
            document = review_document(told, self.words.toPlainText())
            self._files.to_write(self.tr("导出复盘报告"), document.name, self.write)

    def write(self, name: str) -> None:
        """Write the review report as the file's ending says, off the screen's thread."""
        told = self._told()
        if told is None:
            return
        desk = self._desk
        ask = None if self._ask_desk is None else partial(self._asked, desk.who)
        document = review_document(told, self.words.toPlainText())
        given = (document, Path(name), told.view.emergency, ask, desk.reference, told.now)
        done = partial(self._written, Path(name).name)
        work = partial(write_review, *given)
        desk.worker.export(work, done, owner=self, refused=self._not_written)

    def replay(self) -> None:
        """Play the emergency in front back on the map."""
        if self._view is not None:
            self.replay_wanted.emit(self._view.emergency)

    # ---- how -------------------------------------------------------------------------------

    def _asked(self, who: str, query: Any) -> Any:
        assert self._ask_desk is not None
        return self._ask_desk(query, who)

    def _written(self, name: str, beside: str) -> None:
        said = self.tr("已导出：%1").replace("%1", name)
        if beside:
            said += self.tr("；地图回放在同一文件夹：%1").replace("%1", beside)
        self._desk.say("info", said)

    def _not_written(self, said: Refusal) -> None:
        """The replay is asked for while the file is written; of a link the bar alone is silent."""
        if said.code == "no_link":
            text = self.tr("连接中断，复盘报告没有写出；请等连接恢复再导出")
            self._desk.say("refusal", text)

    def _show_list(self, found: object) -> None:
        assert isinstance(found, Emergencies)
        self.list.load([self._line(one) for one in found.emergencies])
        self.empty.setVisible(not found.emergencies)
        self.tabs.setVisible(bool(found.emergencies))
        self._ask()

    def _line(self, one: Emergency) -> Choice:
        at = one.began_at.astimezone(STREET_ZONE).strftime("%Y-%m-%d %H:%M")
        state = word(one.level) if one.level is not None else word(one.phase)
        note = say("{at} 起 · 指令 {order}").format(at=at, order=one.order_no)
        tone = "warning" if one.phase is Phase.ACTIVE else "text"
        return Choice(one.id, f"{title_of(one)} · {state}", note, one, tone)

    def _ask(self) -> None:
        """Ask for the emergency that is marked."""
        marked = self.list.current()
        if marked is not None:
            self._desk.ask("plans.whole", AskEmergency(emergency=marked.key), self._show_view)
            self._desk.ask("plans.review", AskReview(emergency=marked.key), self._show_review)

    def _show_view(self, found: object) -> None:
        assert isinstance(found, EmergencyView)
        self._view = found
        self._draw()

    def _show_review(self, found: object) -> None:
        assert isinstance(found, Review)
        self._review = found
        self.purge.show_review(found)
        self._draw()

    def _told(self) -> Told | None:
        view, review = self._view, self._review
        if view is None or review is None or view.emergency.id != review.emergency.id:
            return None
        names = {**names_of(self._desk.reference), **self._teams}
        desk = self._desk
        return Told(view, review, names, desk.now(), desk.clock.zone, desk.reference.street_name)

    def _draw(self) -> None:
        """The record, and the review's words: recorded, typed, or drafted."""
        told = self._told()
        if told is None:
            return
        at = self.story.verticalScrollBar().value()
        self.story.setHtml(story_html(record(told)))
        self.story.verticalScrollBar().setValue(at)
        key = told.view.emergency.id
        if told.review.words is not None:
            self._typed.pop(key, None)
        self._show_words(told.review.words or self._typed.get(key) or drafted(told))
        self._tell()

    def dress(self) -> None:
        """Draw in the colours in force."""
        self._draw()

    def _show_words(self, text: str) -> None:
        if text != self.words.toPlainText():
            self._showing = True
            self.words.setPlainText(text)
            self._showing = False

    def _typing(self) -> None:
        if not self._showing and self._view is not None:
            self._typed[self._view.emergency.id] = self.words.toPlainText()

    @property
    def unsaved(self) -> bool:
        """Whether a review was begun by hand and not recorded."""
        return bool(self._typed)

    def _open_for_words(self) -> bool:
        return self._view is not None and self._review is not None and self._review.words is None

    def _tell(self) -> None:
        view, review = self._view, self._review
        open_ = self._open_for_words()
        released = view is not None and view.emergency.phase is Phase.RELEASED
        may = bool(REVIEWING & self._desk.roles)
        self.words.setReadOnly(not (open_ and may))
        self.buttons["save"].setEnabled(open_ and released and may)
        self.buttons["draft"].setEnabled(open_ and may)
        for name in ("export", "replay"):
            self.buttons[name].setEnabled(view is not None)
        if review is not None and review.words is not None:
            by = names_of(self._desk.reference).get(review.reviewed_by or "", "")
            self.note.setText(self.tr("已由%1记入，不能再改；可以导出").replace("%1", by))
        elif not released:
            self.note.setText(self.tr("草稿由日志算出；解除应急以后才能记入"))
        elif not may:
            self.note.setText(self.tr("由值班长或领导记入；可以导出"))
        else:
            self.note.setText(self.tr("草稿由日志算出，请补上第七部分，再 Ctrl+S 记入"))

    def _go_on(self) -> None:
        if self.tabs.currentWidget() is self.purge:
            self.purge.go_on()

    def _connect(self) -> None:
        self._showing = False
        self.list.selectionModel().currentChanged.connect(self._ask)
        self.words.textChanged.connect(self._typing)
        calls = {
            "save": self.save,
            "draft": self.redraft,
            "export": self.choose_export,
            "replay": self.replay,
        }
        keys = FormKeys(self)
        for name, call in calls.items():
            self.buttons[name].clicked.connect(call)
            keys.bind(self.keys_of[name], call)
        keys.bind("Ctrl+Return", self._go_on)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.list, self.story, self.words, *self.buttons.values())
        keys.watch(self.purge.table, self.purge.leader, self.purge.button)
