"""Actions on the inbox: report, verify, merge, refuse, hand over, file."""

from __future__ import annotations

from commandcenter.domain import commands as c
from commandcenter.domain.roles import Role
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import Field, FieldKind, choice, line, pictures, words

GROUP = "inbox"
INTAKE = frozenset({Role.INTAKE_OFFICER})
MEMBER = frozenset({Role.GRID_MEMBER})
SEAT = frozenset({Role.COMMUNITY_SEAT})
LEAD = frozenset({Role.SHIFT_LEAD})

INBOX: tuple[Action, ...] = (
    row(
        "report.new",
        "新上报",
        "F2",
        "report.new",
        "打开受理表单，录入一件新的上报。",
        c.ReportCase,
        group=GROUP,
        by=INTAKE | MEMBER | SEAT | {Role.GATEWAY},
        panel="intake",
    ),
    row(
        "case.file",
        "立案",
        "F3",
        "file",
        "发给案卷编号，时限从此起算；值班长可另定等级。",
        c.FileCase,
        group=GROUP,
        by=LEAD,
        fields=(
            choice(
                "level",
                "等级",
                options.levels,
                initial=lambda view, room: view.case.level.value,
            ),
        ),
    ),
    row(
        "case.verify",
        "核实",
        "V",
        "verify",
        "派一位不是上报人的网格员到现场核实。",
        c.AskVerification,
        group=GROUP,
        by=INTAKE,
        fields=(choice("verifier", "核实人", options.verifiers, advised=True),),
    ),
    row(
        "case.verified",
        "核实结果",
        "Shift+V",
        "check",
        "记下核实人的答复，案卷回到待立案。",
        c.RecordVerification,
        group=GROUP,
        by=MEMBER,
        behalf=behalf.verifier,
        fields=(
            Field(
                name="found",
                kind=FieldKind.CHECK,
                text="现场属实",
                initial=lambda view, room: True,
            ),
            words(text="核实情况", needed=True),
            pictures("before"),
        ),
    ),
    row(
        "case.merge",
        "并案",
        "M",
        "merge",
        "并入另一案卷；已立案的保留编号，按作废计数，来源照样得到答复。",
        c.MergeCase,
        group=GROUP,
        by=INTAKE | LEAD,
        fields=(Field(name="into", kind=FieldKind.CASE, text="并入案卷"),),
    ),
    row(
        "case.refuse",
        "不予受理",
        "J",
        "reject",
        "按规定的理由不予受理，并告知上报人。",
        c.RefuseCase,
        group=GROUP,
        by=INTAKE,
        fields=(
            choice("reason", "理由", options.reasons("RefuseCase"), asks=True),
            words(hint="告知上报人的话"),
        ),
    ),
    row(
        "case.self_handle",
        "自处理",
        "Z",
        "check.pass",
        "网格、社区已就地办完的轻微事项：同时立案，由他人核查后结案。",
        c.SelfHandleCase,
        group=GROUP,
        by=MEMBER | SEAT,
        behalf=behalf.having,
        fields=(words(text="处理情况", needed=True), pictures("after")),
    ),
    row(
        "case.hand_over",
        "移交110等",
        "H",
        "handover.emergency",
        "立即告知 110、119、120 或 122，记下接报人。",
        c.HandOverCase,
        group=GROUP,
        by=INTAKE,
        fields=(
            choice("service", "移交", options.reasons("HandOverCase")),
            line("told", "接报人", hint="工号或姓名"),
            Field(name="reject", kind=FieldKind.CHECK, text="本街道不再受理", needed=False),
        ),
    ),
)
