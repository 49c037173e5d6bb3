"""The density is each person's, the contrast the seat's; both change at once in the real window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.looks import Look, look
from tests.ui.lookroom import desk_of, street
from ui import kept, scale
from ui.palette import DARK, THEMES, colours
from ui.theme import apply, row

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_density_and_contrast_are_kept_and_change_at_once(qtbot: QtBot, qapp, tmp_path: Path):
    room = street(tmp_path / "street")
    seat = tmp_path / "seat"
    with desk_of(room, seat, (1366, 768), "light") as desk:
        looks, rows = desk.fittings["looks"], desk.queue.view.verticalHeader()
        usual = row()
        assert rows.defaultSectionSize() == usual
        looks.next_density()
        assert scale.density() is scale.LARGE
        assert rows.defaultSectionSize() == row() > usual
        assert desk.queue.view.font().pointSize() == scale.LARGE.points
        assert desk.context.own("density") == "large"
        looks.change_contrast()
        assert colours() is THEMES["light-high"]
        assert kept.load(seat).theme == "light-high"
        looks.next_density()
        assert row() < usual
        looks.next_density()
        assert row() == usual
        assert desk.context.own("density") == "normal"
    apply(qapp, DARK)
    room.center.close()


@pytest.mark.parametrize("found", ["", "neon", "dark-high"])
def test_a_theme_that_nobody_knows_is_the_dark(tmp_path: Path, found: str):
    (tmp_path / kept.FILE).write_text(f"[desk]\ntheme = {found}\n", encoding="utf-8")
    assert kept.load(tmp_path).theme == (found if found in THEMES else "dark")


@pytest.mark.parametrize(
    "wanted",
    [Look(forms=False), Look(1920, 1080, 2.0, forms=False)],
    ids=lambda wanted: wanted.name,
)
def test_nothing_is_cut_unnamed_unmarked_or_backwards_and_no_panel_widens_the_window(wanted: Look):
    assert look(wanted) == {}
