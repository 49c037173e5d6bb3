"""The handover panel on the real Desk: live, worked by keys, signed twice, checked afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from commandcenter.domain.commands import (
    AcknowledgeItem,
    FreezeHandover,
    MakePromise,
    RecordNotice,
    SignHandover,
)
from commandcenter.domain.handover import KitState, NoticeKind, Party
from commandcenter.services.handover_views import (
    AskHandover,
    AskHandovers,
    AskNotices,
    HandoverView,
)
from commandcenter.services.views import Board, Changes
from commandcenter.storage import tables as t
from tests.fakes import Room, local, open_room, writing
from tests.ui.deskseat import DeskSeat, seat_at
from tests.walks import signed
from ui.alarms import Alarm
from ui.context import DeskContext
from ui.models.handover import TAKEN, HandoverModel, rows_of
from ui.palette import colours
from ui.panels.handover import HandoverPanel
from ui.panels.handover_lists import coming_time
from ui.panels.handover_watch import AbsentWatch
from ui.words import handing

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
DAY = "2025-10-16"
PASS = {"lead-1": "outgoing-pass-1", "lead-2": "incoming-pass-2"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = open_room(tmp_path / "street", f"{DAY} 07:30")
    yield made
    made.center.close()


@pytest.fixture
def lead(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", HandoverPanel, (860, 520)) as found:
        found.until(lambda: found.panel.page.view is not None)
        yield found


def view(room: Room, record: str | None = None) -> HandoverView:
    found: HandoverView = room.desk.ask(AskHandover(handover=record), "lead-1")
    return found


def frozen(room: Room, **more: str) -> str:
    return room.do(FreezeHandover, "lead-1", incoming="lead-2", **more).subject


def sit(seat: DeskSeat, person: str) -> None:
    """Somebody else takes the seat, as the desk tells its panels."""
    seat.context.who = person
    seat.panel.sits()


def told(seat: DeskSeat) -> list[str]:
    """How each row was taken, in words."""
    rows = seat.panel.page.items.rows
    return [rows.row(at).told for at in range(rows.rowCount())]


def until_taken(seat: DeskSeat, *wanted: str) -> None:
    words = [f"{TAKEN[one][0]} {TAKEN[one][1]}" for one in wanted]
    seat.until(lambda: told(seat) == words)


def text(seat: DeskSeat) -> str:
    return str(seat.panel.page.parts.toPlainText())


def test_the_draft_is_live_and_marks_what_is_new(lead: DeskSeat, room: Room) -> None:
    page = lead.panel.page
    assert page.items.rows.rowCount() == 0 and page.nothing.isVisible()
    assert "零报告" in page.counts.text() and "草稿" in page.title.text()
    case = signed(room, item="01-10")
    words = {"kind": NoticeKind.INSTRUCTION, "words": "加强<夜间>巡查", "origin": "区"}
    room.do(RecordNotice, "lead-1", **words)
    room.do(MakePromise, "dispatch-1", case=case, party=Party.COMPLAINANT, words="中午前回电",
            by_when=local(f"{DAY} 12:00"))  # fmt: skip
    lead.until(lambda: page.items.rows.rowCount() == 1 and "中午前回电" in text(lead))
    assert "加强<夜间>巡查" in text(lead) and "＋新增" in text(lead)
    assert "答应诉求人 10-16 12:00 前" in text(lead) and "零报告" not in page.counts.text()
    row = page.items.rows.row(0)
    assert handing.marked(row.view.mark) == "＋新增" and row.told == ""
    assert "冻结时的台账末条" in text(lead) and view(room).parts.head[:16] in text(lead)


def test_the_outgoing_freezes_by_keys_with_what_waits_unsent(lead: DeskSeat, room: Room) -> None:
    lead.context.unsent = lambda: 3
    page = lead.panel.page
    lead.press(K.Key_Return, CTRL)
    assert page.freeze.incoming.hasFocus() and page.freeze.incoming.currentData() == "lead-2"
    lead.press(K.Key_Tab)
    lead.press(K.Key_Tab)
    lead.type("夜间平稳")
    lead.press(K.Key_Return)
    lead.until(lambda: page.running is not None)
    record = page.running
    assert (record.incoming, record.leader) == ("lead-2", None)
    assert "夜间平稳" in text(lead) and "本席有 3 条未发送" in text(lead)
    assert page.freeze.isHidden() and page.freeze.remarks.text() == ""


def test_the_incoming_takes_item_by_item_and_the_case_opens(lead: DeskSeat, room: Room) -> None:
    cases = [signed(room, item="01-10") for _ in range(3)]
    record = frozen(room)
    page = lead.panel.page
    lead.until(lambda: page.items.rows.rowCount() == 3 and page.running)
    lead.press(K.Key_Return)
    assert "T" in page.note.text() and view(room, record).unacknowledged  # not the outgoing's
    sit(lead, "lead-2")
    lead.press(K.Key_Home)
    lead.press(K.Key_N)
    assert lead.context.selection.current_case == cases[1]
    lead.press(K.Key_Space)
    until_taken(lead, "open", "taken", "open")
    assert page.progress.text() == "已确认 1/3"
    lead.press(K.Key_Home)
    lead.press(K.Key_Q)
    lead.type("谁去现场")
    lead.press(K.Key_Return)
    until_taken(lead, "asked", "taken", "open")
    lead.press(K.Key_Home)
    assert "提问：谁去现场" in page.detail.text() and "提问 1" in page.progress.text()
    late = room.report(place="新报路口")
    until_taken(lead, "asked", "taken", "open", "late")
    lead.press(K.Key_J)
    lead.press(K.Key_Return)
    until_taken(lead, "asked", "taken", "taken", "late")
    lead.press(K.Key_Return)
    until_taken(lead, "asked", "taken", "taken", "taken")
    assert page.items.rows.row(3).case == late and page.items.rows.row(3).view.item.late


def test_what_changed_shows_both_states_and_asks_again(lead: DeskSeat, room: Room) -> None:
    case = signed(room, item="01-10")
    record = frozen(room)
    room.do(AcknowledgeItem, "lead-2", handover=record, case=case)
    sit(lead, "lead-2")
    until_taken(lead, "taken")
    room.do(MakePromise, "dispatch-1", case=case, party=Party.LEADER, words="九点报告",
            by_when=local(f"{DAY} 09:00"))  # fmt: skip
    until_taken(lead, "again")
    assert lead.panel.page.detail.text() == "变化：承诺 （无） → 领导 10-16 09:00"
    lead.press(K.Key_Return)
    until_taken(lead, "taken")
    assert lead.panel.page.detail.text() == "变化：承诺 （无） → 领导 10-16 09:00"
    assert not view(room, record).unacknowledged


def signs(seat: DeskSeat, person: str, *passwords: str) -> None:
    """One signature by keys: the strip is open, the person chosen."""
    strip = seat.panel.page.sign
    seat.until(lambda: strip.person.currentData() == person and strip.password.hasFocus())
    seat.until(lambda: strip.again.isVisible() == (len(passwords) == 2))
    for password in passwords:
        QTest.keyClicks(QApplication.focusWidget(), password)
        seat.press(K.Key_Tab) if password is not passwords[-1] else seat.press(K.Key_Return)


def test_two_sign_at_one_seat_and_the_case_that_is_missing_is_named(
    lead: DeskSeat, room: Room
) -> None:
    cases = [signed(room, item="01-10") for _ in range(2)]
    record, page = frozen(room), lead.panel.page
    room.do(AcknowledgeItem, "lead-2", handover=record, case=cases[0])
    until_taken(lead, "taken", "open")
    lead.press(K.Key_Return, CTRL)
    signs(lead, "lead-1", PASS["lead-1"], "something-else")
    assert "不一样" in page.note.text()
    QTest.keyClicks(QApplication.focusWidget(), PASS["lead-1"])
    lead.press(K.Key_Return)
    lead.until(lambda: "还不能签字" in page.note.text())
    assert view(room, record).handover.out_signed_at is None
    assert page.sign.password.text() == ""
    lead.press(K.Key_Down, CTRL)
    assert page.items.hasFocus() and page.items.current().case == cases[1]
    room.do(AcknowledgeItem, "lead-2", handover=record, case=cases[1])
    until_taken(lead, "taken", "taken")
    lead.press(K.Key_Return, CTRL)
    signs(lead, "lead-1", PASS["lead-1"], PASS["lead-1"])
    signs(lead, "lead-2", PASS["lead-2"], PASS["lead-2"])
    lead.until(lambda: "已签字" in page.title.text())
    done = view(room, record).handover
    assert done.signed and done.hash[:16] in text(lead) and "✓ 核验通过" in text(lead)
    assert text(lead).count("签字") >= 3 and room.case(cases[0]).owner == "lead-2"
    lead.press(K.Key_A)
    lead.type("更正：第2件承诺为14时")
    lead.press(K.Key_Return)
    lead.until(lambda: "更正：第2件承诺为14时" in text(lead))
    lead.press(K.Key_Escape)
    lead.until(lambda: "草稿" in page.title.text())
    assert handing.marked(page.items.rows.row(0).view.mark) == "＝无变化"


def test_wrong_passwords_are_told_and_lock(lead: DeskSeat, room: Room) -> None:
    record, page = frozen(room), lead.panel.page
    room.do(SignHandover, "lead-1", handover=record, password=PASS["lead-1"])
    sit(lead, "lead-2")
    room.do(SignHandover, "lead-2", handover=record, password=PASS["lead-2"])
    lead.until(lambda: page.view.handover is None or page.view.handover.signed)
    room.clock.set("19:50")
    again = room.do(FreezeHandover, "lead-2", incoming="lead-1").subject
    lead.until(lambda: page.shown == again)
    lead.press(K.Key_Return, CTRL)
    signs(lead, "lead-2", "not-the-word-1")
    lead.until(lambda: "密码不对" in page.note.text())
    for _ in range(4):
        signs(lead, "lead-2", "not-the-word-1")
        lead.until(lambda: not lead.context.worker._commands._jobs)
    signs(lead, "lead-2", PASS["lead-2"])
    lead.until(lambda: "已锁定" in page.note.text())


def test_old_records_are_listed_and_a_changed_one_is_told(lead: DeskSeat, room: Room) -> None:
    record, panel = frozen(room), lead.panel
    for who in PASS:
        room.do(SignHandover, who, handover=record, password=PASS[who])
    with writing(room.desk) as tx:
        rows, other = t.TABLES["handovers"], _other(room, record)
        changed = update(rows).where(rows.c.id == record).values(content=other)
        tx.connection.execute(changed)
    panel.tabs.setCurrentWidget(panel.records)
    lead.until(lambda: panel.records.table.rows.rowCount() == 1)
    row = panel.records.table.rows.row(0)
    assert row.cells[4] == "已签字" and row.cells[1] == lead.context.reference.names["lead-1"]
    lead.press(K.Key_Return)
    lead.until(lambda: panel.page.shown == record and "✗ 核验不符" in text(lead))
    lead.press(K.Key_Escape)
    lead.until(lambda: panel.page.shown is None)


def _other(room: Room, record: str) -> str:
    content: str = view(room, record).handover.content
    return content.replace('"queued":0', '"queued":1')


def test_a_wrong_record_is_dropped_with_a_reason(lead: DeskSeat, room: Room) -> None:
    frozen(room)
    lead.until(lambda: lead.panel.page.running is not None)
    lead.press(K.Key_Delete, CTRL)
    lead.press(K.Key_Return)
    lead.until(lambda: lead.panel.page.running is None)
    (entry,) = [one for one in room.desk.changes(0).entries if one.kind == "handover_dropped"]
    assert entry.facts["reason"] == "wrong_incoming"


def test_notices_are_written_down_and_ended(lead: DeskSeat, room: Room) -> None:
    page = lead.panel.notices
    lead.panel.tabs.setCurrentWidget(page)
    lead.until(lambda: page.empty.isVisible())
    lead.press(K.Key_N, CTRL)
    lead.type("上午雷阵雨")
    lead.press(K.Key_Tab)
    lead.type("气象台")
    lead.press(K.Key_Tab)
    lead.type("今天")
    lead.press(K.Key_Return)
    assert "12:00" in page.note.text() and page.form.words.text() == "上午雷阵雨"
    page.form.due.setText("12:00")
    lead.press(K.Key_Return)
    lead.until(lambda: page.table.rows.rowCount() == 1)
    cells = page.table.rows.row(0).cells
    assert cells[:4] == ("上级指示", "上午雷阵雨", "气象台", "10-16 12:00")
    lead.press(K.Key_Escape)
    lead.press(K.Key_Delete)
    lead.until(lambda: page.table.rows.rowCount() == 0)
    assert room.desk.ask(AskNotices(), "lead-1").notices == ()


def test_things_are_written_down_lent_and_struck_off(lead: DeskSeat, room: Room) -> None:
    page = lead.panel.kit
    lead.panel.tabs.setCurrentWidget(page)
    lead.until(lambda: page.empty.isVisible())
    lead.press(K.Key_N, CTRL)
    lead.type("粤A·D0001演示")
    lead.press(K.Key_Return)
    lead.until(lambda: page.table.rows.rowCount() == 1)
    lead.press(K.Key_Escape)
    lead.press(K.Key_Return)
    assert page.form.state.hasFocus() and page.form.thing.text() == "粤A·D0001演示"
    page.form.state.setCurrentIndex(page.form.state.findData("out"))
    page.form.holder.setCurrentIndex(page.form.holder.findData("dispatch-1"))
    lead.press(K.Key_Return)
    lead.until(lambda: page.table.rows.row(0).cells[2] == "借出")
    (kit,) = room.desk.ask(AskNotices(), "lead-1").kit
    assert (kit.state, kit.holder) == (KitState.OUT, "dispatch-1")
    lead.press(K.Key_Escape)
    lead.press(K.Key_Delete)
    lead.until(lambda: page.table.rows.rowCount() == 0)


def test_promises_are_listed_and_kept(lead: DeskSeat, room: Room) -> None:
    case = signed(room, item="01-10")
    made = {"party": Party.SUPERIOR, "words": "报区里", "by_when": local(f"{DAY} 09:00")}
    room.do(MakePromise, "dispatch-1", case=case, **made)
    page = lead.panel.promises
    lead.panel.tabs.setCurrentWidget(page)
    lead.until(lambda: page.table.rows.rowCount() == 1 and page.lines.get(case) is not None)
    lead.until(lambda: page.lines.get(case).version == room.case(case).version)
    assert page.table.rows.row(0).cells[1:3] == ("上级", "报区里")
    lead.press(K.Key_Return)
    lead.until(lambda: page.table.rows.rowCount() == 0 and page.empty.isVisible())
    kinds = [one.kind for one in room.desk.changes(0).entries]
    assert kinds[-1] == "promise_kept"


class Watched(HandoverPanel):
    """A handover and the watch that its door keeps."""

    def __init__(self, desk: DeskContext) -> None:
        super().__init__(desk)
        self.watch = AbsentWatch(desk, self)

    def load(self, board: Board) -> None:
        super().load(board)
        self.watch.load(board)

    def apply(self, changes: Changes) -> None:
        super().apply(changes)
        self.watch.apply(changes)


@pytest.mark.parametrize("who", ["duty-1", "lead-1", "dispatch-1"])
def test_an_absent_person_rings_for_leader_and_outgoing(qtbot: QtBot, room: Room, who: str) -> None:
    case = signed(room, item="01-10")
    record = frozen(room, leader="duty-1")
    heard: list[Alarm | None] = []
    with seat_at(qtbot, room, who, Watched, (860, 520)) as seat:
        seat.panel.watch.changed.connect(heard.append)
        room.clock.set("08:15")
        assert room.desk.tick() >= 1
        if who == "dispatch-1":
            seat.until(lambda: seat.panel.page.view and seat.panel.page.view.handover.alerted_at)
            for _ in range(2):  # the watch asks twice at most, on the same lane
                known: list[object] = []
                seat.context.ask("known", AskHandovers(days=2), known.append)
                seat.until(lambda known=known: known)
            assert heard == []
            return
        seat.until(lambda: heard)
        assert heard[0].kind == "incoming_absent" and heard[0].since == local(f"{DAY} 08:00")
        room.do(AcknowledgeItem, "lead-2", handover=record, case=case)
        seat.until(lambda: heard[-1] is None)


def test_who_may_not_read_handovers_is_told_so(qtbot: QtBot, room: Room) -> None:
    with seat_at(qtbot, room, "auditor-1", HandoverPanel, (860, 520)) as seat:
        assert not seat.panel.tabs.isVisible() and "看不到" in seat.panel._barred.text()
        assert seat.panel.page.view is None


def test_the_model_keeps_qts_rules(qtbot: QtBot, room: Room) -> None:
    model = HandoverModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for many in (0, 3, 1):
        cases = [signed(room, item="01-10") for _ in range(many)]
        model.load(rows_of(view(room)))
        assert [model.row_of(case) >= 0 for case in cases] == [True] * many
    model.load([])
    assert model.rowCount() == 0 and model.next_open(0) == -1
    del tester


def test_the_next_twelve_oclock(room: Room) -> None:
    clock, now = room.desk.rules.clock, local(f"{DAY} 13:00")
    assert coming_time("12:00", now, clock) == local("2025-10-17 12:00")
    assert coming_time("14:00", now, clock) == local(f"{DAY} 14:00")
    assert coming_time("10-16 12:00", now, clock) == local(f"{DAY} 12:00")
    assert coming_time("noon", now, clock) is None


def test_every_way_of_being_taken_has_a_sign_a_word_and_a_colour() -> None:
    for sign, word, token in TAKEN.values():
        assert bool(sign) == bool(word) and colours().colour(token).isValid()
