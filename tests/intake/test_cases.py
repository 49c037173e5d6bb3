"""Another city's cases: all of Boston's summer, and every way in which a row can be broken."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from commandcenter.app import Center, open_center
from commandcenter.domain.case import Case, CaseState
from commandcenter.intake.aside import UnreadableFile, kept_aside
from commandcenter.intake.cases import CaseImport, case_id, import_cases
from commandcenter.intake.mapping import BadMapping
from commandcenter.services.views import AskCase, AskFind
from commandcenter.storage import tables as t
from commandcenter.storage.codec import instant
from commandcenter.storage.tx import Tx
from commandcenter.storage.verify import verify
from tests.fakes import Room

BOSTON = Path(__file__).resolve().parents[2] / "resources" / "mappings" / "boston.toml"
NEW_YORK = ZoneInfo("America/New_York")
TABLE = "cases-boston/boston311_2011q3.csv"
pytestmark = pytest.mark.timeout(360)  # the whole summer: 20 s alone, beside others minutes


@dataclass(frozen=True)
class Summer:
    """Boston's summer of 2011, imported."""

    center: Center
    done: CaseImport
    file: Path


@pytest.fixture(scope="module")
def summer(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Summer]:
    center = open_center(tmp_path_factory.mktemp("summer") / "street")
    file = shared_data / TABLE
    yield Summer(center, import_cases(center.desk, file, BOSTON), file)
    center.close()


def scalar(center: Center, query: object) -> int:
    with center.database.read.connect() as connection:
        return int(connection.execute(query).scalar_one())  # type: ignore[call-overload]


def test_every_case_of_the_summer_is_taken(summer: Summer) -> None:
    done = summer.done
    assert (done.rows, done.cases, done.known, done.quarantined) == (31_828, 31_828, 0, 0)
    c = t.cases.c
    states = {
        state: scalar(summer.center, select(func.count()).where(c.state == state))
        for state in ("closed", "filed")
    }
    assert states == {"closed": 30_081, "filed": 1_747}
    kinds = select(func.count()).where(t.journal.c.kind == "case_imported")
    assert scalar(summer.center, kinds) == 31_828


def test_the_clock_profile_gives_the_due_times(summer: Summer) -> None:
    clock = summer.done.clock
    assert clock.total() == 13_287
    assert clock[True] / clock.total() >= 0.995


def test_due_and_close_give_every_flag(summer: Summer) -> None:
    with summer.file.open(encoding="utf-8", newline="") as lines:
        rows = [r for r in csv.DictReader(lines) if r["ontime"] and r["target_dt"]]
    flagged = [row for row in rows if row["closed_dt"]]
    assert summer.done.flags == Counter({True: len(flagged)})
    with summer.center.database.read.connect() as connection:
        c = t.cases.c
        times = {
            row.source_number: row.closed_at <= row.due
            for row in connection.execute(
                select(c.source_number, c.closed_at, c.due).where(
                    c.closed_at.is_not(None), c.due.is_not(None)
                )
            )
        }
    wrong = [r for r in flagged if times[r["case_enquiry_id"]] != (r["ontime"] == "ONTIME")]
    assert not wrong


def test_the_storm_has_its_913_cases(summer: Summer) -> None:
    with summer.center.database.read.connect() as connection:
        c = t.cases.c
        found = connection.execute(select(c.reported_at).where(c.imported == 1)).scalars()
        days = Counter(instant(at).astimezone(NEW_YORK).date() for at in found)
    assert days[date(2011, 8, 28)] == 913
    assert max(days, key=lambda day: days[day]) == date(2011, 8, 28)


def test_the_chain_holds_and_tells_no_words(summer: Summer) -> None:
    with summer.center.database.read.connect() as connection:
        assert verify(connection, summer.center.desk.street).good
        told = connection.execute(
            select(func.count()).where(t.journal.c.data.contains("replaced 100 amp fuse"))
        ).scalar_one()
    assert told == 0


def test_imported_cases_stay_out_of_the_figures(summer: Summer) -> None:
    with summer.center.database.read.connect() as connection:
        figures = Tx(connection, summer.center.desk.street).figures()
    assert (figures.filed, figures.closed, figures.open) == (0, 0, 0)


def test_a_case_is_found_by_number_and_words_and_shows_its_own(summer: Summer) -> None:
    desk = summer.center.desk
    key = case_id(desk.street, "B-", "101000295613")
    view = desk.ask(AskCase(case=key), "lead-1")
    assert view.case.number == "B-101000295613"
    assert view.case.state is CaseState.CLOSED
    assert "replaced 100 amp fuse" in view.words
    for text in ("B-101000295613", "replaced 100 amp fuse"):
        assert key in [line.id for line in desk.ask(AskFind(text=text), "lead-1").lines]


def test_the_same_file_again_adds_nothing(summer: Summer) -> None:
    before = scalar(summer.center, select(func.count()).select_from(t.journal))
    again = import_cases(summer.center.desk, summer.file, BOSTON)
    assert (again.rows, again.cases, again.known, again.quarantined) == (31_828, 0, 31_828, 0)
    assert scalar(summer.center, select(func.count()).select_from(t.journal)) == before


def test_a_second_city_needs_a_file_and_no_code(room: Room, shared_data: Path) -> None:
    table = shared_data / "cases-nyc" / "nyc311_20220501_first2hours.csv"
    done = import_cases(room.desk, table, BOSTON.with_name("newyork.toml"))
    assert (done.rows, done.cases, done.quarantined) == (924, 924, 0)
    case = room.case(case_id(room.desk.street, "NYC-", "54049402"))
    assert (case.state, case.item) == (CaseState.FILED, "21-909")
    assert case.reported_at == datetime(2022, 5, 1, 0, 0, 3, tzinfo=NEW_YORK)


# ---- broken rows ----------------------------------------------------------------------------

MAPPING = """
name = "small"
prefix = "K-"
[columns]
id = "id"
opened = "opened"
due = "due"
closed = "closed"
status = "state"
in_time = "flag"
item = "what"
unit = "who"
lon = "x"
lat = "y"
place = "where"
words = ["words"]
[times]
format = "%Y-%m-%d %H:%M"
zone = "America/New_York"
[status]
open = ["open"]
closed = ["closed"]
[in_time]
yes = ["y"]
no = ["n"]
[items]
default = "01-99"
"""
HEAD = ("id", "opened", "due", "closed", "state", "flag", "what", "who", "x", "y", "where", "words")
GOOD = {
    "id": "7",
    "opened": "2011-07-01 10:00",
    "due": "2011-07-04 10:00",
    "closed": "2011-07-02 10:00",
    "state": "closed",
    "flag": "y",
    "what": "tree",
    "who": "parks",
    "x": "113.43",
    "y": "22.95",
    "where": "a street",
    "words": "a tree fell",
}


def line(**changes: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow({**GOOD, **changes}[name] for name in HEAD)
    return text.getvalue().encode()


def imported(room: Room, folder: Path, body: bytes) -> tuple[CaseImport, list[tuple[str, str]]]:
    mapping, file = folder / "small.toml", folder / "small.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    file.write_bytes(",".join(HEAD).encode() + b"\n" + body)
    done = import_cases(room.desk, file, mapping)
    with room.center.database.read.connect() as connection:
        kept = kept_aside(Tx(connection, room.desk.street), done.batch)
    assert done.rows == done.cases + done.known + done.quarantined
    return done, [(one.reason, one.raw) for one in kept]


BROKEN = {
    "no_id": line(id=" "),
    "bad_id": line(id="../7\t8"),
    "columns": b"7,2011-07-01 10:00\n",
    "encoding": line(words="caf").replace(b"caf", b"caf\xe9"),
    "control": line(words="a\x00b"),
    "formula": line(words="=cmd|' /C calc'!A0"),
    "too_long": line(words="x" * 10_000_000),
    "quote": b'7,"open\n',
    "time": line(opened="2011-02-30 10:00"),
    "future": line(opened="2031-01-01 10:00", closed="2031-01-02 10:00"),
    "closed_before_opened": line(closed="2011-06-30 10:00"),
    "status": line(state="perhaps"),
    "flag": line(flag="maybe"),
    "number": line(x="east"),
    "place_half": line(x=""),
    "place_off_world": line(y="91"),
}


@pytest.mark.parametrize("reason", BROKEN)
def test_a_broken_row_goes_aside_with_its_reason(room: Room, tmp_path: Path, reason: str) -> None:
    done, kept = imported(room, tmp_path, line(id="1") + BROKEN[reason] + line(id="2"))
    assert (done.rows, done.cases, done.quarantined) == (3, 2, 1)
    assert [one for one, _ in kept] == [reason]
    assert 0 < len(kept[0][1]) < 70_000
    assert dict(done.reasons) == {reason: 1}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"opened": ""}, "time"),
        ({"opened": "1811-07-01 10:00"}, "time"),
        ({"opened": "2011-03-13 02:30", "closed": ""}, "time"),  # skipped by the change of clocks
        ({"due": "=1+1"}, "formula"),
        ({"where": "@SUM(A1)"}, "formula"),
        ({"what": "+tree"}, "formula"),
        ({"closed": ""}, "status"),
        ({"state": "open"}, "status"),
        ({"x": "nan"}, "place_off_world"),
        ({"x": "1e400"}, "number"),
        ({"x": "-180.5"}, "place_off_world"),
        ({"where": "x" * 201}, "too_long"),
        ({"id": "x" * 41}, "bad_id"),
    ],
)
def test_other_faults(room: Room, tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    done, _ = imported(room, tmp_path, line(**changes))
    assert dict(done.reasons) == {reason: 1}


def test_a_doubled_id_is_taken_once(room: Room, tmp_path: Path) -> None:
    done, kept = imported(room, tmp_path, line() + line(what="other"))
    assert (done.cases, [one for one, _ in kept]) == (1, ["doubled_id"])


def test_the_quarantine_of_the_same_file_is_not_doubled(room: Room, tmp_path: Path) -> None:
    first = imported(room, tmp_path, line() + BROKEN["time"])
    again = imported(room, tmp_path, line() + BROKEN["time"])
    assert (again[0].known, again[0].quarantined) == (1, 1)
    assert again[1] == first[1]


def test_an_open_row_becomes_a_filed_case_that_can_be_sent(room: Room, tmp_path: Path) -> None:
    imported(room, tmp_path, line(closed="", state="open", flag=""))
    case = room.case(case_id(room.desk.street, "K-", "7"))
    assert (case.state, case.lead_unit, case.imported) == (CaseState.FILED, None, True)
    assert case.due == datetime(2011, 7, 4, 10, tzinfo=NEW_YORK)
    assert case.grid is not None and case.community == case.grid[:12]


def test_an_import_that_was_stopped_goes_on_where_it_was(room: Room, tmp_path: Path) -> None:
    mapping, file = tmp_path / "m.toml", tmp_path / "f.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    body = b"".join(line(id=str(n)) for n in range(1_200))
    file.write_bytes(",".join(HEAD).encode() + b"\n" + body)

    def stop(done: CaseImport) -> None:
        if done.rows > 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_cases(room.desk, file, mapping, stop)
    done = import_cases(room.desk, file, mapping)
    assert (done.rows, done.cases, done.known) == (1_200, 200, 1_000)


def test_what_the_street_lacks_is_refused_before_the_first_row(room: Room, tmp_path: Path) -> None:
    mapping, file = tmp_path / "m.toml", tmp_path / "f.csv"
    file.write_bytes(",".join(HEAD).encode() + b"\n" + line())
    for old, new in (('"01-99"', '"77-77"'), ("[items]", '[units]\ndefault = "moon"\n[items]')):
        mapping.write_text(MAPPING.replace(old, new), encoding="utf-8")
        with pytest.raises(BadMapping):
            import_cases(room.desk, file, mapping)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xff\xfei\x00d\x00", "utf16"),
        (b"id,what\n1,2\n", "header"),
        (b"\xff\xff,x\n", "header"),
        (None, "missing"),
    ],
)
def test_a_file_that_is_no_table(
    room: Room, tmp_path: Path, data: bytes | None, reason: str
) -> None:
    mapping, file = tmp_path / "m.toml", tmp_path / "f.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        import_cases(room.desk, file, mapping)
    assert caught.value.reason == reason


CELLS = st.one_of(
    st.sampled_from([*GOOD.values(), "", "=x", "nan", "-200", '"', "\x00", "2011-13-01 00:00"]),
    st.text(max_size=12),
)
ROWS = st.one_of(
    st.builds(lambda **f: line(**f), **{name: CELLS for name in ("id", "opened", "x", "words")}),
    st.binary(max_size=60).map(lambda raw: raw + b"\n"),
    st.sampled_from([line(), *(raw for key, raw in BROKEN.items() if key != "too_long")]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROWS, max_size=8).map(b"".join))
def test_whatever_the_rows_none_is_lost(room: Room, tmp_path: Path, body: bytes) -> None:
    done, kept = imported(room, tmp_path, body)
    assert len(kept) == done.quarantined
    with room.center.database.read.connect() as connection:
        assert verify(connection, room.desk.street).good
        assert all(one.number for one in Tx(connection, room.desk.street).find(Case))
