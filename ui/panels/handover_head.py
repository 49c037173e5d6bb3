"""The headline of a handover and the line that tells what may be done now."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.domain.handover import Handover, HandoverState
from commandcenter.domain.roles import Role
from commandcenter.services.handover_views import HandoverView
from ui import words
from ui.context import DeskContext
from ui.panels.case_html import dim, strong
from ui.words import handing, say
from ui.words.rosters import shift_name

STATE_TOKENS = {HandoverState.SIGNED: "ok", HandoverState.ACKNOWLEDGED: "accent"}


def title_text(view: HandoverView, names: Mapping[str, str]) -> str:
    """Part 1: state, shift, from and to, who leaves, comes and leads, how the street works."""
    parts, record = view.parts, view.handover
    state = record.state if record else None
    token = STATE_TOKENS.get(state, "warning") if state else "warning"
    span = f"{words.stamp(parts.starts)} → {words.stamp(parts.ends)}"
    pairs = (
        (say("交班"), parts.outgoing if record else None),
        (say("接班"), record.incoming if record else parts.incoming),
        (say("带班"), parts.leader),
    )
    told = [strong(f"[{handing.state_name(state)}]", token)]
    told += [strong(shift_name(parts.shift)), dim(span)]
    told += [f"{dim(part)}&nbsp;{strong(names.get(who, who))}" for part, who in pairs if who]
    emergency = parts.mode != "normal" or parts.drill
    told.append(strong(handing.mode_name(parts), "urgent" if emergency else "dim"))
    return " &nbsp;".join(told)


def hint_text(desk: DeskContext, record: Handover | None, names: Mapping[str, str]) -> str:
    """The keys that do something now, for who sits here."""
    if record is None:
        lead = Role.SHIFT_LEAD.value in desk.roles
        first = say("Ctrl+Enter 选接班人并冻结") if lead else say("交接由值班长冻结，这里随时可看")
        told = [say("↓ ↑ 看案卷"), first, say("Ctrl+Tab 换页"), say("Esc 回队列")]
    elif record.signed:
        told = [say("已双方签字，不能再改"), say("A 写补充说明"), say("Esc 回到现在的交接")]
    elif desk.who == record.incoming:
        told = [say("↓ 或 N 下一件"), say("Enter 或空格 确认"), say("Q 提问")]
        told += [say("J 下一件未确认"), say("Ctrl+Enter 签字")]
    else:
        incoming = names.get(record.incoming, record.incoming)
        told = [say("由接班人 {name} 逐件确认").format(name=incoming)]
        told += [say("T 请接班人在本席就座"), say("Ctrl+Enter 签字"), say("Ctrl+Del 作废")]
    return " · ".join((*told, say("S 存文件 P 打印 R 打印承诺单")))
