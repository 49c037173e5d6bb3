"""Tables changed at one seat: the open window of another goes by the new names without restart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.case import Source
from commandcenter.domain.commands import Command, FileCase, ReportCase, SetPeople
from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.ids import new_id
from commandcenter.domain.table_lines import PersonLine
from commandcenter.domain.tables import Table, Tables, key_of
from commandcenter.services.views import AskTables
from tests.fakes import open_room
from tests.server.processes import Process
from tests.server.rooms import seat
from tests.ui.deskroom import DAY
from tests.ui.test_app import opened
from tests.ui.test_remote_seat import PLACE, peopled, server, window_at
from ui.desk import OpenDesk
from ui.models.queue_cells import Column
from ui.models.queue_filter import QueueFilter

__all__ = ["peopled", "server"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ADMIN = "admin-1"


def changed(desk: Any, table: Table, key: str, **fields: Any) -> Command:
    """The command that changes one line of a table as it is now."""
    tables: Tables = desk.ask(AskTables(), ADMIN)
    old = next(one for one in tables.lines(table) if key_of(table, one) == key)
    return SETTING[table](rows=(replace(old, **fields),), seen=(old,))  # type: ignore[call-arg]


def rename_all(desk: Any) -> None:
    """An item, a unit, a person and an officer get other names."""
    for command in (
        changed(desk, Table.ITEMS, "01-02", name="垃圾外露"),
        changed(desk, Table.UNITS, "safety", short="安监新队"),
        changed(desk, Table.PEOPLE, "lead-1", name="欧阳值守"),
        changed(desk, Table.OFFICERS, "officer-safety-1", name="司徒持证"),
    ):
        desk.do(command, ADMIN)


def report_at(desk: Any, who: str) -> str:
    case = new_id()
    here = {"case": case, "source": Source.HOTLINE, "item": "01-02", "place": "路口", **PLACE}
    desk.do(ReportCase(words="垃圾成堆", **here), who)
    return case


def follows(qtbot: QtBot, desk: OpenDesk, case: str) -> None:
    """Queue, filter, roster, case, intake, map and band all say the new names."""
    model, roster = desk.queue.model, desk.roster.model
    item = lambda: model.index(model.row_of(case), Column.ITEM).data()  # noqa: E731
    qtbot.waitUntil(lambda: "垃圾外露" in str(item()))
    qtbot.waitUntil(lambda: roster.index_of("safety").data() == "安监新队")
    qtbot.waitUntil(lambda: roster.index_of("officer-safety-1").data() == "司徒持证")
    qtbot.waitUntil(lambda: "欧阳值守" in desk.band._seat.text())
    qtbot.waitUntil(lambda: "垃圾外露" in desk.case._item())
    assert "01-02" in [one.key for one in desk.intake._searches.items("垃圾外露")]
    assert "安监新队" in [
        desk.queue.bar.choice("unit").itemText(n)
        for n in range(desk.queue.bar.choice("unit").count())
    ]
    assert desk.map._told_cases[case]["label"] == "垃圾外露"
    assert desk.charts._names["safety"] == "安监新队"
    desk.queue.set_filter(QueueFilter(text="垃圾外露"))
    assert model.row_of(case) >= 0
    desk.queue.set_filter(QueueFilter())


def test_an_open_window_follows_the_tables(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        case = report_at(room.desk, "intake-1")
        qtbot.waitUntil(lambda: found.desk.queue.model.row_of(case) >= 0)
        found.desk.selection.set_case(case)
        qtbot.waitUntil(lambda: found.desk.case.view is not None)
        chosen = found.desk.queue.bar.choice("unit")
        chosen.setCurrentIndex(chosen.findData("safety"))
        rename_all(room.desk)
        qtbot.waitUntil(lambda: chosen.currentText() == "安监新队")
        assert found.desk.queue.bar.chosen.unit == "safety"
        found.desk.queue.bar.clear()
        follows(qtbot, found.desk, case)


def test_another_seat_of_a_server_follows_the_tables(
    qtbot: QtBot, server: Process, tmp_path: Path
) -> None:
    with window_at(qtbot, server.url, tmp_path / "seat", "lead-1") as desk:
        with seat(server.url, "intake-1") as other:
            case = report_at(other, "intake-1")
        qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
        desk.selection.set_case(case)
        qtbot.waitUntil(lambda: desk.case.view is not None)
        with seat(server.url, ADMIN) as admin:
            rename_all(admin)
            follows(qtbot, desk, case)
            admin.do(changed(admin, Table.ITEMS, "01-02", limit="1wh"), ADMIN)
        desk.remote.do(FileCase(case=case, seen=1), "lead-1")


def test_a_unit_hears_that_tables_changed_but_not_how(room: Any) -> None:
    before = room.desk.changes(0, limit=10_000).seq
    line = PersonLine(id="new-1", name="新来的", roles=("grid_member",))
    room.do(SetPeople, ADMIN, rows=(line,))
    told = room.desk.changes(before, who="unit-water")
    assert [(one.subject, dict(one.facts), one.rows) for one in told.entries] == [
        ("tables", {}, ())
    ]
