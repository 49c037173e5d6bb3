"""The seat's ear: one thread on the feed's WebSocket, which rings, and comes back by itself.

`websockets` brings a synchronous client that takes a socket already open (and pinned), speaks the
same protocol core that the server uses, and has no dependency of its own.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from socket import SHUT_RDWR
from socket import socket as Socket
from time import monotonic
from typing import Any

from websockets.exceptions import InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from commandcenter.domain.refusal import Refusal
from commandcenter.server.packing import unpack
from commandcenter.server.places import Places
from commandcenter.server.registry import PROTOCOL
from commandcenter.services.wire import loads, read_refusal

SILENT = 1.5
"""Seconds without a word (the server beats every half second) after which the link is lost."""
OPENING = 2.0
"""Seconds within which a connection has to be open."""
FIRST_WAIT, LAST_WAIT = 0.1, 2.0
MOST_BYTES = 64 * 1024 * 1024
Heard = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class LinkState:
    """Whether the feed is heard; `lost_at` is monotonic seconds since when it is not.

    `failed` says that a try to come back found no server: until the next one does, calls need not
    try on their own.
    """

    connected: bool
    lost_at: float | None
    refusal: Refusal | None = None
    failed: bool = False


@dataclass(eq=False)
class Link:
    """Keeps one WebSocket; `after` gives the number to go on from, `heard` takes each message."""

    places: Places
    token: Callable[[], str | None]
    after: Callable[[], int]
    heard: Heard
    changed: Callable[[], None]
    silent: float = SILENT
    _state: LinkState = field(default_factory=lambda: LinkState(False, monotonic()))
    _stop: threading.Event = field(default_factory=threading.Event)
    _nudge: threading.Event = field(default_factory=threading.Event)
    _up: threading.Event = field(default_factory=threading.Event)
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _thread: threading.Thread | None = None
    _socket: Socket | None = None
    _place: int = -1

    @property
    def state(self) -> LinkState:
        """How the link stands now."""
        return self._state

    def start(self) -> None:
        """Begin to listen; a second call changes nothing, so that many calls make one try."""
        with self._turn:
            if self._thread is None and not self._stop.is_set():
                self._thread = threading.Thread(target=self._run, name="desk-link", daemon=True)
                self._thread.start()

    def restart(self) -> None:
        """Begin again at once, with the token and number of now."""
        self._nudge.set()
        with self._turn:
            self._state = replace(self._state, failed=False)
        socket = self._socket
        if socket is not None:
            with suppress(OSError):
                socket.shutdown(SHUT_RDWR)
        self.start()

    def missed(self) -> None:
        """A call found no server either: where the link is lost the next ones need not try."""
        with self._turn:
            known = self._state.connected or self._state.refusal is not None
            self._state = replace(self._state, failed=not known)
        self.start()

    def wait(self, seconds: float) -> bool:
        """Wait until the feed is heard, at most so long; whether it is."""
        return self._up.wait(seconds)

    def stop(self) -> None:
        """Stop and wait for the thread."""
        self._stop.set()
        self.restart()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        wait = FIRST_WAIT
        while not self._stop.is_set():
            refusal = None
            try:
                self._listen()
            except Refusal as said:
                refusal = said
            except TimeoutError:
                self.places.failed(self._place)
            except (OSError, WebSocketException, EOFError):
                pass
            if self._up.is_set():
                wait = FIRST_WAIT
            self._lost(refusal)
            self._nudge.wait(random.uniform(wait / 2, wait))
            self._nudge.clear()
            wait = min(wait * 2, LAST_WAIT)

    def _listen(self) -> None:
        """One connection from its opening to its end."""
        token = self.token()
        if token is None:
            raise Refusal("login_needed")
        with self._open(token) as socket:
            while not self._stop.is_set():
                data = _said(socket.recv(timeout=self.silent))
                if not self._state.connected:
                    with self._turn:
                        self._state = LinkState(True, None)
                    self._up.set()
                    self.changed()
                self.heard(data)

    def _open(self, token: str) -> ClientConnection:
        raw, self._place = self.places.connect(OPENING)
        self._socket, here = raw, self.places.now
        try:
            return connect(
                f"ws://{here.host}:{here.port}/feed?after={self.after()}",
                sock=raw,
                additional_headers={
                    "Authorization": f"Bearer {token}",
                    "X-Desk-Protocol": str(PROTOCOL),
                },
                open_timeout=OPENING,
                close_timeout=0.2,
                ping_interval=None,
                compression=None,
                max_size=MOST_BYTES,
                user_agent_header=None,
            )
        except InvalidStatus as fault:
            raw.close()
            raise _denied(fault) from None
        except BaseException:
            raw.close()
            raise

    def _lost(self, refusal: Refusal | None) -> None:
        self._up.clear()
        with self._turn:
            was = self._state
            since = monotonic() if was.connected else was.lost_at
            failed = refusal is None and not was.connected and not self._nudge.is_set()
            self._state = LinkState(False, since, refusal, failed)
        if was.connected or refusal is not was.refusal:
            self.changed()


def _said(raw: str | bytes) -> dict[str, Any]:
    data = loads(unpack(raw, MOST_BYTES), strict=False) if isinstance(raw, bytes) else None
    if type(data) is not dict:
        raise Refusal("wire", why="feed")
    return data


def _denied(fault: InvalidStatus) -> Refusal:
    with suppress(Exception):
        return read_refusal(loads(bytes(fault.response.body or b""))["refusal"])
    return Refusal("no_link")
