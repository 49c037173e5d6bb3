"""Boundaries of streets and grids from a GeoJSON file; broken ones are set aside with the reason.

Coordinates are (lon, lat) in WGS 84 degrees, as RFC 7946 has it. Nothing is repaired or shifted.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import shapely

from commandcenter.geo.ground import LonLat, Ring

MAX_BYTES = 50 * 1024 * 1024
MAX_FEATURES = 50_000

Polygon = tuple[Ring, ...]
"""The outer ring, then its holes; each ring's first point is its last."""

_CODE_KEYS = ("code", "Code", "CODE", "adcode")
_NAME_KEYS = ("Name", "name", "NAME")
_CODE_LENGTHS = {6: 12, 9: 12, 12: 12, 15: 15, 17: 17, 18: 18}
_SHIFTED = re.compile(r"gcj[-_ ]?0?2|bd[-_ ]?0?9|火星坐标|百度坐标", re.IGNORECASE)
_DATUM_KEYS = ("datum", "crs", "coordsys", "coordinate_system", "坐标系")
_GEODETIC = re.compile(
    r"crs:?84|epsg:+(?:[0-9.]*:)?(4326|4490)\b|wgs ?84|cgcs ?2000", re.IGNORECASE
)
_FAULTS = (("elf-intersection", "self_intersection"), ("Too few points", "few_points"))


class UnreadableBoundaries(Exception):
    """The file as a whole cannot be taken.

    `reason`: missing, too_large, utf16, encoding, not_json, not_geojson, too_many,
    datum (it says GCJ-02 or BD-09), crs (it says a projection).
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


class BrokenShape(ValueError):
    """One feature cannot be taken; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Boundary:
    """A boundary with its code (12 digits, or 15 to 18 of a grid) and a point inside it."""

    code: str
    name: str
    polygons: tuple[Polygon, ...]
    centre: LonLat


@dataclass(frozen=True, slots=True)
class Refused:
    """A feature set aside: its place in the file from 0, its name, the code of the reason."""

    index: int
    name: str
    reason: str


class Reading(NamedTuple):
    """What a file gave; features read = accepted + refused, always."""

    accepted: list[Boundary]
    refused: list[Refused]


def read_boundaries(path: Path, *, forced: bool = False) -> Reading:
    """Read a GeoJSON file of polygons, each with a code among its properties.

    A feature is refused with geometry, type, coordinates, few_points, not_closed,
    outside_world, self_intersection, no_area, invalid, no_code, bad_code or double_code.
    A file that by its name or its own words is in GCJ-02 or BD-09 is refused as a whole,
    unless forced: then its points are taken as they stand, which is some 500 m off in China.
    Many such files do not state their datum; those cannot be known. Raises UnreadableBoundaries.
    """
    whole = _read(path)
    if not forced:
        _check_datum(path.name, whole)
    reading = Reading([], [])
    seen: set[str] = set()
    for index, feature in enumerate(whole["features"]):
        name = _name(feature)
        try:
            boundary = _boundary(feature, name)
            if boundary.code in seen:
                raise BrokenShape("double_code")
        except BrokenShape as broken:
            reading.refused.append(Refused(index, name, broken.reason))
        else:
            seen.add(boundary.code)
            reading.accepted.append(boundary)
    return reading


def _read(path: Path) -> dict[str, Any]:
    """The feature collection of a file; a UTF-8 byte order mark is allowed, UTF-16 is not."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableBoundaries("missing", error.strerror or "") from error
    if len(raw) > MAX_BYTES:
        raise UnreadableBoundaries("too_large", str(MAX_BYTES))
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableBoundaries("utf16")
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableBoundaries("encoding", str(error.start)) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableBoundaries("not_json", str(error)) from error
    if not isinstance(whole, dict) or whole.get("type") != "FeatureCollection":
        raise UnreadableBoundaries("not_geojson")
    features = whole.get("features")
    if not isinstance(features, list):
        raise UnreadableBoundaries("not_geojson")
    if len(features) > MAX_FEATURES:
        raise UnreadableBoundaries("too_many", str(MAX_FEATURES))
    return whole


def _check_datum(file_name: str, whole: Mapping[str, Any]) -> None:
    """Refuse what says it is shifted (GCJ-02, BD-09) or projected; silence means WGS 84."""
    named = whole.get("crs")
    crs = json.dumps(named, ensure_ascii=False) if named else ""
    said = [file_name, crs, str(whole.get("name", ""))]
    for holder in (whole, *(_properties(feature) for feature in whole["features"])):
        said += [str(holder[key]) for key in _DATUM_KEYS if key != "crs" and key in holder]
    shifted = next((words for words in said if _SHIFTED.search(words)), None)
    if shifted is not None:
        raise UnreadableBoundaries("datum", shifted)
    if crs and not _GEODETIC.search(crs):
        raise UnreadableBoundaries("crs", crs)


def _properties(feature: object) -> Mapping[str, Any]:
    found = feature.get("properties") if isinstance(feature, dict) else None
    return found if isinstance(found, dict) else {}


def _name(feature: object) -> str:
    own = _properties(feature)
    return next((str(own[key]).strip() for key in _NAME_KEYS if own.get(key)), "")


def _boundary(feature: object, name: str) -> Boundary:
    """One feature; its shape is looked at before its code, so that a broken ring is named."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict):
        raise BrokenShape("geometry")
    kind, places = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        raise BrokenShape("type")
    parts = [places] if kind == "Polygon" else places
    if not isinstance(parts, list) or not parts:
        raise BrokenShape("coordinates")
    polygons = tuple(_polygon(part) for part in parts)
    shape = shapely.MultiPolygon([(outer, holes) for outer, *holes in polygons])
    _check_shape(shape)
    largest = max(shape.geoms, key=lambda part: part.area)
    inner = largest.representative_point()
    return Boundary(_code(_properties(feature)), name, polygons, (inner.x, inner.y))


def _polygon(part: object) -> Polygon:
    if not isinstance(part, list) or not part:
        raise BrokenShape("coordinates")
    return tuple(_ring(ring) for ring in part)


def _ring(points: object) -> Ring:
    """A closed ring of four or more points inside the world; heights are dropped."""
    if not isinstance(points, list):
        raise BrokenShape("coordinates")
    ring = tuple(_point(point) for point in points)
    if len(ring) < 4:
        raise BrokenShape("few_points")
    if ring[0] != ring[-1]:
        raise BrokenShape("not_closed")
    return ring


def _point(point: object) -> LonLat:
    if not isinstance(point, list) or len(point) < 2:
        raise BrokenShape("coordinates")
    lon, lat = point[:2]
    for value in (lon, lat):
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise BrokenShape("coordinates")
    if math.isnan(lon) or math.isnan(lat):
        raise BrokenShape("coordinates")
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise BrokenShape("outside_world")
    return float(lon), float(lat)


def _check_shape(shape: shapely.MultiPolygon) -> None:
    """The rules of a valid polygon (OGC simple features), by the reason's code."""
    if shape.convex_hull.area == 0:
        raise BrokenShape("no_area")
    if shape.is_valid:
        return
    words = shapely.is_valid_reason(shape)
    raise BrokenShape(next((code for part, code in _FAULTS if part in words), "invalid"))


def _code(own: Mapping[str, Any]) -> str:
    """The code as 12 digits (shorter division codes are filled up), or 15 to 18 of a grid."""
    given = next((own[key] for key in _CODE_KEYS if own.get(key) not in (None, "")), None)
    if given is None:
        raise BrokenShape("no_code")
    code = str(given).strip()
    if not (code.isascii() and code.isdigit()) or len(code) not in _CODE_LENGTHS:
        raise BrokenShape("bad_code")
    return code.ljust(_CODE_LENGTHS[len(code)], "0")
