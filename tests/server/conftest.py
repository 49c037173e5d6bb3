"""A demo street behind a server, with passwords for those who work in the tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.server.serve import Standing
from tests.fakes import Room, open_room
from tests.server.rooms import peopled_street, serving

PEOPLE = (
    "intake-1",
    "intake-2",
    "dispatch-1",
    "lead-1",
    "admin-1",
    "unit-sanitation",
    "unit-water",
)


@pytest.fixture(scope="session")
def peopled(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo street's folder in which PEOPLE have passwords; copied, it opens at once."""
    return peopled_street(founded, tmp_path_factory, *PEOPLE)


@pytest.fixture
def room(peopled: Path, tmp_path: Path) -> Iterator[Room]:
    """A demo street's desk of its own, with passwords."""
    folder = tmp_path / "street"
    shutil.copytree(peopled, folder)
    made = open_room(folder)
    yield made
    made.center.close()


@pytest.fixture
def standing(room: Room) -> Iterator[Standing]:
    """The room's server on loopback, with easy limits."""
    with serving(room.desk) as stood:
        yield stood
