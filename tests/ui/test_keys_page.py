"""docs/keys.md is what the window's own actions say; CC_WRITE_DOCS=1 writes it anew."""

import os
from pathlib import Path

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.fakes import open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import opened
from ui.help import keys_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "keys.md"
HEAD = """# 按键 · Keys

在队列、案卷或地图上按键即可；正在输入文字的栏目里，字母键属于文字。`?` 在窗口里显示同一张表。
Keys work in the queue, the case and the map; in a field that is being typed in, letters are text.
`?` shows the same table in the window. Made from the window's own actions by a test.

| 键 · key | 动作 · action | 说明 · what it does |
|---|---|---|
"""


def page(actions: list[QAction]) -> str:
    """The page of these actions, in the order of the menus."""
    rows = []
    for action in actions:
        keys = keys_of(action)
        if action.text() and keys:
            shown = " ".join(f"`{one}`" for one in keys.split())
            rows.append(f"| {shown} | {action.text().replace('&', '')} | {action.whatsThis()} |")
    return HEAD + "\n".join(dict.fromkeys(rows)) + "\n"


def test_the_page_of_keys_is_what_the_window_says(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        text = page(found.desk.window.findChildren(QAction))
    if os.environ.get("CC_WRITE_DOCS"):
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text
