"""A typed line cut into words: 字段=值, quotes, and the free text behind a colon."""

from __future__ import annotations

from dataclasses import dataclass

from ui.line.spoken import BLANKS, COLONS, EQUALS, GLUED, MANY, QUOTES, SAID, TIME


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; `name` is the field of 字段=值, `quoted` text is only text."""

    text: str
    start: int
    end: int
    name: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a line, and the text behind the first colon (`tail`, None without one).

    `named` is the word right before the colon, which may be the name of a field.
    """

    words: tuple[Word, ...]
    tail: str | None = None
    named: Word | None = None
    tail_at: int = 0


def cut(text: str) -> Typed:
    """The words of a line; a colon between digits belongs to a time of day.

    A verb that people say and the digits of a case need no blank: 派0231三中队 is three words.
    """
    words: list[Word] = []
    at = 0
    glued = GLUED.match(text)
    if glued is not None and glued[1] in SAID:
        words = [Word(glued[n], glued.start(n), glued.end(n)) for n in (1, 2)]
        at = glued.end()
    while at < len(text):
        if text[at] in BLANKS:
            at += 1
        elif text[at] in COLONS:
            named = words[-1] if words and words[-1].end == at else None
            return Typed(tuple(words), text[at + 1 :].strip(), named, at + 1)
        else:
            word = _word(text, at)
            words.append(word)
            at = word.end
    return Typed(tuple(words))


def _word(text: str, start: int) -> Word:
    if text[start] in QUOTES:
        end, inner = _quoted(text, start)
        return Word(inner, start, end, quoted=True)
    at = start
    while at < len(text) and text[at] not in BLANKS and not _ends(text, at):
        if text[at] in EQUALS and at > start:
            return _named(text, start, at)
        at += 1
    return Word(text[start : max(at, start + 1)], start, max(at, start + 1))


def _named(text: str, start: int, sign: int) -> Word:
    """字段=值: a value in quotes, or up to a blank or the text's colon; 、 joins several values."""
    name, at = text[start:sign], sign + 1
    if at < len(text) and text[at] in QUOTES:
        end, inner = _quoted(text, at)
        return Word(inner, start, end, name, quoted=True)
    while at < len(text) and not text[at].isspace() and not _colon(text, at):
        at += 1
    return Word(text[sign + 1 : at], start, at, name)


def _quoted(text: str, start: int) -> tuple[int, str]:
    end = text.find(QUOTES[text[start]], start + 1)
    end = len(text) if end < 0 else end
    return min(end + 1, len(text)), text[start + 1 : end]


def _ends(text: str, at: int) -> bool:
    """A colon ends a word unless it is of a time of day, and so does an opening quote."""
    if text[at] in QUOTES:
        return True
    return _colon(text, at)


def _colon(text: str, at: int) -> bool:
    return text[at] in COLONS and not TIME.match(text[max(0, at - 3) : at + 4])


def at_cursor(typed: Typed, cursor: int) -> Word | None:
    """The word that is being typed; None behind a blank or in the free text."""
    if typed.tail is not None and cursor >= typed.tail_at:
        return None
    return next((one for one in typed.words if one.start <= cursor <= one.end), None)


def several(text: str) -> list[str]:
    """The values of 字段=甲、乙."""
    for mark in MANY:
        text = text.replace(mark, " ")
    return text.split()
