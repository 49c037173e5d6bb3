"""Actions from dispatch to feedback: the lead's and the other units' steps."""

from __future__ import annotations

from commandcenter.domain import commands as c
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.domain.task import RUNNING, TaskRole, TaskState
from commandcenter.services.views import CaseView
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import Field, FieldKind, Room, choice, line, pictures, words

GROUP = "sending"
DISPATCHER = frozenset({Role.DISPATCHER})
UNIT = frozenset({Role.UNIT, Role.TEAM_LEADER})
LEAD = frozenset({Role.SHIFT_LEAD})
OTHERS = (TaskRole.CO, TaskRole.NOTIFY)
CO = (TaskRole.CO,)


def _recorder(view: CaseView, room: Room) -> str:
    """The recorder of the first officer sent who has one."""
    task = options.lead_task(view)
    sent = [room.officers.get(one) for one in task.officers] if task else []
    return next((one.recorder for one in sent if one and one.recorder), "")


def _task(states: frozenset[TaskState], roles: tuple[TaskRole, ...] = tuple(TaskRole)) -> Field:
    return choice("task", "任务", options.tasks(states, roles), lone=True)


SENDING: tuple[Action, ...] = (
    row(
        "case.dispatch",
        "派遣",
        "F4",
        "dispatch",
        "打开派遣表单，选定主办单位、队伍和人员。",
        c.DispatchCase,
        group=GROUP,
        by=DISPATCHER,
        panel="dispatch",
    ),
    row(
        "task.sign",
        "签收",
        "F5",
        "sign",
        "单位签收任务，签收时限停止，处置开始。",
        c.SignTask,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        fits=options.has_task(options.UNSIGNED),
        fields=(_task(options.UNSIGNED),),
    ),
    row(
        "task.depart",
        "出发",
        "F6",
        "team.en_route",
        "队伍出发；执法任务须带执法证并登记执法记录仪。",
        c.DepartTask,
        group=GROUP,
        by=UNIT,
        behalf=behalf.team_first,
        fits=options.has_task(options.SIGNED),
        fields=(
            _task(options.SIGNED),
            Field(
                name="certificates_ready",
                kind=FieldKind.CHECK,
                text="执法证已带齐",
                needed=False,
            ),
            line("recorder", "记录仪编号", needed=False, initial=_recorder),
        ),
    ),
    row(
        "task.arrive",
        "到场",
        "F7",
        "arrive",
        "队伍到达现场，到场时限停止。",
        c.ArriveTask,
        group=GROUP,
        by=UNIT,
        behalf=behalf.team_first,
        fits=options.has_task(options.ON_THE_WAY),
        fields=(_task(options.ON_THE_WAY),),
    ),
    row(
        "case.feedback",
        "反馈",
        "F8",
        "feedback",
        "主办单位报告办理结果，附处置后图片；全案处置时限停止。",
        c.GiveFeedback,
        group=GROUP,
        by=UNIT,
        behalf=behalf.team_first,
        fields=(words(text="办理结果", needed=True), pictures("after", needed=True)),
    ),
    row(
        "case.update",
        "现场情况",
        "U",
        "update",
        "记下现场传回的情况和图片，状态不变。",
        c.UpdateCase,
        group=GROUP,
        by=UNIT,
        behalf=behalf.team_first,
        fields=(words(text="情况", needed=True), pictures("scene")),
    ),
    row(
        "case.contact",
        "联系诉求人",
        "C",
        "callback",
        "已与诉求人取得联系，联系时限停止。",
        c.RecordContact,
        group=GROUP,
        by=UNIT | DESK_ROLES - LEAD | {Role.HOTLINE_SEAT},
        behalf=behalf.unit_first,
        fits=lambda view: view.case.complainant,
        fields=(words(text="联系情况"),),
    ),
    row(
        "task.finish",
        "协办完成",
        "D",
        "check.pass",
        "协办单位办完自己的部分。",
        c.FinishTask,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        fits=options.has_task(options.AT_WORK, OTHERS),
        fields=(_task(options.AT_WORK, OTHERS), words(text="办理情况")),
    ),
    row(
        "task.decline",
        "协办谢绝",
        "Shift+J",
        "reject",
        "协办或知会单位按规定理由谢绝任务。",
        c.DeclineTask,
        group=GROUP,
        by=UNIT,
        behalf=behalf.unit_first,
        fits=options.has_task(options.UNSIGNED, OTHERS),
        fields=(
            _task(options.UNSIGNED, OTHERS),
            choice("reason", "理由", options.reasons("DeclineTask")),
        ),
    ),
    row(
        "task.waive",
        "免办协办",
        "Shift+D",
        "cancel",
        "协办任务不再需要，记下理由。",
        c.WaiveTask,
        group=GROUP,
        by=DISPATCHER,
        fits=options.has_task(RUNNING, CO),
        fields=(
            _task(RUNNING, CO),
            choice("reason", "理由", options.reasons("WaiveTask")),
        ),
    ),
    row(
        "task.video",
        "关联录像",
        "L",
        "officer.recorder",
        "登记执法记录仪的录像编号（24 小时内）。",
        c.LinkVideo,
        group=GROUP,
        by=UNIT | DISPATCHER,
        behalf=behalf.team_first,
        fits=options.has_task(options.AFTER_SIGNING),
        fields=(_task(options.AFTER_SIGNING), line("video", "录像编号")),
    ),
    row(
        "case.recall",
        "撤回改派",
        "R",
        "recall",
        "收回派遣，未完任务撤回，案卷回到待派遣；计入准确派遣率。",
        c.RecallCase,
        group=GROUP,
        by=DISPATCHER,
        fields=(choice("reason", "理由", options.reasons("RecallCase")),),
    ),
)
