"""Standing on a port: uvicorn with TLS, or plain on loopback only."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

import uvicorn

from commandcenter.domain.refusal import require
from commandcenter.server.app import Service, web_app
from commandcenter.server.limits import Limits
from commandcenter.server.sessions import FirstCode
from commandcenter.server.tls import Certificate, is_loopback
from commandcenter.services.desk import Desk

PORT = 8443
OUTBOX = 256 * 1024
"""Bytes that the system may hold for one reader: a slow one is noticed before they are many."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What was opened, for words on the screen: address, fingerprint, the first code."""

    url: str
    fingerprint: str | None
    code: str | None


@dataclass(slots=True)
class Server:
    """One server of one street; run() blocks until stop() or a signal."""

    desk: Desk
    host: str = "127.0.0.1"
    port: int = PORT
    certificate: Certificate | None = None
    limits: Limits = field(default_factory=Limits)
    running: uvicorn.Server | None = None
    service: Service | None = None
    stopping: bool = False

    def run(self, ready: Callable[[Standing], None] = lambda standing: None) -> None:
        """Serve; `ready` hears the address before the first request is taken.

        Refusal('plain_http') without a certificate on an address that others reach.
        """
        require(self.certificate is not None or is_loopback(self.host), "plain_http")
        first = FirstCode(self.desk)
        with closing(self._socket()) as listening:
            port = listening.getsockname()[1]
            scheme = "http" if self.certificate is None else "https"
            shown = f"[{self.host}]" if ":" in self.host else self.host
            pin = self.certificate.fingerprint if self.certificate else None
            self.running = uvicorn.Server(self._config(first))
            self.running.should_exit = self.stopping
            ready(Standing(f"{scheme}://{shown}:{port}", pin, first.code))
            self.running.run(sockets=[listening])

    def stop(self) -> None:
        """Let run() come to its end, also when it has not begun; safe in a signal's handler."""
        self.stopping = True
        if self.running is not None:
            self.running.should_exit = True

    def _socket(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        # The protocol is named because asyncio sends without delay only on sockets that say TCP.
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if os.name == "posix":
                made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, OUTBOX)
            made.bind((self.host, self.port))
            made.listen(256)
        except BaseException:
            made.close()
            raise
        return made

    def _config(self, first: FirstCode) -> uvicorn.Config:
        tls = self.certificate
        self.service = Service(self.desk, self.limits, first)
        return uvicorn.Config(
            web_app(self.service),
            ws="websockets-sansio",
            http="h11",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            ws_max_size=4096,
            ws_ping_interval=5.0,
            ws_ping_timeout=5.0,
            ws_per_message_deflate=False,  # each message is packed once for all (packing.py)
            timeout_keep_alive=30,
            timeout_graceful_shutdown=2,
            limit_concurrency=1000,
            h11_max_incomplete_event_size=16 * 1024,
            ssl_certfile=str(tls.chain) if tls else None,
            ssl_keyfile=str(tls.key) if tls else None,
        )
