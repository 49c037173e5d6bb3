"""The page of calls: who answered, who is silent, and the next wave that the plan proposes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QWidget

from commandcenter.domain.commands import AnswerCall, CallTeams
from commandcenter.domain.emergency import Answer, CallUp
from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import EmergencyView, Mode
from ui.context import DeskContext
from ui.keyring import say_keyed
from ui.models.items import ChoiceModel
from ui.models.mode_calls import TEAM, Wave, may_be_called, next_wave, rows, uncalled
from ui.panels.lists import ChoiceDelegate
from ui.panels.mode_page import ModePage
from ui.words import listed

MOST_DIGITS = 3


class CallsPage(ModePage):
    """Digits and Enter: coming in so many minutes; X: cannot; Space picks teams, Ctrl+Enter calls.

    The next wave is the plan's unless teams are picked by hand.
    """

    def __init__(self, desk: DeskContext) -> None:
        """Nobody called."""
        super().__init__(desk)
        self._calls: tuple[CallUp, ...] = ()
        self._mode: Mode = desk.mode.now
        self._typed, self._typed_at, self._answered = "", "", ""
        self._ticked: list[str] = []
        self.list, self.model = QListView(self, objectName="mode.calls"), ChoiceModel(self)
        self._next, self._hint = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._lay_out()
        self._wire()
        self._draw()

    def first(self) -> QWidget:
        return self.list

    def show_mode(self, mode: Mode) -> None:
        """Another level has another next wave."""
        self._mode = mode
        if mode.emergency is None:
            self._calls, self._ticked = (), []
        self._draw()

    def show_view(self, view: EmergencyView) -> None:
        """Show the calls of the emergency under way."""
        self._calls = view.calls
        self._draw()

    def tick(self) -> None:
        """Count down."""
        self._draw()

    @property
    def wave(self) -> Wave:
        """Who would be called now."""
        return next_wave(self._mode.plan, self._calls, self._ticked)

    def call_wave(self) -> None:
        """Call the next wave."""
        now, wave = self._mode.emergency, self.wave
        if now is None or not wave.teams:
            self.note.warn(self.tr("没有下一批：用空格在下面选队伍，再按 Ctrl+Enter"))
            return
        told = self.tr("已召集 %1 队").replace("%1", str(len(wave.teams)))
        self.give(CallTeams(emergency=now.id, teams=wave.teams), told)

    def given(self, command: object) -> None:
        """The picks that were called are used up, and the minutes of the call that was answered."""
        if isinstance(command, CallTeams):
            self._ticked = [one for one in self._ticked if one not in command.teams]
            self._draw()
        elif isinstance(command, AnswerCall) and command.call == self._typed_at:
            self._type("")

    def answer(self, answer: Answer) -> bool:
        """Note what the marked team said; on a team that is not called Enter picks it."""
        row = self.model.choice(self.list.currentIndex().row())
        if row is None or not isinstance(row.value, CallUp):
            return self._pick() if answer is Answer.COMING else True
        if row.value.answer is None and not self._busy:
            self._answered = row.key
        typed = self._typed if self._typed_at == row.key else ""
        minutes = int(typed) if typed and answer is Answer.COMING else None
        name = self.teams.get(row.value.team, row.value.team)
        command = AnswerCall(call=row.value.id, answer=answer, minutes=minutes)
        self.give(command, self.tr("已记下 %1 的答复").replace("%1", name))
        return True

    def _pick(self) -> bool:
        row = self.model.choice(self.list.currentIndex().row())
        if row is None or not row.key.startswith(TEAM):
            return True
        team = row.key.removeprefix(TEAM)
        if team in self._ticked:
            self._ticked.remove(team)
        else:
            self._ticked.append(team)
        self._draw()
        return True

    def _digit(self, digit: str) -> bool:
        row = self.model.choice(self.list.currentIndex().row())
        if row is not None and isinstance(row.value, CallUp) and row.value.answer is None:
            same = self._typed if self._typed_at == row.key else ""
            self._typed_at = row.key
            self._type((same + digit)[:MOST_DIGITS])
        return True

    def _type(self, text: str) -> bool:
        self._typed = text
        self._draw()
        return True

    def _draw(self) -> None:
        now, marked = self._desk.now(), self.model.choice(self.list.currentIndex().row())
        under_way = self._mode.emergency is not None
        free = may_be_called(self.teams, self._calls) if under_way else []
        shown = rows(self._calls, now, self.teams, self._typed, self._typed_at)
        shown += uncalled(free, self.wave, self._ticked, self.teams)
        if shown != list(self.model.choices()):
            self.model.load(shown)
            keys = [one.key for one in shown]
            at = keys.index(marked.key) if marked and marked.key in keys else 0
            if self._heard():
                at = 0 if marked and marked.key == self._answered else at
                self._answered = ""
            if shown:
                self.list.setCurrentIndex(self.model.index(at))
        self._tell_next(under_way)

    def _heard(self) -> bool:
        """Whether what was answered here has come back: a mark that is there still goes on."""
        return any(one.id == self._answered and one.answer is not None for one in self._calls)

    def _refused(self, said: Refusal) -> None:
        self._answered = ""
        super()._refused(said)

    def _broken(self, error: Exception) -> None:
        self._answered = ""
        super()._broken(error)

    def _tell_next(self, under_way: bool) -> None:
        wave = self.wave
        names = listed(self.teams.get(one, one) for one in wave.teams)
        if not under_way:
            text = self.tr("平时不召集队伍。Ctrl+Alt+E 提出切换，确认后在这里分批召集。")
        elif wave.teams:
            text = self.tr("下一批：%1").replace("%1", names)
        elif self._mode.plan is not None and not any(self._mode.plan.waves):
            text = self.tr("这一级的预案没有召集批次；用空格选队伍。")
        else:
            text = self.tr("预案的队伍都已召集；还要召集的用空格选。")
        say_keyed(self._next, text, "mode.switch")
        self._call.setVisible(under_way)
        self._call.setEnabled(bool(wave.teams))
        self._hint.setVisible(bool(self.model.rowCount()))

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("召集的队伍"))
        self._hint.setEnabled(False)
        self._hint.setText(
            self.tr("数字＋Enter 几分钟到位 · Enter 出动 · X 不能出动 · 空格 选队伍")
        )
        self._call = self.button("mode.call", self.tr("召集  Ctrl+Enter"), self.call_wave)
        self.column.addWidget(self._next)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._hint)
        self.column.addWidget(self.note)
        self.row(self._call)

    def _wire(self) -> None:
        keys = self.keys
        keys.bind("Return", partial(self.answer, Answer.COMING))
        keys.bind("X", partial(self.answer, Answer.CANNOT))
        keys.bind("Space", self._pick)
        keys.bind("Ctrl+Return", self.call_wave)
        keys.bind("Backspace", lambda: self._type(self._typed[:-1]))
        for digit in "0123456789":
            keys.bind(digit, partial(self._digit, digit))
        keys.watch(self.list)
