"""Before and after under one lens, in the case panel and large in a panel of their own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from commandcenter.domain.commands import AddNote, Picture
from tests import walks
from tests.e2e.test_window_keys import Seat
from tests.fakes import Room, open_room
from tests.ui.test_app import opened
from ui.panels import darkroom
from ui.panels.darkroom import MOST_BYTES, MOST_PIXELS, Shot, Size, Then, decoded
from ui.panels.lens import STEP, Lens
from ui.panels.picture_compare import ComparePanel
from ui.panels.picture_pair import PicturePair
from ui.tour.hands import Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LARGE = QSize(4000, 3000)


def jpeg(colour: str, size: QSize) -> bytes:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", 80)
    return bytes(stored.data())


def show(room: Room, case: str, kind: str, data: bytes) -> str:
    """The picture is the case's from now on; its name."""
    name = room.desk.keep_picture(data)
    shot = (Picture(sha256=name, kind=kind),)
    room.do(AddNote, "lead-1", case=case, words="图", pictures=shot)
    room.clock.pass_(minutes=1)
    return name


def path(room: Room, name: str) -> Path:
    """Where the file of a picture lies."""
    (found,) = room.center.folder.rglob(name)
    return found


@pytest.fixture
def seat(qtbot: QtBot, tmp_path: Path) -> Iterator[Seat]:
    """Two pictures of 12 MP before and one after, the case picked in the queue."""
    room = open_room(tmp_path / "data", "2025-09-22 09:00")
    case = walks.signed(room)
    for kind, colour in (("scene", "maroon"), ("before", "green"), ("after", "navy")):
        show(room, case, kind, jpeg(colour, LARGE))
    with opened(qtbot, room, tmp_path / "data", person="lead-1") as found:
        qtbot.waitActive(found.desk.window)
        made = Seat(found.desk, room, Hands(found.desk.window), qtbot)
        made.pick(case)
        yield made


def large(seat: Seat) -> ComparePanel:
    """Open the pictures by their key, both decoded."""
    seat.keys("Ctrl+Alt+I")
    panel: ComparePanel = seat.desk.doors.pictures.made
    seat.bot.waitUntil(lambda: not panel.pair.after.pane.image.isNull())
    seat.bot.waitUntil(lambda: not panel.pair.before.pane.image.isNull())
    seat.bot.waitUntil(panel.pair.hasFocus)
    return panel


def seen(rect: QRectF, pane: QRectF) -> tuple[float, float, float]:
    """How far in and where a pane looks, as parts of its picture."""
    middle = pane.center() - rect.topLeft()
    zoom = rect.width() / pane.width()
    return round(zoom, 3), round(middle.x() / rect.width(), 3), round(middle.y() / rect.height(), 3)


def test_both_zoom_and_move_together_by_keys_and_go_back_to_the_whole(seat: Seat) -> None:
    pair = large(seat).pair
    for frame, colour in ((pair.before, "green"), (pair.after, "navy")):
        middle = frame.pane.grab().toImage()
        shown = middle.pixelColor(middle.rect().center())
        wanted = QColor(colour)
        assert abs(shown.green() - wanted.green()) + abs(shown.blue() - wanted.blue()) < 12
    assert "郑" not in pair.before.title and "09:01" in pair.before.title
    seat.keys("+", "+", "+", "Right", "Down")
    before, after = pair.before.pane, pair.after.pane
    assert pair.lens.zoom == pytest.approx(STEP**3)
    one, two = (seen(pane.target(), QRectF(pane.rect())) for pane in (before, after))
    assert one[1:] == pytest.approx(two[1:], abs=0.01) and one[1] > 0.5
    seat.keys("-")
    assert pair.lens.zoom == pytest.approx(STEP**2)
    seat.keys("0")
    assert pair.lens.whole and pair.lens.centre == QPointF(0.5, 0.5)


def test_full_size_has_every_pixel_within_the_bound_and_lets_it_go_again(seat: Seat) -> None:
    pair = large(seat).pair
    assert pair.before.pane.image.width() < LARGE.width()
    seat.keys("1")
    for frame in (pair.before, pair.after):
        seat.bot.waitUntil(lambda pane=frame.pane: pane.image.size() == LARGE)
        scale = frame.pane.target().width() / LARGE.width()
        assert scale * frame.pane.devicePixelRatioF() == pytest.approx(1.0, abs=0.05)
    assert pair.darkroom.held <= MOST_BYTES
    seat.keys("0")
    seat.bot.waitUntil(lambda: pair.before.pane.image.width() < LARGE.width())
    assert pair.darkroom.held < 40_000_000


def test_each_side_is_walked_by_keys_and_says_which_of_how_many(seat: Seat) -> None:
    pair = large(seat).pair
    assert "2/2" in pair.before.title
    seat.keys("PgUp")
    assert "1/2" in pair.before.title and "2025" not in pair.before.title
    seat.bot.waitUntil(lambda: not pair.before.pane.image.isNull())
    seat.keys("Shift+PgDown", "PgDown")
    assert "2/2" in pair.before.title


def test_leaving_lets_go_of_the_pictures_and_the_queue_has_the_keyboard(seat: Seat) -> None:
    panel = large(seat)
    seat.keys("Esc")
    assert not panel.isVisible() and panel.pair.darkroom.held == 0
    queue = seat.desk.queue
    seat.bot.waitUntil(lambda: queue.isAncestorOf(queue.window().focusWidget()))


@pytest.mark.qt_log_ignore("JPEG", extend=True)
def test_a_form_is_never_typed_in_behind_the_pictures(seat: Seat) -> None:
    large(seat)
    seat.desk.window.go("queue")
    seat.begin("B", "step")
    seat.bot.waitUntil(lambda: not seat.desk.doors.pictures.dock.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support", "JPEG data")
def test_a_broken_and_a_lost_picture_say_so(seat: Seat) -> None:
    room, case = seat.room, walks.signed(seat.room)
    broken = show(room, case, "before", jpeg("red", QSize(300, 200)))
    path(room, broken).write_bytes(path(room, broken).read_bytes()[:40])
    lost = show(room, case, "after", jpeg("blue", QSize(300, 200)))
    path(room, lost).unlink()
    seat.pick(case)
    pair = large_of(seat)
    seat.bot.waitUntil(lambda: "已损坏" in pair.before.pane.text)
    seat.bot.waitUntil(lambda: "取不到" in pair.after.pane.text)
    assert "取不到" in pair.after.pane.accessibleDescription()
    seat.keys("1", "+", "Left")  # nothing to zoom, and nothing breaks


def test_a_picture_that_comes_late_is_not_shown_on_a_case_without_one(
    seat: Seat, monkeypatch
) -> None:
    empty, pair = walks.signed(seat.room), large(seat).pair
    late: list[Then] = []
    monkeypatch.setattr(pair.darkroom, "want", lambda case, name, size, then: late.append(then))
    seat.keys("PgUp")
    (come,) = late
    seat.desk.selection.set_case(empty)
    seat.bot.waitUntil(lambda: "无图" in pair.before.pane.text)
    come(decoded(jpeg("maroon", QSize(300, 200)), Size.LARGE))
    assert pair.before.pane.image.isNull()


def large_of(seat: Seat) -> PicturePair:
    """Open the pictures by their key, whether they can be read or not."""
    seat.keys("Ctrl+Alt+I")
    panel: ComparePanel = seat.desk.doors.pictures.made
    seat.bot.waitUntil(panel.pair.hasFocus)
    return panel.pair


def test_the_case_panel_shows_them_small_and_enter_opens_them_large(seat: Seat) -> None:
    seat.keys("Alt+3", "Left")  # from the story round to the pictures
    pair = seat.desk.case.findChild(object, "case.pictures")
    seat.bot.waitUntil(lambda: not pair.after.pane.image.isNull())
    assert max(pair.after.pane.image.width(), pair.before.pane.image.width()) <= 480
    seat.keys("Return")
    seat.bot.waitUntil(lambda: seat.desk.window.panel("pictures").isVisible())


# ---- apart from the window ---------------------------------------------------------------------


@pytest.mark.qt_log_ignore("Unsupported marker", extend=True)
def test_a_picture_is_decoded_as_small_as_wanted_and_never_beyond_the_bound(qapp) -> None:
    data = jpeg("teal", LARGE)
    small, full = decoded(data, Size.SMALL), decoded(data, Size.FULL)
    assert small.image.width() <= 480 and small.whole == LARGE
    assert full.image.size() == LARGE
    huge = decoded(jpeg("teal", QSize(6000, 4000)), Size.FULL)
    assert huge.image.width() * huge.image.height() <= MOST_PIXELS * 1.001
    assert huge.whole == QSize(6000, 4000)
    assert decoded(b"\xff\xd8\xffno", Size.LARGE).image.isNull()


def test_decoding_is_never_done_by_the_hand_that_paints(seat: Seat, monkeypatch) -> None:
    threads: list[threading.Thread] = []

    def told(data: bytes, size: Size) -> Shot:
        threads.append(threading.current_thread())
        return decoded(data, size)

    monkeypatch.setattr(darkroom, "decoded", told)
    large(seat)
    assert threads and threading.main_thread() not in threads


def test_the_point_under_the_wheel_stays_and_the_edges_hold(qapp) -> None:
    lens, room, picture = Lens(), QRectF(0, 0, 400, 300), QSizeF(4000, 3000)
    at = QPointF(0.25, 0.5)
    before = lens.target(picture, room)
    lens.zoom_by(2.0, at)
    after = lens.target(picture, room)
    place = [one.left() + one.width() * at.x() for one in (before, after)]
    assert place[0] == pytest.approx(place[1])
    lens.pan(-50, 0)
    assert lens.target(picture, room).left() == pytest.approx(0.0)
    lens.zoom_by(0.001)
    assert lens.whole and lens.target(picture, room) == before
