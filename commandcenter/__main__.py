"""The command line: found, verify, head, import, simulate, serve, backup, restore, move.

Exit codes: 0 done; 1 the journal or the file is bad; 2 wrong use; 3 another process holds the data.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from commandcenter import keeping
from commandcenter.app import Center, open_center, utc_now
from commandcenter.domain.refusal import Refusal
from commandcenter.geo.boundaries import UnreadableBoundaries
from commandcenter.geo.demo import load_demo
from commandcenter.intake.aside import UnreadableFile
from commandcenter.intake.boundaries import import_boundaries
from commandcenter.intake.cases import CaseImport, import_cases
from commandcenter.intake.failures import FailurePlan
from commandcenter.intake.ground_sheet import import_ground
from commandcenter.intake.headless import play, start_for
from commandcenter.intake.mapping import BadMapping
from commandcenter.intake.walking import WalkingClock
from commandcenter.sentences import say, why
from commandcenter.services.own_street import ADMINISTRATOR, LEAD, OwnStreet
from commandcenter.storage import tables as t
from commandcenter.storage.database import FILE, open_database
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import has_entry, verify

DONE, BAD, WRONG, HELD, STOPPED = 0, 1, 2, 3, 130
FOUNDING = frozenset(
    {"street_name_wrong", "street_code_wrong", "lead_wrong", "administrator_wrong", "names_same"}
)


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words of the command line say; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = _parser().parse_args(words)
    run: Callable[[argparse.Namespace], int] = given.run
    try:
        return run(given)
    except Refusal as refusal:
        return _refused(refusal)
    except BadMapping as fault:
        return _fail(WRONG, say("bad_mapping", fault=fault))
    except (UnreadableFile, UnreadableBoundaries) as fault:
        return _unreadable(fault.reason, fault.detail)
    except DatabaseError as fault:
        return _fail(BAD, say("bad_database", why=fault.orig))
    except OSError as fault:
        return _fail(BAD, say("system", why=fault))
    except KeyboardInterrupt:
        return _fail(STOPPED, say("stopped"))


def _fail(code: int, sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return code


def _unreadable(reason: str, detail: str) -> int:
    if reason == "no_data":
        return _fail(BAD, say("no_data", path=detail))
    known = "no_file" if reason == "missing" else reason
    return _fail(BAD, say("unreadable", why=why(known), detail=detail))


def _refused(refusal: Refusal) -> int:
    if refusal.code == "data_held":
        return _fail(HELD, say("data_held", **refusal.values))
    if refusal.code in ("schema_newer", "disk_full", "disk_fault", "disk_readonly", "key_damaged"):
        return _fail(BAD, say(refusal.code, **refusal.values))
    if refusal.code == "data_unreadable":
        return _fail(BAD, say("bad_database", **refusal.values))
    if refusal.code == "plain_http":
        return _fail(WRONG, say("plain_http"))
    if refusal.code in FOUNDING:
        values = {**refusal.values, "why": why(str(refusal.values.get("why")))}
        return _fail(WRONG, say(refusal.code, **values))
    if keeping.knows(refusal):
        return keeping.refused(refusal)
    return _fail(BAD, say("other_refusal", code=str(refusal)))


# ---- words ----------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m commandcenter", description="街道指挥中心")
    verbs = parser.add_subparsers(required=True, metavar="found|serve|verify|...|restore|move")
    _found_words(verbs)
    one = _verb(verbs, "verify", "检查台账 / check the journal", _verify)
    one.add_argument("--rows", action="store_true", help="重放比对 / replay and compare every row")
    keeping.add_head(one)
    _verb(verbs, "head", "台账末条 / number and hash of the last entry", _head)
    what = verbs.add_parser("import", help="导入 / import").add_subparsers(
        required=True, metavar="cases|boundaries|grids"
    )
    cases = _verb(what, "cases", "导入案件表 / a table of cases", _cases)
    cases.add_argument("file", type=Path, help="CSV")
    cases.add_argument("--mapping", type=Path, required=True, help="TOML，如 / such as boston.toml")
    areas = _verb(what, "boundaries", "导入边界 / boundaries", _boundaries)
    areas.add_argument("file", type=Path, help="GeoJSON (WGS 84)")
    areas.add_argument("--force-datum", action="store_true", help="坐标照收 / take points as is")
    sheet = _verb(what, "grids", "导入社区网格表 / communities and grids", _grids)
    sheet.add_argument("file", type=Path, help="XLSX, CSV")
    played = _verb(verbs, "simulate", "模拟一天 / play a day", _simulate)
    played.add_argument("--seed", type=int, default=1)
    played.add_argument("--events", type=_count, default=500)
    played.add_argument("--ahead", action="store_true", help="可超过现在 / may pass the present")
    for name in FailurePlan.__slots__:
        played.add_argument(f"--{name}", type=_odds, default=0.0, metavar="0..1")
    served = _verb(verbs, "serve", "为多个坐席服务 / serve many seats", _serve)
    served.add_argument("--host", default="127.0.0.1", help="监听地址 / address to listen on")
    served.add_argument("--port", type=int, default=8443)
    served.add_argument("--database", metavar="postgresql://...", help="PostgreSQL")
    served.add_argument("--new-certificate", action="store_true", help="建立证书 / make one")
    served.add_argument("--street", metavar="CODE", help="其中的街道 / which street of it")
    keeping.add_verbs(partial(_verb, verbs))
    return parser


def _found_words(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = _verb(verbs, "found", "建立本街道 / found an own street", _found)
    one.add_argument("--name", required=True, help="街道名称 / its name")
    one.add_argument("--code", required=True, help="9 位街道代码 / its 9 digits")
    one.add_argument("--lead", default="值班长", help="值班长姓名 / name of the shift lead")
    one.add_argument("--administrator", default="管理员", help="管理员姓名 / the administrator's")
    one.add_argument("--ground", type=Path, metavar="FILE", help="GeoJSON, XLSX, CSV")
    one.add_argument("--database", metavar="postgresql://...", help="PostgreSQL")


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
    needed: bool = True,
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=words, description=words)
    parser.add_argument(
        "--data", type=Path, required=needed, metavar="DIR", help="数据 / data folder"
    )
    parser.set_defaults(run=run)
    return parser


def _count(text: str) -> int:
    found = int(text)
    if not 0 < found <= 1_000_000:
        raise argparse.ArgumentTypeError("1..1000000")
    return found


def _odds(text: str) -> float:
    found = float(text)
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError("0..1")
    return found


# ---- reading, also beside a running desk ----------------------------------------------------


@contextmanager
def _reading(folder: Path) -> Iterator[tuple[Connection, str]]:
    """A snapshot of the folder's file and its street's code."""
    if not (folder / FILE).is_file():
        raise UnreadableFile("no_data", str(folder))
    with closing(open_database(folder / FILE)) as database, database.read.begin() as connection:
        street = connection.execute(select(t.chain_head.c.street).limit(1)).scalar()
        if street is None:
            street = connection.execute(select(t.journal.c.street).limit(1)).scalar()
        yield connection, str(street or "")


def _verify(given: argparse.Namespace) -> int:
    with _reading(given.data) as (connection, street):
        verdict = verify(connection, street)
        if not verdict.good:
            bad = say("bad", first=verdict.first_bad, why=why(verdict.why))
            return _fail(BAD, bad)
        if given.head and not has_entry(connection, street, *given.head):
            return _fail(BAD, say("bad", first=given.head[0], why=why("head_unknown")))
        print(say("good", entries=verdict.entries))
        found = differences(connection, street) if given.rows else []
    if found:
        return _fail(BAD, say("rows_differ", count=len(found), first=found[0]))
    if given.rows:
        print(say("rows_agree"))
    return DONE


def _head(given: argparse.Namespace) -> int:
    with _reading(given.data) as (connection, street):
        row = connection.execute(
            select(t.chain_head.c.seq, t.chain_head.c.hash).where(t.chain_head.c.street == street)
        ).first()
    if row is None:
        return _fail(BAD, say("no_data", path=given.data))
    print(say("head", seq=row.seq, hash=row.hash))
    return DONE


# ---- writing, never beside a running desk ----------------------------------------------------


@contextmanager
def _center(folder: Path, program: str) -> Iterator[Center]:
    with closing(open_center(folder, program=program)) as center:
        yield center


def _found(given: argparse.Namespace) -> int:
    from commandcenter.own import found_own  # what reads sheets and shapes

    words = {one: getattr(given, one) for one in ("name", "code", "lead", "administrator")}
    center, ground = found_own(
        given.data, OwnStreet(**words), given.ground, database=given.database
    )
    with closing(center):
        print(say("founded", name=given.name, street=center.desk.street, path=given.data))
    if given.ground:
        print(say("ground_done", accepted=ground.accepted, refused=len(ground.refused)))
    for one in ground.refused:
        print(say("area_refused", place=one.place, name=one.name, why=why(one.reason)))
    print(say("founded_next", lead=LEAD, administrator=ADMINISTRATOR))
    return DONE


def _grids(given: argparse.Namespace) -> int:
    with _center(given.data, "import grids") as center:
        sheet, _ = import_ground(center.desk, given.file)
    print(say("ground_done", accepted=len(sheet.accepted), refused=len(sheet.refused)))
    for one in sheet.refused:
        print(say("area_refused", place=one.row, name=one.raw, why=why(one.reason)))
    return DONE


def _cases(given: argparse.Namespace) -> int:
    with _center(given.data, "import cases") as center:
        done = import_cases(center.desk, given.file, given.mapping, _progress)
    _told("")
    print(say("cases_done", **{n: getattr(done, n) for n in _COUNTS}))
    for reason, count in done.reasons.most_common():
        print(say("reason", count=count, why=why(reason)))
    compared = done.clock.total()
    if compared:
        print(say("clock", all=compared, share=100 * done.clock[True] / compared))
    if done.flags.total():
        print(say("flags", all=done.flags.total(), differ=done.flags[False]))
    if done.quarantined:
        print(say("batch", batch=done.batch))
    return DONE


_COUNTS = ("rows", "cases", "known", "quarantined")


def _progress(done: CaseImport) -> None:
    _told(f"{done.rows} …")


def _told(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _boundaries(given: argparse.Namespace) -> int:
    with _center(given.data, "import boundaries") as center:
        done = import_boundaries(center.desk, given.file, forced=given.force_datum)
    print(
        say(
            "boundaries_done",
            read=len(done.accepted) + len(done.refused),
            accepted=len(done.accepted),
            changed=done.changed,
            refused=len(done.refused),
        )
    )
    for one in done.refused:
        print(say("area_refused", place=one.index + 1, name=one.name, why=why(one.reason)))
    return DONE


def _simulate(given: argparse.Namespace) -> int:
    plan = FailurePlan(*(getattr(given, name) for name in FailurePlan.__slots__))
    now = utc_now()
    clock = WalkingClock(start_for(now, given.events))
    with closing(open_center(given.data, now=clock, program="simulate")) as center:
        if center.desk.street != load_demo().code:
            return _fail(WRONG, say("not_demo", street=center.desk.street))
        until = None if given.ahead else now
        played = play(center.desk, clock, given.seed, given.events, plan, until)
        zone = center.desk.rules.clock.zone
    refused = sum(played.refused.values())
    print(say("played", events=played.events, refused=refused, doubled=played.doubled))
    begun, ended = (at.astimezone(zone) for at in (played.begun, played.ended))
    if played.events < given.events:
        print(say("caught_up", wanted=given.events))
    print(say("period", begun=f"{begun:%Y-%m-%d %H:%M}", ended=f"{ended:%Y-%m-%d %H:%M}"))
    return DONE


def _serve(given: argparse.Namespace) -> int:
    from commandcenter.server.command_line import serve  # the other verbs start without it

    def told(sentence: str, /, **values: object) -> None:
        print(say(sentence, **values), flush=True)

    opened = open_center(given.data, program="serve", database=given.database, street=given.street)
    with closing(opened) as center:
        if center.founded:
            told("demo_founded", path=given.data)
        serve(given, center.desk, told)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
