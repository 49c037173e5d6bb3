"""Saved views of the queue: chosen by a digit, counted as it goes, own ones after a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from commandcenter.domain.calendar import WorkCalendar
from commandcenter.domain.case import CaseState
from commandcenter.domain.clock import WorkClock
from commandcenter.domain.limits import Stage
from tests.ui.queuefakes import (
    NOW,
    REFERENCE,
    NoDesk,
    Steps,
    board,
    changes,
    inbox,
    line,
    many,
    shown,
)
from ui.context import DeskContext
from ui.habits import Habits
from ui.models.queue_cells import Column
from ui.models.queue_filter import QueueFilter
from ui.models.queue_views import BUILT_IN, MOST_OWN, ViewBook, book_of
from ui.panels.queue import QueuePanel
from ui.selection import Selection
from ui.worker import Worker

K, S = Qt.Key, CaseState
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
DAY_END = NOW.replace(hour=15, minute=59)
LINES = (
    line("mine", 60, owner="d-1"),
    line("other", 70, owner="d-2"),
    line("late", -5, owner="d-2"),
    line("sign", 80, state=S.DISPATCHED, owner="d-2", lead_unit="market"),
    line("wait", 90, state=S.FILED, owner=None, lead_unit=None),
    line("blown", 100, owner="d-2", whistle="blown"),
    line("call", None, state=S.CALLBACK, owner="d-2", stage=Stage.CALLBACK, stage_due=DAY_END),
    line(
        "later",
        None,
        state=S.CALLBACK,
        owner="d-2",
        stage=Stage.CALLBACK,
        stage_due=DAY_END + timedelta(hours=1),
    ),
    inbox("new", 3),
)


@pytest.fixture
def clock() -> Steps:
    return Steps()


@pytest.fixture
def desk(qtbot: QtBot, clock: Steps, tmp_path: Path) -> Iterator[DeskContext]:
    worker = Worker(NoDesk())
    yield DeskContext(
        worker=worker,
        selection=Selection(),
        reference=REFERENCE,
        clock=WorkClock(WorkCalendar.from_rows(())),
        now=clock.now,
        who="d-1",
        roles=frozenset({"dispatcher"}),
        habits=Habits(tmp_path),
    )
    assert worker.stop() == ()


@pytest.fixture
def panel(qtbot: QtBot, desk: DeskContext) -> QueuePanel:
    return opened(qtbot, desk)


def opened(qtbot: QtBot, desk: DeskContext) -> QueuePanel:
    made = QueuePanel(desk)
    qtbot.addWidget(made)
    made.resize(520, 420)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.load(board(*LINES))
    made.sits()
    made.view.setFocus()
    return made


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held or Qt.KeyboardModifier.NoModifier)


def write(text: str) -> None:
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), typed)


def chips(panel: QueuePanel) -> list[str]:
    strip = panel.views
    return [strip._chips[view.key].text() for view in panel.shelf.book.views]


def keep(qtbot: QtBot, panel: QueuePanel, words: str, name: str) -> None:
    """Filter by words and keep it under a name, all by keys."""
    press(qtbot, K.Key_Slash)
    panel.bar.text.selectAll()
    write(words)
    press(qtbot, K.Key_Return)
    press(qtbot, K.Key_S, CTRL)
    assert panel.views.name.hasFocus()
    write(name)
    press(qtbot, K.Key_Return)
    assert panel.view.hasFocus()


def test_each_of_the_desks_own_views_takes_what_its_name_says(qtbot: QtBot, panel: QueuePanel):
    assert chips(panel) == [
        *("1 我的 2", "2 超期 1", "3 待签收 1", "4 吹哨 1", "5 今日回访 1", "6 单位 ▾")
    ]
    wanted = [{"mine", "wait"}, {"late"}, {"sign"}, {"blown"}, {"call"}]
    for digit, cases in zip((K.Key_1, K.Key_2, K.Key_3, K.Key_4, K.Key_5), wanted, strict=True):
        press(qtbot, digit)
        assert set(shown(panel.model)) == cases
    press(qtbot, K.Key_5)  # the lit one again
    assert set(shown(panel.model)) == {one.id for one in LINES}
    assert panel.view.hasFocus()


def test_counts_follow_what_changes_and_the_clock(panel: QueuePanel, clock: Steps):
    panel.apply(changes(line("mine", 60, owner="d-2", version=2), line("more", 5, owner="d-1")))
    assert chips(panel)[:2] == ["1 我的 2", "2 超期 1"]
    clock.seconds = 6 * 60
    panel.tick()
    assert chips(panel)[:2] == ["1 我的 2", "2 超期 2"]
    panel.apply(changes(line("late", -5, state=S.CLOSED, version=2)))
    assert chips(panel)[1] == "2 超期 1"
    clock.seconds = 14 * 3600  # the next local day
    panel.tick()
    assert chips(panel)[4] == "5 今日回访 2"


def test_counts_are_those_of_a_fresh_count_after_many_changes(panel: QueuePanel, clock: Steps):
    panel.load(board(*many(120)))
    for step, one in enumerate(many(160, seed=9)):
        clock.seconds = step * 97.0
        panel.apply(changes(line(one.id, step - 40.0, state=one.state, owner=one.owner, version=9)))
        panel.tick()
    counted = chips(panel)
    panel.shelf.load(board())
    assert chips(panel) == counted


def test_what_is_mine_follows_who_sits_here(panel: QueuePanel, desk: DeskContext):
    panel.shelf.choose("mine")
    desk.who, desk.roles = "d-2", frozenset({"shift_lead"})
    panel.sits()
    assert set(shown(panel.model)) == {"other", "late", "sign", "blown", "call", "later", "new"}
    assert chips(panel)[0] == "1 我的 7"


def test_an_own_view_is_named_renamed_moved_deleted_by_keys(qtbot: QtBot, panel: QueuePanel):
    press(qtbot, K.Key_BracketRight)  # sorted by the next column
    keep(qtbot, panel, "小龙", "小龙村")
    assert chips(panel)[-1] == f"7 小龙村 {len(LINES)}"
    view = panel.shelf.book.views[-1]
    assert (view.filter, view.column) == (QueueFilter(text="小龙"), Column.NUMBER)
    press(qtbot, K.Key_Left, ALT)
    assert chips(panel)[5] == f"6 小龙村 {len(LINES)}"
    press(qtbot, K.Key_R, ALT)
    write("龙")
    press(qtbot, K.Key_Return)
    assert chips(panel)[5] == f"6 龙 {len(LINES)}"
    press(qtbot, K.Key_Escape)
    panel.view.sort_as(Column.LEFT, False)
    press(qtbot, K.Key_6)
    assert (panel.bar.text.text(), panel.model.sorted_by) == ("小龙", (Column.NUMBER, False))
    press(qtbot, K.Key_Delete, ALT)
    assert panel.shelf.book == ViewBook()


def test_views_are_each_persons_own_and_come_back_after_a_restart(
    qtbot: QtBot, panel: QueuePanel, desk: DeskContext, tmp_path: Path
):
    keep(qtbot, panel, "小龙", "小龙村")
    press(qtbot, K.Key_Left, ALT)
    desk.habits = Habits(tmp_path)
    again = opened(qtbot, desk)
    assert [one.name for one in again.shelf.book.views][5:] == ["小龙村", ""]
    desk.who = "d-2"
    again.sits()
    assert again.shelf.book == ViewBook()


def test_one_unit_is_chosen_from_a_list_by_its_digit(qtbot: QtBot, panel: QueuePanel):
    press(qtbot, K.Key_6)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, K.Key_3)
    qtbot.waitUntil(lambda: shown(panel.model) == ["sign"])
    assert chips(panel)[-1] == "6 市场监管所 ▾ 1"


def test_what_cannot_be_done_is_said_in_the_bar(qtbot: QtBot, panel: QueuePanel, desk: DeskContext):
    said: list[str] = []
    desk.say = lambda kind, text: said.append(text)
    press(qtbot, K.Key_R, ALT)
    press(qtbot, K.Key_1)
    press(qtbot, K.Key_Delete, ALT)
    press(qtbot, K.Key_S, CTRL)
    press(qtbot, K.Key_Return)
    press(qtbot, K.Key_S, CTRL)
    press(qtbot, K.Key_Escape)
    assert [text[:6] for text in said] == ["先按数字键选", "这是自带的视", "视图没有存："]
    assert panel.shelf.book == ViewBook()


def test_no_more_than_so_many_and_a_name_twice_is_the_same_view():
    book = ViewBook()
    for number in range(MOST_OWN + 3):
        book = book.saved(f"视图{number}", QueueFilter(text=str(number)), Column.LEFT, False)
    assert len(book.views) == len(BUILT_IN) + MOST_OWN
    again = book.saved(" 视图3 ", QueueFilter(lamp="red"), Column.UNIT, True)
    assert len(again.views) == len(book.views)
    assert again.named("视图3").filter == QueueFilter(lamp="red")
    assert again.renamed(again.named("视图3").key, "视图4") == again
    assert book_of(json.loads(json.dumps(again.kept()))) == again


@pytest.mark.parametrize(
    "kept",
    [
        None,
        7,
        [],
        {"own": 3, "order": "mine", "unit": 4},
        {"own": [None, {}, {"key": "mine", "name": "x"}, {"key": "own-1", "name": "  "}]},
        {"order": [["mine"], 3, "nothing"]},
    ],
)
def test_a_file_that_is_none_leaves_the_desks_own_views(kept: object):
    assert book_of(kept) == ViewBook()


def test_of_a_view_what_cannot_be_read_is_left_out():
    own = {
        "key": "own-5",
        "name": "一二三四五六七八九十一二三四",
        "filter": {"lamp": "red", "only": "everything", "colour": "blue", "level": 3},
        "column": 99,
        "down": "yes",
    }
    view = book_of({"own": [own], "order": ["own-5"]}).views[0]
    assert (view.name, view.filter) == ("一二三四五六七八九十一二", QueueFilter(lamp="red"))
    assert (view.column, view.down) == (Column.LEFT, False)


def test_a_view_of_what_is_no_more_says_so(qtbot: QtBot, panel: QueuePanel, desk: DeskContext):
    said: list[str] = []
    desk.say = lambda kind, text: said.append(text)
    gone = QueueFilter(unit="dissolved", lamp="red")
    panel.shelf.book = panel.shelf.book.saved("旧", gone, Column.LEFT, False)
    panel.shelf.choose("own-0")
    assert panel.bar.chosen == QueueFilter(lamp="red")
    assert said == ["这个视图里有的条件已经不在了，其余的照用"]
