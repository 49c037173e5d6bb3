"""The step form by keyboard against a real Desk: sign on behalf, refuse, keep, go stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    ArriveTask,
    DispatchCase,
    FileCase,
    SignTask,
    UpdateCase,
)
from commandcenter.domain.task import TaskKind, TaskState
from commandcenter.services.views import AskBoard
from tests.fakes import PNG, open_room
from tests.ui.stepstand import LEAD, Stand
from ui import words


@pytest.fixture
def stand(tmp_path: Path, qtbot) -> Iterator[Stand]:
    room = open_room(tmp_path / "street", "2019-07-11 10:00", date(2019, 7, 11))
    made = Stand(room, qtbot)
    yield made
    made.stop()
    room.center.close()


@pytest.fixture
def case(stand: Stand) -> str:
    """A petrol case, filed and sent to the safety team."""
    room = stand.room
    found = room.report(item="21-903", source=Source.GRID, reporter="member-013")
    room.do(FileCase, LEAD, case=found)
    board = room.desk.ask(AskBoard(), LEAD)
    day = date(2019, 7, 11)
    fit = [one for one in board.officers if one.team == "team-safety" and one.on_shift]
    sent = tuple(one.id for one in fit if one.certified(day))[:2]
    room.do(
        DispatchCase,
        "dispatch-1",
        case=found,
        lead_unit="safety",
        kind=TaskKind.ENFORCE,
        team="team-safety",
        officers=sent,
    )
    stand.selection.set_case(found)
    return found


def sign(stand: Stand, case: str) -> None:
    task = stand.room.lead_task(case)
    stand.room.do(SignTask, LEAD, behalf="unit-safety", case=case, task=task)


def test_a_unit_signs_by_telephone_with_one_enter(stand: Stand, case: str) -> None:
    stand.open("task.sign")
    people = stand.field(QComboBox, "behalf.person")
    assert people.currentData() == "unit-safety"
    assert people.hasFocus()
    stand.press(Qt.Key.Key_Return)
    stand.closed()
    view = stand.room.view(case)
    assert view.case.state is CaseState.IN_PROGRESS
    entry = view.story[-1].entry
    assert (entry.who, entry.behalf, entry.channel) == (LEAD, "unit-safety", "telephone")
    assert entry.happened_at == stand.room.clock.at
    assert stand.queue.hasFocus()


def test_the_time_of_a_step_can_be_set_back(stand: Stand, case: str) -> None:
    stand.room.clock.pass_(minutes=5)
    stand.open("task.sign")
    at = stand.field(QDateTimeEdit, "behalf.at")
    at.setFocus()
    at.setCurrentSection(QDateTimeEdit.Section.MinuteSection)
    for _ in range(2):
        stand.press(Qt.Key.Key_Down)
    stand.press(Qt.Key.Key_Return)
    stand.closed()
    entry = stand.room.view(case).story[-1].entry
    assert entry.happened_at == stand.room.clock.at - timedelta(minutes=2)


def test_the_recorder_is_proposed_and_the_certificates_want_a_tick(stand: Stand, case: str) -> None:
    sign(stand, case)
    stand.open("task.depart")
    assert stand.field(QLineEdit, "recorder").text()
    assert stand.field(QComboBox, "behalf.person").currentData() == "leader-team-safety"
    assert stand.field(QCheckBox, "certificates_ready").hasFocus()
    stand.press(Qt.Key.Key_Space)
    stand.give()
    stand.closed()
    task = stand.room.view(case).tasks[0]
    assert task.state is TaskState.EN_ROUTE
    assert task.certificates_shown and task.recorder


def test_a_refusal_is_said_beside_the_form_and_the_words_stay(stand: Stand, case: str) -> None:
    sign(stand, case)
    stand.open("task.depart")
    recorder = stand.field(QLineEdit, "recorder")
    recorder.setFocus()
    recorder.selectAll()
    QTest.keyClicks(recorder, "R-77")
    stand.give()
    stand.qtbot.waitUntil(lambda: "行政处罚法55" in stand.panel.note)
    assert stand.field(QLineEdit, "recorder").text() == "R-77"
    assert stand.panel.action is not None
    stand.press(Qt.Key.Key_Escape)
    stand.closed()
    assert stand.queue.hasFocus()
    stand.open("task.depart")
    assert stand.field(QLineEdit, "recorder").text() == "R-77"


def test_what_is_missing_is_named_and_gets_the_focus(stand: Stand, case: str) -> None:
    stand.open("case.note")
    stand.give()
    assert "备注" in stand.panel.note
    assert stand.field(QPlainTextEdit, "words").hasFocus()
    QTest.keyClicks(stand.field(QPlainTextEdit, "words"), "x" * 2001)
    stand.give()
    assert "1" in stand.panel.note and stand.panel.action is not None


def test_a_case_that_changed_meanwhile_wants_a_look_first(stand: Stand, case: str) -> None:
    stand.open("case.note")
    note = stand.field(QPlainTextEdit, "words")
    QTest.keyClicks(note, "keep upwind")
    sign(stand, case)
    state = words.word(CaseState.IN_PROGRESS)
    stand.qtbot.waitUntil(lambda: state in stand.panel.note)
    before = len(stand.room.view(case).story)
    stand.give()
    assert stand.panel.action is not None
    assert len(stand.room.view(case).story) == before
    stand.give()
    stand.closed()
    assert stand.room.view(case).story[-1].words == "keep upwind"


def test_who_holds_the_role_needs_no_other_person(stand: Stand) -> None:
    stand.selection.set_case(stand.room.report())
    stand.open("case.file")
    assert stand.panel.findChild(QComboBox, "step.behalf.person") is None
    stand.press(Qt.Key.Key_Return)
    stand.closed()
    assert stand.room.case(stand.selection.current_case).state is CaseState.FILED


def test_what_may_not_be_done_is_said_and_opens_nothing(stand: Stand, case: str) -> None:
    stand.panel.start("case.close")
    stand.qtbot.waitUntil(lambda: bool(stand.said))
    assert stand.said[-1][0] == "refusal"
    assert stand.panel.action is None
    assert stand.queue.hasFocus()


def test_feedback_waits_for_its_picture_and_sends_it(stand: Stand, case: str) -> None:
    sign(stand, case)
    room, task = stand.room, stand.room.lead_task(case)
    depart(stand, case)
    room.do(ArriveTask, LEAD, behalf="leader-team-safety", case=case, task=task)
    room.do(UpdateCase, LEAD, behalf="leader-team-safety", case=case, words="on the spot")
    stand.open("case.feedback")
    QTest.keyClicks(stand.field(QPlainTextEdit, "words"), "petrol moved")
    stand.give()
    assert "图片" in stand.panel.note
    bar = stand.panel.findChild(QWidget, "step.pictures")
    mime = QMimeData()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    mime.setImageData(image)
    QApplication.clipboard().setMimeData(mime)
    bar.setFocus()
    stand.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stand.qtbot.waitUntil(lambda: len(bar.pictures()) == 1)
    stand.give()
    stand.closed()
    view = room.view(case)
    assert view.case.state is CaseState.FEEDBACK
    assert [one.kind for one in view.pictures] == ["after"]


def depart(stand: Stand, case: str) -> None:
    stand.open("task.depart")
    stand.press(Qt.Key.Key_Space)
    stand.give()
    stand.closed()


def test_a_file_that_is_no_picture_is_refused_in_words(stand: Stand, case: str) -> None:
    stand.open("case.note")
    bar = stand.panel.findChild(QWidget, "step.pictures")
    assert not bar.add(b"GIF89a")
    assert stand.said[-1] == ("refusal", words.refusal("picture_kind"))
    assert not bar.add(PNG + b"\0" * (10 * 1024 * 1024))
    assert bar.count == 0
    assert bar.add(PNG)
    stand.qtbot.waitUntil(lambda: not bar.waiting)
    assert len(bar.pictures()) == 1


def test_clicks_work_as_keys_do(stand: Stand, case: str) -> None:
    stand.open("case.urge")
    leave = stand.panel.findChild(QWidget, "step.leave")
    QTest.mouseClick(leave, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert stand.panel.action is None


def to_feedback(stand: Stand, case: str) -> None:
    """The team goes, arrives and hands in; every step through the form."""
    stand.open("task.sign")
    stand.give()
    stand.closed()
    depart(stand, case)
    stand.open("task.arrive")
    stand.give()
    stand.closed()
    stand.open("docket.open")
    decision = stand.field(QLineEdit, "decision")
    decision.setFocus()
    QTest.keyClicks(decision, "2019-7")
    goods = stand.field(QPlainTextEdit, "goods")
    QTest.keyClicks(goods, "petrol 1500 l")
    stand.give()
    stand.closed()
    stand.open("case.feedback")
    QTest.keyClicks(stand.field(QPlainTextEdit, "words"), "petrol moved")
    bar = stand.panel.findChild(QWidget, "step.pictures")
    assert bar.add(PNG)
    stand.qtbot.waitUntil(lambda: not bar.waiting)
    stand.give()
    stand.closed()


def test_a_case_goes_from_dispatch_to_its_end_through_the_forms(stand: Stand, case: str) -> None:
    to_feedback(stand, case)
    stand.sit("intake-1")
    stand.open("case.check")
    checker = stand.field(QComboBox, "checker")
    offered = [checker.itemData(row) for row in range(checker.count())]
    assert "member-013" not in offered and offered[0].startswith("member-")
    stand.give()
    stand.closed()
    stand.open("check.pass")
    assert stand.field(QComboBox, "behalf.person").currentData() == offered[0]
    stand.give()
    stand.closed()
    stand.sit(LEAD)
    stand.open("case.close")
    stand.press(Qt.Key.Key_Return)
    stand.closed()
    view = stand.room.view(case)
    assert view.case.state is CaseState.CLOSED
    assert [one.open for one in view.dockets] == [True]


def test_a_unit_asks_to_return_and_the_dispatcher_decides(stand: Stand, case: str) -> None:
    stand.open("request.return")
    assert stand.field(QComboBox, "proposed_unit").findData("safety") == -1
    stand.give()
    stand.closed()
    assert stand.room.view(case).requests[0].pending
    stand.sit("dispatch-1")
    stand.open("request.refuse")
    assert stand.panel.findChild(QComboBox, "step.request") is None
    stand.give()
    stand.closed()
    assert stand.room.view(case).requests[0].approved is False


def test_undo_goes_at_once_and_leaves_an_open_form_alone(stand: Stand, case: str) -> None:
    stand.sit("dispatch-1")
    stand.open("case.note")
    QTest.keyClicks(stand.field(QPlainTextEdit, "words"), "half a sentence")
    stand.panel.start("case.undo")
    stand.qtbot.waitUntil(lambda: stand.room.case(case).state is CaseState.FILED)
    assert stand.field(QPlainTextEdit, "words").toPlainText() == "half a sentence"


def test_merging_finds_the_other_case_while_typing(stand: Stand) -> None:
    other = stand.room.report(place="祠堂东街 77 号")
    stand.room.do(FileCase, LEAD, case=other)
    stand.selection.set_case(stand.room.report(place="祠堂东街 79 号"))
    stand.sit("intake-1")
    stand.open("case.merge")
    finder = stand.panel.findChild(QWidget, "step.into")
    QTest.keyClicks(finder.edit, "000001")
    stand.qtbot.waitUntil(lambda: finder.chosen() == other)
    stand.press(Qt.Key.Key_Return)
    stand.closed()
    assert stand.room.case(stand.selection.current_case).merged_into == other


def test_the_other_case_is_found_by_first_letters_too(stand: Stand) -> None:
    other = stand.room.report(place="小龙路 12 号")
    stand.selection.set_case(stand.room.report(place="祠堂东街 79 号"))
    stand.context.cases = lambda: stand.room.desk.ask(AskBoard(), LEAD).cases
    stand.sit("intake-1")
    stand.open("case.merge")
    finder = stand.panel.findChild(QWidget, "step.into")
    QTest.keyClicks(finder.edit, "bllj xll")
    stand.qtbot.waitUntil(lambda: finder.chosen() == other)
    assert finder.list.count() == 1


def test_the_file_chooser_blocks_nothing(stand: Stand, case: str, tmp_path: Path) -> None:
    path = tmp_path / "scene.png"
    path.write_bytes(PNG)
    stand.open("case.note")
    bar = stand.panel.findChild(QWidget, "step.pictures")
    bar.choose()
    chooser = stand.window.findChild(QFileDialog)
    assert chooser.isVisible() and not chooser.isModal()
    chooser.filesSelected.emit([str(path)])
    chooser.close()
    stand.qtbot.waitUntil(lambda: len(bar.pictures()) == 1)


def test_no_form_asks_for_more_width_than_a_dock_has(stand: Stand, case: str) -> None:
    sign(stand, case)
    for name in ("task.depart", "case.note", "case.correct", "case.supervise", "case.consult"):
        stand.panel.start(name)
        stand.qtbot.waitUntil(
            lambda name=name: stand.panel.action is not None and stand.panel.action.name == name
        )
        assert stand.panel.minimumSizeHint().width() <= 330, name
        form = stand.panel.findChild(QWidget, "step.give").parent()
        assert form.minimumSizeHint().width() <= 330, name


def test_a_letter_in_a_form_starts_no_other_action(stand: Stand, case: str) -> None:
    heard: list[bool] = []
    QShortcut(QKeySequence("S"), stand.window, lambda: heard.append(True))
    stand.open("task.sign")
    assert stand.field(QComboBox, "behalf.person").hasFocus()
    stand.press(Qt.Key.Key_S)
    assert not heard
    stand.press(Qt.Key.Key_Escape)
    stand.window.setFocus()
    QTest.keyClick(stand.window, Qt.Key.Key_S)
    assert heard
