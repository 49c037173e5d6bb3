"""Ears: which sound is asked for when, how loud, for whom; floods, quiet hours, no device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from commandcenter.domain.alarm import (
    DEFAULT_ALARMS,
    FLOOR_SECONDS,
    FLOORED,
    AlarmKind,
    Sound,
    rules_by_kind,
)
from commandcenter.domain.commands import AcknowledgeAlarm
from commandcenter.domain.commands.tables import SetAlarms
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.table_checks import check
from commandcenter.domain.tables import Known, Table, key_of
from commandcenter.domain.tables_coordination import AlarmLine, alarm_line
from commandcenter.services.views import AskTables
from tests.fakes import Room, open_room
from tests.ui.deskroom import DAY, PETROL, RUBBISH
from tests.ui.queuefakes import NOW, inbox, line
from tests.ui.test_app import Opened, opened
from ui.alarms import Alarm, alarms, begun, gravest
from ui.band_parts import FLASH_MS, Press
from ui.ears import Ears
from ui.ringing import GAP, Quiet, Rings, quiet_of
from ui.sound import CHIME, Asked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
RULES = rules_by_kind()
K = AlarmKind


def alarm(kind: AlarmKind, case: str = "1", urgent: bool = False) -> Alarm:
    return Alarm(case, f"{kind}_1907110204", NOW, urgent)


def played(found: list[Alarm], seconds: int, rings: Rings | None = None) -> list[tuple[int, str]]:
    """When (each second from 0) which sound is due while nobody acknowledges."""
    one, heard = rings or Rings(), []
    for at in range(seconds):
        ring = one.due(gravest(found), RULES, at)
        heard += [(at, ring.sound.value)] if ring else []
    return heard


# ---- pure rules -------------------------------------------------------------------------------


def test_an_alarm_is_repeated_by_its_rule_and_grows_loud() -> None:
    assert played([alarm(K.URGENT_WAITING)], 70) == [(0, "urgent"), (30, "urgent"), (60, "urgent")]
    rings, found = Rings(), [alarm(K.URGENT_WAITING)]
    rung = [one for at in range(70) if (one := rings.due(found, RULES, at))]
    assert [one.loud for one in rung] == [False, False, True], "the third is at full volume"


def test_who_was_acknowledged_is_silent_and_would_begin_anew() -> None:
    rings, found = Rings(), [alarm(K.CASE_RED)]
    assert rings.due(found, RULES, 0) is not None
    assert rings.due([], RULES, 400) is None
    assert rings.due(found, RULES, 410) is not None


def test_a_flood_rings_once_in_five_seconds_the_gravest_first() -> None:
    kinds = (K.RATE_RED, K.CONSULT_RED, K.CASE_RED, K.URGENT_WAITING, K.STAGE_RED)
    flood = [alarm(kind, str(n)) for n in range(200) for kind in kinds]
    heard = played(flood, 600)
    assert [name for _, name in heard[:4]] == ["urgent", "overdue", "warning", "report"]
    gaps = [after[0] - before[0] for before, after in pairwise(heard)]
    assert min(gaps) >= GAP


def test_new_alarms_of_a_flood_keep_the_distance_too() -> None:
    rings, heard = Rings(), []
    for at in range(60):
        found = [alarm(K.URGENT_WAITING, str(n)) for n in range(at + 1)]
        heard += [at] if rings.due(found, RULES, at) else []
    assert heard == list(range(0, 60, 5))


def test_what_is_late_of_an_urgent_case_sounds_urgent_and_each_minute() -> None:
    late = alarm(K.STAGE_RED, urgent=True)
    assert played([late], 130) == [(0, "urgent"), (60, "urgent"), (120, "urgent")]
    ring = Rings().due([late], RULES, 0)
    assert ring is not None and not ring.quiet
    assert gravest([alarm(K.DOCKET_RED), late])[0] == late


def test_quiet_hours_never_hold_for_the_urgent() -> None:
    held = {one.kind for one in DEFAULT_ALARMS if (ring := Rings().due([alarm(one.kind)],
            RULES, 0)) and ring.quiet}  # fmt: skip
    assert held.isdisjoint(FLOORED)
    assert {K.CASE_RED, K.REPORT_WAITING, K.UP_DUE} <= held
    both = [alarm(K.STAGE_RED, "1", urgent=True), alarm(K.URGENT_WAITING, "2")]
    ring = Rings().due(both, RULES, 0)
    assert ring is not None and not ring.quiet


def test_quiet_hours_go_over_midnight_and_broken_ones_are_none() -> None:
    night = Quiet(time(22), time(6), 0)
    assert [night.holds(time(at)) for at in (21, 22, 23, 0, 5, 6, 12)] == [
        *(False, True, True, True, True, False, False)
    ]
    assert quiet_of(night.kept()) == night
    broken = ({}, {"from": "22", "to": "x", "volume": 0}, {**night.kept(), "volume": "loud"})
    assert [quiet_of(one) for one in broken] == [None] * 3
    assert quiet_of({"from": "06:00", "to": "06:00", "volume": 0}) is None


def test_every_kind_has_a_rule_and_a_floor_holds_under_the_grave_ones() -> None:
    assert set(RULES) == set(AlarmKind) and len(DEFAULT_ALARMS) == len(AlarmKind)
    for rule in DEFAULT_ALARMS:
        assert check(Table.ALARMS, alarm_line(rule), Known()) == ()
    for kind in FLOORED:
        low = replace(alarm_line(RULES[kind]), sound="none", repeat="61", grace="61",
                      roles=("auditor",), quiet=True)  # fmt: skip
        codes = [one.code for one in check(Table.ALARMS, low, Known())]
        names = ("sound", "repeat", "grace", "roles", "quiet")
        assert codes == [f"alarm_floor_{one}" for one in names]
        assert [one.code for one in check(Table.ALARMS, replace(low, repeat="0"), Known())] == codes
        assert RULES[kind].repeat <= FLOOR_SECONDS
    wrong = replace(alarm_line(RULES[K.CASE_RED]), repeat="1.5", louder="99")
    assert {one.code for one in check(Table.ALARMS, wrong, Known())} == {"whole_number"}


def test_no_table_silences_a_late_step_of_an_urgent_case() -> None:
    rule = replace(RULES[K.STAGE_RED], sound=Sound.NONE, repeat=0, grace=7200)
    mute, late = {**RULES, K.STAGE_RED: rule}, alarm(K.STAGE_RED, urgent=True)
    ring = Rings().due([late], mute, 0)
    assert ring is not None and ring.sound is Sound.URGENT
    assert Rings().due([alarm(K.STAGE_RED)], mute, 0) is None
    assert begun(late, late.since + timedelta(seconds=60), mute)
    assert not begun(alarm(K.STAGE_RED), late.since + timedelta(seconds=60), mute)


def test_whom_an_urgent_alarm_needs_may_be_more_but_not_fewer() -> None:
    def codes(kind: AlarmKind, *roles: str) -> list[str]:
        found = check(Table.ALARMS, replace(alarm_line(RULES[kind]), roles=roles), Known())
        return [one.code for one in found]

    assert codes(K.CHECK_IN_RED, "intake_officer") == ["alarm_floor_roles"]
    assert codes(K.SWITCH_WAITING, "intake_officer") == ["alarm_floor_roles"]
    assert codes(K.CHECK_IN_RED, "dispatcher", "shift_lead", "duty_leader") == []
    assert codes(K.SWITCH_WAITING, "intake_officer", "dispatcher", "shift_lead") == []
    assert codes(K.SWITCH_WAITING) == []


def test_what_needs_nobody_does_not_ring() -> None:
    fresh, stale = inbox("1", 9), inbox("2", 10)
    assert [one.case for one in alarms([replace(one, state_since=one.reported_at)
            for one in (fresh, stale)], NOW)] == ["2"]  # fmt: skip
    green = line("3", minutes=60)
    assert alarms([green], NOW) == []


def test_tiers_ratings_and_tasks_of_a_consultation_ring_when_they_are_late() -> None:
    late = line("1", tier_due=NOW, state="escalated", consult_due=NOW, rate_due=NOW)
    later = NOW.replace(minute=5)
    assert alarms([late], NOW) == []
    kinds = [one.kind for one in alarms([late], later)]
    assert kinds == [K.CONSULT_RED, K.TIER_RED, K.RATE_RED]
    ended = replace(late, state="closed")
    assert [one.kind for one in alarms([ended], later)] == [K.CONSULT_RED, K.RATE_RED]


# ---- at the desk ------------------------------------------------------------------------------


@dataclass
class Hearing:
    """An open desk with its ears, whose seconds stand where a test sets them."""

    found: Opened
    ears: Ears
    at: float = 0.0

    @property
    def asked(self) -> list[Asked]:
        return list(self.ears.chimes.asked)

    def pass_(self, seconds: float) -> list[Asked]:
        """Let seconds pass, one after another; what was asked for meanwhile."""
        before = len(self.asked)
        for _ in range(int(seconds)):
            self.at += 1
            self.ears.tick()
        return self.asked[before:]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return open_room(tmp_path / "data", "2019-07-11 10:02", DAY)


@pytest.fixture
def hearing(
    qtbot: QtBot, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hearing]:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        found.desk.chimes.warm()
        made = Hearing(found, found.desk.fittings["ears"])
        made.ears.chimes.seconds = lambda: made.at
        made.at = 1000.0
        yield made


def rings(hearing: Hearing, qtbot: QtBot, *kinds: str) -> None:
    band = hearing.found.desk.band
    qtbot.waitUntil(lambda: [one.kind.value for one in band.alarms] == [*kinds])


def test_who_sits_down_hears_and_reads_how_loud_the_seat_is(hearing: Hearing) -> None:
    desk = hearing.found.desk
    assert [one.name for one in hearing.asked].count(CHIME) == 1
    told = [one.text for one in desk.window.messages.history if "听到了吗" in one.text]
    assert len(told) == 1 and "报警音量：中" in told[0] and "没有音响设备" in told[0]
    hearing.ears.sits()
    assert [one.name for one in hearing.asked].count(CHIME) == 1, "once for each sitting"
    desk.window.messages.acknowledge()
    desk.context.who = "dispatch-1"
    hearing.ears.sits()
    assert [one.name for one in hearing.asked].count(CHIME) == 2


def test_a_report_comes_softly_and_an_urgent_one_rings_until_another_seat_acknowledges(
    qtbot: QtBot, hearing: Hearing, room: Room
) -> None:
    room.report(RUBBISH)
    qtbot.waitUntil(lambda: [one.name for one in hearing.asked][-1:] == ["report"])
    assert hearing.pass_(60) == []
    case = room.report(PETROL)
    rings(hearing, qtbot, "urgent_waiting")
    qtbot.waitUntil(lambda: hearing.asked[-1].name == "urgent")
    again = [(one.name, one.volume) for one in hearing.pass_(65)]
    assert again == [("urgent", 60), ("urgent", 100)]
    room.do(AcknowledgeAlarm, "dispatch-1", case=case, alarm="urgent_waiting")
    rings(hearing, qtbot)
    assert hearing.pass_(120) == []


def test_an_alarm_of_ones_own_hand_is_answered_by_a_chime(
    qtbot: QtBot, hearing: Hearing, room: Room
) -> None:
    room.report(PETROL)
    rings(hearing, qtbot, "urgent_waiting")
    hearing.pass_(10)
    band = hearing.found.desk.band
    band.see_alarm()
    band.see_alarm()
    qtbot.waitUntil(lambda: hearing.asked[-1].name == CHIME)


def test_without_a_device_the_band_flashes_calmly(
    qtbot: QtBot, hearing: Hearing, room: Room
) -> None:
    assert not hearing.ears.chimes.has_device
    lamp = hearing.found.desk.band.findChild(Press, "band_alarm")
    qtbot.waitUntil(lambda: not lamp._turns)  # the test tone's own
    room.report(PETROL)
    qtbot.waitUntil(lambda: lamp.lit)
    qtbot.waitUntil(lambda: not lamp.lit)
    assert 1000 / (2 * FLASH_MS) < 3, "WCAG 2.3.1"
    assert "报警 1" in lamp.text()
    warned = [one for one in hearing.found.desk.window.messages.history if "没有音响" in one.text]
    assert len(warned) == 1, "one notice, not one for each sound"


def test_quiet_hours_of_the_seat_lower_the_lesser_ones(
    qtbot: QtBot, hearing: Hearing, room: Room, tmp_path: Path
) -> None:
    hearing.ears.keep_quiet(Quiet(time(10), time(11), 0))
    assert (tmp_path / "data" / "habits" / "@seat.json").exists(), "it survives a restart"
    room.report(RUBBISH)
    qtbot.waitUntil(lambda: hearing.asked[-1].name == "report")
    assert hearing.asked[-1].volume == 0
    hearing.pass_(10)
    room.report(PETROL)
    qtbot.waitUntil(lambda: hearing.asked[-1].name == "urgent")
    assert hearing.asked[-1].volume == 60
    room.clock.pass_(hours=1)
    room.report(RUBBISH)
    hearing.pass_(20)
    qtbot.waitUntil(lambda: hearing.found.desk.band.alarms[1:] != ())
    hearing.pass_(40)
    late = [one for one in hearing.asked if one.name in ("overdue", "warning")]
    assert late and {one.volume for one in late} == {60}, "they are over"


def test_where_the_sound_is_off_the_urgent_is_heard_all_the_same(
    qtbot: QtBot, hearing: Hearing, room: Room
) -> None:
    hearing.ears.chimes.volume = 0
    room.report(RUBBISH)
    qtbot.waitUntil(lambda: hearing.asked[-1][1:] == ("report", 0))
    hearing.pass_(10)
    room.report(PETROL)
    qtbot.waitUntil(lambda: hearing.asked[-1][1:] == ("urgent", 30))
    assert "紧急的仍响" in hearing.ears.chimes.told()


def test_a_rule_that_is_changed_holds_in_an_open_window_at_once(
    qtbot: QtBot, hearing: Hearing, room: Room
) -> None:
    desk = hearing.found.desk
    case = room.report(RUBBISH)
    qtbot.waitUntil(lambda: desk.queue.model.row_of(case) >= 0)
    assert desk.band.alarms == ()
    hearing.pass_(10)
    change(room, "report_waiting", grace="0", sound="overdue", repeat="20")
    rings(hearing, qtbot, "report_waiting")
    qtbot.waitUntil(lambda: hearing.asked[-1].name == "overdue")
    assert len(hearing.pass_(45)) == 2
    change(room, "report_waiting", roles=("duty_leader",))
    rings(hearing, qtbot)
    assert [one.case for one in desk.band.watch.elsewhere] == [case]
    assert hearing.pass_(60) == []


def test_the_urgent_cannot_be_silenced_in_the_table(room: Room) -> None:
    for wrong in ({"sound": "none"}, {"repeat": "120"}, {"quiet": True}, {"roles": ("auditor",)}):
        with pytest.raises(Refusal, match="line_wrong"):
            change(room, "urgent_waiting", **wrong)
    change(room, "urgent_waiting", repeat="20", roles=())
    room.center.close()


def change(room: Room, kind: str, **cells: object) -> None:
    tables = room.desk.ask(AskTables(), "admin-1").alarms
    old: AlarmLine = next(one for one in tables if key_of(Table.ALARMS, one) == kind)
    room.do(SetAlarms, "admin-1", rows=(replace(old, **cells),), seen=(old,))  # type: ignore[arg-type]
