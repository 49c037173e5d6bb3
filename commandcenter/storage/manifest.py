"""What a backup says of itself: where its journal ends, how much it holds, what its files are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, inspect, select, text

from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage import tables as t

FORMAT = 1
NAME = "manifest.json"
LONGEST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A backup's figures; made_at is UTC in ISO form, sizes are bytes.

    `files` has the sha256 of every file but the pictures: a picture's name is its sha256, and the
    database names each. `lost` are pictures that the data folder no longer had.
    """

    format: int = FORMAT
    program: str
    schema: str
    made_at: str
    street: str
    seq: int
    hash: str
    counts: Mapping[str, int]
    files: Mapping[str, str]
    pictures: int
    picture_bytes: int
    lost: tuple[str, ...] = ()

    def text(self) -> str:
        """The exact text of the file: any other byte is a change."""
        body = _canonical(asdict(self))
        return _canonical({"manifest": asdict(self), "sum": _sum(body)}) + "\n"


def read_manifest(backup: Path) -> Manifest:
    """The backup's manifest; Refusal('no_backup'|'manifest_bad')."""
    path = backup / NAME
    require(path.is_file() and path.stat().st_size <= LONGEST, "no_backup", path=str(backup))
    raw = path.read_bytes()
    try:
        given: dict[str, Any] = json.loads(raw)["manifest"]
        found = Manifest(**{**given, "lost": tuple(given["lost"])})
    except (ValueError, TypeError, KeyError):
        raise Refusal("manifest_bad") from None
    require(found.text().encode() == raw and found.format == FORMAT, "manifest_bad")
    return found


def counted(connection: Connection) -> dict[str, int]:
    """Rows of each table that is there."""
    there = set(inspect(connection).get_table_names())
    return {
        name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for name, table in sorted(t.METADATA.tables.items())
        if name in there
    }


def schema_of(connection: Connection) -> str:
    """The schema's revision; Refusal('no_backup') for a file that has none."""
    require(inspect(connection).has_table("alembic_version"), "no_backup", path="street.db")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


def head_of(connection: Connection) -> tuple[str, int, str]:
    """Street, number and hash of the last entry; Refusal('no_street') in an empty one."""
    row = connection.execute(select(t.chain_head)).first()
    if row is None:
        raise Refusal("no_street")
    return str(row.street), int(row.seq), str(row.hash)


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sum(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
