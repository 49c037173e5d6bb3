"""What is typed is kept, encrypted, put back, and gone once it was given."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase
from commandcenter.storage.keys import make_key
from commandcenter.vault import person_vault, street_vault
from tests.fakes import PNG, Room, open_room
from tests.ui.deskroom import DAY, PETROL, RUBBISH, at_work, line
from tests.ui.test_app import opened
from ui.actions import Field, FieldKind
from ui.actions import Room as StepRoom
from ui.desk import OpenDesk
from ui.drafts import Drafts, Found, Shelf
from ui.panels.pictures_source import Source
from ui.panels.step_fields import make_field

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WHO = "dispatch-1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def street(folder: Path) -> Iterator[Room]:
    yield open_room(folder, "2019-07-11 10:02", DAY)


def again(folder: Path) -> Room:
    return open_room(folder, "2019-07-11 10:20", DAY)


def saved(folder: Path) -> bool:
    return (folder / "drafts" / "drafts.bin").exists()


def write_step(qtbot: QtBot, desk: OpenDesk, text: str) -> None:
    desk.start_action("case.note")
    qtbot.waitUntil(lambda: desk.step.findChild(QPlainTextEdit) is not None)
    desk.step.findChild(QPlainTextEdit).insertPlainText(text)


def test_a_step_that_was_not_given_is_there_after_the_next_start(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    case = street.report(PETROL)
    with opened(qtbot, street, folder, person=WHO) as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.selection.set_case(case)
        write_step(qtbot, desk, "街口已拉警戒线")
        qtbot.waitUntil(lambda: saved(folder))
    room = again(folder)
    with opened(qtbot, room, folder, person=WHO) as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.selection.set_case(case)
        write_step(qtbot, desk, "")
        assert "街口已拉警戒线" in desk.step.findChild(QPlainTextEdit).toPlainText()
        desk.step.give()
        qtbot.waitUntil(lambda: any(one.words == "街口已拉警戒线" for one in room.view(case).story))
        qtbot.waitUntil(lambda: not saved(folder))


def test_a_dispatch_that_was_begun_is_there_after_the_next_start(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    case = street.report(RUBBISH)
    street.do(FileCase, "lead-1", case=case)
    with opened(qtbot, street, folder, person=WHO) as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.selection.set_case(case)
        desk.start_action("case.dispatch")
        qtbot.waitUntil(lambda: bool(desk.dispatch.form.teams.choices.choices()))
        other = desk.dispatch._view.candidates[1]
        assert other.rank == 2
        desk.dispatch.choose_team(2)
        qtbot.waitUntil(lambda: saved(folder))
    room = again(folder)
    with opened(qtbot, room, folder, person=WHO) as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.selection.set_case(case)
        desk.start_action("case.dispatch")
        qtbot.waitUntil(lambda: desk.dispatch._team == other.team)
        assert desk.dispatch.form.unit == other.unit
        qtbot.waitUntil(lambda: bool(desk.dispatch.form.law.lines))
        for reason in desk.dispatch.form.law.lines.values():
            reason.setText("最近的队伍都在忙")
        desk.dispatch.send()
        qtbot.waitUntil(lambda: line(room, case).lead_unit == other.unit)
        qtbot.waitUntil(lambda: not saved(folder))


def test_a_report_is_forgotten_once_it_was_taken_in(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    with opened(qtbot, street, folder, person="intake-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        form = desk.intake.form
        QTest.keyClicks(form.phone, "13812345678")
        form.words.insertPlainText("汽油味")
        form.item.line.setText(PETROL)
        form.item.take(desk.intake._searches.items(PETROL)[0])
        form.place.line.setText("祠堂东街")
        qtbot.waitUntil(lambda: saved(folder))
        desk.intake.take_in()
        qtbot.waitUntil(lambda: form.draft().blank)
        qtbot.waitUntil(lambda: not saved(folder))


def test_a_new_password_keeps_what_was_kept(tmp_path: Path) -> None:
    mine = person_vault(tmp_path, "lead-1", "first words")
    mine.write("drafts.bin", b"typed")
    mine.rekey(person_vault(tmp_path, "lead-1", "other words"))
    assert mine.read("drafts.bin") == b"typed"
    assert person_vault(tmp_path, "lead-1", "other words").read("drafts.bin") == b"typed"
    assert person_vault(tmp_path, "lead-1", "first words").read("drafts.bin") is None


def test_another_key_reads_nothing_and_a_broken_file_is_put_aside(tmp_path: Path) -> None:
    mine = person_vault(tmp_path, "lead-1", "right words")
    mine.write("drafts.bin", "街口".encode())
    assert person_vault(tmp_path, "lead-1", "right words").read("drafts.bin") == "街口".encode()
    assert person_vault(tmp_path, "lead-2", "right words").read("drafts.bin") is None
    assert person_vault(tmp_path, "lead-1", "other words").read("drafts.bin") is None
    assert list(tmp_path.rglob("drafts.unreadable"))
    make_key(tmp_path)
    own = street_vault(tmp_path)
    own.write("drafts.bin", b"text")
    own.drop("drafts.bin")
    assert own.read("drafts.bin") is None


def test_a_report_with_its_picture_stands_open_after_a_restart(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    with opened(qtbot, street, folder, person="intake-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.start_action("report.new")
        desk.intake.form.words.insertPlainText("汽油味")
        assert desk.intake.form.pictures.add(PNG)
        qtbot.waitUntil(lambda: bool(list((folder / "drafts").glob("shown-*"))))
    room = again(folder)
    with opened(qtbot, room, folder, person="intake-1") as found:
        desk, bar = found.desk, found.desk.intake.form.pictures
        qtbot.waitUntil(lambda: bool(bar.pictures()))
        assert desk.intake.form.draft().words == "汽油味" and desk.intake.isVisible()
        bar._list.setCurrentRow(0)
        bar.remove_current()
        qtbot.waitUntil(lambda: not list((folder / "drafts").glob("shown-*")))


def test_a_step_stands_open_where_it_was_with_all_that_was_chosen(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    case = street.report(RUBBISH)
    street.do(FileCase, "lead-1", case=case)
    with opened(qtbot, street, folder, person="lead-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.selection.set_case(case)
        desk.start_action("case.consult")
        qtbot.waitUntil(lambda: desk.step.action is not None)
        change(desk)
        given = desk.step._form.draft()
        assert given
        qtbot.waitUntil(lambda: saved(folder))
    room = again(folder)
    with opened(qtbot, room, folder, person="lead-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.step.action is not None)
        assert desk.step.action.name == "case.consult" and desk.step.isVisible()
        assert desk.selection.current_case == case
        assert desk.step._form.draft() == given


def change(desk: OpenDesk) -> None:
    """Change every field of the open form by hand, as far as its kind lets one."""
    for one in desk.step._form.fields:
        if one.spec.kind is FieldKind.MANY:
            one.inner.toggle(one.inner.item(1))
            one.inner.toggle(one.inner.item(2))
        elif one.spec.kind in (FieldKind.WORDS, FieldKind.LINE):
            one.restore("写到一半")


OFFERED = (("a", "甲"), ("b", "乙"))
SPECS = (
    (FieldKind.DATE, "2019-08-01"),
    (FieldKind.MOMENT, "2019-07-11T01:30:00+00:00"),
    (FieldKind.LIMIT, "3wh"),
    (FieldKind.CHECK, True),
    (FieldKind.MANY, ["b"]),
    (FieldKind.CHOICE, "b"),
    (FieldKind.WORDS, "两行\n字"),
    (FieldKind.LINE, "一行字"),
)


def test_each_kind_of_field_comes_back_as_it_was(qtbot: QtBot, street: Room) -> None:
    view = street.view(street.report(RUBBISH))
    with at_work(street) as desk:
        room = StepRoom(
            reference=desk.reference,
            who=desk.who,
            roles=desk.roles,
            now=desk.now(),
            zone=desk.clock.zone,
            people={},
            officers={},
        )
        for kind, kept in SPECS:
            spec = Field(name="asked", kind=kind, text="问", options=lambda *_: list(OFFERED))
            field = make_field(spec, view, room, desk)
            qtbot.addWidget(field)
            assert field.kept() != kept
            field.restore(json.loads(json.dumps(kept)))
            assert field.kept() == kept
    street.center.close()


def test_what_is_put_back_late_disturbs_no_hand_that_was_faster(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    case, other = street.report(RUBBISH), street.report(PETROL)
    with opened(qtbot, street, folder, person="lead-1") as found:
        desk = found.desk
        qtbot.waitUntil(lambda: desk.drafts is not None)
        desk.selection.set_case(case)
        write_step(qtbot, desk, "")
        desk.step.restore({"typed": [["case.note", other, {"words": "早先写的"}]]})
        assert desk.step.action is not None and desk.step.action.name == "case.note"
        desk.step.leave()
        street.do(FileCase, "lead-1", case=case)
        qtbot.waitUntil(lambda: line(street, case).state == "filed")
        desk.start_action("case.dispatch")
        qtbot.waitUntil(lambda: bool(desk.dispatch.form.teams.choices.choices()))
        second = desk.dispatch._view.candidates[1].team
        desk.dispatch.restore({})
        assert desk.dispatch.choose_team(2)
        qtbot.waitUntil(lambda: desk.dispatch._team == second)


def test_a_step_that_ends_late_takes_no_keyboard_from_another_window(
    qtbot: QtBot, street: Room, folder: Path
) -> None:
    case = street.report(PETROL)
    with opened(qtbot, street, folder, person=WHO) as found:
        desk = found.desk
        desk.selection.set_case(case)
        write_step(qtbot, desk, "街口已拉警戒线")
        letter = QPlainTextEdit()
        qtbot.addWidget(letter)
        desk.step.give()
        letter.show()
        letter.activateWindow()
        qtbot.waitActive(letter)
        letter.setFocus()
        qtbot.waitUntil(lambda: desk.step.action is None)
        qtbot.waitUntil(lambda: not desk.window.panel("step").isVisible())
        assert QApplication.activeWindow() is letter and letter.hasFocus()
        assert desk.queue.isAncestorOf(desk.window.focusWidget()), "for when the hand comes back"


class Typed:
    """A form with words and one picture."""

    def kept(self) -> dict[str, Any]:
        return {"words": "街口有汽油味", "pictures": ["slow"]}

    def restore(self, kept: dict[str, Any]) -> None:
        raise AssertionError("nothing was left by an earlier run")


def test_words_wait_for_no_picture_that_comes_slowly(qtbot: QtBot, folder: Path) -> None:
    vault = person_vault(folder, "lead-1", "first words")
    gate, owner = threading.Event(), QObject()

    def share() -> bytes:
        gate.wait()
        return PNG

    source = Source(share)
    drafts = Drafts(Shelf(vault), {"intake": Typed()}, {"slow": source}, owner)
    reader = threading.Thread(target=source)
    try:
        drafts.begin(Found({}, {}))
        reader.start()
        early = Found({"intake": Typed().kept()}, {})
        qtbot.waitUntil(lambda: Shelf(vault).read() == early)
    finally:
        gate.set()
        reader.join()
    qtbot.waitUntil(lambda: Shelf(vault).read().pictures == {"slow": PNG})
    drafts.stop()
