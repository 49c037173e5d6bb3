"""The feed tells each change once and in order, however often and from where the Desk rings."""

import threading
from datetime import UTC, datetime

import pytest

from commandcenter.services.views import Changes
from ui.live import LiveFeed
from ui.selection import Selection
from ui.worker import Worker

AT = datetime(2019, 7, 11, 2, 0, tzinfo=UTC)


def changes_of(seq, entries, positions, more):
    """A Changes value in which strings stand for entries and positions."""
    none = {name: () for name in ("cases", "teams", "officers", "people")}
    return Changes(
        seq=seq, at=AT, entries=entries, figures=None, positions=positions, more=more, **none
    )


class RingingDesk:
    """A journal of strings; it rings on the thread that writes, and can fail or be held."""

    def __init__(self):
        self.journal, self.bells, self.asked, self.positions = [], [], [], ()
        self.held = threading.Event()
        self.held.set()
        self.fails = False

    def changes(self, after, limit):
        assert self.held.wait(20)
        self.asked.append(after)
        if self.fails:
            raise ConnectionError("no desk")
        positions, self.positions = self.positions, ()
        end = min(len(self.journal), after + limit)
        more = end < len(self.journal)
        return changes_of(end, tuple(self.journal[after:end]), positions, more)

    def listen(self, callback):
        self.bells.append(callback)
        return lambda: self.bells.remove(callback)

    def write(self, *lines):
        for line in lines:
            self.journal.append(line)
            for bell in tuple(self.bells):
                bell()


class Time:
    """Seconds that the test turns."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def desk():
    return RingingDesk()


@pytest.fixture
def clock():
    return Time()


@pytest.fixture
def worker(qtbot, desk):
    made = Worker(desk)
    yield made
    desk.held.set()
    made.stop()


def feed_of(desk, worker, clock, poll_ms=3_600_000):
    """A feed, with no polling unless asked, and the list of entries it tells."""
    feed, told = LiveFeed(desk, worker, clock=clock, poll_ms=poll_ms), []
    feed.changed.connect(lambda changes: told.extend(changes.entries))
    return feed, told


def test_every_change_is_told_once_and_in_order(qtbot, desk, worker, clock):
    desk.write("before")
    feed, told = feed_of(desk, worker, clock)
    feed.start(1)
    writer = threading.Thread(target=desk.write, args=[str(n) for n in range(300)])
    writer.start()
    qtbot.waitUntil(lambda: len(told) == 300)
    writer.join()
    assert told == [str(n) for n in range(300)]
    assert feed.seq == 301
    feed.stop()


def test_a_long_absence_is_told_in_parts(qtbot, desk, worker, clock):
    desk.write(*(str(n) for n in range(350)))
    feed, told = feed_of(desk, worker, clock)
    feed.start(0)
    qtbot.waitUntil(lambda: len(told) == 350)
    assert told == desk.journal and desk.asked == [0, 100, 200, 300]
    feed.stop()


def test_rings_during_a_question_are_one_more_question(qtbot, desk, worker, clock):
    desk.held.clear()
    feed, told = feed_of(desk, worker, clock)
    feed.start(0)
    desk.write(*"abcdefgh")
    qtbot.waitUntil(lambda: feed._again)
    desk.held.set()
    qtbot.waitUntil(lambda: len(desk.asked) == 2)
    assert told == list("abcdefgh") and desk.asked == [0, 8]
    feed.stop()


def test_without_a_ring_polling_finds_the_change(qtbot, desk, worker, clock):
    feed, told = feed_of(desk, worker, clock, poll_ms=10)
    feed.start(0)
    desk.journal.append("unrung")
    qtbot.waitUntil(lambda: told == ["unrung"])
    feed.stop()


def test_positions_are_told_without_a_journal_entry_and_silence_is_not(qtbot, desk, worker, clock):
    feed, _ = feed_of(desk, worker, clock, poll_ms=10)
    told = []
    feed.changed.connect(told.append)
    feed.start(0)
    qtbot.waitUntil(lambda: len(desk.asked) > 3)
    assert told == []
    desk.positions = (("team", 113.4, 22.9),)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].positions == (("team", 113.4, 22.9),)
    feed.stop()


def test_a_failing_desk_makes_the_data_stale_and_then_fresh_again(qtbot, desk, worker, clock):
    feed, told = feed_of(desk, worker, clock, poll_ms=10)
    ages, errors = [], []
    feed.stale.connect(ages.append)
    worker.failed.connect(errors.append)
    desk.fails = True
    feed.start(0)
    clock.now += 7.0
    qtbot.waitUntil(lambda: ages[:1] == [7.0] and len(errors) > 1)
    assert feed.age == 7.0
    desk.fails = False
    desk.write("back")
    qtbot.waitUntil(lambda: told == ["back"])
    assert ages[-1] == 0.0 and feed.age == 0.0
    feed.stop()


def test_a_stopped_feed_hears_nothing_and_can_start_again(qtbot, desk, worker, clock):
    feed, told = feed_of(desk, worker, clock)
    desk.held.clear()
    feed.start(0)
    feed.stop()
    assert desk.bells == []
    desk.write("a", "b")
    feed.start(1)
    desk.held.set()
    qtbot.waitUntil(lambda: feed.seq == 2)
    assert told == ["b"]
    feed.stop()


def test_a_selection_speaks_only_when_it_changes(qtbot):
    selection, told = Selection(), []
    for name in ("case", "grid", "team"):
        getattr(selection, name).connect(lambda value, name=name: told.append((name, value)))
    selection.set_case("a")
    selection.set_case("a")
    selection.set_grid("440113105001001")
    selection.set_team("t")
    selection.set_case("")
    selection.set_case("")
    assert told == [("case", "a"), ("grid", "440113105001001"), ("team", "t"), ("case", "")]
    assert (selection.current_case, selection.current_team) == ("", "t")
    assert selection.current_grid == "440113105001001"
