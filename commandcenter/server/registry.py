"""What may travel: every command and every question with its answer."""

from __future__ import annotations

from typing import Any

from commandcenter.domain import commands
from commandcenter.domain.commands import (
    CaseCommand,
    Command,
    DocketCommand,
    PartCommand,
    TaskCommand,
    WhistleCommand,
)
from commandcenter.domain.tables import Tables
from commandcenter.services import alarm_views as al
from commandcenter.services import callback_views as k
from commandcenter.services import chart_views as ch
from commandcenter.services import duty_views as d
from commandcenter.services import emergency_views as e
from commandcenter.services import handover_views as h
from commandcenter.services import joining_views as jo
from commandcenter.services import order_views as o
from commandcenter.services import relief_views as f
from commandcenter.services import replay_views as r
from commandcenter.services import review_views as w
from commandcenter.services import sending_views as sv
from commandcenter.services import tier_views as lv
from commandcenter.services import trying_views as ty
from commandcenter.services import views as v
from commandcenter.services import whistle_views as b
from commandcenter.services.desk import Receipt
from commandcenter.services.wire import codec, wrong

PROTOCOL = 3
"""Raised with every change that an older seat would misread."""

_BASES = (Command, CaseCommand, DocketCommand, TaskCommand, WhistleCommand, PartCommand)

COMMANDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (getattr(commands, name) for name in commands.__all__)
    if issubclass(kind, Command) and kind not in _BASES
}

ANSWERED: dict[type[Any], Any] = {
    v.AskBeside: v.Beside,
    v.AskBoard: v.Board,
    v.AskCandidates: v.CandidatesView,
    v.AskCase: v.CaseView,
    v.AskFind: v.Found,
    v.AskPicture: bytes,
    v.AskPlace: v.PlaceFacts,
    v.AskReference: v.Reference,
    v.AskReveals: v.Reveals,
    v.AskRules: v.RulesView,
    v.AskTables: Tables,
    v.AskAccounts: v.Accounts,
    v.AskTableHistory: v.TableHistory,
    d.AskDutyMonth: d.DutyMonth,
    d.AskOnDuty: d.OnDuty,
    e.AskMode: e.Mode,
    e.AskEmergencies: e.Emergencies,
    e.AskEmergency: e.EmergencyView,
    e.AskReportDraft: e.ReportDraft,
    e.AskSwitchPreview: e.SwitchPreview,
    f.AskEvacuation: f.Evacuation,
    f.AskReliefMap: f.ReliefMap,
    h.AskHandover: h.HandoverView,
    h.AskHandovers: h.Handovers,
    h.AskNotices: h.Notices,
    h.AskPromises: h.Promises,
    r.AskReel: r.Reel,
    r.AskBeats: r.Beats,
    w.AskPlan: w.PlanVersions,
    w.AskReview: w.Review,
    b.AskWhistles: b.Whistles,
    sv.AskAssignment: sv.Assignment,
    sv.AskOverrules: sv.Overrules,
    sv.AskTrial: sv.Trial,
    jo.AskJoint: jo.JointCheck,
    al.AskAcks: al.Acks,
    k.AskCallbacks: k.Callbacks,
    o.AskOrders: o.Orders,
    lv.AskTiers: lv.Tiers,
    ty.AskWhether: ty.Whether,
    ch.AskCharts: ch.Charts,
}
"""Every question with the type of its answer."""

QUERIES: dict[str, type[Any]] = {kind.__name__: kind for kind in ANSWERED}
TOLD: dict[str, type[Any]] = {"Receipt": Receipt, "Changes": v.Changes}


def write(value: Any) -> dict[str, Any]:
    """A value of a registered type with its name."""
    name = type(value).__name__
    kind = COMMANDS.get(name) or QUERIES.get(name) or TOLD.get(name)
    if kind is not type(value):
        raise wrong("type", name)
    return {"type": name, "value": codec(kind)[0](value)}


def read(data: Any, known: dict[str, type[Any]]) -> Any:
    """The value of one of the known types; Refusal('wire') for every other."""
    if type(data) is not dict or data.keys() != {"type", "value"}:
        raise wrong("object", "type, value")
    name = data["type"]
    kind = known.get(name) if type(name) is str else None
    if kind is None:
        raise wrong("type", name)
    return codec(kind)[1](data["value"])
