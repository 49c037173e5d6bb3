"""What a line of the queue says in each column: pure functions over a CaseLine and the time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from commandcenter.domain.case import ENDED, INBOX, TIER_CLOCK, CaseState
from commandcenter.domain.clock import Lamp, lamp
from commandcenter.domain.holding import Hold, is_held
from commandcenter.domain.limits import Level, Stage, Watch
from commandcenter.domain.tier import Tier
from commandcenter.services.views import CaseLine
from ui import words
from ui.words import say
from ui.words.tier_texts import TIER_MARKS


class Column(IntEnum):
    """The columns from left to right; what needs a person now stands first."""

    LAMP = 0
    LEFT = 1
    NUMBER = 2
    LEVEL = 3
    ITEM = 4
    PLACE = 5
    STATE = 6
    UNIT = 7
    SOURCE = 8


class Cell(NamedTuple):
    """A text, the theme's token of its colour, and whether it is bold."""

    text: str
    token: str = "text"
    bold: bool = False


class Lamps(NamedTuple):
    """The lamp of the stage and of the whole case; None where no clock runs."""

    stage: Lamp | None
    case: Lamp | None

    @property
    def worst(self) -> Lamp | None:
        """Red before yellow before green before none."""
        order = (Lamp.RED, Lamp.YELLOW, Lamp.GREEN)
        return next((one for one in order if one in self), None)


STILL = frozenset({CaseState.SUSPENDED, CaseState.ESCALATED})
"""States in which the whole-case clock stands still."""

TOKENS = {Lamp.GREEN: "lamp_green", Lamp.YELLOW: "lamp_yellow", Lamp.RED: "lamp_red"}
LEVEL_TOKENS = {Level.URGENT: "urgent", Level.COMPLEX: "warning"}
_ADDED_STAGE = {Stage.ON_SCENE: "待到场", Stage.CONTACT: "待联系"}
_WHISTLES = {"draft": "哨待批", "approved": "哨待吹", "blown": "哨"}
_PENDING = {
    **{"return": "退?", "extension": "延?", "suspension": "挂?", "void": "废?"},
    "admission": "待准入",
}
_OFFICE = re.compile("(社区)?(居民委员会|村民委员会|居委会|村委会)$")


def lamps(line: CaseLine, now: datetime) -> Lamps:
    """Both lamps at an instant (UTC); a clock that stands still has none.

    The clock of the level that has it, while it runs, is a stage's like the others.
    """
    stage = case = None
    if is_held(line.hold):
        return Lamps(None, None)
    if line.stage_due is not None and line.stage_yellow is not None:
        stage = lamp(now, line.stage_due, line.stage_yellow)
    if line.state in ENDED:
        return Lamps(None, docket_lamp(line, now))
    if line.due is not None and line.yellow is not None and line.state not in STILL:
        case = lamp(now, line.due, line.yellow)
    return Lamps(Lamps(stage, tier_lamp(line, now)).worst, case)


def docket_lamp(line: CaseLine, now: datetime) -> Lamp | None:
    """The lamp of the nearest clock of its open sub-dockets."""
    if line.docket_due is None or line.docket_yellow is None:
        return None
    return lamp(now, line.docket_due, line.docket_yellow)


def listed(line: CaseLine) -> bool:
    """Whether the queue holds it: live, or ended with an open sub-docket."""
    return line.state not in ENDED or line.docket_due is not None


def nearest_due(line: CaseLine) -> datetime | None:
    """The nearest of stage, case, answer to a supervision and check-in (UTC), None without one.

    An ended case that is still listed has the clock of its sub-docket; one that an emergency
    holds has none, for both its clocks stand. While the district has a case its clock counts.
    """
    if is_held(line.hold):
        return None
    if line.state in ENDED:
        return line.docket_due
    case = None if line.state in STILL else line.due
    district = line.tier_due if line.state is CaseState.ESCALATED else None
    dues = (line.stage_due, case, line.supervise_due, check_in_due(line), district)
    running = [due for due in dues if due is not None]
    return min(running, default=None)


def check_in_due(line: CaseLine) -> datetime | None:
    """When a crew that works alone or at risk must be heard of (UTC)."""
    return line.watch_due if line.watch == Watch.CHECK_IN else None


def urgency(line: CaseLine, now: datetime) -> tuple[int, float, str]:
    """The order of the queue at `now` (UTC), domain.md practice 8: by time left.

    A report has none from the moment it was made. What is urgent and has none left stands above
    all, so that no heap of old ordinary reports buries it; below stand what has no clock, what an
    emergency holds and what is 挂账.
    """
    urgent = line.level is Level.URGENT
    if line.state in INBOX:
        return 0 if urgent else 1, line.reported_at.timestamp(), line.id
    due = nearest_due(line)
    if due is not None:
        over = urgent and due < now and line.state not in ENDED
        return 0 if over else 1, due.timestamp(), line.id
    if is_held(line.hold):
        return 3, standing_left(line) or 0.0, line.id
    rank = 4 if line.state in STILL else 2
    return rank, line.state_since.timestamp(), line.id


def standing_left(line: CaseLine) -> float | None:
    """Seconds that were left of the nearer clock when an emergency stopped both."""
    dues = [due for due in (line.stage_due, line.due) if due is not None]
    if not dues or line.held_at is None:
        return None
    return (min(dues) - line.held_at).total_seconds()


def left_cell(line: CaseLine, now: datetime) -> Cell:
    """等 0:12 for a report, 剩/超 for a running clock, 停 and what was left for a standing one."""
    if is_held(line.hold):
        left = standing_left(line)
        return Cell(say("停") + (f" {_signed(int(left))}" if left is not None else ""), "dim")
    if line.state in INBOX:
        waited = max(0, int((now - line.reported_at).total_seconds()))
        return Cell(f"{say('等')} {words.span_text(waited)}", "accent", True)
    due = nearest_due(line)
    if due is not None:
        shown = _lamp_of(line, due, now)
        token = "text" if shown in (None, Lamp.GREEN) else TOKENS[shown]
        return Cell(words.time_left(now, due), token, shown is Lamp.RED)
    if line.state in STILL and line.due is not None:
        seconds = int((line.due - line.state_since).total_seconds())
        return Cell(f"{say('停')} {_signed(seconds)}", "dim")
    return Cell(say("停") if line.state in STILL else "—", "dim")


def _lamp_of(line: CaseLine, due: datetime, now: datetime) -> Lamp | None:
    """The lamp of the clock that ends then; a supervision order has none until it is late."""
    both = lamps(line, now)
    if due in (line.stage_due, line.tier_due):
        return both.stage
    if due in (line.supervise_due, check_in_due(line)) and due != line.due:
        return Lamp.RED if now > due else None
    return both.case


def _signed(seconds: int) -> str:
    return f"{'−' if seconds < 0 else ''}{words.span_text(abs(seconds))}"


def state_cell(line: CaseLine) -> Cell:
    """The state, with the stage's word where the state alone does not tell it."""
    text = words.word(line.state)
    if line.state is CaseState.IN_PROGRESS and line.stage in _ADDED_STAGE:
        text = f"{text}·{say(_ADDED_STAGE[line.stage])}"
    if line.state in ENDED:
        return Cell(f"{text}·{say('子卷')}", "dim")
    waiting = line.state in INBOX or line.state in (CaseState.FILED, CaseState.FEEDBACK)
    return Cell(text, "accent" if waiting else "text")


def badges(line: CaseLine, now: datetime | None = None) -> tuple[Cell, ...]:
    """Small marks behind the state, drill and held first (bold: never hidden).

    At `now` (UTC) a timer that ran out is among them.
    """
    first = [say("演练")] if line.drill else []
    first += [f"‖ {words.word(Hold(line.hold))}"] if is_held(line.hold) else []
    found = [Cell(" ".join(first), "warning", True)] if first else []
    found += _watch(line, now)
    if line.tier is not Tier.STREET:  # what the street has itself needs no mark
        found.append(Cell(say(TIER_MARKS[line.tier]), "accent"))
    found += [Cell(say(_PENDING.get(kind, kind)), "warning") for kind in line.pending]
    if line.admission == "refused":
        found.append(Cell(say("未准入"), "warning"))
    if line.whistle in _WHISTLES:
        late = now is not None and line.whistle_due is not None and now > line.whistle_due
        mark = say("哨超时") if late else say(_WHISTLES[line.whistle])
        found.append(Cell(mark, "danger" if late else "warning", late))
    if line.supervised:
        found.append(Cell(say("督"), "warning"))
    if line.urged:
        found.append(Cell(say("催") + (f"×{line.urged}" if line.urged > 1 else ""), "warning"))
    if line.rework:
        found.append(Cell(say("返工") + (f"×{line.rework}" if line.rework > 1 else ""), "dim"))
    if line.rounds > 1:
        found.append(Cell(say("第{n}轮").format(n=line.rounds), "dim"))
    if line.docket_due is not None and line.state not in ENDED:
        found.append(Cell(say("子卷"), "dim"))
    return tuple(found)


def _watch(line: CaseLine, now: datetime | None) -> list[Cell]:
    """◎ 待出发超时; a check-in that runs is marked too, for the crew works alone or at risk."""
    if line.watch is None or line.watch_due is None:
        return []
    what = words.word(Watch(line.watch))
    if now is not None and now > line.watch_due:
        return [Cell(say("◎ {what}超时").format(what=what), "lamp_red", True)]
    return [Cell(f"◎ {what}", "dim")] if line.watch == Watch.CHECK_IN else []


def tier_lamp(line: CaseLine, now: datetime) -> Lamp | None:
    """The lamp of the level that has it, None where no clock of its own runs."""
    if line.state not in TIER_CLOCK or line.tier_due is None or line.tier_yellow is None:
        return None
    return lamp(now, line.tier_due, line.tier_yellow)


def place_text(line: CaseLine, names: Mapping[str, str]) -> str:
    """Community and grid · address (小龙007 · 祠堂东街 12 号), without what is unknown."""
    community = _OFFICE.sub("", names.get(line.community or "", ""))
    area = community + words.short_grid(line.grid)
    return " · ".join(part for part in (area, line.place) if part)


def cell(line: CaseLine, column: Column, now: datetime, names: Mapping[str, str]) -> Cell:
    """The cell of a line; `now` is UTC, `names` gives names by id."""
    if column is Column.LEFT:
        return left_cell(line, now)
    if column is Column.STATE:
        return state_cell(line)
    if column is Column.LAMP:
        return Cell(lamp_words(line, now))
    return _plain(line, column, names)


def _plain(line: CaseLine, column: Column, names: Mapping[str, str]) -> Cell:
    if column is Column.NUMBER:
        return Cell(words.short_number(line.number) or say("新报"), bold=line.number is not None)
    if column is Column.LEVEL:
        token = LEVEL_TOKENS.get(line.level, "dim")
        return Cell(words.word(line.level), token, line.level is Level.URGENT)
    if column is Column.ITEM:
        return Cell(names.get(line.item, line.item))
    if column is Column.PLACE:
        return Cell(place_text(line, names), "dim")
    if column is Column.UNIT:
        return Cell(names.get(line.lead_unit or "", line.lead_unit or "—"))
    return Cell(words.word(line.source), "dim")


def lamp_words(line: CaseLine, now: datetime) -> str:
    """Both lamps in words, for the tool tip and the screen reader."""
    both = lamps(line, now)
    stage, case = (words.word(one) if one else say("无") for one in both)
    return say("环节{stage}，全案{case}").format(stage=stage, case=case)


def tip(line: CaseLine, column: Column, now: datetime, names: Mapping[str, str]) -> str:
    """What the column has no room for."""
    if column is Column.NUMBER:
        return line.number or say("尚未立案，没有编号")
    if column in (Column.LAMP, Column.LEFT):
        return _times(line, now)
    if column is Column.STATE:
        marks = " ".join(mark.text for mark in badges(line, now))
        since = words.clock_text(line.state_since, now)
        told = say("{state} {marks}\n自 {since}").format(
            state=state_cell(line).text, marks=marks, since=since
        )
        return told if line.tier is Tier.STREET else f"{told}\n{words.tier(line.tier)}"
    return cell(line, column, now, names).text


def _times(line: CaseLine, now: datetime) -> str:
    rows = [lamp_words(line, now)]
    if is_held(line.hold) and line.held_at is not None:
        at = words.clock_text(line.held_at, now)
        rows.append(say("{at} 起{held}，时限停走").format(at=at, held=words.word(Hold(line.hold))))
        return "\n".join(rows)
    rows.append(say("上报 {at}").format(at=words.clock_text(line.reported_at, now)))
    if line.stage is not None and line.stage_due is not None:
        stage, at = words.word(line.stage), words.clock_text(line.stage_due, now)
        rows.append(say("环节“{stage}” {at} 到期").format(stage=stage, at=at))
    if tier_lamp(line, now) is not None and line.tier_due is not None:
        tier, at = words.word(line.tier), words.clock_text(line.tier_due, now)
        rows.append(say("{tier}时限 {at} 到期").format(tier=tier, at=at))
    if line.due is not None:
        mark = say("（年历暂定）") if line.provisional else ""
        rows.append(say("全案 {at} 到期").format(at=words.clock_text(line.due, now)) + mark)
    if line.supervise_due is not None:
        at = words.clock_text(line.supervise_due, now)
        rows.append(say("督办 {at} 前答复").format(at=at))
    if line.watch is not None and line.watch_due is not None:
        what, at = words.word(Watch(line.watch)), words.clock_text(line.watch_due, now)
        rows.append(say("{what} {at} 到期").format(what=what, at=at))
    if line.docket_due is not None:
        at = words.clock_text(line.docket_due, now)
        rows.append(say("子卷 {at} 到期").format(at=at))
    return "\n".join(rows)


def haystack(line: CaseLine, names: Mapping[str, str]) -> str:
    """Everything of a line that free text is looked for in, in lower case."""
    parts = (
        line.number or "",
        names.get(line.item, ""),
        line.item,
        place_text(line, names),
        names.get(line.community or "", ""),
        line.grid or "",
        names.get(line.lead_unit or "", ""),
        words.word(line.source),
        state_cell(line).text,
        *(mark.text for mark in badges(line)),
    )
    return "\n".join(parts).lower()


def spelled_out(line: CaseLine, spelled: Mapping[str, str]) -> str:
    """The initials of a line's item, community and unit, for who types without an input method."""
    found = (spelled.get(one or "", "") for one in (line.item, line.community, line.lead_unit))
    return "".join(f"\n{letters}" for letters in found if letters)
