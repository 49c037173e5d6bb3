"""Why something rings, in a sentence; {at} is since when, {span} how long ago."""

from __future__ import annotations

from commandcenter.domain.alarm import AlarmKind

_K = AlarmKind

WHY: dict[AlarmKind, str] = {
    _K.URGENT_WAITING: "紧急案卷 {at} 上报，已等 {span}，还没派出",
    _K.CHECK_IN_RED: "队伍应在 {at} 前报平安，已过 {span}",
    _K.SWITCH_WAITING: "{at} 提请切换，等第二个人确认",
    _K.CALL_RED: "召集的队伍应在 {at} 前答复，已过 {span}",
    _K.UP_LATE: "应在 {at} 前上报，已过 {span}",
    _K.DOCKET_RED: "子卷的法定期限 {at} 已过 {span}",
    _K.INCOMING_ABSENT: "接班人应在 {at} 前到，已过 {span}",
    _K.STAGE_RED: "这一环节应在 {at} 前完成，已过 {span}",
    _K.WATCH_RED: "队伍应在 {at} 前进到下一步，已过 {span}",
    _K.CASE_RED: "全案应在 {at} 前办结，已过 {span}",
    _K.SUPERVISE_RED: "督办单应在 {at} 前答复，已过 {span}",
    _K.WHISTLE_RED: "吹哨部门应在 {at} 前走完这一步，已过 {span}",
    _K.CONSULT_RED: "会商任务应在 {at} 前办完，已过 {span}",
    _K.TIER_RED: "这一层级应在 {at} 前办完或上交，已过 {span}",
    _K.DOCKET_WARN: "子卷的法定期限临近，{at} 起提醒",
    _K.REPORT_WAITING: "{at} 上报，已等 {span}，没人核实或立案",
    _K.UP_DUE: "十分钟内要上报，{at} 起提醒",
    _K.RATE_RED: "吹哨双方应在 {at} 前评完，已过 {span}",
    _K.REPORT_NEW: "{at} 来了新上报",
}
