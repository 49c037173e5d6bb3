"""Rows of a table file, one at a time and bounded in memory, however broken the file is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MOST_RECORD = 1024 * 1024
MOST_OPEN = 64 * 1024 * 1024
MOST_RAW = 64 * 1024
DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it stands in the file: its number from 1, the first bytes, its size in bytes.

    `fault` is None, "too_long" or "quote" (a quotation mark that never closes properly: the line
    is set aside alone and reading goes on with the next, so that it cannot swallow the file).
    """

    number: int
    raw: bytes
    size: int
    fault: str | None = None


def raw_text(record: Record, encoding: str) -> str:
    """The row for the quarantine: at most 64 kB, unreadable bytes and NUL written as escapes."""
    kept = record.raw[:MOST_RAW]
    text = kept.decode(encoding, errors="backslashreplace").replace("\x00", "\\x00")
    cut = record.size - len(kept)
    return f"{text}…[+{cut} bytes]" if cut > 0 else text


class Records:
    """Reads a seekable binary file; quoted fields may hold line ends (RFC 4180).

    Blank lines are no rows. A byte order mark of UTF-8 is passed over.
    """

    def __init__(self, file: BinaryIO, delimiter: str) -> None:
        self._file = file
        self._number = 0
        d = re.escape(delimiter.encode())
        plain = b'[^%s"\\n][^%s\\n]*+' % (d, d)
        self._patterns = _Patterns(d, b'(?:"(?:[^"]++|"")*+"|%s|)' % plain)

    def __iter__(self) -> Iterator[Record]:
        if self._file.read(3) != b"\xef\xbb\xbf":
            self._file.seek(0)
        while line := self._file.readline(MOST_RECORD):
            if not line.strip(b"\r\n"):
                continue
            self._number += 1
            yield self._record(line)

    def _record(self, line: bytes) -> Record:
        if len(line) == MOST_RECORD and not line.endswith(b"\n"):
            return self._made(line, len(line) + self._skip_line(), "too_long")
        if b'"' not in line or self._patterns.closed.match(line):
            return self._made(line, len(line), None)
        if self._patterns.opened.match(line):
            return self._quoted(line)
        return self._made(line, len(line), "quote")

    def _quoted(self, first: bytes) -> Record:
        """Go on to the line where the open quotation mark closes; else come back to the next."""
        back, parts, size = self._file.tell(), [first], len(first)
        while size < MOST_OPEN and (line := self._file.readline(MOST_RECORD)):
            size += len(line)
            if size <= MOST_RECORD:
                parts.append(line)
            whole = line.endswith(b"\n") or len(line) < MOST_RECORD
            if self._patterns.still_open.match(line):
                continue
            if whole and self._patterns.reopened.match(line):
                continue
            if whole and not self._patterns.closes.match(line):
                break
            size += 0 if whole else self._skip_line()
            return self._made(b"".join(parts), size, "too_long" if size > MOST_RECORD else None)
        self._file.seek(back)
        return self._made(first, len(first), "quote")

    def _made(self, raw: bytes, size: int, fault: str | None) -> Record:
        return Record(self._number, raw if fault is None else raw[:MOST_RAW], size, fault)

    def _skip_line(self) -> int:
        size = 0
        while part := self._file.readline(MOST_RECORD):
            size += len(part)
            if part.endswith(b"\n"):
                break
        return size


class _Patterns:
    """What a line can be where fields may be quoted; possessive, so that none is ever slow."""

    def __init__(self, d: bytes, field: bytes) -> None:
        inside, rest, end = b'(?:[^"]++|"")*+', b"(?:%s%s)*+" % (d, field), rb"\r?\n?\Z"
        opening = b'(?:%s%s)*+"%s\\Z' % (field, d, inside)
        self.closed = re.compile(field + rest + end)
        self.opened = re.compile(opening)
        self.still_open = re.compile(inside + rb"\Z")
        self.closes = re.compile(inside + b'"' + rest + end)
        self.reopened = re.compile(inside + b'"' + d + opening)


class Fields:
    """Splits a row's text at a delimiter; a field in quotation marks may hold delimiters."""

    def __init__(self, delimiter: str) -> None:
        self._delimiter = delimiter
        d = re.escape(delimiter)
        self._field = re.compile(rf'"((?:[^"]++|"")*+)"|[^{d}]*')

    def __call__(self, text: str) -> list[str]:
        """The fields of one row."""
        line = text.rstrip("\r\n")
        if '"' not in line:
            return line.split(self._delimiter)
        found, place = [], 0
        while match := self._field.match(line, place):
            quoted = match[1]
            found.append(match[0] if quoted is None else quoted.replace('""', '"'))
            place = match.end() + 1
            if match.end() >= len(line):
                break
        return found
