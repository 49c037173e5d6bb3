"""The one docked form that any action opens; it never covers the queue and never pops up."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from commandcenter.domain.person import Officer, Person
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskCase, Board, CaseView, Changes, Reference
from ui import words
from ui.actions import Action, Room, by_name
from ui.context import DeskContext
from ui.panels.keys import FormKeys
from ui.panels.pictures import PictureBar
from ui.panels.step_form import StepForm
from ui.panels.step_frame import StepFrame
from ui.panels.step_given import Given, bare, given_by
from ui.panels.step_typing import Typing

STALE = frozenset({"stale", "stale_version"})


class StepPanel(StepFrame):
    """Opens an action on the current case, gives its command, keeps what was typed.

    `opened` asks the window to show the panel, `closed` to give the focus back to the queue
    (it goes first to the widget that had it).
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until start()."""
        super().__init__(parent)
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._officers: dict[str, Officer] = {}
        self._names = words.names_of(desk.reference)
        self._action: Action | None = None
        self._view: CaseView | None = None
        self._form: StepForm | None = None
        self._drafts: dict[tuple[str, str], dict[str, Any]] = {}
        self._back: QWidget | None = None
        self._under_way: list[Given] = []
        self._given: Given | None = None
        self._look_first, self._before = False, ""
        self._rest()

    def load(self, board: Board) -> None:
        """Learn who is there."""
        self._people = {one.id: one for one in board.people}
        self._officers = {one.id: one for one in board.officers}

    def apply(self, changes: Changes) -> None:
        """Hear who comes and goes, and whether the case of the open form has changed."""
        self._people.update({one.id: one for one in changes.people})
        self._officers.update({one.id: one for one in changes.officers})
        if self._view is None or self._given is not None:
            return
        case = self._view.case
        if any(line.id == case.id and line.version > case.version for line in changes.cases):
            self._ask_again()

    def refer(self, reference: Reference) -> None:
        """Tables were changed: refusals name things as they are called now."""
        self._names = words.names_of(reference)

    def start(self, name: str) -> None:
        """Open the action of that name on the selected case; KeyError for an unknown one."""
        action, case = by_name(name), self._desk.selection.current_case
        if not case:
            self._desk.say("refusal", self.tr("请先在列表里选一件案卷"))
            return
        if self._form is None:
            self._back = QApplication.focusWidget()
        ask = AskCase(case=case)
        self._desk.worker.ask(
            "step.case", ask, self._desk.who, partial(self._open, action), owner=self
        )

    def prefill(self, name: str, case: str, draft: dict[str, Any]) -> None:
        """Answers for the form of that action on that case, there when it opens next."""
        if self._action is not None and self._view is not None:
            self.leave()
        if draft:
            self._drafts[name, case] = draft

    def kept(self) -> dict[str, Any]:
        """What is typed in the forms, open or left (a value for the disk); {} for nothing."""
        self._keep_draft()
        typed = [[*key, text] for key, text in self._drafts.items() if text]
        return {"typed": typed} if typed else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Take back what was typed, into the open form too; {} forgets all and closes it."""
        if self._action is not None and not kept:
            self._end()
        self._drafts = {(name, case): text for name, case, text in kept.get("typed", ())}
        if self._key is not None and self._form is not None:
            self._form.restore(self._drafts.get(self._key, {}))

    @property
    def action(self) -> Action | None:
        """The action whose form is open."""
        return self._action

    @property
    def _key(self) -> tuple[str, str] | None:
        """Action and case of the open form."""
        if self._action is None or self._view is None:
            return None
        return self._action.name, self._view.case.id

    @property
    def note(self) -> str:
        """What is said beside the form."""
        return self._note.text()

    def give(self) -> None:
        """Give the command; a form that is not whole says what is missing."""
        if self._action is None or self._view is None or self._form is None:
            return
        if self._given is not None or self._meet():
            return
        if (problem := self._form.problem()) is not None:
            self._note.refuse(problem[0])
            problem[1].setFocus()
            return
        if self._look_first:
            self._look_first = False
            self._note.tell(self.tr("再按一次提交，将按最新状态办理"))
            return
        self._send(self._action, self._view, self._form)

    def leave(self) -> None:
        """Close the form; what was typed waits for the next time."""
        self._keep_draft()
        self._end()

    def _open(self, action: Action, view: CaseView) -> None:
        why = action.why_not(view, self._desk.roles) or action.empty(view, self._room())
        if why is not None:
            self._desk.say("refusal", self._why(action, view, why))
            return
        if action.instant:
            self._desk.do(action.make(view, action.preset(view, self._room())))
            return
        self._keep_draft()
        self._action, self._view = action, view
        self._build(action, view)
        self.opened.emit()
        self._form_first()

    def _build(self, action: Action, view: CaseView) -> None:
        form = StepForm(action, view, self._room(), self._desk)
        form.restore(self._drafts.get((action.name, view.case.id), {}))
        self._forget()
        self._form = form
        self.frame_form(action, form, form.headline(view))
        self._watch(form)
        self._meet()

    def _watch(self, form: StepForm) -> None:
        keys = FormKeys(form)
        many = FormKeys(form)
        for one in (keys, many):
            one.bind("Ctrl+Return", self.give)
            one.bind("Escape", self.leave)
        keys.bind("Return", self.give)
        for bar in form.findChildren(PictureBar):
            for one in (keys, many):
                one.bind("Ctrl+V", bar.paste_image)
        Typing(form, *form.inputs(), self._give, self._leave)
        several = form.multi_line()
        many.watch(*several)
        keys.watch(*(one for one in form.inputs() if one not in several))
        for finder in form.finders():
            moves = FormKeys(form)
            moves.bind("Down", partial(finder.inner.step, 1))
            moves.bind("Up", partial(finder.inner.step, -1))
            moves.watch(finder.keys)

    def _form_first(self) -> None:
        assert self._form is not None
        inputs = self._form.inputs()
        button = self._give if self._give.isEnabled() else self._leave
        first = inputs[0] if inputs else button
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _send(self, action: Action, view: CaseView, form: StepForm) -> None:
        """Give the form's command; its answer is for what was given, whatever is open by then."""
        command = action.make(view, form.values())
        given = given_by(self._desk.who, (action.name, view.case.id), form)
        self._under_way.append(given)
        self._meet()
        self._desk.worker.do(
            command,
            self._desk.who,
            partial(self._done, given),
            partial(self._refused, given),
            partial(self._broken, given),
            owner=self,
        )

    def _meet(self) -> bool:
        """Wait with the form for the answer to the same, given from here; whether there is one."""
        now = self._now
        self._given = next((one for one in self._under_way if one == now), None)
        if self._given is None:
            return False
        self._before = ""
        self._give.setEnabled(False)
        self._note.tell(self.tr("正在提交…"))
        return True

    @property
    def _now(self) -> Given | None:
        """What the open form would give."""
        if self._key is None or self._form is None:
            return None
        return given_by(self._desk.who, self._key, self._form)

    def _done(self, given: Given, receipt: object) -> None:
        """Close its form; what was written since stays, in one that is open as in one left."""
        self._under_way.remove(given)
        self._keep_draft()
        now, mine = self._now, self._given is given
        if now is not None and mine and now.draft != given.draft:
            self._go_on()
        elif mine or now == given:
            self._drafts.pop(given.key, None)
            self._end()
        elif self._key != given.key and bare(self._drafts.get(given.key, {})) == given.draft:
            self._drafts.pop(given.key, None)

    def _go_on(self) -> None:
        """What was given went, what was typed since did not: it may be given as a second."""
        self._given, self._look_first = None, True
        self._before = self.tr("刚才的已提交。")
        self._give.setEnabled(True)
        rest = self.tr("之后填写的还没有提交：请看一眼，再提交两次即另行办理")
        self._note.warn(self._before + rest)
        self._ask_again()

    def _refused(self, given: Given, refusal: Refusal) -> None:
        """Say it in its form; of one that has gone the message bar alone says it."""
        self._under_way.remove(given)
        if self._given is given:
            self._not_done(words.refusal(refusal.code, refusal.values, self._names))
            if refusal.code in STALE:
                self._ask_again()

    def _broken(self, given: Given, error: Exception) -> None:
        self._under_way.remove(given)
        if self._given is given:
            self._not_done(self.tr("程序出错，没有办成；填写的内容还在，可再试一次"))

    def _not_done(self, why: str) -> None:
        self._given = None
        self._give.setEnabled(True)
        self._note.refuse(why)

    def _ask_again(self) -> None:
        if self._view is not None:
            ask = AskCase(case=self._view.case.id)
            self._desk.worker.ask("step.fresh", ask, self._desk.who, self._fresh, owner=self)

    def _fresh(self, view: CaseView) -> None:
        if self._action is None or self._view is None or self._view.case.id != view.case.id:
            return
        if view.case.version <= self._view.case.version:
            return
        self._view = view
        why = self._action.why_not(view, self._desk.roles)
        if why is not None:
            gone = self.tr("案卷已被改动，这一步现在不能办：%1")
            gone = gone.replace("%1", self._why(self._action, view, why))
            self._note.refuse(self._before + gone)
        else:
            new = self.tr("案卷刚有变动，现为“%1”。请看一眼，再提交两次即按最新状态办理")
            self._note.warn(self._before + new.replace("%1", words.word(view.case.state)))
        self._look_first = True

    def _why(self, action: Action, view: CaseView, why: str) -> str:
        if why == "not_now":
            state = words.word(view.case.state)
            return self.tr("“%1”的案卷现在不能%2").replace("%1", state).replace("%2", action.label)
        roles = ",".join(sorted(action.by))
        return words.refusal(why, {"roles": roles, "state": view.case.state}, self._names)

    def _room(self) -> Room:
        return self._desk.room(self._people, self._officers)

    def _keep_draft(self) -> None:
        if self._key is not None and self._form is not None:
            self._drafts[self._key] = self._form.draft()

    def _end(self) -> None:
        self._action = self._view = None
        here = self.isAncestorOf(QApplication.focusWidget())  # a hand that went on keeps its place
        self._rest()
        back, self._back = self._back, None
        if here and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def _rest(self) -> None:
        self._form = None
        self._forget()
        self.frame_idle()

    def _forget(self) -> None:
        """Another form, or none: nothing was given from it, nothing is to be looked at."""
        self._given = None
        self._look_first, self._before = False, ""
