"""A seat's desk without its link: what it knows, what it keeps, whose it is, who gets back in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from commandcenter.domain.commands import (
    AddNote,
    FileCase,
    FreezeHandover,
    Picture,
    SetItems,
    SignHandover,
    UnlockPerson,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.tables import Table, key_of
from commandcenter.outbox import Outbox
from commandcenter.seat import SeatDesk
from commandcenter.server.serve import Standing
from commandcenter.services.handover_views import AskHandover
from commandcenter.services.views import (
    AskAccounts,
    AskBoard,
    AskCandidates,
    AskCase,
    AskReference,
    AskTables,
)
from commandcenter.unsent_pictures import UnsentPictures
from commandcenter.vault import person_vault
from commandcenter.waiting import Waiting
from tests.fakes import PNG, Room
from tests.server.rooms import WORD, give_password, seat, until
from ui.tour.relay import Relay


@pytest.fixture
def proxy(standing: Standing) -> Iterator[Relay]:
    """A way to the server that a test may close."""
    with Relay(int(standing.url.rsplit(":", 1)[1])) as made:
        yield made


@contextmanager
def seated(url: str, folder: Path, person: str = "intake-1") -> Iterator[SeatDesk]:
    """A seat at which a person is logged in, the board read and the feed heard."""
    desk = SeatDesk(url, None, folder)
    try:
        desk.login(person, WORD)
        told(desk, AskReference(), person)
        board = told(desk, AskBoard(), person)
        until(lambda: desk.connected)
        desk.seq = board.seq
        yield desk
    finally:
        desk.close()


def told(desk: SeatDesk, query: object, person: str) -> Any:
    """The answer, when it comes: a loaded machine takes longer than a seat waits for a link."""
    found: list[object] = []

    def asked() -> list[object]:
        try:
            found.append(desk.ask(query, person))
        except Refusal as said:
            if said.code != "no_link":
                raise
        return found

    return until(asked)[0]


def cut(proxy: Relay, desk: SeatDesk) -> None:
    """Lose the link, and be past the moments in which it may still be on its way."""
    proxy.closed.set()
    proxy.cut()
    until(lambda: desk.lost)


def mend(proxy: Relay, desk: SeatDesk) -> None:
    proxy.closed.clear()
    until(lambda: desk.connected)


def code_of(call: Callable[..., object], *given: object) -> str:
    """The code of the refusal that the call ends with."""
    with pytest.raises(Refusal) as said:
        call(*given)
    return said.value.code


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def pictures_in(folder: Path) -> list[Path]:
    return list(folder.rglob("picture-*"))


def test_a_picture_added_without_a_link_goes_before_the_command_that_names_it(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    folder, case = tmp_path / "seat", room.report()
    with seated(proxy.url, folder) as desk:
        version = desk.ask(AskCase(case=case), "intake-1").case.version
        cut(proxy, desk)
        shot = Picture(sha256=desk.keep_picture(PNG), kind="scene")
        note = AddNote(case=case, seen=version, words="断线时拍的", pictures=(shot,))
        assert desk.do(note, "intake-1") == Waiting(case)
        assert code_of(room.desk.pictures.read, shot.sha256) == "no_such_picture"
    assert PNG[:20] not in on_disk(folder) and len(pictures_in(folder)) == 1
    proxy.closed.clear()
    with seated(proxy.url, folder) as desk:  # another process: the first one was killed
        assert [one.command for one in desk.unsent] == [note]
        until(lambda: desk.send_waiting() == 1)
        assert desk.unsent == () and pictures_in(folder) == []
    assert room.desk.pictures.read(shot.sha256) == PNG
    assert [one.sha256 for one in room.view(case).pictures] == [shot.sha256]


def test_a_picture_kept_without_a_link_is_sent_with_a_form_given_after_it_is_back(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    case = room.report()
    with seated(proxy.url, tmp_path / "seat") as desk:
        version = desk.ask(AskCase(case=case), "intake-1").case.version
        cut(proxy, desk)
        shot = Picture(sha256=desk.keep_picture(PNG), kind="scene")
        mend(proxy, desk)
        desk.do(AddNote(case=case, seen=version, words="已恢复", pictures=(shot,)), "intake-1")
    assert [one.sha256 for one in room.view(case).pictures] == [shot.sha256]


def test_pictures_that_wait_are_of_the_allowed_kind_and_size(tmp_path: Path) -> None:
    vault = person_vault(tmp_path, "intake-1", WORD)
    pictures = UnsentPictures(vault, most=len(PNG) + 10)
    assert code_of(pictures.keep, b"GIF89a") == "picture_kind"
    assert code_of(pictures.keep, PNG + bytes(10 * 1024 * 1024)) == "picture_size"
    kept = pictures.keep(PNG)
    assert pictures.keep(PNG) == kept
    assert code_of(UnsentPictures(vault, most=len(PNG) + 10).keep, PNG + b"1") == "unsent_full"
    Outbox(vault, lambda: None)  # a seat that starts lets go of what no command names
    assert pictures_in(tmp_path) == []


def test_a_case_never_opened_is_known_by_its_line_and_an_opened_one_whole(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    opened, other = room.report(), room.report()
    with seated(proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        view = desk.ask(AskCase(case=opened), "dispatch-1")
        room.do(FileCase, "lead-1", case=other)
        until(lambda: any(one.id == other for one in desk.changes(desk.seq).cases))
        cut(proxy, desk)
        assert desk.ask(AskCase(case=opened), "dispatch-1") == view and desk.whole(opened)
        line = desk.ask(AskCase(case=other), "dispatch-1")
        assert not desk.whole(other)
        assert (line.case.version, line.case.state) == (
            room.case(other).version,
            room.case(other).state,
        )
        assert line.story == () and "DispatchCase" in [one.command for one in line.moves]
        proposed = desk.ask(AskCandidates(case=other), "dispatch-1")
        assert (
            proposed.proposed_unit
            == room.desk.ask(AskCandidates(case=other), "dispatch-1").proposed_unit
        )
        assert proposed.candidates == () and proposed.findings == ()
        assert code_of(desk.ask, AskCase(case="nobody's"), "dispatch-1") == "no_link"


def test_a_case_that_changed_after_it_was_opened_shows_its_newest_line(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    case = room.report()
    with seated(proxy.url, tmp_path / "seat", "dispatch-1") as desk:
        story = desk.ask(AskCase(case=case), "dispatch-1").story
        room.do(FileCase, "lead-1", case=case)
        until(lambda: any(one.id == case for one in desk.changes(desk.seq).cases))
        cut(proxy, desk)
        found = desk.ask(AskCase(case=case), "dispatch-1")
        assert found.case.number == room.case(case).number and found.story == story
        assert not desk.whole(case)


def test_what_is_given_up_stays_with_its_reason_and_can_be_given_again(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    case = room.report()
    with seated(proxy.url, tmp_path / "seat") as desk:
        version = desk.ask(AskCase(case=case), "intake-1").case.version
        cut(proxy, desk)
        note = AddNote(case=case, seen=version, words="断线时写的")
        desk.do(note, "intake-1")
        desk.outbox.drop(note.id, "已由他人办理")
        assert desk.unsent == () and not desk.waiting
        mend(proxy, desk)
        assert desk.send_waiting() == 0
        assert [one.dropped for one in desk.dropped] == ["已由他人办理"]
        desk.outbox.again(note.id, version)
        assert desk.send_waiting() == 1 and desk.dropped == ()
    assert [one.words for one in room.view(case).story if one.entry.kind == "note_added"] == [
        "断线时写的"
    ]


def test_what_one_person_left_is_theirs_alone(room: Room, proxy: Relay, tmp_path: Path) -> None:
    case = room.report()
    with seated(proxy.url, tmp_path / "seat") as desk:
        version = desk.ask(AskCase(case=case), "intake-1").case.version
        cut(proxy, desk)
        for words in ("第一条", "第二条"):
            desk.do(AddNote(case=case, seen=version, words=words), "intake-1")
        room.do(FileCase, "lead-1", case=case)  # what waits is stale now
        mend(proxy, desk)
        desk.login("dispatch-1", WORD)
        assert desk.person == "dispatch-1" and desk.unsent == ()
        assert desk.left_by(("intake-1", "dispatch-1", "lead-1")) == ("intake-1",)
        stray = AddNote(case=case, seen=version, words="换人时还在手上")
        assert code_of(desk.do, stray, "intake-1") == "login_needed"
        desk.login("intake-1", WORD)
        assert [one.refused.code for one in desk.unsent if one.refused] == ["stale", "stale"]
        assert desk.left_by(("intake-1", "dispatch-1")) == ()


def test_what_waits_goes_out_before_somebody_else_sits_down(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    case = room.report()
    with seated(proxy.url, tmp_path / "seat") as desk:
        version = desk.ask(AskCase(case=case), "intake-1").case.version
        cut(proxy, desk)
        desk.do(AddNote(case=case, seen=version, words="交班前写的"), "intake-1")
        mend(proxy, desk)
        desk.login("dispatch-1", WORD)
        assert desk.left_by(("intake-1",)) == ()
    line = next(one for one in room.view(case).story if one.entry.kind == "note_added")
    assert (line.words, line.entry.who) == ("交班前写的", "intake-1")


def test_wrong_passwords_at_the_cover_lock_the_account(
    room: Room, proxy: Relay, tmp_path: Path
) -> None:
    with seated(proxy.url, tmp_path / "seat") as desk:
        for _ in range(5):
            assert code_of(desk.unlock, "not the word") == "login_wrong"
        assert code_of(desk.unlock, WORD) == "login_locked"
        with pytest.raises(Refusal, match="login_locked"), seat(proxy.url, "intake-1"):
            pass
        room.desk.do(UnlockPerson(person="intake-1"), "admin-1")
        desk.unlock(WORD)


def test_wrong_passwords_at_the_cover_count_without_a_link_too(
    proxy: Relay, tmp_path: Path
) -> None:
    with seated(proxy.url, tmp_path / "seat") as desk:
        cut(proxy, desk)
        assert code_of(desk.unlock, "not the word") == "login_wrong"
        desk.unlock(WORD)
        for _ in range(5):
            assert code_of(desk.unlock, "not the word") == "login_wrong"
        assert code_of(desk.unlock, WORD) == "login_locked"


def test_a_seats_rules_follow_the_tables(room: Room, standing: Standing) -> None:
    with seat(standing.url, "lead-1") as desk:
        assert not desk.rules.item("01-02").void
        lines = room.desk.ask(AskTables(), "admin-1").lines(Table.ITEMS)
        old = next(one for one in lines if key_of(Table.ITEMS, one) == "01-02")
        room.do(SetItems, "admin-1", rows=(replace(old, void=True),), seen=(old,))
        until(lambda: desk.rules.item("01-02").void)


def test_somebody_else_signs_at_the_seat_and_nobody_gets_up(
    room: Room, standing: Standing, tmp_path: Path
) -> None:
    """Two sign a handover at one seat: a session for one command, counted like any login."""
    give_password(room.desk, "lead-1", "lead-2")
    with seated(standing.url, tmp_path / "seat", "lead-2") as desk:
        record = room.do(FreezeHandover, "lead-1", incoming="lead-2").subject
        command = SignHandover(handover=record, password=WORD)
        assert code_of(desk.do_as, command, "lead-1", "not the word") == "login_wrong"
        desk.do_as(command, "lead-1", WORD)
        found = room.desk.ask(AskHandover(handover=record), "lead-1").handover
        assert found.out_signed_at and not found.in_signed_at and desk.person == "lead-2"
        desk.do(SignHandover(handover=record, password=WORD), "lead-2")
        assert room.desk.ask(AskHandover(handover=record), "lead-1").good
        until(lambda: desk.connected)
        accounts = desk.ask(AskAccounts(), "lead-2").people
        assert [one.seats for one in accounts] == [1]
        assert code_of(desk.ask, AskAccounts(), "lead-1") == "login_needed"


def test_a_link_that_stutters_refuses_nothing(room: Room, proxy: Relay, tmp_path: Path) -> None:
    with seated(proxy.url, tmp_path / "seat", "lead-1") as desk:
        for number in range(20):
            case = room.report()
            version = told(desk, AskCase(case=case), "lead-1").case.version
            proxy.cut()
            seen = monotonic() + 0.5 * (number % 2)  # half of them once the seat has noticed
            while desk.connected and monotonic() < seen:
                sleep(0.001)
            desk.do(FileCase(case=case, seen=version), "lead-1")
            until(lambda: desk.connected)
        cut(proxy, desk)
        until(
            lambda: code_of(desk.do, FileCase(case=case, seen=version), "lead-1") == "not_offline"
        )
