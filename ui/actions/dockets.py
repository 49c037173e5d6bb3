"""Actions on sub-dockets (子卷) with the law's clocks."""

from __future__ import annotations

from commandcenter.domain import commands as c
from commandcenter.domain.roles import Role
from commandcenter.services.views import CaseView
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import Room, choice, line, words
from ui.actions.sending import DISPATCHER, UNIT

GROUP = "docket"
LEADERS = frozenset({Role.DUTY_LEADER, Role.DIRECTOR})


def _recorder(view: CaseView, room: Room) -> str:
    task = options.lead_task(view)
    return (task.recorder if task else None) or ""


DOCKETS: tuple[Action, ...] = (
    row(
        "docket.open",
        "立子卷",
        "F",
        "docket",
        "查封、扣押等立子卷，登记决定书、清单和记录仪，法定时限起算。",
        c.OpenDocket,
        group=GROUP,
        by=UNIT,
        behalf=behalf.team_first,
        fields=(
            choice("kind", "种类", options.docket_kinds),
            line("decision", "决定书文号"),
            words("goods", "物品清单", hint="当场交付的清单"),
            line("recorder", "记录仪编号", needed=False, initial=_recorder),
        ),
    ),
    row(
        "docket.report",
        "子卷报告",
        "Shift+F",
        "report",
        "当场强制已向负责人报告（行政强制法 19）；涉嫌犯罪已决定移送，24 小时内移送。",
        c.ReportDocket,
        group=GROUP,
        by=UNIT | DISPATCHER,
        behalf=behalf.team_first,
        fits=options.has_docket(options.reportable),
        fields=(choice("docket", "子卷", options.dockets(options.reportable), lone=True),),
    ),
    row(
        "docket.extend",
        "子卷延长",
        "Shift+Y",
        "extend",
        "查封扣押依法延长一次 30 日（行政强制法 25）。",
        c.ExtendDocket,
        group=GROUP,
        by=LEADERS,
        behalf=behalf.holding(*LEADERS),
        fits=options.has_docket(options.extendable),
        fields=(
            choice("docket", "子卷", options.dockets(options.extendable), lone=True),
            line("decision", "延长决定书文号"),
        ),
    ),
    row(
        "docket.close",
        "子卷办结",
        "Shift+K",
        "close",
        "子卷有了结果，予以办结。",
        c.CloseDocket,
        group=GROUP,
        by=UNIT | {Role.DUTY_LEADER},
        behalf=behalf.team_first,
        fits=options.has_docket(options.any_docket),
        fields=(
            choice("docket", "子卷", options.dockets(options.any_docket), lone=True),
            choice("outcome", "结果", options.reasons("CloseDocket"), asks=True),
        ),
    ),
)
