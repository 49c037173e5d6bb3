"""Plans in words: a version's line, and what changed from one version to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta, tzinfo

from commandcenter.domain.duty import Post
from commandcenter.domain.plan import LevelPlan, Plan, Response
from ui.words.names import listed, say, word
from ui.words.times import duration

LAYOUTS = {"queue": "队列为主", "map": "地图为主", "joint": "联合值守"}


def plan_name(plan: Plan) -> str:
    """The plan's own name, else 台风预案."""
    return plan.name or say("{kind}预案").format(kind=word(plan.kind))


def version_text(plan: Plan, names: Mapping[str, str], zone: tzinfo) -> str:
    """第 2 版（现行） · 09-29 10:20 · 带班领导; the default has neither time nor author."""
    if plan.version == 0:
        text = say("系统默认")
        return f"{text}{say('（现行）')}" if plan.current else text
    number = say("第 {n} 版").format(n=plan.version)
    mark = say("（现行）") if plan.current else ""
    at = plan.made_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return f"{number}{mark} · {at} · {names.get(plan.made_by, plan.made_by)}"


def changes_text(old: Plan, new: Plan, names: Mapping[str, str]) -> str:
    """What the newer version changed, level by level; that it changed nothing."""
    parts = []
    if old.name != new.name:
        parts.append(say("名称：{old} → {new}").format(old=plan_name(old), new=plan_name(new)))
    before = {one.level: one for one in old.levels()}
    after = {one.level: one for one in new.levels()}
    for level in Response:
        found = list(_level(before.get(level), after.get(level), names))
        if found:
            parts.append(f"{word(level)}{say('：')}{say('；').join(found)}")
    return "\n".join(parts) or say("与上一版相同")


def _level(old: LevelPlan | None, new: LevelPlan | None, names: Mapping[str, str]) -> Iterator[str]:
    if old is None or new is None:
        if old is not new:
            yield say("增加这一级") if old is None else say("取消这一级")
        return
    before, after = _facts(old, names), _facts(new, names)
    for name, text in after.items():
        if text != before[name]:
            yield f"{name} {before[name]} → {text}"
    for post in Post:
        yield from _lines(post, old.lines_of(post), new.lines_of(post))


def _facts(level: LevelPlan, names: Mapping[str, str]) -> dict[str, str]:
    """A level's settings in words, by the name of each."""
    waves = [listed(names.get(team, team) for team in sorted(wave)) for wave in level.waves]
    none = say("无")
    return {
        say("确认人"): listed(word(one) for one in sorted(level.confirm)) or none,
        say("上报间隔"): duration(timedelta(minutes=level.report_minutes)),
        say("应答时限"): duration(timedelta(minutes=level.answer_minutes)),
        say("召集"): say(" / ").join(waves) or none,
        say("班制"): names.get(level.pattern or "", level.pattern or "") or say("不变"),
        say("暂缓"): word(level.hold),
        say("图层"): listed(word(one) for one in sorted(level.layers)) or none,
        say("布局"): say(LAYOUTS[level.layout]),
    }


def _lines(post: Post, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    """Lines that came (+) and went (−) of a post's checklist, or that they were put in order."""
    came = [f"+{one}" for one in new if one not in old]
    gone = [f"−{one}" for one in old if one not in new]
    if came or gone:
        head = say("{post}清单").format(post=word(post))
        yield f"{head} {say('，').join([*came, *gone])}"
    elif old != new:
        yield say("{post}清单顺序调整").format(post=word(post))
