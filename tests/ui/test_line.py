"""The command line in the real window, by its keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import FileCase, UrgeCase
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.views import AskCandidates
from tests import walks
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import opened
from ui.desk import OpenDesk
from ui.tour.props import photo

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K, M = Qt.Key, Qt.KeyboardModifier


@dataclass
class Line:
    """Fingers on the command line of a real window."""

    desk: OpenDesk
    room: Room
    qtbot: QtBot

    @property
    def bar(self):
        return self.desk.fittings["line"].bar

    @property
    def said(self) -> str:
        return self.bar.told.said.text()

    def rows(self) -> list[tuple[str, str, str]]:
        found = self.bar.told.list.choices.choices()
        return [(one.text, one.note, one.tone) for one in found]

    def open(self) -> None:
        QTest.keyClick(QApplication.focusWidget(), K.Key_K, M.ControlModifier)
        self.until(self.bar.field.hasFocus)

    def type(self, text: str) -> None:
        """Letters as keys, other characters as an input method commits them."""
        for one in text:
            if one.isascii():
                QTest.keyClicks(QApplication.focusWidget(), one)
            else:
                event = QInputMethodEvent()
                event.setCommitString(one)
                QApplication.sendEvent(QApplication.focusWidget(), event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = M.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier)

    def enter(self, text: str) -> None:
        """Ctrl+K, the text, Enter."""
        self.open()
        self.type(text)
        self.press(K.Key_Return)

    def until(self, holds) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


def sit(qtbot: QtBot, room: Room, folder: Path, person: str) -> Iterator[Line]:
    with opened(qtbot, room, folder, person=person) as found:
        desk = found.desk
        qtbot.waitActive(desk.window)
        desk.window.go("queue")
        qtbot.waitUntil(lambda: desk.drafts is not None)
        yield Line(desk, room, qtbot)


@pytest.fixture
def dispatcher(qtbot: QtBot, room: Room, tmp_path: Path) -> Iterator[Line]:
    yield from sit(qtbot, room, tmp_path / "data", "dispatch-1")


@pytest.fixture
def lead(qtbot: QtBot, room: Room, tmp_path: Path) -> Iterator[Line]:
    yield from sit(qtbot, room, tmp_path / "data", "lead-1")


def filed(room: Room, **fields) -> tuple[str, str]:
    case = room.report(**fields)
    room.do(FileCase, "lead-1", case=case)
    return case, room.case(case).number[-4:]


def on_board(line: Line, case: str) -> None:
    """Until the line knows the case as it stands: the feed may bring its steps one by one."""
    cases, version = line.desk.fittings["line"].engine.known.cases, line.room.case(case).version
    line.until(lambda: (found := cases.line(case)) is not None and found.version >= version)


def a_recommended_team_is_sent_and_the_feed_answers(dispatcher: Line) -> None:
    case, digits = filed(dispatcher.room, item="21-903", words="祠堂东街有很浓的汽油味")
    on_board(dispatcher, case)
    dispatcher.enter(f"p {digits} ajz")
    dispatcher.until(lambda: dispatcher.room.case(case).state is CaseState.DISPATCHED)
    task = next(one for one in dispatcher.room.view(case).tasks if one.unit == "safety")
    assert task.team == "team-safety" and len(task.officers) == 2
    dispatcher.until(lambda: dispatcher.said.startswith("✓"))
    assert digits in dispatcher.said and "安监中队" in dispatcher.said
    assert dispatcher.bar.field.text() == "" and dispatcher.bar.field.hasFocus()


def a_recommendation_goes_without_a_word_more(dispatcher: Line) -> None:
    case, digits = filed(dispatcher.room, item="21-903", words="祠堂东街有很浓的汽油味")
    on_board(dispatcher, case)
    dispatcher.enter(f"{digits} 派")
    dispatcher.until(lambda: dispatcher.room.case(case).state is CaseState.DISPATCHED)
    parts = {one.unit: one.role.value for one in dispatcher.room.view(case).tasks}
    assert parts == {"safety": "lead", "police": "notify", "fire": "notify"}


def another_team_than_the_recommended_wants_its_reason(dispatcher: Line) -> None:
    case, digits = filed(dispatcher.room, item="05-01", words="流动摊贩占道经营")
    on_board(dispatcher, case)
    view = dispatcher.room.desk.ask(AskCandidates(case=case), "dispatch-1")
    second = next(one for one in view.candidates if one.rank and one.team != view.first)
    names = {
        one.id: one.name for one in dispatcher.desk.fittings["line"].engine.staff.teams.values()
    }
    dispatcher.enter(f"派 {digits} {names[second.team]}")
    dispatcher.until(lambda: dispatcher.said.startswith("▲"))
    assert "理由" in dispatcher.said and dispatcher.bar.field.text().startswith("派")
    assert dispatcher.room.case(case).state is CaseState.FILED
    (reason, *_) = [row for row in dispatcher.rows() if "不派推荐" in row[1]]
    dispatcher.type(f" {reason[0]}：安监组正在外面巡查")
    dispatcher.press(K.Key_Return)
    dispatcher.until(lambda: dispatcher.room.case(case).state is CaseState.DISPATCHED)
    task = next(one for one in dispatcher.room.view(case).tasks if one.role.value == "lead")
    assert task.team == second.team


def a_case_is_filed_urged_and_noted_one_line_after_the_other(lead: Line) -> None:
    case = lead.room.report(item="01-02", words="墙角一堆垃圾")
    on_board(lead, case)
    lead.desk.selection.set_case(case)
    lead.enter("立案")
    lead.until(lambda: lead.room.case(case).state is CaseState.FILED)
    lead.until(lambda: lead.said.startswith("✓") and "立案" in lead.said)
    digits = lead.room.case(case).number[-4:]
    lead.type(f"催 {digits}：请上午派出")
    lead.press(K.Key_Return)
    lead.until(lambda: lead.room.case(case).urged == 1)
    lead.until(lambda: "催办" in lead.said and lead.said.startswith("✓"))


def esc_gives_the_keyboard_back_to_exactly_where_it_was(lead: Line) -> None:
    text = lead.desk.queue.bar.text
    text.setFocus()
    text.setText("祠堂东街")
    text.setSelection(1, 2)
    lead.open()
    assert lead.bar.isVisible() and lead.bar.told.isVisible()
    lead.type("催")
    lead.press(K.Key_Escape)
    assert text.hasFocus() and text.selectedText() == "堂东"
    assert not lead.bar.isVisible() and not lead.bar.told.isVisible()
    queue = lead.desk.window.panel("queue").geometry()
    lead.open()
    assert not lead.bar.told.geometry().intersects(queue)


def a_refusal_says_why_and_leaves_the_text(lead: Line) -> None:
    case = walks.signed(lead.room)
    on_board(lead, case)
    digits = lead.room.case(case).number[-4:]
    lead.enter(f"吹 {digits} 住建")
    lead.until(lambda: lead.said.startswith("▲"))
    assert "事由" in lead.said and not lead.room.view(case).whistles
    lead.type("：短")
    lead.press(K.Key_Return)
    lead.until(lambda: lead.said.startswith("■"))
    assert "填写" in lead.said and lead.bar.field.text() == f"吹 {digits} 住建：短"
    assert not lead.room.view(case).whistles


def what_cannot_be_done_is_grey_and_says_why(dispatcher: Line) -> None:
    case = walks.signed(dispatcher.room)
    on_board(dispatcher, case)
    digits = dispatcher.room.case(case).number[-4:]
    dispatcher.open()
    dispatcher.type(f"派 {digits}")
    dispatcher.until(lambda: dispatcher.said.startswith("■"))
    assert "待派遣" in dispatcher.said and "处置中" in dispatcher.said
    (row,) = [one for one in dispatcher.rows() if digits in one[0]]
    assert row[2] == "dim" and "待派遣" in row[1]


def test_history_is_recalled_edited_and_survives_a_restart(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    case = walks.signed(room)
    digits = room.case(case).number[-4:]
    for line in sit(qtbot, room, folder, "dispatch-1"):
        on_board(line, case)
        line.enter(f"备注 {digits}：138 0000 1111 的人再来电")
        line.until(lambda line=line: line.said.startswith("✓"))
        line.until(lambda: (folder / "drafts" / "drafts.bin").exists())
    kept = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    assert "备注".encode() + b" " + digits.encode() not in kept
    later = open_room(folder, "2019-07-11 10:20", DAY)
    for line in sit(qtbot, later, folder, "dispatch-1"):
        on_board(line, case)
        line.open()
        line.press(K.Key_Up)
        assert line.bar.field.text() == f"备注 {digits}：138 0000 1111 的人再来电"
        line.type("，已回电")
        line.press(K.Key_Return)
        line.until(lambda: any("已回电" in (one.words or "") for one in later.view(case).story))


def keys_belong_to_the_input_method_while_it_composes(lead: Line) -> None:
    case = walks.signed(lead.room)
    on_board(lead, case)
    lead.open()
    lead.type(f"催 {lead.room.case(case).number[-4:]} ")
    composing = QInputMethodEvent("jinwan", [])
    QApplication.sendEvent(lead.bar.field, composing)
    for key in (K.Key_Return, K.Key_Escape):
        lead.press(key)
    assert lead.bar.field.hasFocus() and lead.room.case(case).urged == 0
    done = QInputMethodEvent()
    done.setCommitString("今晚")
    QApplication.sendEvent(lead.bar.field, done)
    lead.press(K.Key_Return)
    lead.until(lambda: lead.room.case(case).urged == 1)


def a_panel_is_gone_to_and_the_line_is_put_away(lead: Line) -> None:
    lead.enter("转到 案卷")
    lead.until(lambda: not lead.bar.isVisible())
    panel = lead.desk.window.panel("case")
    assert panel.isAncestorOf(QApplication.focusWidget())


def a_panel_with_the_keyboard_is_not_covered(lead: Line) -> None:
    lead.open()
    lead.type("催")
    lead.desk.window.go("case")
    assert lead.bar.isVisible()
    assert not lead.bar.told.isVisible()
    lead.open()
    assert lead.bar.told.isVisible()
    lead.press(K.Key_Escape)


def the_form_opens_with_what_was_said(lead: Line) -> None:
    case = walks.signed(lead.room)
    on_board(lead, case)
    lead.open()
    lead.type(f"督办 {lead.room.case(case).number[-4:]}：四点前报结果")
    lead.press(K.Key_Return, M.ControlModifier)
    lead.until(lambda: lead.desk.step.action is not None)
    assert lead.desk.step.action.name == "case.supervise"
    lead.until(lambda: lead.desk.window.panel("step").isAncestorOf(QApplication.focusWidget()))
    assert lead.desk.step.kept()["typed"][0][2]["words"] == "四点前报结果"


def test_a_report_is_taken_in_and_selected(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    for line in sit(qtbot, room, tmp_path / "data", "intake-1"):
        line.enter("报 暴露垃圾 祠堂东街12号 巡查 网格=小龙村第二网格：墙角一堆建筑垃圾")
        line.until(lambda line=line: line.desk.selection.current_case)
        case = room.case(line.desk.selection.current_case)
        assert (case.item, case.source.value) == ("01-02", "patrol")
        assert case.place == "祠堂东街12号" and case.grid == "440113120213002"
        assert case.lon is not None, "the road's point in that grid"


def a_whistle_is_drafted_with_its_departments(lead: Line) -> None:
    case = walks.signed(lead.room)
    on_board(lead, case)
    lead.enter(f"吹 {lead.room.case(case).number[-4:]} 住建 水务：围墙要加固排水")
    lead.until(lambda: lead.room.view(case).whistles)
    (found,) = lead.room.view(case).whistles
    assert found.whistle.lead == "housing"
    assert {one.part.unit for one in found.parts} == {"housing", "water"}


def a_feedback_carries_the_pictures_of_clipboard_and_file(dispatcher: Line, folder: Path) -> None:
    case = walks.signed(dispatcher.room)
    on_board(dispatcher, case)
    digits = dispatcher.room.case(case).number[-4:]
    file = folder / "处置 后.png"
    assert photo().copy(0, 0, 8, 8).save(str(file))
    QApplication.clipboard().clear()
    dispatcher.enter(f"反馈 {digits} 图 ：已清理干净")
    dispatcher.until(lambda: dispatcher.said.startswith("■"))
    assert "剪贴板" in dispatcher.said and dispatcher.bar.field.text()
    QApplication.clipboard().setImage(photo())
    dispatcher.press(K.Key_Home)
    dispatcher.type(f"图=“{file}” ")
    dispatcher.until(lambda: "图片 2 张" in dispatcher.said)
    dispatcher.press(K.Key_Return)
    dispatcher.until(lambda: dispatcher.room.case(case).state is CaseState.FEEDBACK)
    kept = [one for one in dispatcher.room.view(case).pictures]
    assert [one.kind for one in kept] == ["after", "after"]
    assert len({one.sha256 for one in kept}) == 2


def a_case_is_looked_at_by_one_word(dispatcher: Line) -> None:
    case, digits = filed(dispatcher.room, item="01-02", words="墙角一堆垃圾")
    on_board(dispatcher, case)
    dispatcher.enter(f"看 {digits}")
    dispatcher.until(lambda: dispatcher.desk.selection.current_case == case)


def test_a_dispatcher_sends_by_the_line_alone(dispatcher: Line, tmp_path: Path) -> None:
    a_case_is_looked_at_by_one_word(dispatcher)
    a_feedback_carries_the_pictures_of_clipboard_and_file(dispatcher, tmp_path)
    a_recommended_team_is_sent_and_the_feed_answers(dispatcher)
    a_recommendation_goes_without_a_word_more(dispatcher)
    another_team_than_the_recommended_wants_its_reason(dispatcher)
    what_cannot_be_done_is_grey_and_says_why(dispatcher)


def test_a_shift_lead_files_urges_blows_and_is_refused_by_the_line_alone(lead: Line) -> None:
    a_case_is_filed_urged_and_noted_one_line_after_the_other(lead)
    a_whistle_is_drafted_with_its_departments(lead)
    a_refusal_says_why_and_leaves_the_text(lead)
    the_street_is_switched_and_handed_over_without_a_case(lead)


def the_street_is_switched_and_handed_over_without_a_case(lead: Line) -> None:
    desk, room = lead.desk, lead.room
    lead.enter("提级 III 台风 依据=防指〔2019〕1号")
    lead.until(lambda: desk.mode.now.proposed is not None)
    lead.until(lambda: lead.said.startswith("✓"))
    assert desk.mode.now.emergency is None
    lead.enter("冻结")
    lead.until(lambda: room.desk.ask(AskHandover(), "lead-1").handover is not None)
    lead.until(lambda: lead.bar.field.text() == "")
    lead.enter("签字")
    strip = desk.doors.handover.want().page.sign
    lead.until(lambda: strip.isVisible() and strip.password.hasFocus())
    assert not lead.bar.isVisible() and "签字" in lead.bar.history.lines


def test_the_keyboard_is_the_lines_the_forms_or_where_it_was(lead: Line) -> None:
    esc_gives_the_keyboard_back_to_exactly_where_it_was(lead)
    keys_belong_to_the_input_method_while_it_composes(lead)
    a_panel_is_gone_to_and_the_line_is_put_away(lead)
    a_panel_with_the_keyboard_is_not_covered(lead)
    the_form_opens_with_what_was_said(lead)


def test_a_row_that_a_hand_marked_stays_marked_while_the_street_goes_on(dispatcher: Line) -> None:
    case, digits = filed(dispatcher.room, item="05-01", words="流动摊贩占道经营")
    other = walks.signed(dispatcher.room)
    on_board(dispatcher, case)
    on_board(dispatcher, other)
    dispatcher.open()
    dispatcher.type(f"派 {digits} ")
    dispatcher.until(lambda: len(dispatcher.rows()) > 1 and not dispatcher.said.startswith("…"))
    for _ in range(2):
        dispatcher.press(K.Key_Down)
    marked = dispatcher.bar.told.list.current()
    cases = dispatcher.desk.fittings["line"].engine.known.cases
    before = cases.line(other).version
    dispatcher.room.do(UrgeCase, "lead-1", case=other)
    dispatcher.until(lambda: cases.line(other).version > before)
    dispatcher.until(lambda: dispatcher.rows() and not dispatcher.said.startswith("…"))
    dispatcher.press(K.Key_Return)
    assert marked.value.insert in dispatcher.bar.field.text()
    assert dispatcher.room.case(case).state is CaseState.FILED
