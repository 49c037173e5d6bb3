"""What a case shows of its joint tasks, and of the timers of its tasks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.case import Case
from commandcenter.domain.limits import Stage, Watch
from commandcenter.domain.task import Task, TaskRole
from commandcenter.domain.watch import OUT
from commandcenter.services.joining_views import JointView
from commandcenter.services.views import CaseView
from ui import words
from ui.keyring import keyed
from ui.panels.case_html import dim, heading, lamp_text, line, link, strong, tinted, wall
from ui.panels.glance import Glance

SHAPES = {"assigned": "○", "signed": "◔", "en_route": "➤", "on_scene": "◉", "done": "✓"}
"""A sign for each state of a task, beside its word."""


def joints(view: CaseView, glance: Glance) -> Iterator[str]:
    """Each joint task that still has somebody at work, with how every team stands."""
    for one in view.joints:
        parts = sorted(
            (task for task in view.tasks if task.joint == one.joint.id),
            key=lambda task: task.role is not TaskRole.LEAD,
        )
        if any(task.running for task in parts):
            yield heading(_t("联合执法"))
            yield line(*_plan(one, glance))
            if one.words:
                yield line(escape(one.words))
            yield line(*(_team(task, glance) for task in parts))
            yield from _blocks(one, glance)


def _plan(one: JointView, glance: Glance) -> Iterator[str]:
    joint = one.joint
    yield strong(words.word(joint.kind))
    yield escape(_t("{unit}牵头").format(unit=glance.name(joint.lead)))
    when = wall(joint.meets_at, glance.now, glance.zone)
    yield escape(_t("{when} 集合于 {place}").format(when=when, place=joint.place).strip())
    yield dim(keyed(_t("方案存成文件 Shift+F6"), "joint.sheet"))


def _team(task: Task, glance: Glance) -> str:
    shown = f"{SHAPES.get(task.state.value, '✕')} {words.word(task.state)}"
    name = glance.name(task.team or task.unit)
    return f"{escape(name)} {tinted(shown, 'accent' if task.running else 'dim')}&nbsp;"


def _blocks(one: JointView, glance: Glance) -> Iterator[str]:
    """What would forbid a part by now: somebody went off shift, a certificate ran out."""
    for part in one.checks:
        for said in part.findings:
            name, rule = glance.name(part.unit), words.finding(said, glance.names)
            yield line(tinted(f"■ {name}", "danger"), escape(rule))


def timers(task: Task, glance: Glance) -> Iterator[str]:
    """Of a running task: its check-in timer, the last word, what was missed."""
    if not task.running:
        return
    if task.watch_minutes is not None:
        every = _t("◎ 每 {n} 分钟报平安").format(n=task.watch_minutes)
        yield tinted(every, "accent")
    if task.heard_at is not None:
        yield dim(_t("讯{at}").format(at=glance.at(task.heard_at)))
    if task.missed:
        yield tinted(_t("▲ 超时 {n} 次").format(n=task.missed), "danger")
    if task.state in OUT:
        yield link("task.word", task.id, _t("[报平安 Shift+F7]"))


def waiting(case: Case, glance: Glance) -> str:
    """待报平安 ▲ 今天 10:20 到期 剩 0:12; "" where the lamp of the stage says it already."""
    if case.watch is None or (case.watch == Watch.SIGN and case.stage is Stage.SIGN):
        return ""
    name = words.word(Watch(case.watch))
    return lamp_text(name, case.watch_due, None, glance.now, glance.zone)


def _t(text: str) -> str:
    return QCoreApplication.translate("Case", text)
