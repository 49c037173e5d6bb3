"""A level of response by the line: proposed by one, confirmed, refused or withdrawn by another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commandcenter.domain.commands import DecideSwitch, ProposeSwitch
from commandcenter.domain.emergency import Emergency, Reach, Switch
from commandcenter.domain.plan import EventKind, Response
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.emergency_views import AskSwitchPreview, SwitchPreview
from ui import words as w
from ui.actions import FieldKind, Room
from ui.actions.fields import Field, Option, choice, line, words
from ui.line.deeds.base import Deed, Take
from ui.line.grammar import Reading
from ui.line.match import best, rank
from ui.line.meaning import Meaning, Place, unread
from ui.line.spoken import FALLING, LEVEL, LEVELS, ORDER, RELEASING
from ui.line.telling import say
from ui.line.words import Word
from ui.panels.mode_propose import MOST_ORDER, RELEASE
from ui.words.mode_texts import held_text, level_text, scope_text

LEADERS = frozenset({Role.DUTY_LEADER, Role.STREET_LEADER, Role.DIRECTOR, Role.SECRETARY})
SWITCHING = DESK_ROLES | LEADERS
STREET = Reach.STREET.value


class ProposeLevel(Deed):
    """提级 Ⅲ 台风 依据=防指〔2025〕2号: what the panel's form asks; one alone switches nothing."""

    name, page, by = "mode.propose", "mode.switch", SWITCHING
    text, tells = "提级", "提出响应级别的切换：升级、降级、解除；由第二人确认后才生效。"
    aliases: Mapping[str, str] = ORDER

    def stands(self, place: Place) -> str:
        waiting = place.mode.proposed
        return "" if waiting is None or waiting.drill else self._waits(waiting, place)

    def read(self, reading: Reading, place: Place) -> Meaning:
        now = place.mode.emergency
        said = [_level_word(one) for one in reading.rest]
        if reading.verb_word is not None and reading.verb_word.text == RELEASING:
            said.append(replace(reading.verb_word, text=RELEASE))
        reading = replace(reading, rest=tuple(said))
        taken = self.take(_proposed(now), reading, place)
        if isinstance(taken, Meaning):
            return taken
        values = taken.values
        order = str(values["order_no"])
        if "order_no" not in taken.given and (" " in order or not _has_digit(order)):
            return taken.faulty("value", order, say("指令编号"))
        drill = values["drill"] == "drill" if values["drill"] else bool(now and now.drill)
        base = None if now is not None and now.drill and not drill else now
        places = self._places(values["places"], base)
        if places is None:
            return taken.wrong(say("社区和网格不能混在一起：请只写一种"))
        kind = values["kind"] or (base.kind.value if base else "")
        if values["level"] == RELEASE and base is None:
            return taken.wrong(w.refusal("nothing_to_release"))
        if not kind:
            return taken.lacks(say("类型"))
        if why := self._other_way(values["level"], reading, base, place):
            return taken.wrong(why)
        waiting = place.mode.proposed
        if waiting is not None and drill:
            return taken.wrong(self._waits(waiting, place))
        asked = AskSwitchPreview(
            kind=EventKind(kind),
            level=None if values["level"] == RELEASE else Response(values["level"]),
            drill=drill,
            reach=places[0],
            places=places[1],
        )
        return self._previewed(asked, taken, place, base)

    def _other_way(self, level: str, reading: Reading, base: Emergency | None, place: Place) -> str:
        """Why the level is not where the verb goes; "" for 切换, and for a release."""
        word = reading.verb_word
        if word is None or level == RELEASE:
            return ""
        letters = place.sources.lexicon.letters.of
        names = (self.text, FALLING, *self.short)
        found = best((rank(word.text, (one,), letters), one) for one in dict.fromkeys(names))[1]
        way = found[0] if len(found) == 1 else ""
        if base is None:
            return say("现在没有响应级别可降") if way == FALLING else ""
        told, step = level_text(base.level, base.kind), Response(level).rank - base.level.rank
        if way == FALLING and step >= 0:
            return say("现在是{level}：这不是降级").format(level=told)
        if way == self.text and step < 0:
            return say("现在是{level}：这不是提级，降下来请写 降级").format(level=told)
        return ""

    def _previewed(
        self, asked: AskSwitchPreview, taken: Take, place: Place, base: Emergency | None
    ) -> Meaning:
        """What it would change is asked before anybody proposes it."""
        told = place.sources.told("preview", asked)
        if told is None:
            return _unknown(asked, taken, place)
        assert isinstance(told, SwitchPreview)
        order = str(taken.values["order_no"]).strip()
        command = ProposeSwitch(
            kind=asked.kind,
            level=asked.level,
            drill=asked.drill,
            reach=asked.reach,
            places=asked.places,
            order_no=order,
            words=str(taken.values["words"]).strip(),
        )
        what = level_text(asked.level, asked.kind) if asked.level else say("解除应急")
        if base is not None:
            what = f"{level_text(base.level, base.kind)} → {what}"
        parts = [
            say("提出切换"),
            say("演练") if asked.drill else "",
            what,
            say("指令 {order}").format(order=order),
            scope_text(asked.reach, asked.places, _place_names(place.room())),
            command.words,
            held_text(told),
            say("等第二人确认"),
        ]
        return taken.ready(" · ".join(one for one in parts if one), command)

    def _places(
        self, picked: tuple[str, ...], base: Emergency | None
    ) -> tuple[Reach, tuple[str, ...]] | None:
        """The scope: what was said, else what goes on; None for communities and grids at once."""
        if not picked:
            return (base.reach, base.places) if base else (Reach.STREET, ())
        kinds = {one.partition("/")[0] for one in picked}
        if len(kinds) > 1:
            return None
        codes = tuple(code for one in picked if (code := one.partition("/")[2]))
        return Reach(kinds.pop()), codes

    def _waits(self, waiting: Switch, place: Place) -> str:
        by = place.room().name(waiting.proposed_by)
        return say("{name} 提出的切换还在等第二人确认").format(name=by)


class Decide(Deed):
    """What decides the switch that waits."""

    page, by = "mode.switch", SWITCHING

    def stands(self, place: Place) -> str:
        return "" if place.mode.proposed else say("没有等着确认的切换")

    def read(self, reading: Reading, place: Place) -> Meaning:
        found = _waiting(place)
        return found if isinstance(found, Meaning) else self.on(*found, reading, place)

    def on(self, waiting: Switch, told: SwitchPreview, reading: Reading, place: Place) -> Meaning:
        """What the words mean for that switch."""
        raise NotImplementedError

    def unnamed(self, taken: Take) -> Meaning | None:
        """For whom it is entered is written, never proposed; None where it is, or for nobody."""
        if taken.values.get("behalf") is None or "behalf" in taken.given:
            return None
        return taken.lacks(say("代=谁（能确认的领导）"))


class ConfirmLevel(Decide):
    """确认切换 and the order's number once more: by who the plan names, here or by telephone."""

    name = "mode.confirm"
    text, tells = "确认切换", "第二人确认等着的切换：再写一遍指令编号；代领导录入写 代=姓名。"
    aliases: Mapping[str, str] = ORDER

    def on(self, waiting: Switch, told: SwitchPreview, reading: Reading, place: Place) -> Meaning:
        fields = (line("order_no", "指令编号", hint="再写一遍"), words())
        taken = self.take(fields, reading, place, **_second(waiting, told, place))
        if isinstance(taken, Meaning):
            return taken
        if lacking := self.unnamed(taken):
            return lacking
        values = taken.values
        command = DecideSwitch(
            switch=waiting.id,
            approve=True,
            order_no=str(values["order_no"]).strip(),
            words=str(values["words"]).strip(),
            behalf=values.get("behalf"),
        )
        head = _head(self.label, waiting)
        return taken.ready(
            taken.told(head, *_asked(waiting, told, place), held_text(told)), command
        )


class RefuseLevel(Decide):
    """退回切换: who proposed withdraws, who may confirm refuses."""

    name = "mode.refuse"
    text, tells = "退回切换", "不同意等着的切换；提出的人用它撤回。"

    def on(self, waiting: Switch, told: SwitchPreview, reading: Reading, place: Place) -> Meaning:
        mine = waiting.proposed_by == place.room().who
        more = {} if mine else _second(waiting, told, place)
        taken = self.take((words(),), reading, place, **more)
        if isinstance(taken, Meaning):
            return taken
        if lacking := self.unnamed(taken):
            return lacking
        said = str(taken.values["words"]).strip()
        behalf = taken.values.get("behalf")
        command = DecideSwitch(switch=waiting.id, approve=False, words=said, behalf=behalf)
        head = _head(say("撤回切换") if mine else self.label, waiting)
        return taken.ready(taken.told(head, *_asked(waiting, told, place)), command)


def _proposed(now: Emergency | None) -> tuple[Field, ...]:
    """What the panel's form asks; a drill that goes on may be left for the real thing."""
    levels: list[Option] = [(one.value, w.word(one)) for one in Response]
    levels.append((RELEASE, w.say("解除")))
    kinds = [(one.value, w.word(one)) for one in EventKind]
    natures = [("real", w.say("实战")), ("drill", w.say("演练"))]
    first = Field(name="drill", kind=FieldKind.CHOICE, text="性质", needed=False)
    return (
        choice("level", "级别", lambda view, room: levels, asks=True),
        replace(choice("kind", "类型", lambda view, room: kinds), needed=False),
        replace(first, options=lambda view, room: natures if now is None or now.drill else []),
        replace(line("order_no", "指令编号"), most=MOST_ORDER),
        Field(
            name="places",
            kind=FieldKind.MANY,
            text="范围",
            needed=False,
            options=lambda view, room: _scopes(room),
        ),
        words(),
    )


def _scopes(room: Room) -> list[Option]:
    """The whole street, each community, each grid."""
    communities, grids = Reach.COMMUNITIES.value, Reach.GRIDS.value
    found: list[Option] = [(f"{STREET}/", w.word(Reach.STREET))]
    found += [(f"{communities}/{key}", name) for key, name in room.reference.communities.items()]
    known = (one.grid for one in room.reference.grids)
    found += [(f"{grids}/{one.code}", one.name) for one in known if not one.void_reason]
    return found


def _place_names(room: Room) -> dict[str, str]:
    grids = {one.grid.code: one.grid.name for one in room.reference.grids}
    return {**room.reference.communities, **grids}


def _level_word(word: Word) -> Word:
    """III, 3级 and 三级 are a level's name."""
    found = None if word.quoted else LEVEL.fullmatch(word.text)
    if found is None or (word.name and word.name not in ("级别", "level")):
        return word
    typed = (found[1] or found[2]).lower()
    return replace(word, text=w.word(Response(LEVELS.get(typed, typed))))


def _has_digit(text: str) -> bool:
    return any(one.isdigit() for one in text)


def _waiting(place: Place) -> tuple[Switch, SwitchPreview] | Meaning:
    """What waits, and what it would do."""
    waiting = place.mode.proposed
    assert waiting is not None
    asked = AskSwitchPreview(
        kind=waiting.kind,
        level=waiting.to_level,
        drill=waiting.drill,
        reach=waiting.reach,
        places=waiting.places,
        switch=waiting.id,
    )
    told = place.sources.told("preview", asked)
    if told is None:
        return _unknown(asked, None, place)
    assert isinstance(told, SwitchPreview)
    return waiting, told


def _asked(waiting: Switch, told: SwitchPreview, place: Place) -> list[str]:
    """Where it would hold, who proposed it when, and with what words, as the panel says."""
    room = place.room()
    at = w.clock_text(waiting.proposed_at, room.now, room.zone)
    by = say("{name} {at} 提出").format(name=room.name(waiting.proposed_by), at=at)
    return [scope_text(waiting.reach, waiting.places, _place_names(room)), by, told.words or ""]


def _unknown(asked: Any, taken: Take | None, place: Place) -> Meaning:
    """The answer is on its way, or the Desk has said why it cannot be."""
    said = place.sources.refusal(asked)
    text = w.refusal(said.code, said.values, place.staff.names) if said is not None else ""
    return unread(asked, place, text, **(taken.more if taken else {}))


def _second(waiting: Switch, told: SwitchPreview, place: Place) -> dict[str, Any]:
    """Who sits here confirms where the plan names the role, else somebody else by telephone."""
    room, roles = place.room(), frozenset(told.confirm)
    able = [
        one for one in room.people.values() if one.holds(roles) and one.id != waiting.proposed_by
    ]
    able.sort(key=lambda one: (not one.on_shift, one.id))
    options = [(one.id, room.name(one.id)) for one in able]
    own = waiting.proposed_by == room.who
    return {
        "by": roles,
        "behalf": lambda view, room_, chosen: options,
        "room": replace(room, roles=frozenset()) if own else room,
    }


def _head(label: str, waiting: Switch) -> str:
    what = level_text(waiting.to_level, waiting.kind) if waiting.to_level else say("解除应急")
    drill = say("演练") if waiting.drill else ""
    return " ".join(one for one in (label, drill, what) if one)
