"""The benches run, in their smallest form, so that they do not rot; no figure is judged here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import (
    board,
    candidates,
    charts,
    command_line,
    district,
    feed30,
    filter,
    find,
    flood,
    handover,
    join,
    keys,
    memory,
    paint,
    plan,
    replay,
    room8,
    seats,
    start,
    storm,
    suggest,
    switch,
    traffic,
    verify,
    whistle_keys,
    write,
)
from tests.bench.__main__ import NAMES
from tests.bench.screen import on_screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STREET = 5_000
"""Cases of the small street: no less than the bench leaves open."""


@pytest.fixture(scope="module", autouse=True)
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the benches keep goes with the tests; a street is built once, as for all benches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CC_BENCH", str(tmp_path_factory.mktemp("bench")))
        yield


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    """The figures printed: name value unit, no value below zero."""
    rows = [line.split(maxsplit=2) for line in capsys.readouterr().out.splitlines()]
    found = {name: float(value) for name, value, _unit in rows}
    assert all(value >= 0 for value in found.values()), found
    return found


def test_write_prints_each_figure_with_its_reference(capsys: pytest.CaptureFixture[str]) -> None:
    write.main(cases=5)
    assert {"file_p50", "file_p50_bare", "dispatch_p99", "dispatch_p99_ratio"} <= told(
        capsys
    ).keys()


def test_board_find_and_verify_on_a_small_street(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    board.main(STREET, rounds=1)
    find.main(STREET, rounds=30)
    verify.main(STREET)
    charts.answers(STREET, rounds=1)
    wanted = {"charts_answer_24h_p95", "charts_answer_7d_p95"}
    wanted |= {"verify", "board_total", "board_select_bare", "find_p95", "find_key_p95_bare"}
    assert wanted <= told(capsys).keys()


def test_a_call_on_a_small_street_and_the_charts_are_timed(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    suggest.measure(STREET, calls=1, map_too=False)
    charts.measure(rounds=1)
    wanted = {"suggest_duplicates_p95_ratio", "suggest_place_p50", "charts_paint_p95"}
    assert wanted <= told(capsys).keys() and {"suggest", "charts"} <= set(NAMES)


def test_a_flood_a_filter_and_a_day_in_a_real_window(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    flood.measure(changes=9, seconds=0.5, cases=9, idle=0.5, map_too=False)
    filter.measure(cases=30, rounds=1, map_too=False)
    memory.measure(hours=1.0, minutes=0.04, map_too=False)
    found = told(capsys)
    wanted = {"flood_key_p99_ratio", "filter_and_sort_p95_ratio", "memory_ratio"}
    assert wanted <= found.keys() and {"flood", "filter", "memory"} <= set(NAMES)
    assert found["flood_changes"] == 9


def test_jumps_in_a_small_day(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    replay.main(entries=120, jumps=5, total=STREET)
    wanted = {"replay_jump_p95", "replay_turn_p95_bare", "replay_read", "replay_begin_old"}
    assert wanted <= told(capsys).keys()


def test_the_command_line_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    command_line.measure(cases=3, teams=3, officers=6, rounds=2, map_too=False)
    found = told(capsys)
    assert {"command_line_p95", "command_line_bare_p95", "command_line_settled_p95"} <= found.keys()


def test_paint_and_storm_in_a_real_window(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], shared_data: Path
) -> None:
    paint.measure(cases=9, rounds=2, map_too=False)
    storm.measure(seconds=1.0, idle=0.2, cases=3, map_too=False, most=20)
    figures = told(capsys)
    assert {
        "paint_p95",
        "paint_bare_p95",
        "storm_stall_max",
        "storm_idle_stall_max",
    } <= figures.keys()


def test_a_bench_gets_a_screen_and_start_is_timed_there(capfd: pytest.CaptureFixture[str]) -> None:
    code = "from PySide6.QtGui import QGuiApplication as Q; Q([]); print(Q.platformName())"
    on_screen(sys.executable, "-c", code)
    assert capfd.readouterr().out.split()[-1] == "xcb"
    assert start.LIMITS.keys() == {"queue", "map"}


def test_a_room_of_seats_at_a_real_server(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], shared_data: Path
) -> None:
    seats.measure(cases=9, rounds=2, map_too=False, databases=("sqlite",))
    feed30.main(seconds=0.4, count=3, databases=("postgres",))
    room8.main(seconds=0.4, seats=2, databases=("sqlite",))
    join.main(STREET, rounds=1)
    traffic.main(seconds=0.4)
    figures = told(capsys)
    assert figures["feed30_postgres_missed"] == 0
    switch.main(held=9, seats=3, rounds=2, databases=("sqlite",))
    handover.main(cases=5, rounds=2)
    figures |= told(capsys)
    assert figures["switch_sqlite_missed"] == 0
    wanted = {"switch_sqlite_last_seat_p95", "handover_draft_p95", "handover_rows_bare_p95"}
    assert wanted <= figures.keys()
    wanted = {"seats_sqlite_p99", "feed30_postgres_p99", "room8_sqlite", "join", "traffic"}
    assert wanted <= figures.keys()


def test_writers_of_a_district_on_one_postgresql(capsys: pytest.CaptureFixture[str]) -> None:
    district.main(cases=2, rounds=((2, 1), (2, 2)))
    figures = told(capsys)
    assert figures["district_2_writers_1_streets"] > 0 and "district" in NAMES
    assert {"district_2_writers_2_streets_each", "district_2_writers_2_streets_p99"} <= (
        figures.keys()
    )


def test_candidates_and_a_plan_of_a_small_room(capsys: pytest.CaptureFixture[str]) -> None:
    candidates.main(teams=6, officers=24, cases=3)
    plan.main(teams=6, officers=24, cases=4, rounds=2)
    figures = told(capsys)
    assert {"candidates_p95", "candidates_rows_bare_p95", "plan_p95", "plan_bare_p95"} <= (
        figures.keys()
    )
    assert figures["candidates_teams"] == 10 and {"candidates", "plan"} <= set(NAMES)


def test_keys_of_a_whistle_in_a_real_window(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    whistle_keys.measure(map_too=False)
    keys.measure(map_too=False)
    figures = told(capsys)
    assert figures["keys_file_dispatch_notify"] <= figures["keys_limit"] and "keys" in NAMES
    assert figures["whistle_keys_draft"] > 0 and "whistle_keys" in NAMES
    for way in ("blow", "blow_from_list"):  # keys, not time: the same on any machine
        assert figures[f"whistle_keys_{way}"] <= figures["whistle_keys_limit"]
