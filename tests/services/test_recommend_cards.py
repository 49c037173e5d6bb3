"""Run cards beside the ranking, tried on past cases; and overrules counted by their reason."""

from __future__ import annotations

from typing import Any

import pytest

from commandcenter.domain.commands import (
    ArriveTask,
    DispatchCase,
    DispatchJoint,
    Reason,
    SignTask,
    UndoCase,
)
from commandcenter.domain.joint import JointKind, JointPart
from commandcenter.domain.overrule import Overrule, overruled
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import TaskKind
from commandcenter.services.sending_views import AskOverrules, AskTrial, CardTrial
from tests import walks
from tests.fakes import Room
from tests.services.ground import card, named, order, stands, view


def send(room: Room, case: str, team: str, **fields: Any) -> str:
    """Dispatch with the first two officers of the team, a handling."""
    short = team.removeprefix("team-")
    given = {"lead_unit": "enforcement", "kind": TaskKind.HANDLE, "team": team}
    given["officers"] = (f"officer-{short}-1",)
    return room.do(DispatchCase, "dispatch-1", case=case, **given | fields).subject


def test_a_card_proposes_unit_kind_crews_and_what_is_short(room: Room) -> None:
    card(room, item="05", lead="enforcement", kind=TaskKind.PATROL, co_units=("police", "nowhere"),
         notify=("police", "fire"), crews=("mobile:1", "enterprise:2"), officers=3,
         equipment=("无人机", "执法车"))  # fmt: skip
    case = walks.filed(room, item="05-08")
    found = view(room, case)
    assert (found.proposed_unit, found.kind) == ("enforcement", TaskKind.PATROL)
    offer = found.card
    assert offer is not None and (offer.co_units, offer.notify) == (("police",), ("fire",))
    assert [(one.kind, one.wanted, one.teams, one.short) for one in offer.crews] == [
        ("mobile", 1, ("team-mobile",), 0),
        ("enterprise", 2, ("team-enterprise",), 1),
    ]
    assert ("crews_short", "enterprise:1") in found.shortfalls
    assert ("equipment_missing", "无人机") in found.shortfalls
    reasons = dict(named(found, "team-surface").reasons)
    assert (reasons["other_kind"], reasons["equipment"]) == ("street_surface", "执法车")
    assert dict(named(found, "team-mobile").reasons)["few_officers"] == "1/3"
    assert len(named(found, "team-enterprise").officers) == 3


def test_equipment_makes_a_farther_team_the_first(room: Room) -> None:
    card(room, item="05-01", lead="enforcement", kind=TaskKind.HANDLE)
    case = walks.filed(room, item="05-01")
    stands(room, "team-mobile", 100, 0)
    stands(room, "team-surface", 900, 0)
    assert order(view(room, case))[0] == "team-mobile"
    card(room, item="05-01", lead="enforcement", kind=TaskKind.HANDLE, equipment=("扩音器",))
    assert order(view(room, case))[0] == "team-surface"


def test_a_card_of_another_hour_or_one_that_is_off_says_nothing(room: Room) -> None:
    case = walks.filed(room, item="05-01")
    for fields in ({"hours": "22:00-06:00"}, {"on": False}, {"communities": ("440113120999",)}):
        card(room, item="05-01", lead="police", **fields)
        assert view(room, case).card is None
    room.clock.set("23:30")
    card(room, item="05-01", lead="police", hours="22:00-06:00")
    found = view(room, case)
    assert found.card is not None and found.proposed_unit == "police"
    assert found.first is None  # no team of the unit's that should lead


@pytest.mark.parametrize(
    ("first", "team", "code", "good"),
    [
        (None, "b", None, True),
        ("a", "a", None, True),
        ("a", "b", "on_the_way", True),
        ("a", None, "other", True),
        ("a", "b", None, False),
        ("a", "b", "because", False),
        ("a", "a", "on_the_way", False),
        (None, "b", "on_the_way", False),
    ],
)
def test_another_team_than_the_first_wants_a_code(
    first: str | None, team: str | None, code: str | None, good: bool
) -> None:
    if good:
        expected = Overrule(code) if code else None
        assert overruled(first, team, code) is expected
        return
    with pytest.raises(Refusal) as said:
        overruled(first, team, code)
    assert said.value.code == "overrule_reason"


def test_overrules_are_counted_by_reason_and_those_who_followed_too(room: Room) -> None:
    cases = [walks.filed(room, item="05-01") for _ in range(5)]
    first = view(room, cases[0]).first
    assert first == "team-surface"
    send(room, cases[0], "team-surface", first=first)
    for case in cases[1:3]:
        send(room, case, "team-mobile", first=first, overruled="local_knowledge")
    send(room, cases[3], "team-enterprise", first=first, overruled="other",
         reasons=(Reason(code="overruled", words="群众点名要这一组"),))  # fmt: skip
    send(room, cases[4], "team-enterprise")
    found = room.desk.ask(AskOverrules(days=7), "lead-1")
    assert (found.dispatched, found.ranked, found.followed) == (5, 4, 1)
    assert found.reasons == (("local_knowledge", 2), ("other", 1))
    (entry,) = [
        one.entry for one in room.view(cases[1]).story if one.entry.kind == "case_dispatched"
    ]
    assert (entry.facts["first"], entry.facts["overruled"]) == (first, "local_knowledge")
    walks.drilling(room)
    send(room, walks.filed(room, item="05-01", drill=True), "team-mobile")
    assert room.desk.ask(AskOverrules(days=7), "lead-1") == found
    room.clock.pass_(days=8)
    assert room.desk.ask(AskOverrules(days=7), "lead-1").dispatched == 0


def test_an_overrule_without_a_code_is_refused_and_nothing_is_sent(room: Room) -> None:
    case = walks.filed(room, item="05-01")
    given = {"case": case, "lead_unit": "enforcement", "kind": TaskKind.HANDLE}
    given |= {"team": "team-mobile", "officers": ("officer-mobile-1",), "first": "team-surface"}
    walks.refused(room, "overrule_reason", DispatchCase, "dispatch-1", **given)
    given["overruled"] = "equipment"
    walks.refused(room, "no_such_team", DispatchCase, "dispatch-1", **given | {"first": "nobody"})
    room.do(DispatchCase, "dispatch-1", **given)


def trial(room: Room, *cards: RunCard, days: int = 30) -> tuple[CardTrial, ...]:
    found = room.desk.ask(AskTrial(cards=cards, days=days), "admin-1")
    return tuple(found.cards)


def made(room: Room, **fields: Any) -> RunCard:
    given = {"street": room.desk.street, "id": "try", "name": "试", "item": "05-01"}
    return RunCard(**given | {"lead": "enforcement", "kind": TaskKind.HANDLE} | fields)


def test_a_card_is_tried_on_what_was_really_sent(room: Room) -> None:
    cases = []
    for team in ("team-surface", "team-mobile"):
        cases.append(send(room, walks.filed(room, item="05-01"), team))
        room.clock.pass_(minutes=1)
    for case, minutes in zip(cases, (10, 30), strict=True):
        task = room.lead_task(case)
        room.do(SignTask, "dispatch-1", behalf="unit-enforcement", case=case, task=task)
        room.clock.pass_(minutes=minutes)
        room.do(ArriveTask, "dispatch-1", behalf="unit-enforcement", case=case, task=task)
    same, kind, other = trial(
        room,
        made(room),
        made(room, crews=("mobile:1",)),
        made(room, item="05", lead="police", kind=TaskKind.PATROL),
    )
    assert (same.matched, same.unchanged, same.examples) == (2, 2, ())
    assert (same.minutes_sent, same.minutes_card) == (26.5, 26.5)  # 12 and 41 from assignment
    assert (kind.same_crews, kind.unchanged) == (1, 1)
    assert kind.examples == (room.case(cases[0]).number,)
    assert (other.matched, other.same_lead, other.same_kind) == (2, 0, 0)
    assert other.leads == (("enforcement", 2),) and other.minutes_card is None
    assert len(other.examples) == 2 and other.examples[0] == room.case(cases[1]).number


def test_a_trial_counts_the_last_sending_and_leaves_drills_and_old_cases_out(room: Room) -> None:
    case = send(room, walks.filed(room, item="05-01"), "team-surface")
    room.clock.pass_(seconds=3)
    room.do(UndoCase, "dispatch-1", case=case)
    send(room, case, "team-mobile")
    (found,) = trial(room, made(room, crews=("mobile:1",)))
    assert (found.matched, found.same_crews) == (1, 1)
    walks.drilling(room)
    send(room, walks.filed(room, item="05-01", drill=True), "team-enterprise")
    assert trial(room, made(room))[0].matched == 1
    room.clock.pass_(days=3)
    assert trial(room, made(room), days=2)[0].matched == 0


@pytest.mark.parametrize(
    ("fields", "days", "code"),
    [
        ({"hours": "25:00-26:00"}, 30, "card_unreadable"),
        ({"crews": ("mobile:two",)}, 30, "card_unreadable"),
        ({}, 0, "days_range"),
        ({}, 367, "days_range"),
    ],
)
def test_a_card_that_cannot_be_read_is_refused(
    room: Room, fields: dict[str, Any], days: int, code: str
) -> None:
    send(room, walks.filed(room, item="05-01"), "team-surface")
    with pytest.raises(Refusal) as said:
        trial(room, made(room, **fields), days=days)
    assert said.value.code == code


def test_a_joint_task_counts_with_all_its_teams_when_a_card_is_tried(room: Room) -> None:
    case = walks.filed(room, item="05-01")
    parts = tuple(
        JointPart(unit="enforcement", team=f"team-{one}", officers=(f"officer-{one}-1",))
        for one in ("surface", "mobile")
    )
    room.do(DispatchJoint, "dispatch-1", case=case, joint_kind=JointKind.STREET_SURFACE,
            kind=TaskKind.HANDLE, parts=parts, place="祠堂东街", words="两队同到")  # fmt: skip
    both, more = trial(room, made(room, crews=("mobile:1", "street_surface:1")),
                       made(room, crews=("mobile:2",)))  # fmt: skip
    assert (both.matched, both.same_crews, more.same_crews) == (1, 1, 0)
