"""What the desk's eyes and hands ask is the same on every store: charts, alarms, what would be."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.domain.commands import AcknowledgeAlarm, FileCase, MergeCase, UrgeCase
from commandcenter.domain.commands.tables import SetAlarms
from commandcenter.domain.limits import Level, Stage
from commandcenter.services.alarm_views import AskAcks
from commandcenter.services.chart_views import AskCharts
from commandcenter.services.trying_views import AskWhether, Try
from commandcenter.services.views import AskCase, AskReference, AskTables, Changes
from tests.fakes import Room
from tests.walks import UNIT, filed, send, sign


def test_charts_acknowledgements_and_rules_of_alarms_on_each_store(room: Room) -> None:
    case, other = filed(room, item="01-02"), room.report()
    send(room, case)
    room.clock.pass_(minutes=6)
    sign(room, case)
    room.do(AcknowledgeAlarm, "intake-1", case=other, alarm="report_waiting")
    room.clock.pass_(days=2)
    for days in (1, 7):
        answer = room.desk.ask(AskCharts(days=days), "lead-1")
        assert sum(one.filed for one in answer.steps) == (0 if days == 1 else 1)
        assert sum(sum(one.counts) for one in answer.ages) == 1
        (load,) = answer.units
        assert load.open == 1
    signs = next(one for one in answer.paces if one.stage is Stage.SIGN)
    assert (signs.level, signs.count, signs.minutes) == (Level.GENERAL, 1, (6.0, 6.0, 6.0))
    (ack,) = room.desk.ask(AskAcks(hours=60), "lead-1").acks
    assert (ack.line.id, ack.who, ack.alarm) == (other, "intake-1", "report_waiting")
    old = next(o for o in room.desk.ask(AskTables(), "admin-1").alarms if o.alarm == "case_red")
    room.do(SetAlarms, "admin-1", rows=(replace(old, repeat="90"),), seen=(old,))
    rules = {one.kind.value: one.repeat for one in room.desk.ask(AskReference(), UNIT).alarms}
    assert rules["case_red"] == 90
    view = room.desk.ask(AskCase(case=case), "lead-1")
    assert [one.step.value for one in view.course.legs] == ["file", "dispatch", "sign", "handle"]


def test_what_is_tried_says_what_the_command_is_told_and_leaves_nothing(room: Room) -> None:
    waiting, into = room.report(), filed(room)
    seen = {one: room.case(one).version for one in (waiting, into)}

    def on(command: type, case: str, **given: object) -> Try:
        return Try(command=command.__name__, given={"case": case, "seen": seen[case], **given})

    before: Changes = room.desk.changes(0, who="lead-1")
    tries = (
        on(FileCase, waiting),
        on(FileCase, into),
        on(MergeCase, waiting, into=into),
        on(UrgeCase, into, words="快一点 13800001111"),
        on(UrgeCase, into, words="x" * 5000),
        Try(command="SetPassword", given={}),
    )
    said = room.desk.ask(AskWhether(tries=tries), "lead-1").said
    codes = [one.code if one else "" for one in said]
    assert codes == ["", "case_move", "no_right", "", "text_too_long", "unknown_command"]
    assert room.desk.changes(0, who="lead-1") == replace(before, at=room.clock.at)
