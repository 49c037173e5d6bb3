"""Deeds without a case that the line does: levels, calls, reports up, evacuation, handover."""

from __future__ import annotations

from collections.abc import Callable

from ui.line.deeds.base import Deed
from ui.line.deeds.calls import Call, Reply
from ui.line.deeds.evacuation import Evacuate
from ui.line.deeds.handover import Addendum, Confirm, Drop, Freeze, Question, Sign, TakeOver
from ui.line.deeds.levels import ConfirmLevel, ProposeLevel, RefuseLevel
from ui.line.deeds.reports import Nil, Report
from ui.line.verbs import Verb

DEEDS: tuple[Deed, ...] = (
    ProposeLevel(),
    ConfirmLevel(),
    RefuseLevel(),
    Call(),
    Reply(),
    Report(),
    Nil(),
    Evacuate(),
    Freeze(),
    TakeOver(),
    Confirm(),
    Question(),
    Sign(),
    Drop(),
    Addendum(),
)


def deed_verbs(english: Callable[[str], str]) -> list[Verb]:
    """A verb for each deed; `english` gives a label's English."""
    return [
        Verb(
            name=deed.name,
            label=deed.label,
            names=tuple(dict.fromkeys((deed.label, deed.text, english(deed.text)))),
            tells=deed.sentence,
            short=deed.short,
            deed=deed,
        )
        for deed in DEEDS
    ]


__all__ = ["DEEDS", "Deed", "deed_verbs"]
