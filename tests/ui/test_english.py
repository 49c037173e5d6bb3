"""English for the whole screen: every text has its words, and the screen says them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.english import CHINESE, DATA, FILE, WORDS, read, sources
from tests.fakes import open_room
from tests.ui.deskroom import DAY, PETROL, board
from tests.ui.test_app import opened
from ui.actions import ACTIONS
from ui.desk import OpenDesk
from ui.tongue import I18N, Tongue, chinese_of_qt, load, tongue_of
from ui.words import REFUSALS, STORIES, names_of, refusal, sentence

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COMPILED = I18N / "commandcenter_en.qm"
BLANK = re.compile(r"%[1-9n]|\{(\w*)[^{}]*\}")
BRACKETS = re.compile(r"\[[^\[\]]*\]")

CASE_STATES = (
    *("待立案", "核实中", "已并案", "不予受理", "待派遣", "待签收", "处置中", "挂账"),
    *("上报区级", "待核查", "核查中", "待回访", "已结案", "已作废"),
)
SHORT = (
    # where, who asks for the words, how many letters there are, and what stands there
    ("state of a case", "words", 14, CASE_STATES),
    ("state of a team", "words", 14, ("空闲", "已签收", "途中", "现场", "离岗")),
    ("level", "words", 8, ("紧急", "一般", "疑难", "简易")),
    ("level in one letter", "words", 1, ("急", "般", "疑", "简")),
    ("badge", "words", 6, ("退?", "延?", "挂?", "废?", "督", "催", "返工", "演练", "子卷")),
    ("title over the lamps", "QueueModel", 2, ("灯",)),
    ("title of a column", "QueueModel", 9, ("时限", "编号", "级别", "状态", "来源")),
    ("title of a column", "RosterModel", 9, ("状态", "执法证", "在办")),
    ("certificate in the roster", "words", 9, ("无证", "辅助")),
    ("source", "words", 12, ("网格", "数字城管", "视频", "窗口", "巡查", "随手拍", "导入")),
    ("title of a dock", "Stands", 12, ("事件队列", "力量", "案卷", "态势", "受理", "派遣", "办理")),
    ("sign on the map", "MapView", 4, ("超",)),
    ("part of the band", "Band", 14, ("待立案 %1", "在办 %1", "超时 %1", "将到期 %1", "报警 %1")),
)


@pytest.fixture
def english(qapp: QObject) -> Iterator[Tongue]:
    """The screen in English as long as the test runs."""
    compile_words()
    tongue = load("en", QLocale("C"))
    assert tongue is not None
    QCoreApplication.installTranslator(tongue)
    yield tongue
    QCoreApplication.removeTranslator(tongue)


def compile_words() -> None:
    """What set-up does, where a sentence is newer than its compiled form."""
    if not COMPILED.exists() or COMPILED.stat().st_mtime < FILE.stat().st_mtime:
        tool = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
        words = [sys.executable, "-c", tool, "-silent", str(FILE), "-qm", str(COMPILED)]
        subprocess.run(words, check=True)


@cache
def listed() -> dict[tuple[str, str], tuple[str, ...]]:
    """The whole list, read once: some hundred texts are asked for."""
    return read()


def told(source: str, context: str = WORDS) -> tuple[str, ...]:
    """The English words for a Chinese text that this context asks for."""
    known = listed()
    return known.get((context, source)) or known.get((WORDS, source), ())


def test_every_text_of_the_screen_is_said_in_english() -> None:
    missing = [f"{name}: {text}" for name, text in missing_words(read())]
    assert not missing, "python -m tests.english lists them for Qt Linguist:\n" + "\n".join(missing)


def test_no_english_is_left_for_a_text_that_is_gone() -> None:
    assert not stale_words(read()), "python -m tests.english drops them"
    assert sources().keys() >= DATA


def missing_words(known: dict[tuple[str, str], tuple[str, ...]]) -> list[tuple[str, str]]:
    """(file, text) of each text of the screen that has no words there, or unfinished ones."""
    return sorted(
        (name, text)
        for text, name in sources().items()
        if text not in DATA and not all(known.get((WORDS, text), ("",)))
    )


def stale_words(known: dict[tuple[str, str], tuple[str, ...]]) -> set[str]:
    """The texts of that list that no source says (any more)."""
    return {source for _, source in known} - sources().keys()


def test_english_has_no_chinese_letters() -> None:
    wrong = [text for texts in read().values() for text in texts if CHINESE.search(text)]
    assert not wrong


def test_every_blank_of_a_text_is_filled_in_english_too() -> None:
    for (_, source), texts in read().items():
        for text in texts:
            assert blanks(text) == blanks(source), (source, text)


def blanks(text: str) -> list[str]:
    """The blanks of a text: %1, {name}; in order where they have no name."""
    return sorted(found[0] if found[1] is None else found[1] for found in BLANK.finditer(text))


def test_what_is_left_out_is_left_out_in_english_too() -> None:
    for table in (REFUSALS, STORIES):
        for source in table.values():
            optional = [blanks(part) for part in BRACKETS.findall(source)]
            for text in told(source):
                assert sorted(map(blanks, BRACKETS.findall(text))) == sorted(optional), source


@pytest.mark.parametrize(
    ("context", "most", "said"),
    [row[1:] for row in SHORT],
    ids=[" ".join(row[:2]) for row in SHORT],
)
def test_narrow_places_have_short_words(context: str, most: int, said: tuple[str, ...]) -> None:
    for source in said:
        words = told(source, context)
        assert words, f"{source} is not said any more"
        assert not [text for text in words if len(text) > most]


def test_shortcut_letters_stay() -> None:
    """&U of 主办(&U) opens the same field in both languages."""
    letters = re.compile(r"&(\w)")
    for (_, source), texts in read().items():
        for text in texts:
            assert letters.findall(text) == letters.findall(source)


def test_every_way_of_asking_is_answered(english: Tongue) -> None:
    assert QObject().tr("受理") == "Intake"
    assert QCoreApplication.translate("anything", "受理") == "Intake"
    assert QCoreApplication.translate("anything", "另有 %n 条", "", 3) == "3 more"
    assert QCoreApplication.translate("anything", "没有这样的话") == "没有这样的话"


def test_one_word_of_two_meanings_is_told_by_its_context(english: Tongue) -> None:
    assert QCoreApplication.translate("actions", "撤销") == "Undo"
    assert QCoreApplication.translate("words", "撤销") == "Revoked"


def test_refusals_and_the_story_are_english_sentences(english: Tongue) -> None:
    rules = [refusal(rule, {}, {}) for rule in REFUSALS]
    tale = [sentence(kind, {}, {}) for kind in STORIES]
    assert not [text for text in (*rules, *tale) if CHINESE.search(text)]
    law = refusal("two_certificates", {"article": "行政处罚法42", "valid": 1}, {})
    assert law.startswith("Administrative Penalty Law Art. 42: enforcement needs two officers")


WORDS_SAID = "垃圾堆在路口"
TEXTS = (
    "text",
    "toolTip",
    "statusTip",
    "placeholderText",
    "accessibleName",
    "windowTitle",
    "toPlainText",
)


def test_the_window_has_no_chinese_but_the_streets_own(
    qtbot: QtBot, english: Tongue, tmp_path: Path
) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        case = room.report(PETROL)
        desk = found.desk
        qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
        desk.window.resize(1920, 1080)  # where every part of the case is in sight
        desk.selection.set_case(case)
        qtbot.waitUntil(lambda: WORDS_SAID in spoken(desk))
        for action in ("report.new", "case.dispatch", "case.file", "find", "seat"):
            desk.window.findChild(QAction, action).trigger()
            QApplication.processEvents()
        model = desk.queue.model
        cells = [str(model.index(0, n).data() or "") for n in range(model.columnCount())]
        said = spoken(desk) + "\n".join(cells)
        teams = board(room).teams
    own = {*names_of(desk.context.reference, teams).values(), *(team.short for team in teams)}
    own |= {desk.context.reference.street_name, WORDS_SAID, "祠堂东街"}
    for name in sorted(own, key=len, reverse=True):
        said = said.replace(name, "")
    assert [line for line in said.splitlines() if CHINESE.search(line)] == []


def spoken(desk: OpenDesk) -> str:
    """All that the window says: labels, buttons, tips, titles, actions."""
    things = [*desk.window.findChildren(QWidget), *desk.window.findChildren(QAction)]
    asked = (getattr(thing, name, None) for thing in things for name in TEXTS)
    return "\n".join(str(ask()) for ask in asked if callable(ask))


def test_every_action_is_named_and_told(english: Tongue) -> None:
    texts = [text for action in ACTIONS for text in (action.label, action.sentence)]
    assert all(texts)
    assert not [text for text in texts if CHINESE.search(text)]


@pytest.mark.parametrize(
    ("wanted", "locale", "tongue"),
    [
        *(("", "C", ""), ("", "zh_CN", ""), ("", "zh_TW", ""), ("", "en_US", "en")),
        *(("en", "C", "en"), ("en", "zh_CN", "en"), ("en_GB", "C", "en"), ("zh", "en_US", "")),
    ],
)
def test_the_language_is_what_is_asked_for_or_that_of_the_session(
    wanted: str, locale: str, tongue: str
) -> None:
    assert tongue_of(wanted, QLocale(locale)) == tongue


def test_a_language_without_words_stays_chinese() -> None:
    assert load("xx", QLocale("C")) is None
    assert load("", QLocale("fr_FR")) is None


def test_menus_of_fields_are_chinese_where_the_screen_is(qapp: QObject) -> None:
    assert chinese_of_qt().translate("QLineEdit", "&Paste") == "粘贴(&P)"


def test_the_list_is_as_the_helper_writes_it(tmp_path: Path) -> None:
    from tests.english import write

    copy = tmp_path / "copy.ts"
    write(read(), copy)
    assert copy.read_text("utf-8") == FILE.read_text("utf-8")
