"""Where somebody stood when the desk was killed: what was typed, the case, the open form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.context import DeskContext
from ui.drafts import Drafts, Form, Found, Shelf, Standing

if TYPE_CHECKING:
    from ui.desk import OpenDesk

FORMS = ("intake", "step", "dispatch")
"""What somebody stood in when the desk was killed is come back to."""


def begin_drafts(desk: OpenDesk, opened: tuple[Shelf, Found]) -> Drafts:
    """Put back what was typed before the desk was killed, and keep what is typed from now on."""
    forms = {name: desk.panels[name] for name in FORMS}
    standing = Standing(
        forms,
        lambda: desk.selection.current_case,
        lambda form: desk.window.panel(form).isVisible(),
        partial(_back, desk),
    )
    kept = {**typed(desk), "standing": standing}
    drafts = Drafts(opened[0], kept, desk.context.shelf, desk)
    drafts.troubled.connect(partial(_tell_trouble, desk.context))
    drafts.begin(opened[1])
    desk.fittings["line"].begin()
    if set(opened[1].forms) - {"line"}:
        desk.context.say("info", say("上次未提交的内容已恢复"))
    return drafts


def typed(desk: OpenDesk) -> dict[str, Form]:
    """Where the typed text outlives a kill: the forms, and doors whose panels have some."""
    doors = desk.doors
    forms = {name: desk.panels[name] for name in FORMS}
    kept = ("mode", "callback", "joint", "whistles")
    return forms | {name: getattr(doors, name) for name in kept} | {"line": desk.fittings["line"]}


def _back(desk: OpenDesk, case: str, form: str) -> None:
    """To the case, if it is here, and into the form."""
    if desk.queue.model.holds(case):
        desk.selection.set_case(case)
    if form in ("intake", "dispatch"):
        desk.window.go(form)
    elif desk.selection.current_case:
        desk.start_action(form)


def _tell_trouble(desk: DeskContext, why: str) -> None:
    desk.say("warning", say("输入的内容存不进磁盘，程序中断会丢失：%1").replace("%1", why))


def say(text: str) -> str:
    """A sentence in the language of the screen."""
    return QCoreApplication.translate("Recall", text)
