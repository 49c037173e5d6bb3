"""The calls to teams as rows: who was called, who answered what, who comes next (pure values)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.emergency import Answer, CallUp
from commandcenter.domain.plan import LevelPlan
from ui.models.items import Choice
from ui.words import say, time_left, word

TEAM = "team/"
"""Begins the key of a row of a team that is not called; that of a call is the call's id."""


@dataclass(frozen=True, slots=True)
class Wave:
    """The next teams to call: their ids, and whether the plan proposes them."""

    teams: tuple[str, ...]
    planned: bool


def newest(calls: Iterable[CallUp]) -> dict[str, CallUp]:
    """The last call of each team."""
    return {one.team: one for one in sorted(calls, key=lambda one: (one.wave, one.called_at))}


def next_wave(plan: LevelPlan | None, calls: Iterable[CallUp], ticked: Iterable[str]) -> Wave:
    """The ticked teams, else the plan's first wave of which a team was not called yet."""
    chosen = tuple(ticked)
    if chosen:
        return Wave(chosen, False)
    called = {one.team for one in calls}
    for wave in plan.waves if plan else ():
        left = tuple(one for one in wave if one not in called)
        if left:
            return Wave(left, True)
    return Wave((), False)


def may_be_called(teams: Iterable[str], calls: Iterable[CallUp]) -> list[str]:
    """Teams that do not owe an answer: never called, or answered that they cannot."""
    known = newest(calls)
    return [one for one in teams if one not in known or known[one].answer is Answer.CANNOT]


def rows(
    calls: Iterable[CallUp], now: datetime, names: Mapping[str, str], typed: str = "", at: str = ""
) -> list[Choice]:
    """A row for each call: the red ones first, then who must answer, then who answered.

    `typed` are the minutes that were typed on the row of key `at`.
    """
    every = sorted(calls, key=lambda one: (_rank(one, now), one.answer_by, one.team))
    return [_row(one, now, names, typed if one.id == at else "") for one in every]


def uncalled(
    teams: Iterable[str], wave: Wave, ticked: Iterable[str], names: Mapping[str, str]
) -> list[Choice]:
    """A row with a box for each team that may be called; the plan's next wave first."""
    marks = set(ticked)
    order = sorted(teams, key=lambda one: (one not in wave.teams, names.get(one, one), one))
    return [
        Choice(
            TEAM + one,
            names.get(one, one),
            say("预案下一批") if wave.planned and one in wave.teams else say("可召集"),
            one,
            "dim",
            "on" if one in marks else "off",
        )
        for one in order
    ]


def _rank(call: CallUp, now: datetime) -> int:
    if call.red(now):
        return 0
    if call.answer is None:
        return 1
    return 2 if call.answer is Answer.CANNOT else 3


def _row(call: CallUp, now: datetime, names: Mapping[str, str], typed: str) -> Choice:
    name = names.get(call.team, call.team)
    sign, said, tone = _state(call, now)
    if typed:
        said = say("{n} 分钟到位？Enter 记下").format(n=typed)
    wave = say("第 {n} 批").format(n=call.wave)
    return Choice(call.id, f"{sign} {name}", f"{said} · {wave}", call, tone)


def _state(call: CallUp, now: datetime) -> tuple[str, str, str]:
    """Sign, words and colour: none of them alone tells the state."""
    if call.answer is Answer.COMING:
        text = word(call.answer)
        if call.minutes is not None:
            text += say(" {n} 分钟到位").format(n=call.minutes)
        return "✓", text, "ok"
    if call.answer is Answer.CANNOT:
        return "✕", word(call.answer), "warning"
    left = time_left(now, call.answer_by)
    if call.red(now):
        return "■", say("未答复 {left}").format(left=left), "danger"
    return "…", say("待答复 {left}").format(left=left), "text"
