"""联合执法 and the timers of a task in words: kinds, what is waited for, stories, refusals."""

from __future__ import annotations

from enum import StrEnum

from commandcenter.domain.joint import JointKind
from commandcenter.domain.limits import Watch

JOINT_WORDS: dict[type[StrEnum], dict[str, str]] = {
    JointKind: {"enterprise": "企业商铺类", "street_surface": "社会面类"},
    Watch: {
        "sign": "待签收",
        "leave": "待出发",
        "arrive": "待到场",
        "scene": "待报情况",
        "check_in": "待报平安",
    },
}
JOINT_ALARMS = {
    "watch_red_sign": "任务未按时签收",
    "watch_red_leave": "签收后未按时出发",
    "watch_red_arrive": "出发后未按时到场",
    "watch_red_scene": "到场后没有音讯",
    "check_in_red": "未按时报平安",
}
JOINT_STORIES = {
    "joint_dispatched": "联合执法[：{lead}牵头][（{joint_kind}，{kind}）]"
    "{designated?，指定办理:}[，协同{co}][，队伍{team}][，知会{notify}][，{approved_by}批准]",
    "word_given": "[{unit}]报平安",
    "watch_set": "[{unit}]{minutes?要定时报平安:不再定时报平安}[，每 {minutes} 分钟]",
    "timer_missed": "[{unit}]超时未动：{watch}",
    "task_undone": "撤销：[{unit}]{undid}",
}
JOINT_REFUSALS = {
    "joint_parts": "联合执法要有 {least} 到 {most} 支力量；只派一家请用“派遣”。",
    "team_named_twice": "同一支队伍写了两次；请去掉一处。",
    "task_not_out": "这项任务现为“{state}”，队伍不在外面，不用报平安。",
    "watch_minutes": "报平安的间隔要在 {least} 到 {most} 分钟之间。",
}
