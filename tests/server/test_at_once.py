"""What is taken away from somebody who is logged in is gone at once, over the server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commandcenter.domain.commands import BarPerson, FileCase, SetPassword, SetPeople
from commandcenter.domain.refusal import Refusal
from commandcenter.server.client import RemoteDesk
from commandcenter.server.serve import Standing
from commandcenter.services.views import AskBoard, AskTables
from tests.fakes import Room
from tests.server.rooms import WORD, seat, until


def give(admin: RemoteDesk, person: str, *roles: str, unit: str = "") -> None:
    """The administrator gives the person these roles and no other."""
    lines = admin.ask(AskTables(), "admin-1").people
    (old,) = [one for one in lines if one.id == person]
    new = replace(old, roles=roles, unit=unit, on_shift=bool(roles))
    admin.do(SetPeople(rows=(new,), seen=(old,)), "admin-1")


def test_a_role_that_is_taken_away_is_gone_with_the_next_step(
    standing: Standing, room: Room
) -> None:
    case = room.report()
    with seat(standing.url, "lead-1") as lead, seat(standing.url, "admin-1") as admin:
        assert case in [one.id for one in lead.ask(AskBoard(), "lead-1").cases]
        give(admin, "lead-1", "unit", unit="water")
        with pytest.raises(Refusal, match="no_right"):
            lead.do(FileCase(case=case, seen=1), "lead-1")
        assert lead.ask(AskBoard(), "lead-1").cases == ()
        here = room.desk.changes(0, 10_000).seq
        until(lambda: lead.changes(0).seq >= here)
        told = room.report()  # the feed tells a unit nothing of it, but goes on
        until(lambda: lead.changes(here).seq > here)
        assert told not in str(lead.changes(here))
        assert room.view(case, "intake-1").case.number is None


def test_who_has_no_role_left_is_shown_nothing_and_the_feed_ends(
    standing: Standing, room: Room
) -> None:
    with seat(standing.url, "lead-1") as lead, seat(standing.url, "admin-1") as admin:
        give(admin, "lead-1")
        for ask in (lambda: lead.ask(AskBoard(), "lead-1"), lambda: lead.do(
            FileCase(case="x", seen=1), "lead-1")):  # fmt: skip
            with pytest.raises(Refusal, match="no_right"):
                ask()
        until(lambda: not lead.link.connected)


def test_who_is_barred_is_out_at_every_seat_with_the_next_step(
    standing: Standing, room: Room
) -> None:
    with (
        seat(standing.url, "lead-1") as one,
        seat(standing.url, "lead-1") as two,
        seat(standing.url, "admin-1") as admin,
    ):
        admin.do(BarPerson(person="lead-1"), "admin-1")
        for desk in (one, two):
            with pytest.raises(Refusal, match="login_needed"):
                desk.ask(AskBoard(), "lead-1")
            until(lambda desk=desk: desk.link.refusal and desk.link.refusal.code == "login_needed")
            with pytest.raises(Refusal, match="login_barred"):
                desk.login("lead-1", WORD)


def test_a_new_password_ends_the_other_sessions_at_once(standing: Standing) -> None:
    with seat(standing.url, "lead-1") as one, seat(standing.url, "lead-1") as two:
        new = "另一个口令-9911"
        one.do(SetPassword(person="lead-1", password=new, old=WORD), "lead-1")
        with pytest.raises(Refusal, match="login_needed"):
            two.ask(AskBoard(), "lead-1")
        with pytest.raises(Refusal, match="login_wrong"):
            two.login("lead-1", WORD)
        assert one.login("lead-1", new) == "lead-1"


def test_guesses_at_the_door_lock_it_and_throw_nobody_out(standing: Standing) -> None:
    with seat(standing.url, "lead-1") as sitting, seat(standing.url) as guesser:
        for _ in range(5):
            with pytest.raises(Refusal, match="login_wrong"):
                guesser.login("lead-1", "wrong")
        with pytest.raises(Refusal, match="login_locked"):
            guesser.login("lead-1", WORD)
        assert sitting.ask(AskBoard(), "lead-1").seq  # else five guesses would empty a seat
