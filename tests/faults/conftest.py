"""Each fault is played in rounds by seed: 3 of them in ./check, 50 with ./check --long."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import Room, open_room
from tests.faults.seats import PEOPLE
from tests.server.rooms import give_password, peopled_street
from tests.storage.postgres import Cluster, cluster
from tests.stores import Town, found_town

ROUNDS = int(os.environ.get("CC_FAULT_ROUNDS", "3"))
RECOVERED = "recovered"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A fault that takes a seed is played once with each."""
    own = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "seed" in metafunc.fixturenames and "seed" not in own:
        metafunc.parametrize("seed", range(1, ROUNDS + 1))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In a long run all faults are played once before any comes again: a cut run tells of all."""
    if ROUNDS > 3:
        items.sort(key=lambda one: one.callspec.params["seed"] if hasattr(one, "callspec") else 0)


@pytest.fixture
def recovered(record_property: Callable[[str, object], None]) -> Callable[[float], None]:
    """Notes after how many seconds a round had recovered, for the table at the end."""
    return lambda seconds: record_property(RECOVERED, seconds)


@pytest.fixture(scope="session")
def peopled(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo street's folder in which PEOPLE have passwords; copied, it opens at once."""
    return peopled_street(founded, tmp_path_factory, *PEOPLE)


@pytest.fixture
def folder(peopled: Path, tmp_path: Path) -> Path:
    """A street's folder for a server of its own."""
    copied = tmp_path / "served"
    shutil.copytree(peopled, copied)
    return copied


@pytest.fixture
def reopened(folder: Path) -> Iterator[Callable[[], Room]]:
    """Opens the folder once its server is gone."""
    with ExitStack() as stack:

        def opened() -> Room:
            found = open_room(folder)
            stack.callback(found.center.close)
            return found

        yield opened


@pytest.fixture
def room(folder: Path) -> Iterator[Room]:
    """The street's desk in this process, for a server in a thread."""
    made = open_room(folder)
    yield made
    made.center.close()


@pytest.fixture(scope="session")
def killable() -> Iterator[Cluster]:
    """A PostgreSQL of the faults' own, which writes through to the disk."""
    with cluster() as made:
        yield made


@pytest.fixture(scope="session")
def peopled_town(killable: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The demo street on it, PEOPLE with passwords: a template database and its folder."""
    town = found_town(killable, tmp_path_factory.mktemp("town") / "street")
    room = town.open()
    give_password(room.desk, *PEOPLE)
    room.center.close()
    town.rooms.clear()
    return town


@pytest.fixture
def town(peopled_town: Town, tmp_path: Path) -> Iterator[Town]:
    """A street on PostgreSQL of a round's own."""
    made = peopled_town.copy(tmp_path / "town")
    yield made
    made.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table: fault, rounds, how many failed, the slowest recovery."""
    rounds: dict[str, list[tuple[bool, float | None]]] = {}
    for kind in ("passed", "failed", "error"):
        for report in terminalreporter.stats.get(kind, []):
            if "[" in report.nodeid and "tests/faults/" in report.nodeid:
                seconds = dict(report.user_properties).get(RECOVERED)
                name = report.nodeid.split("::")[-1].split("[")[0].removeprefix("test_")
                rounds.setdefault(name, []).append((kind == "passed", seconds))
    if not rounds:
        return
    terminalreporter.write_line(f"{'fault':<64} rounds failed worst recovery s")
    for name, found in sorted(rounds.items()):
        bad = sum(not good for good, _ in found)
        worst = max((one for _, one in found if one is not None), default=None)
        last = "-" if worst is None else f"{worst:.2f}"
        terminalreporter.write_line(f"{name:<64} {len(found):>6} {bad:>6} {last:>16}")
