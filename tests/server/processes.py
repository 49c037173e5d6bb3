"""A server in a process of its own, which a test may kill."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.server.rooms import until

ROOT = Path(__file__).resolve().parents[2]
SMALL = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.argv = ["commandcenter", *sys.argv[2:]]
runpy.run_module("commandcenter", run_name="__main__")
"""


def free_port() -> int:
    """A port that nobody holds."""
    with socket.create_server(("127.0.0.1", 0)) as made:
        return int(made.getsockname()[1])


class Process:
    """`python -m commandcenter serve` on a folder; most is the largest file it may write.

    `more` are further words of the command line.
    """

    def __init__(self, folder: Path, port: int, most: int | None = None, *more: str) -> None:
        words = ["serve", "--data", str(folder), "--port", str(port), *more]
        head = ["-m", "commandcenter"] if most is None else ["-c", SMALL, str(most)]
        self._command = [sys.executable, *head, *words]
        self._log = folder.with_name(f"{folder.name}-{port}.log")
        self.url = f"http://127.0.0.1:{port}"
        self._port = port
        self.start()

    def start(self) -> None:
        """Start, and wait until it takes calls."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=log,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            )
        until(self._answers, 30.0)

    def _answers(self) -> bool:
        assert self._process.poll() is None, f"the server has ended: {self._log.read_text()}"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) == 0

    def kill(self) -> None:
        """Kill -9."""
        self._process.kill()
        self._process.wait()

    def end(self) -> int:
        """Ask it to stop; its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(10)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.kill()
