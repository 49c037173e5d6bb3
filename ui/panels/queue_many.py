"""The strip for several cases at once: what would be refused before, what was done after."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import CaseLine, Changes
from ui.context import DeskContext
from ui.keyring import key, keyed
from ui.many import ManyAtOnce
from ui.models import many
from ui.models.many import Looked, Outcome, Wish
from ui.models.queue import QueueModel
from ui.pace import Calm
from ui.panels.queue_many_frame import ManyFrame
from ui.words import short_number
from ui.words.asking import unanswered

AGAIN_MS = 300
PATIENCE_MS = 1000
"""What takes longer shows how far it is."""


class ManyStrip(ManyFrame):
    """Begins with the key of an action while cases are picked; Enter gives a command for each.

    `left` gives the keyboard back to the list. What was not done stays picked, with its reason.
    """

    left = Signal()

    def __init__(self, desk: DeskContext, model: QueueModel, parent: QWidget | None = None) -> None:
        """Hidden until a case is picked."""
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._wish: Wish | None = None
        self._seen: Looked | None = None
        self._told = self._unseen = ""
        self.at_once = ManyAtOnce(desk, self)
        self._again = Calm(self._look, AGAIN_MS, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._wire()

    @property
    def open(self) -> bool:
        """Whether something is previewed or given."""
        return self._wish is not None or self.at_once.busy

    def begin(self, deed: str) -> bool:
        """Preview this for the picked cases; False when there are none or it is no such deed."""
        picked = self._desk.selection.picked
        if not picked or deed not in many.DEEDS:
            return False
        if self.at_once.busy:
            self._desk.say("info", self.tr("上一批还在办"))
            return True
        into = self._desk.selection.current_case if deed == "case.merge" else ""
        if deed == "case.merge" and not (into and picked - {into}):
            self._desk.say("refusal", self.tr("并案：光标放在要并入的案卷上，另选要并进去的"))
            return True
        self._wish, self._seen, self._told = Wish(deed, into), None, ""
        self.field.clear()
        self.refused.load(())
        self._patience.start()
        self._look()
        keyboard = self.field if self._wish.wants_words else self
        keyboard.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def apply(self, changes: Changes) -> None:
        """What changed under a preview is asked about again."""
        if {one.id for one in changes.cases} & self._desk.selection.picked:
            self._look_again()

    def sits(self) -> None:
        """Somebody else sat down: what they may do is asked again."""
        if not self.at_once.busy:
            self._seen = None
        self._look_again()
        self.draw()

    def stop(self) -> None:
        """Ask and give no more."""
        self._again.stop()
        self._patience.stop()
        self.at_once.stop()

    def give(self) -> bool:
        """Give a command for each case that may be done, one after the other."""
        wish, seen, text = self._wish, self._seen, self.field.text().strip()
        if wish is None or self.at_once.busy:
            return True
        if wish.needs_words and not text:
            self._say(self.tr("先写要交代的话"))
            self.field.setFocus()
        elif seen is None and self._unseen:
            self._look()
        elif seen is None:
            self._say(self.tr("还在核对，稍候再按 Enter"))
        elif not seen.able:
            self._say(self.tr("没有一件可办：原因在上面；Esc 放下"))
        else:
            self._again.stop()
            self.at_once.drop()
            self._patience.start()
            self.at_once.give(many.with_words(seen.able, text))
            self.draw()
        return True

    def _wire(self) -> None:
        self.keys.bind("Return", self.give)
        self.keys.bind("Escape", self.leave)
        self.give_button.clicked.connect(lambda: self.give())
        self.leave_button.clicked.connect(lambda: self.leave())
        self.refused.clicked.connect(self._see)
        self.at_once.went.connect(self._went)
        self.at_once.looked.connect(self._looked)
        self.at_once.unlooked.connect(self._unlooked)
        self.at_once.ended.connect(self._ended)
        self._patience.timeout.connect(self.draw)
        self._desk.selection.picks.connect(self._picked)

    # ---- looking --------------------------------------------------------------------------

    def _lines(self) -> list[CaseLine]:
        found = (self._model.known(one) for one in sorted(self._desk.selection.picked))
        return [one for one in found if one is not None]

    def _look_again(self) -> None:
        """What is shown stays until it is answered anew: what was given then is told as stale."""
        if self._wish is not None and not self.at_once.busy:
            self._again.want()

    def _look(self) -> None:
        """Make the commands of the picked cases as they are now; ask what stands in the way."""
        if self._wish is None or self.at_once.busy:
            return
        self._unseen = ""
        now, names = self._desk.now(), self._model.names
        rows = many.rows_of(self._wish, self._lines(), names, now)
        self.at_once.look(rows, many.nothing_to_give(self._wish), names)
        self.draw()

    def _looked(self, seen: Looked) -> None:
        if self._wish is not None and not self.at_once.busy:
            self._seen = seen
            self.refused.load(many.refused_rows(seen.refused))
            self.draw()

    def _unlooked(self, missed: Exception) -> None:
        """What was answered before stays; where nothing was it says so, and Enter asks again."""
        again = self.tr("没有核对成")
        self._unseen = unanswered(missed) if isinstance(missed, Refusal) else again
        self.draw()

    def _went(self, gone: int, all_: int) -> None:
        self.progress.setRange(0, all_)
        self.progress.setValue(gone)

    # ---- what was done --------------------------------------------------------------------

    def _ended(self, outcome: Outcome) -> None:
        wish, seen = self._wish, self._seen
        assert wish is not None and seen is not None
        self._patience.stop()
        self._give_back()  # ahead of what may hide the strip with the keyboard in it
        outcome.refused.extend(seen.refused)
        self._told = told = many.result(wish, outcome)
        self._wish = self._seen = None
        gone = {one.case for one in (*outcome.done, *outcome.waiting)}
        everything = wish.deed == many.HAND_ON and not outcome.refused
        picked = self._desk.selection.picked
        self.refused.load(many.refused_rows(outcome.refused))
        self._desk.selection.pick(frozenset() if everything else picked - gone)
        kind = "refusal" if outcome.refused else "info"
        QTimer.singleShot(0, self, lambda: self._desk.say(kind, told))
        self.draw()

    def leave(self) -> bool:
        """Esc: stop what is being given, else the preview, else the picks."""
        if self.at_once.busy:
            self.at_once.cancel()
            return True
        self.at_once.drop()
        self._give_back()
        if self._wish is None:
            self._told = ""
            self._desk.selection.pick(frozenset())
        self._wish = self._seen = None
        self.refused.load(())
        self.draw()
        return True

    def _give_back(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or focus is self or self.isAncestorOf(focus):
            self.left.emit()

    def _picked(self, cases: frozenset[str]) -> None:
        """Other cases are picked: a preview is made for these."""
        if self.at_once.busy:
            return
        if not cases:
            self._wish = self._seen = None
        if self._wish is not None:
            self._seen = None  # what was looked at is not what is picked
            self._look()
        elif not self.refused.isHidden() and self._told and not cases:
            self.refused.load(())
        self.draw()

    def _see(self) -> None:
        """A click on a case that is not done shows it."""
        choice = self.refused.current()
        if choice is not None and choice.key:
            self._desk.selection.set_case(choice.key)

    # ---- drawing --------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self.hint.setText(text)

    def draw(self) -> None:
        """Show how it stands; hidden while nothing is picked."""
        picked, wish, busy = self._desk.selection.picked, self._wish, self.at_once.busy
        self.setVisible(bool(picked) or busy)
        self.field.setVisible(wish is not None and wish.wants_words)
        self.field.setEnabled(not busy)
        asking = wish is not None and self._seen is None and not self._unseen
        slow = not self._patience.isActive()
        self.progress.setVisible((busy or asking) and slow)
        self.give_button.setVisible(wish is not None and not busy)
        self.leave_button.setText(self.tr("停下 Esc") if busy else self.tr("放下 Esc"))
        self.head.setText(self._head())
        self.hint.setText(self._hint())
        self.setAccessibleName(self.head.text())

    def _head(self) -> str:
        wish, seen = self._wish, self._seen
        if wish is None:
            return " · ".join(part for part in (self._told, self._count()) if part)
        if seen is None and self._unseen:
            return f"{wish.label}：{self._unseen}"
        if seen is None:
            return self.tr("%1：正在核对…").replace("%1", wish.label)
        return many.head(wish, seen, self._number(wish.into))

    def _count(self) -> str:
        picked = self._desk.selection.picked
        text = self.tr("已选 %1 件").replace("%1", str(len(picked)))
        hidden = sum(self._model.row_of(one) < 0 for one in picked)
        more = self.tr("（%1 件没有显示）").replace("%1", str(hidden)) if hidden else ""
        return text + more

    def _number(self, case: str) -> str:
        line = self._model.known(case) if case else None
        return "" if line is None else short_number(line.number) or self.tr("新报")

    def _hint(self) -> str:
        if self.at_once.busy:
            return self.tr("正在逐件办理，Esc 停下")
        if self._wish is None:
            return self._keys()
        if self._seen is None and self._unseen:
            return self.tr("Enter 再核对，Esc 放下")
        if self._wish.needs_words:
            return self.tr("写一句交代，Enter 记成交接提示，Esc 放下")
        if self._wish.wants_words:
            return self.tr("可写一句话，Enter 逐件办理，Esc 放下")
        return self.tr("Enter 逐件办理可办的，Esc 放下")

    def _keys(self) -> str:
        deeds = (
            ("case.file", self.tr("立案")),
            (many.SEND, self.tr("派遣")),
            ("case.merge", self.tr("并入光标处")),
            ("case.urge", self.tr("催办")),
            ("case.acknowledge", self.tr("知悉报警")),
        )
        told = [f"{key(name)} {text}" for name, text in deeds]
        told.append(keyed(self.tr("Ctrl+H 交下一班"), "hand_on"))
        return " · ".join([*told, self.tr("Esc 放开")])
