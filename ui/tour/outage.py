"""The link of the seat is cut for 25 minutes: what is given waits, goes out, one is in conflict."""

from __future__ import annotations

from commandcenter.domain.commands import AddNote
from ui.band_parts import Part
from ui.tour import storm
from ui.tour.deeds import Deeds
from ui.tour.hands import TourFault
from ui.tour.lines import Lines
from ui.tour.stage import Stage, within

WORDS = "断线时：已到{}，水深约{}厘米，正在围蔽"
BEAT = 0.8
"""Seconds within which the seat has heard the server's time, which is what the band will say."""
OTHER = "排水队已到场抽排"


def played(stage: Stage, day: str) -> None:
    """13:20 to 13:50 of that day, on cases that came in with the water."""
    with stage.step("台风带来七处积水", f"{day} 13:15"):
        floods = storm.floods(stage.street.desk)
        stage.painted()
        for case in floods:
            stage.look_at(case)
    _cut(stage, floods)
    _mended(stage)


def _cut(stage: Stage, floods: list[str]) -> None:
    hands, remote = stage.hands, stage.desk.remote
    before = stage.newest()
    with stage.step("断网：顶栏写明数据截至何时", "13:20"):
        hands.rest(BEAT)
        stage.relay.pull()
        hands.wait("the loss", lambda: remote.lost)
        band = stage.desk.band.findChild(Part, "band_data")
        stage.told("the band", lambda: band.text, "数据截至", "连接中断")
    with stage.step("照样办事：七条未发送，存在本机", "13:20"):
        for n, case in enumerate(floods):
            _note(stage, case, WORDS.format(storm.PLACES[n], n * 10 + 10))
            hands.wait("one more unsent", lambda many=n + 1: len(remote.unsent) == many)
        if stage.newest() != before:
            raise TourFault("something was done without a link")
    Deeds(stage.street.desk).do(AddNote, "dispatch-1", case=floods[0], words=OTHER)


def _mended(stage: Stage) -> None:
    hands, remote, panel = stage.hands, stage.desk.remote, stage.desk.unsent
    with stage.step("网络恢复：六条已发，一条冲突，两边并列", "13:45"):
        stage.relay.mend()
        hands.wait("the link", lambda: remote.connected)
        hands.wait("six sent", lambda: [one.refused is not None for one in remote.unsent] == [True])
        stage.way.page("Ctrl+Shift+N", "unsent")
        stage.told("what was wanted", panel.given.text, "被拒", storm.PLACES[0])
        stage.told("what stands now", panel.present.text, OTHER)
    with stage.step("看过现在的情况，按最新情况再办", "13:50"):
        hands.wait("focus in the unsent", panel.list.hasFocus)
        hands.press("Return")
        hands.wait("nothing unsent", lambda: remote.unsent == ())
        stage.painted()
        for keys in ("Escape", "Ctrl+M", "Ctrl+M"):
            hands.press(keys)


def _note(stage: Stage, case: str, words: str) -> None:
    """N, the words, Ctrl+Enter, on a case of the queue; or a line, done when it is on the disk."""
    hands, step = stage.hands, stage.desk.step
    if isinstance(stage.way, Lines):
        many = len(stage.desk.remote.unsent)
        stage.way.begin("N", "case.note", case)
        stage.way.write("words", words)
        stage.way.give(lambda: hands.wait("it waits", lambda: len(stage.desk.remote.unsent) > many))
        return
    hands.press("Alt+1")
    stage.look_at(case)
    hands.wait("focus in the queue", lambda: within(stage.widget("queue_panel")))
    hands.press("N")
    hands.wait("the form", lambda: step.action is not None and step.action.name == "case.note")
    stage.widget("step.words").setFocus()
    hands.type(words)
    hands.press("Ctrl+Return")
    hands.wait("the form closes", lambda: step.action is None)
