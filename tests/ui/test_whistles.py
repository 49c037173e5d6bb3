"""The whistle panel: typed tasks, minutes on paper, what each row leads to, who sees what."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import (
    CallConsultation,
    ConsultLine,
    DecideWhistle,
    HoldConsultation,
)
from commandcenter.services.views import AskReference
from tests.e2e.test_day_b import wall
from tests.fakes import LOCAL, Room, local, open_room
from tests.services.test_whistles import blown, draft, one
from tests.ui.deskseat import seat_at
from ui.documents.minutes import minutes_document
from ui.documents.saving import document_steps
from ui.models.minutes import typed
from ui.panels.whistles import WhistlesPanel
from ui.words import names_of

NOW = local("2025-10-16 09:30")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    made = open_room(tmp_path / "street", "2025-10-14 09:10")
    yield made
    made.center.close()


@pytest.mark.parametrize(
    ("text", "unit", "words", "due"),
    [
        ("水务所 排查基础 10-21", "water", "排查基础", "2025-10-21 17:30"),
        ("水务 排查 基础 10.21 12:00", "water", "排查 基础", "2025-10-21 12:00"),
        ("住建　设计加固 2025-11-03", "housing", "设计加固", "2025-11-03 17:30"),
        ("综合执法 清理 1-5", "enforcement", "清理", "2026-01-05 17:30"),
    ],
)
def test_a_typed_task_is_read(room: Room, text: str, unit: str, words: str, due: str) -> None:
    units = room.desk.ask(AskReference(), "lead-1").units
    (read,) = typed(text, units, NOW, LOCAL)
    assert read.task == ConsultLine(unit=unit, words=words, due=local(due))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("没有这家 排查 10-21", "unit_unknown"),
        ("水务所 排查基础", "day_missing"),
        ("水务所 10-21", "words_missing"),
        ("水务所 排查 2-30", "day_wrong"),
        ("水务所 排查 2025-10-15", "day_past"),
        ("水务所 排查 10-16 09:30", "day_past"),
    ],
)
def test_a_task_that_is_not_understood_says_why(room: Room, text: str, fault: str) -> None:
    units = room.desk.ask(AskReference(), "lead-1").units
    (read,) = typed(text, units, NOW, LOCAL)
    assert (read.task, read.fault) == (None, fault)


def held(room: Room) -> str:
    case = wall(room)
    room.do(CallConsultation, "lead-1", case=case, meets_at=local("2025-10-14 15:00"),
            units=("water", "housing"), words="围墙加固，联系 13800005678")  # fmt: skip
    meeting = room.view(case).consultations[0].consultation.id
    room.do(HoldConsultation, "lead-1", case=case, consultation=meeting, attended=("water",),
            words="先围蔽，再加固", tasks=(ConsultLine(unit="water", words="排查基础",
                                                due=local("2025-10-21 17:30")),))  # fmt: skip
    return case


def test_the_minutes_say_what_the_record_says_in_every_file(
    qapp: QObject, room: Room, tmp_path: Path
) -> None:
    case = held(room)
    (view,) = room.view(case).consultations
    names = names_of(room.desk.ask(AskReference(), "lead-1"))
    document = minutes_document(view, names, "石碁镇")
    said = "\n".join(document.texts())
    for text in (view.number, "水务所", "住建", "先围蔽，再加固", "排查基础", "2025-10-21 17:30"):
        assert text in said, text
    assert "13800005678" not in said and "138****5678" in said
    files = [step() for step in document_steps(document, tmp_path / "papers")]
    assert sorted(one.suffix for one in files) == [".docx", ".html", ".pdf"]
    assert "先围蔽，再加固" in files[2].read_text("utf-8")


def test_rows_lead_where_they_should_and_a_department_is_urged_by_one_key(
    qtbot: QtBot, room: Room
) -> None:
    case = wall(room)
    whistle = draft(room, case)
    with seat_at(qtbot, room, "lead-1", WhistlesPanel, size=(460, 640)) as seat:
        page = seat.panel.called
        seat.until(lambda: page.rows.rowCount() == 3)
        assert page.current().action == "whistle.approve"
        said = {"case": case, "whistle": whistle, "approve": True, "blow": True}
        room.do(DecideWhistle, "director-1", **said)
        seat.until(lambda: page.current().action == "")
        room.clock.set("2025-10-14 10:30")
        room.desk.tick()
        seat.until(lambda: "▲ 超时 2 次" in page.rows.choice(0).text)
        assert page.rows.choice(1).text.strip().startswith("■ 超")
        page.list.setFocus()
        seat.press(Qt.Key.Key_2)
        seat.press(Qt.Key.Key_U)
        page.list.setCurrentIndex(page.rows.index(1))
        seat.press(Qt.Key.Key_U)
        seat.until(lambda: one(room, case).parts[0].part.urged == 1)


def test_a_department_sees_its_own_whistles_without_the_code(qtbot: QtBot, room: Room) -> None:
    blown(room, wall(room))
    with seat_at(qtbot, room, "unit-water", WhistlesPanel, size=(460, 640)) as seat:
        page = seat.panel.called
        seat.until(lambda: page.rows.rowCount() == 3)
        assert page.rows.choice(0).value.view.whistle.code == ""
    with seat_at(qtbot, room, "unit-gas", WhistlesPanel, size=(460, 640)) as seat:
        seat.until(lambda: "没有在办的吹哨" in seat.panel.called.total.text())


def test_what_is_typed_of_a_consultation_stays_while_the_same_person_sits(
    qtbot: QtBot, room: Room
) -> None:
    case = wall(room)
    at = local("2025-10-14 15:00")
    room.do(CallConsultation, "lead-1", case=case, meets_at=at, units=("water",), words="围墙")
    with seat_at(qtbot, room, "lead-1", WhistlesPanel, size=(460, 640)) as seat:
        page = seat.panel.meetings
        seat.until(lambda: page.rows.rowCount() == 1)
        page.record_of(case)
        page.form.decision.setPlainText("先围蔽")
        seat.panel.sits()  # somebody else's shift has changed
        seat.context.roles |= {"duty_leader"}
        seat.panel.sits()  # and with it what this person may do
        assert page.stack.currentWidget() is page.form and page.form.view is not None
        assert page.form.decision.toPlainText() == "先围蔽"
        kept = seat.panel.kept()
        page.form.came.setFocus()
        seat.press(Qt.Key.Key_Escape)
        seat.panel.restore({})
        assert seat.panel.kept() == {}
        seat.panel.restore(kept)  # as after a kill
        page.record_of(case)
        assert page.form.decision.toPlainText() == "先围蔽"
        seat.context.who = "director-1"
        seat.panel.sits()
        assert page.form.view is None and page.stack.currentWidget() is not page.form
        assert seat.panel.kept() == {}


def test_a_form_that_was_wished_for_without_an_answer_opens_by_no_later_one(
    qtbot: QtBot, room: Room
) -> None:
    case, at = wall(room), local("2025-10-14 15:00")
    with seat_at(qtbot, room, "lead-1", WhistlesPanel, size=(460, 640)) as seat:
        page = seat.panel.meetings
        seat.context.who = "nobody"
        with qtbot.waitSignal(seat.context.worker.refused):
            seat.panel.record(case)
        seat.context.who = "lead-1"
        room.do(CallConsultation, "lead-1", case=case, meets_at=at, units=("water",), words="围墙")
        seat.until(lambda: page.rows.rowCount() == 1)
        assert page.stack.currentWidget() is not page.form
        seat.panel.record(case)
        seat.until(lambda: page.stack.currentWidget() is page.form)
        seat.panel.tabs.setFocus()
        said = {"consultation": page.form.view.consultation.id, "attended": ("water",)}
        room.do(HoldConsultation, "lead-1", case=case, words="围蔽", tasks=(), **said)
        seat.until(lambda: page.stack.currentWidget() is not page.form)
        assert seat.panel.tabs.hasFocus()
