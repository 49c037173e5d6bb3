"""Looking cases up: likely duplicates, earlier cases, find, and who should go."""

from __future__ import annotations

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import RecuseOfficer, ReportPosition, SetTeamStatus
from commandcenter.domain.person import TeamStatus
from commandcenter.domain.task import TaskKind
from commandcenter.services.finding import likeness
from commandcenter.services.views import (
    AskBeside,
    AskCandidates,
    AskFind,
    AskPlace,
    Beside,
    Candidate,
    CandidatesView,
)
from tests import walks
from tests.fakes import Room, local

LON, LAT = 113.4325, 22.95086
METRE = 1 / 111_195  # degrees of latitude


def find(room: Room, text: str, who: str = "intake-1", limit: int = 50) -> list[str]:
    return [one.id for one in room.desk.ask(AskFind(text=text, limit=limit), who).lines]


def beside(room: Room, item: str | None = "01-02", north: float = 0, **more: object) -> Beside:
    given = {"lon": LON, "lat": LAT + north * METRE, "words": "垃圾堆在路口", "phone": None}
    found: Beside = room.desk.ask(AskBeside(**{"item": item, **given, **more}), "intake-1")
    return found


def test_a_case_is_found_by_what_one_knows_of_it(room: Room) -> None:
    case = walks.filed(
        room, place="莲花山脚下凉亭", words="井盖响得厉害", caller_phone="13926158743"
    )
    other = walks.closed(room, place="市莲路口", words="垃圾成堆")
    for text in ("2025-000001", "2025000001", "0001", "000001", "1", "139 2615 8743",
                 "+8613926158743",
                 "莲花山", "凉亭", "井盖", "莲花山 井盖", "暴露垃圾 井盖"):  # fmt: skip
        assert find(room, text) == [case], text
    assert find(room, "2") == [other]
    assert set(find(room, "暴露垃圾")) == {case, other}
    assert find(room, "市莲路口") == [other]
    for text in ("2024-000001", "9999", "13926158744", "龙卷风", "井", "莲花山 龙卷风"):
        assert find(room, text) == [], text
    assert sorted(find(room, "440113120213002")) == sorted((case, other))


def test_the_newest_comes_first_and_more_is_said(room: Room) -> None:
    cases = []
    for _ in range(4):
        cases.append(room.report(words="井盖响得厉害"))
        room.clock.pass_(minutes=1)
    assert find(room, "井盖") == cases[::-1]
    found = room.desk.ask(AskFind(text="井盖", limit=3), "intake-1")
    assert ([one.id for one in found.lines], found.more) == (cases[:0:-1], True)
    assert room.desk.ask(AskFind(text="井盖", limit=4), "intake-1").more is False


def test_nobody_outside_the_desk_feels_for_words_or_numbers(room: Room) -> None:
    walks.filed(room, words="钱晓芸投诉楼下", caller_phone="13926158743")
    for who in ("unit-police", "leader-team-surface", "member-070", "auditor-1"):
        assert find(room, "钱晓芸", who) == []
        assert find(room, "13926158743", who) == []


@pytest.mark.parametrize(
    ("north", "hours", "item", "similar", "earlier"),
    [
        (0, 0, "01-02", True, True),
        (99, 0, "01-02", True, True),
        (101, 0, "01-02", False, False),
        (0, 24, "01-02", True, True),
        (0, 24.01, "01-02", False, True),
        (0, 0, "01-03", False, True),
        (0, 0, None, False, True),
    ],
)
def test_a_likely_duplicate_is_the_same_item_near_and_fresh(
    room: Room, north: float, hours: float, item: str | None, similar: bool, earlier: bool
) -> None:
    case = room.report()
    room.clock.pass_(hours=hours)
    found = beside(room, item, north)
    assert [one.line.id for one in found.similar] == [case] * similar
    assert [one.line.id for one in found.earlier] == [case] * earlier
    if similar:
        (one,) = found.similar
        assert (round(one.metres), round(one.hours, 2)) == (north, round(hours, 2))
        assert (one.likeness, one.words) == (100.0, "垃圾堆在路口")


def test_the_likest_stands_first_and_the_case_itself_is_left_out(room: Room) -> None:
    far = room.report(words="路灯坏了三天没人修")
    like = room.report(words="一堆垃圾堆在路口臭得很")
    found = beside(room)
    assert [one.line.id for one in found.similar] == [like, far]
    assert found.similar[0].likeness > 60 > found.similar[1].likeness
    assert [one.line.id for one in beside(room, not_case=like).similar] == [far]
    assert beside(room, words="").similar[0].likeness == 0


def test_what_a_caller_told_before_is_found_open_and_closed(room: Room) -> None:
    phone = "13926158743"
    old = walks.closed(room, caller_phone=phone, lon=113.4, lat=22.9)
    room.clock.pass_(days=3)
    new = room.report(caller_phone=phone, lon=113.41, lat=22.9, source=Source.HOTLINE)
    found = beside(room, phone=phone).earlier
    assert [(one.line.id, one.why) for one in found] == [(new, "phone"), (old, "phone")]
    assert beside(room, phone="139").earlier == ()


def test_likeness_is_a_hundred_for_the_same_and_nothing_for_nothing() -> None:
    assert likeness("垃圾堆在路口", "垃圾堆在路口") == 100
    assert likeness("", "垃圾") == 0
    assert likeness("噪声扰民", "暴露垃圾") < 20


def test_a_place_tells_grid_community_members_and_due(room: Room) -> None:
    facts = room.desk.ask(AskPlace(lon=LON, lat=LAT, grid=None, item="01-02"), "intake-1")
    assert (facts.grid, facts.community) == ("440113120213002", "440113120213")
    assert set(facts.members) == {"member-070", "member-098"}
    assert facts.due == local("2025-09-29 15:00")
    by_code = room.desk.ask(
        AskPlace(lon=None, lat=None, grid="440113120213002", item=None), "intake-1"
    )
    assert (by_code.grid, by_code.due) == (facts.grid, None) and by_code.lon
    nowhere = room.desk.ask(AskPlace(lon=0.0, lat=0.0, grid=None, item="none"), "intake-1")
    assert (nowhere.grid, nowhere.members, nowhere.due) == (None, (), None)


def candidates(room: Room, case: str, **chosen: object) -> CandidatesView:
    found: CandidatesView = room.desk.ask(AskCandidates(case=case, **chosen), "dispatch-1")
    return found


def named(view: CandidatesView, team: str) -> Candidate:
    return next(one for one in view.candidates if one.team == team)


def test_candidates_come_ranked_with_a_reason_for_each_place_and_exclusion(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    view = candidates(room, case)
    assert (view.proposed_unit, view.kind) == ("safety", TaskKind.INSPECT)
    first = view.candidates[0]
    assert (first.team, first.rank, first.certified) == ("team-safety", 1, 3)
    assert {"arrives", "road", "free", "certified", "power"} <= {code for code, _ in first.reasons}
    mobile = named(view, "team-mobile")
    assert {"too_few_certified", "no_power"} <= {code for code, _ in mobile.excluded}
    assert mobile.rank is None
    assert [one.code for one in view.findings] == ["two_certificates"]
    good = candidates(room, case, officers=("officer-safety-1", "officer-safety-2"))
    assert good.findings == ()


def test_a_nearer_team_goes_first_a_busy_one_later_and_one_off_not_at_all(room: Room) -> None:
    case = walks.filed(room, item="05-08")
    ask = {"unit": "enforcement", "kind": TaskKind.HANDLE}
    for team in ("team-enterprise", "team-surface", "team-mobile"):
        north = {"team-enterprise": 900, "team-surface": 300, "team-mobile": 600}[team]
        room.do(ReportPosition, "system", team=team, lon=LON, lat=LAT + north * METRE)
    ranked = [one.team for one in candidates(room, case, **ask).candidates if one.rank][:3]
    assert ranked == ["team-surface", "team-mobile", "team-enterprise"]
    other = walks.filed(room)
    from commandcenter.domain.commands import DispatchCase

    two = ("officer-surface-1", "officer-surface-2")
    step = DispatchCase(case=other, seen=room.case(other).version, lead_unit="enforcement",
                        team="team-surface", officers=two, kind=TaskKind.ENFORCE)  # fmt: skip
    room.desk.do(step, "dispatch-1")
    room.do(SetTeamStatus, "dispatch-1", team="team-mobile", status=TeamStatus.OFF)
    view = candidates(room, case, **ask)
    assert ("load", "1") in named(view, "team-surface").reasons
    assert [code for code, _ in named(view, "team-mobile").excluded] == ["off"]
    again = [one.team for one in view.candidates if one.rank]
    assert again.index("team-enterprise") < again.index("team-surface")


def test_an_old_position_says_so_and_a_recused_crew_is_left_out(room: Room) -> None:
    case = walks.filed(room, item="21-903")
    room.do(ReportPosition, "system", team="team-safety", lon=LON, lat=LAT)
    codes = {code for code, _ in named(candidates(room, case), "team-safety").reasons}
    assert "stale_position" not in codes
    room.clock.pass_(minutes=16)
    reasons = dict(named(candidates(room, case), "team-safety").reasons)
    assert reasons["stale_position"] == "16"
    for n in range(1, 7):
        room.do(RecuseOfficer, "dispatch-1", case=case, officer=f"officer-safety-{n}",
                relation="kin")  # fmt: skip
    excluded = {code for code, _ in named(candidates(room, case), "team-safety").excluded}
    assert "recused" in excluded
