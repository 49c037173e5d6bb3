"""A seat is killed with what is typed and unsent in it; the next one has it, no file shows it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from commandcenter.services.views import AskBoard, AskCase
from tests.e2e.seatdriver import LATER, TYPED
from tests.fakes import PNG, open_room
from tests.server.processes import Process, free_port
from tests.server.rooms import WORD, give_password, seat, until
from ui.drafts import LOOK_MS

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server(founded: Path, tmp_path: Path) -> Iterator[Process]:
    folder = tmp_path / "street"
    shutil.copytree(founded, folder)
    room = open_room(folder)
    give_password(room.desk, "intake-1")
    room.center.close()
    with Process(folder, free_port()) as process:
        yield process


@contextmanager
def driver(deed: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A seat that does one deed; killed with SIGKILL at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.seatdriver", deed, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def clear_on_disk(folder: Path, *texts: str) -> list[str]:
    """Which of the texts stand readable in a file of the folder."""
    raw = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [text for text in texts if text.encode() in raw or text.encode("utf-16-le") in raw]


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*.bin")}


def kept(folder: Path) -> bool:
    """Whether the forms are on disk that name the picture, which is written before them."""
    forms, pictures = (list(folder.rglob(name)) for name in ("drafts.bin", "shown-*.bin"))
    newest = max((one.stat().st_mtime_ns for one in pictures), default=None)
    return newest is not None and any(one.stat().st_mtime_ns >= newest for one in forms)


def test_the_disk_has_within_a_second_what_was_typed() -> None:
    assert LOOK_MS <= 500, "half of the promised second is left for the writing"


def type_kill_and_come_back(folder: Path, *words: str) -> None:
    with driver("type", *words) as first:
        assert line(first) == "typed"
        until(lambda: kept(folder), 30)
    assert clear_on_disk(folder, TYPED, "13812345678", WORD) == []
    assert [path for path in folder.rglob("shown-*") if PNG[:20] in path.read_bytes()] == []
    assert modes(folder) == {0o600}
    with driver("tell", *words) as second:
        assert line(second) == f"{TYPED}|13812345678|1|True"


def test_what_was_typed_at_a_desk_of_its_own_outlives_a_kill(founded: Path, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    shutil.copytree(founded, folder)
    type_kill_and_come_back(folder, "--data", str(folder), "--person", "intake-1")


def test_what_was_typed_at_a_remote_seat_outlives_a_kill(server: Process, tmp_path: Path) -> None:
    folder = tmp_path / "seat"
    words = ("--server", server.url, "--data", str(folder), "--person", "intake-1")
    type_kill_and_come_back(folder, *words)


def test_what_was_given_without_a_link_outlives_a_kill_and_is_done_once(
    server: Process, tmp_path: Path
) -> None:
    folder = tmp_path / "seat"
    words = ("--server", server.url, "--data", str(folder), "--person", "intake-1")
    with driver("unsent", *words) as first:
        assert line(first) == "ready"
        server.kill()
        assert line(first) == "kept"
    assert clear_on_disk(folder, LATER, WORD) == []
    server.start()

    def sent() -> list[str]:
        with seat(server.url, "intake-1") as other:
            cases = other.ask(AskBoard(), "intake-1").cases
            views = [other.ask(AskCase(case=one.id), "intake-1") for one in cases]
            return [view.words for view in views if view.words == LATER]

    assert sent() == []
    with driver("tell", *words) as second:
        assert line(second) == "||0|False"
        assert until(sent) == [LATER]
