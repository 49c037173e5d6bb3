"""A plan as a file that another street can take: JSON, checked before anything is shown."""

from __future__ import annotations

import json
from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import Path

from commandcenter.domain.plan import EventKind, LevelPlan, body_of
from commandcenter.domain.refusal import Refusal, require

FORMAT = "commandcenter.plan/1"
MOST_BYTES = 1_000_000
MOST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """What a file holds; `strange` are teams and patterns that this street does not have."""

    kind: EventKind
    name: str
    levels: tuple[LevelPlan, ...]
    strange: tuple[str, ...] = ()


def write_plan(path: Path, kind: EventKind, name: str, levels: tuple[LevelPlan, ...]) -> None:
    """Write the file; raises OSError, or Refusal('plan_…') for levels that cannot stand."""
    held = {
        "format": FORMAT,
        "kind": kind.value,
        "name": name,
        "levels": json.loads(body_of(levels)),
    }
    path.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


def read_plan(path: Path, teams: Container[str], patterns: Container[str]) -> PlanFile:
    """Read and check a file; strange teams and patterns are taken out and named.

    Refusal('plan_file_unreadable') when it is no plan, Refusal('plan_…') for levels that cannot
    stand.
    """
    try:
        require(path.stat().st_size <= MOST_BYTES, "plan_file_unreadable")
        given = json.loads(path.read_text("utf-8"))
        require(given["format"] == FORMAT, "plan_file_unreadable")
        kind, name = EventKind(given["kind"]), str(given["name"])[:MOST_NAME]
        levels = tuple(LevelPlan.of(one) for one in given["levels"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise Refusal("plan_file_unreadable") from None
    body_of(levels)
    strange = _strange(levels, teams, patterns)
    known = tuple(_known(one, strange) for one in levels)
    return PlanFile(kind=kind, name=name, levels=known, strange=strange)


def _strange(
    levels: tuple[LevelPlan, ...], teams: Container[str], patterns: Container[str]
) -> tuple[str, ...]:
    called = [team for level in levels for wave in level.waves for team in wave]
    named = [level.pattern for level in levels if level.pattern is not None]
    missing = [one for one in called if one not in teams]
    missing += [one for one in named if one not in patterns]
    return tuple(dict.fromkeys(missing))


def _known(level: LevelPlan, strange: tuple[str, ...]) -> LevelPlan:
    waves = tuple(tuple(one for one in wave if one not in strange) for wave in level.waves)
    pattern = None if level.pattern in strange else level.pattern
    return replace(level, waves=tuple(one for one in waves if one), pattern=pattern)
