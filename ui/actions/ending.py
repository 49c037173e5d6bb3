"""Actions at the end of a case, its notes and personal data."""

from __future__ import annotations

from commandcenter.domain import commands as c
from commandcenter.domain.roles import DESK_ROLES, Role
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import choice, line, pictures, words
from ui.actions.inbox import INTAKE, LEAD
from ui.actions.sending import DISPATCHER, UNIT

GROUP = "ending"
CHECKER = frozenset({Role.CHECKER})
HOTLINE = frozenset({Role.HOTLINE_SEAT})

NOTING = frozenset(Role) - {Role.OPERATOR, Role.SYSTEM}
"""Everybody who sees cases: who keeps the machine sees none."""

ENDING: tuple[Action, ...] = (
    row(
        "case.check",
        "送核查",
        "F9",
        "check",
        "请一位既非采集人也非办理人的核查员到现场核查。",
        c.SendToCheck,
        group=GROUP,
        by=INTAKE,
        fields=(choice("checker", "核查人", options.checkers, advised=True),),
    ),
    row(
        "check.pass",
        "核查通过",
        "Shift+F9",
        "check.pass",
        "核查通过；热线案卷转回访，其余可以结案。",
        c.RecordCheck,
        group=GROUP,
        by=CHECKER,
        behalf=behalf.checker,
        extra={"passed": True},
        fields=(words(text="核查情况"), pictures("after")),
    ),
    row(
        "check.fail",
        "核查不通过",
        "Ctrl+F9",
        "check.fail",
        "核查不通过，退回返工，原到期时间不变。",
        c.RecordCheck,
        group=GROUP,
        by=CHECKER,
        behalf=behalf.checker,
        extra={"passed": False},
        fields=(words(text="不通过的原因", needed=True), pictures("scene")),
    ),
    row(
        "case.close",
        "结案",
        "F10",
        "close",
        "核查通过后结案销号；未了的子卷继续列出。",
        c.CloseCase,
        group=GROUP,
        by=LEAD,
    ),
    row(
        "case.callback",
        "回访",
        "F11",
        "callback",
        "记下诉求人的评价：满意即结案，不满意则重办。",
        c.RecordCallback,
        group=GROUP,
        by=HOTLINE,
        behalf=behalf.holding(Role.HOTLINE_SEAT),
        fields=(
            choice("outcome", "结果", options.reasons("RecordCallback"), asks=True),
            words(text="诉求人的话"),
        ),
    ),
    row(
        "case.explain",
        "解释结案",
        "Shift+F10",
        "law",
        "依法解释后结案：值班长提出，带班领导同意，写明法律依据。",
        c.ExplainClose,
        group=GROUP,
        by=LEAD,
        fields=(
            choice("leader", "带班领导", options.leaders),
            line("basis", "法律依据", hint="法规名称与条款"),
            words(text="解释与证据", needed=True),
        ),
    ),
    row(
        "case.void",
        "作废",
        "X",
        "void",
        "按规定理由作废；执法已经开始的不得作废。",
        c.VoidCase,
        group=GROUP,
        by=LEAD,
        fields=(choice("reason", "理由", options.reasons("VoidCase"), asks=True),),
    ),
    row(
        "case.reopen",
        "复开",
        "K",
        "reopen",
        "结案 30 天内有新情况的复开，新时限从此起算。",
        c.ReopenCase,
        group=GROUP,
        by=LEAD,
        fields=(words(text="新情况", needed=True),),
    ),
    row(
        "case.note",
        "备注",
        "N",
        "note",
        "给案卷添一条备注，可附图片。",
        c.AddNote,
        group="record",
        by=NOTING,
        fields=(words(text="备注", needed=True), pictures("scene")),
    ),
    row(
        "case.picture",
        "添图片",
        "I",
        "picture.add",
        "给案卷添处置前的图片，配一句说明。",
        c.AddNote,
        group="record",
        by=NOTING,
        fields=(
            pictures("before", needed=True),
            line("words", "说明", initial=lambda view, room: "图片"),
        ),
    ),
    row(
        "case.phone",
        "看电话",
        "P",
        "reveal",
        "按用途查看诉求人电话，至多 10 分钟，查看会留记录。",
        c.RevealPhone,
        group="record",
        by=DESK_ROLES | {Role.HOTLINE_SEAT, Role.DUTY_LEADER},
        fits=lambda view: view.complainant is not None and view.complainant.phone is not None,
        fields=(
            choice("reason", "用途", options.reasons("RevealPhone")),
            words(text="说明", hint="不是本人经办的案卷须写明"),
        ),
    ),
    row(
        "case.recuse",
        "回避",
        "Shift+H",
        "law.warning",
        "登记应当回避的执法人员，此案不再派他（行政处罚法 43）。",
        c.RecuseOfficer,
        group="record",
        by=UNIT | DISPATCHER | LEAD,
        behalf=behalf.unit_first,
        fields=(
            choice("officer", "人员", options.officers),
            choice("relation", "关系", options.reasons("RecuseOfficer")),
        ),
    ),
    row(
        "case.acknowledge",
        "知悉报警",
        "W",
        "alarm",
        "看到了这件案卷的报警，声音停止。",
        c.AcknowledgeAlarm,
        group="record",
        by=DESK_ROLES,
        fields=(choice("alarm", "报警", options.alarms, lone=True),),
    ),
    row(
        "case.purge",
        "清除个人信息",
        "Ctrl+Shift+P",
        "reject",
        "清除诉求人的个人信息，只留哈希；不可恢复。",
        c.PurgeComplainant,
        group="record",
        by=frozenset({Role.ADMINISTRATOR}),
        fits=lambda view: view.complainant is not None,
        fields=(choice("basis", "依据", options.purge_bases, asks=True),),
    ),
)
