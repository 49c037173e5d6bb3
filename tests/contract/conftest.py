"""The same desk on every store: each test here runs once for each kind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes import Room
from tests.storage.postgres import Cluster
from tests.stores import Town, found_town

KINDS = ("sqlite", "postgres")


@pytest.fixture(params=KINDS)
def desk_kind(request: pytest.FixtureRequest) -> str:
    """On what the desk stands."""
    return str(request.param)


@pytest.fixture(scope="session")
def town(postgres: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The demo street founded once on PostgreSQL: a template database and its folder."""
    return found_town(postgres, tmp_path_factory.mktemp("town") / "street")


@pytest.fixture
def open_town(town: Town, tmp_path: Path) -> Iterator[Callable[[], Room]]:
    """Opens one more desk, as another process would, on the same street on PostgreSQL."""
    made = town.copy(tmp_path / "town")
    yield made.open
    made.close()


@pytest.fixture
def room(desk_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Room]:
    """A demo street's desk of its own, on Monday 2025-09-29 09:00, on each kind of store."""
    if desk_kind == "postgres":
        yield request.getfixturevalue("open_town")()
        return
    from tests.fakes import open_room

    folder = tmp_path / "street"
    shutil.copytree(request.getfixturevalue("founded"), folder)
    made = open_room(folder)
    yield made
    made.center.close()
