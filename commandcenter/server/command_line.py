"""python -m commandcenter serve: opens the folder, makes the certificate, says how to come in."""

from __future__ import annotations

import gc
import signal
import socket
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from commandcenter.domain.refusal import require
from commandcenter.server.serve import Server, Standing
from commandcenter.server.tls import Certificate, certificate_of, is_loopback, new_certificate
from commandcenter.services.desk import Desk

Say = Callable[..., None]
SWITCH = 0.001
"""Seconds after which a thread that computes, as for a board, lets the one go on that sends."""


def certificate_for(given: Namespace, desk: Desk) -> Certificate | None:
    """The folder's certificate, a new one if asked for; Refusal('plain_http') without on a net."""
    folder: Path = given.data
    if given.new_certificate:
        names = dict.fromkeys([given.host, socket.gethostname(), "localhost", "127.0.0.1"])
        return new_certificate(folder, names, desk.now())
    found = certificate_of(folder)
    require(found is not None or is_loopback(given.host), "plain_http")
    return found


def serve(given: Namespace, desk: Desk, say: Say) -> None:
    """Serve until a signal; `say` prints a sentence by its name."""

    def ready(standing: Standing) -> None:
        say("serving", url=standing.url)
        if standing.fingerprint is not None:
            say("pin", pin=standing.fingerprint)
        if standing.code is not None:
            say("first_code", code=standing.code)

    sys.setswitchinterval(SWITCH)
    server = Server(desk, given.host, given.port, certificate_for(given, desk))
    # An exit raised here could be lost: Python drops what a handler raises within a callback.
    signal.signal(signal.SIGTERM, lambda *_: server.stop())
    gc.freeze()  # what is loaded stays: looking through it would hold up an answer by 50 ms
    server.run(ready)
