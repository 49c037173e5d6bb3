"""The handover by the line: frozen, taken over case by case, dropped, corrected; never signed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from commandcenter.domain.commands import (
    AcknowledgeItem,
    AddAddendum,
    DropHandover,
    FreezeHandover,
)
from commandcenter.domain.handover import Handover
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.handover_views import (
    AskHandover,
    AskHandovers,
    Handovers,
    HandoverView,
)
from ui import words as w
from ui.actions import Room
from ui.actions.fields import choice, words
from ui.actions.options import reasons
from ui.line import telling
from ui.line.behalf import Fault
from ui.line.deeds.base import Deed, has_words
from ui.line.deeds.levels import LEADERS
from ui.line.grammar import Reading
from ui.line.meaning import Meaning, Place, unread
from ui.line.spoken import AT
from ui.line.telling import say
from ui.models.handover import ItemRow, rows_of
from ui.words import handing
from ui.words.rosters import shift_name

LEAD = frozenset({Role.SHIFT_LEAD})
CORRECTING = LEAD | {Role.DUTY_LEADER}
ROW_DIGITS = 3
"""So few digits are the number of a row; more are the last ones of a case."""
DAYS = 7
"""How far back the signed record is looked for that a correction is written to."""


def standing(place: Place) -> HandoverView | None:
    """The handover under way, else the draft; None while it is asked for."""
    found = place.sources.told("handover", AskHandover())
    return found if isinstance(found, HandoverView) else None


def _running(view: HandoverView | None) -> Handover | None:
    record = view.handover if view else None
    return record if record is not None and not record.signed else None


class OfHandover(Deed):
    """What wants the record that is frozen and not signed by both."""

    page, by = "handover", LEAD

    def stands(self, place: Place) -> str:
        view = standing(place)
        none = view is not None and _running(view) is None
        return say("没有冻结的交接：先由交班人冻结") if none else ""

    def read(self, reading: Reading, place: Place) -> Meaning:
        view = standing(place)
        record = _running(view)
        if view is None or record is None:
            return unread(AskHandover(), place)
        return self.on(view, record, reading, place)

    def on(self, view: HandoverView, record: Handover, reading: Reading, place: Place) -> Meaning:
        """What the words mean on that record."""
        raise NotImplementedError


class Freeze(Deed):
    """冻结: the snapshot, for whom the roster names unless somebody else is said."""

    name, page, by = "handover.freeze", "handover", LEAD
    text, tells = "冻结交接", "冻结交接草稿：接班人和带班领导按值班表，也可写明；“：”后是备注。"

    def stands(self, place: Place) -> str:
        running = _running(standing(place))
        return say("已有一份交接冻结，还没签完") if running else ""

    def read(self, reading: Reading, place: Place) -> Meaning:
        view = standing(place)
        if view is None:
            return unread(AskHandover(), place)
        room = place.room()
        people = sorted(room.people.values(), key=lambda one: one.id)
        leads = [(o.id, room.name(o.id)) for o in people if o.holds(LEAD) and o.id != room.who]
        duty = frozenset({Role.DUTY_LEADER})
        leaders = [(one.id, room.name(one.id)) for one in people if one.holds(duty)]
        known = {one for one, _ in (*leads, *leaders)}
        incoming, leader = view.parts.incoming, view.parts.leader
        fields = (
            choice(
                "incoming", "接班人", lambda v, r: leads, initial=_known(incoming, known), lone=True
            ),
            replace(
                choice("leader", "带班领导", lambda v, r: leaders, initial=_known(leader, known)),
                needed=False,
            ),
            words(text="备注"),
        )
        taken = self.take(fields, reading, place)
        if isinstance(taken, Meaning):
            return taken
        values = taken.values
        command = FreezeHandover(
            incoming=str(values["incoming"]),
            leader=str(values["leader"]) or None,
            remarks=str(values["words"]).strip(),
            queued=place.unsent(),
        )
        many = say("案卷 {n} 件").format(n=len(view.parts.items))
        return taken.ready(taken.told(self.label, many), command)


class Secret(OfHandover):
    """What may be followed by a password out of habit: such a line is not kept, nor said again."""

    secret = True

    def keeps(self, reading: Reading) -> bool:
        return not has_words(reading)


class TakeOver(Secret):
    """接班: the incoming person sits down here, with the password where the server wants one."""

    name, by = "handover.take", DESK_ROLES | LEADERS
    text, tells = "接班", "请接班人在本席就座；连着服务器时在席位面板里输密码。"

    def on(self, view: HandoverView, record: Handover, reading: Reading, place: Place) -> Meaning:
        if has_words(reading):
            text = say("接班后面不写别的：密码只在席位面板里输")
            return Meaning(text, "danger", form=self.form)
        name = place.room().name(record.incoming)
        if place.room().who == record.incoming:
            return Meaning(say("接班人 {name} 已就座").format(name=name), "danger", form=self.form)
        text = say("换 {name} 就座").format(name=name)
        return Meaning(text, "text", call="person", about=record.incoming, form=self.form)


class Sign(Secret):
    """签字: to the panel's strip, for a password is never typed into the line."""

    name, by = "handover.sign", DESK_ROLES | LEADERS
    text, tells = "签字", "到交接班面板的签字栏；密码只在那里输，不写进命令行。"

    def on(self, view: HandoverView, record: Handover, reading: Reading, place: Place) -> Meaning:
        if has_words(reading):
            return Meaning(say("签字后面不写别的：密码只在签字栏里输"), "danger", form=self.form)
        text = say("到签字栏：密码在那里输")
        return Meaning(text, "text", call="sign", form=self.form)


class Confirm(OfHandover):
    """确认 3: the incoming takes a case of the list as it stands; without a number the next."""

    name = "handover.confirm"
    text, tells = "确认", "接班人确认一件：写第几件或案号末几位；不写就是下一件没确认、没提问的。"
    asking = False

    def on(self, view: HandoverView, record: Handover, reading: Reading, place: Place) -> Meaning:
        room = place.room()
        if room.who != record.incoming:
            text = say("由接班人 {name} 逐件确认").format(name=room.name(record.incoming))
            return Meaning(text, "danger", form=self.form)
        every = rows_of(view)
        row = _row(every, reading)
        if isinstance(row, Meaning):
            return replace(row, form=self.form)
        said = (reading.typed.tail or "").strip()
        if self.asking and not said:
            return Meaning(telling.missing([say("：提问")]), "warning", form=self.form)
        if said and not self.asking:
            fault = Fault("no_text", said)
            return Meaning(telling.of_fault(fault), "danger", form=self.form)
        if row.taken == "taken" and not self.asking:
            return Meaning(say("这一件已确认"), "danger", form=self.form)
        command = AcknowledgeItem(
            handover=record.id, case=row.case, seen=row.view.line_version, question=said
        )
        at = f"{every.index(row) + 1}/{len(every)}"
        told = (f"{self.label} {at}", *_told(row, place), said)
        return Meaning(telling.joined(told), "text", command=command, form=self.form)


class Question(Confirm):
    """提问 3：…: what is not clear keeps the case open."""

    name = "handover.question"
    text, tells = "提问", "接班人对一件提问，答清以前这一件不算确认；问题写在“：”后面。"
    asking = True


class Drop(OfHandover):
    """作废交接: a frozen record that nobody signed, with its reason."""

    name, by = "handover.drop", CORRECTING
    text, tells = "作废交接", "作废一份没有人签过的交接，写明理由。"

    def on(self, view: HandoverView, record: Handover, reading: Reading, place: Place) -> Meaning:
        fields = (choice("reason", "理由", reasons("DropHandover"), asks=True),)
        taken = self.take(fields, reading, place)
        if isinstance(taken, Meaning):
            return taken
        reason = str(taken.values["reason"])
        return taken.ready(taken.told(self.label), DropHandover(handover=record.id, reason=reason))


class Addendum(Deed):
    """补充：…: a correction beside the newest signed record, which itself never changes."""

    name, page, by = "handover.addendum", "handover", CORRECTING
    text, tells = "补充说明", "给最近一份已签的交接补充说明；已签的记录本身不能改。"

    def read(self, reading: Reading, place: Place) -> Meaning:
        asked = AskHandovers(days=DAYS)
        found = place.sources.told("handovers", asked)
        if not isinstance(found, Handovers):
            return unread(asked, place)
        record = next((one for one in found.handovers if one.signed), None)
        if record is None:
            return Meaning(say("最近没有已签的交接"), "danger", form=self.form)
        which = _which(record, place.room())
        taken = self.take((words(text="说明", needed=True, hint=which),), reading, place)
        if isinstance(taken, Meaning):
            return replace(taken, said=telling.joined((taken.said, which)))
        command = AddAddendum(handover=record.id, words=str(taken.values["words"]).strip())
        return taken.ready(taken.told(self.label, which), command)


def _which(record: Handover, room: Room) -> str:
    """夜班 昨天 20:30 → 今天 08:30 · 今天 08:20 冻结的交接 · 张三 → 李四: there may be several."""
    starts, ends, frozen = (
        w.clock_text(one, room.now, room.zone)
        for one in (record.starts, record.ends, record.frozen_at)
    )
    return telling.joined(
        (
            say("演练") if record.drill else "",
            f"{shift_name(record.shift)} {starts} → {ends}",
            say("{at} 冻结的交接").format(at=frozen),
            f"{room.name(record.outgoing)} → {room.name(record.incoming)}",
        )
    )


@dataclass(frozen=True, slots=True)
class _Usual:
    """What the form begins with."""

    value: str

    def __call__(self, view: object, room: object) -> str:
        return self.value


def _known(person: str | None, known: set[str]) -> _Usual:
    return _Usual(person if person in known else "")


def _row(every: list[ItemRow], reading: Reading) -> ItemRow | Meaning:
    """The row that is named, else the next that waits for a word and has no open question."""
    if not reading.rest:
        waits = [one for one in every if one.taken not in ("taken", "draft")]
        found = [one for one in waits if one.taken != "asked"]  # its question would be lost
        none = say("只剩有提问的：答清以后写第几件") if waits else say("都已确认")
        return found[0] if found else Meaning(none, "danger")
    if len(reading.rest) > 1:
        both = "、".join(one.text for one in reading.rest)
        return Meaning(say("{word}：一次一件").format(word=both), "danger")
    text = reading.rest[0].text
    if text.isdecimal() and len(text) <= ROW_DIGITS:
        fit = every[int(text) - 1 : int(text)] if int(text) else []
    elif text[:1] in AT:
        fit = [one for one in every if text[1:] and one.view.place.startswith(text[1:])]
    else:
        fit = [one for one in every if (one.view.item.number or "").endswith(text)]
    if len(fit) == 1:
        return fit[0]
    if fit:
        return Meaning(say("{word} 不止一件：请选一件，或多写几位").format(word=text), "danger")
    return Meaning(say("交接里没有 {word}").format(word=text), "danger")


def _told(row: ItemRow, place: Place) -> list[str]:
    """Number, item, place, state, and what is another than it was frozen."""
    names, view = place.staff.names, row.view
    head = " ".join((w.short_number(view.item.number), names.get(view.item_code, view.item_code)))
    both = handing.differences(view, names)
    changed = say("变化：{both}").format(both=both) if both else ""
    asked = say("提问：{words}").format(words=view.item.question) if view.item.question else ""
    return [head.strip(), view.place, row.told, changed, asked]
