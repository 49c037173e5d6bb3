"""The only wiring: a folder becomes an open centre with its Desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import IntegrityError

from commandcenter.domain.refusal import Refusal, require
from commandcenter.services import (
    casebook,
    duty_answers,
    finding,
    handover_answers,
    knowing,
    mode_answers,
    overrules,
    plotting,
    replaying,
    reviewing,
    sending,
    trials,
    trying,
    whistle_answers,
)
from commandcenter.services.desk import Desk
from commandcenter.services.privacy import finish_purges
from commandcenter.storage.callers import fits
from commandcenter.storage.database import FILE, Database, is_moved, open_database
from commandcenter.storage.holder import Holder
from commandcenter.storage.keys import KEY, first_key, street_key
from commandcenter.storage.live import streets_of
from commandcenter.storage.migrate import migrate
from commandcenter.storage.pictures import PictureStore

if TYPE_CHECKING:
    from commandcenter.services.founding import Founding
    from commandcenter.services.own_street import OwnStreet
    from commandcenter.storage.doorbell import Doorbell
    from commandcenter.storage.verify import Verdict

ANSWERING = (
    *(casebook, duty_answers, finding, handover_answers, knowing, mode_answers),
    *(overrules, plotting, replaying, reviewing, sending, trials, trying, whistle_answers),
)


def utc_now() -> datetime:
    """The system's clock."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Center:
    """An open data folder: close() gives it free."""

    folder: Path
    desk: Desk
    database: Database
    holder: Holder | None = None
    doorbell: Doorbell | None = None
    founded: str = ""
    """"demo" or "own" where this opening founded the street."""

    def verify(self) -> Verdict:
        """Walk the journal's chain."""
        from commandcenter.storage.verify import verify

        with self.database.read.begin() as connection:
            return verify(connection, self.desk.street)

    def differences(self) -> list[str]:
        """Rows that are not what the journal says, as table/key/column."""
        from commandcenter.storage.replay import differences

        with self.database.read.begin() as connection:
            return differences(connection, self.desk.street)

    def close(self) -> None:
        """Close the database and let the next process in."""
        if self.doorbell is not None:
            self.doorbell.stop()
        self.database.close()
        if self.holder is not None:
            self.holder.release()


def open_center(
    folder: Path,
    *,
    now: Callable[[], datetime] = utc_now,
    program: str = "desk",
    demo_day: date | None = None,
    database: str | None = None,
    street: str | None = None,
    own: OwnStreet | None = None,
) -> Center:
    """Open a folder, on first use with the demo street; Refusal('data_held') if it is in use.

    `own` founds an own street instead: Refusal('street_there') where the folder has one, and
    as OwnStreet.checked says. Center.founded tells whether, and which, was founded just now.

    demo_day is the local day from which the demo's certificates count (default: today). With
    `database` (postgresql://...) rows and journal stand there, for several processes at once,
    and the folder keeps only key and pictures; where it holds several streets `street` says
    which one is meant: Refusal('street_wanted'). A file that is no database, a damaged one
    and a disk that takes nothing are Refusals too (storage.database). A street whose key is not
    in the folder does not open: Refusal('street_key_lost'|'street_key_other'|'key_damaged').
    """
    mine = _own(own, now()) if own else None
    folder.mkdir(parents=True, exist_ok=True)
    holder = None if database else Holder(folder, program, utc_now())  # a played day holds it now
    opened = None
    try:
        require(database or not _emptied(folder), "data_unreadable", why="0 bytes")
        opened = open_database(database or folder / FILE)
        migrate(opened)
        require(database or not is_moved(opened), "street_moved")
        here = None if mine else _street(opened, street)
        founded = "" if here else "own" if mine else "demo"
        if mine:
            _no_other(opened, mine.street, alone=database is None)
        key = street_key(folder) if here else first_key(folder)
        desk = Desk(
            database=opened,
            street=here or _found(opened, mine or _demo(now(), demo_day), now()),
            key=key,
            pictures=PictureStore(folder / "pictures"),
            now=now,
        )
        require(_fits(opened, desk.street, key), "street_key_other", file=str(folder / KEY))
        finish_purges(desk)
    except BaseException:
        if opened is not None:
            opened.close()
        if holder is not None:
            holder.release()
        raise
    bell = _doorbell(desk, database) if database else None
    return Center(folder, desk, opened, holder, bell, founded)


def _fits(database: Database, street: str, key: bytes) -> bool:
    with database.read.begin() as connection:
        return fits(connection, street, key)


def _emptied(folder: Path) -> bool:
    """Whether a street lived here and its file has become empty: no demo street takes its place."""
    file, log = folder / FILE, folder / f"{FILE}-wal"
    empty = file.exists() and file.stat().st_size == 0
    return empty and not log.exists() and (folder / KEY).exists()


def _doorbell(desk: Desk, url: str) -> Doorbell:
    from commandcenter.storage.doorbell import Doorbell  # a desk on a file starts without it

    return Doorbell(url, desk.street, desk.heard)


def _own(own: OwnStreet, at: datetime) -> Founding:
    from commandcenter.services.own_street import own_founding  # only a first start founds

    return own_founding(own, at)


def _demo(at: datetime, day: date | None) -> Founding:
    from commandcenter.services.demo import demo_founding  # only a first start founds

    return demo_founding(at, day)


def _found(database: Database, founding: Founding, at: datetime) -> str:
    from commandcenter.services.founding import found

    try:
        found(database, founding, at)
    except IntegrityError:  # another process was faster
        if founding.facts.get("own") or _street(database, founding.street) is None:
            raise
    return founding.street


def _no_other(database: Database, street: str, alone: bool) -> None:
    """Refusal('street_there'): a file has one street, a server's database each street once."""
    there = _streets(database)
    require(street not in there and not (alone and there), "street_there", street=",".join(there))


def _streets(database: Database) -> list[str]:
    with database.read.connect() as connection:
        return streets_of(connection)


def _street(database: Database, wanted: str | None) -> str | None:
    found = _streets(database)
    if wanted is None and len(found) > 1:
        raise Refusal("street_wanted", streets=found)
    if wanted is not None and found and wanted not in found:
        raise Refusal("no_such_street", street=wanted)
    return wanted if wanted in found else next(iter(found), None)
