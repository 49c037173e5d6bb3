"""Frozen values to rows and back: one codec per type of field, found once per class.

Stored forms: datetime = microseconds since 1970 UTC, timedelta = microseconds, date = ISO text,
tuple = JSON text, bool = 0/1, enum = its text. A field that came later is `sparse`: its default is
stored as nothing, so that older rows and older journals say the same.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICRO = timedelta(microseconds=1)

SPARSE = "sparse"
T = TypeVar("T")
Codec = tuple[str, Callable[[Any], Any], Callable[[Any], Any]]


def micros(at: datetime) -> int:
    """Microseconds since 1970 UTC of an aware time."""
    return (at - EPOCH) // MICRO


def instant(value: int) -> datetime:
    """The aware UTC time of stored microseconds."""
    return EPOCH + timedelta(microseconds=value)


def _same(value: Any) -> Any:
    return value


def _tuple(inner: Any) -> Codec:
    if isinstance(inner, type) and issubclass(inner, Enum):
        return ("text", _dump, lambda text: tuple(inner(one) for one in json.loads(text)))
    return ("text", _dump, lambda text: tuple(json.loads(text)))


def _dump(value: Any) -> str:
    return json.dumps(list(value), ensure_ascii=False, separators=(",", ":"))


_PLAIN: dict[Any, Codec] = {
    str: ("text", _same, _same),
    int: ("integer", _same, _same),
    float: ("float", _same, _same),
    bool: ("integer", int, bool),
    datetime: ("integer", micros, instant),
    timedelta: ("integer", lambda span: span // MICRO, lambda one: timedelta(microseconds=one)),
    date: ("text", date.isoformat, date.fromisoformat),
}


def _codec(hint: Any) -> tuple[Codec, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        inner = [one for one in get_args(hint) if one is not type(None)]
        return _codec(inner[0])[0], True
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint)[0]), False
    if hint in _PLAIN:
        return _PLAIN[hint], False
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ("text", lambda value: value.value, hint), False
    raise TypeError(f"no stored form for {hint!r}")


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """How one field is stored."""

    name: str
    type: str
    nullable: bool
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]
    usual: Any = None


@cache
def columns(kind: type) -> tuple[Column, ...]:
    """The columns of a frozen dataclass, in the order of its fields."""
    hints = get_type_hints(kind)
    found = []
    for field in dataclasses.fields(kind):
        (name, encode, decode), nullable = _codec(hints[field.name])
        if field.metadata.get(SPARSE):
            thin = _thin(field.default, encode)
            found.append(Column(field.name, name, True, thin, decode, field.default))
        else:
            found.append(Column(field.name, name, nullable, encode, decode))
    return tuple(found)


def _thin(usual: Any, encode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda plain: None if plain == usual else encode(plain)


def encode(value: Any) -> dict[str, Any]:
    """A value's row in stored form."""
    row = {}
    kind: Any = type(value)
    for one in columns(kind):
        plain = getattr(value, one.name)
        row[one.name] = None if plain is None else one.encode(plain)
    return row


def decode(kind: type[T], row: Any) -> T:
    """The value of a row (anything that indexes by column name)."""
    values = {}
    key: Any = kind
    for one in columns(key):
        stored = row[one.name]
        values[one.name] = one.usual if stored is None else one.decode(stored)
    return kind(**values)


def changes(old: Any, new: Any) -> dict[str, list[Any]]:
    """Every column whose stored form differs between two values of a class: [old, new]."""
    kind: Any = type(new)
    found = {}
    for one in columns(kind):
        before, after = getattr(old, one.name), getattr(new, one.name)
        if before is after or before == after:
            continue
        pair = [None if plain is None else one.encode(plain) for plain in (before, after)]
        if pair[0] != pair[1]:
            found[one.name] = pair
    return found
