"""The worker keeps commands in order, drops outdated questions and swallows nothing."""

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from commandcenter.domain.refusal import Refusal
from ui.worker import Worker

WHO = "王一"


class Gate:
    """A desk whose answers wait until the test opens the gate; it remembers what it was asked."""

    def __init__(self):
        self.open = threading.Event()
        self.began = threading.Event()
        self.seen = []
        self.unlinked = set()
        self.threads = set()

    def do(self, command, who):
        return self._meet(command, who)

    def ask(self, query, who):
        return self._meet(query, who)

    def _meet(self, what, who):
        self.began.set()
        assert self.open.wait(20)
        self.seen.append(what)
        self.threads.add(threading.current_thread().name)
        if what == "refuse":
            raise Refusal("case.stale", case="0231")
        if what in self.unlinked:
            raise Refusal("no_link")
        if what == "break":
            raise ValueError("broken")
        return f"{what} by {who}"


@pytest.fixture
def desk():
    return Gate()


@pytest.fixture
def worker(qtbot, desk):
    made = Worker(desk)
    yield made
    desk.open.set()
    assert made.stop() == ()


def test_commands_are_done_in_order_and_answered_on_the_gui_thread(qtbot, worker, desk):
    desk.open.set()
    told = []
    for number in range(50):
        worker.do(number, WHO, lambda _: told.append(threading.current_thread()))
    qtbot.waitUntil(lambda: len(told) == 50)
    assert desk.seen == list(range(50))
    assert set(told) == {threading.main_thread()}
    assert desk.threads == {"desk commands"}


def test_a_refusal_reaches_the_caller_and_the_signal(qtbot, worker, desk):
    desk.open.set()
    told = []
    with qtbot.waitSignal(worker.refused) as heard:
        worker.do("refuse", WHO, refused=told.append)
    command, refusal = heard.args
    assert command == "refuse" and refusal.code == "case.stale"
    assert told == [refusal]


def test_a_failure_reaches_the_signal_and_the_lane_goes_on(qtbot, worker, desk):
    desk.open.set()
    told, broken = [], []
    with qtbot.waitSignal(worker.failed) as heard:
        worker.do("break", WHO, told.append, broken=broken.append)
    worker.do("next", WHO, told.append)
    qtbot.waitUntil(lambda: told == [f"next by {WHO}"])
    assert isinstance(heard.args[0], ValueError) and broken == heard.args


def test_a_newer_question_replaces_a_waiting_one_and_drops_the_outdated_answer(qtbot, worker, desk):
    told = []
    worker.ask("case.story", "first", WHO, told.append)
    assert desk.began.wait(20)
    worker.ask("case.story", "second", WHO, told.append)
    worker.ask("roster", "other", WHO, told.append)
    worker.ask("case.story", "third", WHO, told.append)
    desk.open.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert sorted(told) == [f"other by {WHO}", f"third by {WHO}"]
    assert desk.seen == ["first", "other", "third"]


def test_what_a_place_shows_is_asked_again_once_the_link_is_back(qtbot, worker, desk):
    desk.open.set()
    told, heard = [], []
    worker.refused.connect(lambda query, said: heard.append(query))
    missed = []
    worker.missed.connect(missed.append)
    desk.unlinked = {"shown", "deed", "other's", "given up", "older"}
    worker.ask("shown", "shown", WHO, told.append, lasting=True)
    worker.ask("deed", "deed", WHO, told.append)
    worker.ask("other's", "other's", "李二", told.append, lasting=True)
    worker.ask("given up", "given up", WHO, told.append, lasting=True)
    worker.ask("newer", "older", WHO, told.append, lasting=True)
    qtbot.waitUntil(lambda: len(heard) == 5)
    assert len(missed) == 4
    worker.forget("given up")
    worker.ask("newer", "older", WHO, told.append, lasting=True)
    worker.again(WHO)
    qtbot.waitUntil(lambda: len(missed) == 6)  # still no link: they go on waiting, unsaid
    assert len(heard) == 6 and heard[-1] == "older"
    worker.ask("newer", "newer", WHO, told.append, lasting=True)
    desk.unlinked = set()
    worker.again(WHO)
    qtbot.waitUntil(lambda: len(told) == 2)
    worker.again(WHO)
    worker.ask("last", "last", WHO, told.append)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [f"{one} by {WHO}" for one in ("newer", "shown", "last")]


def test_a_question_does_not_wait_for_a_command(qtbot, worker, desk):
    reads, told = threading.Event(), []
    worker.do("slow", WHO)
    assert desk.began.wait(20)
    worker.run(lambda: reads.set() or "read", told.append)
    qtbot.waitUntil(lambda: told == ["read"])
    assert desk.seen == []


class Panel(QLabel):
    """A panel that counts what it hears."""

    heard = 0

    def hear(self, answer):
        Panel.heard += 1


def test_a_destroyed_panel_hears_nothing(qtbot, worker, desk):
    panel, owner, told = Panel(), QObject(), []
    worker.ask("panel", "panel", WHO, panel.hear)
    worker.ask("closure", "closure", WHO, lambda _: told.append("closure"), owner=owner)
    worker.ask("last", "last", WHO, lambda _: told.append("last"))
    delete(panel)
    delete(owner)
    desk.open.set()
    qtbot.waitUntil(lambda: told == ["last"])
    assert Panel.heard == 0


def test_stopping_finishes_the_commands_and_drops_the_questions(qtbot, desk):
    worker = Worker(desk)
    for number in range(5):
        worker.do(number, WHO)
    assert desk.began.wait(20)
    desk.open.set()
    assert worker.stop() == ()
    assert desk.seen == list(range(5))
    worker.ask("late", "late", WHO, desk.seen.append)
    with pytest.raises(RuntimeError):
        worker.do("late", WHO)
    names = {thread.name for thread in threading.enumerate()}
    assert not names & {"desk commands", "desk reads"}


def test_stopping_names_the_commands_it_could_not_wait_for(qtbot, desk):
    worker = Worker(desk)
    worker.do("held", WHO)
    assert desk.began.wait(20)
    worker.do("waiting", WHO)
    assert worker.stop(seconds=0.0) == ("waiting",)
    desk.open.set()
    assert worker.stop() == ()
