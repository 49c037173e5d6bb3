"""What a case shows of its whistles and consultations: who was called, how far, until when."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.consultation import ConsultationState
from commandcenter.domain.whistle import DONE, PartState, WhistleState
from commandcenter.services.views import CaseView
from commandcenter.services.whistle_views import ConsultationView, PartView, WhistleView
from ui import words
from ui.panels.case_html import SHAPES, dim, heading, line, link, strong, tinted, wall
from ui.panels.glance import Glance

GONE = frozenset({WhistleState.REFUSED, WhistleState.WITHDRAWN, WhistleState.RATED})
NEXT_STEP = {
    PartState.SIGNED: ("whistle.sign", "签收 Ctrl+F5"),
    PartState.CONTACTED: ("whistle.contact", "联系 Ctrl+F6"),
    PartState.CHECKED_IN: ("whistle.check_in", "报到 Ctrl+F8"),
    PartState.DELIVERED: ("whistle.deliver", "办结 Ctrl+F10"),
}
"""The action of each step that a department takes next."""


def whistles(view: CaseView, glance: Glance) -> Iterator[str]:
    """Each whistle that is not over, its departments one by one, then consultations."""
    for one in view.whistles:
        if one.whistle.state not in GONE:
            yield heading(_t("吹哨"))
            yield line(*_head(one, glance))
            if one.words:
                yield line(escape(one.words))
            yield from (line(*_part(part, one, glance)) for part in one.parts)
    for meeting in view.consultations:
        if meeting.consultation.state is not ConsultationState.OFF:
            yield from _meeting(meeting, glance)


def _head(one: WhistleView, glance: Glance) -> Iterator[str]:
    whistle = one.whistle
    yield strong(words.word(whistle.kind))
    yield tinted(words.word(whistle.state), "accent")
    if whistle.state is WhistleState.DRAFT:
        yield link("whistle.approve", whistle.id, _t("[批准 Ctrl+Shift+W]"))
    if whistle.state is WhistleState.APPROVED:
        yield link("whistle.blow", whistle.id, _t("[吹哨 Shift+B]"))
    if whistle.state is WhistleState.BLOWN and whistle.code:
        yield dim(_t("报到码 {code}").format(code=whistle.code))
    if whistle.state is WhistleState.CLOSED:
        until = wall(whistle.rate_due, glance.now, glance.zone)
        yield dim(_t("{at} 前互评").format(at=until))
        yield link("whistle.rate", "", _t("[评分 Shift+M]"))


def _part(view: PartView, one: WhistleView, glance: Glance) -> Iterator[str]:
    part = view.part
    name = glance.name(part.unit)
    yield strong(_t("{unit}（牵头）").format(unit=name)) if part.lead else escape(name)
    yield tinted(words.word(part.state), "dim" if part.state in DONE else "accent")
    if part.designated:
        yield tinted(_t("指定"), "warning")
    if one.whistle.state is WhistleState.BLOWN and part.due is not None:
        mark = f"{SHAPES[view.lamp]} {wall(part.due, glance.now, glance.zone)}"
        yield tinted(mark, f"lamp_{view.lamp.value}")
        step = part.next_step
        if step is not None and part.state is not PartState.DISPUTED:
            action, text = NEXT_STEP[step]
            yield link(action, part.unit, f"[{_t(text)}]")
    if part.asked_at is not None:
        yield tinted(_t("▲ 请求退单"), "warning")
    if part.late:
        yield tinted(_t("▲ 超时 {n} 次").format(n=len(part.late)), "danger")
    if part.urged:
        yield dim(_t("催 {n} 次").format(n=part.urged))


def _meeting(view: ConsultationView, glance: Glance) -> Iterator[str]:
    meeting = view.consultation
    yield heading(_t("会商"))
    at = wall(meeting.held_at or meeting.meets_at, glance.now, glance.zone)
    units = "、".join(glance.name(one) for one in meeting.attended or meeting.units)
    yield line(tinted(words.word(meeting.state), "accent"), strong(at), escape(units))
    for text in (view.agenda, view.decision):
        if text:
            yield line(escape(text))
    for one in view.tasks:
        done = one.task.done_at is not None
        late = not done and one.task.due < glance.now
        shape = "✓" if done else "■" if late else "○"
        due = wall(one.task.due, glance.now, glance.zone)
        yield line(
            tinted(f"{shape} {glance.name(one.task.unit)} {due}", "danger" if late else "dim"),
            escape(one.words or ""),
        )


def _t(text: str) -> str:
    return QCoreApplication.translate("Case", text)
