"""A plan for several cases as rows: who would go where, what stands in the way; pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from commandcenter.domain.commands import DispatchCase
from commandcenter.domain.law import WARNING
from commandcenter.domain.limits import Level
from commandcenter.services.sending_views import Assignment, Overrules, PlanRow
from commandcenter.services.views import CaseLine
from ui.models.items import Choice
from ui.words import (
    finding,
    left_out,
    listed,
    minutes_text,
    reasons,
    say,
    short_number,
    shortfall,
    stamp,
    time_left,
    why_text,
    word,
)

Names = Mapping[str, str]


@dataclass(slots=True)
class Standing:
    """How the rows of a plan stand, by case: what a hand ticked, and what happened since.

    `moved` are cases that went on since the plan was made, `changed` those whose team is another
    one than was shown before (by what it was), `refused` what was said no to, `sending` what is
    on its way.
    """

    ticked: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    changed: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    sending: set[str] = field(default_factory=set)


def warned(row: PlanRow) -> bool:
    """Whether the law wants a reason, which is written in the dispatch panel."""
    return any(one.severity == WARNING for one in row.findings)


def sendable(row: PlanRow, standing: Standing) -> bool:
    """Whether the row may be ticked and sent as it stands."""
    busy = row.case in standing.moved or row.case in standing.sending
    return row.team is not None and row.lead_unit is not None and not warned(row) and not busy


def command_of(row: PlanRow) -> DispatchCase:
    """The row as a command: the plan's own team is the one that stood first."""
    assert row.lead_unit is not None
    return DispatchCase(
        case=row.case,
        seen=row.seen,
        lead_unit=row.lead_unit,
        kind=row.kind,
        team=row.team,
        officers=row.officers,
        co_units=row.co_units,
        notify=row.notify,
        first=row.team,
    )


def news(before: Assignment | None, after: Assignment) -> dict[str, str]:
    """Cases whose team is another one than before, with the team that it was."""
    old = {one.case: one.team or "" for one in before.rows} if before else {}
    return {
        one.case: old[one.case]
        for one in after.rows
        if one.case in old and old[one.case] != (one.team or "")
    }


def plan_rows(
    plan: Assignment, standing: Standing, names: Names, lines: Mapping[str, CaseLine]
) -> list[Choice]:
    """A row for each case, then what takes no part; `lines` are the cases that wait."""
    drills = {one.id for one in lines.values() if one.drill}
    rows = [_row(n, one, standing, names, one.case in drills) for n, one in enumerate(plan.rows, 1)]
    return rows + [_out(lines.get(case), case, code, names) for case, code in plan.left_out]


def _out(line: CaseLine | None, case: str, code: str, names: Names) -> Choice:
    said = f"{_case(line, names)}  ·  {line.place}" if line else ""
    return Choice(case, f"–  {said}", say("不参加编排：") + left_out(code), None, "dim")


def _row(number: int, row: PlanRow, standing: Standing, names: Names, drill: bool) -> Choice:
    goes = ""
    if row.team is not None:
        goes = f"  → {names.get(row.team, row.team)} {minutes_text(row.minutes)}"
    first = f"{number}  {say('演练 ') if drill else ''}"
    text = f"{first}{_case(row, names)}{goes}  ·  {row.place}"
    note, tone = _state(row, standing, names)
    mark = "on" if row.case in standing.ticked else "off"
    offered = sendable(row, standing)
    return Choice(row.case, text, note, row, tone, mark if offered else "")


def _case(row: PlanRow | CaseLine, names: Names) -> str:
    urgent = f"‼{say('急')}" if row.level is Level.URGENT else ""
    parts = (short_number(row.number), urgent, names.get(row.item, row.item))
    return " ".join(part for part in parts if part)


def _state(row: PlanRow, standing: Standing, names: Names) -> tuple[str, str]:
    """What the second line says, and its tone: what happened goes before why it was planned."""
    if row.case in standing.sending:
        return say("⋯ 正在派遣"), "accent"
    if row.case in standing.moved:
        return say("↻ 案卷或队伍刚有变动，正在重新编排"), "warning"
    if row.case in standing.refused:
        return say("× 未派：") + standing.refused[row.case], "danger"
    if row.team is None:
        return say("▲ 派不出：") + short_text(row, names), "warning"
    if warned(row):
        return say("▲ 要写理由，按 Enter 单独派：") + findings_text(row, names), "warning"
    if row.case in standing.changed:
        was = standing.changed[row.case]
        text = say("↻ 原为{old}，请再看后勾选") if was else say("↻ 原无队伍，现可派，请看后勾选")
        return text.format(old=names.get(was, was)), "warning"
    return why_text(row.reasons, names), "text" if row.case in standing.ticked else "dim"


def short_text(row: PlanRow, names: Names) -> str:
    """What is missing for this case."""
    return " · ".join(shortfall(code, value, names) for code, value in row.shortfalls)


def findings_text(row: PlanRow, names: Names) -> str:
    """What the law says to this row."""
    return " · ".join(finding(one, names) for one in row.findings)


def detail(row: PlanRow | None, now: datetime, names: Names) -> str:
    """Everything of one row, for the place under the list."""
    if row is None:
        return ""
    lines = [" · ".join(filter(None, (_case(row, names), row.place, _left(row, now))))]
    if row.team is not None:
        crew = listed(names.get(one, one) for one in row.officers)
        lines.append(
            say("{team}（{unit}）{kind}，{minutes}到：{why}").format(
                team=names.get(row.team, row.team),
                unit=names.get(row.lead_unit or "", row.lead_unit or ""),
                kind=word(row.kind),
                minutes=minutes_text(row.minutes),
                why=why_text(row.reasons, names),
            )
        )
        lines.append(" · ".join(filter(None, (crew, *_others(row, names), _second(row, names)))))
    elif row.lead_unit is not None:
        unit = names.get(row.lead_unit, row.lead_unit)
        lines.append(say("主办应为 {unit}：按 Enter 单独派遣").format(unit=unit))
    lines += [short_text(row, names), findings_text(row, names)]
    return "\n".join(line for line in lines if line)


def _left(row: PlanRow, now: datetime) -> str:
    return time_left(now, row.due) if row.due is not None else ""


def _others(row: PlanRow, names: Names) -> tuple[str, ...]:
    told = ((say("协办 {units}"), row.co_units), (say("知会 {units}"), row.notify))
    return tuple(
        text.format(units=listed(names.get(one, one) for one in units))
        for text, units in told
        if units
    )


def _second(row: PlanRow, names: Names) -> str:
    if row.second is None:
        return ""
    return say("其次 {team} {minutes}").format(
        team=names.get(row.second, row.second), minutes=minutes_text(row.second_minutes)
    )


def head(plan: Assignment, standing: Standing) -> str:
    """待派 12 件 · 可派 9 · 派不出 3 · 已勾 8 · 合计 63 分 · 余 2 队 · 10:02 编排."""
    going = [one for one in plan.rows if one.team is not None]
    ticked = sum(one.case in standing.ticked for one in plan.rows)
    parts = [
        say("待派 {n} 件").format(n=len(plan.rows) + len(plan.left_out)),
        say("可派 {n}").format(n=len(going)),
        say("派不出 {n}").format(n=len(plan.rows) - len(going)),
        say("已勾 {n}").format(n=ticked),
        say("到场合计 {n} 分").format(n=round(plan.minutes)),
        say("余 {n} 队").format(n=len(plan.spare)),
        say("{at} 编排").format(at=stamp(plan.at)),
    ]
    return " · ".join(parts)


def lines_on_map(plan: Assignment, standing: Standing, marked: str) -> list[dict[str, object]]:
    """A line from each case to its team, as MapView.show_plan wants them."""
    return [
        {
            "case_id": one.case,
            "team_id": one.team,
            "number": number,
            "ticked": one.case in standing.ticked,
            "marked": one.case == marked,
        }
        for number, one in enumerate(plan.rows, 1)
        if one.team is not None
    ]


def overrule_rows(found: Overrules) -> list[Choice]:
    """How many others were sent, by reason, the most first, with their share."""
    words = reasons("DispatchCase")
    most = max((count for _, count in found.reasons), default=1)
    return [
        Choice(code, words.get(code, code), _counted(count, most, found.ranked), None, "text")
        for code, count in found.reasons
    ]


def _counted(count: int, most: int, ranked: int) -> str:
    return f"{'▬' * max(1, round(8 * count / most))} {count}  {share(count, ranked)}"


def share(part: int, whole: int) -> str:
    """86 %, and — where there is nothing to divide by."""
    return f"{100 * part / whole:.0f} %" if whole else "—"


def overrule_head(found: Overrules) -> str:
    """Share followed, with its definition."""
    if not found.ranked:
        return say("近 30 天没有带推荐的派遣。")
    others = sum(count for _, count in found.reasons)
    text = say("近 30 天：照推荐 {share}（{followed} ÷ 有推荐的 {ranked} 次），另选 {others} 次")
    return text.format(
        share=share(found.followed, found.ranked),
        followed=found.followed,
        ranked=found.ranked,
        others=others,
    )
