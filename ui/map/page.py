"""The map's HTML shell: composed once by folium, empty of features and of foreign addresses."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ui.map.scheme import CHANNEL, HERE, OWN_FILES, ROOT

MAP_NAME = "map_command"
MAX_ZOOM = 19


def build_page() -> str:
    """HTML of the map page; names only assets below app://map/.

    folium is imported here and not above: its import costs 0.3-0.4 s.
    """
    import folium

    shell = folium.Map(
        location=[0, 0],
        zoom_start=2,
        tiles=None,
        prefer_canvas=True,
        max_zoom=MAX_ZOOM,
        zoom_control=False,
        **_leaflet_options(),
    )
    shell._id = MAP_NAME.removeprefix("map_")  # a fixed name instead of a random one
    shell.default_js = [("leaflet", f"{ROOT}leaflet/leaflet.js"), ("channel", ROOT + CHANNEL[1:])]
    shell.default_css = [
        ("leaflet_css", f"{ROOT}leaflet/leaflet.css"),
        ("map_css", f"{ROOT}map.css"),
    ]
    figure: Any = shell.get_root()
    # a module runs last: folium makes the map in a script at the end of the page
    own = f'<script type="module" src="{ROOT}map.js"></script>'
    figure.header.add_child(folium.Element(own), name="own_script")
    return str(figure.render())


def cached_page(folder: Path | None) -> str:
    """build_page(), kept in folder under a key of folium's version and our own files."""
    if folder is None:
        return build_page()
    file = folder / f"map-{page_key()}.html"
    if file.is_file():
        return file.read_text(encoding="utf-8")
    html = build_page()
    folder.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(html, encoding="utf-8")
    fresh.replace(file)
    return html


def page_key() -> str:
    """Short hash that changes with folium, Leaflet or one of our files."""
    digest = hashlib.sha256()
    for package in ("folium", "XStatic-Leaflet"):
        digest.update(version(package).encode())
    for file in (Path(__file__), *(HERE / name[1:] for name in OWN_FILES)):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _leaflet_options() -> dict[str, Any]:
    return {
        "maxZoom": MAX_ZOOM,  # folium's own max_zoom reaches only tile layers
        "attribution_control": False,
        "zoom_snap": 0.25,  # no tiles: the ground may fill the window exactly
        "zoom_delta": 0.5,
        "wheel_px_per_zoom_level": 120,
        "double_click_zoom": False,  # a double click must not move the dispatcher's map
        "box_zoom": True,
        "keyboard_pan_delta": 80,
    }
