"""A new key for a street that has lost its own: what was hashed by the old one is hashed anew."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from commandcenter.domain.refusal import require
from commandcenter.storage.callers import hash_anew
from commandcenter.storage.database import FILE, is_moved, open_database
from commandcenter.storage.holder import Holder
from commandcenter.storage.keys import KEY, make_key
from commandcenter.storage.live import street_of
from commandcenter.storage.migrate import migrate


def new_key(
    folder: Path, at: datetime, database: str | None = None, street: str | None = None
) -> int:
    """Make a key where there is none, and hash by it every caller's number that is kept.

    How many were. On a file the desk has to be closed; on `database` (postgresql://...) every
    server, and each then gets the new file; `street` says which of several. Refusal: 'exists'
    (there is a key; put it elsewhere first), 'data_held', 'no_data', 'street_wanted',
    'no_such_street', 'street_moved', 'schema_newer'.
    """
    require(database or (folder / FILE).is_file(), "no_data", path=str(folder))
    require(not (folder / KEY).exists(), "exists", path=str(folder / KEY))
    holder = Holder(folder, "new-key", at)
    try:
        with closing(open_database(database or folder / FILE)) as opened:
            migrate(opened)
            require(database or not is_moved(opened), "street_moved")
            key = make_key(folder)
            try:
                with opened.write.begin() as connection:
                    return hash_anew(connection, street_of(connection, street), key)
            except BaseException:
                (folder / KEY).unlink()
                raise
    finally:
        holder.release()
