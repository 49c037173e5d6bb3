"""Deeds without a case by the line: each with the guard of its panel, and nothing by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    AnswerCall,
    CallConsultation,
    CallTeams,
    DecideSwitch,
    DropHandover,
    FreezeHandover,
    HoldConsultation,
    MoveAtRisk,
    ProposeSwitch,
    RevealAtRisk,
    SendReport,
    SignHandover,
)
from commandcenter.domain.emergency import Answer, Moved, Reach
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.services.doing import HANDLERS
from commandcenter.services.emergency_views import AskEmergency
from commandcenter.services.handover_views import AskHandover
from tests.fakes import Room
from tests.ui.evacfakes import found, typhoon
from tests.ui.linestreet import StreetLine, typhoon_day
from tests.walks import drilling, filed
from ui.line.deeds import DEEDS
from ui.words import reasons

ORDER = "防指〔2025〕2号"


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Room]:
    yield from typhoon_day(tmp_path / "data")


@pytest.fixture
def line(street: Room) -> StreetLine:
    return StreetLine(street)


# ---- levels ---------------------------------------------------------------------------------


def test_a_level_is_proposed_by_one_and_waits(line: StreetLine) -> None:
    made = line.command(f"提级 III 台风 蓝色预警 依据={ORDER}")
    assert isinstance(made, ProposeSwitch)
    assert (made.kind, made.level, made.order_no) == (EventKind.TYPHOON, Response.III, ORDER)
    assert (made.drill, made.reach, made.places) == (False, Reach.STREET, ())
    assert made.words == "蓝色预警" and "等第二人确认" in line.meaning.said
    line.give(f"提级 三级 台风 依据={ORDER}")
    assert line.mode.emergency is None and line.mode.proposed is not None
    assert "还在等第二人确认" in line.refused(f"提级 Ⅱ 台风 依据={ORDER}")


HALF = (
    "提级 台风 依据=防指5号",  # which level
    "提级 3 台风 依据=防指5号",  # a bare digit is none: the panel's keys count the other way
    "提级 III 台风",  # by what order
    "提级 III 台风 蓝色预警",  # words are no order
    "提级 III 依据=防指5号",  # of what
    "提级 III 台风 依据=防指5号 解除",  # two levels
    "提级 III 台风 依据=防指5号 xyz",
    "解除应急 依据=防指5号",  # nothing goes on
    f"确认切换 {ORDER}",  # nothing waits
    "提级 III 台风 依据=防指5号 范围=没有的地方",
)
"""Switches that are none."""


def test_half_a_switch_is_none(line: StreetLine) -> None:
    for text in HALF:
        assert line.refused(text)


def test_a_scope_is_communities_or_grids(line: StreetLine) -> None:
    code, name = next(iter(line.reference.communities.items()))
    made = line.command(f"提级 IV 内涝 {name} 依据={ORDER}")
    assert (made.reach, made.places) == (Reach.COMMUNITIES, (code,))
    grid = next(one.grid for one in line.reference.grids)
    assert "不能混" in line.refused(f"提级 IV 内涝 范围={name}、{grid.name} 依据={ORDER}")


def test_the_second_person_types_the_number_again_and_is_another(line: StreetLine) -> None:
    line.give(f"提级 III 台风 依据={ORDER}")
    assert "代=" in line.refused(f"确认切换 {ORDER}")  # who proposed is not the second person
    assert "指令编号" in line.refused(f"确认切换 代={line.reference.names['director-1']}")
    assert all(ORDER not in one.insert + one.text for one in line.offers("确认切换 "))
    line.sit("director-1")
    with pytest.raises(Refusal, match="order_differs"):
        line.give("确认切换 防指〔2025〕3号")
    line.give("确认切换 防指[2025]2号")
    assert line.mode.emergency is not None and line.mode.emergency.level is Response.III


def test_a_leader_by_telephone_is_named(line: StreetLine) -> None:
    line.give(f"提级 III 台风 依据={ORDER}")
    line.sit("dispatch-1")
    assert "代=" in line.refused(f"确认切换 {ORDER}")
    name = line.reference.names["director-1"]
    made = line.command(f"确认切换 {ORDER} 代={name}")
    assert isinstance(made, DecideSwitch) and made.behalf is not None
    assert made.behalf.person == "director-1" and name in line.meaning.said
    line.give("退回切换 代=" + name + "：等会商")
    assert line.mode.proposed is None and line.mode.emergency is None


def test_who_proposed_withdraws_and_a_release_needs_no_level(line: StreetLine) -> None:
    drilling(line.street, Response.III, drill=False)
    line.give(f"解除应急 依据={ORDER}")
    assert line.mode.proposed is not None and line.mode.proposed.to_level is None
    line.give("撤回切换")
    assert line.mode.proposed is None and line.mode.emergency is not None


# ---- calls and reports ----------------------------------------------------------------------


def test_teams_are_called_and_answer(line: StreetLine) -> None:
    emergency = drilling(line.street, Response.III, drill=False)
    teams = list(line.staff.teams.values())
    assert line.command(f"召集 {teams[0].short}").teams == (teams[0].id,)
    made = line.command("召集")
    assert isinstance(made, CallTeams) and set(made.teams) == set(line.staff.teams)
    assert "未答复" in line.refused("叫应 20")
    line.give("召集")
    line.refused("召集")  # the plan has no next wave
    line.give(f"叫应 {teams[0].short} 20分钟")
    line.give(f"应召 不能出动 {teams[1].short}")
    line.refused(f"叫应 {teams[2].short} 不能出动 20")
    line.refused(f"叫应 {teams[2].short} 很久")
    line.refused(f"叫应 {teams[0].short} 5")  # has answered
    calls_ = line.street.desk.ask(AskEmergency(emergency=emergency), "lead-1").calls
    said = {one.team: (one.answer, one.minutes) for one in calls_ if one.answer}
    assert said == {teams[0].id: (Answer.COMING, 20), teams[1].id: (Answer.CANNOT, None)}


def test_words_and_nil_are_sent_and_the_draft_is_read_in_its_page(line: StreetLine) -> None:
    assert "没有应报" in line.refused("报送")
    drilling(line.street, Response.III, drill=False)
    made = line.command("报送：电话已报")
    assert isinstance(made, SendReport) and made.words == "电话已报" and not made.nil
    assert line.command("零报告").nil and line.command("零报告").words == ""
    line.give("报送：电话已报")
    owed = line.mode.owed
    assert owed is not None and owed.id != made.slot


# ---- evacuation -----------------------------------------------------------------------------


def test_a_building_and_people_by_number_go_to_a_shelter(line: StreetLine) -> None:
    typhoon(line.street)
    line.give("转移 海傍路1号 海傍路2号 安置点1")
    line.give("转移 海傍路3号#2 安置点2")
    line.give("不愿转移 转移 海傍路4号#1")
    people = {one.at_risk.place: [] for one in found(line.street).people}
    for one in found(line.street).people:
        people[one.at_risk.place].append((one.at_risk.state, one.at_risk.spot))
    assert {one[0] for one in people["海傍路2号"]} == {Moved.MOVED}
    went = [n for n, one in enumerate(people["海傍路3号"], 1) if one[0] is Moved.MOVED]
    assert went == [2]
    assert people["海傍路4号"][0] == (Moved.REFUSED, None)
    line.refused("转移 海傍路1号 安置点1")  # they are there
    homes = " ".join(f"海傍路{n}号" for n in range(5, 20))
    assert "只余" in line.refused(f"转移 {homes} 安置点1")


def test_who_is_moved_is_sure_and_no_name_is_said(line: StreetLine) -> None:
    typhoon(line.street)
    for text in (
        "转移 王大明 安置点1",  # another of that surname
        "转移 海傍路1号 王大明 安置点1",  # four of that surname there
        "转移 海傍路1号#9 安置点1",
        "转移 海傍路1号#0 安置点1",
        "转移 海傍路 安置点1",
        "转移 海傍路1号 安置点",
        "转移 海傍路1号 安置点1 安置点2",
        "转移 海傍路1号",
        "转移 安置点1",
        "转移 海傍路1号 安置点1：乘车",
        "转移 海傍路1号 安置点1 乘车",
    ):
        line.refused(text)
    some = found(line.street).people[0].at_risk
    line.street.do(
        RevealAtRisk, "lead-1", person=some.id, reason=next(iter(reasons("RevealPhone")))
    )
    shown = [one.text + one.note for one in line.offers(f"转移 {some.place}#")]
    shown.append(line.read(f"转移 {some.place}#1 安置点1").said)
    assert len(shown) == 5 and not [one for one in shown if "王0" in one]
    assert "王***" in shown[1]


# ---- handover -------------------------------------------------------------------------------


@pytest.fixture
def frozen(line: StreetLine) -> StreetLine:
    for _ in range(3):
        filed(line.street)
    line.learn()
    assert "没有冻结" in line.refused("确认 1")
    line.give("冻结")
    return line


def _record(line: StreetLine):
    return line.street.desk.ask(AskHandover(), "lead-1")


def test_the_incoming_takes_case_by_case(frozen: StreetLine) -> None:
    incoming = _record(frozen).handover.incoming
    assert incoming == "lead-2" and "逐件确认" in frozen.refused("确认 1")
    assert "冻结" in frozen.refused("冻结")
    taken = frozen.read("接班")
    assert (taken.call, taken.about, taken.ready) == ("person", "lead-2", True)
    frozen.sit("lead-2")
    many = len(_record(frozen).parts.items)
    first = frozen.command("确认")
    assert isinstance(first, AcknowledgeItem) and frozen.command("确认 1").case == first.case
    assert f"1/{many}" in frozen.meaning.said
    frozen.give("确认")
    assert "已确认" in frozen.refused("确认 1")
    frozen.give("提问 2：钥匙在谁手里")
    assert len(_record(frozen).questions) == 1
    for text in ("确认 99", "确认 0", "确认 1 2", "确认 2：好", "提问 3", "接班", "确认 9999"):
        frozen.refused(text)
    assert len(_record(frozen).unacknowledged) == many - 1
    number = frozen.street.case(_record(frozen).parts.items[-1].item.case).number
    assert frozen.command(f"确认 {number[-5:]}").case == _record(frozen).parts.items[-1].item.case


def test_a_password_is_never_taken_by_the_line(frozen: StreetLine) -> None:
    frozen.sit("lead-2")
    assert frozen.read("签字").call == "sign" and frozen.meaning.command is None
    for text in ("签字 secret-pass-9", "签字：secret-pass-9", "签字 密码=secret-pass-9"):
        assert "secret" not in frozen.refused(text)


def test_a_record_is_dropped_with_a_reason_and_a_signed_one_corrected(frozen: StreetLine) -> None:
    assert "理由" in frozen.refused("作废交接")
    assert "已签" in frozen.refused("补充：回电改为14时")
    for _ in _record(frozen).parts.items:
        frozen.sit("lead-2").give("确认")
    record = _record(frozen).handover.id
    for who in ("lead-1", "lead-2"):
        frozen.street.do(SignHandover, who, handover=record, password=f"{who}-pass-1234")
    assert "说明" in frozen.refused("补充")
    frozen.give("补充：回电改为14时")
    view = frozen.street.desk.ask(AskHandover(handover=record), "lead-1")
    assert [words for _, words in view.addenda] == ["回电改为14时"]


def test_a_reason_drops_what_nobody_signed(frozen: StreetLine) -> None:
    reason = next(one for one in frozen.offers("作废交接 ") if one.able)
    frozen.give(f"作废交接 {reason.insert}")
    assert _record(frozen).handover is None


# ---- a consultation ---------------------------------------------------------------------------


def test_a_called_consultation_is_recorded_with_its_tasks(line: StreetLine) -> None:
    case = filed(line.street)
    called = {"units": ("housing", "water"), "words": "方案"}
    at = line.street.clock.at
    line.street.do(CallConsultation, "lead-1", case=case, meets_at=at.replace(hour=8), **called)
    line.learn()
    digits = line.street.case(case).number[-4:]
    assert line.read(f"记录会商 {digits}").call == "form"
    text = f"记录会商 {digits} 到会=住建 任务=“水务 排查基础 10-21”"
    assert "决定" in line.refused(text)
    assert "期限" in line.refused(text.replace(" 10-21", "") + "：先围蔽")
    made = line.command(f"{text}：先围蔽")
    assert isinstance(made, HoldConsultation)
    assert (made.attended, made.words) == (("housing",), "先围蔽")
    assert [(one.unit, one.words) for one in made.tasks] == [("water", "排查基础")]
    line.give(f"记录会商 {digits} 任务=“水务 排查基础 10-21”：先围蔽")
    (held,) = line.street.view(case).consultations
    assert held.consultation.attended == ("housing", "water") and len(held.tasks) == 1


# ---- completion -------------------------------------------------------------------------------


def test_each_deed_is_found_by_its_beginning_and_by_what_people_say(line: StreetLine) -> None:
    for deed in DEEDS:
        begun = [verb.deed for _, verb in line.known.verbs.find(deed.text[:-1])]
        assert deed in begun and deed.sentence
        for said in (deed.text, *deed.short):
            line.read(said)
            assert line.reading.verb is not None and line.reading.verb.deed is deed


def test_a_grey_deed_says_why_not_now(line: StreetLine) -> None:
    rows = {one.text: one for word in ("召集", "转移", "报送", "确认") for one in line.offers(word)}
    for name, why in (("召集", "平时"), ("转移", "平时"), ("报送", "没有应报"), ("确认", "冻结")):
        assert not rows[name].able and why in rows[name].note
    line.sit("unit-safety")
    (first, *_) = line.offers("提级")
    assert not first.able and "值班长" in first.note


def test_roles_are_those_of_the_desk() -> None:
    commands = {
        "mode.propose": ProposeSwitch,
        "mode.confirm": DecideSwitch,
        "mode.refuse": DecideSwitch,
        "mode.call": CallTeams,
        "mode.reply": AnswerCall,
        "mode.report": SendReport,
        "mode.nil": SendReport,
        "evacuation.move": MoveAtRisk,
        "handover.freeze": FreezeHandover,
        "handover.confirm": AcknowledgeItem,
        "handover.question": AcknowledgeItem,
        "handover.drop": DropHandover,
        "handover.addendum": AddAddendum,
    }
    by = {deed.name: deed.by for deed in DEEDS}
    assert {name: by[name] for name in commands} == {
        name: HANDLERS[one].roles for name, one in commands.items()
    }
    assert set(by) - set(commands) == {"handover.take", "handover.sign"}
