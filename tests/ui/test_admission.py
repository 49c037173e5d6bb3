"""准入 from the keyboard: what is off the duty list is asked for, admitted, then filed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import CaseState
from tests.fakes import Room
from tests.services.test_admitting import OFF, off_list
from tests.ui.deskroom import line
from tests.ui.stepstand import Stand
from ui.models.queue_cells import badges


@pytest.fixture
def stand(qtbot: QtBot, room: Room) -> Iterator[Stand]:
    off_list(room)
    made = Stand(room, qtbot)
    yield made
    made.stop()


def marks(room: Room, case: str) -> list[str]:
    """What the queue shows behind the state."""
    return [one.text for one in badges(line(room, case))]


def written(stand: Stand, name: str, words: str) -> None:
    """Open a form, write the words, submit it."""
    stand.open(name)
    stand.field(QPlainTextEdit, "words").setPlainText(words)
    stand.give()
    stand.closed()


def test_it_waits_in_the_queue_until_a_leader_admits_it(stand: Stand, qtbot: QtBot) -> None:
    room = stand.room
    case = room.report(OFF)
    stand.selection.set_case(case)
    stand.panel.start("case.file")
    qtbot.waitUntil(lambda: any("不在职责清单内" in text for _, text in stand.said))
    written(stand, "admission.ask", "居民反映强烈，区局委托本街道先办")
    assert marks(room, case) == ["待准入"]
    written(stand, "admission.refuse", "先请区局派人")
    assert marks(room, case) == ["未准入"]
    written(stand, "admission.ask", "区局已书面委托")
    stand.open("admission.grant")
    assert stand.panel.findChild(object, "step.behalf.person") is not None, "for a leader"
    stand.give()
    stand.closed()
    assert marks(room, case) == []
    decided = room.view(case).story[-1].entry
    assert (decided.kind, decided.behalf) == ("admission_decided", "duty-1")
    stand.open("case.file")
    stand.give()
    stand.closed()
    assert room.case(case).state is CaseState.FILED
