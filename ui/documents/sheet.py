"""The map of the open cases in the HTML record: folium's, whole in the file, no tiles, no network.

Grids are outlines; a case is a shape of its lamp (red a diamond, yellow a triangle, green a disc)
with its number in the record's table, and a word when it is pointed at.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import Any

from commandcenter.domain.clock import Lamp
from commandcenter.services.handover_views import HandoverView
from commandcenter.services.views import Reference
from ui.map.scheme import leaflet_folder
from ui.models.handover import rows_of
from ui.words import say, word

MARK = 26
HIGH = 560
INKS = {Lamp.RED: "#b8211f", Lamp.YELLOW: "#d9a520", Lamp.GREEN: "#17693d"}
ABOVE = {Lamp.RED: 2000, Lamp.YELLOW: 1000, Lamp.GREEN: 0}
SHAPES = {
    Lamp.RED: "M13 0 26 13 13 26 0 13Z",
    Lamp.YELLOW: "M13 1 26 25 0 25Z",
    Lamp.GREEN: "M1 13a12 12 0 1 0 24 0a12 12 0 1 0 -24 0Z",
}
STYLE = """
.folium-map { border: 1px solid #9aa6b2; background: #f4f6f8; width: 100%; height: 560px; }
.legend { margin: 6px 0; } .legend svg { vertical-align: middle; margin: 0 4px 0 12px; }
#map-part { break-before: page; }
"""
_URL = re.compile(r"url\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Point:
    """One case on the map: its number in the table, where, its lamp, and its words."""

    number: int
    lon: float
    lat: float
    lamp: Lamp
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the map shows: rings of (lon, lat) and points; every word is said already."""

    title: str
    note: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    points: tuple[Point, ...]
    legend: tuple[tuple[Lamp, str], ...]


def sheet_of(view: HandoverView, reference: Reference) -> Sheet:
    """The open cases of a record that have a place on the map, numbered as in its table."""
    rows = list(enumerate((row.view.item for row in rows_of(view)), 1))
    points = tuple(
        Point(n, one.lon, one.lat, one.lamp, f"{n} · {one.number or ''} {one.place}")
        for n, one in rows
        if one.lon is not None and one.lat is not None
    )
    note = say("图上 {n} 件，无位置 {m} 件；数字是表中的序号。")
    return Sheet(
        title=say("附图：在办案卷分布"),
        note=note.format(n=len(points), m=len(rows) - len(points)),
        rings=tuple(shape.ring for shape in reference.grids),
        points=points,
        legend=tuple((lamp, word(lamp)) for lamp in (Lamp.RED, Lamp.YELLOW, Lamp.GREEN)),
    )


def write_sheet(sheet: Sheet) -> tuple[str, str]:
    """HTML for the page's head, and for the end of its body; folium is imported here (0.3 s)."""
    body, script = _folium(sheet)
    shapes = (f"{_shape(lamp)}{escape(text)}" for lamp, text in sheet.legend)
    part = (
        f'<section id="map-part"><h2>{escape(sheet.title)}</h2><p>{escape(sheet.note)}</p>'
        f'<p class="legend">{"".join(shapes)}</p>{body}</section>\n<script>{script}</script>\n'
    )
    return f"<style>{_style()}{STYLE}</style><script>{_asset('leaflet.js')}</script>", part


def _folium(sheet: Sheet) -> tuple[str, str]:
    """The map's element and its script, as folium renders them."""
    import folium

    made = folium.Map(
        location=[0, 0], zoom_start=2, tiles=None, prefer_canvas=True, height=HIGH,
        attribution_control=False, zoom_snap=0.25, maxZoom=19,
    )  # fmt: skip
    made._id = "record"
    made.default_js, made.default_css = [], []
    style = {"color": "#7c8894", "weight": 1, "fill_color": "#ffffff", "fill_opacity": 0.9}
    for ring in sheet.rings:
        corners = [[lat, lon] for lon, lat in ring]
        folium.Polygon(corners, fill=True, interactive=False, **style).add_to(made)
    beside: Counter[tuple[float, float]] = Counter()
    for point in sheet.points:
        place = (point.lon, point.lat)
        icon = folium.DivIcon(
            html=_shape(point.lamp, str(point.number), point.words),
            icon_size=(MARK, MARK),
            icon_anchor=_anchor(beside[place]),
        )
        beside[place] += 1
        made.add_child(icon)  # before its marker, which would fetch Leaflet's picture otherwise
        marker = folium.Marker([point.lat, point.lon], z_index_offset=ABOVE[point.lamp])
        marker.options["icon"] = icon
        marker.add_to(made)
    bounds = _bounds(sheet)
    if bounds is not None:
        made.fit_bounds(bounds, padding=(12, 12))
    figure: Any = made.get_root()
    figure.render()
    return str(figure.html.render()), str(figure.script.render())


def _anchor(number: int) -> tuple[int, int]:
    """Where the icon stands on its place; those at the same place stand in a spiral around it."""
    far, turn = 0.62 * MARK * math.sqrt(number), 2.4 * number
    return round(MARK / 2 + far * math.cos(turn)), round(MARK / 2 + far * math.sin(turn))


def _bounds(sheet: Sheet) -> list[list[float]] | None:
    """South-west and north-east corners as [lat, lon] of all that is shown."""
    places = [place for ring in sheet.rings for place in ring]
    places += [(point.lon, point.lat) for point in sheet.points]
    if not places:
        return None
    lons, lats = zip(*places, strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def _shape(lamp: Lamp, text: str = "", words: str = "") -> str:
    title = f"<title>{escape(words)}</title>" if words else ""
    ink = "#1a232d" if lamp is Lamp.YELLOW else "#ffffff"
    label = (
        f'<text x="13" y="{19 if lamp is Lamp.YELLOW else 17}" text-anchor="middle" '
        f'font-size="11" font-weight="bold" fill="{ink}">{escape(text)}</text>'
    )
    return (
        f'<svg width="{MARK}" height="{MARK}" viewBox="0 0 26 26" role="img">{title}'
        f'<path d="{SHAPES[lamp]}" fill="{INKS[lamp]}" stroke="#ffffff"/>'
        f"{label if text else ''}</svg>"
    )


def _style() -> str:
    """Leaflet's style without the pictures that it would fetch."""
    return _URL.sub("none", _asset("leaflet.css"))


def _asset(name: str) -> str:
    text = (leaflet_folder() / name).read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=\S+", "", text)
