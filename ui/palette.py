"""The colours of the two themes as values, and which are in force."""

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
    lamp_green="#56bd88",
    lamp_yellow="#e8b33c",
    lamp_red="#ff7a72",
    lamp_none="#98a5b4",
    urgent="#ff8a5c",
    ok="#56bd88",
    warning="#e8b33c",
    danger="#ff7a72",
    series=("#62b0e8", "#e8b33c", "#56bd88", "#c79bea", "#ff7a72", "#6fd0cf"),
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
    lamp_green="#17693d",
    lamp_yellow="#7d5200",
    lamp_red="#b8211f",
    lamp_none="#566371",
    urgent="#a63c08",
    ok="#17693d",
    warning="#7d5200",
    danger="#b8211f",
    series=("#0b62ad", "#946200", "#17693d", "#7b3fb0", "#b8211f", "#0d6b6b"),
)

LEVELS = {
    "iv": ("#1a66c4", "#ffffff"),
    "iii": ("#f5c518", "#14181d"),
    "ii": ("#ef8a17", "#14181d"),
    "i": ("#c62828", "#ffffff"),
}
"""Ground and ink of a response level: blue, yellow, orange, red as everybody knows them."""

_now = [DARK]


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
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
