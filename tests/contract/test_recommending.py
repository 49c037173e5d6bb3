"""Candidates, a plan, its dispatches, overrules, a trial: the same on every store and far away."""

from __future__ import annotations

from commandcenter.domain.commands import DispatchCase, ReportPosition
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import TaskKind
from commandcenter.services.sending_views import (
    AskAssignment,
    AskOverrules,
    AskTrial,
    Assignment,
    CandidatesView,
    Way,
)
from commandcenter.services.views import AskCandidates
from tests import walks
from tests.fakes import Room


def test_two_cases_are_planned_sent_counted_and_tried(room: Room) -> None:
    first, second = (walks.filed(room, item="05-01") for _ in range(2))
    room.do(ReportPosition, "system", team="team-surface", lon=113.4325, lat=22.95086)
    view: CandidatesView = room.desk.ask(AskCandidates(case=first), "dispatch-1")
    assert view.first == "team-surface" and view.candidates[0].way is not Way.UNKNOWN
    assert view.candidates[0].officers == ("officer-surface-1", "officer-surface-2")
    plan: Assignment = room.desk.ask(AskAssignment(cases=(first, second)), "dispatch-1")
    assert len({one.team for one in plan.rows}) == 2
    for one in plan.rows:
        room.do(DispatchCase, "dispatch-1", case=one.case, seen=one.seen, lead_unit=one.lead_unit,
                kind=one.kind, team=one.team, officers=one.officers, first=view.first,
                overruled=None if one.team == view.first else "on_the_way")  # fmt: skip
    counts = room.desk.ask(AskOverrules(), "lead-1")
    assert (counts.dispatched, counts.followed, counts.reasons) == (2, 1, (("on_the_way", 1),))
    street = room.center.desk.street
    card = RunCard(street=street, id="try", name="试", item="05", lead="enforcement",
                   kind=TaskKind.HANDLE, crews=("street_surface:1",))  # fmt: skip
    (tried,) = room.desk.ask(AskTrial(cards=(card,)), "admin-1").cards
    assert (tried.matched, tried.same_lead, tried.same_crews) == (2, 2, 1)
    assert room.center.verify().good and room.center.differences() == []
