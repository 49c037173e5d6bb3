"""The window of the first use: one question with three answers, and a page for two of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.composing import FieldGuard
from ui.first.choice import DEMO, OWN, Choice
from ui.first.own import OwnPage
from ui.first.parts import Answer, both, larger, lines
from ui.first.server import ServerPage
from ui.icons import icon

WIDE, HIGH = 720, 540


class FirstWindow(QWidget):
    """1, 2, 3 or arrows and Enter; Esc goes back, and closes. `chosen` carries the Choice.

    `closed` comes when nothing was chosen.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, choice: Choice) -> None:
        """With what was chosen earlier, if anything was."""
        super().__init__()
        self._choice, self._done = choice, False
        self.own, self.server = OwnPage(choice), ServerPage(choice)
        self.pages = QStackedWidget()
        self.answers = self._make_answers()
        self._lay_out()
        self._wire()
        FieldGuard(self)
        self._turn(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asking = self.pages.currentIndex() == 0
        number = event.key() - Qt.Key.Key_1
        if event.matches(QKeySequence.StandardKey.Cancel):
            self._step_back()
        elif asking and 0 <= number < len(self.answers) and not event.modifiers() & _CHORD:
            self.answers[number].click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.own.close_lane()
        self.server.close_lane()
        if not self._done:
            self.closed.emit()

    def _step_back(self) -> None:
        """One page back; the question's Esc closes. What is under way is waited for."""
        page = self.pages.currentWidget()
        if getattr(page, "busy", False):
            return
        if self.pages.currentIndex() == 0:
            self.close()
        else:
            self._turn(0)

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        titles = (
            both("打开什么？", "What shall open?"),
            both("建立本街道", "An own street"),
            both("连接服务器", "A seat at a server"),
        )
        self._title.setText(titles[page])
        first = (self._usual(), self.own.name, self.server.address)[page]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        keys = (
            lines("1 2 3 或 ↑ ↓ 选择，Enter 确定，Esc 退出", "1 2 3 or arrows, Enter; Esc closes"),
            lines("Enter 下一格，Esc 返回", "Enter next, Esc back"),
        )
        self._keys.setText(keys[min(page, 1)])

    def _usual(self) -> Answer:
        """The answer of last time, else the first."""
        kinds = (DEMO, OWN)
        at = kinds.index(self._choice.kind) if self._choice.kind in kinds else 2
        return self.answers[at if self._choice.kind else 0]

    def _take(self, choice: Choice) -> None:
        self._done = True
        self.chosen.emit(choice)

    def _take_demo(self) -> None:
        self._take(replace(self._choice, kind=DEMO, ask=""))

    def _take_own(self) -> None:
        """The own street that is there is opened; without one the page founds it."""
        if self._choice.own_folder is not None:
            self._take(replace(self._choice, kind=OWN, ask=""))
        else:
            self._turn(1)

    def _make_answers(self) -> tuple[Answer, Answer, Answer]:
        own, server = self._choice.own_folder, self._choice.server
        demo = lines(
            "虚构的石碁镇，模拟器演一天；什么都可以试",
            "invented, with a simulator: try everything",
        )
        found = lines(
            "填名称和代码建立；带标准目录、时限、单位、日历，没有虚构的人和案件",
            "found it by name and code: standard tables, nobody invented",
        )
        seat = lines(
            "多人一起办：填地址和证书指纹，再登录", "many seats: address, fingerprint, login"
        )
        return (
            Answer(1, "panel.map", both("演示街道", "Demo street"), demo, "first_demo"),
            Answer(
                2,
                "unit",
                both("本街道", "Own street"),
                f"{both('打开', 'Open')} {self._choice.name}" if own else found,
                "first_own",
            ),
            Answer(
                3,
                "panel.roster",
                both("连接服务器", "A server"),
                f"{seat}\n{server}" if server else seat,
                "first_server",
            ),
        )

    def _lay_out(self) -> None:
        self.setWindowTitle(both("街道指挥中心", "Command Center"))
        self.setWindowIcon(icon("app"))
        name = QLabel(both("街道指挥中心", "Command Center"))
        name.setEnabled(False)
        self._title = QLabel()
        self._title.setFont(larger(self.font(), 6, bold=True))
        self._keys = QLabel()
        self._keys.setEnabled(False)
        question = QWidget()
        answers = QVBoxLayout(question)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(12)
        for one in self.answers:
            answers.addWidget(one)
        change = lines(
            "以后可改：菜单“工作台”→“下次重新选择”，或 ./start --ask",
            "To change it later: the Desk menu, or ./start --ask",
        )
        later = QLabel(change, wordWrap=True)
        later.setEnabled(False)
        answers.addWidget(later)
        answers.addStretch(1)
        for page in (question, self.own, self.server):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 20)
        column.setSpacing(12)
        for part in (name, self._title):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        column.addWidget(self._keys)
        self.resize(WIDE, HIGH)

    def _wire(self) -> None:
        calls: tuple[Callable[[], None], ...] = (
            self._take_demo,
            self._take_own,
            lambda: self._turn(2),
        )
        for answer, call in zip(self.answers, calls, strict=True):
            answer.clicked.connect(lambda *_, call=call: call())
        for page in (self.own, self.server):
            page.left.connect(lambda: self._turn(0))
            page.done.connect(self._take)


_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
