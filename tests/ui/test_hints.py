"""A sentence that names an action's delivered key names the one in force after a change."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.english import CHINESE
from tests.fakes import open_room
from tests.ui.deskroom import DAY
from tests.ui.test_app import opened
from ui import keyring
from ui.help import keys_of

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"(?<![\w+])((?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|[A-Z0-9]\b|[←→↑↓.])|F\d{1,2}\b)")
FIXED = frozenset({"F1", "Shift+F1"})
"""`?` and its second key cannot be changed; F1 stands in sentences of the manual itself."""


def said(path: Path) -> Iterator[str]:
    """Every Chinese text of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        text = one.value if isinstance(one, ast.Constant) and id(one) not in told else None
        if isinstance(text, str) and CHINESE.search(text):
            yield text


def test_a_module_that_names_an_actions_key_names_the_action_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_room(tmp_path / "data", "2019-07-11 10:02", DAY)
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        window = found.desk.window
        own = {one for told in window.told_keys() for one in keys_of(told).split()}
        named = [one for one in window.findChildren(QAction) if one.objectName()]
        names = {key: one.objectName() for one in named for key in keys_of(one).split()}
    assert names["Ctrl+U"] == "seat" and names["F2"] == "report.new"
    wrong = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for text in said(path):
            for key in NAMED.findall(text):
                name = names.get(key)
                heard = key in own | FIXED or f'"{key}"' in source  # by the panel itself
                if name is None or heard or f'"{name}"' in source:
                    continue
                wrong.append(f"{path.relative_to(ROOT)}: {text} names {key} of {name}")
    assert wrong == []


def test_a_label_follows_a_key_that_is_changed_while_it_stands(qtbot: QtBot) -> None:
    label, other = QLabel(), QLabel()
    qtbot.addWidget(label)
    qtbot.addWidget(other)
    try:
        keyring.say_keyed(label, "按 Ctrl+U 换人，Ctrl+Up 不变", "seat")
        keyring.say_keyed(other, "请 Ctrl+U 换人", "seat")
        other.setText("别的话")
        keyring.hold({"seat": ("Ctrl+U", "Ctrl+Alt+F2")})
        assert label.text() == "按 Ctrl+Alt+F2 换人，Ctrl+Up 不变"
        assert other.text() == "别的话"
        keyring.hold({"seat": ("Ctrl+U", "")})
        assert label.text() == "按 — 换人，Ctrl+Up 不变"
    finally:
        keyring.hold({})
    assert label.text() == "按 Ctrl+U 换人，Ctrl+Up 不变"
