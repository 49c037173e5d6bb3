"""Every text can be read on every ground of every theme, and a lamp by who sees no red or green."""

import re
from itertools import combinations, product
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from commandcenter.domain.clock import Lamp
from tests.ui.sight import KINDS, apart
from ui import scale
from ui.lamps import draw_lamp
from ui.map.view import SHEET
from ui.palette import (
    LEVELS,
    OTHERS,
    THEMES,
    TOKENS,
    contrast,
    other_contrast,
    other_ground,
    theme_named,
    use,
)
from ui.theme import DARK, palette

GROUNDS = ("background", "panel", "raised", "selection")
INKS = sorted(TOKENS - {*GROUNDS, "line"})
LAMPS = ("lamp_green", "lamp_yellow", "lamp_red")
HIGH = ("dark-high", "light-high")
GROUPS = [getattr(QPalette.ColorGroup, name) for name in ("Active", "Inactive", "Disabled")]
LEAST_APART = 12.0
"""Five times what is just to be noticed (2.3): two lamps side by side to the worst pair of eyes."""
themes = pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))


@themes
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ink_is_readable_on_every_ground(theme, ground):
    least = 7.0 if theme.name in HIGH and ground != "selection" else 4.5
    weak = {ink: contrast(getattr(theme, ink), getattr(theme, ground)) for ink in INKS}
    assert {ink: ratio for ink, ratio in weak.items() if ratio < least} == {}


@themes
def test_chart_lines_stand_out_from_their_ground(theme):
    assert min(contrast(line, theme.panel) for line in theme.series) >= 4.5
    assert len(set(theme.series)) == 6


@themes
def test_the_chip_of_a_drill_is_readable(theme):
    assert contrast(theme.background, theme.warning) >= 4.5


@pytest.mark.parametrize("name", HIGH)
def test_lines_of_high_contrast_are_seen(name):
    theme = THEMES[name]
    assert min(contrast(theme.line, getattr(theme, ground)) for ground in GROUNDS) >= 3.0


@themes
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_the_palette_has_no_pair_that_cannot_be_read(theme, group):
    """Text that is disabled too: it says what there is, and why it cannot be used now."""
    made, role = palette(theme), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.LinkVisited, role.Base),
    )
    shades = [[made.color(group, one).name() for one in pair] for pair in pairs]
    assert [pair for pair in shades if contrast(*pair) < 4.5] == []


def test_the_levels_grounds_carry_their_ink():
    assert [level for level, pair in LEVELS.items() if contrast(*pair) < 4.5] == []


@themes
@pytest.mark.parametrize("kind", ["", *KINDS])
def test_lamps_stay_apart_to_eyes_that_lack_a_cone(theme, kind):
    near = {
        (one, other): round(apart(getattr(theme, one), getattr(theme, other), kind), 1)
        for one, other in combinations(LAMPS, 2)
    }
    assert {pair: far for pair, far in near.items() if far < LEAST_APART} == {}


def test_eyes_that_lack_a_cone_are_those_of_the_table():
    """White stays white to everybody; the red and the green of traffic fall together."""
    assert max(apart("#ffffff", "#808080", kind) for kind in KINDS) > 40
    assert all(apart("#777777", "#777777", kind) == 0 for kind in KINDS)
    assert apart("#c04040", "#7a7a30", "deuteranopia") < apart("#c04040", "#7a7a30") / 2


def silhouette(lamp: Lamp | None, size: float) -> frozenset[tuple[int, int]]:
    """Where a lamp is painted at all, whatever its colour; pixels from its middle."""
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    draw_lamp(painter, QPointF(20, 20), lamp, size)
    painter.end()
    spots = product(range(40), range(40))
    return frozenset((x, y) for x, y in spots if image.pixelColor(x, y).alpha() > 127)


@pytest.mark.parametrize("density", scale.DENSITIES, ids=lambda one: one.name)
def test_every_lamp_has_a_shape_of_its_own_that_grows_with_the_density(qapp, density):
    shapes = {lamp: silhouette(lamp, density.lamp) for lamp in (*Lamp, None)}
    for (one, a), (other, b) in combinations(shapes.items(), 2):
        assert len(a ^ b) >= 0.25 * min(len(a), len(b)), (one, other)
    usual = {lamp: len(silhouette(lamp, 1.0)) for lamp in shapes}
    if density is scale.LARGE:
        assert all(len(shape) > 1.5 * usual[lamp] for lamp, shape in shapes.items() if lamp)


@themes
def test_a_lamp_is_seen_as_a_graphic(qapp, theme):
    """3:1 for what is no text (WCAG 2.2, 1.4.11); the words beside it want more."""
    use(theme)
    for lamp, ground in product(LAMPS, GROUNDS):
        assert contrast(getattr(theme, lamp), getattr(theme, ground)) >= 3.0
    use(DARK)


def test_each_theme_has_its_twin_of_the_other_ground_and_the_other_contrast():
    assert set(OTHERS) == set(THEMES) == set(SHEET)
    for theme in THEMES.values():
        assert other_ground(other_ground(theme)) is theme
        assert other_contrast(other_contrast(theme)) is theme
        assert ("high" in other_contrast(theme).name) != ("high" in theme.name)
        dark = contrast(theme.panel, "#ffffff") > 7
        assert (contrast(other_ground(theme).panel, "#ffffff") > 7) != dark
    assert theme_named("no such theme") is DARK


CSS = (Path(__file__).resolve().parents[2] / "ui" / "map" / "map.css").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r':root(?:\[data-theme="([\w-]+)"\])? \{(.*?)\}', CSS, re.S))


def inks(theme: str) -> dict[str, str]:
    """The map's colours of a theme as #rrggbb; what shines through counts as if it did not."""
    found = dict(re.findall(r"--([\w-]+): ([^;]+);", BLOCKS[theme if theme != "dark" else ""]))
    for name, value in found.items():
        if mixed := re.match(r"(?:rgba\()?(\d+), (\d+), (\d+)", value):
            found[name] = "#" + "".join(f"{int(part):02x}" for part in mixed.groups())
    return found


MAP_TEXTS = [
    *product(("label", "count", "road-name", "red"), ("sheet", "land", "label-edge")),
    *product(("text", "text-dim", "label", "red", "chosen"), ("panel",)),
    ("text-dim", "sheet"),
    ("on-red", "red"),
    ("on-yellow", "yellow"),
    ("on-spot", "shelter"),
    ("on-spot", "danger"),
    ("sheet", "chosen"),
]
MAP_MARKS = product(
    (
        *[
            "red",
            "yellow",
            "green",
            "none",
            "team",
            "team-dim",
            "chosen",
            "halo",
            "outline",
            "unit",
            "shelter",
            "danger",
        ],
    ),
    ("sheet", "land"),
)


@themes
def test_what_the_map_writes_and_marks_can_be_read(theme):
    found = inks(theme.name)
    weak = [pair for pair in MAP_TEXTS if contrast(*(found[one] for one in pair)) < 4.5]
    assert weak == []
    faint = [pair for pair in MAP_MARKS if contrast(*(found[one] for one in pair)) < 3.0]
    assert faint == []
    assert found["sheet"] == SHEET[theme.name]
