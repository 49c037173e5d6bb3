"""The replay as one HTML page that needs no network: data, style and script lie in it.

It leaves the house, so it names nobody: staff are （工作人员）, addresses are left out, places are
rounded to about ten metres, and of people at risk only counts are told.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from commandcenter.domain.case import ENDED, INBOX, CaseState
from commandcenter.domain.limits import Level
from commandcenter.domain.person import TeamStatus
from commandcenter.services.playing import Player
from commandcenter.services.replay_views import Beat, Reel
from commandcenter.services.views import CaseLine, Reference
from commandcenter.services.whole import Tick, unwatched
from ui.models.queue_cells import STILL
from ui.replay.bar import mode_text
from ui.replay.events import numbers_of
from ui.words import STREET_ZONE, names_of, say, sentence, word

HERE = Path(__file__).parent
MOST_POINTS = 300_000
"""Points of all grids together; with more of them the page has the outline alone."""

PRIVATE = frozenset({"place"})
"""Facts that the page leaves out: an address may be somebody's home."""

_WORKING = frozenset({"cases", "emergencies", "at_risk", "call_ups"})


def page(reel: Reel, reference: Reference, made: datetime, step: Tick = unwatched) -> str:
    """The HTML of a reel, made at that time (UTC); `step` is told of each beat."""
    told = _Told(reel, reference)
    told.run(step)
    title = say("回放 {street} {since} 至 {until}").format(
        street=reference.street_name, since=_wall(reel.since), until=_wall(reel.until)
    )
    return _filled(
        title=title,
        style=(HERE / "viewer.css").read_text("utf-8"),
        data=_json(told.data(made)),
        script=(HERE / "viewer.js").read_text("utf-8"),
    )


def _filled(**parts: str) -> str:
    text = (HERE / "viewer.html").read_text("utf-8")
    for name, part in parts.items():
        head, _, tail = text.partition(f"@{name}@")
        text = head + part + tail
    return text


def _json(data: Any) -> str:
    """JSON that may stand in a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def public_names(reference: Reference) -> dict[str, str]:
    """Names by id as they may leave the house: of staff nobody's."""
    somebody = say("（工作人员）")
    return {**names_of(reference), **dict.fromkeys(reference.names, somebody)}


class _Told:
    """A reel told as versions: for each case and team what stood from which beat on."""

    def __init__(self, reel: Reel, reference: Reference) -> None:
        self._reel, self._reference = reel, reference
        self._names, self._numbers = public_names(reference), numbers_of(reel)
        self._player = Player(reel)
        self._ids: dict[str, int] = {}
        self._cases: list[list[Any]] = []
        self._teams: dict[str, list[Any]] = {}
        self._modes: list[list[Any]] = []
        self._words: dict[str, dict[Any, int]] = {
            name: {} for name in ("items", "units", "grids_named", "flags")
        }
        self._drill = False

    def run(self, step: Tick) -> None:
        """Play it once from the beginning to the end."""
        player, last = self._player, len(self._reel.beats)
        player.to(0)
        self._stand(0, [(name, key) for name, key in player.rows])
        for place in range(1, last + 1):
            step(place - 1, last)
            player.to(place)
            self._stand(place, player.touched)

    def data(self, made: datetime) -> dict[str, Any]:
        """Everything that the page's script reads."""
        reel, ground = self._reel, _Ground(self._reference)
        return {
            "street": self._reference.street_name,
            "drill": self._drill,
            "since": int(reel.since.timestamp()),
            "length": int((reel.until - reel.since).total_seconds()),
            "words": _words(),
            "note": _note(made, ground.cut),
            "states": [word(one) for one in CaseState],
            "still": [one in STILL for one in CaseState],
            "inbox": [one in INBOX for one in CaseState],
            "levels": [word(one) for one in Level],
            "statuses": [word(one) for one in TeamStatus],
            **{name: list(known) for name, known in self._words.items()},
            "cases": self._cases,
            "teams": [self._teams[key] for key in sorted(self._teams)],
            "modes": self._modes,
            "beats": [self._beat(one) for one in reel.beats],
            "grids": ground.grids,
            "roads": ground.roads,
            "outline": ground.outline,
            "extent": ground.extent,
        }

    def _stand(self, place: int, touched: Iterable[tuple[str, str]]) -> None:
        tables = set()
        for table, key in sorted(touched):
            tables.add(table)
            if table == "cases":
                self._case(place, key)
        for table, key in sorted(touched):
            if table == "teams":
                self._team(place, key)
        if place == 0 or tables & _WORKING:
            mode = self._player.mode(self._player.moment)
            self._drill |= bool(mode.emergency and mode.emergency.drill)
            text = mode_text(mode)
            if not self._modes or self._modes[-1][1] != text:
                self._modes.append([place, text])

    def _case(self, place: int, key: str) -> None:
        line = self._player.line(key)
        told = None if line is None or line.state in ENDED else self._line(line)
        known = self._cases[self._id(key)][1]
        if (known[-1][1] if known else None) != told:
            known.append([place, told])

    def _team(self, place: int, key: str) -> None:
        team = next((one for one in self._player.teams() if one.id == key), None)
        if team is None:
            return
        entry = self._teams.setdefault(key, [team.short, []])
        case = self._id(team.case) if team.case else -1
        entry[1].append([place, [list(TeamStatus).index(team.status), case]])

    def _id(self, case: str) -> int:
        if case not in self._ids:
            self._ids[case] = len(self._cases)
            self._cases.append([self._numbers.get(case, ""), []])
        return self._ids[case]

    def _line(self, line: CaseLine) -> list[Any]:
        flags = [say("演练")] if line.drill else []
        flags += [say("暂缓")] if line.hold in ("deferred", "suspended") else []
        flags += [say("督办")] if line.supervised else []
        named = self._names.get
        return [
            list(CaseState).index(line.state),
            list(Level).index(line.level),
            self._word("items", named(line.item, line.item)),
            self._word("units", named(line.lead_unit or "", "")),
            self._word("grids_named", named(line.grid or "", "")),
            *(None if one is None else round(one, 4) for one in (line.lon, line.lat)),
            *map(self._second, (line.due, line.yellow, line.stage_due, line.stage_yellow)),
            self._second(line.reported_at),
            [self._word("flags", one) for one in flags],
        ]

    def _word(self, table: str, text: str) -> int:
        known = self._words[table]
        return known.setdefault(text, len(known))

    def _second(self, at: datetime | None) -> int | None:
        return None if at is None else int((at - self._reel.since).total_seconds())

    def _beat(self, beat: Beat) -> list[Any]:
        facts = {key: value for key, value in beat.facts.items() if key not in PRIVATE}
        text = sentence(beat.kind, {"subject": beat.subject, **facts}, self._names)
        return [self._second(beat.at), self._ids.get(beat.subject, -1), text]


class _Ground:
    """Grids, roads and outline as whole hundred-thousandths of a degree: lon, lat, lon, lat …"""

    def __init__(self, reference: Reference) -> None:
        rings = [shape.ring for shape in reference.grids if shape.ring]
        self.cut = sum(len(ring) for ring in rings) > MOST_POINTS
        self.grids = [] if self.cut else [_flat(ring) for ring in rings]
        self.roads = [] if self.cut else [_flat(road.line) for road in reference.roads]
        self.outline = [_flat(ring) for ring in reference.outline]
        points = [one for ring in reference.outline or rings for one in ring] or [(113.0, 22.0)]
        lons, lats = [one[0] for one in points], [one[1] for one in points]
        self.extent = [min(lons), min(lats), max(lons), max(lats)]


def _flat(line: Iterable[tuple[float, float]]) -> list[int]:
    return [round(part * 1e5) for point in line for part in point]


def _wall(at: datetime) -> str:
    return f"{at.astimezone(STREET_ZONE):%Y-%m-%d %H:%M}"


def _note(made: datetime, cut: bool) -> str:
    text = say("{at} 导出，时间为北京时间；不含个人信息：人员不列姓名，地址略去，位置约到十米。")
    more = say("网格太多，只画街道轮廓。") if cut else ""
    return text.format(at=_wall(made)) + more


def _words() -> Mapping[str, str]:
    return {
        "plate": say("回放"),
        "drill": say("演练"),
        "queue": say("事件队列"),
        "teams": say("队伍"),
        "events": say("事件"),
        "fresh": say("新报"),
        "wait": say("等"),
        "left": say("剩"),
        "over": say("超"),
        "days": say("天"),
        "play": say("播放"),
        "pause": say("暂停"),
        "back": say("上一条"),
        "next": say("下一条"),
        "find": say("案卷编号或文字"),
        "moment": say("回放的时刻"),
    }
