"""Plans, the record of emergencies, the review and the purge, on the real desk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import DecideSwitch, ProposeSwitch, SetPlan
from commandcenter.domain.duty import Post
from commandcenter.domain.plan import EventKind, Plan, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.services.emergency_views import AskMode, Mode
from commandcenter.services.review_views import AskPlan, AskReview, PlanVersions, Review
from tests.fakes import Room
from tests.services.test_reviewing import _traces, storm
from tests.ui.deskseat import DeskSeat, seat_at
from ui.context import DeskContext
from ui.models.emergency_record import review_document
from ui.panels.plan_page import PlanPage
from ui.panels.plans import PlansPanel
from ui.panels.records import RecordsPage

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SIZE = (846, 620)


def made(room: Room, desk: DeskContext) -> PlansPanel:
    return PlansPanel(desk, room.desk.ask)


@pytest.fixture
def leader(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "duty-1", partial(made, room), SIZE) as seat:
        seat.until(lambda: seat.panel.plan._draft is not None)
        yield seat


@pytest.fixture
def lead(qtbot: QtBot, room: Room) -> Iterator[DeskSeat]:
    with seat_at(qtbot, room, "lead-1", partial(made, room), SIZE) as seat:
        seat.until(lambda: seat.panel.plan._draft is not None)
        yield seat


def page(seat: DeskSeat) -> PlanPage:
    found: PlanPage = seat.panel.plan
    return found


def records(seat: DeskSeat) -> RecordsPage:
    seat.panel.tabs.setCurrentWidget(seat.panel.records)
    found: RecordsPage = seat.panel.records
    return found


def plans(room: Room, kind: EventKind = EventKind.TYPHOON) -> tuple[Plan, ...]:
    found: PlanVersions = room.desk.ask(AskPlan(kind=kind), "lead-1")
    return found.versions


def test_a_level_is_changed_by_keys_and_saved_as_the_next_version(leader: DeskSeat) -> None:
    at = page(leader)
    at.levels.setFocus()
    leader.press(K.Key_2)
    assert at.form.hold.currentText() == "例行检查顺延"
    at.form.report.setFocus()
    at.form.report.setValue(240)
    assert "4 小时" in at.form._spans[at.form.report].text()
    at.form.waves.setFocus()
    leader.press(K.Key_2)
    at.form.lists.post.setFocus()
    leader.press(K.Key_3)
    at.form.lists.edit.setFocus()
    at.form.lists.edit.moveCursor(at.form.lists.edit.textCursor().MoveOperation.End)
    leader.type("\n核对备用频道")
    assert "已改、未保存" in at.note.text()
    leader.press(K.Key_S, CTRL)
    leader.until(lambda: len(plans(leader.room)) == 2)
    newest = plans(leader.room)[0].level(Response.III)
    assert newest.report_minutes == 240 and len(newest.waves) == 2
    assert newest.lines_of(Post.DISPATCH)[-1] == "核对备用频道"
    leader.until(lambda: at._draft is not None and at._draft.current.version == 1)
    assert not at.unsaved
    text = at.changes.toPlainText()
    assert "上报间隔 6 小时 → 4 小时" in text and "+核对备用频道" in text


def test_a_fault_stands_under_its_field_and_nothing_is_saved(leader: DeskSeat) -> None:
    at = page(leader)
    for box in at.form.confirm.values():
        box.setChecked(False)
    assert "确认" in at.form._faults["confirm"].text()
    at.form.lists.edit.setPlainText("长" * 201)
    assert "200" in at.form._faults["checklists"].text()
    assert not at.buttons["save"].isEnabled() and "Ⅳ级响应 有问题" in at.note.text()
    at.levels.setFocus()
    leader.press(K.Key_1)
    leader.press(K.Key_S, CTRL)
    QApplication.processEvents()
    assert len(plans(leader.room)) == 1
    leader.press(K.Key_R, CTRL)
    assert not at.unsaved and at.form._faults["confirm"].text() == ""


def test_an_old_version_is_looked_at_and_taken_up_again(leader: DeskSeat) -> None:
    at, room = page(leader), leader.room
    (first,) = plans(room)
    iv, *rest = first.levels()
    levels = (replace(iv, report_minutes=60), *rest)
    room.do(SetPlan, "director-1", kind=EventKind.TYPHOON, seen=0, name="新", levels=levels)
    leader.until(lambda: at.form.report.value() == 60)
    at.versions.setFocus()
    leader.press(K.Key_Down)
    leader.press(K.Key_Return)
    assert at.form.report.value() == 720 and "旧版" in at.note.text()
    leader.press(K.Key_S, CTRL)
    leader.until(lambda: len(plans(room)) == 3)
    assert plans(room)[0].level(Response.IV).report_minutes == 720


def test_what_another_saved_does_not_wipe_what_is_typed(leader: DeskSeat) -> None:
    at, room = page(leader), leader.room
    at.form.report.setValue(90)
    (first,) = plans(room)
    given = {"kind": EventKind.TYPHOON, "seen": 0, "name": "先存", "levels": first.levels()}
    room.do(SetPlan, "director-1", **given)
    leader.until(lambda: any("他人改过" in text for _, text in leader.said))
    assert at.form.report.value() == 90
    leader.press(K.Key_R, CTRL)
    assert at.name.text() == "先存"


def test_a_plan_travels_as_a_file(leader: DeskSeat, tmp_path: Path) -> None:
    at, file = page(leader), tmp_path / "台风.json"
    at.form.report.setValue(100)
    at.write(str(file))
    leader.until(file.exists)
    leader.until(lambda: any("已导出" in text for _, text in leader.said))
    at.revert()
    at.read(str(file))
    leader.until(lambda: at.form.report.value() == 100)
    assert at.unsaved and len(plans(leader.room)) == 1
    at.kinds.set_key(EventKind.FLOOD.value)
    leader.until(lambda: at._draft is not None and at._draft.kind is EventKind.FLOOD)
    at.read(str(file))
    leader.until(lambda: any("先换到台风" in text for _, text in leader.said))
    file.write_text("{}", "utf-8")
    with leader.bot.waitSignal(leader.context.worker.refused) as said:
        at.read(str(file))
    assert said.args[1].code == "plan_file_unreadable"


def test_one_key_proposes_a_drill_of_the_level_in_front(lead: DeskSeat) -> None:
    at = page(lead)
    assert not at.form.report.isEnabled() and "修改由" in at.note.text()
    at.kinds.setFocus()
    lead.press(K.Key_2)
    lead.until(lambda: at._draft is not None and at._draft.kind is EventKind.FLOOD)
    at.levels.setFocus()
    lead.press(K.Key_3)
    lead.press(K.Key_D, CTRL)

    def waiting() -> bool:
        mode: Mode = lead.room.desk.ask(AskMode(), "lead-1")
        one = mode.proposed
        return one is not None and one.drill and one.to_level is Response.II

    lead.until(waiting)
    lead.until(lambda: any("已提出演练" in text for _, text in lead.said))


def test_a_drill_is_marked_in_the_record_and_on_its_paper(lead: DeskSeat) -> None:
    room, order = lead.room, {"order_no": "演练-1"}
    given = {"kind": EventKind.FLOOD, "level": Response.III, "drill": True, **order}
    room.do(ProposeSwitch, "lead-1", **given)
    mode: Mode = room.desk.ask(AskMode(), "lead-1")
    assert mode.proposed is not None
    decided = {"switch": mode.proposed.id, "approve": True, **order}
    room.do(DecideSwitch, "director-1", **decided)
    at = records(lead)
    lead.until(lambda: [one.text for one in at.list.choices.choices()] != [])
    (line,) = at.list.choices.choices()
    assert line.text == "【演练】内涝应急 · Ⅲ级响应"
    lead.until(lambda: at.words.toPlainText().startswith("【演练】"))
    assert not at.buttons["save"].isEnabled() and "解除应急以后" in at.note.text()
    told = at._told()
    assert told is not None
    paper = review_document(told, at.words.toPlainText())
    assert paper.mark == "演练" and paper.title.startswith("【演练】")


def test_an_emergency_is_opened_whole(lead: DeskSeat) -> None:
    at = records(lead)
    assert at.empty.isVisible() and "还没有应急" in at.empty.text()
    emergency, _ = storm(lead.room)
    lead.until(lambda: emergency in [one.key for one in at.list.choices.choices()])
    lead.until(lambda: "▲ 未答复" in at.story.toPlainText())
    text = at.story.toPlainText()
    assert "平时 → Ⅲ级响应" in text and "Ⅲ级响应 → 平时" in text and "1号" in text
    assert "0 / 5" in text  # the shift lead's list at Ⅲ, of which nothing was ticked
    assert "迟 0:15" in text and "按时" in text and "12 分钟" in text
    assert not at.empty.isVisible()


def test_a_review_is_drafted_edited_recorded_and_printed(lead: DeskSeat, tmp_path: Path) -> None:
    import docx

    emergency, _ = storm(lead.room)
    at = records(lead)
    lead.until(lambda: "应召集" in at.words.toPlainText() or "队次" in at.words.toPlainText())
    text = at.words.toPlainText()
    assert "历时 2 小时 30 分" in text and "应答用时中位数 12 分钟，最长 35 分钟" in text
    assert "应报 2 次" in text and "顺延 3 件" in text
    at.tabs.setCurrentIndex(1)
    at.words.setFocus()
    at.words.moveCursor(at.words.textCursor().MoveOperation.End)
    lead.type("\n一队通讯录每月核对。")
    lead.room.clock.set("13:30")
    lead.press(K.Key_S, CTRL)
    lead.until(lambda: at.words.isReadOnly())

    def recorded() -> Review:
        found: Review = lead.room.desk.ask(AskReview(emergency=emergency), "lead-1")
        return found

    words = recorded().words
    assert words is not None and words.endswith("一队通讯录每月核对。")
    page_, letter, paper = (tmp_path / f"r.{one}" for one in ("html", "docx", "pdf"))
    for one in (page_, letter, paper):
        at.write(str(one))
        lead.until(lambda name=one.name: any(f"已导出：{name}" in text for _, text in lead.said))
    film = (tmp_path / "r-回放.html").read_text("utf-8")
    assert 'href="r-回放.html"' in page_.read_text("utf-8")
    assert "Ⅲ级响应" in film
    assert "欧阳" not in film
    html = page_.read_text("utf-8")
    written = docx.Document(str(letter))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    said = "\n".join([*(one.text for one in written.paragraphs), *cells])
    for wanted in ("一队通讯录每月核对。", "召集第 1 批", "迟 0:15", "已转移 3 人"):
        assert wanted in html and wanted in said, wanted
    assert "src=" not in html and "http://" not in html and "https://" not in html
    assert "欧阳" not in html + said and paper.read_bytes().startswith(b"%PDF")


def test_a_review_that_is_not_written_says_so_and_leaves_both_files(
    lead: DeskSeat, tmp_path: Path
) -> None:
    storm(lead.room)
    at, page_ = records(lead), tmp_path / "r.html"
    lead.until(lambda: at.words.toPlainText())
    at.write(str(page_))
    lead.until(lambda: any("已导出" in text for _, text in lead.said))
    film = tmp_path / "r-回放.html"
    old = page_.read_bytes(), film.read_bytes()
    lead.room.clock.set("13:30")
    blocked = tmp_path / f".r-{os.getpid()}.html"
    blocked.mkdir()  # where the report would be written
    with lead.bot.waitSignal(lead.context.worker.refused) as refused:
        at.write(str(page_))
    assert refused.args[1].values["file"] == "r.html"
    assert (page_.read_bytes(), film.read_bytes()) == old
    blocked.rmdir()

    def cut(query: object, who: str) -> None:
        raise Refusal("no_link")

    at._ask_desk = cut
    at.write(str(page_))
    lead.until(lambda: lead.said[-1][0] == "refusal" and "没有写出" in lead.said[-1][1])
    assert (page_.read_bytes(), film.read_bytes()) == old


def test_the_purge_takes_two_people_at_one_desk(lead: DeskSeat) -> None:
    emergency, _ = storm(lead.room)
    at = records(lead)
    at.tabs.setCurrentWidget(at.purge)
    lead.until(lambda: at.purge.table.rows.rowCount() == 2)
    assert "4 人、8 项" in at.purge.said.text()
    at.purge.table.setFocus()
    lead.press(K.Key_Return, CTRL)
    lead.until(at.purge.leader.isVisible)
    assert at.purge.leader.findData("lead-1") < 0
    at.purge.leader.setCurrentIndex(at.purge.leader.findData("director-1"))
    QTest.mouseClick(at.purge.button, Qt.MouseButton.LeftButton)
    lead.until(lambda: "已清除 4 人的 8 项" in at.purge.said.text())
    assert _traces(lead.room.center.folder) == [] and not at.purge.button.isVisible()
    assert emergency
