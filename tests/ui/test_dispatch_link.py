"""The dispatch form at a seat whose link goes and comes: filled once it is back, given twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import FileCase
from tests.server.processes import Process
from tests.server.rooms import seat
from tests.ui.test_remote_offline import cut, mend, proxy, server, version
from tests.ui.test_remote_seat import report, window_at
from ui.tour.relay import Relay

__all__ = ["proxy", "server"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_form_opened_without_a_link_gets_its_teams_and_a_wish_leaves_it_open(
    qtbot: QtBot, server: Process, proxy: Relay, tmp_path: Path
) -> None:
    with seat(server.url, "intake-1", "lead-1") as at:
        case = at.do(replace(report("占道摊贩"), item="05-01"), "intake-1").subject
        at.do(FileCase(case=case, seen=version(at, case)), "lead-1")
    with window_at(qtbot, proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        cut(qtbot, desk, proxy)
        desk.selection.set_case(case)
        desk.start_action("case.dispatch")
        panel = desk.dispatch
        qtbot.waitUntil(lambda: panel._send.isEnabled() and not panel._fresh)
        assert panel._team is None and panel.form.teams.choices.rowCount() == 0
        mend(qtbot, desk, proxy)
        qtbot.waitUntil(lambda: panel._team is not None)
        cut(qtbot, desk, proxy)
        with qtbot.waitSignal(desk.worker.over):
            assert panel.send()
        assert len(desk.remote.unsent) == 1
        assert panel._send.isEnabled()  # the wish may be refused: it can be given again
