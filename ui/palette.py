"""The colours of the four themes as values, and which are in force."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme; every field but name and series is #rrggbb."""

    name: str
    background: str
    panel: str
    raised: str
    line: str
    text: str
    dim: str
    accent: str
    focus: str
    selection: str
    lamp_green: str
    lamp_yellow: str
    lamp_red: str
    lamp_none: str
    urgent: str
    ok: str
    warning: str
    danger: str
    series: tuple[str, ...]

    def colour(self, token: str) -> QColor:
        """The colour of a token by name; raises KeyError for an unknown one."""
        if token not in TOKENS:
            raise KeyError(token)
        return QColor(getattr(self, token))


TOKENS = frozenset(field.name for field in fields(Colours)) - {"name", "series"}

DARK = Colours(
    name="dark",
    background="#12161b",
    panel="#181d24",
    raised="#212832",
    line="#323b47",
    text="#dbe2ea",
    dim="#98a5b4",
    accent="#62b0e8",
    focus="#9fd0f5",
    selection="#1a3247",
    lamp_green="#5fd0a5",
    lamp_yellow="#e8b33c",
    lamp_red="#ff7a72",
    lamp_none="#98a5b4",
    urgent="#ff8a5c",
    ok="#5fd0a5",
    warning="#e8b33c",
    danger="#ff7a72",
    series=("#62b0e8", "#e8b33c", "#5fd0a5", "#c79bea", "#ff7a72", "#6fd0cf"),
)

LIGHT = Colours(
    name="light",
    background="#e9edf1",
    panel="#ffffff",
    raised="#f1f4f7",
    line="#c3ccd6",
    text="#1a232d",
    dim="#4f5d6b",
    accent="#0b62ad",
    focus="#0b62ad",
    selection="#cbe2f6",
    lamp_green="#006a4e",
    lamp_yellow="#7d5200",
    lamp_red="#b00d3f",
    lamp_none="#566371",
    urgent="#a63c08",
    ok="#006a4e",
    warning="#7d5200",
    danger="#b00d3f",
    series=("#0b62ad", "#946200", "#006a4e", "#7b3fb0", "#b00d3f", "#0d6b6b"),
)

DARK_HIGH = Colours(
    name="dark-high",
    background="#000000",
    panel="#000000",
    raised="#14181d",
    line="#98a2ae",
    text="#ffffff",
    dim="#dde3ea",
    accent="#8cd3ff",
    focus="#ffff00",
    selection="#00305c",
    lamp_green="#66ffd0",
    lamp_yellow="#ffe45c",
    lamp_red="#ff9090",
    lamp_none="#dde3ea",
    urgent="#ffad66",
    ok="#66ffd0",
    warning="#ffe45c",
    danger="#ff9090",
    series=("#8cd3ff", "#ffe45c", "#66ffd0", "#deb8ff", "#ff9090", "#7ff0ee"),
)

LIGHT_HIGH = Colours(
    name="light-high",
    background="#ffffff",
    panel="#ffffff",
    raised="#f2f2f2",
    line="#4a4a4a",
    text="#000000",
    dim="#2e2e2e",
    accent="#003f85",
    focus="#003f85",
    selection="#d6e9ff",
    lamp_green="#005245",
    lamp_yellow="#5c4300",
    lamp_red="#8a0038",
    lamp_none="#2e2e2e",
    urgent="#7a2600",
    ok="#005245",
    warning="#5c4300",
    danger="#8a0038",
    series=("#003f85", "#5c4300", "#005245", "#5a1a94", "#8a0038", "#004a4a"),
)

THEMES = {one.name: one for one in (DARK, LIGHT, DARK_HIGH, LIGHT_HIGH)}
"""Every theme by the name that ui.ini, the command line and the map's style sheet know it by."""
OTHERS = {
    "dark": ("light", "dark-high"),
    "light": ("dark", "light-high"),
    "dark-high": ("light-high", "dark"),
    "light-high": ("dark-high", "light"),
}
"""To each theme the one of the other ground, and the one of the other contrast."""

LEVELS = {
    "iv": ("#1a66c4", "#ffffff"),
    "iii": ("#f5c518", "#14181d"),
    "ii": ("#ef8a17", "#14181d"),
    "i": ("#c62828", "#ffffff"),
}
"""Ground and ink of a response level: blue, yellow, orange, red as everybody knows them."""

_now = [DARK]


def theme_named(name: str) -> Colours:
    """The theme of that name; an unknown one is the dark."""
    return THEMES.get(name, DARK)


def other_ground(now: Colours) -> Colours:
    """Dark for light and light for dark, in the same contrast."""
    return THEMES[OTHERS[now.name][0]]


def other_contrast(now: Colours) -> Colours:
    """High for usual and usual for high, on the same ground."""
    return THEMES[OTHERS[now.name][1]]


def colours() -> Colours:
    """The colours in force; ask at paint time, they change when the theme does."""
    return _now[0]


def use(chosen: Colours) -> None:
    """Put colours in force for what is painted from now on (theme.apply calls it)."""
    _now[0] = chosen


def contrast(one: str, other: str) -> float:
    """Contrast of two #rrggbb colours from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def linear(part: float) -> float:
    """Light of one part (0 to 1) of an sRGB colour, 0 to 1 (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
