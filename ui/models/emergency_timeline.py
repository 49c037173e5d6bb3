"""What happened when in an emergency, for its review report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from commandcenter.services.review_views import PeoplePoint
from ui.documents.document import Block, Table
from ui.models.emergency_told import Told, late_text, level_text, took_text
from ui.words import listed, say, word


def timeline_table(told: Told) -> Iterator[Block]:
    """The timeline as a table."""
    happened = sorted(timeline(told), key=lambda pair: pair[0])
    rows = tuple((told.at(at), text) for at, text in happened)
    yield Table((10, 60), rows, (say("时间"), say("事项")))


def timeline(told: Told) -> Iterator[tuple[datetime, str]]:
    """What happened when (UTC): switches, calls, reports, people, review, purge."""
    yield from _switch_events(told)
    yield from _call_events(told)
    for one in told.view.reports:
        if one.report is not None:
            kind, late = word(one.slot.kind), late_text(one.report)
            text = say("{kind}（应报 {due}，{late}）")
            yield one.report.sent_at, text.format(kind=kind, due=told.at(one.slot.due), late=late)
    yield from _people_events(told)
    review, gone = told.review, told.review.purged
    if review.emergency.reviewed_at is not None:
        text = say("{who}记入复盘报告")
        yield review.emergency.reviewed_at, text.format(who=told.name(review.reviewed_by))
    if gone is not None:
        text = say("{who}批准清除个人资料，{n} 人")
        yield gone.at, text.format(who=told.name(gone.by), n=gone.people)


def _switch_events(told: Told) -> Iterator[tuple[datetime, str]]:
    for one in told.view.switches:
        step = f"{level_text(one.from_level)} → {level_text(one.to_level)}"
        text = say("{who}提出切换 {step}，指令 {order}")
        yield (
            one.proposed_at,
            text.format(who=told.name(one.proposed_by), step=step, order=one.order_no),
        )
        if one.decided_at is not None:
            done = say("{who}：切换 {step} {state}")
            who = told.name(one.decided_by)
            yield one.decided_at, done.format(who=who, step=step, state=word(one.state))


def _call_events(told: Told) -> Iterator[tuple[datetime, str]]:
    waves: dict[tuple[datetime, int], list[str]] = {}
    for one in told.view.calls:
        waves.setdefault((one.called_at, one.wave), []).append(told.name(one.team))
        if one.answered_at is not None and one.answer is not None:
            text = say("{team}答复：{answer}，用时 {span}")
            span = took_text(one)
            yield (
                one.answered_at,
                text.format(team=told.name(one.team), answer=word(one.answer), span=span),
            )
    for (at, wave), teams in waves.items():
        yield at, say("召集第 {n} 批：{teams}").format(n=wave, teams=listed(teams))


def _people_events(told: Told) -> Iterator[tuple[datetime, str]]:
    hours: dict[datetime, list[PeoplePoint]] = {}
    for one in told.review.people:
        hours.setdefault(one.at, []).append(one)
    for at, points in hours.items():
        listed_, moved, refused = (
            sum(getattr(one, name) for one in points) for name in ("listed", "moved", "refused")
        )
        text = say("转移名单 {listed} 人，已转移 {moved} 人，不愿转移 {refused} 人")
        yield at, text.format(listed=listed_, moved=moved, refused=refused)
