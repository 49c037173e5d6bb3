"""What the desk remembers between two starts, in a small ui.ini of the data folder."""

from __future__ import annotations

from configparser import ConfigParser, Error
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ui.palette import THEMES

FILE = "ui.ini"
USUAL_SOUND = "60"


@dataclass(frozen=True, slots=True)
class Kept:
    """Theme (of palette.THEMES), who sat last, language ("": the system's), volume in %."""

    theme: str = "dark"
    person: str = ""
    language: str = ""
    sound: str = USUAL_SOUND


def load(folder: Path) -> Kept:
    """What was kept in that folder; a missing, broken or foreign value is its default."""
    parser = ConfigParser(interpolation=None)
    try:
        parser.read(folder / FILE, encoding="utf-8")
        found = dict(parser["desk"]) if parser.has_section("desk") else {}
    except (Error, UnicodeDecodeError):
        found = {}
    kept = Kept(**{key: value for key, value in found.items() if key in Kept.__slots__})
    if kept.theme not in THEMES:
        kept = replace(kept, theme="dark")
    known = kept.sound.isascii() and kept.sound.isdigit() and int(kept.sound) <= 100
    return kept if known else replace(kept, sound=USUAL_SOUND)


def save(folder: Path, kept: Kept) -> None:
    """Keep it; raises OSError when the folder cannot be written."""
    parser = ConfigParser(interpolation=None)
    parser["desk"] = asdict(kept)
    fresh = folder / f"{FILE}.new"
    with fresh.open("w", encoding="utf-8") as file:
        parser.write(file)
    fresh.replace(folder / FILE)
