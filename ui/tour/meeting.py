"""The hands at a consultation of day B: called, recorded with three tasks, one of them done."""

from __future__ import annotations

from ui.tour import whistle
from ui.tour.clock import LOCAL
from ui.tour.hands import TourFault
from ui.tour.lines import Lines
from ui.tour.stage import Stage

CALLER = "lead-1"
DAY_BEFORE, MEETS = "2025-10-15 16:00", "2025-10-16 09:30"
DECISION = "先围蔽，再加固；学生改走东侧路"
TASKS = ("住建 设计加固 10-21", "水务 排查基础 10-21", "综合执法 清理占压 10-21")


def played(stage: Stage) -> None:
    """Called the day before, held on 10-16 at 09:30, its three tasks due on 10-21."""
    with stage.step("召集会商：明早九点半，三部门到场", DAY_BEFORE):
        stage.sit(CALLER)
        stage.way.begin("Shift+Q", "consult.call")
        stage.way.tick("units", set(whistle.CALLED))
        stage.way.write("words", "围墙加固方案")
        stage.done(lambda: len(stage.view().consultations) == 1)
        if f"{_meeting(stage).meets_at.astimezone(LOCAL):%Y-%m-%d %H:%M}" != MEETS:
            raise TourFault(f"it meets at {_meeting(stage).meets_at}")
    with stage.step("会商：到会、决定、三项任务，一行一项", MEETS):
        if isinstance(stage.way, Lines):
            stage.way.record(TASKS, DECISION)
        else:
            _written(stage)
    with stage.step("记录会商：任务各有期限", "10:20"):
        if isinstance(stage.way, Lines):
            stage.done(lambda: _tasks(stage) == len(TASKS))
            open_list(stage)
        else:
            stage.hands.press("Ctrl+Return")
        stage.hands.wait("three tasks", lambda: _tasks(stage) == len(TASKS))
        page = whistle.panel(stage).meetings
        stage.hands.wait("focus in the consultations", page.list.hasFocus)
        stage.hands.wait("its rows", lambda: page.rows.rowCount() == 1 + len(TASKS))


def finished(stage: Stage, unit: str) -> None:
    """The task of this unit is done, from its row."""
    (task,) = [one.task.id for one in stage.view().consultations[0].tasks if one.task.unit == unit]
    stage.way.lead(lambda: _to_task(stage, task), "Return", "consult.task", task=task)
    stage.done(lambda: _done(stage, task))
    open_list(stage)


def _to_task(stage: Stage, task: str) -> None:
    """Walk down to a task's row."""
    stage.painted()
    open_list(stage)
    page = whistle.panel(stage).meetings
    stage.hands.press("Home")
    for _ in range(page.rows.rowCount()):
        row = page.current()
        if row is not None and row.task is not None and row.task.task.id == task:
            return
        stage.hands.press("Down")
    raise TourFault("the task has no row")


def open_list(stage: Stage) -> None:
    """Ctrl+Shift+B: the consultations, with the keyboard in their list."""
    stage.way.page("Ctrl+Shift+B", "meetings")
    page = whistle.panel(stage).meetings
    stage.hands.wait("focus in the consultations", page.list.hasFocus)
    stage.hands.wait("its row", lambda: page.rows.rowCount() > 0)


def _written(stage: Stage) -> None:
    hands = stage.hands
    open_list(stage)
    form = whistle.panel(stage).meetings.form
    hands.press("Return")
    hands.wait("who came", form.came.hasFocus)
    hands.press("Tab")
    hands.wait("the decision", form.decision.hasFocus)
    hands.type(DECISION)
    hands.press("Tab")
    for line in TASKS:
        hands.type(line)
        hands.press("Return")
    if form.read.text().count("✓") != len(TASKS):
        raise TourFault(f"the tasks are read as {form.read.text()}")


def _tasks(stage: Stage) -> int:
    return len(stage.view().consultations[0].tasks)


def _meeting(stage: Stage):
    return stage.view().consultations[0].consultation


def _done(stage: Stage, task: str) -> bool:
    tasks = stage.view().consultations[0].tasks
    return any(one.task.id == task and one.task.done_at is not None for one in tasks)
