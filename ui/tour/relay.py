"""The cable between a seat and its server: a relay on loopback that the tour can pull."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class Relay:
    """Forwards bytes both ways; while it is cut, links end and who comes is turned away."""

    def __init__(self, port: int) -> None:
        """To that port of this machine."""
        self._port, self._cut = port, threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="relay")]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """The server's address as the seat knows it."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def cut(self) -> None:
        """Pull the cable."""
        self._cut.set()
        self._end_links()

    def mend(self) -> None:
        """Put it back."""
        self._cut.clear()

    def _end_links(self) -> None:
        for one in list(self._ends):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                if self._cut.is_set():
                    near.close()
                    continue
                try:
                    far = socket.create_connection(("127.0.0.1", self._port))
                except OSError:
                    near.close()
                    continue
                self._ends += [near, far]
                self._join(near, far)

    def _join(self, near: socket.socket, far: socket.socket) -> None:
        for one, other in ((near, far), (far, near)):
            thread = threading.Thread(target=_forward, args=(one, other), name="relay")
            thread.start()
            self._threads.append(thread)

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
        self._end_links()
        for thread in self._threads:
            thread.join()
        for one in self._ends:
            one.close()


def _forward(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    for end in (one, other):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
