"""Frozen values to JSON and back by their type hints: strict, bounded, the same on both ends.

Forms: datetime = ISO text in UTC, date = ISO text, timedelta = microseconds, enum = its value,
bytes = base64, tuple = list, dataclass = object of its fields (a field without value is left out),
a refusal = its code and values, of which times, days, spans and enums keep what they are.
A value of a registered type travels as {"type": its name, "value": ...}. What is not said by a
type hint is refused: Refusal('wire', why, at).
"""

from __future__ import annotations

import base64
import dataclasses
import json
import math
import types
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from commandcenter.domain.refusal import Refusal

MOST_TEXT = 200_000
MOST_ITEMS = 200_000
MOST_DEPTH = 12
MOST_WHOLE = 1 << 63
_MICRO = timedelta(microseconds=1)
_PLAIN = (str, int, float, bool, type(None))

Turn = Callable[[Any], Any]


def wrong(why: str, at: object = "") -> Refusal:
    """What is raised for anything that does not fit."""
    return Refusal("wire", why=why, at=str(at)[:40])


# ---- text -----------------------------------------------------------------------------------


def dumps(data: Any) -> bytes:
    """Compact UTF-8 JSON; Refusal('wire') for what JSON cannot say."""
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode()
    except (TypeError, ValueError, RecursionError) as fault:
        raise wrong("json", type(fault).__name__) from None


def loads(raw: bytes | str, strict: bool = True) -> Any:
    """JSON; Refusal('wire') for NaN, too deep, not UTF-8, and, if strict, for a doubled name.

    A request is read strictly. A seat reads its server's long answers faster without.
    """
    try:
        if not strict:
            return json.loads(raw, parse_constant=_no_constant)
        return json.loads(raw, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise wrong("json", type(fault).__name__) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise wrong("doubled")
    return found


def _no_constant(name: str) -> Any:
    raise wrong("number", name)


# ---- single values ----------------------------------------------------------------------------


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > MOST_TEXT:
        raise wrong("text", type(value).__name__)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise wrong("text", "surrogate") from None
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or not -MOST_WHOLE <= value < MOST_WHOLE:
        raise wrong("whole", type(value).__name__)
    return value


def _number(value: Any) -> float:
    if type(value) is int and abs(value) < MOST_WHOLE:
        return float(value)
    if type(value) is not float or not math.isfinite(value):
        raise wrong("number", type(value).__name__)
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise wrong("truth", type(value).__name__)
    return value


def _from_time(value: Any) -> str:
    if value.tzinfo is UTC:
        return str(value.isoformat())
    if value.utcoffset() is None:
        raise Refusal("bad_time")
    return str(value.astimezone(UTC).isoformat())


def _to_time(value: Any) -> datetime:
    try:
        found = datetime.fromisoformat(_text(value))
    except ValueError:
        raise wrong("time", value) from None
    if found.utcoffset() != timedelta(0):
        raise wrong("time", value)
    return found.replace(tzinfo=UTC)


def _to_day(value: Any) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise wrong("day", value) from None


def _to_span(value: Any) -> timedelta:
    try:
        return timedelta(microseconds=_whole(value))
    except OverflowError:
        raise wrong("span", value) from None


def _to_bytes(value: Any) -> bytes:
    try:
        return base64.b64decode(_text(value), validate=True)
    except ValueError:
        raise wrong("bytes") from None


def _as_is(value: Any) -> Any:
    return value


def _json(value: Any, depth: int = MOST_DEPTH) -> Any:
    """Any JSON, bounded: what a journal entry holds."""
    if depth == 0:
        raise wrong("deep")
    kind = type(value)
    if kind is str:
        return _text(value)
    if kind is int:
        return _whole(value)
    if kind is float:
        return _number(value)
    if kind in (list, tuple):
        _few(value)
        return [_json(one, depth - 1) for one in value]
    if kind is dict:
        _few(value)
        return {_text(key): _json(one, depth - 1) for key, one in value.items()}
    if kind in _PLAIN:
        return value
    if isinstance(value, Enum):
        return _json(value.value, depth)
    raise wrong("json", kind.__name__)


def _few(value: Any) -> None:
    if len(value) > MOST_ITEMS:
        raise wrong("long", len(value))


_BOTH: dict[Any, tuple[Turn, Turn]] = {
    str: (_text, _text),
    int: (_whole, _whole),
    float: (_number, _number),
    bool: (_truth, _truth),
    datetime: (_from_time, _to_time),
    date: (date.isoformat, _to_day),
    timedelta: (lambda span: span // _MICRO, _to_span),
    bytes: (lambda raw: base64.b64encode(raw).decode(), _to_bytes),
    Any: (_json, _json),
}


# ---- types ------------------------------------------------------------------------------------


def codec(hint: Any) -> tuple[Turn, Turn]:
    """How a value of the hint is written and read; TypeError for a hint without a form."""
    found = _BOTH.get(hint)
    if found is None:
        found = _BOTH[hint] = _codec(hint)
    return found


def _codec(hint: Any) -> tuple[Turn, Turn]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _maybe(inner)
    if origin is tuple:
        return _tuple(inner)
    if origin in (dict, Mapping) or origin is types.MappingProxyType:
        return _mapping(*inner)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    if dataclasses.is_dataclass(hint):
        return _fields(hint)
    raise TypeError(f"no form on the wire for {hint!r}")


def _maybe(inner: tuple[Any, ...]) -> tuple[Turn, Turn]:
    kinds = [one for one in inner if one is not type(None)]
    if len(kinds) != 1 or len(inner) != 2:
        raise TypeError(f"no form on the wire for a union of {inner!r}")
    write, read = codec(kinds[0])
    return (
        lambda value: None if value is None else write(value),
        lambda value: None if value is None else read(value),
    )


def _tuple(inner: tuple[Any, ...]) -> tuple[Turn, Turn]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        write, read = codec(inner[0])

        def read_all(value: Any) -> tuple[Any, ...]:
            if type(value) is not list:
                raise wrong("list", type(value).__name__)
            _few(value)
            return tuple([read(one) for one in value])

        return (lambda value: [write(one) for one in value], read_all)
    both = [codec(one) for one in inner]

    def read_each(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(both):
            raise wrong("list", type(value).__name__)
        return tuple([one[1](part) for one, part in zip(both, value, strict=True)])

    return (lambda v: [one[0](p) for one, p in zip(both, v, strict=True)], read_each)


def _mapping(key: Any, inner: Any) -> tuple[Turn, Turn]:
    if key is not str:
        raise TypeError("names of a mapping are text")
    write, read = codec(inner)

    def read_all(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise wrong("object", type(value).__name__)
        _few(value)
        return {_text(name): read(one) for name, one in value.items()}

    return (lambda value: {name: write(one) for name, one in value.items()}, read_all)


def _enum(kind: type[Enum]) -> tuple[Turn, Turn]:
    known = {one.value: one for one in kind}

    def read(value: Any) -> Enum:
        if type(value) is not str or value not in known:
            raise wrong("code", value)
        return known[value]

    return (lambda value: read(str(value)).value, read)


def _fields(kind: Any) -> tuple[Turn, Turn]:
    hints = get_type_hints(kind)
    both = [(one.name, *codec(hints[one.name])) for one in dataclasses.fields(kind)]
    reads = {name: read for name, _, read in both}
    optional = [one.name for one in dataclasses.fields(kind) if _empty(one, hints[one.name])]

    def write(value: Any) -> dict[str, Any]:
        if type(value) is not kind:
            raise wrong("type", type(value).__name__)
        found = {}
        for name, turn, _ in both:
            plain = getattr(value, name)
            if plain is not None:
                found[name] = turn(plain)
        return found

    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise wrong("object", kind.__name__)
        given: dict[str, Any] = dict.fromkeys(optional)
        for name, part in value.items():
            turn = reads.get(name)
            if turn is None:
                raise wrong("field", name)
            given[name] = turn(part)
        try:
            return kind(**given)
        except (TypeError, ValueError) as fault:
            raise wrong("fields", fault) from None

    return write, read


def _empty(field: dataclasses.Field[Any], hint: Any) -> bool:
    """Whether a field that is left out has no value, rather than its default."""
    return type(None) in get_args(hint)


# ---- refusals -----------------------------------------------------------------------------------

_ENUMS: dict[str, type[Enum]] = {}


def _learn(kind: type[Enum]) -> None:
    for one in kind.__subclasses__():
        if one.__module__.startswith("commandcenter."):
            _ENUMS[one.__name__] = one
        _learn(one)


def write_refusal(refusal: Refusal) -> dict[str, Any]:
    """Code and values."""
    return {"code": refusal.code, "values": {k: _loose(one) for k, one in refusal.values.items()}}


def read_refusal(data: Any) -> Refusal:
    """The refusal that the other end raised."""
    if type(data) is not dict or data.keys() != {"code", "values"}:
        raise wrong("object", "refusal")
    code, values = codec(str)[1](data["code"]), codec(dict[str, Any])[1](data["values"])
    return Refusal(code, **{name: _tight(one) for name, one in values.items()})


def _loose(value: Any) -> Any:
    if isinstance(value, Enum):
        return {"enum": type(value).__name__, "value": value.value}
    if isinstance(value, datetime):
        return {"time": codec(datetime)[0](value)}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, timedelta):
        return {"span": codec(timedelta)[0](value)}
    if isinstance(value, list | tuple | set | frozenset):
        return [_loose(one) for one in value]
    return value if type(value) in (str, int, float, bool, type(None)) else str(value)


def _tight(value: Any) -> Any:
    if type(value) is list:
        return tuple(_tight(one) for one in value)
    if type(value) is not dict:
        return value
    if "enum" in value:
        _learn(Enum)
        kind = _ENUMS.get(str(value["enum"]))
        return value.get("value") if kind is None else codec(kind)[1](value.get("value"))
    for name, hint in (("time", datetime), ("day", date), ("span", timedelta)):
        if name in value:
            return codec(hint)[1](value[name])
    raise wrong("refusal")


_BOTH[Refusal] = (write_refusal, read_refusal)
