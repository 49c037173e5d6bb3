"""The program from its first question on, in a process of its own: asked, answered, remembered."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from commandcenter.app import FILE, open_center
from commandcenter.own import found_own
from commandcenter.services.own_street import OwnStreet
from tests.ui.test_app import ROOT, until
from ui.first import choice as kept
from ui.first.choice import OWN, SERVER, Choice

CODE = "440113001"
Run = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Starts the desk of a user whose home is empty; `key` answers the question."""
    ours = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data"}
    here = {**os.environ, **{name: str(tmp_path / one) for name, one in ours.items()}}
    here |= {"PYTHONPATH": str(ROOT), "CC_STAMPS": "1", "QT_QPA_PLATFORM": "offscreen"}
    running: list[subprocess.Popen[str]] = []

    def start(*words: str, key: str = "") -> subprocess.Popen[str]:
        head = ["tests.ui.firstpress", key] if key else ["ui"]
        made = subprocess.Popen(
            [sys.executable, "-P", "-m", *head, *words],
            env=here,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(made)
        return made

    yield start
    for one in running:
        one.kill()
        one.communicate()


def ended(running: subprocess.Popen[str], number: signal.Signals | None = None) -> int:
    """Its exit code, after a signal where one is given; it never ends with a traceback."""
    if number is not None:
        running.send_signal(number)
    _, err = running.communicate(timeout=60)
    assert "Traceback" not in err, err
    return running.returncode


@pytest.fixture
def mine(tmp_path: Path) -> Choice:
    """An own street that is there, and the choice that is kept of it."""
    folder = tmp_path / "mine"
    own = OwnStreet(name="市桥街道", code=CODE, lead="李明", administrator="管理员")
    center, _ = found_own(folder, own)
    center.close()
    made = Choice(kind=OWN, own=str(folder), name="市桥街道", ask="1")
    kept.save(tmp_path / "config" / "commandcenter", made)
    return made


def test_who_closes_the_question_opens_and_founds_nothing(run: Run, tmp_path: Path) -> None:
    assert ended(run(key="Key_Escape")) == 0
    assert not (tmp_path / "config").exists() and not list(tmp_path.rglob(FILE))


def test_a_signal_ends_the_question(run: Run, tmp_path: Path) -> None:
    asked = run(key="Key_F24")
    until(asked, "asked")
    assert ended(asked, signal.SIGTERM) == 0
    assert not list(tmp_path.rglob(FILE))


def test_the_answer_opens_the_own_street_and_is_not_asked_again(
    run: Run, tmp_path: Path, mine: Choice
) -> None:
    asked = run(key="Key_2")
    until(asked, "asked")
    until(asked, "stamp queue")
    assert ended(asked, signal.SIGTERM) == 0
    assert kept.load(tmp_path / "config" / "commandcenter") == replace(mine, ask="")
    again = run(key="Key_Escape")  # would end it, if it were asked
    until(again, "stamp queue")
    assert ended(again, signal.SIGINT) == 0
    assert [one.parent for one in tmp_path.rglob(FILE)] == [Path(mine.own)]
    center = open_center(Path(mine.own))
    assert center.desk.street == CODE
    center.close()


def test_a_server_that_was_chosen_is_gone_to_and_a_bad_address_ends_in_words(
    run: Run, tmp_path: Path
) -> None:
    there = Choice(kind=SERVER, server="http://10.0.0.1:8443", pin="")
    kept.save(tmp_path / "config" / "commandcenter", there)
    seat = run()
    assert ended(seat) == 3 and not list(tmp_path.rglob(FILE))
