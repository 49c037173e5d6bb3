"""A plan while it is edited: its levels, what was touched, what is wrong with which field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from commandcenter.domain.commands import SetPlan
from commandcenter.domain.plan import Checklist, EventKind, LevelPlan, Plan, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Role

_CURES: dict[str, tuple[str, dict[str, Any]]] = {
    "plan_confirm_missing": ("confirm", {"confirm": (Role.SECRETARY,)}),
    "plan_minutes_range": ("minutes", {"report_minutes": 60, "answer_minutes": 30}),
    "plan_team_twice": ("waves", {"waves": ()}),
    "plan_layout": ("layout", {"layout": "queue"}),
    "plan_checklist_twice": ("checklists", {"checklists": ()}),
    "plan_checklist_long": ("checklists", {"checklists": ()}),
    "plan_checklist_line": ("checklists", {"checklists": ()}),
}
"""Which field a refusal speaks of, and a value that lets the check go on to the next."""


def faults(level: LevelPlan) -> dict[str, Refusal]:
    """What is wrong with a level, by field: confirm, minutes, waves, layout, checklists."""
    found: dict[str, Refusal] = {}
    for _ in range(len(_CURES) + 1):
        try:
            level.checked()
        except Refusal as said:
            field, cure = _CURES[said.code]
            found.setdefault(field, said)
            level = replace(level, **cure)
        else:
            break
    return found


def settled(level: LevelPlan) -> LevelPlan:
    """The level with everything whose order says nothing in one order."""
    return replace(
        level,
        confirm=tuple(sorted(level.confirm)),
        waves=tuple(tuple(sorted(wave)) for wave in level.waves if wave),
        layers=tuple(sorted(level.layers)),
        checklists=tuple(sorted((one for one in level.checklists if one.lines), key=_post)),
    )


def _post(one: Checklist) -> str:
    return one.post.value


class PlanDraft:
    """Edits upon a version; `current` is the version that a new one follows."""

    def __init__(self, current: Plan, shown: Plan | None = None) -> None:
        """Begin with an older version where one is shown, else with the current one."""
        base = shown or current
        self.kind: EventKind = current.kind
        self.current, self.base = current, base
        self.name = base.name
        self.levels = {one.level: one for one in base.levels()}

    def take(self, name: str, levels: tuple[LevelPlan, ...]) -> None:
        """Put what a file holds in place of what stands here."""
        self.name = name
        self.levels = {one.level: one for one in levels}

    def set_level(self, level: Response, plan: LevelPlan | None) -> None:
        """What a level asks for now; None takes it out of the plan."""
        if plan is None:
            self.levels.pop(level, None)
        else:
            self.levels[level] = plan

    @property
    def ordered(self) -> tuple[LevelPlan, ...]:
        """The levels from Ⅳ to Ⅰ."""
        return tuple(self.levels[one] for one in Response if one in self.levels)

    @property
    def differs(self) -> bool:
        """Whether saving would change what is in force."""
        return not self.is_now(self.current)

    @property
    def touched(self) -> bool:
        """Whether a hand changed what it began with."""
        return not self.is_now(self.base)

    def is_now(self, plan: Plan) -> bool:
        """Whether a version says just what stands here: it was saved from here."""
        same = [settled(one) for one in self.ordered] == [settled(one) for one in plan.levels()]
        return same and self.name == plan.name

    def faults(self) -> dict[Response, dict[str, Refusal]]:
        """Faults by level and field, levels without any left out."""
        found = {level: faults(one) for level, one in self.levels.items()}
        return {level: one for level, one in found.items() if one}

    def command(self) -> SetPlan:
        """The command that makes it the newest version."""
        return SetPlan(
            kind=self.kind, seen=self.current.version, name=self.name, levels=self.ordered
        )
