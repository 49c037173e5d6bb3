"""The command line wired to a desk's window: its verbs, and what only the window does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QDockWidget

from commandcenter.services.views import Board, Changes, Reference
from ui import tongue
from ui.actions import by_name
from ui.line.bar import LineBar
from ui.line.deeds import deed_verbs
from ui.line.engine import Engine
from ui.line.meaning import Meaning
from ui.line.spoken import GO, LOOK, SIT
from ui.line.telling import say
from ui.line.verbs import Verb, action_verbs, called_verb, own_verbs

if TYPE_CHECKING:
    from ui.desk import OpenDesk

HIDDEN = frozenset({"line"})
"""Deeds of the window that make no sense in the line itself."""


class Wiring(QObject):
    """What is typed is read by the engine, the window's part is done here."""

    def __init__(self, desk: OpenDesk) -> None:
        """On a window whose menus stand."""
        super().__init__(desk.window)
        self._desk = desk
        self.engine = Engine(desk.context, self)
        self.bar = LineBar(desk.window, self.engine)
        self._begun = False
        self.engine.written = self._written
        self.engine.wanted.connect(self._do)
        self.bar.opened.connect(self._name_all)

    def load(self, board: Board) -> None:
        """Take in the board."""
        self.engine.load(board)

    def apply(self, changes: Changes) -> None:
        """Take in what has changed."""
        self.engine.apply(changes)

    def refer(self, reference: Reference) -> None:
        """Tables were changed."""
        self.engine.refer(reference)

    def sits(self) -> None:
        """Somebody sits down or may do something else."""
        self.engine.sits()

    def relinked(self) -> None:
        """The server is heard again."""
        self.engine.relinked()

    def begin(self) -> None:
        """What an earlier run left has been put back: from now on the history is kept."""
        self._begun = True

    def kept(self) -> dict[str, Any]:
        """What was given before, for the drafts; {} before begin()."""
        return self.engine.history.kept() if self._begun else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what was given before; {} forgets it with what is typed."""
        self.engine.history.restore(kept)
        if not kept:
            self._begun = False
            self.bar.set_text("")

    # ---- verbs ----------------------------------------------------------------------------------

    def _name_all(self) -> None:
        """The verbs: the table of actions, the window's deeds, the line's own."""
        english = tongue.load("en", QLocale.c(), self)

        def latin(text: str) -> str:
            return english.translate("actions", text) if english is not None else ""

        if not self.engine.known.verbs.all:
            self._name_panels(latin)
            street = [*self._own(), *deed_verbs(latin), *self._of_window(latin)]
            self.engine.set_verbs([*action_verbs(latin), *street])

    def _own(self) -> list[Verb]:
        return own_verbs(
            (
                ("line.pick", say("看"), say("选中一件案卷。"), "case", LOOK),
                ("line.panel", say("转到"), say("转到一个面板。"), "panel", GO),
                ("line.sit", say("换"), say("换一个人就座。"), "person", SIT),
            )
        )

    def _of_window(self, latin: Callable[[str], str]) -> list[Verb]:
        """What the menus do besides the table of actions; ways to panels are said with 转到."""
        found = []
        for action in self._desk.window.all_actions():
            name = action.objectName() or action.text()
            if name in HIDDEN or _is_of_table(name) or not action.text():
                continue
            text = action.text()
            more = (latin(text),) if latin(text) != text else ()
            found.append(called_verb(name, text, action.whatsThis(), action.trigger, *more))
        return found

    def _name_panels(self, latin: Callable[[str], str]) -> None:
        window = self._desk.window
        docks = {one.objectName(): one.windowTitle() for one in window.findChildren(QDockWidget)}
        named = [(key, (title, latin(title))) for key, title in docks.items()]
        self.engine.known.lexicon.learn("panel", named)

    def _written(self) -> bool:
        """Whether a hand has changed the report up that its panel has drafted."""
        panel = self._desk.doors.by_name()["mode"].made
        return panel is not None and bool(panel.reports.kept())

    # ---- what only the window does --------------------------------------------------------------

    def _do(self, what: str, meaning: Meaning) -> None:
        """Look at a case, go to a panel, open a form, do what a menu does."""
        verb = self.engine.reading.verb
        if what == "pick":
            self._desk.selection.set_case(meaning.about)
        elif what == "panel":
            self.bar.leave(back=False)
            self._desk.window.go(meaning.about)
        elif what == "person":
            self.bar.leave(back=False)
            self._desk.window.go("seat")
            self._desk.seat.begin()
            self._desk.seat.text.setText(self._desk.context.reference.names[meaning.about])
        elif what == "sign":
            self.bar.leave(back=False)
            self._desk.window.go("handover")
            self._desk.doors.handover.want().sign()
        elif what == "form":
            self.bar.leave(back=False)
            self._open(meaning)
        elif verb is not None and verb.call is not None:
            self.bar.leave()
            verb.call()

    def _open(self, meaning: Meaning) -> None:
        """The form of an action on its case, filled as far as the words went."""
        assert meaning.form is not None
        name, case, draft = meaning.form
        desk = self._desk
        if not _is_of_table(name):
            next(one for one in desk.window.all_actions() if one.objectName() == name).trigger()
            return
        if case:
            desk.selection.set_case(case)
        panel = by_name(name).panel
        if panel == "step":
            desk.step.prefill(name, case, dict(draft))
        elif panel == "dispatch" and draft:
            desk.window.panel("dispatch").hide()
            desk.dispatch.restore({**desk.dispatch.kept(), case: dict(draft)})
        desk.start_action(name)


def _is_of_table(name: str) -> bool:
    try:
        by_name(name)
    except KeyError:
        return False
    return True
