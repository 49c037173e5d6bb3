"""A run card tried out on past cases: what it would have sent, beside what was sent."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.runcard import RunCard
from commandcenter.domain.tables import Table, Tables
from commandcenter.domain.tables_coordination import RunCardLine, card_of
from commandcenter.services.sending_views import AskTrial, CardTrial, Trial
from ui.context import DeskContext
from ui.models.admin_words import wording
from ui.scale import NONE, TIGHT
from ui.words import say, short_number

DAYS = (30, 90, 365)
MOST_LEADS = 5
MOST_NUMBERS = 12
HIGH, PAD = 120, 6


def trial_text(trial: Trial, card: CardTrial, name: str) -> str:
    """The headline: how many past cases the card speaks of, and how many went as it says."""
    text = say("试用“{name}”：派遣过的 {looked} 件案卷，{matched} 件符合，{same} 件本来就这样派")
    if trial.more:
        text = say("试用“{name}”：最近 {looked} 件案卷，{matched} 件符合，{same} 件本来就这样派")
    return text.format(name=name, looked=trial.looked, matched=card.matched, same=card.unchanged)


def trial_lines(card: CardTrial, units: dict[str, str]) -> list[str]:
    """What agreed, how long it took, who went instead, and the cases it would have changed."""
    if not card.matched:
        return [say("没有符合的旧案卷：请看事项、级别、社区和时段是否写得太窄，或换更长的时间")]
    shares = (
        (say("主办"), card.same_lead),
        (say("任务类别"), card.same_kind),
        (say("队伍"), card.same_crews),
    )
    same = say("、").join(f"{what} {many}/{card.matched}" for what, many in shares)
    told = [say("与实际一致：{same}").format(same=same)]
    if card.minutes_sent is not None and card.minutes_card is not None:
        text = say("派出到现场的中位数：实际 {sent:.0f} 分，卡上的主办 {card:.0f} 分")
        told.append(text.format(sent=card.minutes_sent, card=card.minutes_card))
    if card.leads:
        leads = (f"{units.get(unit, unit)} {many}" for unit, many in card.leads[:MOST_LEADS])
        told.append(say("实际派了别的主办：{units}").format(units=say("、").join(leads)))
    if card.examples:
        numbers = say("、").join(short_number(one) for one in card.examples[:MOST_NUMBERS])
        told.append(say("会派得不一样的案卷：{numbers}").format(numbers=numbers))
    return told


class TrialStrip(QWidget):
    """Offers a trial, shows what it found until that is put away, knows which cards were tried.

    `wanted` comes from its button, `tried` with an answer.
    """

    wanted = Signal()
    tried = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing was tried yet."""
        super().__init__(parent)
        self._desk = desk
        self._known: set[RunCard] = set()
        self._card: RunCard | None = None
        self._units: dict[str, str] = {}
        self._try = QPushButton(self.tr("试用 Ctrl+T"), objectName="admin.try")
        self._try.clicked.connect(lambda: self.wanted.emit())
        self._said = QLabel(objectName="admin.trial", wordWrap=True)
        self._found = QListWidget(objectName="admin.trial.found", wordWrap=True)
        self._found.setAccessibleName(self.tr("试用结果"))
        self.days = QComboBox(objectName="admin.trial.days")
        for days in DAYS:
            self.days.addItem(self.tr("最近 %1 天").replace("%1", str(days)), days)
        self._close = QPushButton(self.tr("收起 Shift+Esc"), objectName="admin.trial.close")
        self._close.clicked.connect(self.drop)
        self.days.activated.connect(self._again)
        self._lay_out()
        self.drop()

    def knows(self, line: RunCardLine) -> bool:
        """Whether this very card, on or off, was tried since the window was opened."""
        return card_of("", replace(line, on=False)) in self._known

    def ask(self, line: RunCardLine, tables: Tables) -> None:
        """Try a good line, saved or not, on the cases of the last days."""
        self._card = card_of("", line)
        self._units = wording(Table.RUN_CARDS, tables)["lead"]
        self._again()

    def drop(self) -> None:
        """Put what was found away; what was tried stays known."""
        self._card = None
        self._said.setText(self.tr("用旧案卷试一试当前的卡，再启用"))
        self._found.clear()
        self._found.hide()
        self._close.hide()

    def forget(self) -> None:
        """Let go of everything: somebody else sits here now."""
        self._known.clear()
        self.drop()

    def _again(self) -> None:
        if self._card is not None:
            query = AskTrial(cards=(self._card,), days=int(self.days.currentData()))
            self._desk.ask("admin.trial", query, self._show)

    def _show(self, answer: object) -> None:
        assert isinstance(answer, Trial)
        if self._card is None:
            return  # put away while the answer was on its way
        (found,) = answer.cards
        self._known.add(replace(self._card, on=False))
        self._said.setText(trial_text(answer, found, self._card.name))
        self._found.clear()
        self._found.addItems(trial_lines(found, self._units))
        high = sum(self._found.sizeHintForRow(at) for at in range(self._found.count()))
        self._found.setFixedHeight(min(HIGH, high + 2 * self._found.frameWidth() + PAD))
        self._found.show()
        self._close.show()
        self.tried.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._try)
        top.addWidget(self.days)
        top.addWidget(self._said, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*NONE)
        column.setSpacing(TIGHT)
        column.addLayout(top)
        column.addWidget(self._found)
