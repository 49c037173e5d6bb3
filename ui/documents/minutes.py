"""The minutes of a consultation (会商纪要): who met when on what, what was decided, the tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from commandcenter.services.whistle_views import ConsultationView
from ui.documents.document import BLANK, Block, Document, Paragraph, Table, Title
from ui.documents.frame import file_name, framed, moment, told
from ui.words import listed, say, word

FACTS, TASKS = (13, 37, 13, 37), (5, 15, 40, 20, 20)


def minutes_document(view: ConsultationView, names: Mapping[str, str], street: str) -> Document:
    """The minutes of one consultation; `names` by id as words.names_of gives them."""
    meeting, title = view.consultation, say("会商纪要")
    day = moment(meeting.held_at or meeting.meets_at)[:10]
    number = view.number or say("未立案")
    return framed(
        name=file_name(title, number, day),
        title=title,
        running=" · ".join((street, title, number)),
        blocks=tuple(_blocks(view, names)),
        mark="" if meeting.held_at else say("草稿"),
    )


def _blocks(view: ConsultationView, names: Mapping[str, str]) -> Iterable[Block]:
    meeting = view.consultation
    at = moment(meeting.held_at or meeting.meets_at)
    by = names.get(meeting.held_by or meeting.called_by, "—")
    yield Table(
        FACTS,
        (
            (*(say("案卷"), view.number or say("未立案")), *(say("地点"), view.place)),
            (*(say("时间"), at), *(say("状态"), word(meeting.state))),
            (*(say("召集"), names.get(meeting.called_by, "—")), *(say("记录"), by)),
            (*(say("通知单位"), _units(meeting.units, names)),
             *(say("到会单位"), _units(meeting.attended, names))),
        ),
    )  # fmt: skip
    yield Title(say("一、议题"))
    yield Paragraph(told(view.agenda) if meeting.agenda else say("无"))
    yield Title(say("二、决定"))
    yield Paragraph(told(view.decision) if meeting.decision else say("尚未召开"))
    yield Title(say("三、任务"))
    if not view.tasks:
        yield Paragraph(say("无"))
        return
    head = (*(say("序"), say("单位"), say("任务"), say("期限")), say("完成"))
    yield Table(TASKS, tuple(_tasks(view, names)), head)


def _tasks(view: ConsultationView, names: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    for number, one in enumerate(view.tasks, 1):
        task = one.task
        done = moment(task.done_at) if task.done_at else BLANK
        unit = names.get(task.unit, task.unit)
        yield (str(number), unit, told(one.words), moment(task.due), done)


def _units(units: Iterable[str], names: Mapping[str, str]) -> str:
    return listed(names.get(one, one) for one in units) or "—"
