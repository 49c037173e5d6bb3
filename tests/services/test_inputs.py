"""What comes in from outside: too long, unreadable, off the world, of the wrong kind."""

from __future__ import annotations

import math
from datetime import timedelta
from typing import Any

import pytest

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    AddNote,
    ArriveTask,
    CorrectCase,
    FileCase,
    Picture,
    ReportCase,
    ReportPosition,
    UpdateCase,
)
from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskBoard, AskFind
from commandcenter.storage.pictures import MOST_BYTES
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import PNG, Room
from tests.walks import UNIT, head, refused

GOOD = {"item": "01-02", "source": Source.WINDOW, "words": "垃圾", "place": "路口"}
NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"words": "长" * 4001}, "text_too_long"),
        ({"place": "长" * 201}, "text_too_long"),
        ({"caller_name": "长" * 201}, "text_too_long"),
        ({"source_number": "1" * 201}, "text_too_long"),
        ({"words": "垃\x00圾"}, "text_unreadable"),
        ({"words": "垃\x1b[31m圾"}, "text_unreadable"),
        ({"words": "垃\x7f圾"}, "text_unreadable"),
        ({"words": "垃\x85圾"}, "text_unreadable"),
        ({"words": "垃\ud800圾"}, "text_unreadable"),
        ({"place": "路\x00口"}, "text_unreadable"),
        ({"words": "   "}, "words_or_picture"),
        ({"place": " \n "}, "place_missing"),
        ({"item": "99-99"}, "no_such_item"),
        ({"item": ""}, "no_such_item"),
        ({"lon": NAN, "lat": 22.9}, "place_off_world"),
        ({"lon": 113.4, "lat": NAN}, "place_off_world"),
        ({"lon": INF, "lat": 22.9}, "place_off_world"),
        ({"lon": 113.4, "lat": -INF}, "place_off_world"),
        ({"lon": 180.1, "lat": 22.9}, "place_off_world"),
        ({"lon": 1e308, "lat": 22.9}, "place_off_world"),
        ({"lon": 10**400, "lat": 22.9}, "place_off_world"),
        ({"lon": 113.4}, "place_half"),
        ({"grid": "440113120213999"}, "no_such_grid"),
        ({"grid": "'; DROP TABLE cases; --"}, "no_such_grid"),
        ({"caller_phone": "一三八"}, "phone_unreadable"),
        ({"caller_phone": "1" * 16}, "phone_unreadable"),
        ({"reporter": "nobody"}, "no_such_person"),
        ({"case": "short"}, "bad_id"),
        ({"case": "x" * 36}, "bad_id"),
        ({"id": ""}, "bad_id"),
        ({"id": "i" * 65}, "bad_id"),
        ({"id": "\ud800"}, "bad_id"),
        ({"pictures": (Picture(sha256="../../etc/passwd"),)}, "no_such_picture"),
        ({"pictures": (Picture(sha256="0" * 64),)}, "no_such_picture"),
        ({"pictures": (Picture(sha256="0" * 64),) * 13}, "too_many_pictures"),
    ],
)
def test_a_report_that_cannot_be_taken_is_refused(
    room: Room, change: dict[str, Any], code: str
) -> None:
    refused(room, code, ReportCase, "intake-1", **GOOD | change)


def test_a_hotlines_time_is_not_in_the_future_and_names_its_zone(room: Room) -> None:
    later = room.clock.at + timedelta(seconds=1)
    refused(room, "in_future", ReportCase, "intake-1", **GOOD, hotline_at=later)
    bare = room.clock.at.replace(tzinfo=None)
    refused(room, "bad_time", ReportCase, "intake-1", **GOOD, hotline_at=bare)


@pytest.mark.parametrize(
    "change",
    [{"words": 5}, {"place": 5}, {"item": ["01-02"]}, {"lon": "113", "lat": "22"}, {"source": "x"},
     {"pictures": 3}, {"hotline_at": "now"}, {"caller_phone": 13800005678}],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_changes_nothing(room: Room, change: dict[str, Any]) -> None:
    at = head(room)
    with pytest.raises((TypeError, AttributeError)):
        room.do(ReportCase, "intake-1", **GOOD | change)
    assert head(room) == at
    assert room.desk.ask(AskBoard(), "intake-1").cases == ()


def test_words_at_the_limit_and_odd_characters_come_back_as_they_were(room: Room) -> None:
    kept = (
        "长" * 4000,
        "𠮷野家门口👨‍👩‍👧‍👦",
        "第一行\n第二行\t完",
        "e\u0301é",
        "\ufeff垃圾",
        "'\"%_\\",
    )
    for words in kept:
        case = room.report(words=words)
        assert room.view(case).words == words
    case = room.report(words="\u202e13800005678\u202c 堵\r\n了\r", place="路口\n东侧")
    assert room.view(case).words == "13800005678 堵\n了"
    assert room.case(case).place == "路口 东侧"


def test_the_edge_of_the_world_is_in_it(room: Room) -> None:
    case = room.report(lon=180.0, lat=-90.0)
    assert (room.case(case).lon, room.case(case).grid) == (180.0, None)
    whole = room.report(lon=113, lat=22)
    assert (room.case(whole).lon, room.case(whole).lat) == (113.0, 22.0)
    with room.center.database.read.begin() as connection:
        assert differences(connection, room.desk.street) == []


@pytest.mark.parametrize("point", [(NAN, 22.9), (113.4, INF), (-181, 0), (113.4, None)])
def test_no_impossible_place_comes_in_by_another_door(room: Room, point: tuple[Any, Any]) -> None:
    lon, lat = point
    case = walks.signed(room)
    code = "place_half" if lat is None else "place_off_world"
    refused(room, code, ArriveTask, UNIT, case=case, task=room.lead_task(case), lon=lon, lat=lat)
    refused(room, code, CorrectCase, "lead-1", case=case, lon=lon, lat=lat)
    refused(room, code, ReportPosition, "system", team="team-safety", lon=lon, lat=lat)
    with room.center.database.read.begin() as connection:
        assert verify(connection, room.desk.street).good


def test_a_version_never_seen_is_stale_and_the_present_state_is_told(room: Room) -> None:
    case = room.report()
    for seen in (0, 2, -1, 10**30):
        with pytest.raises(Refusal) as said:
            room.desk.do(FileCase(case=case, seen=seen), "lead-1")
        assert (said.value.code, said.value.values["version"]) == ("stale", 1)
        assert said.value.values["state"] == "reported"


def test_pictures_are_pictures_and_not_too_big(room: Room) -> None:
    for data, code in ((b"", "picture_size"), (b"GIF89a", "picture_kind"), (b"MZ", "picture_kind"),
                       (PNG[:8] + b"0" * MOST_BYTES, "picture_size")):  # fmt: skip
        with pytest.raises(Refusal, match=code):
            room.desk.keep_picture(data)
    case = room.report(words="", pictures=(room.picture("nonsense"),))
    assert [one.kind for one in room.view(case).pictures] == ["scene"]


def test_an_empty_note_and_an_empty_update_say_nothing(room: Room) -> None:
    case = walks.signed(room)
    refused(room, "words_or_picture", AddNote, "intake-1", case=case, words=" ")
    refused(room, "words_or_picture", UpdateCase, UNIT, case=case, words="\n")
    refused(room, "no_such_case", AddNote, "unit-police", case=case, words="看看")
    room.do(AddNote, UNIT, case=case, words="在路上")


@pytest.mark.parametrize("text", ["", " ", "%", "_", "'", '"', "AND", "NEAR(", "*", "垃" * 100])
def test_no_search_text_breaks_the_search(room: Room, text: str) -> None:
    room.report()
    assert room.desk.ask(AskFind(text=text), "intake-1").more is False
    with pytest.raises(Refusal, match="text_too_long"):
        room.desk.ask(AskFind(text="x" * 101), "intake-1")
    with pytest.raises(Refusal, match="limit_range"):
        room.desk.ask(AskFind(text="x", limit=0), "intake-1")
