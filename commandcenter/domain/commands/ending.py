"""Commands from check to close, and notes."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.commands.base import CaseCommand, Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class SendToCheck(CaseCommand):
    """核查: checker is neither handler nor collector."""

    checker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCheck(CaseCommand):
    """The checker's verdict."""

    passed: bool
    words: str = ""
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase(CaseCommand):
    """结案 after a passed check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCallback(CaseCommand):
    """回访: outcome is satisfied, basically, unsatisfied or not_reached."""

    outcome: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainClose(CaseCommand):
    """Explained close: shift lead and duty leader, legal basis, evidence."""

    leader: str
    basis: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidCase(CaseCommand):
    """作废 with a coded reason; never after enforcement began."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenCase(CaseCommand):
    """复开 on new facts within 30 days."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(CaseCommand):
    """备注, attach; text and pictures live apart from the journal."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoCase(CaseCommand):
    """Take back one's own dispatch or merge within 10 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecuseOfficer(CaseCommand):
    """回避 (行政处罚法 43): the officer may not work this case."""

    officer: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeAlarm(CaseCommand):
    """An alarm of the case was seen; `alarm` is its code, for example "case_red"."""

    alarm: str
