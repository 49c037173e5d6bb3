"""The feed: what each commit changed, read, written and packed once, sent to all by its number.

A seat's outbox is never longer than one message: it takes the next one when the last has left.
Who falls behind what is kept here catches up by number from the Desk; who takes nothing at all
for `slow` seconds is dropped. So nobody feels a slow reader.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal
from commandcenter.server.limits import Limits
from commandcenter.server.packing import pack
from commandcenter.services.desk import Desk
from commandcenter.services.feed import head
from commandcenter.services.rights import scope
from commandcenter.services.views import Changes
from commandcenter.services.wire import codec, dumps

LOG = logging.getLogger("commandcenter.server")
KEPT = 256
RECHECK = 3.0
BREATH = 0.01
"""Seconds between two readings: in a storm of commands one reading takes several of them."""
ENDING = frozenset({"password_set", "person_barred"})
"""Entries that end the sessions of the person they are about, in whichever process."""
LONG_AGO = -(10**9)
Call = Callable[..., Awaitable[Any]]
_WRITE = codec(Changes)[0]


@dataclass(frozen=True, slots=True)
class Message:
    """Changes of the whole street after a number, as they are sent."""

    after: int
    seq: int
    packed: bytes


def message(after: int, changes: Changes) -> Message:
    """Some changes, packed."""
    body = {"after": after, "changes": _WRITE(changes)}
    return Message(after, changes.seq, pack(dumps(body)))


@dataclass(eq=False)
class Reader:
    """One seat: how far it is told, and what wakes it."""

    person: str
    seq: int
    send: Callable[[bytes], Awaitable[None]]
    check: Callable[[], Awaitable[Any]]
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    told: int = 0
    positions: Any = None
    whole: bool | None = None
    unsure: bool = False
    ended: Refusal | None = None
    silent: bool = False
    patience: asyncio.Timeout = field(default_factory=lambda: asyncio.timeout(None))


class Hub:
    """Reads the journal once per ring and wakes the readers."""

    def __init__(self, desk: Desk, call: Call, limits: Limits, forget: Callable[[], None]) -> None:
        self._desk, self._call, self._limits, self._forget = desk, call, limits, forget
        self._bell = asyncio.Event()
        self._kept: deque[Message] = deque(maxlen=KEPT)
        self._count = 0
        self._seq = 0
        self._idle = True
        self._positions: Any = None
        self.readers: set[Reader] = set()

    async def run(self) -> None:
        """Follow the journal until cancelled."""
        loop = asyncio.get_running_loop()

        def ring() -> None:
            with suppress(RuntimeError):  # the loop has just closed
                loop.call_soon_threadsafe(self._bell.set)

        stop = self._desk.listen(ring)
        try:
            while True:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._bell.wait(), 1.0)
                self._bell.clear()
                try:
                    await self._turn()
                except Refusal as said:
                    self._part(said)
                except Exception:  # the next turn reads what was missed
                    LOG.exception("feed")
                await asyncio.sleep(BREATH)
        finally:
            stop()

    async def beat(self) -> None:
        """Leave no seat without a word for long, whatever the journal does; until cancelled."""
        while True:
            await asyncio.sleep(self._limits.beat)
            for reader in self.readers:
                reader.silent = True  # until something is sent
                reader.woken.set()

    def _part(self, said: Refusal) -> None:
        """The journal cannot be read: no seat is to take what it has for new."""
        LOG.warning("feed: %s", said.code)
        for reader in self.readers:
            reader.ended = said
            reader.woken.set()

    async def _turn(self) -> None:
        if not self.readers:
            self._idle = True
        elif self._idle:
            await self._begin()
        else:
            await self._read()

    async def _begin(self) -> None:
        """From now on keep what comes; whoever is here already catches up alone once more."""
        self._idle = False
        self._seq = await self._call(self._head)
        for reader in self.readers:
            reader.told = LONG_AGO
            reader.woken.set()

    def _head(self) -> int:
        return self._desk.read(head)

    async def _read(self) -> None:
        more = True
        while more:
            changes, news = await self._call(self._news)
            more = changes.more
            if news is None:
                return
            self._positions = changes.positions
            self._kept.append(news)
            self._count += 1
            self._seq = changes.seq
            ended = {one.subject for one in changes.entries if one.kind in ENDING}
            if ended:
                self._forget()
            for reader in self.readers:
                reader.unsure |= reader.person in ended
                reader.whole = None if changes.people else reader.whole
                reader.woken.set()

    def _news(self) -> tuple[Changes, Message | None]:
        """What came, and its message unless nothing did."""
        changes = self._desk.changes(self._seq)
        if not changes.entries and changes.positions == self._positions:
            return changes, None
        return changes, message(self._seq, changes)

    async def follow(self, reader: Reader) -> None:
        """Tell a seat everything after its number, then each change; returns never by itself.

        TimeoutError when the seat takes nothing for `slow` seconds.
        """
        self.readers.add(reader)
        self._bell.set()
        recheck = asyncio.get_running_loop().time() + RECHECK
        try:
            async with reader.patience:
                await self._catch_up(reader)
                await self._send(reader, self._beat(reader))
                while True:
                    await reader.woken.wait()
                    reader.woken.clear()
                    if reader.ended is not None:
                        raise reader.ended
                    if reader.unsure or asyncio.get_running_loop().time() > recheck:
                        reader.unsure = False
                        await reader.check()
                        recheck = asyncio.get_running_loop().time() + RECHECK
                    await self._tell(reader)
                    if reader.silent:
                        await self._send(reader, self._beat(reader))
        finally:
            self.readers.discard(reader)

    def _beat(self, reader: Reader) -> bytes:
        at = codec(type(now := self._desk.now()))[0](now)
        return pack(dumps({"seq": reader.seq, "at": at}))

    async def _tell(self, reader: Reader) -> None:
        if reader.told == self._count:
            return
        if reader.whole is None:
            reader.whole = await self._call(self._whole, reader.person)
        missed = self._count - reader.told
        if not reader.whole or missed > len(self._kept):
            await self._catch_up(reader)
            return
        reader.told = self._count
        for one in list(self._kept)[-missed:]:
            if one.seq < reader.seq or one.after < one.seq == reader.seq:
                continue
            if one.after != reader.seq:
                await self._catch_up(reader)
                return
            await self._send(reader, one.packed)
            reader.seq = one.seq

    def _whole(self, person: str) -> bool:
        found = self._desk.read(lambda tx: tx.get(Person, person))
        return found is not None and scope(found) is None

    async def _catch_up(self, reader: Reader) -> None:
        """By number from the Desk, as this person may see it."""
        more = True
        reader.told = self._count
        while more:
            changes: Changes = await self._call(self._desk.changes, reader.seq, 500, reader.person)
            more = changes.more
            if changes.seq == reader.seq and changes.positions == reader.positions:
                return
            reader.positions = changes.positions
            told: Message = await self._call(message, reader.seq, changes)
            await self._send(reader, told.packed)
            reader.seq = changes.seq

    async def _send(self, reader: Reader, packed: bytes) -> None:
        """Send, and begin to wait anew: seldom, for a timer costs more than a message."""
        slow, now = self._limits.slow, asyncio.get_running_loop().time()
        if (reader.patience.when() or 0.0) < now + 0.75 * slow:
            reader.patience.reschedule(now + slow)
        await reader.send(packed)
        reader.silent = False
