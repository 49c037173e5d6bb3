"""The pages of the manual as they lie in resources/help, and what a searched word finds in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"
TONGUES = ("zh", "en")
FIRST = "start"
"""The page for who sits here for the first time; it leads to all others."""
MOST_FOUND = 12
AROUND = 28
"""Characters on each side of what was found."""
_KEY = re.compile(r"\[\[([a-z0-9_.]+)\]\]")
_MARKS = re.compile(r"[#*`>_\[\]]|\(\w+\)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name (that of its panel), its title and its Markdown without the title."""

    name: str
    title: str
    body: str

    def plain(self) -> str:
        """The words without marks, as one line."""
        return " ".join(_MARKS.sub("", self.body).split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that has what was searched, and the words around it."""

    page: Page
    words: str


@cache
def pages(tongue: str) -> dict[str, Page]:
    """All pages in a language (zh or en) by name; raises KeyError for another language."""
    if tongue not in TONGUES:
        raise KeyError(tongue)
    return {one.stem: _read(one) for one in sorted((FOLDER / tongue).glob("*.md"))}


def search(typed: str, tongue: str) -> list[Hit]:
    """Pages of this language in which every word occurs in either language, titles first.

    Who works in Chinese finds a page by its English word too, and the other way round.
    """
    wanted = typed.lower().split()
    if not wanted:
        return []
    found = []
    for name, page in pages(tongue).items():
        both = [pages(one)[name] for one in TONGUES if name in pages(one)]
        text = " ".join(f"{one.title} {one.plain()}" for one in both).lower()
        if all(word in text for word in wanted):
            titled = any(wanted[0] in one.title.lower() for one in both)
            found.append((not titled, name, Hit(page, _around(page, wanted[0]))))
    return [hit for _, _, hit in sorted(found, key=lambda one: one[:2])][:MOST_FOUND]


def keyed(body: str, key: Callable[[str], str]) -> str:
    """The page with the keys in force: [[case.file]] is what `key` says of that action."""
    return _KEY.sub(lambda found: f"`{key(found[1]) or '—'}`", body)


def keys_named(body: str) -> list[str]:
    """The actions whose keys a page names."""
    return _KEY.findall(body)


def picture(name: str, tongue: str) -> Path:
    """Where the picture of a panel lies, made by resources/help/make_pictures.py."""
    return FOLDER / "pictures" / tongue / f"{name}.webp"


def _read(path: Path) -> Page:
    title, _, body = path.read_text(encoding="utf-8").partition("\n")
    return Page(path.stem, title.lstrip("# ").strip(), body.strip())


def _around(page: Page, word: str) -> str:
    text = page.plain()
    at = text.lower().find(word)
    if at < 0:
        return text[: 2 * AROUND] + "…"
    begin, end = max(0, at - AROUND), at + len(word) + AROUND
    return ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else "")
