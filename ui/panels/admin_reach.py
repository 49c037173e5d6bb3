"""The line below a table of the administration window: what is wrong, unsaved, or reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt

from commandcenter.domain.tables import Table
from commandcenter.services.views import CaseLine
from ui.panels.admin_page import AdminPage
from ui.panels.admin_trial import TrialStrip
from ui.words import say


def reached(table: Table, touched: Iterable[Any], lines: Iterable[CaseLine]) -> int | None:
    """How many open cases have a clock by these lines; None for a table without clocks."""
    if table is Table.ITEMS:
        codes = {one.code for one in touched}
        return sum(line.item in codes for line in lines)
    if table is Table.LIMITS:
        levels = {one.level for one in touched}
        return sum(line.level.value in levels for line in lines)
    if table is Table.DAYS:
        return sum(line.due is not None for line in lines)
    return None


def untried(page: AdminPage, trial: TrialStrip) -> list[str]:
    """Names of run cards that were touched, shall be on, and were never tried as they are."""
    if page.table is not Table.RUN_CARDS:
        return []
    return [one.name for one in page.model_.good_ones() if one.on and not trial.knows(one)]


def note(page: AdminPage, lines: Iterable[CaseLine], trial: TrialStrip) -> str:
    """What is wrong with the current cell, else what was touched and what that means."""
    current = page.current()
    told = current.data(Qt.ItemDataRole.ToolTipRole) if current.isValid() else None
    touched, wrong = page.model_.count()
    if told:
        return str(told)
    if not touched:
        text = say("共 {count} 行 · 回车 编辑 · 新增与改动先留在表里，Ctrl+S 一并保存")
        return "\n".join(filter(None, (page.cut(), text.format(count=page.model_.rowCount()))))
    text = say("{touched} 行已改、未保存，{wrong} 行有问题 · Ctrl+S 保存 · Esc 撤回")
    said = text.format(touched=touched, wrong=wrong)
    parts = (said, _reach(page, lines), _to_try(untried(page, trial)))
    return "\n".join(filter(None, parts))


def _reach(page: AdminPage, lines: Iterable[CaseLine]) -> str:
    """What the touched lines do to cases that are open."""
    meant = reached(page.table, page.model_.touched(), lines)
    if meant is None:
        return ""
    text = say("涉及在办 {count} 件：它们已起算的时限不变，新案卷和以后开始的环节按新表")
    return text.format(count=meant)


def _to_try(names: list[str]) -> str:
    text = say("{names}还没有用旧案卷试过就要启用：请先按 Ctrl+T 试用，看结果再保存")
    return text.format(names=say("、").join(names)) if names else ""
