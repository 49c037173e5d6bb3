"""The command line of a seat whose link is down, and what it says once the link is back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.test_remote_offline import case, cut, mend, proxy, server
from tests.ui.test_remote_seat import window_at
from ui.tour.relay import Relay

__all__ = ["case", "proxy", "server"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_the_line_said_without_a_link_is_not_held_to_be_so_with_one(
    qtbot: QtBot, proxy: Relay, case: str, tmp_path: Path
) -> None:
    with window_at(qtbot, proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        line = desk.fittings["line"]
        line.bar.open()
        cut(qtbot, desk, proxy)
        line.bar.set_text("催办 987654")
        qtbot.waitUntil(lambda: "连接中断" in line.engine.meaning.said)
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: "没有尾号 987654" in line.engine.meaning.said)
        line.bar.set_text("")
        cut(qtbot, desk, proxy)
        digits = desk.queue.model.known(case).number[-6:]
        line.bar.set_text(f"催办 {digits}")
        qtbot.waitUntil(lambda: line.engine.meaning.view is not None)  # its line, from memory
        assert line.engine.meaning.tone == "danger"
        team = min(line.engine.staff.teams.values(), key=lambda one: one.id).name
        for named in (team, f"队伍={team}"):
            line.bar.set_text(f"派 {digits} {named}")
            qtbot.waitUntil(lambda: "没有可派队伍的资料" in line.engine.meaning.said)
        line.bar.set_text(f"催办 {digits}")
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: line.engine.meaning.ready)
