"""The desk under a real Chinese input method: ibus with libpinyin, under Xvfb, by xdotool.

It runs where they are installed (apt-get install --no-install-recommends ibus ibus-libpinyin
xdotool) and asks for nothing where they are not: ./check does not need it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.fakes import open_room
from tests.ui.deskroom import DAY, PETROL

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "dbus-run-session", "ibus-daemon", "ibus", "xdotool")
MEMORY = "/usr/libexec/ibus-memconf"
ENGINE = Path("/usr/share/ibus/component/libpinyin.xml")
PLACES = {"XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache"}
SESSION = """
daemon=
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$1/display" >/dev/null 2>&1 &
xvfb=$!
trap 'kill $daemon $xvfb' EXIT
until [ -s "$1/display" ]; do sleep 0.1; done
export DISPLAY=:$(cat "$1/display")
ibus-daemon --panel disable --emoji-extension disable --config "$2" &
daemon=$!
tries=0
until ibus engine libpinyin; [ "$(ibus engine)" = libpinyin ]; do
    tries=$((tries + 1)); [ $tries -lt 40 ] || exit 3
    sleep 0.25
done
QT_QPA_PLATFORM=xcb QT_IM_MODULE=ibus "$3" -m tests.e2e.imedriver "$4"
"""


def missing() -> str:
    """What is not installed here, "" when all is."""
    gone = [tool for tool in TOOLS if shutil.which(tool) is None]
    gone += [str(one) for one in (Path(MEMORY), ENGINE) if not one.exists()]
    return " ".join(gone)


@pytest.fixture
def short_home() -> Iterator[Path]:
    """A home of its own whose sockets have short names: longer ones than 107 bytes cannot be."""
    with tempfile.TemporaryDirectory(prefix="ime") as made:
        yield Path(made)


@pytest.mark.skipif(bool(missing()), reason=f"no real input method here: {missing()}")
def test_what_a_real_input_method_composes_leaves_no_form(tmp_path: Path, short_home: Path) -> None:
    room = open_room(tmp_path / "street", "2019-07-11 10:02", DAY)
    room.report(PETROL)
    room.center.close()
    home = short_home
    around = {**os.environ, "HOME": str(home), "NO_AT_BRIDGE": "1"}
    for name, inner in PLACES.items():
        (home / inner).mkdir(mode=0o700)
        around[name] = str(home / inner)
    words = [str(home), MEMORY, sys.executable, str(tmp_path / "street")]
    session = subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", SESSION, "sh", *words],
        cwd=ROOT,
        env=around,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        told, trouble = session.communicate(timeout=100)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(session.pid, signal.SIGTERM)
    looked = [line for line in told.splitlines() if line.startswith(("ok ", "NOT "))]
    assert session.returncode == 0, told + trouble
    assert [line for line in looked if line.startswith("NOT")] == []
    assert len(looked) >= 20, told + trouble
