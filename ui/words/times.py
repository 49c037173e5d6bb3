"""Times, spans, limits and distances as a dispatcher reads them."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from commandcenter.domain.limits import ClockKind, Limit, LimitUnit
from ui.words.names import say

STREET_ZONE = ZoneInfo("Asia/Shanghai")
DAY, HOUR, MINUTE = 86_400, 3_600, 60
SECONDS_SHOWN = 10 * MINUTE


def time_left(now: datetime, due: datetime) -> str:
    """剩 2:14 (hours:minutes), 剩 3天4时, 剩 4分35秒 below ten minutes; 超 0:35 when past."""
    seconds = int((due - now).total_seconds())
    span = span_text(abs(seconds), seconds_too=due >= now)
    return (say("剩 {span}") if due >= now else say("超 {span}")).format(span=span)


def span_text(seconds: int, seconds_too: bool = False) -> str:
    """A span in the tight form of the queue: 14天, 3天4时, 2:14; 4分35秒 where seconds count."""
    if seconds >= 10 * DAY:
        return say("{days}天").format(days=seconds // DAY)
    if seconds >= DAY:
        return say("{days}天{hours}时").format(days=seconds // DAY, hours=seconds % DAY // HOUR)
    if seconds_too and seconds < SECONDS_SHOWN:
        return say("{m}分{s:02d}秒").format(m=seconds // MINUTE, s=seconds % MINUTE)
    return f"{seconds // HOUR}:{seconds % HOUR // MINUTE:02d}"


def clock_text(at: datetime, now: datetime, zone: tzinfo = STREET_ZONE) -> str:
    """今天 10:02, 明天 08:30, 昨天 17:00, 07-15 17:30, 2018-07-15 17:30; aware times in."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    wall = local.strftime("%H:%M")
    near = {-1: say("昨天"), 0: say("今天"), 1: say("明天")}.get((local.date() - today).days)
    if near is not None:
        return f"{near} {wall}"
    if local.year == today.year:
        return f"{local:%m-%d} {wall}"
    return f"{local:%Y-%m-%d} {wall}"


def stamp(at: datetime, zone: tzinfo = STREET_ZONE) -> str:
    """07-11 10:02: the time alone, for sentences that are read later."""
    return at.astimezone(zone).strftime("%m-%d %H:%M")


def duration(span: timedelta) -> str:
    """A span in words: 3 天 4 小时, 2 小时 14 分, 35 分钟, 40 秒."""
    seconds = abs(int(span.total_seconds()))
    days, hours, minutes = seconds // DAY, seconds % DAY // HOUR, seconds % HOUR // MINUTE
    if days:
        return say("{n} 天").format(n=days) + (say(" {n} 小时").format(n=hours) if hours else "")
    if hours:
        more = say(" {n} 分").format(n=minutes) if minutes else ""
        return say("{n} 小时").format(n=hours) + more
    if minutes:
        return say("{n} 分钟").format(n=minutes)
    return say("{n} 秒").format(n=seconds)


_LIMITS = {
    (LimitUnit.MINUTE, ClockKind.CALENDAR): "{n} 分钟",
    (LimitUnit.HOUR, ClockKind.CALENDAR): "{n} 小时",
    (LimitUnit.DAY, ClockKind.CALENDAR): "{n} 天",
    (LimitUnit.MINUTE, ClockKind.WORKING): "%n 个工作分钟",
    (LimitUnit.HOUR, ClockKind.WORKING): "%n 个工作小时",
    (LimitUnit.DAY, ClockKind.WORKING): "%n 个工作日",
}


def limit_text(limit: Limit | str | None) -> str:
    """2wd as 2 个工作日; text that is no limit comes back as it is, None as 不限时."""
    if limit is None:
        return say("不限时")
    try:
        read = Limit.parse(limit) if isinstance(limit, str) else limit
    except ValueError:
        return str(limit)
    said = say(_LIMITS[read.unit, read.kind], read.amount)
    return said.format(n=read.amount)


def distance(metres: float | None) -> str:
    """320 米 below a kilometre, else 1.2 公里; nothing known gives —."""
    if metres is None:
        return "—"
    if metres < 1000:
        return say("{n} 米").format(n=round(metres))
    return say("{n:.1f} 公里").format(n=metres / 1000)
