"""The same desk on every store: each test here runs once for each kind."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.fakes import Room
from tests.storage.postgres import Cluster
from tests.stores import Town, found_town

KINDS = ("sqlite", "postgres", "remote", "remote-postgres")


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
    from tests.fakes import open_room
    from tests.server.anybody import remote_room

    if desk_kind.endswith("postgres"):
        town = request.getfixturevalue("open_town")()
        with remote_room(town) if "remote" in desk_kind else nullcontext(town) as made:
            yield made
        return
    folder = tmp_path / "street"
    shutil.copytree(request.getfixturevalue("founded"), folder)
    local = open_room(folder)
    with remote_room(local) if desk_kind == "remote" else nullcontext(local) as made:
        yield made
    local.center.close()
