"""The page of reports up: the oldest owed is drafted and sent, what was sent is read again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPlainTextEdit, QWidget

from commandcenter.domain.commands import SendReport
from commandcenter.domain.emergency import Emergency
from commandcenter.services.emergency_views import (
    AskReportDraft,
    EmergencyView,
    Mode,
    ReportDraft,
    ReportView,
)
from ui.context import DeskContext
from ui.models.items import Choice, ChoiceModel
from ui.panels.keys import FormKeys
from ui.panels.lists import ChoiceDelegate
from ui.panels.mode_page import ModePage
from ui.words import clock_text, say, stamp, time_left, word
from ui.words.mode_texts import report_text

ROWS_HIGH = 110
DRAFT_EVERY = 10
"""Seconds after which an untouched draft is made anew."""


class ReportsPage(ModePage):
    """Ctrl+Enter sends the oldest report owed, Ctrl+0 sends it as a nil report."""

    def __init__(self, desk: DeskContext) -> None:
        """Nothing owed."""
        super().__init__(desk)
        self._mode: Mode = desk.mode.now
        self._view: EmergencyView | None = None
        self._drafted, self._slot, self._ticks = "", "", 0
        self.list, self.model = QListView(self, objectName="mode.slots"), ChoiceModel(self)
        self.text = QPlainTextEdit(self, objectName="mode.report")
        self._head = QLabel(wordWrap=True)
        self._lay_out()
        self._wire()
        self.show_mode(self._mode)

    def first(self) -> QWidget:
        return self.text if self._mode.owed is not None else self.list

    def show_mode(self, mode: Mode) -> None:
        """What is owed may have changed."""
        self._mode = mode
        if self._emergency() is None:
            self._view = None
        self._draw()

    def show_view(self, view: EmergencyView) -> None:
        """Show the slots of the emergency, and draft the oldest owed."""
        self._view = view
        self._draw()
        self._want_draft()

    def tick(self) -> None:
        """Count down; what no hand has touched is drafted anew with what has happened since."""
        self._draw()
        self._ticks += 1
        if self._ticks % DRAFT_EVERY == 0 and self.isVisible():
            self._want_draft()

    @property
    def _by_hand(self) -> bool:
        return self.text.toPlainText() != self._drafted

    def draft_again(self) -> None:
        """Draft anew from the journal, over what stands there."""
        self._slot = ""
        self._drafted = self.text.toPlainText()
        self._want_draft()

    def send(self, nil: bool = False) -> None:
        """Send the oldest report owed."""
        emergency, owed = self._emergency(), self._mode.owed
        if emergency is None or owed is None:
            self.note.warn(self.tr("现在没有应报的报告"))
            return
        words = self.text.toPlainText().strip()
        if not nil and not words:
            self.note.refuse(self.tr("报告是空的；没有情况请按 Ctrl+0 报零报告"))
            return
        told = self.tr("%1已上报").replace("%1", word(owed.kind))
        words = words if not nil or words != self._drafted.strip() else ""
        command = SendReport(emergency=emergency.id, slot=owed.id, words=words, nil=nil)
        self.give(command, told)

    def typed(self) -> str:
        return self.text.toPlainText()

    def given(self, command: object) -> None:
        """The next draft may stand where this one stood; what was written on meanwhile stays."""
        if self.typed() == self.sent:
            self._slot, self._drafted = "", ""
            self.text.clear()
        owed = self._mode.owed
        if isinstance(command, SendReport) and owed is not None and owed.id != command.slot:
            self._want_draft()  # else the feed has not told yet what is owed now

    def kept(self) -> dict[str, str]:
        """The report that a hand has changed, for the disk."""
        typed = self.text.toPlainText()
        return {} if typed == self._drafted else {"slot": self._slot, "text": typed}

    def restore(self, kept: dict[str, str]) -> None:
        """Put it back."""
        self._slot, self._drafted = kept.get("slot", ""), ""
        self.text.setPlainText(kept.get("text", ""))

    def _emergency(self) -> Emergency | None:
        return self._mode.emergency or self._mode.closing

    def _want_draft(self) -> None:
        """Draft the slot that is owed now, unless a hand has written for it already."""
        emergency, owed = self._emergency(), self._mode.owed
        if emergency is None or owed is None or self._busy:
            return
        if self._by_hand and self._slot in ("", f"{emergency.id}/{owed.id}"):
            self._slot = f"{emergency.id}/{owed.id}"  # written before any draft came
            return
        ask = AskReportDraft(emergency=emergency.id)
        self._desk.worker.ask(
            "mode.draft", ask, self._desk.who, self._take, owner=self, lasting=True
        )

    def _take(self, draft: object) -> None:
        assert isinstance(draft, ReportDraft)
        emergency, owed = self._emergency(), self._mode.owed
        if emergency is None or owed is None:
            return
        here = f"{emergency.id}/{owed.id}"
        if self._by_hand and self._slot in ("", here):
            self._slot = here
            return  # a hand has written while the draft was on its way: it stays
        if self._by_hand and self._slot.startswith(emergency.id):
            self.note.warn(self.tr("这份内容是为前一次写的；请核对，或按 Ctrl+R 重新起草"))
            return
        text = report_text(draft, emergency, owed, self.teams, self._desk.clock.zone)
        self._slot, self._drafted = here, text
        if text != self.text.toPlainText():
            at = self.text.textCursor().position()
            self.text.setPlainText(text)
            cursor = self.text.textCursor()
            cursor.setPosition(min(at, len(text)))
            self.text.setTextCursor(cursor)

    def _draw(self) -> None:
        reports = self._view.reports if self._view else ()
        owed = [one for one in reports if one.report is None]
        sent = sorted(
            (one for one in reports if one.report is not None),
            key=lambda one: one.slot.due,
            reverse=True,
        )
        shown = [self._row(one, number) for number, one in enumerate([*owed, *sent])]
        marked = self.model.choice(self.list.currentIndex().row())
        if shown != list(self.model.choices()):
            self.model.load(shown)
            keys = [one.key for one in shown]
            at = keys.index(marked.key) if marked and marked.key in keys else 0
            if marked and shown and _owed(marked) and not _owed(shown[at]):
                at = 0  # what was just sent makes way for what is owed next
            if shown:
                self.list.setCurrentIndex(self.model.index(at))
        self._tell()

    def _row(self, one: ReportView, number: int) -> Choice:
        now, zone = self._desk.now(), self._desk.clock.zone
        due = clock_text(one.slot.due, now, zone)
        name = f"{word(one.slot.kind)} {due}"
        if one.report is None:
            late = one.slot.due < now
            sign, tone = ("■", "danger") if late else ("…", "text" if number == 0 else "dim")
            return Choice(one.slot.id, f"{sign} {name}", time_left(now, one.slot.due), one, tone)
        report = one.report
        late = say("迟报") if report.sent_at > report.due else say("按时")
        nil = say("零报告 ") if report.nil else ""
        by = self._desk.reference.names.get(report.sent_by, report.sent_by)
        note = f"{nil}{late} {stamp(report.sent_at, zone)[6:]} {by}"
        return Choice(one.slot.id, f"✓ {name}", note, one, "ok")

    def _tell(self) -> None:
        owed = self._mode.owed
        past = self._chosen_sent()
        self.text.setReadOnly(owed is None)
        self._send.setEnabled(owed is not None)
        self._nil.setEnabled(owed is not None)
        if self._emergency() is None:
            self._head.setText(
                self.tr("平时没有应急上报。切换确认后，首报、续报、终报在这里起草。")
            )
        elif owed is None:
            self._head.setText(self.tr("应报的都已上报。"))
        else:
            text = self.tr("现在报：%1（%2）").replace("%1", word(owed.kind))
            self._head.setText(text.replace("%2", time_left(self._desk.now(), owed.due)))
        self._past.setText(past)
        self._past.setVisible(bool(past))
        self.text.setVisible(owed is not None)

    def _chosen_sent(self) -> str:
        row = self.model.choice(self.list.currentIndex().row())
        one = row.value if row is not None else None
        if not isinstance(one, ReportView) or one.report is None:
            return ""
        return one.words or self.tr("零报告，没有文字。")

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(ROWS_HIGH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("应报和已报"))
        self.text.setAccessibleName(self.tr("报告内容"))
        self.text.setTabChangesFocus(True)
        self._past = QLabel(wordWrap=True, objectName="mode.sent")
        self._past.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._send = self.button("mode.report.send", self.tr("上报  Ctrl+Enter"), self.send)
        self._nil = self.button("mode.report.nil", self.tr("零报告  Ctrl+0"), self._send_nil)
        again = self.button("mode.report.draft", self.tr("重新起草  Ctrl+R"), self.draft_again)
        for one in (self._head, self.list, self._past, self.text, self.note):
            self.column.addWidget(one, 1 if one in (self.list, self.text) else 0)
        self.row(self._send, self._nil, again)

    def _send_nil(self) -> None:
        self.send(nil=True)

    def _wire(self) -> None:
        self.keys.bind("Ctrl+Return", self.send)
        self.keys.bind("Ctrl+0", self._send_nil)
        self.keys.bind("Ctrl+R", self.draft_again)
        self.keys.watch(self.list, self.text)
        moves = FormKeys(self)
        moves.bind("Return", self._write)
        moves.watch(self.list)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def _write(self) -> None:
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)


def _owed(row: Choice) -> bool:
    return isinstance(row.value, ReportView) and row.value.report is None
