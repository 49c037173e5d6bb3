"""The facts of a case as text: report, caller, tasks, requests, dockets, law, reminders."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.docket import WARN_DAYS, Docket, DocketKind
from commandcenter.domain.law import BLOCK
from commandcenter.domain.request import Request
from commandcenter.domain.task import Task, TaskRole
from commandcenter.services.order_views import OrderView
from commandcenter.services.views import CaseView
from ui import words
from ui.panels.case_html import dim, heading, line, link, page, strong, tinted
from ui.panels.case_joint import SHAPES, joints, timers
from ui.panels.case_next import promise
from ui.panels.case_whistle import whistles
from ui.panels.glance import Glance


def facts_page(view: CaseView, glance: Glance) -> str:
    """Everything about the case but its story and pictures."""
    return page(
        (
            *_reminders(view),
            *_promises(view, glance),
            *_report(view, glance),
            *joints(view, glance),
            *whistles(view, glance),
            *_tasks(view, glance),
            *_requests(view, glance),
            *_orders(view, glance),
            *_dockets(view, glance),
            *_law(view, glance),
        )
    )


def _reminders(view: CaseView) -> Iterator[str]:
    for code in view.reminders:
        yield line(tinted("▲ " + words.reminder(code), "warning"))


def _promises(view: CaseView, glance: Glance) -> Iterator[str]:
    """Kept and open ones, the nearest first."""
    if view.promises:
        yield heading(_t("承诺"))
    for one in sorted(view.promises, key=lambda one: (one.by_when, one.id)):
        yield line(
            promise(one, view, glance), dim(_t("{who} 答应").format(who=glance.who(one.made_by)))
        )


def _report(view: CaseView, glance: Glance) -> Iterator[str]:
    if view.words:
        yield heading(_t("上报内容"))
        yield line(escape(view.words))
    caller = view.complainant
    if caller is None:
        return
    phone = caller.phone or _t("无电话")
    if caller.revealed and caller.open_until:
        until = _t("显示至 {}").format(glance.at(caller.open_until))
        shown = f"{strong(phone, 'warning')} {dim(until)}"
    else:
        shown = f"{escape(phone)} {link('case.phone', '', _t('看电话 P'))}"
    yield line(dim(_t("诉求人")), escape(caller.name or _t("未留名")), shown)


def _tasks(view: CaseView, glance: Glance) -> Iterator[str]:
    if view.tasks:
        yield heading(_t("任务"))
    for task in sorted(view.tasks, key=lambda one: list(TaskRole).index(one.role)):
        yield line(*_task(task, glance))


def _task(task: Task, glance: Glance) -> Iterator[str]:
    state = f"{SHAPES.get(task.state.value, '✕')} {words.word(task.state)}"
    yield dim(words.word(task.role))
    name = glance.name(task.unit)
    picked = "▸ " if task.id == glance.part else ""
    yield link("part", task.id, f"{picked}{name}")
    yield tinted(state, "accent" if task.running else "dim")
    yield dim(words.word(task.kind))
    if task.team:
        yield escape(glance.name(task.team))
    if task.officers:
        yield dim(words.listed(glance.name(one) for one in task.officers))
    times = (
        (_t("派"), task.assigned_at),
        (_t("签"), task.signed_at),
        (_t("出发"), task.left_at),
        (_t("到场"), task.on_scene_at),
        (_t("止"), task.ended_at),
    )
    yield dim(" ".join(f"{word}{glance.at(at)}" for word, at in times if at))
    if task.recorder:
        yield dim(_t("记录仪 {}").format(task.recorder))
    yield from timers(task, glance)


def _requests(view: CaseView, glance: Glance) -> Iterator[str]:
    if view.requests:
        yield heading(_t("申请"))
    for one in view.requests:
        yield line(*_request(one, glance))


def _request(one: Request, glance: Glance) -> Iterator[str]:
    yield strong(words.word(one.kind), "warning" if one.pending else "text")
    yield escape(f"{glance.name(one.unit)} {words.reason(one.reason)}")
    if one.limit:
        yield escape(_t("延长 {}").format(words.limit_text(one.limit)))
    if one.proposed_unit:
        yield escape(_t("改派 {}").format(glance.name(one.proposed_unit)))
    if one.review_on:
        yield escape(_t("复查日 {}").format(one.review_on))
    if one.text and not one.text.isalnum():
        yield escape(f"“{one.text}”")
    if one.pending:
        yield link("request.approve", one.id, _t("[同意 A]"))
        yield link("request.refuse", one.id, _t("[不同意 Shift+A]"))
    else:
        verdict = _t("已同意") if one.approved else _t("未同意")
        yield dim(f"{verdict} {glance.at(one.decided_at)} {glance.name(one.decided_by)}")


def _orders(view: CaseView, glance: Glance) -> Iterator[str]:
    if view.orders:
        yield heading(_t("督办"))
    for one in view.orders:
        yield line(*_order(one, glance, view.case.is_open))


def _order(one: OrderView, glance: Glance, live: bool) -> Iterator[str]:
    order = one.order
    late = order.late_at(glance.now) and (live or not order.open)
    due = _t("{} 前答复").format(glance.at(order.due))
    yield strong(glance.name(order.unit) or _t("承办单位"), "warning" if order.open else "text")
    yield tinted(("▲ " if late else "") + due, "danger" if late else "dim")
    yield escape(one.words or "")
    if not order.open:
        answered = f"{glance.at(order.answered_at)} {glance.name(order.answered_by)}"
        yield dim(_t("已答复 {}").format(answered))
        yield escape(one.reply or "")
    elif live:
        yield link("case.answer", order.id, _t("[答复 Shift+O]"))
    else:
        yield dim(_t("案卷已了，未答复"))


def _dockets(view: CaseView, glance: Glance) -> Iterator[str]:
    if view.dockets:
        yield heading(_t("子卷"))
    for one in view.dockets:
        yield line(*_docket(one, glance))


def _docket(one: Docket, glance: Glance) -> Iterator[str]:
    today = glance.now.astimezone(glance.zone).date()
    left = (one.limit_on - today).days
    yield strong(words.word(one.kind))
    yield escape(one.decision)
    if not one.open:
        yield dim(_t("已办结：{}").format(words.code("outcome", one.outcome or "")))
        return
    limit = _t("限 {} 前，余 {} 天").format(one.limit_on, left)
    warned = one.warned(today)
    shown = ("▲ " if warned else "") + limit
    yield tinted(shown, "danger" if left < 0 else "warning" if warned else "dim")
    if one.kind is DocketKind.CRIME and one.reported_at is not None:
        at = words.clock_text(one.next_due().at, glance.now, glance.zone)
        late = glance.now > one.next_due().at
        yield tinted(_t("须移送：{}").format(at), "danger" if late else "warning")
    elif one.kind is DocketKind.CRIME:
        yield link("docket.report", one.id, _t("[已决定移送 Shift+F]"))
    elif one.report_due is not None:
        if one.reported_at is not None:
            yield dim(_t("已报告 {}").format(glance.at(one.reported_at)))
        else:
            due = _t("须报告：{}").format(words.clock_text(one.report_due, glance.now, glance.zone))
            yield tinted(due, "danger" if glance.now > one.report_due else "warning")
            yield link("docket.report", one.id, _t("[已报告 Shift+F]"))
    if left <= WARN_DAYS and one.extended is None and one.kind is DocketKind.SEIZURE:
        yield link("docket.extend", one.id, _t("[延长 Shift+Y]"))
    yield link("docket.close", one.id, _t("[办结 Shift+K]"))
    if one.goods:
        yield dim(one.goods)


def _law(view: CaseView, glance: Glance) -> Iterator[str]:
    if view.findings:
        yield heading(_t("法律要求"))
    for one in view.findings:
        token = "danger" if one.severity == BLOCK else "warning"
        text = f"§ {words.severity(one)}"
        yield line(tinted(text, token), escape(words.finding(one, glance.names)))


def _t(text: str) -> str:
    return QCoreApplication.translate("Case", text)


__all__ = ["Glance", "facts_page"]
