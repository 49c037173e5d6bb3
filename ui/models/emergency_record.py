"""An emergency from its beginning to its purge as a document: steps, calls, reports, people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from commandcenter.domain.emergency import CallUp, Emergency, Reach, Switch
from commandcenter.domain.plan import HoldRule, Layer
from commandcenter.services.emergency_views import ReportView
from commandcenter.services.masking import mask_numbers
from commandcenter.services.review_views import PeoplePoint
from ui.documents.document import BLANK, Block, Document, Paragraph, Table, Title
from ui.documents.frame import file_name, framed, moment
from ui.models.emergency_timeline import timeline_table
from ui.models.emergency_told import Told, late_text, level_text, took_text
from ui.words import duration, listed, lookup, say, word
from ui.words.plan_texts import LAYOUTS
from ui.words.review_texts import review_text

_HEADING = re.compile(r"(?:[\u4e00-\u9fff]{1,3}\u3001|\d+\. ).{1,30}")
"""A line of the report that is the title of a part."""


def title_of(emergency: Emergency) -> str:
    """台风应急, （演练） before it when it was one."""
    text = say("{kind}应急").format(kind=word(emergency.kind))
    return f"{say('【演练】')}{text}" if emergency.drill else text


def record(told: Told) -> Document:
    """The emergency whole, as the screen shows it."""
    return _document(told, say("记录"), (*_facts(told), *_parts(told)))


def review_document(told: Told, words: str) -> Document:
    """The review report: its words, the figures behind them, and everything that happened."""
    lines = (one.strip() for one in words.splitlines())
    blocks: list[Block] = [
        Title(one) if _HEADING.fullmatch(one) else Paragraph(one) for one in lines if one
    ]
    blocks += [Title(say("附一：时间线")), *timeline_table(told)]
    blocks += [Title(say("附二：记录")), *_facts(told), *_parts(told)]
    return _document(told, say("复盘报告"), tuple(blocks))


def drafted(told: Told) -> str:
    """The words of the review that a person begins with."""
    return review_text(told.review, told.names, told.zone, told.now)


def _document(told: Told, what: str, blocks: tuple[Block, ...]) -> Document:
    emergency = told.view.emergency
    day = emergency.began_at.astimezone(told.zone).strftime("%Y-%m-%d")
    title = f"{title_of(emergency)}{what}"
    running = f"{told.street} · {title}"
    made = say("生成于 {at}").format(at=moment(told.now, told.zone))
    return framed(
        file_name(title, day),
        f"{title} {day}",
        f"{running} · {day} · {made}",
        blocks,
        say("演练") if emergency.drill else "",
    )


def _facts(told: Told) -> Iterator[Block]:
    one = told.view.emergency
    until = one.released_at or told.now
    reach = listed(told.name(place) for place in one.places) or word(one.reach)
    reviewed = (say("复盘记入"), told.name(told.review.reviewed_by))
    yield Table(
        (2, 5, 2, 5),
        (
            (say("种类"), word(one.kind), say("状态"), word(one.phase)),
            (say("开始"), told.at(one.began_at), say("解除"), told.at(one.released_at)),
            (say("历时"), duration(until - one.began_at), say("范围"), reach),
            (say("预案"), _plan(told), say("演练"), say("是") if one.drill else say("否")),
            (*reviewed, say("记入时间"), told.at(one.reviewed_at)),
        ),
    )


def _plan(told: Told) -> str:
    version = told.view.plan.version
    return say("第 {n} 版").format(n=version) if version else say("系统默认")


def _parts(told: Told) -> Iterator[Block]:
    parts = (
        (say("切换"), _switches(told)),
        (say("召集队伍"), _calls(told)),
        (say("上报"), _reports(told)),
        (say("岗位清单"), _ticks(told)),
        (say("暂缓的案卷"), _held(told)),
        (say("人员转移（按社区）"), _people(told)),
    )
    for title, blocks in parts:
        yield Title(title)
        yield from blocks


def _none(text: str) -> Iterator[Block]:
    yield Paragraph(text)


# ---- switches -------------------------------------------------------------------------------


def _switches(told: Told) -> Iterator[Block]:
    head = (say("时间"), say("切换"), say("指令编号"), say("提出"), say("确认"), say("设置变化"))
    rows = [
        (
            told.at(one.decided_at or one.proposed_at),
            f"{level_text(one.from_level)} → {level_text(one.to_level)}",
            one.order_no,
            told.name(one.proposed_by),
            f"{told.name(one.decided_by)}\n{word(one.state)}"
            if one.decided_by
            else word(one.state),
            "\n".join(changed_settings(one, told.names)) or "—",
        )
        for one in told.view.switches
    ]
    yield Table((9, 12, 12, 9, 9, 22), tuple(rows), head)


def changed_settings(switch: Switch, names: Mapping[str, str]) -> list[str]:
    """What a confirmed switch set otherwise: 上报 每 12 小时 → 每 6 小时."""
    if not switch.after:
        return []
    before, after = json.loads(switch.before), json.loads(switch.after)
    if after["level"] is None:
        return [say("恢复平时的设置")]
    found = []
    for key, name in _SETTINGS.items():
        old, new = (_setting(key, one.get(key), names) for one in (before, after))
        if old != new:
            change = new if before["level"] is None else f"{old} → {new}"
            found.append(f"{say(name)} {change}")
    return found


_SETTINGS = {
    "report_minutes": "上报间隔",
    "answer_minutes": "应答时限",
    "hold": "暂缓",
    "layers": "图层",
    "layout": "布局",
    "pattern": "班制",
    "reach": "范围",
    "places": "地点",
}


def _setting(key: str, value: object, names: Mapping[str, str]) -> str:
    """A setting as stored in a switch, in words; — for none."""
    if value in (None, "", []):
        return "—"
    if key.endswith("_minutes"):
        return duration(timedelta(minutes=int(str(value))))
    if key == "hold":
        return lookup(HoldRule, str(value))
    if key == "layout":
        return say(LAYOUTS.get(str(value), str(value)))
    if isinstance(value, list):
        kind = _layer_names() if key == "layers" else names
        return listed(kind.get(str(one), str(one)) for one in value)
    if key == "reach":
        return _reach_names().get(str(value), str(value))
    return names.get(str(value), str(value))


def _layer_names() -> dict[str, str]:
    return {one.value: word(one) for one in Layer}


def _reach_names() -> dict[str, str]:
    return {one.value: word(one) for one in Reach}


# ---- calls, reports, cases, people ------------------------------------------------------------


def _calls(told: Told) -> Iterator[Block]:
    calls = told.view.calls
    if not calls:
        return _none(say("没有召集队伍。"))
    head = (say("批次"), say("队伍"), say("召集"), say("答复"), say("用时"), say("到达需"))
    rows = [
        (
            str(one.wave),
            told.name(one.team),
            told.at(one.called_at),
            _answer(one, told.now),
            took_text(one),
            say("{n} 分钟").format(n=one.minutes) if one.minutes is not None else "—",
        )
        for one in calls
    ]
    return iter([Table((4, 14, 8, 14, 8, 8), tuple(rows), head)])


def _answer(call: CallUp, now: datetime) -> str:
    if call.answer is None:
        return say("▲ 未答复") if call.red(now) else say("等答复")
    return word(call.answer)


def _reports(told: Told) -> Iterator[Block]:
    head = (say("应报"), say("种类"), say("实报"), say("迟报"), say("报送人"), say("内容"))
    rows = [_report(told, one) for one in told.view.reports]
    yield Table((8, 9, 8, 8, 8, 32), tuple(rows), head)


def _report(told: Told, one: ReportView) -> tuple[str, ...]:
    sent = one.report
    due, kind = told.at(one.slot.due), word(one.slot.kind)
    if sent is None:
        owed = say("▲ 未报") if one.slot.due < told.now else say("未到时")
        return (due, kind, owed, "—", "—", BLANK)
    words = say("零报告") if sent.nil else ""
    words = "\n".join(part for part in (words, mask_numbers(one.words) or "") if part)
    return (due, kind, told.at(sent.sent_at), late_text(sent), told.name(sent.sent_by), words)


def _ticks(told: Told) -> Iterator[Block]:
    """Lines done of all, by level that stood and by post."""
    done = {one.id for one in told.view.ticks}
    stood = {one.level for one in told.review.levels}
    rows = []
    for level in told.view.plan.levels():
        for one in level.checklists if level.level in stood else ():
            head = f"{told.view.emergency.id}/{level.level.value}/{one.post.value}"
            ticked = sum(f"{head}/{number}" in done for number in range(len(one.lines)))
            rows.append((word(level.level), word(one.post), f"{ticked} / {len(one.lines)}"))
    if not rows:
        return _none(say("预案没有岗位清单。"))
    return iter([Table((8, 8, 8), tuple(rows), (say("级别"), say("岗位"), say("完成")))])


def _held(told: Told) -> Iterator[Block]:
    held = told.review.held
    yield Table(
        (1, 1, 1, 1, 1, 1),
        (
            (
                *(str(held.deferred), str(held.suspended), str(held.resumed)),
                *(str(held.exempted), str(held.standing), duration(held.longest)),
            ),
        ),
        (
            *(say("顺延"), say("暂停"), say("随级别恢复")),
            *(say("提前照办"), say("仍暂缓"), say("最长暂缓")),
        ),
    )


def _people(told: Told) -> Iterator[Block]:
    if not told.review.people:
        return _none(say("没有转移名单。"))
    head = (say("时间"), say("社区"), say("应转移"), say("已转移"), say("不愿转移"), say("待转移"))
    rows = [_point(told, one) for one in told.review.people]
    return iter([Table((8, 14, 6, 6, 6, 6), tuple(rows), head)])


def _point(told: Told, one: PeoplePoint) -> tuple[str, ...]:
    rest = one.listed - one.moved - one.refused
    where = told.name(one.community) if one.community else say("未定社区")
    counts = (str(count) for count in (one.listed, one.moved, one.refused, rest))
    return (told.at(one.at), where, *counts)
