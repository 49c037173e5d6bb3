"""Actions on joint tasks, timers and one's own last step."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from commandcenter.domain import commands as c
from commandcenter.domain.commands import Command
from commandcenter.domain.roles import DESK_ROLES
from commandcenter.domain.task import RUNNING
from commandcenter.services.views import CaseView
from ui.actions import options
from ui.actions.action import Action, row
from ui.actions.fields import Field, Room, Values, choice, said, words
from ui.actions.options import Option
from ui.actions.sending import DISPATCHER, GROUP, LEAD, UNIT

EVERY = (5, 10, 15, 30, 60, 120)
USUAL = 15
"""Minutes between two words of a crew that works alone or at risk [D]."""


class WatchAction(Action):
    """Sets a check-in timer; 0 minutes end it."""

    def make(self, view: CaseView | None, values: Values) -> Command:
        """The command with the minutes as a number."""
        assert view is not None, "a timer wants the case"
        minutes = int(str(values["minutes"]))
        task = str(values["task"])
        seen = {"case": view.case.id, "seen": view.case.version}
        return c.SetWatch(**seen, task=task, minutes=minutes or None)


def _as(kind: type[Action], plain: Action) -> Action:
    return kind(**{one.name: getattr(plain, one.name) for one in fields(plain)})


def _minutes(view: CaseView, room: Room) -> list[Option]:
    offered = [(str(n), said("每 {n} 分钟").format(n=n)) for n in EVERY]
    return [*offered, ("0", said("不再报平安"))]


def _last_step(view: CaseView, room: Room) -> list[Option]:
    """The task of the story's last entry."""
    last = view.story[-1].entry.facts.get("task") if view.story else None
    return [(one.id, options.task_label(one, room)) for one in view.tasks if one.id == last]


def _task(states: Any) -> Field:
    return choice("task", "任务", options.tasks(states), lone=True)


JOINT: tuple[Action, ...] = (
    row(
        "case.join",
        "联合执法",
        "Shift+F4",
        "team",
        "打开联合执法方案：几支队伍、一家牵头，各单位分别核法。",
        c.DispatchJoint,
        group=GROUP,
        by=DISPATCHER,
        panel="joint",
    ),
    row(
        "task.word",
        "报平安",
        "Shift+F7",
        "check",
        "队伍来话，一切正常；这项任务的计时重新开始。",
        c.ReportIn,
        group=GROUP,
        by=UNIT | DISPATCHER,
        fits=options.has_task(options.AT_WORK),
        fields=(_task(options.AT_WORK), words(text="来话")),
    ),
    _as(
        WatchAction,
        row(
            "task.watch",
            "定时报平安",
            "Alt+F7",
            "clock",
            "单人或危险作业定时报平安，过时不报就响铃。",
            c.SetWatch,
            group=GROUP,
            by=UNIT | DISPATCHER | LEAD,
            fits=options.has_task(RUNNING),
            fields=(
                _task(RUNNING),
                choice("minutes", "间隔", _minutes, initial=lambda view, room: str(USUAL)),
            ),
        ),
    ),
    row(
        "case.undo",
        "撤销",
        "Ctrl+Z",
        "undo",
        "10 秒内撤销自己刚才的派遣或并案，单位会得到通知。",
        c.UndoCase,
        group=GROUP,
        by=DESK_ROLES,
        fits=lambda view: view.undo_until is not None,
        instant=True,
    ),
    row(
        "task.undo",
        "撤销这一步",
        "Alt+Z",
        "undo",
        "10 秒内撤销自己刚录的出发、到场、谢绝或完成，回到这一步之前。",
        c.UndoTask,
        group=GROUP,
        by=DESK_ROLES | UNIT,
        fits=lambda view: view.undo_until is not None,
        fields=(choice("task", "任务", _last_step, lone=True),),
        instant=True,
    ),
)
