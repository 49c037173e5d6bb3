"""The purge of an emergency's personal data: the list, who proposed, who approves, what is gone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from commandcenter.domain.commands import ApprovePurge, Behalf, ProposePurge
from commandcenter.domain.emergency import Phase
from commandcenter.domain.person import Person
from commandcenter.domain.roles import DESK_ROLES, Channel, Role
from commandcenter.services.review_views import Review
from ui.context import DeskContext
from ui.models.admin_plain import PlainRow
from ui.panels.admin_plain import PlainTable
from ui.scale import BELOW, TIGHT
from ui.words import STREET_ZONE, names_of

LEADERS = frozenset({Role.DUTY_LEADER, Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY})
PROPOSING = frozenset({"shift_lead", "administrator"})


class PurgePage(QWidget):
    """One button for the step that is next; a leader approves here or by telephone."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Empty until show_review."""
        super().__init__(parent)
        self._desk = desk
        self._review: Review | None = None
        self._people: dict[str, Person] = {}
        heads = [self.tr(one) for one in ("地址", "有资料的人", "资料（姓名、电话、需求）")]
        self.table = PlainTable(heads, "purge.list")
        self.table.setAccessibleName(self.tr("清除名单"))
        self.said = QLabel(objectName="purge.said", wordWrap=True)
        self.leader = QComboBox(objectName="purge.leader")
        self.leader.setAccessibleName(self.tr("批准人"))
        self.button = QPushButton(objectName="purge.do")
        self.button.clicked.connect(self.go_on)
        self.setFocusProxy(self.table)
        self._lay_out()

    def know(self, people: Iterable[Person]) -> None:
        """Who there is: leaders are asked by telephone."""
        self._people.update({one.id: one for one in people})
        self._offer()

    def show_review(self, review: Review | None) -> None:
        """Show what is there to be purged, or what was."""
        self._review = review
        lines = review.private if review is not None else ()
        self.table.load(
            [PlainRow(one.place, (one.place, str(one.people), str(one.texts))) for one in lines]
        )
        self._offer()
        self._tell()

    def go_on(self) -> None:
        """Propose the list, or approve what was proposed."""
        review = self._review
        if review is None or not self.button.isEnabled():
            return
        emergency = review.emergency
        if emergency.purge_by is None:
            said = self.tr("清除名单已提出，等领导批准")
            self._desk.do(
                ProposePurge(emergency=emergency.id),
                lambda receipt: self._desk.say("info", said),
            )
            return
        leader = self.leader.currentData()
        behalf = None
        if leader != self._desk.who:
            now = self._desk.now()
            behalf = Behalf(person=leader, channel=Channel.TELEPHONE, happened_at=now)
        done = self.tr("个人资料已清除，不能恢复")
        self._desk.do(
            ApprovePurge(emergency=emergency.id, behalf=behalf),
            lambda receipt: self._desk.say("info", done),
        )

    # ---- how -------------------------------------------------------------------------------

    def _offer(self) -> None:
        """Oneself first where one may approve; else the leaders, by telephone."""
        names, kept = names_of(self._desk.reference), self.leader.currentData()
        proposer = self._review.emergency.purge_by if self._review is not None else None
        self.leader.clear()
        if self._desk.roles & LEADERS and self._desk.who != proposer:
            self.leader.addItem(self.tr("本人批准"), self._desk.who)
        if self._desk.roles & DESK_ROLES:
            text = self.tr("%1 电话批准")
            for one in sorted(self._people.values(), key=lambda person: person.id):
                if one.holds(LEADERS) and one.id not in (self._desk.who, proposer):
                    self.leader.addItem(text.replace("%1", names.get(one.id, one.id)), one.id)
        self.leader.setCurrentIndex(max(0, self.leader.findData(kept)))

    def _tell(self) -> None:
        review = self._review
        waiting = review is not None and review.emergency.purge_by is not None
        waiting = waiting and review is not None and review.purged is None
        self.leader.setVisible(waiting)
        self.button.setVisible(review is not None and review.purged is None)
        self.button.setText(
            self.tr("批准清除 Ctrl+Enter") if waiting else self.tr("提出清除名单 Ctrl+Enter")
        )
        self.button.setEnabled(self._may(waiting))
        self.said.setText(self._text(review, waiting))

    def _may(self, waiting: bool) -> bool:
        review = self._review
        if review is None or not review.private or review.emergency.phase is Phase.ACTIVE:
            return False
        return self.leader.count() > 0 if waiting else bool(PROPOSING & self._desk.roles)

    def _text(self, review: Review | None, waiting: bool) -> str:
        if review is None:
            return ""
        names = names_of(self._desk.reference)
        people = sum(one.people for one in review.private)
        texts = sum(one.texts for one in review.private)
        if review.purged is not None:
            gone = review.purged
            at = gone.at.astimezone(STREET_ZONE).strftime("%Y-%m-%d %H:%M")
            text = self.tr("%1 由%2批准，已清除 %3 人的 %4 项资料；地址和人数保留")
            for blank, value in zip(
                ("%1", "%2", "%3", "%4"),
                (at, names.get(gone.by, gone.by), str(gone.people), str(gone.texts)),
                strict=True,
            ):
                text = text.replace(blank, value)
            return text
        if not review.private:
            return self.tr("这次应急没有登记个人资料，不用清除")
        if review.emergency.phase is Phase.ACTIVE:
            return self.tr("解除应急以后才能清除个人资料")
        count = self.tr("共 %1 人、%2 项资料").replace("%1", str(people)).replace("%2", str(texts))
        if waiting:
            by = names.get(review.emergency.purge_by or "", "")
            text = self.tr("%1已提出清除（%2），由领导批准：批准后立即清除，不能恢复")
            return text.replace("%1", by).replace("%2", count)
        text = self.tr("%1；由值班长或管理员提出名单，领导批准后清除")
        return text.replace("%1", count)

    def _lay_out(self) -> None:
        self.said.setForegroundRole(QPalette.ColorRole.WindowText)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.leader)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*BELOW)
        column.setSpacing(TIGHT)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addWidget(self.table, 1)
