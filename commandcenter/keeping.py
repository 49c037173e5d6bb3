"""The command line's backup, restore, move, new-key, upgrade and due."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from commandcenter.app import utc_now
from commandcenter.domain.refusal import Refusal, require
from commandcenter.sentences import SENTENCES, say, why
from commandcenter.storage.database import FILE, is_url, open_database

DONE, BAD, WRONG = 0, 1, 2
MISUSED = frozenset({"exists", "inside_data", "street_there", "street_wanted", "no_such_street"})
REASONED = frozenset({"backup_bad"})
Verb = Callable[..., argparse.ArgumentParser]


def add_verbs(verb: Verb) -> None:
    """Put the verbs among those of the command line; `verb` makes one with its --data."""
    kept = verb("backup", "备份（不必停机）/ copy the street while it works", _backup)
    kept.add_argument("--to", type=Path, required=True, metavar="DIR", help="新文件夹 / new folder")
    _add_database(kept)
    back = verb("restore", "恢复或演练 / bring a backup back, or try it", _restore, needed=False)
    back.add_argument("--from", type=Path, required=True, dest="backup", metavar="BACKUP")
    back.add_argument("--drill", action="store_true", help="演练，不留下 / try, leave nothing")
    back.add_argument("--scratch", type=Path, metavar="DIR", help="演练处 / where to try")
    add_head(back)
    back.add_argument("--database", type=_address, metavar="postgresql://...", help="PostgreSQL")
    back.add_argument("--role", help="服务器的账号 / the servers' role, given its rights")
    gone = verb("move", "迁往 PostgreSQL / to PostgreSQL, the desk closed", _move)
    gone.add_argument("--to", required=True, type=_address, metavar="postgresql://...")
    gone.add_argument("--role", help="服务器的账号 / the servers' role, given its rights")
    gone.add_argument("--again", action="store_true", help="上次中断 / the last one was cut")
    lost = verb("new-key", "密钥丢失且无备份 / the key is lost, and no backup has it", _new_key)
    _add_database(lost)
    raised = verb("upgrade", "升级 PostgreSQL / raise its schema, as owner", _upgrade, needed=False)
    raised.add_argument("--database", required=True, type=_address, metavar="postgresql://...")
    raised.add_argument("--role", help="服务器的账号 / the servers' role, given its rights")
    past = verb("due", "到期应清除的信息 / what is past its time", _due)
    _add_database(past)
    past.add_argument("--cases", action="store_true", help="列出案件 / name the cases")


def _address(text: str) -> str:
    if not is_url(text):
        raise argparse.ArgumentTypeError("postgresql://USER@HOST/DATABASE")
    return text


def _add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--database", type=_address, metavar="postgresql://...", help="PostgreSQL")
    parser.add_argument("--street", help="多个街道中的哪一个 / which one of several")


def add_head(parser: argparse.ArgumentParser) -> None:
    """Let an entry be given that was written down elsewhere."""
    words = "另处记下的末条 / as it was written down"
    parser.add_argument("--head", type=_entry, metavar="SEQ:HASH", help=words)


def _entry(text: str) -> tuple[int, str]:
    seq, _, sealed = text.partition(":")
    if not seq.isdecimal() or not re.fullmatch("[0-9a-f]{64}", sealed):
        raise argparse.ArgumentTypeError("SEQ:HASH")
    return int(seq), sealed


def refused(refusal: Refusal) -> int:
    """Say a refusal of these verbs; the exit code."""
    values = dict(refusal.values)
    if refusal.code in REASONED:
        values["why"] = why(str(values["why"]))
    several = values.get("streets")
    if isinstance(several, list):
        values["streets"] = ", ".join(several)
    print(say(refusal.code, **values), file=sys.stderr)
    return WRONG if refusal.code in MISUSED else BAD


def knows(refusal: Refusal) -> bool:
    """Whether this refusal has its sentence here."""
    return refusal.code in SAID and refusal.code in SENTENCES


SAID = frozenset(
    {"exists", "inside_data", "not_written", "no_backup", "no_street", "manifest_bad"}
    | {"street_moved", "street_there", "rows_bad", "move_failed"}
    | {"street_wanted", "no_such_street", "schema_other"}
    | {"street_key_lost", "street_key_other", "database_unfit", "head_unknown", "schema_old"}
    | {"file_missing", "file_changed", "file_unknown", "backup_bad", "no_data"}
)


def _backup(given: argparse.Namespace) -> int:
    from commandcenter.storage.backup import back_up

    made = back_up(
        given.data, given.to, utc_now(), told, database=given.database, street=given.street
    )
    told("", 0, 0)
    print(say("backed_up", path=given.to, seq=made.seq, hash=made.hash, pictures=made.pictures))
    print(say("backup_secret"))
    if made.lost:
        print(say("pictures_lost", count=len(made.lost), first=made.lost[0]), file=sys.stderr)
        return BAD
    return DONE


def _restore(given: argparse.Namespace) -> int:
    if given.drill:
        return _drill(given)
    from commandcenter.storage.restore import restore

    if given.data is None:
        print(say("data_wanted"), file=sys.stderr)
        return WRONG
    found = restore(given.backup, given.data, utc_now(), told, given.head)
    told("", 0, 0)
    print(say("restored", path=given.data, seq=found.seq, hash=found.hash, at=found.made_at))
    return _carried(given.data, given.database, given.role) if given.database else DONE


def _drill(given: argparse.Namespace) -> int:
    from commandcenter.storage.restore import drill

    found = drill(given.backup, told, given.scratch, given.head)
    told("", 0, 0)
    made = found.manifest
    rows = sum(made.counts.values())
    print(say("drilled", seq=made.seq, rows=rows, pictures=made.pictures, at=made.made_at))
    if found.differences:
        first = found.differences[0]
        print(say("rows_differ", count=len(found.differences), first=first), file=sys.stderr)
        return BAD
    print(say("rows_agree"))
    return DONE


def _move(given: argparse.Namespace) -> int:
    return _carried(given.data, given.to, given.role, given.again)


def _carried(folder: Path, url: str, role: str | None, again: bool = False) -> int:
    from commandcenter.storage.move import move  # the driver of PostgreSQL

    done = move(folder, url, utc_now(), told, again=again)
    told("", 0, 0)
    rows = sum(done.rows.values())
    print(say("moved", street=done.street, rows=rows, seq=done.seq, hash=done.hash))
    print(say("move_next"))
    print(say("move_left", path=folder / FILE))
    return _grant(url, role) if role else DONE


def _upgrade(given: argparse.Namespace) -> int:
    from commandcenter.storage.migrate import HEAD, migrate

    with closing(open_database(given.database)) as database:
        migrate(database)
    print(say("upgraded", program=HEAD))
    return _grant(given.database, given.role) if given.role else DONE


def _grant(url: str, role: str) -> int:
    import psycopg

    from commandcenter.storage.rights import grant

    try:
        with closing(open_database(url)) as database:
            grant(database, role)
    except psycopg.Error as fault:
        print(say("not_granted", role=role, why=str(fault).strip()), file=sys.stderr)
        return BAD
    return DONE


def _new_key(given: argparse.Namespace) -> int:
    from commandcenter.storage.rekey import new_key

    done = new_key(given.data, utc_now(), given.database, given.street)
    print(say("new_key", path=given.data, count=done))
    return DONE


def _due(given: argparse.Namespace) -> int:
    from commandcenter.services.doing import KEEP_TEXT
    from commandcenter.storage.due import cases_due, due
    from commandcenter.storage.live import street_of

    at, zone = utc_now(), ZoneInfo("Asia/Shanghai")
    require(given.database or (given.data / FILE).is_file(), "no_data", path=str(given.data))
    with (
        closing(open_database(given.database or given.data / FILE)) as database,
        database.read.begin() as connection,
    ):
        street = street_of(connection, given.street)
        found = due(connection, street, at, KEEP_TEXT)
        cases = cases_due(connection, street, at) if given.cases else []
    for one in found:
        since = f"{one.since.astimezone(zone):%Y-%m-%d}"
        print(say("due", kind=why(one.kind), count=one.count, since=since))
    print(*cases, sep="\n", end="\n" if cases else "")
    print(say("due_next" if found else "none_due"))
    return DONE


def told(what: str, done: int, most: int) -> None:
    """Progress on the terminal, where there is one; nothing told clears the line."""
    if not sys.stderr.isatty():
        return
    share = f" {100 * done // most} %" if most else f" {done}" if done else ""
    print(f"\r\x1b[K{what}{share}", end="", file=sys.stderr, flush=True)
