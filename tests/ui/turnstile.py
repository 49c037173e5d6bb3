"""A slow way to the desk: a command goes on when the test lets it."""

from __future__ import annotations

import threading
from typing import Any

from commandcenter.waiting import Waiting
from tests.ui.deskseat import Link


class Turnstile(Link):
    """Each pass_() lets one command through; while `away`, it waits at the seat instead."""

    away = False

    def __init__(self, worker: Any) -> None:
        super().__init__(worker)
        self._turns = threading.Semaphore(0)

    def pass_(self) -> None:
        self._turns.release()

    def do(self, command: Any, who: str) -> Any:
        assert self._turns.acquire(timeout=20)
        return Waiting(command.case) if self.away else super().do(command, who)
