"""Commands from report to filed case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from commandcenter.domain.case import Source
from commandcenter.domain.commands.base import CaseCommand, Command, Picture
from commandcenter.domain.ids import new_id
from commandcenter.domain.limits import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCase(Command):
    """上报: take a report in; `case` is the new id; lon/lat WGS 84 degrees; times UTC."""

    case: str = field(default_factory=new_id)
    item: str
    source: Source
    words: str
    place: str
    lon: float | None = None
    lat: float | None = None
    grid: str | None = None
    source_number: str | None = None
    caller_name: str | None = None
    caller_phone: str | None = None
    reporter: str | None = None
    hotline_at: datetime | None = None
    pictures: tuple[Picture, ...] = ()
    drill: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCase(CaseCommand):
    """并案: the case goes into another one; a filed one keeps its number and counts as void."""

    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskVerification(CaseCommand):
    """核实: send somebody who did not report it to look."""

    verifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVerification(CaseCommand):
    """The verifier's answer."""

    found: bool
    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseCase(CaseCommand):
    """不予受理 with a coded reason; the reporter is told."""

    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfHandleCase(CaseCommand):
    """自处理: the grid member handled a minor matter; it is filed in the same commit."""

    words: str
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverCase(CaseCommand):
    """Hand the matter to 110, 119, 120 or 122: who was told, when (UTC)."""

    service: str
    told: str
    reject: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCase(CaseCommand):
    """立案: number issued, clock starts; the shift lead may set another level."""

    level: Level | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCase(CaseCommand):
    """更正 of item, place or level; limits are recomputed from the original start."""

    item: str | None = None
    level: Level | None = None
    place: str | None = None
    lon: float | None = None
    lat: float | None = None
    grid: str | None = None
