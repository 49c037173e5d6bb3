"""平急转换 in sentences: the level, its settings, its scope, and the draft of a report up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, tzinfo

from commandcenter.domain.emergency import Emergency, Reach, ReportKind, Slot
from commandcenter.domain.plan import EventKind, LevelPlan, Response
from commandcenter.services.emergency_views import Mode, ReportDraft, SwitchPreview
from ui.words.names import listed, named, say, word
from ui.words.plan_texts import LAYOUTS
from ui.words.times import duration, stamp, time_left

MOST_PLACES = 3


def level_text(level: Response | None, kind: EventKind) -> str:
    """Ⅲ级响应 台风, or that the street works normally."""
    return say("平时") if level is None else f"{word(level)} {word(kind)}"


def mode_text(mode: Mode) -> str:
    """The level that stands, 演练 before it when it is a drill."""
    now = mode.emergency
    if now is None:
        return say("平时")
    text = level_text(now.level, now.kind)
    return f"{say('演练')} {text}" if now.drill else text


def scope_text(reach: Reach, places: Sequence[str], names: Mapping[str, str]) -> str:
    """全街道, or the places by name."""
    if reach is Reach.STREET:
        return word(reach)
    shown = listed(names.get(one, one) for one in places[:MOST_PLACES])
    if len(places) <= MOST_PLACES:
        return shown
    return say("{places}等 {n} 处").format(places=shown, n=len(places))


def settings(plan: LevelPlan | None, teams: Mapping[str, str]) -> dict[str, str]:
    """What a level sets, by the name of the setting; None is normal working.

    `teams` are their names by id.
    """
    if plan is None:
        return {
            say("等级"): say("平时"),
            say("上报"): say("不上报"),
            say("案卷"): say("照常办理"),
            say("召集"): say("不召集"),
            say("图层"): say("无"),
            say("布局"): say("自己的布局"),
        }
    return {
        say("等级"): word(plan.level),
        say("上报"): say("每 {span}").format(span=duration(timedelta(minutes=plan.report_minutes))),
        say("案卷"): word(plan.hold),
        say("召集"): _waves(plan, teams) or say("不召集"),
        say("图层"): listed(word(one) for one in plan.layers) or say("无"),
        say("布局"): say(LAYOUTS[plan.layout]),
    }


def _waves(plan: LevelPlan, teams: Mapping[str, str]) -> str:
    """Who is called, wave by wave, and how long they have to answer."""
    waves = [wave for wave in plan.waves if wave]
    named_waves = [
        say("第 {n} 批 {teams}").format(n=number, teams=listed(teams.get(one, one) for one in wave))
        for number, wave in enumerate(waves, 1)
    ]
    if not waves:
        return ""
    minutes = say("{minutes} 分钟内答复").format(minutes=plan.answer_minutes)
    return say("；").join((*named_waves, minutes))


def held_text(told: SwitchPreview) -> str:
    """How many clocks would stand or go on."""
    parts = (
        (told.deferred, say("顺延 {n} 件")),
        (told.suspended, say("暂停 {n} 件")),
        (told.resumed, say("恢复计时 {n} 件")),
    )
    found = [text.format(n=count) for count, text in parts if count]
    return listed(found) if found else say("没有案卷因此暂缓或恢复")


def owed_text(slot: Slot, now: datetime) -> str:
    """续报 剩 1:20, 首报（电话） 超 0:05."""
    return f"{word(slot.kind)} {time_left(now, slot.due)}"


def report_text(
    draft: ReportDraft, emergency: Emergency, slot: Slot, names: Mapping[str, str], zone: tzinfo
) -> str:
    """The report as a person would write it from the counts of the journal; to be edited."""
    lines = [_title(emergency, slot), _span(draft, zone), _cases(draft), _calls(draft)]
    if draft.teams:
        teams = listed(named(one, names) for one in draft.teams)
        lines.append(say("正在现场或途中的队伍：{teams}。").format(teams=teams))
    if draft.listed:
        lines.append(_people(draft))
    if slot.kind is ReportKind.FINAL:
        lines.append(say("应急已按指令解除，转入恢复和复盘。"))
    return "\n".join(one for one in lines if one)


def _title(emergency: Emergency, slot: Slot) -> str:
    head = word(slot.kind) + say("：") + word(emergency.kind)
    if emergency.level is not None:
        head = f"{head} {word(emergency.level)}"
    drill = say("【演练】") if emergency.drill else ""
    return drill + head + say("（指令 {order}）").format(order=emergency.order_no)


def _span(draft: ReportDraft, zone: tzinfo) -> str:
    since, until = stamp(draft.since, zone), stamp(draft.until, zone)
    return say("{since} 至 {until}：").format(since=since, until=until)


def _cases(draft: ReportDraft) -> str:
    if draft.nil:
        return say("没有新的案卷动态。")
    return say(
        "接报 {received} 件，立案 {filed} 件，办结 {closed} 件；在办紧急 {urgent} 件。"
    ).format(
        received=draft.received, filed=draft.filed, closed=draft.closed, urgent=draft.urgent_open
    )


def _calls(draft: ReportDraft) -> str:
    if not draft.called:
        return ""
    text = say("召集队伍 {called} 支，已答复 {answered} 支。")
    return text.format(called=draft.called, answered=draft.answered)


def _people(draft: ReportDraft) -> str:
    text = say("应转移 {listed} 人，已转移 {moved} 人，不愿转移 {refused} 人。")
    return text.format(listed=draft.listed, moved=draft.moved, refused=draft.refused)
