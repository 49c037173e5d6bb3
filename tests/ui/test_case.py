"""The case panel on a real Desk: what it shows, follows, reveals and offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import AddNote, FileCase, RevealPhone
from commandcenter.services.views import AskBoard, AskCase, AskReference, CaseView
from tests.fakes import PNG, Room, open_room
from tests.ui import casefakes as fake
from tests.ui.deskseat import Link
from ui import theme, words
from ui.context import DeskContext
from ui.live import LiveFeed
from ui.palette import DARK
from ui.panels.case import CasePanel
from ui.panels.case_facts import facts_page
from ui.panels.case_html import lamp_text
from ui.panels.case_story import story_page
from ui.panels.glance import Glance
from ui.panels.pictures_source import of_bytes
from ui.selection import Selection
from ui.worker import Worker

WHO = "intake-1"
PHONE = "13800005678"


class Stand:
    """A case panel on a real Desk, kept fresh by the feed."""

    def __init__(self, room: Room, qtbot) -> None:
        self.room, self.qtbot = room, qtbot
        self.started: list[str] = []
        self.said: list[tuple[str, str]] = []
        desk, board = room.desk, room.desk.ask(AskBoard(), WHO)
        self.worker, self.selection = Worker(desk), Selection()
        self.context = DeskContext(
            worker=self.worker,
            selection=self.selection,
            reference=desk.ask(AskReference(), WHO),
            clock=desk.rules.clock,
            now=room.clock,
            who=WHO,
            roles=frozenset({"intake_officer", "shift_lead"}),
            say=lambda kind, text: self.said.append((kind, text)),
            start=self.started.append,
            keep_picture=desk.keep_picture,
        )
        self.panel = CasePanel(self.context)
        qtbot.addWidget(self.panel)
        self.panel.load(board)
        self.panel.resize(760, 250)
        self.panel.show()
        qtbot.waitActive(self.panel)
        self.feed = LiveFeed(desk, self.worker)
        self.feed.changed.connect(self.panel.apply)
        self.feed.start(board.seq)

    def pick(self, case: str) -> None:
        self.selection.set_case(case)
        self.qtbot.waitUntil(lambda: self.panel.view is not None)

    def settle(self) -> None:
        """The feed has told everything, and all that was asked then is answered."""
        newest = self.room.desk.ask(AskBoard(), WHO).seq
        self.qtbot.waitUntil(lambda: self.feed.seq >= newest)
        done: list[int] = []
        self.worker.run(lambda: 1, done.append)
        self.qtbot.waitUntil(lambda: done == [1])

    def text(self, name: str) -> str:
        return self.panel.findChild(QTextBrowser, f"case.{name}").toPlainText()

    def stop(self) -> None:
        self.feed.stop()
        self.worker.stop()


class Memory(Link):
    """What a seat without its link answers: the case as it was told last (held.py)."""

    def __init__(self, worker: Worker, query: AskCase, view: CaseView) -> None:
        super().__init__(worker)
        self.query, self.view, self.asked = query, view, 0

    def ask(self, query: object, who: str) -> object:
        assert query == self.query
        self.asked += 1
        return self.view


@pytest.fixture
def stand(tmp_path: Path, qtbot) -> Iterator[Stand]:
    theme.apply(QApplication.instance(), DARK)
    room = open_room(tmp_path / "street", "2019-07-11 10:00", date(2019, 7, 11))
    made = Stand(room, qtbot)
    yield made
    made.stop()
    room.center.close()


def report(stand: Stand) -> str:
    return stand.room.report(
        item="05-08",
        source=Source.HOTLINE,
        words="楼下商铺音响很吵",
        caller_name="李女士",
        caller_phone=PHONE,
    )


def test_the_case_is_shown_and_followed_by_the_feed(stand: Stand) -> None:
    case = report(stand)
    stand.pick(case)
    title = stand.panel.findChild(QLabel, "case.title")
    assert words.word(CaseState.REPORTED) in title.text()
    assert "楼下商铺音响很吵" in stand.text("facts")
    assert "陈秋月" in stand.text("story")
    stand.room.do(FileCase, "lead-1", case=case)
    stand.qtbot.waitUntil(lambda: words.word(CaseState.FILED) in title.text())
    assert "立案" in stand.text("story")
    lamps = stand.panel.findChild(QLabel, "case.lamps").text()
    assert "到期" in lamps and "剩" in lamps


def test_the_telephone_is_masked_until_revealed_and_again_after(stand: Stand) -> None:
    case = report(stand)
    stand.pick(case)
    assert "138****5678" in stand.text("facts")
    assert PHONE not in stand.text("facts")
    stand.room.do(RevealPhone, WHO, case=case, reason="call_back")
    stand.qtbot.waitUntil(lambda: PHONE in stand.text("facts"))
    stand.room.clock.pass_(minutes=11)
    stand.qtbot.waitUntil(lambda: PHONE not in stand.text("facts"))


def test_a_telephone_is_masked_in_time_though_the_answer_from_memory_shows_it(
    stand: Stand,
) -> None:
    case = report(stand)
    stand.pick(case)
    stand.room.do(AddNote, WHO, case=case, words=f"要回电 {PHONE}")
    stand.room.do(RevealPhone, WHO, case=case, reason="call_back")
    stand.qtbot.waitUntil(lambda: PHONE in stand.text("facts"))
    stand.qtbot.waitUntil(lambda: PHONE in stand.text("story"))
    stand.settle()
    memory = Memory(stand.worker, AskCase(case=case), stand.panel.view)
    stand.room.clock.pass_(minutes=11)
    stand.qtbot.waitUntil(lambda: PHONE not in stand.text("facts"))
    assert "138****5678" in stand.text("facts") and "看电话" in stand.text("facts")
    stand.settle()
    asked = memory.asked
    stand.panel._tick()
    stand.panel._tick()
    stand.settle()
    assert PHONE not in stand.text("facts") and memory.asked == asked > 0
    assert PHONE not in stand.text("story") and "要回电 138" in stand.text("story")


def test_what_may_be_done_are_buttons_that_start_the_action(stand: Stand) -> None:
    stand.pick(report(stand))
    button = stand.panel.findChild(QPushButton, "do.case.refuse")
    assert "J" in button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stand.started == ["case.refuse"]
    assert stand.panel.findChild(QPushButton, "do.case.close") is None


def test_reading_goes_on_where_it_was_when_the_case_changes(stand: Stand) -> None:
    case = report(stand)
    for number in range(12):
        stand.room.do(AddNote, WHO, case=case, words=f"note {number} " * 8)
    stand.pick(case)
    story = stand.panel.findChild(QTextBrowser, "case.story")
    stand.qtbot.waitUntil(lambda: story.verticalScrollBar().maximum() > 40)
    story.verticalScrollBar().setValue(30)
    stand.room.do(AddNote, WHO, case=case, words="the newest of all")
    stand.qtbot.waitUntil(lambda: "the newest of all" in story.toPlainText())
    assert story.verticalScrollBar().value() == 30


def test_a_pasted_picture_becomes_part_of_the_case_and_is_shown(stand: Stand) -> None:
    case = report(stand)
    stand.pick(case)
    stand.panel.resize(1100, 330)
    pictures = stand.panel.findChild(object, "case.pictures")
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    mime = QMimeData()
    mime.setImageData(image)
    QApplication.clipboard().setMimeData(mime)
    pictures.setFocus()
    QTest.keyClick(pictures, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stand.qtbot.waitUntil(lambda: len(stand.panel.view.pictures) == 1)
    pane = pictures.before.pane
    stand.qtbot.waitUntil(lambda: not pane.image.isNull())
    seen = pane.grab().toImage()
    assert seen.pixelColor(seen.rect().center()) == QColor("green")


def test_a_picture_reaches_the_case_it_was_put_on_though_another_is_picked_meanwhile(
    stand: Stand,
) -> None:
    case, other = report(stand), report(stand)
    stand.context.cases = lambda: stand.room.desk.ask(AskBoard(), WHO).cases
    stand.pick(case)
    stand.panel._pictures.added.emit(of_bytes(PNG))
    stand.selection.set_case(other)
    stand.room.do(AddNote, WHO, case=case, words="a step further")
    stand.qtbot.waitUntil(lambda: len(stand.room.view(case).pictures) == 1)
    stand.qtbot.waitUntil(lambda: stand.panel.view.case.id == other)
    assert stand.room.view(other).pictures == ()


def test_a_picture_is_not_taken_for_a_case_that_is_not_shown_yet(stand: Stand) -> None:
    case, other = report(stand), report(stand)
    stand.pick(case)
    stand.selection.set_case(other)
    stand.panel._pictures.added.emit(of_bytes(PNG))
    assert "没有收" in stand.said[-1][1]
    stand.qtbot.waitUntil(lambda: stand.panel.view.case.id == other)
    assert stand.room.view(case).pictures == stand.room.view(other).pictures == ()


@pytest.mark.parametrize("width", [600, 760, 1100])
def test_no_button_is_cut_in_any_width(stand: Stand, width: int) -> None:
    stand.pick(report(stand))
    stand.panel.resize(width, 300)
    QApplication.processEvents()
    if width == 600:  # one part at a time: the moves are two keys away
        stand.panel.setFocus()
        for _ in range(2):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    buttons = [one for one in stand.panel.findChildren(QPushButton) if one.isVisible()]
    assert buttons
    assert all(one.width() >= one.sizeHint().width() for one in buttons)


def test_another_seat_or_none_selected_leaves_nothing_behind(stand: Stand) -> None:
    stand.pick(report(stand))
    stand.selection.set_case("")
    assert stand.panel.view is None
    assert not stand.panel.findChild(QLabel, "case.title").isVisible()


# ---- the pages alone ----------------------------------------------------------------------


def glance(**changes) -> Glance:
    names = words.names_of(fake.REFERENCE)
    base = Glance(fake.NOW, words.STREET_ZONE, names)
    return replace(base, **changes)


def test_the_page_tells_tasks_requests_dockets_law_and_what_to_remember(qapp) -> None:
    html = facts_page(fake.full_view(), glance())
    for told in ("安监中队", "到场10:07", "延期", "同意 A", "石安监扣〔2019〕7 号", "余 30 天"):
        assert told in html
    assert "do:request.approve:request-1" in html
    assert "do:docket.report:docket-1" in html
    assert words.reminder("crime_transfer") in html


def test_a_docket_warns_seven_days_before_its_end(qapp) -> None:
    view = fake.full_view()
    late = glance(now=fake.NOW + timedelta(days=23))
    assert "▲ 限 2019-08-10 前，余 7 天" in facts_page(view, late)
    assert "▲ 限" not in facts_page(view, glance())
    assert "do:docket.extend:docket-1" in facts_page(view, late)


def test_what_people_write_is_text_and_never_markup(qapp) -> None:
    view = replace(fake.a_view(), words="<b>bold</b><img src=x>")
    assert "<img" not in facts_page(view, glance())
    assert "&lt;img" in facts_page(view, glance())


def test_a_step_entered_late_says_when_it_was_typed(qapp) -> None:
    view = fake.a_view()
    first = view.story[0]
    late = replace(first.entry, at=first.entry.happened_at + timedelta(minutes=8))
    html = story_page(replace(view, story=(replace(first, entry=late),)), glance())
    assert "10:00" in html and "10:08 录入" in html


def test_a_lamp_is_a_shape_and_a_word_too(qapp) -> None:
    now, zone = fake.NOW, words.STREET_ZONE
    due = now + timedelta(minutes=10)
    assert "● 正常" in lamp_text("全案", due, now + timedelta(minutes=5), now, zone)
    assert "▲ 将到期" in lamp_text("全案", due, now, now, zone)
    assert "■ 超时" in lamp_text("全案", now - timedelta(seconds=1), now, now, zone)
