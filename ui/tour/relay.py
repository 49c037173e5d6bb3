"""A TCP relay between seat and server that can cut a link or stop forwarding without a word."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class Relay:
    """Listens on loopback and forwards; `frozen` swallows every byte and keeps links open.

    While it is `closed` whoever comes is turned away; `came` counts all who came.
    """

    def __init__(self, port: int) -> None:
        self._to = port
        self.frozen, self.closed = threading.Event(), threading.Event()
        self.came = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._links: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def pull(self) -> None:
        """Pull the cable: links end and who comes is turned away."""
        self.closed.set()
        self.cut()

    def mend(self) -> None:
        """Put the cable back."""
        self.closed.clear()

    def cut(self) -> None:
        """Close every link that stands now."""
        for one in list(self._links):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                self._links.append(near)
                self.came += 1
                if self.closed.is_set():
                    near.close()
                    continue
                try:
                    far = socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    near.close()
                    continue
                self._links.append(far)
                for one, other in ((near, far), (far, near)):
                    thread = threading.Thread(target=self._forward, args=(one, other))
                    thread.start()
                    self._threads.append(thread)

    def _forward(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                if not self.frozen.is_set():
                    other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()
        for thread in self._threads:
            thread.join()
        for one in self._links:
            one.close()
