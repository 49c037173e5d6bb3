"""Draw the demo street's ground again: divisions.csv in, street.json, grids.json, roads.json out.

Everything drawn here is invented (fixed seed): a sketch, not the town's real boundary.
Run from anywhere:  python resources/demo/make_demo.py
"""

from __future__ import annotations

import csv
import json
import math
import random
from itertools import pairwise
from pathlib import Path

import shapely
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.ops import unary_union

HERE = Path(__file__).resolve().parent
SEED = 440113120
STREET = "440113120"
CENTRE = (113.44, 22.96)
HALF_WIDTH, HALF_HEIGHT = 3000.0, 4000.0
LAT_M = 111_195.0
LON_M = LAT_M * math.cos(math.radians(CENTRE[1]))
DIGITS = "零一二三四五六七八九十"
NOTE = "示意图：轮廓、网格、道路均为虚构，不是真实边界"

XY = tuple[float, float]

# Rough places of our own choice on the sketch, metres east and north of its centre.
SEEDS: dict[str, XY] = {
    "001": (-1500, 2900), "006": (300, 3200), "200": (1700, 2500), "201": (2300, -2700),
    "202": (1900, 700), "203": (-2000, 1500), "204": (-500, 2000), "205": (2300, 1600),
    "206": (0, 500), "207": (-1400, 300), "208": (900, 1700), "209": (-2300, 200),
    "210": (1000, -500), "211": (-1700, -1100), "213": (-300, -1100), "214": (-1000, -2300),
    "215": (600, -2000), "216": (-2000, -2800), "217": (2200, -700), "500": (800, -3300),
}  # fmt: skip

UNIT_GRIDS: dict[str, tuple[str, ...]] = {
    "206": ("石碁工业园", "石碁商业街", "石碁体育公园"),
    "213": ("小龙工业区", "小龙农贸市场"),
    "001": ("大龙商业广场",),
    "006": ("岐山物流园",),
    "202": ("海傍码头",),
    "203": ("低涌工业区",),
    "207": ("官涌批发市场",),
    "210": ("莲塘工业区",),
    "217": ("文边产业园",),
}

# name, community of a village street or "", corner points in metres
ROADS: list[tuple[str, str, list[XY]]] = [
    ("石碁大道", "", [(-150, 3650), (-50, 1900), (100, 500), (50, -1200), (150, -3600)]),
    ("龙岐路", "", [(-2000, 3000), (-600, 2750), (800, 2900), (2000, 2600)]),
    ("低涌路", "", [(-2450, 1500), (-1200, 1350), (-30, 1400), (1300, 1500), (2600, 1450)]),
    ("官海路", "", [(-2700, 250), (-1300, 350), (90, 450), (1500, 500), (2650, 650)]),
    ("莲文路", "", [(-2300, -800), (-1000, -650), (70, -620), (1300, -700), (2700, -800)]),
    ("金桥路", "", [(-2300, -2600), (-900, -2050), (80, -1950), (1000, -2200), (2500, -2600)]),
    ("西环路", "", [(-1900, 3050), (-2000, 1450), (-1900, 300), (-1800, -750), (-1750, -2450)]),
    ("东环路", "", [(1700, 2750), (1600, 1520), (1650, 520), (1800, -750), (1900, -2450)]),
    ("永善路", "", [(-1150, 2850), (-1100, 1350), (-1000, 370), (-1050, -650), (-1000, -2100)]),
    ("南浦路", "", [(850, 2900), (900, 1480), (820, 480), (850, -670), (800, -2150), (900, -3350)]),
    ("沿江路", "", [(2300, 1450), (2350, 620), (2400, -780), (2350, -2550)]),
    ("祠堂东街", "213", [(60, -1000), (-350, -960), (-700, -1010), (-1010, -1000)]),
    ("小龙大街", "213", [(-420, -630), (-350, -960), (-380, -1500), (-300, -2000)]),
    ("小龙新村路", "213", [(-700, -1010), (-680, -1450), (-380, -1500), (60, -1480)]),
    ("大龙街", "001", [(-1560, 2980), (-1500, 2300), (-1120, 2050)]),
    ("岐山街", "006", [(-90, 2830), (300, 2400), (860, 2450)]),
    ("前锋街", "200", [(1250, 2800), (1300, 2100), (1650, 2050)]),
    ("长坦街", "204", [(-1120, 2050), (-500, 2000), (-60, 2100)]),
    ("雁洲街", "205", [(1650, 2050), (2150, 1950), (2250, 1450)]),
    ("海傍街", "202", [(1630, 1000), (2000, 950), (2320, 1050)]),
    ("石碁正街", "206", [(-1020, 850), (-400, 900), (60, 950), (860, 950)]),
    ("市场路", "206", [(-400, 900), (-420, 400), (-450, 20), (60, 0)]),
    ("官涌街", "207", [(-1440, 330), (-1450, -150), (-1020, -150)]),
    ("永安街", "209", [(-2400, 270), (-2350, -200), (-1850, -250)]),
    ("莲塘街", "210", [(450, -620), (480, -100), (830, -100)]),
    ("朗边街", "211", [(-1770, -1250), (-1400, -1200), (-1040, -1250)]),
    ("凌边街", "214", [(-1350, -2230), (-1300, -2800), (-800, -2850), (110, -2800)]),
    ("金山街", "215", [(70, -1600), (450, -1550), (820, -1600)]),
    ("桥山街", "216", [(-1760, -2400), (-2050, -2900), (-1300, -2800)]),
    ("文边街", "217", [(1750, -300), (2000, -250), (2380, -300)]),
    ("大刀沙路", "201", [(1950, -2480), (2000, -3050), (1400, -3150), (880, -3150)]),
    ("农场路", "500", [(120, -3250), (500, -3300), (900, -3350)]),
]  # fmt: skip


def lonlat(point: XY) -> XY:
    """Metres from the centre to (lon, lat), rounded to 5 decimals (about 1 m)."""
    return round(CENTRE[0] + point[0] / LON_M, 5), round(CENTRE[1] + point[1] / LAT_M, 5)


def write(name: str, value: object) -> None:
    """One compact line per row, so that a change reads well in a diff."""
    if isinstance(value, list):
        rows = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in value]
        text = "[\n" + ",\n".join(rows) + "\n]\n"
    else:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    (HERE / name).write_text(text, encoding="utf-8")


def communities() -> dict[str, str]:
    """The town's 20 communities: last three digits -> spoken name (小龙村民委员会 -> 小龙村)."""
    with (HERE / "divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    short = {r["code"][9:]: r["name"] for r in rows}
    ends = (("社区居民委员会", "社区"), ("村民委员会", "村"))
    for code, name in short.items():
        for end, spoken in ends:
            if name.endswith(end):
                short[code] = name.removesuffix(end) + spoken
                break
    return short


def outline(rng: random.Random) -> Polygon:
    """An invented town: an ellipse-like blob with a rough edge."""
    points = []
    for step in range(36):
        angle = 2 * math.pi * step / 36
        stretch = 1 / max(abs(math.cos(angle)), abs(math.sin(angle))) ** 0.55
        reach = stretch * (0.93 + 0.07 * rng.random())
        points.append((HALF_WIDTH * math.cos(angle) * reach, HALF_HEIGHT * math.sin(angle) * reach))
    return Polygon(points)


def cells(points: list[XY], inside: Polygon) -> list[Polygon]:
    """Voronoi cells of the points, cut by the outline, in the order of the points."""
    parts = shapely.voronoi_polygons(MultiPoint(points), extend_to=inside.buffer(500)).geoms
    return [next(p for p in parts if p.contains(Point(q))).intersection(inside) for q in points]


def spread(rng: random.Random, area: Polygon, count: int, rounds: int) -> list[XY]:
    """That many points evenly spread over an area (Lloyd's relaxation)."""
    west, south, east, north = area.bounds
    points: list[XY] = []
    while len(points) < count:
        point = (rng.uniform(west, east), rng.uniform(south, north))
        if area.contains(Point(point)):
            points.append(point)
    for _ in range(rounds):
        points = [(c.centroid.x, c.centroid.y) for c in cells(points, area)]
    return points


def wobble(ring: list[XY], rng_seed: int, outer: Polygon) -> list[XY]:
    """Bend each long inner edge at its middle; both neighbours of an edge bend it alike."""
    bent: list[XY] = []
    for a, b in pairwise(ring):
        bent.append(a)
        length = math.dist(a, b)
        middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        if length < 220 or outer.exterior.distance(Point(middle)) < 5:
            continue
        key = sorted((a, b))
        share = random.Random(f"{rng_seed}{key}").uniform(-0.07, 0.07)
        along = (key[1][0] - key[0][0], key[1][1] - key[0][1])
        point = (middle[0] - share * along[1], middle[1] + share * along[0])
        bent.append((round(point[0], 1), round(point[1], 1)))
    return [*bent, bent[0]]


def seeds_of_grids(rng: random.Random, area: Polygon) -> list[tuple[str, str, XY]]:
    """88 basic and 12 unit grids as (community, unit name or "", seed)."""
    keys = sorted(SEEDS)
    plots = dict(zip(keys, cells([SEEDS[k] for k in keys], area), strict=True))
    largest = sorted(keys, key=lambda k: -plots[k].area)[:8]
    found: list[tuple[str, str, XY]] = []
    for key in keys:
        count = 4 + (key in largest)
        own = spread(rng, plots[key], count + len(UNIT_GRIDS.get(key, ())), 6)
        own.sort(key=lambda p: (-round(p[1] / 400), p[0]))
        units = UNIT_GRIDS.get(key, ())
        middle = sorted(own, key=lambda p: math.dist(p, SEEDS[key]))[: len(units)]
        found += [(key, "", p) for p in own if p not in middle]
        found += [(key, name, p) for name, p in zip(units, middle, strict=True)]
    return found


def grids(rng: random.Random, area: Polygon, names: dict[str, str]) -> list[dict[str, object]]:
    """One row per grid; neighbours share every vertex, so rounding opens no gap."""
    seeds = seeds_of_grids(rng, area)
    rows: list[dict[str, object]] = []
    numbers: dict[str, int] = {}
    for (key, unit, _), cell in zip(seeds, cells([s[2] for s in seeds], area), strict=True):
        raw = [(round(x, 1), round(y, 1)) for x, y in cell.exterior.coords]
        ring = [lonlat(p) for p in wobble(raw, SEED, area)]
        ring = [p for n, p in enumerate(ring) if n == 0 or p != ring[n - 1]]
        numbers[key] = number = numbers.get(key, 0) + 1
        inner = Polygon(ring).representative_point()
        rows.append(
            {
                "code": f"{STREET}{key}{number:03d}",
                "community": f"{STREET}{key}",
                "name": f"{unit}专属网格" if unit else f"{names[key]}第{DIGITS[number]}网格",
                "kind": "unit" if unit else "basic",
                "lon": round(inner.x, 5),
                "lat": round(inner.y, 5),
                "ring": ring,
            }
        )
    return rows


def meetings(lines: list[LineString]) -> list[tuple[int, int, Point]]:
    """Where two roads cross, or one ends within 150 m of the other."""
    found: list[tuple[int, int, Point]] = []
    for n, line in enumerate(lines):
        for m, other in enumerate(lines):
            if n < m:
                cut = line.intersection(other)
                found += [(n, m, p) for p in getattr(cut, "geoms", [cut]) if not p.is_empty]
            for end in (0, -1):
                tip = Point(line.coords[end])
                if n != m and tip.distance(other) < 150 and not line.intersects(other):
                    found.append((n, m, other.interpolate(other.project(tip))))
    return found


def crossed_roads() -> list[dict[str, object]]:
    """Roads whose crossings are vertices of both, so that they form one graph."""
    lines = [LineString(points) for _, _, points in ROADS]
    along = [{line.project(Point(p)): p for p in line.coords} for line in lines]
    for n, m, point in meetings(lines):
        for road in (n, m):
            at = lines[road].project(point)
            near = [a for a in along[road] if abs(a - at) < 60]
            for old in near:
                del along[road][old]
            along[road][at] = (point.x, point.y)
    rows: list[dict[str, object]] = []
    for (name, key, _), at in zip(ROADS, along, strict=True):
        path = [lonlat(at[a]) for a in sorted(at)]
        rows.append({"name": name, "community": f"{STREET}{key}" if key else None, "line": path})
    return rows


def main() -> None:
    """Write the three files of the ground."""
    rng = random.Random(SEED)
    names = communities()
    drawn = grids(rng, outline(rng), names)
    whole = unary_union([Polygon(row["ring"]) for row in drawn])
    ring = [(round(x, 5), round(y, 5)) for x, y in whole.exterior.coords]
    street = {"code": STREET, "name": "石碁镇", "sketch": True, "note": NOTE, "datum": "WGS84"}
    write("street.json", {**street, "outline": ring})
    write("grids.json", drawn)
    write("roads.json", crossed_roads())


if __name__ == "__main__":
    main()
