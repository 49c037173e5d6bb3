"""Write the demo street's rows again: officers.json, people.json, powers.csv; place reports.json.

Every person, telephone, plate and certificate is invented (fixed seed). The texts of
reports.json are written by hand: only grid, point, caller and number are filled in here.
Run after make_demo.py:  python resources/demo/make_rows.py
"""

from __future__ import annotations

import csv
import json
import random
from typing import Any

from make_demo import HERE, SEED, STREET, write
from shapely.geometry import LineString, Point, Polygon

Row = dict[str, Any]

FAMILY = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
    "苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝"
    "龚邵万钱严覃武戴莫孔向汤区单"
)
COMPOUND = ("欧阳", "司徒", "上官", "诸葛", "东方", "令狐")
GIVEN_NAMES = """
伟 芳 娜 敏 静 丽 强 磊 洋 艳 勇 军 杰 娟 涛 明 超 霞 平 刚 桂英 志强 秀兰 建国 丽华
嘉欣 子轩 俊杰 婉仪 伟雄 国栋 志豪 秋月 锦泉 少芬 永康 绮雯 浩然 思颖 炳坤 月娥 家乐
润发 淑贞 启明 玉珍 振宇 晓彤 海涛 凤仪 耀华 惠玲 文彬 雪梅 兆基 美娟 卓然 彩虹 世昌 碧瑶
"""

SEAT_NAMES = """
温佩珍 莫少强 植敏仪 邝国辉 利惠芳 麦志成 简月明 冼伟文 屈丽冰 岑建雄 阮秀英 霍永康 劳玉莲 区启文
甘淑仪 柯志明 骆燕玲 祝大伟 凌秋萍 苗永红 程晓岚
"""

# group, unit, team, (auxiliary, valid_days, on shift, recorder) for each officer
V, OFF = True, False
OFFICERS: list[tuple[str, str, str | None, list[tuple[bool, int, bool, bool]]]] = [
    ("safety", "safety", "team-safety", [
        (False, 420, V, True), (False, 260, V, True), (False, 75, V, True),
        (False, -12, V, False), (False, 310, OFF, False), (True, 200, V, False)]),
    ("enterprise", "enforcement", "team-enterprise", [
        (False, 510, V, True), (False, 24, V, True), (False, 180, V, True),
        (False, 610, OFF, False), (True, 365, V, False), (True, 120, V, False)]),
    ("surface", "enforcement", "team-surface", [
        (False, 700, V, True), (False, 333, V, True), (False, 61, V, True),
        (False, 9, V, True), (False, -40, OFF, False), (True, 240, V, False),
        (True, 150, OFF, False)]),
    ("mobile", "enforcement", "team-mobile", [
        (False, 290, V, True), (False, -3, V, True), (True, 400, V, False),
        (True, 88, V, False), (True, 19, OFF, False)]),
    ("police", "police", None, [
        (False, 900, V, True), (False, 820, V, True), (False, 455, V, True),
        (True, 300, V, False)]),
    ("fire", "fire", None, [
        (False, 640, V, True), (False, 380, V, True), (False, 28, OFF, False)]),
    ("market", "market", None, [
        (False, 520, V, True), (False, 82, V, True), (False, -200, OFF, False)]),
    ("water", "water", None, [(False, 270, V, True), (False, 45, V, False)]),
    ("housing", "housing", None, [(False, 350, V, True), (False, 215, OFF, False)]),
    ("civil", "civil", None, [(False, 190, V, False), (True, 190, V, False)]),
]  # fmt: skip

# id, roles, unit, on shift
SEATS: list[tuple[str, str, bool]] = [
    ("intake-1", "intake_officer", True), ("intake-2", "intake_officer", True),
    ("intake-3", "intake_officer", False), ("dispatch-1", "dispatcher", True),
    ("dispatch-2", "dispatcher", True), ("dispatch-3", "dispatcher", False),
    ("lead-1", "shift_lead", True), ("lead-2", "shift_lead", False),
    ("duty-1", "duty_leader street_leader", True), ("leader-1", "street_leader", True),
    ("director-1", "director", True), ("secretary-1", "secretary", False),
    ("hotline-1", "hotline_seat", True), ("supervisor-1", "supervisor", True),
    ("gateway-1", "gateway", True), ("operator-1", "operator", True),
    ("admin-1", "administrator", True), ("auditor-1", "auditor", False),
]  # fmt: skip

# Communities whose last basic grid has no member: the three uncovered grids.
UNCOVERED = ("201", "216", "500")

# Addresses that say where on the road: share of its length from its first point.
ALONG = {
    "南浦路北段": 0.15, "石碁大道南段": 0.85, "永善路中段沿街": 0.5, "金桥路低洼路段": 0.35,
    "西环路近朗边村口": 0.75, "莲文路近东环路口": 0.8, "低涌路与南浦路口": 0.66, "官涌街中段": 0.5,
    "岐山街小学路口": 0.55, "小龙大街夜市口": 0.68, "小龙大街夜市": 0.7, "永安街祠堂前": 0.6,
    "永安街木材店门口": 0.6, "东环路南行方向": 0.3, "石碁大道公交枢纽": 0.45,
}  # fmt: skip

# items -> units and what they may do; the first kind of a unit is shown first
POWERS: list[tuple[str, str]] = [
    ("01-01", "enforcement=inspect,enforce,coerce,patrol housing=inspect,handle"),
    ("01-02 01-03 01-04 01-08 01-09 01-12 01-17",
     "sanitation=handle,patrol enforcement=enforce,inspect,patrol"),
    ("01-05 01-11 01-14", "water=handle,inspect,patrol enforcement=enforce,inspect"),
    ("01-06", "sanitation=handle,patrol"),
    ("01-07", "enforcement=handle,enforce,patrol sanitation=handle police=handle"),
    ("01-10", "housing=handle,inspect,patrol"),
    ("01-13", "enforcement=handle,enforce,patrol sanitation=handle"),
    ("01-15", "enforcement=enforce,inspect,patrol sanitation=handle fire=handle"),
    ("01-16", "enforcement=inspect,enforce,patrol market=inspect"),
    ("01-18", "enforcement=handle,enforce,patrol civil=handle"),
    ("01-99", "sanitation=handle,patrol enforcement=handle,enforce,patrol housing=handle"),
    ("02-01", "enforcement=handle,enforce,patrol sanitation=handle"),
    ("02-02 02-03 02-05", "enforcement=handle,inspect,enforce,patrol"),
    ("02-04", "enforcement=handle,enforce,patrol"),
    ("03-01", "housing=inspect,handle enforcement=inspect,enforce,patrol police=handle"),
    ("03-02 03-03", "housing=handle,inspect,patrol enforcement=enforce,inspect,patrol"),
    ("03-04", "enforcement=handle,inspect,enforce,patrol housing=handle,inspect"),
    ("03-05", "enforcement=inspect,enforce,coerce,patrol housing=inspect,handle"),
    ("03-99", "housing=handle,inspect enforcement=inspect,enforce"),
    ("04-01", "safety=handle,patrol water=handle housing=handle police=handle"),
    ("04-02", "water=handle"),
    ("04-03", "gas=handle fire=handle police=handle safety=inspect,enforce"),
    ("04-04", "water=handle sanitation=handle"),
    ("04-05", "safety=handle,patrol gas=handle housing=handle"),
    ("04-06", "water=handle sanitation=handle police=handle"),
    ("04-07", "safety=handle,patrol sanitation=handle police=handle"),
    ("04-08", "power=handle fire=handle"),
    ("04-09", "police=handle,enforce justice=handle civil=handle"),
    ("04-99", "safety=handle,patrol fire=handle police=handle"),
    ("05-01 05-03 05-04 05-07 05-10 05-11", "enforcement=handle,patrol,enforce"),
    ("05-02", "civil=handle police=handle"),
    ("05-05", "police=handle,enforce enforcement=patrol"),
    ("05-06", "enforcement=handle,patrol,enforce police=handle"),
    ("05-08", "police=handle,enforce enforcement=handle,patrol"),
    ("05-09", "police=handle,enforce enforcement=patrol"),
    ("05-12", "enforcement=inspect,enforce police=handle market=inspect"),
    ("05-13", "enforcement=handle,inspect,enforce"),
    ("05-99", "enforcement=handle,patrol,enforce"),
    ("21-901", "justice=handle police=handle civil=handle"),
    ("21-902", "fire=inspect,enforce,handle safety=inspect,patrol police=handle"),
    ("21-903", "safety=inspect,enforce,coerce,handle police=handle,enforce fire=handle"),
    ("21-904", "police=handle,enforce,patrol"),
    ("21-905", "police=inspect,enforce,handle safety=inspect fire=inspect"),
    ("21-906", "market=inspect,enforce,coerce,handle"),
    ("21-907", "justice=handle civil=handle"),
    ("21-908", "civil=handle police=handle"),
    ("21-909", "police=handle,enforce enforcement=inspect,enforce,patrol"),
    ("21-910", "housing=handle,inspect justice=handle"),
]  # fmt: skip


def read(name: str) -> Any:
    """One JSON file of this folder."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def invented_names(rng: random.Random) -> list[str]:
    """Names without repetition; one in sixteen has a surname of two characters."""
    found: dict[str, None] = {}
    given = GIVEN_NAMES.split()
    while len(found) < 200:
        family = rng.choice(COMPOUND) if len(found) % 16 == 7 else rng.choice(FAMILY)
        found[family + rng.choice(given)] = None
    return list(found)


def officers(names: list[str]) -> list[Row]:
    """40 officers; certificates by days left after the demo's day 0."""
    rows: list[Row] = []
    for group, unit, team, members in OFFICERS:
        for n, (auxiliary, days, on_shift, recorder) in enumerate(members, 1):
            number = len(rows) + 1
            rows.append(
                {
                    "id": f"officer-{group}-{n}",
                    "name": names.pop(),
                    "unit": unit,
                    "team": team,
                    "auxiliary": auxiliary,
                    "certificate": f"演示证{number:04d}",
                    "valid_days": days,
                    "recorder": f"演示仪{number:03d}" if recorder else None,
                    "on_shift": on_shift,
                    "phone": f"1990000{1000 + number}",
                }
            )
    return rows


def person(ident: str, name: str, roles: str, **more: Any) -> Row:
    """One person of the desk; what is not given is empty."""
    row = {"id": ident, "name": name, "roles": roles.split(), "unit": None, "team": None}
    return {**row, "officer": None, "grids": [], "on_shift": True, **more}


def grid_members(names: list[str], rng: random.Random) -> list[Row]:
    """100 members over 97 grids, 60 of them on shift, at least one of them in each community."""
    grids = read("grids.json")
    bare = {max(g["code"] for g in grids if g["community"][9:] == key) for key in UNCOVERED}
    codes = [g["code"] for g in grids if g["code"] not in bare]
    single = [[c] for c in codes]
    xiaolong = [c for c in codes if c.startswith(STREET + "213")]
    extra = [[xiaolong[0], xiaolong[1]], [codes[0]], [codes[-1]]]
    places = single + extra
    first = {c[:12]: c for c in reversed(codes)}
    working = set(xiaolong) | set(first.values())
    rest = [n for n, p in enumerate(places) if p[0] not in working]
    at_work = [n for n, p in enumerate(places) if p[0] in working]
    at_work += rng.sample(rest, 60 - len(at_work))
    return [
        person(
            f"member-{n + 1:03d}",
            names.pop(),
            "grid_member checker",
            grids=own,
            on_shift=n in at_work,
        )
        for n, own in enumerate(places)
    ]


def people(names: list[str], staff: list[Row], rng: random.Random) -> list[Row]:
    """Seats, one person per unit, one leader per team, the grid members."""
    rows = [person(i, names.pop(), roles, on_shift=duty) for i, roles, duty in SEATS]
    units = [u["key"] for u in read("units.json")]
    rows += [person(f"unit-{key}", names.pop(), "unit", unit=key) for key in units]
    for team in read("teams.json"):
        head = next(o for o in staff if o["team"] == team["id"])
        more = {"unit": team["unit"], "team": team["id"], "officer": head["id"]}
        rows.append(person(f"leader-{team['id']}", head["name"], "team_leader", **more))
    return rows + grid_members(names, rng) + level_seats()


def level_seats() -> list[Row]:
    """A seat in every community, which has all its grids, and one at the district."""
    own: dict[str, list[str]] = {}
    for grid in read("grids.json"):
        own.setdefault(grid["community"], []).append(grid["code"])
    *names, district = SEAT_NAMES.split()
    rows = [
        person(f"community-{code[9:]}", name, "community_seat", grids=own[code])
        for code, name in zip(sorted(own), names, strict=True)
    ]
    return [*rows, person("district-1", district, "district_seat")]


def powers() -> list[tuple[str, str, str, int]]:
    """Rows item, unit, kind, default; units of an item in the order of their nearness."""
    rows = []
    for items, spec in POWERS:
        for item in items.split():
            for entry in spec.split():
                unit, kinds = entry.split("=")
                for n, kind in enumerate(kinds.split(",")):
                    rows.append((item, unit, kind, int(n == 0)))
    return sorted(rows, key=lambda r: r[0])


def place(row: Row, rng: random.Random, plots: list[Row], lines: dict[str, LineString]) -> None:
    """Put a report on its road (a few metres aside) or into its community; name the grid."""
    own = [p for p in plots if p["name"] == row["near"] or p["spoken"] == row["near"]]
    line = lines.get(row["near"])
    while True:
        if line is not None:
            share = ALONG.get(row["address"]) or rng.uniform(0.05, 0.95)
            spot = line.interpolate(share, normalized=True)
            spot = Point(spot.x + rng.uniform(-2e-4, 2e-4), spot.y + rng.uniform(-2e-4, 2e-4))
        else:
            west, south, east, north = rng.choice(own)["shape"].bounds
            spot = Point(rng.uniform(west, east), rng.uniform(south, north))
        spot = Point(round(spot.x, 5), round(spot.y, 5))
        home = next((p for p in own or plots if p["shape"].contains(spot)), None)
        if home is not None:
            break
    row.update(grid=home["code"], lon=spot.x, lat=spot.y)


def twin(row: Row, other: Row, rng: random.Random, plots: list[Row]) -> None:
    """A near-duplicate lies within about 50 m of the report it repeats, in the same grid."""
    home = next(p for p in plots if p["code"] == other["grid"])
    while True:
        lon = round(other["lon"] + rng.uniform(-3e-4, 3e-4), 5)
        lat = round(other["lat"] + rng.uniform(-3e-4, 3e-4), 5)
        if home["shape"].contains(Point(lon, lat)):
            row.update(grid=home["code"], lon=lon, lat=lat)
            return


def reports(names: list[str], rng: random.Random) -> list[Row]:
    """The hand-written texts with place, caller and telephone filled in."""
    plots = read("grids.json")
    for plot in plots:
        plot["shape"] = Polygon(plot["ring"])
        plot["spoken"] = plot["name"].split("第")[0] if plot["kind"] == "basic" else ""
    lines = {r["name"]: LineString(r["line"]) for r in read("roads.json")}
    rows: list[Row] = read("reports.json")
    rows.sort(key=lambda r: (r["minute"], r["id"]))
    done: dict[str, Row] = {}
    for n, row in enumerate(rows):
        if row.get("repeats"):
            twin(row, done[row["repeats"]], rng, plots)
        else:
            place(row, rng, plots, lines)
        done[row["id"]] = row
        called = row["source"] in ("hotline", "app", "window")
        row["caller"] = rng.choice(names) if called else None
        row["phone"] = f"1990000{5001 + n}" if called else None
    return rows


def main() -> None:
    """Write the four files of the rows."""
    rng = random.Random(SEED)
    names = invented_names(rng)
    staff = officers(names)
    write("officers.json", staff)
    write("people.json", people(names, staff, rng))
    with (HERE / "powers.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("item", "unit", "kind", "default"))
        out.writerows(powers())
    write("reports.json", reports(names, rng))


if __name__ == "__main__":
    main()
