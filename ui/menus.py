"""The table of actions made into menus and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from ui.actions import ACTIONS, group_label
from ui.icons import icon
from ui.window import DeskWindow

Row = tuple[str, str, tuple[str, ...], str, str]


def fill_menus(window: DeskWindow, start: Callable[[str], None]) -> None:
    """Give every action of the table its place in a menu; its key calls start(name)."""
    for row in ACTIONS:
        action = make(window, row.name, row.label, row.keys, row.icon, partial(start, row.name))
        action.setWhatsThis(row.sentence)
        window.add_action(group_label(row.group), action)


def add_desk_actions(window: DeskWindow, calls: dict[str, Callable[[], None]]) -> None:
    """The desk's own keys: find, seat, alarm, map and queue; `calls` has one for each name."""
    for name, call in calls.items():
        add_desk_action(window, name, call)


def add_desk_action(window: DeskWindow, name: str, call: Callable[[], None]) -> QAction:
    """One row of the desk's own table on its keys and in its menu; KeyError for no such row."""
    text, keys, meaning, tells = {row[0]: row[1:] for row in own_rows()}[name]
    action = make(window, name, text, keys, meaning, call)
    action.setWhatsThis(tells)
    return window.add_action(say("工作台"), action)


def tell_panel_keys(window: DeskWindow) -> None:
    """The keys that panels listen to themselves, so that `?` shows them too."""
    for panel, text, keys, when in _of_panels():
        window.tell_keys(panel, text, keys, when)


def make(
    window: DeskWindow,
    name: str,
    text: str,
    keys: tuple[str, ...],
    meaning: str,
    call: Callable[[], None],
) -> QAction:
    """An action of that object name, not yet in a menu."""
    action = QAction(icon(meaning), text, window)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.triggered.connect(lambda: call())
    return action


def say(text: str) -> str:
    """A menu's word in the language of the screen."""
    return QCoreApplication.translate("Menus", text)


def own_rows() -> tuple[Row, ...]:
    """Name, text, keys, icon and sentence of all that the desk itself does, in menu order."""
    return (
        ("find", say("查找"), ("Ctrl+F",), "find", say("按编号、电话、地点或文字查找案卷。")),
        ("alarm", say("看报警"), ("Ctrl+J",), "alarm", say("转到最要紧的报警，再按一次即知悉。")),
        ("seat", say("换人就座"), ("Ctrl+U",), "person.switch", say("选择坐在本席的人。")),
        ("map", say("转到：地图"), ("Alt+0",), "panel.map", say("把键盘交给地图。")),
        ("follow", say("地图跟随"), ("Ctrl+G",), "place.pick", say("地图重新自动跟随所选案卷。")),
        *_queue_rows(),
        *_look_rows(),
        *_layout_rows(),
        *_seat_rows(),
    )


def _look_rows() -> tuple[Row, ...]:
    """How the window looks, sounds and is laid out."""
    return (
        (
            "sound",
            say("报警音量"),
            ("Ctrl+Shift+U",),
            "alarm",
            say("中、大、关、小依次切换。"),
        ),
        (
            "density",
            say("行距和字号"),
            ("Ctrl+Alt+Y",),
            "layout",
            say("紧凑、标准、大字依次切换，每个人各记各的。"),
        ),
        (
            "contrast",
            say("高对比"),
            ("Ctrl+Shift+F",),
            "theme",
            say("高对比和通常的颜色之间切换；深色、浅色各有一种。"),
        ),
    )


def _layout_rows() -> tuple[Row, ...]:
    """Where the panels stand, and the wall."""
    return (
        (
            "popout",
            say("移出面板"),
            ("Ctrl+Alt+O",),
            "popout",
            say("键盘所在的面板移到自己的窗口（有第二块屏幕就移过去）；再按移回。"),
        ),
        (
            "wall",
            say("大屏"),
            ("Ctrl+Alt+F",),
            "wall",
            say("值班室大屏：地图、灯号、最急的五件、图表轮换；有第二块屏幕就在那里。"),
        ),
        (
            "wall.hold",
            say("大屏：停住、继续"),
            ("Ctrl+Alt+P",),
            "wall",
            say("大屏停在这一页，再按继续换页。"),
        ),
        (
            "wall.next",
            say("大屏：下一页"),
            ("Ctrl+Alt+N",),
            "wall",
            say("大屏马上换到下一页。"),
        ),
        (
            "layout.save",
            say("保存布局"),
            ("Ctrl+Alt+L",),
            "layout",
            say("把现在的布局存为自己的；平时和应急各存各的。"),
        ),
        (
            "layout.mine",
            say("回到我的布局"),
            ("Ctrl+Alt+Shift+L",),
            "layout",
            say("回到自己保存的布局；“恢复布局”则回到原来的。"),
        ),
    )


def _seat_rows() -> tuple[Row, ...]:
    """The seat's language, its command line, and what is asked at the next start."""
    return (
        (
            "language",
            say("语言：中文／英文"),
            (),
            "settings",
            say("整个界面换一种语言，从下次启动起；再选一次就不换。"),
        ),
        (
            "line",
            say("命令行"),
            ("Ctrl+K",),
            "keys",
            say("一行办一件事：动作、案号、单位或人，次序不限；Esc 回到原处。"),
        ),
        (
            "give_up",
            say("放弃查询或导出"),
            ("Ctrl+.",),
            "cancel",
            say("超过一秒的查询和导出可以放弃；已交办的事不受影响。"),
        ),
        (
            "guide",
            say("带办一件事"),
            ("Ctrl+Alt+G",),
            "manual",
            say("一步一步带着办完一件事，第一次用时看；再按收起。"),
        ),
        (
            "start",
            say("下次重新选择"),
            (),
            "settings",
            say("下次启动时再问：演示、本街道或服务器。"),
        ),
    )


def _queue_rows() -> Iterator[Row]:
    """What is handed on, and a key for each of the first saved views (ui/queue_keys.py)."""
    told = say("把所选的（或光标处的）案卷连同一句话记成交接提示。")
    yield "hand_on", say("交下一班"), ("Ctrl+H",), "panel.handover", told
    text, tells = say("视图 %1"), say("队列按第 %1 个视图筛选，再按取消；在队列里只按数字。")
    for number in map(str, range(1, 10)):
        told = tells.replace("%1", number)
        yield f"view.{number}", text.replace("%1", number), (f"Ctrl+Alt+{number}",), "filter", told


def _of_panels() -> tuple[tuple[str, str, str, str], ...]:
    intake, sending, steps = say("受理表单里。"), say("派遣表单里。"), say("步骤表单里。")
    charts = say("态势图里。")
    line = say("命令行里。")
    return (
        ("queue", say("筛选"), "/", say("队列里；Esc 清除筛选。")),
        ("queue", say("选视图"), "1–9", say("队列里；再按一次取消。")),
        ("queue", say("存视图"), "Ctrl+S", say("把现在的筛选和排序存成自己的视图。")),
        (
            "queue",
            say("视图：改名、删去、换位置"),
            "Alt+R Alt+Del Alt+← Alt+→",
            say("队列里，选了视图时。"),
        ),
        ("queue", say("换排序列、反序"), "[ ] \\", say("队列里；视图也存下排序。")),
        (
            "queue",
            say("选几件"),
            say("空格") + " Shift+↑ Shift+↓ Ctrl+A",
            say("队列里；也可按住 Ctrl、Shift 点选。"),
        ),
        (
            "queue",
            say("所选的一起办"),
            "F3 F4 M B W",
            say("选了几件时：先看哪件不能办、为什么，Enter 才办。"),
        ),
        ("intake", say("受理：选来源"), "1–7", intake),
        ("intake", say("受理：下一格"), "Enter", intake),
        ("intake", say("受理：提交"), "Ctrl+Enter", intake),
        ("intake", say("受理并立案"), "Ctrl+Shift+Enter", intake),
        ("intake", say("选旁边的案件"), "Ctrl+↑ Ctrl+↓", intake),
        ("intake", say("受理并并入所选"), "Ctrl+M", intake),
        ("intake", say("加图片"), "Alt+P Ctrl+V", intake),
        ("intake", say("演练上报"), "Alt+Y", say("演练期间的受理表单里。")),
        ("dispatch", say("选队伍"), "1–9", sending),
        ("dispatch", say("另选队伍的理由"), "A–F", sending),
        ("dispatch", say("勾选人员和单位"), say("空格"), sending),
        ("dispatch", say("派遣：提交"), "Ctrl+Enter", sending),
        ("step", say("步骤：提交"), "Ctrl+Enter", steps),
        ("step", say("离开表单"), "Esc", say("任何表单里；写了的内容还在。")),
        ("queue", say("命令行：补全，没有可补的即打开表单"), "Tab", line),
        ("queue", say("命令行：打开填好的表单"), "Ctrl+Enter", line),
        ("queue", say("命令行：以前办过的"), "Ctrl+↑ Ctrl+↓", line),
        ("charts", say("换图"), "1–5 PgUp PgDn", charts),
        ("charts", say("指到一处，说出它的数"), "← → ↑ ↓ Home End", charts),
        ("charts", say("在队列里列出这些案卷"), "Enter", say("态势图里；Esc 取消。")),
        ("charts", say("换 24 小时或 7 天"), "T", charts),
        ("charts", say("导出表格或图片"), "E", charts),
        ("case", say("案卷：换栏"), "← → Ctrl+Tab", say("案卷面板里。")),
        ("case", say("案卷：逐条看、复制一条"), "↑ ↓ Ctrl+C", say("经过和情况里。")),
        ("case", say("看大图、缩放、全图"), "Enter + − 0", say("案卷图片上。")),
        ("case", say("处置前图片：前后翻看"), "← →", say("案卷图片上。")),
        ("case", say("处置后图片：前后翻看"), "Shift+← Shift+→", say("案卷图片上。")),
    )
