"""Values behind the intake form: the draft, its times, choices and places."""

from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from shapely import Point, Polygon

from commandcenter.domain.case import Source
from commandcenter.domain.commands import ReportCase
from tests.ui.callfakes import NOW, REFERENCE, CallDesk, desk_context
from ui.models.items import Choice, ChoiceModel
from ui.panels.intake_draft import Draft, wall_time
from ui.panels.intake_places import Gazetteer


def test_choices_model_keeps_the_rules_of_models(qtbot: Any) -> None:
    model = ChoiceModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    for keys in ("ab", "abcd", "xb", "", "q"):
        model.load([Choice(key, key) for key in keys])
        assert [one.key for one in model.choices()] == list(keys)
    assert tester.model() is model


@pytest.mark.parametrize(
    ("text", "hours"),
    [("09:20", 0.7), ("9：20", 0.7), ("11:00", 23.0 + 2 / 60), ("07-10 10:02", 24.0)],
)
def test_wall_time_is_read_backwards_from_now(text: str, hours: float, qtbot: Any) -> None:
    with desk_context(CallDesk(), frozenset()) as context:
        read = wall_time(text, NOW, context.clock)
    assert read is not None
    assert abs((NOW - read).total_seconds() / 3600 - hours) < 0.01


def test_nonsense_is_no_time(qtbot: Any) -> None:
    with desk_context(CallDesk(), frozenset()) as context:
        for text in ("", "25:00", "13-45 10:00", "abc", "10"):
            assert wall_time(text, NOW, context.clock) is None


def test_limits_of_the_draft(qtbot: Any) -> None:
    with desk_context(CallDesk(), frozenset()) as context:
        long = Draft(
            source=Source.APP,
            words="长" * 2001,
            item="01-02",
            place="地" * 201,
            phone="1380013800a",
        )
        assert long.faults(NOW, context.clock) == {
            "phone": "phone_pattern",
            "words": "words_long",
            "place": "place_long",
        }
        for good in ("13800138000", "020-12345678", "12345", "4001234567", ""):
            fine = Draft(source=Source.APP, words="词", item="01-02", place="地", phone=good)
            assert fine.faults(NOW, context.clock) == {}


def test_places_by_code_digits_road_community_and_initials() -> None:
    found = Gazetteer(REFERENCE)
    code = REFERENCE.grids[0].grid.code
    assert [one.grid for one in found.find(code)] == [code]
    assert all(one.grid.endswith("213001") for one in found.find("213001"))
    road = found.find("龙岐路药店门口")
    assert road[0].kind == "road" and road[0].name.startswith("龙岐路")
    assert found.find("小龙")[0].name.startswith("小龙")
    assert any("石碁" in one.name for one in found.find("sqdd"))
    assert found.find("") == [] and found.find("没有这个地方吗") == []


def test_a_stretch_of_road_lies_in_the_grid_it_names() -> None:
    rings = {one.grid.code: Polygon(one.ring) for one in REFERENCE.grids}
    found = Gazetteer(REFERENCE).find("石碁大道", limit=30)
    roads = [one for one in found if one.kind == "road"]
    assert len(roads) > 5
    assert all(rings[one.grid].buffer(1e-9).contains(Point(one.lon, one.lat)) for one in roads)


def test_the_report_is_what_was_typed(qtbot: Any) -> None:
    draft = Draft(source=Source.GRID, words=" 词 ", item="01-02", grid="440113120001001")
    with desk_context(CallDesk(), frozenset()) as context:
        with_place = draft.command(NOW, context.clock, "大龙社区第一网格")
    assert isinstance(with_place, ReportCase)
    assert (with_place.words, with_place.place) == ("词", "大龙社区第一网格")
    assert with_place.hotline_at is None
