"""Commands on sub-dockets."""

from __future__ import annotations

from dataclasses import dataclass, field

from commandcenter.domain.commands.base import CaseCommand
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.ids import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDocket(CaseCommand):
    """立子卷: seizure and the like; `goods` is the list given on the spot."""

    kind: DocketKind
    decision: str
    goods: str = ""
    recorder: str | None = None
    docket: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketCommand(CaseCommand):
    """A command on one sub-docket."""

    docket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocket(DocketCommand):
    """The coercion was reported to the leader (强制法 19)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtendDocket(DocketCommand):
    """The one extension the law gives."""

    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDocket(DocketCommand):
    """The docket's end: outcome code (released, confiscated, decided, transferred)."""

    outcome: str
