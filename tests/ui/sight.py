"""How colours look to eyes that lack a kind of cone, and how far apart two of them are."""

from __future__ import annotations

from ui.palette import linear

# Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color
# Vision Deficiency", IEEE TVCG 15(6), table of severity 1.0; rows give linear red, green, blue.
KINDS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
Three = tuple[float, float, float]


def seen_as(colour: str, kind: str = "") -> Three:
    """Linear red, green and blue of #rrggbb as that kind of eye sees it ("" sees all)."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    if not kind:
        return red, green, blue
    rows = (a * red + b * green + c * blue for a, b, c in KINDS[kind])
    one, two, three = (min(1.0, max(0.0, value)) for value in rows)
    return one, two, three


def apart(one: str, other: str, kind: str = "") -> float:
    """CIE 1976 colour difference of two #rrggbb to that kind of eye; 2.3 is just to be noticed."""
    pairs = zip(_lab(seen_as(one, kind)), _lab(seen_as(other, kind)), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def _lab(light: Three) -> Three:
    """CIELAB for D65 of linear sRGB."""
    red, green, blue = light
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    a, b, c = (_root(part) for part in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def _root(part: float) -> float:
    if part > 216 / 24389:
        return float(part ** (1 / 3))
    return (24389 / 27 * part + 16) / 116
