"""Teams called by the line, and what they answered."""

from __future__ import annotations

from dataclasses import replace

from commandcenter.domain.commands import AnswerCall, CallTeams
from commandcenter.domain.emergency import Answer
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.emergency_views import AskEmergency, EmergencyView
from ui import words as w
from ui.actions import FieldKind
from ui.actions.fields import Field, Option, choice, line
from ui.line.deeds.base import Deed
from ui.line.grammar import Reading
from ui.line.meaning import Meaning, Place, unread
from ui.line.spoken import MINUTES
from ui.line.telling import say
from ui.models.mode_calls import may_be_called, newest, next_wave

DESK = DESK_ROLES | {Role.DUTY_LEADER}


def emergency(place: Place) -> EmergencyView | Meaning:
    """The emergency under way with its calls."""
    now = place.mode.emergency
    assert now is not None
    asked = AskEmergency(emergency=now.id)
    found = place.sources.told("emergency", asked)
    if found is None:
        return unread(asked, place)
    assert isinstance(found, EmergencyView)
    return found


class Call(Deed):
    """召集: the plan's next wave, or the teams that are named."""

    name, page, by = "mode.call", "mode.calls", DESK
    text, tells = "召集", "召集预案的下一批队伍，或写出队伍名。"

    def stands(self, place: Place) -> str:
        return "" if place.mode.emergency else say("平时不召集队伍")

    def read(self, reading: Reading, place: Place) -> Meaning:
        view = emergency(place)
        if isinstance(view, Meaning):
            return view
        teams = place.staff.teams
        free = may_be_called(teams, view.calls)
        options: list[Option] = [(one, teams[one].short) for one in free]
        field = Field(name="teams", kind=FieldKind.MANY, text="队伍", needed=False)
        field = replace(field, options=lambda view, room: options)
        taken = self.take((field,), reading, place)
        if isinstance(taken, Meaning):
            return taken
        wave = next_wave(place.mode.plan, view.calls, taken.values["teams"])
        if not wave.teams:
            return taken.lacks(say("队伍（预案没有下一批）"))
        names = w.listed(place.staff.names.get(one, one) for one in wave.teams)
        planned = say("预案下一批") if wave.planned else ""
        many = say("{n} 队").format(n=len(wave.teams))
        told = " · ".join(one for one in (self.label, planned, many, names) if one)
        return taken.ready(told, CallTeams(emergency=view.emergency.id, teams=wave.teams))


class Reply(Deed):
    """叫应 三中队 20: what a called team said, and in how many minutes it is there."""

    name, page, by = "mode.reply", "mode.calls", DESK | {Role.TEAM_LEADER, Role.UNIT}
    text, tells = "叫应", "记下被召集的队伍的答复：几分钟到位，或不能出动。"

    def stands(self, place: Place) -> str:
        if place.mode.emergency is None:
            return say("平时不召集队伍")
        return "" if place.mode.answers_by else say("没有未答复的队伍")

    def read(self, reading: Reading, place: Place) -> Meaning:
        view = emergency(place)
        if isinstance(view, Meaning):
            return view
        calls = {key: one for key, one in newest(view.calls).items() if one.answer is None}
        names = place.staff.teams
        options = [(one, names[one].short if one in names else one) for one in sorted(calls)]
        answers = [(one.value, w.word(one)) for one in Answer]
        fields = (
            choice("team", "队伍", lambda view, room: options, lone=True),
            replace(choice("answer", "答复", lambda view, room: answers), needed=False),
            line("minutes", "几分钟到位", needed=False),
        )
        taken = self.take(fields, reading, place)
        if isinstance(taken, Meaning):
            return taken
        values = taken.values
        call, answer = calls[values["team"]], Answer(values["answer"] or Answer.COMING)
        typed = MINUTES.fullmatch(str(values["minutes"]).strip().lower())
        if values["minutes"] and (typed is None or answer is Answer.CANNOT):
            return taken.faulty("value", str(values["minutes"]), say("几分钟到位"))
        minutes = int(typed[1]) if typed else None
        team = place.staff.names.get(call.team, call.team)
        span = say("{n} 分钟到位").format(n=minutes) if minutes is not None else ""
        told = " · ".join(one for one in (self.label, team, w.word(answer), span) if one)
        return taken.ready(told, AnswerCall(call=call.id, answer=answer, minutes=minutes))
