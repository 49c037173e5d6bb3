"""The only wiring: a folder becomes an open centre with its Desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from commandcenter.services import casebook, finding, knowing, sending
from commandcenter.services.demo import demo_founding
from commandcenter.services.desk import Desk
from commandcenter.services.founding import found
from commandcenter.storage import tables as t
from commandcenter.storage.database import Database, open_database
from commandcenter.storage.holder import Holder
from commandcenter.storage.keys import street_key
from commandcenter.storage.migrate import migrate
from commandcenter.storage.pictures import PictureStore
from commandcenter.storage.verify import Verdict, differences, verify

ANSWERING = (casebook, finding, knowing, sending)
FILE = "street.db"


def utc_now() -> datetime:
    """The system's clock."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Center:
    """An open data folder: close() gives it free."""

    folder: Path
    desk: Desk
    database: Database
    holder: Holder

    def verify(self) -> Verdict:
        """Walk the journal's chain."""
        with self.database.read.begin() as connection:
            return verify(connection, self.desk.street)

    def differences(self) -> list[str]:
        """Rows that are not what the journal says, as table/key/column."""
        with self.database.read.begin() as connection:
            return differences(connection, self.desk.street)

    def close(self) -> None:
        """Close the file and let the next process in."""
        self.database.close()
        self.holder.release()


def open_center(
    folder: Path,
    *,
    now: Callable[[], datetime] = utc_now,
    program: str = "desk",
    demo_day: date | None = None,
) -> Center:
    """Open a folder, on first use with the demo street; Refusal('data_held') if it is in use.

    demo_day is the local day from which the demo's certificates count (default: today).
    """
    holder = Holder(folder, program, now())
    try:
        database = open_database(folder / FILE)
        migrate(database)
        street = _street(database)
        if street is None:
            founding = demo_founding(now(), demo_day)
            found(database, founding, now())
            street = founding.street
        desk = Desk(
            database=database,
            street=street,
            key=street_key(folder),
            pictures=PictureStore(folder / "pictures"),
            now=now,
        )
    except BaseException:
        holder.release()
        raise
    return Center(folder=folder, desk=desk, database=database, holder=holder)


def _street(database: Database) -> str | None:
    with database.read.connect() as connection:
        found = connection.execute(select(t.chain_head.c.street).limit(1)).scalar()
    return None if found is None else str(found)
