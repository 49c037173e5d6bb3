"""The live map in a real web engine: what it draws, what it tells, what it never fetches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.map.page import build_page, cached_page, page_key
from ui.map.scheme import DATA_FILES, MapScheme, register
from ui.map.view import MapView

Row = dict[str, Any]
WEST, SOUTH, SIDE, ROWS = 113.40, 22.96, 0.004, 10
RED, GREEN = QColor("#ff4d4f"), QColor("#5fd0a5")


def square(column: int, row: int) -> Row:
    """An invented grid of the 10 x 10 board."""
    w, s = WEST + column * SIDE, SOUTH + row * SIDE
    e, n = w + SIDE, s + SIDE
    return {
        "code": f"4401131200{column:02d}{row:03d}",
        "name": f"第{row * ROWS + column}网格",
        "kind": "unit" if (column + row) % 7 == 0 else "basic",
        "community": f"第{column // 2}社区",
        "ring": [[w, s], [e, s], [e, n], [w, n], [w, s]],
    }


GRIDS = [square(column, row) for column in range(ROWS) for row in range(ROWS)]
EAST, NORTH = WEST + ROWS * SIDE, SOUTH + ROWS * SIDE
OUTLINE = [[[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]]
ROADS = [{"name": "石碁大道", "line": [[WEST, SOUTH], [EAST, NORTH]]}]


def middle(column: int, row: int) -> tuple[float, float]:
    return WEST + (column + 0.5) * SIDE, SOUTH + (row + 0.5) * SIDE


def case(name: str, place: tuple[float, float], lamp: str, level: str = "general") -> Row:
    lon, lat = place
    words = {"number": name, "label": "汽油味", "state": "处置中"}
    return {"id": name, "lon": lon, "lat": lat, "lamp": lamp, "level": level, **words}


def team(name: str, place: tuple[float, float]) -> Row:
    lon, lat = place
    return {"id": name, "name": name, "lon": lon, "lat": lat, "status": "free", "label": "空闲"}


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[MapView]:
    """A map with its ground laid, dark, 640 x 480."""
    register()
    widget = MapView()
    widget.resize(640, 480)
    widget.set_ground(GRIDS, ROADS, OUTLINE, sketch=True)
    yield from living(qtbot, widget)


def living(qtbot: QtBot, widget: MapView) -> Iterator[MapView]:
    """Show the widget until the page is ready, and take page and profile down in order."""
    with qtbot.waitSignal(widget.ready, timeout=20_000):
        widget.start()
        widget.show()
    yield widget
    assert widget.script_errors() == []
    widget.stop()
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pixel(qtbot: QtBot, view: MapView, name: str) -> tuple[float | None, float | None]:
    got: list[tuple[float | None, float | None]] = []
    view.pixel_of(name, lambda x, y: got.append((x, y)))
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def place_pixel(qtbot: QtBot, view: MapView, place: tuple[float, float]) -> QPoint:
    """Where a place lies in the widget; an unobtrusive case stands there for the asking."""
    view.upsert_cases([case("probe", place, "none")])
    x, y = pixel(qtbot, view, "probe")
    view.remove_cases(["probe"])
    assert pixel(qtbot, view, "probe") == (None, None)
    assert x is not None and y is not None
    return QPoint(round(x), round(y))


def has_colour(image: QImage, x: float, y: float, colour: QColor, reach: int = 9) -> bool:
    near = range(-reach, reach + 1)
    found = [image.pixelColor(round(x) + dx, round(y) + dy) for dx in near for dy in near]
    return any(
        abs(c.red() - colour.red())
        + abs(c.green() - colour.green())
        + abs(c.blue() - colour.blue())
        < 30
        for c in found
    )


def colours(image: QImage) -> set[int]:
    step = range(0, min(image.width(), image.height()), 7)
    return {image.pixel(x, y) for x in step for y in step}


def run(qtbot: QtBot, view: MapView, script: str) -> Any:
    got: list[Any] = []
    assert view._web is not None
    view._web.page().runJavaScript(script, 0, got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def test_page_names_only_its_own_assets() -> None:
    html = build_page()
    assert set(re.findall(r"(?:src|href)=\"([^\"]+)\"", html)) == {
        "app://map/leaflet/leaflet.js",
        "app://map/leaflet/leaflet.css",
        "app://map/qwebchannel.js",
        "app://map/map.js",
        "app://map/map.css",
    }
    for foreign in ("http", "openstreetmap", "jquery", "bootstrap", "awesome", "cdn"):
        assert foreign not in html.lower().replace('http-equiv="content-type"', "")


def test_page_is_composed_once_for_a_cache(tmp_path: Path) -> None:
    first = cached_page(tmp_path)
    [file] = tmp_path.iterdir()
    assert page_key() in file.name
    file.write_text("kept", encoding="utf-8")
    assert first == build_page()
    assert cached_page(tmp_path) == "kept"


@pytest.mark.parametrize(
    "path",
    [
        "/leaflet/../__init__.py",
        "/leaflet/../../../../folium/__init__.py",
        "/leaflet//etc/passwd",
        "/leaflet/images",
        "/leaflet/leaflet.js\0.css",
        "/view.py",
        "/../view.py",
        "/etc/passwd",
    ],
)
def test_scheme_serves_nothing_outside_its_folders(qapp: Any, path: str) -> None:
    assert MapScheme(build_page).body(path) is None


def test_scheme_serves_what_the_page_needs(qapp: Any) -> None:
    scheme = MapScheme(build_page)
    scheme.put("/grids.json", GRIDS[:1])
    assert b"Leaflet 1.9" in (scheme.body("/leaflet/leaflet.js") or b"")
    assert b"QWebChannel" in (scheme.body("/qwebchannel.js") or b"")
    assert GRIDS[0]["code"].encode() in (scheme.body("/grids.json") or b"")
    assert all(scheme.body(path) for path in (*DATA_FILES, "/map.js", "/index.html"))
    with pytest.raises(KeyError):
        scheme.put("/view.py", [])


def test_traversal_is_refused_in_the_page(qtbot: QtBot, view: MapView) -> None:
    run(
        qtbot,
        view,
        "window.seen = []; for (const p of ['leaflet/leaflet.css', 'leaflet/..%2f__init__.py',"
        " '..%2f..%2fview.py']) fetch(p).then(r => seen.push(p + r.status)); 1",
    )
    answers = ""

    def all_answered() -> bool:
        nonlocal answers
        answers = run(qtbot, view, "JSON.stringify(window.seen)")
        return answers.count(",") == 2

    qtbot.waitUntil(all_answered)
    assert "leaflet.css200" in answers
    assert answers.count("404") == 2


def test_ready_draws_the_ground_and_asks_nobody(qtbot: QtBot, view: MapView) -> None:
    assert view.is_ready
    assert view.blocked_requests() == []
    qtbot.waitUntil(lambda: len(colours(view.grab().toImage())) > 20)


def test_outside_address_is_blocked_and_counted(qtbot: QtBot, view: MapView) -> None:
    outside = "https://tile.example.invalid/1/2/3.png"
    run(qtbot, view, f"new Image().src = '{outside}'; 1")
    qtbot.waitUntil(lambda: view.blocked_requests() == [outside])


def test_page_cannot_be_led_away(qtbot: QtBot, view: MapView) -> None:
    run(qtbot, view, "location.href = 'https://away.example.invalid/'; 1")
    qtbot.waitUntil(lambda: "https://away.example.invalid/" in view.blocked_requests())
    assert view._web is not None
    assert view._web.page().url() == QUrl("app://map/index.html")


@pytest.mark.parametrize(("lamp", "colour"), [("red", RED), ("green", GREEN)])
def test_case_stands_at_its_pixel_in_its_colour(
    qtbot: QtBot, view: MapView, lamp: str, colour: QColor
) -> None:
    view.upsert_cases([case("0231", middle(7, 2), lamp, "urgent")])
    x, y = pixel(qtbot, view, "0231")
    assert x is not None and y is not None
    assert x > 320 and y > 240  # east of the middle and south of it
    qtbot.waitUntil(lambda: has_colour(view.grab().toImage(), x, y, colour))
    view.remove_cases(["0231"])
    qtbot.waitUntil(lambda: not has_colour(view.grab().toImage(), x, y, colour))
    assert pixel(qtbot, view, "0231") == (None, None)


def test_click_tells_the_case_else_the_grid(qtbot: QtBot, view: MapView) -> None:
    view.upsert_cases([case("0231", middle(3, 3), "yellow")])
    x, y = pixel(qtbot, view, "0231")
    assert x is not None and y is not None
    with qtbot.waitSignal(view.case_clicked) as told:
        qtbot.mouseClick(view.focusProxy().focusProxy(), Qt.LeftButton, pos=QPoint(int(x), int(y)))
    assert told.args == ["0231"]
    there = place_pixel(qtbot, view, middle(6, 8))
    with qtbot.waitSignal(view.grid_clicked) as told:
        qtbot.mouseClick(view.focusProxy().focusProxy(), Qt.LeftButton, pos=there)
    assert told.args == [square(6, 8)["code"]]


def test_right_click_asks_for_the_place(qtbot: QtBot, view: MapView) -> None:
    lon, lat = middle(2, 6)
    there = place_pixel(qtbot, view, (lon, lat))
    with qtbot.waitSignal(view.place_asked) as told:
        qtbot.mouseClick(view.focusProxy().focusProxy(), Qt.RightButton, pos=there)
    assert told.args[0] == pytest.approx(lon, abs=SIDE / 20)
    assert told.args[1] == pytest.approx(lat, abs=SIDE / 20)
    assert told.args[2] == square(2, 6)["code"]


def test_right_click_outside_every_grid_has_no_code(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.place_asked) as told:
        qtbot.mouseClick(view.focusProxy().focusProxy(), Qt.RightButton, pos=QPoint(70, 200))
    assert told.args[2] == ""


def test_calls_before_ready_are_kept(qtbot: QtBot) -> None:
    widget = MapView()
    widget.resize(640, 480)
    places: list[tuple[float | None, float | None]] = []
    widget.pixel_of("0001", lambda x, y: places.append((x, y)))
    widget.upsert_cases([case("0001", middle(1, 1), "green"), case("0002", middle(5, 5), "red")])
    widget.remove_cases(["0002"])
    widget.select_case("0001", centre=False)
    widget.set_ground(GRIDS, [], OUTLINE, sketch=False)
    assert not widget.is_ready
    alive = living(qtbot, widget)
    view = next(alive)
    qtbot.waitUntil(lambda: bool(places))
    x, y = places[0]
    assert x is not None and y is not None
    assert pixel(qtbot, view, "0002") == (None, None)
    qtbot.waitUntil(lambda: has_colour(view.grab().toImage(), x, y, GREEN))
    assert next(alive, None) is None


def test_theme_changes_the_ground(qtbot: QtBot, view: MapView) -> None:
    corner = QPoint(6, 300)
    dark = view.grab().toImage().pixelColor(corner)
    view.set_theme("light")
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(corner).lightness() > 200)
    assert dark.lightness() < 60


def test_red_grid_is_marked_without_painting_others(qtbot: QtBot, view: MapView) -> None:
    late, calm = place_pixel(qtbot, view, middle(4, 4)), place_pixel(qtbot, view, middle(8, 8))
    view.colour_grids(
        {
            square(4, 4)["code"]: {"lamp": "red", "count": 3},
            square(8, 8)["code"]: {"lamp": "green", "count": 3},
        }
    )
    qtbot.waitUntil(lambda: has_colour(view.grab().toImage(), late.x(), late.y(), RED, 24))
    assert not has_colour(view.grab().toImage(), calm.x(), calm.y(), RED, 12)


def test_hand_stops_the_map_from_following(qtbot: QtBot, view: MapView) -> None:
    qtbot.waitActive(view)
    view.upsert_cases([case("near", middle(4, 5), "green"), case("far", middle(0, 0), "green")])
    with qtbot.waitSignal(view.touched):
        qtbot.keyClick(view.focusProxy().focusProxy(), Qt.Key_Plus)
    before = pixel(qtbot, view, "near")
    view.select_case("near")
    assert pixel(qtbot, view, "near") == before
    view.follow()
    assert pixel(qtbot, view, "near") == pytest.approx((320, 240), abs=1)


def test_case_out_of_view_is_fetched_even_after_a_hand(qtbot: QtBot, view: MapView) -> None:
    view.upsert_cases([case("far", middle(0, 0), "green")])
    run(qtbot, view, "map_command.setZoom(17, {animate: false}); 1")
    away = pixel(qtbot, view, "far")
    assert away[0] is not None and away[0] < 0
    view.select_case("far")
    assert pixel(qtbot, view, "far") == pytest.approx((320, 240), abs=1)


def test_loading_map_leaves_the_keyboard_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    box, typed, widget = QVBoxLayout(window), QLineEdit(), MapView()
    box.addWidget(typed)
    box.addWidget(widget)
    window.resize(640, 480)
    window.show()
    qtbot.waitActive(window)
    typed.setFocus()
    widget.set_ground(GRIDS, ROADS, OUTLINE, sketch=True)
    alive = living(qtbot, widget)
    next(alive)
    qtbot.keyClicks(QApplication.focusWidget(), "231")
    assert typed.text() == "231"
    assert next(alive, None) is None
    window.close()
    window.deleteLater()


def test_candidates_are_lines_that_clear(qtbot: QtBot, view: MapView) -> None:
    view.upsert_cases([case("0231", middle(2, 5), "red")])
    view.upsert_teams([team("安监组", middle(7, 5)), team("机动组", middle(7, 8))])
    view.select_case("0231")
    there, chosen = place_pixel(qtbot, view, middle(4, 5)), QColor("#6cc7ff")
    view.show_candidates([{"team_id": "安监组", "rank": 1}, {"team_id": "机动组", "rank": 2}])
    line = lambda: has_colour(view.grab().toImage(), there.x(), there.y(), chosen, 4)  # noqa: E731
    qtbot.waitUntil(line)
    view.show_candidates([])
    qtbot.waitUntil(lambda: not line())


def test_a_plan_is_a_line_from_each_case_to_its_team(qtbot: QtBot, view: MapView) -> None:
    view.upsert_cases([case("0231", middle(2, 5), "green"), case("0232", middle(2, 2), "green")])
    view.upsert_teams([team("安监组", middle(7, 5)), team("机动组", middle(7, 2))])
    marked, other = (place_pixel(qtbot, view, middle(6, row)) for row in (5, 2))
    rows = [
        {"case_id": "0231", "team_id": "安监组", "number": 1, "ticked": True, "marked": True},
        {"case_id": "0232", "team_id": "机动组", "number": 2, "ticked": True, "marked": False},
    ]

    def seen(there: QPoint, name: str) -> bool:
        return has_colour(view.grab().toImage(), there.x(), there.y(), QColor(name), 4)

    view.show_plan(rows)
    qtbot.waitUntil(lambda: seen(marked, "#6cc7ff") and seen(other, "#a9c6e3"))
    view.show_plan([])
    qtbot.waitUntil(lambda: not seen(marked, "#6cc7ff") and not seen(other, "#a9c6e3"))


def test_moved_team_arrives_and_leaves_its_old_place(qtbot: QtBot, view: MapView) -> None:
    colour = QColor("#a9c6e3")
    old, new = place_pixel(qtbot, view, middle(2, 2)), place_pixel(qtbot, view, middle(7, 7))
    seen: Callable[[QPoint], bool] = lambda p: has_colour(  # noqa: E731
        view.grab().toImage(), p.x(), p.y(), colour, 7
    )
    view.upsert_teams([team("机动组", middle(2, 2))])
    qtbot.waitUntil(lambda: seen(old))
    view.upsert_teams([team("机动组", middle(7, 7))])
    qtbot.waitUntil(lambda: seen(new) and not seen(old))
    view.remove_teams(["机动组"])
    qtbot.waitUntil(lambda: not seen(new))


def test_new_ground_replaces_the_old(qtbot: QtBot, view: MapView) -> None:
    there = place_pixel(qtbot, view, middle(5, 5))
    view.set_ground([square(0, 0)], [], OUTLINE, sketch=False)
    qtbot.waitUntil(
        lambda: run(qtbot, view, "document.querySelector('.map-sketch').style.display") == "none"
    )
    with qtbot.waitSignal(view.place_asked) as told:
        qtbot.mouseClick(view.focusProxy().focusProxy(), Qt.RightButton, pos=there)
    assert told.args[2] == ""
