"""The plan sheet of a joint task (联合执法方案) as a document, to be taken along and signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from commandcenter.domain.task import Task, TaskRole
from commandcenter.services.joining_views import JointView
from commandcenter.services.views import CaseView
from ui.documents.document import BLANK, Block, Document, Paragraph, Table, Title
from ui.documents.frame import file_name, framed, moment, told
from ui.words import listed, say, word

FACTS = (13, 37, 13, 37)
CREWS = (8, 16, 14, 14, 30, 18)


def joint_document(
    view: CaseView, one: JointView, names: Mapping[str, str], street: str
) -> Document:
    """The plan as it was sent, in the language of the screen, with a line for each hand.

    `names` by id, as words.names_of gives them with the board's teams; `street` is its name.
    """
    title, number = say("联合执法方案"), view.case.number or ""
    drill = [say("演练")] if view.case.drill else []
    return framed(
        name=file_name(title, number),
        title=title,
        running=" · ".join((street, *drill, title, number, moment(one.joint.planned_at))),
        blocks=tuple(_blocks(view, one, names)),
        mark=say("演练") if drill else "",
    )


def _blocks(view: CaseView, one: JointView, names: Mapping[str, str]) -> Iterable[Block]:
    joint, case = one.joint, view.case
    meets = moment(joint.meets_at) if joint.meets_at else say("立即")
    rows = (
        (say("案卷"), case.number or "", say("事项"), names.get(case.item, case.item)),
        (say("类别"), word(joint.kind), say("类型"), word(joint.task_kind)),
        (say("集合地点"), joint.place, say("集合时间"), meets),
        (
            *(say("牵头单位"), names.get(joint.lead, joint.lead)),
            *(say("拟定"), names.get(joint.planned_by, joint.planned_by)),
        ),
    )
    yield Table(FACTS, rows)
    yield Title(say("方案"))
    yield Paragraph(told(one.words))
    yield Title(say("参加单位"))
    head = (
        *(say("作用"), say("单位"), say("队伍"), say("任务")),
        *(say("人员（首位带队）"), say("签名")),
    )
    parts = [task for task in view.tasks if task.joint == joint.id]
    yield Table(CREWS, tuple(_part(task, names) for task in parts), head, tall=True)


def _part(task: Task, names: Mapping[str, str]) -> tuple[str, ...]:
    officers = listed(names.get(key, key) for key in task.officers)
    return (
        say("牵头") if task.role is TaskRole.LEAD else say("协同"),
        names.get(task.unit, task.unit),
        names.get(task.team or "", "—"),
        word(task.kind),
        officers or "—",
        BLANK,
    )
