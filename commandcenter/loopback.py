"""A server on loopback in a thread of this process: what the tour's seat is logged in at."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from commandcenter.server.limits import Limits
from commandcenter.server.serve import Server, Standing
from commandcenter.services.desk import Desk

PATIENCE = 30.0


@contextmanager
def serving(desk: Desk, session: timedelta) -> Iterator[int]:
    """A running server of the desk; gives its port, is stopped and joined at the end.

    `session` is how long a login lasts by the desk's clock. Raises queue.Empty when it does not
    stand within half a minute.
    """
    stood: queue.Queue[Standing] = queue.Queue()
    server = Server(desk, "127.0.0.1", 0, None, Limits(session=session))
    thread = threading.Thread(target=server.run, args=(stood.put,), name="server")
    thread.start()
    try:
        yield int(stood.get(timeout=PATIENCE).url.rsplit(":", 1)[1])
    finally:
        server.stop()
        thread.join()
