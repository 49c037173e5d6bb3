"""From what was read to what Enter will do: one deed, or one sentence that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from commandcenter.domain.commands import Command, HoldConsultation
from commandcenter.domain.roles import DESK_ROLES
from commandcenter.services.emergency_views import Mode
from commandcenter.services.views import AskCandidates, AskCase, CaseView
from ui import words as w
from ui.actions import Action, Field, FieldKind, Room
from ui.actions.fields import Option, said
from ui.line import recording, telling
from ui.line.behalf import Fault
from ui.line.evidence import Shot
from ui.line.filling import Filling
from ui.line.grammar import Reading
from ui.line.match import best
from ui.line.reporting import LABELS as REPORTED
from ui.line.reporting import Report, Reporting
from ui.line.sending import Dispatching, Sending
from ui.line.sources import Sources, is_passing, looked_for
from ui.line.telling import say
from ui.panels.dispatch_staff import Staff

OPENED = frozenset({"joint", "meeting"})
"""Panels whose forms the line only opens."""


class Place(Protocol):
    """What the line stands in: who sits here, what is selected, what can be looked up."""

    sources: Sources
    staff: Staff

    @property
    def selected(self) -> str:
        """Id of the selected case."""

    @property
    def part(self) -> str:
        """Id of what is picked within it."""

    def room(self) -> Room:
        """The street at this moment."""

    @property
    def mode(self) -> Mode:
        """How the street works now."""

    def unsent(self) -> int:
        """How many actions wait unsent at this seat."""

    def written(self) -> bool:
        """Whether a report up that a hand has changed stands in its panel."""

    def sitters(self) -> list[Option]:
        """Who may sit down here."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What Enter does: `command`, or `call` with what it is about; `said` tells it in one line.

    `shots` are pictures that are kept first; the command then names them.
    `tone` is text (may go), dim (something is still looked up), warning (something is missing) or
    danger. `lost` is whether what it takes met nobody to answer it: no Enter waits for that. `form`
    names the action, case and draft with which Tab and Ctrl+Enter open its form.
    """

    said: str = ""
    tone: str = "dim"
    waits: bool = False
    lost: bool = False
    command: Command | None = None
    shots: tuple[Shot, ...] = ()
    call: str = ""
    about: str = ""
    form: tuple[str, str, Mapping[str, Any]] | None = None
    filling: Filling | None = None
    missing: tuple[Field, ...] = ()
    sending: Dispatching | None = None
    reporting: Reporting | None = None
    wants: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    view: CaseView | None = field(default=None, repr=False)

    @property
    def ready(self) -> bool:
        """Whether Enter does it."""
        return self.tone == "text" and not self.waits


WAITING = Meaning(waits=True)


def unread(question: object, place: Place, text: str = "", **more: Any) -> Meaning:
    """What a question says that has no answer yet: on its way, lost with the link, or in vain."""
    said = place.sources.refusal(question)
    if said is not None and is_passing(said):
        return Meaning(telling.lost(said), "danger", lost=True, **more)
    if place.sources.failed(question):
        return Meaning(text or say("现在查不到"), "danger", **more)
    return WAITING


def mean(reading: Reading, place: Place) -> Meaning:
    """What a line means here and now."""
    if reading.blank:
        return Meaning()
    if reading.fault == "no_case":
        looked = looked_for(reading.about)
        if place.sources.elsewhere(reading.about) or place.sources.failed(looked):
            return unread(looked, place)
    if reading.fault:
        return Meaning(telling.of_reading(reading), "danger")
    verb = reading.verb
    if verb is None:
        return Meaning(say("选中这件案卷"), "text", call="pick", about=reading.case)
    if verb.deed is not None:
        return verb.deed.mean(reading, place)
    if verb.takes:
        return _own(verb.takes, reading, place)
    if verb.action is None:
        fault = Meaning(telling.of_fault(Fault("unknown", _first(reading))), "danger")
        return fault if _first(reading) else Meaning(verb.tells, "text", call="verb", about="")
    if not verb.action.on_case:
        return _report(verb.action, reading, place)
    return _on_case(verb.action, reading, place)


def _first(reading: Reading) -> str:
    return reading.rest[0].text if reading.rest else reading.typed.tail or ""


def _own(takes: str, reading: Reading, place: Place) -> Meaning:
    """What only the line has: look at a case, go to a panel, sit down."""
    lexicon = place.sources.lexicon
    if takes == "case":
        if not reading.case:
            return Meaning(telling.missing([say("案号")]), "warning")
        return Meaning(say("选中这件案卷"), "text", call="pick", about=reading.case)
    typed = " ".join(one.text for one in reading.rest)
    if takes == "panel":
        panels = lexicon.find(typed, "panel")
        found = best((how, (one.key, one.label)) for how, one in panels)[1]
        name, text = say("面板"), say("转到：{name}")
    else:
        ranked = ((lexicon.rank(typed, key, label), (key, label)) for key, label in place.sitters())
        found = best(ranked)[1]
        name, text = say("姓名"), say("换 {name} 就座")
    if not typed:
        return Meaning(telling.missing([name]), "warning")
    if len(found) != 1:
        code = "ambiguous" if found else "value"
        return Meaning(telling.of_fault(Fault(code, typed, name, tuple(found))), "danger")
    key, label = found[0]
    return Meaning(text.format(name=label), "text", call=takes, about=key)


def _on_case(action: Action, reading: Reading, place: Place) -> Meaning:
    case = reading.case or place.selected
    if not case:
        return Meaning(say("先选一件案卷，或写它的末几位"), "warning")
    view = place.sources.view(case)
    if view is None:
        return unread(AskCase(case=case), place, say("这件案卷现在看不到"))
    room = place.room()
    why = action.why_not(view, room.roles) or action.empty(view, room)
    if why is not None:
        text = telling.why_not(action, view, why, place.staff.names)
        return Meaning(text, "danger", view=view)
    if action.panel == "dispatch":
        return _dispatch(action, view, reading, place)
    if action.panel == "meeting" and recording.is_record(reading):
        return _record(action, view, reading, place, room)
    if action.panel in OPENED:
        form: tuple[str, str, Mapping[str, Any]] = (action.name, case, {})
        text = say("打开{action}的表单").format(action=action.label)
        return Meaning(text, "text", call="form", form=form, view=view)
    return _fill(action, view, reading, place, room)


def _fill(action: Action, view: CaseView, reading: Reading, place: Place, room: Room) -> Meaning:
    """An action with a form of fields."""
    part = place.part if view.case.id == place.selected else ""
    filling = Filling(action, view, room, place.sources.lexicon, part)
    into = reading.into[0].id if len(reading.into) == 1 else ""
    filled = filling.fill(reading.rest, reading.typed, into)
    form = (action.name, view.case.id, draft_of(action, filled.given, filled.behalf))
    more: dict[str, Any] = {"form": form, "filling": filling, "view": view}
    more |= {"missing": filled.missing, "faults": filled.faults}
    if filled.faults:
        return Meaning(telling.of_fault(filled.faults[0]), "danger", **more)

    def offered(one: Field) -> list[Option]:
        named = reading.into if one.kind is FieldKind.CASE else ()
        return [(o.id, w.short_number(o.number) or o.place) for o in named] or filling.options(one)

    told = telling.of_filled(action, view, filled, room, offered)
    if filled.missing:
        lacks = telling.missing(said(one.text) for one in filled.missing)
        return Meaning(telling.joined((lacks, told)), "warning", **more)
    long = [o for o in action.fields if len(str(filled.values.get(o.name, ""))) > o.most]
    if long:
        text = say("“{name}”写得太长").format(name=said(long[0].text))
        return Meaning(text, "danger", **more)
    shots = tuple(
        shot
        for one in action.fields
        if one.kind is FieldKind.PICTURES
        for shot in filled.values.get(one.name, ())
    )
    command = action.make(view, _without_pictures(action, filled.values))
    return Meaning(told, "text", command=command, shots=shots, **more)


def _record(action: Action, view: CaseView, reading: Reading, place: Place, room: Room) -> Meaning:
    """A consultation with its tasks."""
    left, tasks = recording.tasks(reading, room)
    filled = _fill(recording.recorded(action), view, left, place, room)
    if wrong := recording.fault(tasks):
        return replace(filled, said=wrong, tone="danger", command=None)
    said = telling.joined((filled.said, recording.told(tasks, room)))
    command = filled.command
    if isinstance(command, HoldConsultation):
        command = recording.with_tasks(command, tasks)
    return replace(filled, said=said, command=command)


def _without_pictures(action: Action, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values without pictures, which are named once they are kept."""
    pictures = {one.name for one in action.fields if one.kind is FieldKind.PICTURES}
    return {name: value for name, value in values.items() if name not in pictures}


def draft_of(action: Action, given: Mapping[str, Any], behalf: str) -> dict[str, Any]:
    """What was said, as the form takes back a draft."""
    kept: dict[str, Any] = {}
    for one in action.fields:
        value = given.get(one.name)
        if value is None or one.kind in (FieldKind.CASE, FieldKind.PICTURES):
            continue
        if one.kind is FieldKind.MANY:
            value = list(value)
        kept[one.name] = value.isoformat() if hasattr(value, "isoformat") else value
    return kept


def _dispatch(action: Action, view: CaseView, reading: Reading, place: Place) -> Meaning:
    """The recommendation, what the words change of it, and the law."""
    candidates = place.sources.candidates(view)
    if candidates is None:
        asked = AskCandidates(case=view.case.id)
        return unread(asked, place, say("现在查不到可派的队伍"), view=view)
    sending = Dispatching(view.case, candidates, place.staff, place.sources.lexicon)
    plan = sending.plan(reading.rest, reading.typed)
    form = (action.name, view.case.id, _dispatch_draft(plan))
    more: dict[str, Any] = {"form": form, "sending": sending, "view": view}
    if plan.faults:
        fault = plan.faults[0]
        return Meaning(telling.of_fault(fault), "danger", faults=tuple(plan.faults), **more)
    if plan.unit is None:
        return Meaning(telling.missing([say("主办单位")]), "warning", wants=("unit",), **more)
    answer = place.sources.law(plan.question(view.case.id))
    if answer is None:
        asked = plan.question(view.case.id)
        none = unread(asked, place, say("现在查不到可派的队伍"), **more)
        sent = Meaning(_sent(action, view, plan, place), "dim", waits=True, **more)
        return sent if none.waits else none
    names = place.staff.names
    if blocks := plan.blocks(answer):
        text = say("法律不允许：{rule}").format(rule=w.finding(blocks[0], names))
        return Meaning(text, "danger", **more)
    told = _sent(action, view, plan, place)
    lacks, wants = [], []
    if plan.wants_why:
        best_ = names.get(plan.first or "", plan.first or "")
        lacks.append(say("不派推荐的 {team} 的理由").format(team=best_))
        wants.append("overrule")
    for one in plan.unanswered(answer):
        lacks.append(say("“：”后的理由（{rule}）").format(rule=w.finding(one, names)))
    if lacks:
        text = telling.joined((telling.missing(lacks), told))
        return Meaning(text, "warning", wants=tuple(wants), **more)
    return Meaning(told, "text", command=plan.command(view.case, answer), **more)


def _sent(action: Action, view: CaseView, plan: Sending, place: Place) -> str:
    """派遣 000231 · 安监中队 · 安监中队巡查组 · 执法查处 · 欧阳世昌、张娜 · 知会 派出所"""
    names = place.staff.names
    parts = [f"{action.label} {w.short_number(view.case.number)}"]
    parts += [names.get(one, one) for one in (plan.unit, plan.team) if one]
    parts += [w.word(plan.kind), w.listed(names.get(one, one) for one in plan.officers)]
    for mark, text in (("co", say("协办 {units}")), ("notify", say("知会 {units}"))):
        units = [names.get(one, one) for one, kind in plan.marks.items() if kind == mark]
        parts.append(text.format(units=w.listed(units)) if units else "")
    return telling.joined(parts)


def _dispatch_draft(plan: Sending) -> dict[str, Any]:
    overruled = [plan.overruled, plan.reason] if plan.overruled else []
    return {
        "lead": plan.unit or "",
        "kind": plan.kind.value,
        "team": plan.team or "",
        "officers": list(plan.officers),
        "others": plan.marks,
        "approver": [plan.approver or "", ""],
        "overruled": overruled,
        "reasons": {},
    }


def _report(action: Action, reading: Reading, place: Place) -> Meaning:
    """A new report; it wants the street's places first."""
    room = place.room()
    if not action.may(room.roles) and not room.roles & DESK_ROLES:
        return _of_role(action, place)
    places = place.sources.places()
    if places is None:
        return WAITING
    reporting = Reporting(place.sources.lexicon, places)
    report = reporting.read(reading.rest, reading.typed, room.now, place.sources.clock)
    form = (action.name, "", report.said)
    more: dict[str, Any] = {"form": form, "reporting": reporting}
    if report.faults:
        fault = report.faults[0]
        return Meaning(telling.of_fault(fault), "danger", faults=tuple(report.faults), **more)
    told = _reported(action, report, place)
    if report.missing or report.draft is None:
        lacks = telling.missing(say(REPORTED[one][0]) for one in report.missing)
        text = telling.joined((lacks, told))
        return Meaning(text, "warning", wants=report.missing, **more)
    if not action.may(room.roles) and report.draft.reporter is None:
        return _of_role(action, place, **more)  # the desk enters it for one of ours, or not at all
    command = report.command(room.now, place.sources.clock, room.roles)
    return Meaning(told, "text", command=command, **more)


def _of_role(action: Action, place: Place, **more: Any) -> Meaning:
    roles = {"roles": ",".join(sorted(action.by))}
    return Meaning(w.refusal("role", roles, place.staff.names), "danger", **more)


def _reported(action: Action, report: Report, place: Place) -> str:
    names, said_ = place.staff.names, report.said
    parts = [action.label, names.get(said_.get("item", ""), "")]
    parts += [said_.get("place", ""), report.place.name if report.place else ""]
    parts.append(said_.get("words", "")[: telling.SHOWN_TEXT])
    return telling.joined(parts)
