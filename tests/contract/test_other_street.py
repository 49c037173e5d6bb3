"""Two streets in one database: whatever is aimed at the other one's things does not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from commandcenter.domain import commands as c
from commandcenter.domain.commands.tables import SETTING
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.item import CATALOGUE
from commandcenter.domain.person import Person
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Role
from commandcenter.domain.task import TaskKind
from commandcenter.server.client import RemoteDesk
from commandcenter.server.registry import COMMANDS
from commandcenter.services import views as v
from commandcenter.services.desk import Desk
from commandcenter.services.founding import Founding, found
from commandcenter.services.rules import item_row
from commandcenter.storage.pictures import PictureStore
from commandcenter.storage.reference import SettingRow
from commandcenter.storage.tables import METADATA
from tests import walks
from tests.contract.who import ASKS, DOES, made, questions, roles
from tests.fakes import Room, local
from tests.server.rooms import WORD, give_password, serving

OTHER = "440113999"
NAMES_NOTHING = {
    *("TakeSeat", "FollowRoster", "PublishDuties", "SetPattern", "RecordNotice"),
    *("SetKit", "SetSpot", "SetPlan", "ProposeSwitch"),
}
"""Commands that name nothing of a street, or make what they name."""

WELL_ASKED: dict[str, dict[str, Any]] = {
    "AskSwitchPreview": {"kind": EventKind.TYPHOON, "level": Response.IV},
    "AskPlan": {"kind": EventKind.TYPHOON},
    "AskReel": {"since": local("2025-09-29 00:00"), "until": local("2025-09-30 00:00")},
}
"""What a question wants besides, to be one that has an answer."""

TABLES_SAY = {"line_changed", "line_wrong", "line_stays", "last_administrator"}
"""How a table refuses lines that are not its own."""


@pytest.fixture(params=("sqlite", "postgres"))
def home(request: pytest.FixtureRequest) -> Room:
    """The demo street, on a store that keeps several."""
    name = request.param
    if name == "sqlite":
        made_room: Room = request.getfixturevalue("sqlite_home")
        return made_room
    return request.getfixturevalue("open_town")()


@pytest.fixture
def sqlite_home(founded: Path, tmp_path: Path) -> Iterator[Room]:
    """The demo street in a file."""
    import shutil

    from tests.fakes import open_room

    shutil.copytree(founded, tmp_path / "home")
    room = open_room(tmp_path / "home")
    yield room
    room.center.close()


@pytest.fixture
def next_door(home: Room, tmp_path: Path) -> Desk:
    """Another street's desk on the same database, with one person for each role."""
    people = [Person(street=OTHER, id=f"b-{role}", roles=(role,)) for role in Role]
    name = SettingRow(street=OTHER, id="name", value="邻街")
    database = home.center.database
    items = [item_row(OTHER, one) for one in CATALOGUE]
    found(database, Founding(street=OTHER, rows=(*people, name, *items)), home.clock.at)
    return Desk(database, OTHER, b"k" * 32, PictureStore(tmp_path / "b"), home.desk.now)


def worked(room: Room) -> dict[str, Any]:
    """A complaint in the midst of its work; what commands and questions can name of it."""
    case = walks.filed(room, caller_name="欧阳静姝", caller_phone="13926158743")
    who = "leader-team-surface"
    room.do(c.DispatchCase, "dispatch-1", case=case, lead_unit="enforcement",
            kind=TaskKind.ENFORCE, team="team-surface",
            officers=("officer-surface-1", "officer-surface-2"))  # fmt: skip
    room.do(c.SignTask, who, case=case, task=room.lead_task(case))
    room.do(c.OpenDocket, who, case=case, kind=DocketKind.CRIME, decision="")
    room.do(c.AskRequest, who, case=case, kind=RequestKind.EXTENSION, reason="x", limit="1wh")
    room.do(c.AddNote, "intake-1", case=case, words="已约下午", pictures=(room.picture(),))
    view, now = room.view(case), room.desk.ask(v.AskBoard(), "lead-1")
    return {
        "case": case, "seen": view.case.version, "into": case, "task": view.tasks[0].id,
        "request": view.requests[0].id, "docket": view.dockets[0].id,
        "team": now.teams[0].id, "officer": now.officers[0].id, "person": "lead-1",
        "verifier": "member-070", "checker": walks.CHECKER, "leader": "duty-1",
        "reporter": "member-070", "unit": "enforcement", "lead_unit": "enforcement",
        "units": ("enforcement",), "grid": view.case.grid, "sha256": view.pictures[0].sha256,
        "lon": view.case.lon, "lat": view.case.lat, "phone": "13926158743", "words": "垃圾堆",
        "kind": TaskKind.HANDLE, "people": (view.case.id,),
    }  # fmt: skip


def rows_of(desk: Desk, street: str) -> str:
    """Everything that one street has in the database."""
    with desk.database.read.begin() as connection:
        return repr([
            sorted(map(repr, connection.execute(select(one).where(one.c.street == street))))
            for one in METADATA.sorted_tables
        ])  # fmt: skip


def aimed(name: str, told: dict[str, Any], home: Room) -> Any:
    """The command at the other street's things; a table's at the other street's lines."""
    kind = COMMANDS[name]
    if not issubclass(kind, c.SetPeople.__bases__[0]):
        own = {"kind"} if name in ("OpenDocket", "AskRequest") else set()
        return made(kind, **{key: one for key, one in told.items() if key not in own})
    table = next(one for one, setting in SETTING.items() if setting is kind)
    lines = home.desk.ask(v.AskTables(), "admin-1").lines(table)
    return kind(rows=lines[1:], seen=lines)


def test_every_command_at_another_streets_things_finds_nothing(home: Room, next_door: Desk) -> None:
    told = worked(home)
    before, own = rows_of(next_door, home.desk.street), rows_of(next_door, OTHER)
    for name in DOES.keys() - NAMES_NOTHING:
        for role in roles(DOES[name]):
            with pytest.raises(Refusal) as said:
                next_door.do(aimed(name, told, home), f"b-{role}")
            code = said.value.code
            table = name.startswith("Set") and code in TABLES_SAY
            assert table or code.startswith("no_such_"), (name, role, code, said.value)
            assert "石碁" not in str(said.value) and "欧阳" not in str(said.value)
    assert rows_of(next_door, home.desk.street) == before
    assert rows_of(next_door, OTHER) == own


def test_every_question_about_another_streets_things_tells_nothing(
    home: Room, next_door: Desk
) -> None:
    told = worked(home)
    number = str(home.case(told["case"]).number)
    marks = [told[one] for one in ("case", "task", "request", "docket", "team", "officer")]
    marks += [number, "欧阳静姝", "13926158743", "祠堂东街", home.desk.street]
    for name, kind in questions().items():
        for role in roles(ASKS[name]):
            for text in (number, "13926158743", "祠堂东街", told["grid"]):
                given = {**told, "text": text, "unit": None, "kind": None, "team": None}
                given |= WELL_ASKED.get(name, {})
                answer = _answer(next_door, made(kind, **given), f"b-{role}")
                found_marks = [one for one in marks if str(one) in answer]
                assert found_marks == [], (name, role, text)
    assert {one.street for one in next_door.changes(0).entries} == {OTHER}


def _answer(desk: Desk, question: Any, who: str) -> str:
    """What is told, in words; a refusal only if the thing does not exist."""
    try:
        return repr(desk.ask(question, who))
    except Refusal as refusal:
        assert refusal.code.startswith("no_such_"), (question, refusal)
        return ""


def test_a_streets_sessions_and_passwords_open_no_other_streets_server(
    home: Room, next_door: Desk
) -> None:
    give_password(home.desk, "lead-1")
    give_password(next_door, "b-shift_lead")
    with serving(home.desk) as here, serving(next_door) as there:
        seats = RemoteDesk(here.url), RemoteDesk(there.url)
        try:
            _doors(*seats)
        finally:
            for one in seats:
                one.close()


def _doors(here: RemoteDesk, there: RemoteDesk) -> None:
    here.login("lead-1", WORD)
    there.login("b-shift_lead", WORD)
    asks: tuple[Callable[[], Any], ...] = (
        lambda: there.login("lead-1", WORD),
        lambda: here.login("b-shift_lead", WORD),
    )
    for ask in asks:
        with pytest.raises(Refusal, match="login_wrong"):
            ask()
    there._tokens["lead-1"] = here._tokens["lead-1"]
    for call in (
        lambda: there.ask(v.AskBoard(), "lead-1"),
        lambda: there.do(c.TakeSeat(seat="1"), "lead-1"),
    ):
        with pytest.raises(Refusal, match="login_needed"):
            call()
    assert here.ask(v.AskReference(), "lead-1") != there.ask(v.AskReference(), "b-shift_lead")
