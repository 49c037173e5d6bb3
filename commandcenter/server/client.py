"""RemoteDesk: the Desk of a server, used by a seat as if it were local."""

from __future__ import annotations

import random
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from time import monotonic, sleep
from typing import Any

from commandcenter.domain.commands import Command
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.rules import Rules
from commandcenter.server.http import CUT, Requests
from commandcenter.server.link import Link, LinkState
from commandcenter.server.places import Places
from commandcenter.server.registry import ANSWERED, write
from commandcenter.services.desk import Receipt
from commandcenter.services.rules import rules_of
from commandcenter.services.tables import SUBJECT as TABLES
from commandcenter.services.views import AskPicture, AskRules, Changes
from commandcenter.services.wire import codec, dumps, loads

KEPT = 500
AGAIN = 0.2
LATER = frozenset(("no_link", "database_away", "disk_fault"))
"""What may pass while a command is repeated."""
ROWS = ("cases", "teams", "officers", "people")


class RemoteDesk:
    """Asks over kept connections and hears over one WebSocket; safe to use from any thread.

    Several persons may be logged in at one seat: `who` chooses the session, "system" the newest
    one; what somebody may do is decided by the server alone. Calls raise the server's Refusal, or
    Refusal('no_link') when the server was not reached in time: a command may then have been done,
    and giving it again with the same id does it once. While the link is lost its one thread looks
    for the server, with growing random pauses; calls wait for it or are refused at once.
    """

    def __init__(
        self, url: str, pin: str | None = None, *, timeout: float = 10.0, patience: float = 10.0
    ) -> None:
        """`timeout` seconds for one request, `patience` for a command with its repeats."""
        places = Places.of(url, pin)
        self._requests = Requests(places, timeout)
        self._patience = patience
        self._tokens: dict[str, str] = {}
        self._newest: str | None = None
        self._bells: list[Callable[[], None]] = []
        self._lock = threading.Lock()
        self._kept: deque[tuple[int, Changes]] = deque(maxlen=KEPT)
        self._seq: int | None = None
        self._done = 0
        self._time: tuple[datetime, float] | None = None
        self._rules: Rules | None = None
        self._link = Link(places, self._token, self._from, self._heard, self._ring)

    # ---- people -----------------------------------------------------------------------------

    def login(self, name: str, password: str) -> str:
        """Log in by id or name; the person's id. Refusal('login_wrong'|'login_locked')."""
        body = dumps({"name": name, "password": password})
        return self._logged_in(self._requests.send("POST", "/login", body=body))

    def begin(self, code: str, person: str, password: str) -> str:
        """The first administrator's password by the code that the server printed; logs in."""
        body = dumps({"code": code, "person": person, "password": password})
        return self._logged_in(self._requests.send("POST", "/first", body=body))

    def _logged_in(self, raw: bytes) -> str:
        data = loads(raw)
        person = str(data["person"])
        with self._lock:
            self._tokens[person] = str(data["token"])
            self._newest = person
            self._kept.clear()  # what another person was told
            self._seq = int(data["seq"])
            self._time = (codec(datetime)[1](data["at"]), monotonic())
        self._rules = None
        self._link.restart()
        return person

    def logout(self, person: str) -> None:
        """End the person's session at this seat."""
        with self._lock:
            token = self._tokens.pop(person, None)
            if self._newest == person:
                self._newest = next(reversed(self._tokens), None)
            self._kept.clear()
        if token is not None:
            self._link.restart()
            with suppress(Refusal, *CUT):
                self._requests.send("POST", "/logout", token=token, body=b"")

    def _token_of(self, who: str) -> str:
        with self._lock:
            found = self._tokens.get(who)
            if found is None and who == "system" and self._newest is not None:
                found = self._tokens[self._newest]
        if found is None:
            raise Refusal("login_needed", person=who)
        return found

    def _token(self) -> str | None:
        with self._lock:
            return self._tokens.get(self._newest) if self._newest else None

    # ---- in -----------------------------------------------------------------------------------

    def do(self, command: Command, who: str) -> Receipt:
        """Give a command; a cut one is repeated with its id until it is answered or time is up."""
        body = dumps(write(command))
        until = monotonic() + self._patience
        while True:
            try:
                raw = self._sent("POST", "/do", who, body=body)
            except Refusal as said:
                if said.code not in LATER or not self._may_again(until):
                    raise
                continue
            receipt: Receipt = codec(Receipt)[1](loads(raw, strict=False))
            with self._lock:
                self._done = max(self._done, receipt.seq)
            return receipt

    def do_as(self, command: Command, person: str, password: str) -> Receipt:
        """One command in a session for it alone, beside who is logged in here; Refusal as login."""
        body = dumps({"name": person, "password": password})
        token = str(loads(self._requests.send("POST", "/login", body=body))["token"])
        try:
            raw = self._requests.send("POST", "/do", token=token, body=dumps(write(command)))
        finally:
            with suppress(Refusal, *CUT):
                self._requests.send("POST", "/logout", token=token, body=b"")
        receipt: Receipt = codec(Receipt)[1](loads(raw, strict=False))
        with self._lock:
            self._done = max(self._done, receipt.seq)
        return receipt

    def _may_again(self, until: float) -> bool:
        """Breathe, or wait while the link finds no server; whether there is time to try again."""
        sleep(random.uniform(AGAIN / 2, AGAIN))
        while self._link.state.failed and monotonic() < until:
            self._link.wait(AGAIN)
        return monotonic() < until

    def keep_picture(self, data: bytes) -> str:
        """Keep a picture at the server; its sha256."""
        raw = self._sent("PUT", "/picture", "system", body=data)
        return str(loads(raw)["sha256"])

    def tick(self) -> int:
        """Nothing: the server's clock is the one that ticks."""
        return 0

    # ---- out ----------------------------------------------------------------------------------

    def ask(self, query: Any, who: str) -> Any:
        """Answer a question."""
        if isinstance(query, AskPicture):
            named = {"case": query.case, "sha256": query.sha256}
            return self._sent("GET", "/picture", who, query=named)
        raw = self._sent("POST", "/ask", who, body=dumps(write(query)))
        return codec(ANSWERED[type(query)])[1](loads(raw, strict=False))

    def changes(self, after: int, limit: int = 500, who: str = "system") -> Changes:
        """What happened after a number, from what the feed has told, else from the server.

        Refusal('no_link') while the link is down, so that nobody takes old data for new.
        """
        known = self._known(after) if self._token_of(who) == self._token() else None
        return self._get_changes(after, limit, who) if known is None else known

    def _get_changes(self, after: int, limit: int, who: str) -> Changes:
        query = {"after": after, "limit": limit}
        raw = self._sent("GET", "/changes", who, query=query)
        changes: Changes = codec(Changes)[1](loads(raw, strict=False))
        return changes

    def _known(self, after: int) -> Changes | None:
        with self._lock:
            if not self._link.state.connected or self._seq is None or self._time is None:
                return None
            if self._seq < self._done:
                return None  # one's own work is never missing
            told = [pair for pair in self._kept if pair[0] >= after and pair[1].seq > after]
            if told and told[0][0] == after:
                return joined([one for _, one in told])
            if after != self._seq:
                return None
            newest = self._kept[-1][1].positions if self._kept else ()
            return Changes(
                seq=after,
                at=self.now(),
                entries=(),
                cases=(),
                figures=None,
                teams=(),
                officers=(),
                people=(),
                positions=newest,
                more=False,
            )

    def listen(self, bell: Callable[[], None]) -> Callable[[], None]:
        """Ring `bell` at each change and when the link comes or goes; call the answer to stop."""
        self._bells.append(bell)

        def stop() -> None:
            if bell in self._bells:
                self._bells.remove(bell)

        return stop

    def now(self) -> datetime:
        """The server's time (UTC), carried on by a clock that nobody sets; no_link before login."""
        known = self._time
        if known is None:
            raise Refusal("no_link")
        return known[0] + timedelta(seconds=monotonic() - known[1])

    @property
    def rules(self) -> Rules:
        """The street's items, limits and working clock, asked anew once its tables changed."""
        if self._rules is None:
            self._rules = rules_of(self.ask(AskRules(), "system"))
        return self._rules

    @property
    def link(self) -> LinkState:
        """Whether the feed is heard, and since when not."""
        return self._link.state

    def back_within(self, seconds: float) -> bool:
        """Wait until a link that has just gone is back, or has been gone so long; whether it is."""
        while not (state := self._link.state).connected:
            left = seconds - self.seconds_lost
            if left <= 0 or state.refusal is not None:
                return False
            self._link.wait(min(AGAIN, left))
        return True

    @property
    def seconds_lost(self) -> float:
        """How old the data is: 0.0 while the feed is heard."""
        lost = self._link.state.lost_at
        return 0.0 if lost is None else monotonic() - lost

    def close(self) -> None:
        """Stop listening and give the connections back; sessions stay until they are logged out."""
        self._link.stop()
        self._requests.close()

    # ---- the link -----------------------------------------------------------------------------

    def _sent(self, method: str, path: str, who: str, **given: Any) -> bytes:
        token = self._token_of(who)
        if self._link.state.failed:  # one thread looks for the server, not each call
            raise Refusal("no_link")
        try:
            return self._requests.send(method, path, token=token, **given)
        except CUT:
            self._link.missed()
            raise Refusal("no_link") from None

    def _from(self) -> int:
        return self._seq or 0

    def _heard(self, data: dict[str, Any]) -> None:
        if "changes" not in data:
            self._time = (codec(datetime)[1](data.get("at")), monotonic())
            return
        changes: Changes = codec(Changes)[1](data["changes"])
        if int(data["after"]) != self._seq:
            raise Refusal("wire", why="gap")  # the link begins again from the number it has
        self._time = (changes.at, monotonic())
        with self._lock:
            self._kept.append((int(data["after"]), changes))
            self._seq = changes.seq
        if any(entry.subject == TABLES for entry in changes.entries):
            self._rules = None
        self._ring()

    def _ring(self) -> None:
        for bell in list(self._bells):
            bell()


def joined(told: list[Changes]) -> Changes:
    """Changes that follow one another as one: all entries, each row as it is last."""
    if len(told) == 1:
        return told[0]
    rows: dict[str, dict[str, Any]] = {name: {} for name in ROWS}
    gone: dict[str, None] = {}
    for one in told:
        for name, found in rows.items():
            found.update((row.id, row) for row in getattr(one, name))
        gone.update(dict.fromkeys(one.gone))
        for case in one.cases:
            if case.id in gone:
                del gone[case.id]
    for key in gone:
        rows["cases"].pop(key, None)
    last: dict[str, Any] = {name: tuple(found.values()) for name, found in rows.items()}
    return replace(
        told[-1],
        entries=tuple(entry for one in told for entry in one.entries),
        figures=next((one.figures for one in reversed(told) if one.figures), None),
        gone=tuple(gone),
        **last,
    )
