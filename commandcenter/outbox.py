"""Commands given while the link was down: kept in order, sent when it is back, never as done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from commandcenter.domain.commands import (
    AddNote,
    CaseCommand,
    Command,
    DispatchCase,
    MoveAtRisk,
    RecordContact,
    ReportCase,
    UpdateCase,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.server.registry import COMMANDS, read, write
from commandcenter.services.wire import codec, dumps, loads, read_refusal, write_refusal
from commandcenter.unsent_pictures import UnsentPictures, named
from commandcenter.vault import Vault

FILE = "outbox.bin"
LATER = (ReportCase, AddNote, UpdateCase, RecordContact, DispatchCase, MoveAtRisk)
"""What may wait besides steps on behalf; a dispatch is only a wish until the server checked it."""
NOT_NOW = frozenset(
    (
        *("no_link", "database_away", "busy", "login_needed", "too_fast"),
        *("server_fault", "disk_full", "disk_fault", "protocol", "pin_wrong"),
    )
)
"""Refusals that say nothing about the command: it is sent again later."""
REMEMBERED = timedelta(days=7)
"""For so long the seat shows what was dropped, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """A command that waits; `refused` is what the server said to it, then a hand must decide.

    `dropped` is why a hand gave it up; it is sent no more, unless it is given again.
    """

    command: Command
    who: str
    at: datetime
    refused: Refusal | None = None
    dropped: str = ""

    @property
    def waits(self) -> bool:
        """Whether it is sent by itself."""
        return self.refused is None and not self.dropped

    @property
    def case(self) -> str:
        """The case it is about, "" when it is about none."""
        return str(getattr(self.command, "case", ""))


def may_wait(command: Command) -> bool:
    """Whether it makes sense to give it without the server."""
    on_behalf = command.behalf is not None and isinstance(command, CaseCommand)
    return on_behalf or isinstance(command, LATER)


class Outbox:
    """The queue on disk; every change is on disk before the call returns. From any thread."""

    def __init__(self, vault: Vault, changed: Callable[[], None]) -> None:
        """What an earlier run left is there again; `changed` is rung after each change."""
        self._vault, self._changed = vault, changed
        self._lock, self._sending = threading.RLock(), threading.Lock()
        raw = vault.read(FILE)
        self._items: list[Unsent] = [] if raw is None else [_unpack(one) for one in loads(raw)]
        self.pictures = UnsentPictures(vault)
        self.pictures.forget_all_but(self._wanted())

    @property
    def items(self) -> tuple[Unsent, ...]:
        """All that is not done, in the order given."""
        with self._lock:
            return tuple(self._items)

    @property
    def waiting(self) -> bool:
        """Whether anything is to be sent by itself."""
        return any(one.waits for one in self.items)

    def add(self, command: Command, who: str, at: datetime) -> None:
        """Put a command at the end; the same one is not put twice."""
        with self._lock:
            young = [one for one in self._items if not one.dropped or one.at > at - REMEMBERED]
            if all(one.command.id != command.id for one in young):
                self._keep([*young, Unsent(command=command, who=who, at=at)])

    def drop(self, key: str, reason: str) -> None:
        """Give a command up by its id; it stays here for a week with the reason, never sent."""
        with self._lock:
            self._change(key, lambda one: replace(one, dropped=reason))

    def again(self, key: str, seen: int | None) -> None:
        """Send a refused one once more as a new command, on the version that was looked at."""
        with self._lock:
            self._change(key, lambda one: _renewed(one, seen))

    def send(self, do: Callable[[Command, str], Any]) -> int:
        """Send what waits, in order, until the link fails; how many were done."""
        with self._sending:
            return self._send(do)

    def _send(self, do: Callable[[Command, str], Any]) -> int:
        done = 0
        while (first := next((one for one in self.items if one.waits), None)) is not None:
            try:
                do(first.command, first.who)
            except Refusal as said:
                if said.code in NOT_NOW:
                    break
                self._refuse(first, said)
                continue
            self._sent(first)
            done += 1
        return done

    def _sent(self, sent: Unsent) -> None:
        """It is done; what waits on the same case saw the version that it made."""
        with self._lock:
            rest = [one for one in self._items if one.command.id != sent.command.id]
            self._keep([_follow(one, sent.command) for one in rest])
            self.pictures.forget(named(sent.command), self._wanted())

    def _refuse(self, item: Unsent, said: Refusal) -> None:
        with self._lock:
            self._change(item.command.id, lambda one: replace(one, refused=said))

    def _change(self, key: str, change: Callable[[Unsent], Unsent]) -> None:
        self._keep([change(one) if one.command.id == key else one for one in self._items])

    def _wanted(self) -> list[str]:
        return [sha for one in self._items for sha in named(one.command)]

    def _keep(self, items: list[Unsent]) -> None:
        if items:
            self._vault.write(FILE, dumps([_pack(one) for one in items]))
        else:
            self._vault.drop(FILE)
        self._items = items
        self._changed()


def _follow(later: Unsent, sent: Command) -> Unsent:
    """One's own step before it is no news: a stale check is for what others did meanwhile."""
    one = later.command
    if not isinstance(one, CaseCommand) or not isinstance(sent, CaseCommand):
        return later
    if not later.waits or one.case != sent.case or one.seen != sent.seen:
        return later
    return replace(later, command=replace(one, seen=one.seen + 1))


def _renewed(item: Unsent, seen: int | None) -> Unsent:
    command = item.command
    if isinstance(command, CaseCommand) and seen is not None:
        command = replace(command, seen=seen)
    return replace(item, command=replace(command, id=new_id()), refused=None, dropped="")


def _pack(one: Unsent) -> dict[str, Any]:
    return {
        "command": write(one.command),
        "who": one.who,
        "at": codec(datetime)[0](one.at),
        "refused": None if one.refused is None else write_refusal(one.refused),
        "dropped": one.dropped,
    }


def _unpack(data: Any) -> Unsent:
    refused = data["refused"]
    return Unsent(
        command=read(data["command"], COMMANDS),
        who=data["who"],
        at=codec(datetime)[1](data["at"]),
        refused=None if refused is None else read_refusal(refused),
        dropped=str(data.get("dropped", "")),
    )
