"""A process of its own with a screen: the display that is there, or an Xvfb made for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SHOWN = """
set -eu
root=$1; shift
. "$root/.ci/setup.sh"
. "$root/.ci/screen.sh"
qt_environment
unset QT_QPA_PLATFORM
[ -n "${DISPLAY:-}" ] || open_screen
"$@"
"""


def on_screen(
    *words: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command where it can open windows (1920x1080 in 24 bits if none is there)."""
    return subprocess.run(
        ["sh", "-c", _SHOWN, "sh", str(ROOT), *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | (environment or {}),
        check=True,
        text=True,
    )


def bench_on_screen(module: str) -> None:
    """Run a bench's module as a program on a screen; raises CalledProcessError if it fails."""
    on_screen(sys.executable, "-m", module)
