"""What a rule said no to: which rule it is and what the person can do instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from ui.words.names import WORDS, article, code, listed, lookup, named, say, word
from ui.words.reasons import reason
from ui.words.refusal_texts import FINDINGS, REFUSALS
from ui.words.table_texts import COLUMNS
from ui.words.times import limit_text, stamp

_ENUM_FIELDS = {
    "state": "CaseState",
    "to": "CaseState",
    "level": "Level",
    "kind": "TaskKind",
    "status": "TeamStatus",
    "role": "Role",
    "stage": "Stage",
    "channel": "Channel",
    "tier": "Tier",
    "was": "Tier",
}
_ALSO = {
    "kind": ("RequestKind", "DocketKind"),
    "level": ("Response",),
    "state": ("SwitchState", "Moved"),
}
"""What a field of that name may hold besides."""
_NAMED = frozenset(
    (
        *("person", "who", "verifier", "checker", "leader", "by", "holder", "people"),
        *(
            "officer",
            "officers",
            "unit",
            "units",
            "proposed_unit",
            "lead_unit",
            "co_units",
            "lead",
            "co",
        ),
        *("lead", "co", "team", "item", "grid", "community", "roles", "crew"),
    )
)
_BY_NAME = {kind.__name__: kind for kind in WORDS}
_PART = re.compile(r"\[([^\[\]]*)\]")
_BLANK = re.compile(r"\{(\w+)\}")


def refusal(
    rule: str, values: Mapping[str, object] | None = None, names: Mapping[str, str] | None = None
) -> str:
    """The sentence of a Refusal, or of a Move's why; `names` gives names by id (names_of).

    Never raises: an unknown code gives a sentence that carries it, so that it can be told.
    """
    template = REFUSALS.get(rule)
    law = FINDINGS.get(rule.removeprefix("law_")) if rule.startswith("law_") else None
    if template is None and law is not None:
        said = (fill(part, values or {}, names or {}) for part in ("[{article}：]", law, "。"))
        return "".join(said)
    if template is None:
        return say("规则不允许这一步（代码 {code}），请把代码告知管理员。").format(code=rule)
    return fill(template, values or {}, names or {})


def fill(template: str, values: Mapping[str, object], names: Mapping[str, str]) -> str:
    """A template with its {fields} replaced by words; [..] goes when a field in it is missing.

    A missing value outside of brackets shows as —.
    """
    said = _PART.sub(lambda part: _kept(part[1], values), say(template))
    return _BLANK.sub(lambda found: value_text(found[1], values.get(found[1]), names), said)


def _kept(part: str, values: Mapping[str, object]) -> str:
    fields = [found[1] for found in _BLANK.finditer(part)]
    return "" if any(values.get(field) in (None, "") for field in fields) else part


def value_text(field: str, value: object, names: Mapping[str, str]) -> str:
    """One value of a Refusal, Finding or Entry as a person reads it, by the field's name."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return say("是") if value else say("否")
    if isinstance(value, StrEnum) and type(value) in WORDS:
        return word(value)
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    return _by_field(field, value, names)


def _by_field(field: str, value: object, names: Mapping[str, str]) -> str:
    if field in _NAMED:
        return _roles_or_names(field, value, names)
    if field in _ENUM_FIELDS and isinstance(value, str):
        return _enum_text(field, value)
    if field == "limit":
        return limit_text(str(value))
    if field == "reason":
        return reason(value)
    if field == "article":
        return article(str(value))
    if field == "cell":
        return say(COLUMNS.get(str(value), str(value)))
    if field == "fault":
        return fill(REFUSALS.get(str(value), str(value)), {}, names)
    if field == "what":
        return listed(code("owed", one) for one in str(value).split(","))
    if isinstance(value, list | tuple | set | frozenset):
        return listed(value_text("", one, names) for one in value)
    return _moment(str(value))


def _roles_or_names(field: str, value: object, names: Mapping[str, str]) -> str:
    if field != "roles":
        return named(value, names)
    many = value.split(",") if isinstance(value, str) else value
    assert isinstance(many, list | tuple | set | frozenset)
    return listed(sorted(lookup(_BY_NAME["Role"], str(one)) for one in many))


def _enum_text(field: str, value: str) -> str:
    kinds = [_ENUM_FIELDS[field], *_ALSO.get(field, ())]
    for kind in kinds:
        if value in WORDS[_BY_NAME[kind]]:
            return lookup(_BY_NAME[kind], value)
    return lookup(_BY_NAME["TaskState"], value)


def _moment(text: str) -> str:
    if not re.match(r"\d{4}-\d\d-\d\dT", text):
        return text
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return stamp(at) if at.utcoffset() is not None else text
