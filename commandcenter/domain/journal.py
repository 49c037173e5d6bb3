"""An entry of the journal: what happened, as data; and the chain that shows a tampered one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One journal entry: gapless number, UTC time, who typed, for whom, kind in the past tense.

    `facts` holds codes and values only. `rows` holds [table, key, {column: [old, new]}] in stored
    form: replaying them gives the rows exactly.
    """

    street: str
    seq: int
    at: datetime
    who: str
    behalf: str | None = None
    channel: str | None = None
    happened_at: datetime
    subject: str
    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    rows: tuple[Any, ...] = ()
    hash: str = ""


def canonical(facts: Mapping[str, Any], rows: list[Any]) -> str:
    """The exact text that is stored and hashed; ValueError for a number that is none."""
    body = {"facts": facts, "rows": rows}
    return json.dumps(
        body, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def chain(previous: str, *fields: str | int | None) -> str:
    """sha256 over the previous hash and every field, each prefixed by its length in bytes."""
    digest = hashlib.sha256(bytes.fromhex(previous))
    for value in fields:
        raw = b"" if value is None else str(value).encode()
        mark = b"-" if value is None else b"+"
        digest.update(mark + len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()
