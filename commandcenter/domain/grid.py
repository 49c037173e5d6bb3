"""Grids and their codes (domain.md section 8)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

STREET, DIVISION, GRID, MICRO = 9, 12, 15, (17, 18)
PROVINCES = frozenset(
    {"11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37"}
    | {"41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64"}
    | {"65", "71", "81", "82", "99"}
)
"""First two digits of a division code (GB/T 2260); 99 is for places that are invented."""
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789", "\u200b\ufeff")


class GridKind(StrEnum):
    """Kind of a grid: 基础网格, 单位(专属)网格, 微网格(楼栋); AREA: a street, community."""

    BASIC = "basic"
    UNIT = "unit"
    MICRO = "micro"
    AREA = "area"


class StreetKind(StrEnum):
    """Kind of a street-level division by its number; OTHER only where the code table lists it."""

    SUBDISTRICT = "subdistrict"
    TOWN = "town"
    TOWNSHIP = "township"
    OTHER = "other"


class CommunityKind(StrEnum):
    """Kind of a community by its number; the name decides nothing."""

    RESIDENTS = "residents"
    VILLAGE = "village"
    ZONE = "zone"
    OTHER = "other"


_STREETS = (
    (1, 99, StreetKind.SUBDISTRICT),
    (100, 199, StreetKind.TOWN),
    (200, 399, StreetKind.TOWNSHIP),
)
_COMMUNITIES = (
    (1, 199, CommunityKind.RESIDENTS),
    (200, 399, CommunityKind.VILLAGE),
    (400, 599, CommunityKind.ZONE),
)


_KINDS_BY_LENGTH = {
    DIVISION: (GridKind.AREA,),
    GRID: (GridKind.BASIC, GridKind.UNIT),
    **dict.fromkeys(MICRO, (GridKind.MICRO,)),
}


@dataclass(frozen=True, slots=True)
class GridCode:
    """A grid code in its parts, all digits: 6 + 3 + 3 + 3, and 2 or 3 of a micro-grid."""

    district: str
    street: str
    community: str
    grid: str
    micro: str | None = None

    def __str__(self) -> str:
        """Write the code without separators."""
        return self.community_code + self.grid + (self.micro or "")

    @property
    def community_code(self) -> str:
        """The 12-digit statistical code of the community."""
        return self.district + self.street + self.community

    @property
    def street_code(self) -> str:
        """The 12-digit statistical code of the street or town."""
        return self.district + self.street + "000"

    @property
    def street_kind(self) -> StreetKind:
        """Kind of the street by its number."""
        return street_kind(self.district + self.street)

    @property
    def community_kind(self) -> CommunityKind:
        """Kind of the community by its number."""
        return next(
            (k for low, high, k in _COMMUNITIES if low <= int(self.community) <= high),
            CommunityKind.OTHER,
        )

    @property
    def parent(self) -> GridCode | None:
        """The grid that a micro-grid lies in; None for a grid."""
        return replace(self, micro=None) if self.micro else None


def normalise(text: str) -> str:
    """Turn full-width digits into plain ones and drop every space."""
    return "".join(text.translate(_FULL_WIDTH).split())


def parse_street(text: str) -> str:
    """Check a street's code: 9 digits, or 12 that end in 000; the 9 digits.

    6 of the district (its province 11-65, 99 for invented places) and 3 of the street, 001-399
    (domain.md section 8). Raises ValueError("not_digits" | "length" | "district_range" |
    "street_range").
    """
    code = _digits(text)
    if len(code) == DIVISION and code.endswith("000"):
        code = code[:STREET]
    if len(code) != STREET:
        raise ValueError("length")
    if code[:2] not in PROVINCES or code[4:6] == "00":
        raise ValueError("district_range")
    if not _STREETS[0][0] <= int(code[6:]) <= _STREETS[-1][1]:
        raise ValueError("street_range")
    return code


def parse_community(text: str, listed: Container[str] = ()) -> str:
    """Check a 12-digit community code; `listed` are the codes of the division code table.

    Raises ValueError("not_digits" | "length" | "street_range" | "community_range").
    """
    code = _digits(text)
    if len(code) != DIVISION:
        raise ValueError("length")
    _check_division(code, listed)
    return code


def parse_code(text: str, listed: Container[str] = ()) -> GridCode:
    """Read a grid code: 15 digits, or 17 or 18 of a micro-grid (domain.md section 8).

    `listed` holds 12-digit codes of communities: what the code table lists is accepted
    beyond the ranges. Raises ValueError with a code: not_digits, length, street_range,
    community_range, grid_zero.
    """
    code = _digits(text)
    if len(code) != GRID and len(code) not in MICRO:
        raise ValueError("length")
    _check_division(code[:DIVISION], listed)
    if code[DIVISION:GRID] == "000":
        raise ValueError("grid_zero")
    return GridCode(code[:6], code[6:9], code[9:12], code[12:15], code[15:] or None)


@dataclass(frozen=True, slots=True)
class Grid:
    """One grid of a street; its centre as (lon, lat) in degrees, CGCS2000.

    A code is never used again: a void grid stays and keeps its reason.
    """

    street: str
    code: str
    name: str
    kind: GridKind
    community: str
    lon: float
    lat: float
    void_reason: str | None = None

    def __post_init__(self) -> None:
        """Refuse what does not fit together.

        ValueError("not_digits" | "length" | "kind" | "community" | "place").
        """
        if _digits(self.code) != self.code:
            raise ValueError("not_digits")
        if len(self.code) not in (DIVISION, GRID, *MICRO):
            raise ValueError("length")
        if self.kind not in _KINDS_BY_LENGTH[len(self.code)]:
            raise ValueError("kind")
        if self.community != self.code[:DIVISION]:
            raise ValueError("community")
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise ValueError("place")

    def void(self, reason: str) -> Grid:
        """Take the grid out of use; ValueError without a reason or when it is void already."""
        if not reason.strip() or self.void_reason is not None:
            raise ValueError("void")
        return replace(self, void_reason=reason.strip())


def street_kind(code: str) -> StreetKind:
    """Kind of a street by its 9-digit code."""
    number = int(code[6:STREET])
    return next((kind for low, high, kind in _STREETS if low <= number <= high), StreetKind.OTHER)


def _digits(text: str) -> str:
    code = normalise(text)
    if not (code.isascii() and code.isdigit()):
        raise ValueError("not_digits" if code else "length")
    return code


def _check_division(code: str, listed: Container[str]) -> None:
    if code in listed:
        return
    if not _STREETS[0][0] <= int(code[6:9]) <= _STREETS[-1][1]:
        raise ValueError("street_range")
    if not _COMMUNITIES[0][0] <= int(code[9:12]) <= _COMMUNITIES[-1][1]:
        raise ValueError("community_range")
