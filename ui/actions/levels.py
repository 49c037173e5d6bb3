"""Actions of levels: a report goes up with what was tried, and back with an answer."""

from __future__ import annotations

from commandcenter.domain import commands as c
from commandcenter.domain.raising import HOLDERS
from commandcenter.domain.roles import Role
from ui.actions import behalf, options
from ui.actions.action import Action, row
from ui.actions.fields import choice, words

LEVELS: tuple[Action, ...] = (
    row(
        "case.raise",
        "上交一级",
        "Shift+U",
        "escalate",
        "本级办不了的交给上一级：写明理由和已经做过什么。",
        c.RaiseCase,
        group="inbox",
        by=frozenset(HOLDERS.values()),
        behalf=behalf.having,
        fields=(
            choice("reason", "理由", options.reasons("RaiseCase")),
            words("tried", "已做过的", needed=True, hint="上门、劝导、清理过几次，结果怎样"),
        ),
    ),
    row(
        "case.lower",
        "交回下级",
        "Shift+G",
        "recall",
        "下一级办得了的交回去，附上答复；立案以前才能交回。",
        c.LowerCase,
        group="inbox",
        by=frozenset({Role.DISPATCHER, Role.SHIFT_LEAD}),
        fields=(words("answer", "答复", needed=True, hint="怎么办、找谁、何时办好"),),
    ),
)
