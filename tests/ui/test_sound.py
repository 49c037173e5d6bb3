"""An alarm is heard: the right sound, the chosen volume, a beep where there is no device."""

import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes import open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import opened, press
from ui import kept
from ui.kept import Kept
from ui.sound import CHIME, NAMES, SOUNDS, VOLUMES, Asked, Chimes, server_here

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("name", NAMES)
def test_the_sounds_are_short_and_loud(name: str) -> None:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        seconds = file.getnframes() / file.getframerate()
        values = memoryview(file.readframes(file.getnframes())).cast("h")
    assert 0.15 < seconds < 1.5
    assert 32767 // 3 < max(map(abs, values)) < 32767 * 0.8
    assert values[0] == 0 and abs(values[-1]) < 500, "it begins or ends with a click"


def test_each_sound_has_a_rhythm_of_its_own() -> None:
    def rhythm(name: str) -> tuple[bool, ...]:
        """Loud or silent, by thirtieths of a second."""
        with wave.open(str(SOUNDS / f"{name}.wav")) as file:
            part = file.getframerate() // 30
            values = memoryview(file.readframes(file.getnframes())).cast("h")
        parts = range(0, len(values), part)
        return tuple(max(map(abs, values[at : at + part])) > 600 for at in parts)

    assert len({rhythm(one) for one in NAMES}) == len(NAMES)


def test_the_volume_is_changed_by_key_said_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        press(found.desk, "sound")
        message = found.desk.window.messages.current
        assert message is not None and "大" in message.text
    assert kept.load(tmp_path / "data").sound == "100"


def test_all_volumes_come_round_and_off_is_one(qtbot: QtBot) -> None:
    chimes = Chimes()
    assert {chimes.next_volume() for _ in VOLUMES} == set(VOLUMES)
    assert 0 in VOLUMES and chimes.volume == VOLUMES[0]


def test_no_sound_server_is_no_trouble(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    chimes = Chimes(30)
    chimes.seconds = lambda: 7.0
    unheard: list[bool] = []
    chimes.unheard.connect(lambda: unheard.append(True))
    chimes.ring(CHIME)
    chimes.ring("urgent", 100)
    assert unheard == [] and "没有" not in chimes.told(), "nothing is known before it is warm"
    chimes.warm()
    assert not server_here() and not chimes.has_device
    assert unheard == [True] and "顶栏闪动" in chimes.told()
    chimes.ring("report")
    assert len(unheard) == 2
    assert [*chimes.asked] == [Asked(7, CHIME, 30), Asked(7, "urgent", 100), Asked(7, "report", 30)]


def test_a_broken_volume_is_the_usual_one(tmp_path: Path) -> None:
    for broken in ("loud", "-5", "900", ""):
        (tmp_path / kept.FILE).write_text(f"[desk]\nsound = {broken}\nperson = lead-2\n")
        assert kept.load(tmp_path) == Kept(person="lead-2")
