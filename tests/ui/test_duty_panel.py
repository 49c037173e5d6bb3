"""The duty roster at the real Desk: drafted, typed into, checked, published, swapped, printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import AskDutyChange, DutyLine, PlanDuties, PublishDuties
from commandcenter.domain.duty import Duty, DutyAsk, DutyState, Post
from commandcenter.services.duty_views import AskDutyMonth, DutyMonth
from tests.fakes import Room, open_room
from tests.ui.deskseat import DeskSeat, Link, seat_at
from ui.models.duty import FIRST_POST, POSTS, DutyModel
from ui.panels.duty import DutyPanel
from ui.panels.duty_people import Roll

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
FIRST, LAST = date(2025, 10, 1), date(2025, 10, 31)
CREW = {"day": ("duty-1", "lead-1", "dispatch-1"), "night": ("duty-1", "lead-2", "dispatch-2")}


@pytest.fixture
def room(founded: Path, tmp_path: Path) -> Iterator[Room]:
    shutil.copytree(founded, tmp_path / "street")
    made = open_room(tmp_path / "street", "2025-10-01 07:00")
    yield made
    made.center.close()


@pytest.fixture
def seat(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", DutyPanel, (846, 640)) as found:
        found.until(lambda: found.panel.book.month is not None)
        found.until(lambda: found.panel.book.roll._spelled)
        yield found


def month(room: Room) -> DutyMonth:
    found: DutyMonth = room.desk.ask(AskDutyMonth(first=FIRST, last=LAST), "lead-1")
    return found


def lines(*days: int) -> tuple[DutyLine, ...]:
    return tuple(
        DutyLine(day=date(2025, 10, day), shift=shift, post=post, person=person)
        for day in days
        for shift, crew in CREW.items()
        for post, person in zip(POSTS, crew, strict=False)
    )


def plan(room: Room, *days: int) -> None:
    span = {"first": date(2025, 10, min(days)), "last": date(2025, 10, max(days))}
    room.do(PlanDuties, "lead-1", pattern="day_night", lines=lines(*days), **span)


def publish(room: Room, *days: int, reason: str = "人手不足") -> None:
    plan(room, *days)
    room.do(PublishDuties, "lead-1", first=date(2025, 10, min(days)),
            last=date(2025, 10, max(days)), reason=reason)  # fmt: skip


def cell(seat: DeskSeat, day: int, shift: str, post: Post) -> str:
    """Make this cell the current one; what it shows."""
    model: DutyModel = seat.panel.month.table.model_
    rows = [model.row(n) for n in range(model.rowCount())]
    at = next(n for n, one in enumerate(rows) if one and (one.day.day, one.shift) == (day, shift))
    index = model.index(at, FIRST_POST + POSTS.index(post))
    seat.panel.month.table.setCurrentIndex(index)
    return str(index.data())


def type_in(seat: DeskSeat, day: int, shift: str, post: Post, text: str) -> None:
    """Enter opens the cell, the text replaces what is there, Enter closes it."""
    cell(seat, day, shift, post)
    table = seat.panel.month.table
    table.setFocus()
    QTest.keyClick(table, K.Key_Return)
    field = table.indexWidget(table.currentIndex())
    assert isinstance(field, QLineEdit)
    field.setText(text)
    QTest.keyClick(field, K.Key_Return)
    QApplication.processEvents()


def name(seat: DeskSeat, person: str) -> str:
    return str(seat.context.reference.names[person])


def initials(seat: DeskSeat, person: str) -> str:
    return str(seat.panel.book.roll._spelled[person])


def test_a_month_is_drafted_from_crews_by_initials_and_shows_its_faults(seat: DeskSeat) -> None:
    panel = seat.panel
    QAbstractItemModelTester(panel.month.table.model_)
    panel.tabs.setCurrentWidget(panel.crews)
    crews = panel.crews.table
    for column, (lead, dispatch) in enumerate(
        (("lead-1", "dispatch-1"), ("lead-2", "dispatch-2"),
         ("lead-1", "dispatch-3"), ("lead-2", ""))
    ):  # fmt: skip
        for row, person in ((1, lead), (2, dispatch)):
            if person:
                crews.item(row, column).setText(initials(seat, person).upper())
    crews.item(0, 0).setText(name(seat, "duty-1"))
    QTest.keyClick(crews, K.Key_Return, CTRL)
    seat.until(lambda: month(seat.room).duties)
    seat.until(lambda: panel.month.faults.count() > 0)
    assert panel.tabs.currentWidget() is panel.month
    made = month(seat.room)
    assert {one.state for one in made.duties} == {DutyState.DRAFT}
    gap = made.findings[0]
    assert "缺岗" in panel.month.faults.item(0).text() and gap.post is Post.DISPATCH
    panel.month.next_fault()
    table = panel.month.table
    assert "▲缺岗" in str(table.currentIndex().data())
    assert table.model_.row(table.currentIndex().row()).starts == gap.at
    assert str(table.model_.index(0, 0).data()) == "10-01 周三 休"
    leaders = [one for one in made.duties if one.post is Post.LEADER]
    assert len(leaders) == 62, "the leader stays the whole day"


def test_the_crews_of_a_published_month_come_back_for_the_next(seat: DeskSeat) -> None:
    publish(seat.room, *range(1, 32))
    panel = seat.panel
    seat.until(lambda: panel.book.month.duties)
    crews = panel.crews.table
    seat.until(lambda: crews.item(1, 0) is not None and crews.item(1, 0).text() != "")
    taught = [crews.item(1, n).text() for n in range(crews.columnCount())]
    assert set(taught) == {name(seat, "lead-1"), name(seat, "lead-2")}
    QTest.keyClick(panel.month.table, K.Key_PageDown, CTRL)
    seat.until(lambda: panel.book.month.first == date(2025, 11, 1))
    assert [crews.item(1, n).text() for n in range(crews.columnCount())] == taught
    assert panel.crews._note.text().startswith("白班 08:00–17:00、夜班 17:00–08:00")


def test_two_cells_of_a_day_typed_at_once_are_both_kept(seat: DeskSeat) -> None:
    plan(seat.room, 6)
    seat.until(lambda: cell(seat, 6, "day", Post.LEAD) == f"✎{name(seat, 'lead-1')}")
    type_in(seat, 6, "day", Post.INTAKE, initials(seat, "intake-1"))
    type_in(seat, 6, "day", Post.ON_CALL, f"{name(seat, 'intake-2')}、{name(seat, 'intake-3')}")
    seat.until(lambda: len(month(seat.room).duties) == 9)
    both = {one.person for one in month(seat.room).duties if one.post is Post.ON_CALL}
    assert both == {"intake-2", "intake-3"}
    seat.until(lambda: cell(seat, 6, "day", Post.INTAKE) == f"✎{name(seat, 'intake-1')}")
    QTest.keyClick(seat.panel.month.table, K.Key_Delete)
    seat.until(lambda: len(month(seat.room).duties) == 8)


def test_a_cell_that_broke_does_not_go_along_with_the_next(seat: DeskSeat) -> None:
    link, book = Link(seat.context.worker), seat.panel.book
    link.broken = True
    with seat.bot.waitSignal(seat.context.worker.failed):
        type_in(seat, 6, "day", Post.LEAD, initials(seat, "lead-1"))
    seat.failed.clear()
    link.broken = False
    assert book.lines(date(2025, 10, 6)) == ()
    type_in(seat, 6, "night", Post.LEAD, initials(seat, "lead-2"))
    seat.until(lambda: cell(seat, 6, "night", Post.LEAD).startswith("✎"))
    assert [one.person for one in month(seat.room).duties] == ["lead-2"]
    assert [one.person for one in book.lines(date(2025, 10, 6))] == ["lead-2"]


def test_a_cell_that_was_refused_takes_nothing_from_another_day(seat: DeskSeat) -> None:
    book, desk = seat.panel.book, seat.context
    first, other = (row for row in book.rows() if row.day.day in (6, 7) and row.shift == "day")
    desk.worker.refused.connect(lambda *_: book.put(other, Post.DISPATCH, ["dispatch-1"]))
    for desk.who, row in (("nobody", first), ("lead-1", other)):
        book.put(row, Post.LEAD, ["lead-1"])
    seat.until(lambda: book._ended == 3 and book.lines(first.day) == ())
    assert {one.person for one in month(seat.room).duties} == {"lead-1", "dispatch-1"}


def test_a_name_that_nobody_has_is_said_and_changes_nothing(seat: DeskSeat) -> None:
    plan(seat.room, 6)
    seat.until(lambda: cell(seat, 6, "day", Post.LEAD).startswith("✎"))
    before = seat.room.desk.changes(0, limit=10_000).seq
    type_in(seat, 6, "day", Post.LEAD, "无此人")
    assert "无此人" in seat.said[-1][1]
    assert seat.room.desk.changes(0, limit=10_000).seq == before


def test_the_completer_offers_who_holds_the_role(seat: DeskSeat) -> None:
    roll: Roll = seat.panel.book.roll
    line = QLineEdit()
    seat.bot.addWidget(line)
    completer = roll.completer(line, Post.LEAD)
    line.setCompleter(completer)
    completer.setCompletionPrefix(initials(seat, "lead-2"))
    offered = [
        completer.pathFromIndex(completer.completionModel().index(n, 0))
        for n in range(completer.completionCount())
    ]
    assert offered == [name(seat, "lead-2")]
    assert roll.find(name(seat, "dispatch-1"), Post.LEAD) == ["dispatch-1"]
    assert roll.find("zzzz", Post.LEAD) == []


def test_a_week_is_copied_and_the_draft_of_a_day_taken_back(seat: DeskSeat) -> None:
    plan(seat.room, 6, 7)
    seat.until(lambda: cell(seat, 7, "day", Post.LEAD).startswith("✎"))
    QTest.keyClick(seat.panel.month.table, K.Key_D, CTRL)
    seat.until(lambda: {one.day.day for one in month(seat.room).duties} == {6, 7, 13, 14})
    tired = f"✎{name(seat, 'lead-2')} ▲休息短"
    seat.until(lambda: cell(seat, 14, "night", Post.LEAD) == tired)
    QTest.keyClick(seat.panel.month.table, K.Key_Delete, CTRL)
    seat.until(lambda: {one.day.day for one in month(seat.room).duties} == {6, 7, 13})


def test_publishing_wants_a_reason_for_a_gap_and_never_takes_a_double(seat: DeskSeat) -> None:
    panel = seat.panel
    plan(seat.room, 6)
    seat.until(lambda: cell(seat, 6, "day", Post.DISPATCH).startswith("✎"))
    QTest.keyClick(panel.month.table, K.Key_Delete)
    seat.until(lambda: cell(seat, 6, "day", Post.DISPATCH) == "▲缺岗")
    type_in(seat, 6, "day", Post.INTAKE, name(seat, "lead-1"))
    seat.until(lambda: "▲" in cell(seat, 6, "day", Post.INTAKE))
    QTest.keyClick(panel.month.table, K.Key_Return, CTRL)
    said = panel.findChild(QLabel, "duty.said")
    assert "不能发布" in said.text() and not panel.findChild(QPushButton, "duty.go").isEnabled()
    panel.month.publish.put_away()
    cell(seat, 6, "day", Post.INTAKE)
    QTest.keyClick(panel.month.table, K.Key_Delete)
    seat.until(lambda: cell(seat, 6, "day", Post.INTAKE) == "")
    QTest.keyClick(panel.month.table, K.Key_Return, CTRL)
    seat.until(lambda: "缺岗 1" in said.text())
    reason = panel.findChild(QLineEdit, "duty.reason")
    assert QApplication.focusWidget() is reason
    seat.type("带班领导代")
    seat.press(K.Key_Return, CTRL)
    seat.until(lambda: {one.state for one in month(seat.room).duties} == {DutyState.PUBLISHED})
    seat.until(lambda: not panel.month.publish.isVisible())
    assert cell(seat, 6, "night", Post.LEAD) == name(seat, "lead-2")
    type_in(seat, 6, "night", Post.LEAD, name(seat, "lead-1"))
    seat.until(lambda: cell(seat, 6, "night", Post.LEAD) == f"✎{name(seat, 'lead-1')}")
    tip = str(panel.month.table.currentIndex().data(Qt.ItemDataRole.ToolTipRole))
    assert f"已发布的是：{name(seat, 'lead-2')}" in tip


def test_a_leave_is_asked_for_and_approved_by_another(qtbot: QtBot, room: Room) -> None:
    publish(room, 6)
    with seat_at(qtbot, room, "dispatch-1", DutyPanel, (846, 640)) as asker:
        panel = asker.panel
        asker.until(lambda: panel.book.month is not None and panel.requests.mine.count() == 1)
        panel.tabs.setCurrentWidget(panel.requests)
        assert not panel.month._buttons["publish"].isEnabled()
        panel.requests.leave.click()
        panel.requests.stand_in.setText(name(asker, "dispatch-3"))
        offered = [panel.requests.other.itemText(n) for n in range(panel.requests.other.count())]
        assert len(offered) == 1 and name(asker, "dispatch-2") in offered[0]
        panel.requests.ask()
        assert asker.said[-1][1] == "请写明原因"
        panel.requests.reason.setText("家中有事")
        panel.requests.reason.setFocus()
        asker.press(K.Key_Return, CTRL)
        asker.until(lambda: panel.requests.list.count() == 1)
        assert not panel.findChild(QPushButton, "duty.yes").isEnabled()
    with seat_at(qtbot, room, "lead-1", DutyPanel, (846, 640)) as lead:
        requests = lead.panel.requests
        lead.until(lambda: requests.list.count() == 1)
        lead.panel.tabs.setCurrentWidget(requests)
        text = requests.list.item(0).text()
        assert name(lead, "dispatch-3") in text and "家中有事" in text
        QTest.keyClick(requests.list, K.Key_Y, ALT)
        lead.until(lambda: requests.list.count() == 0)
    day = [one for one in month(room).duties if (one.shift, one.post) == ("day", Post.DISPATCH)]
    assert [one.person for one in day] == ["dispatch-3"]


def test_a_swap_names_both_duties_and_may_be_refused(qtbot: QtBot, room: Room) -> None:
    publish(room, 6)
    mine, theirs = (_duty(room, shift) for shift in ("day", "night"))
    room.do(AskDutyChange, "dispatch-1", kind=DutyAsk.SWAP, duty=mine.id, other=theirs.id,
            reason="换一天")  # fmt: skip
    with seat_at(qtbot, room, "lead-1", DutyPanel, (846, 640)) as lead:
        requests = lead.panel.requests
        lead.until(lambda: requests.list.count() == 1)
        assert "⇄" in requests.list.item(0).text()
        lead.panel.tabs.setCurrentWidget(requests)
        QTest.keyClick(requests.list, K.Key_N, ALT)
        lead.until(lambda: requests.list.count() == 0)
    assert _duty(room, "day").person == "dispatch-1"


def _duty(room: Room, shift: str) -> Duty:
    found = month(room).duties
    return next(one for one in found if (one.shift, one.post) == (shift, Post.DISPATCH))


def test_a_pattern_is_made_changed_and_removed(seat: DeskSeat) -> None:
    page = seat.panel.patterns
    seat.panel.tabs.setCurrentWidget(page)
    QTest.keyClick(page.list, K.Key_N, CTRL)
    page.key.setText("three")
    page.name.setText("三班倒")
    page.shifts.setPlainText("early 00:00-08:00\nmid 08:00-16:00\nlate 16:00-23:60")
    assert page._said.text().startswith("▲")
    page.save()
    assert "读不懂" in seat.said[-1][1]
    page.shifts.setPlainText("early 00:00-08:00\nmid 08:00-16:00\nlate 16:00-00:00+1")
    page.teams.setValue(3)
    assert "早班" in page._said.text()
    QTest.keyClick(page.key, K.Key_S, CTRL)
    seat.until(lambda: "three" in {one.id for one in month(seat.room).patterns})
    seat.until(lambda: page.list.count() == 5)
    assert page.list.currentItem().text() == "三班倒" and page.key.isReadOnly()
    QTest.keyClick(page.list, K.Key_Delete, CTRL)
    seat.until(lambda: page.list.count() == 4)


def test_what_is_typed_of_a_pattern_outlives_what_the_desk_tells(seat: DeskSeat) -> None:
    page, book = seat.panel.patterns, seat.panel.book
    seat.panel.tabs.setCurrentWidget(page)
    page.list.setCurrentRow(1)
    chosen = page.key.text()

    def told() -> None:
        with seat.bot.waitSignal(book.changed):
            book.refresh()

    page.name.setText("改到一半")
    told()
    assert (page.key.text(), page.name.text(), page.list.currentRow()) == (chosen, "改到一半", 1)
    QTest.keyClick(page.name, K.Key_S, CTRL)
    seat.until(lambda: "改到一半" in {one.name for one in month(seat.room).patterns})
    told()
    assert page.list.currentItem().text() == "改到一半"
    QTest.keyClick(page.list, K.Key_N, CTRL)
    told()  # nothing is typed yet: the form is a new one's all the same
    assert page.key.text() == "" and not page.key.isReadOnly()
    page.key.setText(chosen)
    told()
    assert page.list.currentRow() == -1 and page.key.text() == chosen


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_sheet_goes_out_and_comes_back_as_a_draft(
    seat: DeskSeat, tmp_path: Path, kind: str
) -> None:
    plan(seat.room, 6, 7)
    panel, file = seat.panel, tmp_path / f"值班表.{kind}"
    seat.until(lambda: cell(seat, 7, "day", Post.LEAD).startswith("✎"))
    panel.files.write(str(file))
    seat.until(lambda: ("info", f"已导出 4 行到 {file.name}") in seat.said)
    room = seat.room
    room.do(PlanDuties, "lead-1", pattern="day_night", first=FIRST, last=LAST, lines=())
    seat.until(lambda: not panel.book.month.duties)
    panel.files.look(str(file))
    seat.until(panel.files.isVisible)
    told = panel.findChild(QListWidget, "duty.told")
    assert told.count() == 4 and told.item(0).text().startswith("＋ 10-06 周一 白班：")
    assert month(room).duties == ()
    take = panel.findChild(QPushButton, "duty.take")
    seat.context.who = "nobody"

    def is_plan(subject: object, said: object) -> bool:
        return isinstance(subject, PlanDuties)

    with seat.bot.waitSignal(seat.context.worker.refused, check_params_cb=is_plan):
        take.click()
    seat.context.who = "lead-1"  # what was refused stands here still and is given again
    take.click()
    seat.until(lambda: len(month(room).duties) == 12)
    seat.until(lambda: not panel.files.isVisible())
    assert {(one.day, one.shift, one.post, one.person) for one in month(room).duties} == {
        (one.day, one.shift, one.post, one.person) for one in lines(6, 7)
    }


def test_a_printed_month_is_one_page_across_with_every_name(seat: DeskSeat, tmp_path: Path) -> None:
    publish(seat.room, *range(1, 32))
    seat.until(lambda: cell(seat, 31, "night", Post.LEAD).startswith(name(seat, "lead-2")))
    file = tmp_path / "month.pdf"
    seat.panel.files.print(str(file))
    seat.until(file.exists)
    paper = QPdfDocument()
    assert paper.load(str(file)) is QPdfDocument.Error.None_
    assert paper.pageCount() == 1
    size = paper.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (842, 595)
    text = paper.getAllText(0).text()
    assert text.count(name(seat, "lead-1")) == 31 and "10-31" in text and "值班表 2025-10" in text
    image = paper.render(0, size.toSize())
    inked = {image.pixel(x, y) for x in range(40, 800, 3) for y in (100, 200, 300, 400)}
    assert len(inked) > 2
    with seat.bot.waitSignal(seat.context.worker.refused) as no:
        seat.panel.files.print(str(tmp_path / "nowhere" / "month.pdf"))
    assert no.args[1].code == "sheet_unwritable"
