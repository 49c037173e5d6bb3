"""The review report as a person would begin it, from the figures of the journal; to be edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from commandcenter.services.review_views import PeoplePoint, Review
from ui.words.names import listed, say, word
from ui.words.times import duration


def review_text(review: Review, names: Mapping[str, str], zone: tzinfo, now: datetime) -> str:
    """Seven parts; the last one is left for a hand. Times are local in `zone`."""
    parts = (
        (say("一、基本情况"), _course(review, names, zone, now)),
        (say("二、队伍召集"), _calls(review, names)),
        (say("三、信息上报"), _reports(review)),
        (say("四、人员转移"), _people(review, names)),
        (say("五、案件处置"), _cases(review)),
        (say("六、暂缓与恢复"), _held(review)),
        (say("七、问题与改进"), iter([say("（请填写：做得好的、没做到的、谁在何时之前改）")])),
    )
    drill = [say("【演练】")] if review.emergency.drill else []
    return "\n".join([*drill, *(f"{title}\n{''.join(lines)}" for title, lines in parts)])


def _course(review: Review, names: Mapping[str, str], zone: tzinfo, now: datetime) -> Iterator[str]:
    one = review.emergency
    text = say("{kind}应急自 {since} 起")
    yield text.format(kind=word(one.kind), since=_at(one.began_at, zone))
    if one.released_at is not None:
        yield say("，{until} 解除").format(until=_at(one.released_at, zone))
    span = duration((one.released_at or now) - one.began_at)
    yield say("，历时 {span}。").format(span=span)
    for level in review.levels:
        text = say("{level}（指令 {order}，{who}确认）{since} 起，持续 {span}。")
        yield "\n" + text.format(
            level=word(level.level),
            order=level.order_no,
            who=names.get(level.confirmed_by or "", level.confirmed_by or ""),
            since=_at(level.since, zone),
            span=duration((level.until or now) - level.since),
        )


def _calls(review: Review, names: Mapping[str, str]) -> Iterator[str]:
    calls = review.calls
    if not calls.called:
        yield say("没有召集队伍。")
        return
    text = say("共召集 {called} 队次：出动 {coming}，不能出动 {cannot}，未答复 {silent}。")
    yield text.format(
        called=calls.called, coming=calls.coming, cannot=calls.cannot, silent=len(calls.silent)
    )
    if calls.median is not None and calls.longest is not None:
        text = say("应答用时中位数 {median}，最长 {longest}。")
        yield text.format(median=duration(calls.median), longest=duration(calls.longest))
    if calls.late:
        yield say("超时应答：{teams}。").format(teams=_teams(calls.late, names))
    if calls.silent:
        yield say("未答复：{teams}。").format(teams=_teams(calls.silent, names))


def _teams(teams: tuple[str, ...], names: Mapping[str, str]) -> str:
    return listed(names.get(one, one) for one in dict.fromkeys(teams))


def _reports(review: Review) -> Iterator[str]:
    one = review.reports
    text = say("应报 {owed} 次，按时 {on_time} 次，迟报 {late} 次，其中零报告 {nil} 次。")
    yield text.format(owed=one.owed, on_time=one.on_time, late=one.late, nil=one.nil)
    if one.late:
        yield say("最长迟报 {span}。").format(span=duration(one.worst))
    if one.unsent:
        yield say("尚有 {n} 次未报。").format(n=one.unsent)
    else:
        yield say("没有漏报。")


def _people(review: Review, names: Mapping[str, str]) -> Iterator[str]:
    latest: dict[str | None, PeoplePoint] = {one.community: one for one in review.people}
    if not latest:
        yield say("没有转移名单。")
        return
    total = [sum(values) for values in zip(*map(_counts, latest.values()), strict=True)]
    text = say("应转移 {listed} 人，已转移 {moved} 人，不愿转移 {refused} 人，未转移 {rest} 人。")
    yield text.format(
        listed=total[0], moved=total[1], refused=total[2], rest=total[0] - total[1] - total[2]
    )
    for community, one in latest.items():
        where = names.get(community or "", community) or say("未定社区")
        text = say("{where}：{moved}/{listed}。")
        yield text.format(where=where, moved=one.moved, listed=one.listed)


def _counts(one: PeoplePoint) -> tuple[int, int, int]:
    return one.listed, one.moved, one.refused


def _cases(review: Review) -> Iterator[str]:
    one = review.cases
    text = say("期间接报 {received} 件（紧急 {urgent} 件），立案 {filed} 件，办结 {closed} 件，")
    yield text.format(received=one.received, urgent=one.urgent, filed=one.filed, closed=one.closed)
    yield say("在办 {open} 件。").format(open=one.open)
    if one.to_file is not None:
        yield say("从接报到立案中位数 {span}。").format(span=duration(one.to_file))
    if one.to_close is not None and one.longest is not None:
        text = say("从接报到结案中位数 {span}，最长 {longest}。")
        yield text.format(span=duration(one.to_close), longest=duration(one.longest))


def _held(review: Review) -> Iterator[str]:
    one = review.held
    if not one.deferred and not one.suspended:
        yield say("没有暂缓案卷。")
        return
    text = say("顺延 {deferred} 件，暂停 {suspended} 件；随级别恢复 {resumed} 件，")
    yield text.format(deferred=one.deferred, suspended=one.suspended, resumed=one.resumed)
    text = say("提前照办 {exempted} 件，仍暂缓 {standing} 件；最长暂缓 {span}。")
    yield text.format(exempted=one.exempted, standing=one.standing, span=duration(one.longest))


def _at(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
