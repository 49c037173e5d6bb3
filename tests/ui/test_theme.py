"""Both themes can be read, and every icon and font that the desk names is there."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from ui.icons import GLYPHS, IconBox
from ui.palette import THEMES
from ui.theme import DARK, LIGHT, apply, colours, contrast, icon, numbers, style_sheet


def shades(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Colours of an icon's opaque pixels at 32 × 32."""
    image = drawn.pixmap(QSize(32, 32), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_contrast_is_that_of_the_standard():
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("meaning", sorted(GLYPHS))
def test_every_meaning_is_drawn(qapp, meaning):
    assert shades(icon(meaning))


def test_an_unknown_meaning_is_an_error(qapp):
    with pytest.raises(KeyError):
        icon("case.nonsense")
    with pytest.raises(KeyError):
        colours().colour("nonsense")


def test_an_icon_follows_the_theme_and_its_own_colour(qapp):
    made = icon("lamp.red")
    apply(qapp, LIGHT)
    assert LIGHT.lamp_red in shades(made)
    apply(qapp, DARK)
    assert DARK.lamp_red in shades(made)
    assert "#12ab34" in shades(icon("lamp.red", "#12ab34"))
    assert DARK.accent in shades(icon("lamp.red", "accent"))
    assert DARK.lamp_red not in shades(made, QIcon.Mode.Disabled)


def test_a_theme_reaches_palette_and_style(qapp):
    apply(qapp, LIGHT)
    assert qapp.palette().window().color().name() == LIGHT.background
    apply(qapp, DARK)
    assert qapp.palette().window().color().name() == DARK.background
    assert qapp.palette().text().color().name() == DARK.text
    assert DARK.line in qapp.styleSheet() and LIGHT.line not in qapp.styleSheet()
    assert colours() is DARK


def test_the_marks_of_fields_and_boxes_are_there(qapp):
    for theme in THEMES.values():
        pictures = re.findall(r'url\("([^"]+)"\)', style_sheet(theme))
        assert len(set(pictures)) == 4 and not any(QPixmap(one).isNull() for one in pictures)


def test_digits_are_all_as_wide(qapp):
    apply(qapp, DARK)
    metrics = QFontMetricsF(numbers())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_font_of_the_screen_has_chinese(qapp):
    apply(qapp, DARK)
    assert QFontMetricsF(QApplication.font()).inFontUcs4(ord("派"))


def test_an_icon_box_paints_its_meaning(qtbot):
    box = IconBox("lamp.green")
    qtbot.addWidget(box)
    before = box.grab().toImage()
    box.set_meaning("lamp.red")
    assert box.grab().toImage() != before
