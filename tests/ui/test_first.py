"""The question of the first use: asked once, answered by keys, remembered, and asked again."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from socket import create_server

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from commandcenter.app import FILE, open_center
from commandcenter.server.tls import new_certificate
from ui.arguments import parse
from ui.first import choice as kept
from ui.first.choice import DEMO, OWN, SERVER, Choice, chosen, to_ask
from ui.first.server import grouped
from ui.first.window import FirstWindow

K = Qt.Key


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path


class Asked:
    """The window, and what it was answered."""

    def __init__(self, bot: QtBot, choice: Choice) -> None:
        self.bot, self.window = bot, FirstWindow(choice)
        self.got: list[Choice] = []
        self.closed: list[bool] = []
        self.window.chosen.connect(self.got.append)
        self.window.closed.connect(lambda: self.closed.append(True))
        bot.addWidget(self.window)
        with bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def key(self, key: Qt.Key) -> None:
        self.bot.keyClick(QApplication.focusWidget() or self.window, key)

    def fill(self, line: QLineEdit, text: str) -> None:
        line.setFocus()
        line.clear()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(line, event)

    def street(self, code: str = "440113001") -> None:
        own = self.window.own
        self.key(K.Key_2)
        for line, text in ((own.name, "市桥街道"), (own.code, code), (own.lead, "李明")):
            self.fill(line, text)


def asked(bot: QtBot, choice: Choice | None = None) -> Asked:
    return Asked(bot, choice or Choice())


# ---- when it is asked, and what the answer opens --------------------------------------------


def test_it_is_asked_where_nothing_was_said_chosen_or_founded(home: Path) -> None:
    plain = parse([])
    assert to_ask(plain, Choice())
    for words in (["--demo"], ["--data", "x"], ["--server", "https://a:1"], ["--tour", "x"]):
        assert not to_ask(parse(words), Choice(ask="1"))
    assert not to_ask(plain, Choice(kind=DEMO))
    assert to_ask(plain, Choice(kind=DEMO, ask="1"))
    assert to_ask(parse(["--ask"]), Choice(kind=DEMO))
    open_center(plain.folder).close()
    assert not to_ask(plain, Choice()), "a street from before goes on"


def test_an_own_street_that_is_gone_is_asked_for_and_no_demo_takes_its_place(home: Path) -> None:
    mine = Choice(kind=OWN, own=str(home / "mine"))
    assert to_ask(parse([]), mine)
    open_center(home / "mine").close()
    assert not to_ask(parse([]), mine)
    assert chosen(parse([]), mine).folder == home / "mine"


def test_the_choice_completes_the_arguments_and_words_go_before_it() -> None:
    there = Choice(kind=SERVER, server="https://room:8443", pin="ab" * 32)
    given = chosen(parse(["--theme", "light"]), there)
    assert (given.server, given.pin, given.theme) == (there.server, there.pin, "light")
    assert given.folder.parts[-2:] == ("seat", "room-8443")
    assert chosen(parse([]), Choice(kind=DEMO)).demo
    said = parse(["--data", "elsewhere"])
    assert chosen(said, there) == said


def test_what_was_chosen_is_kept_and_a_broken_file_is_nothing(home: Path) -> None:
    folder = kept.config_folder()
    assert folder == home / "config" / "commandcenter" and kept.load(folder) == Choice()
    mine = Choice(kind=OWN, own="/某处", name="市桥街道")
    kept.save(folder, mine)
    assert kept.load(folder) == mine
    kept.ask_next_time(folder)
    assert kept.load(folder) == replace(mine, ask="1")
    (folder / kept.FILE).write_bytes(b"[start\nkind = \xff")
    assert kept.load(folder) == Choice()
    (folder / kept.FILE).write_text("[start]\nkind = else\nforeign = 1\n", "utf-8")
    assert kept.load(folder) == Choice()


# ---- the window -----------------------------------------------------------------------------


def test_one_opens_the_demo_and_escape_closes(qtbot: QtBot) -> None:
    first = asked(qtbot)
    first.key(K.Key_1)
    assert [one.kind for one in first.got] == [DEMO]
    other = asked(qtbot)
    other.key(K.Key_Escape)
    assert other.closed == [True] and not other.got


def test_arrows_and_enter_answer_and_escape_goes_back(qtbot: QtBot) -> None:
    first = asked(qtbot)
    first.key(K.Key_Down)
    first.key(K.Key_Down)
    first.key(K.Key_Return)
    assert first.window.pages.currentWidget() is first.window.server
    first.key(K.Key_Escape)
    assert first.window.pages.currentIndex() == 0 and not first.closed
    first.key(K.Key_Up)  # from the first answer round to the last
    first.key(K.Key_Return)
    assert first.window.pages.currentWidget() is first.window.server
    first.key(K.Key_Escape)
    first.key(K.Key_Return)
    assert [one.kind for one in first.got] == [DEMO]


def test_an_own_street_is_founded_by_keys_and_opened_again_by_one(qtbot: QtBot, home: Path) -> None:
    first = asked(qtbot)
    first.street()
    assert "街道" in first.window.own.kind.text()
    first.window.own.file.setFocus()
    first.key(K.Key_Return)
    first.key(K.Key_Return)
    qtbot.waitUntil(lambda: bool(first.got), timeout=20_000)
    mine = first.got[0]
    assert (mine.kind, mine.name) == (OWN, "市桥街道")
    assert (Path(mine.own) / FILE).is_file()
    first.window.close()
    again = asked(qtbot, mine)
    again.key(K.Key_2)
    assert again.got == [mine]


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_founded(
    qtbot: QtBot, home: Path
) -> None:
    first = asked(qtbot)
    first.street(code="440113")
    own = first.window.own
    own.found()
    assert QApplication.focusWidget() is own.code and "9 位" in own.note.text()
    first.fill(own.code, "440113001")
    first.fill(own.administrator, "李明")
    own.found()
    assert QApplication.focusWidget() is own.administrator
    first.fill(own.administrator, "管理员")
    first.fill(own.file, str(home / "no such.csv"))
    own.found()
    qtbot.waitUntil(lambda: not own.busy)
    assert "文件" in own.note.text() and not first.got
    assert not (home / "data").exists()


def test_rows_that_were_set_aside_are_shown_before_the_street_opens(
    qtbot: QtBot, home: Path
) -> None:
    sheet = home / "网格.csv"
    sheet.write_text("社区编码,社区名称\n440113001001,大南社区\n440113002001,别的街道\n", "utf-8")
    first = asked(qtbot)
    first.street()
    first.fill(first.window.own.file, str(sheet))
    first.window.own.found()
    aside = first.window.own.aside
    qtbot.waitUntil(lambda: aside.count() == 1, timeout=20_000)
    assert "440113002001" in aside.item(0).text() and not first.got
    qtbot.waitUntil(first.window.own.go.hasFocus)
    first.key(K.Key_Return)
    assert [one.kind for one in first.got] == [OWN]


def test_a_digit_typed_into_a_field_answers_nothing(qtbot: QtBot) -> None:
    first = asked(qtbot)
    first.key(K.Key_2)
    first.key(K.Key_1)
    assert first.window.own.name.text() == "1" and not first.got


# ---- a server -------------------------------------------------------------------------------


@pytest.fixture
def standing(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """An address with a certificate of its own, and its true fingerprint."""
    made = new_certificate(tmp_path, ["127.0.0.1"], datetime.now(UTC))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.chain, made.key)
    listening = create_server(("127.0.0.1", 0))

    def greet() -> None:
        with listening.accept()[0] as raw, context.wrap_socket(raw, server_side=True) as safe:
            safe.recv(1)

    thread = threading.Thread(target=greet)
    thread.start()
    yield f"https://127.0.0.1:{listening.getsockname()[1]}", made.fingerprint
    thread.join()
    listening.close()


def test_a_fingerprint_that_was_read_counts_only_when_a_person_compared_it(
    qtbot: QtBot, standing: tuple[str, str]
) -> None:
    address, pin = standing
    first = asked(qtbot)
    page = first.window.server
    first.key(K.Key_3)
    first.fill(page.address, address)
    page.read()
    qtbot.waitUntil(lambda: page.shown.isVisible())
    assert page.shown.text() == grouped(pin) and page.pin.text() == ""
    page.go_on()
    assert not first.got, "what a server says of itself is not trusted"
    page.same.click()
    page.go_on()
    assert first.got == [Choice(kind=SERVER, server=address, pin=pin)]


def test_another_address_forgets_the_fingerprint_that_was_compared(
    qtbot: QtBot, standing: tuple[str, str]
) -> None:
    first = asked(qtbot)
    page = first.window.server
    first.key(K.Key_3)
    first.fill(page.address, standing[0])
    page.read()
    qtbot.waitUntil(lambda: page.shown.isVisible())
    page.same.click()
    assert page.pin.text() == standing[1]
    page.address.setFocus()
    first.key(K.Key_5)
    assert page.pin.text() == "" and not page.shown.isVisible()


def test_addresses_that_are_none_are_refused_in_words(qtbot: QtBot) -> None:
    first = asked(qtbot)
    page = first.window.server
    first.key(K.Key_3)
    for address, pin in (("", ""), ("http://10.0.0.1:8443", ""), ("https://room", "12")):
        page.address.setText(address)
        page.pin.setText(pin)
        page.go_on()
        assert page.note.text() and not first.got
    page.address.setText("room.example")
    page.pin.setText("AB " * 31 + "AB")
    page.go_on()
    assert first.got == [Choice(kind=SERVER, server="https://room.example:8443", pin="ab" * 32)]
