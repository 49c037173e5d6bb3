"""What each chart shows, as rows of figures with their sentences: drawn, spoken and exported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.limits import ROUND_THE_CLOCK, Stage
from commandcenter.services.chart_views import AGES, Ages, Charts, Load, Pace, Step
from ui import words
from ui.keyring import keyed
from ui.models.chart_part import CALM, NOBODY, Part

FLOW, AGE, UNITS, COMMUNITIES, PACES = KINDS = ("flow", "age", "units", "communities", "paces")
"""The charts in their order; the panel's digits 1 to 5 choose them."""
_STAGES = {Stage.SIGN: "签收", Stage.ON_SCENE: "到场", Stage.FINISH: "结案"}


def say(text: str) -> str:
    """A word of the charts in the language of the screen."""
    return QCoreApplication.translate("Charts", text)


@dataclass(frozen=True, slots=True)
class Spot:
    """One figure that can be pointed at: its number, its sentence, which open cases it counts.

    `part` is None where the queue can show nothing of it; `shown` is how many the queue shows,
    told there as `listed` (else as words).
    """

    count: float
    words: str
    part: Part | None = None
    shown: int = 0
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A label, the sentence of the whole row first, then its segments, and words beside it."""

    label: str
    whole: Spot
    parts: tuple[Spot, ...] = ()
    note: str = ""
    marks: tuple[float, ...] = ()
    late: bool = False

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What one can walk to in the row: the whole, then what there is of its segments."""
        return (self.whole, *(one for one in self.parts if one.count))


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's title, the words of its series, its rows, and what it says when it has none.

    `cells` is the sheet: a header line and a line of text and numbers for each row.
    """

    kind: str
    title: str
    legend: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str
    cells: tuple[tuple[str | float, ...], ...] = field(default=(), repr=False)

    @property
    def totals(self) -> tuple[float, ...]:
        """The sum of each series over the rows."""
        return tuple(sum(row.parts[n].count for row in self.rows) for n in range(len(self.legend)))


def tables(charts: Charts, names: Mapping[str, str], zone: tzinfo) -> dict[str, Table]:
    """Every chart by its kind; names by id, times told in the zone."""
    return {
        FLOW: flow_table(charts, zone),
        AGE: age_table(charts),
        UNITS: load_table(UNITS, charts.units, names),
        COMMUNITIES: load_table(COMMUNITIES, charts.communities, names),
        PACES: pace_table(charts),
    }


def range_words(days: int) -> str:
    """近 24 小时 or 近 7 天."""
    return say("近 24 小时") if days == 1 else say("近 {n} 天").format(n=days)


def title_of(kind: str) -> str:
    """The name of a chart."""
    return {
        FLOW: say("来件结案"),
        AGE: say("在办时龄"),
        UNITS: say("单位负荷"),
        COMMUNITIES: say("社区负荷"),
        PACES: say("办理用时"),
    }[kind]


def weekday(day: datetime) -> str:
    """周一 … 周日."""
    names = (say("周一"), say("周二"), say("周三"), say("周四"), say("周五"), say("周六"))
    return (*names, say("周日"))[day.weekday()]


# ---- inflow against closing -----------------------------------------------------------------


def flow_table(charts: Charts, zone: tzinfo) -> Table:
    """A row for each hour or local day, the oldest first."""
    rows = tuple(_flow_row(step, charts.days, zone) for step in charts.steps)
    head = (say("起"), say("止"), say("立案"), say("其中在办"), say("结案"))
    lines = tuple(
        (_wall(one.start, zone), _wall(one.end, zone), one.filed, one.open, one.closed)
        for one in charts.steps
    )
    some = any(one.filed or one.closed for one in charts.steps)
    hint = (
        say("近 24 小时没有立案，也没有结案。按 T 看 7 天。")
        if charts.days == 1
        else keyed(say("这些天没有立案，也没有结案。F2 受理第一件。"), "report.new")
    )
    return Table(
        kind=FLOW,
        title=f"{title_of(FLOW)} {range_words(charts.days)}",
        legend=(say("立案·在办"), say("立案·已了"), say("结案")),
        rows=rows if some else (),
        empty=hint,
        cells=(head, *lines),
    )


def _flow_row(step: Step, days: int, zone: tzinfo) -> Row:
    start, end = step.start.astimezone(zone), step.end.astimezone(zone)
    hours = f"{start:%H}–{end:%H}" if end.hour else f"{start:%H}–24"
    when = (
        say("{day} {hours} 时").format(day=weekday(start), hours=hours)
        if days == 1
        else f"{start:%m-%d} {weekday(start)}"
    )
    told = say("{when}：立案 {filed} 件（在办 {open} 件），结案 {closed} 件").format(
        when=when, filed=step.filed, open=step.open, closed=step.closed
    )
    label = f"{start:%H}" if days == 1 else f"{weekday(start)} {start:%d}"
    part = Part(since=step.start.isoformat(), until=step.end.isoformat())
    listed = say("{when}立案，在办 {n} 件").format(when=when, n=step.open)
    whole = Spot(max(step.filed, step.closed), told, part, step.open, listed)
    counts = (step.open, step.filed - step.open, step.closed)
    return Row(label, whole, tuple(Spot(one, told) for one in counts))


def _wall(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


# ---- age of the open by level ---------------------------------------------------------------


def age_table(charts: Charts) -> Table:
    """A row for each level that has open cases."""
    oldest = say("{n}天以上").format(n=AGES[-1][0])
    legend = (*(_within(many, unit) for many, unit in AGES), oldest)
    rows = tuple(_age_row(one, legend) for one in charts.ages if sum(one.counts))
    lines = tuple((words.word(one.level), sum(one.counts), *one.counts) for one in charts.ages)
    return Table(
        kind=AGE,
        title=title_of(AGE),
        legend=legend,
        rows=rows,
        empty=say("没有在办案卷。立案后，按级别和立案以来的时间列在这里。"),
        cells=((say("级别"), say("在办"), *legend), *lines),
    )


def _within(many: int, unit: str) -> str:
    return (say("{n}时内") if unit == "h" else say("{n}天内")).format(n=many)


def _age_row(ages: Ages, legend: Sequence[str]) -> Row:
    level = words.word(ages.level)
    always = ages.level in ROUND_THE_CLOCK
    clock = say("自然时间") if always else say("工作时间")
    edges = ["", *(at.isoformat() for at in ages.since), ""]
    spots = []
    for n, (many, age) in enumerate(zip(ages.counts, legend, strict=True)):
        told = say("{level}，立案{age}：{n} 件（按{clock}）").format(
            level=level, age=age, n=many, clock=clock
        )
        newest = "" if n == 0 else edges[n]
        part = Part(level=ages.level.value, since=edges[n + 1], until=newest)
        spots.append(Spot(many, told, part, many))
    total = sum(ages.counts)
    oldest = next(
        age for many, age in zip(reversed(ages.counts), reversed(legend), strict=True) if many
    )
    told = say("{level}：在办 {n} 件，最久的{age}（按{clock}）").format(
        level=level, n=total, age=oldest, clock=clock
    )
    whole = Spot(total, told, Part(level=ages.level.value), total)
    return Row(level, whole, tuple(spots), say("共{n}").format(n=total))


# ---- load of units and communities ----------------------------------------------------------


def load_table(kind: str, loads: Sequence[Load], names: Mapping[str, str]) -> Table:
    """A row for each unit or community, the one with most overdue first."""
    none = say("未派") if kind == UNITS else say("未定社区")
    named = [(none if one.key is None else names.get(one.key, one.key), one) for one in loads]
    key = "unit" if kind == UNITS else "community"
    head = (say("单位") if kind == UNITS else say("社区"), say("在办"))
    legend = (say("超时"), say("将到期"), say("正常"))
    return Table(
        kind=kind,
        title=title_of(kind),
        legend=legend,
        rows=tuple(_load_row(name, one, key, legend) for name, one in named),
        empty=say("没有在办案卷。立案、派遣后，各家的在办、将到期和超时列在这里。"),
        cells=(
            (*head, *legend),
            *((name, one.open, one.overdue, one.near, one.rest) for name, one in named),
        ),
    )


def _load_row(name: str, load: Load, key: str, legend: Sequence[str]) -> Row:
    told = say("{name}：在办 {n} 件，超时 {late}，将到期 {near}，正常 {rest}").format(
        name=name, n=load.open, late=load.overdue, near=load.near, rest=load.rest
    )
    whose = {key: load.key or NOBODY}
    counts = zip((load.overdue, load.near, load.rest), ("red", "yellow", CALM), legend, strict=True)
    spots = tuple(
        Spot(
            many,
            say("{name}，{what}：{n} 件").format(name=name, what=what, n=many),
            Part(lamp=lamp, **whose),
            many,
        )
        for many, lamp, what in counts
    )
    parts = [say("超{n}").format(n=load.overdue)] if load.overdue else []
    parts += [say("将{n}").format(n=load.near)] if load.near else []
    note = " ".join([*parts, say("共{n}").format(n=load.open)])
    return Row(name, Spot(load.open, told, Part(**whose), load.open), spots, note)


# ---- times of the stages --------------------------------------------------------------------


def pace_table(charts: Charts) -> Table:
    """A row for each stage and level that had an end in the range."""
    shown = [one for one in charts.paces if one.count]
    units = (say("半数（分）"), say("八成（分）"), say("95%（分）"))
    shares = (say("半数占时限"), say("八成占时限"), say("95%占时限"))
    head = (say("环节"), say("级别"), say("件数"), *units, *shares)
    more = (say("时限"), say("钟"), say("超限"), say("现有"))
    return Table(
        kind=PACES,
        title=f"{title_of(PACES)} {range_words(charts.days)}",
        legend=(),
        rows=tuple(_pace_row(one) for one in shown),
        empty=say("这段时间没有签收、到场或结案。按 T 换 24 小时或 7 天。"),
        cells=((*head, *more), *(_pace_cells(one) for one in charts.paces)),
    )


def _pace_row(pace: Pace) -> Row:
    label = f"{words.word(pace.level)} {say(_STAGES[pace.stage])}"
    p50, p80, p95 = (span_words(one, pace.working) for one in pace.minutes)
    told = say("{what}：半数在 {p50} 内，八成 {p80}，95% {p95}").format(
        what=label, p50=p50, p80=p80, p95=p95
    )
    if pace.shares:
        limit = say("事项时限") if pace.stage is Stage.FINISH else words.limit_text(pace.limit)
        told += say("；时限 {limit}，{n} 件中 {late} 件超限").format(
            limit=limit, n=pace.count, late=pace.late
        )
    else:
        told += say("；{n} 件，不限时").format(n=pace.count)
    told += say("；现有 {n} 件").format(n=pace.waiting)
    note = f"95% {p95}" + (say(" 超{n}").format(n=pace.late) if pace.late else "")
    stage = "" if pace.stage is Stage.FINISH else pace.stage.value
    part = Part(level=pace.level.value, stage=stage)
    kind = say("{level}在办 {n} 件") if not stage else say("{level}待{stage} {n} 件")
    listed = kind.format(
        level=words.word(pace.level), stage=say(_STAGES[pace.stage]), n=pace.waiting
    )
    whole = Spot(pace.count, told, part, pace.waiting, listed)
    return Row(label, whole, (), note, pace.shares, pace.late > 0)


def span_words(minutes: float, working: bool) -> str:
    """1:05 or 23分; working time is marked, for its days are no calendar days."""
    seconds = round(minutes * 60)
    text = (
        say("{n}分").format(n=round(minutes))
        if minutes < 60
        else words.span_text(seconds)
        if not working
        else f"{seconds // 3600}:{seconds % 3600 // 60:02d}"
    )
    return say("{span}（工）").format(span=text) if working else text


def _pace_cells(pace: Pace) -> tuple[str | float, ...]:
    times = [round(one, 1) for one in pace.minutes] or [""] * 3
    shares = [round(one, 3) for one in pace.shares] or [""] * 3
    limit = words.limit_text(pace.limit)
    if pace.stage is Stage.FINISH:
        limit = say("各按事项，缺省 {limit}").format(limit=limit)
    return (
        say(_STAGES[pace.stage]),
        words.word(pace.level),
        pace.count,
        *times,
        *shares,
        limit,
        say("工作时间") if pace.working else say("自然时间"),
        pace.late if pace.shares else "",
        pace.waiting,
    )


__all__ = ["KINDS", "Row", "Spot", "Table", "range_words", "say", "tables", "title_of"]
