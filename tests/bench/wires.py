"""Cheap seats: bytes prepared beforehand on kept TLS connections, so that a bench times the server.

Standard library only: these run in processes that start in a blink and cost little beside it.
"""

from __future__ import annotations

import base64
import json
import os
import selectors
import socket
import ssl
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

HELD = 1 << 18
Heard = Callable[[int, bytes, float], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens on loopback; the same version of the protocol on both ends."""

    port: int
    protocol: int
    host: str = "127.0.0.1"

    def connect(self) -> ssl.SSLSocket:
        """A TLS connection; the bench's own server, so its certificate is taken unseen."""
        raw = socket.create_connection((self.host, self.port), 30)
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context.wrap_socket(raw, server_hostname=self.host)


class Wire:
    """One kept connection that posts; raises RuntimeError for what the server refuses."""

    def __init__(self, place: Place) -> None:
        self._socket = place.connect()
        self._kept = b""
        self._head = f" HTTP/1.1\r\nhost: {place.host}\r\nx-desk-protocol: {place.protocol}\r\n"

    def post(self, path: str, body: bytes, token: str = "") -> bytes:
        """The answer's body."""
        named = f"authorization: Bearer {token}\r\n" if token else ""
        head = f"POST {path}{self._head}{named}content-length: {len(body)}\r\n\r\n"
        self._socket.sendall(head.encode() + body)
        while b"\r\n\r\n" not in self._kept:
            self._more()
        said, _, rest = self._kept.partition(b"\r\n\r\n")
        size = int(said.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        while len(rest) < size:
            self._kept = b""
            self._more()
            rest += self._kept
        self._kept = rest[size:]
        if not said.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(rest[:size].decode())
        return rest[:size]

    def _more(self) -> None:
        data = self._socket.recv(65536)
        if not data:
            raise ConnectionError("the server closed")
        self._kept += data

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


def login(place: Place, name: str, password: str) -> dict[str, Any]:
    """A new session, as the server tells it: token, person, seq."""
    wire = Wire(place)
    try:
        body = json.dumps({"name": name, "password": password}).encode()
        found: dict[str, Any] = json.loads(wire.post("/login", body))
        return found
    finally:
        wire.close()


@dataclass(eq=False)
class Ear:
    """One seat's feed: a WebSocket by hand, each message handed over whole as it came."""

    number: int
    socket: ssl.SSLSocket
    heard: Heard
    held: bytearray = field(default_factory=bytearray)

    @classmethod
    def open(cls, place: Place, number: int, token: str, after: int, heard: Heard) -> Ear:
        """Shake hands; ConnectionError when the server will not."""
        made = place.connect()
        key = base64.b64encode(os.urandom(16)).decode()
        made.sendall(
            f"GET /feed?after={after} HTTP/1.1\r\nhost: {place.host}\r\nupgrade: websocket\r\n"
            f"connection: Upgrade\r\nsec-websocket-key: {key}\r\nsec-websocket-version: 13\r\n"
            f"authorization: Bearer {token}\r\nx-desk-protocol: {place.protocol}\r\n\r\n".encode()
        )
        said = bytearray()
        while b"\r\n\r\n" not in said:
            data = made.recv(65536)
            if not data:
                raise ConnectionError(said.decode())
            said += data
        if not said.startswith(b"HTTP/1.1 101"):
            raise ConnectionError(said.decode())
        made.setblocking(False)
        ear = cls(number, made, heard, said.partition(b"\r\n\r\n")[2])
        ear._frames(time.time())
        return ear

    def hear(self) -> None:
        """Take what has come; ConnectionError at the end."""
        try:
            while True:
                data = self.socket.recv(HELD)
                if not data:
                    raise ConnectionError("the server closed the feed")
                self.held += data
                self._frames(time.time())
        except (ssl.SSLWantReadError, BlockingIOError):
            return

    def _frames(self, now: float) -> None:
        held, at = self.held, 0
        while len(held) - at >= 2:
            kind, size, start = held[at] & 15, held[at + 1] & 127, at + 2
            form = {126: ">H", 127: ">Q"}.get(size)
            if form is not None:
                if len(held) < start + struct.calcsize(form):
                    break
                size, start = (
                    struct.unpack_from(form, held, start)[0],
                    start + struct.calcsize(form),
                )
            if len(held) < start + size:
                break
            body, at = bytes(held[start : start + size]), start + size
            if kind == 9:  # a ping wants its pong, masked as all that a seat sends
                self.socket.send(bytes((0x8A, 0x80 | size, 0, 0, 0, 0)) + body)
            elif kind in (1, 2):
                self.heard(self.number, body, now)
        del held[:at]


def listen(ears: list[Ear], until: Callable[[], bool]) -> None:
    """Let all of them hear until it is over (looked at each 0.2 s)."""
    with selectors.DefaultSelector() as waiting:
        for ear in ears:
            waiting.register(ear.socket, selectors.EVENT_READ, ear)
        while not until():
            for key, _ in waiting.select(0.2):
                key.data.hear()
    for ear in ears:
        ear.socket.close()
