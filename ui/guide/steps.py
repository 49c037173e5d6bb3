"""The steps of the guided first case, and how each is seen to be done; no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from commandcenter.domain.case import CaseState
from commandcenter.domain.roles import Role
from commandcenter.services.views import CaseLine
from ui.words import say, short_number

WAITS = frozenset({CaseState.REPORTED, CaseState.VERIFYING})
FILED_ON = frozenset(CaseState) - WAITS
SENT_ON = FILED_ON - {CaseState.FILED}
SIGNED_ON = SENT_ON - {CaseState.DISPATCHED}


@dataclass(slots=True)
class Scene:
    """What the guide sees of the desk: the case it is about, who sits here, what was done.

    `kinds` are the kinds of journal entries about the case since the guide began.
    """

    line: CaseLine | None = None
    picked: bool = False
    roles: frozenset[str] = frozenset()
    panel: str = ""
    kinds: set[str] = field(default_factory=set)

    @property
    def state(self) -> CaseState | None:
        """How far the case is; None when there is none yet."""
        return None if self.line is None else self.line.state

    @property
    def tail(self) -> str:
        """What the case is called in a line: its last digits, once it is filed."""
        number = None if self.line is None else self.line.number
        return short_number(number) if number else ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: its words with [[keys of actions]], and whether it is done."""

    text: str
    done: Callable[[Scene], bool]


STEPS: tuple[Step, ...] = (
    Step(
        "有一件上报等着立案：[[go.queue]] 到队列，↑↓ 选中状态是“待立案”的一件",
        lambda scene: scene.picked or scene.state in FILED_ON,
    ),
    Step(
        "立案要值班长：[[seat]] 输入姓名或岗位，选一位当班的值班长，Enter 就座",
        lambda scene: Role.SHIFT_LEAD in scene.roles or scene.state in FILED_ON,
    ),
    Step(
        "[[case.file]] 立案，看一眼等级，Enter：案卷有了编号，时限开始走",
        lambda scene: scene.state in FILED_ON,
    ),
    Step(
        "派遣要调度员：[[seat]] 换一位当班的调度员就座",
        lambda scene: Role.DISPATCHER in scene.roles or scene.state in SENT_ON,
    ),
    Step(
        "[[case.dispatch]] 派遣：第一支队伍就是建议，Ctrl+Enter 派出；有提醒就写一句理由",
        lambda scene: scene.state in SENT_ON,
    ),
    Step(
        "等他们签收。试试命令行：[[line]] 输入 催 %1，Enter，就催办了",
        lambda scene: "case_urged" in scene.kinds or scene.state in SIGNED_ON,
    ),
    Step(
        "[[go.case]] 到案卷：每一步谁办的、用了多久、下一步是谁的事，都在这里",
        lambda scene: scene.panel == "case",
    ),
)
"""In their order; a step that is done already is passed over."""

OFFERED = "第一次用？五分钟带您办完一件事：[[guide]] 开始（不办也行，几分钟后这一行自己走）"
WAITING = "模拟的街道正要送来一件上报，请稍候"
ENDED = (
    "这件事办到这里，往后队伍会反馈。? 列出全部的键，[[manual]] 看所在面板的帮助；[[guide]] 收起"
)


def text_of(number: int, scene: Scene) -> str:
    """What the strip says at this step (from 0)."""
    text = say(STEPS[number].text).replace("%1", scene.tail)
    head = say("第 %1 步，共 %2 步").replace("%1", str(number + 1)).replace("%2", str(len(STEPS)))
    return f"{head} · {text}"


def after(number: int, scene: Scene) -> int:
    """The first step from this one on that is not done; len(STEPS) when all are."""
    while number < len(STEPS) and STEPS[number].done(scene):
        number += 1
    return number
