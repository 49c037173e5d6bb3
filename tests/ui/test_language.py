"""The other language from a menu, dates and figures in both, and which lists of words fail."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.english import CHINESE, WORDS, read, write
from tests.fakes import open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import opened
from tests.ui.test_english import compile_words, missing_words, stale_words
from ui import kept
from ui.app import language_of, speak
from ui.arguments import parse
from ui.language import told
from ui.words import (
    clock_text,
    distance,
    duration,
    limit_text,
    span_text,
    stamp,
    time_left,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOW = datetime(2019, 7, 11, 2, 2, tzinfo=UTC)
EARLIER, LATER = NOW - timedelta(minutes=35), NOW + timedelta(hours=2, minutes=14)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    compile_words()
    speak(qapp, "en")
    yield
    for one in qapp.findChildren(QTranslator):
        qapp.removeTranslator(one)
        one.deleteLater()


def test_the_other_language_is_chosen_kept_and_said_in_both(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    room = open_room(folder, "2019-07-11 10:02", DAY)
    with opened(qtbot, room, folder, person="lead-1") as found:
        action = found.desk.window.findChild(QAction, "language")
        action.trigger()
        said = found.desk.window.messages.current
        assert said.text == "下次启动改用英文 · English from the next start"
        assert kept.load(folder).language == "en"
        action.trigger()
        assert found.desk.window.messages.current.text == "下次启动改用中文"
        assert kept.load(folder).language == "zh_CN"
        action.trigger()
    assert language_of(parse(["--data", str(folder)])) == "en"
    assert language_of(parse(["--data", str(folder), "--language", "zh"])) == "zh"


def test_the_next_start_speaks_it_whatever_was_spoken_before(qapp: QApplication) -> None:
    compile_words()
    for language, word in (("en", "Intake"), ("zh_CN", "受理"), ("en", "Intake")):
        speak(qapp, language)
        assert QCoreApplication.translate("any", "受理") == word
    speak(qapp, "zh_CN")
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "粘贴(&P)"
    for one in qapp.findChildren(QTranslator):
        qapp.removeTranslator(one)


def test_who_cannot_read_the_screen_can_read_the_answer(english: None) -> None:
    assert told("zh_CN") == "Chinese from the next start · 下次启动改用中文"
    assert told("en") == "English from the next start"


@pytest.mark.parametrize("text", ["[desk]\nlanguage=xx\n", "[desk]\nlanguage=\n", "{", "\x00"])
def test_a_language_that_is_none_is_as_usual(tmp_path: Path, text: str) -> None:
    (tmp_path / kept.FILE).write_text(text, encoding="utf-8")
    from ui.tongue import load

    assert load(kept.load(tmp_path).language, QLocale("C")) is None


def times() -> dict[str, str]:
    return {
        "left": time_left(NOW, LATER),
        "over": time_left(NOW, EARLIER),
        "soon": time_left(NOW, NOW + timedelta(seconds=275)),
        "days": span_text(3 * 86_400 + 4 * 3600),
        "long": span_text(14 * 86_400),
        "today": clock_text(NOW, NOW),
        "tomorrow": clock_text(NOW + timedelta(days=1), NOW),
        "yesterday": clock_text(NOW - timedelta(days=1), NOW),
        "day": clock_text(NOW + timedelta(days=4), NOW),
        "year": clock_text(NOW - timedelta(days=365), NOW),
        "stamp": stamp(NOW),
        "lasted": duration(timedelta(days=3, hours=4)),
        "minutes": duration(timedelta(minutes=1)),
        "hours": duration(timedelta(hours=2, minutes=14)),
        "limit": limit_text("2wd"),
        "hour": limit_text("1wh"),
        "none": limit_text(None),
        "near": distance(320),
        "far": distance(1234),
    }


CHINESE_TIMES = {
    **{"left": "剩 2:14", "over": "超 0:35", "soon": "剩 4分35秒", "days": "3天4时"},
    **{"long": "14天", "today": "今天 10:02", "tomorrow": "明天 10:02"},
    **{"yesterday": "昨天 10:02", "day": "07-15 10:02", "year": "2018-07-11 10:02"},
    **{"stamp": "07-11 10:02", "lasted": "3 天 4 小时", "minutes": "1 分钟"},
    **{"hours": "2 小时 14 分", "limit": "2 个工作日", "none": "不限时"},
    **{"hour": "1 个工作小时"},
    **{"near": "320 米", "far": "1.2 公里"},
}


ENGLISH_TIMES = {
    **{"left": "2:14 left", "over": "0:35 late", "soon": "4m35s left", "days": "3d 4h"},
    **{"long": "14d", "today": "Today 10:02", "tomorrow": "Tomorrow 10:02"},
    **{"yesterday": "Yesterday 10:02", "day": "07-15 10:02", "year": "2018-07-11 10:02"},
    **{"stamp": "07-11 10:02", "lasted": "3 d 4 h", "minutes": "1 min"},
    **{"hours": "2 h 14 min", "limit": "2 working days", "none": "no limit"},
    **{"hour": "1 working hour", "near": "320 m", "far": "1.2 km"},
}


def test_times_and_figures_in_chinese() -> None:
    assert times() == CHINESE_TIMES


def test_times_and_figures_in_english(english: None) -> None:
    said = times()
    assert [text for text in said.values() if CHINESE.search(text)] == []
    assert said == ENGLISH_TIMES


def test_names_stay_as_the_street_writes_them(qtbot: QtBot, english: None, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    room = open_room(folder, "2019-07-11 10:02", DAY)
    with opened(qtbot, room, folder, person="lead-1") as found:
        reference = found.desk.context.reference
        offered = [found.desk.queue.bar.choice("unit").itemText(row) for row in range(2, 5)]
        names = reference.names["lead-1"], [one.short for one in reference.units]
    assert all(CHINESE.search(name) for name in (names[0], *names[1]))
    assert set(offered) <= set(names[1])


def test_a_missing_a_stale_and_an_unfinished_word_are_found(tmp_path: Path) -> None:
    words = {**read(), (WORDS, "没有这句话了"): ("Gone",)}
    del words[WORDS, "受理"]
    words[WORDS, "派遣"] = ("",)
    copy = tmp_path / "copy.ts"
    write(words, copy)
    broken = read(copy)
    assert stale_words(broken) - stale_words(read()) == {"没有这句话了"}
    found = {text for _, text in missing_words(broken)} - {
        text for _, text in missing_words(read())
    }
    assert found == {"受理", "派遣"}


@pytest.mark.parametrize("kind", ["unfinished", "vanished", "obsolete"])
def test_a_word_that_linguist_marks_is_no_word(tmp_path: Path, kind: str) -> None:
    copy = tmp_path / "copy.ts"
    write(read(), copy)
    tree = ET.parse(copy)
    messages = tree.getroot().iter("message")
    one = next(one for one in messages if one.findtext("source") == "受理")
    one.find("translation").set("type", kind)
    tree.write(copy, encoding="utf-8")
    assert "受理" in {text for _, text in missing_words(read(copy))}
