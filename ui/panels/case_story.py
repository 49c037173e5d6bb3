"""The story of a case as a timeline: by day, newest first, who, what, what the step had taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.course import Course, Leg
from commandcenter.services.views import CaseView, StoryLine
from ui import words
from ui.panels.case_html import dim, line, link, page, strong, tinted
from ui.panels.glance import Glance
from ui.words import pacing

TYPED_LATE = timedelta(minutes=1)
MOST_TOLD, ALL = 60, "story.all"
"""Entries that are written at once: 400 of them would hold the screen for a tenth of a second."""


def story_page(
    view: CaseView,
    glance: Glance,
    course: Course | None = None,
    running: bool = True,
    most: int = MOST_TOLD,
) -> str:
    """What runs now, then each entry under its day: time, who, the sentence; newest first.

    `course` is the case's measured as of the glance; the entry that ended a step says how long
    that had taken against its limit. Without `running` the entries only; beyond `most` of them a
    link to the rest.
    """
    known = course or view.course
    told = view.story[-most:]
    parts = (*_running(known if running else None), *_entries(view, told, glance, known))
    rest = len(view.story) - len(told)
    more = _t("更早的 {n} 条").format(n=rest)
    return page((*parts, line(link(ALL, "", f"[{more}]")) if rest else ""))


def _running(course: Course | None) -> Iterator[str]:
    for leg in () if course is None else (*course.legs, *course.beside, *course.rounds):
        if leg.runs:
            yield line(_pace(leg))


def _entries(
    view: CaseView, told: Sequence[StoryLine], glance: Glance, course: Course | None
) -> Iterator[str]:
    ended: dict[int, list[Leg]] = {}
    for leg in () if course is None else (*course.legs, *course.beside, *course.rounds):
        if leg.seq is not None:
            ended.setdefault(leg.seq, []).append(leg)
    today = glance.now.astimezone(glance.zone).date()
    shown: date | None = None
    for one in reversed(told):
        day = one.entry.happened_at.astimezone(glance.zone).date()
        if day != shown:
            shown = day
            yield _day(day, today)
        yield _story_line(one, view.words, glance, ended.get(one.entry.seq, []))


def _day(day: date, today: date) -> str:
    near = {0: _t("今天"), 1: _t("昨天")}.get((today - day).days, "")
    text = " ".join(part for part in (day.isoformat(), near) if part)
    return f'<p style="margin:4px 0 1px 0">{dim("── " + text)}</p>'


def _story_line(one: StoryLine, report: str | None, glance: Glance, ended: list[Leg]) -> str:
    entry = one.entry
    said = escape(words.story(entry, glance.names))
    late = entry.at - entry.happened_at > TYPED_LATE
    when = entry.happened_at.astimezone(glance.zone).strftime("%H:%M")
    typed = tinted(_t("（{} 录入）").format(glance.at(entry.at)), "dim") if late else ""
    told = escape(one.words) if one.words and one.words != report else ""
    paces = [_pace(leg) for leg in ended]
    return line(strong(when), dim(glance.who(entry.who)), said, typed, *paces) + (
        f'<p style="margin:0 0 3px 12px">{told}</p>' if told else ""
    )


def _pace(leg: Leg) -> str:
    """■ 签收 用 1:35／限 1 个工作小时，超 35分."""
    mark, token = pacing.leg_mark(leg)
    return tinted(f"{mark} {pacing.leg_text(leg)}", token)


def _t(text: str) -> str:
    return QCoreApplication.translate("Case", text)
