"""Emergency plans (预案) as data: what each response level asks for, by kind of event."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from commandcenter.domain.duty import Post
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role

MOST_LINES = 60
MOST_TEXT = 200
MOST_MINUTES = 7 * 24 * 60


class EventKind(StrEnum):
    """Kinds of event that have a plan: 台风, 内涝, 火灾, 疫情, 大型聚集, 寒潮."""

    TYPHOON = "typhoon"
    FLOOD = "flood"
    FIRE = "fire"
    EPIDEMIC = "epidemic"
    CROWD = "crowd"
    COLD = "cold"


class Response(StrEnum):
    """Response levels Ⅳ to Ⅰ; Ⅰ is the highest. Warnings (红橙黄蓝) are another scale."""

    IV = "iv"
    III = "iii"
    II = "ii"
    I = "i"  # noqa: E741

    @property
    def rank(self) -> int:
        """1 for Ⅳ to 4 for Ⅰ; normal working is 0."""
        return list(Response).index(self) + 1


class HoldRule(StrEnum):
    """Which cases a level holds back: none, routine inspection, or all that is not urgent."""

    NOTHING = "nothing"
    ROUTINE = "routine"
    NOT_URGENT = "not_urgent"


class Layer(StrEnum):
    """What the map shows besides cases and teams."""

    SHELTERS = "shelters"
    DANGERS = "dangers"
    EVACUATION = "evacuation"


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a post has to do, line by line."""

    post: Post
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPlan:
    """One level of a plan; minutes are calendar minutes, teams and patterns are ids."""

    level: Response
    confirm: tuple[Role, ...]
    report_minutes: int
    answer_minutes: int = 30
    waves: tuple[tuple[str, ...], ...] = ()
    pattern: str | None = None
    hold: HoldRule = HoldRule.NOTHING
    layers: tuple[Layer, ...] = ()
    layout: str = "queue"
    checklists: tuple[Checklist, ...] = ()

    def checked(self) -> LevelPlan:
        """The level if it can be worked by; Refusal('plan_…') names what is wrong."""
        require(self.confirm, "plan_confirm_missing", level=self.level)
        for minutes in (self.report_minutes, self.answer_minutes):
            require(1 <= minutes <= MOST_MINUTES, "plan_minutes_range", level=self.level)
        called = [team for wave in self.waves for team in wave]
        require(len(set(called)) == len(called), "plan_team_twice", level=self.level)
        require(self.layout in LAYOUTS, "plan_layout", level=self.level)
        posts = [one.post for one in self.checklists]
        require(len(set(posts)) == len(posts), "plan_checklist_twice", level=self.level)
        for one in self.checklists:
            require(len(one.lines) <= MOST_LINES, "plan_checklist_long", most=MOST_LINES)
            fits = all(0 < len(line.strip()) <= MOST_TEXT for line in one.lines)
            require(fits, "plan_checklist_line", most=MOST_TEXT)
        return self

    def lines_of(self, post: Post) -> tuple[str, ...]:
        """The checklist of a post, empty without one."""
        return next((one.lines for one in self.checklists if one.post is post), ())

    def plain(self) -> dict[str, Any]:
        """The level as JSON can hold it."""
        return {
            "level": self.level.value,
            "confirm": [one.value for one in self.confirm],
            "report_minutes": self.report_minutes,
            "answer_minutes": self.answer_minutes,
            "waves": [list(one) for one in self.waves],
            "pattern": self.pattern,
            "hold": self.hold.value,
            "layers": [one.value for one in self.layers],
            "layout": self.layout,
            "checklists": {one.post.value: list(one.lines) for one in self.checklists},
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> LevelPlan:
        """Read what plain() wrote; Refusal('plan_unreadable') for anything else."""
        try:
            return cls(
                level=Response(data["level"]),
                confirm=tuple(Role(one) for one in data["confirm"]),
                report_minutes=int(data["report_minutes"]),
                answer_minutes=int(data["answer_minutes"]),
                waves=tuple(tuple(str(one) for one in wave) for wave in data["waves"]),
                pattern=None if data["pattern"] is None else str(data["pattern"]),
                hold=HoldRule(data["hold"]),
                layers=tuple(Layer(one) for one in data["layers"]),
                layout=str(data["layout"]),
                checklists=tuple(
                    Checklist(Post(post), tuple(str(one) for one in lines))
                    for post, lines in data["checklists"].items()
                ),
            )
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
            raise Refusal("plan_unreadable") from None


LAYOUTS = ("queue", "map", "joint")
"""Arrangements of the desk that a level may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A version of the plan for a kind of event; only the newest one is switched by.

    `body` is the JSON text of its levels; id is kind/version. `made_at` is UTC.
    """

    street: str
    id: str
    kind: EventKind
    version: int
    name: str
    body: str
    current: bool
    made_by: str
    made_at: datetime

    def levels(self) -> tuple[LevelPlan, ...]:
        """Its levels from Ⅳ to Ⅰ; Refusal('plan_unreadable')."""
        try:
            data = json.loads(self.body)
        except ValueError:
            raise Refusal("plan_unreadable") from None
        return tuple(sorted((LevelPlan.of(one) for one in data), key=lambda one: one.level.rank))

    def level(self, level: Response) -> LevelPlan:
        """One of its levels; Refusal('plan_lacks_level')."""
        for one in self.levels():
            if one.level is level:
                return one
        raise Refusal("plan_lacks_level", level=level, plan=self.id)

    def superseded(self) -> Plan:
        """The plan once a newer version stands."""
        return replace(self, current=False)


def body_of(levels: tuple[LevelPlan, ...]) -> str:
    """The levels as the text that a plan keeps; Refusal('plan_…') when they cannot stand."""
    require(levels, "plan_empty")
    named = [one.level for one in levels]
    require(len(set(named)) == len(named), "plan_level_twice")
    plain = [one.checked().plain() for one in sorted(levels, key=lambda one: one.level.rank)]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


# domain.md section 6 [D]: who confirms, report every, what is held, what the desk shows
_DEFAULT: tuple[tuple[Response, tuple[Role, ...], int, HoldRule, str], ...] = (
    (Response.IV, (Role.DUTY_LEADER,), 12 * 60, HoldRule.NOTHING, "queue"),
    (Response.III, (Role.DIRECTOR,), 6 * 60, HoldRule.ROUTINE, "map"),
    (Response.II, (Role.SECRETARY, Role.DIRECTOR), 2 * 60, HoldRule.NOT_URGENT, "joint"),
    (Response.I, (Role.SECRETARY,), 60, HoldRule.NOT_URGENT, "joint"),
)


def default_levels(
    waves: Mapping[Response, tuple[tuple[str, ...], ...]],
    checklists: Mapping[Response, tuple[Checklist, ...]],
) -> tuple[LevelPlan, ...]:
    """The levels of section 6 with a street's own teams and the event's checklists by level."""
    return tuple(
        LevelPlan(
            level=level,
            confirm=confirm,
            report_minutes=minutes,
            hold=hold,
            layout=layout,
            layers=tuple(Layer) if level.rank >= Response.III.rank else (),
            waves=waves.get(level, ()),
            checklists=checklists.get(level, ()),
        )
        for level, confirm, minutes, hold, layout in _DEFAULT
    )
