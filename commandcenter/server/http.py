"""The seat's requests: http.client on kept connections, the pin compared before a word is said.

The standard library is enough here: a request is one JSON body with a time-out, and checking a
pinned certificate before the token leaves wants the socket in hand, which larger clients hide.
"""

from __future__ import annotations

import gzip
import hashlib
import http.client
import queue
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

from commandcenter.domain.refusal import Refusal, require
from commandcenter.server.registry import PROTOCOL
from commandcenter.server.tls import check_pin, is_loopback, pinned_context, plain_pin
from commandcenter.services.wire import loads, read_refusal

if TYPE_CHECKING:
    from commandcenter.server.places import Places

IDLE = 4
CUT = (OSError, http.client.HTTPException)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is; pin is its certificate's sha256, or None to trust the system's list."""

    host: str
    port: int
    secure: bool
    pin: str | None

    @classmethod
    def of(cls, url: str, pin: str | None = None) -> Address:
        """Read https://host:port; Refusal('plain_http') for plain HTTP to another machine."""
        parts = urlsplit(url if "://" in url else f"https://{url}")
        secure, host = parts.scheme == "https", parts.hostname or ""
        require(parts.scheme in ("http", "https") and host, "wire", why="url", at=url[:40])
        require(secure or is_loopback(host), "plain_http")
        port = parts.port or (8443 if secure else 80)
        return cls(host, port, secure, plain_pin(pin) if pin else None)

    @property
    def url(self) -> str:
        """As a person would write it, with the port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}"

    def connect(self, timeout: float) -> socket.socket:
        """A connection, its certificate checked; Refusal('pin_wrong')."""
        raw = socket.create_connection((self.host, self.port), timeout)
        try:
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if not self.secure:
                return raw
            context = pinned_context() if self.pin else ssl.create_default_context()
            safe = context.wrap_socket(raw, server_hostname=self.host)
            if self.pin:
                check_pin(safe, self.pin)
            return safe
        except ssl.SSLCertVerificationError:
            raw.close()
            raise Refusal("pin_wrong") from None
        except BaseException:
            raw.close()
            raise

    def fingerprint(self, timeout: float) -> str:
        """The sha256 of the certificate that answers here, 64 hex digits; nothing is said to it.

        It proves nothing: a person compares it with what the server printed. OSError.
        """
        with socket.create_connection((self.host, self.port), timeout) as raw:
            safe = pinned_context().wrap_socket(raw, server_hostname=self.host)
            with safe:
                der = safe.getpeercert(binary_form=True) or b""
        return hashlib.sha256(der).hexdigest()


class _Connection(http.client.HTTPConnection):
    """One kept connection."""

    def __init__(self, places: Places, timeout: float) -> None:
        super().__init__(places.now.host, places.now.port, timeout=timeout)
        self._places = places
        self._turn = -1

    def connect(self) -> None:
        """Open it to the first place that answers."""
        self.sock, self._turn = self._places.connect(self.timeout or 10.0)

    def failed(self) -> None:
        """It gave no answer in time."""
        self._places.failed(self._turn)


class Requests:
    """Sends requests from any thread; each has a time-out."""

    def __init__(self, places: Places, timeout: float) -> None:
        self._places = places
        self._timeout = timeout
        self._idle: queue.LifoQueue[_Connection] = queue.LifoQueue(IDLE)

    def send(
        self,
        method: str,
        path: str,
        *,
        token: str | None = None,
        body: bytes | None = None,
        query: dict[str, Any] | None = None,
    ) -> bytes:
        """The answer's bytes; the server's Refusal; one of CUT when the link was cut."""
        headers = {"X-Desk-Protocol": str(PROTOCOL), "Accept-Encoding": "gzip"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        target = f"{path}?{urlencode(query)}" if query else path
        connection, kept = self._take()
        try:
            status, raw = self._once(connection, method, target, body, headers)
        except CUT as fault:
            connection.close()
            if isinstance(fault, TimeoutError):
                connection.failed()
                self.close()
                raise
            if not kept:
                raise
            self.close()  # kept ones die together when the server does: once more on a new one
            connection = _Connection(self._places, self._timeout)
            try:
                status, raw = self._once(connection, method, target, body, headers)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            connection.close()
            raise
        self._give(connection)
        return raw if status == 200 else _raise(raw)

    def _once(
        self,
        connection: _Connection,
        method: str,
        target: str,
        body: bytes | None,
        headers: dict[str, str],
    ) -> tuple[int, bytes]:
        connection.request(method, target, body=body, headers=headers)
        answer = connection.getresponse()
        raw = answer.read()
        if answer.getheader("content-encoding") == "gzip":
            raw = gzip.decompress(raw)
        return answer.status, raw

    def _take(self) -> tuple[_Connection, bool]:
        with suppress(queue.Empty):
            return self._idle.get_nowait(), True
        return _Connection(self._places, self._timeout), False

    def _give(self, connection: _Connection) -> None:
        try:
            self._idle.put_nowait(connection)
        except queue.Full:
            connection.close()

    def close(self) -> None:
        """Close every kept connection."""
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().close()


def _raise(raw: bytes) -> bytes:
    data = loads(raw)
    require(type(data) is dict and "refusal" in data, "wire", why="answer")
    refusal: Refusal = read_refusal(data["refusal"])
    raise refusal
