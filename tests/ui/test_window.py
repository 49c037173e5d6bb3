"""The window holds panels, speaks in one bar, shows its keys and survives a bug."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, QtMsgType, Signal, qCritical
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QTableWidget

from ui.actions import ACTIONS
from ui.bugs import BugWatch, KnownError, bare, trace
from ui.help import KeysModel
from ui.message import KEPT, Kind, MessageBar, MessageList
from ui.theme import DARK, LIGHT, apply
from ui.window import DeskWindow
from ui.worker import Worker

# Of the offscreen platform only: it has no window manager to tell.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
BELOW = Qt.DockWidgetArea.BottomDockWidgetArea
SECRET = "13812345678"


def filled(folder) -> DeskWindow:
    """A window with panels at every side, as the desk has them."""
    window = DeskWindow(folder)
    window.add_panel("queue", "事件队列", QTableWidget(5, 3), LEFT, "panel.queue", size=560)
    window.add_panel("roster", "力量", QTableWidget(5, 3), RIGHT, "panel.roster", size=300)
    window.add_panel("case", "案卷", QPlainTextEdit(), BELOW, "panel.case", size=240, along=500)
    window.add_panel("charts", "图表", QLabel("图"), BELOW, "panel.charts", size=240, along=300)
    window.add_panel("intake", "受理", QPlainTextEdit(), BELOW, "panel.intake", beside="case")
    window.set_centre(QLabel("地图"))
    window.set_band(QLabel("平时"))
    return window


def shown(qtbot, window: DeskWindow) -> DeskWindow:
    """The window on the screen, with the focus, laid out."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: not window.panel("queue").visibleRegion().isEmpty())
    return window


@pytest.fixture
def window(qtbot, tmp_path):
    made = filled(tmp_path)
    qtbot.addWidget(made)
    shown(qtbot, made)
    qtbot.waitUntil(lambda: made.panel("queue").width() > 500)
    yield made
    apply(QApplication.instance(), DARK)


def rectangle(window, widget):
    """Where a widget lies within the window."""
    return widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))


def test_everything_fits_1366_by_768_and_nothing_covers_the_queue(window):
    assert (window.width(), window.height()) == (1366, 768)
    docks = [window.panel(name) for name in ("queue", "roster", "case", "charts")]
    parts = [rectangle(window, part) for part in (*docks, window.centralWidget())]
    for part in parts:
        assert window.rect().contains(part) and part.width() > 150 and part.height() > 150
    for number, part in enumerate(parts):
        assert not any(part.intersects(other) for other in parts[number + 1 :])
    assert abs(window.panel("queue").width() - 560) < 30
    assert window.rect().contains(rectangle(window, window.messages))


def test_a_second_tab_comes_forward_without_taking_the_focus(qtbot, window):
    window.go("queue")
    assert window.panel("intake").visibleRegion().isEmpty()
    window.show_panel("intake")
    qtbot.waitUntil(lambda: not window.panel("intake").visibleRegion().isEmpty())
    assert window.panel("queue").isAncestorOf(QApplication.focusWidget())
    assert not window.panel("queue").visibleRegion().isEmpty()


def test_keys_go_to_panels_and_close_them(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is window.panel("intake").widget()
    title = window.panel("intake").titleBarWidget()
    assert title.property("active") is True
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.panel("intake").isHidden()
    assert title.property("active") is False


def test_the_layout_comes_back_as_it_was_left(qtbot, tmp_path, window):
    window.panel("roster").close()
    window.addDockWidget(LEFT, window.panel("charts"))
    window.resize(780, 720)
    window.close()
    assert {line.split("=")[0] for line in (tmp_path / "window.ini").read_text().splitlines()} == {
        "[General]",
        "geometry",
        "layout",
    }
    again = filled(tmp_path)
    qtbot.addWidget(again)
    shown(qtbot, again)
    assert again.panel("roster").isHidden()
    assert again.dockWidgetArea(again.panel("charts")) == LEFT
    assert (again.width(), again.height()) == (780, 720)


def test_the_usual_layout_can_be_restored(qtbot, window):
    before = window.panel("queue").geometry()
    window.panel("queue").setFloating(True)
    window.addDockWidget(RIGHT, window.panel("case"))
    window.panel("roster").close()
    qtbot.keyClick(
        window,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: window.panel("queue").geometry() == before)
    assert not window.panel("queue").isFloating()
    assert not window.panel("roster").isHidden()
    assert window.dockWidgetArea(window.panel("case")) == BELOW


def test_menus_stand_before_the_windows_own(window):
    action = window.add_action("案件", QAction("立案", window))
    window.add_action("案件", QAction("派遣", window))
    titles = [entry.text() for entry in window.menuBar().actions()]
    assert titles == ["案件", "面板", "视图", "帮助"]
    assert isinstance(window.menu("案件"), QMenu)
    assert window.all_actions()[0] is action


def test_the_theme_changes_under_the_window_and_is_told(qtbot, window):
    with qtbot.waitSignal(window.themed) as heard:
        window.toggle_theme()
    assert heard.args == [LIGHT]
    assert window.palette().window().color().name() == LIGHT.background
    window.toggle_theme()
    assert window.palette().window().color().name() == DARK.background


def test_no_two_actions_share_a_key(window):
    keys = [key.toString() for action in window.all_actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {key for action in ACTIONS for key in action.keys}


def test_the_keys_are_searched_and_done_from_the_list(qtbot, window):
    done = []
    filing = QAction("立案", window, shortcut="Ctrl+Return", triggered=lambda: done.append(1))
    filing.setWhatsThis("选中上报时")
    window.add_action("案件", filing)
    window.go("case")
    before = QApplication.focusWidget()
    qtbot.keyClick(window.centralWidget(), Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.help.search
    qtbot.keyClicks(window.help.search, "ctrl+return")
    found = window.help.found
    row = [found.index(0, column).data() for column in range(3)]
    assert found.rowCount() == 1 and row == ["立案", "Ctrl+Return", "选中上报时"]
    qtbot.keyClick(window.help.search, Qt.Key.Key_Return)
    assert done == [1] and window.panel("help").isHidden()
    assert QApplication.focusWidget() is before


def test_a_question_mark_opens_the_keys_but_not_while_one_writes(qtbot, window):
    window.go("queue")
    qtbot.keyClick(QApplication.focusWidget(), "?")
    assert not window.panel("help").isHidden()
    qtbot.keyClick(window.help.search, Qt.Key.Key_Escape)
    assert window.panel("help").isHidden()
    window.go("case")
    qtbot.keyClick(window.panel("case").widget(), "?")
    assert window.panel("case").widget().toPlainText() == "?"
    assert window.panel("help").isHidden()


def test_the_model_of_keys_keeps_the_rules_of_qt(qtbot):
    free, barred = QAction("派遣", shortcut="Ctrl+D"), QAction("撤回", shortcut="Ctrl+R")
    barred.setEnabled(False)
    model = KeysModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.load([free, barred, QAction("无键")])
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == [
        "随时",
        "随时（现在不可用）",
    ]


class Time:
    """Aware UTC that goes one second further at each look."""

    now = datetime(2019, 7, 11, 2, 0, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def bar(qtbot):
    made = MessageBar(now=Time())
    qtbot.addWidget(made)
    return made


def test_the_gravest_message_is_shown_first_and_acknowledged_by_turns(bar):
    bar.info("已立案")
    bar.refusal("采集人不得核查")
    bar.warning("数据已旧")
    bar.bug("程序出错")
    order = []
    while bar.current is not None:
        assert bar.property("kind") == bar.current.kind.value
        order.append(bar.current.kind)
        bar.acknowledge()
    assert order == [Kind.BUG, Kind.WARNING, Kind.REFUSAL, Kind.INFO]
    assert bar.property("kind") == ""


def test_a_refusal_goes_at_the_next_command_and_a_warning_does_not(bar):
    bar.warning("数据已旧")
    bar.refusal("采集人不得核查")
    bar.command_begun()
    assert [bar.current.kind, bar.current.text] == [Kind.WARNING, "数据已旧"]
    bar.acknowledge()
    assert bar.current is None


def test_information_goes_by_itself_and_the_rest_stays(qtbot, bar):
    bar.findChild(QTimer).setInterval(10)
    bar.refusal("采集人不得核查")
    bar.info("已立案")
    bar.acknowledge()
    qtbot.waitUntil(lambda: bar.current is None)
    bar.warning("数据已旧")
    bar.info("已派遣")
    qtbot.waitUntil(lambda: not bar.findChild(QTimer).isActive())
    assert bar.current.kind is Kind.WARNING


def test_what_is_said_twice_waits_once_and_fifty_are_kept(bar):
    listed = MessageList(bar)
    bar.warning("同一句")
    bar.warning("同一句")
    assert len(bar.history) == 1
    for number in range(KEPT + 5):
        bar.info(f"第{number}条")
    assert len(bar.history) == KEPT == listed.count()
    assert listed.item(0).text().endswith(f"提示  第{KEPT + 4}条")
    assert listed.item(0).text().startswith("10:")


def test_the_bar_never_takes_the_focus(window):
    window.go("case")
    before = QApplication.focusWidget()
    window.messages.bug("程序出错")
    assert QApplication.focusWidget() is before
    assert window.messages.findChildren(QLineEdit) == []


class Button(QObject):
    """Something whose slot is broken."""

    pressed = Signal(str)


def fail(phone: str) -> None:
    """A slot with a mistake; its message holds what no report may hold."""
    raise LookupError(f"nobody has {phone}")


def test_a_bug_in_a_slot_is_told_saved_without_data_and_the_desk_goes_on(qtbot, window, tmp_path):
    button = Button()
    button.pressed.connect(fail)
    with qtbot.captureExceptions() as passed_on:
        window.bugs.install()
        window.bugs.note("FileCase")
        button.pressed.emit(SECRET)
        window.bugs.uninstall()
    assert [kind for kind, _, _ in passed_on] == [LookupError]
    qtbot.waitUntil(lambda: window.messages.current is not None)
    assert window.messages.current.text == "程序出错，已继续运行 · F12 保存报告"
    qtbot.keyClick(window, Qt.Key.Key_F12)
    (report,) = (tmp_path / "reports").iterdir()
    text = report.read_text(encoding="utf-8")
    assert "LookupError" in text and " fail: raise LookupError" in text and "FileCase" in text
    assert SECRET not in text and str(tmp_path) not in text
    assert window.messages.current.kind is Kind.INFO
    window.go("case")
    qtbot.keyClicks(window.panel("case").widget(), "still here")
    assert window.panel("case").widget().toPlainText() == "still here"


class FailingDesk:
    """A desk that cannot do anything."""

    def do(self, command, who):
        raise OSError(f"no disk for {command.phone}")


@dataclass(frozen=True)
class FileCase:
    """A command with personal data in it."""

    phone: str


def test_a_command_clears_refusals_and_its_failure_is_a_bug(qtbot, window, tmp_path):
    worker = Worker(FailingDesk())
    window.follow(worker)
    window.messages.refusal("采集人不得核查")
    worker.do(FileCase(SECRET), "王一")
    assert window.messages.current is None
    qtbot.waitUntil(lambda: window.messages.current is not None)
    worker.stop()
    assert window.messages.current.kind is Kind.BUG
    text = window.bugs.save(tmp_path).read_text(encoding="utf-8")
    assert "OSError" in text and "FileCase" in text and SECRET not in text


def test_messages_are_acknowledged_by_key(qtbot, window):
    window.messages.warning("数据已旧")
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.current is None


@pytest.fixture
def watch(qtbot):
    made = BugWatch()
    yield made
    made.uninstall()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_on_another_thread_is_told_on_the_gui_thread(qtbot, watch):
    told = []
    watch.caught.connect(lambda bug: told.append((bug.thread, threading.current_thread())))
    watch.install()
    thread = threading.Thread(target=fail, args=[SECRET], name="other")
    thread.start()
    thread.join()
    watch.uninstall()
    qtbot.waitUntil(lambda: told == [("other", threading.main_thread())])


def test_a_known_error_is_a_sentence_and_no_bug(qtbot, watch, capsys):
    with qtbot.waitSignal(watch.trouble) as heard:
        watch.report(KnownError("磁盘已满"))
    assert heard.args == ["磁盘已满"] and watch.bugs == ()


@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("a grave thing")
def test_a_grave_message_of_qt_is_a_bug_and_is_still_passed_on(qtbot, watch, qtlog):
    watch.install()
    with qtbot.waitSignal(watch.caught) as heard:
        qCritical(f'a grave thing with "{SECRET}" and {SECRET}')
    watch.uninstall()
    assert "a grave thing" in heard.args[0].trace and SECRET not in heard.args[0].trace
    assert [record.type for record in qtlog.records] == [QtMsgType.QtCriticalMsg]


def test_a_trace_names_causes_and_no_values():
    try:
        try:
            fail(SECRET)
        except LookupError as cause:
            raise ValueError(SECRET) from cause
    except ValueError as error:
        told = trace(error)
    assert told.index("ValueError") < told.index("LookupError") and SECRET not in told
    assert bare(f"path '/home/王' of {SECRET}") == 'path "…" of #'


def test_messages_have_the_time_of_the_desks_clock(qtbot, tmp_path) -> None:
    at = datetime(2025, 9, 22, 1, 40, tzinfo=UTC)
    window = DeskWindow(tmp_path, DARK, lambda: at)
    qtbot.addWidget(window)
    window.messages.info("已派遣")
    assert window.messages.history[-1].at == at
    assert "09:40:00" in window.findChild(MessageList).item(0).text()
