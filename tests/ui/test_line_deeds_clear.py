"""Deeds by the line that mean who and what was typed: people, scopes, directions, reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commandcenter.domain.commands import ListAtRisk, RevealAtRisk, RiskLine
from commandcenter.domain.emergency import Moved, Reach
from commandcenter.domain.plan import Response
from tests.fakes import Room
from tests.ui.evacfakes import found, typhoon
from tests.ui.linestreet import StreetLine, typhoon_day
from tests.walks import drilling
from ui.words import reasons

ORDER = "防指〔2025〕2号"


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Room]:
    yield from typhoon_day(tmp_path / "data")


@pytest.fixture
def line(street: Room) -> StreetLine:
    return StreetLine(street)


def _list(line: StreetLine, emergency: str, *people: tuple[str, str, str | None]) -> None:
    lines = tuple(RiskLine(place=at, name=name, community=code) for at, name, code in people)
    line.street.do(ListAtRisk, "dispatch-1", emergency=emergency, lines=lines)


def _ids(line: StreetLine, place: str) -> list[str]:
    people = (one.at_risk for one in found(line.street).people)
    return [one.id for one in people if one.place == place]


# ---- who goes -------------------------------------------------------------------------------


def test_a_whole_name_is_nobodys_while_it_is_masked(line: StreetLine) -> None:
    emergency = typhoon(line.street, people=4)
    _list(line, emergency, ("珠江路3号", "罗大明", None), ("珠江路3号", "王小二", None))
    home = [one for one in found(line.street).people if one.at_risk.place == "珠江路3号"]
    (at,) = [n for n, one in enumerate(home) if one.name == "罗**"]
    luo = home[at].at_risk.id
    for text in ("罗小军", "罗大明", "罗*", "罗"):
        assert f"珠江路3号#{at + 1}" in line.refused(f"转移 珠江路3号 {text} 安置点1")
    for text in ("罗某", "罗某某", "罗**"):
        assert line.command(f"转移 珠江路3号 {text} 安置点1").people == (luo,)
    line.street.do(RevealAtRisk, "lead-1", person=luo, reason=next(iter(reasons("RevealPhone"))))
    assert line.command("转移 珠江路3号 罗大明 安置点1").people == (luo,)
    line.refused("转移 珠江路3号 罗小军 安置点1")


def test_no_line_with_a_name_is_kept(line: StreetLine) -> None:
    typhoon(line.street, people=4)

    def kept(text: str) -> bool:
        line.read(text)
        deed = line.reading.verb.deed if line.reading.verb else None
        assert deed is not None
        return deed.keeps(line.reading)

    assert kept("转移 海傍路1号 王某 安置点1") and kept("转移 海傍路1号#2 投亲靠友")
    assert kept("转移 海傍路1号 王*** 安置点")
    assert not kept("转移 海傍路1号 王大明 安置点1") and not kept("转移 王大明")
    assert not kept("转移 海傍路1号 安置点1：王大明")


def test_a_part_of_a_number_is_no_number(line: StreetLine) -> None:
    emergency = typhoon(line.street, people=1)
    _list(line, emergency, ("同心路15号", "王一", None), ("同心路28号", "王二", None))
    _list(line, emergency, ("同心路20-3号", "王三", None))
    for text in ("5号", "同心路1", "同心路2", "03号", "203号"):
        assert "不明白" in line.refused(f"转移 {text} 安置点1")
    assert line.command("转移 15号 安置点1").people == tuple(_ids(line, "同心路15号"))
    assert line.command("转移 同心路28 安置点1").people == tuple(_ids(line, "同心路28号"))
    assert line.command("转移 20-3号 安置点1").people == tuple(_ids(line, "同心路20-3号"))


def test_one_address_in_two_communities_is_two_buildings(line: StreetLine) -> None:
    emergency = typhoon(line.street, people=1)
    (a, first), (b, second), *_ = line.reference.communities.items()
    place = "同心路1号"
    _list(line, emergency, (place, "王一", a), (place, "王二", b), ("同心路2号", "王三", a))
    for text in (place, f"{place}#1"):
        said = line.refused(f"转移 {text} 安置点1")
        assert f"{first}{place}" in said and f"{second}{place}" in said
    people = [one.at_risk for one in found(line.street).people if one.at_risk.place == place]
    of = {one.community: (one.id,) for one in people}
    assert line.command(f"转移 {first}{place} 安置点1").people == of[a]
    assert line.command(f"转移 {second}{place}#1 安置点1").people == of[b]
    offered = {row.insert for row in line.offers("转移 同心路")}
    assert offered >= {f"{first}{place}", f"{second}{place}", "同心路2号"}


def test_who_of_a_building_goes_is_said_by_number(line: StreetLine) -> None:
    typhoon(line.street, people=20)
    line.command("转移 海傍路1号#1 海傍路1号#3 海傍路1号#4 海傍路2号 安置点1")
    assert "海傍路1号#1,3-4 3 人、海傍路2号 4 人" in line.meaning.said
    line.give("转移 海傍路1号#2 安置点1")
    assert line.command("转移 海傍路1号 海傍路3号 安置点1")
    assert "海傍路1号#1,3-4 3 人" in line.meaning.said and "海傍路3号 4 人" in line.meaning.said
    many = " ".join(f"海傍路{n}号#1" for n in range(2, 6))
    line.command(f"转移 {many} 安置点1")
    assert all(f"海傍路{n}号#1" in line.meaning.said for n in range(2, 6))


def test_a_building_is_put_back_whole(line: StreetLine) -> None:
    typhoon(line.street, people=8)
    line.give("转移 海傍路1号 安置点1")
    rows = {row.insert: row.able for row in line.offers("转移 放回名单 海傍路")}
    assert rows["海傍路1号"]
    line.give("转移 海傍路1号 放回名单")
    states = [one.at_risk.state for one in found(line.street).people]
    assert states == [Moved.LISTED] * 8


# ---- levels ---------------------------------------------------------------------------------


def test_the_whole_street_is_a_scope(line: StreetLine) -> None:
    name = next(iter(line.reference.communities.values()))
    made = line.command(f"提级 III 台风 范围=全街道 依据={ORDER}")
    assert (made.reach, made.places) == (Reach.STREET, ())
    assert "不能混" in line.refused(f"提级 II 台风 范围=全街道、{name} 依据={ORDER}")
    line.give(f"提级 III 台风 范围=全街道 依据={ORDER}")
    assert line.mode.proposed is not None


def test_a_level_goes_where_its_verb_says(line: StreetLine) -> None:
    assert "没有响应级别" in line.refused(f"降级 IV 台风 依据={ORDER}")
    drilling(line.street, Response.III, drill=False)
    for text in ("降级 I", "降级 III", "提级 IV"):
        assert "现在是Ⅲ级响应 台风" in line.refused(f"{text} 依据={ORDER}")
    assert line.command(f"降级 IV 依据={ORDER}").level is Response.IV
    assert "Ⅲ级响应 台风 → Ⅳ级响应 台风" in line.meaning.said
    assert line.command(f"提级 II 依据={ORDER}").level is Response.II
    assert line.command(f"切换 IV 依据={ORDER}").level is Response.IV
    assert line.command(f"解除应急 依据={ORDER}").level is None


def test_who_confirms_reads_what_the_panel_says(line: StreetLine) -> None:
    name = next(iter(line.reference.communities.values()))
    line.give(f"提级 III 台风 范围={name} 依据={ORDER}：蓝色预警转黄")
    line.sit("director-1")
    for text in (f"确认切换 {ORDER}", "退回切换：再等"):
        assert line.read(text).ready
        for part in (name, line.reference.names["lead-1"], "今天 08:30", "蓝色预警转黄"):
            assert part in line.meaning.said
    assert ORDER not in line.meaning.said  # the second person types it from the paper


# ---- reports --------------------------------------------------------------------------------


def test_no_report_goes_up_unread(line: StreetLine) -> None:
    drilling(line.street, Response.III, drill=False)
    bare = line.read("报送")
    assert bare.ready and bare.command is None and bare.call == "form"
    assert bare.form is not None and bare.form[0] == "mode.reports"
    assert line.command("报送：电话已报").words == "电话已报"


def test_nil_passes_over_nothing_that_a_hand_wrote(line: StreetLine) -> None:
    drilling(line.street, Response.III, drill=False)
    line.hand_written = True
    assert "改过" in line.refused("零报告")
    assert line.read("报送").call == "form"
    assert line.command("零报告：河道正常").nil and line.command("报送：水退了").words == "水退了"
    line.hand_written = False
    assert line.command("零报告").nil and line.command("零报告").words == ""
