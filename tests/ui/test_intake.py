"""The intake form by keyboard alone, on real widgets."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import FileCase, MergeCase
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role
from commandcenter.services.views import AskBeside
from tests.ui.callfakes import NOW, CallDesk, a_case, board, changes
from tests.ui.callseat import Seat, beside, intake_seat
from tests.ui.deskseat import Link

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk() -> CallDesk:
    return CallDesk()


@pytest.fixture
def roles() -> frozenset[str]:
    return frozenset({Role.INTAKE_OFFICER})


@pytest.fixture
def seat(qtbot: Any, desk: CallDesk, roles: frozenset[str]) -> Iterator[Seat]:
    with intake_seat(qtbot, desk, roles) as made:
        yield made


def test_a_call_is_taken_in_by_keyboard_alone(seat: Seat) -> None:
    seat.fill()
    assert seat.panel.form.item.text == "21-903 危化品非法储运"
    assert "紧急" in seat.panel.form.facts.text()
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 1)
    report = seat.desk.reported()
    assert report.source is Source.HOTLINE
    assert report.item == "21-903"
    assert report.caller_phone == "19900005001"
    assert report.caller_name == "李女士"
    assert "汽油味" in report.words
    assert report.place == "小龙新村路12号"
    assert report.grid is not None and report.grid.startswith("440113120")
    assert report.hotline_at == NOW
    assert seat.context.who == "intake-1"


def test_the_form_is_empty_for_the_next_call_and_the_case_is_selected(seat: Seat) -> None:
    seat.fill()
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: seat.panel.form.draft().blank)
    assert seat.at("source")
    report = seat.desk.reported()
    assert seat.context.selection.current_case == ""
    seat.panel.apply(changes(a_case(id=report.case, version=1)))
    assert seat.context.selection.current_case == report.case


def test_enter_goes_on_in_the_order_of_a_call(seat: Seat) -> None:
    names = []
    seat.press(K.Key_1)
    for _ in range(7):
        names.append(QApplication.focusWidget().objectName().removeprefix("intake."))
        seat.press(K.Key_Return)
    assert names == ["phone", "name", "number", "hotline", "words", "item", "place"]
    assert seat.at("take")


def test_tab_goes_the_same_way(seat: Seat) -> None:
    names = []
    for _ in range(7):
        seat.press(K.Key_Tab)
        names.append(QApplication.focusWidget().objectName().removeprefix("intake."))
    assert names == ["phone", "name", "number", "hotline", "words", "item", "place"]


def test_digits_choose_the_source_and_its_fields(seat: Seat) -> None:
    seat.press(K.Key_2)
    assert seat.panel.form.draft().source is Source.GRID
    assert seat.at("reporter")
    assert seat.panel.form.phone.isHidden()
    seat.panel.form.source.setFocus()
    seat.press(K.Key_3)
    assert seat.panel.form.draft().source is Source.VIDEO
    assert seat.panel.form.reporter.isHidden()


def test_a_grid_members_report_names_the_member(seat: Seat) -> None:
    seat.press(K.Key_2)
    member = next(one for one in board().people if Role.GRID_MEMBER in one.roles and one.on_shift)
    seat.type(seat.context.reference.names[member.id])
    assert not seat.panel.form.reporter.list.isHidden()
    seat.press(K.Key_Return)
    assert seat.at("words")
    seat.type("巡查闻到汽油味")
    seat.press(K.Key_Return)
    seat.type("whp")
    seat.press(K.Key_Return)
    seat.type(member.grids[0])
    seat.press(K.Key_Return)
    seat.idle()
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 1)
    report = seat.desk.reported()
    assert report.reporter == member.id
    assert report.grid == member.grids[0]
    assert report.caller_phone is None and report.behalf is None


def test_words_of_the_call_suggest_the_item(seat: Seat) -> None:
    seat.panel.form.words.setFocus()
    seat.type("楼下夜市烧烤油烟很大")
    seat.bot.waitUntil(lambda: not seat.panel.form.item.list.isHidden())
    first = seat.panel.form.item.list.current()
    assert first is not None and first.key == "05-10"
    assert "烧烤" in first.note
    seat.press(K.Key_Return)
    assert seat.at("item")
    seat.press(K.Key_Return)
    assert seat.panel.form.draft().item == "05-10"
    assert seat.panel.form.item.list.isHidden()


def test_arrows_move_among_suggestions(seat: Seat) -> None:
    seat.panel.form.item.line.setFocus()
    QTest.keyClicks(seat.panel.form.item.line, "05")
    first = seat.panel.form.item.list.current()
    seat.press(K.Key_Down)
    second = seat.panel.form.item.list.current()
    assert first != second
    seat.press(K.Key_Tab)
    assert seat.panel.form.draft().item == second.key
    assert seat.at("place")


def test_what_is_missing_is_said_beside_its_field(seat: Seat) -> None:
    seat.press(K.Key_1)
    seat.type("12")
    seat.press(K.Key_Return, CTRL)
    assert seat.desk.done == []
    said = {
        key: seat.panel.findChild(QLabel, f"intake.fault.{key}").text()
        for key in ("phone", "words", "item", "place")
    }
    assert "电话" in said["phone"]
    assert all(text.startswith("▲") for text in said.values())
    assert seat.at("phone")


def test_a_refusal_leaves_everything_typed_and_speaks_in_words(seat: Seat) -> None:
    seat.fill()
    seat.desk.no = Refusal("no_such_grid", grid="x")
    before = seat.panel.form.draft()
    seat.press(K.Key_Return, CTRL)
    fault = seat.panel.findChild(QLabel, "intake.fault.place")
    seat.bot.waitUntil(fault.isVisible)
    assert "网格" in fault.text()
    assert seat.panel.form.draft() == before
    assert seat.at("place")


def test_after_a_failure_the_same_command_goes_again(seat: Seat) -> None:
    seat.fill()
    seat.desk.no = OSError("disk")
    failed: list[object] = []
    seat.context.worker.failed.connect(failed.append)
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: seat.panel.findChild(QLabel, "intake.status").isVisible())
    first = seat.panel._sent
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 1)
    assert seat.desk.done == [first]
    assert len(failed) == 1


def test_enter_belongs_to_the_input_method_while_it_composes(seat: Seat) -> None:
    seat.panel.form.words.setFocus()
    QApplication.sendEvent(seat.panel.form.words, QInputMethodEvent("qi you", []))
    left: list[int] = []
    seat.panel.left.connect(lambda: left.append(1))
    seat.press(K.Key_Return)
    seat.press(K.Key_Escape)
    assert seat.at("words")
    assert left == []
    assert seat.panel.form.words.toPlainText() == ""
    seat.type("汽油")
    seat.press(K.Key_Return)
    assert seat.at("item")
    assert seat.panel.form.words.toPlainText() == "汽油"


def test_shift_enter_is_a_new_line_of_words(seat: Seat) -> None:
    seat.panel.form.words.setFocus()
    seat.type("一")
    seat.press(K.Key_Return, SHIFT)
    seat.type("二")
    assert len(seat.panel.form.draft().words.splitlines()) == 2


def test_escape_keeps_the_draft(seat: Seat) -> None:
    seat.fill()
    before = seat.panel.form.draft()
    with seat.bot.waitSignal(seat.panel.left):
        seat.press(K.Key_Escape)
    seat.panel.hide()
    seat.panel.show()
    assert seat.panel.form.draft() == before


def test_a_click_on_the_map_gives_the_place(seat: Seat) -> None:
    seat.panel.place_at(113.43347, 22.94733)
    seat.idle()
    draft = seat.panel.form.draft()
    assert draft.grid is not None and (draft.lon, draft.lat) == (113.43347, 22.94733)
    assert seat.panel.form.facts.isVisible()
    assert "网格" in seat.panel.form.facts.text()


def test_duplicates_that_nobody_could_look_up_are_not_none(seat: Seat) -> None:
    seat.desk.answers[AskBeside] = beside
    link = Link(seat.context.worker)
    link.down = True
    seat.fill()
    title = seat.panel.findChild(QLabel, "beside.title")
    seat.bot.waitUntil(lambda: title.text() == "疑似重复：现在查不到，恢复后自动再查")
    seat.idle()
    link.down = False
    seat.context.worker.again(seat.context.who)
    seat.bot.waitUntil(lambda: seat.panel.beside.rows.rowCount() == 2)
    assert title.text().startswith("疑似重复 1 件")


def test_duplicates_appear_beside_and_merging_is_one_key(seat: Seat) -> None:
    seat.desk.answers[AskBeside] = beside
    seat.fill()
    seat.bot.waitUntil(lambda: seat.panel.beside.rows.rowCount() == 2)
    first = seat.panel.beside.rows.choice(0)
    assert "35 米" in first.text and "0.4" in first.text and "82" in first.text
    assert "处置中" in first.note
    words = seat.panel.findChild(QLabel, "beside.words")
    assert "闻到汽油味，很呛" in words.text()
    seat.press(K.Key_M, CTRL)
    seat.bot.waitUntil(lambda: seat.panel.form.draft().blank)
    report = seat.desk.reported()
    seat.panel.apply(changes(a_case(id=report.case, version=7, state=CaseState.REPORTED)))
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 2)
    merge = seat.desk.done[1]
    assert isinstance(merge, MergeCase)
    assert (merge.case, merge.seen, merge.into) == (report.case, 7, "old-1")
    assert seat.context.selection.current_case == "old-1"


def test_an_earlier_case_tells_what_became_of_it_and_takes_no_merge(seat: Seat) -> None:
    seat.desk.answers[AskBeside] = beside
    seat.fill()
    seat.bot.waitUntil(lambda: seat.panel.beside.rows.rowCount() == 2)
    seat.press(K.Key_Down, CTRL)
    earlier = seat.panel.beside.rows.choice(1)
    assert "同一电话" in earlier.text
    assert "已结案" in earlier.note
    assert not seat.panel.findChild(QPushButton, "intake.merge").isEnabled()
    seat.press(K.Key_M, CTRL)
    assert "不能并入" in seat.panel.findChild(QLabel, "intake.status").text()
    assert seat.desk.done == []


def test_filing_at_once_is_the_shift_leads(seat: Seat) -> None:
    button = seat.panel.findChild(QPushButton, "intake.file")
    assert not button.isVisible()
    seat.fill()
    seat.press(K.Key_Return, CTRL | SHIFT)
    assert seat.desk.done == []
    seat.context.roles = frozenset({Role.INTAKE_OFFICER, Role.SHIFT_LEAD})
    seat.panel.apply(changes())
    assert button.isVisible()
    seat.press(K.Key_Return, CTRL | SHIFT)
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 1)
    report = seat.desk.reported()
    seat.panel.apply(changes(a_case(id=report.case, version=1, state=CaseState.REPORTED)))
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 2)
    assert isinstance(seat.desk.done[1], FileCase)


def test_a_dispatcher_enters_a_members_report_on_behalf(seat: Seat) -> None:
    seat.context.roles = frozenset({Role.DISPATCHER})
    seat.press(K.Key_2)
    member = next(one for one in board().people if Role.GRID_MEMBER in one.roles)
    seat.type(seat.context.reference.names[member.id])
    seat.press(K.Key_Return)
    seat.type("汽油味")
    seat.press(K.Key_Return)
    seat.press(K.Key_9)
    QTest.keyClicks(QApplication.focusWidget(), "03")
    seat.press(K.Key_Return)
    seat.type(member.grids[0])
    seat.press(K.Key_Return)
    seat.idle()
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 1)
    behalf = seat.desk.reported().behalf
    assert behalf is not None and behalf.person == member.id


def test_a_pasted_picture_is_kept_and_sent(seat: Seat) -> None:
    seat.context.keep_picture = lambda data: "ab" * 32
    seat.fill()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    seat.press(K.Key_V, CTRL)
    seat.bot.waitUntil(lambda: len(seat.panel.form.pictures.pictures()) == 1)
    seat.press(K.Key_Return, CTRL)
    seat.bot.waitUntil(lambda: len(seat.desk.done) == 1)
    assert [one.sha256 for one in seat.desk.reported().pictures] == ["ab" * 32]


def test_a_pasted_text_stays_text(seat: Seat) -> None:
    QGuiApplication.clipboard().setText("路边有垃圾")
    seat.panel.form.words.setFocus()
    seat.press(K.Key_V, CTRL)
    assert seat.panel.form.draft().words == "路边有垃圾"
    assert seat.panel.form.pictures.count == 0
