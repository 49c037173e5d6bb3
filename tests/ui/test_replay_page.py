"""The exported replay in the web engine: from a file, without any network, naming nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commandcenter.domain.plan import Response
from commandcenter.services.playing import Player, read_reel
from commandcenter.services.views import AskReference, Reference
from tests.e2e.test_day_c import evacuate, room, switch
from tests.fakes import Room, local
from tests.walks import callback, dispatched, filed
from ui.replay.page import page

__all__ = ["room"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BEGAN = "2025-09-22 08:00"
STATE = """JSON.stringify({
  time: document.getElementById('time').textContent,
  mode: document.getElementById('mode').textContent,
  drill: document.getElementById('drill').textContent,
  queue: document.getElementById('queue').rows.length,
  count: document.getElementById('count').textContent,
  ink: (() => { const c = document.getElementById('map');
    return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v); })(),
})"""


class Guard(QWebEngineUrlRequestInterceptor):
    """Keeps every address that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.asked.append(info.requestUrl().scheme())


class Browser(QWebEnginePage):
    """A page that keeps what its script complains of."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.said: list[str] = []

    def javaScriptConsoleMessage(self, level: Any, message: str, line: int, source: str) -> None:
        self.said.append(message)


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[tuple[Browser, Guard]]:
    profile, guard = QWebEngineProfile(), Guard()
    profile.setUrlRequestInterceptor(guard)
    found, view = Browser(profile), QWebEngineView()
    view.setPage(found)
    view.resize(1366, 768)
    view.show()
    yield found, guard
    found.deleteLater()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    profile.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def told(qtbot: QtBot, browser: Browser, script: str) -> Any:
    """What a script answers."""
    found: list[str] = []
    browser.runJavaScript(script, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return json.loads(found[0])


def exported(room: Room) -> str:
    """The page of the whole day so far."""
    reference: Reference = room.desk.ask(AskReference(), "lead-1")
    reel = read_reel(lambda query: room.desk.ask(query, "lead-1"), local(BEGAN), room.clock.at)
    assert reel is not None
    return page(reel, reference, room.clock.at)


def lived(room: Room) -> None:
    """A level, cases, an evacuation."""
    for _ in range(3):
        room.clock.pass_(minutes=5)
        filed(room)
    dispatched(room)
    emergency = switch(room, "2025-09-22 09:00", Response.IV, "防指1号", "duty-1")
    room.clock.pass_(minutes=5)
    switch(room, "2025-09-22 10:00", Response.II, "防指2号", "secretary-1")
    evacuate(room, emergency)
    callback(room)
    room.clock.pass_(minutes=30)


def seek(second: int) -> str:
    return f"""(() => {{ const s = document.getElementById('slider'); s.value = {second};
      s.dispatchEvent(new Event('input')); return {STATE}; }})()"""


def test_the_page_opens_from_a_file_without_a_network_and_its_slider_moves(
    qtbot: QtBot, room: Room, tmp_path: Path, browser: tuple[Browser, Guard]
) -> None:
    lived(room)
    file = tmp_path / "回放.html"
    file.write_text(exported(room), encoding="utf-8")
    view, guard = browser
    with qtbot.waitSignal(view.loadFinished, timeout=20_000) as ended:
        view.load(QUrl.fromLocalFile(str(file)))
    assert ended.args == [True]
    begun = told(qtbot, view, seek(0))
    assert begun["time"] == "2025-09-22 08:00:00" and begun["queue"] == 0
    middle = told(qtbot, view, seek(11 * 60))
    assert middle["time"] == "2025-09-22 08:11:00" and middle["queue"] == 2
    assert middle["mode"] == "平时"
    end = told(qtbot, view, seek(10**6))
    assert "台风 Ⅱ级响应" in end["mode"] and "转移 118/126" in end["mode"]
    assert end["queue"] == 5 and end["ink"] and end["drill"] == ""
    again = told(qtbot, view, seek(11 * 60))
    assert again == middle
    assert set(guard.asked) == {"file"} and all("getImageData" in one for one in view.said)


def test_the_page_names_nobody_and_fetches_nothing(room: Room) -> None:
    lived(room)
    text = exported(room)
    reference: Reference = room.desk.ask(AskReference(), "lead-1")
    assert "http:" not in text and "https:" not in text and "src=" not in text
    for private in (*reference.names.values(), "王001", "13800000", "钱晓芸", "13800005678"):
        assert private not in text
    for words in ("祠堂东街", "海傍路", "垃圾堆在路口"):
        assert words not in text
    assert "（工作人员）" in text and len(text) < 400_000


def test_the_page_tells_each_moment_as_the_player_does(room: Room) -> None:
    lived(room)
    text = exported(room)
    data = json.loads(text.split('id="data">')[1].split("</script>")[0])
    reel = read_reel(lambda query: room.desk.ask(query, "lead-1"), local(BEGAN), room.clock.at)
    assert reel is not None
    player = Player(reel)
    for place in range(len(reel.beats) + 1):
        player.to(place)
        live = sorted(line.number or "" for line in player.cases())
        shown = []
        for number, versions in data["cases"]:
            stood = [line for at, line in versions if at <= place]
            if stood and stood[-1] is not None:
                shown.append(number)
        assert len(shown) == len(live)
        assert {one for one in live if one} <= set(shown)
