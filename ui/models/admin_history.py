"""The history of tables and accounts in words: who changed which line, from what to what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from typing import Any

from commandcenter.domain.journal import Entry
from commandcenter.domain.table_lines import ItemLine, UnitLine
from commandcenter.domain.tables import COMPLETE, STAYS, Table, Tables, columns, kinds, turned
from commandcenter.services.views import Reference
from ui.models.admin_plain import PlainRow
from ui.models.admin_words import heads, title, wording
from ui.words import say
from ui.words.story import story

SUBJECT = "tables"
VOID = "void:item:"
"""Before an item's code in the settings, where its being void stands."""
MOST_ASKS = 5
_SECRET = frozenset({"street", "id", "code", "version"})


def known_names(reference: Reference) -> Tables:
    """As much of the tables as words for codes need; an auditor has no more."""
    units = (UnitLine(id=one.id, name=one.name, short=one.short) for one in reference.units)
    items = (ItemLine(code=one.code, name=one.name) for one in reference.items)
    return Tables(seq=0, units=tuple(units), items=tuple(items))


def history_rows(
    entries: Iterable[Entry], names: Mapping[str, str], tables: Tables, zone: tzinfo
) -> list[PlainRow]:
    """A row for each line that was changed, and one for an entry that names none."""
    words = {table: wording(table, tables) for table in Table}
    rows = []
    for entry in entries:
        who = names.get(entry.who, entry.who)
        at = _time(entry.at, zone)
        told = [_line(delta, words) for delta in entry.rows]
        shown = [one for one in told if one is not None]
        if entry.subject != SUBJECT or not shown:
            text = story(entry, names)
            if entry.subject == SUBJECT:
                text += say("（姓名和电话不入日志）")
            shown = [("", "", text)]
        for at_row, (where, key, text) in enumerate(shown):
            rows.append(PlainRow(f"{entry.seq}/{at_row}", (at, who, where, key, text)))
    return rows


def _time(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")


def _line(delta: Any, words: Mapping[Table, Any]) -> tuple[str, str, str] | None:
    """Table, key and what became of the line."""
    name, key, cells = delta
    if name == "settings" and str(key).startswith(VOID):
        name, key, cells = "items", str(key).removeprefix(VOID), {"void": cells.get("value")}
    if name not in {one.value for one in Table}:
        return None
    table = Table(name)
    if table is Table.SCRIPTS:
        cells = _asks(cells)
    known = columns(table)
    titles = heads(table)
    pairs = {one: pair for one, pair in cells.items() if one in known and one not in _SECRET}
    pairs = {one: pair for one, pair in pairs.items() if pair is not None}
    if all(pair[1] is None for pair in pairs.values()):
        return title(table), str(key), say("删除")
    new = "id" in cells or "street" in cells
    texts = list(_cells(table, pairs, titles, words[table], new))
    text = say("；").join(texts)
    first = say("改自默认：{cells}") if _ours(table, str(key)) else say("新增：{cells}")
    return title(table), str(key), first.format(cells=text) if new else text


def _ours(table: Table, key: str) -> bool:
    """Whether the line stood there before its row: our defaults have no rows."""
    return table in COMPLETE or key in STAYS.get(table, ())


def _asks(cells: Mapping[str, Any]) -> dict[str, Any]:
    """A script's row with a pair for each question in place of the stored list."""
    lists = [json.loads(one) if one else [] for one in cells.get("lines") or (None, None)]
    old, new = ([*one, *[None] * (MOST_ASKS - len(one))] for one in lists)
    pairs = {f"ask_{at}": pair for at, pair in enumerate(zip(old, new, strict=True), 1)}
    return {**{name: one for name, one in cells.items() if name != "lines"}, **pairs}


def _cells(
    table: Table,
    pairs: Mapping[str, Any],
    titles: Mapping[str, str],
    words: Mapping[str, Any],
    new: bool,
) -> Iterator[str]:
    """What each cell became; of a new line only what it says."""
    for name, pair in pairs.items():
        before, after = (_value(table, name, one, words) for one in pair)
        if new and after:
            yield f"{titles[name]} {after}"
        elif before != after:
            yield f"{titles[name]} {before or say('（空）')} → {after or say('（空）')}"


def _value(table: Table, name: str, stored: Any, words: Mapping[str, Any]) -> str:
    """A stored value as the cell of the table shows it."""
    if stored is None:
        return ""
    text = str(int(stored)) if isinstance(stored, bool) else str(stored)
    if kinds(table)[name] not in (str, bool) and text.startswith("["):
        text = "、".join(json.loads(text))
    return turned(table, name, text, words.get(name, {}))
